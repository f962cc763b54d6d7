#include "people/crosstablepage.h"

#include "exchange/tablereader.h"
#include "parts/chartcard.h"
#include "parts/filefilters.h"
#include "people/crosstableoutput.h"
#include "people/owntable.h"
#include "people/registerimportdialog.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 1000;
constexpr int kTableShare = 54; ///< per cent of the width, for a table beside its chart
constexpr int kMostRows = 14;   ///< of a table above its chart; more scroll

} // namespace

CrossTablePage::CrossTablePage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("クロス集計"), pageContext, parent)
{
    makeHeader();
    makeControls();
    makeBody();
}

void CrossTablePage::makeHeader()
{
    m_copy = new QPushButton(tr("表と図をコピー"), this);
    m_copy->setObjectName(u"copyTable"_s);
    m_export = new QPushButton(tr("Excel に書き出す"), this);
    m_export->setObjectName(u"exportTable"_s);
    header()->addAction(m_copy);
    header()->addAction(m_export);
    auto *workbook = new QAction(tr("クロス集計を Excel に書き出す…"), this);
    m_exports << workbook;
    connect(workbook, &QAction::triggered, this, &CrossTablePage::exportWorkbook);
    connect(m_copy, &QPushButton::clicked, this, &CrossTablePage::copy);
    connect(m_export, &QPushButton::clicked, this, &CrossTablePage::exportWorkbook);
}

void CrossTablePage::makeControls()
{
    m_controls = new QWidget(this);
    auto *column = new QVBoxLayout(m_controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::s);
    m_what = new SegmentedControl(m_controls);
    m_what->setObjectName(u"counted"_s);
    m_what->setAccessibleName(tr("数えるもの"));
    m_what->setItems({tr("人材"), tr("市町村"), tr("手元の表")});
    m_choose = new QPushButton(tr("表を選ぶ…"), m_controls);
    m_choose->setObjectName(u"chooseTable"_s);
    first->addWidget(secondaryLabel(tr("数えるもの"), m_controls));
    first->addWidget(m_what);
    first->addWidget(m_choose);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::s);
    const auto box = [&](const QString &label, const QString &name) {
        auto *made = new QComboBox(m_controls);
        made->setObjectName(name);
        made->setAccessibleName(label);
        made->setMinimumWidth(120);
        made->setMaximumWidth(240);
        auto *text = secondaryLabel(label, m_controls);
        text->setBuddy(made);
        second->addWidget(text);
        second->addWidget(made);
        return made;
    };
    m_row = box(tr("行"), u"rowAttribute"_s);
    m_column = box(tr("列"), u"columnAttribute"_s);
    m_base = box(tr("割合の母数"), u"base"_s);
    second->addStretch(1);
    column->addLayout(first);
    column->addLayout(second);
    top()->addWidget(m_controls);
    connect(m_what, &SegmentedControl::currentIndexChanged, this, &CrossTablePage::chooseWhat);
    connect(m_choose, &QPushButton::clicked, this, [this] { openOwnTable({}); });
    connect(m_row, &QComboBox::currentIndexChanged, this, &CrossTablePage::count);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        fillBases();
        count();
    });
    connect(m_base, &QComboBox::currentIndexChanged, this, &CrossTablePage::showTable);
}

