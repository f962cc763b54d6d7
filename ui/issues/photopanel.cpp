#include "issues/photopanel.h"

#include "shell/backgroundjob.h"
#include "shell/dialogs.h"
#include "shell/editors/savedline.h"
#include "shell/page.h"
#include "shell/widgets.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kThumb = 72;
constexpr int kLongest = 4000; ///< pixels of the picture shown: handwriting stays readable
constexpr double kZoomStep = 1.25, kMostZoom = 8;

/// Upright as the camera was held, and no larger than needed.
QImage readPicture(const QByteArray &data, int longest)
{
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > longest)
        reader.setScaledSize(size.scaled(longest, longest, Qt::KeepAspectRatio));
    return reader.read();
}

QStringList picturesOf(const QMimeData *dropped)
{
    QStringList paths;
    for (const QUrl &url : dropped->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

PhotoPanel::PhotoPanel(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_job(new BackgroundJob(this))
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    makeTools();
    m_thumbs = new QListWidget(this);
    m_thumbs->setObjectName(u"photos"_s);
    m_thumbs->setAccessibleName(tr("写真の一覧"));
    m_thumbs->setViewMode(QListView::IconMode);
    m_thumbs->setFlow(QListView::LeftToRight);
    m_thumbs->setWrapping(false);
    m_thumbs->setMovement(QListView::Static);
    m_thumbs->setIconSize({kThumb, kThumb});
    m_thumbs->setFixedHeight(kThumb + 28);
    m_thumbs->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_thumbs);
    m_empty = new QLabel(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setParagraph(m_empty, tr("紙の模造紙の写真（JPEG・PNG）を加えると、見ながら付箋を打ち込めます。"
                             "ここへ写真のファイルを落としても加えられます。"));
    setLook(m_empty, "tone", u"secondary"_s);
    column->addWidget(m_empty, 1);
    m_area = new QScrollArea(this);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_view = new QLabel(m_area);
    m_view->setObjectName(u"photo"_s);
    m_view->setScaledContents(true);
    m_area->setWidget(m_view);
    m_area->setAccessibleName(tr("選んだ写真"));
    m_area->viewport()->installEventFilter(this);
    column->addWidget(m_area, 1);
    m_caption = new SavedLine(
        tr("写真の説明"),
        [this](const QString &text) -> Result<> {
            RecordTable<BoardPhoto> photos(m_context.document);
            TANE_TRY(BoardPhoto photo, photos.load(m_current));
            photo.caption = text;
            return photos.update(photo, tr("写真の説明の変更"));
        },
        this);
    m_caption->setPlaceholder(tr("写真の説明（テーマ、撮った場所など）"));
    column->addWidget(m_caption);
    connect(m_thumbs, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr)
            choose(item->data(Qt::UserRole).toLongLong());
    });
}

PhotoPanel::~PhotoPanel()
{
    m_job->cancel();
}

void PhotoPanel::makeTools()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::xs);
    m_title = new QLabel(tr("写真"), this);
    m_title->setFont(scaledFont(this, type::cardTitle, true));
    row->addWidget(m_title);
    row->addStretch(1);
    m_zoomTools = new QWidget(this);
    auto *zoom = new QHBoxLayout(m_zoomTools);
    zoom->setContentsMargins(0, 0, 0, 0);
    zoom->setSpacing(metrics::xs);
    const auto tool = [&](const QString &text, const QString &name, const QString &id, double factor) {
        auto *button = new QToolButton(m_zoomTools);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setObjectName(id);
        connect(button, &QToolButton::clicked, this, [this, factor] { setZoom(m_zoom * factor); });
        zoom->addWidget(button);
    };
    tool(tr("－"), tr("写真を縮小"), u"photoSmaller"_s, 1 / kZoomStep);
    tool(tr("＋"), tr("写真を拡大"), u"photoLarger"_s, kZoomStep);
    row->addWidget(m_zoomTools);
    m_remove = new QPushButton(tr("消す"), this);
    m_remove->setObjectName(u"removePhoto"_s);
    m_add = new QPushButton(tr("加える…"), this);
    m_add->setAccessibleName(tr("写真を加える"));
    m_add->setToolTip(tr("紙の模造紙の写真（JPEG・PNG）を、いくつでもまとめて加えます"));
    m_add->setObjectName(u"addPhoto"_s);
    row->addWidget(m_remove);
    row->addWidget(m_add);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &PhotoPanel::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &PhotoPanel::remove);
}

