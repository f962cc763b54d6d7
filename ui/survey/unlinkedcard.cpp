#include "survey/unlinkedcard.h"

#include "parts/rowdelegate.h"
#include "survey/joindialog.h"
#include "survey/peoplemodel.h"
#include "survey/surveyrepository.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QResizeEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tane {

UnlinkedCard::UnlinkedCard(QWidget *parent)
    : Card(tr("結びつかなかった方"), parent)
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::l);
    body()->addLayout(m_columns);
    m_before = makeSide(QStringLiteral("onlyBefore"), true);
    m_after = makeSide(QStringLiteral("onlyAfter"), false);
}

UnlinkedCard::Side UnlinkedCard::makeSide(const QString &name, bool before)
{
    Side side;
    side.title = new QLabel(this);
    side.model = new PeopleModel(this);
    side.view = new QTableView(this);
    side.view->setObjectName(name);
    side.view->setAccessibleName(before ? tr("研修前だけに回答した方") : tr("研修後だけに回答した方"));
    side.view->setModel(side.model);
    styleTable(side.view, new RowDelegate(side.view));
    side.view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    side.join = new QPushButton(tr("手で結びつける…"), this);
    side.join->setObjectName(name + QStringLiteral("Join"));
    side.join->setEnabled(false);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::s);
    column->addWidget(side.title);
    column->addWidget(side.view);
    column->addWidget(side.join, 0, Qt::AlignLeft);
    column->addStretch(1);
    m_columns->addLayout(column, 1);
    connect(side.join, &QPushButton::clicked, this, [this, before] { join(before); });
    connect(side.view, &QTableView::activated, this, [this, before] { join(before); });
    connect(side.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, button = side.join](const QModelIndex &now) {
                button->setEnabled(m_editable && now.isValid());
            });
    return side;
}

void UnlinkedCard::show(const SurveyState *state, bool editable)
{
    m_state = state;
    m_editable = editable;
    setVisible(!state->linking.onlyBefore.empty() || !state->linking.onlyAfter.empty());
    setSubtitle(tr("前だけ %1名・後だけ %2名（確認待ちの方を含みます）")
                    .arg(state->linking.onlyBefore.size())
                    .arg(state->linking.onlyAfter.size()));
    showSide(m_before, tr("研修前だけ"), true, state->linking.onlyBefore);
    showSide(m_after, tr("研修後だけ"), false, state->linking.onlyAfter);
}

void UnlinkedCard::showSide(Side &side, const QString &title, bool before, const std::vector<int> &people)
{
    const int row = side.view->currentIndex().row();
    side.title->setText(tr("%1　%2名").arg(title).arg(people.size()));
    side.model->setPeople(before ? m_state->before : m_state->after, people);
    side.view->setVisible(!people.empty());
    side.join->setVisible(!people.empty());
    side.join->setEnabled(false);
    if (row >= 0 && !people.empty())
        side.view->selectRow(std::min(row, static_cast<int>(people.size()) - 1));
    fitHeight(side.view, 8);
}

void UnlinkedCard::takeFocus()
{
    (m_before.view->isHidden() ? m_after : m_before).view->setFocus();
}

void UnlinkedCard::join(bool before)
{
    const QModelIndex now = (before ? m_before : m_after).view->currentIndex();
    if (!now.isValid() || !m_editable)
        return;
    const int person = now.data(PeopleModel::PersonRole).toInt();
    auto *dialog = new JoinDialog(*m_state, before, person, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &JoinDialog::joined, this, &UnlinkedCard::joined);
    dialog->open();
}

void UnlinkedCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_columns->setDirection(width() < 680 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace tane
