#include "issues/controlsheet.h"

#include "base/textfold.h"
#include "issues/indicator.h"
#include "issues/issuecolumns.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ControlSheet)
};

} // namespace

std::vector<RecordColumn<ControlSheet>> RecordSchema<ControlSheet>::columns()
{
    return {referenceColumn("municipality", &ControlSheet::municipality),
            recordColumn("year", &ControlSheet::year), recordColumn("vision", &ControlSheet::vision),
            recordColumn("filled_on", &ControlSheet::filledOn), recordColumn("note", &ControlSheet::note)};
}

std::vector<RecordColumn<ControlScene>> RecordSchema<ControlScene>::columns()
{
    using S = ControlScene;
    return {referenceColumn("sheet", &S::sheet),
            recordColumn("name", &S::name),
            recordColumn("aim", &S::aim),
            recordColumn("present", &S::present),
            recordColumn("issue", &S::issue),
            recordColumn("measures", &S::measures),
            recordColumn("improvement", &S::improvement),
            recordColumn("support_given", &S::supportGiven),
            recordColumn("support_wanting", &S::supportWanting),
            foldedColumn<S>([](const S &one) {
                return foldedTexts({one.aim, one.present, one.issue, one.measures, one.improvement,
                                    one.supportGiven, one.supportWanting});
            })};
}

std::vector<RecordColumn<ControlIndicator>> RecordSchema<ControlIndicator>::columns()
{
    using I = ControlIndicator;
    return {referenceColumn("scene", &I::scene),
            recordColumn("name", &I::name),
            recordColumn("due", &I::due),
            recordColumn("baseline", &I::baseline),
            recordColumn("target", &I::target),
            recordColumn("result", &I::result),
            recordColumn("assessment", &I::assessment)};
}

std::vector<RecordColumn<ControlValue>> RecordSchema<ControlValue>::columns()
{
    return {referenceColumn("indicator", &ControlValue::indicator), recordColumn("year", &ControlValue::year),
            recordColumn("value", &ControlValue::value)};
}

std::vector<int> ControlContent::years() const
{
    constexpr int shown = 3;
    std::vector<int> all;
    for (int year = sheet.year - shown + 1; year <= sheet.year; ++year)
        all.push_back(year);
    for (const Scene &scene : scenes)
        for (const Indicator &one : scene.indicators)
            for (const auto &[year, value] : one.values)
                if (std::ranges::find(all, year) == all.end())
                    all.push_back(year);
    std::ranges::sort(all);
    return all;
}

bool ControlContent::saysTheSame(const ControlContent &other) const
{
    const auto withoutIds = [](ControlContent content) {
        content.sheet.id = 0;
        for (Scene &scene : content.scenes) {
            scene.scene.id = scene.scene.sheet = 0;
            // A line that nothing was written on says nothing.
            std::erase_if(scene.indicators,
                          [](const Indicator &one) { return one.indicator.isEmpty() && one.values.empty(); });
            for (Indicator &one : scene.indicators)
                one.indicator.id = one.indicator.scene = 0;
        }
        return content;
    };
    const ControlContent mine = withoutIds(*this), its = withoutIds(other);
    return mine.sheet == its.sheet && mine.scenes == its.scenes;
}

ControlContent blankControlSheet(qint64 municipality, int year)
{
    ControlContent content;
    content.sheet.municipality = municipality;
    content.sheet.year = year;
    for (const QString &name : fourScenes())
        content.scenes.push_back({.scene = {.name = name}, .indicators = {}});
    return content;
}

const QStringList &usualAssessments()
{
    static const QStringList words{Texts::tr("達成"), Texts::tr("概ね達成"), Texts::tr("一部達成"),
                                   Texts::tr("未達成"), Texts::tr("未実施")};
    return words;
}

