#include "people/registerimportdialog.h"

#include "people/gridview.h"
#include "people/registerdiff.h"
#include "people/registerspage.h"
#include "shell/widgets.h"
#include "survey/problemmodel.h"
#include "survey/rowdelegate.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

QString registerKindText(RegisterKind kind)
{
    switch (kind) {
    case RegisterKind::People:
        return RegisterImportDialog::tr("人材");
    case RegisterKind::Centres:
        return RegisterImportDialog::tr("センター");
    case RegisterKind::Municipalities:
        return RegisterImportDialog::tr("市町村");
    }
    Q_UNREACHABLE();
}

QString listFilter()
{
    return RegisterImportDialog::tr("Excel・CSV (*.xlsx *.csv);;すべてのファイル (*)");
}

QString workbookFilter()
{
    return RegisterImportDialog::tr("Excel ブック (*.xlsx)");
}

RegisterImportDialog::RegisterImportDialog(PageContext &pageContext, RegisterKind kind, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
    , m_kind(kind)
{
    setWindowTitle(tr("%1の一覧の取り込み").arg(registerKindText(kind)));
    const QSize room = screen()->availableSize();
    resize(qMin(900, room.width() - 40), qMin(600, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    makeTop();
    makeTables();
    makeButtons();
}

RegisterImportDialog::~RegisterImportDialog() = default;

void RegisterImportDialog::makeTop()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_path = new ElidedLabel(tr("Excel または CSV の一覧（1行に1件）を選びます"), this);
    auto *choose = new QPushButton(tr("ファイルを選ぶ…"), this);
    connect(choose, &QPushButton::clicked, this, &RegisterImportDialog::chooseFile);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
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

void RegisterImportDialog::makeTables()
{
    m_model = new GridModel(this);
    const auto at = [this](int row) -> const RegisterDifference & {
        return m_differences[static_cast<std::size_t>(row)];
    };
    m_model->setColumns({
        {.title = tr("対象"), .text = [at](int row) { return at(row).who; }},
        {.title = tr("項目"),
         .text =
             [at](int row) {
                 return at(row).kind == RegisterDifference::Kind::Added     ? tr("（追加）")
                        : at(row).kind == RegisterDifference::Kind::Removed ? tr("（削除）")
                                                                            : at(row).what;
             }},
        {.title = tr("いまの内容"), .text = [at](int row) { return at(row).before; }},
        {.title = tr("取り込んだあと"), .text = [at](int row) { return at(row).after; }},
    });
    m_model->setEditable(false);
    m_table = new GridView(tr("取り込むと変わること"), m_model, this);
    m_table->setObjectName(u"changes"_s);
    const double letters[] = {9, 8, 16, 16};
    for (int column = 0; column < 4; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_problemTitle = secondaryLabel({}, this);
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    m_problemTable->setObjectName(u"importProblems"_s);
    m_problemTable->setAccessibleName(tr("読み取れなかったところ"));
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    m_problemTable->setMaximumHeight(170);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_table, 1);
    column->addWidget(m_problemTitle);
    column->addWidget(m_problemTable);
    m_table->hide();
    m_problemTitle->hide();
    m_problemTable->hide();
    column->addStretch(0);
}

void RegisterImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("取り込む"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importNow"_s);
    makePrimary(m_import);
    m_import->setEnabled(false);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    connect(m_import, &QPushButton::clicked, this, &RegisterImportDialog::importNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void RegisterImportDialog::chooseFile()
{
    setSource(
        m_context.dialogs.openFile(this, tr("%1の一覧を選ぶ").arg(registerKindText(m_kind)), listFilter()));
}

void RegisterImportDialog::setSource(const QString &path)
{
    if (path.isEmpty())
        return;
    m_ready = false;
    m_message->hide();
    m_path->setText(QDir::toNativeSeparators(path));
    auto read = readRegister(m_context.document, m_kind, path, QDate::currentDate());
    if (!read)
        return showError(read.error());
    m_read = std::move(*read);
    auto differences = preview();
    if (!differences)
        return showError(differences.error());
    m_differences = std::move(*differences);
    m_ready = true;
    showImport();
}

void RegisterImportDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
    m_message->setDetail(error.detail);
    m_differences.clear();
    m_model->setRows({});
    m_table->hide();
    m_problemTable->hide();
    m_problemTitle->hide();
    m_summary->clear();
    m_import->setEnabled(false);
}

// The surest way to know what an import does is to do it, to look, and to take it back: nothing of it was
// ever saved.
Result<std::vector<RegisterDifference>> RegisterImportDialog::preview()
{
    TANE_TRY(const Registry before, loadRegistry(m_context.document));
    std::vector<RegisterDifference> found;
    bool looked = false;
    const Result<> done = m_context.document.perform({}, [&](Database &) -> Result<> {
        TANE_CHECK(m_read.apply(m_context.document));
        TANE_TRY(const Registry after, loadRegistry(m_context.document));
        found = registerDifferences(before, after);
        looked = true;
        return fail(ErrorCode::Cancelled, {});
    });
    if (!looked)
        return std::unexpected(done.error());
    return found;
}

void RegisterImportDialog::showImport()
{
    std::vector<qint64> rows(m_differences.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<qint64>(i) + 1;
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    m_table->setVisible(!m_differences.empty());
    QString text = tr("追加 %1件　／　変更 %2件　／　変わらない %3件")
                       .arg(m_read.added)
                       .arg(m_read.changed)
                       .arg(m_read.unchanged);
    if (!m_read.ignoredColumns.isEmpty())
        text += tr("\n使わない列：%1").arg(m_read.ignoredColumns.join(u"、"_s));
    setParagraph(m_summary, text);
    m_problemTitle->setText(tr("確かめていただきたいところ %1件（どう扱ったかは右の欄のとおりです）")
                                .arg(m_read.problems.size()));
    m_problemTitle->setVisible(!m_read.problems.empty());
    m_problemTable->setVisible(!m_read.problems.empty());
    m_problems->setProblems(m_read.problems);
    m_problemTable->resizeColumnsToContents();
    const bool any = m_read.added + m_read.changed > 0;
    if (!any)
        m_message->show({Notice::Kind::Info, tr("名簿と同じ内容です。取り込むものはありません。")}, false);
    else if (m_kind != RegisterKind::Municipalities && !m_read.problems.empty() &&
             municipalitiesBadge(m_context.document).isEmpty())
        m_message->show({Notice::Kind::Hint,
                         tr("市町村がまだ登録されていません。先に［市町村・センター］で都道府県を選ぶと、"
                            "市町村や所属も結びついて入ります。")},
                        false);
    m_import->setEnabled(any && !m_context.document.isReadOnly());
    if (m_import->isEnabled())
        m_import->setFocus(); // Enter goes on with what was just read
}

QString RegisterImportDialog::summary() const
{
    return m_summary->text();
}

void RegisterImportDialog::importNow()
{
    if (!m_ready || !m_import->isEnabled())
        return;
    if (const Result<> done = m_read.apply(m_context.document); !done)
        return showError(done.error());
    Q_EMIT imported(tr("%1の一覧を取り込みました（追加 %2件、変更 %3件）。「元に戻す」で戻せます。")
                        .arg(registerKindText(m_kind))
                        .arg(m_read.added)
                        .arg(m_read.changed));
    accept();
}

} // namespace tane
