#include "grouping/groupspage.h"

#include "grouping/conflictcard.h"
#include "grouping/draftbar.h"
#include "grouping/groupcomparedialog.h"
#include "grouping/groupedit.h"
#include "grouping/groupworkbook.h"
#include "grouping/pairscard.h"
#include "grouping/repaircard.h"
#include "grouping/rulescard.h"
#include "grouping/whycard.h"
#include "shell/backgroundjob.h"
#include "survey/grouping.h"

#include <QAction>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kUsualSmallest = 5, kUsualLargest = 6; // 002: groups of five to six
constexpr int kPanelWidth = 348;
constexpr int kNarrow = 780;  ///< below this width the panel goes under the board
constexpr int kWhyShare = 46; ///< per cent of the side that the reasons may take
constexpr int kLeastWhy = 120, kNarrowWhy = 260;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

GroupsPage::GroupsPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("班分け"), About::Workshop, pageContext, parent)
    , m_job(new BackgroundJob(this))
{
    makeHeader();
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    makeTop();
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setObjectName(u"columns"_s);
    row->setSpacing(metrics::m);
    column->addLayout(row, 1);
    makeBoard(m_content);
    makePanel(m_content);
    body()->addWidget(m_content, 1);
    makeEmpty();
    connectBoard();
    connect(m_job, &BackgroundJob::busyChanged, this, &GroupsPage::showBusy);
    connect(m_job, &BackgroundJob::progressed, this, [this](qint64 done, qint64 total) {
        constexpr int whole = 1000;
        m_progress->setRange(0, total > 0 ? whole : 0);
        m_progress->setValue(total > 0 ? static_cast<int>(done * whole / total) : 0);
    });
    showBusy(false);
}

GroupsPage::~GroupsPage()
{
    disconnect(m_job, nullptr, this, nullptr);
    m_job->cancel();
}

void GroupsPage::makeHeader()
{
    m_output = new QPushButton(tr("Excelに書き出す"), this);
    m_output->setObjectName(u"exportGroups"_s);
    addHeaderAction(m_output);
    connect(m_output, &QPushButton::clicked, this, &GroupsPage::chooseExport);
    auto *action = new QAction(tr("班分けを Excel に書き出す…"), this);
    connect(action, &QAction::triggered, this, &GroupsPage::chooseExport);
    m_exportActions << action;
    m_make = new QPushButton(tr("班を作る"), this);
    m_make->setObjectName(u"makeGroups"_s);
    makePrimary(m_make);
    addHeaderAction(m_make);
    connect(m_make, &QPushButton::clicked, this, [this] { makeGroups(); });
}

void GroupsPage::makeTop()
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    m_drafts = new DraftBar(m_content);
    column->addWidget(m_drafts);
    m_busyRow = new QWidget(m_content);
    auto *busy = new QHBoxLayout(m_busyRow);
    busy->setContentsMargins(0, 0, 0, 0);
    busy->addWidget(secondaryLabel(tr("計算しています…"), m_busyRow));
    m_progress = new QProgressBar(m_busyRow);
    m_progress->setTextVisible(false);
    busy->addWidget(m_progress, 1);
    auto *cancel = new QPushButton(tr("中止"), m_busyRow);
    cancel->setObjectName(u"cancelJob"_s);
    busy->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, m_job, &BackgroundJob::cancel);
    column->addWidget(m_busyRow);
    m_absence = new NoticeBar(m_content);
    m_absence->setObjectName(u"absence"_s);
    m_absence->hide();
    connect(m_absence, &NoticeBar::actionTriggered, this, &GroupsPage::proposeRepair);
    column->addWidget(m_absence);
    connect(m_drafts, &DraftBar::chosen, this, [this](qint64 draft) {
        m_shown = draft;
        fill();
    });
    connect(m_drafts, &DraftBar::useRequested, this, [this] { report(useGroupDraft(document(), draft())); });
    connect(m_drafts, &DraftBar::addRequested, this, &GroupsPage::addDraft);
    connect(m_drafts, &DraftBar::duplicateRequested, this, &GroupsPage::duplicateDraft);
    connect(m_drafts, &DraftBar::renameRequested, this, &GroupsPage::renameDraft);
    connect(m_drafts, &DraftBar::removeRequested, this, &GroupsPage::removeDraft);
    connect(m_drafts, &DraftBar::compareRequested, this, &GroupsPage::compareDrafts);
    connect(m_drafts, &DraftBar::reseedRequested, this, [this] { makeGroups(true); });
}

