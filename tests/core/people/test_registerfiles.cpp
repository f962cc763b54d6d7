#include "core/people/everycolumn.h"
#include "core/people/peoplefile.h"
#include "exchange/tablereader.h"

#include <QProcess>
#include <QStandardPaths>

using namespace tane;
using namespace storagetest;
using namespace peoplefile;

namespace {

const std::vector<std::pair<RegisterKind, QString>> &lists()
{
    static const std::vector<std::pair<RegisterKind, QString>> all{
        {RegisterKind::Municipalities, QStringLiteral("市町村.xlsx")},
        {RegisterKind::Centres, QStringLiteral("センター.xlsx")},
        {RegisterKind::People, QStringLiteral("人材.xlsx")}};
    return all;
}

void writeAll(Document &document, const Folder &folder)
{
    for (const auto &[kind, name] : lists())
        succeeds(writeRegister(document, kind, folder(name)));
}

/// A new file that is filled from the three lists alone.
QStringList describedFrom(const QString &path, const std::function<QString(const QString &)> &list)
{
    auto document = valueOf(Document::create(path));
    for (const auto &[kind, name] : lists()) {
        const RegisterImport import = stored(*document, kind, list(name));
        INFO(name.toStdString() << "\n" << problemsOf(import.problems).toStdString());
        CHECK(import.problems.empty());
        CHECK(difference(import.ignoredColumns, QStringList()) == "");
    }
    return described(registryOf(*document));
}

/// Saves workbooks as another program does; false when there is none here.
bool resave(const Folder &folder, const QString &into)
{
    QStringList files;
    for (const auto &[kind, name] : lists())
        files << folder(name);
    QProcess process;
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (!office.isEmpty()) {
        process.start(
            office,
            QStringList{
                QStringLiteral("-env:UserInstallation=file://%1").arg(folder(QStringLiteral("office"))),
                QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("xlsx"),
                QStringLiteral("--outdir"), into} +
                files);
    } else {
        const QString script = QStringLiteral(
            "import sys, os, openpyxl\n"
            "for f in sys.argv[2:]:\n"
            "    openpyxl.load_workbook(f).save(os.path.join(sys.argv[1], os.path.basename(f)))\n");
        process.start(QStringLiteral("/usr/bin/python3"),
                      QStringList{QStringLiteral("-c"), script, into} + files);
    }
    constexpr int patience = 240'000;
    return process.waitForFinished(patience) && process.exitCode() == 0 && QDir(into).count() > 2;
}

QString cell(const Table &table, int row, int column)
{
    const std::string_view utf8 = table.cell(row, column);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

TEST_CASE("a list read into the file it came from changes nothing, whatever stands in it")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    fillWithNastyValues(*document);
    writeAll(*document, folder);
    for (const auto &[kind, name] : lists()) {
        const RegisterImport import = readOn(*document, kind, folder(name), QDate::currentDate());
        INFO(name.toStdString() << "\n" << problemsOf(import.problems).toStdString());
        CHECK(import.added == 0);
        CHECK(import.changed == 0);
        CHECK(import.unchanged > 0);
        CHECK(import.problems.empty());
        CHECK(difference(import.ignoredColumns, QStringList()) == "");
    }
}

TEST_CASE("the three lists carry every field of every register into a new file")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    fillWithNastyValues(*document);
    writeAll(*document, folder);
    const QStringList all = described(registryOf(*document));
    REQUIRE(all.size() == 36 + 3 + 5 + 4); // 群馬県's 35 and one more, centres, people, affiliations
    CHECK(difference(describedFrom(folder(QStringLiteral("b.tane")),
                                   [&](const QString &name) { return folder(name); }),
                     all) == "");
}

TEST_CASE("no column of any register is forgotten by the lists, in a new file or in the same one")
{
    const Folder folder;
    auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    everycolumn::fill(*document);
    for (const QString &line : everycolumn::contents(*document)) {
        INFO(line.toStdString());
        REQUIRE_FALSE(line.endsWith(QStringLiteral("= ")));
    }
    writeAll(*document, folder);
    auto fresh = valueOf(Document::create(folder(QStringLiteral("b.tane"))));
    for (const auto &[kind, name] : lists()) {
        const RegisterImport import = stored(*fresh, kind, folder(name));
        INFO(name.toStdString() << "\n" << problemsOf(import.problems).toStdString());
        CHECK(import.problems.empty());
        CHECK(import.changed == 0);
        const RegisterImport again = readOn(*document, kind, folder(name));
        CHECK(again.added + again.changed == 0);
        CHECK(again.unchanged == import.added);
    }
    CHECK(difference(everycolumn::contents(*fresh), everycolumn::contents(*document)) == "");
}

