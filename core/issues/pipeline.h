#pragma once

#include "issues/board.h"
#include "issues/card.h"
#include "issues/consultation.h"

#include <unordered_map>

namespace tane {

/// A council with its actions and the cards that were put forward.
struct CouncilContent
{
    CouncilRecord record;
    std::vector<CouncilAction> actions;
    std::vector<qint64> cards;
};

/// All cards with everything that hangs on them, made by one load and thrown away when the document changes.
struct Pipeline
{
    std::vector<IssueCard> cards; ///< by stage, then position
    std::vector<CardLink> links;
    std::vector<CardNote> notes;
    std::vector<CardConsultation> consultations;
    std::vector<IssueReview> reviews;
    std::vector<CouncilContent> councils; ///< newest first, those without a date last
    std::vector<IssueTheme> themes;
    std::vector<ThemeMember> members;

    /// Where things stand. Who changes the lists calls buildIndex() before looking up.
    struct Index
    {
        std::unordered_map<qint64, std::size_t> cards;
        std::unordered_map<qint64, std::vector<qint64>> origins, results; ///< cards by card
        std::unordered_map<qint64, std::vector<qint64>> notes, consultations;
        std::unordered_map<qint64, std::vector<std::size_t>> reviews; ///< newest first
        std::unordered_map<qint64, std::vector<std::size_t>> councils;
    };
    Index index;
    void buildIndex();

    [[nodiscard]] const IssueCard *card(qint64 id) const;
    [[nodiscard]] std::vector<const IssueCard *> at(IssueStage stage) const;
    [[nodiscard]] std::vector<const IssueCard *> originsOf(qint64 card) const;
    [[nodiscard]] std::vector<const IssueCard *> resultsOf(qint64 card) const;
    [[nodiscard]] std::vector<const IssueReview *> reviewsOf(qint64 card) const;
    [[nodiscard]] std::vector<const CouncilContent *> councilsOf(qint64 card) const;
    /// Ids of the notes and consultations it came from, its origins' among them when `all`.
    [[nodiscard]] std::vector<qint64> notesOf(qint64 card, bool all = false) const;
    [[nodiscard]] std::vector<qint64> consultationsOf(qint64 card, bool all = false) const;
    /// The card and all that it came from, itself first; circles do no harm.
    [[nodiscard]] std::vector<qint64> roots(qint64 card) const;
};
[[nodiscard]] Result<Pipeline> loadPipeline(Document &document);

/// What a list or board of cards shows.
struct CardFilter
{
    QString
        words; ///< all of them must be in title, detail, source, who or owner; width and kana do not matter
    std::vector<IssueStage> stages; ///< none: all
    qint64 municipality = 0;        ///< 0 = all
    qint64 careArea = 0;            ///< also those of its municipalities, given below
    std::vector<qint64> areaMunicipalities;
    QString scene, source;
    std::optional<Cooperation> cooperation;
    std::optional<IssueStatus> status;
    bool openOnly = false;
    QDate from, until; ///< of notedOn; those without a date are kept only when neither is set
};
[[nodiscard]] std::vector<const IssueCard *> filterCards(const Pipeline &pipeline, const CardFilter &filter);

/// Adds at the end of its stage; `stageOn` and `notedOn` are set to `today` where they are empty. Gives the
/// id.
[[nodiscard]] Result<qint64> addCard(Document &document, const IssueCard &card, QDate today,
                                     const QString &label);
/// To a place in a stage; a new stage counts from `today`. One undo step.
[[nodiscard]] Result<> moveCard(Document &document, qint64 card, IssueStage stage, int position, QDate today,
                                const QString &label);
/// Solved and dropped cards are closed `today`, others are not closed.
[[nodiscard]] Result<> setCardStatus(Document &document, qint64 card, IssueStatus status, QDate today,
                                     const QString &label);
/// A new card at a later stage that several cards become, linked to them; scenes, municipality and area where
/// all agree are taken over. Conflict: no origin. Gives its id. One undo step.
[[nodiscard]] Result<qint64> joinCards(Document &document, const std::vector<qint64> &origins,
                                       const IssueCard &result, QDate today, const QString &label);
/// Sets or takes away one link. Conflict: with itself, or it would close a circle.
[[nodiscard]] Result<> setCardLink(Document &document, qint64 origin, qint64 result, bool on,
                                   const QString &label);
[[nodiscard]] Result<> setCardNote(Document &document, qint64 card, qint64 note, bool on,
                                   const QString &label);
[[nodiscard]] Result<> setCardConsultation(Document &document, qint64 card, qint64 consultation, bool on,
                                           const QString &label);
[[nodiscard]] Result<> setCouncilCard(Document &document, qint64 council, qint64 card, bool on,
                                      const QString &label);

/// A card at `stage` made of a cluster: its heading is the title, its notes are linked, scene and where it is
/// from are the board's. Gives the id. One undo step.
[[nodiscard]] Result<qint64> cardFromCluster(Document &document, qint64 cluster, IssueStage stage,
                                             QDate today, const QString &label);
/// The same of single notes: one card for each. Gives their ids.
[[nodiscard]] Result<std::vector<qint64>> cardsFromNotes(Document &document, const std::vector<qint64> &notes,
                                                         IssueStage stage, QDate today, const QString &label);
/// A seed of a chain of theme 2, linked to the notes of its cluster; the chain knows it. What is there
/// already stays: a second call gives the same seed. Conflict: nothing is written in the chain. One undo
/// step.
[[nodiscard]] Result<qint64> seedFromChain(Document &document, qint64 chain, QDate today,
                                           const QString &label);
/// A card of a topic and its consultations, which are linked. Gives the id. One undo step.
[[nodiscard]] Result<qint64> cardFromTopic(Document &document, qint64 topic, IssueStage stage, QDate today,
                                           const QString &label);
/// A message draft of a card: facts of its notes and consultations, view of its detail.
[[nodiscard]] Result<IssueMessage> messageFromCard(Document &document, qint64 card);

/// One line of what a municipality or a person has to do with issues.
struct IssueMention
{
    enum class Kind { Card, Consultation, Council, Message, Scenario, ControlSheet };
    Kind kind = Kind::Card;
    qint64 id = 0;
    QDate day;    ///< may be invalid
    QString what; ///< "地域課題のタネ"
    QString text;
    QString state; ///< "対応中", "まだ挙がる"; may be empty
};
/// All issues, councils, messages, scenarios and control sheets of a municipality, newest first.
[[nodiscard]] Result<std::vector<IssueMention>> issuesOf(Document &document, qint64 municipality);
/// The cards a person raised, newest first.
[[nodiscard]] Result<std::vector<IssueMention>> raisedBy(Document &document, qint64 person);

} // namespace tane
