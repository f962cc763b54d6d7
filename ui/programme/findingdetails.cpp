#include "programme/findingdetails.h"

#include "base/fiscalyear.h"
#include "parts/savefield.h"
#include "programme/findingtable.h"
#include "shell/editors/datefield.h"
#include "shell/editors/refused.h"
#include "shell/editors/savedline.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kMostRowsShown = 200;
constexpr int kTableHeight = 190;
} // namespace

QString findingSummary(const Finding &finding)
{
    QStringList parts;
    for (const QString &part : {findingKindText(finding.kind), finding.source, eraDate(finding.foundOn)}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (!finding.tableCells.isEmpty())
        parts << (finding.tableTitle.isEmpty() ? FindingDetails::tr("表あり")
                                               : FindingDetails::tr("表「%1」").arg(finding.tableTitle));
    return parts.join(u"・"_s);
}

FindingDetails::FindingDetails(PageContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::m, metrics::s, metrics::m, metrics::s);
    column->setSpacing(metrics::s);
    makeFields();
    m_error = new QLabel(this);
    m_error->setProperty("tone", u"error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    makeTable();
    hide();
}

void FindingDetails::makeFields()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("定量か定性か"));
    m_kind->addItem(tr("種類なし"));
    m_kind->addItem(findingKindText(Finding::Kind::Quantitative));
    m_kind->addItem(findingKindText(Finding::Kind::Qualitative));
    m_kind->setToolTip(tr("数で分かったことは定量、聞き取りなどで分かったことは定性です"));
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        report(save(&Finding::kind, static_cast<Finding::Kind>(index), tr("所見の種類の変更")));
    });
    m_source = new SavedLine(
        tr("出典"), [this](const QString &text) { return save(&Finding::source, text, tr("出典の変更")); },
        this);
    m_source->setPlaceholder(tr("出典（例：実施状況調査、聞き取り）"));
    m_date = new DateField(
        tr("時点"), [this](QDate date) { return save(&Finding::foundOn, date, tr("時点の変更")); }, this);
    m_date->setPlaceholder(tr("時点（例：R8.5.1）"));
    m_attach = new QToolButton(this);
    m_attach->setText(tr("表"));
    m_attach->setIcon(symbolIcon(Symbol::Table));
    m_attach->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_attach->setPopupMode(QToolButton::InstantPopup);
    m_attach->setAccessibleName(tr("表を付ける"));
    auto *menu = new QMenu(m_attach);
    m_paste = menu->addAction(tr("Excelでコピーした表を貼り付ける(&V)"));
    m_read = menu->addAction(tr("ファイルから読む（xlsx・csv）(&O)…"));
    m_detach = menu->addAction(tr("表を外す(&D)"));
    m_attach->setMenu(menu);
    connect(m_paste, &QAction::triggered, this, &FindingDetails::paste);
    connect(m_read, &QAction::triggered, this, &FindingDetails::readFile);
    connect(m_detach, &QAction::triggered, this, [this] { report(attach({}, {})); });
    m_draw = new QToolButton(this);
    m_draw->setText(tr("課題として取り出す"));
    m_draw->setPopupMode(QToolButton::InstantPopup);
    m_draw->setMenu(new QMenu(m_draw));
    row->addWidget(m_kind, 0, Qt::AlignTop);
    row->addWidget(m_source, 3);
    row->addWidget(m_date, 2);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(metrics::s);
    actions->addWidget(m_attach);
    actions->addWidget(m_draw);
    actions->addStretch(1);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    column->addLayout(actions);
}

