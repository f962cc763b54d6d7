// How far the municipalities are with their control sheets. Pure: values in, values out.
#include "issues/controlsheet.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ControlSheet)
};

/// Results are there, but no way on is written though they were not found good enough to go on as it is.
bool hasNoWayOn(const ControlContent::Scene &scene)
{
    const bool judged = std::ranges::any_of(scene.indicators, [](const ControlContent::Indicator &one) {
        return !one.indicator.result.isEmpty();
    });
    return judged && scene.scene.improvement.isEmpty();
}

ControlRollUp::Cell cellOf(const ControlContent::Scene &scene)
{
    ControlRollUp::Cell cell{.present = true, .state = controlStateOf(scene), .wanting = {}};
    for (const ControlContent::Indicator &one : scene.indicators) {
        cell.indicators += one.indicator.name.isEmpty() ? 0 : 1;
        cell.targets += one.indicator.target.isEmpty() ? 0 : 1;
    }
    cell.wanting = scene.scene.supportWanting;
    cell.stuck = !cell.wanting.isEmpty() || hasNoWayOn(scene);
    return cell;
}

} // namespace

QString controlStateText(ControlState state)
{
    switch (state) {
    case ControlState::Empty:
        return Texts::tr("未記入");
    case ControlState::Described:
        return Texts::tr("現状・課題まで");
    case ControlState::Aimed:
        return Texts::tr("めざす姿まで");
    case ControlState::Targeted:
        return Texts::tr("目標設定済み");
    case ControlState::Assessed:
        return Texts::tr("評価済み");
    }
    Q_UNREACHABLE();
}

ControlState controlStateOf(const ControlContent::Scene &scene)
{
    const auto any = [&](auto &&condition) { return std::ranges::any_of(scene.indicators, condition); };
    if (any([](const ControlContent::Indicator &one) {
            return !one.indicator.result.isEmpty() && !one.indicator.assessment.isEmpty();
        }))
        return ControlState::Assessed;
    if (any([](const ControlContent::Indicator &one) {
            return !one.indicator.name.isEmpty() && !one.indicator.target.isEmpty();
        }))
        return ControlState::Targeted;
    const ControlScene &written = scene.scene;
    if (!written.aim.isEmpty())
        return ControlState::Aimed;
    const bool described = !written.present.isEmpty() || !written.issue.isEmpty() ||
                           !written.measures.isEmpty() || !scene.indicators.empty();
    return described ? ControlState::Described : ControlState::Empty;
}

int ControlRollUp::withGoal(std::size_t scene) const
{
    return static_cast<int>(std::ranges::count_if(
        rows, [&](const Row &row) { return row.cells[scene].state >= ControlState::Targeted; }));
}

int ControlRollUp::stuck(std::size_t scene) const
{
    return static_cast<int>(
        std::ranges::count_if(rows, [&](const Row &row) { return row.cells[scene].stuck; }));
}

ControlRollUp rollUpControlSheets(const std::vector<ControlContent> &sheets,
                                  const std::vector<qint64> &municipalities, int year)
{
    ControlRollUp rollUp;
    rollUp.year = year;
    rollUp.scenes = fourScenes();
    for (const ControlContent &sheet : sheets)
        if (sheet.sheet.year == year)
            for (const ControlContent::Scene &scene : sheet.scenes)
                if (!rollUp.scenes.contains(scene.scene.name))
                    rollUp.scenes << scene.scene.name;
    for (const qint64 municipality : municipalities) {
        ControlRollUp::Row row{.municipality = municipality, .cells = {}};
        row.cells.resize(static_cast<std::size_t>(rollUp.scenes.size()));
        for (const ControlContent &sheet : sheets) {
            if (sheet.sheet.year != year || sheet.sheet.municipality != municipality)
                continue;
            row.sheet = sheet.sheet.id;
            for (const ControlContent::Scene &scene : sheet.scenes)
                row.cells[static_cast<std::size_t>(rollUp.scenes.indexOf(scene.scene.name))] = cellOf(scene);
        }
        rollUp.rows.push_back(std::move(row));
    }
    return rollUp;
}

} // namespace tane
