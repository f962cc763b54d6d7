#include "participants/chasingpage.h"

#include "base/rounding.h"
#include "participants/answerownerscard.h"
#include "participants/participantoverview.h"
#include "participants/remindercard.h"
#include "parts/chartcard.h"
#include "shell/widgets.h"
#include "survey/surveypage.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 900;

/// What is asked for now: the latest wave that somebody answered or was reminded of, and after the workshop
/// at least its after-questionnaire. The follow-up comes first once all that is after it is in and its day
/// has come.
Wave waveAskedNow(const ChasingState &state, QDate today)
{
    constexpr int followUpMonths = 2;
    const auto begun = [&](Wave wave) {
        const std::vector<ResponseRate> all = state.rates(wave, RateBy::All);
        return std::ranges::any_of(all, [](const ResponseRate &rate) { return rate.answered > 0; }) ||
               std::ranges::any_of(state.reminders, [&](const Reminder &each) { return each.wave == wave; });
    };
    const QDate held = state.workshop.heldOn;
    const bool over = held.isValid() && today >= held;
    if (begun(Wave::FollowUp) || (over && today >= held.addMonths(followUpMonths) && begun(Wave::After) &&
                                  state.missing(Wave::After).empty()))
        return Wave::FollowUp;
    return over || begun(Wave::After) ? Wave::After : Wave::Before;
}
} // namespace

ChasingPage::ChasingPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("回答状況と督促"), About::Workshop, pageContext, parent)
{
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"chasingTabs"_s);
    m_tabs->setAccessibleName(tr("表示"));
    m_tabs->setItems({tr("回答状況と督促"), tr("回答の持ち主")});
    addHeaderAction(m_tabs);
    m_answers = new QPushButton(tr("回答を取り込む"), this);
    m_answers->setObjectName(u"openAnswers"_s);
    addHeaderAction(m_answers);
    connect(m_answers, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    m_empty = new EmptyState(tr("回答をお願いする方がまだいません"),
                             tr("参加者を登録して受講を決めると、どなたの回答がまだかがここで分かり、依頼文や"
                                "差し込み用の一覧を作れます。"),
                             tr("参加者を開く"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"participants"_s); });
    body()->addWidget(m_empty, 1);
    m_stack = new QStackedWidget(this);
    auto *status = new QWidget(m_stack);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, status);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    auto *rate = new Card(tr("回収"), status);
    m_waves = new SegmentedControl(rate);
    m_waves->setObjectName(u"waves"_s);
    m_waves->setAccessibleName(tr("どの回か"));
    m_waves->setItems({waveName(Wave::Before), waveName(Wave::After), waveName(Wave::FollowUp)});
    m_total = new QLabel(rate);
    m_total->setObjectName(u"responseTotal"_s);
    m_total->setFont(scaledFont(m_total, 16, true));
    m_totalNote = secondaryLabel({}, rate);
    m_totalNote->setWordWrap(true);
    rate->body()->addWidget(m_waves, 0, Qt::AlignLeft);
    rate->body()->addWidget(m_total);
    rate->body()->addWidget(m_totalNote);
    m_decide = new QPushButton(tr("どなたの回答かを決める"), rate);
    m_decide->setObjectName(u"decideOwners"_s);
    rate->body()->addWidget(m_decide, 0, Qt::AlignLeft);
    connect(m_decide, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(1); });
    left->addWidget(rate);
    m_chart = new ChartCard(tr("回答率"), tr("図_回答率"), context(), status);
    m_by = new SegmentedControl(m_chart);
    m_by->setObjectName(u"rateBy"_s);
    m_by->setAccessibleName(tr("何ごとに見るか"));
    m_by->setItems({tr("立場"), tr("市町村")});
    m_chart->controls()->addWidget(m_by, 0, Qt::AlignLeft);
    left->addWidget(m_chart);
    left->addStretch(1);
    m_columns->addLayout(left, 9);
    m_reminder = new ReminderCard(context(), status);
    m_columns->addWidget(m_reminder, 11);
    m_stack->addWidget(status);
    m_owners = new AnswerOwnersCard(document(), m_stack);
    m_stack->addWidget(m_owners);
    body()->addWidget(m_stack, 1);
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, &ChasingPage::showTab);
    connect(m_waves, &SegmentedControl::currentIndexChanged, this, &ChasingPage::showWave);
    connect(m_by, &SegmentedControl::currentIndexChanged, this, &ChasingPage::showRates);
    connect(m_chart, &ChartCard::notice, this, &ChasingPage::notice);
    connect(m_reminder, &ReminderCard::notice, this, &ChasingPage::notice);
    connect(m_reminder, &ReminderCard::failed, this, &ChasingPage::showError);
    connect(m_owners, &AnswerOwnersCard::failed, this, &ChasingPage::showError);
    connect(m_owners, &AnswerOwnersCard::succeeded, this, &ChasingPage::clearError);
}

