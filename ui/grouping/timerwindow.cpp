#include "grouping/timerwindow.h"

#include "grouping/timerpainter.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kTick = 200, kHideAfter = 5000; // ms

} // namespace

TimerWindow::TimerWindow(TimerContent content, Clock clock, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_content(std::move(content))
    , m_clock(clock ? std::move(clock) : [] { return QDateTime::currentDateTime(); })
{
    setWindowTitle(tr("会場のタイマー"));
    setAccessibleName(tr("会場のタイマー"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    resize(1024, 576);
    makeButtons();
    m_hiding.setSingleShot(true);
    m_hiding.setInterval(kHideAfter);
    connect(&m_hiding, &QTimer::timeout, this, [this] { m_buttons->hide(); });
    connect(&m_ticks, &QTimer::timeout, this, &TimerWindow::tick);
    m_ticks.start(kTick);
    startAt(0);
    showButtons();
}

void TimerWindow::makeButtons()
{
    m_buttons = new QWidget(this);
    m_buttons->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(metrics::m, metrics::s, metrics::m, metrics::s);
    row->setSpacing(metrics::s);
    const auto add = [this, row](const QString &text, const QString &name, auto action) {
        auto *button = new QToolButton(m_buttons);
        button->setText(text);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::NoFocus); // all keys are the window's
        button->setMinimumHeight(metrics::rowHeight);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    add(tr("← 前へ"), tr("前へ戻る"), [this] {
        m_content.session.back(now());
        changed();
    });
    m_pause = add({}, tr("一時停止・再開"), [this] { togglePause(); });
    m_pause->setObjectName(u"pause"_s);
    add(tr("→ 次へ"), tr("次へ進む"), [this] {
        m_content.session.skip(now());
        changed();
    });
    const auto addMinutes = [this](int minutes) {
        m_content.session.addMinutes(minutes, now());
        changed();
    };
    add(tr("↓ －1分"), tr("1分減らす"), [addMinutes] { addMinutes(-1); });
    add(tr("↑ ＋1分"), tr("1分増やす"), [addMinutes] { addMinutes(1); });
    add(tr("5 ＋5分"), tr("5分増やす"), [addMinutes] { addMinutes(5); });
    add(tr("P ポイント"), tr("考えるポイントを出す・隠す"), [this] {
        m_points = !m_points;
        update();
    });
    add(tr("L 一覧"), tr("時間割の一覧から選ぶ"), [this] { listParts(); });
    add(tr("D 明暗"), tr("背景の明暗を変える"),
        [this] { setScheme(m_scheme == Scheme::Dark ? Scheme::Light : Scheme::Dark); });
    add(tr("F 全画面"), tr("全画面と窓を切り替える"), [this] { toggleFullScreen(); });
    add(tr("Esc 閉じる"), tr("閉じる"), [this] { close(); });
}

void TimerWindow::startAt(int part)
{
    m_content.session.begin(part, now());
    m_content.session.pause(now());
    changed();
}

void TimerWindow::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    update();
}

bool TimerWindow::showsPoints() const
{
    const int part = m_content.session.current();
    return m_points && part >= 0 && m_content.guides.at(static_cast<std::size_t>(part)).has_value();
}

QString TimerWindow::stateText() const
{
    const SessionTimer &session = m_content.session;
    const int left = session.secondsLeft(now());
    if (left <= 0)
        return session.isRunning() || left < 0 ? tr("時間です（%1 超過）").arg(timerText(left))
                                               : tr("時間です");
    if (!session.isRunning())
        return left == session.seconds() ? tr("始める前（%1）").arg(timerText(left))
                                         : tr("一時停止中（残り %1）").arg(timerText(left));
    return session.phase(now()) == SessionTimer::Phase::Near
               ? tr("まもなく終わります（残り %1）").arg(timerText(left))
               : tr("残り %1").arg(timerText(left));
}

QString TimerWindow::stateWord() const
{
    const SessionTimer &session = m_content.session;
    const int left = session.secondsLeft(now());
    if (left <= 0)
        return tr("時間です");
    if (!session.isRunning())
        return left == session.seconds() ? tr("始める前です（Space で始めます）") : tr("一時停止中");
    return session.phase(now()) == SessionTimer::Phase::Near ? tr("まもなく終わります") : tr("残り時間");
}

void TimerWindow::tick()
{
    const SessionTimer &session = m_content.session;
    if (session.isRunning() && !m_ended && session.phase(now()) == SessionTimer::Phase::Over) {
        m_ended = true;
        if (m_sound)
            QApplication::beep();
        setAccessibleDescription(stateText());
        Q_EMIT partEnded();
    }
    update();
}

void TimerWindow::changed()
{
    const SessionTimer &session = m_content.session;
    m_ended = session.current() >= 0 && session.phase(now()) == SessionTimer::Phase::Over;
    if (m_pause != nullptr)
        m_pause->setText(session.isRunning() ? tr("Space 一時停止") : tr("Space 始める"));
    const SessionPart *part = session.part();
    setAccessibleDescription(part != nullptr ? QString(part->title + u' ' + stateText()) : QString());
    update();
}

void TimerWindow::togglePause()
{
    SessionTimer &session = m_content.session;
    if (session.isRunning())
        session.pause(now());
    else
        session.resume(now());
    changed();
}

void TimerWindow::toggleFullScreen()
{
    if (isFullScreen())
        showNormal();
    else
        showFullScreen();
}

void TimerWindow::listParts()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const SessionTimer &session = m_content.session;
    for (std::size_t i = 0; i < session.parts().size(); ++i) {
        const SessionPart &part = session.parts()[i];
        QAction *action = menu->addAction(part.planned.isValid()
                                              ? QString(part.planned.toString(u"H:mm"_s) + u' ' + part.title)
                                              : part.title);
        action->setCheckable(true);
        action->setChecked(static_cast<int>(i) == session.current());
        connect(action, &QAction::triggered, this, [this, i] {
            m_content.session.begin(static_cast<int>(i), now());
            changed();
        });
        if (static_cast<int>(i) == session.current())
            menu->setActiveAction(action);
    }
    menu->popup(mapToGlobal(QPoint(width() / 3, height() / 4)));
}

void TimerWindow::showButtons()
{
    placeButtons();
    m_buttons->show();
    m_hiding.start();
}

void TimerWindow::placeButtons()
{
    m_buttons->adjustSize();
    m_buttons->move((width() - m_buttons->width()) / 2, height() - m_buttons->height());
}

void TimerWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const SessionTimer &session = m_content.session;
    TimerView view;
    view.state = stateWord();
    view.workshop = m_content.workshop;
    view.now = now();
    view.scheme = m_scheme;
    if (showsPoints())
        view.guide = &*m_content.guides.at(static_cast<std::size_t>(session.current()));
    paintTimer(painter, rect(), session, view);
}

void TimerWindow::keyPressEvent(QKeyEvent *event)
{
    SessionTimer &session = m_content.session;
    switch (event->key()) {
    case Qt::Key_Space:
        return togglePause();
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        session.skip(now());
        return changed();
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        session.back(now());
        return changed();
    case Qt::Key_Up:
    case Qt::Key_Plus:
        session.addMinutes(1, now());
        return changed();
    case Qt::Key_Down:
    case Qt::Key_Minus:
        session.addMinutes(-1, now());
        return changed();
    case Qt::Key_5:
        session.addMinutes(5, now());
        return changed();
    case Qt::Key_P:
        m_points = !m_points;
        return update();
    case Qt::Key_L:
        return listParts();
    case Qt::Key_D:
        return setScheme(m_scheme == Scheme::Dark ? Scheme::Light : Scheme::Dark);
    case Qt::Key_F:
    case Qt::Key_F11:
        return toggleFullScreen();
    case Qt::Key_H:
    case Qt::Key_F1:
        return showsButtons() ? m_buttons->hide() : showButtons();
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimerWindow::mouseMoveEvent(QMouseEvent *event)
{
    showButtons();
    QWidget::mouseMoveEvent(event);
}

void TimerWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

} // namespace tane
