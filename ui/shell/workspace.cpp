#include "shell/workspace.h"

#include "programme/programme.h"
#include "shell/editors/savedfield.h"
#include "shell/floatingbar.h"
#include "shell/navbar.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace tane {

namespace {

QList<NavItem> navItems(const std::vector<PageEntry> &pages)
{
    QList<NavItem> items;
    for (const PageEntry &page : pages) {
        if (page.under.isEmpty())
            items << NavItem{page.id, page.section, page.title};
    }
    return items;
}

} // namespace

Workspace::Workspace(std::vector<PageEntry> pages, QWidget *parent)
    : QWidget(parent)
    , m_pages(std::move(pages))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_navigation = new NavBar(navItems(m_pages), this);
    layout->addWidget(m_navigation);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(metrics::s);
    m_banner = new NoticeBar(this);
    m_notice = new NoticeBar(this);
    for (NoticeBar *bar : {m_banner, m_notice}) {
        m_banners->addWidget(bar);
        bar->installEventFilter(this);
    }
    right->addLayout(m_banners);
    m_stack = new QStackedWidget(this);
    right->addWidget(m_stack, 1);
    m_float = new FloatingBar(m_notice, m_stack);
    fitBanners();
    layout->addLayout(right, 1);

    m_refresh = new QTimer(this);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(0);
    connect(m_refresh, &QTimer::timeout, this, &Workspace::refreshNow);
    connect(m_navigation, &NavBar::pageChosen, this, &Workspace::showPage);
    connect(m_notice, &NoticeBar::actionTriggered, this, &Workspace::returnToLeft);
}

Workspace::~Workspace() = default;

// A layout keeps its margins when everything in it is hidden: the gap above the bars would stay.
void Workspace::fitBanners()
{
    const bool any = !m_banner->isHidden() || (!m_notice->isHidden() && !m_float->isFloating());
    m_banners->setContentsMargins(metrics::xl, any ? metrics::m : 0, metrics::xl, 0);
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        fitBanners();
    return QWidget::eventFilter(watched, event);
}

void Workspace::open(PageContext &context, const QString &firstPage)
{
    close();
    m_context = &context;
    const bool known =
        std::ranges::any_of(m_pages, [&](const PageEntry &entry) { return entry.id == firstPage; });
    if (known)
        showPage(firstPage);
    else if (!m_pages.empty())
        showPage(m_pages.front().id);
}

void Workspace::close()
{
    m_refresh->stop();
    // At once and not later: the document they refer to is about to go.
    qDeleteAll(m_made);
    m_made.clear();
    m_current.clear();
    m_place = {};
    m_back.clear();
    m_badged.clear();
    m_context = nullptr;
    m_notice->hide();
    m_banner->hide();
    for (const PageEntry &entry : m_pages)
        m_navigation->setBadge(entry.id, {});
}

Page *Workspace::make(const PageEntry &entry)
{
    Page *page = entry.make(*m_context, m_stack);
    m_stack->addWidget(page);
    m_made.insert(entry.id, page);
    connect(page, &Page::notice, this, [this](const Notice &notice) { showNotice(notice); });
    connect(page, &Page::openPage, this, &Workspace::showPage);
    connect(page, &Page::openRow, this, &Workspace::openRow);
    connect(page, &Page::backRequested, this, &Workspace::goBack);
    connect(page, &Page::sampleRequested, this, &Workspace::sampleRequested);
    connect(page, &Page::badgeChanged, this, &Workspace::updateBadges);
    connect(page, &Page::workshopChanged, this, &Workspace::workshopChanged);
    connect(page, &Page::programmeChanged, this, &Workspace::programmeChanged);
    return page;
}

const PageEntry *Workspace::entryOf(const QString &id) const
{
    const auto entry = std::ranges::find(m_pages, id, &PageEntry::id);
    return entry == m_pages.end() ? nullptr : &*entry;
}

