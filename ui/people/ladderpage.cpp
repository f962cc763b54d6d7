#include "people/ladderpage.h"

#include "base/fiscalyear.h"
#include "people/answerauthors.h"
#include "people/answerreview.h"
#include "people/assessmentpanel.h"
#include "people/ladderboard.h"
#include "people/laddertrends.h"
#include "people/peoplefilterbar.h"
#include "people/peopletable.h"
#include "people/peopletext.h"
#include "shell/editors/datefield.h"
#include "shell/flowlayout.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Below this width the board makes room for the panel altogether.
constexpr int kBothWidth = 700;
constexpr int kNarrow = 760;

} // namespace

LadderPage::LadderPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("人材とレベル"), pageContext, parent)
{
    m_sinceDay = FiscalYear::of(QDate::currentDate()).firstDay();
    makeHeader();
    makeMenus();
    makeContent();
    makeEmptyState();
    const QString last = pageContext.settings.choice(u"people"_s, u"view"_s);
    m_tabs->setCurrentIndex(last == "list"_L1 ? 1 : last == "trends"_L1 ? 2 : 0);
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        context().settings.setChoice(u"people"_s, u"view"_s,
                                     QStringList{u"board"_s, u"list"_s, u"trends"_s}.value(index));
        showPeople();
    });
}

LadderPage::~LadderPage() = default;

void LadderPage::makeHeader()
{
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"views"_s);
    m_tabs->setAccessibleName(tr("表示"));
    m_tabs->setItems({tr("ボード"), tr("一覧"), tr("推移")});
    m_output = new QPushButton(tr("印刷・書き出し"), this);
    m_output->setObjectName(u"output"_s);
    m_more = new QPushButton(tr("名簿"), this);
    m_more->setObjectName(u"more"_s);
    m_assess = new QPushButton(tr("評価を記録"), this);
    m_assess->setObjectName(u"assess"_s);
    makePrimary(m_assess);
    for (QWidget *each : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_output),
                          static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_assess)})
        header()->addAction(each);
    connect(m_assess, &QPushButton::clicked, this, [this] {
        beginAssessment(view() == View::List ? m_table->currentPerson() : m_board->currentPerson(), {});
    });
    m_unassigned = new NoticeBar(this);
    m_unassigned->setObjectName(u"unassigned"_s);
    m_unassigned->hide();
    connect(m_unassigned, &NoticeBar::actionTriggered, this, [this] { showReview(true); });
    top()->addWidget(m_unassigned);
    m_filter = new PeopleFilterBar(this);
    connect(m_filter, &PeopleFilterBar::changed, this, &LadderPage::showPeople);
    top()->addWidget(m_filter);
}

void LadderPage::makeContent()
{
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, metrics::xl, metrics::m);
    row->setSpacing(metrics::m);
    m_views = new QStackedWidget(m_content);
    m_views->addWidget(makeBoardView());
    m_table = new PeopleTable(context().settings, m_views);
    connect(m_table, &PeopleTable::personRequested, this, &LadderPage::openPerson);
    auto *list = new Card({}, m_views);
    list->body()->addWidget(m_table);
    m_views->addWidget(list);
    row->addWidget(m_views, 1);
    m_panel = new AssessmentPanel(context(), AssessmentPanel::Room::Beside, m_content);
    m_panel->hide();
    row->addWidget(m_panel);
    connect(m_panel, &AssessmentPanel::saved, this, &LadderPage::assessed);
    connect(m_panel, &AssessmentPanel::cancelled, this, [this] { closePanel(true); });
    connect(m_panel, &AssessmentPanel::personRequested, this, &LadderPage::openPerson);
    column()->addWidget(m_content, 1);

    m_trends = new LadderTrends(context(), this);
    connect(m_trends, &LadderTrends::personRequested, this, &LadderPage::openPerson);
    connect(m_trends, &LadderTrends::notice, this, &LadderPage::notice);
    body()->addWidget(m_trends);
    m_review = new AnswerReview(context(), this);
    m_review->hide();
    connect(m_review, &AnswerReview::closed, this, [this] { showReview(false); });
    connect(m_review, &AnswerReview::notice, this, &LadderPage::notice);
    body()->addWidget(m_review);
    body()->addStretch(1);
}

