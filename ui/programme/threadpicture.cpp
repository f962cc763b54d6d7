#include "programme/threadpicture.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kPadding = 8;
/// More lines than this between two columns would be a blot: then the line runs through the middle of the
/// cards.
constexpr std::size_t kMostLines = 36;

void curve(QPainterPath &path, QPointF from, QPointF to)
{
    const double half = (to.x() - from.x()) / 2;
    path.moveTo(from);
    path.cubicTo(from + QPointF(half, 0), to - QPointF(half, 0), to);
}

} // namespace

ThreadPicture::ThreadPicture(QWidget *parent)
    : QWidget(parent)
    , PaintedCards(this, this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("目標から評価までのつながりの図"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ThreadPicture::setThread(const EvidenceThread &thread, const QHash<qint64, QString> &groups)
{
    m_layout = ThreadLayout(thread, groups, font());
    m_hovered = {};
    if (m_layout.find(m_current) == nullptr)
        m_current = m_layout.nodes().empty() ? ThreadKey{} : m_layout.nodes().front().key;
    if (m_chosen != 0 && m_layout.find({0, m_chosen}) == nullptr)
        chooseGoal(0);
    setFixedSize(sizeHint());
    update();
}

QSize ThreadPicture::sizeHint() const
{
    return (m_layout.size() * m_zoom).toSize();
}

void ThreadPicture::chooseGoal(qint64 goal)
{
    if (goal == m_chosen)
        return;
    m_chosen = goal;
    update();
    Q_EMIT chosenChanged(goal);
}

void ThreadPicture::setCurrent(ThreadKey key)
{
    if (m_layout.find(key) == nullptr)
        return;
    m_current = key;
    update();
    Q_EMIT seeRequested(boxOf(key));
    announceCurrent();
}

void ThreadPicture::activate(ThreadKey key)
{
    if (key.isNull())
        return chooseGoal(0);
    if (key.isGoal())
        return chooseGoal(key.id == m_chosen ? 0 : key.id);
    if (m_chosen != 0 && m_editable)
        Q_EMIT linkRequested(m_chosen, ThreadLayout::kindOf(key.column), key.id,
                             !m_layout.isLinked(m_chosen, key));
}

void ThreadPicture::setZoom(double zoom)
{
    const double wanted = qBound(0.4, zoom, 2.0);
    if (wanted == m_zoom)
        return;
    m_zoom = wanted;
    setFixedSize(sizeHint());
    update();
    Q_EMIT zoomChanged(wanted);
}

QRect ThreadPicture::boxOf(ThreadKey key) const
{
    const ThreadNode *node = m_layout.find(key);
    if (node == nullptr)
        return {};
    return QRectF(node->box.topLeft() * m_zoom, node->box.size() * m_zoom).toAlignedRect();
}

QString ThreadPicture::spoken(const ThreadNode &node) const
{
    QStringList parts{ThreadLayout::columnTitle(node.key.column), node.label};
    for (const QString &more : {node.detail, node.warning}) {
        if (!more.isEmpty())
            parts << more;
    }
    if (node.key.isGoal() && node.key.id == m_chosen)
        parts << tr("選んでいます");
    else if (m_chosen != 0 && m_layout.isLinked(m_chosen, node.key))
        parts << tr("選んだ目標につながっています");
    return parts.join(u"。"_s);
}

const ThreadNode &ThreadPicture::node(int index) const
{
    return m_layout.nodes().at(static_cast<std::size_t>(index));
}

int ThreadPicture::indexOf(ThreadKey key) const
{
    const auto found = std::ranges::find(m_layout.nodes(), key, &ThreadNode::key);
    return found == m_layout.nodes().end() ? -1 : static_cast<int>(found - m_layout.nodes().begin());
}

int ThreadPicture::cardCount() const
{
    return static_cast<int>(m_layout.nodes().size());
}

int ThreadPicture::currentCard() const
{
    return indexOf(m_current);
}

int ThreadPicture::cardNear(QPoint point) const
{
    const ThreadNode *found = m_layout.at(toPicture(point));
    return found != nullptr ? indexOf(found->key) : -1;
}

QRect ThreadPicture::cardBox(int index) const
{
    return boxOf(node(index).key);
}

QString ThreadPicture::spokenCard(int index) const
{
    return spoken(node(index));
}

std::optional<bool> ThreadPicture::isCardTicked(int index) const
{
    const ThreadKey key = node(index).key;
    return key.isGoal() ? key.id == m_chosen : m_chosen != 0 && m_layout.isLinked(m_chosen, key);
}

void ThreadPicture::pressCard(int index)
{
    activate(ThreadKey(node(index).key)); // a copy: the layout may be made anew meanwhile
}

/// With a goal chosen its thread is lit; under the pointer the threads that run through that card are.
bool ThreadPicture::isLit(const ThreadNode &node) const
{
    if (m_chosen != 0)
        return node.key == ThreadKey{0, m_chosen} || m_layout.isLinked(m_chosen, node.key);
    return true;
}

void ThreadPicture::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_zoom, m_zoom);
    const QRectF visible(QPointF(event->rect().topLeft()) / m_zoom, QSizeF(event->rect().size()) / m_zoom);
    paintLinks(painter);
    for (const ThreadNode &node : m_layout.nodes()) {
        if (node.box.adjusted(-6, -6, 6, 6).intersects(visible))
            paintNode(painter, node);
    }
    if (const QRectF pinned = pinnedBox(); !pinned.isEmpty()) {
        const ThreadNode *goal = m_layout.find({0, m_chosen});
        painter.fillRect(pinned.adjusted(-2, -4, 2, 6), color(ColorRole::Window, currentScheme(this)));
        painter.save();
        painter.translate(pinned.topLeft() - QPointF(goal->box.topLeft()));
        paintNode(painter, *goal);
        painter.restore();
    }
    paintHead(painter);
}

