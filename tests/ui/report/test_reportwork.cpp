// Long work of the report and the handover: it goes on beside the window, which never stands still.
#include "../cycle/cyclefixture.h"

#include "paper/reportpdf.h"
#include "parts/gridview.h"
#include "parts/savefield.h"
#include "printing/pageview.h"
#include "report/handoverpage.h"
#include "report/reportpage.h"
#include "shell/backgroundjob.h"
#include "survey/surveyrepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

/// The sample's finished cycle, answered by a thousand more, with free texts.
class BigOffice : public Office
{
public:
    explicit BigOffice(int people = 1000)
    {
        beginSample();
        const auto programmes = CycleRepository(document()).programmes();
        REQUIRE(programmes.has_value());
        for (const Programme &each : *programmes) {
            const auto cycle = CycleRepository(document()).load(each.id);
            REQUIRE(cycle.has_value());
            if (cycle->answeredWorkshops.empty())
                continue;
            window->controller()->showProgramme(each.id);
            workshop = cycle->workshops.front();
        }
        settle();
        REQUIRE(workshop.id != 0);
        for (const Wave wave : {Wave::Before, Wave::After})
            import(wave, people);
    }

    Workshop workshop;

private:
    void import(Wave wave, int people)
    {
        SurveyRepository survey(document());
        const auto questionnaire = survey.questionnaire(workshop.questionnaire);
        REQUIRE(questionnaire.has_value());
        const auto items = questionnaire->items();
        ReadAnswers read;
        read.sheet = AnswerSheet(static_cast<int>(items.size()));
        read.sheet.wave = wave;
        const int source = read.sheet.addSource(u"多数.csv"_s);
        for (int i = 0; i < people; ++i) {
            const int person = read.sheet.addPerson(0, source, i + 2);
            read.sheet.setField(person, Field::Number, read.sheet.store(u"Z%1"_s.arg(i)));
            read.sheet.setField(person, Field::Role,
                                read.sheet.store(i % 3 == 0 ? u"市町村担当者"_s : u"コーディネーター"_s));
            for (std::size_t item = 0; item < items.size(); ++item) {
                const Item &asked = *items[item].item;
                const int at = static_cast<int>(item);
                if (!asked.options.empty())
                    read.sheet.setMark(person, at,
                                       static_cast<Mark>((i * 7 + at * (wave == Wave::After ? 3 : 5)) %
                                                         asked.options.size()));
                else if (wave == Wave::After)
                    read.sheet.setFreeText(person, at, u"ほかの市町村の進め方が参考になった（%1）"_s.arg(i));
            }
        }
        REQUIRE(survey.importAnswers(workshop.id, workshop.questionnaire, read, u"多数.csv"_s).has_value());
    }
};

/// How long the event loop did nothing else, at most.
class StandStill
{
public:
    StandStill()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.restart());
            ++ticks;
        });
        m_since.start();
        m_timer.start(1);
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }
    int ticks = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

