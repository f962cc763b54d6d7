// Dragging lines within a list, and to other lists of its kind.
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/linerow.h"
#include "shell/widgets.h"

#include <QPainter>

namespace tane {

LineList *LineList::listAt(QPoint globalPos)
{
    const auto holds = [&](const LineList *list) {
        return list->isVisible() && list->rect().contains(list->mapFromGlobal(globalPos));
    };
    if (holds(this))
        return this;
    if (m_kind.isEmpty())
        return nullptr;
    const auto lists = window()->findChildren<LineList *>();
    for (LineList *list : lists) {
        if (list->m_kind == m_kind && list->m_callbacks.adopt && !list->m_readOnly && holds(list))
            return list;
    }
    return nullptr;
}

int LineList::gapAt(QPoint globalPos) const
{
    const int y = mapFromGlobal(globalPos).y();
    int gap = 0;
    for (const LineRow *row : m_rows) {
        if (row->id != 0 && y > row->geometry().center().y())
            ++gap;
    }
    return gap;
}

void LineList::setGap(int gap)
{
    if (m_gap == gap)
        return;
    m_gap = gap;
    update();
}

void LineList::endDrag()
{
    const auto lists = window()->findChildren<LineList *>();
    for (LineList *list : lists)
        list->setGap(-1);
}

void LineList::drag(LineRow *row, QPoint globalPos)
{
    if (row->id == 0)
        return;
    row->setDragged(true);
    LineList *target = listAt(globalPos);
    endDrag();
    if (target)
        target->setGap(target->gapAt(globalPos));
}

void LineList::drop(LineRow *row, QPoint globalPos)
{
    row->setDragged(false);
    endDrag();
    LineList *target = listAt(globalPos);
    if (!target || !row->field()->commit() || row->id == 0)
        return;
    const int gap = target->gapAt(globalPos);
    if (target != this) {
        if (accepted(row, call([&] { return target->m_callbacks.adopt(row->id, gap); })))
            takeRow(row, false); // the page's refresh shows it over there
        showWaiting();
        return;
    }
    const int from = storedBefore(indexOf(row));
    const int to = gap > from ? gap - 1 : gap;
    if (to != from)
        moveRow(row, to - from);
}

void LineList::paintEvent(QPaintEvent *)
{
    if (m_gap < 0)
        return;
    int y = 1;
    int stored = 0;
    for (const LineRow *row : m_rows) {
        if (row->id == 0)
            continue;
        if (stored == m_gap)
            break;
        y = row->geometry().bottom();
        ++stored;
    }
    QPainter painter(this);
    painter.fillRect(QRect(0, y - 1, width(), 2), color(ColorRole::Accent, currentScheme(this)));
}

} // namespace tane
