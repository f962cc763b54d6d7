#include "participants/applicantlist.h"

#include "base/textfold.h"
#include "exchange/csvwriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane::applicants {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantImport)
};

constexpr int kHeadWithin = 30; ///< rows: titles and explanations stand above

QString cellText(const Table &table, int row, int column)
{
    std::string_view utf8 = table.cell(row, column);
    if (table.sheet.isEmpty()) // a .csv: an apostrophe may guard what looks like a formula
        utf8 = unguardFormula(utf8);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).trimmed();
}

struct Head
{
    int row = -1;
    std::vector<ApplicantField> fields; ///< by column; Ignored for the unknown
    QStringList heads, unknown;
    int known = 0;
    bool hasName = false;
};

Head headAt(const Table &table, int row, const ApplicantColumns &columns)
{
    Head head;
    head.row = row;
    std::vector<ApplicantField> taken;
    for (int column = 0; column < table.cellsInRow(row); ++column) {
        const QString text = cellText(table, row, column);
        const auto meaning = applicantFieldOfHead(text, columns);
        if (!text.isEmpty())
            head.heads << text;
        if (!meaning && !text.isEmpty())
            head.unknown << text;
        ApplicantField field = meaning.value_or(ApplicantField::Ignored);
        // Of two columns that mean the same the first has it.
        if (field != ApplicantField::Ignored && std::ranges::find(taken, field) != taken.end())
            field = ApplicantField::Ignored;
        if (field != ApplicantField::Ignored) {
            taken.push_back(field);
            ++head.known;
        }
        head.hasName = head.hasName || field == ApplicantField::Name;
        head.fields.push_back(field);
    }
    return head;
}

Head findHead(const Table &table, const ApplicantColumns &columns)
{
    Head best;
    for (int row = 0; row < std::min(table.rowCount(), kHeadWithin); ++row) {
        Head head = headAt(table, row, columns);
        if (head.hasName && head.known > best.known)
            best = std::move(head);
    }
    return best;
}

/// "計 34人" below a list.
bool isSum(const QString &name)
{
    static const QRegularExpression sum(QStringLiteral("^(?:合計|小計|総計|計)[ :]*\\d*[人名]?$"));
    return sum.match(tidy(name)).hasMatch();
}

/// Fields in the order they are set: 立場 before 参加区分, which may hold the role.
std::vector<std::size_t> setOrder(const std::vector<ApplicantField> &fields)
{
    std::vector<std::size_t> order(fields.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_partition(order, [&](std::size_t i) { return fields[i] != ApplicantField::Part; });
    return order;
}

ReadRow readRow(const Table &table, int row, const Head &head, const ApplicantWords &words, QDate today,
                std::vector<Problem> &problems)
{
    ReadRow read;
    const QString where = table.sheet.isEmpty() ? table.file : QString(table.file + u':' + table.sheet);
    read.place = Texts::tr("%1 %2行目").arg(where).arg(table.rowNumber(row));
    for (const std::size_t column : setOrder(head.fields)) {
        const ApplicantField field = head.fields[column];
        const QString text = cellText(table, row, static_cast<int>(column));
        if (field == ApplicantField::Ignored || text.isEmpty())
            continue;
        if (setApplicantField(read.participant, field, text, words, today))
            read.set(field);
        else
            problems.push_back({table.file, table.sheet, table.address(row, static_cast<int>(column)),
                                Texts::tr("「%1」として読み取れないため、この欄は取り込みません。")
                                    .arg(applicantFieldName(field)),
                                text});
        if (field == ApplicantField::Part && !read.participant.role.isEmpty())
            read.set(ApplicantField::Role);
        if (field == ApplicantField::Part && read.participant.online)
            read.set(ApplicantField::Online);
    }
    return read;
}

} // namespace

std::optional<ReadList> readList(const Table &table, const ApplicantColumns &columns,
                                 const ApplicantWords &words, QDate today)
{
    const Head head = findHead(table, columns);
    if (head.row < 0)
        return std::nullopt;
    ReadList list;
    list.heads = head.heads;
    list.unknownHeads = head.unknown;
    const auto name =
        static_cast<std::size_t>(std::ranges::find(head.fields, ApplicantField::Name) - head.fields.begin());
    const QString nameHead = cellText(table, head.row, static_cast<int>(name));
    for (int row = head.row + 1; row < table.rowCount(); ++row) {
        const QString text = cellText(table, row, static_cast<int>(name));
        if (isSum(text) || text == nameHead) // or the head once more
            continue;
        ReadRow read = readRow(table, row, head, words, today, list.problems);
        constexpr int meansSomebody = 3; // less is a remark below the list
        if (text.isEmpty() && std::ranges::count(read.given, true) < meansSomebody)
            continue;
        list.rows.push_back(std::move(read));
    }
    return list;
}

} // namespace tane::applicants
