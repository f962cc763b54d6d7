#include "participants/participantspage.h"

#include "participants/capacitycard.h"
#include "participants/funnelstrip.h"
#include "participants/participantdetails.h"
#include "participants/participantfilterbar.h"
#include "participants/participantoverview.h"
#include "shell/columnscroll.h"
#include "shell/filenotice.h"
#include "shell/icons.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 860;
constexpr int kDetailsWidth = 400;

} // namespace

ParticipantsPage::ParticipantsPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("参加者"), About::Workshop, pageContext, parent)
{
    makeHeader();
    m_written = new FileNotice(this);
    m_written->setObjectName(u"written"_s);
    top()->addWidget(m_written);
    makeEmptyState();
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_funnel = new FunnelStrip(m_content);
    m_capacity = new CapacityCard(context(), m_content);
    m_filter = new ParticipantFilterBar(m_content);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    column->addWidget(m_funnel);
    column->addWidget(m_capacity);
    column->addWidget(m_filter);
    column->addLayout(m_columns, 1);
    body()->addWidget(m_content, 1);
    makeList();
    makeDetails();
    makeMenus();
    makeChangeMenu();
    connect(m_filter, &ParticipantFilterBar::changed, this, &ParticipantsPage::applyFilter);
    connect(m_capacity, &CapacityCard::failed, this, &ParticipantsPage::showError);
    connect(m_capacity, &CapacityCard::notice, this, &ParticipantsPage::notice);
}

ParticipantsPage::~ParticipantsPage()
{
    context().settings.saveColumns(u"participants"_s, m_table->horizontalHeader());
}

void ParticipantsPage::makeHeader()
{
    m_output = new QPushButton(tr("申込書・書き出し"), this);
    m_output->setObjectName(u"participantOutput"_s);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("参加者を加える"), this);
    m_add->setObjectName(u"addParticipants"_s);
    makePrimary(m_add);
    addHeaderAction(m_output);
    addHeaderAction(m_add);
}

void ParticipantsPage::makeEmptyState()
{
    m_empty = new EmptyState(tr("参加者がまだいません"),
                             tr("申込書を作って送り、返ってきたものをまとめて取り込むと、受講の決定から回答の"
                                "督促、当日の受付までを"
                                "ここで進められます。"),
                             tr("返ってきた申込みを取り込む"), this);
    m_empty->setObjectName(u"noParticipants"_s);
    m_empty->button()->setObjectName(u"importFirst"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &ParticipantsPage::importApplications);
    const auto add = [this](const QString &text, const QString &name, auto action) {
        QPushButton *button = m_empty->addButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, action);
        return button;
    };
    add(tr("申込書（Excel）を作る"), u"firstForm"_s, [this] { makeForms(false, false); });
    add(tr("人材の名簿から案内する"), u"inviteFirst"_s, [this] { invite(); });
    m_fromAnswers = add(tr("アンケートの回答から作る"), u"fromAnswers"_s, [this] { fromAnswers(); });
    add(tr("一人ずつ加える"), u"addFirst"_s, [this] { addByHand(); });
    body()->addWidget(m_empty, 1);
}

void ParticipantsPage::makeList()
{
    auto *card = new Card({}, m_content);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::s);
    m_selected = secondaryLabel({}, card);
    m_selected->setObjectName(u"selectedParticipants"_s);
    m_change = new QPushButton(tr("選んだ方をまとめて変える"), card);
    m_change->setObjectName(u"changeParticipants"_s);
    tools->addWidget(m_selected, 1);
    tools->addWidget(m_change);
    card->body()->addLayout(tools);
    m_model = new GridModel(this);
    m_table = new GridView(tr("参加者の一覧"), m_model, card);
    m_table->setObjectName(u"participants"_s);
    makeColumns();
    m_model->setFaded([this](int row) {
        const Participant::State state = at(row).state;
        return state == Participant::State::Declined || state == Participant::State::Cancelled;
    });
    card->body()->addWidget(m_table, 1);
    m_columns->addWidget(card, 1);
    connect(m_table, &GridView::selectedChanged, this, &ParticipantsPage::showDetails);
    connect(m_table, &GridView::addRequested, this, &ParticipantsPage::addByHand);
    connect(m_table, &GridView::removeRequested, this, &ParticipantsPage::removeSelected);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusName(); });
    connect(m_model, &GridModel::failed, this, &ParticipantsPage::showError);
}