QStringList usualDueDates(int year)
{
    const QString text = FiscalYear(year).text();
    return {Texts::tr("%1末").arg(text), Texts::tr("%1中間（9月末）").arg(text),
            Texts::tr("%1末").arg(FiscalYear(year + 1).text()),
            Texts::tr("%1末").arg(FiscalYear(year + 2).text()), Texts::tr("毎年度末")};
}

Result<std::vector<ControlSheet>> controlSheets(Document &document)
{
    TANE_TRY(std::vector<ControlSheet> all, RecordTable<ControlSheet>(document).all());
    std::ranges::stable_sort(all, [](const ControlSheet &a, const ControlSheet &b) {
        return a.year != b.year ? a.year > b.year : a.municipality < b.municipality;
    });
    return all;
}

Result<ControlContent> loadControlSheet(Document &document, qint64 sheet)
{
    ControlContent content;
    TANE_TRY(content.sheet, RecordTable<ControlSheet>(document).load(sheet));
    TANE_TRY(std::vector<ControlScene> scenes,
             RecordTable<ControlScene>(document).all(QStringLiteral("sheet"), sheet));
    RecordTable<ControlIndicator> indicators(document);
    RecordTable<ControlValue> values(document);
    for (ControlScene &scene : scenes) {
        ControlContent::Scene part{.scene = std::move(scene), .indicators = {}};
        TANE_TRY(const std::vector<ControlIndicator> all,
                 indicators.all(QStringLiteral("scene"), part.scene.id));
        for (const ControlIndicator &one : all) {
            ControlContent::Indicator with{.indicator = one, .values = {}};
            TANE_TRY(const std::vector<ControlValue> yearly, values.all(QStringLiteral("indicator"), one.id));
            for (const ControlValue &value : yearly)
                with.values[value.year] = value.value;
            part.indicators.push_back(std::move(with));
        }
        content.scenes.push_back(std::move(part));
    }
    return content;
}

Result<std::optional<ControlContent>> controlSheetOf(Document &document, qint64 municipality, int year)
{
    TANE_TRY(const std::vector<ControlSheet> all,
             RecordTable<ControlSheet>(document).all(QStringLiteral("municipality"), municipality));
    const auto found = std::ranges::find(all, year, &ControlSheet::year);
    if (found == all.end())
        return std::optional<ControlContent>();
    TANE_TRY(ControlContent content, loadControlSheet(document, found->id));
    return std::optional(std::move(content));
}

// A query a table, whatever the number of sheets: a whole country has thousands of them.
Result<std::vector<ControlContent>> controlSheetsOf(Document &document, int year)
{
    TANE_TRY(const std::vector<ControlSheet> sheets, controlSheets(document));
    std::vector<ControlContent> all;
    std::unordered_map<qint64, std::size_t> sheetPlaces;
    for (const ControlSheet &sheet : sheets)
        if (sheet.year == year) {
            sheetPlaces.emplace(sheet.id, all.size());
            all.push_back({.sheet = sheet, .scenes = {}});
        }
    if (all.empty())
        return all;
    std::unordered_map<qint64, std::pair<std::size_t, std::size_t>> scenePlaces;
    TANE_TRY(const std::vector<ControlScene> scenes, RecordTable<ControlScene>(document).all());
    for (const ControlScene &scene : scenes)
        if (const auto place = sheetPlaces.find(scene.sheet); place != sheetPlaces.end()) {
            scenePlaces.emplace(scene.id, std::pair(place->second, all[place->second].scenes.size()));
            all[place->second].scenes.push_back({.scene = scene, .indicators = {}});
        }
    std::unordered_map<qint64, std::map<int, QString>> values;
    TANE_TRY(const std::vector<ControlValue> yearly, RecordTable<ControlValue>(document).all());
    for (const ControlValue &value : yearly)
        values[value.indicator][value.year] = value.value;
    TANE_TRY(const std::vector<ControlIndicator> indicators, RecordTable<ControlIndicator>(document).all());
    for (const ControlIndicator &one : indicators)
        if (const auto place = scenePlaces.find(one.scene); place != scenePlaces.end())
            all[place->second.first].scenes[place->second.second].indicators.push_back(
                {.indicator = one, .values = values[one.id]});
    return all;
}

