#include "participants/chasingpage.h"

#include "base/rounding.h"
#include "participants/answerownerscard.h"
#include "participants/participantoverview.h"
#include "participants/remindercard.h"
#include "people/chartcard.h"
#include "shell/widgets.h"
#include "survey/surveypage.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 900;
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
    if (first) { // what is asked for now: after the workshop its after-questionnaire
        const QDate held = m_state.workshop.heldOn, today = QDate::currentDate();
        m_waves->setCurrentIndex(!held.isValid() || today < held ? 0 : today < held.addMonths(2) ? 1 : 2);
    }
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
        note += tr("。持ち主の決まらない回答が %1件あります").arg(m_state.answered.unassigned);
    m_totalNote->setText(note);
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
    const QDate held = m_state.workshop.heldOn, today = QDate::currentDate();
    const auto missing = m_state.missing(!held.isValid() || today < held ? Wave::Before : Wave::After).size();
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
