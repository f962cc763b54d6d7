// What the page of groups shows on the board and in words.
#include "grouping/groupspage.h"
#include "grouping/groupworkbook.h"
#include "grouping/rulescard.h"
#include "survey/grouping.h"

#include <QLabel>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kUsualSmallest = 5, kUsualLargest = 6; // 002: groups of five to six

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Groups in which people sit who must not, or who must sit with somebody elsewhere.
std::vector<int> groupsOfBrokenPairs(const JudgedGroups &judged)
{
    const std::vector<int> &group = judged.grouping.group;
    std::vector<int> broken;
    for (const auto &[a, b] : judged.problem.together) {
        if (group[at(a)] != group[at(b)])
            broken.insert(broken.end(), {group[at(a)], group[at(b)]});
    }
    for (const auto &[a, b] : judged.problem.apart) {
        if (group[at(a)] == group[at(b)])
            broken.push_back(group[at(a)]);
    }
    return broken;
}

/// "東部" of "東部圏域": the word says nothing on a card that is narrow.
QString shortArea(const QString &area)
{
    for (const QString &end : {u"保健医療圏"_s, u"医療圏"_s, u"圏域"_s, u"圏"_s})
        if (area.endsWith(end) && area.size() > end.size())
            return area.chopped(end.size());
    return area;
}

/// How many people a group may have; with a number of groups asked for, their sizes follow from it.
std::pair<int, int> wishedSizes(const WorkshopGroups &groups)
{
    const auto people =
        static_cast<int>(std::ranges::count_if(groups.group, [](int group) { return group >= 0; }));
    const int count = groups.plan.groups.value_or(0);
    return count > 0 ? std::pair(people / count, (people + count - 1) / count)
                     : std::pair(groups.plan.smallest.value_or(kUsualSmallest),
                                 groups.plan.largest.value_or(kUsualLargest));
}

} // namespace

GroupBoard::Card GroupsPage::cardOf(const Participant &participant, const QString &duty) const
{
    GroupBoard::Card card;
    card.participant = participant.id;
    card.name = participant.name;
    const int person = m_groups.personOf(participant.id);
    const QString experience =
        person < 0 ? participant.experience : m_groups.people.cell(person, fieldName(Field::Experience));
    QStringList about{participant.role, experienceBand(experience)};
    about.removeAll(QString());
    card.about = about.join(u"・"_s);
    card.place = participant.affiliation.isEmpty() ? participant.municipality : participant.affiliation;
    card.area = shortArea(participant.area);
    card.duty = duty;
    const GroupSeat *seat = m_groups.seating.seatOf(participant.id);
    card.pinned = seat != nullptr && seat->pinned;
    if (person < 0)
        card.away = participant.attendance == Participant::Attendance::Absent ? tr("欠席") : tr("不参加");
    QStringList spoken{card.name,
                       seat ? m_groups.seating.groupTitle(seat->number) : tr("席が未定"),
                       card.duty,
                       card.away,
                       card.pinned ? tr("席を固定") : QString(),
                       card.about,
                       card.place,
                       participant.area};
    spoken.removeAll(QString());
    card.spoken = spoken.join(u'、');
    return card;
}

