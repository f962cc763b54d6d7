#include "people/owntable.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::OwnTable)
};

QString textOf(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

/// The row of heads; a title above it stands alone in its row. -1: none.
int headRow(const Table &table)
{
    for (int row = 0; row < table.rowCount(); ++row) {
        int filled = 0;
        for (const std::string_view cell : table.cells(row))
            filled += tidy(textOf(cell)).isEmpty() ? 0 : 1;
        if (filled >= 2 || (filled == 1 && table.columnCount() == 1))
            return row;
    }
    return -1;
}

QStringList valuesOf(const QString &cell)
{
    static const QRegularExpression divider(QStringLiteral("[、；;\\n]"));
    QStringList values;
    for (const QString &part : cell.split(divider)) {
        const QString value = tidy(part);
        if (!value.isEmpty() && !values.contains(value))
            values << value;
    }
    return values;
}

} // namespace

Result<CaseTable> casesOfTable(const Table &table)
{
    const int head = headRow(table);
    if (head < 0)
        return fail(ErrorCode::NothingUnderstood,
                    Texts::tr("見出しの行が見つかりませんでした。1行目に項目名を書いてください。"));
    CaseTable cases;
    cases.unit = Texts::tr("件");
    std::vector<int> columns;
    for (int column = 0; column < table.cellsInRow(head); ++column) {
        QString name = tidy(textOf(table.cell(head, column)));
        if (name.isEmpty())
            continue;
        if (cases.attributes.contains(name)) // two columns of one name are told apart by their letter
            name += QStringLiteral("（%1列）").arg(columnName(column));
        cases.attributes << name;
        columns.push_back(column);
    }
    for (int row = head + 1; row < table.rowCount(); ++row) {
        std::vector<QStringList> one;
        for (const int column : columns)
            one.push_back(valuesOf(textOf(table.cell(row, column))));
        cases.cases.push_back(std::move(one));
    }
    if (cases.cases.empty())
        return fail(ErrorCode::NothingUnderstood,
                    Texts::tr("見出しの下に行がありません。1行に1件ずつ書いた表を選んでください。"));
    cases.order.resize(columns.size());
    return cases;
}

} // namespace tane
