#pragma once

#include "shell/widgets.h"

class QTextEdit;

namespace tane {

/// The reading of one result: a draft by the program that the officer may overwrite. What she wrote is handed
/// over when she leaves the field.
class ReadingCard : public Card
{
    Q_OBJECT
public:
    explicit ReadingCard(QWidget *parent = nullptr);

    /// `key` tells one result from another; `own` is what she wrote earlier, empty when she left the draft.
    /// Text being written for the same key is kept.
    void show(const QString &key, const QString &draft, const QString &own);
    /// A file that another program holds can be read, not rewritten.
    void setEditable(bool editable);
    /// Hands over what was written and not yet saved.
    void flush();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// `text` is empty when the draft is to be used again.
    void edited(const QString &key, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setText(const QString &text);
    void showState();

    QTextEdit *m_edit = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_restore = nullptr;
    QString m_key, m_draft, m_saved;
};

} // namespace tane
