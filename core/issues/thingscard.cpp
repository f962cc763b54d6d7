#include "issues/thingscard.h"

#include "base/textfold.h"
#include "issues/pipeline.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <set>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

Result<std::vector<qint64>> idsOf(Document &document, const QString &sql, qint64 value)
{
    TANE_TRY(Statement query, document.database().prepare(sql));
    TANE_CHECK(query.bind(value).run());
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

/// What stands behind things: notes, consultations, cards, and the fields of the posters.
struct Behind
{
    std::set<qint64> notes, consultations, cards;
    QSet<QString> scenes;
};

Result<> addScene(Document &document, const QString &table, qint64 id, Behind &behind)
{
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT ifnull(s.name, '') FROM %1 AS t LEFT JOIN board_scene AS s "
                                "ON s.id = t.scene AND s.band = 0 WHERE t.id = ?")
                     .arg(table)));
    TANE_CHECK(query.bind(id).run());
    if (query.next())
        behind.scenes.insert(query.text(0));
    return {};
}

Result<Behind> behindOf(Document &document, const std::vector<RaisedThing> &things)
{
    Behind behind;
    QSet<qint64> topics;
    for (const RaisedThing &thing : things) {
        switch (thing.kind) {
        case RaisedThing::Kind::Cluster: {
            TANE_TRY(
                const auto notes,
                idsOf(document, QStringLiteral("SELECT id FROM sticky_note WHERE cluster = ?"), thing.id));
            behind.notes.insert(notes.begin(), notes.end());
            TANE_CHECK(addScene(document, QStringLiteral("note_cluster"), thing.id, behind));
            break;
        }
        case RaisedThing::Kind::Note:
            behind.notes.insert(thing.id);
            TANE_CHECK(addScene(document, QStringLiteral("sticky_note"), thing.id, behind));
            break;
        case RaisedThing::Kind::Card:
            behind.cards.insert(thing.id);
            break;
        case RaisedThing::Kind::Topic: {
            if (topics.contains(thing.id))
                break;
            topics.insert(thing.id);
            TANE_TRY(
                const auto asked,
                idsOf(document, QStringLiteral("SELECT id FROM consultation WHERE topic = ?"), thing.id));
            behind.consultations.insert(asked.begin(), asked.end());
            break;
        }
        }
    }
    return behind;
}

qint64 common(const std::vector<RaisedThing> &things, qint64 RaisedThing::*member)
{
    const qint64 first = things.front().*member;
    const bool same =
        std::ranges::all_of(things, [&](const RaisedThing &thing) { return thing.*member == first; });
    return same ? first : 0;
}

QString foldedOf(const RaisedThing &thing)
{
    return thing.folded.isEmpty() ? foldName(thing.heading) : thing.folded;
}

} // namespace

Result<qint64> cardFromThings(Document &document, const QString &heading,
                              const std::vector<RaisedThing> &things, qint64 theme, IssueStage stage,
                              QDate today, const QString &label)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const Behind behind, behindOf(document, things));
        if (behind.notes.empty() && behind.consultations.empty() && behind.cards.empty())
            return fail(ErrorCode::Conflict, Texts::tr("結ぶ付箋・相談・カードがありません。"));
        IssueCard card{.stage = stage, .title = heading};
        card.municipality = common(things, &RaisedThing::municipality);
        card.careArea = common(things, &RaisedThing::careArea);
        if (behind.scenes.size() == 1 && !behind.scenes.contains(QString()))
            card.scenes << *behind.scenes.begin();
        if (behind.consultations.empty() && behind.cards.empty())
            card.source = posterSource();
        TANE_TRY(id, addCard(document, card, today, label));
        for (const qint64 note : behind.notes)
            TANE_CHECK(setCardNote(document, id, note, true, label));
        for (const qint64 one : behind.consultations)
            TANE_CHECK(setCardConsultation(document, id, one, true, label));
        RecordTable<IssueCard> cards(document);
        for (const qint64 origin : behind.cards) {
            TANE_TRY(const IssueCard from, cards.load(origin));
            if (from.stage <= stage)
                TANE_CHECK(setCardLink(document, origin, id, true, label));
        }
        if (theme != 0)
            TANE_CHECK(
                linkToTheme(document, {{.kind = RaisedThing::Kind::Card, .id = id}}, theme, {}, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<qint64> joinHeadings(Document &document, const std::vector<RaisedThing> &things, const QString &first,
                            const QString &second, const QString &label)
{
    const QString one = foldName(first), other = foldName(second);
    qint64 stays = 0, goes = 0;
    for (const RaisedThing &thing : things) {
        if (thing.theme == 0)
            continue;
        const QString folded = foldedOf(thing);
        if (folded == one && stays == 0)
            stays = thing.theme;
        else if (folded == other && goes == 0)
            goes = thing.theme;
    }
    if (stays == 0)
        std::swap(stays, goes);
    std::vector<RaisedThing> joined;
    for (const RaisedThing &thing : things) {
        const QString folded = foldedOf(thing);
        if (folded == one || folded == other || (goes != 0 && goes != stays && thing.theme == goes))
            joined.push_back(thing);
    }
    if (joined.empty())
        return fail(ErrorCode::Conflict, Texts::tr("その見出しは、もうありません。"));
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, linkToTheme(document, joined, stays, first, label));
        if (goes != 0 && goes != id)
            TANE_CHECK(RecordTable<IssueTheme>(document).remove(goes, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

} // namespace tane