TEST_CASE("a thousand answers with free texts become a report while the event loop goes on")
{
    BigOffice office;
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    REQUIRE(QTest::qWaitFor([page] { return !page->isComposing(); }, 60'000));
    settle();
    const int pages = page->preview()->pageCount();
    REQUIRE(pages > 5);

    // What the window would wait for, if it did the same itself.
    QElapsedTimer direct;
    direct.start();
    const auto source = loadReportSource(office.document(), office.programme(), QDate::currentDate());
    REQUIRE(source.has_value());
    CHECK((*source)->workshop(0)->survey->analysis.peopleBefore == 1078); // the sample's 78 and 1,000
    const auto sections = sectionsOf(office.document(), page->reportId());
    const auto stored = RecordTable<Report>(office.document()).load(page->reportId());
    REQUIRE(sections.has_value());
    REQUIRE(stored.has_value());
    const auto composed = composeReport(**source, *stored, *sections);
    REQUIRE(composed.has_value());
    CHECK(laidOutReport(composed->document).pages.pageCount() == pages);
    const qint64 alone = direct.elapsed();

    REQUIRE(saveField(office.document(), office.programme(), &Programme::owner, u"地域包括ケア推進課"_s,
                      u"変更"_s));
    REQUIRE(page->isComposing());
    QElapsedTimer whole;
    whole.start();
    const StandStill watch;
    REQUIRE(QTest::qWaitFor([page] { return !page->isComposing(); }, 60'000));
    INFO("read, composed and laid out in " << whole.elapsed() << " ms beside the window and " << alone
                                           << " ms in it; the event loop stood still " << watch.longest()
                                           << " ms at most, with " << watch.ticks << " ticks");
    CHECK(watch.ticks > 3);
    CHECK(watch.longest() * 2 < std::max(alone, whole.elapsed()));
    CHECK(page->preview()->pageCount() == pages);
    WARN("1,078 answers: " << whole.elapsed() << " ms beside the window (" << alone
                           << " ms alone), standing still " << watch.longest() << " ms at most");
}

TEST_CASE("a change while the file is read is in the report that comes of it")
{
    BigOffice office(300);
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    for (int i = 0; i < 5; ++i) { // each before the last one is read
        REQUIRE(
            saveField(office.document(), office.programme(), &Programme::title, u"題%1"_s.arg(i), u"変更"_s));
        QCoreApplication::processEvents();
    }
    REQUIRE(QTest::qWaitFor([page] { return !page->isComposing(); }, 60'000));
    const auto source = loadReportSource(office.document(), office.programme(), QDate::currentDate());
    REQUIRE(source.has_value());
    CHECK((*source)->cycle.programme.title == u"題4"_s);
    const QString path = office.desk.path(u"報告書.pdf"_s);
    office.desk.dialogs.fileToSave = path;
    click(page->findChild<QPushButton *>(u"writePdf"_s));
    REQUIRE(QTest::qWaitFor([page] { return !page->isWriting(); }, 60'000));
    CHECK(QFile::exists(path));
}

TEST_CASE("a job that takes its time to stop does not keep the one that starts it waiting")
{
    BackgroundJob job;
    std::atomic<bool> release = false;
    QStringList finished;
    job.start([&](const Progress &) -> BackgroundJob::Finish {
        while (!release)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return [&finished] { finished << u"first"_s; };
    });
    for (const QString &name : {u"second"_s, u"third"_s})
        job.start([&finished, name](const Progress &) -> BackgroundJob::Finish {
            return [&finished, name] { finished << name; };
        });
    CHECK(job.isBusy()); // and we are here, although the first one still runs
    CHECK(finished.isEmpty());
    release = true;
    REQUIRE(QTest::qWaitFor([&job] { return !job.isBusy(); }, 10'000));
    CHECK(finished == QStringList{u"third"_s});
}

TEST_CASE("the handover is read beside the window, and its progress is gone when the pack is there")
{
    BigOffice office(200);
    auto *page = office.show<HandoverPage>(u"handover"_s);
    CHECK(page->isLoading());
    REQUIRE(QTest::qWaitFor([page] { return !page->isLoading(); }, 60'000));
    settle();
    CHECK(page->calendar()->filter()->rowCount() > 5);
    QDir(office.desk.path(QString())).mkpath(u"引き継ぎ先"_s);
    office.desk.dialogs.folderToOpen = office.desk.path(u"引き継ぎ先"_s);
    click(page->makeButton());
    REQUIRE(QTest::qWaitFor([page] { return !page->isWriting(); }, 120'000));
    const auto *progress = page->findChild<QLabel *>(u"packProgress"_s);
    REQUIRE(progress != nullptr);
    CHECK_FALSE(progress->isVisible());
    // The page is filled again: the old progress does not come back.
    REQUIRE(saveField(office.document(), office.programme(), &Programme::owner, u"別の課"_s, u"変更"_s));
    settle();
    CHECK_FALSE(progress->isVisible());
    const QStringList made =
        QDir(office.desk.dialogs.folderToOpen).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    REQUIRE(made.size() == 1);
    CHECK(QDir(office.desk.dialogs.folderToOpen + u'/' + made.front()).entryList(QDir::Files).size() == 11);
}
