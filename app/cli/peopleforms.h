#pragma once

#include "people/peoplesheets.h"

namespace tane::cli {

/// What was asked of `tane-cli forms` for a sheet about people.
struct PeopleFormsRequest
{
    QString file, out;
    PeopleSheetKind kind = PeopleSheetKind::Person;
    QString person;             ///< its number; empty: everybody
    QString municipality, area; ///< names or codes; empty: all
    QString since;              ///< a date, for the arrows of the ladder; empty: the fiscal year's first day
    QString format;             ///< of the files in a folder: "pdf"; empty: what suits the sheet
    std::optional<FormSheet::Paper> paper;
    bool masked = false;
};
/// Files written; with a folder as `out` one a person or municipality, all of them or none.
[[nodiscard]] Result<QStringList> writePeopleForms(Document &document, const PeopleFormsRequest &request);

/// By the ending of the name; gives the files written.
[[nodiscard]] Result<QStringList> writeFormFile(const QString &path, const FormSheet &sheet);
/// pdf, xlsx, docx, png.
[[nodiscard]] const QStringList &formSuffixes();

} // namespace tane::cli
