#pragma once

// Private to the lists of registers: the sheets beside a list of municipalities.

#include "people/registerimport.h"

namespace tane::registers {

/// Prefectures and care areas as a list wants them.
struct RegionDrafts
{
    struct Area
    {
        CareArea value;
        QString prefecture; ///< by name, when it is not registered yet
    };
    std::vector<Prefecture> prefectures;
    std::vector<Area> areas;
};

/// Reads the sheets 都道府県 and 圏域; counts and problems go to the context.
class RegionReading
{
public:
    explicit RegionReading(ImportContext &context)
        : m_context(context)
    {
    }
    /// False when the table is neither of the two: every one of its heads must be known, for many lists have
    /// a column 圏域.
    [[nodiscard]] bool read(const Table &table);
    [[nodiscard]] RegionDrafts drafts() { return std::move(m_drafts); }

private:
    void readPrefecture(const RegisterSheet &sheet, int row);
    void readArea(const RegisterSheet &sheet, int row);
    template<class T>
    void count(const T *stored, const T &value);

    ImportContext &m_context;
    RegionDrafts m_drafts;
};

/// Stores them; part of the caller's undo step.
[[nodiscard]] Result<> storeRegion(Document &document, const RegionDrafts &drafts, const QString &label);
/// The prefecture's id, added when there is none of this name; the code is that of the built-in list.
[[nodiscard]] Result<qint64> prefectureNamed(Document &document, const QString &name, const QString &label);
/// The area's id in a prefecture, written exactly so or else without 圏域 and the like; added when there is
/// none.
[[nodiscard]] Result<qint64> areaNamed(Document &document, const QString &name, qint64 prefecture,
                                       const QString &label);

} // namespace tane::registers
