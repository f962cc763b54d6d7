#pragma once

#include "base/error.h"
#include "exchange/formsheet.h"
#include "paper/paperdrawing.h"

#include <QImage>

#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace tane {

/// A form laid out on pages, in millimetres: text broken by the rules of Japanese, rows that are taller than
/// a page going on on the next one, heads and labels said again, page numbers below. The same pages on
/// screen, in PDF, PNG and print. Needs a QGuiApplication.
class FormPaper
{
public:
    explicit FormPaper(const FormSheet &sheet);
    /// Pages that were laid out elsewhere (letters, reports), with the corner of the paper as origin: A4,
    /// upright. `title`: of the file; `inked`: where text may be.
    FormPaper(const QString &title, std::vector<PaperDrawing> pages, const QRectF &inked);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// In millimetres, as the page lies.
    [[nodiscard]] QSizeF pageSize() const { return m_pageSize; }
    [[nodiscard]] const FormSheet &sheet() const { return m_sheet; }
    /// Paints a page (0 is the first) with the painter's unit being a millimetre and its origin the corner of
    /// the paper.
    void paint(QPainter &painter, int page) const;

    /// A page as a picture on white.
    [[nodiscard]] QImage image(int page, int dpi) const;
    [[nodiscard]] Result<QByteArray> png(int page, int dpi = 150) const;
    [[nodiscard]] Result<QByteArray> pdf() const;

    /// Asks a device for the form's paper, lying as the form does. A printer without that paper keeps its
    /// own.
    void setUp(QPagedPaintDevice &device) const;
    /// Paints the pages `first` to `last` (0-based, inclusive), made smaller where the device has smaller
    /// paper or cannot print close enough to the edges. Error: CannotWrite when it cannot be painted on.
    [[nodiscard]] Result<> print(QPagedPaintDevice &device, int first, int last) const;

private:
    FormSheet m_sheet;
    QSizeF m_pageSize;
    QRectF m_inked;                    ///< where text and tables may be, page numbers included
    std::vector<PaperDrawing> m_pages; ///< with the corner of the paper as origin
};

/// The whole form into a file, or nothing. CannotWrite when the target cannot be written.
[[nodiscard]] Result<> writeFormPdf(const QString &path, const FormSheet &sheet);
/// One page: `path`. Several: "F-1.png", "F-2.png" … for the path "F.png". Gives the files written.
[[nodiscard]] Result<QStringList> writeFormPng(const QString &path, const FormSheet &sheet, int dpi = 150);

} // namespace tane
