#include "programme/cycle.h"
#include "programme/recruiting.h"

#include "core/storage/storagetest.h"

using namespace tane;
using namespace storagetest;

namespace {

TimetableRow rowOf(int minutes, TimetableRow::Block block = TimetableRow::Block::Other, bool theme = false)
{
    TimetableRow row;
    row.minutes = minutes;
    row.block = block;
    row.isTheme = theme;
    return row;
}

Task taskOf(const char *title, int months, int days)
{
    Task task;
    task.title = QString::fromUtf8(title);
    task.offsetMonths = months;
    task.offsetDays = days;
    return task;
}

ScheduledTask dueOf(QDate heldOn, int months, int days)
{
    return schedule(heldOn, {taskOf("x", months, days)}, heldOn).front();
}

using Block = TimetableRow::Block;

} // namespace

TEST_CASE("times chain: every row starts where the one above ends")
{
    // 002, 図表-79: 14:00 theme 1, 14:40 theme 2, 15:20 theme 3, 16:00 sharing, ends 16:30.
    const Timetable timetable =
        chainTimes(QTime(14, 0), {rowOf(40, Block::GroupWork, true), rowOf(40, Block::GroupWork, true),
                                  rowOf(40, Block::GroupWork, true), rowOf(30, Block::GroupWork), rowOf(25)});
    REQUIRE(timetable.rows.size() == 5);
    CHECK(timetable.rows.at(1).start == QTime(14, 40));
    CHECK(timetable.rows.at(3).start == QTime(16, 0));
    CHECK(timetable.rows.at(3).end == QTime(16, 30));
    CHECK(timetable.end == QTime(16, 55));
    CHECK(timetable.totalMinutes == 175);
    CHECK(timetable.groupWorkMinutes == 150);
    CHECK(timetable.hints.isEmpty());
    for (const Timetable::Row &row : timetable.rows)
        CHECK(row.hint.isEmpty());
}

TEST_CASE("a theme under 40 minutes is pointed out, at its row and for the whole")
{
    const Timetable timetable =
        chainTimes(QTime(13, 0), {rowOf(30, Block::Lecture), rowOf(39, Block::GroupWork, true),
                                  rowOf(30, Block::GroupWork, true), rowOf(20, Block::GroupWork)});
    CHECK(timetable.rows.at(0).hint.isEmpty());
    CHECK(timetable.rows.at(1).hint.contains(QStringLiteral("40分")));
    CHECK_FALSE(timetable.rows.at(2).hint.isEmpty());
    CHECK(timetable.rows.at(3).hint.isEmpty()); // sharing is no theme
    REQUIRE(timetable.hints.size() == 1);
    CHECK(timetable.hints.front().contains(QStringLiteral("11分"))); // 1 + 10
}

TEST_CASE("a day of lectures only is told that it has no group work")
{
    const Timetable timetable = chainTimes(QTime(13, 0), {rowOf(60, Block::Lecture)});
    REQUIRE(timetable.hints.size() == 1);
    CHECK(timetable.hints.front().contains(QStringLiteral("グループワーク")));
}

TEST_CASE("a timetable outside office hours or past midnight says so")
{
    CHECK(chainTimes(QTime(8, 30), {rowOf(525)}).hints.isEmpty()); // 8:30 to 17:15
    const Timetable early = chainTimes(QTime(8, 29), {rowOf(60)});
    REQUIRE(early.hints.size() == 1);
    CHECK(early.hints.front().contains(QStringLiteral("より前")));
    const Timetable late = chainTimes(QTime(16, 0), {rowOf(76)});
    REQUIRE(late.hints.size() == 1);
    CHECK(late.hints.front().contains(QStringLiteral("より後")));
    const Timetable night = chainTimes(QTime(23, 0), {rowOf(90)});
    REQUIRE(night.hints.size() == 1);
    CHECK(night.hints.front().contains(QStringLiteral("翌日")));
    CHECK(night.end == QTime(0, 30));
    CHECK(chainTimes(QTime(23, 0), {rowOf(60)}).end == QTime(0, 0)); // midnight is the end of the day
}

