#include "parts/gridview.h"

#include "shell/widgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace tane {

namespace {

const GridColumn &columnOf(const QModelIndex &index)
{
    const auto *filter = qobject_cast<const GridFilter *>(index.model());
    const QAbstractItemModel *model = filter != nullptr ? filter->sourceModel() : index.model();
    return static_cast<const GridModel *>(model)->column(index.column());
}

} // namespace

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    // Which cell would be edited: keys go there.
    const bool focus = option.widget != nullptr && option.widget->hasFocus();
    if (!focus || !option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(color(ColorRole::Accent, currentScheme(option.widget)));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    painter->restore();
}

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const GridColumn &column = columnOf(index);
    if (!column.choices) {
        auto *edit = new QLineEdit(parent);
        edit->setProperty("compact", true);
        edit->setAccessibleName(column.title);
        if (column.number)
            edit->setAlignment(Qt::AlignRight);
        return edit;
    }
    auto *box = new QComboBox(parent);
    box->setEditable(column.free);
    for (const auto &[text, value] : column.choices())
        box->addItem(text, value);
    box->setAccessibleName(column.title);
    // A choice is made with one click: it is saved at once, not when the box is left.
    connect(box, &QComboBox::activated, this, [this, box] {
        auto *self = const_cast<GridDelegate *>(this);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void GridDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const int known = box->findData(value);
        box->setCurrentIndex(known);
        if (known < 0 && box->isEditable())
            box->setEditText(value.toString());
    } else if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        edit->setText(value.toString());
    }
}

void GridDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const int known = box->isEditable() ? box->findText(box->currentText()) : box->currentIndex();
        if (known >= 0)
            model->setData(index, box->itemData(known));
        else if (box->isEditable())
            model->setData(index, box->currentText().trimmed());
    } else if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text().trimmed());
    }
}

void GridDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    QRect room = option.rect;
    const int height = qMin(room.height(), editor->sizeHint().height());
    const int width = qobject_cast<QComboBox *>(editor) != nullptr
                          ? qMax(room.width(), editor->sizeHint().width())
                          : room.width();
    editor->setGeometry(room.left(), room.center().y() - height / 2, width, height);
}

GridView::GridView(const QString &name, GridModel *model, QWidget *parent)
    : QTableView(parent)
    , m_grid(model)
    , m_filter(new GridFilter(this))
{
    m_filter->setSourceModel(model);
    setModel(m_filter);
    styleTable(this, new GridDelegate(this));
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // as the page gave the rows, until a head is clicked
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    horizontalHeader()->setMinimumSectionSize(36);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &GridView::selectedChanged);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &GridView::selectedChanged);
}

qint64 GridView::currentId() const
{
    return currentIndex().isValid() ? currentIndex().data(GridModel::idRole).toLongLong() : 0;
}

std::vector<qint64> GridView::selectedIds() const
{
    std::vector<qint64> ids;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.push_back(row.data(GridModel::idRole).toLongLong());
    return ids;
}

bool GridView::select(qint64 id)
{
    const QModelIndex index = m_filter->mapFromSource(m_grid->index(m_grid->rowOf(id), 0));
    if (!index.isValid())
        return false;
    if (currentId() != id)
        setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void GridView::setLetters(int column, double letters)
{
    const double width = letters * fontMetrics().horizontalAdvance(u'国');
    setColumnWidth(column, static_cast<int>(width) + 2 * metrics::s);
}

// The table scrolls by itself: it takes the room that is left and asks for no more than a few rows.
QSize GridView::sizeHint() const
{
    return minimumSizeHint();
}

QSize GridView::minimumSizeHint() const
{
    return {200, 6 * metrics::rowHeight};
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState)
        return QTableView::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy))
        return copyRows();
    switch (event->key()) {
    case Qt::Key_Insert:
        return Q_EMIT addRequested();
    case Qt::Key_Delete:
        return Q_EMIT removeRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentIndex().isValid())
            return;
        // Enter edits, as F2 does: a view leaves that to the platform.
        if (!edit(currentIndex(), EditKeyPressed, event))
            Q_EMIT activated(currentIndex());
        return;
    default:
        return QTableView::keyPressEvent(event);
    }
}

void GridView::copyRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    QStringList heads;
    for (int column = 0; column < m_filter->columnCount(); ++column)
        if (!isColumnHidden(column))
            heads << m_filter->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().remove(u'\n');
    lines << heads.join(u'\t');
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < m_filter->columnCount(); ++column)
            if (!isColumnHidden(column))
                cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace tane
