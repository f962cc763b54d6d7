#pragma once

#include "programme/evaluation.h"
#include "shell/widgets.h"

class QToolButton;

namespace tane {

class SavedLine;
class SavedText;

/// One initiative looked back upon: its name and the seven review questions, folded when they are not needed.
class InitiativeCard : public Card
{
    Q_OBJECT
public:
    InitiativeCard(Document &document, qint64 initiative, QWidget *parent);

    void show(const Initiative &initiative, bool writable);
    [[nodiscard]] qint64 initiative() const { return m_id; }
    void setOpen(bool open);
    void focusName();
    [[nodiscard]] SavedText *answer(std::size_t question) const { return m_answers.at(question); }

Q_SIGNALS:
    void removeRequested();

private:
    [[nodiscard]] Result<> storeAnswer(std::size_t question, const QString &text);

    Document &m_document;
    qint64 m_id;
    QToolButton *m_fold = nullptr;
    SavedLine *m_name = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_remove = nullptr;
    QWidget *m_questions = nullptr;
    std::array<SavedText *, 7> m_answers{};
};

} // namespace tane
