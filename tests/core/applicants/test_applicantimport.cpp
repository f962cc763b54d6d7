#include "applicantfile.h"
#include "base/textfold.h"
#include "exchange/formworkbook.h"
#include "participants/participantlinks.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::errorOf;
using storagetest::succeeds;
using storagetest::valueOf;
using What = ApplicantRow::What;

namespace {

QString nameOf(int i)
{
    // 150 names: 15 families by 10 given names.
    static const QStringList families{u"青木"_s, u"石田"_s, u"上原"_s, u"江口"_s, u"小川"_s,
                                      u"川島"_s, u"木村"_s, u"久保"_s, u"小林"_s, u"坂本"_s,
                                      u"清水"_s, u"杉山"_s, u"関口"_s, u"高木"_s, u"千葉"_s},
        given{u"葵"_s, u"奏"_s, u"湊"_s, u"結"_s, u"律"_s, u"凪"_s, u"蓮"_s, u"澪"_s, u"楓"_s, u"樹"_s};
    return families.at(i / 10) + u' ' + given.at(i % 10);
}

} // namespace

TEST_CASE(
    "of 150 files in a folder 5 broken ones are listed with reasons, and after mending only they are new")
{
    const Held held;
    constexpr int files = 150;
    const auto fileOf = [](int i) {
        return u"申込み/%1/申込書 (%2).xlsx"_s.arg(i % 2 ? u"東部"_s : u"西部"_s).arg(i);
    };
    for (int i = 0; i < files; ++i)
        held.returnForm(fileOf(i), somebody(nameOf(i), u"センター%1"_s.arg(i % 7)));
    // Broken: cut off, an old workbook by another name, empty, another workbook, a form without answers.
    QFile cut(held.folder(fileOf(3)));
    REQUIRE(cut.resize(2000));
    held.folder.write(fileOf(20), QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, 'x'));
    held.folder.write(fileOf(41), {});
    FormSheet other;
    other.name = other.title = u"請求書"_s;
    other.parts.push_back({FormParagraph{u"金額"_s, {}}, {}});
    succeeds(writeFormXlsx(held.folder(fileOf(90)), other));
    held.returnForm(fileOf(149), {});

    const ApplicantImport first = held.read(u"申込み"_s);
    INFO(problemsOf(first.problems).toStdString());
    CHECK(first.count(What::New) == 145);
    CHECK(first.files == 145);
    CHECK(first.brokenFiles == 5);
    REQUIRE(first.problems.size() == 5);
    for (const Problem &problem : first.problems) {
        CHECK(problem.file.contains(u"部/申込書"_s));
        CHECK_FALSE(problem.message.isEmpty());
    }
    CHECK(valueOf(storeApplicants(*held.document, first)) == 145);
    CHECK(held.participants().size() == 145);
    CHECK(held.participants().front().number == u"001"_s);
    CHECK(held.participants().back().number == u"145"_s);

    for (const int i : {3, 20, 41, 90, 149})
        held.returnForm(fileOf(i), somebody(nameOf(i), u"センター%1"_s.arg(i % 7)));
    const ApplicantImport again = held.read(u"申込み"_s);
    CHECK(again.count(What::New) == 5);
    CHECK(again.count(What::Same) == 145);
    CHECK(again.problems.empty());
    CHECK(valueOf(storeApplicants(*held.document, again)) == 5);

    // And once more: nothing, not even a step to undo.
    const QString step = held.document->undoLabel();
    const auto before = storagetest::everything(held.document->database());
    CHECK_FALSE(held.read(u"申込み"_s).changesSomething());
    CHECK(held.take(u"申込み"_s) == 0);
    CHECK(storagetest::everything(held.document->database()) == before);

    // The second import is one step.
    succeeds(held.document->undo());
    CHECK(held.participants().size() == 145);
    CHECK(step == u"申込みの取り込み"_s);
}