void Workspace::showPage(const QString &id)
{
    const PageEntry *entry = entryOf(id);
    if (entry == nullptr || !m_context)
        return;
    // What stands under another page shows nothing of its own accord.
    if (!entry->under.isEmpty() && m_current != id)
        return showPage(entry->under);
    if (entry->under.isEmpty())
        m_back.clear();
    m_place = {id, {}, 0};
    switchTo(*entry);
}

bool Workspace::openRow(const QString &id, const QString &table, qint64 row)
{
    const PageEntry *entry = entryOf(id);
    if (entry == nullptr || !m_context)
        return false;
    if (!entry->under.isEmpty() && !(m_place.page == id && m_place.row == row))
        m_back.push_back(m_place);
    else if (entry->under.isEmpty())
        m_back.clear();
    const Left left = here();
    m_place = {id, table, row};
    switchTo(*entry);
    Page *shown = m_made.value(id);
    const bool revealed = shown != nullptr && shown->reveal(table, row);
    if (m_context && m_context->programme != left.programme)
        sayWhatWasLeft(left);
    return revealed;
}

Workspace::Left Workspace::here() const
{
    return {m_place, m_context->programme, m_context->workshop};
}

/// A row of another programme takes the whole window there: it says so, and the way back is one press.
void Workspace::sayWhatWasLeft(const Left &left)
{
    RecordTable<Programme> programmes(m_context->document);
    const auto before = programmes.load(left.programme), now = programmes.load(m_context->programme);
    if (!before || !now)
        return; // nothing was left, or nothing was reached
    // Cycles of the same name are told apart by their years.
    const auto year = [](const Programme &one) {
        return one.firstYear ? FiscalYear(*one.firstYear).text() : tr("年度未定");
    };
    m_left = left;
    m_notice->show({Notice::Kind::Info,
                    tr("別のプログラム「%1」（%2）に切り替えて開きました。").arg(now->title, year(*now))});
    m_notice->setAction(tr("元の画面に戻る（%1）").arg(year(*before)));
}

void Workspace::returnToLeft()
{
    const Left left = std::exchange(m_left, {});
    const PageEntry *entry = entryOf(left.place.page);
    if (entry == nullptr || !m_context)
        return;
    m_notice->hide();
    Q_EMIT programmeChanged(left.programme);
    if (left.workshop != 0)
        Q_EMIT workshopChanged(left.workshop);
    m_place = left.place;
    switchTo(*entry);
    Page *shown = m_made.value(left.place.page);
    if (shown != nullptr && !left.place.table.isEmpty())
        shown->reveal(left.place.table, left.place.row);
}

void Workspace::goBack()
{
    const PageEntry *entry = entryOf(m_current);
    if (m_back.empty())
        return showPage(entry ? entry->under : QString());
    const Place place = m_back.back();
    m_back.pop_back();
    const PageEntry *target = entryOf(place.page);
    if (target == nullptr)
        return;
    m_place = place;
    switchTo(*target);
    if (Page *shown = m_made.value(place.page); shown != nullptr && !place.table.isEmpty())
        shown->reveal(place.table, place.row);
}

void Workspace::switchTo(const PageEntry &wanted)
{
    const QString id = wanted.id;
    const QString listed = wanted.under.isEmpty() ? id : wanted.under;
    commitPending();
    Page *page = m_made.value(id);
    if (!page)
        page = make(wanted);
    if (m_current != id)
        m_notice->hide(); // it spoke of the page that is left
    m_current = id;
    m_navigation->setCurrent(listed);
    // Else the focus would jump to whatever comes next to the page that is hidden.
    const QWidget *focus = QApplication::focusWidget();
    if (m_stack->currentWidget() != page && focus && m_stack->isAncestorOf(focus))
        m_navigation->entry(listed)->setFocus(Qt::OtherFocusReason);
    m_stack->setCurrentWidget(page);
    page->refresh();
    updateBadges();
    Q_EMIT pageShown(id);
}

