#include "programme/cycle.h"

#include "core/storage/storagetest.h"

using namespace tane;
using namespace storagetest;

namespace {

struct Opened
{
    Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    CycleRepository cycles{*document};
};

template<class T>
qint64 added(Document &document, const T &record)
{
    return valueOf(RecordTable<T>(document).add(record, QStringLiteral("追加")));
}

/// "10:00 開場 30", one line a row, from the stored timetable.
QStringList linesOf(const Cycle &cycle, qint64 workshop)
{
    QStringList lines;
    QTime time = cycle.workshops.front().startsAt;
    for (const TimetableRow &row : cycle.timetables.at(workshop)) {
        lines << QStringLiteral("%1 %2 %3")
                     .arg(time.toString(QStringLiteral("HH:mm")), row.title)
                     .arg(row.minutes);
        time = time.addSecs(60 * row.minutes);
    }
    return lines;
}

QStringList textsOf(const std::vector<Goal> &goals, Goal::Term term)
{
    QStringList texts;
    for (const Goal &goal : goals)
        if (goal.term == term)
            texts << goal.text;
    return texts;
}

/// A programme with something in every part of it.
qint64 fullProgramme(Document &document)
{
    CycleRepository cycles(document);
    Programme programme{.title = QStringLiteral("支援プログラム"),
                        .firstYear = 2025,
                        .lastYear = 2026,
                        .owner = QStringLiteral("担当")};
    const qint64 id = valueOf(cycles.create(programme, QStringLiteral("half-day")));
    Cycle cycle = valueOf(cycles.load(id));
    const qint64 group = cycle.targetGroups.at(1).id;
    added(document, Viewpoint{.programme = id,
                              .block = QStringLiteral("都道府県の状況"),
                              .text = QStringLiteral("独自の視点")});
    const qint64 finding = added(document, Finding{.viewpoint = cycle.viewpoints.front().id,
                                                   .text = QStringLiteral("窓口は18か所"),
                                                   .foundOn = QDate(2025, 5, 1)});
    const qint64 issue =
        added(document, ReviewIssue{.targetGroup = group, .text = QStringLiteral("共有の場がない")});
    succeeds(setFindingsOf(document, issue, {finding}));
    for (const auto &[term, text] : {std::pair(Goal::Term::Short, "短"), std::pair(Goal::Term::Middle, "中"),
                                     std::pair(Goal::Term::Long, "長")})
        added(document, Goal{.targetGroup = group, .term = term, .text = QString::fromUtf8(text)});
    added(document, Purpose{.programme = id, .text = QStringLiteral("主の目的")});
    added(document,
          PlanLine{.targetGroup = group, .field = PlanField::Action, .text = QStringLiteral("行動")});
    succeeds(setPlanLevel(document, group, PlanField::Entry, {.lowest = 0, .highest = 2}));
    Workshop workshop = cycle.workshops.front();
    workshop.heldOn = QDate(2025, 11, 20);
    workshop.recruitFrom = QDate(2025, 9, 1);
    workshop.place = QStringLiteral("県庁");
    succeeds(RecordTable<Workshop>(document).update(workshop, QStringLiteral("変更")));
    Task task = cycle.tasks.at(workshop.id).front();
    task.doneOn = QDate(2025, 7, 1);
    task.dueOn = QDate(2025, 7, 2);
    succeeds(RecordTable<Task>(document).update(task, QStringLiteral("変更")));
    added(document, EvaluationLine{.programme = id,
                                   .kind = EvaluationLine::Kind::NextGoal,
                                   .text = QStringLiteral("市町村と月1回話し合う"),
                                   .targetGroup = group});
    added(document, EvaluationLine{.programme = id,
                                   .kind = EvaluationLine::Kind::NextGoal,
                                   .text = QStringLiteral("みんなで続ける")});
    added(document, EvaluationLine{.programme = id, .text = QStringLiteral("できた")});
    added(document, Initiative{.programme = id, .name = QStringLiteral("取組")});
    added(document, ReflectionMeeting{.programme = id, .contents = QStringLiteral("内容")});
    succeeds(cycles.setState(id, Step::Situation, StepState::Done));
    return id;
}

} // namespace

