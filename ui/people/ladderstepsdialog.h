#pragma once

#include "people/ladder.h"
#include "shell/page.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace tane {

class NoticeBar;
class SavedLine;
class SavedText;

/// The steps of the ladder: their names and states are edited here; a step can be added on top, and the top
/// one taken away while nobody was assessed on it.
class LadderStepsDialog : public QDialog
{
    Q_OBJECT
public:
    LadderStepsDialog(PageContext &context, QWidget *parent = nullptr);
    ~LadderStepsDialog() override;

    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] SavedLine *name(int step) const { return m_rows[static_cast<std::size_t>(step)].name; }
    [[nodiscard]] SavedText *state(int step) const { return m_rows[static_cast<std::size_t>(step)].state; }
    void done(int result) override;

private:
    struct Row
    {
        QWidget *frame = nullptr;
        SavedLine *name = nullptr;
        SavedLine *title = nullptr;
        SavedText *state = nullptr;
    };
    void fill();
    [[nodiscard]] Row makeRow(std::size_t step);
    [[nodiscard]] Result<> change(const std::function<Result<>(Ladder &)> &edit);
    void report(const Result<> &result);

    PageContext &m_context;
    NoticeBar *m_message = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::vector<Row> m_rows;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace tane