void Workspace::showStep(int step)
{
    const QString prefix = QString::number(step) + u' ';
    QStringList ids;
    for (const PageEntry &entry : m_pages) {
        if (entry.section.startsWith(prefix))
            ids << entry.id;
    }
    if (!ids.isEmpty())
        showPage(ids[(ids.indexOf(m_current) + 1) % ids.size()]);
}

bool Workspace::openHit(const SearchHit &hit)
{
    const Left left = here();
    if (hit.programme != 0)
        Q_EMIT programmeChanged(hit.programme);
    if (hit.workshop != 0)
        Q_EMIT workshopChanged(hit.workshop);
    const bool shown = openRow(hit.page, hit.table, hit.row);
    if (m_context->programme != left.programme)
        sayWhatWasLeft(left);
    return shown;
}

void Workspace::commitPending()
{
    SavedField::commitAll(m_stack);
}

void Workspace::refreshSoon()
{
    m_refresh->start();
}

void Workspace::refreshNow()
{
    if (Page *page = m_made.value(m_current))
        page->refresh();
    updateBadges();
}

// What the pages count belongs to the programme and the workshop that are shown: with others, the pages that
// have a badge are read anew, and nothing stays of those that were never made.
void Workspace::followContext()
{
    const std::pair shown(m_context->programme, m_context->workshop);
    if (shown == m_badgesOf)
        return;
    m_badgesOf = shown;
    for (const PageEntry &entry : m_pages) {
        m_navigation->setBadge(entry.id, {});
        Page *page = entry.id != m_current && m_badged.contains(entry.id) ? m_made.value(entry.id) : nullptr;
        if (page)
            page->refresh();
    }
}

void Workspace::updateBadges()
{
    if (!m_context)
        return;
    followContext();
    for (const PageEntry &entry : m_pages) {
        if (entry.badge)
            m_navigation->setBadge(entry.id, entry.badge(m_context->document));
    }
    for (auto it = m_made.cbegin(); it != m_made.cend(); ++it) {
        const PageEntry *entry = entryOf(it.key());
        if (entry && entry->badge)
            continue;
        const QString badge = it.value()->badge();
        if (!badge.isEmpty())
            m_badged.insert(it.key());
        m_navigation->setBadge(it.key(), badge);
    }
    // A page that is not shown was not read anew: the one that is knows better.
    const Page *shown = m_made.value(m_current);
    const QHash<QString, QString> known = shown ? shown->badges() : QHash<QString, QString>();
    for (auto it = known.cbegin(); it != known.cend(); ++it)
        m_navigation->setBadge(it.key(), it.value());
}

void Workspace::showNotice(const Notice &notice, const QString &detail)
{
    if (notice.text.isEmpty()) {
        m_notice->hide();
        return;
    }
    // What was done is told over the page; what is to be mended stands above it until it is.
    const bool floats = notice.kind == Notice::Kind::Info;
    if (floats)
        m_banners->removeWidget(m_notice);
    else if (m_float->isFloating())
        m_banners->addWidget(m_notice);
    m_float->setFloating(floats);
    m_notice->show(notice);
    fitBanners();
    m_notice->setDetail(detail);
}

void Workspace::setReadOnly(bool readOnly, const QString &holder)
{
    m_navigation->setReadOnly(readOnly);
    if (!readOnly) {
        m_banner->hide();
        return;
    }
    const QString text =
        holder.isEmpty()
            ? tr("このファイルは読み取り専用です。見ることと書き出しはできますが、変更はできません。"
                 "変更するには、控えのコピーを保存して、そちらを開いてください。")
            : tr("%1がこのファイルを使っているため、読み取り専用で開いています。見ることと書き出しはできます"
                 "。"
                 "変更するには、あちらで閉じてから、もう一度開いてください。")
                  .arg(holder);
    m_banner->show({Notice::Kind::Hint, text}, false);
}

} // namespace tane
