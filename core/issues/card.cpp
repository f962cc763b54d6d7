#include "issues/card.h"

#include "issues/issuecolumns.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

constexpr std::array kCooperations{"", "community", "solving", "watching"};
constexpr std::array kStatuses{"open", "doing", "solved", "dropped"};
constexpr std::array kOutcomes{"solved", "remains"};

} // namespace

QString reviewOutcomeText(IssueReview::Outcome outcome)
{
    return outcome == IssueReview::Outcome::Solved ? Texts::tr("解決") : Texts::tr("まだ挙がる");
}

std::vector<RecordColumn<IssueCard>> RecordSchema<IssueCard>::columns()
{
    using C = IssueCard;
    return {numberColumn("stage", &C::stage),
            recordColumn("title", &C::title),
            recordColumn("detail", &C::detail),
            foldedColumn<C>([](const C &one) {
                return foldedTexts({one.title, one.detail, one.who, one.owner, one.source, one.sourceNote});
            }),
            recordColumn("noted_on", &C::notedOn),
            recordColumn("stage_on", &C::stageOn),
            recordColumn("source", &C::source),
            recordColumn("source_note", &C::sourceNote),
            referenceColumn("person", &C::person),
            recordColumn("who", &C::who),
            referenceColumn("municipality", &C::municipality),
            referenceColumn("care_area", &C::careArea),
            referenceColumn("workshop", &C::workshop),
            wordsColumn("scenes", &C::scenes),
            wordColumn("cooperation", &C::cooperation, kCooperations),
            recordColumn("owner", &C::owner),
            wordColumn("status", &C::status, kStatuses),
            recordColumn("closed_on", &C::closedOn)};
}

std::vector<RecordColumn<CardLink>> RecordSchema<CardLink>::columns()
{
    return {referenceColumn("origin", &CardLink::origin), referenceColumn("result", &CardLink::result)};
}

std::vector<RecordColumn<CardNote>> RecordSchema<CardNote>::columns()
{
    return {referenceColumn("card", &CardNote::card), referenceColumn("note", &CardNote::note)};
}

std::vector<RecordColumn<CardConsultation>> RecordSchema<CardConsultation>::columns()
{
    return {referenceColumn("card", &CardConsultation::card),
            referenceColumn("consultation", &CardConsultation::consultation)};
}

std::vector<RecordColumn<IssueReview>> RecordSchema<IssueReview>::columns()
{
    return {referenceColumn("card", &IssueReview::card), referenceColumn("workshop", &IssueReview::workshop),
            recordColumn("reviewed_on", &IssueReview::reviewedOn),
            wordColumn("outcome", &IssueReview::outcome, kOutcomes),
            recordColumn("note", &IssueReview::note)};
}

std::vector<RecordColumn<CouncilRecord>> RecordSchema<CouncilRecord>::columns()
{
    using C = CouncilRecord;
    return {recordColumn("held_on", &C::heldOn),
            recordColumn("body", &C::body),
            referenceColumn("municipality", &C::municipality),
            referenceColumn("care_area", &C::careArea),
            recordColumn("presented", &C::presented),
            recordColumn("agreed", &C::agreed),
            recordColumn("note", &C::note),
            foldedColumn<C>([](const C &one) {
                return foldedTexts({one.body, one.presented, one.agreed, one.note});
            })};
}

std::vector<RecordColumn<CouncilCard>> RecordSchema<CouncilCard>::columns()
{
    return {referenceColumn("council", &CouncilCard::council), referenceColumn("card", &CouncilCard::card)};
}

std::vector<RecordColumn<CouncilAction>> RecordSchema<CouncilAction>::columns()
{
    return {referenceColumn("council", &CouncilAction::council), recordColumn("what", &CouncilAction::what),
            recordColumn("who", &CouncilAction::who), recordColumn("due_on", &CouncilAction::dueOn),
            recordColumn("done", &CouncilAction::done)};
}

std::vector<RecordColumn<IssueTheme>> RecordSchema<IssueTheme>::columns()
{
    return {recordColumn("heading", &IssueTheme::heading), recordColumn("note", &IssueTheme::note),
            foldedColumn<IssueTheme>([](const IssueTheme &one) {
                return foldedTexts({one.heading, one.note});
            })};
}

std::vector<RecordColumn<ThemeMember>> RecordSchema<ThemeMember>::columns()
{
    using M = ThemeMember;
    return {referenceColumn("theme", &M::theme), referenceColumn("card", &M::card),
            referenceColumn("cluster", &M::cluster), referenceColumn("note", &M::note),
            referenceColumn("topic", &M::topic)};
}

std::vector<RecordColumn<IssueMessage>> RecordSchema<IssueMessage>::columns()
{
    using M = IssueMessage;
    return {referenceColumn("board", &M::board),
            referenceColumn("card", &M::card),
            referenceColumn("municipality", &M::municipality),
            recordColumn("recipient", &M::recipient),
            recordColumn("sender", &M::sender),
            recordColumn("written_on", &M::writtenOn),
            recordColumn("title", &M::title),
            recordColumn("facts", &M::facts),
            recordColumn("view", &M::view),
            recordColumn("material", &M::material),
            recordColumn("request", &M::request),
            foldedColumn<M>([](const M &one) {
                return foldedTexts(
                    {one.title, one.facts, one.view, one.material, one.request, one.recipient, one.sender});
            })};
}

} // namespace tane
