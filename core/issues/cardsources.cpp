#include "issues/cardsources.h"

#include "base/fiscalyear.h"

#include <QSet>

namespace tane {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

Result<CardSource> noteSource(Document &document, qint64 note)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT n.text, b.number, b.name, b.title, ifnull(w.title, '') FROM sticky_note AS n "
                 "JOIN board AS b ON b.id = n.board LEFT JOIN workshop AS w ON w.id = b.workshop "
                 "WHERE n.id = ?")));
    TANE_CHECK(query.bind(note).run());
    CardSource source{.kind = CardSource::Kind::Note, .id = note, .text = {}, .where = {}};
    if (!query.next())
        return source;
    Board board;
    if (!query.isNull(1))
        board.number = static_cast<int>(query.integer(1));
    board.name = query.text(2);
    board.title = query.text(3);
    source.text = query.text(0);
    source.where = joined({query.text(4), boardTitle(board)});
    return source;
}

Result<CardSource> consultationSource(Document &document, qint64 consultation)
{
    TANE_TRY(const Consultation one, RecordTable<Consultation>(document).load(consultation));
    CardSource source{
        .kind = CardSource::Kind::Consultation, .id = consultation, .text = one.excerpt, .where = {}};
    source.text = QString(askerPrefix(one) + one.excerpt);
    QString place;
    if (one.municipality != 0) {
        TANE_TRY(Statement query,
                 document.database().prepare(QStringLiteral("SELECT name FROM municipality WHERE id = ?")));
        TANE_CHECK(query.bind(one.municipality).run());
        if (query.next())
            place = query.text(0);
    }
    source.where = joined({place, deskSource(), eraDate(one.receivedOn)});
    return source;
}

} // namespace

Result<std::vector<CardSource>> cardSources(Document &document, const Pipeline &pipeline, qint64 card)
{
    std::vector<CardSource> all;
    QSet<qint64> notes, consultations;
    for (const qint64 root : pipeline.roots(card)) {
        for (const qint64 note : pipeline.notesOf(root)) {
            if (notes.contains(note))
                continue;
            notes.insert(note);
            TANE_TRY(CardSource source, noteSource(document, note));
            source.card = root;
            all.push_back(std::move(source));
        }
        for (const qint64 one : pipeline.consultationsOf(root)) {
            if (consultations.contains(one))
                continue;
            consultations.insert(one);
            TANE_TRY(CardSource source, consultationSource(document, one));
            source.card = root;
            all.push_back(std::move(source));
        }
    }
    return all;
}

} // namespace tane
