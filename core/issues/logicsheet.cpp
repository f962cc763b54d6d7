// The logic model as rows, as a table and as boxes in millimetres. Pure: values in, values out.
#include "exchange/formgrid.h"
#include "issues/issuesheetparts.h"

#include "base/fiscalyear.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <span>

namespace tane {

using namespace issuesheets;
using sheets::body;
using sheets::centred;
using sheets::head;

namespace {

using Kind = LogicNode::Kind;

class RowMaker
{
public:
    explicit RowMaker(const LogicContent &content)
        : m_content(content)
    {
    }
    LogicRows make();

private:
    [[nodiscard]] LogicRows::Entry entry(const LogicNode &node);
    void addBlock(const LogicNode *outcome, const std::vector<const LogicNode *> &measures,
                  const std::vector<const LogicNode *> &indicators);

    const LogicContent &m_content;
    LogicRows m_rows;
    QSet<qint64> m_said;
    int m_number = 0;
};

LogicRows::Entry RowMaker::entry(const LogicNode &node)
{
    LogicRows::Entry made{.node = node.id, .again = m_said.contains(node.id), .text = node.text};
    m_said.insert(node.id);
    if (node.kind == Kind::Measure)
        made.number = ++m_number;
    if (made.again)
        made.text.prepend(Texts::tr("（再）"));
    if (!node.note.isEmpty())
        made.text += Texts::tr("（%1）").arg(node.note);
    return made;
}

void RowMaker::addBlock(const LogicNode *outcome, const std::vector<const LogicNode *> &measures,
                        const std::vector<const LogicNode *> &indicators)
{
    LogicRows::Block block{
        .outcome = outcome ? outcome->id : 0, .measures = {}, .indicators = {}, .goals = {}};
    for (const LogicNode *node : measures)
        block.measures.push_back(entry(*node));
    for (const LogicNode *node : indicators)
        block.indicators.push_back(entry(*node));
    if (outcome)
        for (const LogicNode *goal : m_content.resultsOf(outcome->id, Kind::Goal))
            block.goals.push_back(goal->id);
    m_rows.blocks.push_back(std::move(block));
}

LogicRows RowMaker::make()
{
    for (const LogicNode *outcome : m_content.of(Kind::Outcome)) {
        const auto indicators = m_content.originsOf(outcome->id, Kind::Indicator);
        // A measure leads to an outcome directly or by an indicator.
        std::vector<const LogicNode *> measures;
        for (const LogicNode *measure : m_content.of(Kind::Measure)) {
            const bool leads = std::ranges::any_of(m_content.links, [&](const LogicLink &link) {
                return link.origin == measure->id &&
                       (link.result == outcome->id ||
                        std::ranges::any_of(indicators, [&](const LogicNode *indicator) {
                            return indicator->id == link.result;
                        }));
            });
            if (leads)
                measures.push_back(measure);
        }
        addBlock(outcome, measures, indicators);
    }
    const auto unsaid = [&](Kind kind) {
        std::vector<const LogicNode *> all = m_content.of(kind);
        std::erase_if(all, [&](const LogicNode *node) { return m_said.contains(node->id); });
        return all;
    };
    const auto measures = unsaid(Kind::Measure), indicators = unsaid(Kind::Indicator);
    if (!measures.empty() || !indicators.empty())
        addBlock(nullptr, measures, indicators);
    return std::move(m_rows);
}

/// Goals of a block, or all of them where it leads to none of its own but there are no links to goals at all.
QString goalText(const LogicContent &content, const LogicRows::Block &block)
{
    QStringList lines;
    for (const qint64 id : block.goals)
        if (const LogicNode *goal = content.node(id))
            lines << goal->text;
    return lines.join(u'\n');
}

} // namespace

LogicRows logicRows(const LogicContent &content)
{
    return RowMaker(content).make();
}

namespace {

void addBlockRows(FormTable &table, const LogicContent &content, const LogicRows::Block &block, int goalSpan,
                  const QString &goals)
{
    const std::size_t rows = std::max<std::size_t>(block.measures.size(), 1);
    for (std::size_t i = 0; i < rows; ++i) {
        std::vector<FormTableCell> row;
        if (i < block.measures.size()) {
            row.push_back(centred(QString::number(block.measures[i].number)));
            row.push_back(body(block.measures[i].text));
        } else {
            row.push_back(body({}));
            row.push_back(body({}, 12));
        }
        if (i == 0) {
            QStringList lines;
            for (const LogicRows::Entry &one : block.indicators)
                lines << one.text;
            FormTableCell indicators = sheets::points(lines);
            const LogicNode *outcome = content.node(block.outcome);
            FormTableCell toward = body(outcome ? outcome->text : QString());
            indicators.rowSpan = toward.rowSpan = static_cast<int>(rows);
            row.push_back(std::move(indicators));
            row.push_back(std::move(toward));
            if (goalSpan > 0) {
                FormTableCell goal = body(goals);
                goal.rowSpan = goalSpan;
                row.push_back(std::move(goal));
            }
        }
        table.rows.push_back(std::move(row));
    }
}

} // namespace

FormSheet makeLogicModelSheet(const LogicContent &content, const IssueSheetOptions &options)
{
    FormSheet sheet =
        begun(IssueSheetKind::LogicModel, options,
              {content.model.title, content.model.year ? FiscalYear(*content.model.year).text() : QString()},
              FormSheet::Paper::A3, true);
    FormTable table;
    table.widths = {10, 130, 96, 86, 70};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back({head({}), head(logicKindText(Kind::Measure)), head(logicKindText(Kind::Indicator)),
                          head(logicKindText(Kind::Outcome)), head(logicKindText(Kind::Goal))});
    const LogicRows rows = logicRows(content);
    for (std::size_t i = 0; i < rows.blocks.size(); ++i) {
        const auto rowsOf = [](const LogicRows::Block &block) {
            return static_cast<int>(std::max<std::size_t>(block.measures.size(), 1));
        };
        // Blocks below each other that lead to the same goals share one cell.
        int span = 0;
        if (i == 0 || rows.blocks[i].goals != rows.blocks[i - 1].goals)
            for (std::size_t j = i; j < rows.blocks.size() && rows.blocks[j].goals == rows.blocks[i].goals;
                 ++j)
                span += rowsOf(rows.blocks[j]);
        addBlockRows(table, content, rows.blocks[i], span, goalText(content, rows.blocks[i]));
    }
    if (rows.blocks.empty())
        for (int i = 0; i < 8; ++i)
            table.rows.push_back({body({}), body({}, 20), body({}), body({}), body({})});
    sheets::add(sheet, std::move(table));
    return sheet;
}

namespace {

constexpr double kBoxGap = 2.2, kBlockGap = 5, kPad = 1.6, kLeading = 1.32;

/// Puts the boxes of one page after another.
class LogicLayout
{
public:
    LogicLayout(const LogicContent &content, double width, double height, double textSize)
        : m_content(content)
    {
        m_made.width = width;
        m_made.height = height;
        m_made.textSize = textSize;
        // Shares of the width: measures need most words.
        constexpr std::array shares{0.33, 0.23, 0.18, 0.14};
        double left = 0, free = width;
        for (const double share : shares)
            free -= share * width;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            m_left[i] = left;
            m_wide[i] = shares[i] * width;
            left += m_wide[i] + free / (shares.size() - 1);
        }
    }
    LogicDrawing make();

private:
    struct Column
    {
        std::vector<LogicDrawing::Box> boxes;
        double height = 0;
    };
    [[nodiscard]] LogicDrawing::Box box(const LogicNode &node, const QString &text, bool again) const;
    [[nodiscard]] Column columnOf(std::span<const LogicRows::Entry> entries) const;
    void placeBlock(const LogicRows::Block &block);
    std::vector<std::size_t> place(Column column, double top, double room);
    void placeGoals();
    /// `between`: boxes of the column that the lines skip.
    void connect(const std::vector<std::size_t> &from, const std::vector<std::size_t> &to,
                 const std::vector<std::size_t> &between = {});
    [[nodiscard]] std::optional<LogicDrawing::Lane> laneFor(const LogicDrawing::Box &from,
                                                            const LogicDrawing::Box &to,
                                                            const std::vector<std::size_t> &between) const;

