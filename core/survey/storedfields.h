#pragma once

// Private to the answers as rows.

#include "survey/answersheet.h"

#include <vector>

namespace tane {

/// Everything that may be known of who answered.
[[nodiscard]] inline std::vector<Field> allFields()
{
    std::vector<Field> fields;
    for (int i = 0; i < kFieldCount; ++i)
        fields.push_back(static_cast<Field>(i));
    return fields;
}

/// The columns of `response` have the names of the field keys.
[[nodiscard]] inline QStringList columnNames(const std::vector<Field> &fields)
{
    QStringList names;
    for (const Field field : fields)
        names << fieldKey(field);
    return names;
}

} // namespace tane
