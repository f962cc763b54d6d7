#include "core/people/peoplefile.h"
#include "exchange/formworkbook.h"
#include "exchange/tablereader.h"
#include "people/peoplesheets.h"
#include "people/selfassessment.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peoplefile;

namespace {

struct Centre007
{
    Folder folder;
    std::unique_ptr<Document> document = gunma(folder(QStringLiteral("a.tane")));
    qint64 centre =
        addCentre(*document, {.name = QStringLiteral("東部センター")}, {QStringLiteral("前橋市")});
    qint64 person =
        addCoordinator(*document, QStringLiteral("青木 はる"), QStringLiteral("あおき はる"), centre);

    Registry registry() const { return registryOf(*document); }
    ReadSelfAssessments read(const QString &path) const
    {
        return valueOf(readSelfAssessments(*document, registry(), path));
    }
};

struct Filled
{
    QStringList yes, sometimes;
    QString date = QStringLiteral("令和8年11月20日");
    QString evidence, next;
    bool allAnswered = true;
};

/// The workbook as the coordinator sends it back: the inputs of the form filled in.
QString filled(const Centre007 &at, const QString &name, const Filled &with)
{
    const Registry registry = at.registry();
    FormSheet sheet = makeSelfAssessmentSheet(
        registry, registry.person(at.person),
        {.prefecture = {}, .today = QDate(2026, 11, 1), .masked = false, .paper = {}});
    QStringList texts{with.evidence, with.next};
    bool dated = false;
    for (FormSheet::Part &part : sheet.parts) {
        if (!part.table)
            continue;
        for (auto &row : part.table->rows) {
            FormTableCell &cell = row.back();
            if (!cell.input)
                continue;
            if (!cell.choices.isEmpty()) {
                const QString code = row[row.size() - 3].text;
                cell.text = with.yes.contains(code)         ? QStringLiteral("はい")
                            : with.sometimes.contains(code) ? QStringLiteral("ときどき")
                            : with.allAnswered              ? QStringLiteral("いいえ")
                                                            : QString();
            } else if (!dated) {
                cell.text = with.date;
                dated = true;
            } else if (!texts.isEmpty()) {
                cell.text = texts.takeFirst();
            }
        }
    }
    REQUIRE(texts.isEmpty());
    succeeds(writeFormXlsx(at.folder(name), sheet));
    return at.folder(name);
}

QStringList codesOf(int lastStep)
{
    QStringList codes;
    for (const Behaviour &behaviour : behaviours())
        if (behaviour.step <= lastStep)
            codes << behaviour.code;
    return codes;
}

} // namespace

TEST_CASE("a self-assessment comes back as a proposal with evidence and next action, however it was renamed")
{
    const Centre007 at;
    const QString path = filled(at, QStringLiteral("コピー ～ 自己評価（提出）.xlsx"),
                                {.yes = codesOf(1),
                                 .evidence = QStringLiteral("退院調整の例\n三件"),
                                 .next = QStringLiteral("市町村と月1回話す")});
    const ReadSelfAssessments read = at.read(path);
    INFO(problemsOf(read.problems).toStdString());
    CHECK(read.problems.empty());
    REQUIRE(read.assessments.size() == 1);
    const Assessment &assessment = read.assessments.front();
    CHECK(assessment.person == at.person);
    CHECK(assessment.assessor == Assessment::Assessor::Self);
    CHECK(assessment.assessedOn == QDate(2026, 11, 20));
    CHECK(assessment.level == 2); // all of the steps 0 and 1-1, nothing above: 1-1, which is two half steps
    CHECK(assessment.observed == codesOf(1).join(u','));
    CHECK(assessment.evidence == QStringLiteral("退院調整の例\n三件"));
    CHECK(assessment.nextAction == QStringLiteral("市町村と月1回話す"));
}

TEST_CASE("sometimes is not yet yes, and what is not answered is said")
{
    const Centre007 at;
    const ReadSelfAssessments read = at.read(filled(
        at, QStringLiteral("a.xlsx"), {.yes = codesOf(0), .sometimes = codesOf(1), .allAnswered = false}));
    REQUIRE(read.assessments.size() == 1);
    CHECK(read.assessments.front().level == 0);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().file == QStringLiteral("a.xlsx"));
    const auto blank = behaviours().size() - static_cast<std::size_t>(codesOf(1).size());
    CHECK(read.problems.front().message.contains(QStringLiteral("%1件").arg(blank)));
}

