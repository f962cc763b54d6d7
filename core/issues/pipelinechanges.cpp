// What the officer does with cards: each one undo step.
#include "issues/pipeline.h"

#include "base/textfold.h"
#include "issues/chaintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

/// Sets or takes away a row of a table of two references.
Result<> setPair(Document &document, const QString &table, const char *first, qint64 one, const char *second,
                 qint64 other, bool on, const QString &label)
{
    return document.perform(label, [&](Database &database) -> Result<> {
        const QString sql = on ? QStringLiteral("INSERT INTO %1(%2, %3) VALUES (?, ?) ON CONFLICT DO NOTHING")
                               : QStringLiteral("DELETE FROM %1 WHERE %2 = ? AND %3 = ?");
        TANE_TRY(Statement change,
                 database.prepare(sql.arg(table, QLatin1String(first), QLatin1String(second))));
        return change.bind(one).bind(other).run();
    });
}

/// The value all of them have; nothing when they differ.
template<class T>
T common(const std::vector<IssueCard> &cards, T IssueCard::*member)
{
    const T &first = cards.front().*member;
    const bool same =
        std::ranges::all_of(cards, [&](const IssueCard &card) { return card.*member == first; });
    return same ? first : T{};
}

/// First line of a text, for a title.
QString titleOf(const QString &text)
{
    constexpr qsizetype most = 60;
    const QString line = tidy(text.section(u'\n', 0, 0));
    return line.size() > most ? QString(line.first(most) + u'…') : line;
}

/// What a card gets from the board it comes from.
Result<IssueCard> cardOf(Document &document, const BoardContent &content, qint64 scene, IssueStage stage)
{
    IssueCard card{.stage = stage, .source = posterSource()};
    card.municipality = content.board.municipality;
    card.careArea = content.board.careArea;
    card.workshop = content.board.workshop;
    card.notedOn = content.board.heldOn;
    if (const QString name = content.sceneName(scene); !name.isEmpty())
        card.scenes << name;
    if (card.workshop != 0) {
        TANE_TRY(Statement query, document.database().prepare(
                                      QStringLiteral("SELECT held_on, title FROM workshop WHERE id = ?")));
        TANE_CHECK(query.bind(card.workshop).run());
        if (query.next()) {
            card.notedOn = QDate::fromString(query.text(0), Qt::ISODate);
            card.sourceNote = query.text(1);
        }
    }
    card.who = boardTitle(content.board);
    return card;
}

} // namespace

Result<qint64> addCard(Document &document, const IssueCard &card, QDate today, const QString &label)
{
    IssueCard made = card;
    if (!made.notedOn.isValid() || made.notedOn > today) // of a workshop that is still to come
        made.notedOn = today;
    if (!made.stageOn.isValid())
        made.stageOn = today;
    return RecordTable<IssueCard>(document).add(made, label);
}

Result<> moveCard(Document &document, qint64 card, IssueStage stage, int position, QDate today,
                  const QString &label)
{
    RecordTable<IssueCard> table(document);
    TANE_TRY(IssueCard moved, table.load(card));
    if (moved.stage == stage)
        return table.move(card, position, label);
    moved.stage = stage;
    moved.stageOn = today;
    return table.relocate(moved, position, label);
}

Result<> setCardStatus(Document &document, qint64 card, IssueStatus status, QDate today, const QString &label)
{
    RecordTable<IssueCard> table(document);
    TANE_TRY(IssueCard changed, table.load(card));
    if (changed.status == status)
        return {};
    const bool wasOpen = changed.isOpen();
    changed.status = status;
    if (changed.isOpen())
        changed.closedOn = {};
    else if (wasOpen || !changed.closedOn.isValid())
        changed.closedOn = today;
    return table.update(changed, label);
}