TEST_CASE("a corrected sheet of the prefecture and of the care areas is taken over, names by their ids")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    Prefecture own = registryOf(*document).prefectures.front();
    own.healthCentres = 12;
    succeeds(RecordTable<Prefecture>(*document).update(own, QStringLiteral("保健所")));
    const qint64 prefecture = own.id;
    const qint64 area =
        added(*document, CareArea{0, prefecture, QStringLiteral("西部"), QStringLiteral("旧")});
    Municipality takasaki =
        *registryOf(*document).municipality(municipalityId(registryOf(*document), QStringLiteral("高崎市")));
    takasaki.careArea = area;
    succeeds(RecordTable<Municipality>(*document).update(takasaki, QStringLiteral("圏域")));
    succeeds(writeRegister(*document, RegisterKind::Municipalities, folder(QStringLiteral("市町村.xlsx"))));
    // Written anew as .csv, one sheet a file, with what the officer corrected.
    const auto tables = valueOf(readTables(folder(QStringLiteral("市町村.xlsx"))));
    REQUIRE(tables.size() == 4); // and the options
    const auto corrected = [&](const QString &sheet, const QHash<QString, QString> &changes) {
        std::vector<QStringList> rows;
        for (const Table &table : tables)
            for (int row = 0; table.sheet == sheet && row < table.rowCount(); ++row) {
                QStringList cells;
                for (int column = 0; column < table.columnCount(); ++column)
                    cells << changes.value(cell(table, row, column), cell(table, row, column));
                rows.push_back(cells);
            }
        REQUIRE(rows.size() > 2);
        return stored(*document, RegisterKind::Municipalities,
                      csv(folder, QString(sheet + QStringLiteral(".csv")), rows));
    };
    CHECK(corrected(QStringLiteral("圏域"), {{QStringLiteral("西部"), QStringLiteral("高崎・安中")},
                                             {QStringLiteral("旧"), QStringLiteral("令和8年度から")}})
              .changed == 1);
    CHECK(
        corrected(QStringLiteral("都道府県"), {{QStringLiteral("12"), QStringLiteral("１１ヵ所")}}).changed ==
        1);
    const Registry registry = registryOf(*document);
    REQUIRE(registry.areas.size() == 1);
    CHECK(registry.areas.front() ==
          CareArea{area, prefecture, QStringLiteral("高崎・安中"), QStringLiteral("令和8年度から")});
    CHECK(registry.municipality(takasaki.id)->careArea == area);
    CHECK(registry.prefectures.front().healthCentres == 11);
    // The former list takes all of it back, and 西部 of its municipalities is no second area.
    CHECK(stored(*document, RegisterKind::Municipalities, folder(QStringLiteral("市町村.xlsx"))).added == 0);
    const Registry back = registryOf(*document);
    REQUIRE(back.areas.size() == 1);
    CHECK(back.areas.front() == CareArea{area, prefecture, QStringLiteral("西部"), QStringLiteral("旧")});
    CHECK(back.prefectures.front().healthCentres == 12);
    CHECK(back.municipality(takasaki.id)->careArea == area);
}

TEST_CASE("nothing is lost when another program saves the lists in between")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    fillWithNastyValues(*document);
    everycolumn::fill(*document);
    writeAll(*document, folder);
    const QString saved = folder(QStringLiteral("saved"));
    QDir().mkpath(saved);
    if (!resave(folder, saved)) {
        WARN("neither LibreOffice nor openpyxl is here");
        return;
    }
    const auto in = [&saved](const QString &name) { return QDir(saved).filePath(name); };
    for (const auto &[kind, name] : lists()) {
        const RegisterImport import = readOn(*document, kind, in(name), QDate::currentDate());
        INFO(name.toStdString() << "\n" << problemsOf(import.problems).toStdString());
        CHECK(import.added + import.changed == 0);
        CHECK(import.problems.empty());
    }
    CHECK(difference(describedFrom(folder(QStringLiteral("b.tane")), in), described(registryOf(*document))) ==
          "");
    auto again = valueOf(Document::open(folder(QStringLiteral("b.tane"))));
    QStringList was = everycolumn::contents(*document), is = everycolumn::contents(*again);
    was.sort(); // people are listed, and so numbered, by their kana
    is.sort();
    CHECK(difference(is, was) == "");
}

