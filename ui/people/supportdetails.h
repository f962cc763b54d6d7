#pragma once

#include "parts/recordform.h"
#include "people/registry.h"

#include <array>

class QPushButton;

namespace tane {

class AttendeesField;

/// Every field of one support: who came and what came out of it; of accompanied support also its five
/// meetings and what was before, what changed and what comes next.
class SupportDetails : public QWidget
{
    Q_OBJECT
public:
    SupportDetails(Document &document, QWidget *parent);
    /// Null: nothing is chosen.
    void show(const Registry &registry, const Support *support, bool writable);
    [[nodiscard]] qint64 support() const { return m_form.id(); }
    [[nodiscard]] AttendeesField *attendees() const { return m_attendees; }
    [[nodiscard]] SegmentedControl *kind() const { return m_kind; }
    void focusTitle();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void personRequested(qint64 person);
    void municipalityRequested(qint64 municipality);
    void workshopRequested(qint64 workshop); ///< its people are to be taken over again

private:
    void report(const Result<> &result);
    struct Stage
    {
        DateField *heldOn = nullptr;
        SavedText *situation = nullptr;
        SavedText *advice = nullptr;
    };
    void makeFields();
    void makeMunicipality(FieldGrid *grid);
    void makeAccompanied();
    void makeStage(int stage, QVBoxLayout *column);
    void showStages(const Registry &registry, qint64 support, bool writable);
    [[nodiscard]] Result<> changeStage(int stage, const std::function<void(SupportStage &)> &change);

    Document &m_document;
    RecordForm<Support> m_form;
    const Registry *m_registry = nullptr;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    SegmentedControl *m_kind = nullptr;
    SavedLine *m_title = nullptr;
    SavedLine *m_method = nullptr;
    AttendeesField *m_attendees = nullptr;
    QPushButton *m_openMunicipality = nullptr;
    QPushButton *m_fromWorkshop = nullptr;
    QWidget *m_accompanied = nullptr;
    qint64 m_municipality = 0, m_workshop = 0;
    qint64 m_stagesOf = 0;
    bool m_leaving = false;
    std::array<Stage, 5> m_stages{};
};

} // namespace tane
