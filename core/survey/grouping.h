#pragma once

#include "survey/change.h"

namespace tane {

/// The group of every person of one sheet, as an index into a shared list of labels.
class GroupIndex
{
public:
    explicit GroupIndex(GroupBy by)
        : m_by(by)
    {
    }
    /// Index of the group a person belongs to; -1 when it is not known.
    [[nodiscard]] int of(const AnswerSheet &sheet, int person);
    /// The same for everybody of a sheet.
    [[nodiscard]] std::vector<int> ofAll(const AnswerSheet &sheet);
    [[nodiscard]] const QStringList &labels() const { return m_labels; }

private:
    [[nodiscard]] std::string_view raw(const AnswerSheet &sheet, int person) const;
    [[nodiscard]] int indexOf(std::string_view text);

    GroupBy m_by;
    QStringList m_labels;
    QHash<QString, int> m_byFolded;
    std::vector<std::pair<std::string, int>> m_recent; ///< the first few spellings: enough for roles
    QHash<QByteArray, int> m_byRaw;                    ///< every other spelling, folded once
};

/// "1年未満" / "1～3年未満" / "3～5年未満" / "5年以上" for "2年6か月", "3", "０．５年"; other texts
/// unchanged.
[[nodiscard]] QString experienceBand(const QString &text);

} // namespace tane