TEST_CASE("a programme made from nothing has the guided viewpoints and two target groups, in one undo step")
{
    Opened opened;
    const qint64 id = valueOf(opened.cycles.create({.title = QStringLiteral("令和8年度の研修")}));
    const Cycle cycle = valueOf(opened.cycles.load(id));
    CHECK(cycle.programme.title == QStringLiteral("令和8年度の研修"));
    REQUIRE(cycle.viewpoints.size() == 10); // 図表-71
    CHECK(cycle.viewpoints.at(4).block == QStringLiteral("コーディネーターについて"));
    REQUIRE(cycle.targetGroups.size() == 2);
    CHECK(cycle.targetGroups.at(0).name == QStringLiteral("コーディネーター"));
    CHECK(cycle.targetGroups.at(1).name == QStringLiteral("市町村担当者"));
    CHECK(cycle.workshops.empty());
    for (const Step step : allSteps())
        CHECK(cycle.state(step) == StepState::Empty);
    CHECK(opened.document->undoLabel() == QStringLiteral("プログラムの作成"));
    succeeds(opened.document->undo());
    CHECK(valueOf(opened.cycles.programmes()).empty());
    CHECK_FALSE(opened.document->canUndo());
}

TEST_CASE("the full-day template is the timetable of trial 1")
{
    Opened opened;
    const qint64 id =
        valueOf(opened.cycles.create({.title = QStringLiteral("研修")}, QStringLiteral("full-day")));
    const Cycle cycle = valueOf(opened.cycles.load(id));
    REQUIRE(cycle.workshops.size() == 1);
    // 002, 図表-78 (times and minutes); opening and closing from the differences.
    CHECK(linesOf(cycle, cycle.workshops.front().id) ==
          QStringList{QStringLiteral("10:00 開場 30"), QStringLiteral("10:30 開会 10"),
                      QStringLiteral("10:40 講義 25"), QStringLiteral("11:05 事例① 20"),
                      QStringLiteral("11:25 事例② 20"), QStringLiteral("11:45 事例③ 20"),
                      QStringLiteral("12:05 休憩 55"), QStringLiteral("13:00 オリエンテーション 15"),
                      QStringLiteral("13:15 テーマ１ 40"), QStringLiteral("13:55 テーマ２ 40"),
                      QStringLiteral("14:35 テーマ３ 40"), QStringLiteral("15:15 全体共有 45"),
                      QStringLiteral("16:00 総括 20"), QStringLiteral("16:20 閉会 10")});
}

TEST_CASE("the half-day template is the timetable of trial 2")
{
    Opened opened;
    const qint64 id =
        valueOf(opened.cycles.create({.title = QStringLiteral("研修")}, QStringLiteral("half-day")));
    const Cycle cycle = valueOf(opened.cycles.load(id));
    REQUIRE(cycle.workshops.size() == 1);
    // 002, 図表-79.
    CHECK(linesOf(cycle, cycle.workshops.front().id) ==
          QStringList{QStringLiteral("12:30 開場 30"), QStringLiteral("13:00 開会 5"),
                      QStringLiteral("13:05 振り返り 10"), QStringLiteral("13:15 講義 30"),
                      QStringLiteral("13:45 オリエンテーション 15"), QStringLiteral("14:00 テーマ１ 40"),
                      QStringLiteral("14:40 テーマ２ 40"), QStringLiteral("15:20 テーマ３ 40"),
                      QStringLiteral("16:00 全体共有 30"), QStringLiteral("16:30 総括 25"),
                      QStringLiteral("16:55 閉会 5")});
    std::vector<QString> themes;
    for (const TimetableRow &row : cycle.timetables.at(cycle.workshops.front().id)) {
        if (row.isTheme) {
            CHECK(row.block == TimetableRow::Block::GroupWork);
            themes.push_back(row.content);
        }
    }
    REQUIRE(themes.size() == 3);
    CHECK(themes.at(1) ==
          QStringLiteral("地域課題のタネから、地域で解決したいこと（地域課題）を出し合ってみよう"));
}

