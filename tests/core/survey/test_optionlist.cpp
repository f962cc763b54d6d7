// Forms of one person in which every option stands in a cell of its own and one of them is marked.
#include "exchange/workbookwriter.h"
#include "survey/answerreader.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

using namespace tane;

namespace {

using Rows = std::vector<QStringList>;

/// The rows as a sheet of a real workbook, read as an answer form of trial ①.
Result<ReadAnswers> readForm(const Rows &rows)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("回答.xlsx"));
    WorkbookWriter workbook;
    SheetWriter &sheet = workbook.addSheet(QStringLiteral("調査票"));
    for (const QStringList &row : rows) {
        std::vector<CellValue> cells;
        for (const QString &cell : row)
            cells.emplace_back(cell);
        sheet.writeRow(cells);
    }
    REQUIRE(workbook.save(path).has_value());
    const auto questionnaire = loadQuestionnaire(QStringLiteral("trial1"));
    REQUIRE(questionnaire);
    std::vector<Problem> problems;
    const auto source = openAnswerSource(path, problems);
    REQUIRE(source);
    return readAnswers(*source, *questionnaire, Wave::Before);
}

const QStringList kDaily = {QStringLiteral("a.常にそのようにできている"),
                            QStringLiteral("b.概ねそのようにできている"),
                            QStringLiteral("c.そのようにしたいと考え徐々に取り組んでいる"),
                            QStringLiteral("d.そのようにしたいが取り組めていない"),
                            QStringLiteral("e.特にそのようにすることは考えていない")};
const QStringList kExplain = {
    QStringLiteral("説明できそうだ"), QStringLiteral("時間をかければ説明できそうだ"),
    QStringLiteral("時間と資料があれば説明できそうだ"), QStringLiteral("時間と資料があっても難しそうだ")};
const QString kFirst = QStringLiteral("Ⅰ-1");
const QString kSecond = QStringLiteral("Ⅰ-2");
const QString kMark = QStringLiteral("○");

Rows head()
{
    return {{QStringLiteral("研修前アンケート")}, {QStringLiteral("氏名"), QStringLiteral("青木 葵")}};
}

/// Options below the label, the marked ones (0 = best) with `mark` in front of or behind them.
void addList(Rows &rows, const QString &label, const QStringList &options, const std::vector<int> &marked,
             bool inFront, const QString &mark = kMark)
{
    rows.push_back({label});
    for (int i = 0; i < options.size(); ++i) {
        const bool here = std::find(marked.begin(), marked.end(), i) != marked.end();
        const QString sign = here ? mark : QString();
        rows.push_back(inFront ? QStringList{sign, options[i]} : QStringList{options[i], sign});
    }
}

} // namespace

TEST_CASE("the marked option of a list is the answer, whatever the mark and its side")
{
    for (const char *mark : {"○", "◯", "〇", "●", "◎", "レ", "✓", "✔", "☑", "1", "１"}) {
        for (const bool inFront : {true, false}) {
            INFO(mark << (inFront ? " in front" : " behind"));
            Rows rows = head();
            addList(rows, kFirst, kDaily, {1}, inFront, QString::fromUtf8(mark));
            addList(rows, kSecond, kDaily, {4}, inFront, QString::fromUtf8(mark));
            addList(rows, QStringLiteral("Ⅱ-1"), kExplain, {2}, inFront, QString::fromUtf8(mark));
            const auto answers = readForm(rows);
            REQUIRE(answers);
            REQUIRE(answers->sheet.size() == 1);
            CHECK(answers->sheet.text(Field::Name, 0) == QStringLiteral("青木 葵"));
            CHECK(answers->sheet.mark(0, 0) == 1);
            CHECK(answers->sheet.mark(0, 1) == 4);
            CHECK(answers->sheet.mark(0, 6) == 2);
            CHECK(answers->problems.empty());
        }
    }
}

