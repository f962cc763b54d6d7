#include "paper/kitpaper.h"

#include "paper/kitdrawing.h"

namespace tane {

namespace {

std::vector<PosterContent> postersOf(const Kit &kit, const QStringList &scenes, bool blank)
{
    std::vector<PosterContent> posters;
    for (const KitGroup &group : kit.groups)
        if (!blank)
            posters.push_back(blankPoster(group.title, scenes));
    if (posters.empty())
        posters.push_back(blankPoster({}, scenes));
    return posters;
}

} // namespace

Result<PaperPages> drawKitSheet(KitSheet sheet, const Kit &kit, const KitPaperOptions &options)
{
    if (needsGroups(sheet) && !kit.hasGroups())
        return fail(ErrorCode::NothingUnderstood, kitGap(sheet, kit));
    const QStringList scenes = options.scenes.isEmpty() ? usualScenes() : options.scenes;
    switch (sheet) {
    case KitSheet::Groups:
        return groupWall(kit);
    case KitSheet::NameCards:
        return nameCards(kit, options.cards);
    case KitSheet::Signs:
        return groupSigns(kit, options.signs);
    case KitSheet::Slides:
        return themeSlides(themesOf(kit.timetable), kit.workshop.title);
    case KitSheet::Poster:
        return posterPages(postersOf(kit, scenes, options.blankPosters), options.poster, options.landscape);
    case KitSheet::PosterGuide:
        return posterGuide(scenes, options.landscape);
    default:
        return fail(ErrorCode::Usage, kitdrawing::Texts::tr("%1は表の様式です。").arg(kitSheetTitle(sheet)));
    }
}

} // namespace tane
