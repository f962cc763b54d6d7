#include "shell/navbar.h"

#include "shell/columnscroll.h"
#include "shell/navaccessible.h"
#include "shell/naventry.h"
#include "shell/programmebox.h"
#include "shell/widgets.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tane {

namespace {

/// "4 実行": 4; a section that is no step: 0.
int stepNumber(const QString &section)
{
    return section.left(section.indexOf(u' ')).toInt();
}

} // namespace

NavBar::NavBar(const QList<NavItem> &items, QWidget *parent)
    : QWidget(parent)
{
    installNavAccessibility();
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
    m_list = new QVBoxLayout(list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    addEntries(items);
    m_list->addStretch(1);
    fold();
    m_scroll = new ColumnScroll(this);
    m_scroll->setContent(list);
    layout->addWidget(m_scroll, 1);
    m_state = secondaryLabel({}, this);
    m_state->setWordWrap(true);
    m_state->setContentsMargins(metrics::l, metrics::s, metrics::m,
                                0); // a row cut off above is not its first line
    layout->addWidget(m_state);
    updateState();

    m_reveal = new QTimer(this);
    m_reveal->setSingleShot(true);
    m_reveal->setInterval(0);
    connect(m_reveal, &QTimer::timeout, this, [this] {
        for (QPushButton *row : {m_toReveal, m_revealFirst}) {
            if (row)
                m_scroll->ensureWidgetVisible(row, 0, metrics::xs);
        }
    });

    // Clicked comes for the mouse, the space bar and the arrow keys, but not when setCurrent() follows the
    // window.
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        setCurrent(button->objectName());
        Q_EMIT pageChosen(button->objectName());
    });
}

void NavBar::addRow(QPushButton *row)
{
    // What scrolls gives its contents no more than their minimum.
    row->setMinimumSize(1, row->sizeHint().height());
    row->installEventFilter(this);
    m_rows << row;
    m_list->addWidget(row);
}

NavEntry *NavBar::addEntry(const NavItem &item, std::optional<Step> onlyOf)
{
    auto *entry = new NavEntry(item.title, this);
    entry->setObjectName(item.id);
    entry->setCheckable(true);
    entry->setAccessibleName(item.title);
    entry->setAboveSteps(stepNumber(item.section) == 0);
    if (onlyOf) {
        entry->setStep(*onlyOf);
        m_stepEntries.insert(static_cast<int>(*onlyOf), entry);
    }
    m_group->addButton(entry);
    m_entries.insert(item.id, entry);
    addRow(entry);
    return entry;
}

void NavBar::addPart(const QString &name, NavHead *head, bool open)
{
    m_parts.push_back({name, head, {}, open});
    addRow(head);
    connect(head, &NavHead::clicked, this,
            [this, index = m_parts.size() - 1] { toggle(m_parts[index], !m_parts[index].head->isOpen()); });
}

void NavBar::addEntries(const QList<NavItem> &items)
{
    QString section;
    bool anyStep = false;
    for (const NavItem &item : items) {
        const int number = stepNumber(item.section);
        const auto sameStep = [&](const NavItem &other) { return other.section == item.section; };
        const bool alone = number > 0 && std::ranges::count_if(items, sameStep) == 1;
        if (item.section != section) {
            if (number > 0 && !anyStep) {
                QLabel *head = secondaryLabel(tr("研修プログラム"), this);
                head->setContentsMargins(metrics::l, metrics::s, 0, metrics::xs);
                m_list->addWidget(head);
                anyStep = true;
            }
            if (number == 0 && !item.section.isEmpty()) {
                m_list->addSpacing(metrics::xs);
                addPart(item.section, new NavHead({}, item.section, this), true);
            } else if (number > 0 && !alone) {
                const QString title = item.section.mid(item.section.indexOf(u' ') + 1);
                addPart(QString::number(number), new NavHead(static_cast<Step>(number), title, this), false);
            }
        }
        section = item.section;
        NavEntry *entry =
            addEntry(item, alone ? std::optional(static_cast<Step>(number)) : std::optional<Step>());
        if (!alone && !section.isEmpty())
            m_parts.back().entries << entry;
    }
}

NavHead *NavBar::head(const QString &part) const
{
    const auto found = std::ranges::find(m_parts, part, &Part::name);
    return found == m_parts.end() ? nullptr : found->head;
}

NavBar::Part *NavBar::partOf(const QObject *row)
{
    const auto holds = [row](const Part &part) {
        return part.head == row ||
               std::ranges::any_of(part.entries, [row](const NavEntry *entry) { return entry == row; });
    };
    const auto found = std::ranges::find_if(m_parts, holds);
    return found == m_parts.end() ? nullptr : &*found;
}