TEST_CASE(
    "a changed application changes the participant and says what, a namesake elsewhere is somebody else")
{
    const Held held;
    held.returnForm(u"1.xlsx"_s, somebody(u"齋藤 花子"_s, u"東部センター"_s, u"hana@example.jp"_s));
    CHECK(held.take(u"1.xlsx"_s) == 1);

    auto changed = somebody(u"斎藤 花子"_s, u"東部センター"_s);
    changed.insert(u"電話番号"_s, u"027-000-0000"_s);
    held.returnForm(u"2.xlsx"_s, changed);
    const ApplicantImport second = held.read(u"2.xlsx"_s);
    REQUIRE(second.rows.size() == 1);
    CHECK(second.rows.front().what == What::Changed);
    CHECK(second.rows.front().why == u"氏名（異体字）と所属が同じです"_s);
    CHECK(second.rows.front().changes == QStringList{u"電話：（なし） → 027-000-0000"_s});
    CHECK(valueOf(storeApplicants(*held.document, second)) == 1);
    CHECK(held.participants().front().name == u"齋藤 花子"_s);        // as she first wrote it
    CHECK(held.participants().front().email == u"hana@example.jp"_s); // an empty cell leaves it

    held.returnForm(u"3.xlsx"_s, somebody(u"齋藤 花子"_s, u"西部センター"_s));
    const ApplicantImport third = held.read(u"3.xlsx"_s);
    CHECK(third.rows.front().what == What::New);
    CHECK(third.rows.front().why == u"同じ氏名で、所属の違う方がいます"_s);

    // The same address and name at another place: she moved.
    held.returnForm(u"4.xlsx"_s, somebody(u"齋藤 花子"_s, u"北部センター"_s, u"HANA@example.jp"_s));
    CHECK(held.read(u"4.xlsx"_s).rows.front().what == What::Changed);
}

TEST_CASE("the same person twice in one folder is taken once, and what differs is said")
{
    const Held held;
    held.returnForm(u"f/1.xlsx"_s, somebody(u"青木 葵"_s, u"東部センター"_s));
    held.returnForm(u"f/2.xlsx"_s, somebody(u"青木　葵"_s, u"東部センター"_s));
    auto other = somebody(u"青木 葵"_s, u"東部センター"_s);
    other.insert(u"役職"_s, u"係長"_s);
    held.returnForm(u"f/3.xlsx"_s, other);
    const ApplicantImport import = held.read(u"f"_s);
    REQUIRE(import.rows.size() == 3);
    CHECK(import.rows[0].what == What::New);
    CHECK(import.rows[1].what == What::Same);
    CHECK(import.rows[2].what == What::Refused);
    CHECK(import.rows[2].why.contains(u"1.xlsx"_s));
    CHECK(import.rows[2].why.contains(u"係長"_s));
    CHECK(valueOf(storeApplicants(*held.document, import)) == 1);
}

TEST_CASE("two of one name in one centre are told apart by reading, and left alone where nothing tells them")
{
    const Held held;
    held.returnForm(u"f/1.xlsx"_s,
                    somebody(u"河野 幸子"_s, u"東部センター"_s, u"a@example.jp"_s, u"こうの さちこ"_s));
    held.returnForm(u"f/2.xlsx"_s,
                    somebody(u"河野 幸子"_s, u"東部センター"_s, u"b@example.jp"_s, u"かわの ゆきこ"_s));
    const ApplicantImport import = held.read(u"f"_s);
    CHECK(import.count(What::New) == 2);
    CHECK(valueOf(storeApplicants(*held.document, import)) == 2);
    held.returnForm(u"g.xlsx"_s, somebody(u"河野 幸子"_s, u"東部センター"_s, u"c@example.jp"_s));
    const ApplicantImport third = held.read(u"g.xlsx"_s);
    REQUIRE(third.rows.size() == 1);
    CHECK(third.rows.front().what == What::Refused);
    CHECK(third.problems.size() == 1);
}

TEST_CASE("an address that colleagues share makes nobody the same")
{
    const Held held;
    held.returnForm(u"f/1.xlsx"_s, somebody(u"早坂 真央"_s, u"東部センター"_s, u"desk@example.jp"_s));
    held.returnForm(u"f/2.xlsx"_s, somebody(u"西田 美咲"_s, u"東部センター"_s, u"desk@example.jp"_s));
    CHECK(held.read(u"f"_s).count(What::New) == 2);
}

