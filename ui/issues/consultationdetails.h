#pragma once

#include "issues/consultation.h"
#include "issues/pipeline.h"
#include "parts/recordform.h"
#include "people/registry.h"

namespace tane {

class LinkList;
class NameHintBar;
class RecordPicker;
class WordChips;
struct PageContext;

/// One excerpt in full: who asked, what, the three questions, and the issues it stands behind.
class ConsultationDetails : public QWidget
{
    Q_OBJECT
public:
    ConsultationDetails(PageContext &context, QWidget *parent);
    /// Null: nothing is chosen.
    void showConsultation(const Registry &registry, const Consultations &all, const Pipeline &pipeline,
                          const Consultation *consultation, bool writable);
    [[nodiscard]] qint64 consultation() const { return m_form.id(); }
    [[nodiscard]] LinkList *cards() const { return m_cards; }
    [[nodiscard]] NameHintBar *hint() const { return m_hint; }
    void focusExcerpt();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void openRow(const QString &pageId, const QString &table, qint64 row);
    /// The chosen consultations shall stand behind this card.
    void cardPicked(qint64 card);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report(const Result<> &result);
    void makeAsked(QVBoxLayout *column);
    void makeQuestions(QVBoxLayout *column);
    void makePlaces(QVBoxLayout *column);
    void makeCards(QVBoxLayout *column);

    PageContext &m_context;
    RecordForm<Consultation> m_form;
    const Registry *m_registry = nullptr;
    const Consultations *m_all = nullptr;
    const Pipeline *m_pipeline = nullptr;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    SavedText *m_excerpt = nullptr;
    NameHintBar *m_hint = nullptr;
    SavedLine *m_askerNote = nullptr;
    WordChips *m_scenes = nullptr;
    LinkList *m_cards = nullptr;
    RecordPicker *m_picker = nullptr;
};

} // namespace tane
