#pragma once

// Private to the sheets: what they are put together from.

#include "programme/sheets.h"

#include <QCoreApplication>

namespace tane::sheets {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Sheets)
};

[[nodiscard]] FormTableCell head(const QString &text);
[[nodiscard]] FormTableCell label(const QString &text, int rowSpan = 1, int columnSpan = 1);
[[nodiscard]] FormTableCell band(const QString &text, int columns);
[[nodiscard]] FormTableCell body(const QString &text, double roomMm = 0, int columnSpan = 1);
[[nodiscard]] FormTableCell centred(const QString &text);
/// Points of a list.
[[nodiscard]] FormTableCell points(const QStringList &lines, double roomMm = 0);
/// Several lines of one record stay together in one point.
[[nodiscard]] QString point(const QString &text);

void add(FormSheet &sheet, FormTable table);
void add(FormSheet &sheet, FormParagraph::Style style, const QString &text);

/// Name of a target group, with what sets it apart below.
[[nodiscard]] FormTableCell groupCell(const TargetGroup &group, int rowSpan = 1);
/// Name of a target group; empty for 0 and one that is gone.
[[nodiscard]] QString groupName(const Cycle &cycle, qint64 group);
/// "【コーディネーター】…", or the text alone when it is about all.
[[nodiscard]] QString withGroup(const Cycle &cycle, qint64 group, const QString &text);
/// "令和8年9月1日(火)～令和8年10月16日(金)"; either end may be missing.
[[nodiscard]] QString dateRange(QDate from, QDate until);
/// "令和8年11月19日(木) 10:00～16:30".
[[nodiscard]] QString workshopTime(const Cycle &cycle, const Workshop &workshop);
/// The rows of its timetable with their times.
[[nodiscard]] Timetable timetableIn(const Cycle &cycle, const Workshop &workshop);

/// One function a sheet; title, subtitle, footer and paper are set by makeSheet unless a sheet sets them.
void fillSituation(FormSheet &sheet, const Cycle &cycle);
void fillGoals(FormSheet &sheet, const Cycle &cycle);
void fillPlan(FormSheet &sheet, const Cycle &cycle);
void fillDesign(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop);
void fillTimetable(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop);
void fillStaffTimetable(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop);
void fillChecklist(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop, QDate today);
void fillEvaluation(FormSheet &sheet, const Cycle &cycle);

} // namespace tane::sheets
