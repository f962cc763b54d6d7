// What an import found, stored as one step.
#include "participants/applicantimport.h"
#include "participants/beforeanswers.h"
#include "participants/participantedit.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantImport)
};

} // namespace

Result<int> storeApplicants(Document &document, const ApplicantImport &import,
                            const ApplicantColumns &columns)
{
    const QString label = Texts::tr("申込みの取り込み");
    int stored = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_CHECK(rememberApplicantColumns(document, columns));
        TANE_TRY(std::vector<Participant> all, participantsOf(document, import.workshop));
        RecordTable<Participant> table(document);
        std::vector<qint64> ids;
        for (const ApplicantRow &row : import.rows) {
            Participant value = row.participant;
            ids.push_back(row.what == ApplicantRow::What::Refused ? 0 : value.id);
            if (row.what == ApplicantRow::What::Changed) {
                TANE_CHECK(table.update(value, label));
                ++stored;
            }
            if (row.what != ApplicantRow::What::New)
                continue;
            value.workshop = import.workshop;
            value.token = newParticipantToken();
            if (value.number.isEmpty())
                value.number = nextParticipantNumber(all);
            TANE_TRY(value.id, table.add(value, label));
            ids.back() = value.id;
            all.push_back(std::move(value));
            ++stored;
        }
        return applicants::storeBeforeAnswers(document, import, ids);
    };
    TANE_CHECK(document.perform(label, work));
    return stored;
}

} // namespace tane
