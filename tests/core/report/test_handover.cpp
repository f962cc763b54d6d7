#include "samplereport.h"

#include "report/handover.h"

#include <QDir>
#include <QFile>

using namespace tane;
using tane::test::SampleFile;
using tane::test::wordsOf;
using namespace Qt::StringLiterals;

namespace {

/// Stands for what draws: writes the words of the document.
Result<> writeWords(const QString &path, const ReportDocument &document)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, u"書けない"_s);
    file.write(wordsOf(document).toUtf8());
    return {};
}

std::vector<HandoverFile> filesOf(const ReportSource &source, const std::vector<HandoverNote> &notes,
                                  bool masked)
{
    const auto files =
        handoverFiles(source, notes, standardReport(source.cycle.programme.id, u"見本"_s, source.today),
                      {.masked = masked});
    REQUIRE(files);
    return *files;
}

} // namespace

// 2025-11-20 is a Thursday; 52 weeks on is Thursday 2026-11-19, an office day. 2025-11-03 is a Monday and
// 文化の日; from Monday 2025-05-05 (こどもの日) 52 weeks on is Monday 2026-05-04 (みどりの日), a week later
// 05-11.
TEST_CASE("the likely day of the next workshop is the same weekday a year later, when the office is open")
{
    CHECK(likelyNextDay(QDate(2025, 11, 20)) == QDate(2026, 11, 19));
    CHECK(likelyNextDay(QDate(2025, 5, 5)) == QDate(2026, 5, 11));
    CHECK_FALSE(likelyNextDay({}).isValid());
}

namespace {

/// The sample without the cycle that follows: nobody has fixed a day yet.
ReportSource withoutNext(SampleFile &file, QDate today)
{
    ReportSource source = *file.source();
    source.today = today;
    std::erase_if(source.dated, [today](const DatedWorkshop &each) { return each.workshop.heldOn > today; });
    return source;
}

} // namespace

TEST_CASE("the calendar of the next year counts back from the likely day, which it says to be counted")
{
    SampleFile file;
    const HandoverFacts facts = handoverFacts(withoutNext(file, QDate(2026, 4, 1)));
    CHECK_FALSE(facts.nextIsFixed);
    CHECK(facts.lastWorkshop == QDate(2025, 11, 20));
    CHECK(facts.nextWorkshop == QDate(2026, 11, 19));
    CHECK(calendarReason(facts).contains(u"52週間後"_s));
    REQUIRE(facts.calendar.size() > 5);
    CHECK(std::ranges::is_sorted(facts.calendar, {}, &CalendarDay::day));
    CHECK(facts.calendar.front().day < QDate(2026, 11, 19));
    CHECK(facts.calendar.back().day > QDate(2026, 11, 19));
    CHECK(std::ranges::count(facts.calendar, QDate(2026, 11, 19), &CalendarDay::day) >= 1);
}

// 2025-11-20 + 2 x 364 days = 2027-11-18, a Thursday.
TEST_CASE("when the likely day has passed, the calendar goes on another 52 weeks and says so")
{
    SampleFile file;
    const HandoverFacts facts = handoverFacts(withoutNext(file, QDate(2026, 11, 22)));
    CHECK(facts.nextWorkshop == QDate(2027, 11, 18));
    CHECK(calendarReason(facts).contains(u"104週間後"_s));
    CHECK(calendarReason(facts).contains(u"令和7年11月20日"_s));
}

// The second cycle of the sample has its workshop on 17 February 2027 (resources/sample/programme.json).
TEST_CASE("the calendar counts from the workshop of a newer cycle, and lists the day itself once")
{
    SampleFile file;
    const HandoverFacts facts = handoverFacts(*file.source());
    CHECK(facts.nextIsFixed);
    CHECK(facts.nextWorkshop == QDate(2027, 2, 17));
    CHECK(calendarReason(facts).contains(u"令和9年2月17日"_s));
    CHECK_FALSE(facts.nextTitle.isEmpty());
    CHECK(std::ranges::count(facts.calendar, u"研修会の開催"_s, &CalendarDay::what) == 1);
    CHECK(std::ranges::count(facts.calendar, QDate(2027, 2, 17), &CalendarDay::day) == 1);
}

TEST_CASE("steps have the names of the navigation")
{
    SampleFile file;
    const QStringList done = handoverFacts(*file.source()).done;
    REQUIRE(done.size() > 5);
    CHECK(done.at(0).startsWith(u"1 実態確認と課題抽出："_s));
    CHECK(done.at(2).startsWith(u"3 企画（達成方法の検討）："_s));
    CHECK(done.at(3).startsWith(u"4 実行："_s));
    CHECK(done.at(4).startsWith(u"5 評価・改善："_s));
}

TEST_CASE("as many issues lack an owner in the list of issues as are said to be open, and masked lists have "
          "no names in their heads")
{
    SampleFile file;
    const auto source = file.source();
    const HandoverFacts facts = handoverFacts(*source);
    const auto lacking = std::ranges::count(facts.open, u"担当の決まっていない課題"_s, &OpenPoint::what);
    REQUIRE(lacking > 0);
    for (const HandoverFile &each : filesOf(*source, {}, true)) {
        const QString words = wordsOf(each.document);
        if (each.name.startsWith(u"06"))
            CHECK(words.count(u"（未定）"_s) == lacking);
        if (each.name.startsWith(u"04") || each.name.startsWith(u"05"))
            CHECK_FALSE(words.contains(u"氏名|"_s));
    }
    for (const HandoverFile &each : filesOf(*source, {}, false)) {
        if (each.name.startsWith(u"04"))
            CHECK(wordsOf(each.document).contains(u"氏名|"_s));
    }
}

