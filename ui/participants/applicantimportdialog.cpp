#include "participants/applicantimportdialog.h"

#include "base/textfold.h"
#include "parts/filefilters.h"
#include "parts/gridmodel.h"
#include "shell/flowlayout.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tane {

ApplicantImportDialog::ApplicantImportDialog(PageContext &pageContext, qint64 workshop, QWidget *parent)
    : ImportPreview(pageContext,
                    {.title = tr("申込みの取り込み"),
                     .hint = tr("返ってきた申込書、そのフォルダー、または1行に1人の一覧を選びます"),
                     .size = {960, 640}},
                    parent)
    , m_workshop(workshop)
{
    setAcceptDrops(true);
    makeSources();
    makeHeads();
    setTable({.name = tr("取り込む申込み"),
              .problems = tr("読み取れなかったところ"),
              .columns = columns(),
              .letters = {7, 8, 9, 11, 16, 12}});
    model()->setFaded([this](int row) {
        const ApplicantRow::What what = m_read.rows[static_cast<std::size_t>(row)].what;
        return what == ApplicantRow::What::Same || what == ApplicantRow::What::Refused;
    });
}

ApplicantImportDialog::~ApplicantImportDialog() = default;

void ApplicantImportDialog::makeSources()
{
    m_file = addSource(tr("ファイルを選ぶ…"), u"chooseApplications"_s);
    m_folder = addSource(tr("フォルダーを選ぶ…"), u"chooseApplicationFolder"_s);
    connect(m_file, &QPushButton::clicked, this, [this] {
        setSource(context().dialogs.openFile(this, tr("申込みのファイルを選ぶ"), listFilter()));
    });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { setSource(context().dialogs.openFolder(this, tr("申込書のフォルダーを選ぶ"))); });
}

void ApplicantImportDialog::makeHeads()
{
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("読み取りの進み具合"));
    m_headsTitle = secondaryLabel(
        tr("意味の分からない列があります。選ぶと読み直し、次からも同じように読みます。"), this);
    m_heads = new QWidget(this);
    for (QWidget *each :
         {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_headsTitle), m_heads}) {
        each->hide();
        addBelowSummary(each);
    }
}

std::vector<GridColumn> ApplicantImportDialog::columns() const
{
    const auto at = [this](int row) -> const ApplicantRow & {
        return m_read.rows[static_cast<std::size_t>(row)];
    };
    const auto changes = [at](int row) {
        QStringList parts = at(row).changes;
        if (!at(row).why.isEmpty())
            parts << at(row).why;
        return parts.join(u"、"_s);
    };
    return {{.title = tr("取り込み"),
             .text = [at](int row) { return applicantRowText(at(row).what); },
             .sort = [at](int row) { return QVariant(static_cast<int>(at(row).what)); }},
            {.title = tr("氏名"), .text = [at](int row) { return at(row).participant.name; }},
            {.title = tr("立場"), .text = [at](int row) { return at(row).participant.role; }},
            {.title = tr("所属"), .text = [at](int row) { return at(row).participant.affiliation; }},
            {.title = tr("変わること・理由"), .text = changes},
            {.title = tr("場所"), .text = [at](int row) { return at(row).place; }}};
}

void ApplicantImportDialog::read(const QString &path)
{
    if (m_reading)
        return;
    m_path = path;
    m_columns.clear();
    readAgain();
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
void ApplicantImportDialog::readAgain()
{
    showReading(true);
    auto found = readApplicants(context().document, m_workshop, m_path, QDate::currentDate(), m_columns,
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

void ApplicantImportDialog::forget()
{
    m_read = ApplicantImport();
    m_headsTitle->hide();
    m_heads->hide();
}

QString ApplicantImportDialog::numbers() const
{
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
    return text;
}

void ApplicantImportDialog::showImport()
{
    showRows(m_read.rows.size(), numbers(), tr("読み取れないところ %1件").arg(m_read.problems.size()),
             m_read.problems);
    showHeads();
    const bool any = m_read.changesSomething();
    if (!any)
        showNotice({Notice::Kind::Info, tr("一覧と同じ内容です。取り込むものはありません。")});
    setReady(any);
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
    new FlowLayout(metrics::m, m_heads);
    for (const QString &head : std::as_const(heads))
        addHead(head);
    m_heads->setVisible(!heads.isEmpty());
    m_headsTitle->setVisible(!heads.isEmpty());
}

void ApplicantImportDialog::addHead(const QString &head)
{
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
    m_heads->layout()->addWidget(pair);
    connect(box, &QComboBox::activated, this, [this, box, head] {
        m_columns.insert(foldText(head), static_cast<ApplicantField>(box->currentData().toInt()));
        QTimer::singleShot(0, this, &ApplicantImportDialog::readAgain); // the boxes are made anew
    });
}

Result<QString> ApplicantImportDialog::store()
{
    TANE_CHECK(storeApplicants(context().document, m_read, m_columns));
    using What = ApplicantRow::What;
    return tr("申込みを取り込みました（新しい方 %1名、変更 %2名）。「元に戻す」で戻せます。")
        .arg(m_read.count(What::New))
        .arg(m_read.count(What::Changed));
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