TEST_CASE("a masked list has neither names nor contact and cannot be read back")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    const qint64 centre = addCentre(*document,
                                    {.name = QStringLiteral("東部センター"),
                                     .phone = QStringLiteral("027-000-0000"),
                                     .email = QStringLiteral("tobu@example.jp")},
                                    {QStringLiteral("前橋市")});
    Person person{.name = QStringLiteral("青木 はる"),
                  .kana = QStringLiteral("あおき はる"),
                  .email = QStringLiteral("haru@example.jp"),
                  .phone = QStringLiteral("090-0000-0000"),
                  .consent = QStringLiteral("青木さんの書面"),
                  .note = QStringLiteral("青木さんのこと")};
    added(*document, Affiliation{.person = added(*document, person), .centre = centre});
    for (const auto &[kind, name] : lists()) {
        succeeds(writeRegister(*document, kind, folder(name), true));
        QString all;
        for (const Table &table : valueOf(readTables(folder(name))))
            for (int row = 0; row < table.rowCount(); ++row)
                for (int column = 0; column < table.columnCount(); ++column)
                    all += cell(table, row, column) + u'\n';
        for (const char16_t *secret : {u"青木", u"はる", u"あおき", u"haru@", u"tobu@", u"090-", u"027-"}) {
            INFO(name.toStdString() << ": " << QString::fromUtf16(secret).toStdString());
            CHECK_FALSE(all.contains(QString::fromUtf16(secret)));
        }
        CHECK((kind != RegisterKind::People || all.contains(QStringLiteral("M1")) ||
               all.contains(QStringLiteral("M01"))));
    }
    CHECK(errorOf(readRegister(*document, RegisterKind::People, folder(QStringLiteral("人材.xlsx")),
                               QDate(2026, 11, 21))) == ErrorCode::NothingUnderstood);
}

TEST_CASE("a workbook's drop-downs stand on a hidden sheet and its ids in a hidden column")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    addCoordinator(
        *document, QStringLiteral("青木 はる"), {},
        addCentre(*document, {.name = QStringLiteral("東部センター")}, {QStringLiteral("前橋市")}));
    succeeds(writeRegister(*document, RegisterKind::People, folder(QStringLiteral("人材.xlsx"))));
    const auto tables = valueOf(readTables(folder(QStringLiteral("人材.xlsx"))));
    REQUIRE(tables.size() == 3); // 人材, 所属の履歴, and the options
    CHECK(tables[0].sheet == QStringLiteral("人材"));
    CHECK(tables[1].sheet == QStringLiteral("所属の履歴"));
    QString options;
    for (int row = 0; row < tables[2].rowCount(); ++row)
        for (int column = 0; column < tables[2].columnCount(); ++column)
            options += cell(tables[2], row, column) + u'\n';
    // Words of the published forms (domain: 5).
    for (const char16_t *word :
         {u"訪問看護事業所", u"医療ソーシャルワーカー", u"東部センター", u"非常勤", u"専従"})
        CHECK(options.contains(QString::fromUtf16(word)));
}

TEST_CASE("a list as .csv is read back, too, and Excel runs nothing in it")
{
    const Folder folder;
    auto document = gunma(folder(QStringLiteral("a.tane")));
    fillWithNastyValues(*document);
    for (const auto &[kind, name] : lists()) {
        const QString path = folder(QString(name).replace(QStringLiteral(".xlsx"), QStringLiteral(".csv")));
        succeeds(writeRegister(*document, kind, path));
        const RegisterImport import = readOn(*document, kind, path, QDate::currentDate());
        INFO(path.toStdString() << "\n" << problemsOf(import.problems).toStdString());
        CHECK(import.added + import.changed == 0);
        CHECK(import.problems.empty());
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains(",=HYPERLINK"));
    }
}
