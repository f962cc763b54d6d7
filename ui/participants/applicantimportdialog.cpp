#include "participants/applicantimportdialog.h"

#include "base/textfold.h"
#include "people/flowlayout.h"
#include "people/gridview.h"
#include "people/registerimportdialog.h"
#include "shell/page.h"
#include "shell/widgets.h"
#include "survey/problemmodel.h"
#include "survey/rowdelegate.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ApplicantImportDialog::ApplicantImportDialog(PageContext &context, qint64 workshop, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workshop(workshop)
{
    setWindowTitle(tr("申込みの取り込み"));
    setAcceptDrops(true);
    const QSize room = screen()->availableSize();
    resize(qMin(960, room.width() - 40), qMin(640, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    makeTop();
    makeTables();
    makeButtons();
}

ApplicantImportDialog::~ApplicantImportDialog() = default;

void ApplicantImportDialog::makeTop()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_pathLabel =
        new ElidedLabel(tr("返ってきた申込書、そのフォルダー、または1行に1人の一覧を選びます"), this);
    m_file = new QPushButton(tr("ファイルを選ぶ…"), this);
    m_file->setObjectName(u"chooseApplications"_s);
    m_folder = new QPushButton(tr("フォルダーを選ぶ…"), this);
    m_folder->setObjectName(u"chooseApplicationFolder"_s);
    connect(m_file, &QPushButton::clicked, this, [this] {
        setSource(m_context.dialogs.openFile(this, tr("申込みのファイルを選ぶ"), listFilter()));
    });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { setSource(m_context.dialogs.openFolder(this, tr("申込書のフォルダーを選ぶ"))); });
    row->addWidget(m_pathLabel, 1);
    row->addWidget(m_file);
    row->addWidget(m_folder);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("読み取りの進み具合"));
    m_progress->hide();
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"importMessage"_s);
    m_message->hide();
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"applicantSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("選ぶと、新しく加わる方、変わるところ、読み取れないところを、取り込む前に"
                          "ここで確かめられます。同じものをもう一度選んでも、二重にはなりません。"));
    m_headsTitle = secondaryLabel(
        tr("意味の分からない列があります。選ぶと読み直し、次からも同じように読みます。"), this);
    m_headsTitle->hide();
    m_heads = new QWidget(this);
    m_heads->hide();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    for (QWidget *each : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_message),
                          static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_headsTitle), m_heads})
        column->addWidget(each);
}

void ApplicantImportDialog::makeTables()
{
    m_model = new GridModel(this);
    const auto at = [this](int row) -> const ApplicantRow & {
        return m_read.rows[static_cast<std::size_t>(row)];
    };
    m_model->setColumns(
        {{.title = tr("取り込み"),
          .text = [at](int row) { return applicantRowText(at(row).what); },
          .sort = [at](int row) { return QVariant(static_cast<int>(at(row).what)); }},
         {.title = tr("氏名"), .text = [at](int row) { return at(row).participant.name; }},
         {.title = tr("立場"), .text = [at](int row) { return at(row).participant.role; }},
         {.title = tr("所属"), .text = [at](int row) { return at(row).participant.affiliation; }},
         {.title = tr("変わること・理由"),
          .text =
              [at](int row) {
                  QStringList parts = at(row).changes;
                  if (!at(row).why.isEmpty())
                      parts << at(row).why;
                  return parts.join(u"、"_s);
              }},
         {.title = tr("場所"), .text = [at](int row) { return at(row).place; }}});
    m_model->setEditable(false);
    m_model->setFaded([at](int row) {
        return at(row).what == ApplicantRow::What::Same || at(row).what == ApplicantRow::What::Refused;
    });
    m_table = new GridView(tr("取り込む申込み"), m_model, this);
    m_table->setObjectName(u"applicantRows"_s);
    const double letters[] = {7, 8, 9, 11, 16, 12};
    for (int column = 0; column < 6; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->hide();
    m_problemTitle = secondaryLabel({}, this);
    m_problemTitle->hide();
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    m_problemTable->setObjectName(u"applicantProblems"_s);
    m_problemTable->setAccessibleName(tr("読み取れなかったところ"));
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    m_problemTable->setMaximumHeight(150);
    m_problemTable->hide();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_table, 1);
    column->addWidget(m_problemTitle);
    column->addWidget(m_problemTable);
    column->addStretch(0);
}

void ApplicantImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("取り込む"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importApplicants"_s);
    makePrimary(m_import);
    m_import->setEnabled(false);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    connect(m_import, &QPushButton::clicked, this, &ApplicantImportDialog::importNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &ApplicantImportDialog::reject);
    layout()->addWidget(buttons);
}

void ApplicantImportDialog::setSource(const QString &path)
{
    if (path.isEmpty() || m_reading)
        return;
    m_path = path;
    m_columns.clear();
    m_pathLabel->setText(QDir::toNativeSeparators(path));
    read();
}

void ApplicantImportDialog::showReading(bool reading)
{
    m_reading = reading;
    m_stop = false;
    m_progress->setVisible(reading);
    m_progress->setRange(0, 0);
    for (QWidget *each : {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_folder), m_heads})
        each->setEnabled(!reading);
}

