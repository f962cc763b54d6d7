#pragma once

#include "storage/recordtable.h"

namespace tane {

/// What a section of a report is about, in the standard order.
enum class SectionKind {
    Summary,      ///< 要約
    Programme,    ///< 研修プログラムの概要
    Situation,    ///< 実態と課題
    Goals,        ///< 目標
    Plan,         ///< 対象ごとの企画
    Workshop,     ///< 研修会
    Participants, ///< 参加の状況
    Answers,      ///< 回答の状況
    Changes,      ///< 研修前後の変化, of one set or all
    Satisfaction, ///< 研修会への評価
    FreeText,     ///< 自由記述
    Issues,       ///< 話し合いから挙がった課題
    FollowUp,     ///< 2～3か月後の状況
    Evaluation,   ///< 評価・振り返り
    NextGoals,    ///< 次の目標
    Method,       ///< 数え方と母数
    Own           ///< typed text alone
};
inline constexpr int kSectionKinds = 17;
/// All but Own.
[[nodiscard]] const std::vector<SectionKind> &standardSections();
/// "参加の状況".
[[nodiscard]] QString sectionTitle(SectionKind kind);
/// What the section shows, in one sentence for the officer.
[[nodiscard]] QString sectionPurpose(SectionKind kind);
/// Whether it is about one workshop (of several).
[[nodiscard]] bool isAboutWorkshop(SectionKind kind);

/// A report of a programme. Its contents are computed each time; what is stored is the order of its sections
/// and what the officer typed.
struct Report
{
    qint64 id = 0;
    qint64 programme = 0;
    QString title;
    QString subtitle;
    QString author; ///< the office that hands it in
    QDate datedOn;
    bool external = false; ///< goes outside: small groups and names are masked
    friend bool operator==(const Report &, const Report &) = default;
};

struct ReportSection
{
    qint64 id = 0;
    qint64 report = 0;
    SectionKind kind = SectionKind::Own;
    QString title; ///< empty: that of the kind
    bool shown = true;
    qint64 workshop = 0; ///< 0: the one that was answered first, or the first
    QString itemSet;     ///< code of the only set that Changes is about; empty: all
    QString lead;        ///< typed above; empty: the computed draft. May hold {fields}
    QString closing;     ///< typed below
    friend bool operator==(const ReportSection &, const ReportSection &) = default;
};
/// Its own title, or that of its kind.
[[nodiscard]] QString titleOf(const ReportSection &section);

/// Adds a report with the sections of the standard order, dated `today`. Gives its id; one undo step.
[[nodiscard]] Result<qint64> addReport(Document &document, qint64 programme, const QString &title,
                                       QDate today);
/// The same sections and texts once more, named as given. Gives its id; one undo step.
[[nodiscard]] Result<qint64> copyReport(Document &document, qint64 report, const QString &title);
/// Of a programme, in their order.
[[nodiscard]] Result<std::vector<Report>> reportsOf(Document &document, qint64 programme);
[[nodiscard]] Result<std::vector<ReportSection>> sectionsOf(Document &document, qint64 report);
/// What is composed when no report was stored: the standard order under the programme's name.
struct ReportDraft
{
    Report report;
    std::vector<ReportSection> sections;
};
[[nodiscard]] ReportDraft standardReport(qint64 programme, const QString &programmeTitle, QDate today);

/// The first stored report of a programme, or the standard one when there is none.
[[nodiscard]] Result<ReportDraft> firstReport(Document &document, qint64 programme,
                                              const QString &programmeTitle, QDate today);

template<>
struct RecordSchema<Report>
{
    static QString table() { return QStringLiteral("report"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<Report>> columns();
};

template<>
struct RecordSchema<ReportSection>
{
    static QString table() { return QStringLiteral("report_section"); }
    static QStringList siblings() { return {QStringLiteral("report")}; }
    static std::vector<RecordColumn<ReportSection>> columns();
};

} // namespace tane
