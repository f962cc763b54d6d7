#include "participants/homework.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Homework)
};

constexpr std::array kPhases{"before", "after"};

} // namespace

bool Homework::isFor(const Participant &participant) const
{
    return participant.part == Participant::Part::Learner &&
           (participant.state == Participant::State::Accepted || participant.walkIn) &&
           (forRole.isEmpty() || participant.role == forRole);
}

QString homeworkPhaseText(Homework::Phase phase)
{
    return phase == Homework::Phase::Before ? Texts::tr("事前課題") : Texts::tr("事後課題");
}

std::vector<RecordColumn<Homework>> RecordSchema<Homework>::columns()
{
    return {referenceColumn("workshop", &Homework::workshop), wordColumn("phase", &Homework::phase, kPhases),
            recordColumn("title", &Homework::title),          recordColumn("for_role", &Homework::forRole),
            recordColumn("due_on", &Homework::dueOn),         recordColumn("note", &Homework::note)};
}

std::vector<RecordColumn<HomeworkReceipt>> RecordSchema<HomeworkReceipt>::columns()
{
    return {referenceColumn("homework", &HomeworkReceipt::homework),
            referenceColumn("participant", &HomeworkReceipt::participant),
            recordColumn("received_on", &HomeworkReceipt::receivedOn),
            recordColumn("shared", &HomeworkReceipt::shared), recordColumn("note", &HomeworkReceipt::note)};
}

Result<> saveReceipt(Document &document, const HomeworkReceipt &receipt, const QString &label)
{
    RecordTable<HomeworkReceipt> table(document);
    const bool empty = !receipt.receivedOn.isValid() && !receipt.shared && receipt.note.isEmpty();
    if (receipt.id != 0)
        return empty ? table.remove(receipt.id, label) : table.update(receipt, label);
    if (empty)
        return {};
    TANE_CHECK(table.add(receipt, label));
    return {};
}

HomeworkReceipt HomeworkMatrix::receipt(qint64 of, qint64 participant) const
{
    HomeworkReceipt empty;
    empty.homework = of;
    empty.participant = participant;
    return receipts.value({of, participant}, empty);
}

HomeworkCount HomeworkMatrix::count(const Homework &one) const
{
    HomeworkCount count;
    for (const Participant &person : people) {
        if (!one.isFor(person))
            continue;
        const HomeworkReceipt came = receipt(one.id, person.id);
        ++count.expected;
        count.received += came.receivedOn.isValid() ? 1 : 0;
        count.shared += came.shared ? 1 : 0;
    }
    return count;
}

std::vector<const Participant *> HomeworkMatrix::missing(const Homework &one) const
{
    std::vector<const Participant *> found;
    for (const Participant &person : people)
        if (one.isFor(person) && !receipt(one.id, person.id).receivedOn.isValid())
            found.push_back(&person);
    return found;
}

Result<HomeworkMatrix> loadHomework(Document &document, qint64 workshop)
{
    HomeworkMatrix matrix;
    TANE_TRY(matrix.homework, RecordTable<Homework>(document).all(QStringLiteral("workshop"), workshop));
    TANE_TRY(std::vector<Participant> people, participantsOf(document, workshop));
    for (Participant &person : people)
        if (std::ranges::any_of(matrix.homework, [&](const Homework &one) { return one.isFor(person); }))
            matrix.people.push_back(std::move(person));
    for (const Homework &one : matrix.homework) {
        TANE_TRY(const std::vector<HomeworkReceipt> came,
                 RecordTable<HomeworkReceipt>(document).all(QStringLiteral("homework"), one.id));
        for (const HomeworkReceipt &each : came)
            matrix.receipts.insert({each.homework, each.participant}, each);
    }
    return matrix;
}

} // namespace tane
