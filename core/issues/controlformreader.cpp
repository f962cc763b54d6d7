// A control sheet that was filled in, found by its labels, whatever program saved it.
#include "issues/controlsheetreading.h"

#include "people/registervalues.h"

#include <algorithm>
#include <map>

namespace tane::controlsheet {

const Municipality *municipalityNamed(const Registry &registry, const QString &text)
{
    const QString name = foldName(text), code = asciiDigits(text);
    const Municipality *found = nullptr;
    constexpr qsizetype shortCode = 5; // without its check digit
    for (const Municipality &one : registry.municipalities) {
        const bool same = foldName(one.name) == name ||
                          (!one.code.isEmpty() && (one.code == code || one.code.first(shortCode) == code));
        if (same && found)
            return nullptr;
        if (same)
            found = &one;
    }
    return found;
}

void checkIndicator(const ControlContent::Indicator &one, const Table &table, int row, int nameColumn,
                    int targetColumn, Problems &problems)
{
    if (one.indicator.name.isEmpty())
        problems.add(table, row, nameColumn,
                     Texts::tr("指標の名前がないのに、値が書かれています。指標の名前を書いてください。"));
    if (const QString reason = indicatorTargetProblem(one.indicator.name, {}, one.indicator.target);
        !reason.isEmpty())
        problems.add(table, row, targetColumn, reason);
}

namespace {

/// Where a cell is.
struct Place
{
    int row = -1, column = -1;
    explicit operator bool() const { return row >= 0; }
};

class FormReader
{
public:
    FormReader(const Registry &registry, const std::vector<Table> &tables, const QString &file,
               ReadControlSheets &read)
        : m_registry(registry)
        , m_tables(tables)
        , m_read(read)
        , m_problems(file, read.problems)
    {
    }
    bool run();

private:
    [[nodiscard]] const Table *formTable() const;
    /// The first cell with this label in the rows and columns given.
    [[nodiscard]] Place find(const QString &label, int fromRow, int toRow, int toColumn,
                             int fromColumn = 0) const;
    /// What stands right of a cell, before `limit`; empty when the next text is a label of the head.
    [[nodiscard]] Place rightOf(Place label, int limit) const;
    [[nodiscard]] QString text(Place place) const
    {
        return place ? textAt(*m_table, place.row, place.column) : QString();
    }
    /// The first text below a cell, before `limit`.
    [[nodiscard]] QString below(Place label, int limit) const;
    void readHead();
    void readMunicipality(Place cell);
    [[nodiscard]] std::pair<qint64, int> marked() const;
    void readScenes();
    void readScene(int fromRow, int toRow, int centreColumn);
    void readIndicators(ControlContent::Scene &scene, Place assessment, int toRow, int centreColumn);
    void problem(Place place, const QString &message)
    {
        m_problems.add(*m_table, std::max(place.row, 0), std::max(place.column, 0), message);
    }

