#pragma once

#include "exchange/formsheet.h"
#include "grouping/poster.h"
#include "issues/controlsheet.h"
#include "issues/indicator.h"
#include "issues/logicmodel.h"
#include "issues/pipeline.h"
#include "issues/scenario.h"

namespace tane {

/// The sheets of regional issues. The command line calls them by these names, in this order: scenario,
/// control-sheet, message, consultations, logic-model, poster-filled, indicators, control-overview.
enum class IssueSheetKind {
    Scenario,
    ControlSheet,
    Message,
    Consultations,
    LogicModel,
    PosterFilled,
    Indicators,
    ControlOverview
};
[[nodiscard]] const std::vector<IssueSheetKind> &allIssueSheetKinds();
[[nodiscard]] QString issueSheetCode(IssueSheetKind kind);  ///< "control-sheet"
[[nodiscard]] QString issueSheetTitle(IssueSheetKind kind); ///< "課題管理シート"
[[nodiscard]] std::optional<IssueSheetKind> issueSheetKindOf(const QString &code);
/// A name for the file without its ending: the title and a number ("課題解決シナリオ-003"), never a text.
[[nodiscard]] QString issueSheetFileName(IssueSheetKind kind, qint64 id);

struct IssueSheetOptions
{
    QString prefecture;
    QString place; ///< name of the municipality it is about; may be empty
    QDate today;
    std::optional<FormSheet::Paper> paper; ///< nothing: what suits the sheet
};

// Each gives the sheet as content; what is not written is room to write in by hand, so that an empty record
// gives a blank form.

[[nodiscard]] FormSheet makeScenarioSheet(const Scenario &scenario, const IssueSheetOptions &options);
/// One page to the municipality.
[[nodiscard]] FormSheet makeMessageSheet(const IssueMessage &message, const IssueSheetOptions &options);
struct ConsultationSheetOptions
{
    QDate from, until;      ///< invalid: open
    bool questions = false; ///< the three questions beside each
};
/// Excerpts by topic on the left, what is thought of them on the right. Those without a topic come last;
/// those outside the dates are left out.
[[nodiscard]] FormSheet makeConsultationSheet(const Consultations &consultations,
                                              const ConsultationSheetOptions &which,
                                              const IssueSheetOptions &options);
/// As a table from left to right, A3; drawn by ui/paper/logicpaper.
[[nodiscard]] FormSheet makeLogicModelSheet(const LogicContent &content, const IssueSheetOptions &options);
[[nodiscard]] FormSheet makeIndicatorSheet(const std::vector<IndicatorContent> &indicators,
                                           const IssueSheetOptions &options);
/// `names`: of the municipalities of the rows.
[[nodiscard]] FormSheet makeControlOverview(const ControlRollUp &rollUp, const QStringList &names,
                                            const IssueSheetOptions &options);
/// 在宅医療・介護連携推進事業実施状況及び課題管理シート: to be filled in and read back, locked but for its
/// inputs, with a hidden mark that says whose and of which year it is (controlSheetMark). At least
/// kControlIndicatorRows indicators a scene.
[[nodiscard]] FormSheet makeControlSheetForm(const ControlContent &content, const IssueSheetOptions &options);
inline constexpr int kControlIndicatorRows = 3;

/// A board as the poster that is printed: headings and notes in their fields. At most kMostScenes fields;
/// what lies outside them all comes as one more or with the last.
[[nodiscard]] PosterContent posterOf(const BoardContent &content);

/// What the other side usually asks about a part of a message, as prompts while it is written.
enum class MessagePart { Facts, View, Material, Request };
[[nodiscard]] QString messagePartTitle(MessagePart part);
[[nodiscard]] QStringList messagePrompts(MessagePart part);

/// The sheet with this id as it is stored (of ControlOverview the id is the fiscal year, of Indicators a
/// municipality, 0 the prefecture; Consultations needs none). id 0: a blank scenario or message. NotFound:
/// it is not there; Usage: not for PosterFilled, which is drawn.
[[nodiscard]] Result<FormSheet> makeIssueSheet(Document &document, IssueSheetKind kind, qint64 id,
                                               const IssueSheetOptions &options);

} // namespace tane
