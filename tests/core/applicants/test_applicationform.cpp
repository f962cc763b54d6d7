#include "applicantfile.h"
#include "exchange/tablereader.h"
#include "exchange/workbookwriter.h"
#include "participants/letters.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::succeeds;
using storagetest::valueOf;

namespace {

std::vector<ReadApplication> readForm(const Held &held, const QString &name)
{
    return readApplicationForms(valueOf(readTables(held.folder(name))), held.context(), QDate(2026, 10, 1));
}

QMap<QString, QString> everything()
{
    return {{u"氏名"_s, u"齋藤　花子"_s},
            {u"ふりがな"_s, u"さいとう はなこ"_s},
            {u"立場"_s, u"市町村担当者"_s},
            {u"参加区分"_s, u"オブザーバー"_s},
            {u"所属（勤務先）"_s, u"南川町 福祉課"_s},
            {u"役職"_s, u"保健師"_s}, // reads like a qualification further down
            {u"所属種別"_s, u"市町村"_s},
            {u"センター名"_s, u"東部センター"_s},
            {u"都道府県"_s, u"隣が丘県"_s},
            {u"市町村名"_s, u"南川町"_s},
            {u"メールアドレス"_s, u"hana@example.jp"_s},
            {u"電話番号"_s, u"0270000000"_s},
            {u"事業に携わってからの期間"_s, u"3/6"_s},
            {u"看護師"_s, u"○"_s},
            {u"医療ソーシャルワーカー"_s, u"○"_s},
            {u"その他の資格"_s, u"認知症ケア専門士"_s},
            {u"その他（知りたいこと・質問）"_s, u"一行目\n二行目"_s}};
}

void checkEverything(const Participant &one)
{
    CHECK(one.name == u"齋藤 花子"_s);
    CHECK(one.kana == u"さいとう はなこ"_s);
    CHECK(one.role == u"市町村担当者"_s);
    CHECK(one.part == Participant::Part::Observer);
    CHECK(one.affiliation == u"南川町 福祉課"_s);
    CHECK(one.title == u"保健師"_s);
    CHECK(one.affiliationType == u"市町村"_s);
    CHECK(one.centre == u"東部センター"_s);
    CHECK(one.prefecture == u"隣が丘県"_s);
    CHECK(one.municipality == u"南川町"_s);
    CHECK(one.email == u"hana@example.jp"_s);
    CHECK(one.phone == u"0270000000"_s); // with its 0
    CHECK(one.experience == u"3年6か月"_s);
    CHECK(one.experienceMonths == 42);
    CHECK(one.qualifications == u"看護師、医療ソーシャルワーカー、認知症ケア専門士"_s);
    CHECK(one.question == u"一行目\n二行目"_s);
}

} // namespace

TEST_CASE("an application form gives back exactly what was filled in, under whatever name")
{
    const Held held;
    held.returnForm(u"コピー ～ 申込書（提出）.xlsx"_s, everything());
    const auto read = readForm(held, u"コピー ～ 申込書（提出）.xlsx"_s);
    REQUIRE(read.size() == 1);
    INFO(problemsOf(read.front().problems).toStdString());
    CHECK(read.front().problems.empty());
    CHECK(read.front().fromHere);
    checkEverything(read.front().participant);
}

TEST_CASE("a form that was sent to somebody carries her token and what is known of her")
{
    const Held held;
    Participant invited = person(u"青木 葵"_s, Participant::State::Invited);
    invited.affiliation = u"東部センター"_s;
    held.add(invited);
    const Participant stored = held.named(u"青木 葵"_s);
    held.returnForm(u"a.xlsx"_s, {}, &stored);
    const auto read = readForm(held, u"a.xlsx"_s);
    REQUIRE(read.size() == 1);
    CHECK(read.front().participant.token == stored.token);
    CHECK_FALSE(stored.token.isEmpty());
    CHECK(read.front().participant.affiliation == u"東部センター"_s);
}

TEST_CASE("the form says when the workshop is, until when to apply, and where it goes back to")
{
    const Held held;
    WorkshopRepository workshops(*held.document);
    Workshop workshop = valueOf(workshops.load(held.workshop));
    workshop.heldOn = QDate(2026, 11, 19);
    workshop.recruitUntil = QDate(2026, 10, 30);
    static_cast<void>(valueOf(workshops.save(workshop)));
    succeeds(workshops.setPrefecture(u"架空県"_s));
    const auto words = [&](const Participant *participant) {
        QString all;
        for (const FormSheet::Part &part : makeApplicationForm(held.context(), participant).parts)
            if (part.table)
                for (const auto &row : part.table->rows)
                    for (const FormTableCell &cell : row)
                        all += cell.text + u'\n';
        return all;
    };
    CHECK(words(nullptr).contains(u"令和8年11月19日"_s));
    CHECK(words(nullptr).contains(u"令和8年10月30日"_s));
    CHECK_FALSE(words(nullptr).contains(u"返送先"_s)); // nobody wrote it yet
    const auto source = valueOf(loadLetterSource(*held.document, held.workshop, QDate(2026, 9, 1)));
    for (const LetterField &field : letterFields(source, LetterKind::Coordinator)) {
        const QString text = field.key == u"office"_s  ? u"架空県在宅医療係"_s
                             : field.key == u"email"_s ? u"care@pref.example.jp"_s
                                                       : QString();
        if (!text.isEmpty())
            succeeds(saveLetterField(*held.document, held.workshop, LetterKind::Coordinator, field, text));
    }
    CHECK(words(nullptr).contains(u"架空県在宅医療係\u3000メール care@pref.example.jp"_s));
    // Also the form of somebody whose prefecture is not known begins with that of the file.
    const Participant known = person(u"青木 葵"_s);
    CHECK(words(&known).contains(u"\n架空県\n"_s));
}

