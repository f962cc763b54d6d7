#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace tane {

/// Which of the questionnaires around a workshop: before it, a few days after it, 2–3 months after it.
enum class Wave { Before, After, FollowUp };

/// What an item is about; decides how a change is read, never how it is counted.
enum class ItemKind {
    Practice,     ///< what one does day to day: both up and down are changed awareness
    Explain,      ///< being able to explain: up is the expected effect, down means less sure than before
    Satisfaction, ///< judged once, after
    Other
};

enum class AnswerType { Single, Multiple, Text, Number };

struct Option
{
    QString code; ///< "a"
    QString text;
    QString shortText; ///< head of a transition table; falls back to text
    friend bool operator==(const Option &, const Option &) = default;
};

struct Item
{
    QString code;        ///< "Ⅰ-1"; unique within the questionnaire
    QString text;        ///< word for word as asked
    QString shortText;   ///< for charts; falls back to text
    QStringList aliases; ///< other wordings that mean the same question
    AnswerType type = AnswerType::Single;
    bool askedBefore = true;
    bool askedAfter = true;
    std::vector<Option> options; ///< best first when `ordered`; empty for text
    bool ordered = true;         ///< options form a scale, best first
    bool askedFollowUp = false;
    bool required = false;
    QString forRole = {};   ///< asked of this role only; empty: of everybody
    QString looksBack = {}; ///< code of the item that this one, asked after, asks about the time before
    QString note = {};      ///< small print below the wording
    friend bool operator==(const Item &, const Item &) = default;

    /// Can up / stay / down be judged for it?
    [[nodiscard]] bool isComparable() const
    {
        return type == AnswerType::Single && ordered && askedBefore && askedAfter && options.size() >= 2;
    }
    [[nodiscard]] bool hasOptions() const
    {
        return type == AnswerType::Single || type == AnswerType::Multiple;
    }
    [[nodiscard]] bool isAsked(Wave wave) const
    {
        return wave == Wave::Before ? askedBefore : wave == Wave::After ? askedAfter : askedFollowUp;
    }
    [[nodiscard]] const QString &label() const { return shortText.isEmpty() ? text : shortText; }
};

struct ItemSet
{
    QString code; ///< "Ⅰ"
    QString title;
    ItemKind kind = ItemKind::Other;
    std::vector<Item> items;
    friend bool operator==(const ItemSet &, const ItemSet &) = default;
};

struct Questionnaire
{
    QString id; ///< "trial1"
    QString title;
    std::vector<ItemSet> sets;
    QString lead = {}; ///< what stands above the first item
    friend bool operator==(const Questionnaire &, const Questionnaire &) = default;

    /// All items in order, with the set each belongs to. Positions in this list are the item indexes of
    /// AnswerSheet.
    struct ItemRef
    {
        const ItemSet *set;
        const Item *item;
    };
    [[nodiscard]] std::vector<ItemRef> items() const;
    [[nodiscard]] int indexOf(const QString &itemCode) const;      ///< -1 when unknown
    [[nodiscard]] const Item *find(const QString &itemCode) const; ///< null when unknown
};

/// Reads the JSON form described in docs/questionnaire-format.md. Every error names the place
/// ("sets[0].items[2].options").
[[nodiscard]] Result<Questionnaire> parseQuestionnaire(const QByteArray &json, const QString &fileName);
[[nodiscard]] QByteArray questionnaireToJson(const Questionnaire &questionnaire);
/// A file path, or the id of a built-in questionnaire ("trial1").
[[nodiscard]] Result<Questionnaire> loadQuestionnaire(const QString &idOrPath);
[[nodiscard]] QStringList builtInQuestionnaires();

/// "研修前", "研修後", "2～3か月後".
[[nodiscard]] QString waveText(Wave wave);
/// Is an item asked of somebody with this role? Roles are compared folded; of somebody whose role is not
/// known everything is asked.
[[nodiscard]] bool isAskedOf(const Item &item, const QString &role);
/// What a person of a role is asked in a wave: the sets with those items, without sets that are left empty.
[[nodiscard]] Questionnaire askedPart(const Questionnaire &questionnaire, Wave wave,
                                      const QString &role = {});

} // namespace tane
