#include "participants/daypage.h"

#include "base/fiscalyear.h"
#include "participants/attendeecard.h"
#include "participants/participantedit.h"
#include "participants/walkincard.h"
#include "people/person.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Attendance = Participant::Attendance;
constexpr int kSideBySide = 820;
constexpr int kSideWidth = 330;

} // namespace

DayPage::DayPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("当日の受付"), About::Workshop, pageContext, parent)
{
    m_addWalkIn = new QPushButton(tr("当日参加を受け付ける（F4）"), this);
    m_addWalkIn->setObjectName(u"beginWalkIn"_s);
    addHeaderAction(m_addWalkIn);
    connect(m_addWalkIn, &QPushButton::clicked, this, &DayPage::beginWalkIn);
    m_empty =
        new EmptyState(tr("受付をする方がまだいません"),
                       tr("参加者を登録しておくと、当日は名前の数文字と Enter だけで出席を付けられます。"),
                       tr("参加者を開く"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"participants"_s); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    auto *card = new Card({}, m_content);
    m_columns->addWidget(card, 1);
    makeSearch();
    makeList();
    for (QWidget *each :
         {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_which)})
        card->body()->addWidget(each, 0, each == m_which ? Qt::AlignLeft : Qt::Alignment());
    card->body()->addWidget(m_table, 1);
    makeSide();
    makeKeys();
}

void DayPage::makeSearch()
{
    m_search = new QLineEdit(m_content);
    m_search->setObjectName(u"daySearch"_s);
    m_search->setAccessibleName(tr("来られた方を探す"));
    m_search->setPlaceholderText(tr("お名前・かなの一部、または受付番号"));
    m_search->setFont(scaledFont(m_search, 16));
    m_search->setMinimumHeight(44);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_hint = secondaryLabel({}, m_content);
    m_hint->setObjectName(u"dayHint"_s);
    m_hint->setWordWrap(true);
    m_which = new SegmentedControl(m_content);
    m_which->setObjectName(u"dayWhich"_s);
    m_which->setAccessibleName(tr("一覧に出す方"));
    m_which->setItems({tr("すべて"), tr("未確認"), tr("出席"), tr("欠席")});
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        find();
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            find(); // the clear button tells no edit
    });
    connect(m_which, &SegmentedControl::currentIndexChanged, this, &DayPage::find);
}

