#include "report/reportsource.h"

#include "people/levelmoves.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ReportSource)
};

Result<QMap<std::pair<QString, QString>, QString>> readingsOf(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query, document.database().prepare(
                                  QStringLiteral("SELECT i.code, r.group_value, r.text FROM reading AS r "
                                                 "JOIN item AS i ON i.id = r.item WHERE r.workshop = ?")));
    TANE_CHECK(query.bind(workshop).run());
    QMap<std::pair<QString, QString>, QString> readings;
    while (query.next()) {
        if (!query.text(2).isEmpty())
            readings.insert({query.text(0), query.text(1)}, query.text(2));
    }
    return readings;
}

Result<WorkshopSource> loadWorkshop(Document &document, const Workshop &workshop, bool answered)
{
    WorkshopSource source;
    source.workshop = workshop;
    if (answered && workshop.questionnaire != 0) {
        TANE_TRY(source.survey, loadSurveyState(document, workshop.id, GroupBy::Role));
        TANE_TRY(source.readings, readingsOf(document, workshop.id));
        TANE_TRY(source.freeTexts, loadFreeTexts(document, workshop.id));
        TANE_TRY(const AnswerSheet later, SurveyRepository(document).answers(
                                              workshop.id, source.survey->questionnaire, Wave::FollowUp));
        TANE_TRY(const auto levels, levelMoves(document, workshop.id));
        if (!later.isEmpty())
            source.followUp = followUpResults(source.survey->questionnaire, later, levels);
    }
    TANE_TRY(source.chasing, loadChasing(document, workshop.id));
    TANE_TRY(source.goals, goalsOfWorkshop(document, workshop.id));
    TANE_TRY(const std::vector<BoardSummary> boards, boardsOf(document, workshop.id));
    for (const BoardSummary &board : boards) {
        TANE_TRY(BoardContent content, loadBoard(document, board.board.id));
        source.boards.push_back(std::move(content));
    }
    return source;
}

Result<std::vector<DatedWorkshop>> datedWorkshops(Document &document)
{
    TANE_TRY(const std::vector<Programme> programmes, CycleRepository(document).programmes());
    std::vector<DatedWorkshop> dated;
    for (const Programme &programme : programmes) {
        TANE_TRY(const std::vector<Workshop> workshops, WorkshopRepository(document).of(programme.id));
        for (const Workshop &workshop : workshops) {
            if (!workshop.heldOn.isValid())
                continue;
            TANE_TRY(std::vector<Task> tasks,
                     RecordTable<Task>(document).all(QStringLiteral("workshop"), workshop.id));
            dated.push_back({workshop, programme.title, std::move(tasks)});
        }
    }
    std::ranges::stable_sort(dated, {}, [](const DatedWorkshop &each) { return each.workshop.heldOn; });
    return dated;
}

QStringList namesIn(const ReportSource &source)
{
    QStringList names;
    const auto add = [&names](const QString &name) {
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    };
    for (const PersonRecord &person : source.registry.people)
        add(person.person.name);
    for (const WorkshopSource &workshop : source.workshops) {
        for (const Participant &participant : workshop.chasing.participants) {
            // Lecturers stand in every leaflet of the workshop.
            if (participant.part != Participant::Part::Lecturer)
                add(participant.name);
        }
    }
    for (const WorkshopSource &workshop : source.workshops) {
        for (const Participant &participant : workshop.chasing.participants) {
            if (participant.part == Participant::Part::Lecturer)
                names.removeAll(participant.name);
        }
    }
    return names;
}

} // namespace

const WorkshopSource *ReportSource::workshop(qint64 id) const
{
    const auto found =
        id != 0
            ? std::ranges::find_if(workshops,
                                   [id](const WorkshopSource &source) { return source.workshop.id == id; })
            : std::ranges::find_if(workshops,
                                   [](const WorkshopSource &source) { return source.survey.has_value(); });
    if (found != workshops.end())
        return &*found;
    return id != 0 || workshops.empty() ? nullptr : &workshops.front();
}

Result<std::shared_ptr<const ReportSource>> loadReportSource(Document &document, qint64 programme,
                                                             QDate today, const Progress &progress)
{
    auto source = std::make_shared<ReportSource>();
    TANE_TRY(source->cycle, CycleRepository(document).load(programme));
    const auto workshops = static_cast<long long>(source->cycle.workshops.size());
    long long done = 0;
    const auto go = [&]() -> Result<> {
        if (progress && !progress(done++, workshops + 2))
            return fail(ErrorCode::Cancelled, Texts::tr("報告書の作成を取りやめました。"));
        return {};
    };
    for (const Workshop &workshop : source->cycle.workshops) {
        TANE_CHECK(go());
        TANE_TRY(WorkshopSource loaded,
                 loadWorkshop(document, workshop, source->cycle.answeredWorkshops.contains(workshop.id)));
        source->workshops.push_back(std::move(loaded));
    }
    TANE_CHECK(go());
    TANE_TRY(source->prefecture, WorkshopRepository(document).prefecture());
    TANE_TRY(source->registry, loadRegistry(document));
    TANE_TRY(source->pipeline, loadPipeline(document));
    TANE_CHECK(go());
    TANE_TRY(source->thread, evidenceThread(document, programme));
    TANE_TRY(source->dated, datedWorkshops(document));
    TANE_TRY(source->roleWords, vocabulary(document, Vocabulary::Role));
    TANE_TRY(source->qualificationWords, vocabulary(document, Vocabulary::Qualification));
    source->names = namesIn(*source);
    source->today = today;
    return std::shared_ptr<const ReportSource>(std::move(source));
}

Result<std::shared_ptr<const ReportSource>> readReportSource(const QString &file, qint64 programme,
                                                             QDate today, const Progress &progress)
{
    TANE_TRY(const auto document, Document::open(file));
    return loadReportSource(*document, programme, today, progress);
}

} // namespace tane
