// Every field of the sheets is kept: stored, undone, redone, and read again from the file on disk.
#include "programme/cycle.h"

#include "core/storage/storagetest.h"

#include <QSet>

using namespace tane;
using namespace storagetest;

namespace {

QString word(const char *text)
{
    return QString::fromUtf8(text);
}

class Keeper
{
public:
    Keeper()
    {
        Cycle cycle =
            valueOf(CycleRepository(*m_document)
                        .load(valueOf(
                            CycleRepository(*m_document).create({.title = word("研修")}, word("full-day")))));
        programme = cycle.programme.id;
        group = cycle.targetGroups.at(0).id;
        otherGroup = cycle.targetGroups.at(1).id;
        viewpoint = cycle.viewpoints.front().id;
        workshop = cycle.workshops.front().id;
        act(*m_document, {QStringLiteral("INSERT INTO questionnaire(id, code, title) VALUES (7, 'q', 'q')")});
    }

    /// `full` has a value of its own in every field, `bare` in none but those that say where it belongs (in
    /// which the two may agree) and the `alike` ones.
    template<class T>
    void keeps(const T &bare, const T &full, const QSet<QString> &alike = {},
               const QSet<QString> &ofOthers = {})
    {
        INFO(RecordSchema<T>::table().toStdString());
        T stored = full;
        stored.id = valueOf(table<T>().add(full, word("追加")));
        CHECK(load<T>(stored.id) == stored);
        reopen();
        CHECK(load<T>(stored.id) == stored);

        T changed = bare;
        changed.id = valueOf(table<T>().add(bare, word("追加")));
        const T before = changed;
        CHECK(load<T>(changed.id) == before);
        coversEveryColumn<T>(changed.id, stored.id, alike, ofOthers);
        changed = full;
        changed.id = before.id;
        succeeds(table<T>().update(changed, word("変更")));
        CHECK(load<T>(changed.id) == changed);
        succeeds(m_document->undo());
        CHECK(load<T>(changed.id) == before);
        succeeds(m_document->redo());
        CHECK(load<T>(changed.id) == changed);
        reopen();
        CHECK(load<T>(changed.id) == changed);
    }

    Document &document() { return *m_document; }
    qint64 programme = 0, group = 0, otherGroup = 0, viewpoint = 0, workshop = 0;

private:
    template<class T>
    RecordTable<T> table()
    {
        return RecordTable<T>(*m_document);
    }
    template<class T>
    T load(qint64 id)
    {
        return valueOf(table<T>().load(id));
    }
    /// No column of the table is forgotten by the record, and no field of the record by this test.
    template<class T>
    void coversEveryColumn(qint64 bare, qint64 full, const QSet<QString> &alike,
                           const QSet<QString> &ofOthers)
    {
        QSet<QString> names;
        for (const RecordColumn<T> &column : RecordSchema<T>::columns()) {
            INFO(column.name.toStdString());
            names << column.name;
            const bool differs =
                valueOf(m_document->database().integer(
                    QStringLiteral(
                        "SELECT a.%1 IS NOT b.%1 FROM %2 AS a, %2 AS b WHERE a.id = %3 AND b.id = %4")
                        .arg(column.name, RecordSchema<T>::table())
                        .arg(bare)
                        .arg(full))) != 0;
            CHECK(differs != alike.contains(column.name));
        }
        Statement info = valueOf(m_document->database().prepare(
            QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(RecordSchema<T>::table())));
        succeeds(info.run());
        while (info.next()) {
            INFO(info.text(0).toStdString());
            const QString name = info.text(0);
            CHECK((names.contains(name) || name == word("id") || name == word("position") ||
                   ofOthers.contains(name)));
        }
    }
    void reopen()
    {
        m_document.reset();
        m_document = valueOf(Document::open(m_path));
    }

    Folder m_folder;
    QString m_path = m_folder(QStringLiteral("a.tane"));
    std::unique_ptr<Document> m_document = valueOf(Document::create(m_path));
};

} // namespace