TEST_CASE("every template makes a workshop with its own timetable and a checklist around the day")
{
    Opened opened;
    REQUIRE(CycleRepository::templates().size() == 4);
    for (const CycleTemplate &shape : CycleRepository::templates()) {
        INFO(shape.id.toStdString());
        CHECK_FALSE(shape.title.isEmpty());
        CHECK_FALSE(shape.description.isEmpty());
        const qint64 id = valueOf(opened.cycles.create({.title = shape.title}, shape.id));
        const Cycle cycle = valueOf(opened.cycles.load(id));
        REQUIRE(cycle.workshops.size() == 1);
        const Workshop &workshop = cycle.workshops.front();
        CHECK(workshop.startsAt.isValid());
        CHECK(workshop.method == Workshop::Method::InPerson);
        CHECK_FALSE(workshop.heldOn.isValid());
        CHECK(cycle.timetables.at(workshop.id).size() >= 10);
        QStringList codes;
        for (const Task &task : cycle.tasks.at(workshop.id)) {
            CHECK_FALSE(task.title.isEmpty());
            CHECK_FALSE(task.doneOn.isValid());
            codes << task.code;
        }
        for (const char *code : {"notice", "recruit-open", "recruit-close", "homework-out", "homework-back",
                                 "before-out", "before-back", "group-list", "materials", "day", "after-out",
                                 "after-back", "followup-out", "reflection", "draft-plan"})
            CHECK(codes.count(QLatin1String(code)) == 1);
        CHECK(cycle.state(Step::Plan) == StepState::Started);
        CHECK(cycle.state(Step::Execution) == StepState::Empty);
    }
    CHECK(errorOf(opened.cycles.create({.title = QStringLiteral("x")}, QStringLiteral("checklist"))) ==
          ErrorCode::NotFound);
    CHECK(errorOf(opened.cycles.create({.title = QStringLiteral("x")}, QStringLiteral("一日"))) ==
          ErrorCode::NotFound);
}

TEST_CASE("a template's timetable replaces the one there is, and undo brings it back")
{
    Opened opened;
    const qint64 id =
        valueOf(opened.cycles.create({.title = QStringLiteral("研修")}, QStringLiteral("full-day")));
    const Cycle before = valueOf(opened.cycles.load(id));
    const qint64 workshop = before.workshops.front().id;
    succeeds(opened.cycles.applyTimetable(workshop, QStringLiteral("half-day")));
    const Cycle after = valueOf(opened.cycles.load(id));
    CHECK(after.timetables.at(workshop).size() == 11);
    CHECK(after.workshops.front().startsAt == QTime(12, 30));
    CHECK(after.workshops.front().title == before.workshops.front().title);
    CHECK(opened.document->undoLabel() == QStringLiteral("時間割の入れ替え"));
    succeeds(opened.document->undo());
    const Cycle undone = valueOf(opened.cycles.load(id));
    CHECK(undone.timetables == before.timetables);
    CHECK(undone.workshops == before.workshops);
}

