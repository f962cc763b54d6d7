#pragma once

#include "storage/recordtable.h"

namespace tane {

/// 施策 → 成果指標 → 中間アウトカム → 目指す姿.
struct LogicModel
{
    qint64 id = 0;
    QString title;
    qint64 municipality = 0;
    std::optional<int> year;
    QString note;
    friend bool operator==(const LogicModel &, const LogicModel &) = default;
};

struct LogicNode
{
    enum class Kind { Measure, Indicator, Outcome, Goal };
    qint64 id = 0;
    qint64 model = 0;
    Kind kind = Kind::Measure;
    QString text;
    QString note; ///< "※医師会に要相談"
    friend bool operator==(const LogicNode &, const LogicNode &) = default;
};
inline constexpr int kLogicKinds = 4;
/// "具体的な施策", "成果指標", "取り組みの方向性（中間アウトカム）", "目指す姿".
[[nodiscard]] QString logicKindText(LogicNode::Kind kind);

/// `origin` leads to `result`, which is of a later kind.
struct LogicLink
{
    qint64 id = 0;
    qint64 origin = 0;
    qint64 result = 0;
    friend bool operator==(const LogicLink &, const LogicLink &) = default;
};

template<>
struct RecordSchema<LogicModel>
{
    static QString table() { return QStringLiteral("logic_model"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<LogicModel>> columns();
};

template<>
struct RecordSchema<LogicNode>
{
    static QString table() { return QStringLiteral("logic_node"); }
    static QStringList siblings() { return {QStringLiteral("model"), QStringLiteral("kind")}; }
    static std::vector<RecordColumn<LogicNode>> columns();
};

template<>
struct RecordSchema<LogicLink>
{
    static QString table() { return QStringLiteral("logic_link"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<LogicLink>> columns();
};

struct LogicContent
{
    LogicModel model;
    std::vector<LogicNode> nodes; ///< by kind, then position
    std::vector<LogicLink> links;

    [[nodiscard]] const LogicNode *node(qint64 id) const;
    [[nodiscard]] std::vector<const LogicNode *> of(LogicNode::Kind kind) const;
    /// What leads to a node, of one kind, in its order.
    [[nodiscard]] std::vector<const LogicNode *> originsOf(qint64 node, LogicNode::Kind kind) const;
    [[nodiscard]] std::vector<const LogicNode *> resultsOf(qint64 node, LogicNode::Kind kind) const;
};
[[nodiscard]] Result<LogicContent> loadLogicModel(Document &document, qint64 model);
/// Sets or takes away one link. Conflict: not from an earlier kind to a later one of the same model.
[[nodiscard]] Result<> setLogicLink(Document &document, qint64 origin, qint64 result, bool on,
                                    const QString &label);

/// The model as rows left to right, as it is printed: one block for each outcome, in order, with the measures
/// and indicators that lead to it; what stands in an earlier block already is marked （再）. Then, under an
/// empty outcome, what leads to none.
struct LogicRows
{
    struct Entry
    {
        qint64 node = 0;
        int number = 0; ///< of a mention of a measure, counted over all blocks; 0 for others
        bool again = false;
        QString text; ///< with （再） and the note
    };
    struct Block
    {
        qint64 outcome = 0; ///< 0 = none
        std::vector<Entry> measures, indicators;
        std::vector<qint64> goals;
    };
    std::vector<Block> blocks;
};
[[nodiscard]] LogicRows logicRows(const LogicContent &content);

/// The same drawn: boxes and lines in millimetres, left to right, on pages of the given height. Blocks are
/// kept whole where they fit a page.
struct LogicDrawing
{
    struct Box
    {
        qint64 node = 0;
        LogicNode::Kind kind = LogicNode::Kind::Measure;
        int page = 0;
        double x = 0, y = 0, width = 0, height = 0;
        QStringList lines; ///< of text, broken to the width
        bool again = false;
    };
    /// Where a line runs level, so that it passes between the boxes of the column it skips.
    struct Lane
    {
        double y = 0, from = 0, to = 0;
    };
    struct Edge ///< from the right edge of a box to the left edge of another of the same page
    {
        std::size_t from = 0, to = 0; ///< boxes
        std::optional<Lane> lane = {};
    };
    double width = 0, height = 0; ///< of a page's area
    double textSize = 3;          ///< em square, mm
    int pages = 0;
    std::vector<Box> boxes;
    std::vector<Edge> edges;
};
/// `width`, `height`: the area of a page below title and heads, mm. `textSize`: em square of the text, mm.
[[nodiscard]] LogicDrawing layOutLogicModel(const LogicContent &content, double width, double height,
                                            double textSize = 3);

} // namespace tane
