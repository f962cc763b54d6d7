#pragma once

#include "survey/answerreader.h"

#include <QHash>

namespace tane {

/// Knows every way a column head or a label of a form may name a field or an item.
class HeadingBook
{
public:
    HeadingBook(const Questionnaire &questionnaire, const ColumnMappings &mappings);

    /// The meaning of a head; nothing when it is not known or fits two items.
    [[nodiscard]] std::optional<ColumnMeaning> meaningOf(const QString &head) const;
    /// The meaning of a number ("1", "1.…") under the title of a set ("Ⅰ 地域課題の…"), as in two-row heads.
    [[nodiscard]] std::optional<ColumnMeaning> meaningBelow(const QString &setTitle,
                                                            const QString &head) const;

private:
    struct ItemNames
    {
        int item;
        bool hasOptions;
        QStringList codes; ///< folded: "i-1", "1-1"
        QStringList texts; ///< folded, without final punctuation
    };
    struct SetNames
    {
        QStringList starts; ///< folded code and title
        std::vector<int> items;
    };

    [[nodiscard]] ColumnMeaning answer(const ItemNames &item) const;
    /// Ignored when code and wording contradict each other.
    [[nodiscard]] std::optional<ColumnMeaning> byCode(const QString &folded) const;
    [[nodiscard]] std::optional<ColumnMeaning> byText(const QString &folded) const;
    /// The item that is worded exactly so.
    [[nodiscard]] std::optional<ColumnMeaning> byWording(const QString &folded) const;

    std::vector<ItemNames> m_items;
    std::vector<SetNames> m_sets;
    QHash<QString, ColumnMeaning> m_mappings;
};

} // namespace tane
