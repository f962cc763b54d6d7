#include "report/sectionlist.h"

#include "paper/palette.h"
#include "shell/textlines.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tane {

SectionList::SectionList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"sections"_s);
    setAccessibleName(tr("報告書の章"));
    setSelectionMode(SingleSelection);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setFrameShape(NoFrame);
    setUniformItemSizes(false);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT sectionChosen(currentSection());
    });
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            Q_EMIT shownChanged(item->data(Qt::UserRole).toLongLong(), item->checkState() == Qt::Checked);
    });
}

void SectionList::setSections(const std::vector<ReportSection> &sections, const std::set<qint64> &empty)
{
    m_filling = true;
    const qint64 current = currentSection();
    while (count() > static_cast<int>(sections.size()))
        delete takeItem(count() - 1);
    while (count() < static_cast<int>(sections.size()))
        addItem(QString());
    int number = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const ReportSection &section = sections[i];
        QListWidgetItem *line = item(static_cast<int>(i));
        const bool left = section.shown && empty.contains(section.id);
        QString text = titleOf(section);
        if (section.shown && !left)
            text = tr("%1　%2").arg(QString::number(++number), text);
        else if (left)
            text = section.kind == SectionKind::FreeText ? tr("%1（コード・引用なし）").arg(text)
                                                         : tr("%1（内容なし）").arg(text);
        line->setText(text);
        line->setToolTip(left && section.kind == SectionKind::FreeText
                             ? tr("［自由記述］でコードを付けるか、引用する文を選ぶと、報告書に出ます。")
                         : left ? tr("まだ内容がないため、報告書には出ません。")
                                : sectionPurpose(section.kind));
        line->setData(Qt::UserRole, section.id);
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
        if (m_writable)
            flags |= Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled;
        line->setFlags(flags);
        line->setCheckState(section.shown ? Qt::Checked : Qt::Unchecked);
        if (section.id == current)
            setCurrentItem(line);
    }
    fitHeights();
    m_filling = false;
    if (currentRow() < 0 && count() > 0)
        setCurrentRow(0);
}

/// A title that is longer than the list is wide takes two lines.
void SectionList::fitHeights()
{
    const bool filling = std::exchange(m_filling, true);
    const int box = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) + 4 * metrics::s;
    const int room = std::max(40, viewport()->width() - box);
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *line = item(row);
        const int lines = TextLines(line->text(), font(), room, 2).count();
        const int height = std::max(metrics::rowHeight, lines * TextLines::pitch(font()) + metrics::m);
        if (line->sizeHint().height() != height)
            line->setSizeHint(QSize(0, height));
    }
    m_filling = filling;
}

void SectionList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    fitHeights();
}

void SectionList::setWritable(bool writable)
{
    m_writable = writable;
    setDragDropMode(writable ? InternalMove : NoDragDrop);
}

qint64 SectionList::currentSection() const
{
    return currentItem() != nullptr ? currentItem()->data(Qt::UserRole).toLongLong() : 0;
}

bool SectionList::select(qint64 section)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toLongLong() == section) {
            setCurrentRow(row);
            return true;
        }
    }
    return false;
}

void SectionList::moveCurrent(int by)
{
    const int to = currentRow() + by;
    if (m_writable && currentRow() >= 0 && to >= 0 && to < count())
        Q_EMIT moved(currentSection(), to);
}

void SectionList::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Delete && m_writable && currentSection() != 0) {
        Q_EMIT removeRequested(currentSection());
        event->accept();
        return;
    }
    QListWidget::keyPressEvent(event);
}

/// The file says the new order, not the view: it is filled again when the move is stored.
void SectionList::dropEvent(QDropEvent *event)
{
    const QModelIndex target = indexAt(event->position().toPoint());
    int to = target.isValid() ? target.row() : count();
    if (target.isValid() && dropIndicatorPosition() == BelowItem)
        ++to;
    if (to > currentRow())
        --to;
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    if (to != currentRow() && currentSection() != 0)
        Q_EMIT moved(currentSection(), to);
}

} // namespace tane
