#include "clirun.h"
#include "participants/participant.h"
#include "programme/workshop.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = u"研修.tane"_s;

/// A file with one workshop that asks the built-in questionnaire.
void fill(const CliFolder &folder)
{
    const CliRun made = runCli({u"new"_s, folder(kFile), u"--sample"_s});
    INFO(made.err.toStdString());
    REQUIRE(made.code == 0);
}

CliRun import(const CliFolder &folder, const QString &kind, const QString &list, const QStringList &more = {})
{
    return runCli(QStringList{u"import"_s, folder(kFile), kind, folder(list)} + more);
}

/// The workshop with the questionnaire, and how many participants it has.
std::pair<qint64, int> workshopOf(const CliFolder &folder)
{
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    const auto workshops = WorkshopRepository(**document).all();
    REQUIRE(workshops.has_value());
    for (const Workshop &workshop : *workshops)
        if (workshop.questionnaire != 0) {
            const auto participants = participantsOf(**document, workshop.id);
            REQUIRE(participants.has_value());
            return {workshop.id, static_cast<int>(participants->size())};
        }
    FAIL("the sample has a workshop that asks");
    return {};
}

} // namespace

TEST_CASE("a list of applicants goes into a workshop from the command line, and once only")
{
    const CliFolder folder;
    fill(folder);
    const auto [workshop, before] = workshopOf(folder);
    const QStringList to{u"--workshop"_s, QString::number(workshop)};
    folder.write(u"list.csv"_s, "氏名,所属,立場,昼食\n申込 一,あ病院,コーディネーター,要\n申込 "
                                "二,い病院,市町村担当者,\n,う病院,その他,要\n");
    const CliRun dry = import(folder, u"applicants"_s, u"list.csv"_s, to + QStringList{u"--dry-run"_s});
    INFO(dry.err.toStdString());
    CHECK(dry.code == 0);
    CHECK(dry.out.contains(u"新しい申込み 2 人"_s));
    CHECK(dry.err.contains(u"昼食"_s));
    CHECK(workshopOf(folder).second == before);

    CHECK(import(folder, u"applicants"_s, u"list.csv"_s, to).code == 0);
    CHECK(workshopOf(folder).second == before + 2);
    const CliRun again = import(folder, u"applicants"_s, u"list.csv"_s, to);
    CHECK(again.code == 0);
    CHECK(again.out.contains(u"変わりなし 2 人"_s));
    CHECK(workshopOf(folder).second == before + 2);
}

TEST_CASE("an application form is written and read again, with the questionnaire only as a workbook")
{
    const CliFolder folder;
    fill(folder);
    const QString workshop = QString::number(workshopOf(folder).first);
    const auto forms = [&](const QString &out, const QStringList &more = {}) {
        return runCli(QStringList{u"forms"_s, folder(kFile), u"application"_s, u"--workshop"_s, workshop,
                                  u"--out"_s, folder(out)} +
                      more);
    };
    const CliRun plain = forms(u"申込書.xlsx"_s);
    INFO(plain.err.toStdString());
    CHECK(plain.code == 0);
    CHECK(QFile::exists(folder(u"申込書.xlsx"_s)));
    CHECK(forms(u"both.xlsx"_s, {u"--with-questionnaire"_s}).code == 0);
    CHECK(forms(u"both.pdf"_s, {u"--with-questionnaire"_s}).code == 2);
    CHECK(forms(u"form.pdf"_s).code == 0);
    // Nobody filled it in.
    const CliRun empty = import(folder, u"applicants"_s, u"申込書.xlsx"_s, {u"--workshop"_s, workshop});
    CHECK(empty.code == 3);
    CHECK(empty.err.contains(u"何も記入されていない"_s));
}

TEST_CASE("wrong ways to import applicants and answers are told, and nothing is stored")
{
    const CliFolder folder;
    fill(folder);
    const QString workshop = QString::number(workshopOf(folder).first);
    folder.write(u"list.csv"_s, "氏名\n申込 一\n");
    CHECK(import(folder, u"applicants"_s, u"list.csv"_s, {u"--wave"_s, u"before"_s}).code == 2);
    CHECK(import(folder, u"applicants"_s, u"list.csv"_s, {u"--workshop"_s, u"999"_s}).code == 2);
    CHECK(import(folder, u"applicants"_s, u"none.csv"_s, {u"--workshop"_s, workshop}).code == 3);
    CHECK(import(folder, u"answers"_s, u"list.csv"_s, {u"--wave"_s, u"later"_s}).code == 2);
    folder.write(u"other.csv"_s, "品名\n模造紙\n");
    CHECK(import(folder, u"applicants"_s, u"other.csv"_s, {u"--workshop"_s, workshop}).code == 3);
}
