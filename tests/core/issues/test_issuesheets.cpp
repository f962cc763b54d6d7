#include "core/issues/issuesoffice.h"
#include "issues/issuesheets.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

/// All texts of a sheet in reading order.
QStringList texts(const FormSheet &sheet)
{
    QStringList all;
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            all << part.paragraph->text;
        if (part.table)
            for (const auto &row : part.table->rows)
                for (const FormTableCell &cell : row)
                    if (!cell.text.isEmpty())
                        all << cell.text;
    }
    return all;
}

} // namespace

TEST_CASE("the scenario sheet holds four causes, one root cause, three measures and three expectations")
{
    Scenario scenario{.theme = QStringLiteral("看取り"), .rootCause = QStringLiteral("説明しきれていない")};
    scenario.causes[2] = QStringLiteral("経験の少ないケアマネも不安");
    scenario.gauges[0] = QStringLiteral("説明した経験のアンケート");
    const QStringList all = texts(makeScenarioSheet(scenario, {}));
    for (const char16_t *label : {u"原因1", u"原因4", u"根本原因", u"対策3", u"期待値3", u"目指す姿"})
        CHECK(all.count(QString::fromUtf16(label)) == 1);
    CHECK_FALSE(all.contains(QStringLiteral("原因5")));
    CHECK_FALSE(all.contains(QStringLiteral("対策4")));
    CHECK(all.indexOf(QStringLiteral("経験の少ないケアマネも不安")) ==
          all.indexOf(QStringLiteral("原因3")) + 1);
    CHECK(all.contains(QStringLiteral("説明した経験のアンケート")));
}

TEST_CASE("the control sheet carries the fields of 図表-61 word for word, for every scene")
{
    const FormSheet sheet =
        makeControlSheetForm(blankControlSheet(1, 2026), {.place = QStringLiteral("桜市"), .today = {}});
    CHECK(sheet.title == QStringLiteral("桜市 在宅医療・介護連携推進事業実施状況及び課題管理シート"));
    CHECK(sheet.locked);
    const QStringList all = texts(sheet);
    CHECK(all.count(QStringLiteral("事業のめざす姿")) == 1);
    for (const char16_t *label :
         {u"めざす姿", u"現状", u"課題", u"課題を改善するために実施している事業（対策）", u"評価", u"指標",
          u"評価時期", u"目標値", u"結果", u"実施状況に対する評価", u"今後の改善策", u"センターによる支援",
          u"市町の課題に対して支援した内容", u"支援できずに困っていること"}) {
        INFO(QString::fromUtf16(label).toStdString());
        CHECK(all.count(QString::fromUtf16(label)) == 4);
    }
    // Locked but for what is filled in.
    int inputs = 0;
    for (const FormSheet::Part &part : sheet.parts)
        for (const auto &row : part.table->rows)
            inputs += static_cast<int>(std::ranges::count_if(row, &FormTableCell::input));
    // Day and vision; of each scene 5 texts, 2 of the centre, 3 indicators of 6 fields and 3 years.
    CHECK(inputs == 2 + 4 * (5 + 2 + 3 * 9));
}

TEST_CASE("consultations of one topic stand beside what is thought of them")
{
    Consultations all;
    all.topics.push_back(
        {.id = 1, .heading = QStringLiteral("皮膚科へ対応する往診"), .view = QStringLiteral("足りていない")});
    all.all.push_back(
        {.id = 1, .topic = 1, .asker = Asker::CareManager, .excerpt = QStringLiteral("往診は？")});
    all.all.push_back({.id = 2, .excerpt = QStringLiteral("まだ分けていない")});
    all.all.push_back({.id = 3,
                       .topic = 1,
                       .receivedOn = QDate(2026, 4, 1),
                       .asker = Asker::Other,
                       .askerNote = QStringLiteral("民生委員"),
                       .excerpt = QStringLiteral("夜間は？")});
    const FormSheet sheet = makeConsultationSheet(all, {}, {});
    const FormTable &table = *sheet.parts[0].table;
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0][1].text == QStringLiteral("相談内容の考察、課題や対応"));
    CHECK(table.rows[1][0].text == QStringLiteral("（ケアマネ）往診は？"));
    CHECK(table.rows[1][1].text == QStringLiteral("（皮膚科へ対応する往診）\n足りていない"));
    CHECK(table.rows[1][1].rowSpan == 2);
    CHECK(table.rows[2][0].text == QStringLiteral("（民生委員）夜間は？"));
    CHECK(table.rows[3][0].text == QStringLiteral("まだ分けていない"));
    const FormSheet dated =
        makeConsultationSheet(all, {.from = QDate(2026, 4, 1), .until = {}, .questions = true}, {});
    CHECK(dated.parts[0].table->rows.size() == 2);
    CHECK(dated.parts[0].table->rows[0].size() == 5);
}

