#include "survey/tablepairs.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace tane::tablecheck {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TableCheck)
};

struct Cell
{
    int row = 0, column = 0;
    std::optional<std::int64_t> count;
    std::optional<Printed> percent;
    bool isNumber() const { return count || percent; }
};

struct Line
{
    QString label;
    std::vector<Cell> counts, percents; ///< a cell that holds both is in both
    [[nodiscard]] bool isEmpty() const { return counts.empty() && percents.empty(); }
};

Printed printedOf(const QString &digits)
{
    const qsizetype point = digits.indexOf(u'.');
    Printed printed;
    printed.decimals = point < 0 ? 0 : static_cast<int>(digits.size() - point - 1);
    printed.units = QString(digits).remove(u'.').toLongLong();
    printed.text = digits + u'%';
    return printed;
}

Cell cellOf(const QString &content, int row, int column)
{
    // Up to three decimals and twelve digits: beyond that nothing is a count of people.
    static const QRegularExpression both(
        QStringLiteral("^([0-9][0-9,]{0,14}) ?(?:人|名|件|票)? ?\\((?:(\\d{1,3}(?:\\.\\d{1,3})?) "
                       "?%|(\\d{1,3}\\.\\d{1,3}))\\)$"));
    static const QRegularExpression percent(
        QStringLiteral("^\\(?(?:(\\d{1,3}(?:\\.\\d{1,3})?) ?%|(\\d{1,3}\\.\\d{1,3}))\\)?$"));
    static const QRegularExpression count(
        QStringLiteral("^(?:n ?= ?)?([0-9][0-9,]{0,14}) ?(?:人|名|件|票)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = tidy(content); // full-width digits, signs and brackets become plain ones
    Cell cell{.row = row, .column = column};
    const auto digits = [](const QRegularExpressionMatch &match, int first) {
        return match.captured(first).isEmpty() ? match.captured(first + 1) : match.captured(first);
    };
    if (const auto match = both.match(text); match.hasMatch()) {
        cell.count = match.captured(1).remove(u',').toLongLong();
        cell.percent = printedOf(digits(match, 2));
    } else if (const auto alone = percent.match(text); alone.hasMatch()) {
        cell.percent = printedOf(digits(alone, 1));
    } else if (const auto number = count.match(text); number.hasMatch()) {
        cell.count = number.captured(1).remove(u',').toLongLong();
    }
    return cell;
}

/// The table as lines, and the heads of its columns.
struct Reading
{
    std::vector<Line> lines;
    QHash<int, QString> heads; ///< by column
    [[nodiscard]] QString head(int column) const { return heads.value(column); }
};

Reading readingOf(const std::vector<QStringList> &cells)
{
    Reading reading;
    for (int row = 0; row < static_cast<int>(cells.size()); ++row) {
        const QStringList &content = cells[static_cast<std::size_t>(row)];
        Line line;
        for (int column = 0; column < content.size(); ++column) {
            const Cell cell = cellOf(content[column], row, column);
            if (cell.count)
                line.counts.push_back(cell);
            if (cell.percent)
                line.percents.push_back(cell);
            if (!cell.isNumber() && line.isEmpty() && !content[column].simplified().isEmpty())
                line.label = line.label.isEmpty() ? content[column].simplified()
                                                  : QString(line.label + u' ' + content[column].simplified());
        }
        if (line.isEmpty()) // a line without numbers says what the columns are
            for (int column = 0; column < content.size(); ++column)
                if (!content[column].simplified().isEmpty())
                    reading.heads[column] = content[column].simplified();
        if (line.label.isEmpty() && line.percents.size() > 0 &&
            line.counts.size() == line.percents.size() + 2) {
            // One more than counts and base: the row's own number stands in front.
            line.label = content[line.counts.front().column].simplified();
            line.counts.erase(line.counts.begin());
        }
        if (!line.isEmpty())
            reading.lines.push_back(std::move(line));
    }
    return reading;
}

Pair pairOf(const QString &label, const Cell &count, const Cell &percent)
{
    return {label, count.count.value_or(0), percent.percent, percent.row, percent.column};
}

/// Which of a line's counts, one more than its percentages, has none of its own: the one its head names, the
/// sum of the others, the greatest at an end.
std::size_t loneCount(const Line &line, const Reading &reading)
{
    const auto value = [&line](std::size_t i) { return line.counts[i].count.value_or(0); };
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < line.counts.size(); ++i) {
        if (namesTotal(reading.head(line.counts[i].column)))
            return i;
        sum += value(i);
    }
    const std::size_t last = line.counts.size() - 1;
    for (const std::size_t i : {last, std::size_t(0)})
        if (2 * value(i) == sum)
            return i;
    return value(0) > value(last) ? 0 : last;
}

/// Counts and percentages of one line, in their order.
std::optional<std::vector<Pair>> pairsInLine(const Line &line, const Reading &reading)
{
    std::vector<Pair> pairs;
    if (line.counts.size() == line.percents.size()) {
        for (std::size_t i = 0; i < line.counts.size(); ++i)
            pairs.push_back(pairOf(reading.head(line.counts[i].column), line.counts[i], line.percents[i]));
        return pairs;
    }
    if (line.counts.size() != line.percents.size() + 1)
        return std::nullopt;
    const std::size_t lone = loneCount(line, reading);
    for (std::size_t i = 0, p = 0; i < line.counts.size(); ++i) {
        const Cell &count = line.counts[i];
        const QString head = i == lone ? Texts::tr("計") : reading.head(count.column);
        pairs.push_back(i == lone ? Pair{head, count.count.value_or(0), {}, count.row, count.column}
                                  : pairOf(head, count, line.percents[p++]));
    }
    return pairs;
}

/// Counts of one line and percentages of another, by column; where those differ (a pasted text without empty
/// cells), by order.
std::optional<std::vector<Pair>> pairsOfLines(const Line &counts, const Line &percents,
                                              const Reading &reading)
{
    std::vector<Pair> pairs;
    std::size_t found = 0;
    for (const Cell &count : counts.counts) {
        const auto percent = std::ranges::find(percents.percents, count.column, &Cell::column);
        const bool has = percent != percents.percents.end();
        found += has ? 1 : 0;
        pairs.push_back(
            has ? pairOf(reading.head(count.column), count, *percent)
                : Pair{reading.head(count.column), count.count.value_or(0), {}, count.row, count.column});
    }
    if (found == percents.percents.size())
        return pairs;
    Line joined = counts;
    joined.percents = percents.percents;
    return pairsInLine(joined, reading);
}

} // namespace

