// What was raised, read from the file, and the officer's themes.
#include "base/textfold.h"
#include "issues/pipeline.h"
#include "issues/recurrence.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

QDate dayOf(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QString joinedPlace(const QString &workshop, const QString &title)
{
    return workshop.isEmpty() ? title : QString(workshop + u' ' + title);
}

/// A poster as what stands on it takes it over: read once, not for each of its notes.
struct Place
{
    QString where;
    QDate day;
    qint64 workshop = 0, municipality = 0, careArea = 0;
};
using Places = std::unordered_map<qint64, Place>;

Result<Places> loadPlaces(Document &document)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT b.id, b.number, b.name, b.title, ifnull(b.workshop, 0), ifnull(w.title, ''), "
                 "ifnull(w.held_on, ifnull(b.held_on, '')), ifnull(b.municipality, 0), "
                 "ifnull(b.care_area, ifnull(p.care_area, 0)) FROM board AS b "
                 "LEFT JOIN workshop AS w ON w.id = b.workshop "
                 "LEFT JOIN municipality AS p ON p.id = b.municipality")));
    TANE_CHECK(query.run());
    Places places;
    while (query.next()) {
        Board board;
        if (!query.isNull(1))
            board.number = static_cast<int>(query.integer(1));
        board.name = query.text(2);
        board.title = query.text(3);
        Place place;
        place.workshop = query.integer(4);
        place.where = joinedPlace(query.text(5), boardTitle(board));
        place.day = dayOf(query.text(6));
        place.municipality = query.integer(7);
        place.careArea = query.integer(8);
        places.emplace(query.integer(0), std::move(place));
    }
    return places;
}

/// What stands on posters: `sql` gives id, text, board, folded text and theme of each.
Result<> addFromBoards(Document &document, RaisedThing::Kind kind, const QString &sql, const Places &places,
                       std::vector<RaisedThing> &all)
{
    TANE_TRY(Statement query, document.database().prepare(sql));
    TANE_CHECK(query.run());
    while (query.next()) {
        RaisedThing one{.kind = kind, .id = query.integer(0), .heading = query.text(1), .where = {}};
        one.board = query.integer(2);
        one.folded = query.text(3);
        one.theme = query.integer(4);
        if (const auto place = places.find(one.board); place != places.end()) {
            one.where = place->second.where;
            one.day = place->second.day;
            one.workshop = place->second.workshop;
            one.municipality = place->second.municipality;
            one.careArea = place->second.careArea;
        }
        all.push_back(std::move(one));
    }
    return {};
}

Result<> addCards(Document &document, std::vector<RaisedThing> &all)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT c.id, c.title, ifnull(m.theme, 0), "
                 "ifnull((SELECT n.board FROM card_note AS k JOIN sticky_note AS n ON n.id = k.note "
                 "WHERE k.card = c.id ORDER BY k.id LIMIT 1), 0), "
                 "EXISTS (SELECT 1 FROM card_consultation WHERE card = c.id) OR "
                 "EXISTS (SELECT 1 FROM card_link WHERE result = c.id), "
                 "ifnull(c.workshop, 0), ifnull(c.municipality, 0), "
                 "ifnull(c.care_area, ifnull(p.care_area, 0)), ifnull(c.noted_on, ''), c.source, "
                 "ifnull(p.name, ''), c.status FROM issue_card AS c "
                 "LEFT JOIN municipality AS p ON p.id = c.municipality "
                 "LEFT JOIN theme_member AS m ON m.card = c.id ORDER BY c.id")));
    TANE_CHECK(query.run());
    while (query.next()) {
        RaisedThing one{.kind = RaisedThing::Kind::Card, .id = query.integer(0), .heading = query.text(1)};
        one.theme = query.integer(2);
        one.board = query.integer(3);
        one.workshop = query.integer(5);
        const bool ofPoster = one.workshop != 0 && query.text(9) == posterSource();
        one.made = one.board != 0 || query.integer(4) != 0 || ofPoster;
        one.municipality = query.integer(6);
        one.careArea = query.integer(7);
        one.day = dayOf(query.text(8));
        QStringList where{query.text(10), query.text(9)};
        where.removeAll(QString());
        one.where = where.isEmpty() ? Texts::tr("カード") : where.join(u' ');
        const QString status = query.text(11);
        one.status = status == QLatin1String("solved")    ? IssueStatus::Solved
                     : status == QLatin1String("dropped") ? IssueStatus::Dropped
                     : status == QLatin1String("doing")   ? IssueStatus::Doing
                                                          : IssueStatus::Open;
        all.push_back(std::move(one));
    }
    return {};
}

