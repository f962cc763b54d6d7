#include "survey/freetext.h"

#include "evaluation/evaluationfile.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>

using namespace tane;
using namespace tane::test;
using namespace storagetest;
using namespace Qt::StringLiterals;

namespace {

const QString kCoordinator = QStringLiteral("コーディネーター");
const QString kOfficer = QStringLiteral("市町村担当者");
const QString kReason = QStringLiteral("Ⅲ-1理由");

/// Six people of invented opinions; the last officer answered nothing in words.
void importSix(EvaluationFile &file)
{
    file.import(Wave::After,
                {{u"1"_s, kCoordinator, {}, {{kReason, QStringLiteral("ほかの地域の話が聞けた")}}},
                 {u"2"_s, kCoordinator, {}, {{kReason, QStringLiteral("時間が足りなかった")}}},
                 {u"3"_s, kCoordinator, {}, {{kReason, QStringLiteral("話が聞けたが、時間が足りない")}}},
                 {u"4"_s, kOfficer, {}, {{kReason, QStringLiteral("役割が分かった")}}},
                 {u"5"_s, kOfficer, {}, {{QStringLiteral("Ⅲ-2理由"), QStringLiteral("構成がよい")}}},
                 {u"6"_s, kOfficer, {}, {}}});
}

qint64 code(EvaluationFile &file, const QString &name)
{
    TextCode added;
    added.name = name;
    return valueOf(addTextCode(*file.document, added));
}

} // namespace

TEST_CASE("free answers are listed by question with the role, and nobody's name")
{
    EvaluationFile file;
    importSix(file);
    const FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    REQUIRE(texts.answers.size() == 5);
    REQUIRE(texts.questions.size() == 2);
    CHECK(texts.questions[0].code == kReason);
    CHECK(texts.questions[0].answers == 4);
    CHECK(texts.questions[0].uncoded == 4);
    CHECK(texts.questions[1].code == QStringLiteral("Ⅲ-2理由"));
    CHECK(texts.roles == QStringList{kCoordinator, kOfficer});
    CHECK(texts.answers[0].text == QStringLiteral("ほかの地域の話が聞けた"));
    CHECK(texts.answers[0].wave == Wave::After);
}

TEST_CASE("an answer takes several codes, each one step, and they survive the file")
{
    EvaluationFile file;
    importSix(file);
    const qint64 exchange = code(file, QStringLiteral("交流")), time = code(file, QStringLiteral("時間"));
    FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    succeeds(setTextCoded(*file.document, texts.answers[0], exchange, true));
    succeeds(setTextCoded(*file.document, texts.answers[1], time, true));
    succeeds(setTextCoded(*file.document, texts.answers[2], time, true));
    succeeds(setTextCoded(*file.document, texts.answers[2], exchange, true));
    succeeds(setTextCoded(*file.document, texts.answers[2], exchange, true)); // twice is once
    file.reopen();
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    CHECK(texts.answers[2].codes == std::vector{exchange, time});
    const TextCodeCounts counts = countTextCodes(texts, kReason);
    CHECK(counts.base == std::vector{4, 3, 1}); // all, coordinators, officers
    REQUIRE(counts.rows.size() == 3);
    CHECK(counts.rows[0].counts == std::vector{2, 2, 0});
    CHECK(counts.rows[1].counts == std::vector{2, 2, 0});
    CHECK(counts.rows[2].code == 0);
    CHECK(counts.rows[2].counts == std::vector{1, 0, 1});
    succeeds(setTextCoded(*file.document, texts.answers[2], time, false));
    CHECK(valueOf(loadFreeTexts(*file.document, file.workshop)).answers[2].codes == std::vector{exchange});
    succeeds(file.document->undo());
    CHECK(valueOf(loadFreeTexts(*file.document, file.workshop)).answers[2].codes.size() == 2);
}

