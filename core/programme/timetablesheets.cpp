// 次第 for the participants and 進行表（職員用） for the staff.
#include "programme/sheetparts.h"

#include <algorithm>

namespace tane::sheets {

namespace {

constexpr int kBlankRows = 12, kBlankRowsUpright = 20;
constexpr double kRoom = 10;

QString clock(QTime time)
{
    return time.toString(QStringLiteral("H:mm"));
}

/// "6時間30分".
QString duration(int minutes)
{
    if (minutes < 60)
        return Texts::tr("%1分").arg(minutes);
    return minutes % 60 == 0 ? Texts::tr("%1時間").arg(minutes / 60)
                             : Texts::tr("%1時間%2分").arg(minutes / 60).arg(minutes % 60);
}

FormTableCell timeCell(QTime time)
{
    FormTableCell cell = centred(clock(time));
    cell.roomMm = 8.5;
    return cell;
}

/// A moment such as 開会 has no end of its own.
QTime endOf(const Timetable::Row &row)
{
    return row.row.minutes > 0 ? row.end : QTime();
}

FormTableCell::Style blockStyle(TimetableRow::Block block)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return FormTableCell::Style::BlockI;
    case TimetableRow::Block::Cases:
        return FormTableCell::Style::BlockII;
    case TimetableRow::Block::GroupWork:
        return FormTableCell::Style::BlockIII;
    case TimetableRow::Block::Other:
        return FormTableCell::Style::Body;
    }
    Q_UNREACHABLE();
}

/// How many rows from `first` on are of the same block; rows outside the three blocks stand alone.
int runLength(const std::vector<Timetable::Row> &rows, std::size_t first)
{
    const TimetableRow::Block block = rows[first].row.block;
    std::size_t end = first + 1;
    while (block != TimetableRow::Block::Other && end < rows.size() && rows[end].row.block == block)
        ++end;
    return static_cast<int>(end - first);
}

/// 日時 and 場所 above the table; for the staff also how long it all takes.
void addOccasion(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop, const Timetable *times)
{
    FormTable table;
    table.middle = true;
    const FormTableCell when = body(workshopTime(cycle, workshop), 8);
    const FormTableCell where = body(workshop.place, 8);
    if (times != nullptr) {
        table.widths = {16, 72, 16, 62, 16, 87};
        const QString length =
            times->rows.empty() ? QString()
                                : Texts::tr("全体 %1（うち Ⅲ グループワーク %2）")
                                      .arg(duration(times->totalMinutes), duration(times->groupWorkMinutes));
        table.rows.push_back({label(Texts::tr("日時")), when, label(Texts::tr("場所")), where,
                              label(Texts::tr("時間")), body(length, 8)});
    } else {
        table.widths = {20, 162};
        table.rows.push_back({label(Texts::tr("日時")), when});
        table.rows.push_back({label(Texts::tr("場所")), where});
    }
    add(sheet, std::move(table));
}

std::vector<FormTableCell> blankRow(std::size_t columns)
{
    std::vector<FormTableCell> row(columns);
    row.front().roomMm = kRoom;
    return row;
}

} // namespace

void fillTimetable(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop)
{
    if (!workshop.title.isEmpty()) {
        sheet.subtitle = sheet.title;
        sheet.title = workshop.title;
    }
    addOccasion(sheet, cycle, workshop, nullptr);
    const Timetable times = timetableIn(cycle, workshop);
    // A column in which nothing stands is for writing in by hand only while the whole form is blank.
    const auto has = [&times](QString TimetableRow::*field) {
        return times.rows.empty() || std::ranges::any_of(times.rows, [field](const Timetable::Row &row) {
                   return !(row.row.*field).isEmpty();
               });
    };
    const bool contents = has(&TimetableRow::content), lecturers = has(&TimetableRow::lecturer);
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = {15, 15, 40};
    table.rows.push_back({head(Texts::tr("開始")), head(Texts::tr("終了")), head(Texts::tr("項目"))});
    if (contents) {
        table.widths.push_back(lecturers ? 64 : 112);
        table.rows.front().push_back(head(Texts::tr("内容")));
    }
    if (lecturers) {
        table.widths.push_back(48);
        table.rows.front().push_back(head(Texts::tr("講師")));
    }
    for (const Timetable::Row &row : times.rows) {
        std::vector<FormTableCell> cells{timeCell(row.start), timeCell(endOf(row)), body(row.row.title)};
        if (contents)
            cells.push_back(body(row.row.content));
        if (lecturers)
            cells.push_back(body(row.row.lecturer));
        table.rows.push_back(std::move(cells));
    }
    for (int i = 0; times.rows.empty() && i < kBlankRowsUpright; ++i)
        table.rows.push_back(blankRow(table.widths.size()));
    add(sheet, std::move(table));
}

void fillStaffTimetable(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop)
{
    if (!workshop.title.isEmpty()) {
        sheet.subtitle = sheet.title;
        sheet.title = workshop.title;
    }
    const Timetable times = timetableIn(cycle, workshop);
    addOccasion(sheet, cycle, workshop, &times);
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = {15, 15, 13, 31, 33, 50, 34, 44, 34};
    for (const QString &title : {Texts::tr("開始"), Texts::tr("終了"), Texts::tr("時間"), Texts::tr("区分"),
                                 Texts::tr("項目"), Texts::tr("内容"), Texts::tr("講師"),
                                 Texts::tr("ねらい\n（ここで期待したいこと）"), Texts::tr("職員用のメモ")}) {
        if (table.rows.empty())
            table.rows.emplace_back();
        table.rows.front().push_back(head(title));
    }
    std::size_t nextBlock = 0;
    for (std::size_t i = 0; i < times.rows.size(); ++i) {
        const TimetableRow &row = times.rows[i].row;
        std::vector<FormTableCell> cells{
            timeCell(times.rows[i].start), timeCell(endOf(times.rows[i])),
            centred(row.minutes > 0 ? Texts::tr("%1分").arg(row.minutes) : QString())};
        if (i == nextBlock) {
            const int length = runLength(times.rows, i);
            cells.push_back(
                {.text = blockTitle(row.block), .rowSpan = length, .style = blockStyle(row.block)});
            nextBlock += static_cast<std::size_t>(length);
        }
        FormTableCell title = body(row.title);
        if (row.isTheme && !row.title.contains(Texts::tr("テーマ")))
            title.remark = Texts::tr("（テーマ）");
        for (FormTableCell &cell :
             std::vector{title, body(row.content), body(row.lecturer), body(row.aim), body(row.staffNote)})
            cells.push_back(std::move(cell));
        table.rows.push_back(std::move(cells));
    }
    for (int i = 0; times.rows.empty() && i < kBlankRows; ++i)
        table.rows.push_back(blankRow(table.widths.size()));
    add(sheet, std::move(table));
}

} // namespace tane::sheets
