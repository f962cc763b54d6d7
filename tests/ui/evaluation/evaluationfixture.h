#pragma once

#include "../cycle/cyclefixture.h"

#include "programme/workshop.h"
#include "survey/surveyrepository.h"

namespace tane::evaluationtest {

using namespace Qt::StringLiterals;

/// The real window over the sample, with the workshop shown that has the answers.
class Evaluation : public cycletest::Office
{
public:
    Evaluation()
    {
        beginSample();
        showAnswered();
    }
    void reopen()
    {
        cycletest::Office::reopen();
        showAnswered();
    }
    qint64 workshop = 0;

    /// Takes in a list of answers with these lines.
    void import(qint64 to, const Questionnaire &questionnaire, Wave wave, const QString &lines)
    {
        const QString path = desk.path(u"回答.csv"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(lines.toUtf8());
        file.close();
        SurveyRepository repository(document());
        const auto id = repository.addQuestionnaire(questionnaire);
        REQUIRE(id.has_value());
        std::vector<Problem> problems;
        const auto source = openAnswerSource(path, problems);
        REQUIRE(source.has_value());
        const auto answers = readAnswers(*source, questionnaire, wave);
        REQUIRE(answers.has_value());
        REQUIRE(repository.importAnswers(to, *id, *answers, u"回答.csv"_s).has_value());
        cycletest::settle();
    }

private:
    void showAnswered()
    {
        const auto all = WorkshopRepository(document()).all();
        REQUIRE(all.has_value());
        for (const Workshop &one : *all) {
            const auto imports = SurveyRepository(document()).imports(one.id);
            REQUIRE(imports.has_value());
            if (!imports->empty())
                workshop = one.id;
        }
        REQUIRE(workshop != 0);
        window->controller()->showWorkshop(workshop);
        cycletest::settle();
    }
};

} // namespace tane::evaluationtest
