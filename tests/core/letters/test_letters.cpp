// Letters around a workshop: what is filled in arrives, what is missing is marked, everybody gets their own.
#include "core/exchange/ziptesting.h"
#include "exchange/letterdocx.h"
#include "exchange/tablereader.h"
#include "lettersoffice.h"

#include <QDir>

using namespace tane;
using namespace letterstest;
using namespace storagetest;

namespace {

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

LetterRecipient recipientNamed(const std::vector<LetterRecipient> &all, const QString &name)
{
    for (const LetterRecipient &one : all)
        if (one.name == name)
            return one;
    FAIL(name.toStdString());
    return {};
}

/// Somebody in every state letters are written for.
void fillStates(Office &office)
{
    using State = Participant::State;
    office.participant(words("001"), words("青木 はる"), State::Accepted);
    office.participant(words("002"), words("江口 結"), State::Waiting);
    office.participant(words("003"), words("小森 凛"), State::Declined);
    office.participant(words("004"), words("高瀬 碧"), State::Invited);
}

} // namespace

TEST_CASE("whatever is filled into a letter stands in its Word document")
{
    Office office;
    fillStates(office);
    for (const LetterKind kind : allLetterKinds()) {
        QStringList marks;
        for (const LetterField &field : letterFields(office.source(), kind)) {
            if (field.type == LetterField::Type::Flag)
                continue;
            const bool date = field.type == LetterField::Type::Date;
            const QString mark =
                date ? words("2026-10-05") : QStringLiteral("［%1 %2］").arg(letterCode(kind), field.key);
            office.fill(kind, field.key, mark);
            marks << (date ? words("令和8年10月5日") : mark);
        }
        const LetterSource source = office.source();
        CHECK(missingFields(source, kind).isEmpty());
        const std::vector<LetterRecipient> recipients = letterRecipients(source, kind);
        const QString path = office.folder(words("手紙.docx"));
        succeeds(writeLettersDocx(
            path, {makeLetter(source, kind, recipients.empty() ? nullptr : &recipients.front())}));
        const QString text = wordText(path);
        for (const QString &mark : marks) {
            INFO(letterCode(kind).toStdString() << ": " << mark.toStdString());
            CHECK(text.contains(mark));
        }
        CHECK_FALSE(text.contains(missingMark()));
    }
}

TEST_CASE("what the design of the workshop says fills the letter to the municipalities")
{
    Office office;
    const QString text = textOf(makeLetter(office.source(), LetterKind::Municipality));
    for (const char *part :
         {"各市町村在宅医療・介護連携推進事業主管課長　様", "架空県健康福祉部地域包括ケア推進課長",
          "（公印省略）", "「つながる研修会」の開催について（通知）",
          "令和8年11月19日(木) 13:00～14:20（開場 12:30）", "架空県庁 講堂", "対面",
          "コーディネーターと市町村担当者", "80名", "令和8年10月16日(金)",
          "説明、講義（相談の向こうに地域を見る）、グループワーク", "記", "以上"}) {
        INFO(part);
        CHECK(text.contains(words(part)));
    }
}

TEST_CASE("what is not filled in is listed and marked, never left blank")
{
    Office office;
    CHECK(missingFields(office.source(), LetterKind::Municipality) ==
          QStringList{words("文書番号"), words("発信日"), words("担当者"), words("電話"), words("メール")});
    const QString text = textOf(makeLetter(office.source(), LetterKind::Municipality));
    CHECK(text.count(missingMark()) == 5);
    CHECK(text.contains(words("文書番号（未定）")));
    CHECK(text.contains(words("担当：（未定）")));
    // In Word it is marked in yellow as well.
    const QString path = office.folder(words("手紙.docx"));
    succeeds(writeLettersDocx(path, {makeLetter(office.source(), LetterKind::Municipality)}));
    CHECK(tane::testing::zipPart(path, words("word/document.xml")).count("w:highlight") == 5);

    Office bare;
    Workshop workshop = valueOf(WorkshopRepository(*bare.document).load(bare.workshop));
    workshop = Workshop{.id = workshop.id, .programme = workshop.programme};
    valueOf(WorkshopRepository(*bare.document).save(workshop));
    for (const LetterKind kind : allLetterKinds()) {
        const QStringList missing = missingFields(bare.source(), kind);
        INFO(letterCode(kind).toStdString());
        CHECK(textOf(makeLetter(bare.source(), kind)).count(missingMark()) >= missing.size());
        CHECK((missing.contains(words("研修会名")) || missing.contains(words("件名"))));
    }
}

