// Whole files: an older one, a large one, and the answers of a programme that was deleted by mistake.
#include "programme/cycle.h"
#include "programme/search.h"
#include "survey/sample.h"
#include "survey/surveyrepository.h"

#include "core/storage/storagetest.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

TEST_CASE(
    "a file of the first version keeps its workshops and answers, each workshop in a programme of its own")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("old.tane"));
    DocumentOptions first;
    first.migrations = builtInMigrations();
    first.migrations.resize(1);
    {
        const auto old = valueOf(Document::create(path, first));
        CHECK(valueOf(old->database().integer(QStringLiteral("PRAGMA user_version"))) == 1);
        act(*old,
            {
                QStringLiteral("INSERT INTO questionnaire(id, code, title) VALUES (3, 'q', 'q')"),
                QStringLiteral("INSERT INTO item_set VALUES (1, 3, 0, 'Ⅰ', 's', 'practice')"),
                QStringLiteral("INSERT INTO item(id, item_set, position, code, text, short_text, "
                               "answer_type, asked_before, asked_after, ordered) VALUES (1, 1, 0, 'Ⅰ-1', "
                               "'i', '', 'single', 1, 1, 1)"),
                QStringLiteral("INSERT INTO workshop VALUES (4, '年度末', '2026-03-31', 3, 'latest')"),
                QStringLiteral("INSERT INTO workshop VALUES (9, '年度初め', '2026-04-01', 3, 'ask')"),
                QStringLiteral("INSERT INTO workshop VALUES (12, '日程未定', NULL, NULL, 'ask')"),
                QStringLiteral("INSERT INTO import_batch VALUES (1, 4, 3, 'before', 'a.csv', '2026-03-01')"),
                QStringLiteral("INSERT INTO response(id, import_batch, source_label, row_number, name) "
                               "VALUES (5, 1, 'a', 2, '石田 奏')"),
                QStringLiteral("INSERT INTO answer VALUES (5, 1, 0, '')"),
            });
    }
    const auto document = valueOf(Document::open(path));
    CHECK(folder.files().contains(QStringLiteral("old.backup-v1.tane")));
    CycleRepository cycles(*document);
    const auto programmes = valueOf(cycles.programmes());
    QStringList found;
    for (const Programme &programme : programmes) {
        found << QStringLiteral("%1 %2").arg(programme.title).arg(programme.firstYear.value_or(0));
        const Cycle cycle = valueOf(cycles.load(programme.id));
        REQUIRE(cycle.workshops.size() == 1);
        CHECK(cycle.workshops.front().title == programme.title);
        CHECK(cycle.workshops.front().method == Workshop::Method::Open);
        std::vector<Viewpoint> viewpoints = cycle.viewpoints;
        for (Viewpoint &viewpoint : viewpoints)
            viewpoint.id = viewpoint.programme = 0;
        CHECK(viewpoints == guidedViewpoints());
        REQUIRE(cycle.targetGroups.size() == guidedTargetGroups().size());
        for (std::size_t i = 0; i < cycle.targetGroups.size(); ++i)
            CHECK(cycle.targetGroups[i].name == guidedTargetGroups()[i].name);
    }
    // 2026-03-31 is the last day of 令和7年度 (2025), 2026-04-01 the first of 令和8年度.
    CHECK(found == QStringList{QStringLiteral("日程未定 0"), QStringLiteral("年度初め 2026"),
                               QStringLiteral("年度末 2025")});
    const Cycle answered = valueOf(cycles.load(programmes.back().id));
    CHECK(answered.workshops.front().id == 4);
    CHECK(answered.state(Step::Execution) == StepState::Started);
    CHECK(valueOf(SurveyRepository(*document).twiceRule(4)) == LinkOptions::Twice::Latest);
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM answer"))) == 1);
    succeeds(document->check());
    // It can be worked on like any other.
    CHECK(valueOf(cycles.load(valueOf(cycles.next(answered.programme.id)))).programme.firstYear == 2026);
}

TEST_CASE("200 goals, 60 timetable rows and a text of 10,000 characters are kept in their order")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    const QString longText = QString(9990, u'長') + QStringLiteral("終わりの目印です。");
    qint64 id = 0;
    {
        const auto document = valueOf(Document::create(path));
        CycleRepository cycles(*document);
        id = valueOf(cycles.create({.title = QStringLiteral("研修")}, QStringLiteral("half-day")));
        const Cycle cycle = valueOf(cycles.load(id));
        const qint64 workshop = cycle.workshops.front().id;
        RecordTable<Goal> goals(*document);
        RecordTable<TimetableRow> rows(*document);
        succeeds(document->perform(QStringLiteral("まとめて追加"), [&](Database &) -> Result<> {
            for (int i = 0; i < 200; ++i)
                TANE_CHECK(goals.add({.targetGroup = cycle.targetGroups.front().id,
                                      .text = i == 150 ? longText : QString::number(i)},
                                     QStringLiteral("追加")));
            for (int i = 0; i < 60; ++i)
                TANE_CHECK(rows.add({.workshop = workshop, .minutes = 1, .title = QString::number(i)},
                                    QStringLiteral("追加"), 0));
            return {};
        }));
        succeeds(document->undo());
        CHECK(valueOf(cycles.load(id)).goals.empty());
        CHECK(valueOf(cycles.load(id)).timetables.at(workshop).size() == 11);
        succeeds(document->redo());
    }
    const auto document = valueOf(Document::open(path));
    const Cycle cycle = valueOf(CycleRepository(*document).load(id));
    REQUIRE(cycle.goals.size() == 200);
    for (int i = 0; i < 200; ++i)
        CHECK(cycle.goals.at(static_cast<std::size_t>(i)).text == (i == 150 ? longText : QString::number(i)));
    const auto &rows = cycle.timetables.begin()->second;
    REQUIRE(rows.size() == 71);
    CHECK(rows.front().title == QStringLiteral("59")); // each was put on top
    CHECK(rows.at(59).title == QStringLiteral("0"));
    CHECK(valueOf(timetableOf(*document, cycle.workshops.front().id)).totalMinutes == 60 + 270);
    const auto hits = valueOf(searchFile(*document, QStringLiteral("終わりの目印")));
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().row == cycle.goals.at(150).id);
}

TEST_CASE("a programme deleted with its answers comes back whole")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("s.tane"));
    succeeds(createSample(path));
    const auto document = valueOf(Document::open(path));
    CycleRepository cycles(*document);
    const Programme finished = valueOf(cycles.programmes()).back();
    const QStringList before = everything(document->database());
    succeeds(cycles.remove(finished.id));
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM response"))) == 0);
    // The next cycle stays, with goals that no longer know where they came from.
    const Cycle next = valueOf(cycles.load(valueOf(cycles.programmes()).front().id));
    CHECK(next.programme.previous == 0);
    CHECK(std::ranges::all_of(next.goals, [](const Goal &goal) { return goal.evaluationLine == 0; }));
    CHECK(next.goals.size() > 3);
    succeeds(document->undo());
    CHECK(everything(document->database()) == before);
    succeeds(document->redo());
    CHECK(errorOf(cycles.load(finished.id)) == ErrorCode::NotFound);
}
