#include "parts/recordpicker.h"

#include "base/textfold.h"
#include "shell/widgets.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kMostShown = 8;
}

RecordPicker::RecordPicker(const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    setClearButtonEnabled(true);
    // A window of its own would take the keyboard: this list leaves it with the line.
    m_list = new QListView(this);
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::Box);
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &RecordPicker::showMatches);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { take(index.data(Qt::UserRole).toLongLong()); });
}

void RecordPicker::setItems(const std::vector<Item> &items)
{
    m_items = items;
    m_folded.clear();
    if (m_list->isVisible())
        showMatches();
}

std::vector<qint64> RecordPicker::matches() const
{
    const QString wanted = foldName(text());
    std::vector<qint64> first, later;
    if (wanted.isEmpty())
        return first;
    if (m_folded.empty())
        for (const Item &item : m_items)
            m_folded.push_back(foldName(QString(item.text + u' ' + item.reading)));
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_folded[i].startsWith(wanted))
            first.push_back(m_items[i].id);
        else if (m_folded[i].contains(wanted))
            later.push_back(m_items[i].id);
    }
    first.insert(first.end(), later.begin(), later.end());
    return first;
}

void RecordPicker::showMatches()
{
    m_model->clear();
    const std::vector<qint64> found = matches();
    for (const qint64 id : found) {
        if (m_model->rowCount() == kMostShown)
            break;
        auto *item = new QStandardItem(std::ranges::find(m_items, id, &Item::id)->text);
        item->setData(id, Qt::UserRole);
        m_model->appendRow(item);
    }
    if (found.empty())
        return m_list->hide();
    m_list->setCurrentIndex(m_model->index(0, 0));
    const int height = m_model->rowCount() * m_list->sizeHintForRow(0) + 6;
    m_list->setGeometry(QRect(mapToGlobal(QPoint(0, this->height() + 2)), QSize(qMax(260, width()), height)));
    m_list->show();
}

void RecordPicker::take(qint64 id)
{
    m_list->hide();
    clear();
    Q_EMIT picked(id);
}

void RecordPicker::keyPressEvent(QKeyEvent *event)
{
    const int row = m_list->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!m_list->isVisible())
            return showMatches();
        const int next = row + (event->key() == Qt::Key_Down ? 1 : -1);
        m_list->setCurrentIndex(m_model->index(qBound(0, next, m_model->rowCount() - 1), 0));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->isVisible() && row >= 0)
            take(m_list->currentIndex().data(Qt::UserRole).toLongLong());
        else if (const std::vector<qint64> found = matches(); found.size() == 1)
            take(found.front());
        return;
    case Qt::Key_Escape:
        if (m_list->isVisible())
            return m_list->hide();
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void RecordPicker::focusOutEvent(QFocusEvent *event)
{
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace tane
