// tane-cli forms for what is printed for the day of a workshop.
#include "clirun.h"
#include "exchange/tablereader.h"
#include "grouping/kitsheets.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = u"研修.tane"_s;

/// The sample: its first cycle has a workshop with groups, the second has none yet.
struct Sample
{
    CliFolder folder;
    Sample() { REQUIRE(runCli({u"new"_s, folder(kFile), u"--sample"_s}).code == 0); }
    CliRun forms(const QString &kind, const QString &out, const QStringList &more = {},
                 const QString &programme = u"1"_s)
    {
        return runCli(QStringList{u"forms"_s, folder(kFile), kind, u"--programme"_s, programme, u"--out"_s,
                                  folder(out)} +
                      more);
    }
};

} // namespace

TEST_CASE("every sheet of the kit can be written, tables also as workbook and document")
{
    Sample sample;
    for (const KitSheet sheet : allKitSheets()) {
        const QString code = kitSheetCode(sheet);
        for (const QString &suffix : {u".pdf"_s, u".xlsx"_s, u".docx"_s}) {
            const CliRun run = sample.forms(code, code + suffix);
            INFO(code.toStdString() << suffix.toStdString() << ": " << run.err.toStdString());
            CHECK(run.code == (suffix == u".pdf"_s || isKitForm(sheet) ? 0 : 2));
            CHECK(QFileInfo::exists(sample.folder(code + suffix)) == (run.code == 0));
        }
    }
    const auto book = readWorkbook(sample.folder(u"roster.xlsx"_s));
    REQUIRE(book.has_value());
    CHECK(book->front().sheet == kitSheetTitle(KitSheet::Roster));
}

TEST_CASE("what needs groups says where to make them, the rest can be had without")
{
    Sample sample;
    for (const KitSheet sheet : allKitSheets()) {
        const CliRun run = sample.forms(kitSheetCode(sheet), u"a.pdf"_s, {}, u"2"_s);
        INFO(kitSheetCode(sheet).toStdString() << ": " << run.err.toStdString());
        CHECK(run.code == (needsGroups(sheet) ? 3 : 0));
        CHECK(run.err.contains(u"班分け"_s) == needsGroups(sheet));
    }
}

TEST_CASE("the poster takes its paper and scenes, and refuses others")
{
    Sample sample;
    // ISO 216: A2 is 420 by 594 mm, 1190.55 by 1683.78 points.
    REQUIRE(
        sample
            .forms(u"poster"_s, u"a2.pdf"_s, {u"--paper=a2"_s, u"--scenes=認知症、災害対応"_s, u"--blank"_s})
            .code == 0);
    CHECK(sample.folder.read(u"a2.pdf"_s).contains("1684"));
    REQUIRE(sample.forms(u"poster"_s, u"s.pdf"_s, {u"--paper"_s, u"四六判"_s, u"--landscape"_s}).code == 0);
    REQUIRE(sample.forms(u"poster"_s, u"t.pdf"_s, {u"--paper=A3x"_s, u"--blank"_s}).code == 0);
    CHECK(sample.folder.read(u"t.pdf"_s).count("/Type /Page\n") == 9);
    CHECK(sample.forms(u"poster"_s, u"b.pdf"_s, {u"--paper=B1"_s}).code == 2);
    CHECK(sample.forms(u"roster"_s, u"b.pdf"_s, {u"--paper=A0"_s}).code == 2);
    CHECK(sample.forms(u"roster"_s, u"b.pdf"_s, {u"--changed"_s}).code == 2);
    CHECK(sample.forms(u"signs"_s, u"b.pdf"_s, {u"--group-count=0"_s}).code == 2);
    CHECK_FALSE(QFileInfo::exists(sample.folder(u"b.pdf"_s)));
}

TEST_CASE("cards that were printed and noted are not printed again")
{
    Sample sample;
    const QByteArray untouched = sample.folder.read(kFile);
    REQUIRE(sample.forms(u"namecards"_s, u"a.pdf"_s, {u"--changed"_s}).code == 0);
    CHECK(sample.folder.read(kFile) == untouched);
    REQUIRE(sample.forms(u"namecards"_s, u"b.pdf"_s, {u"--changed"_s, u"--mark-printed"_s}).code == 0);
    const CliRun again = sample.forms(u"namecards"_s, u"c.pdf"_s, {u"--changed"_s});
    CHECK(again.code == 0);
    CHECK(again.out.contains(u"変わった名札はありません"_s));
    CHECK_FALSE(QFileInfo::exists(sample.folder(u"c.pdf"_s)));
}
