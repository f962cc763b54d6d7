#include "core/exchange/ziptesting.h"
#include "core/issues/issuesoffice.h"
#include "exchange/formdocx.h"
#include "exchange/formworkbook.h"
#include "issues/controldifference.h"
#include "issues/controlsheetfiles.h"
#include "issues/issuesheets.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

/// A sheet with something in every field, and what programs run, number, trim, wrap or cut.
ControlContent nasty(qint64 municipality)
{
    ControlContent content = blankControlSheet(municipality, 2026);
    content.sheet.vision = text(u"=SUM(1)\n\n三行目 \"引用\" <b> & _x0041_");
    content.sheet.filledOn = QDate(2026, 5, 1);
    content.scenes.push_back({.scene = {.name = text(u"災害対応")}, .indicators = {}});
    ControlScene &daily = content.scenes[0].scene;
    daily.aim = text(u"007");
    daily.present = QString(3000, QChar(u'長')) + text(u"\nおわり");
    daily.issue = text(u"今後の改善策"); // a label as a text
    daily.measures = text(u"2026/4/1");
    daily.improvement = text(u"+1");
    daily.supportGiven = text(u"市町の課題に対して\n支援した");
    daily.supportWanting = QString(900, QChar(u'困')) + text(u"\n𠮷田😀");
    content.scenes[1].scene.supportWanting = text(u"病院ごとに窓口が違う");
    ControlContent::Indicator one{.indicator = {.name = text(u"退院調整率"),
                                                .due = text(u"令和8年度末"),
                                                .baseline = text(u"70"),
                                                .target = text(u"８０％以上"),
                                                .result = text(u"0.5"),
                                                .assessment = QString(500, QChar(u'評'))},
                                  .values = {{2024, text(u"1,234")}, {2026, text(u"TRUE")}}};
    content.scenes[1].indicators.push_back(one);
    one.indicator.name = text(u"1e3");
    one.indicator.target.clear();
    one.values = {{2019, text(u"平成の値")}};
    content.scenes[1].indicators.push_back(one);
    for (int i = 0; i < 5; ++i)
        content.scenes[3].indicators.push_back(
            {.indicator = {.name = text(u"指標%1").arg(i), .target = QString::number(i)}, .values = {}});
    return content;
}

Registry registryOf(IssuesOffice &office)
{
    return peoplefile::registryOf(*office.document);
}

QString formOf(IssuesOffice &office, const ControlContent &content, const QString &name)
{
    const Registry registry = registryOf(office);
    const Municipality *place = registry.municipality(content.sheet.municipality);
    REQUIRE(place);
    const QString path = office.folder(name);
    succeeds(writeFormXlsx(path, makeControlSheetForm(content, {.place = place->name, .today = {}})));
    return path;
}

QString said(const ReadControlSheets &read)
{
    QStringList lines;
    for (const Problem &problem : read.problems)
        lines << problem.toString();
    return lines.join(u'\n');
}

/// A table of several as a .csv file.
QString table(const IssuesOffice &office, const std::vector<QStringList> &rows)
{
    return peoplefile::csv(office.folder, QStringLiteral("t.csv"), rows);
}

} // namespace

TEST_CASE("a control sheet is stored and loaded with every field, and one undo takes it back")
{
    IssuesOffice office;
    const ControlContent content = nasty(office.sakura);
    const qint64 id = valueOf(storeControlSheet(*office.document, content, kLabel));
    CHECK(valueOf(loadControlSheet(*office.document, id)).saysTheSame(content));
    office.reopen();
    const auto stored = valueOf(controlSheetOf(*office.document, office.sakura, 2026));
    REQUIRE(stored);
    CHECK(stored->saysTheSame(content));
    CHECK(stored->years() == std::vector{2019, 2024, 2025, 2026});
    const QStringList before = everything(office.document->database());
    ControlContent changed = *stored;
    changed.scenes[1].indicators.erase(changed.scenes[1].indicators.begin());
    changed.scenes.erase(changed.scenes.begin() + 2);
    changed.scenes[0].scene.aim = QStringLiteral("新しい");
    CHECK(valueOf(storeControlSheet(*office.document, changed, kLabel)) == id);
    CHECK(valueOf(loadControlSheet(*office.document, id)).saysTheSame(changed));
    succeeds(office.document->undo());
    CHECK(everything(office.document->database()) == before);
    CHECK(errorOf(addControlSheet(*office.document, office.sakura, 2026, 0, kLabel)) == ErrorCode::Conflict);
}

