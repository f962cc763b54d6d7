#pragma once

#include "participants/participant.h"
#include "parts/recordform.h"
#include "people/registry.h"

class QPushButton;
class QStringListModel;
class QVBoxLayout;

namespace tane {

class RecordPicker;
class WordChips;

/// Every field of one participant, and who of the registers she is.
class ParticipantDetails : public QWidget
{
    Q_OBJECT
public:
    ParticipantDetails(Document &document, QWidget *parent);
    /// Null: nobody is chosen. `heldOn`: the day experience is counted to.
    void setParticipant(const Registry &registry, const Participant *participant, QDate heldOn,
                        bool writable);
    [[nodiscard]] qint64 participant() const { return m_form.id(); }
    [[nodiscard]] RecordPicker *picker() const { return m_picker; }
    void focusName();
    void focusKana();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void personRequested(qint64 person);

private:
    void report(const Result<> &result);
    QVBoxLayout *section(const QString &title);
    void makeTakingPart();
    void makeWho();
    void makeWhere();
    void makeExperience();
    void makeRegister();
    SavedLine *worded(FieldGrid *grid, const QString &name, QString Participant::*member,
                      std::function<QStringList()> words);
    void showRegister(const Participant &participant, bool writable);
    void linkTo(qint64 person);
    /// Stores a field from its text, as a form would.
    [[nodiscard]] Result<> storeText(int field, const QString &text, const QString &label);

    struct Words
    {
        QStringListModel *model = nullptr;
        std::function<QStringList()> words;
    };
    Document &m_document;
    RecordForm<Participant> m_form;
    const Registry *m_registry = nullptr;
    QDate m_heldOn;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    SavedLine *m_name = nullptr;
    SavedLine *m_kana = nullptr;
    WordChips *m_qualifications = nullptr;
    QLabel *m_band = nullptr;
    QLabel *m_linked = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_unlink = nullptr;
    QPushButton *m_addToRegister = nullptr;
    RecordPicker *m_picker = nullptr;
    qint64 m_person = 0;
    qint64 m_workshop = 0;
    std::vector<Words> m_words;
};

} // namespace tane
