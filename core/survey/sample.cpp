#include "survey/sample.h"

#include "exchange/tablereader.h"
#include "exchange/workbookwriter.h"
#include "grouping/samplegroups.h"
#include "issues/sampleissues.h"
#include "people/sampleregisters.h"
#include "programme/workshop.h"
#include "survey/samplecycle.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Sample", text);
}

struct SampleFile
{
    Wave wave;
    QString resource, shownName;
};

std::vector<SampleFile> sampleFiles()
{
    return {{Wave::Before, QStringLiteral(":/tane/sample/before.csv"), tr("研修前アンケート（見本）")},
            {Wave::After, QStringLiteral(":/tane/sample/after.csv"), tr("研修後アンケート（見本）")}};
}

Result<> fill(Document &document, const QString &prefecture)
{
    WorkshopRepository workshops(document);
    SurveyRepository survey(document);
    TANE_CHECK(workshops.setPrefecture(prefecture.isEmpty() ? tr("架空県") : prefecture));
    TANE_TRY(const Questionnaire questionnaire, loadQuestionnaire(QStringLiteral("trial1")));
    TANE_TRY(const qint64 questionnaireId, survey.addQuestionnaire(questionnaire));
    TANE_TRY(const qint64 workshopId, addSampleCycles(document, questionnaireId));
    for (const SampleFile &file : sampleFiles()) {
        std::vector<Problem> problems;
        TANE_TRY(const AnswerSource source, openAnswerSource(file.resource, problems));
        TANE_TRY(const ReadAnswers answers, readAnswers(source, questionnaire, file.wave));
        TANE_CHECK(survey.importAnswers(workshopId, questionnaireId, answers, file.shownName));
    }
    TANE_CHECK(addSampleRegisters(document, workshopId));
    TANE_CHECK(addSampleGroups(document, workshopId));
    return addSampleIssues(document, workshopId);
}

} // namespace

Result<> createSample(const QString &path, const QString &prefecture)
{
    TANE_TRY(auto document, Document::create(path));
    const auto filled = fill(*document, prefecture);
    if (!filled) {
        document.reset();
        QFile::remove(path);
    }
    return filled;
}

Result<> writeSampleSheets(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::CannotWrite, tr("フォルダーを作れません。書き込める場所を指定してください。"),
                    folder);
    for (const SampleFile &file : sampleFiles()) {
        TANE_TRY(const auto tables, readTables(file.resource));
        const Table &table = tables.front();
        WorkbookWriter workbook;
        SheetWriter &sheet = workbook.addSheet(tr("回答"));
        for (int row = 0; row < table.rowCount(); ++row) {
            QStringList head;
            std::vector<CellValue> cells;
            for (int column = 0; column < table.columnCount(); ++column) {
                const std::string_view text = table.cell(row, column);
                const QString value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
                head << value;
                cells.emplace_back(value.isEmpty() ? CellValue() : CellValue(value));
            }
            if (row == 0)
                sheet.writeHead(head);
            else
                sheet.writeRow(cells);
        }
        const QString name =
            file.wave == Wave::Before ? QStringLiteral("before.xlsx") : QStringLiteral("after.xlsx");
        TANE_CHECK(workbook.save(QDir(folder).filePath(name)));
    }
    return {};
}

} // namespace tane
