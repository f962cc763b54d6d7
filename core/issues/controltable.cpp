// Control sheets of several municipalities as one table.
#include "exchange/workbookwriter.h"
#include "issues/controlsheetreading.h"

#include "people/registervalues.h"

#include <algorithm>
#include <map>

namespace tane {

namespace controlsheet {

namespace {

QString codeHead()
{
    return QStringLiteral("市町村コード");
}
QString sceneHead()
{
    return QStringLiteral("場面");
}
QString noteHead()
{
    return QStringLiteral("備考");
}

/// Texts of a scene in the order of the table.
struct SceneColumn
{
    QString head;
    QString ControlScene::*member;
};
const std::vector<SceneColumn> &sceneColumns()
{
    static const std::vector<SceneColumn> columns = [] {
        std::vector<SceneColumn> all;
        for (const SceneField &field : kSceneFields)
            all.push_back({QString::fromUtf16(field.label), field.member});
        all.push_back({givenLabel(), &ControlScene::supportGiven});
        all.push_back({wantingLabel(), &ControlScene::supportWanting});
        return all;
    }();
    return columns;
}

class TableReader
{
public:
    TableReader(const Registry &registry, const Table &table, const QString &file, ReadControlSheets &read)
        : m_registry(registry)
        , m_table(table)
        , m_read(read)
        , m_problems(file, read.problems)
    {
    }
    bool run();

private:
    bool findHead();
    [[nodiscard]] QString text(int row, const QString &head) const
    {
        const auto column = m_columns.find(foldText(head));
        return column == m_columns.end() ? QString() : textAt(m_table, row, column->second);
    }
    [[nodiscard]] int column(const QString &head) const
    {
        const auto found = m_columns.find(foldText(head));
        return found == m_columns.end() ? 0 : found->second;
    }
    void readRow(int row);
    [[nodiscard]] ControlContent *sheetOf(int row);
    [[nodiscard]] ControlContent::Scene *sceneOf(ControlContent &content, int row);
    /// A text that stands in the first row of its sheet or scene, or again in others.
    void take(QString &into, int row, const QString &head);
    void takeDay(ControlSheet &sheet, int row);
    void readIndicator(ControlContent::Scene &scene, int row);

