#pragma once

#include "base/error.h"
#include "paper/paperdrawing.h"

#include <QImage>

#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace tane {

/// Pages of one size that are laid out in millimetres: the same on screen, in PDF, PNG and print, from a card
/// sheet to a poster for the plotter. Needs a QGuiApplication.
class PaperPages
{
public:
    PaperPages() = default;
    /// `size`: of a page in millimetres, as it lies. `inked`: what is printed of it; it is kept within a
    /// printer's reach. `pages` have the corner of the paper as origin.
    PaperPages(const QString &title, const QSizeF &size, const QRectF &inked,
               std::vector<PaperDrawing> pages);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QSizeF pageSize() const { return m_size; }
    [[nodiscard]] QString title() const { return m_title; }
    /// Paints a page (0 is the first) with the painter's unit being a millimetre and its origin the corner of
    /// the paper.
    void paint(QPainter &painter, int page) const;

    /// A page as a picture on white.
    [[nodiscard]] QImage image(int page, int dpi) const;
    [[nodiscard]] Result<QByteArray> png(int page, int dpi = 150) const;
    [[nodiscard]] Result<QByteArray> pdf() const;

    /// Asks a device for the pages' paper, lying as they do. A printer without that paper keeps its own.
    void setUp(QPagedPaintDevice &device) const;
    /// Paints the pages `first` to `last` (0-based, inclusive), made smaller where the device has smaller
    /// paper or cannot print close enough to the edges. Error: CannotWrite when it cannot be painted on.
    [[nodiscard]] Result<> print(QPagedPaintDevice &device, int first, int last) const;

private:
    QString m_title;
    QSizeF m_size;
    QRectF m_inked;
    std::vector<PaperDrawing> m_pages;
};

/// All pages into a file, or nothing. CannotWrite when the target cannot be written.
[[nodiscard]] Result<> writePagesPdf(const QString &path, const PaperPages &pages);
/// One page: `path`. Several: "F-1.png", "F-2.png" … for the path "F.png". Gives the files written.
[[nodiscard]] Result<QStringList> writePagesPng(const QString &path, const PaperPages &pages, int dpi = 150);

} // namespace tane