bool NavBar::holdsCurrent(const Part &part) const
{
    return std::ranges::any_of(part.entries, [](const NavEntry *entry) { return entry->isChecked(); });
}

void NavBar::setOpenParts(const QStringList &parts)
{
    for (Part &part : m_parts)
        part.open = parts.contains(part.name);
    fold();
}

QStringList NavBar::openParts() const
{
    QStringList names;
    for (const Part &part : m_parts) {
        if (part.open)
            names << part.name;
    }
    return names;
}

void NavBar::toggle(Part &part, bool open)
{
    if (holdsCurrent(part) || part.open == open)
        return;
    part.open = open;
    fold();
    // As much of what was unfolded as there is room for, and its head in any case.
    if (open) {
        showSoon(part.entries.back());
        m_revealFirst = part.head;
    }
    Q_EMIT openPartsChanged(openParts());
}

// Puts what is shown in order with what is open.
void NavBar::fold()
{
    for (const Part &part : m_parts) {
        const bool current = holdsCurrent(part);
        part.head->setFoldable(!current);
        part.head->setOpen(current || part.open);
        for (NavEntry *entry : part.entries)
            entry->setVisible(current || part.open);
    }
}

// What the pages of a folded part say: their badge when it is one, for figures of different things make no
// sum; all of them in the tool tip.
void NavBar::sumUp(const Part &part)
{
    QStringList badges, said;
    for (const NavEntry *entry : part.entries) {
        if (entry->badge().isEmpty())
            continue;
        badges << entry->badge();
        said << QString(entry->text() + u' ' + entry->badge());
    }
    part.head->setBadge(badges.size() == 1 ? badges.first() : QString(), said.join(u'、'));
}

bool NavBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *row = qobject_cast<QPushButton *>(watched);
    if (row && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && pressed(row, key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

// The keys of a tree: up and down along what is visible, left to the head and to fold, right to unfold.
bool NavBar::pressed(QPushButton *row, int key)
{
    QList<QPushButton *> visible;
    for (QPushButton *each : std::as_const(m_rows)) {
        if (!each->isHidden())
            visible << each;
    }
    const qsizetype at = visible.indexOf(row);
    Part *part = partOf(row);
    const bool isHead = part && part->head == row;
    switch (key) {
    case Qt::Key_Up:
        goTo(visible.value(at - 1));
        return true;
    case Qt::Key_Down:
        goTo(visible.value(at + 1));
        return true;
    case Qt::Key_Home:
        goTo(visible.first());
        return true;
    case Qt::Key_End:
        goTo(visible.last());
        return true;
    case Qt::Key_Left:
        if (isHead)
            toggle(*part, false);
        else if (part)
            goTo(part->head);
        return true;
    case Qt::Key_Right:
        if (isHead && part->head->isOpen())
            goTo(part->entries.first());
        else if (isHead)
            toggle(*part, true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        row->click();
        return true;
    default:
        return false;
    }
}

// A page is shown as soon as the keys reach it; a head only takes the focus.
void NavBar::goTo(QPushButton *row)
{
    if (!row)
        return;
    row->setFocus(Qt::TabFocusReason);
    if (row->isCheckable() && !row->isChecked())
        row->click();
    else
        showSoon(row);
}

// The list is laid out anew only after this: what was unfolded has no place yet.
void NavBar::showSoon(QPushButton *row)
{
    m_toReveal = row;
    m_revealFirst = nullptr;
    m_reveal->start();
}

void NavBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (QPushButton *shown = m_entries.value(current()))
        showSoon(shown);
}

void NavBar::setStepState(Step step, StepState state)
{
    if (NavHead *head = this->head(QString::number(static_cast<int>(step))))
        head->setState(state);
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
    // Where the row with the focus is about to be folded away, the focus comes along.
    const QPushButton *focused = nullptr;
    for (const QPushButton *row : std::as_const(m_rows))
        focused = row->hasFocus() ? row : focused;
    entry->setChecked(true);
    fold();
    if (focused && focused->isHidden())
        entry->setFocus(Qt::OtherFocusReason);
    showSoon(entry);
}

QString NavBar::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->objectName() : QString();
}

void NavBar::setBadge(const QString &id, const QString &text)
{
    NavEntry *entry = m_entries.value(id);
    if (!entry)
        return;
    entry->setBadge(text);
    if (const Part *part = partOf(entry))
        sumUp(*part);
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
