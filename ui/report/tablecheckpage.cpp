#include "report/tablecheckpage.h"

#include "exchange/tablereader.h"
#include "paper/reportfiles.h"
#include "parts/gridview.h"
#include "report/tablecheckreport.h"
#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tane {

void CheckedTableModel::setTable(std::vector<QStringList> cells, const TableCheck &check)
{
    beginResetModel();
    m_cells = std::move(cells);
    m_columns = 0;
    for (const QStringList &row : m_cells)
        m_columns = std::max(m_columns, static_cast<int>(row.size()));
    m_wrong.clear();
    for (const CheckedRow &row : check.rows) {
        for (const CheckedPercent &percent : row.percents) {
            if (!percent.follows)
                m_wrong.insert(
                    {percent.row, percent.column},
                    tr("%1 ÷ %2 は %3 です")
                        .arg(QString::number(percent.count), QString::number(row.base), percent.expected));
        }
    }
    endResetModel();
}

bool CheckedTableModel::isWrong(int row, int column) const
{
    return m_wrong.contains({row, column});
}

int CheckedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int CheckedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant CheckedTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString text = m_cells[static_cast<std::size_t>(index.row())].value(index.column());
    const QString wrong = m_wrong.value({index.row(), index.column()});
    switch (role) {
    case Qt::DisplayRole: // a sign, too: colours alone are not seen by everybody
        return wrong.isEmpty() ? text : tr("✕ %1").arg(text);
    case Qt::ToolTipRole:
        return wrong;
    case Qt::AccessibleTextRole:
        return wrong.isEmpty() ? text : tr("%1、合いません。%2").arg(text, wrong);
    case Qt::BackgroundRole:
        return wrong.isEmpty() ? QVariant() : QVariant(color(ColorRole::HintBackground, Scheme::Light));
    case Qt::ForegroundRole:
        return wrong.isEmpty() ? QVariant() : QVariant(color(ColorRole::HintText, Scheme::Light));
    case Qt::TextAlignmentRole:
        return index.column() == 0 ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

TableCheckPage::TableCheckPage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("表の検算"), pageContext, parent)
{
    makeHeader();
    m_empty = new EmptyState(tr("人数と百分率の表を調べます"),
                             tr("Excel や Word の表をコピーしてここに貼り付けるか、Excel・CSV "
                                "のファイルを開くと、人数から計算した値と"
                                "合わない百分率と、その値になる母数が分かります。"),
                             tr("表を貼り付ける"), this);
    m_empty->button()->setObjectName(u"pasteFirst"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &TableCheckPage::paste);
    body()->addWidget(m_empty, 1);
    makeContent();
    m_content->hide();
    // The empty page has the same button in its middle.
    for (QPushButton *button : {m_copy, m_write, m_paste})
        button->hide();
}

void TableCheckPage::makeHeader()
{
    header()->setContext(tr("報告書や資料の表を、配る前に確かめられます"));
    const auto button = [this](const QString &text, const QString &name, auto work) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, work);
        header()->addAction(made);
        return made;
    };
    m_copy = button(tr("結果をコピー"), u"copyFindings"_s, [this] { copyFindings(); });
    m_write = button(tr("結果を書き出す"), u"writeFindings"_s, [this] { write(); });
    button(tr("ファイルを開く"), u"openTable"_s, [this] {
        const QString path = context().dialogs.openFile(this, tr("調べる表のファイルを開く"),
                                                        tr("表のファイル (*.xlsx *.csv)"));
        if (!path.isEmpty())
            open(path);
    });
    m_paste = button(tr("表を貼り付ける"), u"pasteTable"_s, [this] { paste(); });
    makePrimary(m_paste);
}

