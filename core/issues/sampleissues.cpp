// The sample's posters, consultations and cards.
#include "issues/sampleissues.h"

#include "issues/recurrence.h"
#include "issues/sampleparts.h"

namespace tane {

namespace sampleissues {

namespace {

Result<> addScene(Document &document, qint64 board, const BoardScene &scene, const QJsonObject &content,
                  Known &known)
{
    for (const QJsonObject &object : objects(content, "clusters")) {
        TANE_TRY(const auto notes, addNotes(document, {.board = board, .scene = scene.id},
                                            texts(object, "notes").join(u'\n'), label()));
        TANE_TRY(const qint64 cluster,
                 clusterNotes(document, board, text(object, "heading"), notes, label()));
        known.clusters.set(text(object, "key"), cluster);
    }
    TANE_CHECK(addNotes(document, {.board = board, .scene = scene.id}, texts(content, "notes").join(u'\n'),
                        label()));
    return {};
}

Result<> addChain(Document &document, qint64 board, const QJsonObject &object, Known &known)
{
    IssueChain chain{.board = board,
                     .what = text(object, "what"),
                     .why = text(object, "why"),
                     .mainCause = text(object, "mainCause"),
                     .measures = text(object, "measures"),
                     .best = text(object, "best")};
    TANE_TRY(chain.cluster, known.clusters.of(text(object, "cluster")));
    TANE_TRY(const qint64 id, RecordTable<IssueChain>(document).add(chain, label()));
    TANE_TRY(const qint64 seed, seedFromChain(document, id, QDate(2025, 11, 25), label()));
    known.cards.set(text(object, "seed"), seed);
    return {};
}

Result<> addOneBoard(Document &document, const QJsonObject &object, Known &known)
{
    Board board{.workshop = known.workshop, .number = number(object, "number"), .name = text(object, "name")};
    TANE_TRY(board.municipality, known.municipalities.of(text(object, "municipality")));
    TANE_TRY(const qint64 id, addBoard(document, board, {}, label()));
    TANE_TRY(const BoardContent content, loadBoard(document, id));
    for (const QJsonObject &scene : objects(object, "scenes"))
        for (const BoardScene &field : content.scenes)
            if (field.name == text(scene, "name"))
                TANE_CHECK(addScene(document, id, field, scene, known));
    const StickyNote tell{.board = id, .kind = NoteKind::Tell, .scene = content.scenes.back().id};
    TANE_CHECK(addNotes(document, tell, texts(object, "band").join(u'\n'), label()));
    TANE_CHECK(addNotes(document, {.board = id}, texts(object, "outside").join(u'\n'), label()));
    for (const QJsonObject &chain : objects(object, "chains"))
        TANE_CHECK(addChain(document, id, chain, known));
    return {};
}

Result<> addConsultation(Document &document, const QJsonObject &object, qint64 topic, const Known &known)
{
    constexpr std::array askers{"", "person", "family", "care_manager", "medical", "pharmacy", "other"};
    Consultation one{.topic = topic,
                     .receivedOn = day(object, "on"),
                     .excerpt = text(object, "excerpt"),
                     .why = text(object, "why"),
                     .elsewhere = text(object, "elsewhere"),
                     .prevention = text(object, "prevention"),
                     .scenes = texts(object, "scenes")};
    TANE_TRY(one.asker, wordIn<Asker>(object, "asker", askers));
    TANE_TRY(one.municipality, known.municipalities.of(text(object, "municipality")));
    return store(document, one);
}

/// What a card is beside where it comes from.
Result<> fillCard(IssueCard &card, const QJsonObject &object, const Known &known)
{
    constexpr std::array cooperations{"", "community", "solving", "watching"};
    constexpr std::array statuses{"", "doing", "solved", "dropped"};
    const auto set = [&](QString IssueCard::*member, const char *key) {
        if (const QString said = text(object, key); !said.isEmpty())
            card.*member = said;
    };
    set(&IssueCard::title, "title");
    set(&IssueCard::detail, "detail");
    set(&IssueCard::source, "source");
    set(&IssueCard::sourceNote, "sourceNote");
    set(&IssueCard::owner, "owner");
    if (const QDate on = day(object, "on"); on.isValid())
        card.notedOn = card.stageOn = on;
    if (const QStringList scenes = texts(object, "scenes"); !scenes.isEmpty())
        card.scenes = scenes;
    if (!text(object, "municipality").isEmpty()) {
        TANE_TRY(card.municipality, known.municipalities.of(text(object, "municipality")));
    }
    if (!text(object, "area").isEmpty()) {
        TANE_TRY(card.careArea, known.areas.of(text(object, "area")));
    }
    TANE_TRY(card.cooperation, wordIn<Cooperation>(object, "cooperation", cooperations));
    TANE_TRY(card.status, wordIn<IssueStatus>(object, "status", statuses));
    card.closedOn = day(object, "closed");
    return {};
}

/// A card of a cluster, of a topic, of other cards, or of its own.
Result<qint64> makeCard(Document &document, const QJsonObject &object, const Known &known)
{
    const auto stage = static_cast<IssueStage>(number(object, "stage").value_or(0));
    const QDate today(2025, 11, 25);
    if (const QString cluster = text(object, "cluster"); !cluster.isEmpty()) {
        TANE_TRY(const qint64 id, known.clusters.of(cluster));
        return cardFromCluster(document, id, stage, today, label());
    }
    if (const QString topic = text(object, "topic"); !topic.isEmpty()) {
        TANE_TRY(const qint64 id, known.topics.of(topic));
        return cardFromTopic(document, id, stage, today, label());
    }
    IssueCard card{.stage = stage};
    TANE_CHECK(fillCard(card, object, known));
    std::vector<qint64> origins;
    for (const QString &name : texts(object, "origins")) {
        TANE_TRY(const qint64 origin, known.cards.of(name));
        origins.push_back(origin);
    }
    return origins.empty() ? addCard(document, card, today, label())
                           : joinCards(document, origins, card, today, label());
}

Result<> addOneCard(Document &document, const QJsonObject &object, Known &known)
{
    TANE_TRY(const qint64 id, makeCard(document, object, known));
    known.cards.set(text(object, "key"), id);
    RecordTable<IssueCard> cards(document);
    TANE_TRY(IssueCard card, cards.load(id));
    TANE_CHECK(fillCard(card, object, known));
    TANE_CHECK(cards.update(card, label()));
    TANE_TRY(const Consultations consultations, loadConsultations(document));
    for (const QString &name : texts(object, "topics")) {
        TANE_TRY(const qint64 topic, known.topics.of(name));
        for (const Consultation *one : consultations.of(topic))
            TANE_CHECK(setCardConsultation(document, id, one->id, true, label()));
    }
    return {};
}

} // namespace

Result<> addBoards(Document &document, const QJsonObject &content, Known &known)
{
    for (const QJsonObject &object : objects(content, "boards"))
        TANE_CHECK(addOneBoard(document, object, known));
    return {};
}

Result<> addConsultations(Document &document, const QJsonObject &content, Known &known)
{
    for (const QJsonObject &object : objects(content, "topics")) {
        TANE_TRY(const qint64 topic,
                 RecordTable<ConsultationTopic>(document).add(
                     {.heading = text(object, "heading"), .view = text(object, "view")}, label()));
        known.topics.set(text(object, "key"), topic);
        for (const QJsonObject &one : objects(object, "consultations"))
            TANE_CHECK(addConsultation(document, one, topic, known));
    }
    for (const QJsonObject &one : objects(content, "consultations"))
        TANE_CHECK(addConsultation(document, one, 0, known));
    return {};
}

Result<> addCards(Document &document, const QJsonObject &content, Known &known)
{
    for (const QJsonObject &object : objects(content, "cards"))
        TANE_CHECK(addOneCard(document, object, known));
    for (const QJsonObject &object : objects(content, "themes")) {
        std::vector<RaisedThing> things;
        const auto take = [&](const char *key, const Ids &ids, RaisedThing::Kind kind) -> Result<> {
            for (const QString &name : texts(object, key)) {
                TANE_TRY(const qint64 id, ids.of(name));
                things.push_back({.kind = kind, .id = id, .heading = {}, .where = {}});
            }
            return {};
        };
        TANE_CHECK(take("clusters", known.clusters, RaisedThing::Kind::Cluster));
        TANE_CHECK(take("topics", known.topics, RaisedThing::Kind::Topic));
        TANE_CHECK(take("cards", known.cards, RaisedThing::Kind::Card));
        TANE_CHECK(linkToTheme(document, things, 0, text(object, "heading"), label()));
    }
    return {};
}

} // namespace sampleissues

using namespace sampleissues;

namespace {

Result<> fillNames(Document &document, Known &known)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral("SELECT 0, name, id FROM municipality UNION ALL "
                                                        "SELECT 1, name, id FROM care_area")));
    TANE_CHECK(query.run());
    while (query.next())
        (query.integer(0) == 0 ? known.municipalities : known.areas).set(query.text(1), query.integer(2));
    return {};
}

} // namespace

Result<> addSampleIssues(Document &document, qint64 workshop)
{
    TANE_TRY(const QJsonObject content, read(QStringLiteral("issues")));
    return document.perform(label(), [&](Database &) -> Result<> {
        Known known;
        known.workshop = workshop;
        TANE_CHECK(fillNames(document, known));
        TANE_CHECK(addBoards(document, content, known));
        TANE_CHECK(addConsultations(document, content, known));
        TANE_CHECK(addCards(document, content, known));
        TANE_CHECK(addCouncils(document, content, known));
        return addSheets(document, content, known);
    });
}

} // namespace tane
