#include "programme/sheetparts.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

using sheets::Texts;

struct Entry
{
    SheetKind kind;
    const char *code;
    bool ofWorkshop;
    bool landscape;
};
constexpr std::array kEntries{
    Entry{SheetKind::SituationReview, "situation-review", false, true},
    Entry{SheetKind::Goals, "goals", false, true},
    Entry{SheetKind::ProgrammePlan, "programme-plan", false, true},
    Entry{SheetKind::WorkshopDesign, "workshop-design", true, false},
    Entry{SheetKind::Timetable, "timetable", true, false},
    Entry{SheetKind::TimetableStaff, "timetable-staff", true, true},
    Entry{SheetKind::Checklist, "checklist", true, false},
    Entry{SheetKind::Evaluation, "evaluation", false, false},
};

const Entry &entryOf(SheetKind kind)
{
    return *std::ranges::find(kEntries, kind, &Entry::kind);
}

Result<Workshop> workshopOf(const Cycle &cycle, qint64 id)
{
    if (cycle.workshops.empty())
        return fail(ErrorCode::NotFound,
                    Texts::tr("この研修プログラムにはまだ研修会がありません。先に研修会を作ってください。"));
    if (id == 0)
        return cycle.workshops.front();
    const auto found = std::ranges::find(cycle.workshops, id, &Workshop::id);
    if (found == cycle.workshops.end())
        return fail(ErrorCode::NotFound, Texts::tr("この研修プログラムに、その研修会はありません。"));
    return *found;
}

/// The parts that are there, with wide spaces between.
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'\u3000');
}

/// The rooms are for A4. A3 is 1.41 times as high; a little less keeps what fits one page on one page.
void widenRoom(FormSheet &sheet)
{
    constexpr double more = 1.38;
    for (FormSheet::Part &part : sheet.parts) {
        if (!part.table)
            continue;
        for (auto &row : part.table->rows)
            for (FormTableCell &cell : row)
                cell.roomMm *= more;
    }
}

} // namespace

const std::vector<SheetKind> &allSheetKinds()
{
    static const std::vector<SheetKind> kinds = [] {
        std::vector<SheetKind> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.kind);
        return all;
    }();
    return kinds;
}

QString sheetCode(SheetKind kind)
{
    return QString::fromLatin1(entryOf(kind).code);
}

QString sheetTitle(SheetKind kind)
{
    switch (kind) {
    case SheetKind::SituationReview:
        return Texts::tr("実態確認と課題抽出");
    case SheetKind::Goals:
        return Texts::tr("目標設定");
    case SheetKind::ProgrammePlan:
        return Texts::tr("研修プログラムの企画");
    case SheetKind::WorkshopDesign:
        return Texts::tr("研修会の全体構成");
    case SheetKind::Timetable:
        return Texts::tr("次第");
    case SheetKind::TimetableStaff:
        return Texts::tr("進行表（職員用）");
    case SheetKind::Checklist:
        return Texts::tr("準備チェックリスト");
    case SheetKind::Evaluation:
        return Texts::tr("評価・振り返り");
    }
    Q_UNREACHABLE();
}

std::optional<SheetKind> sheetKindOf(const QString &code)
{
    for (const Entry &entry : kEntries)
        if (code == QLatin1String(entry.code))
            return entry.kind;
    return std::nullopt;
}

bool isWorkshopSheet(SheetKind kind)
{
    return entryOf(kind).ofWorkshop;
}

QString sheetFileName(SheetKind kind, const Programme &programme)
{
    const QString years = programmeYears(programme);
    return years.isEmpty() ? sheetTitle(kind) : sheetTitle(kind) + u'_' + years;
}

Result<FormSheet> makeSheet(SheetKind kind, const Cycle &cycle, const SheetOptions &options)
{
    const Programme &programme = cycle.programme;
    FormSheet sheet;
    sheet.name = sheetTitle(kind);
    sheet.title = sheet.name;
    const QString years = programmeYears(programme);
    const bool said = programme.title.startsWith(years); // the title begins with the year: once is enough
    sheet.subtitle = joined({options.prefecture, said ? QString() : years, programme.title});
    sheet.footer = joined({sheet.name, sheet.subtitle});
    sheet.paper = options.paper.value_or(FormSheet::Paper::A4);
    sheet.landscape = entryOf(kind).landscape;
    Workshop workshop;
    if (isWorkshopSheet(kind)) {
        TANE_TRY(workshop, workshopOf(cycle, options.workshop));
    }
    switch (kind) {
    case SheetKind::SituationReview:
        sheets::fillSituation(sheet, cycle);
        break;
    case SheetKind::Goals:
        sheets::fillGoals(sheet, cycle);
        break;
    case SheetKind::ProgrammePlan:
        sheets::fillPlan(sheet, cycle);
        break;
    case SheetKind::WorkshopDesign:
        sheets::fillDesign(sheet, cycle, workshop);
        break;
    case SheetKind::Timetable:
        sheets::fillTimetable(sheet, cycle, workshop);
        break;
    case SheetKind::TimetableStaff:
        sheets::fillStaffTimetable(sheet, cycle, workshop);
        break;
    case SheetKind::Checklist:
        sheets::fillChecklist(sheet, cycle, workshop, options.today);
        break;
    case SheetKind::Evaluation:
        sheets::fillEvaluation(sheet, cycle);
        break;
    }
    if (sheet.paper == FormSheet::Paper::A3)
        widenRoom(sheet);
    return sheet;
}

} // namespace tane