TEST_CASE("next year's sheet takes over aims and targets, not results")
{
    IssuesOffice office;
    const qint64 id = valueOf(storeControlSheet(*office.document, nasty(office.sakura), kLabel));
    const qint64 next = valueOf(addControlSheet(*office.document, office.sakura, 2027, id, kLabel));
    const ControlContent content = valueOf(loadControlSheet(*office.document, next));
    CHECK(content.sheet.year == 2027);
    CHECK_FALSE(content.sheet.filledOn.isValid());
    const ControlIndicator &one = content.scenes[1].indicators[0].indicator;
    CHECK(one.target == text(u"８０％以上"));
    CHECK(one.result.isEmpty());
    CHECK(one.assessment.isEmpty());
    CHECK(content.scenes[1].indicators[0].values.at(2024) == text(u"1,234"));
}

TEST_CASE("a control sheet goes out as a workbook and comes back without loss")
{
    IssuesOffice office;
    const ControlContent content = nasty(office.sakura);
    const QString path = formOf(office, content, QStringLiteral("送付.xlsx"));
    const ReadControlSheets read = valueOf(readControlSheets(registryOf(office), path));
    INFO(said(read).toStdString());
    REQUIRE(read.sheets.size() == 1);
    CHECK(read.sheets[0].saysTheSame(content));
    valueOf(storeControlSheet(*office.document, content, kLabel));
    const ControlImport same = valueOf(compareControlSheets(*office.document, read.sheets));
    CHECK(same.unchanged == 1);
    CHECK(same.toStore.empty());
}

TEST_CASE("in Word every row of a scene of a control sheet stays with the next, so that no scene is parted")
{
    IssuesOffice office;
    const ControlContent content = blankControlSheet(office.sakura, 2026);
    const QString path = office.folder(QStringLiteral("様式.docx"));
    succeeds(writeFormDocx(path, makeControlSheetForm(content, {.place = text(u"桜市"), .today = {}})));
    const QString body = QString::fromUtf8(tane::testing::zipPart(path, QStringLiteral("word/document.xml")));
    const QStringList tables = body.split(QStringLiteral("<w:tbl>")).mid(1);
    REQUIRE(tables.size() == 5); // the head, and the four scenes of domain.md 1
    for (int scene = 1; scene < 5; ++scene) {
        const QStringList rows = tables[scene].split(QStringLiteral("<w:tr>")).mid(1);
        REQUIRE(rows.size() > 10);
        for (qsizetype row = 0; row + 1 < rows.size(); ++row)
            CHECK(rows[row].count(QStringLiteral("<w:keepNext/>")) ==
                  rows[row].count(QStringLiteral("<w:p>")));
        CHECK_FALSE(
            rows.last().section(QStringLiteral("</w:tbl>"), 0, 0).contains(QStringLiteral("<w:keepNext/>")));
    }
}

TEST_CASE("the file of a control sheet is named by municipality and year, without what no file name holds")
{
    CHECK(controlSheetFileName(text(u"桜市"), 2026) == text(u"課題管理シート_桜市_令和8年度.xlsx"));
    CHECK(controlSheetFileName(text(u"桜市/東"), 2026) == text(u"課題管理シート_桜市_東_令和8年度.xlsx"));
}

TEST_CASE("a blank control sheet comes back blank")
{
    IssuesOffice office;
    const ControlContent blank = blankControlSheet(office.momiji, 2026);
    const QString path = formOf(office, blank, QStringLiteral("白紙.xlsx"));
    const ReadControlSheets read = valueOf(readControlSheets(registryOf(office), path));
    INFO(said(read).toStdString());
    REQUIRE(read.sheets.size() == 1);
    CHECK(read.sheets[0].saysTheSame(blank));
}

TEST_CASE("a sheet filled in by openpyxl comes back with what was typed")
{
    // Made by tests/data/issues/fill_control_sheet.py from the form of 桜市.
    IssuesOffice office;
    const ReadControlSheets read = valueOf(readControlSheets(
        registryOf(office), QStringLiteral(TANE_TEST_DATA "/issues/control-sheet-openpyxl.xlsx")));
    INFO(said(read).toStdString());
    REQUIRE(read.sheets.size() == 1);
    const ControlContent &content = read.sheets[0];
    CHECK(content.sheet.municipality == office.sakura);
    CHECK(content.sheet.year == 2026);
    CHECK(content.sheet.filledOn == QDate(2026, 6, 30)); // typed as a date
    CHECK(content.sheet.vision == text(u"最期まで自分らしく\n暮らせるまち"));
    CHECK(content.scenes[1].scene.aim == text(u"切れ目なく支える"));
    CHECK(content.scenes[1].scene.supportWanting == text(u"病院の窓口が分からない"));
    REQUIRE(content.scenes[1].indicators.size() == 1);
    CHECK(content.scenes[1].indicators[0].indicator.name == text(u"退院調整率"));
    CHECK(content.scenes[1].indicators[0].indicator.target == text(u"80")); // typed as a number
    CHECK(content.scenes[1].indicators[0].values.at(2026) == text(u"72.5"));
    CHECK(content.scenes[0].scene.aim.isEmpty());
}

