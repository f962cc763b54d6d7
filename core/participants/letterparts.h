#pragma once

// Private to the letters: what they are put together from.

#include "participants/letters.h"

#include <QCoreApplication>

namespace tane::letters {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Letters)
};

/// The fields of a kind as a letter looks them up.
class Values
{
public:
    Values(const LetterSource &source, LetterKind kind)
        : m_fields(letterFields(source, kind))
    {
    }
    /// What is filled in; what is missing is marked, a date written in its era. Empty for a field the kind
    /// does not have.
    [[nodiscard]] QString operator()(const char *key) const;

private:
    std::vector<LetterField> m_fields;
};

/// Subject and text in the words of the program, to be changed by the officer. 《…》 stand for the recipient.
[[nodiscard]] QString subjectProposal(LetterKind kind, const QString &title, bool before);
[[nodiscard]] QString bodyProposal(LetterKind kind, const QString &prefecture);
[[nodiscard]] QString addressProposal(LetterKind kind);

/// Replaces 《…》 by what is known of the recipient, or by what stands for all of them. In a letter to a
/// single person they stay while there is none.
[[nodiscard]] QString filledIn(const QString &text, LetterKind kind, const LetterRecipient *recipient);

/// The lecturers of the timetable, each once, as written there.
[[nodiscard]] QStringList lecturersOf(const LetterSource &source);
/// Whether it is somebody of the prefecture ("県 地域包括ケア推進課"), who needs no letter.
[[nodiscard]] bool isOwnStaff(const LetterSource &source, const QString &lecturer);
/// The rows of a lecturer, those of all lecturers for an empty name.
[[nodiscard]] std::vector<Timetable::Row> rowsOf(const LetterSource &source, const QString &lecturer);
/// Which wave a reminder is about when nothing else is said: before the workshop the first.
[[nodiscard]] Wave waveOf(const LetterSource &source);
/// By what the field says: 事後, フォロー; else before.
[[nodiscard]] Wave waveOf(const QString &text);

} // namespace tane::letters