TEST_CASE("the checklist adds only what is missing")
{
    Opened opened;
    const qint64 workshop =
        valueOf(WorkshopRepository(*opened.document).save({.title = QStringLiteral("研修会")}));
    RecordTable<Task> tasks(*opened.document);
    const auto all = [&] { return valueOf(tasks.all(QStringLiteral("workshop"), workshop)); };
    added(*opened.document, Task{.workshop = workshop, .title = QStringLiteral("独自の準備")});
    succeeds(opened.cycles.applyChecklist(workshop));
    const auto first = all();
    REQUIRE(first.size() > 10);
    CHECK(first.front().title == QStringLiteral("独自の準備"));
    succeeds(tasks.remove(first.at(3).id, QStringLiteral("削除")));
    succeeds(opened.cycles.applyChecklist(workshop));
    const auto again = all();
    CHECK(again.size() == first.size());
    CHECK(again.back().code == first.at(3).code);
    succeeds(opened.cycles.applyChecklist(workshop)); // nothing is missing: no step
    CHECK(opened.document->undoLabel() == QStringLiteral("チェックリストの追加"));
    succeeds(opened.document->undo());
    CHECK(all().size() == first.size() - 1);
    CHECK(errorOf(opened.cycles.applyChecklist(workshop + 100)) == ErrorCode::NotFound);
}

TEST_CASE("a workshop without a programme gets one that can be worked on like any other")
{
    Opened opened;
    const qint64 workshop =
        valueOf(WorkshopRepository(*opened.document)
                    .save({.title = QStringLiteral("研修会"), .heldOn = QDate(2026, 3, 31)}));
    const auto programmes = valueOf(opened.cycles.programmes());
    REQUIRE(programmes.size() == 1);
    CHECK(programmes.front().firstYear == 2025); // 年度 runs from April to March
    const Cycle cycle = valueOf(opened.cycles.load(programmes.front().id));
    CHECK(cycle.viewpoints.size() == 10);
    CHECK(cycle.targetGroups.size() == 2);
    CHECK(cycle.workshops.front().id == workshop);
}

TEST_CASE("programmes stand newest fiscal year first, planned ones above, archived ones last")
{
    Opened opened;
    const auto make = [&](const char *title, std::optional<int> year) {
        return valueOf(opened.cycles.create({.title = QString::fromUtf8(title), .firstYear = year}));
    };
    make("令和6", 2024);
    const qint64 archived = make("保管", 2027);
    make("令和8", 2026);
    make("計画中", std::nullopt);
    make("令和7", 2025);
    succeeds(opened.cycles.setArchived(archived, true));
    CHECK(opened.document->undoLabel() == QStringLiteral("プログラムの保管"));
    QStringList titles;
    for (const Programme &programme : valueOf(opened.cycles.programmes()))
        titles << programme.title;
    CHECK(titles.join(u' ') == QStringLiteral("計画中 令和8 令和7 令和6 保管"));
    succeeds(opened.cycles.setArchived(archived, false));
    CHECK(valueOf(opened.cycles.programmes()).at(1).id == archived);
    CHECK(errorOf(opened.cycles.setArchived(99, true)) == ErrorCode::NotFound);
}

TEST_CASE("a step is what the officer says, and otherwise what was entered")
{
    Opened opened;
    const qint64 id = valueOf(opened.cycles.create({.title = QStringLiteral("研修")}));
    const auto state = [&](Step step) { return valueOf(opened.cycles.load(id)).state(step); };
    const Cycle cycle = valueOf(opened.cycles.load(id));
    added(*opened.document,
          Goal{.targetGroup = cycle.targetGroups.front().id, .text = QStringLiteral("目標")});
    CHECK(state(Step::Goals) == StepState::Started);
    succeeds(opened.cycles.setState(id, Step::Goals, StepState::Done));
    CHECK(state(Step::Goals) == StepState::Done);
    succeeds(opened.cycles.setState(id, Step::Plan, StepState::Stopped)); // a cycle may stop after step 3
    CHECK(state(Step::Plan) == StepState::Stopped);
    CHECK(state(Step::Execution) == StepState::Empty);
    succeeds(opened.cycles.setState(id, Step::Goals, StepState::Started));
    CHECK(state(Step::Goals) == StepState::Started);
    succeeds(opened.document->undo());
    CHECK(state(Step::Goals) == StepState::Done);
    succeeds(opened.cycles.setState(id, Step::Plan, StepState::Empty));
    CHECK(state(Step::Plan) == StepState::Empty);
}

