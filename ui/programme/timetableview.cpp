#include "programme/timetableview.h"

#include "programme/timetabledelegate.h"
#include "programme/timetablemodel.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace tane {

TimetableView::TimetableView(QWidget *parent)
    : QTableView(parent)
{
    styleTable(this, new TimetableDelegate(this));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("時間割の行"));
    setAccessibleDescription(tr("Alt＋上下の矢印キーで並べ替え、Insertで追加、Ctrl＋Dで複製、Deleteで削除"));
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(40);
}

void TimetableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    const QFontMetrics measure = fontMetrics();
    const int figures = measure.horizontalAdvance(QStringLiteral("00:00–00:00"));
    const int blocks =
        QFontMetrics(scaledFont(this, type::secondary)).horizontalAdvance(QStringLiteral("Ⅲ グループワーク"));
    QHeaderView *head = horizontalHeader();
    setColumnWidth(TimetableModel::Time, figures + 26);
    setColumnWidth(TimetableModel::Minutes, measure.horizontalAdvance(QStringLiteral("000分")) + 24);
    setColumnWidth(TimetableModel::Block, blocks + 30);
    setColumnWidth(TimetableModel::Lecturer, 110);
    head->setSectionResizeMode(TimetableModel::Title, QHeaderView::Stretch);
    connect(model, &QAbstractItemModel::modelReset, this, &TimetableView::fitRows);
    connect(model, &QAbstractItemModel::dataChanged, this, &TimetableView::fitRows);
}

void TimetableView::setEditable(bool editable)
{
    m_editable = editable;
}

void TimetableView::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row) {
        const int height =
            itemDelegate()->sizeHint(option, model()->index(row, TimetableModel::Title)).height();
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

// The list scrolls by itself: it takes the room that is left and asks for no more than a few rows.
QSize TimetableView::sizeHint() const
{
    return {QTableView::sizeHint().width(), minimumHeight()};
}

void TimetableView::keyPressEvent(QKeyEvent *event)
{
    if (m_gap >= 0) {
        if (event->key() == Qt::Key_Escape)
            endDrag();
        return;
    }
    const int row = currentIndex().row();
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const int to = row + (event->key() == Qt::Key_Up ? -1 : 1);
        if (m_editable && row >= 0 && to >= 0 && to < model()->rowCount())
            Q_EMIT moveRequested(row, to);
        return;
    }
    if (m_editable && event->key() == Qt::Key_Insert)
        return Q_EMIT addRequested();
    if (m_editable && row >= 0 && event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        return Q_EMIT duplicateRequested();
    if (m_editable && row >= 0 && event->key() == Qt::Key_Delete)
        return Q_EMIT removeRequested();
    // Enter edits, as F2 does: a view leaves that to the platform.
    if (m_editable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        state() != EditingState) {
        edit(currentIndex(), EditKeyPressed, event);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TimetableView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton && m_editable ? indexAt(event->pos()).row() : -1;
    m_start = event->pos();
}

void TimetableView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0 || !event->buttons().testFlag(Qt::LeftButton))
        return QTableView::mouseMoveEvent(event);
    // Not the base class: it would select the row under the pointer.
    if (m_gap < 0 && (event->pos() - m_start).manhattanLength() < QApplication::startDragDistance())
        return;
    if (m_gap < 0) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrollTimer = startTimer(40);
    }
    drag(event->pos());
}

void TimetableView::drag(const QPoint &position)
{
    m_last = position;
    m_gap = gapAt(position.y());
    viewport()->update();
}

void TimetableView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrollTimer)
        return QTableView::timerEvent(event);
    const int edge = metrics::xl;
    const int step = m_last.y() < edge                          ? -metrics::m
                     : m_last.y() > viewport()->height() - edge ? metrics::m
                                                                : 0;
    if (step == 0)
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
    drag(m_last);
}

void TimetableView::mouseReleaseEvent(QMouseEvent *event)
{
    const int from = m_pressed;
    const int gap = m_gap;
    endDrag();
    QTableView::mouseReleaseEvent(event);
    if (gap < 0 || from < 0)
        return;
    const int to = gap > from ? gap - 1 : gap;
    if (to != from)
        Q_EMIT moveRequested(from, to);
}

void TimetableView::endDrag()
{
    if (m_scrollTimer != 0)
        killTimer(m_scrollTimer);
    m_scrollTimer = 0;
    m_pressed = -1;
    m_gap = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

int TimetableView::gapAt(int y) const
{
    const int rows = model()->rowCount();
    for (int row = 0; row < rows; ++row)
        if (y < rowViewportPosition(row) + rowHeight(row) / 2)
            return row;
    return rows;
}

int TimetableView::gapY(int gap) const
{
    const int rows = model()->rowCount();
    return gap < rows ? rowViewportPosition(gap) : rowViewportPosition(rows - 1) + rowHeight(rows - 1);
}

void TimetableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_gap < 0)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = color(ColorRole::Accent, currentScheme(this));
    const double y = qBound(1, gapY(m_gap) - 1, viewport()->height() - 2);
    painter.setPen(QPen(accent, 2));
    painter.drawLine(QPointF(8, y), QPointF(viewport()->width(), y));
    painter.setBrush(color(ColorRole::Card, currentScheme(this)));
    painter.drawEllipse(QPointF(5, y), 3.5, 3.5);
}

} // namespace tane