void FindingDetails::makeTable()
{
    m_tablePart = new QWidget(this);
    auto *column = new QVBoxLayout(m_tablePart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    m_tableTitle = new SavedLine(
        tr("表の題名"),
        [this](const QString &text) { return save(&Finding::tableTitle, text, tr("表の題名の変更")); },
        m_tablePart);
    m_tableTitle->setPlaceholder(tr("表の題名"));
    m_tableSize = secondaryLabel({}, m_tablePart);
    m_table = new QTableWidget(m_tablePart);
    m_table->setAccessibleName(tr("付けた表"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setMaximumHeight(kTableHeight);
    auto *head = new QHBoxLayout;
    head->addWidget(m_tableTitle, 1);
    head->addWidget(m_tableSize);
    column->addLayout(head);
    column->addWidget(m_table);
    layout()->addWidget(m_tablePart);
}

void FindingDetails::show(const Finding &finding, const std::vector<TargetGroup> &groups)
{
    if (m_finding.id != finding.id) {
        SavedField::commitAll(this);
        const QString refused = refusedEntries(this);
        for (SavedField *field : findChildren<SavedField *>())
            field->revert();
        m_error->setText(refused);
        m_error->setVisible(!refused.isEmpty());
    }
    const bool sameTable = m_finding.id == finding.id && m_finding.tableCells == finding.tableCells;
    m_finding = finding;
    const bool writable = !m_context.document.isReadOnly();
    m_kind->setCurrentIndex(static_cast<int>(finding.kind));
    m_source->setValue(finding.source);
    m_date->setEarliest(QDate::currentDate().addYears(-1).addDays(1)); // what was found lies behind
    m_date->setValue(finding.foundOn);
    m_tableTitle->setValue(finding.tableTitle);
    m_detach->setEnabled(!finding.tableCells.isEmpty());
    m_draw->menu()->clear();
    for (const TargetGroup &group : groups) {
        QAction *action = m_draw->menu()->addAction(tr("「%1」の課題にする").arg(group.name));
        connect(action, &QAction::triggered, this,
                [this, id = group.id] { Q_EMIT issueRequested(m_finding.id, id); });
    }
    m_kind->setEnabled(writable);
    m_attach->setEnabled(writable);
    m_draw->setEnabled(writable && !groups.empty());
    for (SavedField *field : findChildren<SavedField *>())
        field->setReadOnly(!writable);
    if (!sameTable)
        showTable();
    QFrame::show();
}

void FindingDetails::showTable()
{
    const std::vector<QStringList> rows = rowsOfCells(m_finding.tableCells);
    m_tablePart->setVisible(!rows.empty());
    const int count = static_cast<int>(rows.size());
    const int shown = qMin(count, kMostRowsShown);
    const int columns = rows.empty() ? 0 : static_cast<int>(rows.front().size());
    m_table->clear();
    m_table->setRowCount(shown);
    m_table->setColumnCount(columns);
    for (int row = 0; row < shown; ++row) {
        for (int column = 0; column < columns; ++column) {
            auto *item = new QTableWidgetItem(rows[static_cast<std::size_t>(row)][column]);
            bool isNumber = false;
            const QString plain = QString(item->text()).remove(u',').remove(u'%');
            static_cast<void>(plain.toDouble(&isNumber));
            if (isNumber)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < columns; ++column)
        m_table->setColumnWidth(column, qMin(m_table->columnWidth(column), 260));
    m_table->setFixedHeight(qMin(kTableHeight, shown * m_table->rowHeight(0) + 16));
    m_tableSize->setText(shown < count
                             ? tr("%1 行 × %2 列（はじめの %3 行）").arg(count).arg(columns).arg(shown)
                             : tr("%1 行 × %2 列").arg(count).arg(columns));
}

template<class Member>
Result<> FindingDetails::save(Member Finding::*member, const Member &value, const QString &label)
{
    return saveField(m_context.document, m_finding.id, member, value, label);
}

Result<> FindingDetails::attach(const QString &cells, const QString &title)
{
    RecordTable<Finding> table(m_context.document);
    TANE_TRY(Finding finding, table.load(m_finding.id));
    finding.tableCells = cells;
    finding.tableTitle = title;
    return table.update(finding, cells.isEmpty() ? tr("表を外す") : tr("表を付ける"));
}

void FindingDetails::paste()
{
    const QString cells = cellsFromClipboard(QGuiApplication::clipboard()->text());
    if (cells.isEmpty())
        report(fail(
            ErrorCode::NothingUnderstood,
            tr("コピーされた表がありません。Excelで表の範囲をコピーしてから、もう一度選んでください。")));
    else
        report(attach(cells, m_finding.tableTitle));
}

void FindingDetails::readFile()
{
    const QString path = m_context.dialogs.openFile(this, tr("表を読むファイル"),
                                                    tr("表のファイル (*.xlsx *.csv);;すべてのファイル (*)"));
    if (path.isEmpty())
        return;
    QString sheet;
    QStringList others;
    const auto cells = readFindingTable(path, sheet, others);
    if (!cells)
        return report(std::unexpected(cells.error()));
    report(attach(*cells, m_finding.tableTitle.isEmpty() ? sheet : m_finding.tableTitle));
    if (!others.isEmpty())
        Q_EMIT notice(
            {Notice::Kind::Info,
             tr("シート「%1」を付けました。ほかのシート（%2）は、Excelでコピーして貼り付けてください。")
                 .arg(sheet, others.join(u"、"_s))});
}

void FindingDetails::report(const Result<> &result)
{
    m_error->setText(result ? QString() : result.error().toString());
    m_error->setVisible(!result);
}

void FindingDetails::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(color(ColorRole::Window, scheme), color(ColorRole::Card, scheme), 0.8));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace tane
