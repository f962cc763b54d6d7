#include "survey/changetable.h"

#include "charts/chartview.h"
#include "shell/textlines.h"
#include "shell/widgets.h"
#include "survey/changetablemodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace tane {

namespace {

constexpr int kLeastItemWidth = 150;
constexpr int kLeastBarsWidth = 190;

} // namespace

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (index.column() == ChangeTableModel::BarsColumn) {
        painter->save();
        paintRow(painter, option, index); // the chart lies over it
        painter->restore();
        return;
    }
    if (index.column() != ChangeTableModel::ItemColumn)
        return RowDelegate::paint(painter, option, index);
    painter->save();
    const QRect room = paintRow(painter, option, index);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setPen(color(ColorRole::Text, currentScheme(option.widget)));
    painter->setFont(bold);
    const QString code = index.data(ChangeTableModel::CodeRole).toString();
    const int codeWidth = std::max(painter->fontMetrics().horizontalAdvance(code), 30) + metrics::s;
    const QRect textRoom = room.adjusted(codeWidth, 0, 0, 0);
    const TextLines lines(index.data().toString(), option.font, textRoom.width(), 2);
    const QRect first = lines.paint(*painter, textRoom, Qt::AlignLeft | Qt::AlignVCenter);
    painter->setFont(bold);
    painter->drawText(QRect(room.left(), first.top(), codeWidth, first.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, code);
    painter->restore();
}

ChangeTable::ChangeTable(QWidget *parent)
    : QTableView(parent)
    , m_chart(new ChartView(viewport()))
{
    styleTable(this, new ItemDelegate(this));
    setAccessibleName(tr("設問ごとの変化"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(20);
    connect(m_chart, &ChartView::categoryClicked, this, [this](int row) {
        setFocus(Qt::MouseFocusReason);
        selectRow(row);
    });
}

void ChangeTable::setChangeModel(ChangeTableModel *model)
{
    m_model = model;
    setModel(model);
    setDetailsShown(false);
}

void ChangeTable::setChart(const ChartSpec &spec)
{
    m_chart->setSpec(spec);
    layOut();
}

void ChangeTable::setDetailsShown(bool shown)
{
    m_details = shown;
    for (int column = ChangeTableModel::NetColumn; column < ChangeTableModel::ColumnCount; ++column)
        setColumnHidden(column, !shown);
    layOut();
}

int ChangeTable::numberWidth(int column) const
{
    const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = horizontalHeader()->fontMetrics().horizontalAdvance(head);
    const QString longest = column == ChangeTableModel::IntervalColumn ? QStringLiteral("−00.0 ～ −00.0")
                                                                       : QStringLiteral("0000");
    width = std::max(width, fontMetrics().horizontalAdvance(longest));
    return width + 2 * metrics::s + 2;
}

int ChangeTable::comfortableWidth() const
{
    int width = kLeastItemWidth + kLeastBarsWidth + 60;
    const int last = m_details ? ChangeTableModel::ColumnCount : ChangeTableModel::NetColumn;
    for (int column = ChangeTableModel::PairsColumn; m_model && column < last; ++column)
        width += numberWidth(column);
    return width;
}

// Item and bars share what the numbers leave; below their least widths the table scrolls sideways.
void ChangeTable::layOut()
{
    if (!m_model)
        return;
    const int barHeight = 26 + 18;
    const int rowHeight = std::max(barHeight, 2 * TextLines::pitch(font())) + metrics::m;
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    m_chart->setRowHeight(rowHeight);

    int numbers = 0;
    const int last = m_details ? ChangeTableModel::ColumnCount : ChangeTableModel::NetColumn;
    for (int column = ChangeTableModel::PairsColumn; column < last; ++column) {
        const int width = numberWidth(column);
        setColumnWidth(column, width);
        numbers += width;
    }
    const int rest = viewport()->width() - numbers;
    const int item = std::max(kLeastItemWidth, std::min(rest * 45 / 100, 420));
    const int bars = std::max(kLeastBarsWidth, rest - item);
    setColumnWidth(ChangeTableModel::ItemColumn, item);
    setColumnWidth(ChangeTableModel::BarsColumn, bars);

    const bool scrolls = item + bars + numbers > viewport()->width();
    const int head = horizontalHeader()->sizeHint().height();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    const int height = head + m_model->rowCount() * rowHeight + bar + 2;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
    placeChart();
}

void ChangeTable::placeChart()
{
    if (!m_model || m_model->rowCount() == 0) {
        m_chart->hide();
        return;
    }
    const int column = ChangeTableModel::BarsColumn;
    m_chart->setGeometry(columnViewportPosition(column) + metrics::s, rowViewportPosition(0),
                         columnWidth(column) - 2 * metrics::s, m_chart->rowHeight() * m_model->rowCount());
    m_chart->show();
}

void ChangeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void ChangeTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placeChart();
}

void ChangeTable::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().x() != 0)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

void ChangeTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
