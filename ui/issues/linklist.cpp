#include "issues/linklist.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kPadding = 6;
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    makePlain(this);
    setToolTip(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * kPadding, fontMetrics().height() + 10};
}

QSize LinkButton::minimumSizeHint() const
{
    return {48, fontMetrics().height() + 10};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString text = std::exchange(option.text, QString());
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(color(isEnabled() ? ColorRole::Accent : ColorRole::SecondaryText, currentScheme(this)));
    const QRect room = rect().adjusted(kPadding, 0, -kPadding, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text.simplified(), Qt::ElideRight, room.width()));
}

LinkList::LinkList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setAccessibleName(name);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void LinkList::setEmptyText(const QString &text)
{
    m_emptyText = text;
}

LinkButton *LinkList::buttonAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)].button
                                                             : nullptr;
}

QWidget *LinkList::removeAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)].remove
                                                             : nullptr;
}

void LinkList::setItems(const std::vector<Item> &items, bool writable)
{
    if (items == m_items && writable == m_writable && (m_none != nullptr || !items.empty()))
        return; // the row with the focus stays
    for (const Row &row : m_rows) {
        row.widget->hide();
        m_layout->removeWidget(row.widget);
        row.widget->deleteLater();
    }
    m_rows.clear();
    delete m_none;
    m_none = nullptr;
    m_items = items;
    m_writable = writable;
    for (const Item &item : m_items) {
        m_layout->addWidget(makeRow(item, writable));
        m_rows.back().widget->show();
    }
    if (m_items.empty()) {
        auto *none = secondaryLabel({}, this);
        setParagraph(none, m_emptyText);
        none->setWordWrap(true);
        m_layout->addWidget(none);
        m_none = none;
    }
}

QWidget *LinkList::makeRow(const Item &item, bool writable)
{
    Row row;
    row.widget = new QWidget(this);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::xs);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    row.button = new LinkButton(item.text, row.widget);
    row.button->setAccessibleName(item.note.isEmpty() ? item.text : tr("%1、%2").arg(item.text, item.note));
    row.button->setEnabled(!item.page.isEmpty());
    texts->addWidget(row.button);
    if (!item.note.isEmpty()) {
        auto *note = new ElidedLabel(item.note, row.widget);
        note->setProperty("tone", u"secondary"_s);
        note->setFont(scaledFont(note, type::secondary));
        note->setContentsMargins(kPadding, 0, 0, 2);
        texts->addWidget(note);
    }
    line->addLayout(texts, 1);
    connect(row.button, &QPushButton::clicked, this,
            [this, item] { Q_EMIT opened(item.page, item.table, item.id); });
    if (item.removes != 0 && writable) {
        auto *remove = new QToolButton(row.widget);
        remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
        remove->setIconSize({12, 12});
        remove->setAccessibleName(tr("「%1」を%2から外す").arg(item.text, m_name));
        remove->setToolTip(tr("外す"));
        makePlain(remove);
        line->addWidget(remove, 0, Qt::AlignTop);
        connect(remove, &QToolButton::clicked, this, [this, item] { Q_EMIT removed(item); });
        row.remove = remove;
    }
    m_rows.push_back(row);
    return row.widget;
}

} // namespace tane