bool PhotoPanel::isBusy() const
{
    return m_job->isBusy();
}

Result<> PhotoPanel::load(qint64 board, bool writable)
{
    std::vector<BoardPhoto> photos;
    if (board != 0) {
        TANE_TRY(photos, photosOf(m_context.document, board));
    }
    if (board != m_board) {
        m_caption->commit();
        m_caption->revert();
        m_small.clear();
        m_job->cancel();
    }
    m_board = board;
    m_writable = writable;
    const bool same = std::ranges::equal(photos, m_photos, {}, &BoardPhoto::id, &BoardPhoto::id);
    m_photos = std::move(photos);
    const auto there = std::ranges::find(m_photos, m_current, &BoardPhoto::id);
    const qint64 current = there != m_photos.end() ? m_current : (m_photos.empty() ? 0 : m_photos.front().id);
    {
        const QSignalBlocker blocker(m_thumbs);
        if (!same)
            m_thumbs->clear();
        for (int i = 0; i < count(); ++i) {
            const BoardPhoto &photo = m_photos[static_cast<std::size_t>(i)];
            if (!same) {
                auto *item = new QListWidgetItem(m_thumbs);
                item->setData(Qt::UserRole, photo.id);
                item->setSizeHint({kThumb + 8, kThumb + 8});
            }
            const QString name = photo.caption.isEmpty() ? tr("写真%1").arg(i + 1) : photo.caption;
            m_thumbs->item(i)->setToolTip(name);
            m_thumbs->item(i)->setData(Qt::AccessibleTextRole, name);
            if (m_small.contains(photo.id))
                m_thumbs->item(i)->setIcon(QIcon(QPixmap::fromImage(m_small.value(photo.id))));
            if (photo.id == current)
                m_thumbs->setCurrentRow(i);
        }
    }
    choose(current);
    updateTools();
    return {};
}

void PhotoPanel::updateTools()
{
    const bool any = !m_photos.empty();
    m_thumbs->setVisible(m_photos.size() > 1);
    m_area->setVisible(any);
    m_caption->setVisible(any);
    m_caption->setReadOnly(!m_writable);
    m_empty->setVisible(!any);
    m_zoomTools->setVisible(any);
    m_remove->setVisible(any);
    m_remove->setEnabled(m_writable);
    m_add->setEnabled(m_writable && m_board != 0);
    m_title->setText(any ? tr("写真 %1枚").arg(m_photos.size()) : tr("写真"));
}

void PhotoPanel::choose(qint64 photo)
{
    if (photo != m_current) {
        m_caption->commit();
        m_caption->revert();
        m_picture = {};
        m_view->clear();
    }
    m_current = photo;
    const auto found = std::ranges::find(m_photos, photo, &BoardPhoto::id);
    m_caption->setValue(found == m_photos.end() ? QString() : found->caption);
    readNext();
}

/// The chosen one first, then the small ones, one after the other.
void PhotoPanel::readNext()
{
    if (!isVisible() || m_job->isBusy())
        return;
    if (m_current != 0 && (m_read != m_current || m_picture.isNull()))
        return read(m_current, kLongest);
    for (const BoardPhoto &photo : m_photos)
        if (m_photos.size() > 1 && !m_small.contains(photo.id))
            return read(photo.id, 2 * kThumb);
}

