#pragma once

#include "base/error.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tane {

class LineRow;

/// An ordered list of texts in one cell or card, each saved by itself. Enter starts the next line
/// (Shift+Enter breaks inside one), Backspace in an empty one takes it away, Alt+↑ and Alt+↓ and dragging
/// change the order, pasted lines become entries of their own.
class LineList : public QWidget
{
    Q_OBJECT
public:
    struct Line
    {
        qint64 id = 0;
        QString text;
        QString note; ///< small below the text: where the line comes from
    };
    /// What is done to the records. Each is one undo step; an error is shown at the line, which keeps its
    /// text.
    struct Callbacks
    {
        /// Adds lines from `position` on (0 is the first); gives the ids.
        std::function<Result<std::vector<qint64>>(const QStringList &texts, int position)> add;
        std::function<Result<>(qint64 id, const QString &text)> update;
        std::function<Result<>(qint64 id)> remove;
        std::function<Result<>(qint64 id, int position)> move;
        /// A line of another list with the same kind is dropped here; may be empty.
        std::function<Result<>(qint64 id, int position)> adopt;
    };

    /// `name`: what a screen reader calls the list ("コーディネーター・短期の目標").
    LineList(const QString &name, Callbacks callbacks, QWidget *parent = nullptr);
    ~LineList() override;

    /// For refresh(): what is stored now. What is being typed, the focus and the caret stay.
    void setLines(const std::vector<Line> &lines);
    /// Shown in the empty line: what belongs here.
    void setPlaceholder(const QString &text);
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    /// Lines can be dragged between lists of the same kind, and sent there by key (moveOutRequested).
    void setKind(const QString &kind) { m_kind = kind; }
    /// Numbers instead of bullets: "主" before the first, "副" before the others, or any other marks.
    void setMarks(std::function<QString(int index)> marks);
    /// Text of the button that adds a line at the end.
    void setAddText(const QString &text);

    [[nodiscard]] int count() const;          ///< stored lines
    [[nodiscard]] qint64 currentLine() const; ///< the line with the focus; 0 = none, or a new one
    /// Puts the caret into a line and marks it for a moment. False when it is not in this list.
    bool revealLine(qint64 id);
    /// Starts a new line at the end.
    void beginLine();
    /// The editor of the n-th row shown (a new line counts); for tests.
    [[nodiscard]] QWidget *editorAt(int row) const;
    [[nodiscard]] int rowCount() const;
    /// What takes hold of the n-th row for dragging; for tests.
    [[nodiscard]] QWidget *handleAt(int row) const;

Q_SIGNALS:
    /// Alt+←/→ (columns −1/+1) or Alt+Shift+↑/↓ (rows −1/+1) on a line of a list with a kind.
    void moveOutRequested(qint64 id, int columns, int rows);
    void currentLineChanged(qint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    friend class LineRow;
    LineRow *insertRow(int index, const Line &line);
    void takeRow(LineRow *row, bool focusNext);
    void connectRow(LineRow *row);
    [[nodiscard]] int indexOf(const LineRow *row) const;
    [[nodiscard]] int storedBefore(int index) const;
    void renumber();
    void focusRow(int index, bool atEnd);
    void startAfter(LineRow *row);
    Result<> store(LineRow *row, const QString &text);
    void pasted(LineRow *row, const QStringList &texts);
    void removeRow(LineRow *row);
    void moveRow(LineRow *row, int by);
    bool rowKey(LineRow *row, class QKeyEvent *event);
    void rowLeft(LineRow *row);
    void drag(LineRow *row, QPoint globalPos);
    void drop(LineRow *row, QPoint globalPos);
    void endDrag();
    void showWaiting();
    [[nodiscard]] LineList *listAt(QPoint globalPos);
    [[nodiscard]] int gapAt(QPoint globalPos) const; ///< 0 … rowCount()
    void setGap(int gap);
    void updateEmpty();
    /// Runs a callback. What setLines() says meanwhile is shown after it: by then a new line knows its id.
    template<class Work>
    auto call(const Work &work)
    {
        m_calling = true;
        auto result = work();
        m_calling = false;
        return result;
    }
    /// Whether an action on a row succeeded; its error is shown below the row.
    [[nodiscard]] static bool accepted(const LineRow *row, const Result<> &result);

    QString m_name;
    Callbacks m_callbacks;
    QString m_kind;
    QString m_placeholder;
    std::function<QString(int)> m_marks;
    std::vector<LineRow *> m_rows;
    QVBoxLayout *m_layout = nullptr;
    QPushButton *m_add = nullptr;
    bool m_readOnly = false;
    bool m_calling = false;
    std::optional<std::vector<Line>> m_waiting;
    int m_gap = -1; ///< where a dragged line would go; −1 = nowhere
};

} // namespace tane
