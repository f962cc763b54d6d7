#include "shell/flowlayout.h"

#include <QWidget>

#include <algorithm>
#include <vector>

namespace tane {

FlowLayout::FlowLayout(int gap, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(gap);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
    invalidate(); // or what was added stays where it is while the height stays the same
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    invalidate();
    return m_items.takeAt(index);
}

int FlowLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    QSize hint;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        hint = {hint.width() + size.width() + (hint.isEmpty() ? 0 : spacing()),
                std::max(hint.height(), size.height())};
    }
    return hint;
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    int x = rect.x(), y = rect.y(), line = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> row;
    const auto finish = [&] {
        for (const auto &[item, box] : row) {
            if (apply) // in the middle of the line
                item->setGeometry(box.translated(0, (line - box.height()) / 2));
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({rect.width(), item->sizeHint().height()});
        if (!row.empty() && x + size.width() > rect.x() + rect.width()) {
            finish();
            x = rect.x();
            y += line + spacing();
            line = 0;
        }
        row.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    finish();
    return y + line - rect.y();
}

} // namespace tane
