#pragma once

#include "issues/chaintext.h"
#include "issues/issuesheets.h"
#include "parts/recordform.h"
#include "people/registry.h"

class QPushButton;
class QVBoxLayout;

namespace tane {

class ChainNews;

/// The fields of a message to a municipality, each part with what the other side usually asks about it.
class MessageEditor : public QWidget
{
    Q_OBJECT
public:
    MessageEditor(Document &document, QWidget *parent);

    /// What a message is about; empty for none.
    struct About
    {
        QString cardTitle, boardName;
        std::optional<IssueChain> chain; ///< that became the card
    };
    /// Null shows that none is chosen. `registry` must stay alive until the next call.
    void showMessage(const Registry &registry, const IssueMessage *message, const About &about,
                     bool writable);
    [[nodiscard]] qint64 message() const { return m_form.id(); }
    void focusTitle();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void cardRequested(qint64 card);
    void boardRequested(qint64 board);
    void chainTextRequested(); ///< the view is to say what the chain says now

private:
    void makeHead();
    void addPart(MessagePart part, QString IssueMessage::*member, const QString &hint);

    RecordForm<IssueMessage> m_form;
    const Registry *m_registry = nullptr;
    qint64 m_card = 0, m_board = 0;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_column = nullptr;
    SavedLine *m_title = nullptr;
    QPushButton *m_cardLink = nullptr;
    QPushButton *m_boardLink = nullptr;
    QLabel *m_noSource = nullptr;
    ChainNews *m_news = nullptr;
};

} // namespace tane