TEST_CASE("each municipality gets a letter in its own name and a file with its code")
{
    Office office;
    const LetterSource source = office.source();
    const std::vector<LetterRecipient> all = letterRecipients(source, LetterKind::Municipality);
    REQUIRE(all.size() == 3);
    const LetterRecipient first = recipientNamed(all, words("青葉野市"));
    const LetterRecipient second = recipientNamed(all, words("夕凪市"));
    CHECK(textOf(makeLetter(source, LetterKind::Municipality, &first))
              .contains(words("青葉野市高齢福祉課長　様")));
    // Without a known department the office in charge is addressed.
    CHECK(textOf(makeLetter(source, LetterKind::Municipality, &second))
              .contains(words("夕凪市在宅医療・介護連携推進事業主管課長　様")));
    CHECK(textOf(makeLetter(source, LetterKind::Forwarding, &first)).contains(words("東部センター")));
    QDir(office.folder.dir.path()).mkdir(words("宛先ごと"));
    const QString folder = office.folder(words("宛先ごと"));
    const QStringList files =
        valueOf(writeLetterFiles(folder, source, LetterKind::Municipality, all, words("docx"),
                                 [](const QString &path, const std::vector<LetterDocument> &letters) {
                                     return writeLettersDocx(path, letters);
                                 }));
    CHECK(QDir(folder).entryList(QDir::Files, QDir::Name) == [&] {
        QStringList sorted = files;
        sorted.sort();
        return sorted;
    }());
    CHECK(files.contains(words("市町村への通知_990019.docx")));
    CHECK(files.contains(words("市町村への通知_990027.docx")));
    CHECK(wordText(QDir(folder).filePath(words("市町村への通知_990027.docx"))).contains(words("夕凪市")));
}

TEST_CASE("files of participants are named by their number, never by a name, and nobody's is lost")
{
    Office office;
    using State = Participant::State;
    office.participant(words("012"), words("青木 はる"), State::Accepted);
    office.participant(words("012"), words("江口 結"), State::Accepted); // given twice by hand
    const qint64 odd = office.participant(words("青木"), words("小森 凛"), State::Accepted);
    const LetterSource source = office.source();
    QStringList written;
    const QStringList files = valueOf(writeLetterFiles(
        office.folder.dir.path(), source, LetterKind::Acceptance,
        letterRecipients(source, LetterKind::Acceptance), words("pdf"),
        [&written](const QString &path, const std::vector<LetterDocument> &letters) -> Result<> {
            written << path;
            REQUIRE(letters.size() == 1);
            return {};
        }));
    CHECK(files == QStringList{words("受講決定の通知_012.pdf"), words("受講決定の通知_012-2.pdf"),
                               QStringLiteral("受講決定の通知_P%1.pdf").arg(odd)});
    CHECK(written.size() == 3);
}

TEST_CASE("acceptance, waiting list and refusal go to those of that state, each with her number")
{
    Office office;
    fillStates(office);
    RecordTable<Participant> people(*office.document);
    auto lecturer =
        people.load(office.participant(words("201"), words("森下 千尋"), Participant::State::Accepted));
    REQUIRE(lecturer.has_value());
    lecturer->part = Participant::Part::Lecturer; // did not apply: nothing to accept
    REQUIRE(people.update(*lecturer, words("準備")).has_value());
    const LetterSource source = office.source();
    const auto only = [&](LetterKind kind) {
        const std::vector<LetterRecipient> all = letterRecipients(source, kind);
        REQUIRE(all.size() == 1);
        return all.front();
    };
    CHECK(only(LetterKind::Acceptance).name == words("青木 はる"));
    CHECK(only(LetterKind::Waiting).name == words("江口 結"));
    CHECK(only(LetterKind::Refusal).name == words("小森 凛"));
    const LetterRecipient accepted = only(LetterKind::Acceptance);
    const QString text = textOf(makeLetter(source, LetterKind::Acceptance, &accepted));
    CHECK(text.contains(words("東部センター\n青木 はる　様"))); // no title is known: no empty place
    CHECK(text.contains(words("受付番号\n001")));
}