void ChasingPage::fill()
{
    auto state = loadChasing(document(), workshop());
    const auto prefecture = WorkshopRepository(document()).prefecture();
    if (!report(state) || !report(prefecture))
        return;
    const bool first = m_state.workshop.id != state->workshop.id;
    m_state = std::move(*state);
    m_prefecture = *prefecture;
    const bool any = !m_state.participants.empty();
    m_empty->setVisible(!any);
    m_stack->setVisible(any);
    header()->setContext(workshopName(m_state.workshop));
    if (first)
        m_waves->setCurrentIndex(static_cast<int>(waveAskedNow(m_state, QDate::currentDate())));
    showWave();
    showTab();
    Q_EMIT badgeChanged();
}

Wave ChasingPage::wave() const
{
    constexpr Wave waves[] = {Wave::Before, Wave::After, Wave::FollowUp};
    return waves[qBound(0, m_waves->currentIndex(), 2)];
}

void ChasingPage::showWave()
{
    if (m_state.workshop.id == 0)
        return;
    int asked = 0, answered = 0, maybe = 0;
    for (const ResponseRate &rate : m_state.rates(wave(), RateBy::All)) {
        asked += rate.asked;
        answered += rate.answered;
        maybe += rate.maybe;
    }
    m_total->setText(tr("%1 / %2名（%3）").arg(answered).arg(asked).arg(Percent::of(answered, asked).text()));
    QString note = tr("回答をお願いしている %1名のうち").arg(asked);
    if (maybe > 0)
        note += tr("（ほかに確認待ち %1名）").arg(maybe);
    if (m_state.answered.unassigned > 0)
        note +=
            tr("。このほか、氏名や所属が参加者と合わず、どなたのものか分からない回答が %1件あります（すべて"
               "の回の合計）。決めると回収に数えられます")
                .arg(m_state.answered.unassigned);
    setParagraph(m_totalNote, note);
    m_decide->setVisible(m_state.answered.unassigned > 0);
    showRates();
    m_reminder->setState(m_state, wave(), m_prefecture, isWritable());
}

void ChasingPage::showRates()
{
    if (m_state.workshop.id == 0)
        return;
    const RateBy by = m_by->currentIndex() == 1 ? RateBy::Municipality : RateBy::Role;
    const ChartSpec chart =
        responseChart(m_state.rates(wave(), by),
                      tr("%1アンケートの回答率（%2別）")
                          .arg(waveName(wave()), by == RateBy::Municipality ? tr("市町村") : tr("立場")));
    m_chart->setVisible(!chart.categories.empty());
    if (!chart.categories.empty())
        m_chart->setSpec(chart);
}

void ChasingPage::showTab()
{
    const bool owners = m_tabs->currentIndex() == 1;
    m_stack->setCurrentIndex(owners ? 1 : 0);
    if (owners && workshop() != 0)
        report(m_owners->load(workshop(), isWritable()));
}

QString ChasingPage::total() const
{
    return m_total->text();
}

QString ChasingPage::badge() const
{
    if (m_state.workshop.id == 0)
        return {};
    const auto missing = m_state.missing(waveAskedNow(m_state, QDate::currentDate())).size();
    return missing > 0 ? tr("%1名").arg(missing) : QString();
}

QList<QAction *> ChasingPage::exportActions() const
{
    return m_chart->exportActions();
}

void ChasingPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