TEST_CASE("the programme and its target groups are kept in every field")
{
    Keeper keeper;
    Programme full;
    full.title = word("研修プログラム");
    full.firstYear = 2025;
    full.lastYear = 2026;
    full.owner = word("担当");
    full.note = word("備考");
    full.archived = true;
    full.previous = keeper.programme;
    full.longLabel = word("10年後");
    full.middleLabel = word("3年後");
    full.shortLabel = word("初年度");
    keeper.keeps(Programme{}, full);
    keeper.keeps(
        TargetGroup{.programme = keeper.programme},
        TargetGroup{
            .programme = keeper.programme, .name = word("保健所"), .isEnvironment = true, .isObserver = true},
        {word("programme")});
}

TEST_CASE("図表-71: viewpoint, finding, kind, source, date, table and the issues of a target group are kept")
{
    Keeper keeper;
    keeper.keeps(Viewpoint{.programme = keeper.programme},
                 Viewpoint{.programme = keeper.programme,
                           .code = word("1-1"),
                           .block = word("管内市町村の状況"),
                           .text = word("相談窓口")},
                 {word("programme")});
    for (const Finding::Kind kind : {Finding::Kind::Quantitative, Finding::Kind::Qualitative}) {
        Finding full;
        full.viewpoint = keeper.viewpoint;
        full.text = word("18か所\n「そのまま」'引用'");
        full.kind = kind;
        full.source = word("実施状況調査");
        full.foundOn = QDate(2025, 6, 30);
        full.tableTitle = word("窓口の数");
        full.tableCells = word("市\t数\n青葉野市\t3");
        keeper.keeps(Finding{.viewpoint = keeper.viewpoint}, full, {word("viewpoint")});
    }
    keeper.keeps(ReviewIssue{.targetGroup = keeper.group},
                 ReviewIssue{.targetGroup = keeper.group, .text = word("共有の場がない")},
                 {word("target_group")});
}

TEST_CASE("図表-72: goals are kept for every term")
{
    Keeper keeper;
    const qint64 line = valueOf(
        RecordTable<EvaluationLine>(keeper.document()).add({.programme = keeper.programme}, word("追加")));
    for (const Goal::Term term : {Goal::Term::Long, Goal::Term::Middle, Goal::Term::Short}) {
        const Goal bare{.targetGroup = keeper.group,
                        .term = term == Goal::Term::Long ? Goal::Term::Short : Goal::Term::Long};
        const Goal full{.targetGroup = keeper.otherGroup,
                        .term = term,
                        .text = word("話し合える"),
                        .evaluationLine = line};
        keeper.keeps(bare, full);
    }
}

TEST_CASE("図表-73: purposes, the three columns of every target group and their levels are kept")
{
    Keeper keeper;
    keeper.keeps(Purpose{.programme = keeper.programme},
                 Purpose{.programme = keeper.programme, .text = word("主の目的")}, {word("programme")});
    for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action}) {
        const PlanLine bare{.targetGroup = keeper.group,
                            .field = field == PlanField::Entry ? PlanField::Action : PlanField::Entry};
        keeper.keeps(bare,
                     PlanLine{.targetGroup = keeper.otherGroup, .field = field, .text = word("説明できる")});
        const LevelRange range{.lowest = 2, .highest = 5, .text = word("level1～1.5程度")};
        succeeds(setPlanLevel(keeper.document(), keeper.group, field, range));
        CHECK(valueOf(planLevel(keeper.document(), keeper.group, field)) == range);
        const LevelRange open{.lowest = std::nullopt, .highest = 4};
        succeeds(setPlanLevel(keeper.document(), keeper.group, field, open));
        CHECK(valueOf(planLevel(keeper.document(), keeper.group, field)) == open);
        succeeds(keeper.document().undo());
        CHECK(valueOf(planLevel(keeper.document(), keeper.group, field)) == range);
        succeeds(keeper.document().redo());
        CHECK(valueOf(planLevel(keeper.document(), keeper.group, field)) == open);
        succeeds(setPlanLevel(keeper.document(), keeper.group, field, {}));
        CHECK(valueOf(planLevel(keeper.document(), keeper.group, field)).isEmpty());
    }
}

