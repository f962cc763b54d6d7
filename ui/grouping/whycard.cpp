#include "grouping/whycard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

WhyCard::WhyCard(QWidget *parent)
    : Card(tr("なぜこの班？"), parent)
{
    m_who = new QLabel(this);
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    m_who->setFont(scaledFont(this, type::body, true));
    m_text = new QLabel(this);
    m_text->setObjectName(u"whyText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_swapText = new QLabel(this);
    m_swapText->setObjectName(u"swapText"_s);
    m_swapText->setWordWrap(true);
    setLook(m_swapText, "tone", u"secondary"_s);
    m_swap = new QPushButton(this);
    m_swap->setObjectName(u"swap"_s);
    m_swap->installEventFilter(this);
    body()->setSpacing(metrics::s);
    body()->addWidget(m_who);
    body()->addWidget(m_text);
    body()->addWidget(m_swapText);
    body()->addWidget(m_swap, 0, Qt::AlignLeft);
    m_foot = new QWidget(this);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    m_pin = new QCheckBox(tr("席を固定"), m_foot);
    m_pin->setObjectName(u"pin"_s);
    m_pin->setToolTip(tr("班を作り直しても、この班から動かしません（ボードでは P キー）。"));
    m_duty = new QComboBox(m_foot);
    m_duty->setObjectName(u"duty"_s);
    m_duty->setAccessibleName(tr("班での役割"));
    m_duty->addItems({tr("自動"), tr("進行"), tr("書記"), tr("役割なし")});
    auto *label = secondaryLabel(tr("役割"), m_foot);
    label->setBuddy(m_duty);
    row->addWidget(m_pin);
    row->addStretch(1);
    row->addWidget(label);
    row->addWidget(m_duty);
    body()->addWidget(m_foot);
    connect(m_swap, &QPushButton::clicked, this, [this] { Q_EMIT swapRequested(m_participant, m_swapWith); });
    connect(m_pin, &QCheckBox::clicked, this, [this] { Q_EMIT pinRequested(m_participant); });
    connect(m_duty, &QComboBox::activated, this,
            [this](int index) { Q_EMIT dutyRequested(m_participant, static_cast<GroupDuty>(index)); });
    showNobody();
}

void WhyCard::showNobody()
{
    m_participant = m_swapWith = 0;
    m_reasons.clear();
    setParagraph(m_text,
                 tr("カードを選ぶと、その方がこの班にいる理由と、入れ替えたときの影響を表示します。"));
    for (QWidget *each : {static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_swapText),
                          static_cast<QWidget *>(m_swap), m_foot})
        each->hide();
}

void WhyCard::show(const WorkshopGroups &groups, const JudgedGroups &judged, qint64 participant,
                   bool writable)
{
    const Participant *who = groups.participant(participant);
    if (who == nullptr)
        return showNobody();
    m_participant = participant;
    m_swapWith = 0;
    const GroupSeat *seat = groups.seating.seatOf(participant);
    const int person = groups.personOf(participant);
    m_who->setText(seat != nullptr ? tr("%1さん　%2").arg(who->name, groups.seating.groupTitle(seat->number))
                                   : tr("%1さん　席が未定").arg(who->name));
    m_who->show();
    m_foot->setVisible(seat != nullptr && person >= 0);
    if (seat == nullptr || person < 0) {
        m_reasons = person < 0 ? tr("班に入らない方の席が残っています。席を直すと、この席は空きます。")
                               : tr("まだ席がありません。班へ動かすか、席を直すと決まります。");
        setParagraph(m_text, m_reasons);
        m_swapText->hide();
        m_swap->hide();
        return;
    }
    m_pin->setChecked(seat->pinned);
    m_duty->setCurrentIndex(static_cast<int>(seat->duty));
    m_pin->setEnabled(writable);
    m_duty->setEnabled(writable);
    showSeat(groups, judged, person);
    m_swap->setEnabled(writable);
}

void WhyCard::showSeat(const WorkshopGroups &groups, const JudgedGroups &judged, int person)
{
    const int member = judged.memberOf(person);
    if (member < 0)
        return;
    const SeatReason reason = seatReason(judged.problem, judged.grouping.group, member);
    m_reasons =
        reason.holds.isEmpty() ? tr("どの班でもよい方です（全体の釣り合いで決めています）。") : QString();
    QStringList html;
    for (const QString &each : reason.holds)
        html << u"・"_s + each.toHtmlEscaped();
    if (m_reasons.isEmpty())
        m_reasons = reason.holds.join(u'\n');
    else
        html << m_reasons.toHtmlEscaped();
    m_text->setText(paragraphHtml(html.join(u"<br>"_s)));
    setParagraph(m_swapText, reason.swap);
    m_swapText->show();
    m_swap->setVisible(reason.swapWith >= 0);
    if (reason.swapWith < 0)
        return;
    const std::size_t other =
        static_cast<std::size_t>(judged.members[static_cast<std::size_t>(reason.swapWith)]);
    m_swapWith = groups.people.people[other].participant;
    m_swap->setText(tr("%1さんと入れ替える").arg(groups.people.people[other].name));
}

/// With the pointer over the button, or the focus on it, the bars say what would come of it.
bool WhyCard::eventFilter(QObject *watched, QEvent *event)
{
    const bool in = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
    const bool out = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
    if ((in || out) && m_swapWith != 0)
        Q_EMIT swapPreviewed(m_participant, m_swapWith, in);
    return Card::eventFilter(watched, event);
}

} // namespace tane