TEST_CASE("a numeric target for 看取り率 is refused with its place, and the whole sheet is left out")
{
    IssuesOffice office;
    ControlContent content = blankControlSheet(office.sakura, 2026);
    content.scenes[3].indicators.push_back(
        {.indicator = {.name = text(u"在宅看取り率"), .target = text(u"30%")}, .values = {}});
    CHECK(errorOf(storeControlSheet(*office.document, content, kLabel)) == ErrorCode::Conflict);
    const ReadControlSheets read = valueOf(
        readControlSheets(registryOf(office), formOf(office, content, QStringLiteral("看取り.xlsx"))));
    CHECK(read.sheets.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].content == text(u"30%"));
    CHECK(read.problems[0].file == QStringLiteral("看取り.xlsx"));
    CHECK_FALSE(read.problems[0].cell.isEmpty());
}

TEST_CASE("a broken sheet is refused with every place that is wrong")
{
    IssuesOffice office;
    const Registry registry = registryOf(office);
    FormSheet form = makeControlSheetForm(blankControlSheet(office.sakura, 2026),
                                          {.place = QStringLiteral("桜市"), .today = {}});
    form.mark.clear();
    auto &head = form.parts[0].table->rows;
    head[0][1].text = QStringLiteral("知らない市");
    head[0][3].text = QStringLiteral("来年");
    head[0][5].text = QStringLiteral("きのう");
    auto &daily = form.parts[1].table->rows;
    daily[3][0].text = QStringLiteral("ゲンジョウ"); // 現状
    auto &heads = daily[9];
    heads[5].text = QStringLiteral("去年"); // 令和7年度
    heads[7].text = QStringLiteral("目標"); // 目標値
    heads.back().text = QString();
    daily[10][1].text = QStringLiteral("値だけ");
    const QString path = office.folder(QStringLiteral("壊れた.xlsx"));
    succeeds(writeFormXlsx(path, form));
    const ReadControlSheets read = valueOf(readControlSheets(registry, path));
    CHECK(read.sheets.empty());
    const QString all = said(read);
    INFO(all.toStdString());
    for (const char16_t *expected :
         {u"どの市町村か", u"年度が読めません", u"記入日が", u"「現状」の欄", u"「目標値」の列",
          u"指標の名前がない", u"この列の見出し", u"センターによる支援の欄"})
        CHECK(all.contains(QString::fromUtf16(expected)));
    for (const Problem &problem : read.problems) {
        CHECK(problem.file == QStringLiteral("壊れた.xlsx"));
        CHECK_FALSE(problem.sheet.isEmpty());
        CHECK_FALSE(problem.cell.isEmpty());
    }
}

TEST_CASE("a form under another municipality's name, and a file that is none, are refused")
{
    IssuesOffice office;
    FormSheet form = makeControlSheetForm(blankControlSheet(office.sakura, 2026),
                                          {.place = QStringLiteral("桜市"), .today = {}});
    form.parts[0].table->rows[0][1].text = QStringLiteral("紅葉市");
    const QString path = office.folder(QStringLiteral("名前違い.xlsx"));
    succeeds(writeFormXlsx(path, form));
    const ReadControlSheets read = valueOf(readControlSheets(registryOf(office), path));
    CHECK(read.sheets.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].content == QStringLiteral("紅葉市"));
    CHECK(errorOf(readControlSheets(registryOf(office), table(office, {{text(u"氏名")}, {text(u"架空")}}))) ==
          ErrorCode::NothingUnderstood);
    CHECK(errorOf(readControlSheets(registryOf(office), office.folder(QStringLiteral("ない.xlsx")))) ==
          ErrorCode::NotFound);
    office.folder.write(QStringLiteral("途中.xlsx"), QByteArray("PK\x03\x04 broken"));
    CHECK(errorOf(readControlSheets(registryOf(office), office.folder(QStringLiteral("途中.xlsx")))) ==
          ErrorCode::BadFormat);
}

