#include "registershapes.h"

#include "parts/recordpicker.h"
#include "people/attendeesfield.h"
#include "people/supportdetails.h"
#include "people/supportspage.h"
#include "programme/workshop.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/navbar.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

struct Region
{
    qint64 city = 0, centre = 0, eguchi = 0, ohno = 0;
};

Region makeRegion(Office &office)
{
    Region region;
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    region.city = municipalityNamed(office.document(), u"桐生市"_s);
    region.centre = addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"桐生市"_s});
    region.eguchi =
        addPerson(office.document(), u"江口 結"_s, u"えぐち ゆい"_s, u"コーディネーター"_s, region.centre);
    region.ohno =
        addPerson(office.document(), u"大野 晴"_s, u"おおの はる"_s, u"コーディネーター"_s, region.centre);
    return region;
}

void pick(SupportsPage *page, const QString &text)
{
    RecordPicker *picker = page->details()->attendees()->picker();
    picker->setFocus();
    write(text);
    Q_EMIT picker->textEdited(picker->text());
    press(Qt::Key_Return);
    settle();
}

void writeInto(SavedText *field, const QString &text)
{
    REQUIRE(field != nullptr);
    field->edit()->setFocus();
    write(text);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
}

} // namespace

TEST_CASE("a network meeting is logged with those who came and what came out of it")
{
    Office office;
    office.beginEmpty();
    const Region region = makeRegion(office);
    auto *page = office.show<SupportsPage>(u"supports"_s);
    click(page->findChild<QPushButton *>(u"addFirstSupport"_s));
    settle();
    write(u"県全体の交流会"_s); // the title is selected, ready to be written
    press(Qt::Key_Return);
    pick(page, u"えぐち"_s); // by reading
    pick(page, u"大野"_s);
    writeInto(page->details()->findChild<SavedText *>(u"outcome"_s), u"退院時の連絡票をそろえることにした"_s);

    office.reopen();
    page = office.show<SupportsPage>(u"supports"_s);
    const auto supports = office.all<Support>({}, 0);
    REQUIRE(supports.size() == 1);
    CHECK(supports[0].kind == Support::Kind::Network);
    CHECK(supports[0].title == u"県全体の交流会"_s);
    CHECK(supports[0].outcome == u"退院時の連絡票をそろえることにした"_s);
    const Registry registry = registryOf(office.document());
    CHECK(registry.attendees.at(supports[0].id).size() == 2);
    CHECK(registry.person(region.eguchi)->supports == std::vector<qint64>{supports[0].id});
    CHECK(page->details()->attendees()->people() == std::vector{region.eguchi, region.ohno});
    CHECK(office.window->workspace()->navigation()->entry(u"supports"_s)->accessibleDescription() == u"1"_s);
}

TEST_CASE("adding an attendee is one step that undo takes back")
{
    Office office;
    office.beginEmpty();
    const Region region = makeRegion(office);
    auto *page = office.show<SupportsPage>(u"supports"_s);
    click(page->findChild<QPushButton *>(u"addFirstSupport"_s));
    settle();
    pick(page, u"江口"_s);
    CHECK(office.document().undoLabel() == u"参加者の追加"_s);
    CHECK(page->details()->attendees()->people() == std::vector{region.eguchi});
    office.window->controller()->undo();
    settle();
    CHECK(page->details()->attendees()->people().empty());
    office.window->controller()->redo();
    settle();
    CHECK(page->details()->attendees()->people().size() == 1);
}