void GroupsPage::makeBoard(QWidget *parent)
{
    auto *left = new QWidget(parent);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    m_board = new GroupBoard(left);
    m_board->setObjectName(u"groupBoard"_s);
    m_board->setMinimumSize(170, 260);
    column->addWidget(m_board, 1);
    m_effect = secondaryLabel({}, left);
    m_effect->setObjectName(u"effect"_s);
    m_effect->setWordWrap(true);
    column->addWidget(m_effect);
    parent->findChild<QBoxLayout *>(u"columns"_s)->addWidget(left, 1);
}

/// An area that scrolls what does not fit, up and down only.
QScrollArea *GroupsPage::makeArea(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea(m_side);
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    area->setWidget(inside);
    return area;
}

void GroupsPage::makePanel(QWidget *parent)
{
    m_side = new QWidget(parent);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(metrics::m);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_conflictCard = new ConflictCard(inside);
    m_repair = new RepairCard(inside);
    m_repair->hide();
    m_rules = new RulesCard(inside);
    m_pairs = new PairsCard(inside);
    for (QWidget *each : {static_cast<QWidget *>(m_conflictCard), static_cast<QWidget *>(m_repair),
                          static_cast<QWidget *>(m_rules), static_cast<QWidget *>(m_pairs)})
        column->addWidget(each);
    column->addStretch(1);
    m_panel = makeArea(inside, u"groupPanel"_s);
    side->addWidget(m_panel, 1);
    m_why = new WhyCard;
    m_whyArea = makeArea(m_why, u"whyArea"_s);
    side->addWidget(m_whyArea);
    parent->findChild<QBoxLayout *>(u"columns"_s)->addWidget(m_side);
    connect(m_conflictCard, &ConflictCard::whyRequested, this, &GroupsPage::findWhy);
    connect(m_conflictCard, &ConflictCard::easeRequested, this, &GroupsPage::ease);
    connect(m_repair, &RepairCard::accepted, this, &GroupsPage::acceptRepair);
    connect(m_repair, &RepairCard::rejected, this, [this] {
        m_proposal.reset();
        m_repair->hide();
        fillBanners();
    });
    connect(m_rules, &RulesCard::planRequested, this, &GroupsPage::savePlan);
    connect(m_rules, &RulesCard::earlierRequested, this, &GroupsPage::saveEarlier);
    connect(m_pairs, &PairsCard::planRequested, this, &GroupsPage::savePlan);
    connect(m_why, &WhyCard::swapRequested, this, &GroupsPage::swap);
    connect(m_why, &WhyCard::pinRequested, this, &GroupsPage::pin);
    connect(m_why, &WhyCard::dutyRequested, this, &GroupsPage::setDuty);
    connect(m_why, &WhyCard::swapPreviewed, this, [this](qint64 first, qint64 second, bool shown) {
        showEffect(first,
                   shown ? GroupBoard::Target{m_board->numberOf(second), second} : GroupBoard::Target());
    });
}

void GroupsPage::connectBoard()
{
    connect(m_board, &GroupBoard::currentChanged, this, &GroupsPage::showWhy);
    connect(m_board, &GroupBoard::moveRequested, this, &GroupsPage::move);
    connect(m_board, &GroupBoard::swapRequested, this, &GroupsPage::swap);
    connect(m_board, &GroupBoard::targetChanged, this, &GroupsPage::showEffect);
    connect(m_board, &GroupBoard::pinRequested, this, &GroupsPage::pin);
    connect(m_board, &GroupBoard::menuRequested, this, &GroupsPage::showMenu);
    connect(m_board, &GroupBoard::renameRequested, this, &GroupsPage::renameGroup);
    connect(m_board, &GroupBoard::whyRequested, this, [this](qint64 participant) {
        showWhy(participant);
        if (m_why->swapButton()->isVisible())
            m_why->swapButton()->setFocus(Qt::TabFocusReason);
    });
}