    const Registry &m_registry;
    const Table &m_table;
    ReadControlSheets &m_read;
    Problems m_problems;
    int m_headRow = -1;
    std::map<QString, int> m_columns; ///< by folded head
    std::map<int, int> m_years;       ///< by column
    std::vector<ControlContent> m_sheets;
};

bool TableReader::findHead()
{
    constexpr int most = 20;
    for (int row = 0; row < std::min(most, m_table.rowCount()); ++row) {
        std::map<QString, int> heads;
        for (int column = 0; column < m_table.cellsInRow(row); ++column)
            if (const QString head = foldLabel(textAt(m_table, row, column)); !head.isEmpty())
                heads.try_emplace(head, column);
        const auto has = [&](const QString &head) { return heads.contains(foldText(head)); };
        if (!(has(municipalityLabel()) || has(codeHead())) || !has(yearLabel()) || !has(sceneHead()))
            continue;
        m_headRow = row;
        m_columns = std::move(heads);
        for (int column = 0; column < m_table.cellsInRow(row); ++column)
            if (const QString head = textAt(m_table, row, column);
                !head.isEmpty() && foldText(head) != foldText(yearLabel()))
                if (const auto year = FiscalYear::parse(head))
                    m_years[column] = year->startYear();
        return true;
    }
    return false;
}

void TableReader::take(QString &into, int row, const QString &head)
{
    const QString said = text(row, head);
    if (said.isEmpty() || said == into)
        return;
    if (into.isEmpty())
        into = said;
    else
        m_problems.add(m_table, row, column(head),
                       Texts::tr("「%1」が前の行と違います。同じ場面では一つにしてください。").arg(head));
}

ControlContent *TableReader::sheetOf(int row)
{
    const QString code = text(row, codeHead()), name = text(row, municipalityLabel());
    const Municipality *one = code.isEmpty() ? nullptr : municipalityNamed(m_registry, code);
    if (!one)
        one = municipalityNamed(m_registry, name);
    const auto year = FiscalYear::parse(text(row, yearLabel()));
    if (!one)
        m_problems.add(
            m_table, row, column(municipalityLabel()),
            Texts::tr("どの市町村か分かりません。登録されている名前か市町村コードを書いてください。"));
    if (!year)
        m_problems.add(m_table, row, column(yearLabel()),
                       Texts::tr("年度が読めません。令和8年度 のように書いてください。"));
    if (!one || !year)
        return nullptr;
    for (ControlContent &content : m_sheets)
        if (content.sheet.municipality == one->id && content.sheet.year == year->startYear())
            return &content;
    ControlContent content;
    content.sheet.municipality = one->id;
    content.sheet.year = year->startYear();
    m_sheets.push_back(std::move(content));
    return &m_sheets.back();
}

ControlContent::Scene *TableReader::sceneOf(ControlContent &content, int row)
{
    const QString name = text(row, sceneHead());
    if (name.isEmpty())
        return nullptr;
    for (ControlContent::Scene &scene : content.scenes)
        if (foldText(scene.scene.name) == foldText(name))
            return &scene;
    content.scenes.push_back({.scene = {.name = name}, .indicators = {}});
    return &content.scenes.back();
}

void TableReader::takeDay(ControlSheet &sheet, int row)
{
    const QString said = text(row, filledLabel());
    if (said.isEmpty())
        return;
    const auto date = registers::dateOf(said);
    if (!date)
        m_problems.add(m_table, row, column(filledLabel()),
                       Texts::tr("記入日が日付として読めません。2026/4/1 のように書いてください。"));
    else if (!sheet.filledOn.isValid())
        sheet.filledOn = *date;
}

void TableReader::readIndicator(ControlContent::Scene &scene, int row)
{
    ControlContent::Indicator one;
    for (const IndicatorColumn &each : kIndicatorColumns)
        one.indicator.*each.member = text(row, QString::fromUtf16(each.head));
    for (const auto &[place, year] : m_years)
        if (const QString value = textAt(m_table, row, place); !value.isEmpty())
            one.values[year] = value;
    if (one.indicator.isEmpty() && one.values.empty())
        return;
    checkIndicator(one, m_table, row, column(QString::fromUtf16(kIndicatorColumns.front().head)),
                   column(QString::fromUtf16(kIndicatorColumns[kColumnsBeforeYears].head)), m_problems);
    scene.indicators.push_back(std::move(one));
}

void TableReader::readRow(int row)
{
    ControlContent *content = sheetOf(row);
    if (!content)
        return;
    take(content->sheet.vision, row, visionLabel());
    take(content->sheet.note, row, noteHead());
    takeDay(content->sheet, row);
    ControlContent::Scene *scene = sceneOf(*content, row);
    if (!scene) {
        if (!text(row, QString::fromUtf16(kIndicatorColumns.front().head)).isEmpty())
            m_problems.add(m_table, row, column(sceneHead()), Texts::tr("場面の名前がありません。"));
        return;
    }
    for (const SceneColumn &each : sceneColumns())
        take(scene->scene.*each.member, row, each.head);
    readIndicator(*scene, row);
}

bool TableReader::run()
{
    if (!findHead())
        return false;
    for (int row = m_headRow + 1; row < m_table.rowCount(); ++row)
        readRow(row);
    // A table is taken or refused as a whole: its rows belong together.
    if (m_problems.count() == 0)
        std::ranges::move(m_sheets, std::back_inserter(m_read.sheets));
    return true;
}

} // namespace

bool readControlTable(const Registry &registry, const std::vector<Table> &tables, const QString &file,
                      ReadControlSheets &read)
{
    bool any = false;
    for (const Table &table : tables)
        any = TableReader(registry, table, file, read).run() || any;
    return any;
}

} // namespace controlsheet

using namespace controlsheet;

namespace {

std::vector<int> yearsOf(const std::vector<ControlContent> &sheets)
{
    std::set<int> years;
    for (const ControlContent &content : sheets)
        for (const int year : content.years())
            years.insert(year);
    return {years.begin(), years.end()};
}

QStringList headsOf(const std::vector<int> &years)
{
    QStringList heads{codeHead(),    municipalityLabel(), yearLabel(), filledLabel(),
                      visionLabel(), noteHead(),          sceneHead()};
    for (const SceneColumn &each : sceneColumns())
        heads << each.head;
    for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
        if (i == kColumnsBeforeYears)
            for (const int year : years)
                heads << FiscalYear(year).text();
        heads << QString::fromUtf16(kIndicatorColumns[i].head);
    }
    return heads;
}

/// A row: texts of the sheet and of the scene where `sheetTexts` and `scene` say so.
std::vector<CellValue> rowOf(const Municipality *place, const ControlSheet &sheet, bool sheetTexts,
                             const ControlScene *scene, bool sceneTexts,
                             const ControlContent::Indicator *indicator, const std::vector<int> &years)
{
    std::vector<CellValue> row{place ? place->code : QString(), place ? place->name : QString(),
                               FiscalYear(sheet.year).text()};
    row.emplace_back(sheetTexts && sheet.filledOn.isValid() ? registers::dateText(sheet.filledOn)
                                                            : QString());
    row.emplace_back(sheetTexts ? sheet.vision : QString());
    row.emplace_back(sheetTexts ? sheet.note : QString());
    row.emplace_back(scene ? scene->name : QString());
    for (const SceneColumn &each : sceneColumns())
        row.emplace_back(scene && sceneTexts ? scene->*each.member : QString());
    for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
        if (i == kColumnsBeforeYears)
            for (const int year : years) {
                const bool has = indicator && indicator->values.contains(year);
                row.emplace_back(has ? indicator->values.at(year) : QString());
            }
        row.emplace_back(indicator ? indicator->indicator.*kIndicatorColumns[i].member : QString());
    }
    return row;
}

} // namespace

Result<> writeControlTable(const QString &path, const Registry &registry,
                           const std::vector<ControlContent> &sheets)
{
    WorkbookWriter workbook;
    workbook.setTitle(Texts::tr("課題管理シートの一覧"));
    SheetWriter &sheet = workbook.addSheet(Texts::tr("課題管理シート"));
    sheet.setLandscape(true);
    const std::vector<int> years = yearsOf(sheets);
    sheet.writeHead(headsOf(years));
    for (const ControlContent &content : sheets) {
        const Municipality *place = registry.municipality(content.sheet.municipality);
        bool first = true;
        for (const ControlContent::Scene &scene : content.scenes) {
            const std::size_t rows = std::max<std::size_t>(scene.indicators.size(), 1);
            for (std::size_t i = 0; i < rows; ++i) {
                sheet.writeRow(rowOf(place, content.sheet, first, &scene.scene, i == 0,
                                     i < scene.indicators.size() ? &scene.indicators[i] : nullptr, years));
                first = false;
            }
        }
        if (first)
            sheet.writeRow(rowOf(place, content.sheet, true, nullptr, false, nullptr, years));
    }
    sheet.addFilter();
    sheet.keepInView(3);
    return workbook.save(path);
}

} // namespace tane
