#pragma once

#include "core/storage/storagetest.h"
#include "exchange/tablereader.h"
#include "programme/workshop.h"
#include "survey/surveyrepository.h"

namespace tane::test {

/// A file with one workshop that asks the built-in trial1, and answers brought in person by person.
struct EvaluationFile
{
    storagetest::Folder folder;
    QString path = folder(QStringLiteral("a.tane"));
    std::unique_ptr<Document> document = storagetest::valueOf(Document::create(path));
    Questionnaire questionnaire = storagetest::valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    qint64 asked = storagetest::valueOf(SurveyRepository(*document).addQuestionnaire(questionnaire));
    qint64 workshop = storagetest::valueOf(WorkshopRepository(*document).save(
        {.questionnaire = asked, .title = QStringLiteral("研修会"), .heldOn = QDate(2025, 7, 10)}));

    /// What one person answered.
    struct Person
    {
        QString number, role;
        std::vector<std::pair<QString, int>> marks;
        std::vector<std::pair<QString, QString>> texts;
    };
    qint64 import(Wave wave, const std::vector<Person> &people)
    {
        ReadAnswers read;
        AnswerSheet sheet(static_cast<int>(questionnaire.items().size()));
        sheet.wave = wave;
        const int source = sheet.addSource(QStringLiteral("f.csv"));
        for (const Person &one : people) {
            const int person = sheet.addPerson(0, source, sheet.size() + 2);
            sheet.setField(person, Field::Number, sheet.store(one.number));
            sheet.setField(person, Field::Role, sheet.store(one.role));
            for (int item = 0; item < sheet.itemCount(); ++item)
                sheet.setMark(person, item, kUnanswered);
            for (const auto &[code, mark] : one.marks)
                sheet.setMark(person, questionnaire.indexOf(code), static_cast<Mark>(mark));
            for (const auto &[code, text] : one.texts)
                sheet.setFreeText(person, questionnaire.indexOf(code), text);
        }
        read.sheet = std::move(sheet);
        return storagetest::valueOf(SurveyRepository(*document).importAnswers(
            workshop, asked, read, QStringLiteral("f%1").arg(people.size())));
    }
    void reopen()
    {
        document.reset();
        document = storagetest::valueOf(Document::open(path));
    }
};

/// All that stands in a workbook.
inline QString textOfWorkbook(const QString &path)
{
    QString text;
    for (const Table &table : storagetest::valueOf(readTables(path)))
        for (int row = 0; row < table.rowCount(); ++row)
            for (const std::string_view cell : table.cells(row))
                text +=
                    QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())) + QLatin1Char('|');
    return text;
}

} // namespace tane::test
