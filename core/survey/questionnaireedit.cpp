#include "survey/questionnaireedit.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireEdit)
};

constexpr std::size_t kMostOptions = 100;

ItemSet &setAt(Questionnaire &questionnaire, int set)
{
    return questionnaire.sets[static_cast<std::size_t>(set)];
}

bool hasSet(const Questionnaire &questionnaire, int set)
{
    return set >= 0 && set < static_cast<int>(questionnaire.sets.size());
}

/// The number behind the highest one of the set, so that what is new stands in order behind what there is.
QString nextItemCode(const Questionnaire &questionnaire, const QString &setCode, const Questionnaire *former)
{
    const QString start = setCode + u'-';
    int highest = 0;
    for (const Questionnaire *each : {&questionnaire, former}) {
        if (!each)
            continue;
        for (const Questionnaire::ItemRef &ref : each->items())
            if (ref.item->code.startsWith(start))
                highest = std::max(highest, QStringView(ref.item->code).sliced(start.size()).toInt());
    }
    return start + QString::number(highest + 1);
}

QString freeSetCode(const Questionnaire &questionnaire, const Questionnaire *former)
{
    static const QString roman = QStringLiteral("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ");
    const auto taken = [&](const QString &code) {
        const auto has = [&](const Questionnaire &one) {
            return std::ranges::any_of(one.sets, [&](const ItemSet &set) { return set.code == code; });
        };
        return has(questionnaire) || (former && has(*former));
    };
    for (const QChar numeral : roman)
        if (!taken(QString(numeral)))
            return QString(numeral);
    for (int number = static_cast<int>(roman.size()) + 1;; ++number)
        if (const QString code = QStringLiteral("問%1").arg(number); !taken(code))
            return code;
}

std::vector<Option> yesNo()
{
    return {{QStringLiteral("a"), Texts::tr("はい"), {}}, {QStringLiteral("b"), Texts::tr("いいえ"), {}}};
}

/// Asked when its neighbour is asked, all else from the beginning: what it asks is not known yet.
Item newItem(const Questionnaire &questionnaire, const ItemSet &set, const Item *neighbour,
             const Questionnaire *former)
{
    Item item;
    item.options = yesNo();
    if (neighbour) {
        item.askedBefore = neighbour->askedBefore;
        item.askedAfter = neighbour->askedAfter;
        item.askedFollowUp = neighbour->askedFollowUp;
    }
    item.code = nextItemCode(questionnaire, set.code, former);
    item.text = Texts::tr("新しい設問");
    return item;
}

/// How those who act on a goal of the plan say so, as set Ⅰ of trial ① asks it.
std::vector<Option> practiceOptions()
{
    std::vector<Option> options;
    char16_t code = u'a';
    for (const QString &text :
         {Texts::tr("常にそのようにできている"), Texts::tr("概ねそのようにできている"),
          Texts::tr("そのようにしたいと考え徐々に取り組んでいる"),
          Texts::tr("そのようにしたいが取り組めていない"), Texts::tr("特にそのようにすることは考えていない")})
        options.push_back({QString(QChar(code++)), text, {}});
    return options;
}

std::unexpected<Error> wrong(const Item &item, const QString &what)
{
    return fail(ErrorCode::Usage, Texts::tr("設問「%1」：%2").arg(item.code, what));
}

Result<> checkOptions(const Item &item)
{
    if (!item.hasOptions())
        return {};
    if (item.options.size() < 2 || item.options.size() > kMostOptions)
        return wrong(item, Texts::tr("選択肢は2個以上100個以下にしてください。"));
    QSet<QString> codes, texts;
    for (const Option &option : item.options) {
        if (option.text.isEmpty() || option.code.isEmpty())
            return wrong(item, Texts::tr("選択肢の文を書いてください。"));
        if (codes.contains(foldText(option.code)) || texts.contains(foldText(option.text)))
            return wrong(item, Texts::tr("同じ選択肢「%1」が2つあります。").arg(option.text));
        codes.insert(foldText(option.code));
        texts.insert(foldText(option.text));
    }
    return {};
}

} // namespace

const Item *itemAt(const Questionnaire &questionnaire, ItemPlace place)
{
    if (!hasSet(questionnaire, place.set) || place.item < 0)
        return nullptr;
    const auto &items = questionnaire.sets[static_cast<std::size_t>(place.set)].items;
    const auto index = static_cast<std::size_t>(place.item);
    return index < items.size() ? &items[index] : nullptr;
}

