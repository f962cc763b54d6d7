#include "survey/questionnaireedit.h"

#include "base/textfold.h"

#include <QCoreApplication>
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

bool isTaken(const Questionnaire &questionnaire, const Questionnaire *former, const QString &code)
{
    return questionnaire.find(code) || (former && former->find(code));
}

QString freeItemCode(const Questionnaire &questionnaire, const QString &setCode, const Questionnaire *former)
{
    for (int number = 1;; ++number) {
        const QString code = QStringLiteral("%1-%2").arg(setCode).arg(number);
        if (!isTaken(questionnaire, former, code))
            return code;
    }
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

Item newItem(const Questionnaire &questionnaire, const ItemSet &set, const Item *like,
             const Questionnaire *former)
{
    Item item;
    if (like && like->hasOptions()) {
        item = *like;
        item.aliases.clear();
        item.shortText.clear();
        item.looksBack.clear();
        item.note.clear();
    } else {
        item.options = yesNo();
        if (like) {
            item.askedBefore = like->askedBefore;
            item.askedAfter = like->askedAfter;
            item.askedFollowUp = like->askedFollowUp;
        }
    }
    item.code = freeItemCode(questionnaire, set.code, former);
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
    const int size = static_cast<int>(set.items.size());
    const int index = std::clamp(after.item + 1, 0, size);
    const Item *like = size == 0 ? nullptr : &set.items[static_cast<std::size_t>(std::max(0, index - 1))];
    Item item = newItem(questionnaire, set, like, former);
    set.items.insert(set.items.begin() + index, std::move(item));
    return {after.set, index};
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

ItemPlace addLookingBack(Questionnaire &questionnaire, ItemPlace place)
{
    const Item *asked = itemAt(questionnaire, place);
    if (!asked)
        return {};
    Item back = *asked;
    back.looksBack = asked->code;
    back.text = Texts::tr("（研修前を今ふり返ると）%1").arg(asked->text);
    back.shortText = Texts::tr("ふり返り：%1").arg(asked->label());
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
