#pragma once

#include "programme/evidence.h"
#include "programme/steppage.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace tane {

class Card;
class ThreadPicture;

/// 目標から評価までのつながり: which plan lines, timetable rows, items, results and tasks serve each goal.
/// Goals that nothing measures and items that serve no goal are listed above the picture.
class ThreadPage : public StepPage
{
    Q_OBJECT
public:
    explicit ThreadPage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] ThreadPicture *picture() const { return m_picture; }
    /// What is listed above the picture, with its links; empty when there is nothing to mind.
    [[nodiscard]] QString warnings() const;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeContent();
    void makeTools();
    void showWarnings(const EvidenceThread &thread);
    void showChosen();
    void setLink(qint64 goal, EvidenceKind kind, qint64 target, bool linked);
    void fitWidth();
    void goTo(const QString &link);

    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    Card *m_warnings = nullptr;
    QLabel *m_unmeasured = nullptr;
    QLabel *m_aimless = nullptr;
    QLabel *m_noItems = nullptr; ///< where the questionnaire is chosen
    QLabel *m_prompt = nullptr;
    QPushButton *m_release = nullptr;
    QLabel *m_zoom = nullptr;
    QScrollArea *m_area = nullptr;
    ThreadPicture *m_picture = nullptr;
    bool m_fits = true; ///< follows the width of the window until the officer zooms
};

} // namespace tane
