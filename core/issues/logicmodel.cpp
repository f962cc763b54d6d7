#include "issues/logicmodel.h"

#include "issues/issuecolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::LogicModel)
};

} // namespace

QString logicKindText(LogicNode::Kind kind)
{
    switch (kind) {
    case LogicNode::Kind::Measure:
        return Texts::tr("具体的な施策");
    case LogicNode::Kind::Indicator:
        return Texts::tr("成果指標");
    case LogicNode::Kind::Outcome:
        return Texts::tr("取り組みの方向性（中間アウトカム）");
    case LogicNode::Kind::Goal:
        return Texts::tr("目指す姿");
    }
    Q_UNREACHABLE();
}

std::vector<RecordColumn<LogicModel>> RecordSchema<LogicModel>::columns()
{
    return {recordColumn("title", &LogicModel::title),
            referenceColumn("municipality", &LogicModel::municipality),
            recordColumn("year", &LogicModel::year), recordColumn("note", &LogicModel::note)};
}

std::vector<RecordColumn<LogicNode>> RecordSchema<LogicNode>::columns()
{
    return {referenceColumn("model", &LogicNode::model), numberColumn("kind", &LogicNode::kind),
            recordColumn("text", &LogicNode::text), recordColumn("note", &LogicNode::note)};
}

std::vector<RecordColumn<LogicLink>> RecordSchema<LogicLink>::columns()
{
    return {referenceColumn("origin", &LogicLink::origin), referenceColumn("result", &LogicLink::result)};
}

const LogicNode *LogicContent::node(qint64 id) const
{
    const auto found = std::ranges::find(nodes, id, &LogicNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

std::vector<const LogicNode *> LogicContent::of(LogicNode::Kind kind) const
{
    std::vector<const LogicNode *> all;
    for (const LogicNode &one : nodes)
        if (one.kind == kind)
            all.push_back(&one);
    return all;
}

std::vector<const LogicNode *> LogicContent::originsOf(qint64 node, LogicNode::Kind kind) const
{
    std::vector<const LogicNode *> all;
    for (const LogicNode *one : of(kind))
        if (std::ranges::any_of(
                links, [&](const LogicLink &link) { return link.origin == one->id && link.result == node; }))
            all.push_back(one);
    return all;
}

std::vector<const LogicNode *> LogicContent::resultsOf(qint64 node, LogicNode::Kind kind) const
{
    std::vector<const LogicNode *> all;
    for (const LogicNode *one : of(kind))
        if (std::ranges::any_of(
                links, [&](const LogicLink &link) { return link.origin == node && link.result == one->id; }))
            all.push_back(one);
    return all;
}

Result<LogicContent> loadLogicModel(Document &document, qint64 model)
{
    LogicContent content;
    TANE_TRY(content.model, RecordTable<LogicModel>(document).load(model));
    TANE_TRY(content.nodes, RecordTable<LogicNode>(document).all(QStringLiteral("model"), model));
    std::ranges::stable_sort(content.nodes, {}, &LogicNode::kind);
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT l.id, l.origin, l.result FROM logic_link AS l JOIN logic_node AS n "
                                  "ON n.id = l.origin WHERE n.model = ? ORDER BY l.id")));
    TANE_CHECK(query.bind(model).run());
    while (query.next())
        content.links.push_back({query.integer(0), query.integer(1), query.integer(2)});
    return content;
}

Result<> setLogicLink(Document &document, qint64 origin, qint64 result, bool on, const QString &label)
{
    return document.perform(label, [&](Database &database) -> Result<> {
        RecordTable<LogicNode> nodes(document);
        TANE_TRY(const LogicNode from, nodes.load(origin));
        TANE_TRY(const LogicNode to, nodes.load(result));
        if (from.model != to.model || from.kind >= to.kind)
            return fail(
                ErrorCode::Conflict,
                Texts::tr("左の列から右の列へだけ結べます（施策→成果指標→中間アウトカム→目指す姿）。"));
        const QString sql = on ? QStringLiteral("INSERT INTO logic_link(origin, result) VALUES (?, ?) "
                                                "ON CONFLICT DO NOTHING")
                               : QStringLiteral("DELETE FROM logic_link WHERE origin = ? AND result = ?");
        TANE_TRY(Statement change, database.prepare(sql));
        return change.bind(origin).bind(result).run();
    });
}

} // namespace tane