void CrossTablePage::makeBody()
{
    m_empty =
        new EmptyState(tr("数えるものがまだありません"),
                       tr("市町村や人材を名簿に入れると、立場・圏域・経験年数などの組み合わせで数えられます。"
                          "手元の Excel・CSV の表も数えられます。"),
                       tr("手元の表を選ぶ"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { openOwnTable({}); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    auto *card = new Card(tr("表"), m_content);
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_view = new GridView(tr("クロス集計の表"), m_model, card);
    m_view->setObjectName(u"crosstable"_s);
    m_view->setSortingEnabled(false); // the order of the answers means something
    m_note = secondaryLabel({}, card);
    m_note->setObjectName(u"crosstableNote"_s);
    m_note->setWordWrap(true);
    card->body()->addWidget(m_note); // what the percentages are of is not to be scrolled for
    card->body()->addWidget(m_view, 1);
    m_chart = new ChartCard(tr("グラフ"), tr("図_クロス集計"), context(), m_content);
    connect(m_chart, &ChartCard::notice, this, &Page::notice);
    m_columns->addWidget(card, 7);
    m_columns->addWidget(m_chart, 6, Qt::AlignTop);
    body()->addWidget(m_content, 1);
}

QList<QAction *> CrossTablePage::exportActions() const
{
    return m_exports + m_chart->exportActions();
}

CrossTablePage::What CrossTablePage::kind() const
{
    return static_cast<What>(qMax(0, m_what->currentIndex()));
}

CrossBase CrossTablePage::base() const
{
    return static_cast<CrossBase>(m_base->currentData().toInt());
}

QString CrossTablePage::note() const
{
    return crossTableNote(m_table, base());
}

void CrossTablePage::fill()
{
    // Without people there is nothing in their tables: begin with what there is.
    if (kind() == What::People && registry().people.empty() && !registry().municipalities.empty() &&
        m_cases.attributes.isEmpty()) {
        const QSignalBlocker quiet(m_what);
        m_what->setCurrentIndex(static_cast<int>(What::Municipalities));
    }
    loadCases();
}

void CrossTablePage::chooseWhat()
{
    if (kind() == What::OwnTable && m_own.cases.empty())
        openOwnTable({});
    loadCases();
}

void CrossTablePage::openOwnTable(const QString &path)
{
    const QString chosen =
        path.isEmpty() ? context().dialogs.openFile(this, tr("数える表を選ぶ"), listFilter()) : path;
    if (chosen.isEmpty())
        return;
    const auto tables = readTables(chosen);
    if (!report(tables))
        return;
    for (const Table &table : *tables) {
        auto cases = casesOfTable(table);
        if (!cases) {
            report(cases);
            continue;
        }
        clearError();
        m_own = std::move(*cases);
        m_ownName = table.sheet.isEmpty() ? table.file : tr("%1：%2").arg(table.file, table.sheet);
        const QSignalBlocker quiet(m_what);
        m_what->setCurrentIndex(static_cast<int>(What::OwnTable));
        break;
    }
    loadCases();
}

void CrossTablePage::loadCases()
{
    const QDate today = QDate::currentDate();
    switch (kind()) {
    case What::People:
        m_cases = casesOfPeople(registry(), today);
        break;
    case What::Municipalities:
        m_cases = casesOfMunicipalities(registry(), today);
        break;
    case What::OwnTable:
        m_cases = m_own;
        break;
    }
    m_choose->setVisible(kind() == What::OwnTable);
    const bool any = !m_cases.cases.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
    for (QAction *action : exportActions())
        action->setEnabled(any);
    for (QComboBox *box : {m_row, m_column, m_base})
        box->setEnabled(any);
    if (!any)
        return header()->setContext({});
    header()->setContext(kind() == What::OwnTable
                             ? tr("%1・%2件").arg(m_ownName).arg(m_cases.cases.size())
                             : tr("%1%2・今日の名簿").arg(m_cases.cases.size()).arg(m_cases.unit));
    fillChoices();
    fillBases();
    count();
}

void CrossTablePage::fillChoices()
{
    const QSignalBlocker quietRow(m_row), quietColumn(m_column);
    const QString row = m_row->currentText(), column = m_column->currentData().toString();
    m_row->clear();
    m_row->addItems(m_cases.attributes);
    m_row->setCurrentIndex(qMax(0, m_row->findText(row)));
    m_column->clear();
    m_column->addItem(tr("（なし：単純集計）"), QString());
    for (const QString &attribute : std::as_const(m_cases.attributes))
        m_column->addItem(attribute, attribute);
    m_column->setCurrentIndex(qMax(0, m_column->findData(column)));
}

void CrossTablePage::fillBases()
{
    const QSignalBlocker quiet(m_base);
    const QVariant chosen = m_base->currentData();
    m_base->clear();
    m_base->addItem(tr("全体（未回答を含む）"), static_cast<int>(CrossBase::AllCases));
    m_base->addItem(tr("回答のあったもの"), static_cast<int>(CrossBase::Answered));
    if (!m_column->currentData().toString().isEmpty()) {
        m_base->addItem(tr("行ごとの計"), static_cast<int>(CrossBase::RowTotals));
        m_base->addItem(tr("列ごとの計"), static_cast<int>(CrossBase::ColumnTotals));
    }
    m_base->setCurrentIndex(qMax(0, m_base->findData(chosen)));
}

void CrossTablePage::count()
{
    auto table = crossTabulate(m_cases, m_row->currentText(), m_column->currentData().toString());
    if (!report(table))
        return;
    m_table = std::move(*table);
    showTable();
}

void CrossTablePage::showTable()
{
    m_rows = crossTableRows(m_table, base());
    std::vector<GridColumn> columns;
    for (int column = 0; column < m_rows.front().size(); ++column) {
        columns.push_back(
            {.title = m_rows.front()[column],
             .text = [this,
                      column](int row) { return m_rows[static_cast<std::size_t>(row) + 1].value(column); },
             .number = column > 0});
    }
    std::vector<qint64> ids;
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        ids.push_back(static_cast<qint64>(i));
    m_model->setRows({});
    m_model->setColumns(std::move(columns));
    m_model->setRows(std::move(ids));
    fitColumns();
    setParagraph(m_note, note());
    m_chart->setSpec(crossTableChart(m_table, base()));
    arrange();
}

/// As wide as what stands in them: numbers close together, heads up to eleven letters.
void CrossTablePage::fitColumns()
{
    const QFontMetrics measure = m_view->fontMetrics();
    const double letter = measure.horizontalAdvance(u'国');
    for (int column = 0; column < m_model->columnCount(); ++column) {
        double widest = 0;
        for (std::size_t row = 1; row < m_rows.size(); ++row)
            widest = std::max(widest, measure.horizontalAdvance(m_rows[row].value(column)) / letter);
        const double head = static_cast<double>(m_rows.front()[column].size());
        m_view->setLetters(column, qBound(4.0, std::max(widest, head) + 0.7, 11.5));
    }
}

/// Table and chart beside each other where the columns have room there, else below each other, so that all
/// columns are to be seen.
void CrossTablePage::arrange()
{
    const int room = width() * kTableShare / 100 - 2 * metrics::l;
    const bool beside = width() >= kBothColumns && m_view->horizontalHeader()->length() <= room;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const auto rows = std::min(static_cast<int>(m_rows.size()), kMostRows);
    const int height = (rows + 1) * metrics::rowHeight;
    m_view->setMinimumHeight(beside ? 0 : height);
    m_view->setMaximumHeight(beside ? QWIDGETSIZE_MAX : height);
}

void CrossTablePage::exportWorkbook()
{
    const QString title = m_chart->spec().title;
    const QString path =
        context().dialogs.saveFile(this, tr("クロス集計を書き出す"), tr("クロス集計.xlsx"), workbookFilter());
    if (path.isEmpty() || !report(writeCrossTable(path, title, m_table, base())))
        return;
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」に書き出しました。").arg(QFileInfo(path).fileName())});
}

void CrossTablePage::copy()
{
    QGuiApplication::clipboard()->setMimeData(crossTableMimeData(m_table, base()));
    Q_EMIT notice({Notice::Kind::Info,
                   tr("表と図をコピーしました。Word では図として、Excel では表として貼り付けられます。")});
}

void CrossTablePage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    arrange();
}

} // namespace tane
