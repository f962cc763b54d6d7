#include "programme/sheetparts.h"

#include <algorithm>

namespace tane::sheets {

FormTableCell head(const QString &text)
{
    return {.text = text, .style = FormTableCell::Style::Head, .align = FormTableCell::Align::Centre};
}

FormTableCell label(const QString &text, int rowSpan, int columnSpan)
{
    return {.text = text, .columnSpan = columnSpan, .rowSpan = rowSpan, .style = FormTableCell::Style::Label};
}

FormTableCell band(const QString &text, int columns)
{
    return {.text = text, .columnSpan = columns, .style = FormTableCell::Style::Band};
}

FormTableCell body(const QString &text, double roomMm, int columnSpan)
{
    return {.text = text, .columnSpan = columnSpan, .roomMm = roomMm};
}

FormTableCell centred(const QString &text)
{
    return {.text = text, .align = FormTableCell::Align::Centre};
}

FormTableCell points(const QStringList &lines, double roomMm)
{
    return {.text = lines.join(u'\n'), .bullets = true, .roomMm = roomMm};
}

QString point(const QString &text)
{
    return text.trimmed().replace(u'\n', QChar(QChar::LineSeparator));
}

void add(FormSheet &sheet, FormTable table)
{
    sheet.parts.push_back({.table = std::move(table)});
}

void add(FormSheet &sheet, FormParagraph::Style style, const QString &text)
{
    sheet.parts.push_back({.paragraph = FormParagraph{text, style}});
}

FormTableCell groupCell(const TargetGroup &group, int rowSpan)
{
    FormTableCell cell = label(group.name, rowSpan);
    if (group.isObserver)
        cell.remark = Texts::tr("（オブザーバー）");
    return cell;
}

QString groupName(const Cycle &cycle, qint64 group)
{
    const auto found = std::ranges::find(cycle.targetGroups, group, &TargetGroup::id);
    return group == 0 || found == cycle.targetGroups.end() ? QString() : found->name;
}

QString withGroup(const Cycle &cycle, qint64 group, const QString &text)
{
    const QString name = groupName(cycle, group);
    return name.isEmpty() ? text : QStringLiteral("【%1】%2").arg(name, text);
}

QString dateRange(QDate from, QDate until)
{
    if (!from.isValid() && !until.isValid())
        return {};
    return eraDateWithWeekday(from) + u'～' + eraDateWithWeekday(until);
}

Timetable timetableIn(const Cycle &cycle, const Workshop &workshop)
{
    const auto rows = cycle.timetables.find(workshop.id);
    return chainTimes(workshop.startsAt,
                      rows == cycle.timetables.end() ? std::vector<TimetableRow>() : rows->second);
}

QString workshopTime(const Cycle &cycle, const Workshop &workshop)
{
    const Timetable times = timetableIn(cycle, workshop);
    const QString clock = QStringLiteral("H:mm");
    QString text = eraDateWithWeekday(workshop.heldOn);
    if (!workshop.startsAt.isValid())
        return text;
    // People come for the opening; when the doors open stands in brackets.
    const auto opening = std::ranges::find_if(times.rows, [](const Timetable::Row &row) {
        return !row.row.title.startsWith(Texts::tr("開場")) && !row.row.title.startsWith(Texts::tr("受付"));
    });
    const bool doors = opening != times.rows.begin() && opening != times.rows.end();
    const QTime start = doors ? opening->start : workshop.startsAt;
    text += u' ' + start.toString(clock) + u'～' +
            (times.totalMinutes > 0 ? times.end.toString(clock) : QString());
    if (doors)
        text += times.rows.front().row.title.startsWith(Texts::tr("開場"))
                    ? Texts::tr("（開場 %1）").arg(workshop.startsAt.toString(clock))
                    : Texts::tr("（受付 %1から）").arg(workshop.startsAt.toString(clock));
    return text.trimmed();
}

} // namespace tane::sheets
