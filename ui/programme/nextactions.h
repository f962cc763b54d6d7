#pragma once

#include "programme/cycle.h"

#include <map>

namespace tane {

/// How many answers came in, by wave, for one workshop; whoever answered twice counts twice.
struct AnswerCounts
{
    int before = 0;
    int after = 0;
    int followUp = 0;
    [[nodiscard]] bool any() const { return before + after + followUp > 0; }
};
/// By workshop of the programme.
[[nodiscard]] Result<std::map<qint64, AnswerCounts>> answerCounts(Document &document, qint64 programme);

/// What is open about the people of one workshop.
struct PeopleToDo
{
    int applied = 0;    ///< 申込み that nothing was decided about
    int unanswered = 0; ///< of the questionnaire that is asked now; 0 while none is
    bool after = false; ///< it is the one after the workshop
};
/// By workshop of the programme, those without participants left out. The questionnaire before is asked from
/// two weeks ahead, the one after from the third day on and for two months.
[[nodiscard]] Result<std::map<qint64, PeopleToDo>> peopleToDo(Document &document, const Cycle &cycle,
                                                              QDate today);

/// What is open about regional issues, whatever the programme.
struct IssuesToDo
{
    int late = 0;      ///< actions of councils that are due and not done
    QString firstLate; ///< the one that has waited longest
    QDate due;         ///< until when it was due
    int unowned = 0;   ///< open issues from 地域課題 on that nobody takes care of
};
[[nodiscard]] Result<IssuesToDo> issuesToDo(Document &document, QDate today);

/// Something to do now, as the home page proposes it.
struct NextAction
{
    QString title;  ///< "短期の目標を決めましょう"
    QString detail; ///< one line: why, or until when
    QString button; ///< "目標設定を開く"
    QString page;
    qint64 workshop = 0;  ///< to be shown with it; 0 = any
    qint64 programme = 0; ///< to be shown instead of this one; 0 = this one
};

/// What to do next, most pressing first, at most `limit`: what is late, then the first thing that is missing
/// in each step that is neither done nor stopped, as later steps rest on earlier ones. Nothing behind a step
/// that the cycle stops at, but the next cycle: to make it, or to go on to `following`, which is it already.
[[nodiscard]] std::vector<NextAction>
nextActions(const Cycle &cycle, const std::map<qint64, AnswerCounts> &answers, QDate today,
            const std::optional<Programme> &following = {}, int limit = 3,
            const std::map<qint64, PeopleToDo> &people = {}, const IssuesToDo &issues = {});

/// The step the programme is at: where it stops; else the last that is begun and not done, or, when later
/// ones are done, the empty one behind them; else the first with nothing in it; the last step when all are
/// done.
[[nodiscard]] Step currentStep(const Cycle &cycle);
/// "あと4日", "今日", "3日遅れ".
[[nodiscard]] QString daysText(QDate due, QDate today);

} // namespace tane
