#include "programme/steppage.h"

#include "printing/showsheet.h"
#include "programme/programme.h"
#include "shell/editors/refused.h"
#include "shell/editors/savedfield.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHideEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

StepPage::StepPage(const QString &title, About about, PageContext &pageContext, QWidget *parent)
    : ScrollPage(title, pageContext, parent)
    , m_about(about)
{
    makeEmptyStates();
    if (about == About::Workshop)
        makePicker();
    // Saving is seen at once, not when the event loop comes round to it.
    m_follow = connect(&pageContext.document, &Document::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

// A field saves itself when it loses the focus: that is to happen while there still is a page it can report
// to, and the page must not be filled any more.
StepPage::~StepPage()
{
    disconnect(m_follow);
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
}

void StepPage::makeEmptyStates()
{
    m_noProgramme =
        new EmptyState(tr("研修プログラムがまだありません"),
                       tr("研修プログラムを一つ作ると、企画・時間割・準備・評価をここで進められます。"),
                       tr("ホームを開く"), this);
    m_noWorkshop = new EmptyState(tr("研修会がまだありません"),
                                  tr("研修会を一つ加えると、日時・会場や時間割、準備の期限を決められます。"),
                                  tr("研修会を加える"), this);
    m_noWorkshop->button()->setObjectName(u"addFirstWorkshop"_s);
    for (EmptyState *state : {m_noProgramme, m_noWorkshop}) {
        state->hide();
        column()->addWidget(state, 1);
    }
    connect(m_noProgramme->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"home"_s); });
    connect(m_noWorkshop->button(), &QPushButton::clicked, this, &StepPage::addWorkshop);
}

void StepPage::makePicker()
{
    m_picker = new QComboBox(this);
    m_picker->setObjectName(u"workshops"_s);
    m_picker->setAccessibleName(tr("研修会を選ぶ"));
    m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_picker->setMinimumContentsLength(12);
    m_picker->setMaximumWidth(260);
    addHeaderAction(m_picker);
    connect(m_picker, &QComboBox::activated, this,
            [this](int index) { chooseWorkshop(m_picker->itemData(index).toLongLong()); });
}

void StepPage::refresh()
{
    const bool same = programme() == m_shownProgramme && workshop() == m_shownWorkshop;
    if (!m_stale && same)
        return;
    m_stale = false;
    QString refused;
    if (!same) { // refused, or typed this moment: it belongs to what was shown before
        refused = refusedEntries(this);
        for (SavedField *field : findChildren<SavedField *>())
            field->revert();
    }
    load();
    if (!refused.isEmpty())
        showError({.code = ErrorCode::Usage, .message = refused});
    m_shownProgramme = programme();
    m_shownWorkshop = workshop();
}

/// What was refused stays in its field; whoever goes on to another page is told that it is not stored.
void StepPage::hideEvent(QHideEvent *event)
{
    ScrollPage::hideEvent(event);
    if (event->spontaneous())
        return;
    if (const QString refused = refusedEntries(this); !refused.isEmpty())
        Q_EMIT notice({Notice::Kind::Error, refused});
}

void StepPage::load()
{
    if (programme() == 0)
        return showInstead(m_noProgramme);
    if (m_about == About::Workshop) {
        if (!findWorkshop())
            return;
        fillPicker();
        if (workshop() == 0)
            return showInstead(m_noWorkshop);
    }
    showInstead(nullptr);
    if (m_picker != nullptr)
        m_picker->setVisible(m_workshops.size() > 1); // with a single one there is nothing to choose
    fill();
}

/// The workshop of the window, when it belongs to the programme; else the programme's first.
bool StepPage::findWorkshop()
{
    auto found = WorkshopRepository(document()).of(programme());
    if (!found) {
        showError(found.error());
        return false;
    }
    m_workshops = std::move(*found);
    if (std::ranges::find(m_workshops, workshop(), &Workshop::id) != m_workshops.end())
        return true;
    const qint64 first = m_workshops.empty() ? 0 : m_workshops.front().id;
    if (first != workshop()) { // none before and none now is no change
        context().workshop = first;
        Q_EMIT workshopChanged(first);
    }
    return true;
}

void StepPage::fillPicker()
{
    const QSignalBlocker blocker(m_picker);
    m_picker->clear();
    for (const Workshop &each : m_workshops)
        m_picker->addItem(workshopName(each), each.id);
    m_picker->setCurrentIndex(m_picker->findData(workshop()));
    m_picker->setToolTip(m_picker->currentText());
}

void StepPage::addWorkshop()
{
    Workshop added;
    added.programme = programme();
    added.title = tr("第%1回 研修会").arg(m_workshops.size() + 1);
    const auto id = WorkshopRepository(document()).save(added);
    if (report(id))
        chooseWorkshop(*id);
}

void StepPage::chooseWorkshop(qint64 id)
{
    SavedField::commitAll(this);
    context().workshop = id;
    Q_EMIT workshopChanged(id);
    refresh();
}

void StepPage::showInstead(EmptyState *state)
{
    for (EmptyState *each : {m_noProgramme, m_noWorkshop})
        each->setVisible(each == state);
    m_noWorkshop->button()->setEnabled(isWritable());
    scrollArea()->setVisible(state == nullptr);
    for (QWidget *action : std::as_const(m_headerActions))
        action->setVisible(state == nullptr);
    if (state != nullptr)
        header()->setContext({});
}

void StepPage::addHeaderAction(QWidget *widget)
{
    header()->addAction(widget);
    m_headerActions << widget;
}

void StepPage::addSheetButton(const std::vector<SheetKind> &kinds)
{
    auto *button = new QPushButton(tr("印刷・書き出し"), this);
    button->setObjectName(u"sheet"_s);
    addHeaderAction(button);
    if (kinds.size() == 1) {
        connect(button, &QPushButton::clicked, this, [this, kind = kinds.front()] { openSheet(kind); });
        return;
    }
    auto *menu = new QMenu(button);
    for (const SheetKind kind : kinds) {
        const QAction *action = menu->addAction(tr("%1…").arg(sheetTitle(kind)));
        connect(action, &QAction::triggered, this, [this, kind] { openSheet(kind); });
    }
    button->setMenu(menu);
}

void StepPage::openSheet(SheetKind kind)
{
    SavedField::commitAll(this); // the sheet shows what is stored
    report(showSheet(context(), kind, 0, this));
}

void StepPage::bringIntoView(QWidget *widget)
{
    scrollArea()->ensureWidgetVisible(widget, 0, metrics::xl);
}

QString shortened(const QString &text, int letters)
{
    const QString line = text.simplified();
    return line.size() > letters ? line.left(letters - 1) + u'…' : line;
}

QString workshopName(const Workshop &workshop)
{
    const QString title =
        workshop.title.isEmpty() ? StepPage::tr("（名称未定）") : shortened(workshop.title, 60);
    return workshop.heldOn.isValid()
               ? StepPage::tr("%1（%2）").arg(title, workshop.heldOn.toString(StepPage::tr("M月d日")))
               : title;
}

} // namespace tane