void GroupsPage::makeEmpty()
{
    m_empty =
        new EmptyState(tr("班に入る方がまだいません"),
                       tr("参加者の受講を決めると、立場・圏域・経験年数などを見て、ここで班を作れます。"),
                       tr("参加者を開く"), this);
    m_empty->button()->setObjectName(u"openParticipants"_s);
    m_empty->setLink(tr("見本で試す"));
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"participants"_s); });
    connect(m_empty, &EmptyState::linkActivated, this, &Page::sampleRequested);
    body()->addWidget(m_empty, 1);
}

void GroupsPage::fill()
{
    auto all = RecordTable<GroupDraft>(document()).all(u"workshop"_s, workshop());
    if (!report(all))
        return;
    m_all = std::move(*all);
    auto shown = std::ranges::find(m_all, m_shown, &GroupDraft::id);
    if (shown == m_all.end())
        shown = std::ranges::find(m_all, true, &GroupDraft::inUse);
    if (shown == m_all.end())
        shown = m_all.begin();
    const qint64 id = shown == m_all.end() ? 0 : shown->id;
    auto loaded = id == 0 ? newWorkshopGroups(document(), workshop()) : loadWorkshopGroups(document(), id);
    if (!report(loaded))
        return;
    m_groups = std::move(*loaded);
    auto judged = judgeGroups(m_groups);
    if (!report(judged))
        return;
    m_judged = std::move(*judged);
    const bool any = !m_groups.people.people.empty() || !m_groups.seating.seats.empty();
    m_content->setVisible(any);
    m_empty->setVisible(!any);
    m_make->setVisible(any);
    m_output->setVisible(any);
    m_output->setEnabled(!m_judged.members.empty());
    m_make->setEnabled(isWritable() && !isBusy());
    header()->setContext(!any ? QString()
                         : m_groups.groups() > 0
                             ? tr("%1人・%2班").arg(m_groups.people.people.size()).arg(m_groups.groups())
                             : tr("班に入る方 %1人").arg(m_groups.people.people.size()));
    const auto used = groupsInUse(document(), workshop());
    const int inUse = used && *used ? (*used)->groups() : 0;
    m_badge = inUse > 0 ? tr("%1班").arg(inUse) : QString();
    m_drafts->show(m_all, id, isWritable());
    m_drafts->setVerdict(verdict());
    fillRules();
    fillBoard();
    fillBanners();
    Q_EMIT badgeChanged();
}

void GroupsPage::fillRules()
{
    const auto planned = plannedGroups(m_groups);
    RulesCard::Count count;
    if (!planned && !m_groups.people.people.empty())
        count = {planned.error().message, {}, true};
    else if (planned)
        count = {
            tr("%1人を%2班に分けます。").arg(planned->problem.members.size()).arg(planned->problem.groups),
            planned->notes.join(u'\n'), false};
    m_rules->show(m_groups, m_judged, count, isWritable());
    std::vector<RulesCard::Earlier> earlier;
    const auto held = WorkshopRepository(document()).all();
    for (const Workshop &each : held ? *held : std::vector<Workshop>()) {
        if (each.id == workshop())
            continue;
        const auto used = groupsInUse(document(), each.id);
        if (used && *used)
            earlier.push_back({each.id, workshopName(each)});
    }
    m_rules->setEarlier(earlier, m_groups.seating.draft.earlier);
    m_pairs->show(m_groups, isWritable());
}

