// 抽選: drawn from a seed, recorded, and drawn again by anybody.
#include "base/fiscalyear.h"
#include "base/random.h"
#include "participants/capacity.h"
#include "programme/sheetparts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Lottery)
};

using State = Participant::State;

/// Lists drawn from are in the order of the numbers that everybody was told.
std::vector<const Participant *> inOrder(const std::vector<Participant> &participants)
{
    std::vector<const Participant *> list;
    for (const Participant &participant : participants)
        if (participant.part == Participant::Part::Learner &&
            (participant.state == State::Applied || participant.state == State::Waiting))
            list.push_back(&participant);
    return list;
}

Result<qint64> store(Database &database, const Lottery &lottery)
{
    TANE_TRY(Statement insert,
             database.prepare(QStringLiteral("INSERT INTO lottery(workshop, drawn_at, seed, places, note) "
                                             "VALUES (?, ?, ?, ?, ?)")));
    TANE_TRY(const qint64 id, insert.bind(lottery.workshop)
                                  .bind(lottery.drawnAt)
                                  .bind(lottery.seed)
                                  .bind(lottery.places)
                                  .bind(lottery.note)
                                  .insert());
    TANE_TRY(Statement entry,
             database.prepare(QStringLiteral(
                 "INSERT INTO lottery_entry(lottery, participant, entry, drawn) VALUES (?, ?, ?, ?)")));
    for (const Lottery::Entry &one : lottery.entries)
        TANE_CHECK(entry.bind(id).bind(one.participant).bind(one.entry).bind(one.drawn).run());
    return id;
}

} // namespace

std::vector<int> drawLots(int n, qint64 seed)
{
    std::vector<int> places(static_cast<std::size_t>(std::max(0, n)));
    std::iota(places.begin(), places.end(), 1);
    Random(static_cast<std::uint64_t>(seed)).shuffle(places);
    return places;
}

qint64 newLotterySeed()
{
    constexpr int smallest = 100'000, beyond = 1'000'000;
    return QRandomGenerator::system()->bounded(smallest, beyond);
}

Result<Lottery> drawLottery(Document &document, qint64 workshop, qint64 seed, const QString &note)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    const auto free = capacityOf(held, participants).free();
    if (!free)
        return fail(
            ErrorCode::Conflict,
            Texts::tr("定員が決まっていないため、抽選できません。研修会の設計で定員を入れてください。"));
    const std::vector<const Participant *> list = inOrder(participants);
    if (list.empty())
        return fail(ErrorCode::Conflict,
                    Texts::tr("「申込み」か「キャンセル待ち」の受講者がいないため、抽選できません。"));
    Lottery lottery;
    lottery.workshop = workshop;
    lottery.drawnAt = QDateTime::currentDateTime().toString(Qt::ISODate);
    lottery.seed = seed;
    lottery.places = std::max(0, *free);
    lottery.note = note;
    const std::vector<int> order = drawLots(static_cast<int>(list.size()), seed);
    std::vector<StateProposal> proposals;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Participant &drawn = *list[static_cast<std::size_t>(order[i] - 1)];
        const int place = static_cast<int>(i) + 1;
        lottery.entries.push_back({drawn.id, order[i], place});
        proposals.push_back(
            {drawn.id, drawn.state, place <= lottery.places ? State::Accepted : State::Waiting});
    }
    const QString label = Texts::tr("抽選");
    const auto work = [&](Database &database) -> Result<> {
        TANE_TRY(lottery.id, store(database, lottery));
        const auto changed = applyProposals(document, proposals, label);
        return changed ? Result<>() : std::unexpected(changed.error());
    };
    TANE_CHECK(document.perform(label, work));
    return lottery;
}

Result<std::vector<Lottery>> lotteriesOf(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT id, workshop, drawn_at, seed, places, note FROM lottery WHERE workshop = ? "
                 "ORDER BY id DESC")));
    TANE_CHECK(query.bind(workshop).run());
    std::vector<Lottery> all;
    while (query.next()) {
        Lottery lottery;
        lottery.id = query.integer(0);
        lottery.workshop = query.integer(1);
        lottery.drawnAt = query.text(2);
        lottery.seed = query.integer(3);
        lottery.places = static_cast<int>(query.integer(4));
        lottery.note = query.text(5);
        all.push_back(std::move(lottery));
    }
    TANE_TRY(Statement entries,
             document.database().prepare(QStringLiteral(
                 "SELECT participant, entry, drawn FROM lottery_entry WHERE lottery = ? ORDER BY drawn")));
    for (Lottery &lottery : all) {
        TANE_CHECK(entries.bind(lottery.id).run());
        while (entries.next())
            lottery.entries.push_back({entries.integer(0), static_cast<int>(entries.integer(1)),
                                       static_cast<int>(entries.integer(2))});
    }
    return all;
}

