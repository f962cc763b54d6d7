// What would change in a control sheet. Pure: values in, values out.
#include "issues/controldifference.h"

#include "issues/controlsheetlabels.h"

#include <algorithm>
#include <set>

namespace tane {

using namespace controlsheet;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ControlDifference)
};

class Comparison
{
public:
    std::vector<ControlDifference> run(const ControlContent &before, const ControlContent &after);

private:
    void add(const QString &what, const QString &before, const QString &after)
    {
        if (before != after)
            m_found.push_back({m_scene, what, before, after});
    }
    void compareScene(const ControlContent::Scene &before, const ControlContent::Scene &after);
    void compareIndicator(const QString &name, const ControlContent::Indicator &before,
                          const ControlContent::Indicator &after);

    QString m_scene;
    std::vector<ControlDifference> m_found;
};

/// The one with this name, `which` counted among those of the same name; a blank one where there is none.
template<class T, class NameOf>
const T &named(const std::vector<T> &all, const QString &name, int which, NameOf nameOf)
{
    static const T blank;
    for (const T &one : all)
        if (nameOf(one) == name && which-- == 0)
            return one;
    return blank;
}

/// Every name of both lists in order, with how many of the same came before it.
template<class T, class NameOf>
std::vector<std::pair<QString, int>> namesOf(const std::vector<T> &before, const std::vector<T> &after,
                                             NameOf nameOf)
{
    std::vector<std::pair<QString, int>> names;
    for (const auto *list : {&before, &after}) {
        std::map<QString, int> counts;
        for (const T &one : *list) {
            const std::pair name(nameOf(one), counts[nameOf(one)]++);
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    return names;
}

void Comparison::compareIndicator(const QString &name, const ControlContent::Indicator &before,
                                  const ControlContent::Indicator &after)
{
    const auto what = [&](const QString &part) { return Texts::tr("指標「%1」の%2").arg(name, part); };
    if (before.indicator.name.isEmpty() && !after.indicator.name.isEmpty())
        add(Texts::tr("指標"), {}, name);
    if (!before.indicator.name.isEmpty() && after.indicator.name.isEmpty())
        add(Texts::tr("指標"), name, {});
    std::set<int> years;
    for (const auto *one : {&before, &after})
        for (const auto &[year, value] : one->values)
            years.insert(year);
    for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
        if (i == kColumnsBeforeYears)
            for (const int year : years) {
                const auto valueOf = [&](const ControlContent::Indicator &one) {
                    const auto value = one.values.find(year);
                    return value == one.values.end() ? QString() : value->second;
                };
                add(what(Texts::tr("%1の値").arg(FiscalYear(year).text())), valueOf(before), valueOf(after));
            }
        const IndicatorColumn &column = kIndicatorColumns[i];
        if (column.member != &ControlIndicator::name)
            add(what(QString::fromUtf16(column.head)), before.indicator.*column.member,
                after.indicator.*column.member);
    }
}

void Comparison::compareScene(const ControlContent::Scene &before, const ControlContent::Scene &after)
{
    m_scene = after.scene.name.isEmpty() ? before.scene.name : after.scene.name;
    const auto fields = [&](bool afterAssessment) {
        for (const SceneField &field : kSceneFields)
            if (field.afterAssessment == afterAssessment)
                add(QString::fromUtf16(field.label), before.scene.*field.member, after.scene.*field.member);
    };
    fields(false);
    const auto nameOf = [](const ControlContent::Indicator &one) { return one.indicator.name; };
    for (const auto &[name, which] : namesOf(before.indicators, after.indicators, nameOf))
        compareIndicator(name, named(before.indicators, name, which, nameOf),
                         named(after.indicators, name, which, nameOf));
    fields(true);
    add(givenLabel(), before.scene.supportGiven, after.scene.supportGiven);
    add(wantingLabel(), before.scene.supportWanting, after.scene.supportWanting);
}

std::vector<ControlDifference> Comparison::run(const ControlContent &before, const ControlContent &after)
{
    add(filledLabel(), eraDate(before.sheet.filledOn), eraDate(after.sheet.filledOn));
    add(visionLabel(), before.sheet.vision, after.sheet.vision);
    add(Texts::tr("備考"), before.sheet.note, after.sheet.note);
    const auto nameOf = [](const ControlContent::Scene &one) { return one.scene.name; };
    for (const auto &[name, which] : namesOf(before.scenes, after.scenes, nameOf))
        compareScene(named(before.scenes, name, which, nameOf), named(after.scenes, name, which, nameOf));
    return std::move(m_found);
}

} // namespace

std::vector<ControlDifference> controlDifferences(const ControlContent &before, const ControlContent &after)
{
    return Comparison().run(before, after);
}

} // namespace tane
