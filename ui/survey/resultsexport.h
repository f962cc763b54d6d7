#pragma once

#include "survey/surveyrepository.h"

class QMimeData;

namespace tane {

/// What the results can be written as.
enum class ResultsFile { Png, Svg, Workbook, Docx, Pdf };

/// `figure` names a picture ("図_Ⅱ_変化_全体"); characters no file may have are left out of it.
[[nodiscard]] QString suggestedName(ResultsFile file, const QString &figure);
[[nodiscard]] QString fileFilter(ResultsFile file);

/// A figure for the clipboard: picture at 300 dpi, SVG, and its numbers as an HTML table and as tab separated
/// text. The caller owns it.
[[nodiscard]] QMimeData *figureMimeData(const ChartSpec &chart);
/// The numbers of a chart as rows of text, head first.
[[nodiscard]] std::vector<QStringList> figureTable(const ChartSpec &chart);

/// Writes the figure (Png, Svg) or the whole analysis (the others) to `path`.
[[nodiscard]] Result<> writeResults(ResultsFile file, const QString &path, const ChartSpec &figure,
                                    Document &document, qint64 workshop, const SurveyState &state);

} // namespace tane
