#include "participants/capacitycard.h"

#include "participants/lotterydialog.h"
#include "shell/page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

CapacityCard::CapacityCard(PageContext &context, QWidget *parent)
    : Card({}, parent)
    , m_context(context)
{
    setObjectName(u"capacity"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(metrics::xs);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"capacitySummary"_s);
    m_summary->setWordWrap(true);
    m_waiting = secondaryLabel({}, this);
    m_waiting->setObjectName(u"capacityWaiting"_s);
    m_waiting->setWordWrap(true);
    texts->addWidget(m_summary);
    texts->addWidget(m_waiting);
    row->addLayout(texts, 1);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        row->addWidget(made);
        return made;
    };
    m_moveUp = button(tr("繰り上げる"), u"moveUp"_s);
    m_firstCome = button(tr("先着順で決める"), u"firstCome"_s);
    m_lot = button(tr("抽選で決める…"), u"byLot"_s);
    m_record = button(tr("抽選の記録"), u"lotteryRecord"_s);
    body()->addLayout(row);
    connect(m_firstCome, &QPushButton::clicked, this, &CapacityCard::decideFirstCome);
    connect(m_lot, &QPushButton::clicked, this, &CapacityCard::decideByLot);
    connect(m_moveUp, &QPushButton::clicked, this, &CapacityCard::moveUp);
    connect(m_record, &QPushButton::clicked, this, &CapacityCard::showRecord);
}

Result<> CapacityCard::setWorkshop(const Workshop &workshop, const std::vector<Participant> &participants,
                                   bool writable)
{
    m_workshop = workshop;
    m_participants = participants;
    TANE_TRY(m_moving, proposeFromWaiting(m_context.document, workshop, participants));
    TANE_TRY(const std::vector<Lottery> draws, lotteriesOf(m_context.document, workshop.id));
    const Capacity capacity = capacityOf(workshop, participants);
    QString text;
    if (!capacity.places)
        text = tr("定員は決まっていません。受講決定 %1名").arg(capacity.accepted);
    else if (*capacity.free() >= 0)
        text = tr("定員 %1名のうち受講決定 %2名、残り %3名")
                   .arg(*capacity.places)
                   .arg(capacity.accepted)
                   .arg(*capacity.free());
    else
        text = tr("定員 %1名に対して受講決定 %2名。%3名多く決まっています")
                   .arg(*capacity.places)
                   .arg(capacity.accepted)
                   .arg(-*capacity.free());
    if (capacity.applied > 0)
        text += tr("。まだ決めていない申込み %1名").arg(capacity.applied);
    if (capacity.waiting > 0)
        text += tr("、キャンセル待ち %1名").arg(capacity.waiting);
    m_summary->setText(text);
    QStringList names;
    for (const StateProposal &each : m_moving)
        names << nameOf(each.participant);
    m_waiting->setText(names.size() > 3 ? tr("空きに繰り上げられる方：%1 ほか%2名")
                                              .arg(names.mid(0, 3).join(u"、"_s))
                                              .arg(names.size() - 3)
                                        : tr("空きに繰り上げられる方：%1").arg(names.join(u"、"_s)));
    m_waiting->setVisible(!names.isEmpty());
    m_moveUp->setVisible(!names.isEmpty());
    const bool undecided = std::ranges::any_of(
        participants, [](const Participant &one) { return one.state == Participant::State::Applied; });
    m_firstCome->setVisible(undecided);
    m_lot->setVisible(capacity.places && *capacity.free() > 0 && capacity.applied + capacity.waiting > 0);
    m_record->setVisible(!draws.empty());
    setAccented(undecided || !names.isEmpty());
    for (QPushButton *each : {m_moveUp, m_firstCome, m_lot})
        each->setEnabled(writable);
    return {};
}

QString CapacityCard::nameOf(qint64 participant) const
{
    const auto found = std::ranges::find(m_participants, participant, &Participant::id);
    return found == m_participants.end() ? QString() : found->name;
}

void CapacityCard::decideFirstCome()
{
    const std::vector<StateProposal> proposals = proposeFirstCome(m_workshop, m_participants);
    const auto in = std::ranges::count(proposals, Participant::State::Accepted, &StateProposal::to);
    const auto wait = static_cast<std::ptrdiff_t>(proposals.size()) - in;
    QStringList waiting;
    for (const StateProposal &each : proposals)
        if (each.to == Participant::State::Waiting)
            waiting << nameOf(each.participant);
    constexpr int mostNames = 10;
    QString names = waiting.mid(0, mostNames).join(u"、"_s);
    if (waiting.size() > mostNames)
        names = tr("%1 ほか%2名").arg(names).arg(waiting.size() - mostNames);
    const QString question =
        wait > 0
            ? tr("申込みの順に、%1名を受講決定、%2名をキャンセル待ちにします。\n\nキャンセル待ちになる方："
                 "%3\n\n決めたあとも「元に戻す」で戻せます。")
                  .arg(in)
                  .arg(wait)
                  .arg(names)
            : tr("申込みの %1名を、全員受講決定にします。決めたあとも「元に戻す」で戻せます。").arg(in);
    if (!m_context.dialogs.confirm(this, question, tr("決める")))
        return;
    const auto done = applyProposals(m_context.document, proposals, tr("先着順での受講決定"));
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT notice(
        {Notice::Kind::Info,
         tr("受講決定 %1名、キャンセル待ち %2名としました。「元に戻す」で戻せます。").arg(in).arg(wait)});
}

void CapacityCard::decideByLot()
{
    auto *dialog = new LotteryDialog(m_context, m_workshop, m_participants, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CapacityCard::showRecord()
{
    auto *dialog = new LotteryDialog(m_context, m_workshop, m_participants, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showLast();
    dialog->open();
}

void CapacityCard::moveUp()
{
    const auto done = applyProposals(m_context.document, m_moving, tr("キャンセル待ちの繰上げ"));
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT notice(
        {Notice::Kind::Info, tr("%1名を受講決定に繰り上げました。ご本人への連絡をお忘れなく。").arg(*done)});
}

} // namespace tane