std::vector<GroupBoard::Group> GroupsPage::boardGroups() const
{
    std::vector<GroupBoard::Group> board(at(m_groups.groups()) + 1);
    board[0].title = tr("席が未定");
    const std::vector<GroupRoles> roles = m_groups.roles();
    for (const Participant &each : m_groups.participants) {
        const GroupSeat *seat = m_groups.seating.seatOf(each.id);
        const int person = m_groups.personOf(each.id);
        if (seat == nullptr && person < 0)
            continue;
        QString duty;
        if (seat != nullptr && person >= 0) {
            const GroupRoles &role = roles[at(seat->number - 1)];
            duty = role.facilitator == person ? tr("進行") : role.scribe == person ? tr("書記") : QString();
        }
        board[seat != nullptr ? at(seat->number) : 0].cards.push_back(cardOf(each, duty));
    }
    std::vector<bool> marked(board.size());
    for (const RuleQuality &quality : m_judged.qualities) {
        for (const int group : quality.groups)
            marked[at(group + 1)] = true;
    }
    for (const int group : groupsOfBrokenPairs(m_judged))
        marked[at(group + 1)] = true;
    const auto [smallest, largest] = wishedSizes(m_groups);
    for (int number = 0; number < static_cast<int>(board.size()); ++number) {
        GroupBoard::Group &group = board[at(number)];
        group.number = number;
        const auto here = std::ranges::count_if(
            group.cards, [](const GroupBoard::Card &card) { return card.away.isEmpty(); });
        group.note = tr("%1人").arg(here);
        if (number == 0)
            continue;
        const bool few = here<smallest, many = here> largest;
        group.title = m_groups.seating.groupTitle(number);
        group.note += few ? tr("（少ない）") : many ? tr("（多い）") : QString();
        group.note += tr("・市町村担当者%1人").arg(roles[at(number - 1)].officers);
        group.marked = marked[at(number)] || few || many;
        // Who moderates first, who writes next, then as they came in.
        std::ranges::stable_sort(group.cards, {}, [](const GroupBoard::Card &card) {
            return card.duty.isEmpty() ? 2 : card.duty == tr("進行") ? 0 : 1;
        });
    }
    if (board[0].cards.empty())
        board.erase(board.begin());
    return board;
}

QString GroupsPage::verdict() const
{
    if (m_judged.members.empty())
        return {};
    // The rules know nothing of sizes that were made by hand: no praise before those are right.
    const auto [smallest, largest] = wishedSizes(m_groups);
    std::vector<int> people(at(m_groups.groups()));
    for (const int group : m_groups.group)
        if (group >= 0)
            ++people[at(group)];
    QStringList odd;
    for (int group = 0; group < m_groups.groups(); ++group) {
        const int here = people[at(group)];
        if (here < smallest || here > largest)
            odd << tr("%1（%2人）").arg(m_groups.seating.groupTitle(group + 1)).arg(here);
    }
    if (!odd.isEmpty())
        return (smallest == largest
                    ? tr("1班%1人から外れている班があります：%2。").arg(smallest)
                    : tr("1班%1～%2人から外れている班があります：%3。").arg(smallest).arg(largest))
            .arg(odd.join(tr("、")));
    const Grouping &now = m_judged.grouping;
    const GroupDraft &draft = m_groups.seating.draft;
    const bool asSolved = m_solved.draft == draft.id && m_solved.rules == draft.rules &&
                          m_solved.seats == m_groups.seating.seats;
    Grouping known = now;
    known.proven = now.proven || (asSolved && m_solved.proven); // the search knows more than the bounds
    if (asSolved)
        known.bound = m_solved.bound;
    if (known.proven)
        return provenText(known);
    std::size_t rank = 0;
    while (rank + 1 < known.cost.missed.size() && known.cost.missed[rank] <= known.bound.missed[rank])
        ++rank;
    const std::vector<GroupRule> &rules = m_judged.problem.rules;
    const auto rule = std::ranges::find(rules, static_cast<int>(rank), &GroupRule::rank);
    // Moved by hand, or opened again: nothing is claimed beyond the bounds.
    const QString how =
        asSolved ? tr("見つかった中でいちばん良い班分けです") : tr("［班を作る］で調べられます");
    if (rank == 0 && known.cost.missed[0] > known.bound.missed[0])
        return asSolved ? tr("必ず守る条件に、守れていないものがあります（%1）。").arg(how)
                        : tr("必ず守る条件が守れていません。");
    if (rule == rules.end() || known.cost.missed[rank] <= known.bound.missed[rank])
        return tr("これより良い班分けがないとは、まだ言い切れません（%1）。").arg(how);
    return tr("「%1」は、あと%2よくできるかもしれません（%3）。")
        .arg(ruleTitle(m_judged.problem, *rule),
             missedText(rule->kind, known.cost.missed[rank] - known.bound.missed[rank]), how);
}

