#include "exchange/tablereader.h"
#include "survey/answerreader.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace tane;

namespace {

Questionnaire trial1()
{
    const auto questionnaire = loadQuestionnaire(QStringLiteral("trial1"));
    REQUIRE(questionnaire);
    return *questionnaire;
}

/// A folder with CSV files written in a test.
class Folder
{
public:
    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        REQUIRE(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

Result<ReadAnswers> read(const QString &path, const ColumnMappings &mappings = {})
{
    std::vector<Problem> problems;
    auto source = openAnswerSource(path, problems);
    if (!source)
        return std::unexpected(source.error());
    auto answers = readAnswers(*source, trial1(), Wave::Before, mappings);
    if (answers)
        answers->problems.insert(answers->problems.begin(), problems.begin(), problems.end());
    return answers;
}

} // namespace

TEST_CASE("an answer is understood in every way people write it")
{
    const Questionnaire questionnaire = trial1();
    const Item &item = questionnaire.sets[0].items[0];
    for (const char *cell : {"b",
                             "B",
                             "ｂ",
                             "Ｂ",
                             " b ",
                             "　b　",
                             "b.",
                             "b)",
                             "(b)",
                             "⒝",
                             "b．",
                             "b.概ねそのようにできている",
                             "ｂ．概ねそのようにできている",
                             "b 概ねそのようにできている",
                             "b.概ね…",
                             "概ねそのようにできている",
                             "概ねそのようにできている。",
                             "概ね",
                             "2",
                             "２",
                             "②",
                             "2.概ねそのようにできている",
                             "b、概ねそのようにできている"}) {
        INFO(cell);
        CHECK(readMark(item, cell) == 1);
    }
    for (const char *cell : {"", "  ", "　", "\n"})
        CHECK(readMark(item, cell) == kUnanswered);
    for (const char *cell : {"a,b", "a、b", "ab", "a b", "f", "6", "0", "b.常にそのようにできている", "はい",
                             "b.たぶん", "?", "1.5", "-1", "12"}) {
        INFO(cell);
        CHECK(readMark(item, cell) == kNotUnderstood);
    }
}

TEST_CASE("heads are recognised by code, by wording, by an alias and under a set title")
{
    Folder folder;
    const auto marksOf = [&](const QByteArray &head) {
        const auto answers = read(folder.write(QStringLiteral("h.csv"), head + "\n青木 葵,c\n"));
        INFO(head.constData());
        REQUIRE(answers);
        REQUIRE(answers->sheet.size() == 1);
        CHECK(answers->sheet.text(Field::Name, 0) == QStringLiteral("青木 葵"));
        for (int item = 0; item < 9; ++item) {
            if (answers->sheet.mark(0, item) == 2)
                return item;
        }
        return -1;
    };
    CHECK(marksOf("氏名,Ⅰ-1") == 0);
    CHECK(marksOf("お名前,I-1") == 0);
    CHECK(marksOf("氏　名,１－１") == 0);
    CHECK(marksOf("氏名（必須）,問1-6") == 5);
    CHECK(marksOf("名前,2-3") == 8);
    CHECK(marksOf("氏名,"
                  "Ⅱ－２　在宅医療・介護連携推進事業のコーディネーターは、どのような目的のもと活動しているの"
                  "か。") == 7);
    CHECK(marksOf("氏名,なぜ、地域包括ケアシステムにおいて、在宅医療・介護連携は必要なのですか？") == 6);
    CHECK(marksOf("氏名,\"受け付けた相談への対応結果を、コーディネーターと市町村職員で共有\nする。\"") == 0);
}

TEST_CASE("a code and a wording that contradict each other are not guessed")
{
    Folder folder;
    const auto answers = read(folder.write(QStringLiteral("h.csv"),
                                           "氏名,Ⅰ-1,Ⅱ-1 "
                                           "在宅医療・介護連携の取組の中で在宅医療・介護連携のコーディネータ"
                                           "ーの取組の中で、最も大事だと考えることは何か。\n青木 葵,a,b\n"));
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 6) == kUnanswered);
    CHECK(answers->sheet.mark(0, 8) == kUnanswered);
}

TEST_CASE("a head of two rows with a title over the items is read")
{
    Folder folder;
    const auto answers = read(folder.write(
        QStringLiteral("two.csv"),
        ",,Ⅰ 地域課題の検討に向けたコーディネーターと市町村担当者の状況,,Ⅱ 他者に説明ができるか,\n"
        "受付番号,氏名,1,2,1,2\n101,青木 葵,a,b,c,d\n"));
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 1);
    CHECK(answers->sheet.mark(0, 0) == 0);
    CHECK(answers->sheet.mark(0, 1) == 1);
    CHECK(answers->sheet.mark(0, 6) == 2);
    CHECK(answers->sheet.mark(0, 7) == 3);
    CHECK(answers->sheet.text(Field::Number, 0) == QStringLiteral("101"));
}

