// Recognises answers that are imported a second time.

#include "survey/surveyrepository.h"

#include <QSet>

namespace tane {

namespace {

/// Everything a response says, in one text.
QString contentOf(const AnswerSheet &sheet, int person)
{
    const QChar separator(u'\u001f');
    QString content;
    for (int field = 0; field < kFieldCount; ++field)
        content += sheet.text(static_cast<Field>(field), person) + separator;
    for (int item = 0; item < sheet.itemCount(); ++item) {
        content += QString::number(sheet.mark(person, item)) + separator;
        for (const Mark mark : sheet.several(person, item))
            content += QString::number(mark) + QLatin1Char(',');
        content += sheet.freeText(person, item) + separator;
    }
    return content;
}

bool isSomebody(const AnswerSheet &sheet, int person)
{
    return !sheet.text(Field::Name, person).isEmpty() || !sheet.text(Field::Number, person).isEmpty();
}

} // namespace

Result<RepeatedAnswers> SurveyRepository::repeatedAnswers(qint64 workshop, const Questionnaire &questionnaire,
                                                          const ReadAnswers &answers)
{
    const AnswerSheet &sheet = answers.sheet;
    TANE_TRY(const std::vector<ImportInfo> known, imports(workshop));
    TANE_TRY(const AnswerSheet stored, this->answers(workshop, questionnaire, sheet.wave));
    RepeatedAnswers result;
    if (stored.size() == 0 || sheet.size() == 0)
        return result;
    QStringList contents;
    QSet<QString> all;
    for (int person = 0; person < stored.size(); ++person) {
        contents << contentOf(stored, person);
        all.insert(contents.last());
    }
    QStringList fresh;
    for (int person = 0; person < sheet.size(); ++person) {
        fresh << contentOf(sheet, person);
        if (isSomebody(sheet, person) && all.contains(fresh.last()))
            ++result.people;
    }
    // The stored people stand in the order of their imports.
    qsizetype start = 0;
    for (const ImportInfo &import : known) {
        if (import.wave != sheet.wave)
            continue;
        if (import.responses == sheet.size() && contents.mid(start, import.responses) == fresh)
            result.whole = import;
        start += import.responses;
    }
    return result;
}

} // namespace tane
