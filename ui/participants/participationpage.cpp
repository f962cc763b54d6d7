#include "participants/participationpage.h"

#include "base/fiscalyear.h"
#include "participants/participationsheet.h"
#include "participants/turnoutdelegate.h"
#include "parts/chartcard.h"
#include "people/registry.h"
#include "printing/previewdialog.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 960;
using Who = MunicipalityTurnout::Who;
} // namespace

ParticipationPage::ParticipationPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("参加の状況"), About::Workshop, pageContext, parent)
{
    makeHeader();
    m_empty =
        new EmptyState(tr("参加者がまだいません"),
                       tr("参加者を登録すると、コーディネーターと担当者の両方が来た市町村と、来られた方々の"
                          "立場・資格・経験がここで分かります。"),
                       tr("参加者を開く"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"participants"_s); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    makeMatrix();
    makeCharts();
}

void ParticipationPage::makeHeader()
{
    m_counted = new SegmentedControl(this);
    m_counted->setObjectName(u"countedPeople"_s);
    m_counted->setAccessibleName(tr("数える方"));
    m_counted->setItems({tr("受講決定の方"), tr("出席した方")});
    addHeaderAction(m_counted);
    m_print = new QPushButton(tr("印刷・書き出し"), this);
    m_print->setObjectName(u"printParticipation"_s);
    addHeaderAction(m_print);
    connect(m_counted, &SegmentedControl::currentIndexChanged, this, &ParticipationPage::count);
    connect(m_print, &QPushButton::clicked, this, &ParticipationPage::print);
}

void ParticipationPage::makeMatrix()
{
    auto *card = new Card(tr("市町村ごとの参加"), m_content);
    m_summary = new QLabel(card);
    m_summary->setObjectName(u"turnoutSummary"_s);
    m_summary->setWordWrap(true);
    m_which = new SegmentedControl(card);
    m_which->setObjectName(u"turnoutWhich"_s);
    m_which->setAccessibleName(tr("一覧に出す市町村"));
    m_which->setItems({tr("すべて"), tr("両方"), tr("片方だけ"), tr("参加なし")});
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_table = new GridView(tr("市町村ごとの参加の表"), m_model, card);
    m_table->setObjectName(u"turnout"_s);
    m_table->setItemDelegate(new TurnoutDelegate(
        WhoColumn, [this](qint64 row) { return at(static_cast<int>(row)).who(); }, m_table));
    makeColumns();
    card->body()->addWidget(m_summary);
    card->body()->addWidget(m_which, 0, Qt::AlignLeft);
    card->body()->addWidget(m_table, 1);
    m_columns->addWidget(card, 11);
    connect(m_which, &SegmentedControl::currentIndexChanged, this, &ParticipationPage::applyFilter);
    connect(m_table, &QTableView::activated, this, [this] {
        const int row = m_model->rowOf(m_table->currentId());
        if (row >= 0 && at(row).municipality != 0)
            Q_EMIT openRow(u"municipality"_s, u"municipality"_s, at(row).municipality);
    });
}

void ParticipationPage::makeColumns()
{
    const auto number = [this](const QString &title, int MunicipalityTurnout::*member, const QString &tip) {
        return GridColumn{.title = title,
                          .text =
                              [this, member](int row) {
                                  const int count = at(row).*member;
                                  return count > 0 ? QString::number(count) : QString();
                              },
                          .sort = [this, member](int row) { return QVariant(at(row).*member); },
                          .number = true,
                          .tip = tip};
    };
    std::vector<GridColumn> columns(WhoColumn + 1);
    columns[NameColumn] = {.title = tr("市町村"), .text = [this](int row) { return at(row).name; }};
    columns[AreaColumn] = {.title = tr("圏域"), .text = [this](int row) { return at(row).area; }};
    columns[CoordinatorColumn] =
        number(tr("コーディネ\nーター"), &MunicipalityTurnout::coordinators, tr("コーディネーターの人数"));
    columns[OfficerColumn] =
        number(tr("市町村\n担当者"), &MunicipalityTurnout::officers, tr("市町村担当者の人数"));
    columns[OtherColumn] = number(tr("ほか"), &MunicipalityTurnout::others, tr("ほかの立場の人数"));
    columns[WhoColumn] = {.title = tr("参加"),
                          .text =
                              [this](int row) {
                                  const Who who = at(row).who();
                                  return QString(turnoutSign(who) + u' ' + turnoutText(who));
                              },
                          .sort = [this](int row) { return QVariant(static_cast<int>(at(row).who())); }};
    m_model->setColumns(std::move(columns));
    const double letters[] = {6, 5, 4, 3.5, 2, 10};
    for (int column = 0; column <= WhoColumn; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void ParticipationPage::makeCharts()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::m);
    const auto card = [&](const QString &title, const QString &file) {
        auto *made = new ChartCard(title, file, context(), m_content);
        connect(made, &ChartCard::notice, this, &ParticipationPage::notice);
        right->addWidget(made);
        return made;
    };
    m_turnoutChart = card(tr("圏域ごとの参加"), tr("図_市町村の参加"));
    m_roles = card(tr("立場"), tr("図_参加者の立場"));
    m_qualifications = card(tr("保有する資格"), tr("図_参加者の資格"));
    m_experience = card(tr("経験年数"), tr("図_参加者の経験年数"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto box = [&](const QString &name, const QString &objectName) {
        auto *made = new QComboBox(m_qualifications);
        made->setObjectName(objectName);
        made->setAccessibleName(name);
        row->addWidget(secondaryLabel(name, m_qualifications));
        row->addWidget(made);
        connect(made, &QComboBox::currentIndexChanged, this, &ParticipationPage::count);
        return made;
    };
    m_role = box(tr("対象"), u"participationRole"_s);
    m_base = box(tr("割合の母数"), u"participationBase"_s);
    {
        const QSignalBlocker quiet(m_base);
        m_base->addItem(tr("記入のあった方"), static_cast<int>(CountBase::Answered));
        m_base->addItem(tr("対象の方すべて"), static_cast<int>(CountBase::Group));
        m_base->addItem(tr("参加者全員"), static_cast<int>(CountBase::Everybody));
    }
    row->addStretch(1);
    m_qualifications->controls()->addLayout(row);
    right->addStretch(1);
    m_columns->addLayout(right, 10);
}

void ParticipationPage::fill()
{
    auto people = participantsOf(document(), workshop());
    const auto roles = vocabulary(document(), Vocabulary::Role);
    const auto qualifications = vocabulary(document(), Vocabulary::Qualification);
    if (!report(people) || !report(roles) || !report(qualifications))
        return;
    m_participants = std::move(*people);
    m_roleWords = *roles;
    m_qualificationWords = *qualifications;
    for (const Workshop &each : workshops())
        if (each.id == workshop())
            m_workshop = each;
    const bool any = !m_participants.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_counted->setVisible(any);
    m_print->setVisible(any);
    header()->setContext(workshopName(m_workshop));
    if (!any)
        return;
    fillRoles();
    count();
}

void ParticipationPage::fillRoles()
{
    const QSignalBlocker quiet(m_role);
    const QVariant chosen = m_role->currentData();
    m_role->clear();
    m_role->addItem(tr("全員"), QString());
    for (const Participant &one : m_participants)
        if (!one.role.isEmpty() && m_role->findData(one.role) < 0)
            m_role->addItem(one.role, one.role);
    m_role->setCurrentIndex(qMax(0, m_role->findData(chosen)));
}

Counted ParticipationPage::whom() const
{
    return m_counted->currentIndex() == 1 ? Counted::Present : Counted::Accepted;
}

std::vector<CountTable> ParticipationPage::tables() const
{
    const QString role = m_role->currentData().toString();
    const auto base = static_cast<CountBase>(m_base->currentData().toInt());
    const QDate day = m_workshop.heldOn.isValid() ? m_workshop.heldOn : QDate::currentDate();
    return {countRoles(m_people, m_roleWords),
            countQualifications(m_people, role, m_qualificationWords, base),
            countExperience(m_people, role, day, base)};
}

void ParticipationPage::count()
{
    if (m_participants.empty())
        return;
    const auto registry = loadRegistry(document());
    if (!report(registry))
        return;
    const QDate day = m_workshop.heldOn.isValid() ? m_workshop.heldOn : QDate::currentDate();
    m_people = countedParticipants(m_participants, whom());
    m_turnout = turnoutOf(*registry, m_participants, whom(), day);
    std::vector<qint64> ids;
    for (std::size_t i = 0; i < m_turnout.size(); ++i)
        ids.push_back(static_cast<qint64>(i) + 1);
    m_model->setRows(std::move(ids));
    const TurnoutCount all = countTurnout(m_turnout);
    // Those who teach or watch are in the charts, but not what makes a municipality take part.
    const auto learners = std::ranges::count(m_people, Participant::Part::Learner, &Participant::part);
    setParagraph(m_summary,
                 m_turnout.empty()
                     ? tr("市町村の名簿がまだありません。名簿を作ると、参加のない市町村も分かります。")
                     : tr("%1市町村のうち、両方が参加 %2、コーディネーターのみ %3、市町村担当者のみ %4、"
                          "参加なし %5（受講の方 %6名）")
                           .arg(all.all())
                           .arg(all.both)
                           .arg(all.onlyCoordinator)
                           .arg(all.onlyOfficer)
                           .arg(all.nobody + all.onlyOthers)
                           .arg(learners));
    m_turnoutChart->setVisible(!m_turnout.empty());
    if (!m_turnout.empty())
        m_turnoutChart->setSpec(turnoutChart(m_turnout));
    const std::vector<CountTable> counted = tables();
    ChartCard *cards[] = {m_roles, m_qualifications, m_experience};
    for (std::size_t i = 0; i < counted.size(); ++i)
        cards[i]->setSpec(countChart(counted[i]));
    applyFilter();
}

void ParticipationPage::applyFilter()
{
    const int which = m_which->currentIndex();
    m_table->filter()->setCondition([this, which](int row) {
        const Who who = at(row).who();
        const int group = who == Who::Both                                         ? 1
                          : who == Who::OnlyCoordinator || who == Who::OnlyOfficer ? 2
                                                                                   : 3;
        return which == 0 || group == which;
    });
}

QList<QAction *> ParticipationPage::exportActions() const
{
    return m_turnoutChart->exportActions();
}

PreviewDialog *ParticipationPage::print()
{
    const auto prefecture = WorkshopRepository(document()).prefecture();
    if (!report(prefecture))
        return nullptr;
    ParticipationSheetOptions options;
    options.prefecture = *prefecture;
    options.workshop = m_workshop.heldOn.isValid()
                           ? tr("%1（%2）").arg(m_workshop.title, eraDate(m_workshop.heldOn))
                           : m_workshop.title;
    options.counted = whom() == Counted::Present ? tr("出席した方") : tr("受講決定の方");
    const FormSheet sheet = makeParticipationSheet(m_turnout, tables(), options);
    auto *dialog = new PreviewDialog(
        [sheet](FormSheet::Paper paper) {
            FormSheet other = sheet;
            other.paper = paper;
            return Result<FormSheet>(other);
        },
        sheet, tr("参加の状況"), context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void ParticipationPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
