// 班別名簿 and 受付簿.
#include "grouping/kitsheetparts.h"

#include <algorithm>

namespace tane::kitsheets {

using sheets::add;
using sheets::band;
using sheets::body;
using sheets::centred;
using sheets::head;

namespace {

constexpr int kBlankRows = 22; ///< a page, in Word, too

QString dutyOf(const KitPerson &person)
{
    return person.facilitator ? Texts::tr("進行") : person.scribe ? Texts::tr("書記") : QString();
}

std::vector<FormTableCell> heads(const QStringList &titles)
{
    std::vector<FormTableCell> row;
    for (const QString &title : titles)
        row.push_back(head(title));
    return row;
}

FormTableCell nameCell(const KitPerson &person)
{
    FormTableCell cell = body(person.name, 9);
    cell.remark = person.kana;
    return cell;
}

/// "3班", with a name of its own below unless it is too long for a narrow column.
FormTableCell groupCell(const KitGroup &group, qsizetype mostLetters)
{
    FormTableCell cell = centred(Texts::tr("%1班").arg(group.number));
    if (group.title != cell.text && group.title.size() <= mostLetters)
        cell.remark = group.title;
    return cell;
}

/// "コーディネーター 49名、市町村担当者 29名": the commonest first.
QString countsByRole(const Kit &kit)
{
    std::vector<std::pair<QString, int>> counts;
    for (const KitGroup &group : kit.groups)
        for (const KitPerson &person : group.members) {
            const QString role = person.role.isEmpty() ? Texts::tr("立場の記入なし") : person.role;
            const auto found = std::ranges::find(counts, role, &std::pair<QString, int>::first);
            if (found == counts.end())
                counts.emplace_back(role, 1);
            else
                ++found->second;
        }
    std::ranges::stable_sort(counts, std::greater(), &std::pair<QString, int>::second);
    QStringList parts;
    for (const auto &[role, count] : counts)
        parts << Texts::tr("%1 %2名").arg(role).arg(count);
    return parts.join(u'、');
}

} // namespace

void fillRoster(FormSheet &sheet, const Kit &kit)
{
    addOccasion(sheet, kit);
    add(sheet, FormParagraph::Style::Body,
        Texts::tr("%1班・%2名（%3）").arg(kit.groups.size()).arg(kit.seated()).arg(countsByRole(kit)));
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = {20, 42, 32, 70, 18};
    table.rows.push_back(
        heads({Texts::tr("班"), Texts::tr("氏名"), Texts::tr("立場"), Texts::tr("所属"), Texts::tr("役割")}));
    for (const KitGroup &group : kit.groups) {
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const KitPerson &person = group.members[i];
            std::vector<FormTableCell> row;
            if (i == 0) {
                FormTableCell title = groupCell(group, 40);
                title.rowSpan = static_cast<int>(group.members.size());
                title.style = FormTableCell::Style::Label;
                title.remark += (title.remark.isEmpty() ? QString() : QStringLiteral("\n")) +
                                Texts::tr("%1名").arg(group.members.size());
                row.push_back(title);
            }
            row.push_back(nameCell(person));
            row.push_back(body(person.role));
            row.push_back(body(placeLine(person)));
            row.push_back(centred(dutyOf(person)));
            table.rows.push_back(std::move(row));
        }
    }
    add(sheet, std::move(table));
    if (kit.others.empty())
        return;
    add(sheet, FormParagraph::Style::Heading, Texts::tr("班に入らない方"));
    FormTable others;
    others.headRows = 1;
    others.middle = true;
    others.widths = {42, 38, 102};
    others.rows.push_back(heads({Texts::tr("氏名"), Texts::tr("区分・立場"), Texts::tr("所属")}));
    for (const KitPerson &person : kit.others)
        others.rows.push_back(
            {nameCell(person),
             body(person.online ? Texts::tr("%1（オンライン）").arg(person.role) : person.role),
             body(placeLine(person))});
    add(sheet, std::move(others));
}

void fillSignIn(FormSheet &sheet, const Kit &kit)
{
    addOccasion(sheet, kit);
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = {10, 31, 32, 58, 15, 36};
    table.rows.push_back(heads({Texts::tr("No."), Texts::tr("ふりがな"), Texts::tr("氏名"), Texts::tr("所属"),
                                Texts::tr("班"), Texts::tr("署名")}));
    QString row;
    int number = 0;
    for (const KitPerson &person : kit.everybody()) {
        if (person.online)
            continue; // does not pass the desk
        const QString next = kanaRow(person.kana.isEmpty() ? person.name : person.kana);
        if (next != row)
            table.rows.push_back({band(Texts::tr("%1行").arg(next), 6)});
        row = next;
        const auto group = std::ranges::find(kit.groups, person.group, &KitGroup::number);
        FormTableCell place = body(person.place);
        place.remark = person.role;
        table.rows.push_back({centred(QString::number(++number)), body(person.kana, 10.5), body(person.name),
                              place, group != kit.groups.end() ? groupCell(*group, 6) : centred({}),
                              body(QString())});
    }
    for (int i = 0; number == 0 && i < kBlankRows; ++i)
        table.rows.push_back(blankRow(table.widths.size()));
    if (number > 0) { // for those who come unannounced
        table.rows.push_back({band(Texts::tr("当日参加の方"), 6)});
        for (int i = 0; i < 3; ++i)
            table.rows.push_back(blankRow(table.widths.size(), 10.5));
    }
    add(sheet, std::move(table));
}

} // namespace tane::kitsheets
