#include "issues/issuefilterbar.h"

#include "base/fiscalyear.h"
#include "people/flowlayout.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
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
    : QWidget(parent)
{
    auto *row = new FlowLayout(metrics::s, this);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"issueText"_s);
    m_text->setAccessibleName(tr("題名・内容・担当などで絞り込む"));
    m_text->setPlaceholderText(tr("題名・内容・担当"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(symbolIcon(Symbol::Search, ColorRole::SecondaryText), QLineEdit::LeadingPosition);
    m_text->setFixedWidth(168);
    row->addWidget(m_text);
    m_place = addBox(tr("市町村・圏域"), u"placeFilter"_s);
    m_scene = addBox(tr("場面"), u"sceneFilter"_s);
    m_cooperation = addBox(tr("連携の型"), u"cooperationFilter"_s);
    m_status = addBox(tr("状態"), u"statusFilter"_s);
    m_year = addBox(tr("年度"), u"yearFilter"_s);
    m_workshop = addBox(tr("研修会"), u"workshopFilter"_s);
    m_clear = new QToolButton(this);
    m_clear->setText(tr("絞り込みを解除"));
    makePlain(m_clear);
    row->addWidget(m_clear);
    connect(m_text, &QLineEdit::textChanged, this, &IssueFilterBar::update);
    connect(m_clear, &QToolButton::clicked, this, &IssueFilterBar::clear);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_clear->hide();
}

QComboBox *IssueFilterBar::addBox(const QString &name, const QString &objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(tr("%1で絞り込む").arg(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    box->setMaxVisibleItems(20);
    box->view()->setMinimumWidth(220);
    layout()->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &IssueFilterBar::update);
    return box;
}

void IssueFilterBar::fill(QComboBox *box, const QString &all,
                          const QList<std::pair<QString, QVariant>> &items)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all);
    for (const auto &[text, value] : items)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, chosen.isValid() ? box->findData(chosen) : 0));
    box->setVisible(!items.isEmpty()); // nothing to choose from
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
    QList<std::pair<QString, QVariant>> places, sceneItems, kinds, states, yearItems, workshopItems;
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
    m_clear->setVisible(isFiltering());
}

std::vector<const IssueCard *> IssueFilterBar::apply(const Registry &registry, const Pipeline &pipeline) const
{
    CardFilter filter;
    filter.words = m_text->text();
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

QString IssueFilterBar::description() const
{
    QStringList parts;
    for (const QComboBox *box : {m_place, m_scene, m_cooperation, m_status, m_year, m_workshop})
        if (box->currentData().isValid())
            parts << box->currentText();
    if (!m_text->text().trimmed().isEmpty())
        parts << tr("「%1」を含む").arg(m_text->text().trimmed());
    return parts.join(u'・');
}

void IssueFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_place, m_scene, m_cooperation, m_status, m_year, m_workshop})
            box->setCurrentIndex(0);
        m_text->clear();
    }
    update();
}

void IssueFilterBar::update()
{
    m_clear->setVisible(isFiltering());
    Q_EMIT changed();
}

} // namespace tane