TEST_CASE("title lines above the head and empty rows between people do no harm")
{
    Folder folder;
    const auto answers = read(
        folder.write(QStringLiteral("t.csv"),
                     "令和6年度 研修前アンケート,,\n,,\n受付番号,氏名,Ⅰ-1\n1,青木 葵,a\n,,\n2,石田 奏,b\n"));
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 2);
    CHECK(answers->sheet.place(1) == QStringLiteral("t.csv:6"));
}

TEST_CASE("a form with labels at the left is one person")
{
    Folder folder;
    const auto answers = read(folder.write(
        QStringLiteral("form.csv"),
        "研修前アンケート,,\n受付番号,101,\n氏名,青木 葵,\n立場,コーディネーター,\n"
        "Ⅰ 地域課題の検討に向けたコーディネーターと市町村担当者の状況,,\n"
        "Ⅰ-1,受け付けた相談への対応結果をコーディネーターと市町村担当者で共有する,b\n"
        "Ⅰ-2,,c\nⅡ-1,なぜ地域包括ケアシステムにおいて、在宅医療・介護連携は必要なのか。,a.説明できそうだ\n"));
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 1);
    CHECK(answers->sheet.text(Field::Name, 0) == QStringLiteral("青木 葵"));
    CHECK(answers->sheet.text(Field::Number, 0) == QStringLiteral("101"));
    CHECK(answers->sheet.mark(0, 0) == 1);
    CHECK(answers->sheet.mark(0, 1) == 2);
    CHECK(answers->sheet.mark(0, 6) == 0);
    CHECK(answers->problems.empty());
}

TEST_CASE("in a form an answer that looks like a label is still an answer")
{
    Folder folder;
    // "1" under the title of a set is item 1 only at the start of a row; 市町村 beside 所属種別 is a kind of
    // affiliation.
    const auto answers = read(folder.write(QStringLiteral("form.csv"),
                                           "氏名,青木 葵\n所属種別,市町村\n市町村,峰岡村\n"
                                           "Ⅰ 地域課題の検討に向けたコーディネーターと市町村担当者の状況,\n"
                                           "Ⅰ-1,1\nⅠ-2,2\n3,4\n"));
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 1);
    CHECK(answers->sheet.text(Field::AffiliationType, 0) == QStringLiteral("市町村"));
    CHECK(answers->sheet.text(Field::Municipality, 0) == QStringLiteral("峰岡村"));
    CHECK(answers->sheet.mark(0, 0) == 0);
    CHECK(answers->sheet.mark(0, 1) == 1);
    CHECK(answers->sheet.mark(0, 2) == 3);
}

TEST_CASE("in a form the answer may stand below its wording, unless several cells there say an option")
{
    Folder folder;
    const auto answers =
        read(folder.write(QStringLiteral("form.csv"),
                          "氏名,所属\n青木 葵,峰岡村\n"
                          "Ⅰ-1 受け付けた相談への対応結果をコーディネーターと市町村担当者で共有する,\n2,\n"
                          "Ⅰ-2,\na.常にそのようにできている,\nb.概ねそのようにできている,\n"
                          "Ⅱ-1 なぜ地域包括ケアシステムにおいて、在宅医療・介護連携は必要なのか。,\n"
                          "a.説明できそうだ　b.時間をかければ説明できそうだ,c\n"));
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 1);
    CHECK(answers->sheet.text(Field::Name, 0) == QStringLiteral("青木 葵"));
    CHECK(answers->sheet.text(Field::Affiliation, 0) == QStringLiteral("峰岡村"));
    CHECK(answers->sheet.mark(0, 0) == 1);
    CHECK(answers->sheet.mark(0, 1) == kUnanswered);
    CHECK(answers->sheet.mark(0, 6) == 2);
    CHECK(answers->problems.empty());
}

TEST_CASE("a cell that cannot be understood is listed with its place and counts as unanswered")
{
    Folder folder;
    const auto answers = read(
        folder.write(QStringLiteral("p.csv"), "受付番号,氏名,Ⅰ-1,Ⅰ-2\n1,青木 葵,a,\"a,b\"\n2,石田 奏,,\n"));
    REQUIRE(answers);
    CHECK(answers->sheet.size() == 1);
    REQUIRE(answers->problems.size() == 2);
    CHECK(answers->problems[0].cell == QStringLiteral("D2"));
    CHECK(answers->problems[0].content == QStringLiteral("a,b"));
    CHECK(answers->problems[0].toString().startsWith(QStringLiteral("p.csv:D2: ")));
    CHECK(answers->problems[1].cell == QStringLiteral("3行目")); // somebody without any answer
}