TEST_CASE("codes are renamed, moved and removed, and two of one name are refused")
{
    EvaluationFile file;
    importSix(file);
    const qint64 first = code(file, QStringLiteral("交流")), second = code(file, QStringLiteral("時間"));
    CHECK(errorOf(addTextCode(*file.document, {.name = QStringLiteral("交 流")})) == ErrorCode::Conflict);
    CHECK(errorOf(addTextCode(*file.document, {.name = QStringLiteral("  ")})) == ErrorCode::Usage);
    succeeds(moveTextCode(*file.document, second, -1));
    FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    CHECK(texts.codes[0].id == second);
    succeeds(moveTextCode(*file.document, second, -1)); // it is the first already
    TextCode renamed = texts.codes[1];
    renamed.name = QStringLiteral("参加者どうしの交流");
    succeeds(saveTextCode(*file.document, renamed));
    succeeds(setTextCoded(*file.document, texts.answers[0], first, true));
    succeeds(removeTextCode(*file.document, first));
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    CHECK(texts.codes.size() == 1);
    CHECK(texts.answers[0].codes.empty());
    succeeds(file.document->undo());
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    REQUIRE(texts.codes.size() == 2);
    CHECK(texts.codes[1].name == QStringLiteral("参加者どうしの交流"));
    CHECK(texts.answers[0].codes == std::vector{first});
}

TEST_CASE("a quotation keeps its own wording, and an empty one takes it out of the report")
{
    EvaluationFile file;
    importSix(file);
    FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    succeeds(saveExcerpt(*file.document, file.workshop, texts.answers[1], texts.answers[1].text));
    succeeds(
        saveExcerpt(*file.document, file.workshop, texts.answers[0], QStringLiteral("他地域の話が聞けた")));
    succeeds(saveExcerpt(*file.document, file.workshop, texts.answers[1], QStringLiteral("時間が足りない")));
    file.reopen();
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    REQUIRE(texts.excerpts.size() == 2);
    CHECK(texts.excerpts[0].text == QStringLiteral("時間が足りない"));
    REQUIRE(texts.excerptOf(texts.answers[0]) != nullptr);
    CHECK(texts.answers[0].text == QStringLiteral("ほかの地域の話が聞けた"));
    succeeds(saveExcerpt(*file.document, file.workshop, texts.answers[1], QString()));
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    REQUIRE(texts.excerpts.size() == 1);
    CHECK(texts.excerptOf(texts.answers[1]) == nullptr);
}

TEST_CASE("what goes outside holds no single answer and masks small groups")
{
    EvaluationFile file;
    std::vector<EvaluationFile::Person> people;
    for (int i = 0; i < 12; ++i)
        people.push_back(
            {QString::number(i), kCoordinator, {}, {{kReason, QStringLiteral("意見その%1").arg(i)}}});
    people.push_back({QStringLiteral("90"), kOfficer, {}, {{kReason, QStringLiteral("担当者だけの意見")}}});
    file.import(Wave::After, people);
    const qint64 one = code(file, QStringLiteral("交流"));
    FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    succeeds(setTextCoded(*file.document, texts.answers.back(), one, true));
    succeeds(
        saveExcerpt(*file.document, file.workshop, texts.answers.back(), QStringLiteral("引用した意見")));
    texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    const auto allOf = [&](bool external) {
        const QString path = file.folder(external ? QStringLiteral("out.xlsx") : QStringLiteral("in.xlsx"));
        succeeds(writeFreeTexts(path, texts, external));
        return textOfWorkbook(path);
    };
    const QString inside = allOf(false), outside = allOf(true);
    CHECK(inside.contains(QStringLiteral("意見その7")));
    CHECK(inside.contains(QStringLiteral("担当者だけの意見")));
    CHECK_FALSE(outside.contains(QStringLiteral("意見その7")));
    CHECK_FALSE(outside.contains(QStringLiteral("担当者だけの意見")));
    CHECK(outside.contains(QStringLiteral("引用した意見")));
    CHECK(outside.contains(QStringLiteral("非表示")));
}

TEST_CASE("a thousand free answers are read in a moment")
{
    EvaluationFile file;
    std::vector<EvaluationFile::Person> people;
    for (int i = 0; i < 1000; ++i)
        people.push_back({QString::number(i),
                          i % 3 ? kCoordinator : kOfficer,
                          {},
                          {{kReason, QStringLiteral("意見その%1。").arg(i).repeated(12)}}});
    file.import(Wave::After, people);
    QElapsedTimer timer;
    timer.start();
    const FreeTexts texts = valueOf(loadFreeTexts(*file.document, file.workshop));
    CHECK(texts.answers.size() == 1000);
    CHECK(timer.elapsed() < 2000); // generous: a busy machine; usually some ten milliseconds
}
