#include "survey/sampleearlier.h"

#include "base/sampledata.h"
#include "programme/cycle.h"
#include "survey/sample.h"
#include "survey/samplecycle.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Sample)
};

/// The questionnaire as it was asked a year before; today's wordings are aliases, so that both are one item.
Result<Questionnaire> formerQuestionnaire(const QJsonObject &content)
{
    TANE_TRY(Questionnaire questionnaire, loadQuestionnaire(QStringLiteral("trial1")));
    questionnaire.id = QStringLiteral("trial1-2024");
    questionnaire.title = content.value(QLatin1String("questionnaireTitle")).toString();
    const QJsonObject wordings = content.value(QLatin1String("wording")).toObject();
    for (ItemSet &set : questionnaire.sets) {
        for (Item &item : set.items) {
            if (!wordings.contains(item.code))
                continue;
            item.aliases << item.text;
            item.text = wordings.value(item.code).toString();
        }
    }
    return questionnaire;
}

Result<> importFormer(SurveyRepository &survey, qint64 workshop, qint64 id, const Questionnaire &asked)
{
    const std::pair<Wave, QString> files[] = {{Wave::Before, QStringLiteral("before")},
                                              {Wave::After, QStringLiteral("after")}};
    for (const auto &[wave, name] : files) {
        std::vector<Problem> problems;
        TANE_TRY(const AnswerSource source,
                 openAnswerSource(QStringLiteral(":/tane/sample/earlier-%1.csv").arg(name), problems));
        TANE_TRY(const ReadAnswers answers, readAnswers(source, asked, wave));
        const QString shown = wave == Wave::Before ? Texts::tr("令和6年度 研修前アンケート（見本）")
                                                   : Texts::tr("令和6年度 研修後アンケート（見本）");
        TANE_CHECK(survey.importAnswers(workshop, id, answers, shown));
    }
    return {};
}

Result<> addEarlierYear(Document &document)
{
    TANE_TRY(const QJsonObject content, sampledata::read(QStringLiteral("earlier")));
    TANE_TRY(const Questionnaire asked, formerQuestionnaire(content));
    CycleRepository cycles(document);
    TANE_TRY(const std::vector<Programme> known, cycles.programmes());
    SurveyRepository survey(document);
    TANE_TRY(const qint64 questionnaire, survey.addQuestionnaire(asked));
    qint64 workshop = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(workshop, addSampleCycle(document, content, questionnaire));
        TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
        // The oldest cycle of the sample went on from this one.
        for (Programme programme : known) {
            if (programme.previous != 0)
                continue;
            programme.previous = held.programme;
            TANE_CHECK(RecordTable<Programme>(document).update(programme, sampledata::label()));
        }
        return {};
    };
    TANE_CHECK(document.perform(sampledata::label(), work));
    return importFormer(survey, workshop, questionnaire, asked);
}

} // namespace

Result<> createSampleOfYears(const QString &path)
{
    TANE_CHECK(createSample(path));
    TANE_TRY(auto document, Document::open(path));
    const auto added = addEarlierYear(*document);
    if (!added) {
        document.reset();
        QFile::remove(path);
    }
    return added;
}

} // namespace tane
