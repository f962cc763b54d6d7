// Lists of people, centres and municipalities, written so that they can be corrected and read back.
#include "base/textfold.h"
#include "exchange/csvwriter.h"
#include "exchange/workbookwriter.h"
#include "people/privacy.h"
#include "people/registerimport.h"
#include "people/registervalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tane {

namespace {

using namespace registers;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// One sheet of a list before it is written.
struct List
{
    QString name, title;
    std::vector<ColumnSpec> columns;
    std::vector<QStringList> rows;
    std::map<Column, QStringList> choices; ///< drop-downs
};

/// Columns whose cells hold several words: the drop-down offers them, but does not insist.
bool holdsSeveral(Column column)
{
    return column == Column::Roles || column == Column::Qualifications ||
           column == Column::OrganisationKind || column == Column::Operator || column == Column::Centre ||
           column == Column::Municipality || column == Column::Area || column == Column::Coordinators;
}

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

std::vector<ColumnSpec> writtenColumns(RegisterKind kind, bool masked)
{
    std::vector<ColumnSpec> columns = columnsOf(kind);
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
                  writtenColumns(RegisterKind::People, m_masked),
                  {},
                  {}};
        for (const PersonRecord &person : m_registry.people)
            list.rows.push_back(row(list, [&](Column column) { return cell(person, column); }));
        return list;
    }
    /// Every affiliation with its times.
    List history()
    {
        List list{Texts::tr("所属の履歴"), Texts::tr("所属の履歴"), historyColumns(), {}, {}};
        for (const PersonRecord &person : m_registry.people)
            for (const Affiliation &affiliation : person.affiliations)
                list.rows.push_back(row(list, [&](Column column) {
                    if (column == Column::Name)
                        return person.person.name;
                    if (column == Column::Id)
                        return idText(person.person.id, m_mark);
                    if (column == Column::AffiliationId)
                        return idText(affiliation.id, m_mark);
                    return workplaceCell(m_registry, affiliation, column, true);
                }));
        return list;
    }
    List centres()
    {
        List list{Texts::tr("センター"),
                  Texts::tr("センターの一覧"),
                  writtenColumns(RegisterKind::Centres, m_masked),
                  {},
                  {}};
        for (const Centre &centre : m_registry.centres)
            list.rows.push_back(row(list, [&](Column column) { return cell(centre, column); }));
        return list;
    }
    List municipalities()
    {
        List list{Texts::tr("市町村"),
                  Texts::tr("市町村の一覧"),
                  writtenColumns(RegisterKind::Municipalities, m_masked),
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
    const auto rate = [](const std::optional<int> &tenths) { return tenths ? rateText(*tenths) : QString(); };
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
        return rate(municipality.agedRate);
    case Column::CertifiedRate:
        return rate(municipality.certifiedRate);
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

Result<std::map<Column, QStringList>> choicesOf(Document &document, const Registry &registry,
                                                RegisterKind kind)
{
    std::map<Column, QStringList> choices;
    const QStringList answers{answeredText(Answered::Yes), answeredText(Answered::No)};
    QStringList centres, municipalities, areas;
    for (const Centre &centre : registry.centres)
        centres << centre.name;
    for (const Municipality &municipality : registry.municipalities)
        municipalities << municipality.name;
    for (const CareArea &area : registry.areas)
        areas << area.name;
    TANE_TRY(const QStringList roles, vocabulary(document, Vocabulary::Role));
    TANE_TRY(const QStringList kinds, vocabulary(document, Vocabulary::Organisation));
    TANE_TRY(const QStringList qualifications, vocabulary(document, Vocabulary::Qualification));
    TANE_TRY(const QStringList operators, vocabulary(document, Vocabulary::Operator));
    switch (kind) {
    case RegisterKind::People:
        choices[Column::Roles] = roles;
        choices[Column::OrganisationKind] = kinds;
        choices[Column::Qualifications] = qualifications;
        choices[Column::Centre] = centres;
        choices[Column::Municipality] = municipalities;
        choices[Column::Employment] = {employmentText(Employment::Full), employmentText(Employment::Part)};
        choices[Column::Duty] = {dutyText(Duty::Exclusive), dutyText(Duty::Concurrent)};
        break;
    case RegisterKind::Centres:
        choices[Column::Operator] = operators;
        choices[Column::Municipality] = municipalities;
        choices[Column::Rank] = {rankText(Centre::Rank::Core), rankText(Centre::Rank::Field)};
        choices[Column::Hub] = answers;
        break;
    case RegisterKind::Municipalities:
        choices[Column::Area] = areas;
        choices[Column::Hub] = answers;
        for (const Operation operation :
             {Operation::Direct, Operation::Commissioned, Operation::Both, Operation::None})
            choices[Column::Operation] << operationText(operation);
        for (int stage = 1; stage <= 4; ++stage)
            choices[Column::Stage] << stageText(stage);
        break;
    }
    return choices;
}

void writeSheet(WorkbookWriter &book, const List &list, const QString &note)
{
    SheetWriter &sheet = book.addSheet(list.name);
    sheet.setLandscape(true);
    sheet.setFooter(list.title);
    sheet.writeTitle(list.title);
    sheet.writeNote(note);
    QStringList heads;
    std::vector<double> widths;
    for (const ColumnSpec &spec : list.columns) {
        heads << spec.head;
        widths.push_back(spec.width);
    }
    sheet.setColumnWidths(widths);
    sheet.writeHead(heads);
    const int first = sheet.nextRow();
    for (const QStringList &row : list.rows)
        sheet.writeRow(std::vector<CellValue>(row.begin(), row.end()));
    sheet.addFilter();
    constexpr int roomBelow = 200; // rows to write new ones in
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        const Column column = list.columns[i].column;
        const int at = static_cast<int>(i);
        if (const auto choices = list.choices.find(column); choices != list.choices.end())
            sheet.addChoices(first, at, sheet.nextRow() + roomBelow, at, choices->second,
                             holdsSeveral(column) ? SheetWriter::Choices::Offered
                                                  : SheetWriter::Choices::Required);
        if (column == Column::Id || column == Column::AffiliationId)
            sheet.hideColumn(at);
    }
}

Result<> writeCsv(const QString &path, const List &list)
{
    CsvWriter csv;
    QStringList heads;
    for (const ColumnSpec &spec : list.columns)
        heads << spec.head;
    csv.row(heads);
    for (const QStringList &row : list.rows)
        csv.row(row);
    return csv.save(path);
}

} // namespace

