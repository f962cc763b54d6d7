#include "issues/reviewing.h"

#include <algorithm>

namespace tane {

namespace {

/// Stores one review and brings the card's status in line with it.
Result<> recordOne(Document &document, IssueReview review, QDate today, const QString &label)
{
    if (!review.reviewedOn.isValid())
        review.reviewedOn = today;
    RecordTable<IssueReview> table(document);
    TANE_TRY(const std::vector<IssueReview> known, table.all(QStringLiteral("card"), review.card));
    const auto same = std::ranges::find_if(known, [&](const IssueReview &one) {
        return review.workshop != 0 && one.workshop == review.workshop;
    });
    if (same != known.end()) {
        review.id = same->id;
        if (review.note.isEmpty())
            review.note = same->note;
        TANE_CHECK(table.update(review, label));
    } else {
        TANE_CHECK(table.add(review, label));
    }
    RecordTable<IssueCard> cards(document);
    TANE_TRY(IssueCard card, cards.load(review.card));
    if (review.outcome == IssueReview::Outcome::Solved) {
        if (card.status == IssueStatus::Solved)
            return {};
        card.status = IssueStatus::Solved;
        card.closedOn = review.reviewedOn;
    } else {
        if (card.isOpen())
            return {};
        card.status = IssueStatus::Doing;
        card.closedOn = {};
    }
    return cards.update(card, label);
}

} // namespace

Result<> recordReviews(Document &document, const std::vector<IssueReview> &reviews, QDate today,
                       const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        for (const IssueReview &review : reviews)
            TANE_CHECK(recordOne(document, review, today, label));
        return {};
    });
}

} // namespace tane