QWidget *LadderPage::makeBoardView()
{
    m_boardView = new QWidget(m_views);
    auto *column = new QVBoxLayout(m_boardView);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_board = new LadderBoard(m_boardView);
    m_board->setObjectName(u"board"_s);
    column->addWidget(m_board, 1);
    auto *foot = new QWidget(m_boardView);
    auto *row = new FlowLayout(metrics::m, foot);
    m_legend = secondaryLabel({}, foot);
    row->addWidget(m_legend);
    m_since = new DateField(
        tr("動きの起点の日"),
        [this](QDate day) -> Result<> {
            if (!day.isValid() || day > QDate::currentDate())
                return fail(ErrorCode::Usage, tr("今日までの日付を書いてください。"));
            m_sinceDay = day;
            showPeople();
            return {};
        },
        foot);
    m_since->setObjectName(u"since"_s);
    m_since->setValue(m_sinceDay);
    auto *since = new QWidget(foot);
    auto *pair = new QHBoxLayout(since);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->addWidget(secondaryLabel(tr("動きの起点"), since));
    pair->addWidget(m_since);
    row->addWidget(since);
    m_unmoved = new QCheckBox(tr("起点から動きのない方だけ（支援の検討用）"), foot);
    m_unmoved->setObjectName(u"unmoved"_s);
    m_unmoved->setToolTip(
        tr("次にどなたを支援するかを考えるための絞り込みです。評価の良し悪しではありません。"
           "印刷や書き出しには使われません。"));
    row->addWidget(m_unmoved);
    column->addWidget(foot);
    connect(m_unmoved, &QCheckBox::toggled, this, &LadderPage::showPeople);
    connect(m_board, &LadderBoard::moveRequested, this,
            [this](qint64 person, int step) { beginAssessment(person, 2 * step); });
    connect(m_board, &LadderBoard::assessRequested, this,
            [this](qint64 person) { beginAssessment(person, {}); });
    connect(m_board, &LadderBoard::personRequested, this, &LadderPage::openPerson);
    connect(m_board, &LadderBoard::menuRequested, this, &LadderPage::showMenu);
    return m_boardView;
}

void LadderPage::fill()
{
    const bool any = !registry().people.empty();
    m_empty->setVisible(!any);
    for (QWidget *each :
         {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_output), static_cast<QWidget *>(m_more),
          static_cast<QWidget *>(m_assess), static_cast<QWidget *>(m_filter)})
        each->setVisible(any && (each == m_filter || m_review->isHidden()));
    m_assess->setEnabled(isWritable());
    for (QAction *action : std::as_const(m_writing))
        action->setEnabled(isWritable());
    m_board->setWritable(isWritable());
    if (any)
        m_filter->show(registry());
    if (m_panel->isVisible() && registry().person(m_panel->person()) == nullptr)
        closePanel(false); // undone, or deleted elsewhere
    showUnassigned();
    if (!m_review->isHidden())
        report(m_review->show(registry()));
    showPeople();
    Q_EMIT badgeChanged();
}

PeopleFilter LadderPage::filter() const
{
    PeopleFilter filter = m_filter->filter();
    if (m_unmoved->isChecked() && view() == View::Board)
        filter.unmovedSince = m_sinceDay.addDays(-1); // who moved on that very day did move
    return filter;
}

std::vector<const PersonRecord *> LadderPage::shownPeople() const
{
    return filterPeople(registry(), filter());
}

LadderPage::View LadderPage::view() const
{
    return static_cast<View>(std::max(0, m_tabs->currentIndex()));
}