Result<qint64> addControlSheet(Document &document, qint64 municipality, int year, qint64 from,
                               const QString &label)
{
    TANE_TRY(const auto present, controlSheetOf(document, municipality, year));
    if (present)
        return fail(ErrorCode::Conflict,
                    Texts::tr("この市町村の%1のシートは、すでにあります。").arg(FiscalYear(year).text()));
    ControlContent content = blankControlSheet(municipality, year);
    if (from != 0) {
        TANE_TRY(content, loadControlSheet(document, from));
        content.sheet = {.municipality = municipality, .year = year, .vision = content.sheet.vision};
        for (ControlContent::Scene &scene : content.scenes)
            for (ControlContent::Indicator &one : scene.indicators) {
                one.indicator.result.clear();
                one.indicator.assessment.clear();
            }
    }
    return storeControlSheet(document, content, label);
}

namespace {

class Storing
{
public:
    Storing(Document &document, const QString &label)
        : m_document(document)
        , m_label(label)
    {
    }
    Result<> store(const ControlContent &content);
    [[nodiscard]] qint64 sheet() const { return m_sheet; }

private:
    Result<> storeScene(ControlContent::Scene scene, int place);
    Result<> storeIndicators(const ControlContent::Scene &scene, qint64 id);
    Result<> storeValues(const std::map<int, QString> &values, qint64 indicator);
    /// Deletes what the new sheet has no more.
    template<class T>
    Result<> removeOthers(const QString &column, qint64 parent, const QSet<qint64> &kept);
    /// A record in its place: written over the one of its id, or added.
    template<class T>
    Result<qint64> put(const T &record, int place);

    Document &m_document;
    QString m_label;
    qint64 m_sheet = 0;
    std::optional<ControlContent> m_stored;
};

template<class T>
Result<> Storing::removeOthers(const QString &column, qint64 parent, const QSet<qint64> &kept)
{
    RecordTable<T> table(m_document);
    TANE_TRY(const std::vector<T> present, table.all(column, parent));
    for (const T &one : present)
        if (!kept.contains(one.id))
            TANE_CHECK(table.remove(one.id, m_label));
    return {};
}

template<class T>
Result<qint64> Storing::put(const T &record, int place)
{
    RecordTable<T> table(m_document);
    if (record.id == 0)
        return table.add(record, m_label, place);
    TANE_CHECK(table.update(record, m_label));
    TANE_CHECK(table.move(record.id, place, m_label));
    return record.id;
}

Result<> Storing::storeValues(const std::map<int, QString> &values, qint64 indicator)
{
    TANE_TRY(const std::vector<ControlValue> present,
             RecordTable<ControlValue>(m_document).all(QStringLiteral("indicator"), indicator));
    for (const ControlValue &value : present)
        if (!values.contains(value.year))
            TANE_CHECK(setControlValue(m_document, indicator, value.year, {}, m_label));
    for (const auto &[year, value] : values)
        TANE_CHECK(setControlValue(m_document, indicator, year, value, m_label));
    return {};
}

Result<> Storing::storeIndicators(const ControlContent::Scene &scene, qint64 id)
{
    TANE_TRY(const std::vector<ControlIndicator> present,
             RecordTable<ControlIndicator>(m_document).all(QStringLiteral("scene"), id));
    QSet<qint64> kept;
    std::vector<ControlContent::Indicator> wanted = scene.indicators;
    // An indicator keeps its id by its name, else by its place.
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        ControlIndicator &one = wanted[i].indicator;
        one.scene = id;
        one.id = 0;
        const auto same = std::ranges::find_if(present, [&](const ControlIndicator &each) {
            return each.name == one.name && !kept.contains(each.id);
        });
        if (same != present.end())
            one.id = same->id;
        else if (i < present.size() && !kept.contains(present[i].id) &&
                 std::ranges::none_of(wanted, [&](const ControlContent::Indicator &each) {
                     return each.indicator.name == present[i].name;
                 }))
            one.id = present[i].id;
        kept.insert(one.id);
    }
    TANE_CHECK(removeOthers<ControlIndicator>(QStringLiteral("scene"), id, kept));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        TANE_TRY(const qint64 stored, put(wanted[i].indicator, static_cast<int>(i)));
        TANE_CHECK(storeValues(wanted[i].values, stored));
    }
    return {};
}

