#include "samplereport.h"

using namespace tane;
using tane::test::SampleFile;
using namespace Qt::StringLiterals;

TEST_CASE("a new report has the sections of the standard order and is one step to undo")
{
    SampleFile file;
    const auto id = addReport(file.document(), file.programme(), u"令和7年度 報告書"_s, QDate(2026, 3, 20));
    REQUIRE(id);
    file.reopen();
    const auto reports = reportsOf(file.document(), file.programme());
    REQUIRE(reports);
    REQUIRE(reports->size() == 1);
    CHECK(reports->front().title == u"令和7年度 報告書"_s);
    CHECK(reports->front().datedOn == QDate(2026, 3, 20));
    CHECK_FALSE(reports->front().external);
    const auto sections = sectionsOf(file.document(), *id);
    REQUIRE(sections);
    REQUIRE(sections->size() == standardSections().size());
    for (std::size_t i = 0; i < sections->size(); ++i)
        CHECK((*sections)[i].kind == standardSections()[i]);
    CHECK(sections->front().kind == SectionKind::Summary);
    CHECK(sections->back().kind == SectionKind::Method);

    const auto second = addReport(file.document(), file.programme(), u"二つ目"_s, QDate(2026, 3, 21));
    REQUIRE(second);
    REQUIRE(file.document().undo());
    CHECK(reportsOf(file.document(), file.programme())->size() == 1);
    CHECK(sectionsOf(file.document(), *second)->empty());
}

TEST_CASE("a copy of a report keeps its texts and leaves the first as it is")
{
    SampleFile file;
    const auto id = addReport(file.document(), file.programme(), u"内部用"_s, QDate(2026, 3, 20));
    REQUIRE(id);
    auto sections = sectionsOf(file.document(), *id);
    REQUIRE(sections);
    ReportSection own = sections->front();
    own.lead = u"一行目\n{対}組"_s;
    own.shown = false;
    REQUIRE(RecordTable<ReportSection>(file.document()).update(own, u"変更"_s));
    const auto copy = copyReport(file.document(), *id, u"外部提供用"_s);
    REQUIRE(copy);
    file.reopen();
    const auto copied = sectionsOf(file.document(), *copy);
    REQUIRE(copied);
    CHECK(copied->front().lead == own.lead);
    CHECK_FALSE(copied->front().shown);
    CHECK(copied->size() == sections->size());
    CHECK(RecordTable<Report>(file.document()).load(*id)->title == u"内部用"_s);
}
