#include "issues/issuefilterbar.h"

#include "base/fiscalyear.h"

#include <QComboBox>

#include <set>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kOpenOnly = -2;

/// Areas and municipalities are in one list: areas as negative numbers.
QVariant areaValue(qint64 id)
{
    return -id;
}

} // namespace

IssueFilterBar::IssueFilterBar(QWidget *parent)
    : FilterBar(parent)
{
    addText(u"issueText"_s, tr("題名・内容・担当"), 168);
    m_place = addBox(u"placeFilter"_s, tr("市町村・圏域"));
    m_scene = addBox(u"sceneFilter"_s, tr("場面"));
    m_cooperation = addBox(u"cooperationFilter"_s, tr("連携の型"));
    m_status = addBox(u"statusFilter"_s, tr("状態"));
    m_year = addBox(u"yearFilter"_s, tr("年度"));
    m_workshop = addBox(u"workshopFilter"_s, tr("研修会"));
    addClearButton();
}

void IssueFilterBar::show(const Registry &registry, const Pipeline &pipeline,
                          const std::vector<WorkshopChoice> &workshops)
{
    std::set<qint64> used, areasUsed, held;
    std::set<int, std::greater<>> years;
    QStringList scenes = fourScenes();
    bool cooperates = false;
    for (const IssueCard &card : pipeline.cards) {
        used.insert(card.municipality);
        areasUsed.insert(card.careArea);
        if (const Municipality *place = registry.municipality(card.municipality))
            areasUsed.insert(place->careArea);
        held.insert(card.workshop);
        if (card.notedOn.isValid())
            years.insert(FiscalYear::of(card.notedOn).startYear());
        for (const QString &scene : card.scenes)
            if (!scenes.contains(scene))
                scenes << scene;
        cooperates = cooperates || card.cooperation != Cooperation::Open;
    }
    Choices places, sceneItems, kinds, states, yearItems, workshopItems;
    for (const CareArea &area : registry.areas)
        if (areasUsed.contains(area.id))
            places << std::pair(area.name, areaValue(area.id));
    for (const Municipality &each : registry.municipalities)
        if (used.contains(each.id))
            places << std::pair(each.name, QVariant(each.id));
    for (const QString &scene : std::as_const(scenes))
        sceneItems << std::pair(scene, QVariant(scene));
    for (const Cooperation kind : {Cooperation::Community, Cooperation::Solving, Cooperation::Watching})
        if (cooperates)
            kinds << std::pair(cooperationText(kind), QVariant(static_cast<int>(kind)));
    states << std::pair(tr("終わっていないもの"), QVariant(kOpenOnly));
    for (const IssueStatus status :
         {IssueStatus::Open, IssueStatus::Doing, IssueStatus::Solved, IssueStatus::Dropped})
        states << std::pair(issueStatusText(status), QVariant(static_cast<int>(status)));
    for (const int year : years)
        yearItems << std::pair(FiscalYear(year).text(), QVariant(year));
    for (const WorkshopChoice &each : workshops)
        if (held.contains(each.id))
            workshopItems << std::pair(each.label(), QVariant(each.id));
    fill(m_place, tr("場所：すべて"), places);
    fill(m_scene, tr("場面：すべて"), sceneItems);
    fill(m_cooperation, tr("連携：すべて"), kinds);
    fill(m_status, tr("状態：すべて"), states);
    fill(m_year, tr("年度：すべて"), yearItems);
    fill(m_workshop, tr("研修会：すべて"), workshopItems);
}

std::vector<const IssueCard *> IssueFilterBar::apply(const Registry &registry, const Pipeline &pipeline) const
{
    CardFilter filter;
    filter.words = words();
    const qint64 place = m_place->currentData().toLongLong();
    if (place > 0)
        filter.municipality = place;
    if (place < 0) {
        filter.careArea = -place;
        for (const Municipality &each : registry.municipalities)
            if (each.careArea == filter.careArea)
                filter.areaMunicipalities.push_back(each.id);
    }
    filter.scene = m_scene->currentData().toString();
    if (m_cooperation->currentData().isValid())
        filter.cooperation = static_cast<Cooperation>(m_cooperation->currentData().toInt());
    if (m_status->currentData().isValid()) {
        const int status = m_status->currentData().toInt();
        filter.openOnly = status == kOpenOnly;
        if (!filter.openOnly)
            filter.status = static_cast<IssueStatus>(status);
    }
    if (m_year->currentData().isValid()) {
        const FiscalYear year(m_year->currentData().toInt());
        filter.from = year.firstDay();
        filter.until = year.lastDay();
    }
    std::vector<const IssueCard *> kept = filterCards(pipeline, filter);
    if (const qint64 workshop = m_workshop->currentData().toLongLong(); workshop != 0)
        std::erase_if(kept, [workshop](const IssueCard *card) { return card->workshop != workshop; });
    return kept;
}

} // namespace tane
