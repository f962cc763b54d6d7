#include "survey/shown.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Shown", text);
}

} // namespace

Shown shownOf(int people, bool external)
{
    if (external && people < kHiddenPeople && people > 0)
        return Shown::Hidden;
    return people < kFewPeople ? Shown::CountsOnly : Shown::All;
}

Shown shownOf(const QString &group, int people, bool external)
{
    return group == QLatin1String("all") ? Shown::All : shownOf(people, external);
}

std::vector<Shown> shownOfParts(std::span<const int> people, bool external)
{
    std::vector<Shown> shown;
    for (const int one : people)
        shown.push_back(shownOf(one, external));
    if (std::ranges::count(shown, Shown::Hidden) != 1)
        return shown;
    std::size_t smallest = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (shown[i] != Shown::Hidden && people[i] > 0 &&
            (smallest == people.size() || people[i] < people[smallest]))
            smallest = i;
    }
    if (smallest < people.size())
        shown[smallest] = Shown::Hidden;
    return shown;
}

QString hiddenText()
{
    return tr("非表示（少人数）");
}

QString shownNote(Shown shown)
{
    switch (shown) {
    case Shown::All:
        return {};
    case Shown::CountsOnly:
        return tr("%1名未満の区分は、割合ではなく人数だけを示します。").arg(kFewPeople);
    case Shown::Hidden:
        return tr("%1名未満の区分と、引き算でその人数が分かる区分は、個人が分からないように表示していません。")
            .arg(kHiddenPeople);
    }
    return {};
}

} // namespace tane
