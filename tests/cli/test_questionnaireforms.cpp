#include "clirun.h"
#include "exchange/tablereader.h"
#include "participants/participant.h"
#include "programme/workshop.h"
#include "survey/questionnaireform.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = QStringLiteral("研修.tane");

/// The workshop of the sample that was held and asked about.
qint64 askedWorkshop(const CliFolder &folder)
{
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--sample")}).code == 0);
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    const auto workshops = WorkshopRepository(**document).all();
    REQUIRE(workshops.has_value());
    for (const Workshop &workshop : *workshops)
        if (workshop.questionnaire != 0)
            return workshop.id;
    FAIL("no workshop with a questionnaire");
    return 0;
}

CliRun forms(const CliFolder &folder, const QString &kind, qint64 workshop, const QString &out,
             const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("forms"), folder(kFile), kind, QStringLiteral("--workshop"),
                              QString::number(workshop), QStringLiteral("--out"), folder(out)} +
                  more);
}

} // namespace

TEST_CASE("a blank questionnaire is written as a workbook to fill in and as paper to tick")
{
    CliFolder folder;
    const qint64 workshop = askedWorkshop(folder);
    const CliRun book =
        forms(folder, QStringLiteral("questionnaire-before"), workshop, QStringLiteral("用紙.xlsx"));
    INFO(book.err.toStdString());
    REQUIRE(book.code == 0);
    const auto tables = readTables(folder(QStringLiteral("用紙.xlsx")));
    REQUIRE(tables.has_value());
    CHECK(isQuestionnaireForm(tables->front()));
    const CliRun paper =
        forms(folder, QStringLiteral("questionnaire-after"), workshop, QStringLiteral("用紙.pdf"));
    CHECK(paper.code == 0);
    CHECK(folder.read(QStringLiteral("用紙.pdf")).startsWith("%PDF-"));
}

TEST_CASE("a folder gets one workbook for each learner, named by number, with the name only when asked for")
{
    CliFolder folder;
    const qint64 workshop = askedWorkshop(folder);
    const auto open = [&] {
        auto document = Document::open(folder(kFile));
        REQUIRE(document.has_value());
        return std::move(*document);
    };
    {
        const auto document = open();
        const auto known = participantsOf(*document, workshop);
        REQUIRE(known.has_value());
        for (const Participant &participant : *known)
            REQUIRE(RecordTable<Participant>(*document)
                        .remove(participant.id, QStringLiteral("削除"))
                        .has_value());
    }
    CHECK(forms(folder, QStringLiteral("questionnaire-before"), workshop, QStringLiteral("none")).code == 3);
    {
        const auto document = open();
        Participant one;
        one.workshop = workshop;
        one.number = QStringLiteral("21");
        one.name = QStringLiteral("架空 花子");
        REQUIRE(RecordTable<Participant>(*document).add(one, QStringLiteral("追加")).has_value());
        one.number = QStringLiteral("22");
        one.part = Participant::Part::Lecturer;
        REQUIRE(RecordTable<Participant>(*document).add(one, QStringLiteral("追加")).has_value());
    }
    const CliRun run = forms(folder, QStringLiteral("questionnaire-before"), workshop, QStringLiteral("out"));
    INFO(run.err.toStdString());
    REQUIRE(run.code == 0);
    CHECK(folder.names(QStringLiteral("out")) == QStringList{QStringLiteral("研修前アンケート-21.xlsx")});
    REQUIRE(forms(folder, QStringLiteral("questionnaire-after"), workshop, QStringLiteral("named"),
                  {QStringLiteral("--with-names")})
                .code == 0);
    CHECK(folder.names(QStringLiteral("named")) ==
          QStringList{QStringLiteral("研修後アンケート-21_架空 花子.xlsx")});
}

TEST_CASE("a time that asks nothing, and options that do not go together, are refused")
{
    CliFolder folder;
    const qint64 workshop = askedWorkshop(folder);
    const CliRun later =
        forms(folder, QStringLiteral("questionnaire-followup"), workshop, QStringLiteral("f.pdf"));
    CHECK(later.code == 3);
    CHECK(later.err.contains(QStringLiteral("2～3か月後")));
    CHECK(folder.read(QStringLiteral("f.pdf")).isEmpty());
    CHECK(forms(folder, QStringLiteral("questionnaire-before"), workshop, QStringLiteral("f.pdf"),
                {QStringLiteral("--with-names")})
              .code == 2);
    CHECK(forms(folder, QStringLiteral("questionnaire-before"), workshop, QStringLiteral("folder"),
                {QStringLiteral("--role"), QStringLiteral("コーディネーター")})
              .code == 2);
}