TEST_CASE("an invited person's own form makes her an applicant, and a colleague's copy of it does not")
{
    const Held held;
    Participant invited = person(u"青木 葵"_s, Participant::State::Invited);
    held.add(invited);
    const Participant stored = held.named(u"青木 葵"_s);
    held.returnForm(u"f/1.xlsx"_s, {{u"所属（勤務先）"_s, u"東部センター"_s}}, &stored);
    FormSheet copied = makeApplicationForm(held.context(), &stored);
    for (FormSheet::Part &part : copied.parts)
        if (part.table)
            for (auto &row : part.table->rows)
                for (FormTableCell &cell : row)
                    if (cell.input && cell.text == stored.name)
                        cell.text = u"西川 悠"_s;
    succeeds(writeFormXlsx(held.folder(u"f/2.xlsx"_s), copied));
    const ApplicantImport import = held.read(u"f"_s);
    REQUIRE(import.rows.size() == 2);
    CHECK(import.rows[0].what == What::Changed);
    CHECK(import.rows[0].why == u"この方に送った申込書です"_s);
    CHECK(import.rows[1].what == What::New);
    CHECK(valueOf(storeApplicants(*held.document, import)) == 2);
    CHECK(held.named(u"青木 葵"_s).state == Participant::State::Applied);
    CHECK(held.named(u"青木 葵"_s).appliedOn == QDate(2026, 10, 1));
    CHECK(held.named(u"西川 悠"_s).token != stored.token);
}

TEST_CASE("a list with one row a person is read by its heads, and an unknown head once it is explained")
{
    const Held held;
    held.csv(u"list.csv"_s, {{u"令和8年度 研修会 申込者"_s},
                             {u"No."_s, u"お名前"_s, u"フリガナ"_s, u"メールアドレス"_s, u"参加区分"_s,
                              u"経験年数"_s, u"資格"_s, u"昼食"_s},
                             {u"1"_s, u"青木 葵"_s, u"アオキ アオイ"_s, u"aoki@example.jp"_s, u"受講"_s,
                              u"１年未満"_s, u"看護師；ケアマネ"_s, u"希望"_s},
                             {u"2"_s, u"石田 奏"_s, {}, {}, u"傍聴（オンライン）"_s, u"2年6か月"_s, {}, {}},
                             {u"3"_s, {}, {}, u"x@example.jp"_s, u"受講"_s, u"3年"_s, {}, {}},
                             {u"4"_s, u"上原 湊"_s, {}, {}, u"？"_s, {}, {}, {}},
                             {{}, u"計 3人"_s}});
    const ApplicantImport import = held.read(u"list.csv"_s);
    INFO(problemsOf(import.problems).toStdString());
    CHECK(import.count(What::New) == 3);
    CHECK(import.count(What::Refused) == 1); // without a name
    CHECK(import.unknownHeads == QStringList{u"昼食"_s});
    CHECK(import.problems.size() == 2); // the name, and "？"
    const ApplicantColumns columns{{foldText(u"昼食"_s), ApplicantField::Note}};
    const ApplicantImport mapped = held.read(u"list.csv"_s, columns);
    CHECK(mapped.unknownHeads.isEmpty());
    CHECK(valueOf(storeApplicants(*held.document, mapped, columns)) == 3);
    const Participant aoki = held.named(u"青木 葵"_s);
    CHECK(aoki.note == u"希望"_s);
    CHECK(aoki.qualifications == u"看護師、介護支援専門員"_s);
    CHECK(aoki.number == u"001"_s); // ours, not the running number of the list
    CHECK_FALSE(aoki.experienceMonths.has_value());
    CHECK(held.named(u"石田 奏"_s).online);
    CHECK(held.named(u"石田 奏"_s).experienceMonths == 30);
    // Remembered: no question any more, and nothing new.
    const ApplicantImport again = held.read(u"list.csv"_s);
    CHECK(again.unknownHeads.isEmpty());
    CHECK(again.count(What::Same) == 3);
}

TEST_CASE("what is no application at all is refused with the reason, and nothing is stored")
{
    const Held held;
    held.csv(u"a.csv"_s, {{u"品名"_s, u"数"_s}, {u"模造紙"_s, u"3"_s}});
    CHECK(errorOf(readApplicants(*held.document, held.workshop, held.folder(u"a.csv"_s), {})) ==
          ErrorCode::NothingUnderstood);
    CHECK(errorOf(readApplicants(*held.document, held.workshop, held.folder(u"no"_s), {})) ==
          ErrorCode::NotFound);
    QDir().mkpath(held.folder(u"empty"_s));
    CHECK(errorOf(readApplicants(*held.document, held.workshop, held.folder(u"empty"_s), {})) ==
          ErrorCode::NothingUnderstood);
    CHECK(held.participants().empty());
}