TEST_CASE("accompanied support has its five meetings and what was before and after")
{
    Office office;
    office.beginEmpty();
    const Region region = makeRegion(office);
    Support support;
    support.kind = Support::Kind::Accompany;
    support.title = u"桐生市への伴走支援"_s;
    support.municipality = region.city;
    REQUIRE(RecordTable<Support>(office.document()).add(support, u"追加"_s).has_value());
    auto *page = office.show<SupportsPage>(u"supports"_s);
    REQUIRE(page->details()->findChild<SavedText *>(u"issuesBefore"_s)->isVisible());
    writeInto(page->details()->findChild<SavedText *>(u"issuesBefore"_s), u"話し合う場がない"_s);
    writeInto(page->details()->findChild<SavedText *>(u"situation1"_s), u"担当者と初めて会った"_s);
    writeInto(page->details()->findChild<SavedText *>(u"advice3"_s), u"数字を一つ持って行く"_s);
    writeInto(page->details()->findChild<SavedText *>(u"situation5"_s), u"定例の打合せが始まった"_s);
    writeInto(page->details()->findChild<SavedText *>(u"change"_s), u"月に一度会うようになった"_s);
    writeInto(page->details()->findChild<SavedText *>(u"future"_s), u"協議の場に出す"_s);

    office.reopen();
    const Registry registry = registryOf(office.document());
    REQUIRE(registry.supports.size() == 1);
    CHECK(registry.supports[0].issuesBefore == u"話し合う場がない"_s);
    CHECK(registry.supports[0].change == u"月に一度会うようになった"_s);
    CHECK(registry.supports[0].future == u"協議の場に出す"_s);
    const auto &stages = registry.stages.at(registry.supports[0].id);
    REQUIRE(stages.size() == 3); // only those with something in them
    CHECK(stages[0].stage == 1);
    CHECK(stages[0].situation == u"担当者と初めて会った"_s);
    CHECK(stages[1].stage == 3);
    CHECK(stages[1].advice == u"数字を一つ持って行く"_s);
    CHECK(stages[2].stage == 5);

    // The stages belong to accompanied support: of the other kinds they are not asked.
    page = office.show<SupportsPage>(u"supports"_s);
    page->details()->kind()->setCurrentIndex(1);
    settle();
    CHECK(registryOf(office.document()).supports[0].kind == Support::Kind::Network);
    CHECK_FALSE(page->details()->findChild<SavedText *>(u"issuesBefore"_s)->isVisible());
}

TEST_CASE("what is typed into one record is not stored in the next one")
{
    Office office;
    office.beginEmpty();
    makeRegion(office);
    Support support;
    support.kind = Support::Kind::Accompany;
    support.title = u"一つ目"_s;
    support.heldOn = QDate(2026, 5, 1);
    const auto first = RecordTable<Support>(office.document()).add(support, u"追加"_s);
    support.title = u"二つ目"_s;
    support.heldOn = QDate(2026, 4, 1);
    const auto second = RecordTable<Support>(office.document()).add(support, u"追加"_s);
    REQUIRE((first.has_value() && second.has_value()));
    auto *page = office.show<SupportsPage>(u"supports"_s);
    REQUIRE(page->reveal(u"support"_s, *first));
    auto *situation = page->details()->findChild<SavedText *>(u"situation2"_s);
    situation->edit()->setFocus();
    write(u"書きかけ"_s);
    page->table()->select(*second);
    settle();
    const Registry registry = registryOf(office.document());
    REQUIRE(registry.stages.contains(*first));
    CHECK(registry.stages.at(*first)[0].situation == u"書きかけ"_s);
    CHECK_FALSE(registry.stages.contains(*second));
    CHECK(situation->shownText().isEmpty());
}