TEST_CASE("goals that all outcomes lead to stand in one cell beside them")
{
    LogicContent content;
    const auto node = [&](qint64 id, LogicNode::Kind kind) {
        content.nodes.push_back({.id = id, .kind = kind, .text = QString::number(id)});
    };
    node(1, LogicNode::Kind::Measure);
    node(2, LogicNode::Kind::Measure);
    node(3, LogicNode::Kind::Outcome);
    node(4, LogicNode::Kind::Outcome);
    node(5, LogicNode::Kind::Goal);
    content.links = {{1, 1, 3}, {2, 2, 3}, {3, 2, 4}, {4, 3, 5}, {5, 4, 5}};
    const FormSheet sheet = makeLogicModelSheet(content, {});
    const FormTable &table = *sheet.parts[0].table;
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[1][4].text == QStringLiteral("5"));
    CHECK(table.rows[1][4].rowSpan == 3);
    CHECK(table.rows[3][1].text == QStringLiteral("（再）2"));
    CHECK(sheet.paper == FormSheet::Paper::A3);
}

TEST_CASE("the overview prints its bases and what is wanting")
{
    ControlContent one = blankControlSheet(1, 2026);
    one.sheet.id = 9;
    one.scenes[1].scene.supportWanting = QStringLiteral("病院の窓口");
    one.scenes[1].indicators.push_back(
        {.indicator = {.name = QStringLiteral("率"), .target = QStringLiteral("1")}, .values = {}});
    const FormSheet sheet = makeControlOverview(rollUpControlSheets({one}, {1, 2}, 2026),
                                                {QStringLiteral("桜市"), QStringLiteral("紅葉市")}, {});
    const FormTable &table = *sheet.parts[0].table;
    CHECK(table.rows[1][2].text == QStringLiteral("1／2市町村"));
    CHECK(table.rows[1][2].remark == QStringLiteral("止まっている 1市町村"));
    CHECK(table.rows[2][2].remark.contains(QStringLiteral("困っていること：病院の窓口")));
    CHECK(table.rows[3][1].text == QStringLiteral("シートがまだありません"));
}

TEST_CASE("every sheet has a name on the command line, and a blank scenario and message can be made")
{
    QStringList codes;
    for (const IssueSheetKind kind : allIssueSheetKinds()) {
        codes << issueSheetCode(kind);
        CHECK(issueSheetKindOf(issueSheetCode(kind)) == kind);
        CHECK_FALSE(issueSheetTitle(kind).isEmpty());
    }
    CHECK(codes.first(6) == QStringList{QStringLiteral("scenario"), QStringLiteral("control-sheet"),
                                        QStringLiteral("message"), QStringLiteral("consultations"),
                                        QStringLiteral("logic-model"), QStringLiteral("poster-filled")});
    IssuesOffice office;
    CHECK(valueOf(makeIssueSheet(*office.document, IssueSheetKind::Message, 0, {})).title ==
          QStringLiteral("市町村への伝達メモ"));
    valueOf(makeIssueSheet(*office.document, IssueSheetKind::Scenario, 0, {}));
    CHECK(errorOf(makeIssueSheet(*office.document, IssueSheetKind::ControlSheet, 5, {})) ==
          ErrorCode::NotFound);
}