void LadderPage::showView(View view)
{
    m_tabs->setCurrentIndex(static_cast<int>(view));
}

/// Shows what the filters leave, in the view chosen; the others are filled when they are.
void LadderPage::showPeople()
{
    const bool any = !registry().people.empty();
    const bool reviewing = !m_review->isHidden();
    const bool trends = any && !reviewing && view() == View::Trends;
    m_trends->setVisible(trends);
    scrollArea()->setVisible(trends || (any && reviewing) || reviewing);
    m_content->setVisible(any && !reviewing && view() != View::Trends);
    m_filter->setVisible(any && !reviewing);
    if (!any)
        return header()->setContext({});
    const PeopleFilter chosen = filter();
    const std::vector<const PersonRecord *> people = filterPeople(registry(), chosen);
    QStringList municipalities;
    for (const PersonRecord *person : people) {
        const QString text = registry().municipalityText(*person, chosen.on);
        if (!text.isEmpty() && !municipalities.contains(text))
            municipalities << text;
    }
    header()->setContext(m_filter->isFiltering() || chosen.unmovedSince.isValid()
                             ? tr("%1名（全%2名のうち）").arg(people.size()).arg(registry().people.size())
                             : tr("%1名・%2市町村").arg(people.size()).arg(municipalities.size()));
    switch (view()) {
    case View::Board:
        m_views->setCurrentIndex(0);
        return showBoard();
    case View::List:
        m_views->setCurrentIndex(1);
        return m_table->setPeople(&registry(), people, chosen.on);
    case View::Trends:
        report(m_trends->show(registry(), chosen, m_filter->description()));
    }
}

void LadderPage::showBoard()
{
    const Registry &all = registry();
    const QDate today = QDate::currentDate();
    const int steps = static_cast<int>(all.ladder.steps.size());
    std::vector<LadderBoard::Column> columns(static_cast<std::size_t>(steps) + 1);
    columns[0].name = tr("未評価");
    columns[0].title = tr("まだ評価していない方");
    for (int step = 0; step < steps; ++step) {
        LadderBoard::Column &column = columns[static_cast<std::size_t>(step) + 1];
        column.step = step;
        column.name = all.ladder.steps[static_cast<std::size_t>(step)].name;
        column.title = all.ladder.steps[static_cast<std::size_t>(step)].title;
    }
    for (const PersonRecord *person : shownPeople()) {
        const Assessment *assessment = person->assessmentOn(today);
        const int step = assessment ? std::clamp(all.ladder.stepOf(assessment->level), 0, steps - 1) : -1;
        LadderBoard::Card card;
        card.person = person->person.id;
        card.name = personName(*person);
        card.place = placeText(all, *person, today);
        card.since = sinceText(all, *person, today);
        card.movement = movementSince(all.ladder, *person, m_sinceDay.addDays(-1), today);
        const QString support = supportText(lastSupport(all, *person, today));
        card.support = support.isEmpty() ? QString() : tr("支援 %1").arg(support);
        QStringList spoken{card.name, levelText(all, *person, today), card.place};
        if (assessment)
            spoken << card.since;
        if (card.movement == Movement::Up)
            spoken << tr("起点から上がった方");
        else if (card.movement == Movement::Down)
            spoken << tr("起点から下がった方");
        else if (card.movement == Movement::New)
            spoken << tr("起点から新しく評価した方");
        spoken << card.support;
        spoken.removeAll(QString());
        card.spoken = spoken.join(u'、');
        columns[static_cast<std::size_t>(step + 1)].cards.push_back(std::move(card));
    }
    if (columns.front().cards.empty())
        columns.erase(columns.begin());
    m_board->setColumns(std::move(columns), steps);
    showLegend();
}

void LadderPage::showLegend()
{
    m_legend->setText(m_unmoved->isChecked() ? tr("画面だけの絞り込みです。印刷・書き出しには使われません。")
                                             : tr("↑ 起点から上がった方　↓ 下がった方　○ 新しく評価した方"));
    arrange();
}

