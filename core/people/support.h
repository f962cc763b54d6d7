#pragma once

#include "storage/recordtable.h"

namespace tane {

/// Support that people got: Ⅰ 知識や技術、情報等のインプットの機会, Ⅱ 共に考え・共に気づきを得る場,
/// Ⅲ 当事者が主体的に解決策を見出す働きかけ.
struct Support
{
    enum class Kind { Input, Network, Accompany };
    qint64 id = 0;
    Kind kind = Kind::Input;
    QString title;
    QString method; ///< 研修会, 資料 / ネットワークとプラットフォーム / 伴走支援
    QDate heldOn;
    QDate untilOn;
    qint64 municipality = 0; ///< whom accompanied support is for; 0 = none
    qint64 workshop = 0;     ///< the workshop it was; 0 = none
    QString outcome;         ///< what came out of it
    QString issuesBefore;    ///< 支援前の課題
    QString change;          ///< 支援前後の変化（支援の効果）
    QString future;          ///< 今後について（予定、方向性等）
    friend bool operator==(const Support &, const Support &) = default;
};
/// "Ⅰ 知識や技術、情報等のインプットの機会" …
[[nodiscard]] QString supportKindText(Support::Kind kind);
/// "研修会・資料", "ネットワーク", "伴走支援", for narrow places.
[[nodiscard]] QString supportKindShortText(Support::Kind kind);

/// Somebody who took part in a support.
struct SupportPerson
{
    qint64 id = 0;
    qint64 support = 0;
    qint64 person = 0;
    friend bool operator==(const SupportPerson &, const SupportPerson &) = default;
};

/// One of the five meetings of accompanied support.
struct SupportStage
{
    qint64 id = 0;
    qint64 support = 0;
    int stage = 1; ///< 1 to 5
    QDate heldOn;
    QString situation; ///< 状況、変化等; of the last one 結果
    QString advice;    ///< アドバイス等
    friend bool operator==(const SupportStage &, const SupportStage &) = default;
};
/// "連携支援前打合せ及び実施計画策定①" … "最終報告会"; stage is 1 to 5.
[[nodiscard]] QString supportStageText(int stage);

template<>
struct RecordSchema<Support>
{
    static QString table() { return QStringLiteral("support"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Support>> columns();
};

template<>
struct RecordSchema<SupportPerson>
{
    static QString table() { return QStringLiteral("support_person"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<SupportPerson>> columns();
};

template<>
struct RecordSchema<SupportStage>
{
    static QString table() { return QStringLiteral("support_stage"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<SupportStage>> columns();
};

} // namespace tane
