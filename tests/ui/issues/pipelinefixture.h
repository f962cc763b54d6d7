#pragma once

#include "../people/peoplefixture.h"

#include "issues/pipeline.h"
#include "programme/workshop.h"

namespace tane::test {

/// 架空県 with what its workshops and desks raised: cards at several stages, a poster, two consultations.
///   退院の連絡が当日になる      困りごと       A市   入退院支援   付箋1
///   夜に相談できる所がない      困りごと       A市   急変時の対応
///   夜の急変で救急車を呼ぶ      困りごと       D市   急変時の対応
///   入退院の連絡の決まりがない  地域課題のタネ 東部圏域
struct Issues : Kakuken
{
    Issues();
    qint64 addCard(const QString &title, IssueStage stage, qint64 municipality,
                   const QStringList &scenes = {});
    qint64 addWorkshop(const QString &title, QDate heldOn);
    [[nodiscard]] Pipeline pipeline();
    [[nodiscard]] IssueCard card(qint64 id);
    [[nodiscard]] std::vector<QString> titlesAt(IssueStage stage);
    template<class T>
    qint64 store(const T &record)
    {
        const auto id = RecordTable<T>(document()).add(record, QStringLiteral("準備"));
        REQUIRE(id.has_value());
        return *id;
    }

    qint64 cityA = 0, cityD = 0;
    qint64 discharge = 0, night = 0, ambulance = 0, seed = 0; ///< the cards above
    qint64 workshop = 0, later = 0;                           ///< 60 and 10 days ago
    qint64 board = 0, note = 0;
    qint64 topic = 0, asked = 0, askedToo = 0; ///< 往診できる皮膚科: from A市 and D市
};

} // namespace tane::test
