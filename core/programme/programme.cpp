#include "programme/programme.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Programme)
};

} // namespace

std::vector<RecordColumn<Programme>> RecordSchema<Programme>::columns()
{
    return {recordColumn("title", &Programme::title),
            recordColumn("first_year", &Programme::firstYear),
            recordColumn("last_year", &Programme::lastYear),
            recordColumn("owner", &Programme::owner),
            recordColumn("note", &Programme::note),
            recordColumn("archived", &Programme::archived),
            referenceColumn("previous", &Programme::previous),
            recordColumn("long_label", &Programme::longLabel),
            recordColumn("middle_label", &Programme::middleLabel),
            recordColumn("short_label", &Programme::shortLabel)};
}

std::vector<RecordColumn<TargetGroup>> RecordSchema<TargetGroup>::columns()
{
    return {referenceColumn("programme", &TargetGroup::programme), recordColumn("name", &TargetGroup::name),
            recordColumn("is_environment", &TargetGroup::isEnvironment),
            recordColumn("is_observer", &TargetGroup::isObserver)};
}

const std::vector<Step> &allSteps()
{
    static const std::vector<Step> steps{Step::Situation, Step::Goals, Step::Plan, Step::Execution,
                                         Step::Evaluation};
    return steps;
}

QString stepTitle(Step step)
{
    switch (step) {
    case Step::Situation:
        return Texts::tr("実態確認と課題抽出");
    case Step::Goals:
        return Texts::tr("目標設定");
    case Step::Plan:
        return Texts::tr("達成方法の検討");
    case Step::Execution:
        return Texts::tr("実行");
    case Step::Evaluation:
        return Texts::tr("評価・改善・次の段階へ");
    }
    Q_UNREACHABLE();
}

QString stepShortTitle(Step step)
{
    switch (step) {
    case Step::Situation:
        return Texts::tr("実態");
    case Step::Goals:
        return Texts::tr("目標");
    case Step::Plan:
        return Texts::tr("企画");
    case Step::Execution:
        return Texts::tr("実行");
    case Step::Evaluation:
        return Texts::tr("評価");
    }
    Q_UNREACHABLE();
}

QString stepStateText(StepState state)
{
    switch (state) {
    case StepState::Empty:
        return Texts::tr("未着手");
    case StepState::Started:
        return Texts::tr("作業中");
    case StepState::Done:
        return Texts::tr("完了");
    case StepState::Stopped:
        return Texts::tr("ここで終了");
    }
    Q_UNREACHABLE();
}

QString programmeYears(const Programme &programme)
{
    if (!programme.firstYear)
        return {};
    const QString first = FiscalYear(*programme.firstYear).text();
    if (!programme.lastYear || *programme.lastYear == *programme.firstYear)
        return first;
    const QString last = FiscalYear(*programme.lastYear).text();
    // "令和6年度" and "令和7年度" have the era in common; it is said once.
    constexpr qsizetype eraLength = 2;
    const bool sameEra = first.first(eraLength) == last.first(eraLength);
    return first.chopped(2) + u'～' + (sameEra ? last.sliced(eraLength) : last);
}

} // namespace tane
