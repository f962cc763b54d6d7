#pragma once

#include "base/rounding.h"
#include "chart/chartspec.h"
#include "people/registry.h"

namespace tane {

/// What is counted: people, municipalities or the rows of somebody's table, with their attributes. A case may
/// have several values of one attribute (qualifications) or none (未回答).
struct CaseTable
{
    QString unit; ///< "名", "市町村"
    QStringList attributes;
    std::vector<std::vector<QStringList>> cases; ///< [case][attribute]
    std::vector<QStringList> order;              ///< [attribute]: values in the order to print; others follow
    [[nodiscard]] int indexOf(const QString &attribute) const
    {
        return static_cast<int>(attributes.indexOf(attribute));
    }
};
/// 立場, 所属種別, 資格, 経験年数, 常勤・非常勤, 専従・兼務, 圏域, 市町村, 人口規模, レベル, 都道府県 on a
/// day.
[[nodiscard]] CaseTable casesOfPeople(const Registry &registry, QDate on);
/// 運営, 拠点, 圏域, 人口規模, 発展段階, 都道府県, 10都県, コーディネーターの配置.
[[nodiscard]] CaseTable casesOfMunicipalities(const Registry &registry, QDate on);

/// Ready groupings. Bands: 1万人未満, 1万～5万人未満, 5万～10万人未満, 10万～30万人未満, 30万人以上.
[[nodiscard]] QString populationBand(int population);
/// The ten prefectures of 関東信越厚生局 (002:562-718), else "10都県以外".
[[nodiscard]] QString tenPrefectures(const QString &prefecture);

/// What the percentages are of.
enum class CrossBase {
    AllCases,    ///< every case, 未回答 too
    Answered,    ///< cases that have a value (of both attributes)
    RowTotals,   ///< of each row
    ColumnTotals ///< of each column
};

struct CrossTable
{
    QString rowTitle, columnTitle;            ///< columnTitle empty: a simple table
    QStringList rows, columns;                ///< 未回答 last, when there is any
    std::vector<std::vector<int>> counts;     ///< [row][column]; a simple table has one column
    std::vector<int> rowTotals, columnTotals; ///< cases, not marks: of several values less than their sum
    int cases = 0;
    int answered = 0;      ///< with a value of every attribute
    bool multiple = false; ///< some case has several values: percentages add up to more than 100
    QString unit;
    /// What a percentage in this cell is of.
    [[nodiscard]] int base(CrossBase base, int row, int column) const;
    [[nodiscard]] Percent percent(CrossBase base, int row, int column) const;
};
/// `column` empty: counts of one attribute. NotFound: no such attribute.
[[nodiscard]] Result<CrossTable> crossTabulate(const CaseTable &cases, const QString &row,
                                               const QString &column);
[[nodiscard]] ChartSpec crossTableChart(const CrossTable &table, CrossBase base);

} // namespace tane