Item *itemAt(Questionnaire &questionnaire, ItemPlace place)
{
    return const_cast<Item *>(itemAt(std::as_const(questionnaire), place));
}

ItemPlace placeOf(const Questionnaire &questionnaire, const QString &itemCode)
{
    for (std::size_t s = 0; s < questionnaire.sets.size(); ++s)
        for (std::size_t i = 0; i < questionnaire.sets[s].items.size(); ++i)
            if (questionnaire.sets[s].items[i].code == itemCode)
                return {static_cast<int>(s), static_cast<int>(i)};
    return {};
}

Questionnaire emptyQuestionnaire(const QString &title)
{
    Questionnaire questionnaire{QStringLiteral("own"), title, {}};
    addSet(questionnaire, {});
    return questionnaire;
}

ItemPlace addItem(Questionnaire &questionnaire, ItemPlace after, const Questionnaire *former)
{
    if (!hasSet(questionnaire, after.set))
        return {};
    ItemSet &set = setAt(questionnaire, after.set);
    // At the end of its set: the numbers stay in order, and nobody's number changes.
    set.items.push_back(newItem(questionnaire, set, set.items.empty() ? nullptr : &set.items.back(), former));
    return {after.set, static_cast<int>(set.items.size()) - 1};
}

ItemPlace addSet(Questionnaire &questionnaire, ItemPlace after, const Questionnaire *former)
{
    ItemSet set;
    set.code = freeSetCode(questionnaire, former);
    set.title = Texts::tr("新しい組");
    set.items.push_back(newItem(questionnaire, set, nullptr, former));
    const int index = std::clamp(after.set + 1, 0, static_cast<int>(questionnaire.sets.size()));
    questionnaire.sets.insert(questionnaire.sets.begin() + index, std::move(set));
    return {index, -1};
}

namespace {

QString textLookingBack(const Item &asked)
{
    return Texts::tr("（研修前を今ふり返ると）%1").arg(asked.text);
}

QString shortTextLookingBack(const Item &asked)
{
    return Texts::tr("ふり返り：%1").arg(asked.label());
}

} // namespace

ItemPlace addLookingBack(Questionnaire &questionnaire, ItemPlace place)
{
    const Item *asked = itemAt(questionnaire, place);
    if (!asked)
        return {};
    Item back = *asked;
    back.looksBack = asked->code;
    back.text = textLookingBack(*asked);
    back.shortText = shortTextLookingBack(*asked);
    back.aliases.clear();
    back.note.clear();
    back.askedBefore = back.askedFollowUp = false;
    back.askedAfter = true;
    back.code = asked->code + u'R';
    for (int number = 2; questionnaire.find(back.code); ++number)
        back.code = QStringLiteral("%1R%2").arg(asked->code).arg(number);
    ItemSet &set = setAt(questionnaire, place.set);
    set.items.insert(set.items.begin() + place.item + 1, std::move(back));
    return {place.set, place.item + 1};
}

void changeItem(Questionnaire &questionnaire, ItemPlace place, const std::function<void(Item &)> &change)
{
    Item *asked = itemAt(questionnaire, place);
    if (!asked)
        return;
    const Item former = *asked;
    change(*asked);
    const Item now = *asked;
    for (ItemSet &set : questionnaire.sets) {
        for (Item &each : set.items) {
            if (each.looksBack != former.code || each.looksBack.isEmpty())
                continue;
            if (each.text == textLookingBack(former))
                each.text = textLookingBack(now);
            if (each.shortText == shortTextLookingBack(former))
                each.shortText = shortTextLookingBack(now);
        }
    }
}

ItemPlace removeAt(Questionnaire &questionnaire, ItemPlace place)
{
    if (!hasSet(questionnaire, place.set))
        return {};
    QStringList gone;
    for (const Item &item : setAt(questionnaire, place.set).items)
        gone << item.code;
    if (place.isItem()) {
        const Item *item = itemAt(questionnaire, place);
        gone = item ? QStringList{item->code} : QStringList();
    }
    Questionnaire left = questionnaire;
    for (ItemSet &set : left.sets)
        std::erase_if(set.items, [&](const Item &item) {
            return gone.contains(item.code) || gone.contains(item.looksBack);
        });
    std::erase_if(left.sets, [](const ItemSet &set) { return set.items.empty(); });
    if (left.sets.empty())
        return place; // the last one stays
    questionnaire = std::move(left);
    place.set = std::min(place.set, static_cast<int>(questionnaire.sets.size()) - 1);
    place.item = std::min(place.item, static_cast<int>(setAt(questionnaire, place.set).items.size()) - 1);
    return place;
}