void GroupsPage::fillBoard()
{
    m_board->setWritable(isWritable());
    m_board->setGroups(boardGroups());
    showEffect(0, {});
    showWhy(m_board->currentParticipant());
}

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
    // With a number of groups asked for, their sizes follow from it.
    const auto people = static_cast<int>(m_groups.people.people.size());
    const int count = m_groups.plan.groups.value_or(0);
    const int smallest = count > 0 ? people / count : m_groups.plan.smallest.value_or(kUsualSmallest);
    const int largest =
        count > 0 ? (people + count - 1) / count : m_groups.plan.largest.value_or(kUsualLargest);
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
    const Grouping &now = m_judged.grouping;
    const GroupDraft &draft = m_groups.seating.draft;
    const bool asSolved = m_solved.draft == draft.id && m_solved.rules == draft.rules &&
                          m_solved.seats == m_groups.seating.seats;
    if (now.proven || asSolved) {
        Grouping known = now;
        known.proven = now.proven || m_solved.proven; // the search knows more than the bounds
        if (asSolved)
            known.bound = m_solved.bound;
        return provenText(known);
    }
    // Moved by hand, or opened again: nothing is claimed beyond the bounds.
    std::size_t rank = 0;
    while (rank + 1 < now.cost.missed.size() && now.cost.missed[rank] <= now.bound.missed[rank])
        ++rank;
    return rank == 0 ? tr("必ず守る条件が守れていません。")
                     : tr("優先順位%1の条件は、まだ%2だけよくできる可能性があります。")
                           .arg(rank)
                           .arg(now.cost.missed[rank] - now.bound.missed[rank]);
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

void GroupsPage::fillBanners()
{
    const QString absence = m_groups.seating.seats.empty() ? QString() : absenceText();
    m_absence->hide();
    if (!absence.isEmpty()) {
        m_absence->show({Notice::Kind::Hint, absence}, false);
        if (isWritable())
            m_absence->setAction(tr("席を直す案を見る"));
        m_absence->setVisible(!m_proposal);
    }
    if (m_proposal && absence.isEmpty()) { // undone, or everybody came after all
        m_proposal.reset();
        m_repair->hide();
    }
    fitWhy();
    const int missed = m_judged.members.empty() ? 0 : m_judged.grouping.cost.missed[0];
    if (m_conflict && (m_conflictRules != m_groups.seating.draft.rules || missed == 0))
        m_conflict.reset();
    m_conflictCard->setVisible(missed > 0);
    if (m_conflict) {
        QStringList eased;
        for (const HardRule &rule : m_conflict->relax)
            eased << easedText(rule);
        m_conflictCard->show(*m_conflict, eased, isWritable());
    } else if (missed > 0) {
        m_conflictCard->showUnknown(missed, isWritable() && !isBusy());
    }
}

void GroupsPage::showWhy(qint64 participant)
{
    m_why->show(m_groups, m_judged, participant, isWritable());
    fitWhy();
}

/// As high as its text, up to less than half of the side; the rest scrolls.
void GroupsPage::fitWhy()
{
    const bool wide = width() >= kNarrow;
    const int room = wide ? m_side->height() * kWhyShare / 100 : kNarrowWhy;
    const int wanted = m_why->layout()->totalHeightForWidth(std::max(1, m_whyArea->viewport()->width()));
    m_whyArea->setFixedHeight(std::clamp(wanted, 0, std::max(room, kLeastWhy)));
    m_whyArea->setVisible(!m_proposal && !m_board->isDragging());
    m_whyArea->verticalScrollBar()->setValue(0);
}

/// What a move or a swap would do, in the bars and in words.
void GroupsPage::showEffect(qint64 participant, GroupBoard::Target target)
{
    // While a card is dragged all bars are to be seen.
    m_whyArea->setVisible(!m_proposal && !m_board->isDragging());
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

bool GroupsPage::reveal(const QString &table, qint64 row)
{
    if (table == "group_draft"_L1) {
        m_shown = row;
        fill();
        return draft() == row;
    }
    return table == "participant"_L1 && m_board->showParticipant(row);
}

void GroupsPage::arrange()
{
    auto *columns = m_content->findChild<QBoxLayout *>(u"columns"_s);
    const bool wide = width() >= kNarrow;
    columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(wide ? kPanelWidth : 0);
    m_side->setMaximumWidth(wide ? kPanelWidth : QWIDGETSIZE_MAX);
    m_panel->setMinimumHeight(wide ? 0 : 320);
    fitWhy();
}

void GroupsPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    arrange();
}

} // namespace tane
