#include "issues/issuechartstab.h"

#include "parts/chartcard.h"
#include "shell/page.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

IssueChartsTab::IssueChartsTab(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_scenes = addCard(tr("課題の場面と出どころ"), tr("図_課題の場面と出どころ"), u"sceneChart"_s);
    m_stages = addCard(tr("課題の段階と状態"), tr("図_課題の段階と状態"), u"stageChart"_s);
    m_ages = addCard(tr("対応の終わっていない課題の経過期間"), tr("図_課題の経過期間"), u"ageChart"_s);
    m_years = addCard(tr("繰り返し挙がるテーマの推移"), tr("図_繰り返し挙がるテーマ"), u"yearChart"_s);
}

ChartCard *IssueChartsTab::addCard(const QString &title, const QString &name, const QString &objectName)
{
    auto *card = new ChartCard(title, name, m_context, this);
    card->setObjectName(objectName);
    layout()->addWidget(card);
    connect(card, &ChartCard::notice, this, &IssueChartsTab::notice);
    return card;
}

void IssueChartsTab::show(const Registry &, const Pipeline &pipeline,
                          const std::vector<const IssueCard *> &cards, const QString &description)
{
    const QDate today = QDate::currentDate();
    const auto titled = [&](ChartSpec chart) {
        if (!description.isEmpty())
            chart.title += tr("（%1）").arg(description);
        return chart;
    };
    const auto counts = countStages(cards, today);
    m_scenes->setSpec(titled(sceneSourceChart(countScenesAndSources(cards))));
    m_stages->setSpec(titled(stageStatusChart(counts)));
    m_ages->setSpec(titled(stageAgeChart(counts)));
    m_scenes->setVisible(!cards.empty());
    m_stages->setVisible(!cards.empty());
    m_ages->setVisible(!cards.empty());
    const auto things = raisedThings(m_context.document);
    if (!things) {
        m_years->hide();
        return Q_EMIT notice({Notice::Kind::Error, things.error().toString()});
    }
    std::vector<ThemeName> themes;
    for (const IssueTheme &theme : pipeline.themes)
        themes.push_back({theme.id, theme.heading});
    const ChartSpec years = recurrenceChart(findRecurrences(*things, themes), *things);
    m_years->setSpec(years);
    m_years->setVisible(!years.categories.empty());
}

QList<QAction *> IssueChartsTab::exportActions() const
{
    return m_stages->exportActions();
}

} // namespace tane
