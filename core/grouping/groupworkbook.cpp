#include "grouping/groupworkbook.h"

#include "base/textfold.h"
#include "exchange/workbookwriter.h"
#include "grouping/groupreasons.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupWorkbook)
};

constexpr int kGroupsAcross = 5; ///< on a page

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString groupName(const GroupReport &report, int group)
{
    return group < report.titles.size() ? report.titles.at(group) : Texts::tr("%1班").arg(group + 1);
}

std::vector<GroupRoles> rolesIn(const GroupReport &report)
{
    return groupRoles(report.people, report.grouping.group, report.problem.groups, report.duties);
}

QString rankText(int rank)
{
    return rank == 0 ? Texts::tr("必須") : QString::number(rank);
}

std::vector<int> membersOf(const Grouping &grouping, int group)
{
    std::vector<int> members;
    for (int member = 0; member < static_cast<int>(grouping.group.size()); ++member) {
        if (grouping.group[at(member)] == group)
            members.push_back(member);
    }
    return members;
}

QString roleOf(const std::vector<GroupRoles> &roles, int group, int member)
{
    const GroupRoles &role = roles[at(group)];
    return member == role.facilitator ? Texts::tr("進行")
           : member == role.scribe    ? Texts::tr("書記")
                                      : QString();
}

/// The people of a group, 進行 and 書記 first, then as in the list.
std::vector<int> seatOrder(const Grouping &grouping, const std::vector<GroupRoles> &roles, int group)
{
    std::vector<int> members = membersOf(grouping, group);
    std::ranges::stable_sort(members, {}, [&](int member) {
        return member == roles[at(group)].facilitator ? 0 : member == roles[at(group)].scribe ? 1 : 2;
    });
    return members;
}

FormTable blockOfGroups(const GroupReport &report, const std::vector<GroupRoles> &roles, int first, int last)
{
    FormTable table;
    table.headRows = 1;
    std::vector<std::vector<int>> columns;
    std::size_t rows = 0;
    std::vector<FormTableCell> head;
    for (int group = first; group < last; ++group) {
        columns.push_back(seatOrder(report.grouping, roles, group));
        rows = std::max(rows, columns.back().size());
        FormTableCell cell;
        cell.text = Texts::tr("%1（%2人）").arg(groupName(report, group)).arg(columns.back().size());
        cell.style = FormTableCell::Style::Head;
        cell.align = FormTableCell::Align::Centre;
        head.push_back(cell);
    }
    // The last block keeps the widths of the others.
    const auto across = static_cast<std::size_t>(std::min(kGroupsAcross, report.problem.groups));
    head.resize(across);
    table.widths.assign(across, 1.0);
    table.rows.push_back(std::move(head));
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<FormTableCell> cells;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            FormTableCell cell;
            if (row < columns[column].size()) {
                const int member = columns[column][row];
                const QString role = roleOf(roles, first + static_cast<int>(column), member);
                cell.text = role.isEmpty()
                                ? report.people.people[at(member)].name
                                : Texts::tr("%1【%2】").arg(report.people.people[at(member)].name, role);
                QStringList lines{report.people.cell(member, fieldName(Field::Role)),
                                  report.people.cell(member, fieldName(Field::Affiliation))};
                lines.removeAll(QString());
                cell.remark = lines.join(QStringLiteral("　"));
            }
            cells.push_back(std::move(cell));
        }
        cells.resize(across);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

FormSheet groupSheet(const GroupReport &report, const std::vector<GroupRoles> &roles)
{
    FormSheet sheet;
    sheet.name = Texts::tr("班分け");
    sheet.title = Texts::tr("班分け");
    sheet.subtitle = Texts::tr("%1人・%2班（1班%3～%4人）")
                         .arg(report.people.people.size())
                         .arg(report.problem.groups)
                         .arg(report.problem.smallest)
                         .arg(report.problem.largest);
    sheet.landscape = true;
    for (int first = 0; first < report.problem.groups; first += kGroupsAcross) {
        FormSheet::Part part;
        part.table =
            blockOfGroups(report, roles, first, std::min(first + kGroupsAcross, report.problem.groups));
        sheet.parts.push_back(std::move(part));
    }
    for (const QString &text : missingOfficers(report)) {
        FormSheet::Part part;
        part.paragraph = FormParagraph{text, FormParagraph::Style::Note};
        sheet.parts.push_back(std::move(part));
    }
    return sheet;
}

/// By reading where there is one, else by name.
QString sortKey(const WorkshopPeople::Person &person)
{
    return foldText(person.kana.isEmpty() ? person.name : person.kana);
}

