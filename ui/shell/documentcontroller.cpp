#include "shell/documentcontroller.h"

#include "base/fiscalyear.h"
#include "programme/cycle.h"
#include "shell/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString fileFilter()
{
    return DocumentController::tr("タネのファイル (*.tane)");
}

QString shownName(const QString &path)
{
    return QFileInfo(path).fileName();
}

// "見本.tane", then "見本 (2).tane": opening the sample again gives a fresh one and keeps what was tried in
// the old one.
QString freePath(const QString &folder, const QString &baseName)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? baseName : u"%1 (%2)"_s.arg(baseName).arg(number);
        const QString path = QDir(folder).filePath(name + u".tane"_s);
        if (!QFileInfo::exists(path))
            return path;
    }
}

/// The settings remember by file which programme was shown last; not by its name, which may tell too much.
const QString kLastProgramme = u"programme"_s;

QString fileKey(const QString &path)
{
    const QByteArray hash =
        QCryptographicHash::hash(QFileInfo(path).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

bool sameFile(const QString &a, const QString &b)
{
    return QFileInfo(a) == QFileInfo(b);
}

} // namespace

DocumentController::DocumentController(Settings &settings, Dialogs &dialogs, SampleMaker sample,
                                       QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_sample(std::move(sample))
    , m_window(window)
{
}

DocumentController::~DocumentController() = default;

QString DocumentController::askNewPath(const QString &title, const QString &suggestion)
{
    const QString path = m_dialogs.saveFile(m_window, title, suggestion, fileFilter());
    if (path.isEmpty())
        return {};
    if (QFileInfo::exists(path)) {
        Q_EMIT failed(tr("「%1」は作りませんでした。").arg(shownName(path)),
                      Error{ErrorCode::Conflict,
                            tr("同じ名前のファイルがあります。中の記録を守るため、上書きはしません。"
                               "別の名前を付けるか、「ファイルを開く」で開いてください。"),
                            shownName(path),
                            {},
                            {},
                            {}});
        return {};
    }
    return path;
}

/// Everything is saved as it is typed, but what a field refuses exists on the screen only.
bool DocumentController::mayLeave()
{
    if (!m_document)
        return true;
    Q_EMIT aboutToAct();
    const QString unsaved = m_unsaved ? m_unsaved() : QString();
    return unsaved.isEmpty() ||
           m_dialogs.confirm(m_window, tr("%1\n\n閉じると、この入力は残りません。").arg(unsaved),
                             tr("閉じる"));
}

void DocumentController::newFile()
{
    if (!mayLeave())
        return;
    const QString suggestion =
        tr("%1 コーディネーター研修").arg(FiscalYear::of(QDate::currentDate()).text()) + u".tane"_s;
    const QString path = askNewPath(tr("新しいファイルを作る"), suggestion);
    if (path.isEmpty())
        return;
    auto document = Document::create(path);
    if (!document) {
        Q_EMIT failed(tr("「%1」を作れませんでした。").arg(shownName(path)), document.error());
        return;
    }
    m_settings.set(Setting::LastPage, QString()); // a new file begins at its first page
    adopt(std::move(*document));
}

void DocumentController::openFile()
{
    const QString path = m_dialogs.openFile(m_window, tr("ファイルを開く"), fileFilter());
    if (!path.isEmpty())
        openPath(path);
}

void DocumentController::openPath(const QString &path)
{
    // Ours already: opening it a second time would find our own lock and come up read-only.
    if (m_document && sameFile(m_document->path(), path))
        return;
    if (mayLeave())
        load(path);
}

void DocumentController::load(const QString &path)
{
    auto document = Document::open(QFileInfo(path).absoluteFilePath());
    if (!document) {
        Q_EMIT failed(tr("「%1」を開けませんでした。").arg(shownName(path)), document.error());
        return;
    }
    adopt(std::move(*document));
}

void DocumentController::openSample()
{
    if (!m_sample || !mayLeave())
        return;
    const QString folder = m_settings.filesFolder();
    QDir().mkpath(folder);
    const QString path = freePath(folder, tr("タネの見本"));
    if (const auto made = m_sample(path); !made) {
        Q_EMIT failed(tr("見本を用意できませんでした。"), made.error());
        return;
    }
    load(path);
}

void DocumentController::adopt(std::unique_ptr<Document> document)
{
    leave();
    m_document = std::move(document);
    m_context = std::make_unique<PageContext>(PageContext{*m_document, m_settings, m_dialogs});
    m_settings.addRecentFile(m_document->path());
    connect(m_document.get(), &Document::changed, this, &DocumentController::fileChanged);
    connect(m_document.get(), &Document::undoStateChanged, this, &DocumentController::undoStateChanged);
    pick();
    Q_EMIT opened();
    Q_EMIT undoStateChanged();
}

bool DocumentController::closeFile()
{
    if (!mayLeave())
        return false;
    leave();
    return true;
}

void DocumentController::leave()
{
    if (!m_document)
        return;
    Q_EMIT aboutToClose();
    m_context.reset();
    m_document.reset();
    Q_EMIT closed();
    Q_EMIT undoStateChanged();
}

void DocumentController::saveCopy()
{
    if (!m_document)
        return;
    Q_EMIT aboutToAct();
    const QString base = QFileInfo(m_document->path()).completeBaseName();
    const QString suggestion =
        tr("%1 控え %2").arg(base, QDate::currentDate().toString(u"yyyyMMdd"_s)) + u".tane"_s;
    const QString path = askNewPath(tr("控えのコピーを保存"), suggestion);
    if (path.isEmpty())
        return;
    if (const auto copied = m_document->copyTo(path); !copied)
        Q_EMIT failed(tr("控え「%1」を保存できませんでした。").arg(shownName(path)), copied.error());
    else
        Q_EMIT notice(
            {Notice::Kind::Info, tr("控えを「%1」に保存しました。").arg(QDir::toNativeSeparators(path))});
}

void DocumentController::undo()
{
    if (m_document)
        Q_EMIT aboutToAct();
    if (!m_document || !m_document->canUndo())
        return;
    const QString label = m_document->undoLabel();
    if (const auto done = m_document->undo(); !done)
        Q_EMIT failed(tr("「%1」を元に戻せませんでした。").arg(label), done.error());
}

void DocumentController::redo()
{
    if (m_document)
        Q_EMIT aboutToAct();
    if (!m_document || !m_document->canRedo())
        return;
    const QString label = m_document->redoLabel();
    if (const auto done = m_document->redo(); !done)
        Q_EMIT failed(tr("「%1」をやり直せませんでした。").arg(label), done.error());
}

std::vector<Programme> DocumentController::programmes() const
{
    return m_document ? CycleRepository(*m_document).programmes().value_or(std::vector<Programme>())
                      : std::vector<Programme>();
}

std::vector<Workshop> DocumentController::workshopsOf(qint64 programme) const
{
    return WorkshopRepository(*m_document).of(programme).value_or(std::vector<Workshop>());
}

void DocumentController::pick()
{
    const std::vector<Programme> all = programmes();
    const auto isThere = [&](qint64 id) { return std::ranges::find(all, id, &Programme::id) != all.end(); };
    if (!isThere(m_context->programme)) {
        const qint64 last = m_settings.choice(kLastProgramme, fileKey(m_document->path())).toLongLong();
        m_context->programme = isThere(last) ? last : all.empty() ? 0 : all.front().id;
        m_context->workshop = 0;
    }
    const std::vector<Workshop> workshops = workshopsOf(m_context->programme);
    if (std::ranges::find(workshops, m_context->workshop, &Workshop::id) != workshops.end())
        return;
    // The one that is being prepared; when all were held, the last.
    const auto next = std::ranges::find_if(
        workshops, [](const Workshop &w) { return w.heldOn.isNull() || w.heldOn >= QDate::currentDate(); });
    const auto shown = next != workshops.end() || workshops.empty() ? next : std::prev(workshops.end());
    m_context->workshop = shown == workshops.end() ? 0 : shown->id;
}

void DocumentController::showProgramme(qint64 id)
{
    if (!m_context)
        return;
    Q_EMIT aboutToAct();
    m_context->programme = id;
    pick();
    m_settings.setChoice(kLastProgramme, fileKey(m_document->path()), QString::number(m_context->programme));
    Q_EMIT contextChanged();
}

void DocumentController::showWorkshop(qint64 id)
{
    if (!m_context)
        return;
    Q_EMIT aboutToAct();
    if (const auto workshop = WorkshopRepository(*m_document).load(id))
        m_context->programme = workshop->programme;
    m_context->workshop = id;
    pick();
    m_settings.setChoice(kLastProgramme, fileKey(m_document->path()), QString::number(m_context->programme));
    Q_EMIT contextChanged();
}

void DocumentController::fileChanged(const QSet<QString> &)
{
    // Undo can take away what is shown, and redo can bring it back.
    const auto shown = std::pair(m_context->programme, m_context->workshop);
    pick();
    if (std::pair(m_context->programme, m_context->workshop) != shown)
        Q_EMIT contextChanged();
    Q_EMIT changed();
}

void DocumentController::renameProgramme()
{
    if (!m_document || !m_context->programme)
        return;
    Q_EMIT aboutToAct();
    RecordTable<Programme> table(*m_document);
    auto programme = table.load(m_context->programme);
    if (!programme) {
        Q_EMIT failed(tr("プログラムを読み出せませんでした。"), programme.error());
        return;
    }
    const auto title =
        m_dialogs.askText(m_window, tr("プログラムの名前"), tr("プログラムの名前(&N)："), programme->title);
    if (!title || title->isEmpty() || *title == programme->title)
        return;
    programme->title = *title;
    if (const auto saved = table.update(*programme, tr("プログラムの名前の変更")); !saved)
        Q_EMIT failed(tr("プログラムの名前を変えられませんでした。"), saved.error());
}

void DocumentController::namePrefecture()
{
    if (!m_document)
        return;
    WorkshopRepository repository(*m_document);
    const QString current = repository.prefecture().value_or(QString());
    const auto name = m_dialogs.askText(m_window, tr("都道府県名"), tr("都道府県名(&P)："), current);
    if (!name || *name == current)
        return;
    if (const auto saved = repository.setPrefecture(*name); !saved)
        Q_EMIT failed(tr("都道府県名を保存できませんでした。"), saved.error());
}

DocumentController::Heading DocumentController::heading() const
{
    if (!m_document)
        return {};
    Heading heading;
    QStringList parts;
    WorkshopRepository repository(*m_document);
    if (const QString prefecture = repository.prefecture().value_or(QString()); !prefecture.isEmpty())
        parts << prefecture;
    if (m_context->programme) {
        if (const auto programme = RecordTable<Programme>(*m_document).load(m_context->programme)) {
            heading.title = programme->title;
            // First, as it tells two programmes of one name apart.
            if (const QString years = programmeYears(*programme); !years.isEmpty())
                parts.prepend(years);
        }
    }
    const QString fileName = QFileInfo(m_document->path()).completeBaseName();
    if (heading.title.isEmpty())
        heading.title = fileName;
    else if (parts.isEmpty())
        parts << fileName;
    heading.subtitle = parts.isEmpty() ? tr("プログラムはまだありません") : parts.join(u"・"_s);
    return heading;
}

} // namespace tane
