#pragma once

#include "core/people/peoplefile.h"
#include "issues/pipeline.h"
#include "programme/workshop.h"

/// A prefecture with two municipalities in one area and one in another, and a workshop, for the tests of
/// issues. All invented.
struct IssuesOffice
{
    storagetest::Folder folder;
    std::unique_ptr<tane::Document> document =
        storagetest::valueOf(tane::Document::create(folder(QStringLiteral("a.tane"))));
    qint64 prefecture = 0, east = 0, west = 0; ///< east and west: areas
    qint64 sakura = 0, kaede = 0, momiji = 0;  ///< 桜市, 楓町 in the east, 紅葉市 in the west
    qint64 workshop = 0;                       ///< on 2026-09-01
    const QDate today = QDate(2026, 11, 21);

    IssuesOffice();
    template<class T>
    qint64 add(const T &record)
    {
        return peoplefile::added(*document, record);
    }
    qint64 addWorkshop(const QString &title, QDate day);
    /// A board of the workshop with the usual scenes.
    qint64 addBoard(int number, qint64 ofWorkshop = 0, qint64 municipality = 0);
    qint64 addNote(qint64 board, const QString &text, qint64 scene = 0);
    qint64 addCard(const QString &title, tane::IssueStage stage = tane::IssueStage::Trouble);
    [[nodiscard]] tane::BoardContent board(qint64 id);
    [[nodiscard]] tane::Pipeline pipeline();
    /// Closes the file and opens it again.
    void reopen();
};
