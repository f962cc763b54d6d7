#include "people/municipalitypage.h"

#include "base/fiscalyear.h"
#include "issues/mentionscard.h"
#include "people/levelchip.h"
#include "people/peoplelinks.h"
#include "people/peopletext.h"
#include "people/registernumbers.h"
#include "people/registertext.h"
#include "people/showpeoplesheet.h"
#include "shell/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 860;

/// Takes everything out of a card; what is about to go is not seen any more.
void empty(Card *card)
{
    const auto children = card->findChildren<QWidget *>(u"row"_s, Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        child->hide();
        card->body()->removeWidget(child);
        child->deleteLater();
    }
}

QWidget *addRow(Card *card)
{
    auto *row = new QWidget(card);
    row->setObjectName(u"row"_s);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::s);
    card->body()->addWidget(row);
    return row;
}

void addNote(Card *card, const QString &text)
{
    QWidget *row = addRow(card);
    QLabel *label = secondaryLabel({}, row);
    setParagraph(label, text);
    label->setWordWrap(true);
    row->layout()->addWidget(label);
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    makePlain(button);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

} // namespace

MunicipalityPage::MunicipalityPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("市町村"), pageContext, parent)
    , m_form(document(), tr("市町村"), [this](const Result<> &result) { report(result); })
{
    makeHeader();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    body()->addLayout(m_columns);
    body()->addStretch(1);
    makeProfile();
    makeCards();
}

void MunicipalityPage::makeHeader()
{
    auto *back = new QPushButton(tr("‹ 戻る"), this);
    back->setObjectName(u"back"_s);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    back->setToolTip(tr("前の画面に戻る（Alt+←）"));
    m_previous = new QPushButton(tr("前の市町村"), this);
    m_previous->setObjectName(u"previous"_s);
    m_next = new QPushButton(tr("次の市町村"), this);
    m_next->setObjectName(u"next"_s);
    m_print = new QPushButton(tr("印刷・書き出し"), this);
    m_print->setObjectName(u"sheet"_s);
    m_support = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("支援を記録"), this);
    m_support->setObjectName(u"recordSupport"_s);
    makePrimary(m_support);
    for (QWidget *widget : {back, m_previous, m_next, m_print, m_support})
        header()->addAction(widget);
    connect(back, &QPushButton::clicked, this, &Page::backRequested);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_print, &QPushButton::clicked, this, &MunicipalityPage::print);
    connect(m_support, &QPushButton::clicked, this, &MunicipalityPage::recordSupport);
}

void MunicipalityPage::makeProfile()
{
    m_profile = new Card(tr("概要"), this);
    auto *grid = new FieldGrid(92);
    m_profile->body()->addLayout(grid);
    auto *name = m_form.line(m_profile, tr("名称"), &Municipality::name, true);
    name->setObjectName(u"municipalityName"_s);
    grid->addField(tr("名称"), {name});
    grid->addField(tr("ふりがな"), {m_form.line(m_profile, tr("ふりがな"), &Municipality::kana)});
    auto *area = m_form.box<qint64>(m_profile, tr("圏域"), &Municipality::careArea, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        const Municipality *shown = registry().municipality(m_municipality);
        for (const CareArea &each : registry().areas)
            if (shown == nullptr || each.prefecture == shown->prefecture)
                choices.emplace_back(each.name, each.id);
        return choices;
    });
    area->setObjectName(u"area"_s);
    grid->addField(tr("圏域"), {area});
    auto *population = m_form.count(m_profile, tr("人口"), &Municipality::population);
    population->setObjectName(u"population"_s);
    grid->addField(tr("人口"), {population});
    grid->addField(tr("高齢化率（%）"), {m_form.tenths(m_profile, tr("高齢化率"), &Municipality::agedRate)});
    grid->addField(tr("要介護認定率（%）"),
                   {m_form.tenths(m_profile, tr("要介護認定率"), &Municipality::certifiedRate)});
    grid->addField(tr("運営"), {m_form.box<Operation>(m_profile, tr("運営"), &Municipality::operation, [] {
                       std::vector<std::pair<QString, Operation>> choices;
                       for (int i = 0; i <= static_cast<int>(Operation::None); ++i)
                           choices.emplace_back(operationText(static_cast<Operation>(i)),
                                                static_cast<Operation>(i));
                       choices.front().first = tr("（未入力）");
                       return choices;
                   })});
    grid->addField(tr("所管課"), {m_form.line(m_profile, tr("所管課"), &Municipality::department)});
    auto *hub =
        m_form.choice(m_profile, tr("拠点"), &Municipality::hub, {tr("不明"), tr("あり"), tr("なし")});
    hub->setToolTip(tr("在宅医療に必要な連携を担う拠点"));
    grid->addField(tr("拠点"), {hub});
    grid->addField(
        tr("発展段階"), {m_form.box<std::optional<int>>(m_profile, tr("発展段階"), &Municipality::stage, [] {
            std::vector<std::pair<QString, std::optional<int>>> choices{{tr("（未入力）"), std::nullopt}};
            for (int stage = 1; stage <= 4; ++stage)
                choices.emplace_back(stageText(stage), stage);
            return choices;
        })});
    grid->addField(tr("備考"), {m_form.text(m_profile, tr("備考"), &Municipality::note, 2)});
}