/// While the chosen goal is scrolled away it stands below the heads, so that what is joined to what stays in
/// sight. Empty when it is seen where it is.
QRectF ThreadPicture::pinnedBox() const
{
    const ThreadNode *goal = m_chosen != 0 ? m_layout.find({0, m_chosen}) : nullptr;
    const QRectF seen(visibleRegion().boundingRect());
    if (goal == nullptr || seen.isEmpty())
        return {};
    const double top = seen.top() / m_zoom + ThreadLayout::headHeight;
    const QRectF box(goal->box);
    if (box.bottom() > top && box.top() < seen.bottom() / m_zoom)
        return {};
    return {box.left(), top, box.width(), box.height()};
}

void ThreadPicture::paintLinks(QPainter &painter) const
{
    const Scheme scheme = currentScheme(this);
    const QColor faint =
        mixed(color(ColorRole::SecondaryText, scheme), color(ColorRole::Window, scheme), 0.45);
    const std::vector<qint64> lit = m_chosen != 0         ? std::vector<qint64>{m_chosen}
                                    : !m_hovered.isNull() ? m_layout.goalsOf(m_hovered)
                                                          : std::vector<qint64>{};
    if (m_chosen == 0) {
        painter.setPen(QPen(faint, 1.2));
        for (const qint64 goal : m_layout.goals())
            paintThread(painter, goal);
    }
    painter.setPen(QPen(color(ColorRole::Accent, scheme), 2.2));
    for (const qint64 goal : lit)
        paintThread(painter, goal);
}

/// From the goal through its cards of the next column that has any, and so on: one thread from left to right.
void ThreadPicture::paintThread(QPainter &painter, qint64 goal) const
{
    const auto columns = m_layout.threadOf(goal);
    const std::vector<const ThreadNode *> *before = nullptr;
    QPainterPath path;
    for (const auto &nodes : columns) {
        if (nodes.empty())
            continue;
        if (before != nullptr) {
            const bool many = before->size() * nodes.size() > kMostLines;
            for (const ThreadNode *from : *before) {
                if (many && from != before->front())
                    continue;
                for (const ThreadNode *to : nodes)
                    curve(path, {from->box.right(), from->box.center().y()},
                          {to->box.left(), to->box.center().y()});
            }
        }
        before = &nodes;
    }
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void ThreadPicture::paintNode(QPainter &painter, const ThreadNode &node) const
{
    const Scheme scheme = currentScheme(this);
    const bool chosen = node.key.isGoal() && node.key.id == m_chosen;
    const bool linked = m_chosen != 0 && !chosen && isLit(node);
    const bool joins = m_chosen != 0 && m_editable && !node.key.isGoal();
    const bool stands = m_chosen == 0 || isLit(node) || joins;
    const QColor accent = color(ColorRole::Accent, scheme);
    const QColor card = color(ColorRole::Card, scheme);
    QColor frame = color(ColorRole::Line, scheme);
    if (chosen || linked)
        frame = accent;
    else if (node.key == m_hovered)
        frame = mixed(accent, frame, joins ? 0.9 : 0.5);
    else if (joins)
        frame = mixed(accent, frame, 0.4);
    painter.setPen(QPen(frame, chosen || linked ? 1.6 : 1));
    painter.setBrush(chosen || linked ? color(ColorRole::WeakAccent, scheme) : card);
    painter.drawRoundedRect(node.box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (chosen) // not by colour alone
        painter.fillRect(QRectF(node.box.left() + 1, node.box.top() + 6, 4, node.box.height() - 12), accent);

    // With a goal chosen the other goals stand back. Cards that can be joined to it must not look disabled.
    const auto ink = [&](ColorRole role) {
        return stands ? color(role, scheme) : mixed(color(role, scheme), card, 0.62);
    };
    QRect room = node.box.adjusted(kPadding, kPadding, -kPadding, -kPadding).toRect();
    const std::array inks{ink(ColorRole::Text), ink(ColorRole::SecondaryText), ink(ColorRole::HintText)};
    for (std::size_t i = 0; i < node.lines.size(); ++i) {
        painter.setPen(inks.at(i));
        node.lines[i].paint(painter, room, Qt::AlignLeft | Qt::AlignTop);
        room.setTop(room.top() + node.lines[i].height());
    }
    if (linked) { // a badge on the corner, where no text is
        const QRectF badge(node.box.right() - 8, node.box.top() - 5, 13, 13);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawEllipse(badge);
        paintSymbol(painter, badge.adjusted(2.5, 2.5, -2.5, -2.5), Symbol::Check,
                    color(ColorRole::AccentText, scheme));
    }
    if (node.key == m_current && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 2, Qt::DashLine));
        painter.drawRoundedRect(node.box.adjusted(-2.5, -2.5, 2.5, 2.5), 8, 8);
    }
}

