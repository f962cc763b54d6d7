#pragma once

#include "participants/chasing.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

class QLineEdit;
class QPlainTextEdit;

namespace tane {

class DateField;
struct PageContext;

/// Who has not answered yet, and what to send them. Nobody who answered, or may have, is among them.
class ReminderCard : public Card
{
    Q_OBJECT
public:
    enum Column { NameColumn, AffiliationColumn, EmailColumn, RemindedColumn };
    explicit ReminderCard(PageContext &context, QWidget *parent = nullptr);
    /// `state` must outlive what is shown.
    void setState(const ChasingState &state, Wave wave, const QString &prefecture, bool writable);
    [[nodiscard]] GridView *people() const { return m_table; }
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] DateField *deadline() const { return m_deadline; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void notice(const tane::Notice &notice);

private:
    void makeTable();
    void makeText();
    void makeButtons();
    void writeDraft();
    void copyAddresses();
    void copyText();
    void writeMerge();
    void markReminded();
    void updateButtons();
    [[nodiscard]] std::vector<const Participant *> selected() const;

    PageContext &m_context;
    const ChasingState *m_state = nullptr;
    Wave m_wave = Wave::Before;
    QString m_prefecture;
    QDate m_until;
    bool m_writable = true;
    std::vector<const Participant *> m_missing;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLabel *m_none = nullptr;
    DateField *m_deadline = nullptr;
    QLineEdit *m_subject = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QString m_draft; ///< as made; what the officer wrote over it stays
    QPushButton *m_addresses = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_mark = nullptr;
    QLabel *m_whom = nullptr;
};

} // namespace tane
