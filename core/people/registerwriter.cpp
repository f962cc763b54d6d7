// Lists of people, centres and municipalities, written so that they can be corrected and read back.
#include "exchange/csvwriter.h"
#include "exchange/workbookwriter.h"
#include "people/registerimport.h"
#include "people/registerlists.h"
#include "people/registervalues.h"

#include <QCoreApplication>

namespace tane {

namespace {

using namespace registers;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// Columns whose cells hold several words: the drop-down offers them, but does not insist.
bool holdsSeveral(Column column)
{
    return column == Column::Roles || column == Column::Qualifications ||
           column == Column::OrganisationKind || column == Column::Operator || column == Column::Centre ||
           column == Column::Municipality || column == Column::Area || column == Column::Coordinators;
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

/// Counts as numbers, so that Excel can add them up; everything else as it is.
std::vector<CellValue> cellsOf(const List &list, const QStringList &row)
{
    std::vector<CellValue> cells(row.begin(), row.end());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Column column = list.columns[i].column;
        bool isNumber = false;
        const std::int64_t number = row[static_cast<qsizetype>(i)].toLongLong(&isNumber);
        if (isNumber && (column == Column::Population || column == Column::Coordinators ||
                         column == Column::MedicalAreas || column == Column::HealthCentres))
            cells[i] = number;
    }
    return cells;
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
        sheet.writeRow(cellsOf(list, row));
    sheet.addFilter();
    sheet.keepInView(list.columns.front().column == Column::Code ? 3 : 1); // as far as the name
    constexpr int roomBelow = 200;                                         // rows to write new ones in
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
    List list = listOf(registry, kind, mark, masked, QDate::currentDate());
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
        writeSheet(book, historyOf(registry, mark),
                   Texts::tr("これまでの所属です。異動は「人材」のシートで所属を書き換え、異動日を書くと、こ"
                             "こに1行増えます。"));
    if (kind == RegisterKind::Municipalities) {
        writeSheet(book, areasOf(registry, mark, masked),
                   Texts::tr("圏域の名前と備考です。市町村の圏域は「市町村」のシートに書きます。"));
        writeSheet(book, prefecturesOf(registry, mark, masked), Texts::tr("都道府県としての内容です。"));
    }
    return book.save(path);
}

} // namespace tane