void writeRoster(SheetWriter &sheet, const GroupReport &report, const std::vector<GroupRoles> &roles)
{
    const WorkshopPeople &people = report.people;
    sheet.setLandscape(true);
    sheet.writeTitle(Texts::tr("名簿（五十音順）"));
    const QStringList head{Texts::tr("班"),       Texts::tr("受付番号"), Texts::tr("氏名"),
                           Texts::tr("ふりがな"), Texts::tr("立場"),     Texts::tr("所属"),
                           Texts::tr("圏域"),     Texts::tr("役割"),     kTakingPart.toString()};
    sheet.writeHead(head);
    std::vector<int> order(people.people.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    std::ranges::stable_sort(order, {}, [&](int person) { return sortKey(people.people[at(person)]); });
    for (const int person : order) {
        const WorkshopPeople::Person &who = people.people[at(person)];
        const int group = report.grouping.group[at(person)];
        sheet.writeRow({static_cast<std::int64_t>(group + 1), who.number, who.name, who.kana,
                        people.cell(person, fieldName(Field::Role)),
                        people.cell(person, fieldName(Field::Affiliation)),
                        people.cell(person, fieldName(Field::Area)), roleOf(roles, group, person),
                        people.cell(person, kTakingPart.toString())});
    }
    // In the same table, so that the sheet can be sorted as a whole and read again as a list of people.
    for (const WorkshopPeople::LeftOut &each : people.leftOut) {
        const auto cell = [&](Field field) {
            return each.person.cells.value(people.column(fieldName(field)));
        };
        sheet.writeRow({std::monostate(), each.person.number, each.person.name, each.person.kana,
                        cell(Field::Role), cell(Field::Affiliation), cell(Field::Area), std::monostate(),
                        each.why});
    }
    sheet.addFilter();
}

QString verdict(const RuleQuality &quality)
{
    if (quality.missed == 0)
        return Texts::tr("すべて満たしています");
    return quality.best ? Texts::tr("これ以上よくできません（証明済み）")
                        : Texts::tr("この条件だけなら、あと%1改善できる可能性があります")
                              .arg(quality.missed - quality.bound);
}

void writeQuality(SheetWriter &sheet, const GroupReport &report)
{
    sheet.setLandscape(true);
    sheet.writeTitle(Texts::tr("条件ごとの評価"));
    sheet.writeHint(provenText(report.grouping));
    for (const QString &note : report.notes)
        sheet.writeNote(note);
    sheet.writeNote(
        Texts::tr("優先順位の小さい条件から順に、満たせない分が少ないほど良い班分けとします。"
                  "下限は、どのように分けてもその条件をこれより良くはできない値です。くじの番号（seed）：%1")
            .arg(report.seed));
    sheet.writeHead({Texts::tr("優先順位"), Texts::tr("条件"), Texts::tr("満たした数"),
                     Texts::tr("満たせない分"), Texts::tr("下限"), Texts::tr("判定"),
                     Texts::tr("満たせないところ")});
    std::vector<RuleQuality> qualities = ruleQualities(report.problem, report.grouping);
    std::ranges::stable_sort(qualities, {}, &RuleQuality::rank);
    for (const RuleQuality &quality : qualities) {
        sheet.writeRow({rankText(quality.rank), quality.title,
                        Texts::tr("%1/%2 %3").arg(quality.met).arg(quality.total).arg(quality.unit),
                        std::int64_t(quality.missed), std::int64_t(quality.bound), verdict(quality),
                        quality.where});
    }
}

/// A form and not a plain sheet: its rows are made high enough for their lines, which not every program does
/// by itself.
FormSheet textForm(const QString &name, const QString &title, const std::vector<double> &widths,
                   const QStringList &head)
{
    FormSheet sheet;
    sheet.name = name;
    sheet.title = title;
    sheet.landscape = true;
    FormTable table;
    table.widths = widths;
    table.headRows = 1;
    table.rows.emplace_back();
    for (const QString &text : head) {
        FormTableCell cell;
        cell.text = text;
        cell.style = FormTableCell::Style::Head;
        table.rows.back().push_back(std::move(cell));
    }
    FormSheet::Part part;
    part.table = std::move(table);
    sheet.parts.push_back(std::move(part));
    return sheet;
}

void addRow(FormSheet &sheet, const QStringList &texts)
{
    std::vector<FormTableCell> cells;
    for (const QString &text : texts) {
        FormTableCell cell;
        cell.text = text;
        cells.push_back(std::move(cell));
    }
    sheet.parts.front().table->rows.push_back(std::move(cells));
}

FormSheet reasonSheet(const GroupReport &report)
{
    FormSheet sheet = textForm(Texts::tr("理由"), Texts::tr("なぜこの班か"), {5, 15, 55, 45},
                               {Texts::tr("班"), Texts::tr("氏名"), Texts::tr("この班にしている理由"),
                                Texts::tr("入れ替えるとどうなるか")});
    std::vector<SeatReason> reasons = seatReasons(report.problem, report.grouping.group);
    std::ranges::stable_sort(reasons, {}, &SeatReason::group);
    for (const SeatReason &reason : reasons) {
        addRow(sheet,
               {groupName(report, reason.group), report.people.people[at(reason.member)].name,
                reason.holds.isEmpty() ? Texts::tr("どの班でもよい方です（全体の釣り合いで決めています）")
                                       : reason.holds.join(u'\n'),
                reason.swap});
    }
    return sheet;
}

FormSheet unmetSheet(const GroupReport &report)
{
    const QStringList unmet = unmetRules(report);
    FormSheet sheet = textForm(Texts::tr("満たせない条件"), Texts::tr("満たせない条件"), {6, 94},
                               {Texts::tr("番号"), Texts::tr("満たせない条件とわけ")});
    int number = 0;
    for (const QString &text : unmet)
        addRow(sheet, {QString::number(++number), text});
    if (unmet.isEmpty())
        addRow(sheet, {QString(), Texts::tr("すべての条件を満たしています。")});
    return sheet;
}

} // namespace

