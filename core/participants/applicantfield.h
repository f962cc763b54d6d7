#pragma once

#include "participants/participant.h"

#include <QMap>

namespace tane {

/// What an application form or a column of a list of applicants says of somebody.
enum class ApplicantField {
    Ignored,
    Number,
    Name,
    Kana,
    Email,
    Phone,
    Role,
    Affiliation,
    AffiliationType,
    Title,
    Prefecture,
    Municipality,
    Area,
    Centre,
    Experience,
    Qualifications,
    Question,
    Part,
    Online,
    AppliedOn,
    Note
};
/// All that a column may mean, Ignored first.
[[nodiscard]] const std::vector<ApplicantField> &allApplicantFields();
/// "氏名", "参加区分" … as shown, and as a head of our own lists; "取り込まない" for Ignored.
[[nodiscard]] QString applicantFieldName(ApplicantField field);
/// "name", "part" …: the stable key in the .tane file.
[[nodiscard]] QString applicantFieldKey(ApplicantField field);
[[nodiscard]] std::optional<ApplicantField> applicantFieldOf(const QString &key);

/// What the officer said a head means, by foldText of the head. Wins over recognition.
using ApplicantColumns = QMap<QString, ApplicantField>;
/// What a head means by the usual words; nothing when it is not known.
[[nodiscard]] std::optional<ApplicantField> applicantFieldOfHead(const QString &head,
                                                                 const ApplicantColumns &columns = {});
/// What the officer said so far, in every workshop.
[[nodiscard]] Result<ApplicantColumns> applicantColumns(Document &document);
/// Adds to it; one undo step.
[[nodiscard]] Result<> rememberApplicantColumns(Document &document, const ApplicantColumns &columns);

/// Experience in full months: "3年", "2年6か月", "１年半", "8ヶ月", "約5年", "1.5" (years), "2019年4月から"
/// (counted to `on`). Nothing when the text does not say it, as for a band ("1年未満" says less than 12, not
/// how many).
[[nodiscard]] std::optional<int> experienceInMonths(const QString &text, QDate on);
/// The band of a participant's experience on the day of the workshop: from the months she had when she
/// applied and the time since then, else from the band she wrote. Empty when neither is known.
[[nodiscard]] QString experienceBandAt(const Participant &participant, QDate heldOn);

/// The lists of words that cells are compared with.
struct ApplicantWords
{
    QStringList roles, organisations, qualifications;
};
[[nodiscard]] Result<ApplicantWords> applicantWords(Document &document);

/// The words of a text that names several qualifications, each in the vocabulary's spelling where it is one
/// of them ("ケアマネ" → 介護支援専門員, "MSW" → 医療ソーシャルワーカー); others stay as written. "なし"
/// is no word.
[[nodiscard]] QStringList qualificationsIn(const QString &text, const QStringList &vocabulary);
/// "受講", "見学", "オブザーバー参加" …; nothing for another word.
[[nodiscard]] std::optional<Participant::Part> partOfText(const QString &text);
/// Whether she is from another prefecture than the file's (管外). Nobody is when either is not known.
[[nodiscard]] bool isFromOutside(const Participant &participant, const QString &homePrefecture);

/// Sets a field from a text as it stands in a cell, cleaned; `on`: the day experience is counted at. False
/// when the text is not understood (a part, a date): the field is left.
bool setApplicantField(Participant &participant, ApplicantField field, const QString &text,
                       const ApplicantWords &words, QDate on);
/// The text of a field as shown and exported.
[[nodiscard]] QString applicantText(const Participant &participant, ApplicantField field);

} // namespace tane
