// tane-cli forms: letters, rosters and handouts.
#include "clirun.h"
#include "exchange/tablereader.h"
#include "participants/participantlists.h"

#include <catch2/catch.hpp>

#include <QDir>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = QStringLiteral("研修.tane");

/// The sample; gives its first workshop, which was answered, and how many municipalities there are.
std::pair<qint64, qsizetype> makeSample(const CliFolder &folder)
{
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--sample")}).code == 0);
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    const auto workshops = WorkshopRepository(**document).all();
    REQUIRE(workshops.has_value());
    const auto registry = loadRegistry(**document);
    REQUIRE(registry.has_value());
    return {workshops->front().id, static_cast<qsizetype>(registry->municipalities.size())};
}

CliRun forms(const CliFolder &folder, const QString &kind, const QString &out, qint64 workshop,
             const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("forms"), folder(kFile), kind, QStringLiteral("--out"),
                              folder(out), QStringLiteral("--workshop"), QString::number(workshop)} +
                  more);
}

} // namespace

TEST_CASE("letters are written as asked, and what is missing is said")
{
    CliFolder folder;
    const auto [workshop, municipalities] = makeSample(folder);
    const CliRun leaflet = forms(folder, QStringLiteral("leaflet"), QStringLiteral("案内.pdf"), workshop);
    CHECK(leaflet.code == 0);
    CHECK(folder.read(QStringLiteral("案内.pdf")).startsWith("%PDF-"));
    CHECK(leaflet.err.contains(QStringLiteral("担当者")));
    CHECK(forms(folder, QStringLiteral("lecturer-briefing"), QStringLiteral("説明.docx"), workshop).code ==
          0);
    CHECK(folder.read(QStringLiteral("説明.docx")).startsWith("PK"));

    const CliRun each = forms(folder, QStringLiteral("letter-municipality"), QStringLiteral("通知"), workshop,
                              {QStringLiteral("--format"), QStringLiteral("docx")});
    CHECK(each.code == 0);
    const QStringList files = QDir(folder(QStringLiteral("通知"))).entryList(QDir::Files);
    CHECK(files.size() == municipalities);
    for (const QString &file : files)
        CHECK(file.startsWith(QStringLiteral("市町村への通知_")));

    CHECK(forms(folder, QStringLiteral("letter-officer"), QStringLiteral("宛先.xlsx"), workshop).code == 0);
    const auto book = readWorkbook(folder(QStringLiteral("宛先.xlsx")));
    REQUIRE(book.has_value());
    CHECK(book->front().rowCount() == municipalities + 1);
}

TEST_CASE("a letter to participants needs somebody, and a leaflet is one file")
{
    CliFolder folder;
    const auto [workshop, municipalities] = makeSample(folder);
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    const auto there = participantsOf(**document, workshop);
    REQUIRE(there.has_value());
    const bool anybody = std::ranges::any_of(
        *there, [](const Participant &one) { return one.state == Participant::State::Declined; });
    const CliRun refusal = forms(folder, QStringLiteral("refusal"), QStringLiteral("お断り.docx"), workshop);
    CHECK(refusal.code == (anybody ? 0 : 3));
    CHECK(forms(folder, QStringLiteral("leaflet"), QStringLiteral("フォルダー"), workshop).code == 2);
    CHECK(forms(folder, QStringLiteral("letter-officer"), QStringLiteral("フォルダー"), workshop,
                {QStringLiteral("--format"), QStringLiteral("xlsx")})
              .code == 2);
}

TEST_CASE("rosters and the summary of the answers before are written in every format")
{
    CliFolder folder;
    const auto [workshop, municipalities] = makeSample(folder);
    for (const ParticipantList list : allParticipantLists()) {
        for (const char *suffix : {"pdf", "docx", "xlsx"}) {
            const QString name = listCode(list) + u'.' + QLatin1String(suffix);
            const CliRun run = forms(folder, listCode(list), name, workshop);
            INFO(name.toStdString() << ": " << run.err.toStdString());
            CHECK(run.code == 0);
            CHECK(folder.read(name).size() > 1000);
        }
    }
}
