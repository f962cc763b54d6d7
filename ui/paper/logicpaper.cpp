#include "paper/logicpaper.h"

#include "base/fiscalyear.h"
#include "paper/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::LogicPaper)
};

using Kind = LogicNode::Kind;

constexpr double kSide = 14, kTop = 14, kBottom = 15, kHead = 24;
/// On the screen: a margin, and text of about 12 pixels.
constexpr double kFigureSide = 3, kFigureText = 3.1;

QColor ink(ColorRole role)
{
    return color(role, Scheme::Paper);
}

/// What is said again carries a broken line: it stands elsewhere already.
void brokenOutline(PaperDrawing &page, const QRectF &area, const QColor &colour, double width)
{
    constexpr double dash = 1.6, gap = 1.1;
    const auto along = [&](QPointF from, QPointF to) {
        const double length = std::abs(to.x() - from.x()) + std::abs(to.y() - from.y());
        const QPointF step = (to - from) / length;
        for (double at = 0; at < length; at += dash + gap)
            page.line(from + step * at, from + step * std::min(at + dash, length), colour, width);
    };
    along(area.topLeft(), area.topRight());
    along(area.topRight(), area.bottomRight());
    along(area.bottomRight(), area.bottomLeft());
    along(area.bottomLeft(), area.topLeft());
}

/// As large as it can be written with everything on one page; small enough for the usual number of pages
/// where it does not fit one.
LogicDrawing layOut(const LogicContent &content)
{
    constexpr double width = 420 - 2 * kSide, height = 297 - kTop - kBottom - kHead;
    for (const double size : {6.0, 5.4, 4.8, 4.2, 3.8, 3.4}) {
        LogicDrawing drawing = layOutLogicModel(content, width, height, size);
        if (drawing.pages == 1)
            return drawing;
    }
    return layOutLogicModel(content, width, height);
}

class LogicPages
{
public:
    LogicPages(const LogicContent &content, const IssueSheetOptions &options)
        : m_content(content)
        , m_options(options)
        , m_drawing(layOut(content))
    {
    }
    LogicPages(const LogicContent &content, double width)
        : m_content(content)
        , m_drawing(layOutLogicModel(content, width - 2 * kFigureSide, kEndless, kFigureText))
        , m_side(kFigureSide)
    {
    }
    PaperPages make();
    PaperPages makeFigure(double width);

private:
    [[nodiscard]] PaperDrawing page(int number) const;
    void drawHead(PaperDrawing &page) const;
    double drawColumnHeads(PaperDrawing &page, double top, double height, double size) const;
    void drawModel(PaperDrawing &page, int number) const;
    void drawBox(PaperDrawing &page, const LogicDrawing::Box &box) const;
    void drawEdge(PaperDrawing &page, const LogicDrawing::Edge &edge) const;
    [[nodiscard]] QRectF areaOf(const LogicDrawing::Box &box) const
    {
        return {m_side + box.x, m_top + box.y, box.width, box.height};
    }

    static constexpr double kEndless = 1e5;
    const LogicContent &m_content;
    IssueSheetOptions m_options;
    LogicDrawing m_drawing;
    double m_side = kSide, m_top = kTop + kHead; ///< where the boxes begin
};

void LogicPages::drawHead(PaperDrawing &page) const
{
    const double width = 420 - 2 * kSide;
    page.text(
        PaperText(issueSheetTitle(IssueSheetKind::LogicModel), {.sizeMm = 6.2, .bold = true, .leading = 1.3}),
        {kSide, kTop}, ink(ColorRole::Text));
    QStringList about{m_options.prefecture, m_options.place, m_content.model.title,
                      m_content.model.year ? FiscalYear(*m_content.model.year).text() : QString()};
    about.removeAll(QString());
    const PaperText subtitle(about.join(QStringLiteral("　")), {.sizeMm = 3.8, .leading = 1.3});
    page.text(subtitle, {kSide + width - subtitle.width(), kTop + 2.6}, ink(ColorRole::SecondaryText));
    page.fill(QRectF(kSide, kTop + 9.2, width, 0.6), ink(ColorRole::Accent));
    drawColumnHeads(page, kTop + 12.5, 8, 3.5);
}

/// Heads over the columns of the boxes, at least `height` high; gives how high they are.
double LogicPages::drawColumnHeads(PaperDrawing &page, double top, double height, double size) const
{
    constexpr double around = 1;
    std::array<const LogicDrawing::Box *, kLogicKinds> first{};
    std::array<PaperText, kLogicKinds> texts;
    for (const LogicDrawing::Box &box : m_drawing.boxes) {
        const auto kind = static_cast<std::size_t>(box.kind);
        if (first[kind] != nullptr)
            continue;
        first[kind] = &box;
        texts[kind] =
            PaperText::balanced(logicKindText(box.kind),
                                {.sizeMm = size, .bold = true, .align = Qt::AlignHCenter, .leading = 1.3},
                                box.width - 2 * around);
        height = std::max(height, texts[kind].height() + 2 * around);
    }
    for (std::size_t kind = 0; kind < first.size(); ++kind) {
        if (first[kind] == nullptr)
            continue;
        const QRectF area(m_side + first[kind]->x, top, first[kind]->width, height);
        page.fill(area, ink(ColorRole::WeakAccent));
        page.text(texts[kind], {area.left() + around, area.center().y() - texts[kind].height() / 2},
                  ink(ColorRole::Text));
    }
    return height;
}

