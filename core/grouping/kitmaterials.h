#pragma once

#include "grouping/kit.h"

namespace tane {

/// One thing to bring (図表-80) and how many of it are needed: perGroup × groups + perPerson × people +
/// spare.
struct Material
{
    QString id;   ///< "poster-sheets"
    QString name; ///< 模造紙
    QString kind; ///< what to mind: 四六判（788×1091mm）
    QString unit; ///< 枚
    int perGroup = 0, perPerson = 0, spare = 0;
    [[nodiscard]] int amount(int groups, int people) const
    {
        return perGroup * groups + perPerson * people + spare;
    }
    /// "班数×2＋人数×1＋予備5".
    [[nodiscard]] QString formula() const;
    friend bool operator==(const Material &, const Material &) = default;
};

/// 図表-80 with amounts of ours.
[[nodiscard]] std::vector<Material> usualMaterials();
/// What the officer made of them for a workshop.
[[nodiscard]] Result<std::vector<Material>> materialsOf(Document &document, qint64 workshop);
/// Keeps the numbers of one of them. One undo step.
[[nodiscard]] Result<> saveMaterial(Document &document, qint64 workshop, const Material &material);

/// A choice for the printed kit of a workshop ("scenes"), kept in the file; empty when none was made.
[[nodiscard]] Result<QString> kitChoice(Document &document, qint64 workshop, const QString &name);
/// One undo step.
[[nodiscard]] Result<> saveKitChoice(Document &document, qint64 workshop, const QString &name,
                                     const QString &text, const QString &label);

} // namespace tane
