// Sheets for the staff: running order with roles, materials, the facilitators' sheet.
#include "grouping/kitsheetparts.h"
#include "grouping/themeguide.h"

#include <algorithm>

namespace tane::kitsheets {

using sheets::add;
using sheets::band;
using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;
using sheets::points;

namespace {

constexpr int kBlankRows = 12;

FormTable tableOf(const std::vector<double> &widths, const QStringList &titles)
{
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = widths;
    table.rows.emplace_back();
    for (const QString &title : titles)
        table.rows.front().push_back(head(title));
    return table;
}

QString nameOf(const KitPerson *person)
{
    return person == nullptr         ? QString()
           : person->place.isEmpty() ? person->name
                                     : Texts::tr("%1（%2）").arg(person->name, person->place);
}

/// Who does what in the groups, with a column for the member of staff who looks after them.
void addGroupDuties(FormSheet &sheet, const Kit &kit)
{
    if (!kit.hasGroups())
        return;
    add(sheet, FormParagraph::Style::Heading, Texts::tr("各班の進行と書記"));
    FormTable table = tableOf({24, 14, 86, 86, 57}, {Texts::tr("班"), Texts::tr("人数"), Texts::tr("進行"),
                                                     Texts::tr("書記"), Texts::tr("担当の職員")});
    for (const KitGroup &group : kit.groups) {
        FormTableCell title = label(group.title);
        title.roomMm = 8;
        table.rows.push_back({title, centred(QString::number(group.members.size())),
                              body(nameOf(group.facilitator())), body(nameOf(group.scribe())),
                              body(QString())});
    }
    add(sheet, std::move(table));
}

/// "テーマ１　13:15～13:55（40分）".
QString themeLine(const ThemeGuide &theme)
{
    QString line = theme.heading;
    if (theme.start.isValid())
        line += u'\u3000' + clock(theme.start) + u'～' + clock(theme.end);
    return line +
           (theme.start.isValid() ? Texts::tr("（%1分）") : Texts::tr("\u3000%1分")).arg(theme.minutes);
}

void addTheme(FormSheet &sheet, const ThemeGuide &theme)
{
    FormTable table;
    table.widths = {30, 152};
    FormTableCell title = band(themeLine(theme), 2);
    table.rows.push_back({title});
    FormTableCell words = body(theme.title, 0, 2);
    words.remark = theme.subtitle;
    table.rows.push_back({words});
    table.rows.push_back({label(Texts::tr("ねらい")), body(theme.aim)});
    table.rows.push_back({label(Texts::tr("はじめの問いかけ")), points(theme.openings)});
    QStringList steps;
    for (const ThemeStep &step : themeSteps(theme.minutes))
        steps << Texts::tr("%1　%2分").arg(step.text).arg(step.minutes);
    if (!steps.isEmpty())
        table.rows.push_back({label(Texts::tr("時間の目安")), body(steps.join(QStringLiteral("　→　")))});
    table.rows.push_back({label(Texts::tr("話が止まったら")), points(theme.stuck)});
    table.rows.push_back({label(Texts::tr("しめくくり")), body(theme.closing)});
    add(sheet, std::move(table));
}

} // namespace

void fillRunningOrder(FormSheet &sheet, const Kit &kit)
{
    addOccasion(sheet, kit);
    FormTable table =
        tableOf({15, 15, 38, 60, 33, 26, 26, 54},
                {Texts::tr("開始"), Texts::tr("終了"), Texts::tr("項目"), Texts::tr("内容"),
                 Texts::tr("講師"), Texts::tr("進行"), Texts::tr("書記"), Texts::tr("担当・段取り")});
    for (const Timetable::Row &each : kit.timetable.rows) {
        const TimetableRow &row = each.row;
        const bool inGroups = row.isTheme;
        FormTableCell start = centred(clock(each.start));
        start.roomMm = 10;
        table.rows.push_back({start, centred(row.minutes > 0 ? clock(each.end) : QString()), body(row.title),
                              body(row.content), body(row.lecturer),
                              body(inGroups ? Texts::tr("各班の進行") : QString()),
                              body(inGroups ? Texts::tr("各班の書記") : QString()), body(row.staffNote)});
    }
    for (int i = 0; kit.timetable.rows.empty() && i < kBlankRows; ++i)
        table.rows.push_back(blankRow(table.widths.size()));
    add(sheet, std::move(table));
    addGroupDuties(sheet, kit);
}

void fillMaterials(FormSheet &sheet, const Kit &kit, const KitFormOptions &options)
{
    addOccasion(sheet, kit);
    const int groups = kit.hasGroups() ? static_cast<int>(kit.groups.size()) : options.blankGroups;
    constexpr int perGroup = 6; // the usual size, while nobody is known
    int people = kit.seated();
    for (const KitPerson &person : kit.others)
        people += person.part == Participant::Part::Learner && !person.online ? 1 : 0;
    if (people == 0)
        people = groups * perGroup;
    add(sheet, FormParagraph::Style::Body,
        kit.seated() > 0 ? Texts::tr("%1班・%2名で計算しています。").arg(groups).arg(people)
                         : Texts::tr("%1班・%2名の見込みで計算しています。").arg(groups).arg(people));
    FormTable table =
        tableOf({42, 58, 42, 24, 16}, {Texts::tr("品目"), Texts::tr("規格・用途"), Texts::tr("数え方"),
                                       Texts::tr("必要な数"), Texts::tr("確認")});
    for (const Material &material : options.materials.empty() ? usualMaterials() : options.materials) {
        FormTableCell amount =
            centred(Texts::tr("%1 %2").arg(material.amount(groups, people)).arg(material.unit));
        table.rows.push_back({label(material.name), body(material.kind, 10), body(material.formula()), amount,
                              centred(QStringLiteral("□"))});
    }
    for (int i = 0; i < 4; ++i) // things of the venue: projector, microphones …
        table.rows.push_back(blankRow(table.widths.size()));
    add(sheet, std::move(table));
    add(sheet, FormParagraph::Style::Note,
        Texts::tr("数え方の「人数」は班に入る方の数です。講師やオブザーバーの名札などは予備から使います。"));
}

void fillFacilitator(FormSheet &sheet, const Kit &kit)
{
    FormTable duties;
    duties.widths = {30, 152};
    duties.rows.push_back(
        {label(Texts::tr("進行の役目")),
         points({Texts::tr("全員が一度は話せるように、声の順番を回します。"),
                 Texts::tr("答えを出すのは班の皆さんです。進行はたずね、言い換え、まとめます。"),
                 Texts::tr("残り時間を口に出し、途中でも次の段へ移ります。")})});
    duties.rows.push_back({label(Texts::tr("書記の役目")),
                           points({Texts::tr("話された言葉のまま付箋に残し、貼る場所を皆さんに確かめます。"),
                                   Texts::tr("発表のときに読む一文を、最後に書き写します。")})});
    add(sheet, std::move(duties));
    for (const ThemeGuide &theme : themesOf(kit.timetable))
        addTheme(sheet, theme);
}

} // namespace tane::kitsheets
