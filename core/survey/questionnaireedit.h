#pragma once

#include "survey/questionnaire.h"

#include <QHash>

#include <functional>

namespace tane {

/// Where an item stands in a questionnaire; item −1 is the set itself.
struct ItemPlace
{
    int set = -1;
    int item = -1;
    [[nodiscard]] bool isItem() const { return set >= 0 && item >= 0; }
    friend bool operator==(const ItemPlace &, const ItemPlace &) = default;
};
/// Null when nothing stands there.
[[nodiscard]] const Item *itemAt(const Questionnaire &questionnaire, ItemPlace place);
[[nodiscard]] Item *itemAt(Questionnaire &questionnaire, ItemPlace place);
[[nodiscard]] ItemPlace placeOf(const Questionnaire &questionnaire, const QString &itemCode);

/// One set with one item, to begin with.
[[nodiscard]] Questionnaire emptyQuestionnaire(const QString &title);

// Codes name items in files and in answers: one that was used by the former version is not given again.

/// A fresh item at the end of the set of `after`, with the number behind the highest one there. Gives its
/// place.
ItemPlace addItem(Questionnaire &questionnaire, ItemPlace after, const Questionnaire *former = nullptr);
/// A set with one item, behind the set of `after`.
ItemPlace addSet(Questionnaire &questionnaire, ItemPlace after, const Questionnaire *former = nullptr);
/// Asks the item again, right behind it, about the time before the workshop. It has to be asked after.
ItemPlace addLookingBack(Questionnaire &questionnaire, ItemPlace place);
/// Changes an item, and with its wording that of the items that look back to it, as long as theirs is the one
/// addLookingBack() gave them: what the officer wrote herself stays. Nothing happens when there is no item.
void changeItem(Questionnaire &questionnaire, ItemPlace place, const std::function<void(Item &)> &change);
/// Takes away an item (with those that look back to it), or a set with all its items. A set that is left
/// empty goes, too; the last item of all stays. Gives what is beside it.
ItemPlace removeAt(Questionnaire &questionnaire, ItemPlace place);
/// One place up (−1) or down (+1): a set among sets, an item within its set or into the next one. Gives
/// where it is then.
ItemPlace moveBy(Questionnaire &questionnaire, ItemPlace place, int by);
/// Numbers the items of every set anew in their order ("Ⅰ-1", "Ⅰ-2" …), and with them the codes that begin
/// with theirs ("Ⅰ-1R"); codes that are no numbers stay. Gives how many codes changed.
int renumberItems(Questionnaire &questionnaire);
/// By present code the former one, when nothing but codes is different; else empty.
[[nodiscard]] QHash<QString, QString> renamedItems(const Questionnaire &before, const Questionnaire &now);
/// The one among the other items of the set whose options most of them share, with its scale; null when no
/// other one takes a single mark.
[[nodiscard]] const Item *sharedScale(const ItemSet &set, const Item &item);
/// The items of `codes` (set by set) in this order; false when they are not exactly those there are.
bool arrange(Questionnaire &questionnaire, const std::vector<std::pair<QString, QStringList>> &codes);

/// A set of items that ask, some months later, whether one does what the plan hoped for: the lines of
/// 行動目標（研修後） word for word, those that are there already left out. Gives how many were added.
int addFollowUp(Questionnaire &questionnaire, const QStringList &actions, const QString &role);

/// Gives options their codes by place, a, b, c … or 1, 2, 3 …, whichever they had; other codes stay, and new
/// ones (without a code) get a free one.
void renumberOptions(std::vector<Option> &options);

/// What the JSON form would not accept, in words for the officer. Conflict: a code twice; Usage: a text, an
/// option or a time is missing.
[[nodiscard]] Result<> checkQuestionnaire(const Questionnaire &questionnaire);

} // namespace tane
