#include "participants/participantgoal.h"

#include "programme/sheetparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

using sheets::body;
using sheets::head;
using sheets::label;
using sheets::points;

struct GoalTexts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipantGoal)
};

constexpr std::array kTerms{"short", "middle", "long"};

QStringList textsOf(const std::vector<ParticipantGoal> &goals, ParticipantGoal::Term term)
{
    QStringList texts;
    for (const ParticipantGoal &goal : goals)
        if (goal.term == term)
            texts << sheets::point(goal.text);
    return texts;
}

/// "東部センター　コーディネーター"
QString whereFrom(const Participant &person)
{
    QStringList parts{person.affiliation.isEmpty() ? person.centre : person.affiliation, person.role};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

FormSheet begun(const QString &name, const GoalSheetOptions &options)
{
    FormSheet sheet;
    sheet.name = sheet.title = name;
    QStringList above{options.prefecture, options.workshop};
    above.removeAll(QString());
    sheet.subtitle = above.join(QStringLiteral("　"));
    sheet.footer = name;
    return sheet;
}

} // namespace

QString goalTermText(ParticipantGoal::Term term)
{
    switch (term) {
    case ParticipantGoal::Term::Short:
        return GoalTexts::tr("短期");
    case ParticipantGoal::Term::Middle:
        return GoalTexts::tr("中期");
    case ParticipantGoal::Term::Long:
        return GoalTexts::tr("長期");
    }
    Q_UNREACHABLE();
}

std::vector<RecordColumn<ParticipantGoal>> RecordSchema<ParticipantGoal>::columns()
{
    return {referenceColumn("participant", &ParticipantGoal::participant),
            wordColumn("term", &ParticipantGoal::term, kTerms), recordColumn("text", &ParticipantGoal::text),
            recordColumn("follow_up", &ParticipantGoal::followUp)};
}

Result<std::map<qint64, std::vector<ParticipantGoal>>> goalsOfWorkshop(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT g.id, g.participant, g.term, g.text, g.follow_up "
                                  "FROM participant_goal AS g JOIN participant AS p ON p.id = g.participant "
                                  "WHERE p.workshop = ? ORDER BY g.participant, g.position, g.id")));
    TANE_CHECK(query.bind(workshop).run());
    std::map<qint64, std::vector<ParticipantGoal>> goals;
    while (query.next()) {
        ParticipantGoal goal;
        goal.id = query.integer(0);
        goal.participant = query.integer(1);
        const auto term = std::ranges::find(kTerms, query.text(2),
                                            [](const char *word) { return QString::fromLatin1(word); });
        goal.term = kGoalTerms.at(static_cast<std::size_t>(term - kTerms.begin()));
        goal.text = query.text(3);
        goal.followUp = query.text(4);
        goals[goal.participant].push_back(goal);
    }
    for (auto &[participant, list] : goals)
        std::ranges::stable_sort(list, {}, &ParticipantGoal::term);
    return goals;
}

FormSheet makeGoalSheet(const Participant &participant, const std::vector<ParticipantGoal> &goals,
                        const GoalSheetOptions &options)
{
    FormSheet sheet = begun(GoalTexts::tr("わたしの目標"), options);
    FormTable who;
    who.widths = {22, 68, 22, 68};
    who.middle = true;
    who.rows.push_back({label(GoalTexts::tr("氏名")), body(participant.name), label(GoalTexts::tr("所属")),
                        body(whereFrom(participant))});
    sheets::add(sheet, std::move(who));
    sheets::add(
        sheet, FormParagraph::Style::Body,
        options.request.isEmpty()
            ? GoalTexts::tr("研修会で書いていただいた目標です。その後の様子を右の欄にお書きください。")
            : options.request);
    FormTable table;
    table.widths = {18, 76, 86};
    table.headRows = 1;
    table.rows.push_back(
        {head(GoalTexts::tr("期間")), head(GoalTexts::tr("目標")), head(GoalTexts::tr("その後の様子"))});
    // Long texts of many goals must not push the last ones off the page: the room is shared.
    const double room = std::max(18.0, 150.0 / static_cast<double>(std::max<std::size_t>(goals.size(), 3)));
    for (const ParticipantGoal::Term term : kGoalTerms) {
        const auto mine = std::ranges::count(goals, term, &ParticipantGoal::term);
        bool first = true;
        for (const ParticipantGoal &goal : goals) {
            if (goal.term != term)
                continue;
            std::vector<FormTableCell> row;
            if (first)
                row.push_back(label(goalTermText(term), static_cast<int>(mine)));
            first = false;
            row.push_back(body(goal.text, room));
            row.push_back(body(goal.followUp, room));
            table.rows.push_back(std::move(row));
        }
        if (mine == 0)
            table.rows.push_back({label(goalTermText(term)), body({}, room), body({}, room)});
    }
    sheets::add(sheet, std::move(table));
    return sheet;
}

FormSheet makeGoalList(const std::vector<Participant> &people,
                       const std::map<qint64, std::vector<ParticipantGoal>> &goals,
                       const GoalSheetOptions &options)
{
    FormSheet sheet = begun(GoalTexts::tr("参加者の目標一覧"), options);
    sheet.landscape = true;
    FormTable table;
    table.widths = {34, 46, 62, 62, 62};
    table.headRows = 1;
    table.rows.push_back({head(GoalTexts::tr("氏名")), head(GoalTexts::tr("所属・立場")),
                          head(goalTermText(ParticipantGoal::Term::Short)),
                          head(goalTermText(ParticipantGoal::Term::Middle)),
                          head(goalTermText(ParticipantGoal::Term::Long))});
    for (const Participant &person : people) {
        const auto found = goals.find(person.id);
        if (found == goals.end())
            continue;
        std::vector<FormTableCell> row{label(person.name), body(whereFrom(person))};
        for (const ParticipantGoal::Term term : kGoalTerms)
            row.push_back(points(textsOf(found->second, term)));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.size() == 1)
        table.rows.push_back({body(GoalTexts::tr("目標はまだ入っていません。"), 0, 5)});
    sheets::add(sheet, std::move(table));
    return sheet;
}

} // namespace tane
