#pragma once

#include "base/fiscalyear.h"
#include "issues/issuewords.h"
#include "storage/recordtable.h"

#include <map>
#include <unordered_map>

namespace tane {

/// 在宅医療・介護連携推進事業実施状況及び課題管理シート of one municipality and one year.
struct ControlSheet
{
    qint64 id = 0;
    qint64 municipality = 0;
    int year = 0;   ///< fiscal year, by the year it starts in
    QString vision; ///< 事業のめざす姿
    QDate filledOn;
    QString note;
    friend bool operator==(const ControlSheet &, const ControlSheet &) = default;
};

/// One scene of it.
struct ControlScene
{
    qint64 id = 0;
    qint64 sheet = 0;
    QString name;           ///< "日常の療養支援"
    QString aim;            ///< めざす姿
    QString present;        ///< 現状
    QString issue;          ///< 課題
    QString measures;       ///< 実施対象及び内容
    QString improvement;    ///< 今後の改善策
    QString supportGiven;   ///< 市町の課題に対して支援した内容
    QString supportWanting; ///< 支援できずに困っていること
    friend bool operator==(const ControlScene &, const ControlScene &) = default;
};

/// 評価: one indicator of a scene. All as written; "80％以上" is a target.
struct ControlIndicator
{
    qint64 id = 0;
    qint64 scene = 0;
    QString name;       ///< 指標
    QString due;        ///< 評価時期
    QString baseline;   ///< 基準値
    QString target;     ///< 目標値
    QString result;     ///< 結果
    QString assessment; ///< 実施状況に対する評価
    [[nodiscard]] bool isEmpty() const
    {
        return name.isEmpty() && due.isEmpty() && baseline.isEmpty() && target.isEmpty() &&
               result.isEmpty() && assessment.isEmpty();
    }
    friend bool operator==(const ControlIndicator &, const ControlIndicator &) = default;
};

/// What an indicator was in a year.
struct ControlValue
{
    qint64 id = 0;
    qint64 indicator = 0;
    int year = 0;
    QString value;
    friend bool operator==(const ControlValue &, const ControlValue &) = default;
};

template<>
struct RecordSchema<ControlSheet>
{
    static QString table() { return QStringLiteral("control_sheet"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<ControlSheet>> columns();
};

template<>
struct RecordSchema<ControlScene>
{
    static QString table() { return QStringLiteral("control_scene"); }
    static QStringList siblings() { return {QStringLiteral("sheet")}; }
    static std::vector<RecordColumn<ControlScene>> columns();
};

template<>
struct RecordSchema<ControlIndicator>
{
    static QString table() { return QStringLiteral("control_indicator"); }
    static QStringList siblings() { return {QStringLiteral("scene")}; }
    static std::vector<RecordColumn<ControlIndicator>> columns();
};

template<>
struct RecordSchema<ControlValue>
{
    static QString table() { return QStringLiteral("control_value"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<ControlValue>> columns();
};

/// A sheet with its scenes, indicators and yearly values.
struct ControlContent
{
    struct Indicator
    {
        ControlIndicator indicator;
        std::map<int, QString> values; ///< by year
        friend bool operator==(const Indicator &, const Indicator &) = default;
    };
    struct Scene
    {
        ControlScene scene;
        std::vector<Indicator> indicators;
        friend bool operator==(const Scene &, const Scene &) = default;
    };
    ControlSheet sheet;
    std::vector<Scene> scenes;

    /// The years that have a value, and the sheet's own and the two before it, ascending.
    [[nodiscard]] std::vector<int> years() const;
    /// The same words, whatever the ids.
    [[nodiscard]] bool saysTheSame(const ControlContent &other) const;
};
/// A blank sheet with the four scenes, not stored.
[[nodiscard]] ControlContent blankControlSheet(qint64 municipality, int year);
/// All sheets, newest year first, then by municipality.
[[nodiscard]] Result<std::vector<ControlSheet>> controlSheets(Document &document);
[[nodiscard]] Result<ControlContent> loadControlSheet(Document &document, qint64 sheet);
/// The sheet of a municipality and year; nothing when there is none.
[[nodiscard]] Result<std::optional<ControlContent>> controlSheetOf(Document &document, qint64 municipality,
                                                                   int year);
/// A stored sheet for a municipality and year, with the four scenes; with `from` its texts, baselines and
/// targets are taken over from that sheet (results are not). Conflict: there is one already. One undo step.
[[nodiscard]] Result<qint64> addControlSheet(Document &document, qint64 municipality, int year, qint64 from,
                                             const QString &label);
/// Writes a whole sheet in place of what is stored for its municipality and year (or as a new one); scenes
/// and indicators that are still there keep their ids. Refused like indicatorTargetProblem. Gives the
/// sheet's id. One undo step.
[[nodiscard]] Result<qint64> storeControlSheet(Document &document, const ControlContent &content,
                                               const QString &label);
/// A yearly value; an empty one takes it away. One undo step.
[[nodiscard]] Result<> setControlValue(Document &document, qint64 indicator, int year, const QString &value,
                                       const QString &label);
/// Saves an indicator; Conflict with the reason when its target may not be a number (indicatorTargetProblem).
[[nodiscard]] Result<> saveControlIndicator(Document &document, const ControlIndicator &indicator,
                                            const QString &label);

/// What is usually written as 実施状況に対する評価 and as 評価時期 of a sheet of a year; anything else may be
/// written, too.
[[nodiscard]] const QStringList &usualAssessments();
[[nodiscard]] QStringList usualDueDates(int year);

/// How far a scene of a sheet is: 未記入 nothing written, 現状・課題まで, めざす姿あり but no indicator with
/// a target, 目標設定済み, 評価済み (a result with its assessment).
enum class ControlState { Empty, Described, Aimed, Targeted, Assessed };
[[nodiscard]] QString controlStateText(ControlState state);
[[nodiscard]] ControlState controlStateOf(const ControlContent::Scene &scene);

/// Which municipality has goals set per scene, and where it is stuck.
struct ControlRollUp
{
    struct Cell
    {
        bool present = false; ///< the sheet has this scene
        ControlState state = ControlState::Empty;
        int indicators = 0, targets = 0;
        bool stuck = false; ///< 支援できずに困っていること is written, or results are there and no way on
        QString wanting; ///< 支援できずに困っていること
    };
    struct Row
    {
        qint64 municipality = 0;
        qint64 sheet = 0; ///< 0 = none for the year
        std::vector<Cell> cells;
    };
    int year = 0;
    QStringList scenes;
    std::vector<Row> rows; ///< every municipality asked for, in the order given
    /// How many rows have a goal set in a scene.
    [[nodiscard]] int withGoal(std::size_t scene) const;
    [[nodiscard]] int stuck(std::size_t scene) const;
};
/// Pure; `sheets` of other years are left out. The scenes are the four and whatever else the sheets have.
[[nodiscard]] ControlRollUp rollUpControlSheets(const std::vector<ControlContent> &sheets,
                                                const std::vector<qint64> &municipalities, int year);
/// Every sheet of a year with its content, by municipality.
[[nodiscard]] Result<std::vector<ControlContent>> controlSheetsOf(Document &document, int year);

} // namespace tane