TEST_CASE("an empty form is a form and nobody's application")
{
    const Held held;
    held.returnForm(u"a.xlsx"_s, {});
    CHECK(isApplicationForm(valueOf(readTables(held.folder(u"a.xlsx"_s))), held.context()));
    CHECK(readForm(held, u"a.xlsx"_s).empty());
    // A list has the same words as heads, all in one row.
    held.csv(u"list.csv"_s, {{u"氏名"_s, u"ふりがな"_s, u"立場"_s, u"事業に携わってからの期間"_s,
                              u"保有する専門職資格等"_s, u"メールアドレス"_s}});
    CHECK_FALSE(isApplicationForm(valueOf(readTables(held.folder(u"list.csv"_s))), held.context()));
}

TEST_CASE("each copied sheet of a workbook is another person")
{
    const Held held;
    WorkbookWriter workbook;
    for (const QString &name : {u"青木 葵"_s, u"石田 奏"_s, QString()}) {
        FormSheet sheet = makeApplicationForm(held.context());
        if (!name.isEmpty())
            fillIn(sheet, somebody(name, u"東部センター"_s));
        workbook.addForm(sheet);
    }
    succeeds(workbook.save(held.folder(u"a.xlsx"_s)));
    const auto read = readForm(held, u"a.xlsx"_s);
    REQUIRE(read.size() == 2);
    CHECK(read[0].participant.name == u"青木 葵"_s);
    CHECK(read[1].participant.name == u"石田 奏"_s);
    CHECK(read[0].place != read[1].place);
}

TEST_CASE("the length of experience is understood however the two boxes are used")
{
    const Held held;
    const std::vector<std::pair<QString, QString>> written{
        {u"3/"_s, u"3年"_s},           {u"/8"_s, u"8か月"_s},           {u"0/8"_s, u"0年8か月"_s},
        {u"３/６"_s, u"3年6か月"_s},   {u"3年/6か月"_s, u"3年6か月"_s}, {u"2年6か月/"_s, u"2年6か月"_s},
        {u"1年未満/"_s, u"1年未満"_s}, {u"半年/"_s, u"半年"_s}};
    int number = 0;
    for (const auto &[boxes, expected] : written) {
        INFO(boxes.toStdString());
        auto answers = somebody(u"青木 葵"_s, u"東部センター"_s);
        answers.insert(u"事業に携わってからの期間"_s, boxes);
        const QString name = u"%1.xlsx"_s.arg(++number);
        held.returnForm(name, answers);
        const auto read = readForm(held, name);
        REQUIRE(read.size() == 1);
        CHECK(read.front().participant.experience == expected);
        CHECK(read.front().problems.empty());
    }
    auto answers = somebody(u"青木 葵"_s, u"東部センター"_s);
    answers.insert(u"事業に携わってからの期間"_s, u"長い/"_s);
    held.returnForm(u"z.xlsx"_s, answers);
    REQUIRE(readForm(held, u"z.xlsx"_s).size() == 1);
    CHECK(readForm(held, u"z.xlsx"_s).front().problems.size() == 1);
    CHECK(readForm(held, u"z.xlsx"_s).front().participant.experience == u"長い"_s);
}

TEST_CASE("a form of another file or workshop is known as one")
{
    const Held held, other;
    other.returnForm(u"a.xlsx"_s, somebody(u"青木 葵"_s, u"東部センター"_s));
    // Files that are made in the same second have the same mark; the workshop differs at least.
    Workshop second;
    second.title = u"別の研修会"_s;
    second.id = valueOf(WorkshopRepository(*held.document).save(second));
    FormSheet sheet = makeApplicationForm(valueOf(applicationFormContext(*held.document, second.id)));
    fillIn(sheet, somebody(u"青木 葵"_s, u"東部センター"_s));
    WorkbookWriter workbook;
    workbook.addForm(sheet);
    succeeds(workbook.save(held.folder(u"b.xlsx"_s)));
    const auto read = readForm(held, u"b.xlsx"_s);
    REQUIRE(read.size() == 1);
    CHECK_FALSE(read.front().fromHere);
}

TEST_CASE("a form survives being saved by another program, with rows put in and its protection taken off")
{
    const Held held;
    held.returnForm(u"a.xlsx"_s, everything());
    // openpyxl writes what it knows of a workbook; rows move everything below them.
    const QString script = u"import sys, openpyxl\n"
                           "book = openpyxl.load_workbook(sys.argv[1])\n"
                           "sheet = book.worksheets[0]\n"
                           "sheet.protection.sheet = False\n"
                           "for merged in list(sheet.merged_cells.ranges): sheet.unmerge_cells(str(merged))\n"
                           "sheet.insert_rows(3, 4)\n"
                           "sheet.insert_rows(16)\n"
                           "sheet.title = '提出'\n"
                           "book.save(sys.argv[2])\n"_s;
    QProcess process;
    process.start(u"/usr/bin/python3"_s,
                  {u"-c"_s, script, held.folder(u"a.xlsx"_s), held.folder(u"b.xlsx"_s)});
    constexpr int patience = 120'000;
    if (!process.waitForFinished(patience) || !QFile::exists(held.folder(u"b.xlsx"_s))) {
        WARN("openpyxl is not here");
        return;
    }
    const auto read = readForm(held, u"b.xlsx"_s);
    REQUIRE(read.size() == 1);
    CHECK(read.front().fromHere);
    checkEverything(read.front().participant);
}