void LadderPage::showUnassigned()
{
    const auto open = unassignedAnswers(document());
    if (!report(open))
        return;
    int answers = 0;
    for (const UnassignedAnswers &one : *open)
        answers += one.answers;
    const bool wanted = answers > 0 && !registry().people.empty() && m_review->isHidden();
    m_unassigned->setVisible(wanted);
    if (wanted) {
        m_unassigned->show(
            {Notice::Kind::Info, tr("名簿と結びついていない回答が %1件あります。").arg(answers)}, false);
        m_unassigned->setAction(tr("結びつける"));
    }
}

void LadderPage::showReview(bool shown)
{
    m_review->setVisible(shown);
    if (shown)
        report(m_review->show(registry()));
    for (QWidget *each : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_output),
                          static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_assess)})
        each->setVisible(!shown && !registry().people.empty()); // they are about the people, not the answers
    if (shown)
        m_review->setFocus(Qt::OtherFocusReason);
    showUnassigned();
    showPeople();
}

bool LadderPage::closePanel(bool ask)
{
    if (m_panel->isHidden())
        return true;
    if (ask && m_panel->isDirty() &&
        !context().dialogs.confirm(this, tr("書きかけの評価を記録せずに閉じますか。"), tr("閉じる")))
        return false;
    const bool focused = m_panel->isAncestorOf(focusWidget());
    m_panel->hide();
    arrange();
    if (focused)
        (view() == View::List ? static_cast<QWidget *>(m_table) : m_board)->setFocus();
    return true;
}

void LadderPage::beginAssessment(qint64 person, std::optional<int> level)
{
    const PersonRecord *record = registry().person(person);
    if (record == nullptr || !isWritable())
        return;
    if (m_panel->isVisible() && m_panel->person() == person && level) {
        m_panel->setLevel(*level); // what was written stays
    } else {
        if (!closePanel(true))
            return;
        m_panel->begin(registry(), *record, level);
    }
    m_panel->show();
    arrange();
    m_board->showPerson(person);
    m_panel->focusEvidence();
}

void LadderPage::assessed(qint64 person, const QString &text)
{
    closePanel(false);
    refresh();
    m_board->showPerson(person);
    m_table->showPerson(person);
    Q_EMIT notice({Notice::Kind::Info, text});
}

void LadderPage::showMenu(qint64 person, QPoint globalPos)
{
    QMenu menu;
    QAction *assess = menu.addAction(tr("評価を記録"));
    assess->setEnabled(isWritable());
    QAction *open = menu.addAction(tr("本人の記録を開く"));
    const QAction *chosen = menu.exec(globalPos);
    if (chosen == assess)
        beginAssessment(person, {});
    else if (chosen == open)
        openPerson(person);
}

void LadderPage::openPerson(qint64 person)
{
    if (person != 0)
        Q_EMIT openRow(u"person"_s, u"person"_s, person);
}

bool LadderPage::reveal(const QString &table, qint64 row)
{
    if (table != u"person"_s)
        return false;
    m_filter->clear();
    m_unmoved->setChecked(false);
    if (view() == View::Trends)
        showView(View::Board);
    return view() == View::List ? m_table->showPerson(row) : m_board->showPerson(row);
}

void LadderPage::arrange()
{
    if (m_panel == nullptr)
        return; // still being made
    const bool both = width() - 2 * metrics::xl >= kBothWidth;
    m_views->setVisible(both || m_panel->isHidden());
    m_panel->setMaximumWidth(both ? 364 : QWIDGETSIZE_MAX);
    const bool narrow = width() < kNarrow; // at 150 % on a small screen
    m_output->setText(narrow ? tr("出力") : tr("印刷・書き出し"));
    m_legend->setVisible(!narrow || m_unmoved->isChecked());
}

void LadderPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    arrange();
}

} // namespace tane