ItemPlace moveBy(Questionnaire &questionnaire, ItemPlace place, int by)
{
    if (!hasSet(questionnaire, place.set))
        return place;
    if (!place.isItem()) {
        if (!hasSet(questionnaire, place.set + by))
            return place;
        std::swap(setAt(questionnaire, place.set), setAt(questionnaire, place.set + by));
        return {place.set + by, -1};
    }
    std::vector<Item> &items = setAt(questionnaire, place.set).items;
    const int target = place.item + by;
    if (target >= 0 && target < static_cast<int>(items.size())) {
        std::swap(items[static_cast<std::size_t>(place.item)], items[static_cast<std::size_t>(target)]);
        return {place.set, target};
    }
    // Over the edge: into the next set; a set is not left empty.
    if (!hasSet(questionnaire, place.set + by) || items.size() < 2)
        return place;
    std::vector<Item> &others = setAt(questionnaire, place.set + by).items;
    const auto at = by < 0 ? others.end() : others.begin();
    const int index = by < 0 ? static_cast<int>(others.size()) : 0;
    others.insert(at, std::move(items[static_cast<std::size_t>(place.item)]));
    items.erase(items.begin() + place.item);
    return {place.set + by, index};
}

int renumberItems(Questionnaire &questionnaire)
{
    // "Ⅰ-2" is a number, wherever the item stands by now; "問Ａ" and "Ⅲ-1理由" are names of their own.
    const auto isNumber = [&](const QString &code) {
        return std::ranges::any_of(questionnaire.sets, [&](const ItemSet &set) {
            return code.startsWith(QString(set.code + u'-')) &&
                   QStringView(code).sliced(set.code.size() + 1).toInt() > 0;
        });
    };
    QHash<QString, QString> codes;
    for (const ItemSet &set : std::as_const(questionnaire.sets)) {
        int number = 0;
        for (const Item &item : set.items)
            if (isNumber(item.code))
                codes.insert(item.code, QStringLiteral("%1-%2").arg(set.code).arg(++number));
    }
    // What hangs on an item by its code goes with it: "Ⅰ-2R" looks back at Ⅰ-2, "Ⅲ-1理由" asks why.
    const auto renumbered = [&](const QString &code) {
        for (qsizetype length = code.size(); length > 0; --length) {
            const QString of = code.first(length);
            if (codes.contains(of) && (length == code.size() || !code[length].isDigit()))
                return QString(codes.value(of) + code.sliced(length));
        }
        return code;
    };
    int changed = 0;
    for (ItemSet &set : questionnaire.sets)
        for (Item &item : set.items) {
            const QString code = renumbered(item.code);
            changed += code != item.code ? 1 : 0;
            item.code = code;
            item.looksBack = item.looksBack.isEmpty() ? QString() : renumbered(item.looksBack);
        }
    return changed;
}

QHash<QString, QString> renamedItems(const Questionnaire &before, const Questionnaire &now)
{
    const auto old = before.items(), fresh = now.items();
    if (old.size() != fresh.size())
        return {};
    QHash<QString, QString> formerCodes;
    for (std::size_t i = 0; i < old.size(); ++i) {
        Item same = *fresh[i].item;
        same.code = old[i].item->code;
        same.looksBack = old[i].item->looksBack;
        if (same != *old[i].item)
            return {};
        if (same.code != fresh[i].item->code)
            formerCodes.insert(fresh[i].item->code, same.code);
    }
    return formerCodes;
}

const Item *sharedScale(const ItemSet &set, const Item &item)
{
    const Item *common = nullptr;
    std::ptrdiff_t most = 0;
    for (const Item &each : set.items) {
        if (each.code == item.code || each.type != AnswerType::Single || !each.looksBack.isEmpty())
            continue;
        const auto count = std::ranges::count(set.items, each.options, &Item::options);
        if (count > most) {
            most = count;
            common = &each;
        }
    }
    return common;
}

