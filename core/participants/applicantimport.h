#pragma once

#include "base/progress.h"
#include "participants/applicantfield.h"
#include "survey/answerreader.h"

namespace tane {

/// One person as an import found her.
struct ApplicantRow
{
    enum class What {
        New,
        Changed, ///< known already, with something to change
        Same,    ///< known already, and nothing new
        Refused  ///< not taken in; `why` says the reason
    };
    What what = What::New;
    Participant participant; ///< as it would be stored; id 0 when new
    QString place;           ///< "申込み/受付1.xlsx:申込書" or "名簿.xlsx:Sheet1!5行目"
    QString why;             ///< how she was recognised, or why she is not taken in
    QStringList changes;     ///< "電話：（なし）→ 027-000-0000"
    int before = -1;         ///< person of `ApplicantImport::before`, when she answered in the same workbook
};
/// "新しい申込み", "変更あり", "変わりなし", "取り込まない".
[[nodiscard]] QString applicantRowText(ApplicantRow::What what);

/// What reading applications would do, before it is done.
struct ApplicantImport
{
    qint64 workshop = 0;
    QString source; ///< name of the file or folder, without its path
    std::vector<ApplicantRow> rows;
    std::vector<Problem> problems; ///< files and cells left out, with their place and reason
    QStringList heads;             ///< of lists, each once, as written
    QStringList unknownHeads;      ///< those that mean nothing yet: may be mapped
    ReadAnswers before;            ///< answers that came in the same workbooks; empty when there are none
    int files = 0;                 ///< that gave at least one person
    int brokenFiles = 0;           ///< that gave nobody; each stands among the problems
    [[nodiscard]] int count(ApplicantRow::What what) const;
    [[nodiscard]] bool changesSomething() const;
};

/// Reads one file, a folder with its subfolders, or a list with one row a person (.xlsx, .csv). Nothing is
/// stored. Who is who: by token, number, e-mail nobody else has, or folded name with affiliation (the same
/// rules as for answers: docs/decisions/0004); a namesake elsewhere is somebody else. An empty cell leaves
/// what is known. `columns`: corrections beside the remembered ones. Errors: those of reading;
/// NothingUnderstood when nobody was found.
[[nodiscard]] Result<ApplicantImport> readApplicants(Document &document, qint64 workshop, const QString &path,
                                                     QDate today, const ApplicantColumns &columns = {},
                                                     const Progress &progress = {});
/// Stores what it found; one undo step ("申込みの取り込み"). New ones are 申込み, get a number (受付番号)
/// and a token; somebody 案内済み becomes 申込み. `columns` are remembered. Answers that came along are
/// stored as before-answers and belong to their participants. Gives how many were added or changed.
[[nodiscard]] Result<int> storeApplicants(Document &document, const ApplicantImport &import,
                                          const ApplicantColumns &columns = {});

} // namespace tane
