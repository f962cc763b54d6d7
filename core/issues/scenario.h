#pragma once

#include "storage/recordtable.h"

#include <array>

namespace tane {

/// 課題解決シナリオ: 問1 to 問5.
struct Scenario
{
    static constexpr std::size_t kCauses = 4, kMeasures = 3;
    qint64 id = 0;
    qint64 card = 0; ///< the issue it is about; 0 = none
    qint64 municipality = 0;
    QDate writtenOn;
    QString authors;
    QString theme;                               ///< 問1
    QString vision;                              ///< 問2 目指す姿
    std::array<QString, kCauses> causes;         ///< 問3 原因
    QString rootCause;                           ///< 問3 根本原因: exactly one
    std::array<QString, kMeasures> measures;     ///< 問4 対策
    std::array<QString, kMeasures> forWhom;      ///< 問4 誰に対する
    std::array<QString, kMeasures> expectations; ///< 問5 期待値: 何がどうなる
    std::array<QString, kMeasures> gauges;       ///< 問5 何の指標で測る
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

template<>
struct RecordSchema<Scenario>
{
    static QString table() { return QStringLiteral("scenario"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Scenario>> columns();
};

/// What is still missing, as short hints in the order of the questions: "問3 根本原因を1つに絞りましょう";
/// empty when all is there.
[[nodiscard]] QStringList scenarioGaps(const Scenario &scenario);
/// A draft: theme and causes of a card and of the chain it came from.
[[nodiscard]] Result<Scenario> scenarioFromCard(Document &document, qint64 card, QDate today);

} // namespace tane
