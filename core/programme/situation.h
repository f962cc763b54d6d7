#pragma once

#include "storage/recordtable.h"

namespace tane {

/// What to look at in step 1. Those of the guided sheet have a code ("1-1"); own ones have none.
struct Viewpoint
{
    qint64 id = 0;
    qint64 programme = 0;
    QString code;
    QString block; ///< "管内市町村の状況", without the brackets
    QString text;
    friend bool operator==(const Viewpoint &, const Viewpoint &) = default;
};

/// What was found under a viewpoint.
struct Finding
{
    enum class Kind { None, Quantitative, Qualitative };
    qint64 id = 0;
    qint64 viewpoint = 0;
    QString text;
    Kind kind = Kind::None; ///< 定量 / 定性
    QString source;
    QDate foundOn;
    QString tableTitle;
    QString tableCells; ///< the attached table: rows divided by line feeds, cells by tabs; empty for none
    friend bool operator==(const Finding &, const Finding &) = default;
};
/// "定量", "定性", or empty.
[[nodiscard]] QString findingKindText(Finding::Kind kind);

/// 抽出した課題: what has to be solved for a target group. Drawn from findings (ReviewIssueSources).
struct ReviewIssue
{
    qint64 id = 0;
    qint64 targetGroup = 0;
    QString text;
    friend bool operator==(const ReviewIssue &, const ReviewIssue &) = default;
};

/// The ten viewpoints of the guided sheet (図表-71), in their order, not stored yet.
[[nodiscard]] std::vector<Viewpoint> guidedViewpoints();

/// The findings an issue was drawn from.
[[nodiscard]] Result<std::vector<qint64>> findingsOf(Document &document, qint64 reviewIssue);
/// Replaces them; one undo step.
[[nodiscard]] Result<> setFindingsOf(Document &document, qint64 reviewIssue,
                                     const std::vector<qint64> &findings);

template<>
struct RecordSchema<Viewpoint>
{
    static QString table() { return QStringLiteral("viewpoint"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<Viewpoint>> columns();
};

template<>
struct RecordSchema<Finding>
{
    static QString table() { return QStringLiteral("finding"); }
    static QStringList siblings() { return {QStringLiteral("viewpoint")}; }
    static std::vector<RecordColumn<Finding>> columns();
};

template<>
struct RecordSchema<ReviewIssue>
{
    static QString table() { return QStringLiteral("review_issue"); }
    static QStringList siblings() { return {QStringLiteral("target_group")}; }
    static std::vector<RecordColumn<ReviewIssue>> columns();
};

} // namespace tane
