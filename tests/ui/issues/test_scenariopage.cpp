#include "issuesheetsfixture.h"

#include "../poppler.h"

#include "issues/card.h"
#include "issues/scenarioeditor.h"
#include "issues/scenariopage.h"
#include "parts/gridview.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;

namespace {

/// The issue of the sample that has a chain of 深掘り behind it and no scenario yet.
const QString kNight = u"夜間の電話を一つの事業所では受けきれないのではないか"_s;

qint64 card(Office &office, const QString &title)
{
    const auto cards = RecordTable<IssueCard>(office.document()).all();
    REQUIRE(cards.has_value());
    const auto found = std::ranges::find(*cards, title, &IssueCard::title);
    REQUIRE(found != cards->end());
    return found->id;
}

std::vector<Scenario> scenarios(Office &office)
{
    const auto all = RecordTable<Scenario>(office.document()).all();
    REQUIRE(all.has_value());
    return *all;
}

Scenario scenarioOf(Office &office, qint64 card)
{
    for (const Scenario &each : scenarios(office))
        if (each.card == card)
            return each;
    FAIL("no scenario of the card");
    return {};
}

} // namespace

TEST_CASE("from a card of the pipeline a scenario is begun with what is known, written and printed")
{
    Office office;
    office.beginSample();
    const qint64 night = card(office, kNight);
    REQUIRE(office.window->workspace()->openRow(u"scenario"_s, u"issue_card"_s, night));
    auto *page = office.show<ScenarioPage>(u"scenario"_s);
    // From resources/sample/issues.json: the chain behind the card.
    const Scenario begun = scenarioOf(office, night);
    CHECK(begun.theme.contains(kNight));
    CHECK(begun.causes[0] == u"相談先の一覧が住民に届いていない"_s);
    CHECK(begun.causes[1] == u"夜間に電話を受ける体制を一つの事業所では持てない"_s);
    CHECK(begun.rootCause == begun.causes[1]);
    CHECK(begun.measures[0] == u"三つの訪問看護事業所が当番で夜間の電話を受ける"_s);
    CHECK(child<QRadioButton>(*page, u"root2"_s)->isChecked());
    CHECK_FALSE(child<QRadioButton>(*page, u"root1"_s)->isChecked());

    overwrite(child(*page, u"vision"_s), u"夜間も安心して暮らせる"_s);
    overwrite(child(*page, u"forWhom1"_s), u"訪問看護事業所"_s);
    overwrite(child(*page, u"expectation1"_s), u"夜間の相談に応じられる"_s);
    overwrite(child(*page, u"gauge1"_s), u"夜間の電話の件数"_s);
    CHECK(child<QLabel>(*page, u"gaps"_s)->text().contains(u"すべて書けました"_s));

    click(child(*page, u"printScenario"_s));
    PreviewDialog *dialog = preview(*page);
    const QString pdf = office.desk.path(u"シナリオ.pdf"_s);
    saveFrom(office, dialog, u"savePdf"_s, pdf);
    const QString said = tane::testing::pdfText(pdf).simplified();
    CHECK(said.contains(u"夜間も安心して暮らせる"_s));
    CHECK(said.contains(u"夜間の電話の件数"_s));
    dialog->close();

    office.reopen();
    CHECK(scenarioOf(office, night).gauges[0] == u"夜間の電話の件数"_s);
    // Asked again for the same card, the same scenario comes.
    const std::size_t before = scenarios(office).size();
    REQUIRE(office.window->workspace()->openRow(u"scenario"_s, u"issue_card"_s, night));
    CHECK(scenarios(office).size() == before);
}

TEST_CASE("exactly one cause is the root cause, it follows the words of its cause, and undo goes back")
{
    Office office;
    office.beginSample();
    const qint64 night = card(office, kNight);
    REQUIRE(office.window->workspace()->openRow(u"scenario"_s, u"issue_card"_s, night));
    auto *page = office.show<ScenarioPage>(u"scenario"_s);
    click(child(*page, u"root1"_s));
    settle();
    CHECK(scenarioOf(office, night).rootCause == u"相談先の一覧が住民に届いていない"_s);
    CHECK(child<QRadioButton>(*page, u"root1"_s)->isChecked());
    CHECK_FALSE(child<QRadioButton>(*page, u"root2"_s)->isChecked());
    CHECK_FALSE(child<QRadioButton>(*page, u"root3"_s)->isEnabled()); // nothing is written there

    overwrite(child(*page, u"cause1"_s), u"相談先が知られていない"_s);
    CHECK(scenarioOf(office, night).rootCause == u"相談先が知られていない"_s);
    REQUIRE(office.document().undo().has_value());
    settle();
    const Scenario back = scenarioOf(office, night);
    CHECK(back.causes[0] == u"相談先の一覧が住民に届いていない"_s);
    CHECK(back.rootCause == back.causes[0]);
}

TEST_CASE("the page of scenarios says how to begin while there is none, and every scenario can be taken back")
{
    Office office;
    office.begin();
    auto *page = office.show<ScenarioPage>(u"scenario"_s);
    click(child(*page, u"addFirstScenario"_s));
    settle();
    REQUIRE(scenarios(office).size() == 1);
    CHECK(child<QLabel>(*page, u"gaps"_s)->text().contains(u"問1"_s));
    overwrite(child(*page, u"theme"_s), u"【看取り】話し合うきっかけがない"_s);
    CHECK(scenarios(office).front().theme == u"【看取り】話し合うきっかけがない"_s);
    office.desk.dialogs.confirmed = true;
    click(child(*page, u"removeScenario"_s));
    settle();
    CHECK(scenarios(office).empty());
    CHECK(child(*page, u"addFirstScenario"_s)->isVisible());
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(scenarios(office).size() == 1);
    CHECK(page->table()->isVisible());
}
