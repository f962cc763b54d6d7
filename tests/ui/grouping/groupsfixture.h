#pragma once

#include "../cycle/cyclefixture.h"

#include "grouping/groupspage.h"

namespace tane::test {

/// The real window over a file with one workshop and its people:
///   12 people, 4 of them municipal officers, in four care areas (東部, 西部, 南部, 北部), as two groups of
///   six can be made in which every value is spread evenly.
class Hall : public cycletest::Office
{
public:
    Hall();
    void reopen(); ///< closes the window's file and opens it again from disk

    [[nodiscard]] qint64 workshop() { return window->controller()->context()->workshop; }
    [[nodiscard]] GroupsPage &page();
    [[nodiscard]] GroupBoard &board() { return *page().board(); }
    qint64 addPerson(const QString &name, const QString &role, const QString &area,
                     const QString &experience);
    [[nodiscard]] qint64 person(const QString &name);
    void update(const QString &name, const std::function<void(Participant &)> &change);
    /// Presses 「班を作る」 and waits for the groups.
    void makeGroups();
    void waitForJob();
    [[nodiscard]] std::vector<GroupDraft> drafts();
    [[nodiscard]] GroupSeating stored(qint64 draft);
    /// "1班" … of somebody as the board shows it.
    [[nodiscard]] int groupOf(const QString &name) { return board().numberOf(person(name)); }
    /// Somebody who sits in another group than `name`.
    [[nodiscard]] QString someoneElsewhere(const QString &name);
};

/// Drags a card over a point of the board; released there or not.
void drag(GroupBoard &board, qint64 participant, QPoint to, bool release = true);
/// A free place of a group: its head.
[[nodiscard]] QPoint headOf(const GroupBoard &board, int number);
[[nodiscard]] const GroupBoard::Card &cardOf(const GroupBoard &board, qint64 participant);

} // namespace tane::test