// The file is asked who is known already while the forms are read, so that all of it stays in this thread;
// the window is let breathe between two of them.
void ApplicantImportDialog::read()
{
    m_message->hide();
    showReading(true);
    auto found = readApplicants(m_context.document, m_workshop, m_path, QDate::currentDate(), m_columns,
                                [this](long long done, long long total) {
                                    m_progress->setRange(0, static_cast<int>(total));
                                    m_progress->setValue(static_cast<int>(done));
                                    QCoreApplication::processEvents();
                                    return !m_stop;
                                });
    const bool stopped = m_stop;
    showReading(false);
    if (stopped)
        return QDialog::reject();
    if (!found)
        return showError(found.error());
    m_read = std::move(*found);
    showImport();
}

void ApplicantImportDialog::reject()
{
    if (m_reading)
        m_stop = true; // the reading stops at the next file, and closes the dialog
    else
        QDialog::reject();
}

void ApplicantImportDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
    m_message->setDetail(error.detail);
    m_read = ApplicantImport();
    m_model->setRows({});
    for (QWidget *each :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_problemTitle),
          static_cast<QWidget *>(m_problemTable), static_cast<QWidget *>(m_headsTitle), m_heads})
        each->hide();
    m_summary->clear();
    m_import->setEnabled(false);
}

void ApplicantImportDialog::showImport()
{
    std::vector<qint64> rows(m_read.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<qint64>(i) + 1;
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    m_table->show();
    using What = ApplicantRow::What;
    QString text =
        tr("申込み %1名分を読み取りました。\n新しい申込み %2名　／　変更 %3名　／　変わりなし %4名　"
           "／　取り込まない %5名")
            .arg(m_read.rows.size())
            .arg(m_read.count(What::New))
            .arg(m_read.count(What::Changed))
            .arg(m_read.count(What::Same))
            .arg(m_read.count(What::Refused));
    if (m_read.brokenFiles > 0)
        text +=
            tr("\n読めなかったファイルが %1 件あります（読めたものは %2 件）。直してからもう一度取り込めば、"
               "その分だけが加わります。")
                .arg(m_read.brokenFiles)
                .arg(m_read.files);
    if (!m_read.before.sheet.isEmpty())
        text += tr("\n同じファイルの研修前アンケート %1 "
                   "名分も取り込みます（申込みに変わりのない方の分を含みます）。")
                    .arg(m_read.before.sheet.size());
    setParagraph(m_summary, text);
    showHeads();
    m_problemTitle->setText(tr("読み取れないところ %1件").arg(m_read.problems.size()));
    m_problemTitle->setVisible(!m_read.problems.empty());
    m_problemTable->setVisible(!m_read.problems.empty());
    m_problems->setProblems(m_read.problems);
    m_problemTable->resizeColumnsToContents();
    const bool any = m_read.changesSomething();
    if (!any)
        m_message->show({Notice::Kind::Info, tr("一覧と同じ内容です。取り込むものはありません。")}, false);
    m_import->setEnabled(any && !m_context.document.isReadOnly());
    if (m_import->isEnabled() && !m_heads->isVisible())
        m_import->setFocus(); // Enter goes on with what was just read
}

/// A choice for every head that means nothing yet; those that were mapped just now stay, to be changed again.
void ApplicantImportDialog::showHeads()
{
    QStringList heads = m_read.unknownHeads;
    for (const QString &head : std::as_const(m_read.heads))
        if (m_columns.contains(foldText(head)) && !heads.contains(head))
            heads << head;
    delete m_heads->layout();
    for (QWidget *old : m_heads->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater();
    }
    auto *flow = new FlowLayout(metrics::m, m_heads);
    for (const QString &head : std::as_const(heads)) {
        auto *pair = new QWidget(m_heads);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::xs);
        auto *label = new QLabel(tr("「%1」は").arg(head), pair);
        auto *box = new QComboBox(pair);
        box->setObjectName(u"head:"_s + head);
        box->setAccessibleName(tr("列「%1」の意味").arg(head));
        for (const ApplicantField field : allApplicantFields())
            box->addItem(applicantFieldName(field), static_cast<int>(field));
        box->setCurrentIndex(
            box->findData(static_cast<int>(m_columns.value(foldText(head), ApplicantField::Ignored))));
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        flow->addWidget(pair);
        connect(box, &QComboBox::activated, this, [this, box, head] {
            m_columns.insert(foldText(head), static_cast<ApplicantField>(box->currentData().toInt()));
            QTimer::singleShot(0, this, &ApplicantImportDialog::read); // the boxes are made anew
        });
    }
    m_heads->setVisible(!heads.isEmpty());
    m_headsTitle->setVisible(!heads.isEmpty());
}

QString ApplicantImportDialog::summary() const
{
    return m_summary->text();
}

void ApplicantImportDialog::importNow()
{
    if (!m_import->isEnabled() || m_reading)
        return;
    const auto done = storeApplicants(m_context.document, m_read, m_columns);
    if (!done) {
        m_message->show({Notice::Kind::Error, done.error().toString()}, false);
        return;
    }
    using What = ApplicantRow::What;
    Q_EMIT imported(tr("申込みを取り込みました（新しい方 %1名、変更 %2名）。「元に戻す」で戻せます。")
                        .arg(m_read.count(What::New))
                        .arg(m_read.count(What::Changed)));
    accept();
}

void ApplicantImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_reading)
        event->acceptProposedAction();
}

void ApplicantImportDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty())
        setSource(urls.front().toLocalFile());
}

} // namespace tane
