#pragma once

#include "people/person.h"
#include "people/registers.h"
#include "people/support.h"

#include <QHash>

namespace tane {

/// What the register pages do in one undo step and that is more than one record.

/// Puts municipalities into a care area; 0 takes them out of theirs.
[[nodiscard]] Result<> assignArea(Document &document, const std::vector<qint64> &municipalities, qint64 area);

/// Adds a centre that serves these municipalities. Gives its id.
[[nodiscard]] Result<qint64> addCentre(Document &document, const Centre &centre,
                                       const std::vector<qint64> &municipalities);
/// A centre serves a municipality, or no longer does. Serving it already is no error.
[[nodiscard]] Result<> setServed(Document &document, qint64 centre, qint64 municipality, bool served);

/// Somebody took part in a support, or did not. Taking part already is no error.
[[nodiscard]] Result<> setAttendee(Document &document, qint64 support, qint64 person, bool tookPart);
/// Saves a meeting of accompanied support; one with nothing in it is taken away.
[[nodiscard]] Result<> saveStage(Document &document, const SupportStage &stage);
/// Adds a workshop to the supports as Ⅰ, with the people whose answers are linked to it; when it is there
/// already, those who are missing. Gives the support. NotFound: no such workshop.
[[nodiscard]] Result<qint64> takeOverWorkshop(Document &document, qint64 workshop);

/// How many records use each word of a list: those of the list and those that only records have.
[[nodiscard]] Result<QHash<QString, int>> wordsInUse(Document &document, Vocabulary list);
/// Changes a word in its list and in every record that uses it. Conflict: the other word is there already.
[[nodiscard]] Result<> renameWord(Document &document, Vocabulary list, const QString &from,
                                  const QString &to);

} // namespace tane
