#pragma once

#include "people/registry.h"
#include "shell/editors/refused.h"

#include <QDate>
#include <QFrame>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tane {

class BehaviourList;
class Card;
class DateField;
class Document;
class GrowingEdit;
class NoticeBar;
class SegmentedControl;
struct PageContext;

/// Where an assessment is written down: the step, what it rests on, when, by whom, and what comes next. A
/// part of the page, not a dialog: the board stays in sight. Nothing is stored before 記録する.
/// Beside a board it scrolls by itself; within a page that scrolls it is as high as what it shows.
class AssessmentPanel : public QFrame, public DraftHolder
{
    Q_OBJECT
public:
    enum class Room { Beside, Within };
    AssessmentPanel(PageContext &context, Room room, QWidget *parent = nullptr);
    ~AssessmentPanel() override;

    /// A new assessment of a person, at first with this level (half steps) or the one she has.
    void begin(const Registry &registry, const PersonRecord &person, std::optional<int> level = {});
    /// A stored one, to be corrected.
    void edit(const Registry &registry, const PersonRecord &person, const Assessment &assessment);
    [[nodiscard]] qint64 person() const { return m_person; }
    /// Something was written that is not stored.
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] QString unsavedDraft() const override;
    [[nodiscard]] int level() const;
    void setLevel(int level);
    [[nodiscard]] BehaviourList *behaviours() const { return m_behaviours; }
    void focusEvidence();
    /// The first field: the step that is chosen.
    void focusStep();

Q_SIGNALS:
    /// It was stored. `text` says what, in a sentence.
    void saved(qint64 person, const QString &text);
    void cancelled();
    void personRequested(qint64 person);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeHead(QVBoxLayout *column);
    void makeScrolled(Card *card);
    void makeLevel(QVBoxLayout *column);
    void makeForm(QVBoxLayout *column);
    void makeButtons(QVBoxLayout *column);
    void showForm(const Registry &registry, const PersonRecord &person, const Assessment &assessment);
    void updateLevel();
    void showGuide(bool open);
    void save();
    [[nodiscard]] Assessment entered() const;
    QLabel *addLabel(QVBoxLayout *column, const QString &text, QWidget *buddy);

    PageContext &m_context;
    Ladder m_ladder;
    qint64 m_person = 0;
    QString m_name;
    Assessment m_initial; ///< as the panel was opened
    QDate m_date;
    QLabel *m_title = nullptr;
    QPushButton *m_nameButton = nullptr;
    QLabel *m_now = nullptr;
    NoticeBar *m_error = nullptr;
    SegmentedControl *m_steps = nullptr;
    QCheckBox *m_between = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_guide = nullptr;
    BehaviourList *m_behaviours = nullptr;
    GrowingEdit *m_evidence = nullptr;
    GrowingEdit *m_next = nullptr;
    DateField *m_day = nullptr;
    QComboBox *m_assessor = nullptr;
    QLineEdit *m_assessorName = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tane
