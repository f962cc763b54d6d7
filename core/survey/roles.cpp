#include "survey/roles.h"

#include "base/textfold.h"

#include <algorithm>
#include <initializer_list>

namespace tane {

namespace {

bool saysAny(const QString &folded, std::initializer_list<const char16_t *> words)
{
    return std::ranges::any_of(
        words, [&](const char16_t *word) { return folded.contains(foldText(QString::fromUtf16(word))); });
}

} // namespace

RoleKind roleKindOf(const QString &role)
{
    const QString folded = foldText(role);
    // Without the long vowel at the end it is the same word.
    if (saysAny(folded, {u"コーディネーター", u"コーディネータ"}))
        return RoleKind::Coordinator;
    if (saysAny(folded, {u"市町村", u"市区町村", u"行政担当"}) && !saysAny(folded, {u"その他", u"以外"}))
        return RoleKind::Officer;
    return RoleKind::Other;
}

} // namespace tane
