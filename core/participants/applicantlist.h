#pragma once

// Private to the import: a list with one row a person.

#include "exchange/table.h"
#include "participants/applicantfield.h"
#include "survey/answersheet.h"

namespace tane::applicants {

/// Somebody as read, before it is known who she is.
struct ReadRow
{
    Participant participant;                                     ///< only what was given is set
    bool given[static_cast<int>(ApplicantField::Note) + 1] = {}; ///< which fields were
    QString place;
    bool fromForm = false;
    int file = -1; ///< of the import
    [[nodiscard]] bool has(ApplicantField field) const { return given[static_cast<int>(field)]; }
    void set(ApplicantField field) { given[static_cast<int>(field)] = true; }
};

/// What a table holds; nothing when it has no head with 氏名.
struct ReadList
{
    std::vector<ReadRow> rows;
    QStringList heads, unknownHeads;
    std::vector<Problem> problems;
};
[[nodiscard]] std::optional<ReadList> readList(const Table &table, const ApplicantColumns &columns,
                                               const ApplicantWords &words, QDate today);

} // namespace tane::applicants
