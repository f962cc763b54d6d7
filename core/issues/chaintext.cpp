#include "issues/chaintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ChainText)
};

constexpr std::array kParts{ChainPart::What, ChainPart::Why, ChainPart::MainCause, ChainPart::Measures,
                            ChainPart::Best};

QString partOf(const IssueChain &chain, ChainPart part)
{
    switch (part) {
    case ChainPart::What:
        return chain.what;
    case ChainPart::Why:
        return chain.why;
    case ChainPart::MainCause:
        return chain.mainCause;
    case ChainPart::Measures:
        return chain.measures;
    case ChainPart::Best:
        return chain.best;
    }
    return {};
}

/// As seeds made before had them.
QString formerTitle(ChainPart part)
{
    switch (part) {
    case ChainPart::Measures:
        return Texts::tr("考えられる対策");
    case ChainPart::Best:
        return Texts::tr("効果的で現実的な対策");
    default:
        return chainPartTitle(part);
    }
}

std::optional<ChainPart> titleIn(const QString &line)
{
    for (const ChainPart part : kParts)
        for (const QString &title : {chainPartTitle(part), formerTitle(part)})
            if (line.startsWith(QString(title + u'：')))
                return part;
    return std::nullopt;
}

QString titled(const IssueChain &chain, ChainPart part)
{
    const QString text = partOf(chain, part);
    return text.isEmpty() ? QString() : QString(chainPartTitle(part) + u'：' + text);
}

/// Lines below a title, or those that belong to no step.
struct Piece
{
    std::optional<ChainPart> part;
    QStringList lines;
};

/// An empty line ends a step, as does the next title; the last step of all is one line.
std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    for (const QString &line : text.split(u'\n')) {
        const auto part = titleIn(line);
        const bool ended = !pieces.empty() && pieces.back().part &&
                           (line.isEmpty() || *pieces.back().part == ChainPart::Best);
        if (pieces.empty() || part || ended)
            pieces.push_back({part, {}});
        pieces.back().lines << line;
    }
    return pieces;
}

} // namespace

QString chainPartTitle(ChainPart part)
{
    switch (part) {
    case ChainPart::What:
        return Texts::tr("何が起きているか");
    case ChainPart::Why:
        return Texts::tr("なぜ起きているか");
    case ChainPart::MainCause:
        return Texts::tr("主な原因");
    case ChainPart::Measures:
        return Texts::tr("考えられる対応");
    case ChainPart::Best:
        return Texts::tr("効果的で現実的な対応");
    }
    return {};
}

QString chainText(const IssueChain &chain)
{
    QStringList lines;
    for (const ChainPart part : kParts)
        lines << titled(chain, part);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString withChainText(const QString &text, const IssueChain &chain)
{
    std::vector<Piece> pieces = piecesOf(text);
    const auto holds = [&](ChainPart part) {
        return std::ranges::find(pieces, std::optional(part), &Piece::part);
    };
    if (std::ranges::none_of(pieces, [](const Piece &piece) { return piece.part.has_value(); }))
        return text;
    auto after = pieces.begin(); // where a step that is missing comes in
    while (!after->part)
        ++after;
    for (const ChainPart part : kParts) {
        const QString now = titled(chain, part);
        auto at = holds(part);
        if (at == pieces.end()) {
            if (now.isEmpty())
                continue;
            at = pieces.insert(after, {part, {}});
        }
        at->lines = now.isEmpty() ? QStringList() : QStringList{now};
        after = at + 1;
    }
    QStringList lines;
    for (const Piece &piece : pieces)
        lines << piece.lines;
    return lines.join(u'\n');
}

Result<std::optional<IssueChain>> chainOfSeed(Document &document, qint64 card)
{
    std::optional<IssueChain> found;
    if (card != 0) {
        TANE_TRY(const std::vector<IssueChain> chains,
                 RecordTable<IssueChain>(document).all(QStringLiteral("seed"), card));
        if (!chains.empty())
            found = chains.front();
    }
    return found;
}

} // namespace tane
