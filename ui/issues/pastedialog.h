#pragma once

#include "issues/consultation.h"
#include "people/registry.h"
#include "shell/editors/refused.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tane {

class NoticeBar;
struct PageContext;

/// A list of consultations, one a line, pasted from elsewhere; lines that look like they name a person are
/// pointed out before anything is stored.
class PasteDialog : public QDialog, public DraftHolder
{
    Q_OBJECT
public:
    PasteDialog(PageContext &context, const std::vector<ConsultationTopic> &topics, qint64 topic,
                const Registry &registry, QWidget *parent);
    [[nodiscard]] QString unsavedDraft() const override;
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    void added(int count);

private:
    void update();
    void store();
    [[nodiscard]] std::vector<Consultation> lines() const;

    PageContext &m_context;
    QComboBox *m_topic = nullptr;
    QComboBox *m_municipality = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_count = nullptr;
    NoticeBar *m_hint = nullptr;
    NoticeBar *m_message = nullptr;
    QPushButton *m_store = nullptr;
};

} // namespace tane
