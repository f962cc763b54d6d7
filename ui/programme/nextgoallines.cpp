#include "programme/nextgoallines.h"

#include "parts/savefield.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::NextGoalLines)
};

constexpr auto kKind = EvaluationLine::Kind::NextGoal;

/// Where the line that is to be the `position`-th of its group goes in the whole list, counted without the
/// line `moved` itself.
Result<int> wholePosition(Document &document, qint64 programme, qint64 targetGroup, int position,
                          qint64 moved = 0)
{
    TANE_TRY(const std::vector<EvaluationLine> all,
             RecordTable<EvaluationLine>(document).all(u"programme"_s, programme));
    int whole = 0;
    int inside = 0;
    int afterLast = -1;
    for (const EvaluationLine &line : all) {
        if (line.kind != kKind || line.id == moved)
            continue;
        if (line.targetGroup == targetGroup) {
            if (inside == position)
                return whole;
            ++inside;
            afterLast = whole + 1;
        }
        ++whole;
    }
    return afterLast >= 0 ? afterLast : whole;
}

} // namespace

LineList::Callbacks nextGoalLines(Document &document, qint64 programme, qint64 targetGroup)
{
    using Table = RecordTable<EvaluationLine>;
    LineList::Callbacks callbacks;
    callbacks.add = [=, &document](const QStringList &texts, int position) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        TANE_CHECK(document.perform(Texts::tr("次の短期目標の追加"), [&](Database &) -> Result<> {
            for (const QString &text : texts) {
                const int inside = position + static_cast<int>(ids.size());
                TANE_TRY(const int at, wholePosition(document, programme, targetGroup, inside));
                TANE_TRY(const qint64 id,
                         Table(document).add({0, programme, kKind, text, targetGroup}, {}, at));
                ids.push_back(id);
            }
            return {};
        }));
        return ids;
    };
    callbacks.update = [&document](qint64 id, const QString &text) {
        return saveField(document, id, &EvaluationLine::text, text, Texts::tr("次の短期目標の変更"));
    };
    callbacks.remove = [&document](qint64 id) {
        return Table(document).remove(id, Texts::tr("次の短期目標の削除"));
    };
    const auto place = [=, &document](qint64 id, int position) -> Result<> {
        TANE_TRY(const int at, wholePosition(document, programme, targetGroup, position, id));
        return Table(document).move(id, at, {});
    };
    callbacks.move = [=, &document](qint64 id, int position) {
        return document.perform(Texts::tr("次の短期目標の並べ替え"),
                                [&](Database &) { return place(id, position); });
    };
    callbacks.adopt = [=, &document](qint64 id, int position) {
        return document.perform(Texts::tr("次の短期目標の移動"), [&](Database &) -> Result<> {
            TANE_CHECK(saveField(document, id, &EvaluationLine::targetGroup, targetGroup, {}));
            return place(id, position);
        });
    };
    return callbacks;
}

} // namespace tane
