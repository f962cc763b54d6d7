#include "shell/documentcontroller.h"

#include "base/fiscalyear.h"
#include "shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

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

void DocumentController::newFile()
{
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
    auto document = Document::open(QFileInfo(path).absoluteFilePath());
    if (!document) {
        Q_EMIT failed(tr("「%1」を開けませんでした。").arg(shownName(path)), document.error());
        return;
    }
    adopt(std::move(*document));
}

void DocumentController::openSample()
{
    if (!m_sample)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QDir().mkpath(folder);
    const QString path = freePath(folder, tr("タネの見本"));
    if (const auto made = m_sample(path); !made) {
        Q_EMIT failed(tr("見本を用意できませんでした。"), made.error());
        return;
    }
    openPath(path);
}

void DocumentController::adopt(std::unique_ptr<Document> document)
{
    closeFile();
    m_document = std::move(document);
    m_context = std::make_unique<PageContext>(PageContext{*m_document, m_settings, m_dialogs, 0});
    m_settings.addRecentFile(m_document->path());
    connect(m_document.get(), &Document::changed, this, &DocumentController::fileChanged);
    connect(m_document.get(), &Document::undoStateChanged, this, &DocumentController::undoStateChanged);
    pickWorkshop();
    Q_EMIT opened();
    Q_EMIT undoStateChanged();
}

void DocumentController::closeFile()
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
    if (!m_document || !m_document->canUndo())
        return;
    const QString label = m_document->undoLabel();
    if (const auto done = m_document->undo(); !done)
        Q_EMIT failed(tr("「%1」を元に戻せませんでした。").arg(label), done.error());
}

void DocumentController::redo()
{
    if (!m_document || !m_document->canRedo())
        return;
    const QString label = m_document->redoLabel();
    if (const auto done = m_document->redo(); !done)
        Q_EMIT failed(tr("「%1」をやり直せませんでした。").arg(label), done.error());
}

std::vector<Workshop> DocumentController::workshops() const
{
    if (!m_document)
        return {};
    auto all = WorkshopRepository(*m_document).all();
    if (!all)
        return {};
    // Those without a date are being prepared: they come last.
    std::ranges::stable_sort(*all, [](const Workshop &a, const Workshop &b) {
        const auto key = [](const Workshop &w) { return w.heldOn.isValid() ? w.heldOn : QDate(9999, 1, 1); };
        return key(a) < key(b);
    });
    return std::move(*all);
}

void DocumentController::pickWorkshop()
{
    const std::vector<Workshop> all = workshops();
    if (std::ranges::any_of(all, [this](const Workshop &w) { return w.id == m_context->workshop; }))
        return;
    m_context->workshop = all.empty() ? 0 : all.back().id;
}

void DocumentController::showWorkshop(qint64 id)
{
    if (!m_context)
        return;
    m_context->workshop = id;
    Q_EMIT workshopShown(id);
}

void DocumentController::fileChanged(const QSet<QString> &)
{
    // Undo can take the shown workshop away, and redo can bring one back.
    const qint64 shown = m_context->workshop;
    pickWorkshop();
    if (m_context->workshop != shown)
        Q_EMIT workshopShown(m_context->workshop);
    Q_EMIT changed();
}

void DocumentController::renameWorkshop()
{
    if (!m_document || !m_context->workshop)
        return;
    WorkshopRepository repository(*m_document);
    auto workshop = repository.load(m_context->workshop);
    if (!workshop) {
        Q_EMIT failed(tr("研修を読み出せませんでした。"), workshop.error());
        return;
    }
    const auto title = m_dialogs.askText(m_window, tr("研修の名前"), tr("研修の名前(&N)："), workshop->title);
    if (!title || title->isEmpty() || *title == workshop->title)
        return;
    workshop->title = *title;
    if (const auto saved = repository.save(*workshop); !saved)
        Q_EMIT failed(tr("研修の名前を変えられませんでした。"), saved.error());
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
    if (m_context->workshop) {
        if (const auto workshop = repository.load(m_context->workshop)) {
            heading.title = workshop->title;
            if (workshop->heldOn.isValid())
                parts << FiscalYear::of(workshop->heldOn).text();
        }
    }
    const QString fileName = QFileInfo(m_document->path()).completeBaseName();
    if (heading.title.isEmpty())
        heading.title = fileName;
    else if (parts.isEmpty())
        parts << fileName;
    heading.subtitle = parts.isEmpty() ? tr("研修はまだありません") : parts.join(u"・"_s);
    return heading;
}

} // namespace tane