bool namesTotal(const QString &label)
{
    static const QRegularExpression total(QStringLiteral("計$|^(全体|総数|回答者?数|全数|n)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return total.match(tidy(label)).hasMatch();
}

/// The table's lines as series. What stays alone becomes a note.
std::vector<Series> seriesOf(const std::vector<QStringList> &cells, QStringList &notes)
{
    const Reading reading = readingOf(cells);
    std::vector<Series> all;
    std::vector<bool> used(reading.lines.size());
    const auto add = [&all](const QString &label, std::optional<std::vector<Pair>> pairs) {
        if (pairs)
            all.push_back({label, std::move(*pairs)});
        return pairs.has_value();
    };
    for (std::size_t i = 0; i < reading.lines.size(); ++i) {
        const Line &line = reading.lines[i];
        if (!line.counts.empty() && !line.percents.empty())
            used[i] = add(line.label, pairsInLine(line, reading));
    }
    for (std::size_t i = 0; i < reading.lines.size(); ++i) {
        const Line &percents = reading.lines[i];
        if (used[i] || !percents.counts.empty())
            continue;
        // The counts of the same label, in a block above; else those of the line before.
        std::optional<std::size_t> partner;
        for (std::size_t j = 0; j < i && !partner; ++j)
            if (!used[j] && reading.lines[j].percents.empty() && !percents.label.isEmpty() &&
                foldText(reading.lines[j].label) == foldText(percents.label))
                partner = j;
        if (!partner && i > 0 && !used[i - 1] && reading.lines[i - 1].percents.empty())
            partner = i - 1;
        if (partner &&
            add(reading.lines[*partner].label, pairsOfLines(reading.lines[*partner], percents, reading)))
            used[i] = used[*partner] = true;
    }
    for (std::size_t i = 0; i < reading.lines.size(); ++i)
        if (!used[i] && !reading.lines[i].percents.empty())
            notes << Texts::tr(
                         "%1行目：百分率に対応する人数が分かりません。人数と百分率を同じ順に並べてください。")
                         .arg(reading.lines[i].percents.front().row + 1);
    return all;
}

/// The same turned: the j-th pairs of all series, where those are alike.
std::vector<Series> turned(const std::vector<Series> &rows)
{
    std::vector<Series> columns;
    for (const Series &row : rows) {
        if (row.pairs.size() != rows.front().pairs.size())
            return {};
        for (std::size_t j = 0; j < row.pairs.size(); ++j) {
            if (columns.size() <= j)
                columns.push_back({row.pairs[j].label, {}});
            Pair pair = row.pairs[j];
            pair.label = row.label;
            columns[j].pairs.push_back(std::move(pair));
        }
    }
    return columns;
}

} // namespace tane::tablecheck
