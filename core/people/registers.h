#pragma once

#include "storage/recordtable.h"

namespace tane {

/// A question with yes, no and not known.
enum class Answered { Unknown, Yes, No };

struct Prefecture
{
    qint64 id = 0;
    QString code; ///< "10", JIS X 0401
    QString name;
    QString department;       ///< 担当部局
    QString secondDepartment; ///< where home care and long-term care are two departments'
    std::optional<int> medicalAreas;
    std::optional<int> healthCentres;
    QString note;
    friend bool operator==(const Prefecture &, const Prefecture &) = default;
};

/// 圏域.
struct CareArea
{
    qint64 id = 0;
    qint64 prefecture = 0;
    QString name;
    QString note;
    friend bool operator==(const CareArea &, const CareArea &) = default;
};

/// How a municipality runs its desk for consultations.
enum class Operation { Unknown, Direct, Commissioned, Both, None };
/// "直営", "委託", "直営・委託", "窓口なし"; empty when not known.
[[nodiscard]] QString operationText(Operation operation);
/// Reads operationText and the usual other writings; Unknown for an empty text, nothing for another one.
[[nodiscard]] std::optional<Operation> operationFromText(QStringView text);

struct Municipality
{
    qint64 id = 0;
    qint64 prefecture = 0;
    qint64 careArea = 0; ///< 0 = none
    QString code;        ///< six digits, 全国地方公共団体コード
    QString name;
    QString kana;
    std::optional<int> population;
    std::optional<int> agedRate;      ///< 高齢化率, tenths of a percent
    std::optional<int> certifiedRate; ///< 要介護認定率, tenths of a percent
    Operation operation = Operation::Unknown;
    QString department; ///< 所管課
    Answered hub = Answered::Unknown;
    std::optional<int> stage; ///< 1 整備期 to 4 成熟期
    QString note;
    friend bool operator==(const Municipality &, const Municipality &) = default;
};
/// "整備期" … "成熟期" for 1 … 4; empty for others.
[[nodiscard]] QString stageText(int stage);

struct Centre
{
    enum class Rank { Unknown, Core, Field }; ///< 基幹, 現場
    qint64 id = 0;
    qint64 prefecture = 0;
    QString name;
    QString kana;
    Rank rank = Rank::Unknown;
    Answered hub = Answered::Unknown;
    QString operatedBy;              ///< 委託先
    std::optional<int> coordinators; ///< nothing: not known
    QString phone;
    QString email;
    QDate closedOn;
    QString note;
    friend bool operator==(const Centre &, const Centre &) = default;
};

/// A centre serves a municipality, perhaps a part of it.
struct CentreMunicipality
{
    qint64 id = 0;
    qint64 centre = 0;
    qint64 municipality = 0;
    QString note; ///< which part
    friend bool operator==(const CentreMunicipality &, const CentreMunicipality &) = default;
};

template<>
struct RecordSchema<Prefecture>
{
    static QString table() { return QStringLiteral("prefecture"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Prefecture>> columns();
};

template<>
struct RecordSchema<CareArea>
{
    static QString table() { return QStringLiteral("care_area"); }
    static QStringList siblings() { return {QStringLiteral("prefecture")}; }
    static std::vector<RecordColumn<CareArea>> columns();
};

template<>
struct RecordSchema<Municipality>
{
    static QString table() { return QStringLiteral("municipality"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Municipality>> columns();
};

template<>
struct RecordSchema<Centre>
{
    static QString table() { return QStringLiteral("centre"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Centre>> columns();
};

template<>
struct RecordSchema<CentreMunicipality>
{
    static QString table() { return QStringLiteral("centre_municipality"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<CentreMunicipality>> columns();
};

} // namespace tane
