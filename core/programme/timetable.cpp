#include "programme/timetable.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TimetableRow)
};

constexpr int kThemeMinutes = 40;         ///< what a theme of the group work needs (002, chapter 5)
constexpr int kOfficeOpens = 8 * 60 + 30; ///< minutes of the day
constexpr int kOfficeCloses = 17 * 60 + 15;
constexpr int kDay = 24 * 60;

constexpr std::array kBlocks{"lecture", "cases", "group_work", "other"};

bool isShortTheme(const TimetableRow &row)
{
    return row.isTheme && row.minutes < kThemeMinutes;
}

QTime timeOf(int minutes)
{
    return QTime(0, 0).addSecs(60 * (minutes % kDay));
}

bool has(const std::vector<TimetableRow> &rows, TimetableRow::Block block)
{
    return std::ranges::any_of(rows, [block](const TimetableRow &row) { return row.block == block; });
}

/// Group work is what the day is for: Ⅰ and Ⅱ give way first.
void addGroupWorkHints(QStringList &hints, const std::vector<TimetableRow> &rows)
{
    using enum TimetableRow::Block;
    int missing = 0;
    for (const TimetableRow &row : rows)
        missing += isShortTheme(row) ? kThemeMinutes - row.minutes : 0;
    if (missing > 0)
        hints << Texts::tr("グループワークのテーマの時間が、目安より合わせて%1分短くなっています。"
                           "時間が足りないときは、Ⅲよりも先にⅠとⅡを短くすることをご検討ください。")
                     .arg(missing);
    if (!has(rows, GroupWork) && (has(rows, Lecture) || has(rows, Cases)))
        hints << Texts::tr(
            "Ⅲ グループワークがありません。ⅠとⅡを短くして、話し合う時間をとることをご検討ください。");
}

void addTimeHints(QStringList &hints, int start, int end)
{
    if (start < kOfficeOpens)
        hints << Texts::tr("始まりが開庁時間（8:30～17:15）より前です。");
    if (end > kDay)
        hints << Texts::tr("終わりが翌日になっています。開始時刻と各行の時間をお確かめください。");
    else if (end > kOfficeCloses)
        hints << Texts::tr("終わりが開庁時間（8:30～17:15）より後です。");
}

} // namespace

std::vector<RecordColumn<TimetableRow>> RecordSchema<TimetableRow>::columns()
{
    return {referenceColumn("workshop", &TimetableRow::workshop),
            recordColumn("minutes", &TimetableRow::minutes),
            wordColumn("block", &TimetableRow::block, kBlocks),
            recordColumn("is_theme", &TimetableRow::isTheme),
            recordColumn("title", &TimetableRow::title),
            recordColumn("content", &TimetableRow::content),
            recordColumn("lecturer", &TimetableRow::lecturer),
            recordColumn("aim", &TimetableRow::aim),
            recordColumn("staff_note", &TimetableRow::staffNote)};
}

QString blockTitle(TimetableRow::Block block)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return Texts::tr("Ⅰ 講義・オリエンテーション等");
    case TimetableRow::Block::Cases:
        return Texts::tr("Ⅱ 事例・取組等の紹介");
    case TimetableRow::Block::GroupWork:
        return Texts::tr("Ⅲ グループワーク");
    case TimetableRow::Block::Other:
        return {};
    }
    Q_UNREACHABLE();
}

Timetable chainTimes(QTime startsAt, const std::vector<TimetableRow> &rows)
{
    Timetable timetable;
    timetable.start = startsAt;
    const int start = startsAt.isValid() ? QTime(0, 0).secsTo(startsAt) / 60 : 0;
    for (const TimetableRow &row : rows) {
        Timetable::Row chained;
        chained.row = row;
        if (startsAt.isValid())
            chained.start = timeOf(start + timetable.totalMinutes);
        timetable.totalMinutes += row.minutes;
        if (startsAt.isValid())
            chained.end = timeOf(start + timetable.totalMinutes);
        if (row.block == TimetableRow::Block::GroupWork)
            timetable.groupWorkMinutes += row.minutes;
        if (isShortTheme(row))
            chained.hint = Texts::tr("テーマの時間が%1分より短くなっています。").arg(kThemeMinutes);
        timetable.rows.push_back(std::move(chained));
    }
    if (startsAt.isValid()) {
        timetable.end = timeOf(start + timetable.totalMinutes);
        if (!rows.empty())
            addTimeHints(timetable.hints, start, start + timetable.totalMinutes);
    } else if (!rows.empty()) {
        timetable.hints << Texts::tr("開始時刻を入れると、各行の時刻が表示されます。");
    }
    addGroupWorkHints(timetable.hints, rows);
    return timetable;
}

Result<Timetable> timetableOf(Document &document, qint64 workshop)
{
    TANE_TRY(const Workshop record, WorkshopRepository(document).load(workshop));
    TANE_TRY(const std::vector<TimetableRow> rows,
             RecordTable<TimetableRow>(document).all(QStringLiteral("workshop"), workshop));
    return chainTimes(record.startsAt, rows);
}

} // namespace tane
