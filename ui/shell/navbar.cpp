#include "shell/navbar.h"

#include "shell/naventry.h"
#include "shell/widgets.h"

#include <QButtonGroup>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace tane {

NavBar::NavBar(const QList<NavItem> &items, QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(metrics::navWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::m, 1, metrics::m);
    layout->setSpacing(0);

    m_box = new ProgrammeBox(this);
    auto *boxRow = new QVBoxLayout;
    boxRow->setContentsMargins(metrics::m, 0, metrics::m - 1, metrics::m);
    boxRow->addWidget(m_box);
    layout->addLayout(boxRow);

    QLabel *head = secondaryLabel(tr("研修プログラム"), this);
    head->setContentsMargins(metrics::l, metrics::xs, 0, metrics::xs);
    layout->addWidget(head);

    m_group = new QButtonGroup(this);
    m_group->setExclusive(true);
    QString section;
    NavStep *step = nullptr;
    for (const NavItem &item : items) {
        if (!step || item.section != section) {
            if (step)
                layout->addSpacing(metrics::xs);
            section = item.section;
            step = new NavStep(section, this);
            layout->addWidget(step);
        }
        auto *entry = new NavEntry(item.title, this);
        entry->setObjectName(item.id);
        entry->setCheckable(true);
        entry->setAccessibleName(item.title);
        m_group->addButton(entry);
        m_entries.insert(item.id, entry);
        m_stepOf.insert(item.id, step);
        layout->addWidget(entry);
    }
    layout->addStretch(1);
    m_state = secondaryLabel({}, this);
    m_state->setWordWrap(true);
    m_state->setContentsMargins(metrics::l, 0, metrics::m, 0);
    layout->addWidget(m_state);
    updateState();

    // Clicked comes for the mouse, the space bar and the arrow keys, but not when setCurrent() follows the
    // window.
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        setCurrent(button->objectName());
        Q_EMIT pageChosen(button->objectName());
    });
}

void NavBar::setProgramme(const QString &title, const QString &subtitle)
{
    m_box->setTexts(title, subtitle);
}

void NavBar::setProgrammeMenu(QMenu *menu)
{
    m_box->setMenu(menu);
}

void NavBar::setCurrent(const QString &id)
{
    NavEntry *entry = m_entries.value(id);
    if (!entry)
        return;
    entry->setChecked(true);
    NavStep *current = m_stepOf.value(id);
    for (NavStep *step : std::as_const(m_stepOf))
        step->setCurrent(step == current);
}

QString NavBar::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->objectName() : QString();
}

void NavBar::setBadge(const QString &id, const QString &text)
{
    if (NavEntry *entry = m_entries.value(id))
        entry->setBadge(text);
}

QPushButton *NavBar::entry(const QString &id) const
{
    return m_entries.value(id);
}

QPushButton *NavBar::programmeBox() const
{
    return m_box;
}

void NavBar::setSaved(QTime time)
{
    m_saved = time;
    updateState();
}

void NavBar::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateState();
}

QString NavBar::stateText() const
{
    return m_state->text();
}

void NavBar::updateState()
{
    if (m_readOnly)
        m_state->setText(tr("読み取り専用で開いています"));
    else if (m_saved.isValid())
        m_state->setText(tr("保存済み  %1").arg(m_saved.toString(QStringLiteral("H:mm"))));
    else
        m_state->setText(tr("変更は自動で保存されます"));
}

void NavBar::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.fillRect(rect(), color(ColorRole::Card, scheme));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(ColorRole::Line, scheme));
}

} // namespace tane