Result<qint64> joinCards(Document &document, const std::vector<qint64> &origins, const IssueCard &result,
                         QDate today, const QString &label)
{
    if (origins.empty())
        return fail(ErrorCode::Conflict, Texts::tr("もとになるカードを選んでください。"));
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<IssueCard> table(document);
        std::vector<IssueCard> all;
        for (const qint64 origin : origins) {
            TANE_TRY(IssueCard card, table.load(origin));
            all.push_back(std::move(card));
        }
        IssueCard made = result;
        if (made.municipality == 0)
            made.municipality = common(all, &IssueCard::municipality);
        if (made.careArea == 0)
            made.careArea = common(all, &IssueCard::careArea);
        if (made.workshop == 0)
            made.workshop = common(all, &IssueCard::workshop);
        if (made.source.isEmpty())
            made.source = common(all, &IssueCard::source);
        if (made.scenes.isEmpty())
            made.scenes = common(all, &IssueCard::scenes);
        TANE_TRY(id, addCard(document, made, today, label));
        for (const IssueCard &card : all)
            TANE_CHECK(setCardLink(document, card.id, id, true, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<> setCardLink(Document &document, qint64 origin, qint64 result, bool on, const QString &label)
{
    if (on) {
        TANE_TRY(const std::vector<CardLink> links, RecordTable<CardLink>(document).all());
        Pipeline known;
        known.links = links;
        known.buildIndex();
        const std::vector<qint64> roots = known.roots(origin);
        if (std::ranges::find(roots, result) != roots.end())
            return fail(
                ErrorCode::Conflict,
                origin == result
                    ? Texts::tr("同じカードどうしは結べません。")
                    : Texts::tr("結ぶと、もとをたどったときに同じカードへ戻ってしまうため、結べません。"));
    }
    return setPair(document, QStringLiteral("card_link"), "origin", origin, "result", result, on, label);
}

Result<> setCardNote(Document &document, qint64 card, qint64 note, bool on, const QString &label)
{
    return setPair(document, QStringLiteral("card_note"), "card", card, "note", note, on, label);
}

Result<> setCardConsultation(Document &document, qint64 card, qint64 consultation, bool on,
                             const QString &label)
{
    return setPair(document, QStringLiteral("card_consultation"), "card", card, "consultation", consultation,
                   on, label);
}

Result<> setCouncilCard(Document &document, qint64 council, qint64 card, bool on, const QString &label)
{
    return setPair(document, QStringLiteral("council_card"), "council", council, "card", card, on, label);
}

Result<qint64> cardFromCluster(Document &document, qint64 cluster, IssueStage stage, QDate today,
                               const QString &label)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const NoteCluster heading, RecordTable<NoteCluster>(document).load(cluster));
        TANE_TRY(const BoardContent content, loadBoard(document, heading.board));
        TANE_TRY(IssueCard card, cardOf(document, content, heading.scene, stage));
        const auto notes = content.notesOf(cluster);
        QStringList lines;
        for (const StickyNote *note : notes)
            lines << note->text;
        card.title =
            heading.heading.isEmpty() && !notes.empty() ? titleOf(notes.front()->text) : heading.heading;
        card.detail = lines.join(u'\n');
        TANE_TRY(id, addCard(document, card, today, label));
        for (const StickyNote *note : notes)
            TANE_CHECK(setCardNote(document, id, note->id, true, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<std::vector<qint64>> cardsFromNotes(Document &document, const std::vector<qint64> &notes,
                                           IssueStage stage, QDate today, const QString &label)
{
    std::vector<qint64> ids;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<StickyNote> table(document);
        std::optional<BoardContent> content;
        for (const qint64 each : notes) {
            TANE_TRY(const StickyNote note, table.load(each));
            if (!content || content->board.id != note.board) {
                TANE_TRY(content, loadBoard(document, note.board));
            }
            const NoteCluster *cluster = content->cluster(note.cluster);
            TANE_TRY(IssueCard card,
                     cardOf(document, *content, cluster ? cluster->scene : note.scene, stage));
            card.title = titleOf(note.text);
            if (card.title != note.text)
                card.detail = note.text;
            TANE_TRY(const qint64 id, addCard(document, card, today, label));
            TANE_CHECK(setCardNote(document, id, each, true, label));
            ids.push_back(id);
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return ids;
}

Result<qint64> seedFromChain(Document &document, qint64 chain, QDate today, const QString &label)
{
    RecordTable<IssueChain> chains(document);
    TANE_TRY(IssueChain thought, chains.load(chain));
    if (thought.seed != 0)
        return thought.seed;
    const QString title = titleOf(thought.what.isEmpty() ? thought.mainCause : thought.what);
    if (title.isEmpty())
        return fail(ErrorCode::Conflict,
                    Texts::tr("「何が起きているか」か「主な原因」を書いてから、タネにしてください。"));
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const BoardContent content, loadBoard(document, thought.board));
        const NoteCluster *cluster = content.cluster(thought.cluster);
        TANE_TRY(IssueCard card, cardOf(document, content, cluster ? cluster->scene : 0, IssueStage::Seed));
        card.title = title;
        card.detail = chainText(thought);
        TANE_TRY(thought.seed, addCard(document, card, today, label));
        if (cluster)
            for (const StickyNote *note : content.notesOf(cluster->id))
                TANE_CHECK(setCardNote(document, thought.seed, note->id, true, label));
        return chains.update(thought, label);
    };
    TANE_CHECK(document.perform(label, work));
    return thought.seed;
}

Result<qint64> cardFromTopic(Document &document, qint64 topic, IssueStage stage, QDate today,
                             const QString &label)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const Consultations all, loadConsultations(document));
        const ConsultationTopic *about = all.topic(topic);
        if (!about)
            return detail::noSuchRecord();
        const auto consultations = all.of(topic);
        IssueCard card{.stage = stage, .title = titleOf(about->heading), .detail = about->view};
        card.source = deskSource();
        std::set<qint64> places;
        QStringList scenes;
        for (const Consultation *one : consultations) {
            places.insert(one->municipality);
            scenes << one->scenes;
        }
        if (places.size() == 1)
            card.municipality = *places.begin();
        card.scenes = splitScenes(joinScenes(scenes));
        TANE_TRY(id, addCard(document, card, today, label));
        for (const Consultation *one : consultations)
            TANE_CHECK(setCardConsultation(document, id, one->id, true, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<IssueMessage> messageFromCard(Document &document, qint64 card)
{
    TANE_TRY(const Pipeline pipeline, loadPipeline(document));
    const IssueCard *about = pipeline.card(card);
    if (!about)
        return detail::noSuchRecord();
    IssueMessage draft{.card = card, .municipality = about->municipality, .title = about->title};
    QStringList facts;
    std::set<qint64> boards; // whose bands say what to tell the municipality
    RecordTable<StickyNote> notes(document);
    for (const qint64 id : pipeline.notesOf(card, true)) {
        TANE_TRY(const StickyNote note, notes.load(id));
        facts << note.text;
        boards.insert(note.board);
    }
    RecordTable<Consultation> consultations(document);
    for (const qint64 id : pipeline.consultationsOf(card, true)) {
        TANE_TRY(const Consultation one, consultations.load(id));
        facts << QString(askerPrefix(one) + one.excerpt);
    }
    facts.removeDuplicates();
    draft.facts = facts.join(u'\n');
    QStringList band;
    for (const qint64 id : boards) {
        TANE_TRY(const BoardContent content, loadBoard(document, id));
        band << content.bandTexts();
    }
    draft.request = band.join(u'\n');
    TANE_TRY(const auto chain, chainOfSeed(document, card));
    draft.view = chain ? withChainText(about->detail, *chain) : about->detail; // as it is thought now
    return draft;
}

} // namespace tane
