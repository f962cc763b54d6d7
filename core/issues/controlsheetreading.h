#pragma once

// Private to the reading of control sheets: what the form and the table share.

#include "base/textfold.h"
#include "issues/controlsheetfiles.h"
#include "issues/controlsheetlabels.h"
#include "issues/indicator.h"

#include <set>

namespace tane::controlsheet {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ControlSheetFiles)
};

/// A cell as it was typed, without space around it.
[[nodiscard]] inline QString textAt(const Table &table, int row, int column)
{
    const std::string_view utf8 = table.cell(row, column);
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return text.trimmed();
}

/// The first line of a label, folded: what stands below it is a remark.
[[nodiscard]] inline QString foldLabel(const QString &text)
{
    return foldText(text.section(u'\n', 0, 0));
}

/// Problems of one sheet with their places.
class Problems
{
public:
    Problems(const QString &file, std::vector<Problem> &problems)
        : m_file(file)
        , m_problems(problems)
    {
    }
    void add(const Table &table, int row, int column, const QString &message)
    {
        m_problems.push_back(
            {m_file, table.sheet, table.address(row, column), message, textAt(table, row, column)});
        ++m_count;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QString m_file;
    std::vector<Problem> &m_problems;
    int m_count = 0;
};

/// The municipality with this name or code; null when there is none or several.
[[nodiscard]] const Municipality *municipalityNamed(const Registry &registry, const QString &text);

/// What an indicator may not say; adds a problem for each.
void checkIndicator(const ControlContent::Indicator &one, const Table &table, int row, int nameColumn,
                    int targetColumn, Problems &problems);

/// Reads the form, wherever it is among the tables of a workbook; nothing when it is no such form. A sheet
/// with problems is not added.
[[nodiscard]] bool readControlForm(const Registry &registry, const std::vector<Table> &tables,
                                   const QString &file, ReadControlSheets &read);
/// The same of a table of several.
[[nodiscard]] bool readControlTable(const Registry &registry, const std::vector<Table> &tables,
                                    const QString &file, ReadControlSheets &read);

} // namespace tane::controlsheet
