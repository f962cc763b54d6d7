#include "programme/findingtable.h"

#include "exchange/tablereader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::size_t kMostCells = 20'000;

QString tidyCell(QString cell)
{
    return cell.remove(u'\0').simplified();
}

QString joined(std::vector<QStringList> rows)
{
    for (QStringList &row : rows) {
        while (!row.isEmpty() && row.last().isEmpty())
            row.removeLast();
    }
    while (!rows.empty() && rows.back().isEmpty())
        rows.pop_back();
    QStringList lines;
    for (const QStringList &row : rows)
        lines << row.join(u'\t');
    return lines.join(u'\n');
}

} // namespace

QString cellsFromClipboard(const QString &text)
{
    std::vector<QStringList> rows{{}};
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t' || c == u'\n') {
            rows.back() << tidyCell(std::exchange(cell, {}));
            if (c == u'\n')
                rows.emplace_back();
        } else {
            cell += c;
        }
    }
    rows.back() << tidyCell(cell);
    return joined(std::move(rows));
}

QString cellsFromTable(const Table &table)
{
    std::vector<QStringList> rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.cellsInRow(row); ++column) {
            const std::string_view text = table.cell(row, column);
            cells << tidyCell(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        }
        rows.push_back(std::move(cells));
    }
    return joined(std::move(rows));
}

std::vector<QStringList> rowsOfCells(const QString &cells)
{
    std::vector<QStringList> rows;
    if (cells.isEmpty())
        return rows;
    qsizetype columns = 0;
    for (const QString &line : cells.split(u'\n')) {
        rows.push_back(line.split(u'\t'));
        columns = qMax(columns, rows.back().size());
    }
    for (QStringList &row : rows)
        row.resize(columns);
    return rows;
}

Result<QString> readFindingTable(const QString &path, QString &sheet, QStringList &others)
{
    TANE_TRY(const std::vector<Table> tables, readTables(path));
    const auto text = [](const char *message) {
        return QCoreApplication::translate("tane::FindingTable", message);
    };
    QString cells;
    others.clear();
    for (const Table &table : tables) {
        if (table.rowCount() == 0)
            continue;
        if (!cells.isEmpty()) {
            others << table.sheet;
            continue;
        }
        if (table.cellCount() > kMostCells)
            return fail(ErrorCode::TooLarge,
                        text("表が大きすぎます。必要な範囲だけをExcelでコピーして、貼り付けてください。"));
        cells = cellsFromTable(table);
        sheet = table.sheet.isEmpty() ? QFileInfo(path).completeBaseName() : table.sheet;
    }
    if (cells.isEmpty())
        return fail(ErrorCode::NothingUnderstood, text("中身のある表がありませんでした。"));
    return cells;
}

} // namespace tane