TEST_CASE("a mark may stand in the cell of its option, before or after it, beside empty boxes")
{
    Rows rows = head();
    rows.push_back({kFirst});
    for (int i = 0; i < 5; ++i)
        rows.push_back({(i == 3 ? QStringLiteral("☑ ") : QStringLiteral("□ ")) + kDaily[i]});
    rows.push_back({kSecond});
    for (int i = 0; i < 5; ++i)
        rows.push_back({kDaily[i] + (i == 0 ? QStringLiteral("　○") : QString())});
    rows.push_back({QStringLiteral("Ⅱ-1")});
    for (int i = 0; i < 4; ++i)
        rows.push_back({(i == 1 ? QStringLiteral("（○）") : QStringLiteral("（　）")) + kExplain[i]});
    const auto answers = readForm(rows);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == 3);
    CHECK(answers->sheet.mark(0, 1) == 0);
    CHECK(answers->sheet.mark(0, 6) == 1);
    CHECK(answers->problems.empty());
}

TEST_CASE("options side by side have their mark behind, before or below them")
{
    Rows rows = head();
    // Behind: the first option follows its label at once.
    rows.push_back({kFirst, kDaily[0], {}, kDaily[1], kMark, kDaily[2], {}, kDaily[3], {}, kDaily[4], {}});
    // Before: there is room before the first option.
    rows.push_back({kSecond, {}, kDaily[0], kMark, kDaily[1], {}, kDaily[2], {}, kDaily[3], {}, kDaily[4]});
    // Below.
    rows.push_back({QStringLiteral("Ⅰ-3"), kDaily[0], kDaily[1], kDaily[2], kDaily[3], kDaily[4]});
    rows.push_back({{}, {}, {}, {}, kMark});
    const auto answers = readForm(rows);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == 1);
    CHECK(answers->sheet.mark(0, 1) == 1);
    CHECK(answers->sheet.mark(0, 2) == 3);
    CHECK(answers->problems.empty());
}

TEST_CASE("items as rows under one row of options are read by the column of the mark")
{
    Rows rows = head();
    rows.push_back(QStringList{{}, {}} + kDaily);
    rows.push_back({kFirst, {}, {}, kMark});
    rows.push_back({kSecond, {}, {}, {}, {}, {}, QStringLiteral("1")});
    rows.push_back({QStringLiteral("Ⅰ-3"), {}, kMark, {}, kMark});
    const auto answers = readForm(rows);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == 1);
    CHECK(answers->sheet.mark(0, 1) == 4);
    CHECK(answers->sheet.mark(0, 2) == kNotUnderstood);
    REQUIRE(answers->problems.size() == 1);
    CHECK(answers->problems[0].message.contains(QStringLiteral("Ⅰ-3")));
}

TEST_CASE("two marks at one item are not guessed but listed with their place, and none is no answer")
{
    Rows rows = head();
    addList(rows, kFirst, kDaily, {1, 2}, true);
    addList(rows, kSecond, kDaily, {}, true);
    addList(rows, QStringLiteral("Ⅰ-3"), kDaily, {0}, true);
    rows.push_back(
        {QStringLiteral("Ⅰ-4"), kDaily[0], {}, kDaily[1], {}, kDaily[2], {}, kDaily[3], {}, kDaily[4]});
    const auto answers = readForm(rows);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == kNotUnderstood);
    CHECK(answers->sheet.mark(0, 1) == kUnanswered);
    CHECK(answers->sheet.mark(0, 2) == 0);
    CHECK(answers->sheet.mark(0, 3) == kUnanswered); // printed beside the label, none marked
    REQUIRE(answers->problems.size() == 1);
    CHECK(answers->problems[0].cell == QStringLiteral("B6")); // the second marked option
    CHECK(answers->problems[0].content.contains(kDaily[1]));
    CHECK(answers->problems[0].content.contains(kDaily[2]));
}

TEST_CASE("numbers before the options are no marks, and options that only explain the letters are no list")
{
    Rows rows = head();
    rows.push_back({kFirst});
    for (int i = 0; i < 5; ++i) // numbered 1 to 5, the mark behind
        rows.push_back({QString::number(i + 1), kDaily[i].mid(2), i == 2 ? kMark : QString()});
    rows.push_back({kSecond, QStringLiteral("b")}); // answered by letter, explained below
    for (const QString &option : kDaily)
        rows.push_back({{}, option});
    rows.push_back({QStringLiteral("Ⅱ-1"), QStringLiteral("1")}); // by number
    for (const QString &option : kExplain)
        rows.push_back({{}, option});
    const auto answers = readForm(rows);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == 2);
    CHECK(answers->sheet.mark(0, 1) == 1);
    CHECK(answers->sheet.mark(0, 6) == 0);
    CHECK(answers->problems.empty());
}
