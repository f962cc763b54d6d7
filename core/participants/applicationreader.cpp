// 申込書: read when it comes back, however it was renamed, copied or stretched.
#include "base/textfold.h"
#include "exchange/filledform.h"
#include "participants/applicationparts.h"
#include "people/registervalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

using application::labelOf;
using application::Texts;

/// A list has all heads in a row; a form has them below each other. Other forms share some labels.
bool isForm(const FilledForm &form)
{
    constexpr int enoughRows = 5;
    return form.rowsWithLabels() >= enoughRows && form.has(labelOf(ApplicantField::Name)) &&
           form.has(labelOf(ApplicantField::Experience)) && form.has(labelOf(ApplicantField::Qualifications));
}

/// Something that a person put in: the presets alone are none.
bool isFilled(const FilledForm &form, const ApplicationFormContext &context)
{
    QStringList asked{application::otherQualifications()};
    for (const ApplicantField field : application::fields())
        if (field != ApplicantField::Part && field != ApplicantField::Online &&
            field != ApplicantField::Prefecture && field != ApplicantField::Qualifications &&
            field != ApplicantField::Experience)
            asked << labelOf(field);
    asked << application::gridQualifications(context.words.qualifications);
    return form.isFilled(asked);
}

/// "3年6か月" from what stands in the boxes and the units beside them; a box may hold its unit itself.
QString experienceOf(const FilledForm &form)
{
    const QStringList units{Texts::tr("年"), Texts::tr("か月")};
    static const QRegularExpression digits(QStringLiteral("^[0-9.]+$"));
    QString text, last;
    for (const QString &cell : form.values(labelOf(ApplicantField::Experience))) {
        const QString clean = asciiDigits(tidy(cell)).remove(u' ');
        if (!units.contains(clean))
            text += last = clean;
        else if (digits.match(last).hasMatch())
            text += clean;
        if (units.contains(clean))
            last.clear();
    }
    return text;
}

bool isMark(const QString &text)
{
    static const QStringList none{QStringLiteral("×"), QStringLiteral("x"), QStringLiteral("-"),
                                  QStringLiteral("なし"), QStringLiteral("無")};
    return !text.isEmpty() &&
           std::ranges::none_of(none, [&](const QString &each) { return foldText(each) == foldText(text); });
}

QString qualificationsOf(const FilledForm &form, const QStringList &vocabulary)
{
    QStringList words;
    for (const QString &word : application::gridQualifications(vocabulary))
        if (isMark(form.value(word)))
            words << word;
    for (const QString &word : qualificationsIn(form.value(application::otherQualifications()), vocabulary))
        if (!words.contains(word))
            words << word;
    return registers::joinWords(words);
}

class Reader
{
public:
    Reader(const Table &table, const FilledForm &form, const ApplicationFormContext &context, QDate today)
        : m_table(table)
        , m_form(form)
        , m_context(context)
        , m_today(today)
    {
    }

    ReadApplication read()
    {
        m_read.place = m_table.file + u':' + m_table.sheet;
        for (const ApplicantField field : application::fields())
            take(field);
        m_read.participant.qualifications = qualificationsOf(m_form, m_context.words.qualifications);
        return std::move(m_read);
    }

private:
    void take(ApplicantField field)
    {
        if (field == ApplicantField::Qualifications)
            return;
        const bool period = field == ApplicantField::Experience;
        const QString text = period ? experienceOf(m_form) : m_form.value(labelOf(field));
        if (text.isEmpty())
            return;
        const bool understood =
            setApplicantField(m_read.participant, field, text, m_context.words, m_today) &&
            (!period || m_read.participant.experienceMonths ||
             !experienceBandAt(m_read.participant, m_today).isEmpty());
        if (understood)
            return;
        const auto place = m_form.valuePlace(labelOf(field));
        m_read.problems.push_back(
            {m_table.file, m_table.sheet, place.address(),
             period ? Texts::tr("期間が読み取れません。書かれたままにして、年数は不明として扱います。")
                    : Texts::tr("「%1」として読み取れません。").arg(applicantFieldName(field)),
             text});
    }

    const Table &m_table;
    const FilledForm &m_form;
    const ApplicationFormContext &m_context;
    QDate m_today;
    ReadApplication m_read;
};

} // namespace

bool isApplicationForm(const std::vector<Table> &tables, const ApplicationFormContext &context)
{
    const QStringList labels = application::labels(context.words.qualifications);
    return std::ranges::any_of(tables, [&](const Table &table) { return isForm(FilledForm(table, labels)); });
}

std::vector<ReadApplication> readApplicationForms(const std::vector<Table> &tables,
                                                  const ApplicationFormContext &context, QDate today)
{
    const auto mark = formMark(tables, QLatin1String(application::kMark));
    const bool fromHere =
        !mark || (mark->value(0) == context.fileMark && mark->value(1).toLongLong() == context.workshop.id);
    const QStringList labels = application::labels(context.words.qualifications);
    std::vector<ReadApplication> all;
    for (const Table &table : tables) {
        const FilledForm form(table, labels);
        if (!isForm(form) || !isFilled(form, context))
            continue;
        ReadApplication read = Reader(table, form, context, today).read();
        read.fromHere = fromHere;
        if (fromHere && mark)
            read.participant.token = mark->value(2);
        all.push_back(std::move(read));
    }
    return all;
}

} // namespace tane