void MunicipalityPage::makeCards()
{
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *side : {left, right})
        side->setSpacing(metrics::m);
    m_centres = new Card(tr("センター（相談窓口）"), this);
    m_people = new Card(tr("コーディネーターと市町村担当者"), this);
    m_participation = new Card(tr("研修会への参加"), this);
    m_participation->setSubtitle(tr("アンケートに答えた受講者の人数（名簿にない方も含む）"));
    m_supports = new Card(tr("支援の記録"), this);
    for (Card *card : {m_centres, m_people, m_participation, m_supports})
        card->body()->setSpacing(metrics::xs);
    left->addWidget(m_profile);
    left->addStretch(1);
    right->addWidget(m_people);
    right->addWidget(m_centres);
    right->addWidget(m_participation);
    right->addWidget(m_supports);
    m_issues = new MentionsCard(
        tr("地域課題"), tr("課題のカード、相談の抜粋、協議の場などにこの市町村を書くと、ここに並びます。"),
        this);
    right->addWidget(m_issues);
    connect(m_issues, &MentionsCard::openRow, this, &MunicipalityPage::openRow);
    right->addStretch(1);
    m_columns->addLayout(left, 5);
    m_columns->addLayout(right, 6);
}

bool MunicipalityPage::reveal(const QString &table, qint64 row)
{
    if (table != u"municipality"_s || registry().municipality(row) == nullptr)
        return false;
    m_municipality = row;
    fill();
    return true;
}

void MunicipalityPage::fill()
{
    if (registry().municipality(m_municipality) == nullptr) {
        if (m_municipality != 0 && isVisible()) // undo took it away
            QMetaObject::invokeMethod(this, &Page::backRequested, Qt::QueuedConnection);
        m_municipality = registry().municipalities.empty() ? 0 : registry().municipalities.front().id;
    }
    const Municipality *found = registry().municipality(m_municipality);
    m_columns->parentWidget()->setVisible(found != nullptr);
    if (found == nullptr)
        return m_form.leave();
    const auto index = found - registry().municipalities.data();
    const Municipality shown = *found; // saving what was typed reads the registers anew
    header()->titleLabel()->setText(shown.name);
    const CareArea *area = registry().area(shown.careArea);
    const Prefecture *prefecture = registry().prefecture(shown.prefecture);
    QStringList about{prefecture != nullptr ? prefecture->name : QString(),
                      area != nullptr ? area->name : QString(),
                      shown.population ? tr("人口 %1").arg(countText(shown.population)) : QString()};
    about.removeAll(QString());
    header()->setContext(about.join(u'・'));
    m_form.show(shown, isWritable());
    m_support->setEnabled(isWritable());
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < std::ssize(registry().municipalities));
    fillCentres(shown);
    fillPeople(shown);
    fillParticipation();
    fillSupports();
    if (const auto issues = issuesOf(document(), m_municipality); report(issues))
        m_issues->show(*issues);
}

