// 研修会の全体構成 (図表-74).
#include "programme/sheetparts.h"

namespace tane::sheets {

namespace {

/// The parts that are there, each on a line of its own.
QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'\n');
}

/// "■対面　□オンライン　□ハイブリッド": to be ticked by hand as well.
QString methodChoice(Workshop::Method chosen)
{
    QStringList choices;
    for (const auto method : {Workshop::Method::InPerson, Workshop::Method::Online, Workshop::Method::Hybrid})
        choices << (method == chosen ? u'■' : u'□') + workshopMethodText(method);
    return choices.join(QStringLiteral("\u3000"));
}

} // namespace

void fillDesign(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop)
{
    constexpr double line = 10, several = 19;
    FormTable table;
    table.widths = {26, 18, 138};
    const auto row = [&table](const QString &name, const QString &value, double room) {
        table.rows.push_back({label(name, 1, 2), body(value, room)});
    };
    const QString people = workshop.capacity ? Texts::tr("%1名").arg(*workshop.capacity) : QString();
    row(Texts::tr("タイトル(仮)"), workshop.title, line);
    row(Texts::tr("開催日時"), lines({workshopTime(cycle, workshop), workshop.dateNote}), line);
    row(Texts::tr("開催方法"), methodChoice(workshop.method), line);
    row(Texts::tr("開催場所"), workshop.place, line);
    row(Texts::tr("参加対象"), workshop.participants, several);
    row(Texts::tr("定員"), lines({people, workshop.capacityNote}), line);
    row(Texts::tr("募集期間"),
        lines({dateRange(workshop.recruitFrom, workshop.recruitUntil), workshop.recruitNote}), line);
    row(Texts::tr("周知方法"), workshop.publicity, several);
    const auto part = [](const QString &name, const QString &value, double room) {
        return std::vector<FormTableCell>{label(name), body(value, room)};
    };
    std::vector<FormTableCell> before = part(Texts::tr("開催前"), workshop.beforeEvent, 30);
    before.insert(before.begin(), label(Texts::tr("全体構成"), 3));
    table.rows.push_back(std::move(before));
    table.rows.push_back(part(Texts::tr("研修会"), workshop.atEvent, 40));
    table.rows.push_back(part(Texts::tr("開催後"), workshop.afterEvent, 30));
    row(Texts::tr("評価方法"), workshop.assessment, 26);
    row(Texts::tr("その他"), workshop.other, several);
    table.middle = true;
    add(sheet, std::move(table));
}

} // namespace tane::sheets
