#include "report/reportsource.h"

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

/// Codes and excerpts are the officer's; how many wrote is counted from the answers.
Result<> loadFreeTexts(Document &document, WorkshopSource &source)
{
    const auto items = source.survey->questionnaire.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].item->type != AnswerType::Text)
            continue;
        FreeTextSource texts{.itemCode = items[i].item->code, .question = items[i].item->text};
        for (const AnswerSheet *sheet : {&source.survey->before, &source.survey->after}) {
            for (int person = 0; person < sheet->size(); ++person)
                texts.written += sheet->freeText(person, static_cast<int>(i)).trimmed().isEmpty() ? 0 : 1;
        }
        if (texts.written > 0)
            source.freeTexts.push_back(std::move(texts));
    }
    const auto add = [&](const QString &sql, const auto &take) -> Result<> {
        TANE_TRY(Statement query, document.database().prepare(sql));
        TANE_CHECK(query.bind(source.workshop.id).run());
        while (query.next()) {
            const auto found = std::ranges::find(source.freeTexts, query.text(0), &FreeTextSource::itemCode);
            if (found != source.freeTexts.end())
                take(*found, query);
        }
        return {};
    };
    TANE_CHECK(add(QStringLiteral("SELECT i.code, c.name, count(*) FROM text_coding AS t "
                                  "JOIN text_code AS c ON c.id = t.code JOIN item AS i ON i.id = t.item "
                                  "JOIN response AS r ON r.id = t.response "
                                  "JOIN import_batch AS b ON b.id = r.import_batch WHERE b.workshop = ? "
                                  "GROUP BY i.code, c.id ORDER BY c.position, c.id"),
                   [](FreeTextSource &texts, const Statement &row) {
                       texts.codes.emplace_back(row.text(1), static_cast<int>(row.integer(2)));
                   }));
    return add(QStringLiteral("SELECT i.code, e.text, r.role FROM text_excerpt AS e "
                              "JOIN item AS i ON i.id = e.item JOIN response AS r ON r.id = e.response "
                              "WHERE e.workshop = ? ORDER BY e.position, e.id"),
               [](FreeTextSource &texts, const Statement &row) {
                   texts.excerpts.push_back({row.text(1), row.text(2)});
               });
}

Result<WorkshopSource> loadWorkshop(Document &document, const Workshop &workshop, bool answered)
{
    WorkshopSource source;
    source.workshop = workshop;
    if (answered && workshop.questionnaire != 0) {
        TANE_TRY(source.survey, loadSurveyState(document, workshop.id, GroupBy::Role));
        TANE_TRY(source.readings, readingsOf(document, workshop.id));
        TANE_CHECK(loadFreeTexts(document, source));
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
    TANE_TRY(source->roleWords, vocabulary(document, Vocabulary::Role));
    TANE_TRY(source->qualificationWords, vocabulary(document, Vocabulary::Qualification));
    source->names = namesIn(*source);
    source->today = today;
    return std::shared_ptr<const ReportSource>(std::move(source));
}

} // namespace tane
