#pragma once

#include "exchange/letterdocument.h"
#include "participants/participant.h"
#include "people/registry.h"
#include "programme/cycle.h"
#include "survey/questionnaire.h"

#include <set>

namespace tane {

/// What goes out around a workshop, in the order of the route.
enum class LetterKind {
    Leaflet,          ///< 開催案内（ちらし）
    Municipality,     ///< prefecture → municipality
    Forwarding,       ///< municipality → centres: a draft for the municipality
    Coordinator,      ///< prefecture → coordinator
    Employer,         ///< to the head of the office a coordinator works in
    Officer,          ///< asks the municipality's officer to come along
    LecturerRequest,  ///< 依頼状
    LecturerBriefing, ///< aim, audience, what it should lead to
    Acceptance,
    Waiting,
    Refusal,
    Reminder ///< of a questionnaire that has not come back
};
[[nodiscard]] const std::vector<LetterKind> &allLetterKinds();
/// As the command line and the file call it: "letter-municipality".
[[nodiscard]] QString letterCode(LetterKind kind);
[[nodiscard]] QString letterTitle(LetterKind kind);
/// One sentence for the officer: who gets it, what for.
[[nodiscard]] QString letterPurpose(LetterKind kind);
[[nodiscard]] std::optional<LetterKind> letterKindOf(const QString &code);

/// What the officer filled in: by kind ("" for what all letters of the workshop share) and field.
using LetterTexts = std::map<std::pair<QString, QString>, QString>;

/// Everything letters of a workshop are made from, as values.
struct LetterSource
{
    QString prefecture;
    QDate today;
    Cycle cycle;
    Workshop workshop;
    Registry registry;
    std::vector<Participant> participants;
    std::map<Wave, std::set<qint64>> unanswered; ///< who is asked and has not answered
    LetterTexts own;
    std::map<QString, QString> earlier; ///< shared fields as the workshop before had them
};
/// NotFound: no such workshop.
[[nodiscard]] Result<LetterSource> loadLetterSource(Document &document, qint64 workshop, QDate today);

/// A place in a letter that is filled in.
struct LetterField
{
    enum class Type { Line, Text, Date, Flag };
    QString key;
    QString label;
    QString hint; ///< what belongs there, for an empty field
    Type type = Type::Line;
    bool shared = false;   ///< one for all letters of the workshop
    bool required = false; ///< what is missing is marked in the letter
    QString proposal;      ///< from workshop, plan and registers; dates as yyyy-MM-dd, flags "1" or ""
    std::optional<QString> own;
    [[nodiscard]] QString value() const { return own ? *own : proposal; }
    [[nodiscard]] bool isMissing() const { return required && value().trimmed().isEmpty(); }
};
/// The fields of a kind: its own first, then the shared ones it uses.
[[nodiscard]] std::vector<LetterField> letterFields(const LetterSource &source, LetterKind kind);
/// Labels of those that are missing.
[[nodiscard]] QStringList missingFields(const LetterSource &source, LetterKind kind);
/// Stores what the officer wrote; a text that is the proposal is not stored, so that it follows the workshop.
/// A required field emptied goes back to the proposal, another one stays empty. One undo step.
[[nodiscard]] Result<> saveLetterField(Document &document, qint64 workshop, LetterKind kind,
                                       const LetterField &field, const QString &text);
/// Back to the proposal. One undo step.
[[nodiscard]] Result<> resetLetterField(Document &document, qint64 workshop, LetterKind kind,
                                        const LetterField &field);

/// Who gets a letter of his own.
struct LetterRecipient
{
    QString number;                    ///< for file names: code, 受付番号 or id; never a name
    QString name;                      ///< as the list of the page shows it
    std::map<QString, QString> values; ///< what stands for 《市町村》, 《氏名》 …
    bool chosen = true;                ///< proposed: staff of the prefecture are not
};
/// Whoever the letter may go to, each once; empty for a leaflet.
[[nodiscard]] std::vector<LetterRecipient> letterRecipients(const LetterSource &source, LetterKind kind);
/// Whether it makes no sense without one: what is said to a single participant.
[[nodiscard]] bool isPersonal(LetterKind kind);
/// Whether it is written to one at a time: isPersonal(), and the request to a lecturer.
[[nodiscard]] bool isToOne(LetterKind kind);

/// The letter: to one of its recipients, or to all of them ("各市町村…").
[[nodiscard]] LetterDocument makeLetter(const LetterSource &source, LetterKind kind,
                                        const LetterRecipient *recipient = nullptr);
/// One for each of these recipients.
[[nodiscard]] std::vector<LetterDocument> makeLetters(const LetterSource &source, LetterKind kind,
                                                      const std::vector<LetterRecipient> &recipients);
/// "市町村への通知_102016", or without a recipient "市町村への通知".
[[nodiscard]] QString letterFileName(LetterKind kind, const LetterRecipient *recipient = nullptr);

/// Writes letters into a file.
using LetterFileWriter = std::function<Result<>(const QString &path, const std::vector<LetterDocument> &)>;
/// One file for each recipient into a folder that is there, named by number and ending in `suffix` ("docx").
/// Gives the names of the files. Errors: those of the writer; what was written before stays.
[[nodiscard]] Result<QStringList> writeLetterFiles(const QString &folder, const LetterSource &source,
                                                   LetterKind kind,
                                                   const std::vector<LetterRecipient> &recipients,
                                                   const QString &suffix, const LetterFileWriter &write);

/// The recipients with everything that is filled in, for mail merge in Word: an Excel workbook, one row each.
[[nodiscard]] Result<> writeMergeWorkbook(const QString &path, const LetterSource &source, LetterKind kind,
                                          const std::vector<LetterRecipient> &recipients);

} // namespace tane
