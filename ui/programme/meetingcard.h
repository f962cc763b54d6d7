#pragma once

#include "programme/evaluation.h"
#include "shell/widgets.h"

class QToolButton;

namespace tane {

class DateField;
class SavedLine;
class SavedText;

/// One 振り返り会: when, in which form, who came, what was said.
class MeetingCard : public Card
{
    Q_OBJECT
public:
    MeetingCard(Document &document, qint64 meeting, QWidget *parent);

    void show(const ReflectionMeeting &meeting, bool writable);
    [[nodiscard]] qint64 meeting() const { return m_id; }
    void focusDate();

Q_SIGNALS:
    void removeRequested();

private:
    void layOut();

    Document &m_document;
    qint64 m_id;
    DateField *m_heldOn = nullptr;
    SavedLine *m_form = nullptr;
    SavedText *m_attendees = nullptr;
    SavedText *m_contents = nullptr;
    QToolButton *m_remove = nullptr;
};

} // namespace tane
