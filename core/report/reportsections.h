#pragma once

// Private to the composer: what each kind of section writes.

#include "exchange/reportbuilder.h"
#include "report/reportsource.h"

#include <QCoreApplication>

namespace tane::report {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ReportSections)
};

/// One section while it is written.
struct Part
{
    const ReportSource &source;
    const Report &report;
    const ReportSection &section;
    const WorkshopSource *workshop; ///< whose it is; null: none
    ReportBuilder &out;

    /// Text that somebody wrote, with names taken out for the outside.
    [[nodiscard]] QString said(const QString &text) const;
    [[nodiscard]] QString groupName(qint64 targetGroup) const;
    /// A point for each line, for a cell; empty for none.
    [[nodiscard]] QString points(const QStringList &texts) const;
};

/// A table of two columns, 項目 and 内容; rows without contents are left out.
class FactTable
{
public:
    void add(const QString &name, const QString &value);
    [[nodiscard]] bool isEmpty() const { return m_table.rows.empty(); }
    /// Writes it unless it is empty.
    void write(ReportBuilder &out, const QString &title);

private:
    TableBlock m_table;
};

/// Each writes its contents below the heading, or nothing when there is nothing to say.
void writeSummary(const Part &part);
void writeProgramme(const Part &part);
void writeSituation(const Part &part);
void writeGoals(const Part &part);
void writePlan(const Part &part);
void writeWorkshop(const Part &part);
void writeParticipants(const Part &part);
void writeAnswers(const Part &part);
void writeChanges(const Part &part);
void writeSatisfaction(const Part &part);
void writeFreeText(const Part &part);
void writeIssues(const Part &part);
void writeFollowUp(const Part &part);
void writeEvaluation(const Part &part);
void writeNextGoals(const Part &part);
void writeMethod(const Part &part);

/// The bases and the tables and figures that are counted from each, as a table without a number.
[[nodiscard]] TableBlock baseTable(const std::vector<ReportFigure> &figures);

} // namespace tane::report
