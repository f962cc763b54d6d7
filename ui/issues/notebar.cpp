#include "issues/notebar.h"

#include "issues/board.h"
#include "issues/namehint.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kKinds = 4;

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

NoteBar::NoteBar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_scene = new QComboBox(this);
    m_scene->setObjectName(u"noteScene"_s);
    m_scene->setAccessibleName(tr("付箋を貼る場面"));
    m_scene->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scene->setMinimumWidth(150);
    m_scene->setMaximumWidth(220);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"noteKind"_s);
    m_kind->setAccessibleName(tr("付箋の種類"));
    for (int kind = 0; kind < kKinds; ++kind)
        m_kind->addItem(noteKindText(static_cast<NoteKind>(kind)));
    m_line = new QLineEdit(this);
    m_line->setObjectName(u"noteLine"_s);
    m_line->setAccessibleName(tr("付箋の文"));
    m_line->setPlaceholderText(tr("付箋の文を書いて Enter。箇条書きを貼り付けると、1行が1枚になります"));
    m_line->installEventFilter(this);
    row->addWidget(m_scene, 1); // the line has twice as much, and all that is more than it needs
    row->addWidget(m_kind);
    row->addWidget(m_line, 2);
    column->addLayout(row);
    auto *below = new QHBoxLayout;
    const auto quiet = [this](const QString &text) { // never wider than the page has room for
        auto *label = new ElidedLabel(text, this);
        label->setFont(scaledFont(label, type::secondary));
        label->setProperty("tone", u"secondary"_s);
        return label;
    };
    m_keys = quiet(tr("Enter 次の付箋　Ctrl+数字 場面　Alt+1～4 種類　Ctrl+Enter 次の模造紙　Tab 模造紙へ　"
                      "Ctrl+T この欄へ"));
    m_keys->setObjectName(u"noteKeys"_s);
    m_hint = quiet({});
    m_hint->setObjectName(u"noteHint"_s);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    below->addWidget(m_keys, 1);
    below->addWidget(m_hint);
    column->addLayout(below);
    setTabOrder(m_scene, m_kind);
    setTabOrder(m_kind, m_line);
    connect(m_scene, &QComboBox::activated, this, [this] {
        sceneChosen();
        m_line->setFocus(Qt::OtherFocusReason);
    });
    connect(m_kind, &QComboBox::activated, this, [this] { m_line->setFocus(Qt::OtherFocusReason); });
    connect(m_line, &QLineEdit::textChanged, this, &NoteBar::watchNames);
}

void NoteBar::setFields(const std::vector<Field> &fields)
{
    if (fields == m_fields)
        return;
    const int index = m_scene->currentIndex();
    const int key = index > 0 && index <= static_cast<int>(m_fields.size())
                        ? m_fields[static_cast<std::size_t>(index - 1)].key
                        : (m_fields.empty() ? 1 : 0);
    m_fields = fields;
    {
        const QSignalBlocker blocker(m_scene);
        m_scene->clear();
        m_scene->addItem(tr("場面を決めない（Ctrl+0）"));
        for (const Field &field : fields)
            m_scene->addItem(tr("%1（Ctrl+%2）").arg(field.title).arg(field.key));
        const auto same = std::ranges::find(fields, key, &Field::key);
        m_scene->setCurrentIndex(same == fields.end() ? 0 : static_cast<int>(same - fields.begin()) + 1);
    }
    sceneChosen();
}

void NoteBar::setWritable(bool writable)
{
    m_writable = writable;
    setEnabled(writable);
}

qint64 NoteBar::scene() const
{
    const int index = m_scene->currentIndex();
    return index < 1 ? 0 : m_fields[static_cast<std::size_t>(index - 1)].scene;
}

void NoteBar::setScene(qint64 scene)
{
    const auto found = std::ranges::find(m_fields, scene, &Field::scene);
    m_scene->setCurrentIndex(found == m_fields.end() ? 0 : static_cast<int>(found - m_fields.begin()) + 1);
    sceneChosen();
}