TEST_CASE("a timetable without a start has lengths but no times")
{
    const Timetable timetable = chainTimes({}, {rowOf(30), rowOf(15)});
    CHECK_FALSE(timetable.start.isValid());
    CHECK_FALSE(timetable.end.isValid());
    CHECK_FALSE(timetable.rows.at(1).start.isValid());
    CHECK(timetable.totalMinutes == 45);
    CHECK(timetable.hints.size() == 1);
    CHECK(chainTimes({}, {}).hints.isEmpty());
    CHECK(chainTimes(QTime(7, 0), {}).hints.isEmpty());
}

TEST_CASE("a deadline on a closed day goes to the office day before, and after the workshop to the next")
{
    // 2026-09-19 to 09-23: weekend, 敬老の日, 国民の休日, 秋分の日.
    const ScheduledTask before = dueOf(QDate(2026, 10, 22), -1, 0);
    CHECK(before.due == QDate(2026, 9, 18));
    CHECK(before.dayNote == QStringLiteral("国民の休日のため前の開庁日に"));
    const ScheduledTask after = dueOf(QDate(2026, 9, 16), 0, 5);
    CHECK(after.due == QDate(2026, 9, 24));
    CHECK(after.dayNote == QStringLiteral("敬老の日のため次の開庁日に"));
    const ScheduledTask newYear = dueOf(QDate(2026, 12, 24), 0, 7);
    CHECK(newYear.due == QDate(2027, 1, 4));
    CHECK(newYear.dayNote == QStringLiteral("年末年始のため次の開庁日に"));
    const ScheduledTask plain = dueOf(QDate(2026, 11, 20), 0, -7);
    CHECK(plain.due == QDate(2026, 11, 13));
    CHECK(plain.dayNote.isEmpty());
    const ScheduledTask saturday = dueOf(QDate(2026, 11, 20), 0, 1);
    CHECK(saturday.due == QDate(2026, 11, 24)); // Saturday, Sunday, 勤労感謝の日
    CHECK(saturday.dayNote == QStringLiteral("土曜日のため次の開庁日に"));
}

TEST_CASE("months are counted first, then days, and the end of a short month holds")
{
    CHECK(dueOf(QDate(2026, 3, 31), -1, 0).due == QDate(2026, 2, 27)); // 02-28 is a Saturday
    CHECK(dueOf(QDate(2027, 2, 17), -2, -7).due == QDate(2026, 12, 10));
}

TEST_CASE("a workshop on a Saturday stays on its Saturday")
{
    const ScheduledTask day = dueOf(QDate(2026, 11, 21), 0, 0);
    CHECK(day.due == QDate(2026, 11, 21));
    CHECK(day.dayNote.isEmpty());
}

TEST_CASE("a day given by hand stays, and says when it is no office day")
{
    Task holiday = taskOf("x", 0, -1);
    holiday.dueOn = QDate(2026, 11, 23);
    const auto given = schedule(QDate(2026, 12, 1), {holiday}, QDate(2026, 11, 1)).front();
    CHECK(given.due == QDate(2026, 11, 23));
    CHECK(given.dayNote == QStringLiteral("土日祝日です"));
    holiday.dueOn = QDate(2026, 12, 30); // a Wednesday
    CHECK(schedule({}, {holiday}, QDate(2026, 11, 1)).front().dayNote ==
          QStringLiteral("年末年始の閉庁日です"));
    holiday.dueOn = QDate(2026, 11, 24);
    CHECK(schedule({}, {holiday}, QDate(2026, 11, 1)).front().dayNote.isEmpty());
}

