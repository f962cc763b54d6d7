#include "survey/waitingcard.h"

#include "parts/rowdelegate.h"
#include "survey/comparemodel.h"
#include "survey/linksmodel.h"
#include "survey/surveyrepository.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

WaitingCard::WaitingCard(QWidget *parent)
    : Card(tr("同じ方かの確認"), parent)
{
    setAccented(true);
    m_links = new LinksModel(this);
    m_list = new QTableView(this);
    m_list->setObjectName(u"waiting"_s);
    m_list->setAccessibleName(tr("確認待ちの結びつけ"));
    m_list->setModel(m_links);
    styleTable(m_list, new RowDelegate(m_list));
    for (int column = LinksModel::AffiliationColumn; column < LinksModel::ColumnCount; ++column)
        m_list->setColumnHidden(column, column != LinksModel::MethodColumn);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);

    m_compare = new CompareModel(this, this);
    m_compareView = new QTableView(this);
    m_compareView->setModel(m_compare);
    m_compareView->setAccessibleName(tr("前後の回答者の項目の比較"));
    styleTable(m_compareView, new RowDelegate(m_compareView));
    m_compareView->setSelectionMode(QAbstractItemView::NoSelection);
    m_compareView->setFocusPolicy(Qt::NoFocus);
    m_reason = new QLabel(this);
    m_reason->setWordWrap(true);
    m_same = new QPushButton(tr("同じ方です (Y)"), this);
    m_other = new QPushButton(tr("別の方です (N)"), this);
    m_later = new QPushButton(tr("あとで (L)"), this);
    m_same->setObjectName(u"same"_s);
    m_other->setObjectName(u"other"_s);
    m_later->setObjectName(u"later"_s);
    makePrimary(m_same);

    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    for (QPushButton *button : {m_same, m_other, m_later})
        buttons->addWidget(button);
    buttons->addStretch(1);
    right->addWidget(m_reason);
    right->addLayout(buttons); // above the comparison: always in sight, on a small screen, too
    right->addWidget(m_compareView);
    right->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::l);
    m_columns->addWidget(m_list, 2, Qt::AlignTop);
    m_columns->addLayout(right, 3);
    body()->addLayout(m_columns);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &WaitingCard::showCurrent);
    for (const Qt::Key key :
         {Qt::Key_Return, Qt::Key_Enter}) { // not activated(): a double click must not decide
        auto *enter = new QShortcut(key, m_list);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &WaitingCard::accept);
    }
    connect(m_same, &QPushButton::clicked, this, &WaitingCard::accept);
    connect(m_other, &QPushButton::clicked, this, &WaitingCard::refuse);
    connect(m_later, &QPushButton::clicked, this, &WaitingCard::later);
    addShortcut(Qt::Key_Y, &WaitingCard::accept);
    addShortcut(Qt::Key_N, &WaitingCard::refuse);
    addShortcut(Qt::Key_L, &WaitingCard::later);
}

void WaitingCard::addShortcut(QKeySequence keys, void (WaitingCard::*slot)())
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, slot);
}

void WaitingCard::show(const SurveyState *state, bool editable)
{
    const int row = m_row;
    m_state = state;
    m_editable = editable;
    m_links->setState(state, {LinkState::Waiting});
    const int count = m_links->rowCount();
    setVisible(count > 0);
    setSubtitle(tr("確認待ち %1件。決めるまで対に数えません").arg(count));
    for (QPushButton *button : {m_same, m_other})
        button->setEnabled(editable);
    m_later->setEnabled(count > 1);
    if (count > 0)
        m_list->selectRow(std::min(row, count - 1));
    showCurrent();
}

void WaitingCard::takeFocus()
{
    m_list->setFocus();
}

int WaitingCard::currentLink() const
{
    const QModelIndex now = m_list->currentIndex();
    return now.isValid() ? now.data(LinksModel::LinkRole).toInt() : -1;
}

void WaitingCard::showCurrent()
{
    const int number = currentLink();
    if (number < 0 || !m_state) {
        m_compare->setSides({});
        return;
    }
    m_row = m_list->currentIndex().row();
    const Link &link = m_state->linking.links[static_cast<std::size_t>(number)];
    setParagraph(m_reason, link.why());
    m_compare->setSides(
        {{tr("研修前"), &m_state->before, link.before}, {tr("研修後"), &m_state->after, link.after}});
    QHeaderView *head = m_compareView->horizontalHeader();
    for (int column = 0; column < m_compare->columnCount(); ++column) {
        const bool value = column > 0 && column + 1 < m_compare->columnCount();
        head->setSectionResizeMode(column, value ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    fitHeight(m_compareView, 16);
    fitHeight(m_list, m_columns->direction() == QBoxLayout::TopToBottom ? 4 : 14);
}

void WaitingCard::decide(bool same)
{
    const int number = currentLink();
    if (number < 0 || !m_editable)
        return;
    const Link link = m_state->linking.links[static_cast<std::size_t>(number)];
    Q_EMIT decided(link, same);
}

void WaitingCard::later()
{
    const int count = m_links->rowCount();
    if (count > 0)
        m_list->selectRow((m_list->currentIndex().row() + 1) % count);
    m_list->setFocus();
}

void WaitingCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_columns->setDirection(width() < 760 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    fitHeight(m_list, width() < 760 ? 4 : 14);
}

} // namespace tane
