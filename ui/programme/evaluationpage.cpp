#include "programme/evaluationpage.h"

#include "programme/cardlist.h"
#include "programme/cycle.h"
#include "programme/initiativecard.h"
#include "programme/meetingcard.h"
#include "programme/nextcycle.h"
#include "programme/nextgoallines.h"
#include "report/goaldraftscard.h"
#include "shell/editors/recordlines.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Kind = EvaluationLine::Kind;

/// Below this width cards stand below each other.
constexpr int kPairs = 760;
constexpr std::array kKinds{Kind::Achieved, Kind::NotAchieved, Kind::Reading, Kind::NextGoal, Kind::Council};

std::size_t indexOf(Kind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

EvaluationPage::EvaluationPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("評価・振り返り"), About::Programme, pageContext, parent)
{
    makeHeader();
    makeLists();
    m_addInitiative = new QPushButton(tr("取組を加える"), this);
    m_addInitiative->setObjectName(u"addInitiative"_s);
    connect(m_addInitiative, &QPushButton::clicked, this, &EvaluationPage::addInitiative);
    m_initiativeColumn = makeSection(
        tr("取組ごとの振り返り"),
        tr("研修会などの取組を一つずつ加え、予定どおりだったか、目的に届いたかを七つの問いで振り返ります。"),
        m_addInitiative, &m_noInitiatives);
    m_addMeeting = new QPushButton(tr("振り返り会を加える"), this);
    m_addMeeting->setObjectName(u"addMeeting"_s);
    connect(m_addMeeting, &QPushButton::clicked, this, &EvaluationPage::addMeeting);
    m_meetingColumn =
        makeSection(tr("振り返り会"), tr("関係者で結果を見ながら話し合った会の日と内容を残します。"),
                    m_addMeeting, &m_noMeetings);
    body()->addStretch(1);
}

void EvaluationPage::makeHeader()
{
    auto *results = new QPushButton(tr("研修前後の変化を見る"), this);
    results->setObjectName(u"openResults"_s);
    connect(results, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"results"_s); });
    addHeaderAction(results);
    addSheetButton({SheetKind::Evaluation});
    m_next = new QPushButton(tr("次のサイクルを作る"), this);
    m_next->setObjectName(u"nextCycle"_s);
    makePrimary(m_next);
    connect(m_next, &QPushButton::clicked, this, &EvaluationPage::makeNextCycle);
    addHeaderAction(m_next);
}

void EvaluationPage::makeLists()
{
    for (const Kind kind : kKinds)
        m_cards.at(indexOf(kind)) = new Card(evaluationKindTitle(kind), this);
    m_cards.at(indexOf(Kind::NextGoal))
        ->setSubtitle(tr("次のサイクルを作ると、短期の目標の下書きになります"));
    const auto pair = [this](Kind left, Kind right) {
        auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
        row->setSpacing(metrics::m);
        row->addWidget(m_cards.at(indexOf(left)), 1);
        row->addWidget(m_cards.at(indexOf(right)), 1);
        m_pairs.push_back(row);
        body()->addLayout(row);
    };
    pair(Kind::Achieved, Kind::NotAchieved);
    pair(Kind::Reading, Kind::Council);
    m_goals = new QBoxLayout(QBoxLayout::LeftToRight);
    m_goals->setSpacing(metrics::l);
    Card *goals = m_cards.at(indexOf(Kind::NextGoal));
    goals->body()->addLayout(m_goals);
    body()->addWidget(goals);
    m_drafts = new GoalDraftsCard(this);
    body()->addWidget(m_drafts);
    connect(m_drafts, &GoalDraftsCard::openPage, this, &Page::openPage);
    connect(m_drafts, &GoalDraftsCard::accepted, this,
            [this](const GoalDraft &draft) { report(acceptGoalDraft(document(), programme(), draft)); });
}

/// What the results propose for the next cycle; while nothing was answered or written, nothing.
void EvaluationPage::showDrafts(const std::vector<TargetGroup> &groups)
{
    const auto source = loadReportSource(document(), programme(), QDate::currentDate());
    if (report(source))
        m_drafts->show(goalDrafts(**source), groups, isWritable());
}

/// A heading with its button, a sentence while there is nothing, and a column for cards.
QVBoxLayout *EvaluationPage::makeSection(const QString &title, const QString &sentence, QPushButton *button,
                                         QLabel **empty)
{
    auto *head = new QHBoxLayout;
    auto *label = new QLabel(title, this);
    label->setFont(scaledFont(label, type::cardTitle, true));
    head->addWidget(label);
    head->addStretch(1);
    head->addWidget(button);
    body()->addSpacing(metrics::s);
    body()->addLayout(head);
    *empty = secondaryLabel({}, this);
    setParagraph(*empty, sentence);
    body()->addWidget(*empty);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::m);
    body()->addLayout(column);
    return column;
}

