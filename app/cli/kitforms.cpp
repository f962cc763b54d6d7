// tane-cli forms for what is printed for the day of a workshop.
#include "cli/console.h"
#include "cli/formfamily.h"
#include "paper/kitpaper.h"

#include <QCoreApplication>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

const QString kPaper = QStringLiteral("paper"), kScenes = QStringLiteral("scenes"),
              kChanged = QStringLiteral("changed"), kMarkPrinted = QStringLiteral("mark-printed"),
              kBlank = QStringLiteral("blank"), kGroups = QStringLiteral("group-count"),
              kLargeKana = QStringLiteral("large-kana"), kCropMarks = QStringLiteral("crop-marks"),
              kFolded = QStringLiteral("folded"), kLandscape = QStringLiteral("landscape");

constexpr int kMostGroups = 99;

KitSheet sheetOf(const FormCall &call)
{
    return *kitSheetOf(call.kind);
}

/// Which options a sheet takes beside --workshop, --programme and --out.
QStringList optionsOf(KitSheet sheet)
{
    switch (sheet) {
    case KitSheet::NameCards:
        return {kChanged, kMarkPrinted, kBlank, kLargeKana, kCropMarks};
    case KitSheet::Signs:
        return {kGroups, kBlank, kFolded};
    case KitSheet::Poster:
        return {kPaper, kScenes, kBlank, kLandscape};
    case KitSheet::PosterGuide:
        return {kScenes, kLandscape};
    case KitSheet::Materials:
        return {kPaper, kGroups};
    case KitSheet::SignIn:
        return {kPaper, kBlank};
    default:
        return isKitForm(sheet) ? QStringList{kPaper} : QStringList{};
    }
}

QString problemOf(const FormCall &call)
{
    const KitSheet sheet = sheetOf(call);
    const QStringList known = optionsOf(sheet);
    for (const QString &option : {kPaper, kScenes, kChanged, kMarkPrinted, kBlank, kGroups, kLargeKana,
                                  kCropMarks, kFolded, kLandscape})
        if (call.isSet(option) && !known.contains(option))
            return tr("%1では --%2 は使えません。").arg(kitSheetTitle(sheet), option);
    if (sheet == KitSheet::Poster && call.isSet(kPaper) && !posterPaperOf(call.value(kPaper)))
        return tr("--paper には %1 のどれかを指定してください。")
            .arg(posterPaperNames().join(QStringLiteral("、")));
    if (sheet != KitSheet::Poster)
        if (const QString problem = paperProblem(call); !problem.isEmpty())
            return problem;
    bool isNumber = true;
    const int groups = call.isSet(kGroups) ? call.value(kGroups).toInt(&isNumber) : 1;
    if (!isNumber || groups < 1 || groups > kMostGroups)
        return tr("--group-count には 1 から %1 までの数を指定してください。").arg(kMostGroups);
    return outProblem(call, isKitForm(sheet) ? formSuffixes()
                                             : QStringList{QStringLiteral("pdf"), QStringLiteral("png")});
}

Result<QStringList> scenesOf(Document &document, const Kit &kit, const FormCall &call)
{
    if (call.isSet(kScenes))
        return scenesFrom(call.value(kScenes));
    TANE_TRY(const QString kept, kitChoice(document, kit.workshop.id, QStringLiteral("scenes")));
    return scenesFrom(kept);
}

/// Without people and groups, for --blank.
Kit emptied(const Kit &kit)
{
    Kit empty = kit;
    empty.groups.clear();
    empty.others.clear();
    return empty;
}

Result<KitPaperOptions> paperOptions(Document &document, const Kit &kit, const FormCall &call)
{
    KitPaperOptions options;
    options.cards = {.largeKana = call.isSet(kLargeKana),
                     .cropMarks = call.isSet(kCropMarks),
                     .onlyChanged = call.isSet(kChanged)};
    options.signs = {.folded = call.isSet(kFolded), .blankGroups = call.value(kGroups).toInt()};
    options.poster = posterPaperOf(call.value(kPaper)).value_or(PosterPaper::Shiroku);
    options.landscape = call.isSet(kLandscape);
    options.blankPosters = call.isSet(kBlank);
    TANE_TRY(options.scenes, scenesOf(document, kit, call));
    return options;
}

Result<QStringList> writeForm(Document &document, const Kit &kit, const FormCall &call)
{
    KitFormOptions options;
    TANE_TRY(options.materials, materialsOf(document, kit.workshop.id));
    options.blankGroups = call.value(kGroups).toInt();
    options.paper = paperOf(call);
    TANE_TRY(const FormSheet sheet, makeKitForm(sheetOf(call), kit, options));
    return writeFormFile(call.out, sheet);
}

Result<QStringList> write(Document &document, const FormCall &call)
{
    TANE_TRY(const Workshop workshop, chooseWorkshop(document, call));
    TANE_TRY(Kit kit, loadKit(document, workshop.id));
    const KitSheet sheet = sheetOf(call);
    if (call.isSet(kBlank) && sheet != KitSheet::Poster)
        kit = emptied(kit);
    if (isKitForm(sheet))
        return writeForm(document, kit, call);
    TANE_TRY(const KitPaperOptions options, paperOptions(document, kit, call));
    const std::vector<KitPerson> people = cardPeople(kit, options.cards);
    if (options.cards.onlyChanged && people.empty()) {
        print(tr("前に印刷したときから変わった名札はありません。"));
        return QStringList();
    }
    TANE_TRY(const PaperPages pages, drawKitSheet(sheet, kit, options));
    QStringList files{call.out};
    if (call.suffix() == QLatin1String("png")) {
        TANE_TRY(files, writePagesPng(call.out, pages));
    } else {
        TANE_CHECK(writePagesPdf(call.out, pages));
    }
    if (call.isSet(kMarkPrinted)) {
        std::vector<qint64> ids;
        for (const KitPerson &person : people)
            ids.push_back(person.participant);
        TANE_CHECK(markPrinted(document, kit, ids));
    }
    return files;
}

} // namespace

FormFamily kitForms()
{
    FormFamily family;
    for (const KitSheet sheet : allKitSheets())
        family.kinds.push_back({kitSheetCode(sheet), kitSheetTitle(sheet)});
    family.options = {
        programmeOption(),
        workshopOption(),
        {kPaper,
         tr("poster は %1（初めの設定は四六判。A3x は A3 に分けて貼り合わせる）。")
             .arg(posterPaperNames().join(QStringLiteral("、"))),
         QStringLiteral("PAPER")},
        {kScenes, tr("poster：場面の名前を「、」で区切って1つから6つまで。"), QStringLiteral("NAMES")},
        {kLandscape, tr("poster：横長にします。")},
        {kBlank, tr("poster・namecards・signs・signin：名前を入れない白紙のものにします。")},
        {kGroups, tr("signs・materials：班がまだないときの班の数。"), QStringLiteral("N")},
        {kFolded, tr("signs：二つ折りにして両側から読めるようにします。")},
        {kChanged, tr("namecards：前に印刷したときから班が変わった方の分だけにします。")},
        {kMarkPrinted, tr("namecards：書き出した名札を印刷済みとして記録します。")},
        {kLargeKana, tr("namecards：ふりがなを大きくします。")},
        {kCropMarks, tr("namecards：切り取りの目印を付けます。")}};
    family.problem = problemOf;
    family.write = write;
    return family;
}

} // namespace tane::cli