TEST_CASE("a lecturer is asked for his own part, and the prefecture does not write to itself")
{
    Office office;
    const LetterSource source = office.source();
    const std::vector<LetterRecipient> all = letterRecipients(source, LetterKind::LecturerRequest);
    REQUIRE(all.size() == 2);
    CHECK_FALSE(recipientNamed(all, words("県 地域包括ケア推進課")).chosen);
    const LetterRecipient lecturer = recipientNamed(all, words("架空大学 森下 千尋"));
    CHECK(lecturer.chosen);
    // 12:30 doors, 13:00 explanation of 10 minutes, then the lecture of 30 minutes.
    const QString text = textOf(makeLetter(source, LetterKind::LecturerRequest, &lecturer));
    CHECK(text.contains(words("13:10～13:40　講義（相談の向こうに地域を見る）")));
    CHECK_FALSE(text.contains(words("13:00～13:10")));
    CHECK(textOf(makeLetter(source, LetterKind::LecturerBriefing))
              .contains(words("地域課題のタネを見つける。")));
}

TEST_CASE("a field follows the workshop until the officer writes her own words")
{
    Office office;
    const LetterKind kind = LetterKind::Leaflet;
    office.fill(kind, words("where"), words("架空県庁 講堂")); // what is proposed already
    CHECK_FALSE(office.field(kind, words("where")).own.has_value());
    Workshop workshop = valueOf(WorkshopRepository(*office.document).load(office.workshop));
    workshop.place = words("市民会館");
    valueOf(WorkshopRepository(*office.document).save(workshop));
    CHECK(office.field(kind, words("where")).value() == words("市民会館"));

    office.fill(kind, words("where"), words("市民会館 2階"));
    CHECK(office.document->undoLabel() == words("案内・通知の会場の変更"));
    // One for all letters of the workshop.
    CHECK(office.field(LetterKind::Officer, words("where")).value() == words("市民会館 2階"));
    succeeds(office.document->undo());
    CHECK(office.field(kind, words("where")).value() == words("市民会館"));
    succeeds(office.document->redo());
    succeeds(resetLetterField(*office.document, office.workshop, kind, office.field(kind, words("where"))));
    CHECK(office.field(kind, words("where")).value() == words("市民会館"));
}

TEST_CASE("an optional field emptied stays empty, a required one goes back to what is proposed")
{
    Office office;
    office.fill(LetterKind::Coordinator, words("method"), {});
    CHECK(office.field(LetterKind::Coordinator, words("method")).value().isEmpty());
    CHECK_FALSE(textOf(makeLetter(office.source(), LetterKind::Coordinator)).contains(words("開催方法")));
    office.fill(LetterKind::Coordinator, words("body"), words("別の文"));
    office.fill(LetterKind::Coordinator, words("body"), {});
    CHECK(office.field(LetterKind::Coordinator, words("body")).value().startsWith(words("日頃より")));
    office.fill(LetterKind::Coordinator, words("seal"), {});
    CHECK_FALSE(textOf(makeLetter(office.source(), LetterKind::Coordinator)).contains(words("公印省略")));
}

TEST_CASE("whom to ask is proposed as the workshop before had it")
{
    Office office;
    office.fill(LetterKind::Leaflet, words("person"), words("佐野"));
    office.fill(LetterKind::Leaflet, words("fee"), words("無料"));
    Workshop next{.programme = office.programme, .title = words("次の研修会"), .heldOn = QDate(2027, 2, 1)};
    office.workshop = valueOf(WorkshopRepository(*office.document).save(next));
    CHECK(office.field(LetterKind::Leaflet, words("person")).value() == words("佐野"));
    CHECK(office.field(LetterKind::Leaflet, words("fee")).value().isEmpty()); // that may change
}

TEST_CASE("the list for mail merge has the names of its columns in the first row and everybody in one")
{
    Office office;
    const LetterSource source = office.source();
    const QString path = office.folder(words("差し込み.xlsx"));
    succeeds(writeMergeWorkbook(path, source, LetterKind::Municipality,
                                letterRecipients(source, LetterKind::Municipality)));
    const auto sheets = readWorkbook(path);
    REQUIRE(sheets.has_value());
    const Table &table = sheets->front();
    const auto cell = [&table](int row, int column) {
        const std::string_view view = table.cell(row, column);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    QStringList head;
    for (int column = 0; column < table.columnCount(); ++column)
        head << cell(0, column);
    CHECK(table.rowCount() == 4);
    REQUIRE(head.contains(words("市町村")));
    CHECK(head.startsWith(words("番号")));
    CHECK(cell(1, static_cast<int>(head.indexOf(words("日時")))).contains(words("令和8年11月19日(木)")));
    QStringList places;
    for (int row = 1; row < 4; ++row)
        places << cell(row, static_cast<int>(head.indexOf(words("市町村"))));
    places.sort();
    CHECK(places == QStringList{words("夕凪市"), words("朝霧村"), words("青葉野市")});
}