TEST_CASE("a sheet without a day or without answers is left out with its place")
{
    const Centre007 at;
    ReadSelfAssessments read = at.read(filled(at, QStringLiteral("a.xlsx"), {.yes = codesOf(1), .date = {}}));
    CHECK(read.assessments.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().sheet == QStringLiteral("自己評価シート"));
    CHECK_FALSE(read.problems.front().cell.isEmpty());
    read = at.read(filled(at, QStringLiteral("b.xlsx"), {.yes = {}, .allAnswered = false}));
    CHECK(read.assessments.empty());
    CHECK(read.problems.size() == 1);
    read = at.read(filled(at, QStringLiteral("c.xlsx"), {.yes = {}})); // いいえ everywhere proposes nothing
    CHECK(read.assessments.empty());
    CHECK(read.problems.size() == 1);
    read = at.read(
        filled(at, QStringLiteral("d.xlsx"), {.yes = codesOf(0), .date = QStringLiteral("2026/2/30")}));
    CHECK(read.assessments.empty());
    CHECK(read.problems.size() == 1);
}

TEST_CASE("the same sheet twice is stored once")
{
    const Centre007 at;
    const QString path = filled(at, QStringLiteral("a.xlsx"), {.yes = codesOf(1)});
    added(*at.document, at.read(path).assessments.at(0));
    const ReadSelfAssessments again = at.read(path);
    CHECK(again.assessments.empty());
    REQUIRE(again.problems.size() == 1);
    CHECK(again.problems.front().message.contains(QStringLiteral("令和8年11月20日")));
    // Two copies in one folder are one, too; what Excel keeps while a book is open is no workbook.
    Folder returned;
    QFile::copy(filled(at, QStringLiteral("b.xlsx"), {.yes = codesOf(1), .date = QStringLiteral("46345")}),
                returned(QStringLiteral("1.xlsx")));
    QDir().mkpath(returned(QStringLiteral("下")));
    QFile::copy(at.folder(QStringLiteral("b.xlsx")), returned(QStringLiteral("下/2.xlsx")));
    returned.write(QStringLiteral("~$1.xlsx"), "x");
    returned.write(QStringLiteral("broken.xlsx"), "PK");
    const ReadSelfAssessments folder = at.read(returned.dir.path());
    REQUIRE(folder.assessments.size() == 1);
    CHECK(folder.assessments.front().assessedOn == QDate(2026, 11, 19)); // serial number 46345 of a workbook
    QStringList files;
    for (const Problem &problem : folder.problems)
        files << problem.file;
    files.sort();
    CHECK(files == QStringList{QStringLiteral("broken.xlsx"), QStringLiteral("下/2.xlsx")});
}

TEST_CASE("a sheet of another file, or of somebody who is gone, belongs to nobody")
{
    const Centre007 at;
    const QString path = filled(at, QStringLiteral("a.xlsx"), {.yes = codesOf(1)});
    Centre007 other;
    Person renamed = other.registry().person(other.person)->person;
    renamed.name = QStringLiteral("別の かた");
    succeeds(RecordTable<Person>(*other.document).update(renamed, QStringLiteral("改名")));
    const ReadSelfAssessments read = other.read(path);
    CHECK(read.assessments.empty());
    CHECK(read.problems.size() == 1);
}

TEST_CASE("the identification survives saving by another program")
{
    const Centre007 at;
    filled(at, QStringLiteral("a.xlsx"),
           {.yes = codesOf(2), .evidence = QStringLiteral("例"), .next = QStringLiteral("次")});
    QDir().mkpath(at.folder(QStringLiteral("saved")));
    const QString saved = at.folder(QStringLiteral("saved/a.xlsx"));
    QProcess process;
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    const QString script =
        QStringLiteral("import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])\n");
    if (!office.isEmpty())
        process.start(
            office,
            {QStringLiteral("-env:UserInstallation=file://%1").arg(at.folder(QStringLiteral("office"))),
             QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("xlsx"),
             QStringLiteral("--outdir"), at.folder(QStringLiteral("saved")),
             at.folder(QStringLiteral("a.xlsx"))});
    else
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral("-c"), script, at.folder(QStringLiteral("a.xlsx")), saved});
    constexpr int patience = 240'000;
    if (!process.waitForFinished(patience) || !QFile::exists(saved)) {
        WARN("neither LibreOffice nor openpyxl is here");
        return;
    }
    const ReadSelfAssessments read = at.read(saved);
    INFO(problemsOf(read.problems).toStdString());
    REQUIRE(read.assessments.size() == 1);
    CHECK(read.assessments.front().person == at.person);
    CHECK(read.assessments.front().level == 4); // 1-2
    CHECK(read.assessments.front().evidence == QStringLiteral("例"));
}

TEST_CASE("sheets for many are named by number and written for each")
{
    const Centre007 at;
    addCoordinator(*at.document, QStringLiteral("石田 奏"), {}, at.centre);
    const Registry registry = at.registry();
    std::vector<const PersonRecord *> people;
    for (const PersonRecord &person : registry.people)
        people.push_back(&person);
    Folder out;
    CHECK(valueOf(writeSelfAssessments(out(QStringLiteral("配布")), registry, people)) == 2);
    const QStringList names = QDir(out(QStringLiteral("配布"))).entryList(QDir::Files, QDir::Name);
    CHECK(names == QStringList{QStringLiteral("自己評価-001.xlsx"), QStringLiteral("自己評価-002.xlsx")});
}
