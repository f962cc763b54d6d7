#include "pipelinefixture.h"

#include "issues/linklist.h"
#include "issues/mentionscard.h"
#include "issues/sheetmentions.h"
#include "people/municipalitypage.h"
#include "people/peoplesheets.h"
#include "people/personpage.h"
#include "programme/nextactions.h"

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

QString textOf(const FormSheet &sheet)
{
    QStringList texts;
    for (const FormSheet::Part &part : sheet.parts)
        if (part.table) {
            texts << part.table->caption;
            for (const auto &row : part.table->rows)
                for (const FormTableCell &cell : row)
                    texts << cell.text;
        }
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("a person's page lists the issues she raised, opens them, and her sheet says them")
{
    Issues office;
    const qint64 haru = office.person(u"青木 はる"_s);
    IssueCard card = office.card(office.night);
    card.person = haru;
    REQUIRE(RecordTable<IssueCard>(office.document()).update(card, u"準備"_s).has_value());
    office.reopen();
    PersonPage page(office.context());
    present(page);
    QString opened;
    QObject::connect(&page, &Page::openRow, [&](const QString &to, const QString &table, qint64 row) {
        opened = u"%1/%2/%3"_s.arg(to, table).arg(row);
    });
    REQUIRE(page.reveal(u"person"_s, haru));
    auto *mentions = page.findChild<MentionsCard *>();
    REQUIRE(mentions != nullptr);
    REQUIRE(mentions->isVisible());
    REQUIRE(mentions->list()->items().size() == 1);
    CHECK(mentions->list()->items()[0].text == u"夜に相談できる所がない"_s);
    Q_EMIT mentions->list()->buttonAt(0)->clicked();
    CHECK(opened == u"pipeline/issue_card/%1"_s.arg(office.night));
    REQUIRE(page.reveal(u"person"_s, office.person(u"小森 凛"_s)));
    CHECK_FALSE(mentions->isVisible()); // she raised none

    const auto lines = sheetMentions(office.document(), PeopleSheetKind::Person, haru);
    REQUIRE(lines.has_value());
    PeopleSheetOptions options{.prefecture = u"架空県"_s, .today = QDate::currentDate(), .paper = {}};
    options.issues = *lines;
    const auto sheet = makePersonSheet(office.document(), office.registry(), haru, options);
    REQUIRE(sheet.has_value());
    CHECK(textOf(*sheet).contains(u"夜に相談できる所がない"_s));
}

TEST_CASE(
    "a municipality's page lists its issues, consultations and councils, its sheet all but consultations")
{
    Issues office;
    office.store(
        CouncilRecord{.heldOn = QDate::currentDate(), .body = u"A市協議会"_s, .municipality = office.cityA});
    MunicipalityPage page(office.context(), nullptr);
    present(page);
    REQUIRE(page.reveal(u"municipality"_s, office.cityA));
    auto *mentions = page.findChild<MentionsCard *>();
    REQUIRE(mentions != nullptr);
    CHECK(mentions->list()->items().size() == 4);               // two cards, a consultation, a council
    CHECK(mentions->list()->items()[0].text == u"A市協議会"_s); // newest first
    const auto lines = sheetMentions(office.document(), PeopleSheetKind::Municipality, office.cityA);
    REQUIRE(lines.has_value());
    CHECK(lines->size() == 3);
    PeopleSheetOptions options{.prefecture = u"架空県"_s, .today = QDate::currentDate(), .paper = {}};
    options.issues = *lines;
    const auto sheet = makeMunicipalitySheet(office.document(), office.registry(), office.cityA, options);
    REQUIRE(sheet.has_value());
    CHECK(textOf(*sheet).contains(u"関わる地域課題"_s));
    CHECK(textOf(*sheet).contains(u"A市協議会"_s));
}

TEST_CASE("the home page asks for actions that are late and for issues that nobody takes care of")
{
    Issues office;
    const QDate today = QDate::currentDate();
    auto none = issuesToDo(office.document(), today);
    REQUIRE(none.has_value());
    CHECK(none->late == 0);
    CHECK(none->unowned == 0); // a seed needs no owner yet
    const qint64 council = office.store(CouncilRecord{.heldOn = today.addDays(-30), .body = u"協議会"_s});
    office.store(CouncilAction{.council = council, .what = u"様式をそろえる"_s, .dueOn = today.addDays(-4)});
    office.store(CouncilAction{
        .council = council, .what = u"先に終わった"_s, .dueOn = today.addDays(-9), .done = true});
    office.store(CouncilAction{.council = council, .what = u"今日まで"_s, .dueOn = today});
    office.addCard(u"入退院の連絡"_s, IssueStage::Regional, office.cityA);
    const auto todo = issuesToDo(office.document(), today);
    REQUIRE(todo.has_value());
    CHECK(todo->late == 1);
    CHECK(todo->firstLate == u"様式をそろえる"_s);
    CHECK(todo->due == today.addDays(-4));
    CHECK(todo->unowned == 1);
    const auto actions = nextActions(Cycle(), {}, today, {}, 20, {}, *todo);
    const auto late = std::ranges::find(actions, u"councils"_s, &NextAction::page);
    REQUIRE(late != actions.end());
    CHECK(late->title == u"協議の場で決めた取組が 1 件、期限を過ぎています"_s);
    CHECK(late->detail == u"様式をそろえる（4 日遅れ）"_s);
    CHECK(std::ranges::find(actions, u"pipeline"_s, &NextAction::page) != actions.end());
}
