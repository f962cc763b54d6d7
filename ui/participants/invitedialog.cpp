#include "participants/invitedialog.h"

#include "participants/participantedit.h"
#include "people/peoplefilterbar.h"
#include "shell/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tane {

InviteDialog::InviteDialog(PageContext &context, qint64 workshop, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workshop(workshop)
{
    setWindowTitle(tr("名簿から案内する"));
    const QSize room = screen()->availableSize();
    resize(qMin(860, room.width() - 40), qMin(580, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    setParagraph(what, tr("絞り込んで選んだ方を「案内済み」として加えます。すでに一覧にある方は出ません。"));
    column->addWidget(what);
    m_message = new NoticeBar(this);
    m_message->hide();
    column->addWidget(m_message);
    m_filter = new PeopleFilterBar(this);
    column->addWidget(m_filter);
    makeTable();
    auto *buttons = new QDialogButtonBox(this);
    m_invite = buttons->addButton(tr("案内済みとして加える"), QDialogButtonBox::AcceptRole);
    m_invite->setObjectName(u"inviteNow"_s);
    makePrimary(m_invite);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(m_filter, &PeopleFilterBar::changed, this, &InviteDialog::applyFilter);
    connect(m_invite, &QPushButton::clicked, this, &InviteDialog::invite);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
}

InviteDialog::~InviteDialog() = default;

void InviteDialog::makeTable()
{
    const auto at = [this](int row) -> const PersonRecord & {
        return *m_people[static_cast<std::size_t>(row)];
    };
    const QDate today = QDate::currentDate();
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_model->setColumns(
        {{.title = tr("氏名"), .text = [at](int row) { return at(row).person.name; }},
         {.title = tr("立場"), .text = [at](int row) { return at(row).roles.join(u"・"_s); }},
         {.title = tr("所属"),
          .text = [this, at, today](int row) { return m_registry.workplace(at(row), today); }},
         {.title = tr("市町村"),
          .text = [this, at, today](int row) { return m_registry.municipalityText(at(row), today); }}});
    m_table = new GridView(tr("名簿の方"), m_model, this);
    m_table->setObjectName(u"inviteList"_s);
    const double letters[] = {9, 12, 14, 12};
    for (int column = 0; column < 4; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_table, 1);
    connect(m_table, &GridView::selectedChanged, this, &InviteDialog::updateButton);
}

void InviteDialog::fill()
{
    auto registry = loadRegistry(m_context.document);
    const auto there = participantsOf(m_context.document, m_workshop);
    if (!registry || !there) {
        m_message->show({Notice::Kind::Error, (registry ? there.error() : registry.error()).toString()},
                        false);
        return updateButton();
    }
    m_registry = std::move(*registry);
    std::set<qint64> known;
    for (const Participant &each : *there)
        known.insert(each.person);
    const QDate today = QDate::currentDate();
    std::vector<qint64> ids;
    for (const PersonRecord &each : m_registry.people) {
        if (known.contains(each.person.id) || !each.worksOn(today) || each.person.anonymous)
            continue;
        m_people.push_back(&each);
        ids.push_back(each.person.id);
    }
    m_model->setRows(std::move(ids));
    m_filter->show(m_registry);
    applyFilter();
}

void InviteDialog::applyFilter()
{
    std::set<qint64> shown;
    for (const PersonRecord *each : filterPeople(m_registry, m_filter->filter()))
        shown.insert(each->person.id);
    m_table->filter()->setCondition([this, shown](int row) {
        return shown.contains(m_people[static_cast<std::size_t>(row)]->person.id);
    });
    m_table->selectAll();
    updateButton();
}

void InviteDialog::updateButton()
{
    const auto count = m_table->selectedIds().size();
    m_invite->setEnabled(count > 0);
    m_invite->setText(count > 0 ? tr("%1名を案内済みとして加える").arg(count) : tr("案内済みとして加える"));
}

void InviteDialog::invite()
{
    const auto done = inviteFromRegisters(m_context.document, m_registry, m_workshop, m_table->selectedIds());
    if (!done) {
        m_message->show({Notice::Kind::Error, done.error().toString()}, false);
        return;
    }
    Q_EMIT invited(*done);
    accept();
}

} // namespace tane