void MunicipalityPage::fillCentres(const Municipality &municipality)
{
    empty(m_centres);
    const std::vector<const Centre *> centres = registry().centresOf(municipality.id);
    const CoordinatorCounts counts = countCoordinators(registry(), QDate::currentDate());
    m_centres->setSubtitle(
        centres.empty() ? QString()
                        : tr("%1か所・コーディネーターの配置数と、人材の名簿にある人数").arg(centres.size()));
    if (centres.empty())
        addNote(m_centres,
                tr("この市町村を受け持つセンターは、まだ名簿にありません。市町村・センターの「センター」で"
                   "加えると、ここに並びます。"));
    for (const Centre *centre : centres) {
        QWidget *row = addRow(m_centres);
        QPushButton *open = linkButton(centre->name, row);
        connect(open, &QPushButton::clicked, this,
                [this, id = centre->id] { Q_EMIT openRow(u"municipalities"_s, u"centre"_s, id); });
        const auto served = registry().municipalitiesOf(centre->id).size();
        const auto here = counts.byCentre.find(centre->id);
        const QString registered = tr("名簿に%1名").arg(here == counts.byCentre.end() ? 0 : here->second);
        const QString placed =
            centre->coordinators ? tr("配置数 %1名").arg(*centre->coordinators) : tr("配置数は不明");
        QStringList about{rankText(centre->rank), centre->operatedBy,
                          served > 1 ? tr("%1市町村で%2（%3）").arg(served).arg(placed, registered)
                                     : tr("%1（%2）").arg(placed, registered)};
        for (const CentreMunicipality &link : registry().served)
            if (link.centre == centre->id && link.municipality == municipality.id)
                about << link.note;
        if (centre->closedOn.isValid())
            about << tr("%1 閉所").arg(eraDate(centre->closedOn));
        about.removeAll(QString());
        auto *text = new ElidedLabel(about.join(u'・'), row);
        text->setProperty("tone", u"secondary"_s);
        row->layout()->addWidget(open);
        static_cast<QHBoxLayout *>(row->layout())->addWidget(text, 1);
    }
}

void MunicipalityPage::fillPeople(const Municipality &municipality)
{
    empty(m_people);
    std::vector<const PersonRecord *> coordinators, officers, others;
    const auto people = registry().peopleOfMunicipality(municipality.id, QDate::currentDate());
    for (const PersonRecord *person : people) {
        if (isCoordinator(*person))
            coordinators.push_back(person);
        if (isOfficer(*person))
            officers.push_back(person);
        if (!isCoordinator(*person) && !isOfficer(*person))
            others.push_back(person);
    }
    m_people->setSubtitle(tr("人材の名簿に%1名").arg(people.size()));
    if (people.empty())
        return addNote(m_people, tr("この市町村の方は、まだ人材の名簿にありません。"));
    addPeople(tr("コーディネーター"), coordinators);
    addPeople(tr("市町村担当者"), officers);
    addPeople(tr("そのほか"), others);
}

void MunicipalityPage::addPeople(const QString &title, const std::vector<const PersonRecord *> &people)
{
    if (people.empty())
        return;
    const QDate today = QDate::currentDate();
    QWidget *head = addRow(m_people);
    head->layout()->addWidget(secondaryLabel(tr("%1　%2名").arg(title).arg(people.size()), head));
    for (const PersonRecord *person : people) {
        QWidget *row = addRow(m_people);
        QPushButton *open = linkButton(person->person.name, row);
        connect(open, &QPushButton::clicked, this,
                [this, id = person->person.id] { Q_EMIT openRow(u"person"_s, u"person"_s, id); });
        auto *chip = new LevelChip(row);
        const Assessment *last = person->assessmentOn(today);
        chip->setLevel(registry().ladder, last != nullptr ? last->level : -1);
        const QDate since = person->atStepSince(registry().ladder, today);
        QStringList about{registry().workplace(*person, today),
                          since.isValid() ? tr("%1から").arg(eraMonth(since)) : QString()};
        about.removeAll(QString());
        auto *text = new ElidedLabel(about.join(u'・'), row);
        text->setProperty("tone", u"secondary"_s);
        auto *line = static_cast<QHBoxLayout *>(row->layout());
        line->addWidget(open);
        line->addWidget(chip);
        line->addWidget(text, 1);
    }
}