TEST_CASE("recruiting begins and ends on the days the design of the workshop gives")
{
    Workshop workshop;
    workshop.heldOn = QDate(2026, 11, 19);
    workshop.recruitFrom = QDate(2026, 9, 1);   // a Tuesday
    workshop.recruitUntil = QDate(2026, 9, 21); // 敬老の日
    Task open = taskOf("募集開始", -2, 0), close = taskOf("募集締切", -1, 0);
    open.code = QStringLiteral("recruit-open");
    close.code = QStringLiteral("recruit-close");
    auto all = scheduleFor(workshop, {open, close}, QDate(2026, 9, 2));
    CHECK(all.at(0).due == QDate(2026, 9, 1));
    CHECK(all.at(0).dayNote == QStringLiteral("研修会の設計の募集期間から"));
    CHECK(all.at(0).isLate);
    CHECK(all.at(1).due == QDate(2026, 9, 21));
    CHECK(all.at(1).dayNote == QStringLiteral("研修会の設計の募集期間から、土日祝日です"));

    open.dueOn = QDate(2026, 9, 3); // by hand: stays, but not without a word
    const ScheduledTask given = scheduleFor(workshop, {open}, {}).front();
    CHECK(given.due == QDate(2026, 9, 3));
    CHECK(given.dayNote == QStringLiteral("研修会の設計の募集期間では令和8年9月1日です"));

    workshop.recruitUntil = {};
    const ScheduledTask counted = scheduleFor(workshop, {close}, {}).front();
    CHECK(counted.due == QDate(2026, 10, 19)); // a Monday, one month before
    CHECK(counted.dayNote.isEmpty());
}

TEST_CASE("tasks stand in the order of their days, those without one last, and open and past is late")
{
    Task done = taskOf("済", 0, -20);
    done.doneOn = QDate(2026, 11, 2);
    Task fixed = taskOf("日付指定", 0, 0);
    fixed.dueOn = QDate(2026, 11, 19);
    const auto all = schedule(QDate(2026, 11, 25),
                              {taskOf("後", 0, 5), taskOf("前", 0, -5), fixed, done, taskOf("当日", 0, 0)},
                              QDate(2026, 11, 21));
    QStringList titles;
    for (const ScheduledTask &task : all)
        titles << task.task.title;
    CHECK(titles.join(u' ') == QStringLiteral("済 日付指定 前 当日 後"));
    CHECK_FALSE(all.at(0).isLate); // done
    CHECK(all.at(1).isLate);
    CHECK(all.at(2).isLate); // 11-20
    CHECK_FALSE(all.at(3).isLate);

    const auto undated = schedule({}, {taskOf("前", 0, -5), fixed}, QDate(2026, 11, 19));
    CHECK(undated.at(0).task.title == QStringLiteral("日付指定"));
    CHECK_FALSE(undated.at(0).isLate); // today is not late
    CHECK_FALSE(undated.at(1).due.isValid());
    CHECK_FALSE(undated.at(1).isLate);
}

TEST_CASE("the schedule and the timetable of a stored workshop")
{
    const Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    CycleRepository cycles(*document);
    const qint64 id = valueOf(cycles.create({.title = QStringLiteral("研修")}, QStringLiteral("half-day")));
    Workshop workshop = valueOf(WorkshopRepository(*document).of(id)).front();
    CHECK(valueOf(timetableOf(*document, workshop.id)).end == QTime(17, 0)); // 16:55 + 5, 図表-79
    CHECK(valueOf(timetableOf(*document, workshop.id)).hints.isEmpty());
    for (const ScheduledTask &task : valueOf(scheduleOf(*document, workshop.id, QDate(2026, 11, 21))))
        CHECK_FALSE(task.due.isValid());
    workshop.heldOn = QDate(2027, 2, 17);
    CHECK(valueOf(WorkshopRepository(*document).save(workshop)) == workshop.id);
    const auto tasks = valueOf(scheduleOf(*document, workshop.id, QDate(2026, 11, 21)));
    QStringList order;
    for (const ScheduledTask &task : tasks)
        order << task.task.code;
    const auto isBefore = [&order](const char *a, const char *b) {
        return order.indexOf(QLatin1String(a)) < order.indexOf(QLatin1String(b));
    };
    CHECK(isBefore("draft-notice", "notice"));
    CHECK(isBefore("recruit-open", "recruit-close"));
    CHECK(isBefore("before-out", "before-back"));
    CHECK(isBefore("before-back", "group-list"));
    CHECK(isBefore("group-list", "day"));
    CHECK(isBefore("day", "after-out"));
    CHECK(isBefore("after-back", "followup-out"));
    for (const ScheduledTask &task : tasks) {
        if (task.task.code == QStringLiteral("after-out"))
            CHECK(workshop.heldOn.daysTo(task.due) >= 2); // 002: not at once
        if (task.task.code == QStringLiteral("followup-out"))
            CHECK((task.due >= QDate(2027, 4, 17) && task.due <= QDate(2027, 5, 17))); // 2 to 3 months
    }
    CHECK(errorOf(timetableOf(*document, 99)) == ErrorCode::NotFound);
    CHECK(errorOf(scheduleOf(*document, 99, {})) == ErrorCode::NotFound);
}

