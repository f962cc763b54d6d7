#pragma once

#include "paper/paperpages.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <map>
#include <memory>

namespace tane {

/// Pages below each other, as they will be printed. Arrow keys scroll, Page Up and Page Down
/// turn pages, Home and End go to the first and the last, Ctrl with the wheel or + and - changes the size.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Fit { None, Width, Page };

    explicit PageView(QWidget *parent = nullptr);

    /// Shows the first page of it.
    void setPaper(std::shared_ptr<const PaperPages> paper);
    [[nodiscard]] int pageCount() const;
    /// The page at the middle of the view; 0 is the first.
    [[nodiscard]] int currentPage() const;
    void showPage(int page);

    /// 1 is the size on paper.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Between 0.25 and 4, for posters less; the view no longer fits itself to its size.
    void setZoom(double zoom);
    [[nodiscard]] Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    /// Another page is at the middle, or there are others.
    void pageChanged();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QSizeF pageSize() const; ///< in pixels of the view
    [[nodiscard]] double smallestZoom() const;
    [[nodiscard]] double largestZoom() const;
    [[nodiscard]] QRectF pageArea(int page) const;
    [[nodiscard]] const QPixmap &picture(int page);
    void applyZoom(double zoom);
    void fitZoom();
    void layOut();
    void followPage();

    std::shared_ptr<const PaperPages> m_paper;
    Fit m_fit = Fit::Width;
    double m_zoom = 1;
    int m_shown = -1;
    std::map<int, QPixmap> m_pictures; ///< of the pages near the view
};

} // namespace tane