Result<> writeRegister(Document &document, RegisterKind kind, const QString &path, bool masked)
{
    TANE_TRY(const Registry registry, loadRegistry(document));
    TANE_TRY(const QString mark, fileMark(document));
    Lists lists(registry, mark, masked, QDate::currentDate());
    List list = kind == RegisterKind::People    ? lists.people()
                : kind == RegisterKind::Centres ? lists.centres()
                                                : lists.municipalities();
    if (path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive))
        return writeCsv(path, list);
    if (!masked) {
        TANE_TRY(list.choices, choicesOf(document, registry, kind));
    }
    WorkbookWriter book;
    book.setTitle(list.title);
    writeSheet(book, list,
               masked ? Texts::tr("お名前と連絡先を伏せた一覧です。取り込むことはできません。")
                      : Texts::tr("直して、そのまま取り込めます。空欄にしたところは、今の値のまま変わりません"
                                  "。新しい行は下に書き足して"
                                  "ください（行を写さずに、新しい行へ書いてください）。"));
    if (kind == RegisterKind::People && !masked)
        writeSheet(book, lists.history(),
                   Texts::tr("これまでの所属です。異動は「人材」のシートで所属を書き換え、異動日を書くと、こ"
                             "こに1行増えます。"));
    return book.save(path);
}

} // namespace tane