Result<> Storing::storeScene(ControlContent::Scene scene, int place)
{
    scene.scene.sheet = m_sheet;
    scene.scene.id = 0;
    if (m_stored)
        for (const ControlContent::Scene &each : m_stored->scenes)
            if (each.scene.name == scene.scene.name)
                scene.scene.id = each.scene.id;
    TANE_TRY(const qint64 id, put(scene.scene, place));
    return storeIndicators(scene, id);
}

Result<> Storing::store(const ControlContent &content)
{
    TANE_TRY(m_stored, controlSheetOf(m_document, content.sheet.municipality, content.sheet.year));
    ControlSheet sheet = content.sheet;
    RecordTable<ControlSheet> sheets(m_document);
    if (m_stored) {
        m_sheet = sheet.id = m_stored->sheet.id;
        TANE_CHECK(sheets.update(sheet, m_label));
        QSet<qint64> kept;
        for (const ControlContent::Scene &each : m_stored->scenes)
            if (std::ranges::any_of(content.scenes, [&](const ControlContent::Scene &scene) {
                    return scene.scene.name == each.scene.name;
                }))
                kept.insert(each.scene.id);
        TANE_CHECK(removeOthers<ControlScene>(QStringLiteral("sheet"), m_sheet, kept));
    } else {
        TANE_TRY(m_sheet, sheets.add(sheet, m_label));
    }
    for (std::size_t i = 0; i < content.scenes.size(); ++i)
        TANE_CHECK(storeScene(content.scenes[i], static_cast<int>(i)));
    return {};
}

} // namespace

Result<qint64> storeControlSheet(Document &document, const ControlContent &content, const QString &label)
{
    for (const ControlContent::Scene &scene : content.scenes)
        for (const ControlContent::Indicator &one : scene.indicators)
            if (const QString problem = indicatorTargetProblem(one.indicator.name, {}, one.indicator.target);
                !problem.isEmpty())
                return fail(ErrorCode::Conflict, problem);
    Storing storing(document, label);
    TANE_CHECK(document.perform(label, [&](Database &) { return storing.store(content); }));
    return storing.sheet();
}

Result<> setControlValue(Document &document, qint64 indicator, int year, const QString &value,
                         const QString &label)
{
    RecordTable<ControlValue> table(document);
    TANE_TRY(const std::vector<ControlValue> all, table.all(QStringLiteral("indicator"), indicator));
    const auto found = std::ranges::find(all, year, &ControlValue::year);
    if (found == all.end()) {
        if (value.isEmpty())
            return {};
        const auto added = table.add({.indicator = indicator, .year = year, .value = value}, label);
        return added ? Result<>() : std::unexpected(added.error());
    }
    if (value.isEmpty())
        return table.remove(found->id, label);
    ControlValue changed = *found;
    changed.value = value;
    return table.update(changed, label);
}

Result<> saveControlIndicator(Document &document, const ControlIndicator &indicator, const QString &label)
{
    if (const QString problem = indicatorTargetProblem(indicator.name, {}, indicator.target);
        !problem.isEmpty())
        return fail(ErrorCode::Conflict, problem);
    return RecordTable<ControlIndicator>(document).update(indicator, label);
}

} // namespace tane