TEST_CASE("levels are read in the spellings of the published plans")
{
    using Ends = std::pair<std::optional<int>, std::optional<int>>;
    const auto read = [](const char *text) -> std::optional<Ends> {
        const auto range = LevelRange::parse(QString::fromUtf8(text));
        if (!range)
            return std::nullopt;
        CHECK(range->text == QString::fromUtf8(text));
        CHECK(range->toString() == QString::fromUtf8(text));
        return Ends(range->lowest, range->highest);
    };
    // 002, 図表-39, 52, 59, 64. Half steps: 0, 1-1 = 2, 1-2 = 4, 2-1 = 6, 2-2 = 8; 1.5 lies between 1-2 and
    // 2-1.
    CHECK(read("level-1前") == Ends(std::nullopt, 1));
    CHECK(read("level 0～1") == Ends(0, 4));
    CHECK(read("level1.5程度") == Ends(5, 5));
    CHECK(read("～level1-2") == Ends(std::nullopt, 4));
    CHECK(read("level2-1～") == Ends(6, std::nullopt));
    CHECK(read("ｌｅｖｅｌ　１－１～２－１") == Ends(2, 6));
    CHECK(read("Level-1-1") == Ends(2, 2));
    CHECK(read("レベル2") == Ends(6, 8));
    CHECK(read("level 1-1〜level 1-2") == Ends(2, 4));
    CHECK(read("level1以上") == Ends(2, std::nullopt));
    CHECK(read("0") == Ends(0, 0));
    // A dash for the wave; 1-2 stays the step.
    CHECK(read("0-1") == Ends(0, 4));
    CHECK(read("0－1") == Ends(0, 4));
    CHECK(read("level 0-1-1") == Ends(0, 2));
    CHECK(read("1-1～2-1") == Ends(2, 6));
    CHECK(read("1-1-2-1") == Ends(2, 6));
    CHECK(read("1-2") == Ends(4, 4));
    for (const char *other : {"", "level", "level3", "レベル２～３", "0-3", "level 2～1", "level 1-3", "中堅",
                              "level0前", "～", "～level1～", "1-1 1-2", "level 1-1～2-1～"}) {
        INFO(other);
        CHECK_FALSE(read(other));
    }
}

TEST_CASE("a level that was picked is written out")
{
    const auto written = [](std::optional<int> lowest, std::optional<int> highest) {
        return LevelRange{.lowest = lowest, .highest = highest}.toString();
    };
    CHECK(written(2, 6) == QStringLiteral("level 1-1～2-1"));
    CHECK(written(5, 5) == QStringLiteral("level 1.5"));
    CHECK(written(std::nullopt, 4) == QStringLiteral("～level 1-2"));
    CHECK(written(6, std::nullopt) == QStringLiteral("level 2-1～"));
    CHECK(written(3, 3) == QStringLiteral("level 1-1と1-2の間"));
    CHECK(written(std::nullopt, std::nullopt).isEmpty());
}
