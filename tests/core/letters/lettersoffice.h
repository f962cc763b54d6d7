#pragma once

#include "core/storage/storagetest.h"
#include "participants/letters.h"

/// A workshop of 架空県 with its plan, timetable, registers and participants. All people are invented.
namespace letterstest {

struct Office
{
    Office();

    storagetest::Folder folder;
    std::unique_ptr<tane::Document> document;
    qint64 programme = 0, workshop = 0;

    template<class T>
    qint64 add(const T &record)
    {
        return storagetest::valueOf(tane::RecordTable<T>(*document).add(record, QStringLiteral("追加")));
    }
    qint64 participant(const QString &number, const QString &name, tane::Participant::State state);
    /// What letters are made from, on the day 令和8年9月1日, before the workshop.
    [[nodiscard]] tane::LetterSource source(QDate today = QDate(2026, 9, 1));
    [[nodiscard]] tane::LetterField field(tane::LetterKind kind, const QString &key);
    void fill(tane::LetterKind kind, const QString &key, const QString &text);
};

/// All text of a letter, each piece on its own line.
[[nodiscard]] QString textOf(const tane::LetterDocument &letter);
/// The text of a Word document, its paragraphs divided by line feeds.
[[nodiscard]] QString wordText(const QString &path);

} // namespace letterstest
