#include "survey/disclosure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

Disclosure disclosureOf(int people, bool external)
{
    if (external && people < kHiddenBelow)
        return Disclosure::Hidden;
    return people < kCountsOnlyBelow ? Disclosure::CountsOnly : Disclosure::Full;
}

Disclosure disclosureOf(const ChangeRow &row, bool external)
{
    return disclosureOf(row.n(), external);
}

QStringList hiddenGroups(const ChangeAnalysis &analysis, bool external)
{
    QStringList hidden;
    if (!external)
        return hidden;
    int people = 0;
    QString smallest;
    int fewest = 0;
    for (qsizetype i = 1; i < analysis.groups.size(); ++i) {
        const QString &group = analysis.groups.at(i);
        const int pairs = analysis.peopleOf(group).pairs;
        if (disclosureOf(pairs, external) == Disclosure::Hidden) {
            hidden << group;
            people += pairs;
        } else if (smallest.isNull() || pairs <= fewest) {
            smallest = group;
            fewest = pairs;
        }
    }
    if (people > 0 && people < kHiddenBelow && !smallest.isNull())
        hidden << smallest;
    return hidden;
}

QStringList shownGroups(const ChangeAnalysis &analysis, bool external)
{
    const QStringList hidden = hiddenGroups(analysis, external);
    QStringList shown;
    for (const QString &group : analysis.groups) {
        if (!hidden.contains(group))
            shown << group;
    }
    return shown;
}

QString maskNames(const QString &text, const QStringList &names)
{
    const QString mask = u"〇〇"_s;
    QStringList wholes, families;
    for (const QString &name : names) {
        const QString plain = name.simplified();
        QString joined = plain;
        joined.remove(u' ').remove(u'\u3000');
        if (joined.size() < 2)
            continue;
        wholes << plain << joined;
        const qsizetype space = plain.indexOf(u' ');
        if (space > 0) {
            wholes << QString(plain).replace(u' ', u'\u3000');
            families << plain.left(space);
        }
    }
    // The longest first: 佐藤 花子 is gone before somebody called 佐藤 花 is looked for.
    std::ranges::stable_sort(wholes, std::ranges::greater(), &QString::size);
    QString masked = text;
    for (const QString &whole : wholes)
        masked.replace(whole, mask);
    for (const QString &family : families) {
        for (const QString &title : {u"さん"_s, u"様"_s, u"氏"_s, u"先生"_s, u"君"_s})
            masked.replace(QString(family + title), QString(mask + title));
    }
    return masked;
}

} // namespace tane
