#include "core/programme/sheetcycles.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::testing;

namespace {

QString words(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// Every cell of a sheet.
std::vector<FormTableCell> cellsOf(const FormSheet &sheet)
{
    std::vector<FormTableCell> cells;
    for (const FormSheet::Part &part : sheet.parts) {
        if (!part.table)
            continue;
        for (const auto &row : part.table->rows)
            cells.insert(cells.end(), row.begin(), row.end());
    }
    return cells;
}

} // namespace

TEST_CASE("every field of every record stands on its sheet")
{
    const MarkedCycle marked = markedCycle();
    for (const SheetKind kind : allSheetKinds()) {
        const QString text = textOf(sheetOf(kind, marked.cycle));
        REQUIRE(marked.expected.contains(kind));
        for (const QString &mark : marked.expected.at(kind)) {
            INFO(sheetCode(kind).toStdString() << ": " << mark.toStdString());
            CHECK(text.contains(mark));
        }
    }
}

TEST_CASE("participants see neither aims nor staff notes in their agenda")
{
    MarkedCycle marked = markedCycle();
    const QString text = textOf(sheetOf(SheetKind::Timetable, marked.cycle));
    for (const TimetableRow &row : marked.cycle.timetables.begin()->second) {
        CHECK_FALSE(text.contains(row.aim));
        CHECK_FALSE(text.contains(row.staffNote));
    }
}

TEST_CASE("the field names of the sheets are those of the published forms")
{
    // 002: 図表-71 to 図表-74; 003: 図表-16; the timetable's and the evaluation's as the reference tables
    // have them.
    const std::map<SheetKind, std::vector<const char16_t *>> names = {
        {SheetKind::SituationReview,
         {u"【管内市町村の状況】", u"【コーディネーターについて】", u"【都道府県の状況】",
          u"在宅医療・介護連携推進事業の相談窓口の運用状況はどうか",
          u"コーディネーター間のネットワークや連携体制の有無", u"定量", u"定性"}},
        {SheetKind::Goals, {u"長期（将来像）", u"中期（３年程度）", u"短期（今年度）", u"コーディネーター"}},
        {SheetKind::ProgrammePlan,
         {u"1.本プログラムの目的", u"主", u"副", u"2.入口で対象となる人物像",
          u"3.研修終了時に想定する能力・効果等", u"4.行動目標（研修後）"}},
        {SheetKind::WorkshopDesign,
         {u"タイトル(仮)", u"開催日時", u"開催方法", u"開催場所", u"参加対象", u"定員", u"募集期間",
          u"周知方法", u"全体構成", u"開催前", u"研修会", u"開催後", u"評価方法", u"その他"}},
        {SheetKind::Timetable, {u"開始", u"終了", u"項目", u"内容", u"講師"}},
        {SheetKind::TimetableStaff,
         {u"開始", u"終了", u"時間", u"項目", u"内容", u"講師", u"ねらい\n（ここで期待したいこと）"}},
        {SheetKind::Evaluation,
         {u"できたこと", u"できなかったこと", u"結果の解釈", u"次の短期目標への反映", u"共有する協議の場",
          u"当初の予定通り実施できたか", u"当初期待した目的・成果を達成できたか",
          u"この取り組みが地域の目指すべき姿の実現に貢献しているか", u"上記の結果になった要因・背景は何か",
          u"実施上の課題は何か", u"今後も同様に実施していくべきか",
          u"取り組み内容や実施方法をどのように改善すべきか"}},
    };
    for (const auto &[kind, wanted] : names) {
        const QStringList lines = textOf(sheetOf(kind, emptyCycle())).split(u'\n');
        for (const char16_t *name : wanted) {
            INFO(sheetCode(kind).toStdString() << ": " << words(name).toStdString());
            const QString field = words(name);
            CHECK((lines.contains(field) || lines.join(u'\n').contains(field)));
        }
    }
}

TEST_CASE("an empty programme gives blank forms with room to write in")
{
    for (const SheetKind kind : allSheetKinds()) {
        const FormSheet sheet = sheetOf(kind, emptyCycle());
        int rooms = 0;
        for (const FormTableCell &cell : cellsOf(sheet))
            rooms += cell.roomMm >= 8 && (cell.text.isEmpty() || cell.text == words(u"□"));
        INFO(sheetCode(kind).toStdString());
        CHECK(rooms >= 3);
    }
}

TEST_CASE("a goal taken over from the evaluation before says so")
{
    const QString text = textOf(sheetOf(SheetKind::Goals, usualCycle()));
    CHECK(text.contains(words(u"自分の役割を自分の言葉で説明できる ※")));
    CHECK(text.contains(words(u"※ 前のプログラムの評価「次の短期目標への反映」から引き継いだ目標")));
    CHECK_FALSE(textOf(sheetOf(SheetKind::Goals, emptyCycle())).contains(u'※'));
}

TEST_CASE("an issue stands beside every finding it was drawn from and names whom it is for")
{
    const FormSheet sheet = sheetOf(SheetKind::SituationReview, usualCycle());
    int beside = 0, sources = 0;
    for (const FormTableCell &cell : cellsOf(sheet)) {
        beside += static_cast<int>(cell.text.count(
            words(u"【コーディネーター】個別課題から地域課題のタネを見つける視点と手順が共有されていない")));
        sources +=
            cell.text.contains(u"1-2 個別相談の記録は残るが") && cell.text.contains(u"2-3 一人配置が多く");
    }
    CHECK(beside == 2);
    CHECK(sources == 1);
    // Nothing is cut on paper: the long finding stands in its own row and again with the issue drawn from it.
    Cycle cycle = usualCycle();
    for (auto &[viewpoint, findings] : cycle.findings)
        for (Finding &finding : findings)
            finding.text = QString(300, u'長') + QString::number(finding.id);
    const QString text = textOf(sheetOf(SheetKind::SituationReview, cycle));
    CHECK_FALSE(text.contains(u'…'));
    for (const auto &[issue, sourceIds] : cycle.issueFindings)
        for (const qint64 id : sourceIds)
            CHECK(text.count(QString(300, u'長') + QString::number(id)) >= 2);
}

TEST_CASE("rows of one block share its label, and the group work's minutes are summed")
{
    const FormSheet sheet = sheetOf(SheetKind::TimetableStaff, usualCycle());
    std::vector<int> lengths;
    for (const FormTableCell &cell : cellsOf(sheet))
        if (cell.style == FormTableCell::Style::BlockIII)
            lengths.push_back(cell.rowSpan);
    CHECK(lengths == std::vector<int>{4});
    // By hand: 40 + 40 + 40 + 45 of 30 + 10 + 25 + 20 + 20 + 55 + 15 + 40 + 40 + 40 + 45 + 10 = 350 minutes.
    CHECK(textOf(sheet).contains(words(u"全体 5時間50分（うち Ⅲ グループワーク 2時間45分）")));
}

TEST_CASE("a sheet of a workshop needs one of this programme")
{
    Cycle cycle = emptyCycle();
    const auto other = makeSheet(SheetKind::Timetable, cycle, {.workshop = 99});
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code == ErrorCode::NotFound);
    cycle.workshops.clear();
    for (const SheetKind kind : allSheetKinds())
        CHECK(makeSheet(kind, cycle, {}).has_value() == !isWorkshopSheet(kind));
}

