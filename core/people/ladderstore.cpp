// The officer's own ladder: kept step by step, with what was assessed following the steps to their new
// places.
#include "people/ladder.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Ladder)
};

/// Where a step of the former ladder stands in the new one; -1: it goes.
using Places = std::vector<int>;

/// Stored steps are known by their id, built-in ones by their name, and renamed built-in ones by their place
/// as long as no step was added or taken away.
Places placesOf(const Ladder &former, const Ladder &now)
{
    Places places(former.steps.size(), -1);
    std::vector<bool> taken(now.steps.size(), false);
    const auto settle = [&](auto &&same) {
        for (std::size_t i = 0; i < former.steps.size(); ++i)
            for (std::size_t j = 0; j < now.steps.size() && places[i] < 0; ++j)
                if (!taken[j] && same(i, j)) {
                    places[i] = static_cast<int>(j);
                    taken[j] = true;
                }
    };
    settle([&](std::size_t i, std::size_t j) {
        return former.steps[i].id != 0 && former.steps[i].id == now.steps[j].id;
    });
    settle([&](std::size_t i, std::size_t j) {
        return (former.steps[i].id == 0 || now.steps[j].id == 0) && former.steps[i].name == now.steps[j].name;
    });
    settle([&](std::size_t i, std::size_t j) {
        return i == j && now.steps[j].id == 0 && former.steps.size() == now.steps.size();
    });
    return places;
}

/// The level in the new ladder that means what `level` meant. Between two steps stays just above the lower.
std::optional<int> moved(int level, const Places &places)
{
    const auto step = static_cast<std::size_t>(level / 2);
    if (step >= places.size() || places[step] < 0)
        return std::nullopt;
    const int place = 2 * places[step];
    if (level % 2 == 0)
        return place;
    const bool above = step + 1 < places.size() && places[step + 1] > places[step];
    return above ? place + 1 : place;
}

struct OldLevel
{
    qint64 row;
    int level;
};

Result<std::vector<OldLevel>> assessedLevels(Database &database)
{
    TANE_TRY(Statement query, database.prepare(QStringLiteral("SELECT id, level FROM assessment")));
    TANE_CHECK(query.run());
    std::vector<OldLevel> all;
    while (query.next())
        all.push_back({query.integer(0), static_cast<int>(query.integer(1))});
    return all;
}

Result<> moveAssessments(Database &database, const Ladder &former, const Places &places)
{
    TANE_TRY(const std::vector<OldLevel> levels, assessedLevels(database));
    TANE_TRY(Statement update,
             database.prepare(QStringLiteral("UPDATE assessment SET level = ? WHERE id = ?")));
    for (const OldLevel &old : levels) {
        const auto level = moved(old.level, places);
        if (!level)
            return fail(ErrorCode::Conflict,
                        Texts::tr("「%1」と評価された方がいるため、この段階は削除できません。"
                                  "先に、その評価を別の段階に直してください。")
                            .arg(former.levelText(old.level)));
        if (*level != old.level)
            TANE_CHECK(update.bind(*level).bind(old.row).run());
    }
    return {};
}

Result<> checkSteps(const Ladder &ladder)
{
    if (ladder.steps.size() < 2)
        return fail(ErrorCode::Conflict, Texts::tr("レベルの段階は2つ以上必要です。"));
    QStringList names;
    for (const LadderStep &step : ladder.steps) {
        const QString name = step.name.trimmed();
        if (name.isEmpty())
            return fail(ErrorCode::Conflict, Texts::tr("段階の名前を入力してください。"));
        if (names.contains(name))
            return fail(ErrorCode::Conflict, Texts::tr("「%1」という段階が2つあります。").arg(name));
        names << name;
    }
    return {};
}

Result<> writeSteps(Document &document, const Ladder &former, const Ladder &ladder, const QString &label)
{
    RecordTable<LadderStep> table(document);
    for (const LadderStep &old : former.steps) {
        const bool stays = std::ranges::find(ladder.steps, old.id, &LadderStep::id) != ladder.steps.end();
        if (old.id != 0 && !stays)
            TANE_CHECK(table.remove(old.id, label));
    }
    int position = 0;
    for (LadderStep step : ladder.steps) {
        step.ladder = 1;
        step.name = step.name.trimmed();
        if (step.id == 0) {
            TANE_CHECK(table.add(step, label, position));
        } else {
            TANE_CHECK(table.update(step, label));
            TANE_CHECK(table.move(step.id, position, label));
        }
        ++position;
    }
    return {};
}

} // namespace

Result<Ladder> loadLadder(Document &document)
{
    TANE_TRY(std::vector<LadderStep> steps, RecordTable<LadderStep>(document).all());
    return steps.empty() ? builtInLadder() : Ladder{std::move(steps)};
}

Result<> saveLadder(Document &document, const Ladder &ladder)
{
    TANE_CHECK(checkSteps(ladder));
    const QString label = Texts::tr("レベルの段階の変更");
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(const Ladder former, loadLadder(document));
        if (former.steps == ladder.steps)
            return {};
        TANE_CHECK(moveAssessments(database, former, placesOf(former, ladder)));
        return writeSteps(document, former, ladder, label);
    });
}

} // namespace tane