/// A topic came up wherever somebody asked: once for each municipality and year.
Result<> addTopics(Document &document, std::vector<RaisedThing> &all)
{
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT t.id, t.heading, ifnull(m.theme, 0), ifnull(c.municipality, 0), "
                                "ifnull(p.care_area, 0), max(ifnull(c.received_on, '')), ifnull(p.name, '') "
                                "FROM consultation_topic AS t JOIN consultation AS c ON c.topic = t.id "
                                "LEFT JOIN municipality AS p ON p.id = c.municipality "
                                "LEFT JOIN theme_member AS m ON m.topic = t.id "
                                "GROUP BY t.id, c.municipality, strftime('%Y', c.received_on, '-3 months') "
                                "ORDER BY t.id, c.municipality, max(c.received_on)")));
    TANE_CHECK(query.run());
    while (query.next()) {
        RaisedThing one{.kind = RaisedThing::Kind::Topic, .id = query.integer(0), .heading = query.text(1)};
        one.theme = query.integer(2);
        one.municipality = query.integer(3);
        one.careArea = query.integer(4);
        one.day = dayOf(query.text(5));
        const QString place = query.text(6);
        one.where = place.isEmpty() ? deskSource() : QString(place + u' ' + deskSource());
        all.push_back(std::move(one));
    }
    return {};
}

/// The row of theme_member for a thing.
ThemeMember memberOf(const RaisedThing &thing)
{
    ThemeMember member;
    switch (thing.kind) {
    case RaisedThing::Kind::Cluster:
        member.cluster = thing.id;
        break;
    case RaisedThing::Kind::Note:
        member.note = thing.id;
        break;
    case RaisedThing::Kind::Card:
        member.card = thing.id;
        break;
    case RaisedThing::Kind::Topic:
        member.topic = thing.id;
        break;
    }
    return member;
}

bool isSameThing(const ThemeMember &a, const ThemeMember &b)
{
    return a.card == b.card && a.cluster == b.cluster && a.note == b.note && a.topic == b.topic;
}

} // namespace

Result<std::vector<RaisedThing>> raisedThings(Document &document)
{
    std::vector<RaisedThing> all;
    TANE_TRY(const Places places, loadPlaces(document));
    TANE_CHECK(addFromBoards(
        document, RaisedThing::Kind::Cluster,
        QStringLiteral("SELECT t.id, t.heading, t.board, t.folded, ifnull(m.theme, 0) FROM note_cluster AS t "
                       "LEFT JOIN theme_member AS m ON m.cluster = t.id WHERE t.heading <> '' ORDER BY t.id"),
        places, all));
    TANE_CHECK(addFromBoards(
        document, RaisedThing::Kind::Note,
        QStringLiteral("SELECT t.id, t.text, t.board, t.folded, ifnull(m.theme, 0) FROM sticky_note AS t "
                       "LEFT JOIN theme_member AS m ON m.note = t.id "
                       "WHERE t.cluster IS NULL AND t.kind <> 'memo' ORDER BY t.id"),
        places, all));
    TANE_CHECK(addCards(document, all));
    TANE_CHECK(addTopics(document, all));
    return all;
}

Result<qint64> linkToTheme(Document &document, const std::vector<RaisedThing> &things, qint64 theme,
                           const QString &heading, const QString &label)
{
    qint64 id = theme;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<IssueTheme> themes(document);
        RecordTable<ThemeMember> members(document);
        if (id == 0) {
            TANE_TRY(id, themes.add({.heading = tidy(heading)}, label));
        } else {
            TANE_CHECK(themes.load(id));
        }
        TANE_TRY(const std::vector<ThemeMember> present, members.all());
        for (const RaisedThing &thing : things) {
            ThemeMember member = memberOf(thing);
            member.theme = id;
            const auto known = std::ranges::find_if(
                present, [&](const ThemeMember &one) { return isSameThing(one, member); });
            if (known != present.end()) {
                member.id = known->id;
                TANE_CHECK(members.update(member, label));
            } else {
                TANE_CHECK(members.add(member, label));
            }
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<> unlinkFromTheme(Document &document, const RaisedThing &thing, const QString &label)
{
    RecordTable<ThemeMember> members(document);
    TANE_TRY(const std::vector<ThemeMember> present, members.all());
    const ThemeMember member = memberOf(thing);
    for (const ThemeMember &one : present)
        if (isSameThing(one, member))
            return members.remove(one.id, label);
    return {};
}

} // namespace tane
