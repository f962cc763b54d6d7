#pragma once

#include "exchange/reportbuilder.h"
#include "survey/disclosure.h"

#include <QMap>

#include <utility>

namespace tane {

/// The parts of a report that say what changed between two questionnaires. Of small groups they say as much
/// as disclosureOf() allows.
struct ChangeSections
{
    const ChangeAnalysis &analysis;
    /// The officer's own wording, by item code and group.
    const QMap<std::pair<QString, QString>, QString> &readings;
    bool external = false;

    /// Who answered, what the pairs rest on, how double answers were settled, and who stayed without a pair.
    void answers(ReportBuilder &report) const;
    /// Table, figure and reading of a set in each group that may be shown. The groups are headings of
    /// `level`.
    void changes(ReportBuilder &report, const ItemSet &set, int level) const;
    /// Bars of each item that was asked once, of everybody.
    void distributions(ReportBuilder &report) const;
    /// How it was counted, point by point.
    void method(ReportBuilder &report, bool hasProblems) const;

    /// "対 65～67組": the pairs of the set's items in a group; empty when there are none.
    [[nodiscard]] QString basesOf(const ItemSet &set, const QString &group) const;

private:
    [[nodiscard]] TableBlock answersTable() const;
    [[nodiscard]] TableBlock changeTable(const ItemSet &set, const QString &group) const;
    [[nodiscard]] QString cell(const ChangeRow &row, int count, Percent percent) const;
    void figure(ReportBuilder &report, const ItemSet &set, const QString &group) const;
    void readingsOf(ReportBuilder &report, const ItemSet &set, const QString &group, int level) const;
    [[nodiscard]] Disclosure disclosureIn(const QString &group) const;
    [[nodiscard]] bool isAll(const QString &group) const { return group == analysis.groups.first(); }
};

/// Whether up, stay and down can be told of any item of it.
[[nodiscard]] bool isComparable(const ItemSet &set);

} // namespace tane
