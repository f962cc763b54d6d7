#include "survey/yearspage.h"

#include "parts/chartcard.h"
#include "parts/filefilters.h"
#include "parts/rowdelegate.h"
#include "shell/widgets.h"
#include "survey/factrows.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kCodeWidth = 76; // pixels
constexpr int kTextWidth = 300;
constexpr int kMostRows = 12;

} // namespace

YearsPage::YearsPage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("年度の比較"), pageContext, parent)
{
    makeHeader();
    makeBody();
    connect(&pageContext.document, &Document::changed, this, [this] { m_stale = true; });
}

void YearsPage::makeHeader()
{
    m_export = new QPushButton(tr("書き出し"), this);
    m_export->setObjectName(u"export"_s);
    header()->addAction(m_export);
    auto *action = new QAction(tr("年度の比較を Excel で…"), this);
    m_exportActions << action;
    connect(action, &QAction::triggered, this, &YearsPage::write);
    connect(m_export, &QPushButton::clicked, action, &QAction::trigger);
    m_controls = new QWidget(this);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    m_measure = new SegmentedControl(m_controls);
    m_measure->setObjectName(u"measure"_s);
    m_measure->setAccessibleName(tr("比べるもの"));
    m_measure->setItems({tr("研修後の回答"), tr("研修前の回答"), tr("前後の変化")});
    m_group = new QComboBox(m_controls);
    m_group->setObjectName(u"group"_s);
    m_group->setAccessibleName(tr("立場"));
    row->addWidget(m_measure);
    row->addStretch(1);
    row->addWidget(m_group);
    top()->addWidget(m_controls);
    connect(m_measure, &SegmentedControl::currentIndexChanged, this, &YearsPage::showTable);
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            showTable();
    });
}

void YearsPage::makeBody()
{
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    auto *card = new Card(tr("同じ設問の結果"), m_content);
    card->setSubtitle(tr("行を選ぶと、下に図を表示します"));
    m_table = new QTableWidget(card);
    m_table->setObjectName(u"years"_s);
    m_table->setAccessibleName(tr("年度ごとの結果"));
    styleTable(m_table, new RowDelegate(m_table));
    card->body()->addWidget(m_table);
    auto *note = secondaryLabel({}, card);
    setParagraph(
        note,
        tr("「研修後・研修前の回答」は、上から半分までの選択肢を選んだ方／その設問に前後とも答えた方です。"
           "研修後だけに聞いた設問は、答えた方全員を分母にしています。文が同じ設問だけを並べています。"));
    card->body()->addWidget(note);
    m_chart = new ChartCard(tr("年度ごとの図"), tr("図_年度の比較"), context(), m_content);
    auto *changed = new Card(tr("調査票で変わったこと"), m_content);
    m_changes = new FactRows(changed);
    changed->body()->addWidget(m_changes);
    column->addWidget(card);
    column->addWidget(m_chart);
    column->addWidget(changed);
    column->addStretch(1);
    m_empty =
        new EmptyState(tr("比べられる年度は、まだありません"),
                       tr("2回以上の研修会で回答を取り込むと、同じ設問の結果をここに並べて表示します。"),
                       tr("回答を取り込む"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    connect(m_chart, &ChartCard::notice, this, &YearsPage::notice);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            showChart();
    });
    body()->addWidget(m_content, 1);
    body()->addWidget(m_empty, 1);
}

void YearsPage::refresh()
{
    if (!m_stale)
        return;
    Result<YearsComparison> loaded = loadYears(context().document);
    if (!report(loaded))
        return;
    clearError();
    m_years = std::move(*loaded);
    m_stale = false;
    const bool ready = m_years.columns.size() >= 2;
    m_content->setVisible(ready);
    m_controls->setVisible(ready);
    m_empty->setVisible(!ready);
    m_export->setEnabled(ready);
    m_exportActions.front()->setEnabled(ready);
    header()->setContext(
        ready ? tr("%1回の研修会の回答を、同じ設問どうしで比べます").arg(m_years.columns.size()) : QString());
    if (!ready)
        return;
    {
        const QScopedValueRollback filling(m_filling, true);
        const QString chosen = group();
        m_group->clear();
        for (const QString &one : std::as_const(m_years.groups))
            m_group->addItem(groupLabel(one), one);
        m_group->setCurrentIndex(std::max(0, m_group->findData(chosen)));
    }
    showTable();
    showChanges();
}