void MunicipalityPage::fillParticipation()
{
    empty(m_participation);
    const auto found = participationOf(document(), registry(), m_municipality);
    if (!report(found))
        return;
    if (found->empty())
        return addNote(m_participation,
                       tr("この市町村の方の回答は、まだありません。回答を人材の名簿と結びつけると、"
                          "年度ごとの参加がここに並びます。"));
    for (const Participation &each : *found) {
        QWidget *row = addRow(m_participation);
        const QString year = each.heldOn.isValid() ? FiscalYear::of(each.heldOn).text() : tr("日付なし");
        auto *line = static_cast<QHBoxLayout *>(row->layout());
        line->addWidget(secondaryLabel(year, row));
        line->addWidget(new ElidedLabel(each.title, row), 1);
        QStringList who{tr("コーディネーター %1").arg(each.coordinators), tr("担当者 %1").arg(each.officers)};
        if (each.others > 0)
            who << tr("その他 %1").arg(each.others);
        line->addWidget(new QLabel(who.join(u'・'), row));
        auto *both =
            new QLabel(each.coordinators > 0 && each.officers > 0 ? tr("そろって参加") : QString(), row);
        both->setProperty("tone", u"accent"_s);
        line->addWidget(both);
    }
}

void MunicipalityPage::fillSupports()
{
    empty(m_supports);
    const auto people = registry().peopleOfMunicipality(m_municipality, QDate::currentDate());
    int count = 0;
    for (const Support &support : registry().supports) {
        int here = 0;
        if (const auto list = registry().attendees.find(support.id); list != registry().attendees.end())
            for (const PersonRecord *person : people)
                here += static_cast<int>(std::ranges::count(list->second, person->person.id));
        if (support.municipality != m_municipality && here == 0)
            continue;
        ++count;
        QWidget *row = addRow(m_supports);
        auto *line = static_cast<QHBoxLayout *>(row->layout());
        line->addWidget(
            secondaryLabel(support.heldOn.isValid() ? eraDate(support.heldOn) : tr("日付なし"), row));
        QPushButton *open = linkButton(support.title.isEmpty() ? tr("（題名なし）") : support.title, row);
        open->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(open, &QPushButton::clicked, this,
                [this, id = support.id] { Q_EMIT openRow(u"supports"_s, u"support"_s, id); });
        line->addWidget(open);
        line->addStretch(1);
        line->addWidget(secondaryLabel(here > 0
                                           ? tr("%1・%2名").arg(supportKindShortText(support.kind)).arg(here)
                                           : supportKindShortText(support.kind),
                                       row));
    }
    m_supports->setSubtitle(count > 0 ? tr("%1件").arg(count) : QString());
    if (count == 0)
        addNote(m_supports,
                tr("支援の記録はまだありません。「支援を記録」で、訪問や打合せをここに残せます。"));
}

void MunicipalityPage::step(int by)
{
    const Municipality *shown = registry().municipality(m_municipality);
    if (shown == nullptr)
        return;
    const auto index = shown - registry().municipalities.data() + by;
    if (index >= 0 && index < std::ssize(registry().municipalities))
        reveal(u"municipality"_s, registry().municipalities[static_cast<std::size_t>(index)].id);
}

void MunicipalityPage::recordSupport()
{
    Support support;
    support.kind = Support::Kind::Accompany;
    support.title = tr("%1への伴走支援").arg(header()->titleLabel()->text());
    support.method = tr("伴走支援");
    support.heldOn = QDate::currentDate();
    support.municipality = m_municipality;
    const auto id = RecordTable<Support>(document()).add(support, tr("支援の記録の追加"));
    if (report(id))
        Q_EMIT openRow(u"supports"_s, u"support"_s, *id);
}

void MunicipalityPage::print()
{
    SavedField::commitAll(this); // the sheet shows what is stored
    report(showPeopleSheet(context(), PeopleSheetKind::Municipality, m_municipality, this));
}

void MunicipalityPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
