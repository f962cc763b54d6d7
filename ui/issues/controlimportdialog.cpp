#include "issues/controlimportdialog.h"

#include "people/gridview.h"
#include "people/registerimportdialog.h"
#include "shell/widgets.h"
#include "survey/problemmodel.h"
#include "survey/rowdelegate.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ControlImportDialog::ControlImportDialog(PageContext &pageContext, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
{
    setWindowTitle(tr("課題管理シートの取り込み"));
    const QSize room = screen()->availableSize();
    resize(qMin(960, room.width() - 40), qMin(620, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    makeTop();
    makeTables();
    makeButtons();
}

void ControlImportDialog::makeTop()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_path =
        new ElidedLabel(tr("記入されたシート、シートを集めたフォルダー、またはまとめの表を選びます"), this);
    auto *file = new QPushButton(tr("ファイルを選ぶ…"), this);
    auto *folder = new QPushButton(tr("フォルダーを選ぶ…"), this);
    connect(file, &QPushButton::clicked, this, [this] {
        setSource(m_context.dialogs.openFile(this, tr("課題管理シートを選ぶ"), listFilter()));
    });
    connect(folder, &QPushButton::clicked, this, [this] {
        setSource(m_context.dialogs.openFolder(this, tr("課題管理シートのフォルダーを選ぶ")));
    });
    row->addWidget(m_path, 1);
    row->addWidget(file);
    row->addWidget(folder);
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"importMessage"_s);
    m_message->hide();
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(m_summary);
}

void ControlImportDialog::makeTables()
{
    m_model = new GridModel(this);
    const auto at = [this](int row) -> const Row & { return m_rows[static_cast<std::size_t>(row)]; };
    m_model->setColumns(
        {{.title = tr("市町村・年度"), .text = [at](int row) { return at(row).who; }},
         {.title = tr("場面"), .text = [at](int row) { return at(row).difference.scene; }},
         {.title = tr("項目"), .text = [at](int row) { return at(row).difference.what; }},
         {.title = tr("いまの内容"), .text = [at](int row) { return at(row).difference.before; }},
         {.title = tr("取り込んだあと"), .text = [at](int row) { return at(row).difference.after; }}});
    m_model->setEditable(false);
    m_table = new GridView(tr("取り込むと変わること"), m_model, this);
    m_table->setObjectName(u"changes"_s);
    const double letters[] = {9, 7, 13, 13, 13};
    for (int column = 0; column < 5; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_problemTitle = secondaryLabel({}, this);
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    m_problemTable->setObjectName(u"importProblems"_s);
    m_problemTable->setAccessibleName(tr("取り込めないシートの直すところ"));
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    m_problemTable->setMinimumHeight(120);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_table, 3);
    column->addWidget(m_problemTitle);
    column->addWidget(m_problemTable, 2);
    m_table->hide();
    m_problemTitle->hide();
    m_problemTable->hide();
    column->addStretch(0);
}

void ControlImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("取り込む"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importNow"_s);
    makePrimary(m_import);
    m_import->setEnabled(false);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    connect(m_import, &QPushButton::clicked, this, &ControlImportDialog::importNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void ControlImportDialog::setSource(const QString &path)
{
    if (path.isEmpty())
        return;
    m_message->hide();
    m_path->setText(QDir::toNativeSeparators(path));
    const auto registry = loadRegistry(m_context.document);
    if (!registry)
        return showError(registry.error());
    auto read = readControlSheets(*registry, path);
    if (!read)
        return showError(read.error());
    m_read = std::move(*read);
    if (const Result<> compared = compare(*registry); !compared)
        return showError(compared.error());
    showImport();
}

void ControlImportDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
    m_message->setDetail(error.detail);
    m_rows.clear();
    m_change = {};
    m_model->setRows({});
    m_problems->setProblems({});
    m_table->hide();
    m_problemTable->hide();
    m_problemTitle->hide();
    m_summary->clear();
    m_import->setEnabled(false);
}

Result<> ControlImportDialog::compare(const Registry &registry)
{
    m_rows.clear();
    TANE_TRY(m_change, compareControlSheets(m_context.document, m_read.sheets));
    for (const ControlContent &wanted : m_change.toStore) {
        const Municipality *place = registry.municipality(wanted.sheet.municipality);
        const QString year = FiscalYear(wanted.sheet.year).text();
        const QString who = place != nullptr ? QString(place->name + u'　' + year) : year;
        TANE_TRY(const auto stored,
                 controlSheetOf(m_context.document, wanted.sheet.municipality, wanted.sheet.year));
        const std::vector<ControlDifference> found =
            controlDifferences(stored.value_or(ControlContent{}), wanted);
        if (!stored) {
            m_rows.push_back({who, {{}, tr("（新しいシート）"), {}, tr("%1項目").arg(found.size())}});
            continue;
        }
        for (const ControlDifference &each : found)
            m_rows.push_back({who, each});
        if (found.empty())
            m_rows.push_back({who, {{}, tr("場面・指標の順番"), {}, tr("並べ替え")}});
    }
    return {};
}

void ControlImportDialog::showImport()
{
    std::vector<qint64> rows(m_rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<qint64>(i) + 1;
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    m_table->setVisible(!m_rows.empty());
    setParagraph(m_summary, tr("新しい %1枚　／　変わる %2枚　／　変わらない %3枚")
                                .arg(m_change.added)
                                .arg(m_change.changed)
                                .arg(m_change.unchanged));
    m_problemTitle->setText(tr("取り込まないシートの直すところ %1件").arg(m_read.problems.size()));
    m_problemTitle->setVisible(!m_read.problems.empty());
    m_problemTable->setVisible(!m_read.problems.empty());
    m_problems->setProblems(m_read.problems);
    m_problemTable->resizeColumnsToContents();
    const bool any = !m_change.toStore.empty();
    if (!m_read.problems.empty())
        m_message->show({Notice::Kind::Error,
                         any ? tr("直すところのあるシートは取り込みません。ほかのシートは取り込めます。")
                             : tr("このシートは取り込めません。下の場所を直して、もう一度選んでください。")},
                        false);
    else if (!any)
        m_message->show({Notice::Kind::Info, tr("いまの内容と同じです。取り込むものはありません。")}, false);
    m_import->setEnabled(any && !m_context.document.isReadOnly());
    if (m_import->isEnabled())
        m_import->setFocus(); // Enter goes on with what was just read
}

QString ControlImportDialog::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void ControlImportDialog::importNow()
{
    if (!m_import->isEnabled() || m_change.toStore.empty())
        return;
    const Result<> stored = storeControlSheets(m_context.document, m_change, tr("課題管理シートの取り込み"));
    if (!stored)
        return showError(stored.error());
    const ControlSheet first = m_change.toStore.front().sheet;
    Q_EMIT imported(
        tr("課題管理シートを取り込みました（新しい %1枚、変わった %2枚）。「元に戻す」で戻せます。")
            .arg(m_change.added)
            .arg(m_change.changed),
        first.municipality, first.year);
    accept();
}

} // namespace tane