    const Registry &m_registry;
    const std::vector<Table> &m_tables;
    ReadControlSheets &m_read;
    Problems m_problems;
    const Table *m_table = nullptr;
    ControlContent m_content;
    int m_firstScene = 0;
};

const Table *FormReader::formTable() const
{
    const QString centre = foldText(centreLabel());
    for (const Table &table : m_tables)
        for (int row = 0; row < table.rowCount(); ++row)
            for (int column = 0; column < table.cellsInRow(row); ++column)
                if (foldLabel(textAt(table, row, column)) == centre)
                    return &table;
    return nullptr;
}

Place FormReader::find(const QString &label, int fromRow, int toRow, int toColumn, int fromColumn) const
{
    const QString folded = foldText(label);
    for (int row = fromRow; row < toRow; ++row)
        for (int column = fromColumn; column < std::min(toColumn, m_table->cellsInRow(row)); ++column)
            if (foldLabel(textAt(*m_table, row, column)) == folded)
                return {row, column};
    return {};
}

Place FormReader::rightOf(Place label, int limit) const
{
    const QStringList heads{foldText(municipalityLabel()), foldText(yearLabel()), foldText(filledLabel()),
                            foldText(visionLabel())};
    for (int column = label.column + 1; column < limit; ++column) {
        const QString said = textAt(*m_table, label.row, column);
        if (said.isEmpty())
            continue;
        return heads.contains(foldText(said)) ? Place() : Place{label.row, column};
    }
    return {};
}

QString FormReader::below(Place label, int limit) const
{
    for (int row = label.row + 1; row < limit; ++row)
        if (const QString said = textAt(*m_table, row, label.column); !said.isEmpty())
            return said;
    return {};
}

/// Municipality and year of the hidden mark, 0 where it is none of this file's.
std::pair<qint64, int> FormReader::marked() const
{
    for (const Table &table : m_tables)
        for (int row = 0; row < table.rowCount(); ++row) {
            const QStringList words = textAt(table, row, 0).split(u' ');
            if (words.size() != 4 || words.front() != QLatin1String(kMark))
                continue;
            const Municipality *one = m_registry.municipality(words[1].toLongLong());
            if (one && markOf(one->id, words[2].toInt(), one->name) == words.join(u' '))
                return {one->id, words[2].toInt()};
        }
    return {};
}

void FormReader::readMunicipality(Place cell)
{
    const auto [marked_id, marked_year] = marked();
    const QString name = text(cell);
    const Municipality *named = name.isEmpty() ? nullptr : municipalityNamed(m_registry, name);
    if (marked_id != 0 && named && named->id != marked_id)
        problem(cell,
                Texts::tr("シートを書き出した市町村（%1）と違う名前です。この市町村のシートを書き出し直して"
                          "ください。")
                    .arg(m_registry.municipality(marked_id)->name));
    else if (marked_id != 0)
        m_content.sheet.municipality = marked_id;
    else if (named)
        m_content.sheet.municipality = named->id;
    else
        problem(cell,
                Texts::tr("どの市町村か分かりません。登録されている名前か市町村コードを書いてください。"));
}

void FormReader::readHead()
{
    const int limit = m_table->columnCount();
    const Place municipality = find(municipalityLabel(), 0, m_firstScene, limit);
    if (municipality) {
        const Place name = rightOf(municipality, limit);
        readMunicipality(name ? name : municipality);
    } else {
        readMunicipality({});
    }
    const Place year = find(yearLabel(), 0, m_firstScene, limit);
    const Place written = year ? rightOf(year, limit) : Place();
    const auto parsed = FiscalYear::parse(text(written));
    if (parsed)
        m_content.sheet.year = parsed->startYear();
    else if (const int marked_year = marked().second; marked_year != 0 && text(written).isEmpty())
        m_content.sheet.year = marked_year;
    else
        problem(written ? written : year, Texts::tr("年度が読めません。令和8年度 のように書いてください。"));
    if (const Place filled = find(filledLabel(), 0, m_firstScene, limit)) {
        const Place day = rightOf(filled, limit);
        const auto date = registers::dateOf(text(day));
        if (date)
            m_content.sheet.filledOn = *date;
        else if (!text(day).isEmpty())
            problem(day, Texts::tr("記入日が日付として読めません。2026/4/1 のように書いてください。"));
    }
    if (const Place vision = find(visionLabel(), 0, m_firstScene, limit))
        m_content.sheet.vision = text(rightOf(vision, limit));
    else
        problem({0, 0}, Texts::tr("「%1」の欄が見つかりません。").arg(visionLabel()));
}

void FormReader::readIndicators(ControlContent::Scene &scene, Place assessment, int toRow, int centreColumn)
{
    std::map<int, std::size_t> columns;
    std::map<int, int> years;
    std::array<int, kIndicatorColumns.size()> places{};
    for (int column = assessment.column + 1; column < centreColumn; ++column) {
        const QString title = textAt(*m_table, assessment.row, column);
        const auto known = std::ranges::find_if(kIndicatorColumns, [&](const IndicatorColumn &one) {
            return foldText(QString::fromUtf16(one.head)) == foldLabel(title);
        });
        if (known != kIndicatorColumns.end()) {
            const auto which = static_cast<std::size_t>(known - kIndicatorColumns.begin());
            columns[column] = which;
            places[which] = column;
        } else if (const auto year = FiscalYear::parse(title); year && !title.isEmpty()) {
            years[column] = year->startYear();
        } else if (!title.isEmpty()) {
            problem({assessment.row, column},
                    Texts::tr("この列の見出しが分かりません。シートを書き出し直してください。"));
        }
    }
    for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i)
        if (places[i] == 0)
            problem(assessment, Texts::tr("「%1」の列が見つかりません。シートを書き出し直してください。")
                                    .arg(QString::fromUtf16(kIndicatorColumns[i].head)));
    for (int row = assessment.row + 1; row < toRow; ++row) {
        ControlContent::Indicator one;
        for (const auto &[column, which] : columns)
            one.indicator.*kIndicatorColumns[which].member = textAt(*m_table, row, column);
        for (const auto &[column, year] : years)
            if (const QString value = textAt(*m_table, row, column); !value.isEmpty())
                one.values[year] = value;
        if (one.indicator.isEmpty() && one.values.empty())
            continue;
        checkIndicator(one, *m_table, row, places[0], places[kColumnsBeforeYears], m_problems);
        scene.indicators.push_back(std::move(one));
    }
}

void FormReader::readScene(int fromRow, int toRow, int centreColumn)
{
    ControlContent::Scene scene;
    const Place title = rightOf({fromRow, -1}, centreColumn);
    scene.scene.name = text(title);
    if (scene.scene.name.isEmpty())
        problem({fromRow, centreColumn}, Texts::tr("場面の名前がありません。"));
    if (std::ranges::any_of(m_content.scenes, [&](const ControlContent::Scene &each) {
            return each.scene.name == scene.scene.name;
        }))
        problem(title, Texts::tr("同じ場面が2回あります。"));
    const Place assessment = find(assessmentLabel(), fromRow + 1, toRow, centreColumn);
    int assessmentEnd = toRow;
    for (const SceneField &field : kSceneFields) {
        const QString label = QString::fromUtf16(field.label);
        // What comes before the assessment is not to be found among its values.
        const int from = field.afterAssessment && assessment ? assessment.row + 1 : fromRow + 1;
        const int to = !field.afterAssessment && assessment ? assessment.row : toRow;
        const Place found = find(label, from, to, assessment ? assessment.column + 1 : centreColumn);
        if (!found) {
            problem(title ? title : Place{fromRow, 0},
                    Texts::tr("「%1」の「%2」の欄が見つかりません。シートを書き出し直してください。")
                        .arg(scene.scene.name, label));
            continue;
        }
        scene.scene.*field.member = text(rightOf(found, centreColumn));
        if (field.afterAssessment)
            assessmentEnd = found.row;
    }
    if (assessment)
        readIndicators(scene, assessment, assessmentEnd, centreColumn);
    else
        problem(title, Texts::tr("「%1」の「%2」の欄が見つかりません。シートを書き出し直してください。")
                           .arg(scene.scene.name, assessmentLabel()));
    const Place given = find(givenLabel(), fromRow, toRow, centreColumn + 1, centreColumn);
    const Place wanting = find(wantingLabel(), fromRow, toRow, centreColumn + 1, centreColumn);
    if (given && wanting) {
        scene.scene.supportGiven = below(given, wanting.row);
        scene.scene.supportWanting = below(wanting, toRow);
    } else {
        problem(title,
                Texts::tr("「%1」のセンターによる支援の欄が見つかりません。シートを書き出し直してくださ"
                          "い。")
                    .arg(scene.scene.name));
    }
    m_content.scenes.push_back(std::move(scene));
}

void FormReader::readScenes()
{
    std::vector<Place> starts;
    const QString centre = foldText(centreLabel());
    for (int row = 0; row < m_table->rowCount(); ++row)
        for (int column = 0; column < m_table->cellsInRow(row); ++column)
            if (foldLabel(textAt(*m_table, row, column)) == centre)
                starts.push_back({row, column});
    m_firstScene = starts.empty() ? 0 : starts[0].row;
    for (std::size_t i = 0; i < starts.size(); ++i)
        readScene(starts[i].row, i + 1 < starts.size() ? starts[i + 1].row : m_table->rowCount(),
                  starts[i].column);
}

bool FormReader::run()
{
    m_table = formTable();
    if (!m_table)
        return false;
    readScenes();
    readHead();
    if (m_problems.count() == 0)
        m_read.sheets.push_back(std::move(m_content));
    return true;
}

} // namespace

bool readControlForm(const Registry &registry, const std::vector<Table> &tables, const QString &file,
                     ReadControlSheets &read)
{
    return FormReader(registry, tables, file, read).run();
}

} // namespace tane::controlsheet
