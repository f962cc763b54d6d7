#include "shell/navbar.h"

#include "shell/naventry.h"
#include "shell/widgets.h"

#include <QButtonGroup>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tane {

NavBar::NavBar(const QList<NavItem> &items, QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(metrics::navWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::m, 1, metrics::s);
    layout->setSpacing(0);

    m_box = new ProgrammeBox(this);
    auto *boxRow = new QVBoxLayout;
    boxRow->setContentsMargins(metrics::m, 0, metrics::m - 1, metrics::m);
    boxRow->addWidget(m_box);
    layout->addLayout(boxRow);

    m_group = new QButtonGroup(this);
    m_group->setExclusive(true);
    auto *list = new QWidget;
    auto *entries = new QVBoxLayout(list);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(0);
    addEntries(items, entries);
    entries->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
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

void NavBar::addEntries(const QList<NavItem> &items, QVBoxLayout *layout)
{
    QString section;
    for (const NavItem &item : items) {
        const qsizetype space = item.section.indexOf(u' ');
        const int number = item.section.left(space).toInt();
        const auto sameStep = [&](const NavItem &other) { return other.section == item.section; };
        const bool alone = number > 0 && std::ranges::count_if(items, sameStep) == 1;
        const bool firstStep = number > 0 && section.isEmpty();
        if (item.section != section && (firstStep || number == 0)) {
            QLabel *head = secondaryLabel(firstStep ? tr("研修プログラム") : item.section, this);
            head->setContentsMargins(metrics::l, metrics::s, 0, metrics::xs);
            layout->addWidget(head);
        }
        if (item.section != section && number > 0 && !alone) {
            auto *step = new NavStep(static_cast<Step>(number), item.section.mid(space + 1), this);
            // What scrolls gives its contents no more than their minimum.
            step->setMinimumSize(1, step->sizeHint().height());
            m_steps.insert(number, step);
            layout->addWidget(step);
        }
        section = item.section;
        auto *entry = new NavEntry(item.title, this);
        entry->setObjectName(item.id);
        entry->setCheckable(true);
        entry->setAccessibleName(item.title);
        entry->setAboveSteps(number == 0);
        if (alone) {
            entry->setStep(static_cast<Step>(number));
            m_stepEntries.insert(number, entry);
        }
        entry->setMinimumSize(1, entry->sizeHint().height());
        m_group->addButton(entry);
        m_entries.insert(item.id, entry);
        layout->addWidget(entry);
    }
}

void NavBar::setStepState(Step step, StepState state)
{
    if (NavStep *heading = m_steps.value(static_cast<int>(step)))
        heading->setState(state);
    if (NavEntry *entry = m_stepEntries.value(static_cast<int>(step)))
        entry->setState(state);
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
    m_scroll->ensureWidgetVisible(entry, 0, metrics::s);
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
