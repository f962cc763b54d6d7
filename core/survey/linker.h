#pragma once

#include "survey/identity.h"
#include "survey/linking.h"
#include "survey/peopleby.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

namespace tane {

/// One run of linkAnswers. The stages work on those not joined yet, surest first; what they find but may not
/// join waits.
class Linker
{
public:
    Linker(const AnswerSheet &before, const AnswerSheet &after, const LinkOptions &options);
    [[nodiscard]] Linking run();

private:
    struct Side
    {
        const AnswerSheet &sheet;
        Identity identity;
        std::vector<char> taken;   ///< joined, or a double answer that does not count
        std::vector<char> byHand;  ///< joined by a decision; empty when there are none
        QHash<QString, int> byKey; ///< only when there are decisions
        PersonIndex byNumber;      ///< the first person with each number
        bool repeatedNumbers = false;
        bool allNumbered = false;
    };

    /// Who on the other side has somebody's number, or -1, and whether the name is the same to the letter.
    struct SameNumber
    {
        int person = -1;
        bool sameName = false;
    };

    static void indexNumbers(Side &side);
    static std::vector<SameNumber> sameNumbers(const Side &before, const Side &after,
                                               const PersonIndex &index);

    void applyDecisions();
    void findTwice(Side &side, Wave wave);
    void settleTwice(Side &side, AnsweredTwice &group);
    void linkByNumber();
    void linkByEmail();
    void linkByName();
    void proposeByKana();
    void proposeByGivenName();
    void finish();

    [[nodiscard]] bool namesConflict(int before, int after) const;
    [[nodiscard]] bool numbersConflict(int before, int after) const;
    [[nodiscard]] bool kanaConflict(int before, int after) const;
    [[nodiscard]] qint64 pairKey(int before, int after) const
    {
        return qint64(before) * m_after.sheet.size() + after;
    }
    [[nodiscard]] bool isRejected(int before, int after) const;
    void join(int before, int after, LinkMethod method, LinkReason reason);
    void propose(int before, int after, LinkMethod method, LinkReason reason);
    void judgeByName(int before, int after, bool only);
    /// People not joined to whom no stage has proposed anybody yet, by keys of their own.
    [[nodiscard]] People openBy(const Side &side, const std::function<std::vector<std::string>(int)> &keys);
    /// Proposes whom a key of the kind leads to: of the same affiliation first, and few.
    void proposeByKeys(const std::function<std::vector<std::string>(const Side &, int)> &keys,
                       const std::function<std::optional<LinkReason>(int, int)> &reason);

    LinkOptions m_options;
    Side m_before, m_after;
    Linking m_result;
    QHash<QString, bool> m_twiceDecisions; ///< key of a response -> use it
    QSet<qint64> m_rejected, m_proposed;   ///< pairs as before * size + after
};

} // namespace tane
