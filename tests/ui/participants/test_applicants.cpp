#include "participantsfixture.h"

#include "exchange/csvwriter.h"
#include "participants/applicantimportdialog.h"
#include "participants/capacity.h"
#include "participants/capacitycard.h"
#include "participants/lotterydialog.h"
#include "participants/participantspage.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "programme/workshop.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;
using State = Participant::State;

namespace {

QString writeCsv(Reception &office, const QString &text)
{
    const QString path = office.desk.path(u"申込み.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    return path;
}

ApplicantImportDialog *openImport(ParticipantsPage *page)
{
    auto *first = page->findChild<QPushButton *>(u"importFirst"_s);
    click(first);
    settle();
    auto *dialog = page->findChildren<ApplicantImportDialog *>().last();
    REQUIRE(dialog != nullptr);
    return dialog;
}

void makeWorkshopOf(Reception &office, int capacity, int applicants)
{
    auto stored = RecordTable<Workshop>(office.document()).load(office.workshop);
    REQUIRE(stored.has_value());
    stored->capacity = capacity;
    REQUIRE(RecordTable<Workshop>(office.document()).update(*stored, u"準備"_s).has_value());
    for (int i = 1; i <= applicants; ++i) {
        Participant one;
        one.name = u"申込者%1"_s.arg(i);
        one.number = u"%1"_s.arg(i, 3, 10, QChar(u'0'));
        one.state = State::Applied;
        office.join(one);
    }
}

QStringList namesIn(Reception &office, State state)
{
    QStringList names;
    for (const Participant &one : office.everybody())
        if (one.state == state)
            names << one.name;
    return names;
}

} // namespace

TEST_CASE("a list of applicants is previewed, taken in, and taking it in again changes nothing")
{
    Reception office(Reception::Empty::Yes);
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    ApplicantImportDialog *dialog = openImport(page);
    const QString path =
        writeCsv(office, u"氏名,ふりがな,メール,立場,所属\n"
                         "江口 結,えぐち ゆい,eguchi@example.jp,コーディネーター,西部センター\n"
                         "大野 晴,おおの はれ,ohno@example.jp,市町村担当者,A市役所\n"_s);
    office.desk.dialogs.fileToOpen = path;
    click(dialog->findChild<QPushButton *>(u"chooseApplications"_s));
    settle();
    CHECK(dialog->table()->filter()->rowCount() == 2);
    CHECK(dialog->summary().contains(u"新しい申込み 2名"_s));
    CHECK(office.everybody().empty()); // nothing is stored yet
    click(dialog->importButton());
    settle();
    CHECK(office.everybody().size() == 2);
    CHECK(office.participant(u"江口 結"_s).state == State::Applied);
    CHECK(office.participant(u"江口 結"_s).email == u"eguchi@example.jp"_s);
    CHECK(page->table()->filter()->rowCount() == 2);

    page->findChild<QMenu *>(u"addParticipantsMenu"_s)->actions().first()->trigger();
    settle();
    dialog = page->findChildren<ApplicantImportDialog *>().last();
    dialog->setSource(path);
    CHECK(dialog->summary().contains(u"変わりなし 2名"_s));
    CHECK_FALSE(dialog->importButton()->isEnabled());
    dialog->reject();
    office.undo();
    CHECK(office.everybody().empty());
}

TEST_CASE("a column nobody knows is given its meaning once and is known the next time")
{
    Reception office(Reception::Empty::Yes);
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    ApplicantImportDialog *dialog = openImport(page);
    dialog->setSource(writeCsv(office, u"氏名,立場,架空の見出し\n江口 結,コーディネーター,西部センター\n"_s));
    settle();
    auto *box = dialog->findChild<QComboBox *>(u"head:架空の見出し"_s);
    REQUIRE(box != nullptr);
    REQUIRE(box->isVisible());
    box->setCurrentIndex(box->findText(u"所属"_s));
    REQUIRE(box->currentText() == u"所属"_s);
    Q_EMIT box->activated(box->currentIndex());
    settle();
    click(dialog->importButton());
    settle();
    CHECK(office.participant(u"江口 結"_s).affiliation == u"西部センター"_s);

    // Another list with the same head is understood at once.
    page->findChild<QMenu *>(u"addParticipantsMenu"_s)->actions().first()->trigger();
    settle();
    dialog = page->findChildren<ApplicantImportDialog *>().last();
    dialog->setSource(writeCsv(office, u"氏名,立場,架空の見出し\n大野 晴,市町村担当者,A市役所\n"_s));
    settle();
    CHECK(dialog->findChild<QComboBox *>(u"head:架空の見出し"_s) == nullptr);
    click(dialog->importButton());
    settle();
    CHECK(office.participant(u"大野 晴"_s).affiliation == u"A市役所"_s);
}

TEST_CASE("a file that cannot be read says why and can be replaced by another")
{
    Reception office(Reception::Empty::Yes);
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    ApplicantImportDialog *dialog = openImport(page);
    dialog->setSource(office.desk.path(u"ない.xlsx"_s));
    settle();
    auto *message = dialog->findChild<NoticeBar *>(u"importMessage"_s);
    CHECK(message->isVisible());
    CHECK_FALSE(dialog->importButton()->isEnabled());
    dialog->setSource(writeCsv(office, u"氏名,所属\n江口 結,西部センター\n"_s));
    settle();
    CHECK_FALSE(message->isVisible());
    CHECK(dialog->importButton()->isEnabled());
    dialog->reject();
}

TEST_CASE("first come, first served: the places go by the order of application, the others wait")
{
    Reception office(Reception::Empty::Yes);
    makeWorkshopOf(office, 3, 5);
    office.desk.dialogs.confirmed = true;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    CHECK(page->capacity()->summary().contains(u"まだ決めていない申込み 5名"_s));
    click(page->capacity()->findChild<QPushButton *>(u"firstCome"_s));
    settle();
    CHECK(office.desk.dialogs.asked.last().contains(u"3名を受講決定、2名をキャンセル待ち"_s));
    CHECK(office.desk.dialogs.asked.last().contains(u"申込者4、申込者5"_s)); // who waits
    CHECK(namesIn(office, State::Accepted) == QStringList{u"申込者1"_s, u"申込者2"_s, u"申込者3"_s});
    CHECK(namesIn(office, State::Waiting) == QStringList{u"申込者4"_s, u"申込者5"_s});
    office.undo(); // one step
    CHECK(namesIn(office, State::Applied).size() == 5);
    office.redo();

    // Somebody cancels: the first who waits is proposed, and moves up when the officer says so.
    Participant first = office.participant(u"申込者1"_s);
    first.state = State::Cancelled;
    REQUIRE(RecordTable<Participant>(office.document()).update(first, u"取りやめ"_s).has_value());
    settle();
    auto *moveUp = page->capacity()->findChild<QPushButton *>(u"moveUp"_s);
    REQUIRE(moveUp->isVisible());
    CHECK(page->capacity()->findChild<QLabel *>(u"capacityWaiting"_s)->text().contains(u"申込者4"_s));
    click(moveUp);
    settle();
    CHECK(office.participant(u"申込者4"_s).state == State::Accepted);
    CHECK(office.participant(u"申込者5"_s).state == State::Waiting);
    CHECK_FALSE(moveUp->isVisible());
}

TEST_CASE("a draw by lot shows its number and result, can be repeated, and is printed as a record")
{
    Reception office(Reception::Empty::Yes);
    makeWorkshopOf(office, 4, 10);
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    click(page->capacity()->findChild<QPushButton *>(u"byLot"_s));
    settle();
    auto *dialog = page->findChild<LotteryDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->summary().contains(u"10名"_s));
    dialog->seed()->setText(u"１２３４５６"_s); // wide digits are fine
    click(dialog->drawButton());
    settle();
    CHECK(namesIn(office, State::Accepted).size() == 4);
    CHECK(namesIn(office, State::Waiting).size() == 6);
    CHECK(dialog->summary().contains(u"番号 123456"_s));
    CHECK(dialog->summary().contains(u"同じ結果になることを確かめました"_s));
    CHECK(dialog->results()->filter()->rowCount() == 10);
    // The places drawn are those of the documented rule for this number, drawn once more.
    const std::vector<int> order = drawLots(10, 123456);
    const auto people = office.everybody();
    for (int place = 0; place < 4; ++place)
        CHECK(people[static_cast<std::size_t>(order[static_cast<std::size_t>(place)] - 1)].state ==
              State::Accepted);
    click(dialog->printButton());
    settle();
    auto *preview = dialog->findChild<PreviewDialog *>();
    REQUIRE(preview != nullptr);
    preview->reject();
    dialog->reject();
    settle();

    office.reopen();
    page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    click(page->capacity()->findChild<QPushButton *>(u"lotteryRecord"_s));
    settle();
    dialog = page->findChildren<LotteryDialog *>().last();
    CHECK(dialog->summary().contains(u"番号 123456"_s));
    dialog->reject();
}

TEST_CASE("a number that is none is refused before anything is drawn")
{
    Reception office(Reception::Empty::Yes);
    makeWorkshopOf(office, 1, 3);
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    click(page->capacity()->findChild<QPushButton *>(u"byLot"_s));
    settle();
    auto *dialog = page->findChild<LotteryDialog *>();
    dialog->seed()->setText(u"くじ"_s);
    click(dialog->drawButton());
    settle();
    CHECK(namesIn(office, State::Applied).size() == 3);
    CHECK(dialog->findChild<NoticeBar *>()->text().contains(u"整数"_s));
    dialog->reject();
}
