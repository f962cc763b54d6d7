#include "programme/timetabledelegate.h"

#include "programme/blocklook.h"
#include "programme/timetablemodel.h"
#include "shell/icons.h"
#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBar = 4; ///< width of the block's bar at the left

const Timetable::Row &rowOf(const QModelIndex &index)
{
    return static_cast<const TimetableModel *>(index.model())->at(index.row());
}

QFont secondary(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(type::secondary);
    return small;
}

QFont bold(const QFont &font)
{
    QFont strong = font;
    strong.setBold(true);
    return strong;
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

/// The content; and the lecturer, while there is no room for a column of lecturers.
QString secondLine(const TimetableRow &row, const QWidget *widget)
{
    const auto *view = qobject_cast<const QTableView *>(widget);
    const bool hidden = view != nullptr && view->isColumnHidden(TimetableModel::Lecturer);
    const QString lecturer = hidden ? oneLine(row.lecturer.left(100)) : QString();
    const QString content = oneLine(row.content.left(400));
    const bool both = !content.isEmpty() && !lecturer.isEmpty();
    return content + QString(both ? u"　"_s : QString()) + lecturer;
}

/// Some pages are as fond of a word as to write it thousands of times: only what can be seen is measured.
QString elided(const QFont &font, const QString &text, int width)
{
    return QFontMetrics(font).elidedText(text.left(400), Qt::ElideRight, width);
}

} // namespace

void TimetableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    const Scheme scheme = currentScheme(option.widget);
    const TimetableRow &row = rowOf(index).row;
    QRect room = paintRow(painter, option, index);
    const QColor text = color(ColorRole::Text, scheme);
    painter->setPen(text);
    painter->setFont(option.font);
    switch (index.column()) {
    case TimetableModel::Time: {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(kBar, option.rect.height() - 1)),
                          blockColor(row.block, scheme));
        room.setLeft(room.left() + kBar);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        break;
    }
    case TimetableModel::Block: {
        const QFont font = secondary(option.font);
        const QString label = blockShortTitle(row.block);
        const QFontMetrics measure(font);
        QRect chip(room.left() - 2, 0, measure.horizontalAdvance(label) + 14, measure.height() + 7);
        chip.setWidth(qMin(chip.width(), room.width() + 4));
        chip.moveTop(room.center().y() - chip.height() / 2);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(mixed(blockColor(row.block, scheme), color(ColorRole::Card, scheme), 0.5));
        painter->setBrush(blockBackground(row.block, scheme));
        painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->setFont(font);
        painter->setPen(text);
        painter->drawText(chip, Qt::AlignCenter, elided(font, label, chip.width() - 6));
        break;
    }
    case TimetableModel::Title:
        paintTitle(painter, option, index, room);
        break;
    default:
        painter->drawText(room, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                          elided(option.font, oneLine(index.data().toString()), room.width()));
    }
    // Which cell would be edited: keys go there.
    const bool focus = option.widget != nullptr && option.widget->hasFocus();
    if (focus && option.state.testFlag(QStyle::State_HasFocus) && index.column() != TimetableModel::Time) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(color(ColorRole::Accent, scheme));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    }
    painter->restore();
}

void TimetableDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, const QRect &room) const
{
    const Scheme scheme = currentScheme(option.widget);
    const Timetable::Row &row = rowOf(index);
    const QFont strong = bold(option.font);
    const QFont small = secondary(option.font);
    const int line = TextLines::pitch(option.font);
    const int smallLine = TextLines::pitch(small);
    const QString content = secondLine(row.row, option.widget);
    const int height = line + (content.isEmpty() ? 0 : smallLine) + (row.hint.isEmpty() ? 0 : smallLine);
    int y = room.center().y() - height / 2;

    QRect first(room.left(), y, room.width(), line);
    painter->setFont(strong);
    const QString mark = row.row.isTheme ? tr("テーマ") : QString();
    const int markWidth = mark.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(mark) + 18;
    const QString title = row.row.title.isEmpty() ? tr("（項目名なし）") : oneLine(row.row.title);
    const QString shown = elided(strong, title, first.width() - markWidth);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (!mark.isEmpty()) {
        first.setLeft(first.left() + QFontMetrics(strong).horizontalAdvance(shown) + metrics::s);
        painter->setFont(small);
        painter->setPen(color(ColorRole::Accent, scheme));
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, mark);
    }
    y += line;
    painter->setFont(small);
    if (!content.isEmpty()) {
        painter->setPen(color(ColorRole::SecondaryText, scheme));
        painter->drawText(QRect(room.left(), y, room.width(), smallLine), Qt::AlignLeft | Qt::AlignVCenter,
                          elided(small, content, room.width()));
        y += smallLine;
    }
    if (!row.hint.isEmpty()) {
        const QColor ink = color(ColorRole::HintText, scheme);
        const int side = smallLine - 5;
        paintSymbol(*painter, QRectF(room.left(), y + 2, side, side), Symbol::Info, ink);
        painter->setPen(ink);
        painter->drawText(
            QRect(room.left() + side + metrics::xs, y, room.width() - side - metrics::xs, smallLine),
            Qt::AlignLeft | Qt::AlignVCenter, elided(small, row.hint, room.width() - side - metrics::xs));
    }
}

QSize TimetableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Timetable::Row &row = rowOf(index);
    const int small = TextLines::pitch(secondary(option.font));
    int height = TextLines::pitch(option.font) + 14;
    height += secondLine(row.row, option.widget).isEmpty() ? 0 : small;
    height += row.hint.isEmpty() ? 0 : small;
    return {80, qMax(height, metrics::rowHeight)};
}

QWidget *TimetableDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                         const QModelIndex &index) const
{
    switch (index.column()) {
    case TimetableModel::Minutes: {
        auto *spin = new QSpinBox(parent);
        spin->setRange(0, 1440);
        spin->setSingleStep(5);
        spin->setAccessibleName(tr("時間（分）"));
        return spin;
    }
    case TimetableModel::Block: {
        auto *box = new QComboBox(parent);
        for (const TimetableRow::Block block : allBlocks())
            box->addItem(blockShortTitle(block), static_cast<int>(block));
        box->setAccessibleName(tr("区分"));
        // A choice is made with one click: it is saved at once, not when the box is left.
        connect(box, &QComboBox::activated, this, [this, box] {
            auto *self = const_cast<TimetableDelegate *>(this);
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }
    default: {
        auto *edit = new QLineEdit(parent);
        edit->setAccessibleName(index.column() == TimetableModel::Title ? tr("項目") : tr("講師"));
        return edit;
    }
    }
}

void TimetableDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *spin = qobject_cast<QSpinBox *>(editor))
        spin->setValue(value.toInt());
    else if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(value));
    else if (auto *edit = qobject_cast<QLineEdit *>(editor))
        edit->setText(value.toString());
}

void TimetableDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                     const QModelIndex &index) const
{
    if (auto *spin = qobject_cast<QSpinBox *>(editor)) {
        spin->interpretText();
        model->setData(index, spin->value());
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, box->currentData());
    } else if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text());
    }
}

void TimetableDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    QRect room = option.rect;
    const int height = qMin(room.height(), editor->sizeHint().height());
    editor->setGeometry(room.left(), room.center().y() - height / 2, room.width(), height);
}

} // namespace tane