QString provenText(const Grouping &grouping)
{
    if (grouping.proven)
        return Texts::tr("これより良い班分けはありません（証明済み）。");
    int rank = 0;
    while (rank < kGroupRanks && grouping.cost.missed[at(rank)] == grouping.bound.missed[at(rank)])
        ++rank;
    const int gap = rank < kGroupRanks ? grouping.cost.missed[at(rank)] - grouping.bound.missed[at(rank)] : 0;
    const QString rest = rank == 0 ? Texts::tr("必須の条件は、下限との差が%1です").arg(gap)
                                   : Texts::tr("優先順位%1は、下限との差が%2です").arg(rank).arg(gap);
    const QString until = rank == 0   ? QString()
                          : rank == 1 ? Texts::tr("必須の条件は最良です。")
                                      : Texts::tr("優先順位%1までは最良です（証明済み）。").arg(rank - 1);
    return Texts::tr("%1%2（見つかった中でいちばん良い班分けです）。").arg(until, rest);
}

QStringList missingOfficers(const GroupReport &report)
{
    QStringList texts;
    const auto name = [&](int member) {
        return member < 0 ? Texts::tr("（なし）")
                          : Texts::tr("%1さん").arg(report.people.people[at(member)].name);
    };
    const std::vector<GroupRoles> roles = rolesIn(report);
    for (int group = 0; group < report.problem.groups; ++group) {
        const GroupRoles &role = roles[at(group)];
        if (role.officers < 2)
            texts << Texts::tr("%1は市町村担当者が%2人です。進行は%3、書記は%4にお願いする案です。")
                         .arg(groupName(report, group), QString::number(role.officers),
                              name(role.facilitator), name(role.scribe));
    }
    return texts;
}

QStringList unmetRules(const GroupReport &report)
{
    QStringList texts = report.conflict.text;
    const std::vector<RuleQuality> qualities = ruleQualities(report.problem, report.grouping);
    const std::vector<ImpossibleRule> impossible = impossibleRules(report.problem);
    for (std::size_t rule = 0; rule < qualities.size(); ++rule) {
        const RuleQuality &quality = qualities[rule];
        if (quality.missed == 0)
            continue;
        const auto why = std::ranges::find(impossible, static_cast<int>(rule), &ImpossibleRule::rule);
        const QString reason =
            why == impossible.end() ? Texts::tr("ほかの条件と合わせると、すべては満たせませんでした")
            : quality.best
                ? why->why
                : Texts::tr("%1。ほかの条件と合わせると、さらに満たせないところが出ました").arg(why->why);
        texts << Texts::tr("優先順位 %1「%2」：%3（%4、%5）。")
                     .arg(rankText(quality.rank), quality.title, reason,
                          missedText(report.problem.rules[rule].kind, quality.missed), quality.where);
    }
    return texts;
}

Result<> writeGroupWorkbook(const QString &path, const GroupReport &report)
{
    const std::vector<GroupRoles> roles = rolesIn(report);
    WorkbookWriter workbook;
    workbook.setTitle(Texts::tr("班分け"));
    workbook.addForm(groupSheet(report, roles));
    writeRoster(workbook.addSheet(Texts::tr("名簿")), report, roles);
    writeQuality(workbook.addSheet(Texts::tr("評価")), report);
    workbook.addForm(reasonSheet(report));
    workbook.addForm(unmetSheet(report));
    return workbook.save(path);
}

} // namespace tane