TEST_CASE("execution has begun with the first task done or the first answers")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    const Cycle cycle = valueOf(opened.cycles.load(id));
    CHECK(cycle.state(Step::Execution) == StepState::Started);
    CHECK(cycle.state(Step::Evaluation) == StepState::Started);
    Task task = cycle.tasks.begin()->second.front();
    task.doneOn = {};
    succeeds(RecordTable<Task>(*opened.document).update(task, QStringLiteral("変更")));
    CHECK(valueOf(opened.cycles.load(id)).state(Step::Execution) == StepState::Empty);
    act(*opened.document,
        {QStringLiteral("INSERT INTO questionnaire(id, code, title) VALUES (1, 'q', 'q')"),
         QStringLiteral("INSERT INTO import_batch VALUES (1, %1, 1, 'before', 'a.csv', '2025-10-01')")
             .arg(task.workshop)});
    CHECK(valueOf(opened.cycles.load(id)).state(Step::Execution) == StepState::Started);
}

TEST_CASE("a duplicate has everything but dates, done marks, answers and evaluation")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    const Cycle original = valueOf(opened.cycles.load(id));
    const qint64 copyId = valueOf(opened.cycles.duplicate(id));
    const Cycle copy = valueOf(opened.cycles.load(copyId));
    CHECK(copy.programme.title == QStringLiteral("支援プログラム（複製）"));
    CHECK_FALSE(copy.programme.firstYear);
    CHECK(copy.programme.owner == QStringLiteral("担当"));
    CHECK(copy.viewpoints.size() == 11);
    const Finding &finding = copy.findings.at(copy.viewpoints.front().id).front();
    CHECK(finding.text == QStringLiteral("窓口は18か所"));
    CHECK(finding.foundOn == QDate(2025, 5, 1));
    const qint64 group = copy.targetGroups.at(1).id;
    CHECK(group != original.targetGroups.at(1).id);
    const qint64 issue = copy.reviewIssues.at(group).front().id;
    CHECK(copy.issueFindings.at(issue) == std::vector<qint64>{finding.id});
    CHECK(textsOf(copy.goals, Goal::Term::Short) == QStringList{QStringLiteral("短")});
    CHECK(copy.purposes.size() == 1);
    CHECK(copy.planLines.front().targetGroup == group);
    CHECK(copy.planLevels.at({group, PlanField::Entry}).highest == 2);
    const Workshop &workshop = copy.workshops.front();
    CHECK(workshop.place == QStringLiteral("県庁"));
    CHECK_FALSE(workshop.heldOn.isValid());
    CHECK_FALSE(workshop.recruitFrom.isValid());
    CHECK(linesOf(copy, workshop.id) == linesOf(original, original.workshops.front().id));
    for (const Task &task : copy.tasks.at(workshop.id)) {
        CHECK_FALSE(task.doneOn.isValid());
        CHECK_FALSE(task.dueOn.isValid());
    }
    CHECK(copy.evaluation.empty());
    CHECK(copy.initiatives.empty());
    CHECK(copy.meetings.empty());
    CHECK(copy.said.empty());
    // The original is as it was, and one undo takes the copy away.
    CHECK(valueOf(opened.cycles.load(id)).goals == original.goals);
    CHECK(opened.document->undoLabel() == QStringLiteral("プログラムの複製"));
    succeeds(opened.document->undo());
    CHECK(errorOf(opened.cycles.load(copyId)) == ErrorCode::NotFound);
}

