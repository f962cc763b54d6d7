#pragma once

#include "../cycle/cyclefixture.h"

#include "issues/boardpage.h"
#include "issues/notebar.h"

namespace tane::issuestest {

/// The real window over a file with one workshop and so many posters of groups, all invented.
class PosterOffice : public cycletest::Office
{
public:
    explicit PosterOffice(int groups);
    BoardPage *page(); ///< 模造紙, shown, with the focus in the typing line
    [[nodiscard]] std::vector<BoardSummary> boards();
    [[nodiscard]] BoardContent board(int number); ///< as it is stored
    /// Notes of a board in the order they were added, for tests that are not about typing.
    std::vector<qint64> stick(int number, const QStringList &texts, int scene = 0);
    [[nodiscard]] static QStringList textsOf(const std::vector<const StickyNote *> &notes);
    void undo();
    void redo();
    /// What was prepared is nothing to undo.
    void forget();

    qint64 workshop = 0;
};

/// Where a note or heading is on the poster's viewport.
[[nodiscard]] QPoint placeOf(PosterBoard *poster, PosterKey key);
/// Presses, moves in steps and lets go.
void drag(PosterBoard *poster, QPoint from, QPoint to);

} // namespace tane::issuestest