/// "○" answered, "？" perhaps, "−" not yet; empty when she is not asked.
QString ParticipantsPage::mark(int row, Wave wave) const
{
    const Participant &one = at(row);
    if (m_state.answered.surely.value(one.id).has(wave))
        return u"○"_s;
    if (m_state.answered.maybe.value(one.id).has(wave))
        return u"？"_s;
    return m_state.isAsked(one, wave) ? u"－"_s : QString();
}

void ParticipantsPage::makeColumns()
{
    std::vector<GridColumn> columns(ColumnCount);
    const auto text = [this](const QString &title, QString Participant::*member) {
        return GridColumn{.title = title, .text = [this, member](int row) { return at(row).*member; }};
    };
    columns[NumberColumn] = text(tr("番号"), &Participant::number);
    columns[NameColumn] = text(tr("氏名"), &Participant::name);
    columns[NameColumn].sort = [this](int row) {
        return QVariant(at(row).kana.isEmpty() ? at(row).name : at(row).kana);
    };
    columns[RoleColumn] = text(tr("立場"), &Participant::role);
    columns[AffiliationColumn] = text(tr("所属"), &Participant::affiliation);
    columns[PlaceColumn] = text(tr("市町村"), &Participant::municipality);
    columns[PartColumn] = {.title = tr("区分"), .text = [this](int row) {
                               return at(row).online ? tr("%1（オンライン）").arg(partText(at(row).part))
                                                     : partText(at(row).part);
                           }};
    columns[StateColumn] = {.title = tr("状態"),
                            .text = [this](int row) { return participantStateText(at(row).state); },
                            .sort = [this](int row) { return QVariant(static_cast<int>(at(row).state)); },
                            .save = [this](int row, const QVariant &value) -> Result<> {
                                const auto state = static_cast<Participant::State>(value.toInt());
                                return saveField<Participant>(document(), at(row).id, &Participant::state,
                                                              state, tr("参加者の状態の変更"));
                            },
                            .edited = [this](int row) { return QVariant(static_cast<int>(at(row).state)); },
                            .choices =
                                [] {
                                    GridColumn::Choices all;
                                    for (int i = 0; i <= static_cast<int>(Participant::State::Cancelled); ++i)
                                        all.emplace_back(
                                            participantStateText(static_cast<Participant::State>(i)), i);
                                    return all;
                                }};
    const auto answer = [this](const QString &title, Wave wave, const QString &tip) {
        return GridColumn{
            .title = title, .text = [this, wave](int row) { return mark(row, wave); }, .tip = tip};
    };
    const QString signs = tr("○ 回答あり　－ 未回答　？ どなたの回答かの確認待ち");
    columns[BeforeColumn] = answer(tr("事前"), Wave::Before, tr("研修前アンケート\n%1").arg(signs));
    columns[PresentColumn] = {.title = tr("出席"), .text = [this](int row) {
                                  const Participant &one = at(row);
                                  return one.attendance == Participant::Attendance::Present
                                             ? u"○"_s
                                             : attendanceText(one.attendance);
                              }};
    columns[AfterColumn] = answer(tr("事後"), Wave::After, tr("研修後アンケート\n%1").arg(signs));
    columns[FollowUpColumn] = answer(tr("フォロー"), Wave::FollowUp, tr("フォローアップ\n%1").arg(signs));
    m_model->setColumns(std::move(columns));
    const double letters[] = {3, 6.5, 6.5, 2.5, 2.5, 2.5, 4, 8, 9, 6, 5};
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    context().settings.restoreColumns(u"participants"_s, m_table->horizontalHeader());
}