QString GroupsPage::absenceText() const
{
    const auto names = [](const QStringList &all) {
        constexpr int most = 5;
        const QString listed = QStringList(all.mid(0, most)).join(tr("、"));
        return all.size() > most ? tr("%1 ほか").arg(listed) : listed;
    };
    QStringList missing, unseated, parts;
    for (const qint64 id : m_groups.missing()) {
        if (const Participant *who = m_groups.participant(id))
            missing << tr("%1さん").arg(who->name);
    }
    for (const int person : m_groups.unseated())
        unseated << tr("%1さん").arg(m_groups.people.people[at(person)].name);
    if (!missing.isEmpty())
        parts << tr("席があって来ない方が%1人います（%2）。").arg(missing.size()).arg(names(missing));
    if (!unseated.isEmpty())
        parts << tr("席のない方が%1人います（%2）。").arg(unseated.size()).arg(names(unseated));
    return parts.join(QString());
}

/// What a move or a swap would do, in the bars and in words.
void GroupsPage::showEffect(qint64 participant, GroupBoard::Target target)
{
    // While a card is on its way all bars are to be seen.
    m_whyArea->setVisible(!m_proposal && !m_board->isMoving());
    const int member = m_judged.memberOf(m_groups.personOf(participant));
    const int with = target.with == 0 ? -1 : m_judged.memberOf(m_groups.personOf(target.with));
    if (member < 0 || target.number < 1 || target.number > m_judged.problem.groups ||
        (target.with != 0 && with < 0)) {
        m_rules->preview({});
        m_effect->setText(
            tr("カードをほかの班へ動かすと移り、ほかのカードに重ねると入れ替わります。△は、条件か人"
               "数に合わない班です。"));
        return;
    }
    std::vector<int> group = m_judged.grouping.group;
    if (with >= 0)
        std::swap(group[at(member)], group[at(with)]);
    else
        group[at(member)] = target.number - 1;
    showPreview(group);
    const Participant *other = m_groups.participant(target.with);
    m_effect->setText(other != nullptr
                          ? tr("%1さんと入れ替えます。右の評価が、そのときの値です。").arg(other->name)
                          : tr("%1へ移します。右の評価が、そのときの値です。")
                                .arg(m_groups.seating.groupTitle(target.number)));
}

void GroupsPage::showPreview(const std::vector<int> &group)
{
    Grouping after;
    after.group = group;
    after.rules = m_judged.grouping.rules; // the bounds do not hang on who sits where
    m_rules->preview(ruleQualities(m_judged.problem, after));
}

void GroupsPage::showMenu(qint64 participant, QPoint globalPos)
{
    QMenu menu(this);
    const GroupSeat *seat = m_groups.seating.seatOf(participant);
    const int number = seat != nullptr ? seat->number : 0;
    QMenu *to = menu.addMenu(tr("ほかの班へ移す"));
    for (int group = 1; group <= m_groups.groups() + 1; ++group) {
        if (group == number)
            continue;
        const QAction *action = to->addAction(group > m_groups.groups() ? tr("新しい班（%1班）").arg(group)
                                                                        : m_groups.seating.groupTitle(group));
        connect(action, &QAction::triggered, this, [this, participant, group] { move(participant, group); });
    }
    to->setEnabled(isWritable() && m_groups.personOf(participant) >= 0);
    if (seat != nullptr) {
        const QAction *pinned = menu.addAction(seat->pinned ? tr("席の固定をやめる") : tr("席を固定"));
        connect(pinned, &QAction::triggered, this, [this, participant] { pin(participant); });
        const QAction *free = menu.addAction(tr("席を外す"));
        connect(free, &QAction::triggered, this, [this, participant] { move(participant, 0); });
        const QAction *rename = menu.addAction(tr("班の名前を変える…"));
        connect(rename, &QAction::triggered, this, [this, number] { renameGroup(number); });
    }
    for (QAction *action : menu.actions())
        action->setEnabled(action->isEnabled() && isWritable());
    menu.exec(globalPos);
}

} // namespace tane