/// Lists write into one programme: another programme gets new ones.
void EvaluationPage::dropLists()
{
    for (LineList *&list : m_lists) {
        if (list != nullptr) {
            list->hide();
            list->deleteLater();
        }
        list = nullptr;
    }
    for (const auto &[group, column] : m_goalColumns) {
        column->hide();
        column->deleteLater();
    }
    m_goalColumns.clear();
    m_goalTitles.clear();
    m_goalLists.clear();
    m_goalOrder.clear();
}

void EvaluationPage::makeKindLists()
{
    const QString placeholders[] = {tr("目標に対して、何ができましたか"),
                                    tr("届かなかったことは何ですか"),
                                    tr("なぜその結果になったと考えますか"),
                                    {},
                                    tr("どの協議の場で共有しますか")};
    for (const Kind kind : kKinds) {
        if (kind == Kind::NextGoal)
            continue;
        auto *list =
            new LineList(evaluationKindTitle(kind),
                         recordLines<EvaluationLine>(document(), {.programme = programme(), .kind = kind},
                                                     &EvaluationLine::text, evaluationKindTitle(kind)),
                         this);
        list->setObjectName(u"kind%1"_s.arg(indexOf(kind)));
        list->setPlaceholder(placeholders[indexOf(kind)]);
        m_cards.at(indexOf(kind))->body()->addWidget(list);
        m_lists.at(indexOf(kind)) = list;
    }
}

void EvaluationPage::makeGoalColumn(qint64 group)
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::xs);
    auto *title = new QLabel(column);
    title->setProperty("tone", u"secondary"_s);
    auto *list = new LineList({}, nextGoalLines(document(), programme(), group), column);
    list->setKind(u"nextGoal"_s);
    list->setPlaceholder(tr("次はどのような状態を目指しますか"));
    layout->addWidget(title);
    layout->addWidget(list);
    layout->addStretch(1);
    m_goalColumns[group] = column;
    m_goalTitles[group] = title;
    m_goalLists[group] = list;
}

void EvaluationPage::ensureLists(const std::vector<TargetGroup> &groups)
{
    if (m_listsOf != programme()) {
        dropLists();
        makeKindLists();
        m_listsOf = programme();
    }
    std::vector<qint64> order;
    for (const TargetGroup &group : groups)
        order.push_back(group.id);
    order.push_back(0);
    for (const qint64 group : order) {
        if (!m_goalColumns.contains(group))
            makeGoalColumn(group);
    }
    if (order == m_goalOrder)
        return;
    for (const auto &[group, column] : m_goalColumns) {
        m_goals->removeWidget(column);
        column->setVisible(std::ranges::find(order, group) != order.end());
    }
    for (const qint64 group : order)
        m_goals->addWidget(m_goalColumns.at(group), 1);
    m_goalOrder = std::move(order);
}

void EvaluationPage::fill()
{
    const auto owner = RecordTable<Programme>(document()).load(programme());
    const auto groups = RecordTable<TargetGroup>(document()).all(u"programme"_s, programme());
    const auto lines = RecordTable<EvaluationLine>(document()).all(u"programme"_s, programme());
    if (!report(owner) || !report(groups) || !report(lines))
        return;
    const QString years = programmeYears(*owner);
    header()->setContext(years.isEmpty() ? owner->title : owner->title + u"　"_s + years);
    ensureLists(*groups);
    showLines(*lines, *groups);
    showDrafts(*groups);
    for (QPushButton *button : {m_next, m_addInitiative, m_addMeeting})
        button->setEnabled(isWritable());
    if (!report(showInitiatives()))
        return;
    report(showMeetings());
}

void EvaluationPage::showLines(const std::vector<EvaluationLine> &lines,
                               const std::vector<TargetGroup> &groups)
{
    std::array<std::vector<LineList::Line>, 5> shown;
    std::map<qint64, std::vector<LineList::Line>> goals;
    for (const EvaluationLine &line : lines) {
        if (line.kind == Kind::NextGoal)
            goals[line.targetGroup].push_back({line.id, line.text, {}});
        else
            shown.at(indexOf(line.kind)).push_back({line.id, line.text, {}});
    }
    for (const Kind kind : kKinds) {
        if (LineList *list = m_lists.at(indexOf(kind))) {
            list->setLines(shown.at(indexOf(kind)));
            list->setReadOnly(!isWritable());
        }
    }
    for (const auto &[group, list] : m_goalLists) {
        const auto found = std::ranges::find(groups, group, &TargetGroup::id);
        const QString name = found != groups.end() ? found->name : tr("対象を決めていないもの");
        m_goalTitles.at(group)->setText(shortened(name, 24));
        list->setName(tr("次の短期目標への反映・%1").arg(name));
        list->setLines(goals[group]);
        list->setReadOnly(!isWritable());
    }
    // Without any it would only take room.
    if (!groups.empty())
        m_goalColumns.at(0)->setVisible(!goals[0].empty());
}

