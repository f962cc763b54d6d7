#include "survey/disclosureparts.h"

#include <QCoreApplication>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Disclosure", text);
}

} // namespace

Disclosure disclosureOf(const QString &group, int people, bool external)
{
    return group == QLatin1String("all") ? Disclosure::Full : disclosureOf(people, external);
}

std::vector<Disclosure> disclosureOfParts(std::span<const int> people, bool external)
{
    std::vector<Disclosure> parts;
    int hidden = 0;
    std::size_t smallest = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
        // Nobody can be recognised in an empty part.
        parts.push_back(people[i] == 0 ? Disclosure::CountsOnly : disclosureOf(people[i], external));
        if (parts.back() == Disclosure::Hidden)
            hidden += people[i];
        else if (people[i] > 0 && (smallest == people.size() || people[i] <= people[smallest]))
            smallest = i;
    }
    if (hidden > 0 && hidden < kHiddenBelow && smallest < people.size())
        parts[smallest] = Disclosure::Hidden;
    return parts;
}

QString disclosureNote(Disclosure disclosure)
{
    switch (disclosure) {
    case Disclosure::Full:
        return {};
    case Disclosure::CountsOnly:
        return tr("%1名未満の区分は、割合ではなく人数だけを示します。").arg(kCountsOnlyBelow);
    case Disclosure::Hidden:
        return tr("%1名未満の区分と、引き算でその人数が分かる区分は、個人が分からないように表示していません。")
            .arg(kHiddenBelow);
    }
    return {};
}

} // namespace tane
