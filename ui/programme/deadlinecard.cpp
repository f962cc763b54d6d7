#include "programme/deadlinecard.h"

#include "base/fiscalyear.h"
#include "programme/nextactions.h"
#include "programme/recruiting.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMostRows = 7;

struct Entry
{
    ScheduledTask task;
    QString workshop; ///< only when there are several
    bool isWorkshop = false;
};

// The year would only be noise in the table while it is the one that the calendar on the wall shows.
QString shortDate(QDate date, QDate today)
{
    if (!date.isValid())
        return DeadlineCard::tr("日程が決まると出ます");
    const QString weekday = QLocale(QLocale::Japanese).dayName(date.dayOfWeek(), QLocale::ShortFormat);
    if (date.year() == today.year())
        return DeadlineCard::tr("%1月%2日(%3)").arg(date.month()).arg(date.day()).arg(weekday);
    return eraDateWithWeekday(date);
}

std::vector<Entry> entriesOf(const Cycle &cycle, QDate today)
{
    std::vector<Entry> entries;
    const bool several = cycle.workshops.size() > 1;
    for (const Workshop &workshop : cycle.workshops) {
        const auto tasks = cycle.tasks.find(workshop.id);
        if (tasks != cycle.tasks.end()) {
            for (ScheduledTask &task : scheduleFor(workshop, tasks->second, today))
                entries.push_back({std::move(task), several ? workshop.title : QString()});
        }
        if (workshop.heldOn.isValid()) {
            Entry event;
            event.isWorkshop = true;
            event.task.due = workshop.heldOn;
            event.task.task.title = workshop.place.isEmpty()
                                        ? workshop.title
                                        : DeadlineCard::tr("%1（%2）").arg(workshop.title, workshop.place);
            if (workshop.heldOn < today)
                event.task.task.doneOn = workshop.heldOn;
            entries.push_back(std::move(event));
        }
    }
    std::ranges::stable_sort(entries, [](const Entry &a, const Entry &b) {
        const auto key = [](const Entry &e) { return std::pair(!e.task.due.isValid(), e.task.due); };
        return key(a) < key(b);
    });
    return entries;
}

/// What is open, the late ones first of all as their days are the earliest.
std::vector<Entry> shownOf(const std::vector<Entry> &entries)
{
    std::vector<Entry> shown;
    const auto isOpen = [](const Entry &entry) { return !entry.task.task.doneOn.isValid(); };
    for (const Entry &entry : entries) {
        if (isOpen(entry) && shown.size() < kMostRows)
            shown.push_back(entry);
    }
    return shown;
}

} // namespace

DeadlineCard::DeadlineCard(QWidget *parent)
    : Card(tr("期限"), parent)
{
    m_none = secondaryLabel({}, this);
    m_none->setFont(font());
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    m_open = new QPushButton(tr("チェックリストを開く"), this);
    body()->addWidget(m_none);
    body()->addWidget(m_table);
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addStretch(1);
}

void DeadlineCard::setCycle(const Cycle &cycle, QDate today)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    const std::vector<Entry> entries = entriesOf(cycle, today);
    const std::vector<Entry> shown = shownOf(entries);
    // The day of the workshop stands among the deadlines, but is none that the checklist counts.
    const auto open = std::ranges::count_if(
        entries, [](const Entry &e) { return !e.isWorkshop && !e.task.task.doneOn.isValid(); });
    m_planned = !entries.empty();
    setSubtitle(m_planned ? tr("残り %1 件").arg(open) : QString());
    setParagraph(m_none, m_planned
                             ? tr("残っている期限はありません。")
                             : tr("研修会の日程を決めて、準備のチェックリストを加えると、通知や募集の期限が"
                                  "ここに並びます。"));
    m_none->setVisible(shown.empty());
    m_table->setVisible(!shown.empty());
    m_open->setText(m_planned ? tr("チェックリストを開く") : tr("研修会の設計を開く"));
    if (shown.empty())
        return;
    addRow(0, {tr("日"), tr("こと"), tr("担当"), tr("状態")}, u"secondary"_s, false);
    int row = 1;
    for (const Entry &entry : shown) {
        const Task &task = entry.task.task;
        const QString state = entry.task.due.isValid() ? daysText(entry.task.due, today) : tr("予定");
        const QString title =
            entry.workshop.isEmpty() ? task.title : tr("%1（%2）").arg(task.title, entry.workshop);
        addRow(row++, {shortDate(entry.task.due, today), title, task.owner, state},
               entry.task.isLate ? u"error"_s : QString(), entry.isWorkshop);
    }
}

void DeadlineCard::addRow(int row, const QStringList &cells, const QString &tone, bool emphasised)
{
    for (int column = 0; column < cells.size(); ++column) {
        auto *label = new ElidedLabel(cells[column], m_table);
        const bool head = row == 0;
        const bool state = column == 3;
        if (head)
            label->setFont(scaledFont(label, type::secondary));
        else if (emphasised || (state && tone == u"error"_s))
            label->setFont(scaledFont(label, type::body, true));
        if (head || state)
            label->setProperty("tone", head ? u"secondary"_s : tone);
        label->setMinimumHeight(head ? 26 : metrics::rowHeight);
        label->setContentsMargins(column == 0 ? 0 : metrics::m, 0, 0, 0);
        if (column != 1) // dates, names and states are short: they keep their room
            label->setMinimumWidth(label->sizeHint().width());
        label->setObjectName(u"deadline"_s);
        m_grid->addWidget(label, row, column);
    }
    if (row > 0)
        m_rows << cells.join(u" / "_s);
}

} // namespace tane
