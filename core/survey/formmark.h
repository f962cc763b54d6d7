#pragma once

#include "exchange/table.h"
#include "survey/questionnaire.h"

#include <optional>

namespace tane {

class Document;

/// What a questionnaire workbook of Tane carries hidden, so that it is known again however it is renamed.
struct FormMark
{
    QString file; ///< which .tane file it is of: see fileMark
    qint64 workshop = 0;
    Wave wave = Wave::Before;
    QString questionnaire; ///< its code
    QString token;         ///< whose it is; empty for a blank one
    friend bool operator==(const FormMark &, const FormMark &) = default;
};
/// One line of text; the code may hold anything but a line feed.
[[nodiscard]] QString formMarkText(const FormMark &mark);
[[nodiscard]] std::optional<FormMark> parseFormMark(const QString &text);
/// The mark among the sheets of one workbook.
[[nodiscard]] std::optional<FormMark> formMarkIn(const std::vector<const Table *> &sheets);

/// A short word that differs from file to file and stays with a file for good.
[[nodiscard]] Result<QString> fileMark(Document &document);

} // namespace tane
