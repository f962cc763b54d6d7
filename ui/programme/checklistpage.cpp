#include "programme/checklistpage.h"

#include "base/fiscalyear.h"
#include "parts/savefield.h"
#include "programme/cycle.h"
#include "programme/taskcard.h"
#include "programme/taskmodel.h"
#include "programme/taskview.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
/// Below this width the fields go under the list.
constexpr int kSideBySide = 860;
} // namespace

ChecklistPage::ChecklistPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("チェックリスト"), About::Workshop, pageContext, parent)
{
    m_standard = new QPushButton(tr("標準の項目を加える"), this);
    m_standard->setObjectName(u"applyChecklist"_s);
    m_standard->setToolTip(tr("この一覧にまだない標準の項目だけを加えます"));
    addHeaderAction(m_standard);
    addSheetButton({SheetKind::Checklist});
    connect(m_standard, &QPushButton::clicked, this, &ChecklistPage::applyChecklist);
    makeEmpty();
    makeNoDay();
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    makeList();
}

void ChecklistPage::makeEmpty()
{
    m_empty = new EmptyState(tr("チェックリストを作ります"),
                             tr("起案や会場の確保から研修後の確認まで、研修会の日から数えた期限が並びます。"),
                             tr("標準の一覧を入れる"), this);
    m_empty->button()->setObjectName(u"emptyChecklist"_s);
    m_empty->setLink(tr("自分で項目を加える"));
    connect(m_empty->button(), &QPushButton::clicked, this, &ChecklistPage::applyChecklist);
    connect(m_empty, &EmptyState::linkActivated, this, &ChecklistPage::addTask);
    body()->addWidget(m_empty, 1);
}

void ChecklistPage::makeNoDay()
{
    m_noDay = new Card({}, this);
    m_noDay->setObjectName(u"noDay"_s);
    auto *text = new QLabel(m_noDay);
    setParagraph(text, tr("研修会の日がまだ決まっていません。日を入れると、それぞれの期限が決まります。"));
    auto *button = new QPushButton(tr("研修会の日を入れる"), m_noDay);
    button->setObjectName(u"openWorkshop"_s);
    connect(button, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"workshop"_s); });
    auto *row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addWidget(button);
    auto *card = static_cast<Card *>(m_noDay);
    card->setAccented(true);
    card->body()->addLayout(row);
    body()->addWidget(m_noDay);
}

void ChecklistPage::makeList()
{
    auto *card = new Card({}, m_content);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::xs);
    m_add = new QToolButton(card);
    m_add->setObjectName(u"addTask"_s);
    m_add->setText(tr("項目を追加"));
    m_add->setToolTip(tr("Insert"));
    m_remove = new QToolButton(card);
    m_remove->setObjectName(u"removeTask"_s);
    m_remove->setText(tr("削除"));
    m_remove->setToolTip(tr("選んだ項目を消します（Delete）"));
    m_summary = new QLabel(card);
    m_summary->setObjectName(u"summary"_s);
    m_which = new SegmentedControl(card);
    m_which->setObjectName(u"which"_s);
    m_which->setAccessibleName(tr("一覧に出す項目"));
    m_which->setItems({tr("すべて"), tr("残り")});
    m_which->setCurrentIndex(context().settings.choice(u"checklist"_s, u"which"_s) == "open"_L1 ? 1 : 0);
    tools->addWidget(m_summary, 1);
    tools->addWidget(m_which);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    card->body()->addLayout(tools);
    m_model = new TaskModel(this);
    m_view = new TaskView(card);
    m_view->setObjectName(u"tasks"_s);
    m_view->setModel(m_model);
    card->body()->addWidget(m_view, 1);
    m_card = new TaskCard(document(), m_content);
    m_columns->addWidget(card, 13);
    m_columns->addWidget(m_card, 7);

    connect(m_add, &QToolButton::clicked, this, &ChecklistPage::addTask);
    connect(m_remove, &QToolButton::clicked, this, &ChecklistPage::removeTask);
    connect(m_view, &TaskView::addRequested, this, &ChecklistPage::addTask);
    connect(m_view, &TaskView::removeRequested, this, &ChecklistPage::removeTask);
    connect(m_view, &TaskView::toggleRequested, this, &ChecklistPage::toggle);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChecklistPage::showCurrent);
    connect(m_which, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        context().settings.setChoice(u"checklist"_s, u"which"_s, index == 1 ? u"open"_s : u"all"_s);
        fill();
    });
    connect(m_card, &TaskCard::failed, this,
            [this](const Error &error) { report(Result<>(std::unexpected(error))); });
}

QDate ChecklistPage::today() const
{
    return m_fixedToday.isValid() ? m_fixedToday : QDate::currentDate();
}