TEST_CASE("several sheets as one table come back without loss")
{
    IssuesOffice office;
    ControlContent first = nasty(office.sakura), second = blankControlSheet(office.momiji, 2025);
    first.sheet.note = text(u"備考も残る");
    second.scenes[2].scene.aim = text(u"急変時に慌てない");
    const QString path = office.folder(QStringLiteral("一覧.xlsx"));
    succeeds(writeControlTable(path, registryOf(office), {first, second}));
    const ReadControlSheets read = valueOf(readControlSheets(registryOf(office), path));
    INFO(said(read).toStdString());
    REQUIRE(read.sheets.size() == 2);
    CHECK(read.sheets[0].saysTheSame(first));
    CHECK(read.sheets[1].saysTheSame(second));
}

TEST_CASE("a table with a wrong place is refused as a whole, with each place")
{
    IssuesOffice office;
    const QString path = table(
        office, {{text(u"市町村"), text(u"年度"), text(u"場面"), text(u"めざす姿"), text(u"指標"),
                  text(u"目標値"), text(u"令和7年度")},
                 {text(u"桜市"), text(u"R8"), text(u"看取り"), text(u"姿"), text(u"看取り率"), text(u"50%")},
                 {text(u"桜市"), text(u"R8"), text(u"看取り"), text(u"ほかの姿"), text(u"研修"), text(u"4")},
                 {text(u"存在町"), text(u"R8"), text(u"看取り"), {}, {}, {}},
                 {text(u"紅葉市"), text(u"いつか"), text(u"看取り"), {}, {}, text(u"3")}});
    const ReadControlSheets read = valueOf(readControlSheets(registryOf(office), path));
    CHECK(read.sheets.empty());
    QStringList cells;
    for (const Problem &problem : read.problems)
        cells << problem.cell;
    CHECK(cells == QStringList{QStringLiteral("F2"), QStringLiteral("D3"), QStringLiteral("A4"),
                               QStringLiteral("B5")});
}

TEST_CASE("a folder of returned sheets gives the whole ones and names the others")
{
    IssuesOffice office;
    QDir(office.folder.dir.path()).mkdir(QStringLiteral("戻り"));
    formOf(office, nasty(office.sakura), QStringLiteral("戻り/一.xlsx"));
    ControlContent other = blankControlSheet(office.momiji, 2026);
    formOf(office, other, QStringLiteral("戻り/二.xlsx"));
    formOf(office, other, QStringLiteral("戻り/二の写し.xlsx"));
    office.folder.write(QStringLiteral("戻り/~$一.xlsx"), "x");
    office.folder.write(QStringLiteral("戻り/三.xlsx"), "x");
    const ReadControlSheets read =
        valueOf(readControlSheets(registryOf(office), office.folder(QStringLiteral("戻り"))));
    REQUIRE(read.sheets.size() == 1);
    CHECK(read.sheets[0].sheet.municipality == office.sakura);
    CHECK(read.files == 3);
    const QString all = said(read);
    CHECK(all.contains(QStringLiteral("三.xlsx")));
    CHECK(all.contains(QStringLiteral("紅葉市の令和8年度のシートがいくつか")));
    const ControlImport import = valueOf(compareControlSheets(*office.document, read.sheets));
    CHECK(import.added == 1);
    succeeds(storeControlSheets(*office.document, import, kLabel));
    CHECK(valueOf(controlSheets(*office.document)).size() == 1);
    succeeds(office.document->undo());
    CHECK(valueOf(controlSheets(*office.document)).empty());
}

TEST_CASE("the roll-up says who has goals set per scene and where it is stuck")
{
    IssuesOffice office;
    ControlContent first = nasty(office.sakura), second = blankControlSheet(office.kaede, 2026);
    first.scenes[1].scene.improvement = text(u"続ける");
    second.scenes[0].scene.present = text(u"現状だけ");
    second.scenes[1].scene.aim = text(u"めざす姿だけ");
    second.scenes[2].indicators.push_back(
        {.indicator = {.name = text(u"回数"), .target = text(u"4"), .result = text(u"3")}, .values = {}});
    ControlContent old = nasty(office.momiji);
    old.sheet.year = 2025;
    const ControlRollUp rollUp =
        rollUpControlSheets({first, second, old}, {office.sakura, office.kaede, office.momiji}, 2026);
    REQUIRE(rollUp.rows.size() == 3);
    CHECK(rollUp.scenes.size() == 5);
    using enum ControlState;
    const auto states = [&](std::size_t row) {
        std::vector<ControlState> all;
        for (const ControlRollUp::Cell &cell : rollUp.rows[row].cells)
            all.push_back(cell.state);
        return all;
    };
    CHECK(states(0) == std::vector{Aimed, Assessed, Empty, Targeted, Empty});
    CHECK(states(1) == std::vector{Described, Aimed, Targeted, Empty, Empty});
    CHECK_FALSE(rollUp.rows[1].cells[4].present);
    CHECK(rollUp.rows[2].cells[0].present == false);
    CHECK(rollUp.withGoal(1) == 1);
    CHECK(rollUp.withGoal(2) == 1);
    CHECK(rollUp.withGoal(3) == 1);
    CHECK(rollUp.stuck(0) == 1); // 支援できずに困っていること
    CHECK(rollUp.stuck(1) == 1);
    CHECK(rollUp.stuck(2) == 1); // a result and no way on
    CHECK(rollUp.stuck(3) == 0);
}

