#include "programme/plan.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PlanLine)
};

constexpr std::array kTerms{"long", "middle", "short"};
constexpr std::array kFields{"entry", "outcome", "action"};

QString fieldWord(PlanField field)
{
    return QString::fromLatin1(kFields.at(static_cast<std::size_t>(field)));
}

} // namespace

std::vector<RecordColumn<Goal>> RecordSchema<Goal>::columns()
{
    return {referenceColumn("target_group", &Goal::targetGroup), wordColumn("term", &Goal::term, kTerms),
            recordColumn("text", &Goal::text), referenceColumn("evaluation_line", &Goal::evaluationLine)};
}

std::vector<RecordColumn<Purpose>> RecordSchema<Purpose>::columns()
{
    return {referenceColumn("programme", &Purpose::programme), recordColumn("text", &Purpose::text)};
}

std::vector<RecordColumn<PlanLine>> RecordSchema<PlanLine>::columns()
{
    return {referenceColumn("target_group", &PlanLine::targetGroup),
            wordColumn("field", &PlanLine::field, kFields), recordColumn("text", &PlanLine::text)};
}

QString planFieldTitle(PlanField field)
{
    switch (field) {
    case PlanField::Entry:
        return Texts::tr("入口で対象となる人物像");
    case PlanField::Outcome:
        return Texts::tr("研修終了時に想定する能力・効果等");
    case PlanField::Action:
        return Texts::tr("行動目標（研修後）");
    }
    Q_UNREACHABLE();
}

Result<LevelRange> planLevel(Document &document, qint64 targetGroup, PlanField field)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT lowest, highest, text FROM plan_level WHERE target_group = ? AND field = ?")));
    TANE_CHECK(query.bind(targetGroup).bind(fieldWord(field)).run());
    LevelRange range;
    if (query.next()) {
        if (!query.isNull(0))
            range.lowest = static_cast<int>(query.integer(0));
        if (!query.isNull(1))
            range.highest = static_cast<int>(query.integer(1));
        range.text = query.text(2);
    }
    return range;
}

Result<> setPlanLevel(Document &document, qint64 targetGroup, PlanField field, const LevelRange &range)
{
    return document.perform(Texts::tr("想定レベルの変更"), [&](Database &database) -> Result<> {
        if (range.isEmpty()) {
            TANE_TRY(Statement remove, database.prepare(QStringLiteral(
                                           "DELETE FROM plan_level WHERE target_group = ? AND field = ?")));
            return remove.bind(targetGroup).bind(fieldWord(field)).run();
        }
        TANE_TRY(Statement write,
                 database.prepare(QStringLiteral(
                     "INSERT INTO plan_level(target_group, field, lowest, highest, text) "
                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT(target_group, field) DO UPDATE SET "
                     "lowest = excluded.lowest, highest = excluded.highest, text = excluded.text")));
        return write.bind(targetGroup)
            .bind(fieldWord(field))
            .bind(range.lowest)
            .bind(range.highest)
            .bind(range.text)
            .run();
    });
}

} // namespace tane