TEST_CASE("図表-74: the workshop's design is kept in every field and every method")
{
    Keeper keeper;
    for (const Workshop::Method method :
         {Workshop::Method::InPerson, Workshop::Method::Online, Workshop::Method::Hybrid}) {
        Workshop full;
        full.programme = keeper.programme;
        full.questionnaire = 7;
        full.title = word("タイトル（仮）");
        full.heldOn = QDate(2026, 2, 28);
        full.dateNote = word("予備日");
        full.method = method;
        full.place = word("県庁");
        full.participants = word("コーディネーター");
        full.capacity = 90;
        full.capacityNote = word("先着順");
        full.recruitFrom = QDate(2025, 12, 1);
        full.recruitUntil = QDate(2026, 1, 15);
        full.recruitNote = word("延長あり");
        full.publicity = word("市町村を通じて");
        full.beforeEvent = word("事前課題");
        full.atEvent = word("グループワーク");
        full.afterEvent = word("事後課題");
        full.assessment = word("前後の比較");
        full.other = word("手話通訳");
        full.startsAt = QTime(9, 5);
        keeper.keeps(Workshop{.programme = keeper.programme}, full, {word("programme")},
                     {word("twice_rule")});
    }
}

TEST_CASE("timetable rows of every block and tasks are kept in every field")
{
    Keeper keeper;
    using Block = TimetableRow::Block;
    for (const Block block : {Block::Lecture, Block::Cases, Block::GroupWork, Block::Other}) {
        TimetableRow bare, full;
        bare.workshop = full.workshop = keeper.workshop;
        bare.block = block == Block::Other ? Block::Lecture : Block::Other;
        full.minutes = 1440;
        full.block = block;
        full.isTheme = true;
        full.title = word("項目");
        full.content = word("内容");
        full.lecturer = word("講師");
        full.aim = word("ねらい");
        full.staffNote = word("マイク2本");
        keeper.keeps(bare, full, {word("workshop")});
    }
    Task task;
    task.workshop = keeper.workshop;
    task.code = word("own");
    task.title = word("会場の下見");
    task.offsetMonths = -3;
    task.offsetDays = 14;
    task.dueOn = QDate(2026, 1, 5);
    task.owner = word("係長");
    task.note = word("車を予約");
    task.doneOn = QDate(2026, 1, 4);
    keeper.keeps(Task{.workshop = keeper.workshop}, task, {word("workshop")});
}

TEST_CASE("the evaluation sheet, the seven review questions and the reflection meeting are kept")
{
    Keeper keeper;
    using enum EvaluationLine::Kind;
    for (const EvaluationLine::Kind kind : {Achieved, NotAchieved, Reading, NextGoal, Council}) {
        const EvaluationLine bare{.programme = keeper.programme,
                                  .kind = kind == Achieved ? Council : Achieved};
        keeper.keeps(bare,
                     EvaluationLine{.programme = keeper.programme,
                                    .kind = kind,
                                    .text = word("できた"),
                                    .targetGroup = keeper.group},
                     {word("programme")});
    }
    Initiative initiative{.programme = keeper.programme, .name = word("研修会")};
    for (std::size_t i = 0; i < initiative.answers.size(); ++i)
        initiative.answers[i] = QStringLiteral("答え%1").arg(i);
    keeper.keeps(Initiative{.programme = keeper.programme}, initiative, {word("programme")});
    keeper.keeps(ReflectionMeeting{.programme = keeper.programme},
                 ReflectionMeeting{.programme = keeper.programme,
                                   .heldOn = QDate(2026, 3, 3),
                                   .form = word("オンライン"),
                                   .attendees = word("県、市町村"),
                                   .contents = word("結果の共有")},
                 {word("programme")});
}
