#include "grouping/kitsheetparts.h"

#include "base/fiscalyear.h"

#include <algorithm>
#include <array>

namespace tane {

using kitsheets::Texts;

namespace {

struct Entry
{
    KitSheet sheet;
    const char *code;
    bool form;
    bool landscape;
};

constexpr std::array kEntries{
    Entry{KitSheet::Roster, "roster", true, false},
    Entry{KitSheet::Groups, "groups", false, true},
    Entry{KitSheet::NameCards, "namecards", false, false},
    Entry{KitSheet::Signs, "signs", false, true},
    Entry{KitSheet::SignIn, "signin", true, false},
    Entry{KitSheet::RunningOrder, "running-order", true, true},
    Entry{KitSheet::Materials, "materials", true, false},
    Entry{KitSheet::Facilitator, "facilitator", true, false},
    Entry{KitSheet::Slides, "slides", false, true},
    Entry{KitSheet::Poster, "poster", false, false},
    Entry{KitSheet::PosterGuide, "poster-guide", false, true},
};

const Entry &entryOf(KitSheet sheet)
{
    return *std::ranges::find(kEntries, sheet, &Entry::sheet);
}

} // namespace

const std::vector<KitSheet> &allKitSheets()
{
    static const std::vector<KitSheet> sheets = [] {
        std::vector<KitSheet> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.sheet);
        return all;
    }();
    return sheets;
}

QString kitSheetCode(KitSheet sheet)
{
    return QString::fromLatin1(entryOf(sheet).code);
}

QString kitSheetTitle(KitSheet sheet)
{
    switch (sheet) {
    case KitSheet::Roster:
        return Texts::tr("班別名簿");
    case KitSheet::Groups:
        return Texts::tr("班分け一覧（掲示用）");
    case KitSheet::NameCards:
        return Texts::tr("名札");
    case KitSheet::Signs:
        return Texts::tr("班の卓上札");
    case KitSheet::SignIn:
        return Texts::tr("受付簿");
    case KitSheet::RunningOrder:
        return Texts::tr("当日の進行表（役割入り）");
    case KitSheet::Materials:
        return Texts::tr("備品一覧");
    case KitSheet::Facilitator:
        return Texts::tr("進行役の手元資料");
    case KitSheet::Slides:
        return Texts::tr("テーマのスライド");
    case KitSheet::Poster:
        return Texts::tr("模造紙の様式");
    case KitSheet::PosterGuide:
        return Texts::tr("模造紙の枠の書き方");
    }
    Q_UNREACHABLE();
}

std::optional<KitSheet> kitSheetOf(const QString &code)
{
    for (const Entry &entry : kEntries)
        if (code == QLatin1String(entry.code))
            return entry.sheet;
    return std::nullopt;
}

bool isKitForm(KitSheet sheet)
{
    return entryOf(sheet).form;
}

bool needsGroups(KitSheet sheet)
{
    return sheet == KitSheet::Roster || sheet == KitSheet::Groups;
}

QString kitGap(KitSheet sheet, const Kit &kit)
{
    const bool nobody = kit.seated() == 0 && kit.others.empty();
    if (needsGroups(sheet) && !kit.hasGroups())
        return Texts::tr("班がまだありません。［班分け］で班を作り、使う案を決めると印刷できます。");
    switch (sheet) {
    case KitSheet::NameCards:
        return nobody ? Texts::tr("参加する方がまだ登録されていません。白紙の名札を印刷できます。")
               : !kit.hasGroups() ? Texts::tr("班がまだありません。班の入らない名札になります。")
                                  : QString();
    case KitSheet::SignIn:
        return nobody ? Texts::tr("参加する方がまだ登録されていません。手書き用の受付簿になります。")
                      : QString();
    case KitSheet::Signs:
    case KitSheet::Poster:
    case KitSheet::Materials:
        return kit.hasGroups() ? QString()
                               : Texts::tr("班がまだありません。班の数を決めて、先に用意できます。");
    case KitSheet::RunningOrder:
        return kit.timetable.rows.empty() ? Texts::tr("時間割がまだありません。手書き用の表になります。")
                                          : QString();
    case KitSheet::Facilitator:
    case KitSheet::Slides:
        return kit.timetable.rows.empty()
                   ? Texts::tr("時間割がまだありません。標準の三つのテーマで作ります。")
                   : QString();
    default:
        return {};
    }
}

Result<FormSheet> makeKitForm(KitSheet kind, const Kit &kit, const KitFormOptions &options)
{
    if (!isKitForm(kind))
        return fail(ErrorCode::Usage, Texts::tr("%1は表の様式ではありません。").arg(kitSheetTitle(kind)));
    if (needsGroups(kind) && !kit.hasGroups())
        return fail(ErrorCode::NothingUnderstood, kitGap(kind, kit));
    FormSheet sheet;
    sheet.name = kitSheetTitle(kind);
    sheet.title = sheet.name;
    sheet.subtitle = kit.workshop.title;
    QStringList footer{sheet.name, kit.prefecture, kit.workshop.title};
    footer.removeAll(QString());
    sheet.footer = footer.join(u'\u3000');
    sheet.paper = options.paper.value_or(FormSheet::Paper::A4);
    sheet.landscape = entryOf(kind).landscape;
    if (kind == KitSheet::Roster)
        kitsheets::fillRoster(sheet, kit);
    else if (kind == KitSheet::SignIn)
        kitsheets::fillSignIn(sheet, kit);
    else if (kind == KitSheet::RunningOrder)
        kitsheets::fillRunningOrder(sheet, kit);
    else if (kind == KitSheet::Materials)
        kitsheets::fillMaterials(sheet, kit, options);
    else
        kitsheets::fillFacilitator(sheet, kit);
    return sheet;
}

namespace kitsheets {

QString clock(QTime time)
{
    return time.toString(QStringLiteral("H:mm"));
}

QString placeLine(const KitPerson &person)
{
    return person.title.isEmpty() || person.place.isEmpty() ? QString(person.place + person.title)
                                                            : QString(person.place + u' ' + person.title);
}

void addOccasion(FormSheet &sheet, const Kit &kit)
{
    QString when = eraDateWithWeekday(kit.workshop.heldOn);
    if (kit.timetable.start.isValid())
        when += u' ' + clock(kit.timetable.start) + u'～' +
                (kit.timetable.totalMinutes > 0 ? clock(kit.timetable.end) : QString());
    FormTable table;
    table.middle = true;
    table.widths = {16, 75, 16, 75};
    table.rows.push_back({sheets::label(Texts::tr("日時")), sheets::body(when.trimmed(), 8),
                          sheets::label(Texts::tr("場所")), sheets::body(kit.workshop.place, 8)});
    sheets::add(sheet, std::move(table));
}

std::vector<FormTableCell> blankRow(std::size_t cells, double roomMm)
{
    std::vector<FormTableCell> row(cells);
    row.front().roomMm = roomMm;
    return row;
}

} // namespace kitsheets

} // namespace tane