TEST_CASE("the log is filtered by kind, municipality of those who came, and fiscal year")
{
    Office office;
    office.beginEmpty();
    const Region region = makeRegion(office);
    const auto add = [&](Support::Kind kind, QDate day, bool withPeople) {
        Support support;
        support.kind = kind;
        support.title = u"支援"_s;
        support.heldOn = day;
        const auto id = RecordTable<Support>(office.document()).add(support, u"追加"_s);
        REQUIRE(id.has_value());
        if (withPeople)
            REQUIRE(
                RecordTable<SupportPerson>(office.document()).add({0, *id, region.eguchi}, {}).has_value());
    };
    add(Support::Kind::Input, QDate(2025, 3, 31), true);  // 令和6年度
    add(Support::Kind::Network, QDate(2025, 4, 1), true); // 令和7年度
    add(Support::Kind::Network, QDate(2026, 3, 31), false);
    auto *page = office.show<SupportsPage>(u"supports"_s);
    GridView *table = page->table();
    REQUIRE(table->filter()->rowCount() == 3);
    auto *kind = page->findChild<QComboBox *>(u"kindFilter"_s);
    auto *place = page->findChild<QComboBox *>(u"municipalityFilter"_s);
    auto *year = page->findChild<QComboBox *>(u"yearFilter"_s);
    year->setCurrentText(u"令和7年度"_s);
    CHECK(table->filter()->rowCount() == 2);
    place->setCurrentText(u"桐生市"_s);
    CHECK(table->filter()->rowCount() == 1);
    kind->setCurrentIndex(1); // Ⅰ
    CHECK(table->filter()->rowCount() == 0);
    year->setCurrentIndex(0);
    CHECK(table->filter()->rowCount() == 1);
    kind->setCurrentIndex(0);
    place->setCurrentIndex(0);
    auto *text = page->findChild<QLineEdit *>(u"supportFilter"_s);
    text->setFocus();
    write(u"えぐち"_s);
    CHECK(table->filter()->rowCount() == 2);
}

TEST_CASE("a workshop is taken over as Ⅰ with the people whose answers are known")
{
    Office office;
    office.beginSample();
    const auto workshops = WorkshopRepository(office.document()).all();
    REQUIRE(workshops.has_value());
    // The one whose answers the sample holds; two of them are tied to people here.
    std::vector<qint64> responses;
    qint64 workshop = 0;
    {
        auto query = office.document().database().prepare(
            u"SELECT r.id, b.workshop FROM response AS r JOIN import_batch AS b ON b.id = r.import_batch ORDER BY r.id LIMIT 2"_s);
        REQUIRE(query.has_value());
        REQUIRE(query->run().has_value());
        while (query->next()) {
            responses.push_back(query->integer(0));
            workshop = query->integer(1);
        }
    }
    REQUIRE(responses.size() == 2);
    std::vector<qint64> people;
    const Result<> tied = office.document().perform(u"結びつけ"_s, [&](Database &database) -> Result<> {
        TANE_CHECK(database.execute(u"DELETE FROM response_person"_s));
        for (const qint64 response : responses) {
            Person person;
            person.name = u"架空 %1"_s.arg(response);
            TANE_TRY(const qint64 id, RecordTable<Person>(office.document()).add(person, {}));
            people.push_back(id);
            TANE_TRY(Statement insert,
                     database.prepare(u"INSERT INTO response_person(response, person) VALUES (?, ?)"_s));
            TANE_CHECK(insert.bind(response).bind(id).run());
        }
        return {};
    });
    REQUIRE(tied.has_value());
    const auto before = office.all<Support>(u"workshop"_s, workshop).size();
    REQUIRE(before <= 1);
    auto *page = office.show<SupportsPage>(u"supports"_s);
    const auto title = WorkshopRepository(office.document()).load(workshop)->title;
    QAction *action = nullptr;
    const auto actions = page->workshopMenu()->actions();
    for (QAction *each : actions)
        if (each->text().startsWith(title.left(10)))
            action = each;
    REQUIRE(action != nullptr);
    action->trigger();
    settle();
    const auto supports = office.all<Support>(u"workshop"_s, workshop);
    REQUIRE(supports.size() == 1);
    CHECK(supports[0].kind == Support::Kind::Input);
    for (const qint64 person : people) {
        const Registry registry = registryOf(office.document());
        CHECK(std::ranges::count(registry.attendees.at(supports[0].id), person) == 1);
    }
    // A second time adds nothing twice.
    const auto count = registryOf(office.document()).attendees.at(supports[0].id).size();
    page->workshopMenu()->actions().value(actions.indexOf(action))->trigger();
    settle();
    CHECK(office.all<Support>(u"workshop"_s, workshop).size() == 1);
    CHECK(registryOf(office.document()).attendees.at(supports[0].id).size() == count);
}
