#include "issues/controlindicatortable.h"

#include "base/fiscalyear.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kRowHeight = 44;
constexpr int kMostRows = 8;

/// What is usual for a column as choices, before anything else that is written.
GridColumn::Choices choicesOf(const QStringList &words)
{
    GridColumn::Choices choices;
    for (const QString &word : words)
        choices.emplace_back(word, word);
    return choices;
}

} // namespace

ControlIndicatorTable::ControlIndicatorTable(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_model = new GridModel(this);
    m_table = new GridView(tr("評価の指標"), m_model, this);
    m_table->setObjectName(u"controlIndicators"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    column->addWidget(m_table);
    makeButtons();
    connect(m_model, &GridModel::failed, this, &ControlIndicatorTable::failed);
    connect(m_model, &GridModel::saved, this, &ControlIndicatorTable::succeeded);
    connect(m_table, &GridView::selectedChanged, this, &ControlIndicatorTable::showButtons);
    connect(m_table, &GridView::addRequested, this, &ControlIndicatorTable::add);
    connect(m_table, &GridView::removeRequested, this, &ControlIndicatorTable::remove);
}

void ControlIndicatorTable::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_add = new QPushButton(symbolIcon(Symbol::Plus), tr("指標を加える"), this);
    m_add->setObjectName(u"addControlIndicator"_s);
    m_up = new QPushButton(tr("上へ"), this);
    m_up->setAccessibleName(tr("指標を上へ"));
    m_down = new QPushButton(tr("下へ"), this);
    m_down->setAccessibleName(tr("指標を下へ"));
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setAccessibleName(tr("指標を削除"));
    m_remove->setObjectName(u"removeControlIndicator"_s);
    row->addWidget(m_add);
    row->addStretch(1);
    for (QPushButton *button : {m_up, m_down, m_remove}) {
        makePlain(button);
        row->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &ControlIndicatorTable::add);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &ControlIndicatorTable::remove);
}

GridColumn ControlIndicatorTable::textColumn(const QString &title, QString ControlIndicator::*member)
{
    GridColumn column{.title = title, .text = [this, member](int row) { return at(row).indicator.*member; }};
    column.save = [this, member, title](int row, const QVariant &value) -> Result<> {
        RecordTable<ControlIndicator> table(m_context.document);
        TANE_TRY(ControlIndicator record, table.load(at(row).indicator.id));
        record.*member = value.toString();
        if (record.name.isEmpty())
            return fail(ErrorCode::Usage,
                        tr("指標の名前は空にできません。要らなくなった指標は「削除」で消してください。"));
        return saveControlIndicator(m_context.document, record, tr("評価の%1の変更").arg(title));
    };
    return column;
}

GridColumn ControlIndicatorTable::yearColumn(int year)
{
    const QString title = FiscalYear(year).text();
    GridColumn column{.title = title, .text = [this, year](int row) {
                          const auto value = at(row).values.find(year);
                          return value == at(row).values.end() ? QString() : value->second;
                      }};
    column.save = [this, year, title](int row, const QVariant &value) {
        return setControlValue(m_context.document, at(row).indicator.id, year, value.toString(),
                               tr("指標の%1の値の変更").arg(title));
    };
    return column;
}

void ControlIndicatorTable::makeColumns()
{
    std::vector<GridColumn> columns{textColumn(tr("指標"), &ControlIndicator::name),
                                    textColumn(tr("評価時期"), &ControlIndicator::due),
                                    textColumn(tr("基準値"), &ControlIndicator::baseline)};
    columns[1].choices = [this] { return choicesOf(usualDueDates(m_year)); };
    columns[1].free = true;
    for (const int year : m_years)
        columns.push_back(yearColumn(year));
    columns.push_back(textColumn(tr("目標値"), &ControlIndicator::target));
    columns.back().tip = tr("看取り率には数値の目標を設定しません。");
    columns.push_back(textColumn(tr("結果"), &ControlIndicator::result));
    columns.push_back(textColumn(tr("実施状況に対する評価"), &ControlIndicator::assessment));
    columns.back().choices = [] { return choicesOf(usualAssessments()); };
    columns.back().free = true;
    const int count = static_cast<int>(columns.size());
    m_model->setRows({});
    m_model->setColumns(std::move(columns));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->setLetters(1, 4.6);
    for (int column = 2; column < count - 1; ++column)
        m_table->setLetters(column, 4.2);
    m_table->setLetters(count - 1, 8.5);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ControlIndicatorTable::showScene(const ControlContent::Scene &scene, const std::vector<int> &years,
                                      int year, bool writable)
{
    m_scene = scene.scene.id;
    m_year = year;
    m_writable = writable;
    m_indicators = scene.indicators;
    if (m_years != years || m_model->columnCount() == 0) {
        m_years = years;
        makeColumns();
    }
    std::vector<qint64> ids;
    for (const ControlContent::Indicator &one : m_indicators)
        ids.push_back(one.indicator.id);
    m_model->setEditable(writable);
    const qint64 shown = m_table->currentId();
    m_model->setRows(std::move(ids));
    m_table->select(shown);
    fitHeight(m_table, kMostRows);
    m_table->setVisible(!m_indicators.empty());
    showButtons();
}

void ControlIndicatorTable::showButtons()
{
    const int row = m_model->rowOf(m_table->currentId());
    m_add->setEnabled(m_writable);
    m_remove->setEnabled(m_writable && row >= 0);
    m_up->setEnabled(m_writable && row > 0);
    m_down->setEnabled(m_writable && row >= 0 && row + 1 < m_model->rowCount());
}

void ControlIndicatorTable::add()
{
    if (!m_writable)
        return;
    const auto name = m_context.dialogs.askText(this, tr("指標を加える"), tr("指標の名前"), {});
    if (!name || name->trimmed().isEmpty())
        return;
    const auto id = RecordTable<ControlIndicator>(m_context.document)
                        .add({.scene = m_scene, .name = name->trimmed()}, tr("評価の指標の追加"));
    if (!report(id ? Result<>() : Result<>(std::unexpected(id.error()))))
        return;
    m_table->select(*id);
    m_table->setFocus();
}

void ControlIndicatorTable::remove()
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row < 0 || !m_writable)
        return;
    const bool sure = m_context.dialogs.confirm(
        this,
        tr("指標「%1」と毎年の値を削除しますか。すぐあとなら「元に戻す」で戻せます。")
            .arg(at(row).indicator.name),
        tr("削除する"));
    if (sure)
        report(RecordTable<ControlIndicator>(m_context.document)
                   .remove(m_model->idAt(row), tr("評価の指標の削除")));
}

void ControlIndicatorTable::move(int by)
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row >= 0)
        report(RecordTable<ControlIndicator>(m_context.document)
                   .move(m_model->idAt(row), row + by, tr("評価の指標の並べ替え")));
}

bool ControlIndicatorTable::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
    return result.has_value();
}

} // namespace tane
