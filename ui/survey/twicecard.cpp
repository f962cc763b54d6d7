#include "survey/twicecard.h"

#include "parts/rowdelegate.h"
#include "survey/comparemodel.h"
#include "survey/peoplemodel.h"
#include "survey/surveypage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

TwiceCard::TwiceCard(QWidget *parent)
    : Card(tr("2回回答した方"), parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_cases = new QComboBox(this);
    m_cases->setObjectName(u"twiceCases"_s);
    m_cases->setAccessibleName(tr("2回回答した方"));
    m_cases->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rule = new SegmentedControl(this);
    m_rule->setObjectName(u"twiceRule"_s);
    m_rule->setAccessibleName(tr("2回回答した方の扱い"));
    m_rule->setItems({tr("ひとりずつ選ぶ"), tr("新しい方を使う")});
    row->addWidget(m_cases);
    row->addStretch(1);
    row->addWidget(m_rule);
    body()->addLayout(row);
    // Above the comparison, which grows with the questionnaire: the decision stays in sight.
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(metrics::s);
    m_reason = secondaryLabel({}, this);
    m_reason->setObjectName(u"twiceReason"_s);
    m_reason->setWordWrap(true);
    m_buttons->addWidget(m_reason, 1);
    body()->addLayout(m_buttons);
    m_compare = new CompareModel(this, this);
    m_view = new QTableView(this);
    m_view->setObjectName(u"twiceAnswers"_s);
    m_view->setModel(m_compare);
    m_view->setAccessibleName(tr("2回分の回答の比較"));
    styleTable(m_view, new RowDelegate(m_view));
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_view);
    connect(m_cases, &QComboBox::currentIndexChanged, this, &TwiceCard::showCase);
    connect(m_rule, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        Q_EMIT ruleChosen(index == 1 ? LinkOptions::Twice::Latest : LinkOptions::Twice::Ask);
    });
}

void TwiceCard::show(const SurveyState *state, bool editable)
{
    m_state = state;
    m_editable = editable;
    const std::vector<AnsweredTwice> &twice = state->linking.twice;
    setVisible(!twice.empty());
    const int open = state->linking.undecidedTwice();
    setSubtitle(open > 0
                    ? tr("%1名のうち、確認待ち %2件。決めるまで対に数えません").arg(twice.size()).arg(open)
                    : tr("%1名。どの回答を使うか決まっています").arg(twice.size()));
    const QSignalBlocker quietCases(m_cases), quietRule(m_rule);
    m_rule->setCurrentIndex(state->options.twice == LinkOptions::Twice::Latest ? 1 : 0);
    m_rule->setEnabled(editable);
    const int kept = m_cases->currentIndex();
    m_cases->clear();
    for (const AnsweredTwice &one : twice)
        m_cases->addItem(caseLabel(one));
    const int last = static_cast<int>(twice.size()) - 1;
    m_cases->setCurrentIndex(std::clamp(kept, std::min(0, last), last));
    showCase(m_cases->currentIndex());
}

QString TwiceCard::caseLabel(const AnsweredTwice &one) const
{
    const AnswerSheet &sheet = one.wave == Wave::Before ? m_state->before : m_state->after;
    const QString name = personLabel(sheet, one.people.front());
    return one.chosen < 0 ? tr("%1（%2・確認待ち）").arg(name, waveName(one.wave))
                          : tr("%1（%2）").arg(name, waveName(one.wave));
}

void TwiceCard::takeFocus()
{
    const std::vector<AnsweredTwice> &twice = m_state->linking.twice;
    const auto open =
        std::find_if(twice.begin(), twice.end(), [](const AnsweredTwice &one) { return one.chosen < 0; });
    if (open == twice.end())
        return m_cases->setFocus();
    m_cases->setCurrentIndex(static_cast<int>(open - twice.begin()));
    for (int i = 0; i < m_buttons->count(); ++i) {
        auto *button = qobject_cast<QPushButton *>(m_buttons->itemAt(i)->widget());
        if (button && button->isEnabled())
            return button->setFocus();
    }
    m_cases->setFocus();
}

bool TwiceCard::isDeciding() const
{
    for (int i = 0; i < m_buttons->count(); ++i) {
        if (m_buttons->itemAt(i)->widget()->hasFocus())
            return true;
    }
    return false;
}

void TwiceCard::showCase(int index)
{
    if (!m_state || index < 0 || index >= static_cast<int>(m_state->linking.twice.size())) {
        fillButtons({});
        m_compare->setSides({});
        return;
    }
    const AnsweredTwice &one = m_state->linking.twice[static_cast<std::size_t>(index)];
    const AnswerSheet &sheet = one.wave == Wave::Before ? m_state->before : m_state->after;
    fillButtons(one);
    std::vector<CompareModel::Side> sides;
    for (std::size_t i = 0; i < one.people.size(); ++i) {
        const int person = one.people[i];
        const QString head = tr("%1件目").arg(i + 1);
        sides.push_back({person == one.chosen ? tr("%1（使用中）").arg(head) : head, &sheet, person});
    }
    m_compare->setAnswers(sides, m_state->questionnaire);
    const QStringList &differing = m_compare->differingItems();
    const QString difference =
        differing.isEmpty()
            ? tr("設問への答えはどれも同じです。")
            : tr("答えの違う設問：%1問（%2）。").arg(differing.size()).arg(differing.join(u"、"_s));
    setParagraph(m_reason, one.reason + tr("。") + difference);
    QHeaderView *head = m_view->horizontalHeader();
    for (int column = 0; column < m_compare->columnCount(); ++column) {
        const bool last = column + 1 == m_compare->columnCount();
        head->setSectionResizeMode(column, last ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    }
    fitHeight(m_view, m_compare->rowCount());
}

void TwiceCard::fillButtons(const AnsweredTwice &one)
{
    while (m_buttons->count() > 1) {
        QLayoutItem *item = m_buttons->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    for (std::size_t i = 0; i < one.people.size(); ++i) {
        const int person = one.people[i];
        auto *button = new QPushButton(tr("%1件目を使う").arg(i + 1), this);
        button->setObjectName(u"use%1"_s.arg(i + 1));
        button->setEnabled(m_editable && person != one.chosen);
        connect(button, &QPushButton::clicked, this, [this, one, person] { Q_EMIT chosen(one, person); });
        m_buttons->insertWidget(static_cast<int>(i), button);
        button->show(); // now, not when the layout comes to it: only what is shown takes the focus
    }
}

} // namespace tane
