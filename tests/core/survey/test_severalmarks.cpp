#include "survey/answerreader.h"

#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace tane;

namespace {

/// 資格 of domain.md 5, shortened.
Item qualifications()
{
    Item item;
    item.code = QStringLiteral("Ⅳ-1");
    item.text = QStringLiteral("保有する専門職資格等をすべてお選びください");
    item.type = AnswerType::Multiple;
    item.ordered = false;
    for (const char *text : {"保健師", "看護師", "社会福祉士", "病院・診療所", "介護支援専門員", "その他"})
        item.options.push_back(
            {QString(QChar(u'a' + static_cast<char16_t>(item.options.size()))), QString::fromUtf8(text), {}});
    return item;
}

std::vector<int> marks(const SeveralMarks &read)
{
    return {read.marks.begin(), read.marks.end()};
}

SeveralMarks several(const char *cell)
{
    return readSeveral(qualifications(), QString::fromUtf8(cell));
}

Questionnaire survey()
{
    Item years;
    years.code = QStringLiteral("Ⅳ-2");
    years.text = QStringLiteral("携わってからの年数をお書きください");
    years.type = AnswerType::Number;
    Item place;
    place.code = QStringLiteral("Ⅳ-3");
    place.text = QStringLiteral("主な勤務先をお選びください");
    place.ordered = false;
    place.options = {{QStringLiteral("a"), QStringLiteral("医師会"), {}},
                     {QStringLiteral("b"), QStringLiteral("その他"), {}}};
    return {QStringLiteral("own"),
            QStringLiteral("参加者アンケート"),
            {{QStringLiteral("Ⅳ"),
              QStringLiteral("あなたについて"),
              ItemKind::Other,
              {qualifications(), years, place}}}};
}

ReadAnswers readCsv(const char *text, const Questionnaire &questionnaire = survey())
{
    const QByteArray csv(text);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("forms.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(csv) == csv.size());
    file.close();
    std::vector<Problem> problems;
    auto source = openAnswerSource(path, problems);
    REQUIRE(source);
    auto read = readAnswers(*source, questionnaire, Wave::Before);
    REQUIRE(read);
    return std::move(*read);
}

} // namespace

TEST_CASE("several marks in one cell are read however they are divided")
{
    for (const char *cell :
         {"保健師、看護師", "保健師,看護師", "保健師, 看護師", "a;b", "ａ、ｂ", "保健師\n看護師",
          "a.保健師；b.看護師", "看護師　保健師", "1、2", "保健師、保健師、看護師"}) {
        INFO(cell);
        const SeveralMarks read = several(cell);
        CHECK(marks(read) == std::vector<int>{0, 1});
        CHECK(read.understood);
        CHECK(read.other.isEmpty());
    }
    CHECK(several("").marks.isEmpty());
    CHECK(several("").understood);
}

TEST_CASE("an option that holds a separator itself is one option")
{
    CHECK(marks(several("病院・診療所")) == std::vector<int>{3});
    CHECK(marks(several("保健師・病院・診療所・看護師")) == std::vector<int>{0, 1, 3});
}

TEST_CASE("what stands beside その他 is kept as a text")
{
    struct
    {
        const char *cell;
        std::vector<int> marks;
        const char *other;
    } const cases[] = {
        {"看護師、その他：管理栄養士", {1, 5}, "管理栄養士"},
        {"看護師、その他（管理栄養士）", {1, 5}, "管理栄養士"},
        {"その他（管理栄養士、歯科衛生士）、看護師", {1, 5}, "管理栄養士、歯科衛生士"},
        {"f.その他：管理栄養士、薬剤師", {5}, "管理栄養士、薬剤師"},
        // A forms service writes the other answer alone, at the end.
        {"保健師, 看護師, 管理栄養士", {0, 1, 5}, "管理栄養士"},
        {"その他", {5}, ""},
    };
    for (const auto &each : cases) {
        INFO(each.cell);
        const SeveralMarks read = several(each.cell);
        CHECK(marks(read) == each.marks);
        CHECK(read.other == QString::fromUtf8(each.other));
        CHECK(read.understood);
    }
}

TEST_CASE("without an その他 a word that is no option is not guessed, and not lost")
{
    Item item = qualifications();
    item.options.pop_back();
    const SeveralMarks read = readSeveral(item, QStringLiteral("看護師、管理栄養士"));
    CHECK(marks(read) == std::vector<int>{1});
    CHECK_FALSE(read.understood);
    CHECK(read.other == QStringLiteral("管理栄養士"));
}

TEST_CASE("a number is read in any width and with its unit, and nothing else is")
{
    CHECK(readNumber(QStringLiteral("３年")) == QStringLiteral("3"));
    CHECK(readNumber(QStringLiteral("1,250")) == QStringLiteral("1250"));
    CHECK(readNumber(QStringLiteral("２．５ か月")) == QStringLiteral("2.5"));
    CHECK(readNumber(QStringLiteral("-1")) == QStringLiteral("-1"));
    CHECK_FALSE(readNumber(QStringLiteral("3年4か月")));
    CHECK_FALSE(readNumber(QStringLiteral("三年")));
    CHECK_FALSE(readNumber(QStringLiteral("")));
}

TEST_CASE("the answers of a forms service are read with full questions as heads and several marks in a cell")
{
    const ReadAnswers read = readCsv(
        "タイムスタンプ,お名前,保有する専門職資格等をすべてお選びください。（必須）,"
        "携わってからの年数をお書きください,主な勤務先をお選びください\n"
        "2026/06/01 10:12:03,架空 花子,\"看護師, その他：歯科技工士\",３年,その他：訪問看護ステーション\n"
        "2026/06/01 11:00:00,架空 次郎,保健師;介護支援専門員,長い,医師会\n");
    REQUIRE(read.sheet.size() == 2);
    CHECK(read.sheet.text(Field::AnsweredAt, 0) == QStringLiteral("2026/06/01 10:12:03"));
    CHECK(read.sheet.several(0, 0) == QList<Mark>{1, 5});
    CHECK(read.sheet.freeText(0, 0) == QStringLiteral("歯科技工士"));
    CHECK(read.sheet.mark(0, 0) == kUnanswered);
    CHECK(read.sheet.freeText(0, 1) == QStringLiteral("3"));
    CHECK(read.sheet.mark(0, 2) == 1);
    CHECK(read.sheet.freeText(0, 2) == QStringLiteral("訪問看護ステーション"));
    CHECK(read.sheet.several(1, 0) == QList<Mark>{0, 4});
    // No number, but not thrown away.
    CHECK(read.sheet.mark(1, 1) == kNotUnderstood);
    CHECK(read.sheet.freeText(1, 1) == QStringLiteral("長い"));
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().cell == QStringLiteral("D3"));
    CHECK(read.problems.front().content == QStringLiteral("長い"));
}

TEST_CASE("a column headed with the very wording of an item holds its answers, but never who answered")
{
    Questionnaire questionnaire = survey();
    questionnaire.sets[0].items[0].text = QStringLiteral("保有する専門職資格等");
    questionnaire.sets[0].items[2].text = QStringLiteral("立場");
    const ReadAnswers read =
        readCsv("氏名,立場,保有する専門職資格等\n架空 花子,医師会,看護師、保健師\n", questionnaire);
    REQUIRE(read.sheet.size() == 1);
    CHECK(read.sheet.several(0, 0) == QList<Mark>{0, 1});
    CHECK(read.sheet.text(Field::Qualifications, 0).isEmpty());
    CHECK(read.sheet.text(Field::Role, 0) == QStringLiteral("医師会"));
    CHECK(read.sheet.mark(0, 2) == kUnanswered);
}
