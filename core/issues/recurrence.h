#pragma once

#include "base/fiscalyear.h"
#include "issues/issuewords.h"
#include "storage/document.h"

#include <vector>

namespace tane {

/// One place where something came up: a heading or a lone note of a poster, a card, a topic of consultations.
struct RaisedThing
{
    enum class Kind { Cluster, Note, Card, Topic };
    Kind kind = Kind::Cluster;
    qint64 id = 0;
    QString heading;
    qint64 theme = 0; ///< the officer's; 0 = none
    qint64 board = 0; ///< 0 = not from a poster
    qint64 workshop = 0;
    qint64 municipality = 0, careArea = 0;
    QDate day;
    QString where;     ///< "コーディネーター研修会 3班 さくら"
    bool made = false; ///< a card made of notes or consultations: says the same once more
    IssueStatus status = IssueStatus::Open; ///< of a card
    friend bool operator==(const RaisedThing &, const RaisedThing &) = default;
};
/// Everything that was raised, in the order it is stored. Notes inside a cluster are said by its heading;
/// memos are left out.
[[nodiscard]] Result<std::vector<RaisedThing>> raisedThings(Document &document);

/// What came up at more than one place, or is a theme of the officer.
struct Recurrence
{
    QString heading;                 ///< the theme's, or the commonest writing
    QString folded;                  ///< of the heading
    qint64 theme = 0;                ///< 0 = the same heading only
    std::vector<RaisedThing> things; ///< newest first
    int places = 0; ///< posters, and what comes from elsewhere by its municipality, area or kind
    int workshops = 0, areas = 0, municipalities = 0;
    std::vector<int> years; ///< fiscal years, ascending
    QDate last;
};
/// Things of the same heading (width, case, kana, spaces and variant kanji do not matter) or of the same
/// theme belong together. Ranked by years, workshops, areas, places, things, then the last day: what comes
/// back over the years rises to the top. `areaOf` of a thing without an area is its municipality's.
struct ThemeName
{
    qint64 id = 0;
    QString heading;
};
[[nodiscard]] std::vector<Recurrence> findRecurrences(const std::vector<RaisedThing> &things,
                                                      const std::vector<ThemeName> &themes);

/// Two headings that may mean the same; only a proposal, the officer decides.
struct SimilarHeadings
{
    QString first, second;
    double likeness = 0;
};
/// Sørensen–Dice coefficient of the bigrams of two folded texts, as multisets: 2·shared/(all of both); 1 for
/// the same text, 0 for texts of one character that differ. (L. R. Dice, Ecology 26, 1945; T. Sørensen,
/// Biologiske Skrifter 5, 1948.)
[[nodiscard]] double likeness(const QString &first, const QString &second);
/// Chosen on 40 pairs labelled by hand (tests/core/issues/test_recurrence.cpp), the 20 different ones taken
/// to look alike: 0.4 finds 19 of the 20 that mean the same and proposes 6 of those that do not; 0.5 finds 13
/// and proposes 4. A wrong proposal costs the officer one look, a missed one is never seen.
inline constexpr double kLikenessProposed = 0.4;
/// Pairs of different headings at least that alike, the most alike first, at most `most`. Headings of things
/// that are of one theme already are no pair.
[[nodiscard]] std::vector<SimilarHeadings> similarHeadings(const std::vector<RaisedThing> &things,
                                                           double least = kLikenessProposed, int most = 200);
/// Puts things under a theme: an existing one (`theme`), or a new one with this heading. Gives its id. One
/// undo step.
[[nodiscard]] Result<qint64> linkToTheme(Document &document, const std::vector<RaisedThing> &things,
                                         qint64 theme, const QString &heading, const QString &label);
/// Takes one thing out of its theme.
[[nodiscard]] Result<> unlinkFromTheme(Document &document, const RaisedThing &thing, const QString &label);

} // namespace tane
