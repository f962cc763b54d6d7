#include "issues/posterboard.h"

#include "issues/noteeditor.h"
#include "shell/widgets.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kLeastZoom = 0.4, kMostZoom = 2.5;
constexpr int kLeastWidth = 440; ///< of the sheet; narrower views scroll sideways

} // namespace

PosterBoard::PosterBoard(QWidget *parent)
    : CardBoard(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("模造紙のボード"));
    setAccessibleDescription(
        tr("矢印キーで付箋を選び、Shift+矢印で続けて選びます。F2で書き直し、数字でその場面へ移し、"
           "Ctrl+Gで見出しの下にまとめ、Ctrl+Shift+Gで外し、Deleteで消します。"));
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_scrollTimer.setInterval(30);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] {
        if (scrollNear(m_pointer, 0))
            dragTo(m_pointer);
    });
}

void PosterBoard::setContent(BoardContent content, Marks marks)
{
    const PosterKey current = currentKey();
    const bool other = content.board.id != m_content.board.id;
    endDrag();
    if (other && m_editor != nullptr)
        m_editor->finish(true);
    m_content = std::move(content);
    m_marks = std::move(marks);
    layOut();
    if (other) {
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
    }
    const std::size_t before = m_chosen.size();
    std::erase_if(m_chosen, [this](PosterKey key) { return m_layout.indexOf(key) < 0; });
    const int index = m_layout.indexOf(current);
    m_current = index >= 0 ? index : std::min(m_current, cardCount() - 1);
    if (other)
        m_current = -1;
    viewport()->update();
    if (other || before != m_chosen.size())
        Q_EMIT choiceChanged();
}

void PosterBoard::setTypingScene(std::optional<qint64> scene)
{
    const bool tray = scene == 0, had = m_typing == 0;
    m_typing = scene;
    if (tray != had)
        layOut();
    viewport()->update();
}

PosterLayout PosterBoard::layoutAt(double zoom) const
{
    const QFont body = scaledFont(this, type::body), bold = scaledFont(this, type::body, true);
    const int width = std::max(kLeastWidth, static_cast<int>(viewport()->width() / zoom));
    return {m_content, body, bold, width, static_cast<int>(viewport()->height() / zoom), m_typing == 0};
}

void PosterBoard::layOut()
{
    m_layout = layoutAt(m_zoom);
    const QSize whole(static_cast<int>(m_layout.size().width() * m_zoom),
                      static_cast<int>(m_layout.size().height() * m_zoom));
    const int spare = viewport()->width() - static_cast<int>(viewport()->width() / m_zoom * m_zoom);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, whole.width() + spare - viewport()->width()));
}

void PosterBoard::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, kLeastZoom, kMostZoom);
    m_fitted = false;
    if (std::abs(wanted - m_zoom) < 0.001)
        return;
    const QPoint middle = toSheet(viewport()->rect().center());
    const double share = m_layout.size().height() > 0 ? middle.y() / double(m_layout.size().height()) : 0;
    m_zoom = wanted;
    layOut();
    const double there = share * m_layout.size().height() * m_zoom;
    verticalScrollBar()->setValue(static_cast<int>(there) - viewport()->height() / 2);
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void PosterBoard::zoomToFit(double least)
{
    // Smaller papers need fewer rows as more stand side by side: the height is found by trying.
    double zoom = 1;
    const auto fits = [this](double tried) {
        const QSize size = layoutAt(tried).size();
        return size.height() * tried <= viewport()->height() + 1 &&
               size.width() * tried <= viewport()->width() + 1;
    };
    while (zoom > kLeastZoom && !fits(zoom))
        zoom -= 0.05;
    setZoom(zoom < least ? 1 : std::max(kLeastZoom, zoom));
    m_fitted = zoom >= least;
    Q_EMIT zoomChanged(m_zoom);
}

QPoint PosterBoard::toSheet(QPoint point) const
{
    const QPoint moved = point + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    return {static_cast<int>(moved.x() / m_zoom), static_cast<int>(moved.y() / m_zoom)};
}

