// tane-cli import answers: a file or folder of answers into a workshop.
#include "cli/console.h"
#include "participants/participantlinks.h"
#include "participants/questionnaireforms.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Files", text);
}

Error alreadyImported(const ImportInfo &import, const QString &path)
{
    return Error{ErrorCode::Conflict,
                 tr("同じ内容の回答を %1 "
                    "に「%2」から取り込んでいます。同じ方を二重に数えないよう、取り込みませんでした。"
                    "入れ直すときは、先に画面でその取り込みを取り消してください。")
                     .arg(import.importedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm")), import.source),
                 QFileInfo(path).fileName(),
                 {},
                 {},
                 {}};
}

/// The answers, and whose they are where that is certain.
Result<> store(Document &document, const Workshop &workshop, const ReadAnswers &answers, const QString &path)
{
    // By itself: a large import is stored in a way of its own.
    TANE_TRY(const qint64 import,
             SurveyRepository(document).importAnswers(workshop.id, workshop.questionnaire, answers,
                                                      QFileInfo(path).fileName()));
    const auto join = [&](Database &) -> Result<> {
        TANE_CHECK(joinFormAnswers(document, workshop.id, import, answers));
        TANE_CHECK(relinkAnswers(document, workshop.id));
        return {};
    };
    return document.perform(tr("回答の取り込み"), join);
}

} // namespace

Result<Workshop> chooseWorkshop(Document &document, const QString &id, bool asks)
{
    TANE_TRY(const auto all, WorkshopRepository(document).all());
    if (id.isEmpty() && all.size() == 1)
        return all.front();
    const auto hasOne = [](const Workshop &workshop) { return workshop.questionnaire != 0; };
    if (asks && id.isEmpty() && std::ranges::count_if(all, hasOne) == 1)
        return *std::ranges::find_if(all, hasOne);
    for (const Workshop &workshop : all) {
        if (QString::number(workshop.id) == id)
            return workshop;
    }
    QStringList known;
    for (const Workshop &workshop : all)
        known << QStringLiteral("%1（%2）").arg(QString::number(workshop.id), workshop.title);
    if (all.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("研修会がまだありません。先に画面で研修会を作ってください。"));
    return fail(ErrorCode::Usage,
                tr("--workshop に研修会の番号を指定してください：%1").arg(known.join(QStringLiteral("、"))));
}

int importAnswers(const QString &file, const QString &path, const QString &workshopId, Wave wave, bool dryRun)
{
    const auto document = openForImport(file, dryRun);
    if (!document)
        return report(document.error());
    const auto workshop = chooseWorkshop(**document, workshopId, true);
    if (!workshop)
        return reportOf(workshop.error(), file);
    SurveyRepository survey(**document);
    const auto questionnaire = survey.questionnaire(workshop->questionnaire);
    if (!questionnaire)
        return reportOf(questionnaire.error(), file);
    const auto mappings = survey.columnMappings(*questionnaire);
    if (!mappings)
        return reportOf(mappings.error(), file);
    std::vector<Problem> problems;
    const auto source = openAnswerSource(path, problems);
    if (!source) {
        report(problems);
        return report(source.error());
    }
    auto answers = readAnswers(*source, *questionnaire, wave, *mappings);
    if (!answers) {
        report(problems);
        return report(answers.error());
    }
    answers->problems.insert(answers->problems.begin(), problems.begin(), problems.end());
    report(answers->problems);
    const auto repeated = survey.repeatedAnswers(workshop->id, *questionnaire, *answers);
    if (!repeated)
        return reportOf(repeated.error(), file);
    if (repeated->whole)
        return report(alreadyImported(*repeated->whole, path));
    if (repeated->people > 0)
        printError(tr("%1: %2 "
                      "名は、同じ内容の回答がすでに取り込まれています。2回以上回答した方として、どの回答を使"
                      "うか確かめてください。")
                       .arg(QFileInfo(path).fileName())
                       .arg(repeated->people));
    if (!dryRun) {
        const auto stored = store(**document, *workshop, *answers, path);
        if (!stored)
            return reportOf(stored.error(), file);
    }
    print(tr("%1 枚の回答を%2。読み取れないところは %3 件です。")
              .arg(QString::number(answers->sheet.size()),
                   dryRun ? tr("読み取りました（取り込んでいません）") : tr("取り込みました"),
                   QString::number(answers->problems.size())));
    return Done;
}

} // namespace tane::cli
