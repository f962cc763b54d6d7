// What is done to cards on PipelinePage: each one undo step.
#include "issues/cardpanel.h"
#include "issues/issueboard.h"
#include "issues/issuefilterbar.h"
#include "issues/pipelinepage.h"
#include "issues/reviewdialog.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

#include <QMenu>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kEnd = std::numeric_limits<int>::max();

IssueStage stageAfter(IssueStage stage)
{
    return static_cast<IssueStage>(std::min(static_cast<int>(stage) + 1, kIssueStages - 1));
}

/// Puts cards into a stage before another card of it, in their order.
Result<> placeCards(Document &document, const Pipeline &pipeline, const std::vector<qint64> &cards,
                    IssueStage stage, qint64 before)
{
    const QDate today = QDate::currentDate();
    // First all to the end: then none of those that are still to come stands before the place.
    for (const qint64 card : cards)
        TANE_CHECK(moveCard(document, card, stage, kEnd, today, {}));
    if (before == 0)
        return {};
    int place = 0;
    for (const IssueCard *other : pipeline.at(stage)) {
        if (other->id == before)
            break;
        if (std::ranges::find(cards, other->id) == cards.end())
            ++place;
    }
    for (const qint64 card : cards)
        TANE_CHECK(moveCard(document, card, stage, place++, today, {}));
    return {};
}

} // namespace

void PipelinePage::move(const std::vector<qint64> &cards, IssueStage stage, qint64 before)
{
    if (!isWritable() || cards.empty())
        return;
    const bool staged = std::ranges::any_of(cards, [&](qint64 id) {
        const IssueCard *card = m_pipeline.card(id);
        return card != nullptr && card->stage != stage;
    });
    const QString label = staged ? tr("「%1」への移動").arg(issueStageText(stage)) : tr("カードの並べ替え");
    if (report(document().perform(
            label, [&](Database &) { return placeCards(document(), m_pipeline, cards, stage, before); })) &&
        view() == View::Board && cards.size() == 1)
        m_board->showCard(cards.front());
}

void PipelinePage::add(IssueStage stage)
{
    if (!isWritable())
        return;
    IssueCard card;
    card.stage = stage;
    card.title = tr("新しいカード");
    const auto id = addCard(document(), card, QDate::currentDate(), tr("カードの追加"));
    if (report(id) && reveal(u"issue_card"_s, *id))
        m_panel->focusTitle();
}

void PipelinePage::remove(const std::vector<qint64> &cards)
{
    if (!isWritable() || cards.empty())
        return;
    const auto count = cards.size();
    const auto done = document().perform(tr("カードの削除"), [&](Database &) -> Result<> {
        for (const qint64 card : cards)
            TANE_CHECK(RecordTable<IssueCard>(document()).remove(card, {}));
        return {};
    });
    if (report(done))
        Q_EMIT notice(
            {Notice::Kind::Info, tr("カードを%1件削除しました。「元に戻す」で戻せます。").arg(count)});
}

void PipelinePage::join()
{
    const std::vector<qint64> cards = selected();
    if (!isWritable() || cards.empty())
        return;
    IssueStage latest = IssueStage::Trouble;
    for (const qint64 id : cards)
        if (const IssueCard *card = m_pipeline.card(id))
            latest = std::max(latest, card->stage);
    IssueCard made;
    made.stage = stageAfter(latest);
    const IssueCard *first = m_pipeline.card(cards.front());
    const auto title = context().dialogs.askText(
        this, tr("%1のカードを作る").arg(issueStageText(made.stage)),
        cards.size() > 1 ? tr("選んだ%1件をまとめた題名").arg(cards.size()) : tr("題名"),
        first != nullptr ? first->title : QString());
    if (!title || title->trimmed().isEmpty())
        return;
    made.title = title->trimmed();
    const auto id = joinCards(document(), cards, made, QDate::currentDate(), tr("次の段階のカードの作成"));
    if (report(id))
        reveal(u"issue_card"_s, *id);
}

void PipelinePage::setStatus(IssueStatus status)
{
    const std::vector<qint64> cards = selected();
    report(document().perform(tr("状態の変更"), [&](Database &) -> Result<> {
        for (const qint64 card : cards)
            TANE_CHECK(setCardStatus(document(), card, status, QDate::currentDate(), {}));
        return {};
    }));
}

void PipelinePage::showMenu(QPoint globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<qint64> cards = selected();
    menu->addAction(tr("開く"), this, [this, cards] { openCard(cards.front()); });
    if (isWritable()) {
        menu->addAction(cards.size() > 1 ? tr("まとめて次の段階へ…") : tr("次の段階のカードを作る…"), this,
                        &PipelinePage::join);
        QMenu *stages = menu->addMenu(tr("段階を変える"));
        for (int stage = 0; stage < kIssueStages; ++stage) {
            const auto to = static_cast<IssueStage>(stage);
            stages->addAction(issueStageText(to), this, [this, cards, to] { move(cards, to, 0); });
        }
        QMenu *states = menu->addMenu(tr("状態を変える"));
        for (const IssueStatus status :
             {IssueStatus::Open, IssueStatus::Doing, IssueStatus::Solved, IssueStatus::Dropped})
            states->addAction(issueStatusText(status), this, [this, status] { setStatus(status); });
        menu->addSeparator();
        menu->addAction(tr("削除"), this, [this, cards] { remove(cards); });
    }
    menu->popup(globalPos);
}

void PipelinePage::recordReviews()
{
    auto *dialog = new ReviewDialog(context(), registry(), m_pipeline, m_workshops,
                                    m_filter->apply(registry(), m_pipeline), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewDialog::recorded, this, [this](const QString &summary) {
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
}

} // namespace tane
