#include "survey/followupview.h"

#include "parts/chartcard.h"
#include "people/levelmoves.h"
#include "shell/widgets.h"
#include "survey/factrows.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

FollowUpView::FollowUpView(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_card = new Card(tr("行動目標は実行されているか"), this);
    m_facts = new FactRows(m_card);
    m_card->body()->addWidget(m_facts);
    auto *note = secondaryLabel({}, m_card);
    setParagraph(note, tr("「行っている」は、上から2つまでの選択肢を選んだ方です（5つの選択肢のとき）。レベル"
                          "は、研修会の日までの最後の評価と、"
                          "その後の最後の評価を比べています。人数が少ないため、原因とまでは言えません。"));
    m_card->body()->addWidget(note);
    m_charts = new QVBoxLayout;
    m_charts->setSpacing(metrics::m);
    m_hindered = new Card(tr("妨げになったこと"), this);
    m_hindrances = new FactRows(m_hindered);
    m_hindered->body()->addWidget(m_hindrances);
    m_empty = new EmptyState(tr("2～3か月後の回答は、まだありません"),
                             tr("研修会の2～3か月後にアンケートを送り、届いた回答を「2～3か月後」として取り込"
                                "むと、行動目標ごとの結果をここに表示します。"),
                             tr("回答を取り込む"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    column->addWidget(m_card);
    column->addLayout(m_charts);
    column->addWidget(m_hindered);
    column->addWidget(m_empty, 1);
    column->addStretch(1);
}

Result<> FollowUpView::show(const SurveyState &state)
{
    SurveyRepository repository(m_context.document);
    TANE_TRY(const AnswerSheet answers,
             repository.answers(m_context.workshop, state.questionnaire, Wave::FollowUp));
    TANE_TRY(const auto levels, levelMoves(m_context.document, m_context.workshop));
    const FollowUpResults results = followUpResults(state.questionnaire, answers, levels);
    m_facts->clear();
    m_hindrances->clear();
    for (const FollowUpGoal &goal : results.goals) {
        const QString base = goal.officersBase() > 0
                                 ? tr("本人 %1/%2名　市町村 %3/%4名")
                                       .arg(goal.selfDoing())
                                       .arg(goal.selfBase())
                                       .arg(goal.officersDoing())
                                       .arg(goal.officersBase())
                                 : tr("本人 %1/%2名").arg(goal.selfDoing()).arg(goal.selfBase());
        m_facts->add(goal.role.isEmpty() ? goal.text : tr("%1（%2）").arg(goal.text, goal.role), base,
                     followUpSentence(goal));
    }
    for (const FollowUpResults::Hindrance &hindrance : results.hindrances)
        m_hindrances->add(hindrance.role, {}, hindrance.text);
    const bool any = results.people > 0;
    m_card->setSubtitle(tr("回答 %1名").arg(results.people));
    m_card->setVisible(any && !results.goals.empty());
    m_hindered->setSubtitle(tr("%1件").arg(results.hindrances.size()));
    m_hindered->setVisible(any && !results.hindrances.empty());
    m_empty->setVisible(!any);
    showFigures(any ? results : FollowUpResults());
    return {};
}

void FollowUpView::showFigures(const FollowUpResults &results)
{
    QStringList roles;
    for (const FollowUpGoal &goal : results.goals)
        if (!roles.contains(goal.role))
            roles << goal.role;
    std::vector<ChartSpec> charts;
    for (const QString &role : std::as_const(roles))
        charts.push_back(followUpChart(results, role));
    while (m_figures.size() < charts.size()) {
        auto *card = new ChartCard(tr("行動目標の図"), tr("図_2～3か月後の行動"), m_context, this);
        connect(card, &ChartCard::notice, this, &FollowUpView::notice);
        m_charts->addWidget(card);
        m_figures.push_back(card);
    }
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i]->setVisible(i < charts.size() && !charts[i].categories.empty());
        if (i < charts.size())
            m_figures[i]->setSpec(charts[i]);
    }
}

bool asksLater(const Questionnaire &questionnaire)
{
    return std::ranges::any_of(questionnaire.items(),
                               [](const auto &ref) { return ref.item->askedFollowUp; });
}

} // namespace tane
