// tane-cli table-check: do the percentages of a table follow from its counts?
#include "cli/console.h"
#include "exchange/tablereader.h"
#include "survey/tablecheck.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::TableCheck", text);
}

int wrong(const QString &message)
{
    printError(message);
    return WrongUsage;
}

void printCheck(const Table &table, const TableCheck &check)
{
    if (!table.sheet.isEmpty())
        print(QStringLiteral("[%1]").arg(table.sheet));
    for (const CheckedRow &row : check.rows) {
        if (row.follows())
            continue;
        print(row.label.isEmpty() ? row.finding() : QStringLiteral("%1: %2").arg(row.label, row.finding()));
        for (const CheckedPercent &percent : row.percents)
            if (!percent.follows)
                print(tr("  %1%2　%3 と書かれていますが、%4 ÷ %5 は %6 です。")
                          .arg(columnName(percent.column), QString::number(percent.row + 1), percent.printed,
                               QString::number(percent.count), QString::number(row.base), percent.expected));
    }
    for (const QString &note : check.notes)
        print(note);
    print(check.summary());
}

} // namespace

int tableCheckCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption base(QStringLiteral("base"), tr("すべての行の母数（人数）"),
                                  QStringLiteral("N"));
    parser.addOption(base);
    parser.addPositionalArgument(QStringLiteral("F"), tr("人数と百分率の表（.xlsx か .csv）"));
    if (const auto over = parse(parser, QStringLiteral("table-check"), arguments))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return wrong(tr("調べる表のファイルを1つ指定してください。"));
    std::optional<std::int64_t> people;
    if (parser.isSet(base)) {
        bool ok = false;
        people = parser.value(base).toLongLong(&ok);
        if (!ok || *people < 1 || *people > 1'000'000'000)
            return wrong(tr("--base には1以上の整数を指定してください。"));
    }
    const QString path = parser.positionalArguments().constFirst();
    const auto tables = readTables(path);
    if (!tables)
        return report(tables.error());
    std::optional<Error> nothing;
    bool any = false;
    for (const Table &table : *tables) {
        const auto check = checkTable(cellsOfTable(table), people);
        if (check) {
            printCheck(table, *check);
            any = true;
        } else if (!nothing) {
            nothing = check.error();
            nothing->file = table.file;
        }
    }
    return any || !nothing ? Done : report(*nothing);
}

} // namespace tane::cli
