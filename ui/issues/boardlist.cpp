#include "issues/boardlist.h"

#include "shell/widgets.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBoard = Qt::UserRole, kCount = Qt::UserRole + 1;

/// Name at the left, count at the right.
class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {120, std::max(metrics::rowHeight, QFontMetrics(option.font).height() + 2 * metrics::s)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QWidget *view = option.widget;
        const Scheme scheme = currentScheme(view);
        const bool current = option.state & QStyle::State_Selected;
        const QRect area = option.rect;
        painter->save();
        if (current) {
            painter->fillRect(area, color(ColorRole::WeakAccent, scheme));
            painter->fillRect(QRect(area.topLeft(), QSize(3, area.height())),
                              color(ColorRole::Accent, scheme));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(color(ColorRole::Accent, scheme));
            painter->drawRect(area.adjusted(0, 0, -1, -1));
        }
        const QRect inside = area.adjusted(metrics::m, 0, -metrics::s, 0);
        const QString count = index.data(kCount).toString();
        painter->setFont(scaledFont(view, type::secondary));
        painter->setPen(color(ColorRole::SecondaryText, scheme));
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, count);
        const int used = painter->fontMetrics().horizontalAdvance(count) + metrics::s;
        painter->setFont(scaledFont(view, type::body, current));
        painter->setPen(color(ColorRole::Text, scheme));
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight, inside.width() - used));
        painter->restore();
    }
};

} // namespace

BoardList::BoardList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("模造紙の一覧"));
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr)
            Q_EMIT chosen(item->data(kBoard).toLongLong());
    });
}

void BoardList::setBoards(const std::vector<BoardSummary> &boards, qint64 chosenBoard)
{
    const QSignalBlocker blocker(this);
    while (count() > static_cast<int>(boards.size()))
        delete takeItem(count() - 1);
    for (int row = 0; row < static_cast<int>(boards.size()); ++row) {
        const BoardSummary &one = boards[static_cast<std::size_t>(row)];
        if (row == count())
            addItem(QString());
        QListWidgetItem *shown = item(row);
        const QString title = boardTitle(one.board);
        shown->setText(title);
        shown->setData(kBoard, one.board.id);
        shown->setData(kCount, tr("%1枚").arg(one.notes));
        QStringList about{title, tr("付箋%1枚").arg(one.notes)};
        if (one.clusters > 0)
            about << tr("見出し%1").arg(one.clusters);
        if (one.photos > 0)
            about << tr("写真%1枚").arg(one.photos);
        shown->setToolTip(about.join(u'、'));
        shown->setData(Qt::AccessibleTextRole, shown->toolTip());
        if (one.board.id == chosenBoard)
            setCurrentRow(row);
    }
}

qint64 BoardList::boardAt(int row) const
{
    const QListWidgetItem *found = item(row);
    return found ? found->data(kBoard).toLongLong() : 0;
}

int BoardList::rowOf(qint64 board) const
{
    for (int row = 0; row < count(); ++row)
        if (boardAt(row) == board)
            return row;
    return -1;
}

} // namespace tane
