#pragma once

#include "issues/board.h"

#include <QHash>
#include <QImage>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace tane {

class BackgroundJob;
class SavedLine;
struct PageContext;

/// Photographs of the paper poster beside the board: small ones to choose from, the chosen one large, with
/// its caption. Pictures are read in the background.
class PhotoPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoPanel(PageContext &context, QWidget *parent = nullptr);
    ~PhotoPanel() override;

    /// Reads what photographs there are; pictures come when the panel is seen.
    Result<> load(qint64 board, bool writable);
    [[nodiscard]] int count() const { return static_cast<int>(m_photos.size()); }
    [[nodiscard]] qint64 current() const { return m_current; }
    /// The picture shown; null until it was read.
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< 1: as wide as the panel
    /// Adds picture files; gives how many. Stops at the first that cannot be used and says which.
    Result<int> addFiles(const QStringList &paths);

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTools();
    void choose(qint64 photo);
    void readNext();
    void read(qint64 photo, int longest);
    void showPicture();
    void chooseFiles();
    void remove();
    void updateTools();

    PageContext &m_context;
    qint64 m_board = 0;
    bool m_writable = true;
    std::vector<BoardPhoto> m_photos;
    qint64 m_current = 0;
    qint64 m_read = 0; ///< whose picture is shown
    QHash<qint64, QImage> m_small;
    QImage m_picture;
    double m_zoom = 1;
    BackgroundJob *m_job = nullptr;
    QLabel *m_title = nullptr;
    QListWidget *m_thumbs = nullptr;
    QScrollArea *m_area = nullptr;
    QLabel *m_view = nullptr;
    QLabel *m_empty = nullptr;
    SavedLine *m_caption = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QWidget *m_zoomTools = nullptr;
};

} // namespace tane
