#include "programme/homepage.h"

#include "programme/cyclering.h"
#include "programme/deadlinecard.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        }
        delete item;
    }
}

QString firstPageOf(Step step)
{
    switch (step) {
    case Step::Situation:
        return u"situation"_s;
    case Step::Goals:
        return u"goals"_s;
    case Step::Plan:
        return u"plan"_s;
    case Step::Execution:
        return u"checklist"_s;
    case Step::Evaluation:
        return u"evaluation"_s;
    }
    Q_UNREACHABLE();
}

/// How far the five steps are: those that are done, or, while none is, those that were begun.
QString progressText(const Cycle &cycle)
{
    const auto count = [&](StepState state) {
        return std::ranges::count(allSteps(), state, [&](Step step) { return cycle.state(step); });
    };
    const auto done = count(StepState::Done), started = count(StepState::Started);
    return done == 0 && started > 0 ? HomePage::tr("着手 %1 / 5").arg(started)
                                    : HomePage::tr("完了 %1 / 5").arg(done);
}

} // namespace

HomePage::HomePage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("ホーム"), pageContext, parent)
{
    m_title = header()->titleLabel();
    m_empty = new EmptyState(tr("研修プログラムを始めましょう"),
                             tr("研修プログラムは、実態の確認から評価までをひと回りする一期分の計画です。\n"
                                "名前と年度を決めるだけで始められ、あとからいつでも直せます。"),
                             tr("最初のプログラムをつくる"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"programmes"_s); });
    column()->insertWidget(1, m_empty, 1);

    m_upper = new QBoxLayout(QBoxLayout::LeftToRight);
    m_upper->setSpacing(metrics::m);
    body()->addLayout(m_upper);
    makeRing(scrollArea()->widget());
    makeCards(scrollArea()->widget());
    body()->addWidget(m_deadlines, 1);
}

void HomePage::makeRing(QWidget *parent)
{
    m_ringCard = new Card(tr("いまどこ"), parent);
    m_ring = new CycleRing(m_ringCard);
    m_ringCard->body()->addWidget(m_ring, 1);
    m_stepText = new ElidedLabel({}, m_ringCard);
    m_stepText->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_stepText, 1);
    m_stepState = new QToolButton(m_ringCard);
    m_stepState->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_stepState);
    const auto add = [this, menu](const QString &text, StepState state) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(state));
        connect(action, &QAction::triggered, this, [this, state] { sayState(state); });
    };
    add(tr("完了にする(&D)"), StepState::Done);
    add(tr("このサイクルはここで終える(&S)"), StepState::Stopped);
    add(tr("入力した内容から決める(&A)"), StepState::Started);
    m_stepState->setMenu(menu);
    m_stepOpen = new QPushButton(tr("開く"), m_ringCard);
    row->addWidget(m_stepState);
    row->addWidget(m_stepOpen);
    m_ringCard->body()->addLayout(row);
    m_ringCard->setMinimumWidth(300);
    m_upper->addWidget(m_ringCard, 3);
    connect(m_ring, &CycleRing::stepSelected, this, &HomePage::showStep);
    connect(m_ring, &CycleRing::stepActivated, this, &HomePage::openStep);
    connect(m_stepOpen, &QPushButton::clicked, this, [this] { openStep(m_ring->selected()); });
}

void HomePage::makeCards(QWidget *parent)
{
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::m);
    m_next = new Card(tr("次にすること"), parent);
    m_next->setAccented(true);
    m_nextRows = new QVBoxLayout;
    m_nextRows->setSpacing(0);
    m_next->body()->addLayout(m_nextRows);
    m_next->body()->addStretch(1);
    right->addWidget(m_next, 1);
    m_answers = new Card(tr("アンケートの回収"), parent);
    m_answers->setSubtitle(tr("帯は、いちばん多い回の回答数に対する長さです"));
    m_answerRows = new QVBoxLayout;
    m_answerRows->setSpacing(metrics::xs);
    m_answers->body()->addLayout(m_answerRows);
    right->addWidget(m_answers);
    m_upper->addLayout(right, 7);
    m_deadlines = new DeadlineCard(parent);
    connect(m_deadlines->openButton(), &QPushButton::clicked, this,
            [this] { Q_EMIT openPage(m_deadlines->isPlanned() ? u"checklist"_s : u"workshop"_s); });
}

void HomePage::refresh()
{
    const qint64 programme = context().programme;
    m_empty->setVisible(programme == 0);
    m_empty->button()->setEnabled(!context().document.isReadOnly());
    scrollArea()->setVisible(programme != 0);
    clearError();
    if (programme == 0) {
        m_title->setText(tr("ホーム"));
        header()->setContext({});
        m_cycle.reset();
        return;
    }
    auto cycle = CycleRepository(context().document).load(programme);
    auto counts = cycle ? answerCounts(context().document, programme)
                        : Result<std::map<qint64, AnswerCounts>>(std::unexpected(cycle.error()));
    if (!counts) {
        showError(counts.error());
        scrollArea()->hide();
        return;
    }
    const auto following = CycleRepository(context().document).following(programme);
    if (!following) {
        showError(following.error());
        scrollArea()->hide();
        return;
    }
    auto people = peopleToDo(context().document, *cycle, m_today.isValid() ? m_today : QDate::currentDate());
    if (!people) {
        showError(people.error());
        scrollArea()->hide();
        return;
    }
    m_people = std::move(*people);
    if (const auto issues = issuesToDo(context().document, QDate::currentDate()))
        m_issues = *issues;
    m_following = *following;
    m_counts = std::move(*counts);
    m_cycle = std::move(*cycle);
    showCycle(*m_cycle);
}

