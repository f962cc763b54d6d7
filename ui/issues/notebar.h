#pragma once

#include "issues/issuewords.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QKeyEvent;
class QLabel;
class QLineEdit;

namespace tane {

/// The line notes are typed into, one after the other, with the field and the kind they get. All by keys:
/// Enter, Ctrl and a digit for the field, Alt and a digit for the kind, Ctrl+Enter for the next board.
class NoteBar : public QWidget
{
    Q_OBJECT
public:
    struct Field
    {
        qint64 scene = 0;
        QString title;
        int key = 0;
        bool isBand = false;
        friend bool operator==(const Field &, const Field &) = default;
    };
    explicit NoteBar(QWidget *parent = nullptr);

    /// The field with the same key stays chosen: the next board has other fields of the same names.
    void setFields(const std::vector<Field> &fields);
    void setWritable(bool writable);
    [[nodiscard]] qint64 scene() const; ///< 0: none
    void setScene(qint64 scene);
    [[nodiscard]] NoteKind kind() const;
    void setKind(NoteKind kind);
    [[nodiscard]] const std::vector<Field> &fields() const { return m_fields; }
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// What was typed is on the board now.
    void typed(const QString &said);
    /// Small text at the right: what happened.
    void say(const QString &text);
    /// The keys that hold on the board as well; gives whether this is one. With `act` it is obeyed.
    bool obeys(const QKeyEvent &event, bool act);

Q_SIGNALS:
    /// One line, or several that were pasted.
    void entered(const QString &lines);
    void sceneChanged(qint64 scene);
    void boardStep(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool linePressed(QKeyEvent *event);
    void pasteLines();
    void chooseKey(int digit);
    void sceneChosen();
    void watchNames(const QString &text);
    void enter();

    std::vector<Field> m_fields;
    QComboBox *m_scene = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_line = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_keys = nullptr;
    bool m_writable = true;
};

} // namespace tane