TEST_CASE("what is open is found in the file: links, answers, issues without an owner, overdue actions")
{
    SampleFile file;
    auto source = *file.source();
    WorkshopSource &workshop = source.workshops.front();
    workshop.survey->analysis.waitingLinks = 3;
    workshop.survey->analysis.undecidedTwice = 1;
    workshop.chasing.answered.unassigned = 2;
    source.pipeline.cards = {
        {.id = 1, .stage = IssueStage::Regional, .title = u"退院の連絡"_s},
        {.id = 2, .stage = IssueStage::Regional, .title = u"担当あり"_s, .owner = u"A市"_s},
        {.id = 3, .stage = IssueStage::Seed, .title = u"済み"_s, .status = IssueStatus::Solved}};
    CouncilContent council;
    council.record.body = u"協議会"_s;
    council.actions = {{.what = u"案を作る"_s, .dueOn = QDate(2026, 3, 31)},
                       {.what = u"済んだ"_s, .dueOn = QDate(2026, 3, 31), .done = true},
                       {.what = u"これから"_s, .dueOn = QDate(2026, 4, 30)}};
    source.pipeline.councils = {council};
    QStringList found;
    for (const OpenPoint &point : handoverFacts(source).open)
        found << point.what + u'/' + point.detail + u'/' + point.page;
    const QString all = found.join(u'\n');
    CHECK(all.contains(u"3 組"_s));
    CHECK(all.contains(u"1 名"_s));
    CHECK(all.contains(u"2 件"_s));
    CHECK(all.contains(u"退院の連絡"_s));
    CHECK_FALSE(all.contains(u"担当あり"_s));
    CHECK_FALSE(all.contains(u"済み"_s));
    CHECK(all.contains(u"案を作る"_s));
    CHECK_FALSE(all.contains(u"済んだ"_s));
    CHECK_FALSE(all.contains(u"これから"_s));
}

// Holm-adjusted sign tests of the published counts: Ⅱ-2 (24 up, 7 down) is clear, Ⅱ-1 (16/5) and Ⅱ-3 (24/10)
// by R: p.adjust(c(binom.test(16,21)$p.value, binom.test(24,31)$p.value, binom.test(24,34)$p.value), "holm")
// = 0.0485, 0.0100, 0.0485.
TEST_CASE("only items about explaining can be said to have worked")
{
    SampleFile file;
    const QString worked = handoverFacts(*file.source()).worked.join(u'\n');
    CHECK(worked.contains(u"Ⅱ-2"_s));
    CHECK(worked.contains(u"対67組のうち上がった方24名（35.8%）、下がった方7名（10.4%）"_s));
    CHECK_FALSE(worked.contains(u"Ⅰ-1「"_s));
}

TEST_CASE("the pack is one folder with an index, whole or not at all, and a name is nowhere unless asked for")
{
    SampleFile file;
    const auto source = file.source();
    const QString name = source->names.front();
    const std::vector<HandoverNote> notes{
        {.kind = HandoverNote::Kind::Open, .text = u"会場は未定。"_s + name + u"さんに聞く"_s}};
    const QString folder = file.path(u"引き継ぎ"_s);
    const auto files = filesOf(*source, notes, true);
    const auto written = writeHandover(folder, files, writeWords);
    REQUIRE(written);
    CHECK(written->front() == u"00_目次.pdf"_s);
    CHECK(QDir(folder).entryList(QDir::Files | QDir::Hidden) ==
          QStringList(written->begin(), written->end()));
    const QString index = wordsOf(files.front().document);
    for (const QString &each : *written) {
        CHECK((each == u"00_目次.pdf"_s || index.contains(each)));
        QFile one(QDir(folder).filePath(each));
        REQUIRE(one.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(one.readAll());
        INFO(each.toStdString());
        for (const QString &person : source->names)
            CHECK_FALSE(words.contains(person));
    }
    CHECK(wordsOf(files[1].document).contains(u"〇〇さんに聞く"_s));

    QString all;
    for (const HandoverFile &each : filesOf(*source, notes, false))
        all += wordsOf(each.document);
    CHECK(all.contains(name));

    // One that cannot be written leaves the earlier ones as they are.
    int count = 0;
    const auto failing = writeHandover(
        folder, filesOf(*source, {}, true),
        [&count](const QString &path, const ReportDocument &document) -> Result<> {
            return ++count > 3 ? fail(ErrorCode::CannotWrite, u"満杯"_s) : writeWords(path, document);
        });
    REQUIRE_FALSE(failing);
    QFile kept(QDir(folder).filePath(u"01_引き継ぎ書.pdf"_s));
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(kept.readAll()).contains(u"会場は未定"_s));
    CHECK(QDir(folder).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());

    const auto stopped =
        writeHandover(folder, files, writeWords, [](long long done, long long) { return done < 2; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}
