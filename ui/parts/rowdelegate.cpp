#include "parts/rowdelegate.h"

#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace tane {

QRect RowDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Scheme scheme = currentScheme(option.widget);
    const QVariant background = index.data(Qt::BackgroundRole);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, color(ColorRole::WeakAccent, scheme));
    else if (background.canConvert<QBrush>())
        painter->fillRect(option.rect, background.value<QBrush>());
    painter->setPen(color(ColorRole::Line, scheme));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    if (focused && option.state.testFlag(QStyle::State_Selected) && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          color(ColorRole::Accent, scheme));
    return option.rect.adjusted(metrics::s, 2, -metrics::s, -3);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect room = paintRow(painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant alignmentData = index.data(Qt::TextAlignmentRole);
    const auto alignment = alignmentData.isValid() ? Qt::Alignment(alignmentData.toInt())
                                                   : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QVariant font = index.data(Qt::FontRole);
    painter->setFont(font.canConvert<QFont>() ? font.value<QFont>() : option.font);
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setPen(ink.canConvert<QBrush>() ? ink.value<QBrush>().color()
                                             : color(ColorRole::Text, currentScheme(option.widget)));
    const int most = std::max(1, room.height() / TextLines::pitch(painter->font()));
    TextLines(text, painter->font(), room.width(), most).paint(*painter, room, alignment);
    painter->restore();
}

void styleTable(QTableView *table, QStyledItemDelegate *delegate)
{
    table->setItemDelegate(delegate);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(true);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void fitHeight(QTableView *table, int maximumRows)
{
    const int rows = std::min(table->model() ? table->model()->rowCount() : 0, maximumRows);
    int height = table->horizontalHeader()->isHidden() ? 0 : table->horizontalHeader()->sizeHint().height();
    for (int row = 0; row < rows; ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height + 4);
}

} // namespace tane
