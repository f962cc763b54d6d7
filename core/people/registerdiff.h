#pragma once

#include "people/registry.h"

namespace tane {

/// One difference between two states of the registers of a file.
struct RegisterDifference
{
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    QString who;    ///< "A市", "東部センター", "江口 結"
    QString what;   ///< "人口"; empty for something added or removed
    QString before; ///< as the pages show it
    QString after;
};
/// What an import would do, for instance: prefectures, care areas, municipalities, centres with whom they
/// serve, people with their roles, qualifications and affiliations. Records are the same when their ids are.
[[nodiscard]] std::vector<RegisterDifference> registerDifferences(const Registry &before,
                                                                  const Registry &after);

} // namespace tane
