#include "core/issues/issuesoffice.h"
#include "issues/logicmodel.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

/// Two outcomes towards one goal; the second measure serves both.
struct Example
{
    IssuesOffice office;
    qint64 model = office.add(LogicModel{.title = QStringLiteral("桜市")});
    qint64 window = node(LogicNode::Kind::Measure, u"窓口一覧の作成");
    qint64 training = node(LogicNode::Kind::Measure, u"多職種研修の実施");
    qint64 alone = node(LogicNode::Kind::Measure, u"まだ結んでいない施策");
    qint64 conference = node(LogicNode::Kind::Indicator, u"退院カンファレンス実施回数");
    qint64 discharge = node(LogicNode::Kind::Outcome, u"切れ目のない入退院支援");
    qint64 sudden = node(LogicNode::Kind::Outcome, u"急変時に支援を受けられる");
    qint64 goal = node(LogicNode::Kind::Goal, u"住み慣れた地域で暮らす");

    Example()
    {
        link(window, conference);
        link(training, conference);
        link(conference, discharge);
        link(training, sudden);
        link(discharge, goal);
        link(sudden, goal);
    }
    qint64 node(LogicNode::Kind kind, const char16_t *text)
    {
        return office.add(LogicNode{.model = model, .kind = kind, .text = QString::fromUtf16(text)});
    }
    void link(qint64 origin, qint64 result)
    {
        succeeds(setLogicLink(*office.document, origin, result, true, kLabel));
    }
    [[nodiscard]] LogicContent content() { return valueOf(loadLogicModel(*office.document, model)); }
};

} // namespace

TEST_CASE("a measure that serves two outcomes is written again under the second, with its mark")
{
    Example example;
    const LogicRows rows = logicRows(example.content());
    REQUIRE(rows.blocks.size() == 3);
    const auto &first = rows.blocks[0];
    CHECK(first.outcome == example.discharge);
    REQUIRE(first.measures.size() == 2);
    CHECK(first.measures[0].number == 1);
    CHECK(first.measures[1].number == 2);
    REQUIRE(first.indicators.size() == 1);
    CHECK(first.goals == std::vector{example.goal});
    const auto &second = rows.blocks[1];
    REQUIRE(second.measures.size() == 1);
    CHECK(second.measures[0].node == example.training);
    CHECK(second.measures[0].again);
    CHECK(second.measures[0].number == 3); // as in the model of 福知山市 (001:430), mentions are numbered
    CHECK(second.measures[0].text == QStringLiteral("（再）多職種研修の実施"));
    CHECK(rows.blocks[2].outcome == 0);
    CHECK(rows.blocks[2].measures.front().node == example.alone);
}

TEST_CASE("links lead from left to right only")
{
    Example example;
    CHECK(errorOf(setLogicLink(*example.office.document, example.goal, example.window, true, kLabel)) ==
          ErrorCode::Conflict);
    CHECK(errorOf(setLogicLink(*example.office.document, example.window, example.training, true, kLabel)) ==
          ErrorCode::Conflict);
    const qint64 other = example.office.add(LogicModel{.title = QStringLiteral("楓町")});
    const qint64 elsewhere = example.office.add(
        LogicNode{.model = other, .kind = LogicNode::Kind::Goal, .text = QStringLiteral("よそ")});
    CHECK(errorOf(setLogicLink(*example.office.document, example.window, elsewhere, true, kLabel)) ==
          ErrorCode::Conflict);
}

TEST_CASE("a node that is taken away takes its links, and undo brings them back")
{
    Example example;
    succeeds(RecordTable<LogicNode>(*example.office.document).remove(example.conference, kLabel));
    CHECK(example.content().links.size() == 3);
    succeeds(example.office.document->undo());
    CHECK(example.content().links.size() == 6);
}

TEST_CASE("boxes of the drawing stand from left to right, do not overlap and stay on their page")
{
    Example example;
    for (int i = 0; i < 40; ++i) {
        const qint64 more =
            example.node(LogicNode::Kind::Measure, u"医療と介護の顔の見える関係をつくる取組を続ける");
        example.link(more, i % 2 == 0 ? example.discharge : example.sudden);
    }
    const LogicDrawing drawing = layOutLogicModel(example.content(), 392, 240);
    CHECK(drawing.pages >= 2);
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        const LogicDrawing::Box &box = drawing.boxes[i];
        CHECK(box.x >= 0);
        CHECK(box.x + box.width <= 392.001);
        CHECK(box.y >= 0);
        CHECK(box.y + box.height <= 240.001);
        CHECK(box.page < drawing.pages);
        for (std::size_t j = 0; j < i; ++j) {
            const LogicDrawing::Box &other = drawing.boxes[j];
            const bool apart = box.page != other.page || box.x + box.width <= other.x ||
                               other.x + other.width <= box.x || box.y + box.height <= other.y ||
                               other.y + other.height <= box.y;
            CHECK(apart);
        }
    }
    for (const LogicDrawing::Edge &edge : drawing.edges) {
        CHECK(drawing.boxes[edge.from].page == drawing.boxes[edge.to].page);
        CHECK(drawing.boxes[edge.from].x < drawing.boxes[edge.to].x);
    }
    // Every measure is drawn; one that serves two outcomes twice.
    const auto measures =
        std::ranges::count(drawing.boxes, LogicNode::Kind::Measure, &LogicDrawing::Box::kind);
    CHECK(measures == 44);
}

TEST_CASE("a line that skips the indicators passes between their boxes, not behind one")
{
    Example example;
    // Four indicators in a column, and measures that lead straight to their outcome.
    for (int i = 0; i < 3; ++i) {
        const qint64 indicator = example.node(LogicNode::Kind::Indicator, u"退院調整率などの成果指標");
        example.link(indicator, example.discharge);
    }
    for (int i = 0; i < 4; ++i)
        example.link(example.node(LogicNode::Kind::Measure, u"指標を通らない施策"), example.discharge);
    const LogicDrawing drawing = layOutLogicModel(example.content(), 392, 240);
    int skipping = 0;
    for (const LogicDrawing::Edge &edge : drawing.edges) {
        const LogicDrawing::Box &from = drawing.boxes[edge.from], &to = drawing.boxes[edge.to];
        if (from.kind != LogicNode::Kind::Measure || to.kind != LogicNode::Kind::Outcome ||
            to.node != example.discharge) {
            CHECK_FALSE(edge.lane.has_value());
            continue;
        }
        ++skipping;
        REQUIRE(edge.lane.has_value());
        for (const LogicDrawing::Box &box : drawing.boxes)
            if (box.kind == LogicNode::Kind::Indicator && box.page == from.page) {
                CHECK((edge.lane->y < box.y || edge.lane->y > box.y + box.height));
                CHECK(edge.lane->from <= box.x);
                CHECK(edge.lane->to >= box.x + box.width);
            }
        CHECK(edge.lane->y >= 0);
        CHECK(edge.lane->y <= 240);
    }
    CHECK(skipping == 4);
}
