#include "people/registerlists.h"

#include "people/privacy.h"
#include "people/registerimport.h"
#include "people/registervalues.h"

#include <QCoreApplication>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// What an export with masked names leaves out: contact, free texts that may name somebody, and the ids.
bool isPersonal(RegisterKind kind, Column column)
{
    switch (column) {
    case Column::Id:
    case Column::Email:
    case Column::Phone:
        return true;
    case Column::Kana:
    case Column::Consent:
    case Column::Note:
    case Column::KeepUntil:
        return kind == RegisterKind::People;
    default:
        return false;
    }
}

std::vector<ColumnSpec> writtenColumns(RegisterKind kind, bool masked, std::vector<ColumnSpec> columns)
{
    std::erase_if(columns, [&](const ColumnSpec &spec) {
        return spec.width == 0 || (masked && isPersonal(kind, spec.column));
    });
    // Not a head that a reader takes for names: M01 must never come back as a person.
    if (masked && kind == RegisterKind::People)
        columns.front().head = Texts::tr("仮の番号");
    return columns;
}

QString number(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

/// Makes the cells of the three registers.
class Lists
{
public:
    Lists(const Registry &registry, QString mark, bool masked, QDate today)
        : m_registry(registry)
        , m_mark(std::move(mark))
        , m_mask(registry, masked)
        , m_masked(masked)
        , m_today(today)
    {
    }

    List people()
    {
        List list{Texts::tr("人材"),
                  Texts::tr("人材の一覧"),
                  writtenColumns(RegisterKind::People, m_masked, columnsOf(RegisterKind::People)),
                  {},
                  {}};
        for (const PersonRecord &person : m_registry.people)
            list.rows.push_back(row(list, [&](Column column) { return cell(person, column); }));
        return list;
    }
    List centres()
    {
        List list{Texts::tr("センター"),
                  Texts::tr("センターの一覧"),
                  writtenColumns(RegisterKind::Centres, m_masked, columnsOf(RegisterKind::Centres)),
                  {},
                  {}};
        for (const Centre &centre : m_registry.centres)
            list.rows.push_back(row(list, [&](Column column) { return cell(centre, column); }));
        return list;
    }
    List municipalities()
    {
        List list{
            Texts::tr("市町村"),
            Texts::tr("市町村の一覧"),
            writtenColumns(RegisterKind::Municipalities, m_masked, columnsOf(RegisterKind::Municipalities)),
            {},
            {}};
        for (const Municipality &municipality : m_registry.municipalities)
            list.rows.push_back(row(list, [&](Column column) { return cell(municipality, column); }));
        return list;
    }

private:
    template<class Cell>
    static QStringList row(const List &list, const Cell &cell)
    {
        QStringList cells;
        for (const ColumnSpec &spec : list.columns)
            cells << cell(spec.column);
        return cells;
    }
    [[nodiscard]] QString prefectureName(qint64 id) const
    {
        const Prefecture *prefecture = m_registry.prefecture(id);
        return prefecture ? prefecture->name : QString();
    }
    [[nodiscard]] QString cell(const PersonRecord &record, Column column) const;
    [[nodiscard]] QString cell(const Centre &centre, Column column) const;
    [[nodiscard]] QString cell(const Municipality &municipality, Column column) const;

    const Registry &m_registry;
    QString m_mark;
    NameMask m_mask;
    bool m_masked;
    QDate m_today;
};

QString Lists::cell(const PersonRecord &record, Column column) const
{
    const Person &person = record.person;
    const Affiliation *main = record.affiliationOn(m_today);
    switch (column) {
    case Column::Name:
        return m_masked ? m_mask(record) : person.name;
    case Column::Kana:
        return person.kana;
    case Column::Roles:
        return joinWords(record.roles);
    case Column::Prefecture: {
        const auto municipalities =
            main ? m_registry.municipalitiesOf(*main) : std::vector<const Municipality *>();
        return municipalities.empty() ? QString() : prefectureName(municipalities.front()->prefecture);
    }
    case Column::Centre:
    case Column::Municipality:
    case Column::Organisation:
    case Column::OrganisationKind:
    case Column::Title:
    case Column::From:
        return main ? workplaceCell(m_registry, *main, column, false) : QString();
    case Column::Qualifications:
        return joinWords(record.qualifications);
    case Column::Employment:
        return employmentText(person.employment);
    case Column::Duty:
        return dutyText(person.duty);
    case Column::Since:
        return dateText(person.since);
    case Column::Email:
        return person.email;
    case Column::Phone:
        return person.phone;
    case Column::Consent:
        return person.consent;
    case Column::KeepUntil:
        return dateText(person.keepUntil);
    case Column::LeftOn:
        return dateText(person.leftOn);
    case Column::Note:
        return person.note;
    case Column::Anonymous:
        return person.anonymous ? Texts::tr("済") : QString();
    case Column::Id:
        return idText(person.id, m_mark);
    default:
        return {};
    }
}

QString Lists::cell(const Centre &centre, Column column) const
{
    switch (column) {
    case Column::Name:
        return centre.name;
    case Column::Kana:
        return centre.kana;
    case Column::Prefecture:
        return prefectureName(centre.prefecture);
    case Column::Municipality: {
        QStringList words;
        for (const CentreMunicipality &link : m_registry.served)
            if (const Municipality *one = m_registry.municipality(link.municipality);
                one && link.centre == centre.id)
                words << servedText(*one, link.note);
        return joinWords(words);
    }
    case Column::Rank:
        return rankText(centre.rank);
    case Column::Hub:
        return answeredText(centre.hub);
    case Column::Operator:
        return centre.operatedBy;
    case Column::Coordinators:
        return centre.coordinators ? number(centre.coordinators) : Texts::tr("不明");
    case Column::Phone:
        return centre.phone;
    case Column::Email:
        return centre.email;
    case Column::ClosedOn:
        return dateText(centre.closedOn);
    case Column::Note:
        return centre.note;
    case Column::Id:
        return idText(centre.id, m_mark);
    default:
        return {};
    }
}

QString Lists::cell(const Municipality &municipality, Column column) const
{
    switch (column) {
    case Column::Code:
        return municipality.code;
    case Column::Prefecture:
        return prefectureName(municipality.prefecture);
    case Column::Name:
        return municipality.name;
    case Column::Kana:
        return municipality.kana;
    case Column::Area: {
        const CareArea *area = m_registry.area(municipality.careArea);
        return area ? area->name : QString();
    }
    case Column::Population:
        return number(municipality.population);
    case Column::AgedRate:
        return tenthsText(municipality.agedRate);
    case Column::CertifiedRate:
        return tenthsText(municipality.certifiedRate);
    case Column::Operation:
        return operationText(municipality.operation);
    case Column::Department:
        return municipality.department;
    case Column::Hub:
        return answeredText(municipality.hub);
    case Column::Stage:
        return stageText(municipality.stage.value_or(0));
    case Column::Note:
        return municipality.note;
    case Column::Id:
        return idText(municipality.id, m_mark);
    default:
        return {};
    }
}

} // namespace

