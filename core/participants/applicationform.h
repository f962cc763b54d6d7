#pragma once

#include "exchange/formsheet.h"
#include "exchange/table.h"
#include "participants/applicantfield.h"
#include "programme/workshop.h"
#include "survey/answersheet.h"
#include "survey/questionnaire.h"

namespace tane {

/// What an application form is made from (図表-76 with what practice adds).
struct ApplicationFormContext
{
    Workshop workshop;
    QString prefecture;                  ///< of the file: preset where people come from
    QString fileMark;                    ///< of the file, so that forms of another one are told apart
    ApplicantWords words;                ///< vocabularies for the drop-downs
    QStringList municipalities, centres; ///< of the registers, offered; others may be written
    /// As the letters of the workshop say them: "令和8年11月19日（木） 10時から", until when to
    /// apply, and to whom. Empty where the officer has not written it.
    QString when, deadline, office, person, phone, email;
};
[[nodiscard]] Result<ApplicationFormContext> applicationFormContext(Document &document, qint64 workshop);

/// 申込書, one A4 page: drop-downs, hints, protected but for the answers, with a hidden identification. With
/// a participant it carries her token and what is known of her.
[[nodiscard]] FormSheet makeApplicationForm(const ApplicationFormContext &context,
                                            const Participant *participant = nullptr);

/// Writes it as a workbook; with the before-questionnaire as a second sheet when the workshop has one and it
/// is asked for (NothingUnderstood when it has none).
[[nodiscard]] Result<> writeApplicationForm(Document &document, qint64 workshop, const QString &path,
                                            bool withQuestionnaire, const Participant *participant = nullptr);
/// One for each of these participants, into a folder, named by number or place in the list
/// ("申込書-012.xlsx"), never by name. Gives how many.
[[nodiscard]] Result<int> writeApplicationForms(Document &document, qint64 workshop, const QString &folder,
                                                const std::vector<qint64> &participants,
                                                bool withQuestionnaire);

/// A worksheet that was filled in.
struct ReadApplication
{
    Participant participant; ///< what was filled in; token where the form has one
    QString place;           ///< "受付1.xlsx:申込書"
    bool fromHere = true;    ///< the hidden identification is this file's and workshop's, or there is none
    std::vector<Problem> problems; ///< cells that were not understood
};
/// Whether one of these sheets of one workbook is an application form of Tane, filled in or not.
[[nodiscard]] bool isApplicationForm(const std::vector<Table> &tables, const ApplicationFormContext &context);
/// Every sheet of one workbook that is an application form and has something in it: a copied sheet is
/// another person. Found by its labels, wherever they have moved.
[[nodiscard]] std::vector<ReadApplication>
readApplicationForms(const std::vector<Table> &tables, const ApplicationFormContext &context, QDate today);

} // namespace tane
