#include "participants/attendeecard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Attendance = Participant::Attendance;

QLabel *largeLabel(double points, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(scaledFont(label, points, true));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

/// What the card says of somebody's state, before and after she was received.
QString stateOf(const Participant &person)
{
    if (person.attendance != Attendance::Open)
        return person.walkIn ? AttendeeCard::tr("%1（当日参加）").arg(attendanceText(person.attendance))
                             : attendanceText(person.attendance);
    return isExpected(person) ? AttendeeCard::tr("未確認")
                              : AttendeeCard::tr("%1の方です").arg(participantStateText(person.state));
}

} // namespace

AttendeeCard::AttendeeCard(QWidget *parent)
    : Card({}, parent)
{
    setObjectName(u"attendee"_s);
    m_state = new QLabel(this);
    m_state->setFont(scaledFont(m_state, type::body, true));
    m_name = largeLabel(18, this);
    m_name->setObjectName(u"attendeeName"_s);
    m_kana = secondaryLabel({}, this);
    m_group = largeLabel(16, this);
    m_group->setObjectName(u"attendeeGroup"_s);
    m_group->setProperty("tone", u"accent"_s);
    m_where = secondaryLabel({}, this);
    m_where->setWordWrap(true);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    body()->setSpacing(metrics::xs);
    for (QWidget *each :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_kana), static_cast<QWidget *>(m_name),
          static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_note)})
        body()->addWidget(each);
    m_actions = new QWidget(this);
    auto *rows = new QGridLayout(m_actions); // the first in a row of its own: it has the longer texts
    rows->setContentsMargins(0, metrics::s, 0, 0);
    rows->setSpacing(metrics::s);
    m_present = addButton(tr("出席（Enter）"), u"markPresent"_s, Attendance::Present);
    makePrimary(m_present);
    m_late = addButton(tr("遅刻（F2）"), u"markLate"_s, Attendance::Late);
    m_absent = addButton(tr("欠席（F3）"), u"markAbsent"_s, Attendance::Absent);
    rows->addWidget(m_present, 0, 0, 1, 2);
    rows->addWidget(m_late, 1, 0);
    rows->addWidget(m_absent, 1, 1);
    body()->addWidget(m_actions);
    m_details = new QPushButton(tr("この方の記録を開く"), this);
    m_details->setObjectName(u"openParticipant"_s);
    makePlain(m_details);
    connect(m_details, &QPushButton::clicked, this, &AttendeeCard::detailsRequested);
    body()->addWidget(m_details, 0, Qt::AlignLeft);
}

QPushButton *AttendeeCard::addButton(const QString &text, const QString &name, Attendance attendance)
{
    auto *button = new QPushButton(text, m_actions);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, attendance] { Q_EMIT marked(attendance); });
    return button;
}

QPushButton *AttendeeCard::button(Attendance attendance) const
{
    return attendance == Attendance::Late ? m_late : attendance == Attendance::Absent ? m_absent : m_present;
}

void AttendeeCard::setParticipant(const Participant *participant, const QString &group, bool writable)
{
    m_actions->setEnabled(writable && participant != nullptr);
    for (QWidget *each :
         {static_cast<QWidget *>(m_kana), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_group),
          static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_details)})
        each->setVisible(participant != nullptr);
    if (participant == nullptr) {
        setLook(m_state, "tone", u"secondary"_s);
        m_state->setText(tr("お名前の一部を入れると、ここに出ます"));
        return;
    }
    const bool there =
        participant->attendance == Attendance::Present || participant->attendance == Attendance::Late;
    setLook(m_state, "tone", there ? u"accent"_s : !isExpected(*participant) ? u"error"_s : u"secondary"_s);
    m_state->setText(there ? QString(u"✓ "_s + stateOf(*participant)) : stateOf(*participant));
    m_name->setText(participant->name.isEmpty() ? tr("（氏名なし）") : participant->name);
    QStringList above{participant->number, participant->kana};
    above.removeAll(QString());
    m_kana->setText(above.join(u"　"_s));
    m_kana->setVisible(!above.isEmpty());
    m_group->setText(group);
    m_group->setVisible(!group.isEmpty());
    QStringList where{participant->affiliation, participant->role};
    if (participant->part != Participant::Part::Learner)
        where << partText(participant->part);
    if (participant->online)
        where << tr("オンライン");
    where.removeAll(QString());
    m_where->setText(where.join(u"・"_s));
    m_note->setText(participant->note);
    m_note->setVisible(!participant->note.isEmpty());
    m_present->setText(participant->attendance == Attendance::Present ? tr("未確認に戻す（Enter）")
                                                                      : tr("出席（Enter）"));
}

AttendanceCounter::AttendanceCounter(QWidget *parent)
    : Card(tr("いまの人数"), parent)
{
    setObjectName(u"attendanceCounter"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::l);
    const auto add = [&](const QString &title) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        auto *number = new QLabel(this);
        number->setFont(scaledFont(number, 20, true));
        column->addWidget(secondaryLabel(title, this));
        column->addWidget(number);
        row->addLayout(column);
        return number;
    };
    m_present = add(tr("出席"));
    setLook(m_present, "tone", u"accent"_s);
    m_open = add(tr("未確認"));
    m_absent = add(tr("欠席"));
    row->addStretch(1);
    body()->addLayout(row);
    m_base = secondaryLabel({}, this);
    body()->addWidget(m_base);
    m_table = new QLabel(this);
    m_table->setTextFormat(Qt::RichText);
    body()->addWidget(m_table);
}

void AttendanceCounter::setCounts(const AttendanceCount &all, const std::vector<AttendanceCount> &roles)
{
    m_roles = roles;
    m_summary = tr("出席 %1名（うち遅刻 %2名）、未確認 %3名、欠席 %4名（全%5名）")
                    .arg(all.present)
                    .arg(all.late)
                    .arg(all.open)
                    .arg(all.absent)
                    .arg(all.expected());
    setAccessibleName(tr("いまの人数"));
    setAccessibleDescription(m_summary);
    m_present->setText(QString::number(all.present));
    m_open->setText(QString::number(all.open));
    m_absent->setText(QString::number(all.absent));
    m_base->setText(all.late > 0 ? tr("来られる予定の方 %1名のうち（出席には遅刻 %2名を含みます）")
                                       .arg(all.expected())
                                       .arg(all.late)
                                 : tr("来られる予定の方 %1名のうち").arg(all.expected()));
    m_base->setWordWrap(true);
    QString html = u"<table cellspacing='0' cellpadding='3' width='100%'>"_s;
    html += u"<tr><td></td><td align='right'>%1</td><td align='right'>%2</td><td align='right'>%3</td></tr>"_s
                .arg(tr("出席"), tr("未確認"), tr("欠席"));
    for (const AttendanceCount &role : roles)
        html += u"<tr><td>%1</td><td align='right'>%2</td><td align='right'>%3</td><td align='right'>%4</td>"
                "</tr>"_s.arg(role.label.toHtmlEscaped())
                    .arg(role.present)
                    .arg(role.open)
                    .arg(role.absent);
    m_table->setText(html + u"</table>"_s);
}

} // namespace tane
