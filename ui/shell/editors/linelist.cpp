#include "shell/editors/linelist.h"

#include "shell/editors/growingedit.h"
#include "shell/editors/linerow.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tane {

LineList::LineList(const QString &name, Callbacks callbacks, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_callbacks(std::move(callbacks))
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_add = new QPushButton(tr("行を追加"), this);
    m_add->setIcon(symbolIcon(Symbol::Plus, ColorRole::Accent));
    m_add->setIconSize({11, 11});
    m_add->setFocusPolicy(Qt::NoFocus); // Enter does it by keyboard
    makePlain(m_add);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &LineList::beginLine);
    setName(name);
    updateEmpty();
}

LineList::~LineList() = default;

bool LineList::accepted(const LineRow *row, const Result<> &result)
{
    if (!result)
        row->field()->showError(result.error().message);
    return result.has_value();
}

void LineList::showWaiting()
{
    if (m_waiting)
        setLines(*std::exchange(m_waiting, std::nullopt));
}

void LineList::setLines(const std::vector<Line> &lines)
{
    if (m_calling) {
        m_waiting = lines;
        return;
    }
    const auto isGone = [&](const LineRow *row) {
        return row->id != 0 && std::ranges::none_of(lines, [&](const Line &l) { return l.id == row->id; });
    };
    // An empty one stands for an empty list, or was just begun.
    const auto isSpare = [&](const LineRow *row) {
        return row->id == 0 && !lines.empty() && !row->edit()->hasFocus() && !row->field()->isDirty();
    };
    const auto takeAll = [this](const auto &condition) {
        const std::vector<LineRow *> before = m_rows;
        for (LineRow *row : before) {
            if (condition(row))
                takeRow(row, row->edit()->hasFocus());
        }
    };
    takeAll(isGone);
    int index = 0;
    for (const Line &line : lines) {
        // New lines stay where they were begun: behind the stored one above them.
        while (index < rowCount() && m_rows[static_cast<std::size_t>(index)]->id == 0 &&
               storedBefore(index) > 0 && m_rows[static_cast<std::size_t>(index)]->edit()->hasFocus())
            ++index;
        const auto found = std::ranges::find(m_rows, line.id, &LineRow::id);
        if (found == m_rows.end()) {
            insertRow(index, line);
        } else {
            LineRow *row = *found;
            const int at = indexOf(row);
            if (at != index) {
                m_rows.erase(found);
                m_rows.insert(m_rows.begin() + index, row);
                m_layout->removeWidget(row);
                m_layout->insertWidget(index, row);
            }
            row->setLine(line);
        }
        ++index;
    }
    takeAll(isSpare);
    updateEmpty();
    renumber();
}

void LineList::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    renumber();
}

void LineList::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    m_add->setAccessibleName(tr("%1に行を追加").arg(name));
    renumber();
}

void LineList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    const std::vector<LineRow *> before = m_rows;
    for (LineRow *row : before) {
        if (readOnly && row->id == 0)
            takeRow(row, false);
    }
    updateEmpty();
    renumber();
}

void LineList::setMarks(std::function<QString(int)> marks)
{
    m_marks = std::move(marks);
    renumber();
}

void LineList::setAddText(const QString &text)
{
    m_add->setText(text);
}

int LineList::count() const
{
    return storedBefore(rowCount());
}

int LineList::rowCount() const
{
    return static_cast<int>(m_rows.size());
}

qint64 LineList::currentLine() const
{
    const auto row = std::ranges::find_if(m_rows, [](const LineRow *r) { return r->edit()->hasFocus(); });
    return row == m_rows.end() ? 0 : (*row)->id;
}

bool LineList::revealLine(qint64 id)
{
    const auto row = std::ranges::find(m_rows, id, &LineRow::id);
    if (id == 0 || row == m_rows.end())
        return false;
    (*row)->edit()->setFocus(Qt::OtherFocusReason);
    (*row)->flash();
    return true;
}

void LineList::beginLine()
{
    if (m_readOnly)
        return;
    if (m_rows.empty() || m_rows.back()->id != 0 || m_rows.back()->field()->isDirty())
        insertRow(rowCount(), {});
    renumber();
    focusRow(rowCount() - 1, true);
}

