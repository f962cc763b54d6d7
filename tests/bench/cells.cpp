// tane-bench-cells FILE: prints `sheet!cell<TAB>text` of every cell with content; exit 3 with the error when
// refused.

#include "exchange/tablereader.h"

#include <QCoreApplication>

#include <cstdio>
#include <string>

namespace {

/// One line a cell: line ends, tabs and backslashes in a text are written as \n, \r, \t and \\.
void appendEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\\':
            out += "\\\\";
            break;
        default:
            out += c;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: tane-bench-cells FILE\n", stderr);
        return 2;
    }
    const auto tables = tane::readTables(arguments.at(1));
    if (!tables) {
        const std::string text =
            tables.error().toString().toStdString() +
            (tables.error().detail.isEmpty() ? std::string()
                                             : " [" + tables.error().detail.toStdString() + "]");
        std::fprintf(stderr, "%s\n", text.c_str());
        return 3;
    }
    std::string out;
    for (const tane::Table &table : *tables) {
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.cellsInRow(row); ++column) {
                const std::string_view text = table.cell(row, column);
                if (text.empty())
                    continue;
                appendEscaped(out, table.sheet.toStdString());
                out += '!' + table.address(row, column).toStdString() + '\t';
                appendEscaped(out, text);
                out += '\n';
            }
        }
        std::fwrite(out.data(), 1, out.size(), stdout);
        out.clear();
    }
    return 0;
}
