#include "grouping/timercard.h"

#include "shell/flowlayout.h"
#include "shell/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

const QString kPage = u"timer"_s;
constexpr int kOwnTime = -1;
constexpr int kUsualMinutes = 40; // of a theme

/// The screen that is not the officer's own: the projector.
QScreen *otherScreen(const QScreen *own)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens)
        if (screen != own)
            return screen;
    return nullptr;
}

} // namespace

TimerCard::TimerCard(PageContext &context, QWidget *parent)
    : Card(tr("会場のタイマー"), parent)
    , m_context(context)
{
    setObjectName(u"timer"_s);
    auto *text = new QLabel(this);
    text->setWordWrap(true);
    setParagraph(text,
                 tr("いまのテーマ、残り時間、次の予定をプロジェクターに大きく映します。時間の延長や一時停止は"
                    "キーでできます。"));
    body()->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    auto *label = new QLabel(tr("始めるところ"), this);
    m_from = new QComboBox(this);
    m_from->setObjectName(u"timerFrom"_s);
    m_from->setMinimumContentsLength(16);
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    label->setBuddy(m_from);
    m_minutesLabel = new QLabel(tr("時間"), this);
    m_minutes = new QSpinBox(this);
    m_minutes->setObjectName(u"timerMinutes"_s);
    m_minutes->setRange(1, 600);
    m_minutes->setSuffix(tr(" 分"));
    m_minutes->setValue(context.settings.choice(kPage, u"minutes"_s, QString::number(kUsualMinutes)).toInt());
    m_minutes->setAccessibleName(tr("タイマーの時間"));
    m_minutesLabel->setBuddy(m_minutes);
    m_sound = new QCheckBox(tr("終わりに音を鳴らす"), this);
    m_sound->setChecked(context.settings.choice(kPage, u"sound"_s) == "1"_L1);
    m_dark = new QCheckBox(tr("暗い背景"), this);
    m_dark->setChecked(context.settings.choice(kPage, u"dark"_s) == "1"_L1);
    m_open = new QPushButton(tr("タイマーを開く"), this);
    m_open->setObjectName(u"openTimer"_s);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{label, m_from, m_minutesLabel, m_minutes, m_sound, m_dark})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(m_open);
    body()->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, &TimerCard::open);
    connect(m_from, &QComboBox::currentIndexChanged, this, &TimerCard::showKind);
    connect(m_minutes, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_context.settings.setChoice(kPage, u"minutes"_s, QString::number(minutes));
    });
    connect(m_sound, &QCheckBox::toggled, this,
            [this](bool on) { m_context.settings.setChoice(kPage, u"sound"_s, on ? u"1"_s : u"0"_s); });
    connect(m_dark, &QCheckBox::toggled, this,
            [this](bool on) { m_context.settings.setChoice(kPage, u"dark"_s, on ? u"1"_s : u"0"_s); });
}

void TimerCard::setTimetable(const Timetable &timetable, const QString &workshop)
{
    m_timetable = timetable;
    m_workshop = workshop;
    const QSignalBlocker blocker(m_from);
    const int kept = m_from->count() > 0 ? m_from->currentIndex() : 0;
    m_from->clear();
    const SessionTimer session = SessionTimer::of(timetable);
    for (std::size_t i = 0; i < session.parts().size(); ++i) {
        const SessionPart &part = session.parts()[i];
        const QString title = part.planned.isValid()
                                  ? tr("%1 %2").arg(part.planned.toString(u"H:mm"_s), part.title)
                                  : part.title;
        m_from->addItem(title, static_cast<int>(i));
    }
    m_from->addItem(tr("時間割を使わない"), kOwnTime);
    m_from->setCurrentIndex(std::min(kept, m_from->count() - 1));
    showKind();
}

bool TimerCard::isFree() const
{
    return m_from->currentData().toInt() == kOwnTime;
}

void TimerCard::showKind()
{
    m_minutesLabel->setVisible(isFree());
    m_minutes->setVisible(isFree());
}

TimerWindow *TimerCard::open()
{
    TimerContent content;
    content.workshop = m_workshop;
    if (isFree()) {
        content.session = SessionTimer({{.title = tr("グループワーク"), .minutes = m_minutes->value()}});
        content.guides.resize(1);
    } else {
        content.session = SessionTimer::of(m_timetable);
        for (const SessionPart &part : content.session.parts())
            content.guides.push_back(themeOf(m_timetable, static_cast<std::size_t>(part.row)));
    }
    auto *window = new TimerWindow(std::move(content), m_clock, this->window());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setSound(m_sound->isChecked());
    window->setScheme(m_dark->isChecked() ? Scheme::Dark : Scheme::Light);
    if (!isFree())
        window->startAt(m_from->currentData().toInt());
    if (const QScreen *projector = otherScreen(screen()))
        window->setGeometry(projector->geometry());
    window->showFullScreen();
    window->activateWindow();
    return window;
}

} // namespace tane