/// Stays on top while the picture is scrolled.
void ThreadPicture::paintHead(QPainter &painter) const
{
    const Scheme scheme = currentScheme(this);
    const double top = std::max(0.0, visibleRegion().boundingRect().top() / m_zoom);
    const QRectF band(0, top, m_layout.size().width(), ThreadLayout::headHeight - 6);
    painter.fillRect(band, color(ColorRole::Window, scheme));
    painter.setFont(scaledFont(this, type::body, true));
    std::array<int, ThreadLayout::columnCount> counts{};
    for (const ThreadNode &node : m_layout.nodes())
        ++counts.at(static_cast<std::size_t>(node.key.column));
    for (int column = 0; column < ThreadLayout::columnCount; ++column) {
        const QRectF room(ThreadLayout::columnLeft(column) + 2, top, ThreadLayout::columnWidth,
                          band.height());
        painter.setFont(scaledFont(this, type::body, true));
        painter.setPen(color(ColorRole::Text, scheme));
        const QString title = ThreadLayout::columnTitle(column);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, title);
        const int used = painter.fontMetrics().horizontalAdvance(title) + metrics::s;
        painter.setFont(scaledFont(this, type::secondary));
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        painter.drawText(room.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(counts.at(static_cast<std::size_t>(column))));
    }
}

void ThreadPicture::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (pinnedBox().contains(toPicture(event->position())))
        return setCurrent({0, m_chosen}); // back to where it is
    const ThreadNode *node = m_layout.at(toPicture(event->position()));
    if (node == nullptr)
        return chooseGoal(0);
    const ThreadKey key = node->key;
    m_current = key;
    update();
    activate(key);
}

void ThreadPicture::mouseMoveEvent(QMouseEvent *event)
{
    const ThreadNode *node = m_layout.at(toPicture(event->position()));
    const ThreadKey key = node != nullptr ? node->key : ThreadKey{};
    if (key == m_hovered)
        return;
    m_hovered = key;
    const bool acts = node != nullptr && (key.isGoal() || (m_chosen != 0 && m_editable));
    setCursor(acts ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ThreadPicture::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void ThreadPicture::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return setCurrent(m_layout.next(m_current, static_cast<Qt::Key>(event->key())));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_current);
    case Qt::Key_Escape:
        if (m_chosen != 0)
            return chooseGoal(0);
        break;
    case Qt::Key_Plus:
        return setZoom(m_zoom * 1.15);
    case Qt::Key_Minus:
        return setZoom(m_zoom / 1.15);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ThreadPicture::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setCurrent(m_current);
}

void ThreadPicture::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore(); // scrolling is the area's
    setZoom(m_zoom * std::pow(1.15, event->angleDelta().y() / 120.0));
    event->accept();
}

bool ThreadPicture::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const ThreadNode *node = m_layout.at(toPicture(help->pos()))) {
            const QString text = node->detail.isEmpty() ? node->label : node->label + u'\n' + node->detail;
            QToolTip::showText(help->globalPos(), text.left(1000), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace tane