TEST_CASE("a column the program does not know can be explained once")
{
    Folder folder;
    const QString path =
        folder.write(QStringLiteral("m.csv"), "受付番号,相談の共有はどうですか,Ⅰ-2\n1,d,b\n");
    auto answers = read(path);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == kUnanswered);
    ColumnMappings mappings;
    mappings.insert(QStringLiteral("相談ノ共有ハドウデスカ"), {ColumnMeaning::Kind::Answer, Field::Name, 0});
    answers = read(path, mappings);
    REQUIRE(answers);
    CHECK(answers->sheet.mark(0, 0) == 3);
}

TEST_CASE("broken input is refused with a reason and a place")
{
    Folder folder;
    const auto codeOf = [](const Result<ReadAnswers> &result) {
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().message.isEmpty());
        return result.error().code;
    };
    CHECK(codeOf(read(folder.path() + QStringLiteral("/missing.xlsx"))) == ErrorCode::NotFound);
    CHECK(codeOf(read(folder.path())) == ErrorCode::NotFound); // empty folder
    CHECK(codeOf(read(folder.write(QStringLiteral("n.csv"), "名称,住所\nあ,い\n"))) ==
          ErrorCode::NothingUnderstood);
    const auto nothing = read(folder.write(QStringLiteral("u.csv"), "受付番号,Ⅰ-1\n1,はい\n2,いいえ\n"));
    CHECK(codeOf(nothing) == ErrorCode::NothingUnderstood);
    CHECK(nothing.error().cell == QStringLiteral("B2"));
    CHECK(codeOf(read(folder.write(QStringLiteral("z.xlsx"), "PK\x03\x04 not really a zip"))) ==
          ErrorCode::BadFormat);
}

TEST_CASE("in a folder the broken file is named and the others are read")
{
    Folder folder;
    folder.write(QStringLiteral("1.csv"), "受付番号,Ⅰ-1\n1,a\n");
    folder.write(QStringLiteral("2.xlsx"), "PK\x03\x04 not really a zip");
    folder.write(QStringLiteral("10.csv"), "受付番号,Ⅰ-1\n10,b\n");
    folder.write(QStringLiteral("~$10.xlsx"), "lock file of Excel");
    const auto answers = read(folder.path());
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 2);
    CHECK(answers->sheet.place(1) == QStringLiteral("10.csv:2")); // numbers sort as numbers
    REQUIRE(answers->problems.size() == 1);
    CHECK(answers->problems[0].file == QStringLiteral("2.xlsx"));
}

TEST_CASE("subfolders are read, too, and files are named by their path within the folder")
{
    Folder folder;
    folder.write(QStringLiteral("1.csv"), "氏名,Ⅰ-1\n青木 葵,a\n");
    folder.write(QStringLiteral("北部/1.csv"), "氏名,Ⅰ-1\n石田 奏,b\n");
    folder.write(QStringLiteral("南部/第2回/1.csv"), "氏名,Ⅰ-1\n上田 蓮,c\n遠藤 凛,？\n");
    folder.write(QStringLiteral("南部/2.xlsx"), "PK\x03\x04 not really a zip");
    folder.write(QStringLiteral("南部/~$1.xlsx"), "lock file of Excel");
    folder.write(QStringLiteral(".控え/1.csv"), "氏名,Ⅰ-1\n岡本 湊,d\n");
    folder.write(QStringLiteral("北部/.1.csv"), "氏名,Ⅰ-1\n加藤 楓,e\n");
    const auto answers = read(folder.path());
    REQUIRE(answers);
    REQUIRE(answers->sheet.size() == 4);
    CHECK(answers->sheet.place(0) == QStringLiteral("1.csv:2"));
    CHECK(answers->sheet.place(1) == QStringLiteral("北部/1.csv:2"));
    CHECK(answers->sheet.place(2) == QStringLiteral("南部/第2回/1.csv:2"));
    CHECK(answers->files == 3);
    REQUIRE(answers->problems.size() == 2);
    CHECK(answers->problems[0].file == QStringLiteral("南部/2.xlsx"));
    CHECK(answers->problems[1].toString().startsWith(QStringLiteral("南部/第2回/1.csv:B3: ")));
}

TEST_CASE("looking through a folder can be stopped")
{
    Folder folder;
    folder.write(QStringLiteral("北部/1.csv"), "氏名,Ⅰ-1\n石田 奏,b\n");
    std::vector<Problem> problems;
    const auto stopped =
        openAnswerSource(folder.path(), problems, [](long long, long long) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}
