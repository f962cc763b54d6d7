#include "grouping/groupspage.h"

#include "grouping/conflictcard.h"
#include "grouping/draftbar.h"
#include "grouping/groupcomparedialog.h"
#include "grouping/groupedit.h"
#include "grouping/pairscard.h"
#include "grouping/repaircard.h"
#include "grouping/rulescard.h"
#include "grouping/showkit.h"
#include "grouping/whycard.h"
#include "shell/backgroundjob.h"
#include "shell/columnscroll.h"

#include <QAction>
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

constexpr int kPanelWidth = 348;
constexpr int kNarrow = 780;  ///< below this width the panel goes under the board
constexpr int kWhyShare = 40; ///< per cent of the side that the reasons may take
constexpr int kLeastWhy = 120, kNarrowWhy = 260;

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
    auto *print = new QPushButton(tr("印刷"), this);
    print->setObjectName(u"printGroups"_s);
    print->setToolTip(tr("使う案の班を印刷します"));
    print->setMenu(makeKitMenu(
        print, [this](KitSheet sheet) { report(showKit(context(), sheet, this)); },
        [this] { Q_EMIT openPage(u"kit"_s); }));
    addHeaderAction(print);
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
    auto *area = new ColumnScroll(m_side);
    area->setObjectName(name);
    area->setContent(inside);
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
    side->addWidget(m_panel, 100 - kWhyShare);
    m_why = new WhyCard;
    m_whyArea = makeArea(m_why, u"whyArea"_s);
    side->addWidget(m_whyArea, kWhyShare);
    parent->findChild<QBoxLayout *>(u"columns"_s)->addWidget(m_side);
    connect(m_conflictCard, &ConflictCard::whyRequested, this, &GroupsPage::findWhy);
    connect(m_conflictCard, &ConflictCard::easeRequested, this, &GroupsPage::ease);
    connect(m_repair, &RepairCard::accepted, this, &GroupsPage::acceptRepair);
    connect(m_repair, &RepairCard::rejected, this, [this] {
        dropProposal();
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
    if (isBusy() && m_jobFor != std::pair(workshop(), id))
        m_job->cancel(); // what it finds would go to another draft
    if (m_proposal && !proposalHolds())
        dropProposal();
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
            planned->notes.join(u'\n'), false, planned->planned};
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

/// As high as its text where there is room, up to its share of the side; the rest scrolls.
void GroupsPage::fitWhy()
{
    const int wanted = m_why->layout()->totalHeightForWidth(std::max(1, m_whyArea->viewport()->width()));
    m_whyArea->setMaximumHeight(wanted);
    m_whyArea->setMinimumHeight(std::min(wanted, width() >= kNarrow ? kLeastWhy : kNarrowWhy));
    m_whyArea->setVisible(!m_proposal && !m_board->isMoving());
    m_whyArea->verticalScrollBar()->setValue(0);
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
    m_panel->setMinimumHeight(wide ? kLeastWhy : 320);
    fitWhy();
}

void GroupsPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    arrange();
}

} // namespace tane