/// Who is added by hand is there only once she has a name: Escape leaves nobody behind.
void ParticipantsPage::makeAdding(Card *side)
{
    m_adding = new QWidget(side);
    auto *column = new QVBoxLayout(m_adding);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    auto *title = new QLabel(tr("加える方の氏名"), m_adding);
    m_newName = new QLineEdit(m_adding);
    m_newName->setObjectName(u"newParticipant"_s);
    m_newName->setAccessibleName(tr("加える方の氏名"));
    m_newName->setPlaceholderText(tr("例：山田 花子"));
    title->setBuddy(m_newName);
    auto *hint = secondaryLabel({}, m_adding);
    setParagraph(hint, tr("Enter で一覧に加わり、続けて連絡先や所属を書けます。Esc でやめます。"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    auto *cancel = new QPushButton(tr("やめる"), m_adding);
    cancel->setObjectName(u"cancelParticipant"_s);
    auto *store = new QPushButton(tr("加える"), m_adding);
    store->setObjectName(u"storeParticipant"_s);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(store);
    column->addWidget(title);
    column->addWidget(m_newName);
    column->addWidget(hint);
    column->addLayout(buttons);
    m_adding->hide();
    side->body()->addWidget(m_adding);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_adding);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ParticipantsPage::endByHand);
    connect(cancel, &QPushButton::clicked, this, &ParticipantsPage::endByHand);
    connect(store, &QPushButton::clicked, this, &ParticipantsPage::storeByHand);
    connect(m_newName, &QLineEdit::returnPressed, this, &ParticipantsPage::storeByHand);
}

void ParticipantsPage::makeDetails()
{
    auto *side = new Card(tr("選んだ方"), m_content);
    side->setObjectName(u"participantSide"_s);
    makeAdding(side);
    m_several = new QWidget(side);
    auto *several = new QVBoxLayout(m_several);
    several->setContentsMargins(0, 0, 0, 0);
    several->setSpacing(metrics::m);
    m_severalText = new QLabel(m_several);
    m_severalText->setObjectName(u"severalParticipants"_s);
    m_severalText->setWordWrap(true);
    m_changeSeveral = new QPushButton(tr("選んだ方をまとめて変える"), m_several);
    m_changeSeveral->setObjectName(u"changeSeveral"_s);
    several->addWidget(m_severalText);
    several->addWidget(m_changeSeveral, 0, Qt::AlignLeft);
    several->addStretch(1);
    m_several->hide();
    side->body()->addWidget(m_several, 1);
    m_scroll = new ColumnScroll(side);
    m_details = new ParticipantDetails(document(), nullptr);
    m_scroll->setContent(m_details);
    side->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(side);
    connect(m_details, &ParticipantDetails::failed, this, &ParticipantsPage::showError);
    connect(m_details, &ParticipantDetails::succeeded, this, &ParticipantsPage::clearError);
    connect(m_details, &ParticipantDetails::personRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"person"_s, u"person"_s, id); });
}

void ParticipantsPage::fill()
{
    auto state = loadChasing(document(), workshop());
    if (!report(state))
        return;
    auto registry = loadRegistry(document());
    if (!report(registry))
        return;
    m_state = std::move(*state);
    m_registry = std::move(*registry);
    const bool any = !m_state.participants.empty() || !m_adding->isHidden();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_output->setVisible(any);
    m_add->setVisible(any);
    for (QPushButton *button : m_empty->findChildren<QPushButton *>())
        button->setEnabled(isWritable() || button->objectName() == "firstForm"_L1);
    m_fromAnswers->setVisible(m_state.answered.unassigned > 0);
    m_model->setEditable(isWritable());
    report(m_capacity->setWorkshop(m_state.workshop, m_state.participants, isWritable()));
    m_funnel->setStages(participantFunnel(m_state));
    m_filter->setPeople(m_state.participants);
    std::vector<qint64> ids;
    for (const Participant &each : m_state.participants)
        ids.push_back(each.id);
    const qint64 shown = m_table->currentId();
    m_model->setRows(std::move(ids));
    applyFilter();
    if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
        m_table->selectRow(0);
    showDetails();
    Q_EMIT badgeChanged();
}