void List::add(const std::map<Column, QString> &cells)
{
    QStringList row;
    for (const ColumnSpec &spec : columns) {
        const auto cell = cells.find(spec.column);
        row << (cell == cells.end() ? QString() : cell->second);
    }
    rows.push_back(row);
}

List listOf(const Registry &registry, RegisterKind kind, const QString &mark, bool masked, QDate today)
{
    Lists lists(registry, mark, masked, today);
    switch (kind) {
    case RegisterKind::People:
        return lists.people();
    case RegisterKind::Centres:
        return lists.centres();
    case RegisterKind::Municipalities:
        return lists.municipalities();
    }
    Q_UNREACHABLE();
}

List historyOf(const Registry &registry, const QString &mark)
{
    List list{Texts::tr("所属の履歴"), Texts::tr("所属の履歴"), historyColumns(), {}, {}};
    for (const PersonRecord &person : registry.people)
        for (const Affiliation &affiliation : person.affiliations) {
            QStringList cells;
            for (const ColumnSpec &spec : list.columns)
                cells << (spec.column == Column::Name ? person.person.name
                          : spec.column == Column::Id ? idText(person.person.id, mark)
                          : spec.column == Column::AffiliationId
                              ? idText(affiliation.id, mark)
                              : workplaceCell(registry, affiliation, spec.column, true));
            list.rows.push_back(cells);
        }
    return list;
}

List prefecturesOf(const Registry &registry, const QString &mark, bool masked)
{
    List list{Texts::tr("都道府県"),
              Texts::tr("都道府県"),
              writtenColumns(RegisterKind::Municipalities, masked, prefectureColumns()),
              {},
              {}};
    for (const Prefecture &one : registry.prefectures) {
        list.add({{Column::Name, one.name},
                  {Column::Code, one.code},
                  {Column::Department, one.department},
                  {Column::SecondDepartment, one.secondDepartment},
                  {Column::MedicalAreas, number(one.medicalAreas)},
                  {Column::HealthCentres, number(one.healthCentres)},
                  {Column::Note, one.note},
                  {Column::Id, idText(one.id, mark)}});
    }
    return list;
}

List areasOf(const Registry &registry, const QString &mark, bool masked)
{
    List list{Texts::tr("圏域"),
              Texts::tr("圏域"),
              writtenColumns(RegisterKind::Municipalities, masked, areaColumns()),
              {},
              {}};
    for (const CareArea &one : registry.areas) {
        const Prefecture *prefecture = registry.prefecture(one.prefecture);
        list.add({{Column::Name, one.name},
                  {Column::Prefecture, prefecture ? prefecture->name : QString()},
                  {Column::Note, one.note},
                  {Column::Id, idText(one.id, mark)}});
    }
    return list;
}

} // namespace tane::registers
