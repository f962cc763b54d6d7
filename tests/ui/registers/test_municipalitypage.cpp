#include "registershapes.h"

#include "people/levelchip.h"
#include "people/municipalitiestab.h"
#include "people/municipalitypage.h"
#include "people/registeredit.h"
#include "people/registerspage.h"
#include "people/supportdetails.h"
#include "people/supportspage.h"
#include "printing/previewdialog.h"
#include "shell/editors/savedline.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

MunicipalityPage *openFromTable(Office &office, qint64 municipality)
{
    auto *registers = office.show<RegistersPage>(u"municipalities"_s);
    REQUIRE(registers->reveal(u"municipality"_s, municipality));
    press(Qt::Key_Return);
    settle();
    auto *page = qobject_cast<MunicipalityPage *>(office.window->workspace()->page(u"municipality"_s));
    REQUIRE(page != nullptr);
    REQUIRE(page->isVisible());
    return page;
}

bool shows(const QWidget *page, const QString &text)
{
    for (const QPushButton *button : page->findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == text)
            return true;
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

} // namespace

TEST_CASE("Enter on a municipality opens its page with centres and the steps of its people")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 city = municipalityNamed(office.document(), u"桐生市"_s);
    const qint64 centre =
        addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"桐生市"_s, u"みどり市"_s});
    const qint64 coordinator =
        addPerson(office.document(), u"江口 結"_s, u"えぐち ゆい"_s, u"コーディネーター"_s, centre);
    addPerson(office.document(), u"石田 奏"_s, u"いしだ かな"_s, u"市町村担当者"_s, 0, city);
    assess(office.document(), coordinator, QDate(2026, 6, 1), 2); // level 1-1
    MunicipalityPage *page = openFromTable(office, city);
    CHECK(page->municipality() == city);
    CHECK(shows(page, u"東部センター"_s));
    CHECK(shows(page, u"江口 結"_s));
    CHECK(shows(page, u"石田 奏"_s));
    QStringList levels;
    for (const LevelChip *chip : page->findChildren<LevelChip *>())
        if (chip->isVisible())
            levels << chip->accessibleName();
    CHECK(levels.contains(u"レベル1-1"_s));
    CHECK(levels.contains(u"未評価"_s));

    auto *population = page->findChild<SavedLine *>(u"population"_s);
    population->edit()->setFocus();
    QTest::keyClicks(population->edit(), u"101,000"_s);
    press(Qt::Key_Return);
    CHECK(loaded<Municipality>(office.document(), city).population == 101'000);
    CHECK(office.document().undoLabel() == u"市町村の人口の変更"_s);

    click(page->findChild<QPushButton *>(u"next"_s));
    settle();
    CHECK(page->municipality() != city);
    CHECK(population->edit()->text().isEmpty()); // the next one's, not what was typed
    click(page->findChild<QPushButton *>(u"back"_s));
    settle();
    CHECK(office.window->workspace()->currentPage() == u"municipalities"_s);
}

TEST_CASE("list, page and centre say the same number of coordinators, and which of the two numbers it is")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 city = municipalityNamed(office.document(), u"桐生市"_s);
    const qint64 neighbour = municipalityNamed(office.document(), u"みどり市"_s);
    const qint64 shared =
        addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"桐生市"_s, u"みどり市"_s});
    const qint64 own = addCentreFor(office.document(), prefecture, u"桐生相談室"_s, {u"桐生市"_s});
    for (const auto &[centre, count] : {std::pair(shared, 9), std::pair(own, 3)}) {
        Centre changed = loaded<Centre>(office.document(), centre);
        changed.coordinators = count;
        REQUIRE(RecordTable<Centre>(office.document()).update(changed, u"変更"_s).has_value());
    }
    const QString coordinator = u"コーディネーター"_s;
    addPerson(office.document(), u"江口 結"_s, u"えぐち ゆい"_s, coordinator, shared);
    addPerson(office.document(), u"原田 由紀"_s, u"はらだ ゆき"_s, coordinator, shared, neighbour);
    addPerson(office.document(), u"小森 凛"_s, u"こもり りん"_s, coordinator, own);
    const qint64 left = addPerson(office.document(), u"森 律"_s, u"もり りつ"_s, coordinator, own);
    Person gone = loaded<Person>(office.document(), left);
    gone.leftOn = QDate::currentDate().addDays(-1);
    REQUIRE(RecordTable<Person>(office.document()).update(gone, u"離任"_s).has_value());

    MunicipalityPage *page = openFromTable(office, city);
    CHECK(shows(page, u"人材の名簿に2名"_s)); // 江口, 小森: not 原田, who is there for みどり市
    CHECK(shows(page, u"コーディネーター　2名"_s));
    CHECK_FALSE(shows(page, u"原田 由紀"_s));
    CHECK(shows(page, u"2市町村で配置数 9名（名簿に2名）"_s));
    CHECK(shows(page, u"配置数 3名（名簿に1名）"_s));
    auto *registers = office.show<RegistersPage>(u"municipalities"_s);
    const auto number = [&](qint64 municipality) {
        return cell(registers->municipalities()->table(), municipality, MunicipalitiesTab::Coordinators)
            .data()
            .toString();
    };
    // No number of the centres beside it: nobody knows how many of the nine are for which of the two.
    CHECK(number(city) == u"2"_s);
    CHECK(number(neighbour) == u"2"_s); // 江口, 原田
    REQUIRE(setServed(office.document(), shared, city, false).has_value());
    settle();
    CHECK(number(city) == u"1（3）"_s);
}

TEST_CASE("a support recorded on the page of a municipality is an accompanied support for it")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 city = municipalityNamed(office.document(), u"桐生市"_s);
    MunicipalityPage *page = openFromTable(office, city);
    click(page->findChild<QPushButton *>(u"recordSupport"_s));
    settle();
    CHECK(office.window->workspace()->currentPage() == u"supports"_s);
    const auto supports = office.all<Support>({}, 0);
    REQUIRE(supports.size() == 1);
    CHECK(supports[0].kind == Support::Kind::Accompany);
    CHECK(supports[0].municipality == city);
    auto *log = qobject_cast<SupportsPage *>(office.window->workspace()->page(u"supports"_s));
    CHECK(log->details()->support() == supports[0].id);
    page = openFromTable(office, city);
    CHECK(shows(page, supports[0].title));
}

TEST_CASE("the page of a municipality is printed as one page")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    MunicipalityPage *page = openFromTable(office, municipalityNamed(office.document(), u"桐生市"_s));
    click(page->findChild<QPushButton *>(u"sheet"_s));
    settle();
    auto *preview = page->findChild<PreviewDialog *>();
    REQUIRE(preview != nullptr);
    CHECK(preview->isVisible());
    preview->close();
}

TEST_CASE("when undo takes the municipality away that is shown, the list comes back")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    Municipality added;
    added.prefecture = prefecture;
    added.name = u"架空村"_s;
    const auto id = RecordTable<Municipality>(office.document()).add(added, u"市町村の追加"_s);
    REQUIRE(id.has_value());
    openFromTable(office, *id);
    office.window->controller()->undo();
    settle();
    CHECK(office.window->workspace()->currentPage() == u"municipalities"_s);
}