QString ParticipantsPage::badge() const
{
    const auto learners = std::ranges::count_if(m_state.participants, [](const Participant &one) {
        return one.part == Participant::Part::Learner &&
               (one.state == Participant::State::Accepted || one.walkIn);
    });
    return learners > 0 ? tr("%1名").arg(learners) : QString();
}

void ParticipantsPage::applyFilter()
{
    m_table->filter()->setCondition([this](int row) { return m_filter->accepts(at(row), m_state); });
    const auto shown = m_table->filter()->rowCount();
    const auto all = static_cast<int>(m_state.participants.size());
    const auto learners =
        std::ranges::count(m_state.participants, Participant::Part::Learner, &Participant::part);
    const QString others = learners < all ? tr("（うち講師・見学など%1名）").arg(all - learners) : QString();
    header()->setContext(
        shown == all ? tr("%1　%2名%3").arg(workshopName(m_state.workshop)).arg(all).arg(others)
                     : tr("%1　%3名のうち%2名").arg(workshopName(m_state.workshop)).arg(shown).arg(all));
    showDetails();
}

void ParticipantsPage::showDetails()
{
    const int row = m_model->rowOf(m_table->currentId());
    const auto people = static_cast<int>(m_table->selectedIds().size());
    const bool one = row >= 0 && people < 2;
    m_details->setParticipant(m_registry, one ? &at(row) : nullptr, m_state.workshop.heldOn, isWritable());
    showSeveral(people);
    updateTools();
}

/// Of several the side says how many there are: what is typed there would be one person's only.
void ParticipantsPage::showSeveral(int people)
{
    const bool several = people > 1;
    m_several->setVisible(several);
    m_scroll->setVisible(!several);
    if (!several)
        return;
    setParagraph(m_severalText,
                 tr("%1名を選んでいます。状態・参加区分・参加方法・出欠は、まとめて変えられます。"
                    "一人ずつの内容は、お一人だけを選ぶとここに出ます。")
                     .arg(people));
    m_changeSeveral->setEnabled(isWritable());
}

void ParticipantsPage::updateTools()
{
    const auto selected = m_table->selectedIds().size();
    m_selected->setText(selected > 1 ? tr("%1名を選んでいます").arg(selected)
                                     : tr("Ctrl や Shift を押しながら選ぶと、何名かをまとめて変えられます"));
    m_change->setEnabled(selected > 0 && isWritable());
    for (QAction *action : std::as_const(m_writing))
        action->setEnabled(isWritable());
    for (QAction *action : std::as_const(m_withQuestionnaire))
        action->setEnabled(m_state.workshop.questionnaire != 0);
}

bool ParticipantsPage::reveal(const QString &table, qint64 row)
{
    if (table != "participant"_L1)
        return false;
    const auto found = RecordTable<Participant>(document()).load(row);
    if (!found)
        return false;
    if (found->workshop != workshop())
        chooseWorkshop(found->workshop);
    if (m_model->rowOf(row) < 0)
        return false;
    if (!m_table->select(row)) { // it is filtered out
        m_filter->clear();
        m_table->select(row);
    }
    m_table->setFocus();
    return true;
}

// What was written is news only as long as the page is in sight.
void ParticipantsPage::hideEvent(QHideEvent *event)
{
    StepPage::hideEvent(event);
    if (!event->spontaneous())
        m_written->hide();
}

void ParticipantsPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    auto *side = m_content->findChild<QWidget *>(u"participantSide"_s);
    side->setMinimumWidth(beside ? kDetailsWidth : 0);
    side->setMaximumWidth(beside ? kDetailsWidth : QWIDGETSIZE_MAX);
    m_scroll->setMinimumHeight(beside ? 0 : 280);
}

} // namespace tane
