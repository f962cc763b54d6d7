#pragma once

#include "issues/issuewords.h"
#include "storage/recordtable.h"

namespace tane {

/// One issue on its way from a trouble to policy. What several cards become is a new card linked to them; a
/// card that only moves on changes its stage.
struct IssueCard
{
    qint64 id = 0;
    IssueStage stage = IssueStage::Trouble;
    QString title;
    QString detail;
    QDate notedOn;
    QDate stageOn;      ///< since when at its stage
    QString source;     ///< of issueSources() or another word
    QString sourceNote; ///< "第2回地域ケア会議"
    qint64 person = 0;  ///< who raised it, of the registers; 0 = nobody of them
    QString who;        ///< in words: "A市 コーディネーター"
    qint64 municipality = 0;
    qint64 careArea = 0;
    qint64 workshop = 0;
    QStringList scenes; ///< none is fine
    Cooperation cooperation = Cooperation::Open;
    QString owner; ///< who takes care of it
    IssueStatus status = IssueStatus::Open;
    QDate closedOn; ///< solved or dropped
    /// Neither solved nor dropped.
    [[nodiscard]] bool isOpen() const { return status == IssueStatus::Open || status == IssueStatus::Doing; }
    friend bool operator==(const IssueCard &, const IssueCard &) = default;
};

/// `result` came of `origin`.
struct CardLink
{
    qint64 id = 0;
    qint64 origin = 0;
    qint64 result = 0;
    friend bool operator==(const CardLink &, const CardLink &) = default;
};
struct CardNote
{
    qint64 id = 0;
    qint64 card = 0;
    qint64 note = 0;
    friend bool operator==(const CardNote &, const CardNote &) = default;
};
struct CardConsultation
{
    qint64 id = 0;
    qint64 card = 0;
    qint64 consultation = 0;
    friend bool operator==(const CardConsultation &, const CardConsultation &) = default;
};

/// What a later workshop says of an issue.
struct IssueReview
{
    enum class Outcome { Solved, Remains }; ///< 解決, まだ挙がる
    qint64 id = 0;
    qint64 card = 0;
    qint64 workshop = 0; ///< 0 = none (any more)
    QDate reviewedOn;
    Outcome outcome = Outcome::Remains;
    QString note;
    friend bool operator==(const IssueReview &, const IssueReview &) = default;
};
/// "解決", "まだ挙がる".
[[nodiscard]] QString reviewOutcomeText(IssueReview::Outcome outcome);

/// 協議の場: what was put forward and what came of it.
struct CouncilRecord
{
    qint64 id = 0;
    QDate heldOn;
    QString body; ///< "在宅医療・介護連携推進協議会"
    qint64 municipality = 0;
    qint64 careArea = 0;
    QString presented;
    QString agreed;
    QString note;
    friend bool operator==(const CouncilRecord &, const CouncilRecord &) = default;
};
struct CouncilCard
{
    qint64 id = 0;
    qint64 council = 0;
    qint64 card = 0;
    friend bool operator==(const CouncilCard &, const CouncilCard &) = default;
};
/// Who does what by when.
struct CouncilAction
{
    qint64 id = 0;
    qint64 council = 0;
    QString what;
    QString who;
    QDate dueOn;
    bool done = false;
    friend bool operator==(const CouncilAction &, const CouncilAction &) = default;
};

/// What comes up again and again, as the officer names it.
struct IssueTheme
{
    qint64 id = 0;
    QString heading;
    QString note;
    friend bool operator==(const IssueTheme &, const IssueTheme &) = default;
};
/// Exactly one of the four is set; each belongs to one theme at most.
struct ThemeMember
{
    qint64 id = 0;
    qint64 theme = 0;
    qint64 card = 0;
    qint64 cluster = 0;
    qint64 note = 0;
    qint64 topic = 0;
    friend bool operator==(const ThemeMember &, const ThemeMember &) = default;
};

/// Theme 3: what a municipality is told.
struct IssueMessage
{
    qint64 id = 0;
    qint64 board = 0; ///< 0 = none (any more)
    qint64 card = 0;  ///< the issue it is about
    qint64 municipality = 0;
    QString recipient; ///< "長寿社会課 御中"; the municipality stands before it
    QString sender;
    QDate writtenOn;
    QString title;
    QString facts;    ///< 事実・情報
    QString view;     ///< 考えられること（仮説・評価・見解）
    QString material; ///< 補足する情報・資料
    QString request;  ///< お願いしたいこと
    friend bool operator==(const IssueMessage &, const IssueMessage &) = default;
};

#define TANE_ISSUE_SCHEMA(Type, name, ...)                                                                   \
    template<>                                                                                               \
    struct RecordSchema<Type>                                                                                \
    {                                                                                                        \
        static QString table() { return QStringLiteral(name); }                                              \
        static QStringList siblings() { return {__VA_ARGS__}; }                                              \
        static std::vector<RecordColumn<Type>> columns();                                                    \
    };

TANE_ISSUE_SCHEMA(IssueCard, "issue_card", QStringLiteral("stage"))
TANE_ISSUE_SCHEMA(CardLink, "card_link")
TANE_ISSUE_SCHEMA(CardNote, "card_note")
TANE_ISSUE_SCHEMA(CardConsultation, "card_consultation")
TANE_ISSUE_SCHEMA(IssueReview, "issue_review")
TANE_ISSUE_SCHEMA(CouncilRecord, "council_record")
TANE_ISSUE_SCHEMA(CouncilCard, "council_card")
TANE_ISSUE_SCHEMA(CouncilAction, "council_action", QStringLiteral("council"))
TANE_ISSUE_SCHEMA(IssueTheme, "issue_theme")
TANE_ISSUE_SCHEMA(ThemeMember, "theme_member")
TANE_ISSUE_SCHEMA(IssueMessage, "issue_message")

#undef TANE_ISSUE_SCHEMA

} // namespace tane
