#include "survey/linkedcard.h"

#include "parts/rowdelegate.h"
#include "shell/settings.h"
#include "survey/linksmodel.h"
#include "survey/surveyrepository.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

LinkedCard::LinkedCard(Settings &settings, QWidget *parent)
    : Card(tr("結びついた方"), parent)
    , m_settings(settings)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"searchLinks"_s);
    m_search->setPlaceholderText(tr("氏名・所属・手がかりで探す"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    body()->addWidget(m_search);
    m_model = new LinksModel(this);
    m_filter = new LinksFilter(this);
    m_filter->setSourceModel(m_model);
    m_view = new QTableView(this);
    m_view->setObjectName(u"linked"_s);
    m_view->setAccessibleName(tr("結びついた方の一覧"));
    m_view->setModel(m_filter);
    styleTable(m_view, new RowDelegate(m_view));
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setMinimumHeight(240);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // the order of the file until she sorts
    if (!m_settings.restoreColumns(u"links"_s, m_view->horizontalHeader())) {
        const int widths[] = {130, 130, 200, 130, 90};
        for (int column = 0; column < LinksModel::ReasonColumn; ++column)
            m_view->setColumnWidth(column, widths[column]);
    }
    body()->addWidget(m_view, 1);
    m_undo = new QPushButton(tr("決定を取り消す"), this);
    m_undo->setObjectName(u"undoDecision"_s);
    m_separate = new QPushButton(tr("別の方として切り離す"), this);
    m_separate->setObjectName(u"separate"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_undo);
    row->addWidget(m_separate);
    row->addStretch(1);
    body()->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, m_filter, &LinksFilter::setSearch);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LinkedCard::showCurrent);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const Link *link = current())
            Q_EMIT undoDecision(Link(*link));
    });
    connect(m_separate, &QPushButton::clicked, this, [this] {
        if (const Link *link = current())
            Q_EMIT separate(Link(*link));
    });
    showCurrent();
}

LinkedCard::~LinkedCard()
{
    m_settings.saveColumns(u"links"_s, m_view->horizontalHeader());
}

void LinkedCard::show(const SurveyState *state, bool editable)
{
    m_state = state;
    m_editable = editable;
    m_model->setState(state, {LinkState::Certain, LinkState::Accepted, LinkState::Rejected});
    const int rejected = state->linking.countOf(LinkState::Rejected);
    setSubtitle(rejected > 0
                    ? tr("%1名（ほかに、別の方と決めたもの %2件）").arg(state->linking.pairs()).arg(rejected)
                    : tr("%1名").arg(state->linking.pairs()));
    setVisible(m_model->rowCount() > 0);
    showCurrent();
}

void LinkedCard::takeFocus()
{
    m_view->setFocus();
}

const Link *LinkedCard::current() const
{
    const QModelIndex now = m_view->currentIndex();
    return now.isValid() && m_state
               ? &m_state->linking.links[static_cast<std::size_t>(now.data(LinksModel::LinkRole).toInt())]
               : nullptr;
}

void LinkedCard::showCurrent()
{
    const Link *link = current();
    m_undo->setEnabled(m_editable && link &&
                       (link->state == LinkState::Accepted || link->state == LinkState::Rejected));
    m_separate->setEnabled(m_editable && link && link->state == LinkState::Certain);
}

} // namespace tane
