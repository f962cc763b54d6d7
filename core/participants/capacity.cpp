// 定員: who has a place, who waits, who moves up.
#include "participants/capacity.h"

#include <algorithm>
#include <map>

namespace tane {

namespace {

using State = Participant::State;

bool isLearner(const Participant &participant)
{
    return participant.part == Participant::Part::Learner;
}

} // namespace

std::optional<int> Capacity::free() const
{
    return places ? std::optional(*places - accepted) : std::nullopt;
}

bool Capacity::isOversubscribed() const
{
    return places && accepted + applied + waiting > *places;
}

Capacity capacityOf(const Workshop &workshop, const std::vector<Participant> &participants)
{
    Capacity capacity;
    capacity.places = workshop.capacity;
    for (const Participant &participant : participants) {
        if (!isLearner(participant))
            continue;
        switch (participant.state) {
        case State::Invited:
            ++capacity.invited;
            break;
        case State::Applied:
            ++capacity.applied;
            break;
        case State::Accepted:
            ++capacity.accepted;
            break;
        case State::Waiting:
            ++capacity.waiting;
            break;
        case State::Declined:
            ++capacity.declined;
            break;
        case State::Cancelled:
            ++capacity.cancelled;
            break;
        }
    }
    return capacity;
}

std::vector<StateProposal> proposeFirstCome(const Workshop &workshop,
                                            const std::vector<Participant> &participants)
{
    const Capacity capacity = capacityOf(workshop, participants);
    // Whoever waits already is before those who apply now.
    int free = capacity.free().value_or(static_cast<int>(participants.size())) - capacity.waiting;
    std::vector<StateProposal> proposals;
    for (const Participant &participant : participants) {
        if (participant.state != State::Applied)
            continue;
        const bool place = !isLearner(participant) || free > 0;
        if (isLearner(participant) && place)
            --free;
        proposals.push_back({participant.id, participant.state, place ? State::Accepted : State::Waiting});
    }
    return proposals;
}

Result<std::vector<StateProposal>> proposeFromWaiting(Document &document, const Workshop &workshop,
                                                      const std::vector<Participant> &participants)
{
    TANE_TRY(const std::vector<Lottery> lotteries, lotteriesOf(document, workshop.id));
    std::map<qint64, int> drawn;
    if (!lotteries.empty())
        for (const Lottery::Entry &entry : lotteries.front().entries)
            drawn[entry.participant] = entry.drawn;
    std::vector<const Participant *> waiting;
    for (const Participant &participant : participants)
        if (isLearner(participant) && participant.state == State::Waiting)
            waiting.push_back(&participant);
    std::ranges::stable_sort(waiting, {}, [&](const Participant *one) {
        const auto place = drawn.find(one->id);
        return place == drawn.end() ? static_cast<int>(participants.size()) + 1 : place->second;
    });
    const auto free = capacityOf(workshop, participants).free();
    const std::size_t places = !free ? waiting.size() : static_cast<std::size_t>(std::max(0, *free));
    std::vector<StateProposal> proposals;
    for (std::size_t i = 0; i < std::min(places, waiting.size()); ++i)
        proposals.push_back({waiting[i]->id, State::Waiting, State::Accepted});
    return proposals;
}

Result<int> applyProposals(Document &document, const std::vector<StateProposal> &proposals,
                           const QString &label)
{
    int changed = 0;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (const StateProposal &proposal : proposals) {
            TANE_TRY(Participant participant, table.load(proposal.participant));
            if (participant.state == proposal.to)
                continue;
            participant.state = proposal.to;
            TANE_CHECK(table.update(participant, label));
            ++changed;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return changed;
}

} // namespace tane