QWidget *LineList::editorAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->edit();
}

QWidget *LineList::handleAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->handle();
}

LineRow *LineList::insertRow(int index, const Line &line)
{
    auto *row = new LineRow(this, line);
    m_rows.insert(m_rows.begin() + index, row);
    m_layout->insertWidget(index, row);
    // After the row above, so that Tab goes down the list.
    if (index > 0)
        setTabOrder(m_rows[static_cast<std::size_t>(index - 1)]->edit(), row->edit());
    connectRow(row);
    row->show();
    return row;
}

void LineList::connectRow(LineRow *row)
{
    connect(row->edit(), &GrowingEdit::linesPasted, this,
            [this, row](const QStringList &texts) { pasted(row, texts); });
    connect(row->removeButton(), &QToolButton::clicked, this, [this, row] { removeRow(row); });
    connect(row->handle(), &LineHandle::dragged, this, [this, row](QPoint at) { drag(row, at); });
    connect(row->handle(), &LineHandle::dropped, this, [this, row](QPoint at) { drop(row, at); });
    connect(row->handle(), &LineHandle::cancelled, this, [this, row] {
        row->setDragged(false);
        endDrag();
    });
}

void LineList::takeRow(LineRow *row, bool focusNext)
{
    const int index = indexOf(row);
    if (index < 0)
        return;
    m_rows.erase(m_rows.begin() + index);
    m_layout->removeWidget(row);
    row->id = 0;
    if (focusNext && !m_rows.empty())
        focusRow(qMax(0, index - 1), true);
    row->hide();
    row->deleteLater();
    updateEmpty();
    if (focusNext && index == 0 && m_rows.size() == 1)
        focusRow(0, true);
    renumber();
}

// An empty list shows one empty line: where to write.
void LineList::updateEmpty()
{
    if (m_rows.empty() && !m_readOnly)
        insertRow(0, {});
    m_add->setVisible(!m_readOnly && count() > 0);
}

int LineList::indexOf(const LineRow *row) const
{
    const auto found = std::ranges::find(m_rows, row);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int LineList::storedBefore(int index) const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.begin() + index, [](const LineRow *r) { return r->id != 0; }));
}

void LineList::renumber()
{
    for (int i = 0; i < rowCount(); ++i) {
        LineRow *row = m_rows[static_cast<std::size_t>(i)];
        row->setName(tr("%1 %2").arg(m_name).arg(i + 1));
        row->handle()->setMark(m_marks ? m_marks(i) : QString());
        row->field()->setPlaceholder(row->id == 0 && rowCount() == 1 ? m_placeholder : QString());
        row->setReadOnly(m_readOnly);
    }
}

void LineList::focusRow(int index, bool atEnd)
{
    if (index < 0 || index >= rowCount())
        return;
    GrowingEdit *edit = m_rows[static_cast<std::size_t>(index)]->edit();
    edit->setFocus(Qt::OtherFocusReason);
    edit->moveCursor(atEnd ? QTextCursor::End : QTextCursor::Start);
}

void LineList::startAfter(LineRow *row)
{
    const QPointer<LineRow> alive(row);
    if (!row->field()->commit() || !alive)
        return;
    const int index = indexOf(row);
    if (row->id == 0)
        return; // an empty one begets no other
    insertRow(index + 1, {});
    renumber();
    focusRow(index + 1, true);
}

Result<> LineList::store(LineRow *row, const QString &text)
{
    if (row->id != 0 && text.isEmpty()) {
        TANE_CHECK(call([&] { return m_callbacks.remove(row->id); }));
        takeRow(row, row->edit()->hasFocus());
        showWaiting();
        return {};
    }
    if (row->id != 0) {
        const Result<> result = call([&] { return m_callbacks.update(row->id, text); });
        showWaiting();
        return result;
    }
    if (text.isEmpty() || indexOf(row) < 0)
        return {};
    const int position = storedBefore(indexOf(row));
    TANE_TRY(const std::vector<qint64> ids, call([&] { return m_callbacks.add({text}, position); }));
    row->id = ids.empty() ? 0 : ids.front();
    updateEmpty();
    renumber();
    showWaiting();
    if (row->edit()->hasFocus())
        Q_EMIT currentLineChanged(row->id); // only now it has a name
    return {};
}

