#include "shell/editors/linerow.h"

#include "shell/editors/growingedit.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kHandleWidth = 18;
constexpr int kFlashMilliseconds = 1600;
} // namespace

LineHandle::LineHandle(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMovable(true);
}

void LineHandle::setMark(const QString &mark)
{
    m_mark = mark;
    updateGeometry();
    update();
}

void LineHandle::setMovable(bool movable)
{
    m_movable = movable;
    setCursor(movable ? Qt::OpenHandCursor : Qt::ArrowCursor);
    setToolTip(movable ? tr("つかんで動かせます（Alt+↑・Alt+↓でも並べ替えられます）") : QString());
}

QSize LineHandle::sizeHint() const
{
    const int mark = m_mark.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_mark) + 6;
    return {qMax(kHandleWidth, mark), 24};
}

void LineHandle::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = fontMetrics().height() * 0.5 + 5; // of the first line of text
    if (m_movable && (underMouse() || m_dragging)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::SecondaryText, scheme));
        for (int row = -1; row <= 1; ++row)
            for (int column = 0; column < 2; ++column)
                painter.drawEllipse(QPointF(width() / 2.0 - 2 + column * 4, middle + row * 4), 1.2, 1.2);
        return;
    }
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    if (m_mark.isEmpty()) {
        painter.setBrush(color(ColorRole::SecondaryText, scheme));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(width() / 2.0, middle), 1.8, 1.8);
    } else {
        const int height = fontMetrics().height() + 4;
        painter.drawText(QRectF(0, middle - height / 2.0, width(), height), Qt::AlignCenter, m_mark);
    }
}

void LineHandle::enterEvent(QEnterEvent *)
{
    update();
}

void LineHandle::leaveEvent(QEvent *)
{
    update();
}

void LineHandle::mousePressEvent(QMouseEvent *event)
{
    if (!m_movable || event->button() != Qt::LeftButton)
        return;
    m_pressed = event->globalPosition().toPoint();
    event->accept();
}

void LineHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_movable || !event->buttons().testFlag(Qt::LeftButton) || m_pressed.isNull())
        return;
    const QPoint here = event->globalPosition().toPoint();
    if (!m_dragging && (here - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragging) {
        m_dragging = true;
        grabKeyboard(); // Escape lets go
    }
    Q_EMIT dragged(here);
}

void LineHandle::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = {};
    if (!m_dragging)
        return;
    m_dragging = false;
    releaseKeyboard();
    update();
    Q_EMIT dropped(event->globalPosition().toPoint());
}

void LineHandle::keyPressEvent(QKeyEvent *event)
{
    if (m_dragging && event->key() == Qt::Key_Escape) {
        m_dragging = false;
        m_pressed = {};
        releaseKeyboard();
        update();
        Q_EMIT cancelled();
        return;
    }
    QWidget::keyPressEvent(event);
}

LineRow::LineRow(LineList *list, const LineList::Line &line)
    : QWidget(list)
    , m_list(list)
{
    setAttribute(Qt::WA_Hover);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_handle = new LineHandle(this);
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(0);
    m_field = new SavedText(
        {}, [this](const QString &text) { return m_list->store(this, text); }, this);
    m_field->setSavesEmptyWhileTyping(false);
    m_field->edit()->setFlat(true);
    m_field->edit()->setSplitsPastes(true);
    m_field->edit()->installEventFilter(this);
    m_note = secondaryLabel({}, this);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(5, 0, 0, metrics::xs);
    texts->addWidget(m_field);
    texts->addWidget(m_note);
    m_remove = new QToolButton(this);
    m_remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    m_remove->setIconSize({10, 10});
    m_remove->setFocusPolicy(Qt::NoFocus); // Backspace does it by keyboard
    makePlain(m_remove);
    QSizePolicy policy = m_remove->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_remove->setSizePolicy(policy);
    layout->addWidget(m_handle);
    layout->addLayout(texts, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTop);
    showRemove(false);
    setLine(line);
}

GrowingEdit *LineRow::edit() const
{
    return m_field->edit();
}

void LineRow::setLine(const LineList::Line &line)
{
    id = line.id;
    m_field->setValue(line.text);
    setParagraph(m_note, line.note);
    m_note->setVisible(!line.note.isEmpty());
}

void LineRow::setName(const QString &name)
{
    edit()->setAccessibleName(name);
    m_remove->setAccessibleName(LineList::tr("%1を削除").arg(name));
    m_remove->setToolTip(LineList::tr("この行を削除"));
}

void LineRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_field->setReadOnly(readOnly);
    m_handle->setMovable(!readOnly && id != 0);
}

void LineRow::setDragged(bool dragged)
{
    m_dragged = dragged;
    update();
}

void LineRow::flash()
{
    m_flashing = true;
    update();
    QTimer::singleShot(kFlashMilliseconds, this, [this] {
        m_flashing = false;
        update();
    });
}

void LineRow::showRemove(bool visible)
{
    m_remove->setVisible(visible && !m_readOnly);
}

bool LineRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (!m_readOnly && m_list->rowKey(this, static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusIn:
        showRemove(true);
        Q_EMIT m_list->currentLineChanged(id);
        break;
    case QEvent::FocusOut:
        showRemove(underMouse());
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            // Later: the field saves first, and what takes the focus gets it.
            QMetaObject::invokeMethod(
                m_list,
                [list = m_list, row = QPointer<LineRow>(this)] {
                    if (row)
                        list->rowLeft(row);
                },
                Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void LineRow::paintEvent(QPaintEvent *)
{
    if (!m_dragged && !m_flashing)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::WeakAccent, currentScheme(this)));
    painter.drawRoundedRect(rect(), 4, 4);
}

void LineRow::enterEvent(QEnterEvent *)
{
    showRemove(true);
}

void LineRow::leaveEvent(QEvent *)
{
    showRemove(edit()->hasFocus());
}

} // namespace tane