QRect PosterBoard::toView(const QRect &box) const
{
    const QRectF zoomed(box.x() * m_zoom, box.y() * m_zoom, box.width() * m_zoom, box.height() * m_zoom);
    return zoomed.toAlignedRect().translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

QRect PosterBoard::itemRect(int index) const
{
    return index < 0 || index >= cardCount() ? QRect() : toView(item(index).box);
}

QRect PosterBoard::fieldRect(int index) const
{
    return index < 0 ? QRect() : toView(m_layout.fields()[static_cast<std::size_t>(index)].box);
}

int PosterBoard::cardNear(QPoint point) const
{
    return m_layout.itemAt(toSheet(point));
}

QString PosterBoard::spokenCard(int index) const
{
    if (index < 0 || index >= cardCount())
        return {};
    const PosterItem &shown = item(index);
    const int field = m_layout.fieldOf(shown.scene);
    const QString where = field < 0 ? QString() : m_layout.fields()[static_cast<std::size_t>(field)].title;
    QStringList parts;
    if (shown.key.kind == PosterKey::Kind::Cluster) {
        parts << tr("見出し") << shown.lines.lines().join(QString())
              << tr("付箋%1枚").arg(m_content.notesOf(shown.key.id).size()) << where;
    } else {
        const auto note = std::ranges::find(m_content.notes, shown.key.id, &StickyNote::id);
        if (note == m_content.notes.end())
            return {};
        parts << noteKindText(note->kind) << note->text << where;
        if (const NoteCluster *cluster = m_content.cluster(note->cluster))
            parts << tr("見出し「%1」").arg(cluster->heading);
        if (m_marks.carded.contains(note->id))
            parts << tr("課題カードがあります");
        if (m_marks.named.contains(note->id))
            parts << tr("お名前のような言葉があります");
    }
    if (isChosen(shown.key))
        parts << tr("選んでいます");
    return parts.join(u"。"_s);
}

void PosterBoard::pressCard(int index)
{
    setCurrent(index);
    beginEditing(currentKey());
}

BoardPick PosterBoard::pick() const
{
    BoardPick all;
    for (const PosterItem &each : m_layout.items())
        if (isChosen(each.key))
            (each.key.kind == PosterKey::Kind::Note ? all.notes : all.clusters).push_back(each.key.id);
    return all;
}

PosterKey PosterBoard::currentKey() const
{
    return m_current >= 0 && m_current < cardCount() ? item(m_current).key : PosterKey{};
}

bool PosterBoard::showKey(PosterKey key)
{
    const int index = m_layout.indexOf(key);
    if (index < 0)
        return false;
    setCurrent(index);
    return true;
}

void PosterBoard::choose(const std::vector<qint64> &notes)
{
    m_chosen.clear();
    for (const qint64 note : notes)
        m_chosen.insert({PosterKey::Kind::Note, note});
    if (!notes.empty())
        m_current = m_layout.indexOf({PosterKey::Kind::Note, notes.back()});
    viewport()->update();
    Q_EMIT choiceChanged();
}

void PosterBoard::clearChoice()
{
    if (m_chosen.empty())
        return;
    m_chosen.clear();
    viewport()->update();
    Q_EMIT choiceChanged();
}

void PosterBoard::setCurrent(int index, bool extend)
{
    if (index < 0 || index >= cardCount())
        return;
    m_current = index;
    if (!extend)
        m_chosen.clear();
    m_chosen.insert(item(index).key);
    reveal(item(index).box);
    viewport()->update();
    announceCurrent();
    Q_EMIT choiceChanged();
}

void PosterBoard::reveal(const QRect &box)
{
    const QRect shown = toView(box).adjusted(-8, -8, 8, 8);
    const auto bring = [](QScrollBar *bar, int from, int to, int size) {
        if (from < 0)
            bar->setValue(bar->value() + from);
        else if (to > size)
            bar->setValue(bar->value() + to - size);
    };
    bring(verticalScrollBar(), shown.top(), shown.bottom(), viewport()->height());
    bring(horizontalScrollBar(), shown.left(), shown.right(), viewport()->width());
}

void PosterBoard::groupChosen()
{
    const BoardPick chosen = pick();
    if (!m_writable)
        return;
    if (chosen.notes.empty())
        return Q_EMIT hinted(
            chosen.clusters.empty()
                ? tr("先に、まとめる付箋を選んでください（クリックか矢印。Shift でいくつも）。")
                : tr("見出しのほかに、その下に入れる付箋も選んでください。"));
    if (chosen.clusters.size() == 1)
        return Q_EMIT gatherRequested(chosen.notes, chosen.clusters.front());
    beginGrouping(chosen.notes);
}

void PosterBoard::beginEditing(PosterKey key)
{
    const int index = m_layout.indexOf(key);
    if (index < 0 || !m_writable)
        return;
    if (m_editor != nullptr)
        m_editor->finish(true);
    const bool heading = key.kind == PosterKey::Kind::Cluster;
    QString text;
    if (const NoteCluster *cluster = heading ? m_content.cluster(key.id) : nullptr)
        text = cluster->heading;
    const auto note = std::ranges::find(m_content.notes, key.id, &StickyNote::id);
    if (!heading && note != m_content.notes.end())
        text = note->text;
    m_editing = key;
    m_grouping.clear();
    reveal(item(index).box);
    openEditor(itemRect(index), text, heading);
}

void PosterBoard::beginGrouping(const std::vector<qint64> &notes, qint64 onto)
{
    const int index = m_layout.indexOf({PosterKey::Kind::Note, onto != 0 ? onto : notes.front()});
    if (index < 0 || !m_writable)
        return;
    if (m_editor != nullptr)
        m_editor->finish(true);
    m_editing = {};
    m_grouping.clear();
    if (onto != 0 && std::ranges::find(notes, onto) == notes.end())
        m_grouping.push_back(onto);
    for (const qint64 note : notes)
        m_grouping.push_back(note);
    reveal(item(index).box);
    openEditor(itemRect(index), {}, true);
}

void PosterBoard::openEditor(const QRect &box, const QString &text, bool heading)
{
    m_editor = new NoteEditor(viewport());
    m_editor->setObjectName(u"noteEditor"_s);
    m_editor->setAccessibleName(heading ? tr("見出し") : tr("付箋の文"));
    QFont font = scaledFont(this, type::body * std::max(1.0, m_zoom), heading);
    m_editor->setFont(font);
    m_editor->setPlainText(text);
    m_editor->setPlaceholderText(heading ? tr("見出しを書いて Enter") : QString());
    m_editor->selectAll();
    const int line = QFontMetrics(font).lineSpacing();
    QRect room(box.topLeft(), box.size().expandedTo(QSize(150, line * 3 + 12)));
    if (heading)
        room.setHeight(std::max(box.height() * 2 / 3, line * 2 + 12));
    room.moveRight(std::min(room.right(), viewport()->width() - 2));
    room.moveBottom(std::min(room.bottom(), viewport()->height() - 2));
    room.moveTopLeft({std::max(0, room.left()), std::max(0, room.top())});
    m_editor->setGeometry(room);
    connect(m_editor, &NoteEditor::done, this, &PosterBoard::editorDone);
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PosterBoard::editorDone(bool kept, const QString &text)
{
    m_editor = nullptr;
    const PosterKey key = std::exchange(m_editing, {});
    const std::vector<qint64> notes = std::exchange(m_grouping, {});
    if (!kept) {
        setFocus(Qt::OtherFocusReason);
        return;
    }
    const QWidget *focus = window()->focusWidget();
    const bool mine = focus == nullptr || isAncestorOf(focus); // else it was left for something else
    if (!notes.empty())
        Q_EMIT groupRequested(notes, text);
    else if (key.id != 0)
        Q_EMIT renameRequested(key, text);
    if (mine)
        setFocus(Qt::OtherFocusReason);
}

void PosterBoard::resizeEvent(QResizeEvent *event)
{
    CardBoard::resizeEvent(event);
    layOut();
    if (m_fitted)
        zoomToFit();
}

void PosterBoard::scrollContentsBy(int dx, int dy)
{
    if (m_editor != nullptr)
        m_editor->move(m_editor->pos() + QPoint(dx, dy));
    viewport()->update();
}

void PosterBoard::changeEvent(QEvent *event)
{
    CardBoard::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