    const LogicContent &m_content;
    LogicDrawing m_made;
    std::array<double, kLogicKinds> m_left{}, m_wide{};
    double m_y = 0;
    int m_page = 0;
    /// Boxes of outcomes with the goals they lead to.
    std::vector<std::pair<std::size_t, std::vector<qint64>>> m_outcomes;
};

/// Lines of about the same length: one character alone in the last looks like a slip. Takes no more lines.
QStringList evenLines(const QString &line, double ems)
{
    constexpr double step = 0.5;
    QStringList lines = wrapped(line, ems);
    const auto count = lines.size();
    for (double narrower = ems - step; count > 1 && narrower > ems / 2; narrower -= step) {
        const QStringList tighter = wrapped(line, narrower);
        if (tighter.size() > count)
            break;
        lines = tighter;
    }
    return lines;
}

LogicDrawing::Box LogicLayout::box(const LogicNode &node, const QString &text, bool again) const
{
    const auto column = static_cast<std::size_t>(node.kind);
    LogicDrawing::Box made{.node = node.id, .kind = node.kind, .lines = {}, .again = again};
    made.x = m_left[column];
    made.width = m_wide[column];
    const double ems = (made.width - 2 * kPad) / m_made.textSize;
    for (const QString &line : text.split(u'\n'))
        made.lines << evenLines(line, ems);
    made.height = static_cast<double>(made.lines.size()) * m_made.textSize * kLeading + 2 * kPad;
    return made;
}

LogicLayout::Column LogicLayout::columnOf(std::span<const LogicRows::Entry> entries) const
{
    Column column;
    for (const LogicRows::Entry &one : entries) {
        const LogicNode *node = m_content.node(one.node);
        if (!node)
            continue;
        const QString number = one.number > 0 ? QStringLiteral("%1. ").arg(one.number) : QString();
        column.boxes.push_back(box(*node, number + one.text, one.again));
        column.height += column.boxes.back().height + (column.boxes.size() > 1 ? kBoxGap : 0);
    }
    return column;
}

/// A column in the middle of the room that its block takes.
std::vector<std::size_t> LogicLayout::place(Column column, double top, double room)
{
    std::vector<std::size_t> placed;
    double y = top + std::max(0.0, (room - column.height) / 2);
    for (LogicDrawing::Box &one : column.boxes) {
        one.page = m_page;
        one.y = y;
        y += one.height + kBoxGap;
        placed.push_back(m_made.boxes.size());
        m_made.boxes.push_back(std::move(one));
    }
    return placed;
}

/// The way through a column that costs the least detour: between two boxes, above the first or below the
/// last.
std::optional<LogicDrawing::Lane> LogicLayout::laneFor(const LogicDrawing::Box &from,
                                                       const LogicDrawing::Box &to,
                                                       const std::vector<std::size_t> &between) const
{
    if (between.empty())
        return std::nullopt;
    const auto &boxes = m_made.boxes;
    const LogicDrawing::Box &first = boxes[between.front()], &last = boxes[between.back()];
    std::vector<double> ways{last.y + last.height + kBoxGap / 2};
    if (first.y >= kBoxGap / 2)
        ways.push_back(first.y - kBoxGap / 2);
    for (std::size_t i = 1; i < between.size(); ++i)
        ways.push_back((boxes[between[i - 1]].y + boxes[between[i - 1]].height + boxes[between[i]].y) / 2);
    const double start = from.y + from.height / 2, end = to.y + to.height / 2;
    const double y = *std::ranges::min_element(
        ways, {}, [&](double way) { return std::abs(way - start) + std::abs(way - end); });
    return LogicDrawing::Lane{.y = y, .from = first.x, .to = first.x + first.width};
}

void LogicLayout::connect(const std::vector<std::size_t> &from, const std::vector<std::size_t> &to,
                          const std::vector<std::size_t> &between)
{
    for (const std::size_t a : from)
        for (const std::size_t b : to)
            if (std::ranges::any_of(m_content.links, [&](const LogicLink &link) {
                    return link.origin == m_made.boxes[a].node && link.result == m_made.boxes[b].node;
                }))
                m_made.edges.push_back({a, b, laneFor(m_made.boxes[a], m_made.boxes[b], between)});
}

void LogicLayout::placeBlock(const LogicRows::Block &block)
{
    Column outcome;
    if (const LogicNode *node = m_content.node(block.outcome)) {
        outcome.boxes.push_back(box(*node, node->text, false));
        outcome.height = outcome.boxes.back().height;
    }
    const Column indicators = columnOf(block.indicators);
    std::span<const LogicRows::Entry> measures(block.measures);
    do {
        // A block that no page can hold goes on on the next, outcome and indicators with each part.
        std::size_t fitting = measures.size();
        Column column = columnOf(measures);
        while (column.height > m_made.height && fitting > 1)
            column = columnOf(measures.first(--fitting));
        const double room = std::max({column.height, indicators.height, outcome.height});
        if (m_y > 0 && m_y + room > m_made.height) {
            ++m_page;
            m_y = 0;
        }
        const auto left = place(column, m_y, room), middle = place(indicators, m_y, room),
                   right = place(outcome, m_y, room);
        connect(left, middle);
        connect(left, right, middle);
        connect(middle, right);
        for (const std::size_t each : right)
            m_outcomes.emplace_back(each, block.goals);
        m_y += room + kBlockGap;
        measures = measures.subspan(fitting);
    } while (!measures.empty());
}

/// On every page the goals that its outcomes lead to, each beside the middle of them.
void LogicLayout::placeGoals()
{
    for (int page = 0; page <= m_page; ++page) {
        std::vector<std::pair<double, const LogicNode *>> wanted;
        for (const LogicNode *goal : m_content.of(Kind::Goal)) {
            double sum = 0;
            int count = 0;
            for (const auto &[place, goals] : m_outcomes) {
                const LogicDrawing::Box &from = m_made.boxes[place];
                if (from.page != page || std::ranges::find(goals, goal->id) == goals.end())
                    continue;
                sum += from.y + from.height / 2;
                ++count;
            }
            const bool alone = m_content.originsOf(goal->id, Kind::Outcome).empty();
            if (count > 0 || (alone && page == 0))
                wanted.emplace_back(count > 0 ? sum / count : 0, goal);
        }
        std::ranges::stable_sort(wanted, {}, [](const auto &one) { return one.first; });
        double free = 0;
        for (const auto &[middle, goal] : wanted) {
            LogicDrawing::Box made = box(*goal, goal->text, false);
            made.page = page;
            made.y = std::max(free, std::min(middle - made.height / 2, m_made.height - made.height));
            free = made.y + made.height + kBoxGap;
            const std::size_t at = m_made.boxes.size();
            m_made.boxes.push_back(std::move(made));
            for (const auto &[place, goals] : m_outcomes)
                if (m_made.boxes[place].page == page && std::ranges::find(goals, goal->id) != goals.end())
                    m_made.edges.push_back({place, at, {}});
        }
    }
}

LogicDrawing LogicLayout::make()
{
    const LogicRows rows = logicRows(m_content);
    for (const LogicRows::Block &block : rows.blocks)
        placeBlock(block);
    placeGoals();
    m_made.pages = m_page + 1;
    return std::move(m_made);
}

} // namespace

LogicDrawing layOutLogicModel(const LogicContent &content, double width, double height, double textSize)
{
    return LogicLayout(content, width, height, textSize).make();
}

} // namespace tane
