#pragma once

#include "exchange/formsheet.h"
#include "people/ladderstatistics.h"
#include "people/registry.h"

namespace tane {

/// The sheets about people. The command line calls them by these names, in this order: person, municipality,
/// ladder, self-assessment.
enum class PeopleSheetKind { Person, Municipality, Ladder, SelfAssessment };
[[nodiscard]] const std::vector<PeopleSheetKind> &allPeopleSheetKinds();
[[nodiscard]] QString peopleSheetCode(PeopleSheetKind kind);  ///< "municipality"
[[nodiscard]] QString peopleSheetTitle(PeopleSheetKind kind); ///< "市町村票"
[[nodiscard]] std::optional<PeopleSheetKind> peopleSheetKindOf(const QString &code);
/// A name for the file without its ending: the title and a number ("支援訪問票-012", a municipality's code
/// where it has one), never a person's name. 0: the title alone.
[[nodiscard]] QString peopleSheetFileName(PeopleSheetKind kind, const Registry &registry, qint64 id);

/// One line of the sheet about regional issues. core/issues knows them (sheetMentions), this folder does not.
struct SheetMention
{
    QDate day;    ///< may be invalid
    QString what; ///< "地域課題のタネ", "協議の場"
    QString text;
    QString state; ///< "対応中"; may be empty
};

struct PeopleSheetOptions
{
    QString prefecture;
    QDate today;
    bool masked = false;                   ///< "M01" … instead of names, no contact
    std::optional<FormSheet::Paper> paper; ///< nothing: what suits the sheet
    std::vector<SheetMention> issues = {}; ///< of the person or municipality, newest first; none: no table
};

/// 支援訪問票: one page to take along to a support visit, with lines for notes. NotFound: no such person.
[[nodiscard]] Result<FormSheet> makePersonSheet(Document &document, const Registry &registry, qint64 person,
                                                const PeopleSheetOptions &options);
/// 市町村票: profile, centres, people with their steps, participation over the years, supports. NotFound: no
/// such municipality.
[[nodiscard]] Result<FormSheet> makeMunicipalitySheet(Document &document, const Registry &registry,
                                                      qint64 municipality, const PeopleSheetOptions &options);
/// レベル一覧: the steps as columns with people below, A3 landscape. Arrows show who moved since `since`
/// (invalid: none are shown). `unmovedSince` of the filter is never applied.
[[nodiscard]] FormSheet makeLadderSheet(const Registry &registry, const PeopleFilter &filter, QDate since,
                                        const PeopleSheetOptions &options);
/// 自己評価シート: behaviours to tick, evidence, next action. `person` null: a blank one to print.
[[nodiscard]] FormSheet makeSelfAssessmentSheet(const Registry &registry, const PersonRecord *person,
                                                const PeopleSheetOptions &options);

} // namespace tane
