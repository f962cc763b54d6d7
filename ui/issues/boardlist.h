#pragma once

#include "issues/board.h"

#include <QListWidget>

namespace tane {

/// The boards of a workshop, each with the number of its notes.
class BoardList : public QListWidget
{
    Q_OBJECT
public:
    explicit BoardList(QWidget *parent = nullptr);

    /// Shows them with this one chosen; says nothing of it.
    void setBoards(const std::vector<BoardSummary> &boards, qint64 chosen);
    [[nodiscard]] qint64 boardAt(int row) const; ///< 0: none
    [[nodiscard]] int rowOf(qint64 board) const; ///< -1: not there
    [[nodiscard]] QSize sizeHint() const override { return {158, 200}; }

Q_SIGNALS:
    void chosen(qint64 board);
};

} // namespace tane
