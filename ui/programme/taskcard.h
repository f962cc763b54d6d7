#pragma once

#include "programme/task.h"
#include "shell/widgets.h"

class QComboBox;

namespace tane {

class DateField;
class SavedField;
class SavedLine;
class SavedSpin;
class SavedText;

/// Every field of one line of the checklist. Each saves itself.
class TaskCard : public Card
{
    Q_OBJECT
public:
    TaskCard(Document &document, QWidget *parent);

    /// The task as it is stored; what is being typed into the same one stays. What could not be saved of
    /// another one is told by failed(). `today`: nothing can be done later than that.
    void show(ScheduledTask task, const Workshop &workshop, QDate today, bool editable);
    void clear();
    [[nodiscard]] qint64 task() const { return m_task.task.id; }
    void commit();
    void focusTitle();

Q_SIGNALS:
    void failed(const tane::Error &error);

private:
    void makeFields();
    void makeDay();
    void addLabelled(const QString &label, QWidget *field);
    void chooseDay(bool fixed);
    void saveOffset();
    void report(const Result<> &result);
    [[nodiscard]] QList<SavedField *> fields() const;
    void showDay();

    Document &m_document;
    ScheduledTask m_task;
    QDate m_heldOn;
    QDate m_today;
    bool m_byDesign = false; ///< the day comes from the design of the workshop
    bool m_fixed = false;    ///< the day is given by hand (or about to be)
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_column = nullptr;
    SavedLine *m_title = nullptr;
    SegmentedControl *m_kind = nullptr;
    QWidget *m_counted = nullptr;
    SavedSpin *m_months = nullptr;
    SavedSpin *m_days = nullptr;
    QComboBox *m_side = nullptr;
    DateField *m_dueOn = nullptr;
    QLabel *m_due = nullptr;
    SavedLine *m_owner = nullptr;
    SavedText *m_note = nullptr;
    DateField *m_doneOn = nullptr;
};

} // namespace tane
