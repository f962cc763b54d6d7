#include "paper/letterpaper.h"

#include "exchange/letterpage.h"
#include "paper/formpages.h"

#include <algorithm>

namespace tane {

namespace {

using Look = LetterLines::Look;

QColor ink(ColorRole role)
{
    return color(role, Scheme::Paper);
}

/// Puts one letter on pages.
class LetterLayout
{
public:
    explicit LetterLayout(const LetterDocument &letter, double shrink)
        : m_letter(letter)
        , m_pages(letterpage::metrics(letter, shrink))
        , m_factor(shrink)
    {
    }

    std::vector<PaperDrawing> layOut()
    {
        for (std::size_t i = 0; i < m_letter.blocks.size(); ++i) {
            const LetterBlock &block = m_letter.blocks[i];
            m_tableBelow =
                i + 1 < m_letter.blocks.size() ? std::get_if<FormTable>(&m_letter.blocks[i + 1]) : nullptr;
            std::visit([this](const auto &content) { put(content); }, block);
            const auto *lines = std::get_if<LetterLines>(&block);
            m_underHeading = lines != nullptr && lines->look == Look::Heading && !m_pages.atTop();
        }
        return m_pages.take();
    }

private:
    [[nodiscard]] TextStyle style(double sizeMm, Qt::Alignment align = Qt::AlignLeft) const
    {
        return {.sizeMm = sizeMm * m_factor,
                .align = align,
                .leading = letterpage::leading,
                .mincho = m_letter.mincho};
    }
    [[nodiscard]] double lineHeight() const { return letterpage::body * letterpage::leading * m_factor; }
    void reserve(double height)
    {
        if (!m_pages.atTop() && m_pages.left() < height)
            m_pages.newPage();
    }
    /// Draws with a pale ground behind what is missing.
    void draw(const PaperText &text, QPointF at)
    {
        // The same amber as hints on screen: it shall be seen, and a copy in black and white still reads.
        const QColor ground = mixed(color(ColorRole::HintLine, Scheme::Light), Qt::white, 0.6);
        for (const QRectF &place : text.placesOf(missingMark()))
            m_pages.page().fill(place.translated(at).adjusted(0, 0.5, 0, -0.5), ground);
        m_pages.page().text(text, at, ink(ColorRole::Text));
    }
    void flow(const PaperText &text, double left = 0);
    void put(const LetterLines &lines);
    void put(const LetterFacts &facts);
    void put(const LetterBand &band);
    void put(const LetterBox &box);
    void put(const FormTable &table)
    {
        m_pages.advance(m_underHeading ? -3 : 0); // closer than a table below text
        layOutTable(table, m_pages);
    }