YearMeasure YearsPage::measure() const
{
    constexpr YearMeasure measures[] = {YearMeasure::After, YearMeasure::Before, YearMeasure::Change};
    return measures[std::clamp(m_measure->currentIndex(), 0, 2)];
}

QString YearsPage::group() const
{
    const QString chosen = m_group->currentData().toString();
    return chosen.isEmpty() ? u"all"_s : chosen;
}

void YearsPage::showTable()
{
    const QScopedValueRollback filling(m_filling, true);
    const int columns = static_cast<int>(m_years.columns.size());
    const int chosen = std::max(0, m_table->currentRow());
    m_table->setColumnCount(2 + columns);
    m_table->setRowCount(static_cast<int>(m_years.items.size()));
    QStringList heads{tr("設問"), tr("文")};
    for (const YearColumn &column : m_years.columns)
        heads << column.yearText;
    m_table->setHorizontalHeaderLabels(heads);
    for (int i = 0; i < columns; ++i)
        m_table->horizontalHeaderItem(2 + i)->setToolTip(m_years.columns[static_cast<std::size_t>(i)].title);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const YearItem &item = m_years.items[static_cast<std::size_t>(row)];
        const auto set = [&](int column, const QString &text, const QString &tip) {
            auto *cell = new QTableWidgetItem(text);
            cell->setToolTip(tip);
            cell->setData(Qt::AccessibleTextRole, tip.isEmpty() ? text : QString(text + u'。' + tip));
            m_table->setItem(row, column, cell);
        };
        set(0, item.code, {});
        set(1, item.label, item.text);
        for (std::size_t i = 0; i < m_years.columns.size(); ++i) {
            const QString &note = item.cells[i].note;
            const QString figure = yearText(m_years, item, i, group(), measure());
            set(2 + static_cast<int>(i),
                note.isEmpty() || item.cells[i].item < 0 ? figure : QString(figure + u" ※"_s), note);
        }
    }
    m_table->setColumnWidth(0, kCodeWidth);
    m_table->setColumnWidth(1, kTextWidth);
    for (int i = 0; i < columns; ++i)
        m_table->horizontalHeader()->setSectionResizeMode(2 + i, QHeaderView::Stretch);
    fitHeight(m_table, kMostRows);
    if (m_table->rowCount() > 0)
        m_table->selectRow(std::min(chosen, m_table->rowCount() - 1));
    showChart();
}

void YearsPage::showChart()
{
    const int row = m_table->currentRow();
    const bool any = row >= 0 && row < static_cast<int>(m_years.items.size());
    const ChartSpec spec =
        any ? yearsChart(m_years, m_years.items[static_cast<std::size_t>(row)], group(), measure())
            : ChartSpec();
    m_chart->setVisible(!spec.categories.empty());
    if (!spec.categories.empty())
        m_chart->setSpec(spec);
}

void YearsPage::showChanges()
{
    m_changes->clear();
    if (m_years.changes.empty())
        m_changes->add(tr("違い"), tr("なし"), tr("どの年度も同じ調査票です。"));
    for (const YearsComparison::Change &change : m_years.changes) {
        QStringList lines;
        for (const QuestionnaireChange &one : change.changes)
            lines << pastChangeText(one);
        m_changes->add(m_years.columns[static_cast<std::size_t>(change.column)].yearText,
                       tr("%1か所").arg(change.changes.size()), lines.join(u'\n'));
    }
}

void YearsPage::write()
{
    const QString path =
        context().dialogs.saveFile(this, tr("書き出し"), tr("年度の比較.xlsx"), workbookFilter());
    if (path.isEmpty() || !report(writeYears(path, m_years, group())))
        return;
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

} // namespace tane