TEST_CASE("a title that begins with the year is not given the year again in header and footer")
{
    Cycle cycle = usualCycle(); // fiscal 2026 is 令和8年度
    cycle.programme.title = words(u"令和8年度 多職種連携研修");
    const SheetOptions options{.prefecture = words(u"架空県")};
    const auto sheet = makeSheet(SheetKind::Goals, cycle, options);
    REQUIRE(sheet.has_value());
    CHECK(sheet->subtitle == words(u"架空県\u3000令和8年度 多職種連携研修"));
    CHECK(sheet->footer.count(words(u"令和8年度")) == 1);
    cycle.programme.title = words(u"多職種連携研修");
    CHECK(makeSheet(SheetKind::Goals, cycle, options)->subtitle ==
          words(u"架空県\u3000令和8年度\u3000多職種連携研修"));
}

TEST_CASE("sheets are found by their codes, and files are named without any person or title")
{
    QStringList codes;
    for (const SheetKind kind : allSheetKinds()) {
        codes << sheetCode(kind);
        CHECK(sheetKindOf(sheetCode(kind)) == kind);
    }
    CHECK(codes == QStringLiteral("situation-review goals programme-plan workshop-design timetable "
                                  "timetable-staff checklist evaluation")
                       .split(u' '));
    CHECK_FALSE(sheetKindOf(QStringLiteral("poster")).has_value());
    const Programme programme = usualCycle().programme;
    CHECK(sheetFileName(SheetKind::Goals, programme) == words(u"目標設定_令和8年度"));
    CHECK(sheetFileName(SheetKind::Goals, {}) == words(u"目標設定"));
}

// The usual cycle: doors open at 10:00 for 30 minutes, 350 minutes in all.
TEST_CASE("the time of a workshop begins with its opening, the doors stand in brackets")
{
    const Cycle cycle = usualCycle();
    for (const SheetKind kind : {SheetKind::Timetable, SheetKind::WorkshopDesign, SheetKind::Checklist}) {
        const QString text = textOf(sheetOf(kind, cycle));
        CHECK(text.contains(words(u"令和8年11月19日(木) 10:30～15:50（開場 10:00）")));
    }
    Cycle without = cycle;
    without.timetables[5].erase(without.timetables[5].begin());
    CHECK(textOf(sheetOf(SheetKind::Timetable, without))
              .contains(words(u"令和8年11月19日(木) 10:00～15:20\n")));
}
