#pragma once

#include "programme/timetable.h"
#include "shell/widgets.h"

#include <vector>

class QCheckBox;
class QComboBox;

namespace tane {

class SavedSpin;
class SavedField;
class SavedLine;
class SavedText;

/// Every field of one row of the timetable. Each saves itself.
class TimetableRowCard : public Card
{
    Q_OBJECT
public:
    TimetableRowCard(Document &document, QWidget *parent);

    /// The row as it is stored. What is being typed into the same row stays; into another one it is saved
    /// first.
    void show(Timetable::Row row, bool editable);
    void clear();
    [[nodiscard]] qint64 row() const { return m_row.id; }
    /// Saves what is not stored yet.
    void commit();
    void focusTitle();
    /// Shows what is pointed out for this row.
    void setHint(const QString &hint);

Q_SIGNALS:
    /// Being changed, not saved yet: the times can follow.
    void minutesPreviewed(int minutes);
    void failed(const tane::Error &error);

private:
    void makeFields();
    void connectFields();
    [[nodiscard]] SavedText *textField(const QString &label, QString TimetableRow::*member, int lines);
    void addLabelled(const QString &label, QWidget *field);
    void save(const TimetableRow &row, const QString &label);

    Document &m_document;
    TimetableRow m_row;
    QLabel *m_hint = nullptr;
    QWidget *m_fields = nullptr;
    SavedLine *m_title = nullptr;
    SavedSpin *m_minutes = nullptr;
    QComboBox *m_block = nullptr;
    QCheckBox *m_theme = nullptr;
    SavedLine *m_lecturer = nullptr;
    SavedText *m_content = nullptr;
    SavedText *m_aim = nullptr;
    SavedText *m_staffNote = nullptr;
};

} // namespace tane