Result<> EvaluationPage::showInitiatives()
{
    TANE_TRY(const std::vector<Initiative> all,
             RecordTable<Initiative>(document()).all(u"programme"_s, programme()));
    std::vector<InitiativeCard *> cards;
    for (const Initiative &each : all) {
        const auto found = std::ranges::find(m_initiatives, each.id, &InitiativeCard::initiative);
        InitiativeCard *card = found != m_initiatives.end() ? *found : nullptr;
        if (card == nullptr) {
            card = new InitiativeCard(document(), each.id, this);
            connect(card, &InitiativeCard::removeRequested, this, [this, id = each.id] {
                report(RecordTable<Initiative>(document()).remove(id, tr("取組の削除")));
            });
        }
        card->show(each, isWritable());
        cards.push_back(card);
    }
    m_noInitiatives->setVisible(cards.empty());
    placeCards(m_initiativeColumn, m_initiatives, std::move(cards));
    return {};
}

Result<> EvaluationPage::showMeetings()
{
    TANE_TRY(const std::vector<ReflectionMeeting> all,
             RecordTable<ReflectionMeeting>(document()).all(u"programme"_s, programme()));
    std::vector<MeetingCard *> cards;
    for (const ReflectionMeeting &each : all) {
        const auto found = std::ranges::find(m_meetings, each.id, &MeetingCard::meeting);
        MeetingCard *card = found != m_meetings.end() ? *found : nullptr;
        if (card == nullptr) {
            card = new MeetingCard(document(), each.id, this);
            connect(card, &MeetingCard::removeRequested, this, [this, id = each.id] {
                report(RecordTable<ReflectionMeeting>(document()).remove(id, tr("振り返り会の削除")));
            });
        }
        card->show(each, isWritable());
        cards.push_back(card);
    }
    m_noMeetings->setVisible(cards.empty());
    placeCards(m_meetingColumn, m_meetings, std::move(cards));
    return {};
}

LineList *EvaluationPage::lines(Kind kind, qint64 targetGroup) const
{
    if (kind != Kind::NextGoal)
        return m_lists.at(indexOf(kind));
    const auto found = m_goalLists.find(targetGroup);
    return found == m_goalLists.end() ? nullptr : found->second;
}

bool EvaluationPage::reveal(const QString &table, qint64 row)
{
    if (table == "evaluation_line"_L1) {
        std::vector<LineList *> lists;
        for (LineList *list : m_lists)
            lists.push_back(list);
        for (const auto &[group, list] : m_goalLists)
            lists.push_back(list);
        for (LineList *list : lists) {
            if (list == nullptr || !list->revealLine(row))
                continue;
            bringIntoView(list);
            return true;
        }
    }
    for (InitiativeCard *card : m_initiatives) {
        if (table != "initiative"_L1 || card->initiative() != row)
            continue;
        card->setOpen(true);
        card->focusName();
        bringIntoView(card);
        return true;
    }
    for (MeetingCard *card : m_meetings) {
        if (table != "reflection_meeting"_L1 || card->meeting() != row)
            continue;
        card->focusDate();
        bringIntoView(card);
        return true;
    }
    return false;
}

void EvaluationPage::addInitiative()
{
    const auto id = RecordTable<Initiative>(document()).add({.programme = programme()}, tr("取組の追加"));
    if (!report(id))
        return;
    for (InitiativeCard *card : m_initiatives) {
        if (card->initiative() != *id)
            continue;
        card->setOpen(true);
        card->focusName();
        bringIntoView(card);
    }
}

void EvaluationPage::addMeeting()
{
    const auto id =
        RecordTable<ReflectionMeeting>(document()).add({.programme = programme()}, tr("振り返り会の追加"));
    if (!report(id))
        return;
    for (MeetingCard *card : m_meetings) {
        if (card->meeting() != *id)
            continue;
        card->focusDate();
        bringIntoView(card);
    }
}

void EvaluationPage::makeNextCycle()
{
    const auto question = nextCycleQuestion(document(), programme());
    if (!report(question) || !context().dialogs.confirm(this, *question, tr("作る")))
        return;
    const auto id = CycleRepository(document()).next(programme());
    if (!report(id))
        return;
    context().programme = *id;
    context().workshop = 0;
    Q_EMIT programmeChanged(*id);
    Q_EMIT openPage(u"goals"_s);
    if (const auto made = RecordTable<Programme>(document()).load(*id))
        Q_EMIT notice(
            {Notice::Kind::Info, tr("次のサイクル%1を作りました。短期の目標の下書きを確かめてください。")
                                     .arg(nameWithYears(*made))});
}

void EvaluationPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const auto direction =
        event->size().width() >= kPairs ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    for (QBoxLayout *pair : m_pairs)
        pair->setDirection(direction);
    m_goals->setDirection(direction);
}

} // namespace tane