NoteKind NoteBar::kind() const
{
    return static_cast<NoteKind>(m_kind->currentIndex());
}

void NoteBar::setKind(NoteKind kind)
{
    m_kind->setCurrentIndex(static_cast<int>(kind));
}

/// What stands on the band are ways to tell; anything else may be chosen afterwards.
void NoteBar::sceneChosen()
{
    const int index = m_scene->currentIndex();
    const bool band = index > 0 && m_fields[static_cast<std::size_t>(index - 1)].isBand;
    if (band && kind() == NoteKind::Trouble)
        setKind(NoteKind::Tell);
    else if (!band && kind() == NoteKind::Tell)
        setKind(NoteKind::Trouble);
    Q_EMIT sceneChanged(scene());
}

void NoteBar::chooseKey(int digit)
{
    const auto found = std::ranges::find(m_fields, digit, &Field::key);
    if (digit != 0 && found == m_fields.end())
        return;
    setScene(digit == 0 ? 0 : found->scene);
    m_line->setFocus(Qt::OtherFocusReason);
}

void NoteBar::typed(const QString &said)
{
    m_line->setText({}); // unlike clear() this leaves nothing for the line's own undo
    say(said);
}

void NoteBar::say(const QString &text)
{
    setLook(m_hint, "tone", u"secondary"_s);
    m_hint->setText(text);
}

void NoteBar::watchNames(const QString &text)
{
    const QString hint = nameHintText(text);
    if (hint.isEmpty()) {
        m_keys->show();
        return say({});
    }
    m_keys->hide(); // the hint needs the room
    setLook(m_hint, "tone", u"hint"_s);
    m_hint->setText(hint);
}

void NoteBar::enter()
{
    if (!m_line->text().trimmed().isEmpty())
        Q_EMIT entered(m_line->text());
}

void NoteBar::pasteLines()
{
    const QString text = QApplication::clipboard()->text();
    if (noteLines(text).size() < 2)
        return m_line->paste();
    Q_EMIT entered(m_line->text() + text);
}

bool NoteBar::obeys(const QKeyEvent &event, bool act)
{
    const Qt::KeyboardModifiers keys = event.modifiers() & ~Qt::KeypadModifier;
    const int digit = event.key() - Qt::Key_0;
    if (keys == Qt::ControlModifier && digit >= 0 && digit <= 9) {
        if (act && m_writable)
            chooseKey(digit);
        return true;
    }
    if (keys == Qt::AltModifier && digit >= 1 && digit <= kKinds) {
        if (act && m_writable) {
            setKind(static_cast<NoteKind>(digit - 1));
            m_line->setFocus(Qt::OtherFocusReason);
        }
        return true;
    }
    const bool next = (keys == Qt::ControlModifier && isEnter(event)) ||
                      (keys == Qt::AltModifier && event.key() == Qt::Key_Down);
    const bool previous = (keys == (Qt::ControlModifier | Qt::ShiftModifier) && isEnter(event)) ||
                          (keys == Qt::AltModifier && event.key() == Qt::Key_Up);
    if (!next && !previous)
        return false;
    if (act) {
        enter(); // what stands in the line belongs to this board
        Q_EMIT boardStep(next ? 1 : -1);
    }
    return true;
}

bool NoteBar::linePressed(QKeyEvent *event)
{
    if (obeys(*event, true))
        return true;
    if (isEnter(*event)) {
        enter();
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        pasteLines();
        return true;
    }
    return false;
}

bool NoteBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (obeys(*key, false)) {
            event->accept();
            return true;
        }
        // With nothing to take back in the line, undo is the window's.
        if ((key->matches(QKeySequence::Undo) && !m_line->isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !m_line->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return linePressed(static_cast<QKeyEvent *>(event));
    if (watched == m_line && event->type() == QEvent::ContextMenu) {
        QMenu *menu = m_line->createStandardContextMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (auto *paste = menu->findChild<QAction *>(u"edit-paste"_s)) {
            paste->disconnect(m_line);
            connect(paste, &QAction::triggered, this, &NoteBar::pasteLines);
        }
        menu->popup(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tane