void PhotoPanel::read(qint64 photo, int longest)
{
    const Result<QByteArray> stored = photoData(m_context.document, photo);
    if (!stored)
        return Q_EMIT failed(stored.error());
    m_job->start([this, photo, longest, bytes = *stored](const Progress &) -> BackgroundJob::Finish {
        const QImage image = readPicture(bytes, longest);
        return [this, photo, longest, image] {
            if (longest == kLongest && photo == m_current) {
                m_read = photo;
                m_picture = image.isNull() ? QImage(1, 1, QImage::Format_RGB32) : image;
                if (image.isNull())
                    Q_EMIT failed({.code = ErrorCode::BadFormat,
                                   .message = tr("この写真は壊れていて、表示できません。撮ったファイルから"
                                                 "加え直してください。")});
                showPicture();
            }
            if (!m_small.contains(photo))
                m_small.insert(photo, image.isNull()
                                          ? QImage(1, 1, QImage::Format_RGB32)
                                          : image.scaled(2 * kThumb, 2 * kThumb, Qt::KeepAspectRatio,
                                                         Qt::SmoothTransformation));
            const auto found = std::ranges::find(m_photos, photo, &BoardPhoto::id);
            if (found != m_photos.end())
                m_thumbs->item(static_cast<int>(found - m_photos.begin()))
                    ->setIcon(QIcon(QPixmap::fromImage(m_small.value(photo))));
            readNext();
        };
    });
}

void PhotoPanel::showPicture()
{
    if (m_picture.isNull())
        return;
    const int room = std::max(40, m_area->viewport()->width());
    const double scale = m_zoom * room / m_picture.width();
    m_view->resize(static_cast<int>(m_picture.width() * scale), static_cast<int>(m_picture.height() * scale));
    m_view->setPixmap(QPixmap::fromImage(m_picture));
}

void PhotoPanel::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, 1.0, kMostZoom);
    const double grown = wanted / m_zoom;
    const QPoint middle(m_area->horizontalScrollBar()->value() + m_area->viewport()->width() / 2,
                        m_area->verticalScrollBar()->value() + m_area->viewport()->height() / 2);
    m_zoom = wanted;
    showPicture();
    m_area->horizontalScrollBar()->setValue(static_cast<int>(middle.x() * grown) -
                                            m_area->viewport()->width() / 2);
    m_area->verticalScrollBar()->setValue(static_cast<int>(middle.y() * grown) -
                                          m_area->viewport()->height() / 2);
}

Result<int> PhotoPanel::addFiles(const QStringList &paths)
{
    int added = 0;
    const Result<> done = m_context.document.perform(tr("写真の追加"), [&](Database &) -> Result<> {
        for (const QString &path : paths) {
            QFile file(path);
            const QString name = QFileInfo(path).fileName();
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::NotFound, tr("「%1」を開けません。").arg(name));
            const auto id = tane::addPhoto(m_context.document, m_board, file.readAll(),
                                           QFileInfo(path).completeBaseName(), tr("写真の追加"));
            if (!id) {
                Error error = id.error();
                error.message = tr("「%1」：%2").arg(name, error.message);
                return std::unexpected(error);
            }
            m_current = *id;
            ++added;
        }
        return {};
    });
    TANE_CHECK(done);
    return added;
}

void PhotoPanel::chooseFiles()
{
    const QStringList paths = openFiles(m_context.dialogs, this, tr("模造紙の写真を選ぶ（いくつでも）"),
                                        tr("写真 (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"));
    if (paths.isEmpty())
        return;
    const Result<int> added = addFiles(paths);
    if (!added)
        return Q_EMIT failed(added.error());
    Q_EMIT succeeded();
}

void PhotoPanel::remove()
{
    if (m_current == 0)
        return;
    const Result<> removed = RecordTable<BoardPhoto>(m_context.document).remove(m_current, tr("写真の削除"));
    if (!removed)
        return Q_EMIT failed(removed.error());
    Q_EMIT succeeded();
}

void PhotoPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readNext();
}

void PhotoPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPicture();
}

void PhotoPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_writable && m_board != 0 && !picturesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PhotoPanel::dropEvent(QDropEvent *event)
{
    const Result<int> added = addFiles(picturesOf(event->mimeData()));
    if (!added)
        return Q_EMIT failed(added.error());
    event->acceptProposedAction();
    Q_EMIT succeeded();
}

bool PhotoPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            setZoom(m_zoom * std::pow(kZoomStep, wheel->angleDelta().y() / 120.0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tane