TEST_CASE(
    "what a sheet that came back would change is said field by field, and nothing where it says the same")
{
    const ControlContent before = nasty(1);
    ControlContent after = before;
    CHECK(controlDifferences(before, after).empty());
    after.sheet.vision = text(u"新しいめざす姿");
    after.scenes[1].scene.issue = text(u"窓口が違う");
    after.scenes[1].indicators[0].indicator.target = text(u"90%");
    after.scenes[1].indicators[0].values[2025] = text(u"75");
    after.scenes[3].indicators.pop_back();
    const std::vector<ControlDifference> found = controlDifferences(before, after);
    REQUIRE(found.size() == 6);
    CHECK(found[0] ==
          ControlDifference{{}, text(u"事業のめざす姿"), before.sheet.vision, text(u"新しいめざす姿")});
    CHECK(found[1] == ControlDifference{text(u"入退院支援"), text(u"課題"), {}, text(u"窓口が違う")});
    CHECK(found[2] == ControlDifference{
                          text(u"入退院支援"), text(u"指標「退院調整率」の令和7年度の値"), {}, text(u"75")});
    CHECK(found[3] == ControlDifference{text(u"入退院支援"), text(u"指標「退院調整率」の目標値"),
                                        text(u"８０％以上"), text(u"90%")});
    CHECK(found[4] == ControlDifference{text(u"看取り"), text(u"指標"), text(u"指標4"), {}});
    CHECK(found[5] == ControlDifference{text(u"看取り"), text(u"指標「指標4」の目標値"), text(u"4"), {}});
    // Another order alone is no difference.
    ControlContent turned = before;
    std::ranges::reverse(turned.scenes);
    CHECK(controlDifferences(before, turned).empty());
}

TEST_CASE("all sheets of a year are loaded as each is by itself")
{
    IssuesOffice office;
    for (const qint64 place : {office.sakura, office.momiji}) {
        ControlContent content = nasty(place);
        valueOf(storeControlSheet(*office.document, content, kLabel));
        content.sheet.year = 2025;
        content.scenes[1].indicators.clear();
        valueOf(storeControlSheet(*office.document, content, kLabel));
    }
    const auto all = valueOf(controlSheetsOf(*office.document, 2026));
    REQUIRE(all.size() == 2);
    for (const ControlContent &each : all) {
        const ControlContent alone = valueOf(loadControlSheet(*office.document, each.sheet.id));
        CHECK(each.sheet == alone.sheet);
        CHECK(each.scenes == alone.scenes);
    }
    CHECK(valueOf(controlSheetsOf(*office.document, 2024)).empty());
}

TEST_CASE("the form offers what is usual as 評価時期 and 実施状況に対する評価, and takes anything else")
{
    const FormSheet form =
        makeControlSheetForm(blankControlSheet(1, 2026), {.place = text(u"桜市"), .today = {}});
    int dues = 0, assessments = 0;
    for (const FormSheet::Part &part : form.parts)
        for (const auto &row : part.table ? part.table->rows : std::vector<std::vector<FormTableCell>>())
            for (const FormTableCell &cell : row) {
                if (cell.choices.isEmpty())
                    continue;
                CHECK(cell.input);
                CHECK(cell.free);
                dues += cell.choices.contains(text(u"令和8年度末")) ? 1 : 0;
                assessments += cell.choices.contains(text(u"未達成")) ? 1 : 0;
            }
    CHECK(dues == 4 * kControlIndicatorRows); // of every scene
    CHECK(assessments == 4 * kControlIndicatorRows);
}

// Not a test: writes the form that tests/data/issues/fill_control_sheet.py fills in.
TEST_CASE("write the blank form of 桜市", "[.controlsheetform]")
{
    IssuesOffice office;
    const QString path = qEnvironmentVariable("TANE_FORM_OUT");
    REQUIRE_FALSE(path.isEmpty());
    succeeds(
        QFile::copy(formOf(office, blankControlSheet(office.sakura, 2026), QStringLiteral("f.xlsx")), path)
            ? Result<>()
            : fail(ErrorCode::CannotWrite, QStringLiteral("cannot copy")));
}