void TableCheckPage::makeContent()
{
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    auto *card = new Card(tr("調べた表"), m_content);
    auto *row = new QHBoxLayout;
    m_summary = new QLabel(card);
    m_summary->setObjectName(u"checkSummary"_s);
    m_summary->setWordWrap(true);
    m_sheet = new QComboBox(card);
    m_sheet->setObjectName(u"sheets"_s);
    m_sheet->setAccessibleName(tr("シート"));
    connect(m_sheet, &QComboBox::activated, this, [this](int index) {
        m_cells = m_sheets.at(static_cast<std::size_t>(index)).second;
        check();
    });
    m_base = new QLineEdit(card);
    m_base->setObjectName(u"base"_s);
    m_base->setAccessibleName(tr("すべての行の母数（人数）"));
    m_base->setPlaceholderText(tr("表のとおり"));
    m_base->setMaximumWidth(96);
    connect(m_base, &QLineEdit::editingFinished, this, &TableCheckPage::check);
    auto *label = secondaryLabel(tr("すべての行の母数"), card);
    label->setBuddy(m_base);
    row->addWidget(m_summary, 1);
    row->addWidget(m_sheet);
    row->addWidget(label);
    row->addWidget(m_base);
    card->body()->addLayout(row);
    m_model = new CheckedTableModel(this);
    m_table = new QTableView(card);
    m_table->setObjectName(u"checkedTable"_s);
    m_table->setAccessibleName(tr("調べた表"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    card->body()->addWidget(m_table, 1);
    column->addWidget(card, 3);

    auto *found = new Card(tr("合わない行"), m_content);
    m_rows = new GridModel(this);
    m_rows->setEditable(false);
    const auto at = [this](int index) -> const TableFinding & {
        return m_wrong.at(static_cast<std::size_t>(index));
    };
    const auto joined = [at](int index, QString CheckedPercent::*member) {
        QStringList texts;
        for (const CheckedPercent &percent : at(index).wrong)
            texts << percent.*member;
        return texts.join(u"、"_s);
    };
    m_rows->setColumns(
        {{.title = tr("行"),
          .text =
              [at](int index) {
                  const TableFinding &each = at(index);
                  return each.column.isEmpty() ? each.row : tr("%1（%2）").arg(each.row, each.column);
              }},
         {.title = tr("表の値"),
          .text = [joined](int index) { return joined(index, &CheckedPercent::printed); }},
         {.title = tr("人数から計算した値"),
          .text = [joined](int index) { return joined(index, &CheckedPercent::expected); }},
         {.title = tr("考えられること"), .text = [at](int index) { return at(index).reason; }}});
    m_findings = new GridView(tr("合わない行の一覧"), m_rows, found);
    m_findings->setObjectName(u"findings"_s);
    const double letters[] = {14, 13, 13, 30};
    for (int each = 0; each < 4; ++each)
        m_findings->setLetters(each, letters[each]);
    m_findings->horizontalHeader()->setStretchLastSection(true);
    // Reasons take two lines where the window is narrow.
    m_findings->verticalHeader()->setDefaultSectionSize(2 * TextLines::pitch(m_findings->font()) + 10);
    found->body()->addWidget(m_findings, 1);
    column->addWidget(found, 2);
    body()->addWidget(m_content, 1);
}

void TableCheckPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else
        ScrollPage::keyPressEvent(event);
}

void TableCheckPage::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        showError(
            {.code = ErrorCode::Usage,
             .message = tr("貼り付ける表がありません。Excel や Word で表を選んでコピーしてください。")});
        return;
    }
    m_sheets = {{tr("貼り付けた表"), cellsOfText(text)}};
    showTable(tr("貼り付けた表"), m_sheets.front().second);
}

void TableCheckPage::open(const QString &path)
{
    const auto tables = readTables(path);
    if (!report(tables))
        return;
    m_sheets.clear();
    for (const Table &table : *tables)
        m_sheets.emplace_back(table.sheet.isEmpty() ? table.file : table.sheet, cellsOfTable(table));
    if (m_sheets.empty())
        return;
    // The first sheet that holds counts and percentages.
    std::size_t chosen = 0;
    for (std::size_t i = m_sheets.size(); i-- > 0;)
        chosen = checkTable(m_sheets[i].second) ? i : chosen;
    showTable(QFileInfo(path).fileName(), m_sheets[chosen].second);
    m_sheet->setCurrentIndex(static_cast<int>(chosen));
}

void TableCheckPage::showTable(const QString &name, std::vector<QStringList> cells)
{
    m_name = name;
    m_cells = std::move(cells);
    {
        const QSignalBlocker quiet(m_sheet);
        m_sheet->clear();
        for (const auto &[sheet, rows] : m_sheets)
            m_sheet->addItem(sheet);
    }
    m_sheet->setVisible(m_sheets.size() > 1);
    check();
}

void TableCheckPage::check()
{
    if (m_cells.empty())
        return;
    std::optional<std::int64_t> base;
    if (!m_base->text().trimmed().isEmpty()) {
        bool number = false;
        const qlonglong people = m_base->text().trimmed().toLongLong(&number);
        if (!number || people < 1 || people > 1'000'000'000) {
            showError(
                {.code = ErrorCode::Usage,
                 .message = tr("母数には1以上の整数を入れてください（表のとおりのときは空にします）。")});
            return;
        }
        base = people;
    }
    const auto checked = checkTable(m_cells, base);
    if (!report(checked))
        return;
    clearError();
    m_check = *checked;
    m_wrong = m_check.findings();
    std::vector<qint64> ids(m_wrong.size());
    std::iota(ids.begin(), ids.end(), qint64(1));
    m_rows->setRows(std::move(ids));
    m_model->setTable(m_cells, m_check);
    m_table->resizeColumnsToContents();
    m_summary->setText(QStringList{m_check.summary(), m_check.notes.join(u' ')}.join(u' ').trimmed());
    m_empty->hide();
    m_content->show();
    for (QPushButton *button : {m_copy, m_write, m_paste})
        button->show();
}

void TableCheckPage::copyFindings()
{
    QGuiApplication::clipboard()->setText(tableCheckText(m_check));
    Q_EMIT notice({Notice::Kind::Info, tr("検算の結果をコピーしました。")});
}

void TableCheckPage::write()
{
    const QString path =
        context().dialogs.saveFile(this, tr("検算の結果を書き出す"), tr("表の検算.xlsx"),
                                   tr("Excel ブック (*.xlsx);;PDF (*.pdf);;Word 文書 (*.docx)"));
    if (path.isEmpty())
        return;
    if (report(writeReportFile(path, tableCheckReport(m_name, m_cells, m_check))))
        Q_EMIT notice(
            {Notice::Kind::Info, tr("検算の結果を書き出しました：%1").arg(QDir::toNativeSeparators(path))});
}

} // namespace tane