void LogicPages::drawBox(PaperDrawing &page, const LogicDrawing::Box &box) const
{
    const QRectF area = areaOf(box);
    const bool strong = box.kind == Kind::Outcome || box.kind == Kind::Goal;
    page.fill(area, box.kind == Kind::Goal ? ink(ColorRole::WeakAccent) : QColor(Qt::white));
    if (box.again)
        brokenOutline(page, area, ink(ColorRole::SecondaryText), 0.25);
    else
        page.outline(area, strong ? ink(ColorRole::Accent) : ink(ColorRole::SecondaryText),
                     strong ? 0.5 : 0.25);
    constexpr double pad = 1.6, leading = 1.32;
    const double line = m_drawing.textSize * leading;
    double y = area.top() + pad;
    for (const QString &text : box.lines) {
        page.text(PaperText(text, {.sizeMm = m_drawing.textSize, .bold = strong, .leading = leading}),
                  {area.left() + pad, y}, ink(ColorRole::Text));
        y += line;
    }
}

/// From one point to another as a wave that is level at both ends.
void addBend(QPolygonF &points, QPointF from, QPointF to)
{
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps, s = 3 * t * t - 2 * t * t * t;
        points << QPointF(from.x() + t * (to.x() - from.x()), from.y() + s * (to.y() - from.y()));
    }
}

/// From the right edge to the left edge. What skips a column runs level between its boxes.
void LogicPages::drawEdge(PaperDrawing &page, const LogicDrawing::Edge &edge) const
{
    const QRectF from = areaOf(m_drawing.boxes[edge.from]), to = areaOf(m_drawing.boxes[edge.to]);
    const QPointF start(from.right(), from.center().y()), end(to.left() - 1.4, to.center().y());
    QPolygonF points;
    if (edge.lane) {
        const double y = m_top + edge.lane->y;
        addBend(points, start, {m_side + edge.lane->from, y});
        addBend(points, {m_side + edge.lane->to, y}, end);
    } else {
        const double half = std::min((end.x() - start.x()) / 2, 9.0);
        addBend(points, start, {start.x() + 2 * half, end.y()});
        points << end;
    }
    page.polyline(points, ink(ColorRole::SecondaryText), 0.25);
    QPainterPath head;
    head.moveTo(to.left(), end.y());
    head.lineTo(to.left() - 1.9, end.y() - 0.8);
    head.lineTo(to.left() - 1.9, end.y() + 0.8);
    head.closeSubpath();
    page.fill(head, ink(ColorRole::SecondaryText));
}

void LogicPages::drawModel(PaperDrawing &page, int number) const
{
    for (const LogicDrawing::Edge &edge : m_drawing.edges)
        if (m_drawing.boxes[edge.from].page == number)
            drawEdge(page, edge);
    for (const LogicDrawing::Box &box : m_drawing.boxes)
        if (box.page == number)
            drawBox(page, box);
}

PaperDrawing LogicPages::page(int number) const
{
    PaperDrawing page;
    drawHead(page);
    drawModel(page, number);
    const PaperText foot(Texts::tr("破線の枠の（再）は、ほかの成果にもつながる施策・指標です。"),
                         {.sizeMm = 2.7, .leading = 1.3});
    page.text(foot, {kSide, 297 - kBottom + 4}, ink(ColorRole::SecondaryText));
    const PaperText count(QStringLiteral("%1／%2").arg(number + 1).arg(m_drawing.pages),
                          {.sizeMm = 2.7, .leading = 1.3});
    page.text(count, {420 - kSide - count.width(), 297 - kBottom + 4}, ink(ColorRole::SecondaryText));
    return page;
}

PaperPages LogicPages::make()
{
    std::vector<PaperDrawing> pages;
    for (int number = 0; number < m_drawing.pages; ++number)
        pages.push_back(page(number));
    const QSizeF size(420, 297);
    return {issueSheetTitle(IssueSheetKind::LogicModel), size, QRectF({}, size).adjusted(12, 12, -12, -8),
            std::move(pages)};
}

PaperPages LogicPages::makeFigure(double width)
{
    constexpr double headHeight = 6.5, headText = 2.9, below = 3;
    PaperDrawing page;
    const double head = drawColumnHeads(page, m_side, headHeight, headText);
    m_top = m_side + head + below;
    double bottom = 0;
    for (const LogicDrawing::Box &box : m_drawing.boxes)
        bottom = std::max(bottom, box.y + box.height);
    drawModel(page, 0);
    const QSizeF size(width, m_top + bottom + m_side);
    std::vector<PaperDrawing> pages;
    pages.push_back(std::move(page));
    return {issueSheetTitle(IssueSheetKind::LogicModel), size, QRectF({}, size), std::move(pages)};
}

} // namespace

PaperPages logicModelFigure(const LogicContent &content, double widthMm)
{
    return LogicPages(content, std::max(widthMm, 100.0)).makeFigure(std::max(widthMm, 100.0));
}

PaperPages logicModelPages(const LogicContent &content, const IssueSheetOptions &options)
{
    return LogicPages(content, options).make();
}

} // namespace tane