void ChecklistPage::setToday(QDate today)
{
    m_fixedToday = today;
}

void ChecklistPage::fill()
{
    const auto shown = RecordTable<Workshop>(document()).load(workshop());
    if (!report(shown))
        return;
    auto tasks = scheduleOf(document(), workshop(), today());
    if (!report(tasks))
        return;
    m_workshop = *shown;
    const bool any = !tasks->empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_content->setVisible(any);
    m_noDay->setVisible(any && !m_workshop.heldOn.isValid());
    m_standard->setVisible(any);
    m_standard->setEnabled(isWritable());
    m_add->setEnabled(isWritable());
    showSummary(*tasks, *shown);

    if (m_which->currentIndex() == 1)
        std::erase_if(*tasks, [](const ScheduledTask &each) { return each.task.doneOn.isValid(); });
    const int row = m_view->currentIndex().row();
    const qint64 kept = m_card->task();
    m_model->setTasks(std::move(*tasks), today());
    const int rows = m_model->rowCount();
    if (rows == 0) {
        m_card->clear();
        m_remove->setEnabled(false);
        return;
    }
    const int now = m_model->rowOf(kept) >= 0 ? m_model->rowOf(kept) : qBound(0, row, rows - 1);
    if (m_view->currentIndex().row() != now)
        m_view->setCurrentIndex(m_model->index(now, TaskModel::Title));
    showCurrent();
}

void ChecklistPage::showSummary(const std::vector<ScheduledTask> &tasks, const Workshop &shown)
{
    const auto done =
        std::ranges::count_if(tasks, [](const ScheduledTask &each) { return each.task.doneOn.isValid(); });
    const auto late = std::ranges::count_if(tasks, &ScheduledTask::isLate);
    QString text = tr("%1件のうち済み %2件").arg(tasks.size()).arg(done);
    if (late > 0)
        text += tr("、期限を過ぎたもの %1件").arg(late);
    m_summary->setText(text);
    QString context = workshopName(shown);
    if (m_workshop.heldOn.isValid()) {
        const qint64 days = today().daysTo(m_workshop.heldOn);
        context = shortened(shown.title, 40) + u"　"_s + eraDateWithWeekday(m_workshop.heldOn) + u"　"_s +
                  (days > 0    ? tr("研修会まであと%1日").arg(days)
                   : days == 0 ? tr("研修会は今日です")
                               : tr("研修会から%1日").arg(-days));
    }
    header()->setContext(context);
}

void ChecklistPage::showCurrent()
{
    const QModelIndex now = m_view->currentIndex();
    m_remove->setEnabled(isWritable() && now.isValid());
    if (now.isValid())
        m_card->show(m_model->at(now.row()), m_workshop, today(), isWritable());
}

void ChecklistPage::toggle(int row)
{
    if (!isWritable())
        return;
    const Task task = m_model->at(row).task;
    const bool done = task.doneOn.isValid();
    report(saveField<Task>(document(), task.id, &Task::doneOn, done ? QDate() : today(),
                           done ? tr("「%1」を済みから戻す").arg(shortened(task.title))
                                : tr("「%1」を済みにする").arg(shortened(task.title))));
}

void ChecklistPage::addTask()
{
    if (!isWritable())
        return;
    const auto id = RecordTable<Task>(document())
                        .add({.workshop = workshop(), .title = tr("新しい項目")}, tr("準備の項目の追加"));
    if (!report(id))
        return;
    select(*id);
    m_card->focusTitle();
}

void ChecklistPage::removeTask()
{
    const QModelIndex now = m_view->currentIndex();
    if (!now.isValid() || !isWritable())
        return;
    const Task task = m_model->at(now.row()).task;
    if (report(RecordTable<Task>(document()).remove(task.id, tr("準備の項目の削除"))))
        m_view->setFocus();
}

void ChecklistPage::applyChecklist()
{
    report(CycleRepository(document()).applyChecklist(workshop()));
}

void ChecklistPage::select(qint64 id)
{
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_view->setCurrentIndex(m_model->index(row, TaskModel::Title));
        m_view->scrollTo(m_view->currentIndex());
    }
}

bool ChecklistPage::reveal(const QString &table, qint64 row)
{
    if (table != "task"_L1)
        return false;
    const auto found = RecordTable<Task>(document()).load(row);
    if (!found)
        return false;
    if (found->workshop != workshop())
        chooseWorkshop(found->workshop);
    if (m_model->rowOf(row) < 0) // done, and only open ones are listed
        m_which->setCurrentIndex(0);
    select(row);
    m_view->setFocus();
    return m_card->task() == row;
}

void ChecklistPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const bool wide = event->size().width() >= kSideBySide;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_view->setMinimumHeight(300);
}

} // namespace tane
