#include "participantsfixture.h"

#include "participants/participationpage.h"
#include "parts/chartcard.h"
#include "people/registers.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;

namespace {

/// A市, D市 and E町, of which E町 sends nobody.
void makeRegisters(Reception &office)
{
    const auto add = [&](auto record) {
        const auto id = RecordTable<decltype(record)>(office.document()).add(record, u"準備"_s);
        REQUIRE(id.has_value());
        return *id;
    };
    Prefecture prefecture;
    prefecture.name = u"架空県"_s;
    const qint64 id = add(prefecture);
    const qint64 east = add(CareArea{0, id, u"東部圏域"_s, {}});
    const qint64 west = add(CareArea{0, id, u"西部圏域"_s, {}});
    const auto town = [&](const QString &code, const QString &name, qint64 area) {
        Municipality one;
        one.prefecture = id;
        one.careArea = area;
        one.code = code;
        one.name = name;
        add(one);
    };
    town(u"990001"_s, u"A市"_s, east);
    town(u"990002"_s, u"D市"_s, west);
    town(u"990003"_s, u"E町"_s, west);
    settle();
}

qint64 rowNamed(GridView *table, const QString &name)
{
    for (int row = 0; row < table->filter()->rowCount(); ++row)
        if (table->filter()->index(row, ParticipationPage::NameColumn).data().toString() == name)
            return table->filter()->index(row, 0).data(GridModel::idRole).toLongLong();
    return 0;
}

} // namespace

TEST_CASE("the matrix shows where both came, only one, or nobody, with a sign beside the colour")
{
    Reception office;
    makeRegisters(office);
    auto *page = office.show<ParticipationPage>(u"participation"_s);
    settle();
    GridView *table = page->table();
    REQUIRE(table->filter()->rowCount() == 3);
    const auto text = [&](const QString &name) {
        return shown(table, rowNamed(table, name), ParticipationPage::WhoColumn);
    };
    // 青木 and 齋藤 of A市 are coordinators, 大野 its officer; 江口 of D市 a coordinator, 和田 only waits.
    CHECK(text(u"A市"_s) == u"◎ 両方が参加"_s);
    CHECK(text(u"D市"_s) == u"○ コーディネーターのみ"_s);
    CHECK(text(u"E町"_s) == u"－ 参加なし"_s);
    CHECK(shown(table, rowNamed(table, u"A市"_s), ParticipationPage::CoordinatorColumn) == u"2"_s);
    // 講師 一 speaks there, but takes no municipality's place.
    CHECK(page->findChild<QLabel *>(u"turnoutSummary"_s)
              ->text()
              .contains(u"3市町村のうち、両方が参加 1、コーディネーターのみ 1、市町村担当者のみ 0、"
                        "参加なし 1（受講の方 4名）"_s));
    page->which()->setCurrentIndex(3);
    settle();
    CHECK(names(table, ParticipationPage::NameColumn) == QStringList{u"E町"_s});
    page->which()->setCurrentIndex(2);
    settle();
    CHECK(names(table, ParticipationPage::NameColumn) == QStringList{u"D市"_s});
}

TEST_CASE("who came is counted apart from who was accepted")
{
    Reception office;
    makeRegisters(office);
    Participant ohno = office.participant(u"大野 晴"_s);
    ohno.attendance = Participant::Attendance::Present;
    REQUIRE(RecordTable<Participant>(office.document()).update(ohno, u"準備"_s).has_value());
    auto *page = office.show<ParticipationPage>(u"participation"_s);
    settle();
    page->counted()->setCurrentIndex(1);
    settle();
    GridView *table = page->table();
    CHECK(shown(table, rowNamed(table, u"A市"_s), ParticipationPage::WhoColumn) == u"△ 市町村担当者のみ"_s);
    CHECK(shown(table, rowNamed(table, u"D市"_s), ParticipationPage::WhoColumn) == u"－ 参加なし"_s);
}

TEST_CASE("the base of the percentages is chosen and said")
{
    Reception office;
    for (const auto &[name, words] :
         {std::pair(u"青木 はる"_s, u"看護師、保健師"_s), std::pair(u"江口 結"_s, u"看護師"_s)}) {
        Participant one = office.participant(name);
        one.qualifications = words;
        REQUIRE(RecordTable<Participant>(office.document()).update(one, u"準備"_s).has_value());
    }
    auto *page = office.show<ParticipationPage>(u"participation"_s);
    settle();
    page->roleChoice()->setCurrentIndex(page->roleChoice()->findText(u"コーディネーター"_s));
    settle();
    const auto baseOf = [&] { return page->qualificationCard()->spec().categories.front().base; };
    CHECK(baseOf() == 2); // two of the coordinators wrote some
    page->baseChoice()->setCurrentIndex(1);
    settle();
    CHECK(baseOf() == 3); // all coordinators that are counted
    const ChartSpec &chart = page->qualificationCard()->spec();
    int nurses = 0;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        if (chart.categories[i].label == u"看護師"_s)
            nurses = chart.series[0].values[i];
    CHECK(nurses == 2);
    CHECK(chart.note.contains(u"3"_s));
    CHECK(page->roleCard()->spec().series[0].values.front() > 0);
}

TEST_CASE("the state of participation is printed on one page")
{
    Reception office;
    makeRegisters(office);
    auto *page = office.show<ParticipationPage>(u"participation"_s);
    settle();
    PreviewDialog *preview = page->print();
    REQUIRE(preview != nullptr);
    settle();
    CHECK(preview->view()->pageCount() == 1);
    preview->reject();
}