bool repeats(const Lottery &lottery)
{
    // People who were deleted since leave gaps, but the others keep their places. Whoever stood last in the
    // list and was drawn last leaves no gap: so longer lists are tried, too.
    constexpr int mostGone = 50;
    int size = 0;
    for (const Lottery::Entry &entry : lottery.entries)
        size = std::max({size, entry.entry, entry.drawn});
    for (int length = size; length <= size + mostGone; ++length) {
        const std::vector<int> order = drawLots(length, lottery.seed);
        if (std::ranges::all_of(lottery.entries, [&](const Lottery::Entry &entry) {
                return order[static_cast<std::size_t>(entry.drawn - 1)] == entry.entry;
            }))
            return true;
    }
    return false;
}

FormSheet makeLotterySheet(const Workshop &workshop, const Lottery &lottery,
                           const std::vector<Participant> &participants, const QString &prefecture,
                           bool withNames)
{
    std::map<qint64, const Participant *> people;
    for (const Participant &participant : participants)
        people.emplace(participant.id, &participant);
    FormSheet sheet;
    sheet.name = sheet.title = Texts::tr("抽選記録");
    QStringList sub{prefecture, workshop.title};
    sub.removeAll(QString());
    sheet.subtitle = sub.join(QStringLiteral("\u3000"));
    sheet.footer = sheet.subtitle;
    const QDateTime at = QDateTime::fromString(lottery.drawnAt, Qt::ISODate);
    FormTable facts;
    facts.widths = {36, 146};
    facts.middle = true;
    const auto fact = [&facts](const QString &head, const QString &text) {
        facts.rows.push_back({sheets::label(head), sheets::body(text)});
    };
    fact(Texts::tr("抽選した日時"),
         QString(eraDate(at.date()) + QStringLiteral("\u3000") + at.toString(QStringLiteral("H:mm"))));
    fact(Texts::tr("抽選した人数"),
         Texts::tr("%1人のうち%2人").arg(lottery.entries.size()).arg(lottery.places));
    fact(Texts::tr("乱数の種"), QString::number(lottery.seed));
    if (!lottery.note.isEmpty())
        fact(Texts::tr("メモ"), lottery.note);
    sheets::add(sheet, std::move(facts));
    sheets::add(
        sheet, FormParagraph::Style::Note,
        Texts::tr("名簿の順番を、乱数の種から決まる順に並べ替え、上から定員までを当選としました（SplitMix64 "
                  "と Fisher–Yates 法）。同じ名簿と同じ種からは、だれがいつ行っても同じ結果になります。"));
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = withNames ? std::vector<double>{22, 24, 30, 54, 52} : std::vector<double>{30, 34, 60, 58};
    std::vector<FormTableCell> heads{sheets::head(Texts::tr("抽選順")), sheets::head(Texts::tr("名簿の順")),
                                     sheets::head(Texts::tr("受付番号"))};
    if (withNames)
        heads.push_back(sheets::head(Texts::tr("氏名")));
    heads.push_back(sheets::head(Texts::tr("結果")));
    table.rows.push_back(std::move(heads));
    for (const Lottery::Entry &entry : lottery.entries) {
        const auto person = people.find(entry.participant);
        const Participant *known = person == people.end() ? nullptr : person->second;
        std::vector<FormTableCell> row{sheets::centred(QString::number(entry.drawn)),
                                       sheets::centred(QString::number(entry.entry)),
                                       sheets::centred(known ? known->number : QString())};
        if (withNames)
            row.push_back(sheets::body(known ? known->name : QString()));
        row.push_back(sheets::body(entry.drawn <= lottery.places
                                       ? Texts::tr("当選")
                                       : Texts::tr("キャンセル待ち %1番").arg(entry.drawn - lottery.places)));
        table.rows.push_back(std::move(row));
    }
    sheets::add(sheet, std::move(table));
    return sheet;
}

} // namespace tane
