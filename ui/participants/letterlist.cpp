#include "participants/letterlist.h"

#include "shell/widgets.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kCode = Qt::UserRole, kState = Qt::UserRole + 1, kWants = Qt::UserRole + 2;

/// Name and state below each other; groups as small heads.
class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = QFontMetrics(option.font).height();
        const bool group = index.data(kCode).toString().isEmpty();
        return {120, group ? line + 2 * metrics::s : 2 * line + metrics::s + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QWidget *view = option.widget;
        const Scheme scheme = currentScheme(view);
        const bool group = index.data(kCode).toString().isEmpty();
        const QRect area = option.rect;
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(area, color(ColorRole::WeakAccent, scheme));
            painter->fillRect(QRect(area.topLeft(), QSize(3, area.height())),
                              color(ColorRole::Accent, scheme));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(color(ColorRole::Accent, scheme));
            painter->drawRect(area.adjusted(0, 0, -1, -1));
        }
        const QRect inside = area.adjusted(metrics::m, 4, -metrics::s, -4);
        const QString title = index.data(Qt::DisplayRole).toString();
        if (group) {
            painter->setFont(scaledFont(view, type::secondary));
            painter->setPen(color(ColorRole::SecondaryText, scheme));
            painter->drawText(inside, Qt::AlignLeft | Qt::AlignBottom, title);
        } else {
            const bool current = option.state & QStyle::State_Selected;
            const QRect upper(inside.topLeft(), QSize(inside.width(), inside.height() * 55 / 100));
            const QRect lower(upper.bottomLeft(), QPoint(inside.right(), inside.bottom()));
            painter->setFont(scaledFont(view, type::body, current));
            painter->setPen(color(ColorRole::Text, scheme));
            painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(title, Qt::ElideRight, upper.width()));
            painter->setFont(scaledFont(view, type::secondary));
            painter->setPen(
                color(index.data(kWants).toBool() ? ColorRole::HintText : ColorRole::SecondaryText, scheme));
            painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, index.data(kState).toString());
        }
        painter->restore();
    }
};

} // namespace

LetterList::LetterList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(false);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr)
            Q_EMIT codeChanged(item->data(kCode).toString());
    });
}

void LetterList::addGroup(const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setFlags(Qt::NoItemFlags);
}

void LetterList::addEntry(const Entry &entry)
{
    auto *item = new QListWidgetItem(entry.title, this);
    item->setData(kCode, entry.code);
    setState(entry.code, entry.state, entry.wants);
}

void LetterList::setState(const QString &code, const QString &state, bool wants)
{
    QListWidgetItem *item = find(code);
    if (item == nullptr)
        return;
    item->setData(kState, state);
    item->setData(kWants, wants);
    item->setData(Qt::AccessibleTextRole,
                  state.isEmpty() ? item->text() : tr("%1、%2").arg(item->text(), state));
    item->setToolTip(item->text());
}

QString LetterList::state(const QString &code) const
{
    const QListWidgetItem *item = find(code);
    return item == nullptr ? QString() : item->data(kState).toString();
}

QString LetterList::currentCode() const
{
    return currentItem() == nullptr ? QString() : currentItem()->data(kCode).toString();
}

void LetterList::setCurrentCode(const QString &code)
{
    if (QListWidgetItem *item = find(code))
        setCurrentItem(item);
}

QListWidgetItem *LetterList::find(const QString &code) const
{
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(kCode).toString() == code)
            return item(row);
    return nullptr;
}

} // namespace tane
