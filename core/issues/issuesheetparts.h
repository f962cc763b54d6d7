#pragma once

// Private to the sheets of regional issues: what they share.

#include "issues/issuesheets.h"
#include "programme/sheetparts.h"

namespace tane::issuesheets {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::IssueSheets)
};

/// Title, subtitle (prefecture, place, what else), footer and paper.
[[nodiscard]] FormSheet begun(IssueSheetKind kind, const IssueSheetOptions &options, const QStringList &about,
                              FormSheet::Paper paper = FormSheet::Paper::A4, bool landscape = false);
/// A cell of the column head style without centring, for long heads.
[[nodiscard]] FormTableCell narrowHead(const QString &text, int columnSpan = 1);

} // namespace tane::issuesheets
