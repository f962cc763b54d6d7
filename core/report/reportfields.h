#pragma once

#include "report/reportsource.h"

#include <QHash>

namespace tane {

/// One number that typed text can hold.
struct ReportField
{
    QString name;    ///< "up:Ⅱ-3:コーディネーター", without the braces
    QString meaning; ///< "Ⅱ-3 で上がった方（コーディネーター）"
    QString value;   ///< "13"
    QString group;   ///< heading of the menu: "参加者", "研修前後の変化", "Ⅱ-3"
};

/// The numbers of a report, by the names that stand between braces in typed text. Documented in
/// docs/report-fields.md.
class ReportFields
{
public:
    /// `workshop`: whose numbers; null: those of the programme only. For the outside, numbers of small groups
    /// are words ("5人未満").
    ReportFields(const ReportSource &source, const WorkshopSource *workshop, bool external);

    [[nodiscard]] const std::vector<ReportField> &all() const { return m_all; }
    [[nodiscard]] std::optional<QString> value(const QString &name) const;

    /// A text with its fields filled in. {{ and }} are braces themselves; {空} is nothing at all.
    struct Filled
    {
        QString text;
        QStringList unknown; ///< names that are no field, once each; they stay in the text with their braces
    };
    [[nodiscard]] Filled fill(const QString &text) const;

private:
    void addProgramme(const ReportSource &source);
    void addWorkshop(const WorkshopSource &source);
    void addParticipants(const ReportSource &source, const WorkshopSource &workshop);
    void addAnswers(const SurveyState &survey);
    void addChanges(const ChangeAnalysis &analysis);
    void addRow(const ChangeAnalysis &analysis, const ChangeRow &row);
    void addOnce(const ChangeAnalysis &analysis);
    void addIssues(const ReportSource &source, const WorkshopSource *workshop);
    void add(const QString &group, const QString &name, const QString &meaning, const QString &value);
    void add(const QString &group, const QString &name, const QString &meaning, int value);

    bool m_external;
    std::vector<ReportField> m_all;
    QHash<QString, std::size_t> m_index; ///< by folded name
};

} // namespace tane
