#include "programme/evaluation.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::EvaluationLine)
};

constexpr std::array kKinds{"achieved", "not_achieved", "reading", "next_goal", "council"};

RecordColumn<Initiative> answerColumn(std::size_t question)
{
    return {QStringLiteral("answer%1").arg(question + 1),
            [question](Statement &statement, const Initiative &record) {
                statement.bind(record.answers.at(question));
            },
            [question](Initiative &record, const Statement &row, int column) {
                record.answers.at(question) = row.text(column);
            }};
}

} // namespace

std::vector<RecordColumn<EvaluationLine>> RecordSchema<EvaluationLine>::columns()
{
    return {referenceColumn("programme", &EvaluationLine::programme),
            wordColumn("kind", &EvaluationLine::kind, kKinds), recordColumn("text", &EvaluationLine::text),
            referenceColumn("target_group", &EvaluationLine::targetGroup)};
}

std::vector<RecordColumn<Initiative>> RecordSchema<Initiative>::columns()
{
    std::vector<RecordColumn<Initiative>> all{referenceColumn("programme", &Initiative::programme),
                                              recordColumn("name", &Initiative::name)};
    for (std::size_t question = 0; question < reviewQuestions().size(); ++question)
        all.push_back(answerColumn(question));
    return all;
}

std::vector<RecordColumn<ReflectionMeeting>> RecordSchema<ReflectionMeeting>::columns()
{
    return {referenceColumn("programme", &ReflectionMeeting::programme),
            recordColumn("held_on", &ReflectionMeeting::heldOn),
            recordColumn("form", &ReflectionMeeting::form),
            recordColumn("attendees", &ReflectionMeeting::attendees),
            recordColumn("contents", &ReflectionMeeting::contents)};
}

QString evaluationKindTitle(EvaluationLine::Kind kind)
{
    switch (kind) {
    case EvaluationLine::Kind::Achieved:
        return Texts::tr("できたこと");
    case EvaluationLine::Kind::NotAchieved:
        return Texts::tr("できなかったこと");
    case EvaluationLine::Kind::Reading:
        return Texts::tr("結果の解釈");
    case EvaluationLine::Kind::NextGoal:
        return Texts::tr("次の短期目標への反映");
    case EvaluationLine::Kind::Council:
        return Texts::tr("共有する協議の場");
    }
    Q_UNREACHABLE();
}

const std::array<QString, 7> &reviewQuestions()
{
    static const std::array<QString, 7> questions{
        Texts::tr("当初の予定通り実施できたか"),
        Texts::tr("当初期待した目的・成果を達成できたか"),
        Texts::tr("この取り組みが地域の目指すべき姿の実現に貢献しているか"),
        Texts::tr("上記の結果になった要因・背景は何か"),
        Texts::tr("実施上の課題は何か"),
        Texts::tr("今後も同様に実施していくべきか"),
        Texts::tr("取り組み内容や実施方法をどのように改善すべきか"),
    };
    return questions;
}

} // namespace tane
