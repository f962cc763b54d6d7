#include "programme/taskview.h"

#include "parts/rowdelegate.h"
#include "programme/taskmodel.h"
#include "shell/icons.h"
#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace tane {

namespace {

/// Box, day, title with note, owner, days left; what is done stands back, what is late is said in words and
/// colour.
class TaskDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Scheme scheme = currentScheme(option.widget);
        const ScheduledTask &task = taskOf(index);
        const QRect room = paintRow(painter, option, index);
        const bool done = task.task.doneOn.isValid();
        const QColor ink = color(done ? ColorRole::SecondaryText : ColorRole::Text, scheme);
        painter->setFont(option.font);
        painter->setPen(ink);
        if (index.column() == TaskModel::Done) {
            paintBox(painter, option, done);
        } else if (index.column() == TaskModel::Title) {
            paintTitle(painter, option, task, room, ink);
        } else {
            const bool late = index.column() == TaskModel::Left && task.isLate;
            if (late) {
                QFont strong = option.font;
                strong.setBold(true);
                painter->setFont(strong);
                painter->setPen(color(ColorRole::ErrorText, scheme));
            }
            const QString text = index.data().toString();
            painter->drawText(
                room, Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetrics(painter->font()).elidedText(text.left(200), Qt::ElideRight, room.width()));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ScheduledTask &task = taskOf(index);
        QFont small = option.font;
        small.setPointSizeF(type::secondary);
        const bool second = !secondLine(task).isEmpty();
        const int height =
            TextLines::pitch(option.font) + (second ? TextLines::pitch(small) : 0) + metrics::m;
        return {80, qMax(height, metrics::rowHeight)};
    }

private:
    static const ScheduledTask &taskOf(const QModelIndex &index)
    {
        return static_cast<const TaskModel *>(index.model())->at(index.row());
    }

    /// Why the day is another one, then the note.
    static QString secondLine(const ScheduledTask &task)
    {
        QStringList parts;
        if (!task.dayNote.isEmpty())
            parts << task.dayNote;
        if (!task.task.note.isEmpty())
            parts << task.task.note.simplified().left(400);
        return parts.join(QStringLiteral("　"));
    }

    static void paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool done)
    {
        QStyleOptionButton box;
        box.rect = QRect(0, 0, 16, 16);
        box.rect.moveCenter(option.rect.center());
        box.palette = option.palette;
        box.state = QStyle::State_Enabled | (done ? QStyle::State_On : QStyle::State_Off);
        const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
    }

    static void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const ScheduledTask &task,
                           const QRect &room, const QColor &ink)
    {
        QFont small = option.font;
        small.setPointSizeF(type::secondary);
        const QString second = secondLine(task);
        const int line = TextLines::pitch(option.font);
        const int smallLine = TextLines::pitch(small);
        int y = room.center().y() - (line + (second.isEmpty() ? 0 : smallLine)) / 2;
        painter->setPen(ink);
        painter->drawText(
            QRect(room.left(), y, room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(option.font)
                .elidedText(task.task.title.simplified().left(400), Qt::ElideRight, room.width()));
        if (second.isEmpty())
            return;
        y += line;
        painter->setFont(small);
        painter->setPen(color(ColorRole::SecondaryText, currentScheme(option.widget)));
        painter->drawText(QRect(room.left(), y, room.width(), smallLine), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(second, Qt::ElideRight, room.width()));
    }
};

} // namespace

TaskView::TaskView(QWidget *parent)
    : QTableView(parent)
{
    styleTable(this, new TaskDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("準備と確認の一覧"));
    setAccessibleDescription(tr("スペースキーで済みにします"));
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(30);
}

void TaskView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    const QFontMetrics measure = fontMetrics();
    setColumnWidth(TaskModel::Done, 40);
    setColumnWidth(TaskModel::Due, measure.horizontalAdvance(QStringLiteral("令和00年00月00日(金)")) + 20);
    setColumnWidth(TaskModel::Owner, measure.horizontalAdvance(QStringLiteral("担当者名前")) + 24);
    setColumnWidth(TaskModel::Left, measure.horizontalAdvance(QStringLiteral("100日遅れ")) + 24);
    horizontalHeader()->setSectionResizeMode(TaskModel::Title, QHeaderView::Stretch);
    connect(model, &QAbstractItemModel::modelReset, this, &TaskView::fitRows);
    connect(model, &QAbstractItemModel::dataChanged, this, &TaskView::fitRows);
}

void TaskView::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row) {
        const int height = itemDelegate()->sizeHint(option, model()->index(row, TaskModel::Title)).height();
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

// The list scrolls by itself: it takes the room that is left and asks for no more than a few rows.
QSize TaskView::sizeHint() const
{
    return {QTableView::sizeHint().width(), minimumHeight()};
}

void TaskView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (event->key() == Qt::Key_Insert)
        return Q_EMIT addRequested();
    if (row >= 0 && event->key() == Qt::Key_Space)
        return Q_EMIT toggleRequested(row);
    if (row >= 0 && event->key() == Qt::Key_Delete)
        return Q_EMIT removeRequested();
    QTableView::keyPressEvent(event);
}

void TaskView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && at.isValid() && at.column() == TaskModel::Done)
        Q_EMIT toggleRequested(at.row());
}

} // namespace tane