bool arrange(Questionnaire &questionnaire, const std::vector<std::pair<QString, QStringList>> &codes)
{
    Questionnaire arranged = questionnaire;
    arranged.sets.clear();
    qsizetype placed = 0;
    for (const auto &[setCode, itemCodes] : codes) {
        const auto set = std::ranges::find(questionnaire.sets, setCode, &ItemSet::code);
        if (set == questionnaire.sets.end() || itemCodes.isEmpty())
            return false;
        ItemSet moved = *set;
        moved.items.clear();
        for (const QString &code : itemCodes) {
            const Item *item = questionnaire.find(code);
            if (!item || arranged.find(code))
                return false;
            moved.items.push_back(*item);
            ++placed;
        }
        arranged.sets.push_back(std::move(moved));
    }
    if (placed != static_cast<qsizetype>(questionnaire.items().size()) ||
        arranged.sets.size() != questionnaire.sets.size())
        return false;
    questionnaire = std::move(arranged);
    return true;
}

int addFollowUp(Questionnaire &questionnaire, const QStringList &actions, const QString &role)
{
    QStringList fresh;
    for (const QString &action : actions) {
        const QString folded = foldText(action);
        const bool known = std::ranges::any_of(questionnaire.items(), [&](const auto &ref) {
            return ref.item->askedFollowUp && foldText(ref.item->text) == folded;
        });
        if (!folded.isEmpty() && !known && !fresh.contains(action))
            fresh << action;
    }
    if (fresh.isEmpty())
        return 0;
    ItemSet set;
    set.code = freeSetCode(questionnaire, nullptr);
    set.title = role.isEmpty() ? Texts::tr("研修後の行動") : Texts::tr("研修後の行動（%1）").arg(role);
    set.kind = ItemKind::Practice;
    for (const QString &action : std::as_const(fresh)) {
        Item item;
        item.code = QStringLiteral("%1-%2").arg(set.code).arg(set.items.size() + 1);
        item.text = action;
        item.options = practiceOptions();
        item.askedBefore = item.askedAfter = false;
        item.askedFollowUp = true;
        item.forRole = role;
        set.items.push_back(std::move(item));
    }
    questionnaire.sets.push_back(std::move(set));
    return static_cast<int>(fresh.size());
}

void renumberOptions(std::vector<Option> &options)
{
    const auto coded = [&](const std::function<bool(const QString &)> &fits) {
        return std::ranges::all_of(
            options, [&](const Option &option) { return option.code.isEmpty() || fits(option.code); });
    };
    const bool numbers = coded([](const QString &code) { return code.toInt() > 0; }) &&
                         std::ranges::any_of(options, [](const Option &o) { return !o.code.isEmpty(); });
    const bool letters =
        coded([](const QString &code) { return code.size() == 1 && code >= u"a" && code <= u"z"; });
    constexpr std::size_t alphabet = 26;
    for (std::size_t i = 0; i < options.size(); ++i) {
        QString &code = options[i].code;
        if (letters && options.size() <= alphabet)
            code = QString(QChar(static_cast<char16_t>(u'a' + i)));
        else if (numbers || letters)
            code = QString::number(i + 1);
        for (int number = 1; code.isEmpty(); ++number)
            if (std::ranges::find(options, QString::number(number), &Option::code) == options.end())
                code = QString::number(number);
    }
}

Result<> checkQuestionnaire(const Questionnaire &questionnaire)
{
    if (questionnaire.title.isEmpty())
        return fail(ErrorCode::Usage, Texts::tr("調査票の名前を書いてください。"));
    QSet<QString> codes, setCodes;
    for (const ItemSet &set : questionnaire.sets) {
        if (set.code.isEmpty() || set.title.isEmpty())
            return fail(ErrorCode::Usage, Texts::tr("設問の組には、記号と見出しが必要です。"));
        if (setCodes.contains(set.code))
            return fail(ErrorCode::Conflict, Texts::tr("組の記号「%1」が重なっています。").arg(set.code));
        setCodes.insert(set.code);
        for (const Item &item : set.items) {
            if (item.code.isEmpty())
                return fail(ErrorCode::Usage, Texts::tr("設問の記号を書いてください。"));
            if (codes.contains(foldText(item.code)))
                return fail(ErrorCode::Conflict,
                            Texts::tr("設問の記号「%1」が重なっています。").arg(item.code));
            codes.insert(foldText(item.code));
            if (item.text.isEmpty())
                return wrong(item, Texts::tr("設問の文を書いてください。"));
            if (!item.askedBefore && !item.askedAfter && !item.askedFollowUp)
                return wrong(item, Texts::tr("いつ聞くかを、1つ以上選んでください。"));
            TANE_CHECK(checkOptions(item));
        }
    }
    return {};
}

} // namespace tane
