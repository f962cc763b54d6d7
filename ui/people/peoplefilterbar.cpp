#include "people/peoplefilterbar.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace tane {

PeopleFilterBar::PeopleFilterBar(QWidget *parent)
    : FilterBar(parent)
    , m_area(addBox(u"area"_s, tr("圏域")))
    , m_centre(addBox(u"centre"_s, tr("センター")))
    , m_role(addBox(u"role"_s, tr("立場")))
    , m_experience(addBox(u"experience"_s, tr("経験年数")))
{
    addText(u"filterText"_s, tr("氏名・所属・市町村"), 164);
    addClearButton();
}

void PeopleFilterBar::show(const Registry &registry)
{
    Choices areas, centres, roles, bands;
    for (const CareArea &area : registry.areas)
        areas << std::pair(area.name, QVariant(area.id));
    for (const Centre &centre : registry.centres)
        centres << std::pair(centre.name, QVariant(centre.id));
    QStringList known;
    for (const PersonRecord &person : registry.people) {
        for (const QString &role : person.roles) {
            if (!known.contains(role))
                known << role;
        }
    }
    for (const QString &role : std::as_const(known))
        roles << std::pair(role, QVariant(role));
    for (const int months : {0, 12, 36, 60})
        bands << std::pair(experienceBandOf(months), QVariant(experienceBandOf(months)));
    fill(m_area, tr("圏域：すべて"), areas);
    fill(m_centre, tr("センター：すべて"), centres);
    fill(m_role, tr("立場：すべて"), roles);
    fill(m_experience, tr("経験：すべて"), bands);
}

PeopleFilter PeopleFilterBar::filter() const
{
    PeopleFilter filter;
    filter.area = m_area->currentData().toLongLong();
    filter.centre = m_centre->currentData().toLongLong();
    filter.role = m_role->currentData().toString();
    filter.experienceBand = m_experience->currentData().toString();
    filter.text = words();
    return filter;
}

} // namespace tane