void DayPage::makeList()
{
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_table = new GridView(tr("受付の一覧"), m_model, m_content);
    m_table->setObjectName(u"dayList"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(false); // best match first
    makeColumns();
    m_model->setFaded([this](int row) { return !isExpected(at(row)); });
    connect(m_table, &GridView::selectedChanged, this, &DayPage::showCurrent);
    connect(m_table, &QTableView::activated, this, &DayPage::toggle);
}

void DayPage::makeColumns()
{
    std::vector<GridColumn> columns(GroupColumn + 1);
    columns[StateColumn] = {
        .title = tr("受付"), .text = [this](int row) {
            const Participant &person = at(row);
            const QString text = attendanceText(person.attendance);
            if (person.attendance == Attendance::Open)
                return isExpected(person) ? QString() : participantStateText(person.state);
            return person.attendance == Attendance::Absent ? text : QString(u"✓ "_s + text);
        }};
    columns[NumberColumn] = {.title = tr("番号"), .text = [this](int row) { return at(row).number; }};
    columns[NameColumn] = {.title = tr("氏名"), .text = [this](int row) {
                               const Participant &person = at(row);
                               return person.kana.isEmpty()
                                          ? person.name
                                          : QString(person.name + u"（"_s + person.kana + u"）"_s);
                           }};
    columns[RoleColumn] = {.title = tr("立場"), .text = [this](int row) {
                               const Participant &person = at(row);
                               return person.part == Participant::Part::Learner ? person.role
                                                                                : partText(person.part);
                           }};
    columns[AffiliationColumn] = {.title = tr("所属"),
                                  .text = [this](int row) { return at(row).affiliation; }};
    columns[GroupColumn] = {.title = tr("班"), .text = [this](int row) { return groupOf(at(row).id); }};
    m_model->setColumns(std::move(columns));
    const double letters[] = {5, 3.5, 17, 7.5, 8, 4.5};
    for (int column = 0; column <= GroupColumn; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(AffiliationColumn, QHeaderView::Stretch);
}

void DayPage::makeSide()
{
    auto *side = new QWidget(m_content);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_walkIn = new WalkInCard(side);
    m_walkIn->hide();
    m_card = new AttendeeCard(side);
    m_counter = new AttendanceCounter(side);
    column->addWidget(m_walkIn);
    column->addWidget(m_card);
    column->addWidget(m_counter);
    column->addStretch(1);
    m_columns->addWidget(side);
    side->setObjectName(u"daySide"_s);
    connect(m_card, &AttendeeCard::marked, this, [this](Attendance attendance) {
        if (attendance == Attendance::Present)
            toggle();
        else
            mark(attendance);
    });
    connect(m_card, &AttendeeCard::detailsRequested, this, [this] {
        if (const Participant *person = current())
            Q_EMIT openRow(u"participants"_s, u"participant"_s, person->id);
    });
    connect(m_walkIn, &WalkInCard::accepted, this, &DayPage::addWalkIn);
    connect(m_walkIn, &WalkInCard::cancelled, this, &DayPage::endWalkIn);
}

void DayPage::makeKeys()
{
    const auto key = [this](Qt::Key code, auto action) {
        auto *shortcut = new QShortcut(QKeySequence(code), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(Qt::Key_F2, [this] { mark(Attendance::Late); });
    key(Qt::Key_F3, [this] { mark(Attendance::Absent); });
    key(Qt::Key_F4, [this] { beginWalkIn(); });
}

void DayPage::fill()
{
    auto people = participantsOf(document(), workshop());
    if (!report(people))
        return;
    auto groups = groupsInUse(document(), workshop());
    if (!report(groups))
        return;
    m_people = std::move(*people);
    m_groups = std::move(*groups);
    m_walkIn->setKnown(m_people);
    const bool any = !m_people.empty() || !m_walkIn->isHidden();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_addWalkIn->setEnabled(isWritable());
    m_table->setColumnHidden(GroupColumn, !m_groups.has_value());
    for (const Workshop &each : workshops())
        if (each.id == workshop())
            header()->setContext(each.heldOn.isValid() ? QString(shortened(each.title, 40) + u"　"_s +
                                                                 eraDateWithWeekday(each.heldOn))
                                                       : workshopName(each));
    m_counter->setCounts(countAttendance(m_people), attendanceByRole(m_people));
    find();
}

void DayPage::find()
{
    const qint64 shown = m_table->currentId();
    const QString text = m_search->text();
    m_rows = findAttendees(m_people, text);
    const int which = m_which->currentIndex();
    if (text.trimmed().isEmpty() && which > 0)
        std::erase_if(m_rows, [&](int place) {
            const Participant &person = m_people[static_cast<std::size_t>(place)];
            const int group = person.attendance == Attendance::Open     ? 1
                              : person.attendance == Attendance::Absent ? 3
                                                                        : 2;
            return group != which && person.id != shown; // who was just marked stays to be looked at
        });
    std::vector<qint64> ids;
    for (const int place : m_rows)
        ids.push_back(m_people[static_cast<std::size_t>(place)].id);
    m_model->setRows(std::move(ids));
    if (!m_table->select(shown) && !text.trimmed().isEmpty() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    QString hint =
        tr("Enter で出席、もう一度 Enter で取り消し。F2 遅刻、F3 欠席、F4 当日参加。↑↓で選びます。");
    if (!text.trimmed().isEmpty() && m_rows.empty())
        hint = tr("「%1」に当たる方はいません。申込みのない方は F4 で受け付けられます。").arg(text.trimmed());
    else if (!text.trimmed().isEmpty() && m_rows.size() > 1)
        hint = tr("%1名が当たります。↑↓で選んでから Enter を押してください。").arg(m_rows.size());
    m_hint->setText(hint);
    showCurrent();
}

const Participant *DayPage::current() const
{
    const int row = m_model->rowOf(m_table->currentId());
    return row < 0 ? nullptr : &at(row);
}

QString DayPage::groupOf(qint64 participant) const
{
    const GroupSeat *seat = m_groups ? m_groups->seatOf(participant) : nullptr;
    return seat != nullptr ? m_groups->groupTitle(seat->number) : QString();
}

void DayPage::showCurrent()
{
    const Participant *person = current();
    QString group;
    if (person != nullptr && m_groups) {
        const GroupSeat *seat = m_groups->seatOf(person->id);
        group = seat == nullptr ? tr("班は未定です")
                                : tr("%1（テーブル%2）").arg(groupOf(person->id)).arg(seat->number);
    }
    m_card->setParticipant(person, group, isWritable());
}

void DayPage::mark(Attendance attendance)
{
    const Participant *person = current();
    if (person == nullptr || !isWritable() || !m_walkIn->isHidden())
        return;
    const qint64 id = person->id;
    const Attendance wanted = person->attendance == attendance ? Attendance::Open : attendance;
    report(setAttendance(document(), id, wanted));
    m_search->setFocus();
    m_search->selectAll(); // the next one is typed over it
}

void DayPage::toggle()
{
    mark(Attendance::Present);
}

void DayPage::beginWalkIn()
{
    if (!isWritable() || workshop() == 0)
        return;
    const auto words = vocabulary(document(), Vocabulary::Role);
    if (!report(words))
        return;
    const QString typed = current() == nullptr ? m_search->text().trimmed() : QString();
    m_empty->hide();
    m_content->show();
    m_walkIn->show();
    m_card->hide();
    m_walkIn->begin(typed, *words);
}

void DayPage::addWalkIn(const Participant &participant)
{
    Participant added = walkInFrom(participant, QDate::currentDate());
    added.workshop = workshop();
    const auto id = addParticipant(document(), added, tr("当日参加の受付"));
    if (!report(id))
        return;
    endWalkIn();
    reveal(u"participant"_s, *id);
    m_search->selectAll();
}

void DayPage::endWalkIn()
{
    m_walkIn->hide();
    m_card->show();
    const bool any = !m_people.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_search->setFocus();
}

bool DayPage::reveal(const QString &table, qint64 row)
{
    if (table != "participant"_L1)
        return false;
    const auto found = RecordTable<Participant>(document()).load(row);
    if (!found)
        return false;
    if (found->workshop != workshop())
        chooseWorkshop(found->workshop);
    if (m_model->rowOf(row) < 0) {
        m_which->setCurrentIndex(0);
        m_search->setText(isExpected(*found) ? QString() : found->name);
        find();
    }
    const bool shown = m_table->select(row);
    showCurrent();
    m_search->setFocus();
    return shown;
}

bool DayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return StepPage::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toggle();
        return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            return false;
        m_search->clear();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int now = m_table->currentIndex().row();
        const int last = m_model->rowCount() - 1;
        if (last >= 0)
            m_table->selectRow(qBound(0, now + (key->key() == Qt::Key_Down ? 1 : -1), last));
        return true;
    }
    default:
        return StepPage::eventFilter(watched, event);
    }
}

void DayPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const bool beside = width() >= kSideBySide;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    auto *side = m_content->findChild<QWidget *>(u"daySide"_s);
    side->setMinimumWidth(beside ? kSideWidth : 0);
    side->setMaximumWidth(beside ? kSideWidth : QWIDGETSIZE_MAX);
}

void DayPage::showEvent(QShowEvent *event)
{
    StepPage::showEvent(event);
    if (m_content->isVisibleTo(this) && m_walkIn->isHidden())
        m_search->setFocus(); // at the door nobody looks for the field first
}

} // namespace tane
