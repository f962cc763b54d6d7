#include "grouping/repaircard.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// "立場を各班に偏りなく 14 → 13/14班", for the rules that change.
QStringList changedRules(const JudgedGroups &before, const Repair &repair)
{
    const std::vector<RuleQuality> after = ruleQualities(repair.problem, repair.grouping);
    QStringList lines;
    for (const RuleQuality &now : before.qualities) {
        const auto then = std::ranges::find(after, now.title, &RuleQuality::title);
        if (then != after.end() && (then->met != now.met || then->total != now.total))
            lines << RepairCard::tr("%1：%2/%3 → %4/%5%6")
                         .arg(now.title)
                         .arg(now.met)
                         .arg(now.total)
                         .arg(then->met)
                         .arg(then->total)
                         .arg(then->unit);
    }
    return lines;
}

/// "どの班にも市町村担当者が2人：1/2班", for the rules of the officer that are not kept in full; that nobody
/// should move is a rule of the repair alone, and said above.
QStringList unmetRules(const JudgedGroups &before, const Repair &repair)
{
    QStringList lines;
    for (const RuleQuality &one : ruleQualities(repair.problem, repair.grouping))
        if (one.missed > 0 && one.met < one.total &&
            std::ranges::find(before.qualities, one.title, &RuleQuality::title) != before.qualities.end())
            lines << RepairCard::tr("%1：%2/%3%4").arg(one.title).arg(one.met).arg(one.total).arg(one.unit);
    return lines;
}

} // namespace

RepairCard::RepairCard(QWidget *parent)
    : Card(tr("席を直す案"), parent)
{
    setAccented(true);
    m_text = new QLabel(this);
    m_text->setObjectName(u"repairText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_accept = new QPushButton(tr("この案で直す"), this);
    m_accept->setObjectName(u"acceptRepair"_s);
    makePrimary(m_accept);
    auto *reject = new QPushButton(tr("やめる"), this);
    reject->setObjectName(u"rejectRepair"_s);
    row->addWidget(m_accept);
    row->addWidget(reject);
    row->addStretch(1);
    body()->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, &RepairCard::accepted);
    connect(reject, &QPushButton::clicked, this, &RepairCard::rejected);
}

void RepairCard::show(const WorkshopGroups &groups, const JudgedGroups &before, const Repair &repair)
{
    const auto name = [&](int member) { return groups.people.people[static_cast<std::size_t>(member)].name; };
    const auto title = [&](int group) { return groups.seating.groupTitle(group + 1); };
    QStringList plain, parts; // a part: its head and the lines below it
    const auto add = [&](const QString &line, bool head = false) {
        plain << line;
        if (head || parts.isEmpty())
            parts << (head ? QString(u"<b>"_s + line.toHtmlEscaped() + u"</b>"_s) : line.toHtmlEscaped());
        else
            parts.last() += u"<br>"_s + line.toHtmlEscaped();
    };
    const auto moved = static_cast<int>(repair.moves.size());
    add(moved == 0 ? tr("ほかの班へ動く方はいません。")
        : moved <= repair.fewest
            ? tr("ほかの班へ動く方は%1人です（これより少なくは直せません）。").arg(moved)
            : tr("ほかの班へ動く方は%1人です（少なくとも%2人は動きます）。").arg(moved).arg(repair.fewest),
        true);
    for (const SeatMove &move : repair.moves)
        add(tr("%1さん　%2 → %3：%4").arg(name(move.member), title(move.from), title(move.to), move.reason));
    for (const SeatMove &seat : repair.seated)
        add(tr("%1さん　→ %2（新しく座ります）").arg(name(seat.member), title(seat.to)));
    for (const qint64 participant : groups.missing()) {
        const Participant *who = groups.participant(participant);
        const GroupSeat *seat = groups.seating.seatOf(participant);
        if (who != nullptr && seat != nullptr)
            add(tr("%1さんの%2の席を空けます").arg(who->name, groups.seating.groupTitle(seat->number)));
    }
    for (const QString &note : repair.notes)
        add(note);
    const QStringList changes = changedRules(before, repair);
    if (!changes.isEmpty())
        add(tr("条件の満たし方"), true);
    for (const QString &line : changes)
        add(line);
    const QStringList unmet = unmetRules(before, repair);
    add(unmet.isEmpty() ? tr("この案で、すべての条件を満たします。") : tr("この案のあとも満たせていない条件"),
        true);
    for (const QString &line : unmet)
        add(line);
    if (!unmet.isEmpty())
        add(tr("席の動きをいちばん少なくした案です。［班を作る］で作り直すと、満たせることがあります。"));
    m_plain = plain.join(u'\n');
    QString html; // each part a little below the one before
    for (const QString &part : std::as_const(parts))
        html += u"<p style=\"line-height:140%; margin:0; margin-top:%1px\">%2</p>"_s
                    .arg(html.isEmpty() ? 0 : metrics::s)
                    .arg(part);
    m_text->setText(html);
    m_text->setAccessibleName(m_plain);
}

} // namespace tane