TEST_CASE("the next cycle begins with what the evaluation asked for")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    const Cycle last = valueOf(opened.cycles.load(id));
    const qint64 nextId = valueOf(opened.cycles.next(id));
    const Cycle next = valueOf(opened.cycles.load(nextId));
    CHECK(next.programme.previous == id);
    CHECK(next.programme.firstYear == 2027); // the last one ended in 2026
    CHECK(next.programme.title == last.programme.title);
    CHECK(textsOf(next.goals, Goal::Term::Long) == QStringList{QStringLiteral("長")});
    CHECK(textsOf(next.goals, Goal::Term::Middle) == QStringList{QStringLiteral("中")});
    REQUIRE(textsOf(next.goals, Goal::Term::Short).size() == 2); // the last cycle's own one is not taken over
    for (const Goal &goal : next.goals) {
        if (goal.term != Goal::Term::Short)
            continue;
        const bool forAll = goal.text == QStringLiteral("みんなで続ける");
        CHECK(goal.targetGroup == next.targetGroups.at(forAll ? 0 : 1).id);
        const EvaluationLine source =
            valueOf(RecordTable<EvaluationLine>(*opened.document).load(goal.evaluationLine));
        CHECK(source.text == goal.text);
        CHECK(source.programme == id);
    }
    CHECK(next.viewpoints.size() == 11);
    CHECK(next.state(Step::Situation) == StepState::Started); // it has a viewpoint of its own
    for (const auto &[viewpoint, findings] : next.findings)
        CHECK(findings.empty());
    CHECK(next.purposes.empty());
    CHECK(next.planLines.empty());
    CHECK(next.evaluation.empty());
    CHECK(next.workshops.front().place == QStringLiteral("県庁"));
    CHECK_FALSE(next.workshops.front().heldOn.isValid());
    CHECK(next.timetables.at(next.workshops.front().id).size() == 11);
    succeeds(opened.document->undo());
    CHECK(errorOf(opened.cycles.load(nextId)) == ErrorCode::NotFound);
}

TEST_CASE("the cycle that follows is known, and a title that begins with its year moves on with it")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    CHECK_FALSE(valueOf(opened.cycles.following(id)).has_value());
    CHECK_FALSE(valueOf(opened.cycles.following(0)).has_value());
    const qint64 nextId = valueOf(opened.cycles.next(id));
    const std::optional<Programme> follower = valueOf(opened.cycles.following(id));
    REQUIRE(follower.has_value());
    CHECK(follower->id == nextId);
    CHECK_FALSE(valueOf(opened.cycles.following(nextId)).has_value());

    Programme last;
    last.title = QStringLiteral("令和8年度 多職種連携研修");
    last.firstYear = 2026; // fiscal 2026 is 令和8年度
    CHECK(nextProgramme(last).title == QStringLiteral("令和9年度 多職種連携研修"));
    last.title = QStringLiteral("連携研修（令和8年度改訂）");
    CHECK(nextProgramme(last).title == last.title);
}

TEST_CASE("what the evaluation asked for finds a target group even when there is none left")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    for (const TargetGroup &group : valueOf(opened.cycles.load(id)).targetGroups)
        succeeds(RecordTable<TargetGroup>(*opened.document).remove(group.id, QStringLiteral("削除")));
    const Cycle next = valueOf(opened.cycles.load(valueOf(opened.cycles.next(id))));
    REQUIRE(next.targetGroups.size() == 2);
    CHECK(textsOf(next.goals, Goal::Term::Short) ==
          QStringList{QStringLiteral("市町村と月1回話し合う"), QStringLiteral("みんなで続ける")});
    CHECK(next.goals.front().targetGroup == next.targetGroups.front().id);
}

TEST_CASE("deleting a programme takes everything with it, and undo brings every row back")
{
    Opened opened;
    const qint64 id = fullProgramme(*opened.document);
    const QStringList before = everything(opened.document->database());
    succeeds(opened.cycles.remove(id));
    for (const char *table : {"programme", "target_group", "viewpoint", "finding", "review_issue", "goal",
                              "purpose", "plan_line", "plan_level", "workshop", "timetable_row", "task",
                              "evaluation_line", "initiative", "reflection_meeting", "programme_step"}) {
        INFO(table);
        CHECK(valueOf(opened.document->database().integer(
                  QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)))) == 0);
    }
    succeeds(opened.document->undo());
    CHECK(everything(opened.document->database()) == before);
    CHECK(errorOf(opened.cycles.remove(id + 1)) == ErrorCode::NotFound);
}
