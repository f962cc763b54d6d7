#include "people/regionimport.h"

#include "people/registervalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// The sheet when every one of its heads is known.
std::optional<RegisterSheet> wholly(const Table &table, const std::vector<ColumnSpec> &columns,
                                    const std::vector<Column> &needed)
{
    auto sheet = RegisterSheet::recognise(table, columns, needed);
    return sheet && sheet->ignored().isEmpty() ? std::move(sheet) : std::nullopt;
}

QString codeOf(const QString &prefecture)
{
    const qsizetype at = prefectureNames().indexOf(prefecture);
    return at >= 0 ? QStringLiteral("%1").arg(at + 1, 2, 10, QChar(u'0')) : QString();
}

} // namespace

bool RegionReading::read(const Table &table)
{
    if (const auto sheet = wholly(table, prefectureColumns(), {Column::Name, Column::Department})) {
        for (const int row : sheet->rows())
            readPrefecture(*sheet, row);
        return true;
    }
    if (const auto sheet = wholly(table, areaColumns(), {Column::Name, Column::Note})) {
        for (const int row : sheet->rows())
            readArea(*sheet, row);
        return true;
    }
    return false;
}

template<class T>
void RegionReading::count(const T *stored, const T &value)
{
    ++(!stored            ? m_context.import.added
       : value == *stored ? m_context.import.unchanged
                          : m_context.import.changed);
}

void RegionReading::readPrefecture(const RegisterSheet &sheet, int row)
{
    const QString name = oneLine(sheet.text(row, Column::Name));
    if (name.isEmpty())
        return;
    const Prefecture *byId = m_context.registry.prefecture(idOf(sheet.text(row, Column::Id), m_context.mark));
    const Prefecture *stored = byId ? byId : m_context.index.prefecture(name);
    Prefecture value = stored ? *stored : Prefecture{.code = codeOf(name), .name = name};
    const Prefecture before = value;
    const QString noNumber = Texts::tr("数として読めないため、取り込みませんでした。");
    const auto text = [](const std::optional<int> &number) {
        return number ? QString::number(*number) : QString();
    };
    if (byId)
        setText(sheet, row, Column::Name, before.name, value.name);
    setText(sheet, row, Column::Code, before.code, value.code);
    setText(sheet, row, Column::Department, before.department, value.department);
    setText(sheet, row, Column::SecondDepartment, before.secondDepartment, value.secondDepartment);
    setText(sheet, row, Column::Note, before.note, value.note, true);
    setFrom(m_context, sheet, row, Column::MedicalAreas, text(before.medicalAreas), value.medicalAreas,
            countOf, noNumber);
    setFrom(m_context, sheet, row, Column::HealthCentres, text(before.healthCentres), value.healthCentres,
            countOf, noNumber);
    const auto twice = std::ranges::find_if(m_drafts.prefectures, [&](const Prefecture &each) {
        return stored ? each.id == stored->id : each.name == value.name;
    });
    if (twice != m_drafts.prefectures.end()) {
        m_context.note(sheet.problem(row, Column::Name,
                                     Texts::tr("同じ都道府県の行が前にあるため、取り込みませんでした。")));
        return;
    }
    count(stored, value);
    m_drafts.prefectures.push_back(value);
}

void RegionReading::readArea(const RegisterSheet &sheet, int row)
{
    const QString name = oneLine(sheet.text(row, Column::Name));
    if (name.isEmpty())
        return;
    QString prefecture = sheet.text(row, Column::Prefecture);
    if (prefecture.isEmpty())
        prefecture = m_context.homePrefecture;
    const Prefecture *of = m_context.index.prefecture(prefecture);
    const CareArea *byId = m_context.registry.area(idOf(sheet.text(row, Column::Id), m_context.mark));
    const CareArea *stored = byId ? byId
                             : of ? m_context.index.area(sheet.text(row, Column::Name), of->id)
                                  : nullptr;
    if (!stored && !of && prefecture.isEmpty()) {
        m_context.note(
            sheet.problem(row, Column::Name,
                          Texts::tr("どの都道府県の圏域か分からないため、取り込みませんでした。都道府"
                                    "県の列を加えてください。")));
        return;
    }
    RegionDrafts::Area draft;
    draft.value = stored ? *stored : CareArea{.prefecture = of ? of->id : 0, .name = name};
    draft.prefecture = stored || of ? QString() : prefecture;
    const CareArea before = draft.value;
    if (byId)
        setText(sheet, row, Column::Name, before.name, draft.value.name);
    setText(sheet, row, Column::Note, before.note, draft.value.note, true);
    const auto twice = std::ranges::find_if(m_drafts.areas, [&](const RegionDrafts::Area &each) {
        return stored ? each.value.id == stored->id
                      : each.value.name == name && each.value.prefecture == draft.value.prefecture &&
                            each.prefecture == draft.prefecture;
    });
    if (twice != m_drafts.areas.end()) {
        m_context.note(sheet.problem(row, Column::Name,
                                     Texts::tr("同じ圏域の行が前にあるため、取り込みませんでした。")));
        return;
    }
    count(stored, draft.value);
    m_drafts.areas.push_back(draft);
}

Result<qint64> prefectureNamed(Document &document, const QString &name, const QString &label)
{
    RecordTable<Prefecture> table(document);
    TANE_TRY(const auto all, table.all());
    if (const auto there = std::ranges::find(all, name, &Prefecture::name); there != all.end())
        return there->id;
    return table.add({.code = codeOf(name), .name = name}, label);
}

Result<qint64> areaNamed(Document &document, const QString &name, qint64 prefecture, const QString &label)
{
    RecordTable<CareArea> table(document);
    TANE_TRY(const auto all, table.all());
    for (const bool exact : {true, false})
        for (const CareArea &area : all)
            if (area.prefecture == prefecture &&
                (exact ? area.name == name : foldArea(area.name) == foldArea(name)))
                return area.id;
    return table.add({.prefecture = prefecture, .name = name}, label);
}

Result<> storeRegion(Document &document, const RegionDrafts &drafts, const QString &label)
{
    RecordTable<Prefecture> prefectures(document);
    for (const Prefecture &each : drafts.prefectures) {
        if (each.id != 0)
            TANE_CHECK(prefectures.update(each, label));
        else
            TANE_CHECK(prefectures.add(each, label));
    }
    RecordTable<CareArea> areas(document);
    for (const RegionDrafts::Area &each : drafts.areas) {
        CareArea value = each.value;
        if (!each.prefecture.isEmpty()) {
            TANE_TRY(value.prefecture, prefectureNamed(document, each.prefecture, label));
        }
        if (value.id != 0)
            TANE_CHECK(areas.update(value, label));
        else
            TANE_CHECK(areas.add(value, label));
    }
    return {};
}

} // namespace tane::registers