    const LetterDocument &m_letter;
    bool m_underHeading = false;
    const FormTable *m_tableBelow = nullptr; ///< right behind what is being put
    FormPages m_pages;
    double m_factor;
};

void LetterLayout::flow(const PaperText &text, double left)
{
    for (int i = 0; i < text.lineCount(); ++i) {
        reserve(text.lineHeight());
        draw(text.lines(i, 1), {left, m_pages.y()});
        m_pages.advance(text.lineHeight());
    }
}

void LetterLayout::put(const LetterLines &lines)
{
    TextStyle look = style(letterpage::body);
    switch (lines.look) {
    case Look::Left:
        break;
    case Look::Right:
        look.align = Qt::AlignRight;
        break;
    case Look::Centre:
        look.align = Qt::AlignHCenter;
        break;
    case Look::Title:
        look = style(letterpage::title, Qt::AlignHCenter);
        break;
    case Look::Body:
        look.indentMm = look.sizeMm;
        break;
    case Look::Lead:
        look = style(letterpage::lead);
        m_pages.advance(m_pages.atTop() ? 0 : 3);
        break;
    case Look::Heading:
        look = style(letterpage::heading);
        look.bold = true;
        // Not alone at the foot of a page.
        reserve(std::max(4 * lineHeight(),
                         m_tableBelow ? 2 * lineHeight() + roomToBegin(*m_tableBelow, m_pages) : 0));
        m_pages.advance(m_pages.atTop() ? 0 : 4);
        m_pages.page().fill(QRectF(0, m_pages.y() + 0.9, 1.4, look.sizeMm * look.leading - 1.8),
                            ink(ColorRole::Accent));
        break;
    case Look::Small:
        look = style(letterpage::small);
        break;
    }
    const double left = lines.look == Look::Heading ? 3.5 : 0;
    for (const QString &each : lines.text.split(u'\n')) {
        if (each.isEmpty()) {
            m_pages.advance(m_pages.atTop() ? 0 : lineHeight());
            continue;
        }
        flow(PaperText(each, look, m_pages.width() - left), left);
    }
}

void LetterLayout::put(const LetterFacts &facts)
{
    using namespace letterpage;
    qsizetype longest = 2;
    for (const LetterFacts::Fact &fact : facts.facts)
        longest = std::max(longest, fact.label.size());
    const double label = static_cast<double>(longest) * body * m_factor + slack;
    const double labelAt = number + afterNumber, textAt = labelAt + label + afterLabel;
    TextStyle spread = style(body);
    spread.spread = true;
    int i = 0;
    for (const LetterFacts::Fact &fact : facts.facts) {
        const PaperText text(fact.text, style(body), m_pages.width() - textAt);
        const double height = std::max(text.height(), lineHeight());
        if (height < m_pages.height() / 2)
            reserve(height);
        m_pages.page().text(PaperText(QString::number(++i), style(body)), {0, m_pages.y()},
                            ink(ColorRole::Text));
        m_pages.page().text(PaperText(fact.label, spread, label), {labelAt, m_pages.y()},
                            ink(ColorRole::Text));
        flow(text, textAt);
        m_pages.advance(text.isEmpty() ? lineHeight() : 0);
    }
}

void LetterLayout::put(const LetterBand &band)
{
    using namespace letterpage;
    constexpr double inside = 5, between = 1.5;
    const double width = m_pages.width() - 2 * inside;
    TextStyle large = style(bandTitle, Qt::AlignHCenter);
    large.bold = true;
    large.leading = 1.35;
    const PaperText above(band.above, style(bandText, Qt::AlignHCenter), width);
    const PaperText below(band.below, style(bandText, Qt::AlignHCenter), width);
    const PaperText title = PaperText::balanced(band.title, large, width);
    const auto room = [](const QString &words, const PaperText &text) {
        return words.isEmpty() ? 0 : text.height() + between;
    };
    const double height = room(band.above, above) + title.height() + room(band.below, below) + 2 * inside;
    reserve(height);
    double y = m_pages.y();
    m_pages.page().fill(QRectF(0, y, m_pages.width(), height), ink(ColorRole::Accent));
    y += inside;
    if (!band.above.isEmpty())
        m_pages.page().text(above, {inside, y}, ink(ColorRole::AccentText));
    y += room(band.above, above);
    m_pages.page().text(title, {inside, y}, ink(ColorRole::AccentText));
    y += title.height() + between;
    if (!band.below.isEmpty())
        m_pages.page().text(below, {inside, y}, ink(ColorRole::AccentText));
    m_pages.advance(height);
}

void LetterLayout::put(const LetterBox &box)
{
    constexpr double padX = 3, padY = 2;
    const double left = m_pages.width() - letterpage::box;
    std::vector<PaperText> texts;
    double height = 2 * padY;
    for (const QString &each : QStringList(QStringList{box.title} + box.lines)) {
        texts.emplace_back(each, style(letterpage::body), letterpage::box - 2 * padX);
        height += texts.back().height();
    }
    reserve(height);
    m_pages.page().outline(QRectF(left, m_pages.y(), letterpage::box, height), ink(ColorRole::Text), 0.2);
    m_pages.advance(padY);
    for (const PaperText &text : texts)
        flow(text, left + padX);
    m_pages.advance(padY);
}

} // namespace

PaperPages letterPaper(const std::vector<LetterDocument> &letters)
{
    std::vector<PaperDrawing> pages;
    FormMetrics metrics = letterpage::metrics({});
    for (const LetterDocument &letter : letters) {
        metrics = letterpage::metrics(letter);
        std::vector<PaperDrawing> own = LetterLayout(letter, 1).layOut();
        // A few lines on a page of their own: type a little smaller (10.5 points become 10) saves it.
        if (own.size() > 1) {
            std::vector<PaperDrawing> tight = LetterLayout(letter, 0.95).layOut();
            if (tight.size() < own.size())
                own = std::move(tight);
        }
        for (const PaperDrawing &each : own) {
            PaperDrawing page;
            page.append(each, {metrics.side, metrics.top});
            pages.push_back(std::move(page));
        }
    }
    return {letters.empty() ? QString() : letters.front().title,
            QSizeF(metrics.pageWidth, metrics.pageHeight),
            QRectF(metrics.side, metrics.top, metrics.width(), metrics.height()), std::move(pages)};
}

} // namespace tane