void LineList::pasted(LineRow *row, const QStringList &texts)
{
    const bool intoEmpty = row->id == 0 && row->field()->shownText().trimmed().isEmpty();
    if (!intoEmpty && !row->field()->commit())
        return;
    const int index = indexOf(row);
    const int after = intoEmpty ? index : index + 1;
    const auto ids = call([&] { return m_callbacks.add(texts, storedBefore(after)); });
    if (!ids) {
        row->edit()->insertPlainText(texts.join(u'\n')); // kept, and refused with its reason when it is saved
        return;
    }
    for (std::size_t i = 0; i < ids->size(); ++i)
        insertRow(after + static_cast<int>(i), {(*ids)[i], texts[static_cast<qsizetype>(i)], {}});
    focusRow(after + static_cast<int>(ids->size()) - 1, true);
    if (intoEmpty)
        takeRow(row, false);
    updateEmpty();
    renumber();
    showWaiting();
}

void LineList::removeRow(LineRow *row)
{
    if (row->id != 0 && !accepted(row, call([&] { return m_callbacks.remove(row->id); })))
        return;
    takeRow(row, true);
    showWaiting();
}

void LineList::moveRow(LineRow *row, int by)
{
    const QPointer<LineRow> alive(row);
    if (!row->field()->commit() || !alive || row->id == 0)
        return;
    const int index = indexOf(row);
    const int target = index + by;
    const int position = storedBefore(index) + by;
    if (target < 0 || target >= rowCount() || position < 0 || position >= count() ||
        !accepted(row, call([&] { return m_callbacks.move(row->id, position); })))
        return;
    m_rows.erase(m_rows.begin() + index);
    m_rows.insert(m_rows.begin() + target, row);
    m_layout->removeWidget(row);
    m_layout->insertWidget(target, row);
    row->edit()->setFocus(Qt::OtherFocusReason);
    renumber();
    showWaiting();
}

bool LineList::rowKey(LineRow *row, QKeyEvent *event)
{
    const int index = indexOf(row);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool alt = modifiers == Qt::AltModifier;
    const bool altShift = modifiers == (Qt::AltModifier | Qt::ShiftModifier);
    const int key = event->key();
    const auto moveOut = [&](int columns, int rows) {
        const QPointer<LineRow> alive(row);
        if (!m_kind.isEmpty() && row->field()->commit() && alive && row->id != 0)
            Q_EMIT moveOutRequested(row->id, columns, rows);
        return true;
    };
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier) {
        startAfter(row);
        return true;
    }
    if (key == Qt::Key_Backspace && row->field()->shownText().isEmpty() && (rowCount() > 1 || row->id != 0)) {
        removeRow(row);
        return true;
    }
    if (alt && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        moveRow(row, key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (alt && (key == Qt::Key_Left || key == Qt::Key_Right) && !m_kind.isEmpty())
        return moveOut(key == Qt::Key_Left ? -1 : 1, 0);
    if (altShift && (key == Qt::Key_Up || key == Qt::Key_Down) && !m_kind.isEmpty())
        return moveOut(0, key == Qt::Key_Up ? -1 : 1);
    if (modifiers == Qt::NoModifier && key == Qt::Key_Up && index > 0 && row->edit()->caretInFirstLine()) {
        focusRow(index - 1, true);
        return true;
    }
    if (modifiers == Qt::NoModifier && key == Qt::Key_Down && index + 1 < rowCount() &&
        row->edit()->caretInLastLine()) {
        focusRow(index + 1, false);
        return true;
    }
    return false;
}

// A new line that was left empty goes, unless it is the only one.
void LineList::rowLeft(LineRow *row)
{
    if (indexOf(row) < 0 || row->id != 0 || row->field()->isDirty() || row->edit()->hasFocus())
        return;
    if (rowCount() > 1)
        takeRow(row, false);
}

void LineList::mousePressEvent(QMouseEvent *event)
{
    // The empty room below the last line belongs to it.
    if (event->button() == Qt::LeftButton && !m_rows.empty() && !m_readOnly)
        focusRow(rowCount() - 1, true);
    QWidget::mousePressEvent(event);
}

} // namespace tane