void HomePage::showCycle(const Cycle &cycle)
{
    const QDate today = m_today.isValid() ? m_today : QDate::currentDate();
    m_title->setText(cycle.programme.title);
    QStringList about;
    if (const QString years = programmeYears(cycle.programme); !years.isEmpty())
        about << years;
    if (!cycle.programme.owner.isEmpty())
        about << tr("担当 %1").arg(cycle.programme.owner);
    if (!cycle.purposes.empty())
        about << tr("目的 %1").arg(cycle.purposes.front().text.simplified());
    header()->setContext(about.join(u"・"_s));

    for (const Step step : allSteps())
        m_ring->setState(step, cycle.state(step));
    const Step current = currentStep(cycle);
    const bool allDone = cycle.state(current) == StepState::Done;
    const bool stopped = cycle.state(current) == StepState::Stopped;
    m_ring->setCentre(allDone   ? tr("ひと回り完了")
                      : stopped ? tr("%1まで").arg(stepShortTitle(current))
                                : tr("%1の段階").arg(stepShortTitle(current)),
                      stopped ? tr("ここで終了") : progressText(cycle));
    if (m_shownProgramme != cycle.programme.id) {
        m_shownProgramme = cycle.programme.id;
        m_ring->setSelected(current);
    }
    showStep(m_ring->selected());
    m_actions = nextActions(cycle, m_counts, today, m_following, 3, m_people, m_issues);
    showActions();
    showAnswers(cycle);
    m_deadlines->setCycle(cycle, today);
}

void HomePage::showStep(Step step)
{
    if (!m_cycle)
        return;
    const StepState state = m_cycle->state(step);
    m_stepText->setText(tr("%1 %2").arg(static_cast<int>(step)).arg(stepTitle(step)));
    m_stepState->setText(stepStateText(state));
    m_stepState->setAccessibleName(tr("「%1」の状態：%2").arg(stepTitle(step), stepStateText(state)));
    m_stepState->setToolTip(tr("このステップの状態を変える"));
    m_stepState->setEnabled(!context().document.isReadOnly());
    m_stepOpen->setAccessibleName(tr("「%1」を開く").arg(stepTitle(step)));
    const auto said = m_cycle->said.find(step);
    const StepState kept = said == m_cycle->said.end() ? StepState::Started : said->second;
    const auto actions = m_stepState->menu()->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(kept));
}

void HomePage::sayState(StepState state)
{
    const auto said =
        CycleRepository(context().document).setState(context().programme, m_ring->selected(), state);
    if (!said)
        showError(said.error());
}

void HomePage::openStep(Step step)
{
    Q_EMIT openPage(firstPageOf(step));
}

void HomePage::showActions()
{
    clear(m_nextRows);
    if (m_actions.empty()) {
        auto *text = new QLabel(m_next);
        setParagraph(text, tr("いま急いですることはありません。"));
        m_nextRows->addWidget(text);
        return;
    }
    int number = 1;
    for (const NextAction &action : m_actions) {
        auto *row = new QWidget(m_next);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, metrics::s, 0, metrics::s);
        layout->setSpacing(metrics::m);
        auto *mark = new QLabel(QString::number(number), row);
        mark->setFixedWidth(18);
        mark->setAlignment(Qt::AlignCenter);
        mark->setProperty("tone", u"secondary"_s);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(3);
        auto *title = new ElidedLabel(action.title, row);
        title->setFont(scaledFont(title, type::body, true));
        auto *detail = new ElidedLabel(action.detail, row);
        detail->setFont(scaledFont(detail, type::secondary));
        detail->setProperty("tone", u"secondary"_s);
        texts->addWidget(title);
        texts->addWidget(detail);
        auto *button = new QPushButton(action.button, row);
        button->setAccessibleName(tr("%1：%2を開く").arg(action.title, action.button));
        button->setObjectName(u"next%1"_s.arg(number));
        if (number == 1)
            makePrimary(button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            if (action.programme != 0)
                Q_EMIT programmeChanged(action.programme);
            if (action.workshop != 0)
                Q_EMIT workshopChanged(action.workshop);
            Q_EMIT openPage(action.page);
        });
        layout->addWidget(mark);
        layout->addLayout(texts, 1);
        layout->addWidget(button);
        m_nextRows->addWidget(row);
        ++number;
    }
}

void HomePage::showAnswers(const Cycle &cycle)
{
    clear(m_answerRows);
    m_answers->setVisible(!m_counts.empty());
    for (const auto &[workshop, counts] : m_counts) {
        const auto found = std::ranges::find(cycle.workshops, workshop, &Workshop::id);
        if (found == cycle.workshops.end() || !counts.any())
            continue;
        if (m_counts.size() > 1)
            m_answerRows->addWidget(secondaryLabel(found->title, m_answers));
        // Who applied is not in the file yet: the base is the larger of those who answered before and after.
        const int base = qMax(counts.before, counts.after);
        const auto add = [&](const QString &wave, int count) {
            // A person may have answered twice: these are answers, people are counted on the page of the
            // answers.
            m_answerRows->addWidget(new QLabel(tr("%1  %2 件").arg(wave).arg(count), m_answers));
            auto *bar = new QProgressBar(m_answers);
            bar->setTextVisible(false);
            bar->setRange(0, qMax(1, base));
            bar->setValue(count);
            bar->setAccessibleName(
                tr("%1の回答 %2 件（多い方の回答 %3 件に対して）").arg(wave).arg(count).arg(base));
            m_answerRows->addWidget(bar);
        };
        add(tr("研修前"), counts.before);
        add(tr("研修後"), counts.after);
        if (counts.followUp > 0)
            add(tr("2～3か月後"), counts.followUp);
    }
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void HomePage::arrange()
{
    // At 150 % on a small screen what is next stands above the ring.
    const bool narrow = width() < 760;
    m_upper->setDirection(narrow ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
}

} // namespace tane
