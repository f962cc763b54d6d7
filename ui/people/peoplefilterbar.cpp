#include "people/peoplefilterbar.h"

#include "people/flowlayout.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

PeopleFilterBar::PeopleFilterBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(metrics::s, this);
    m_area = addBox(tr("圏域"), u"area"_s);
    m_centre = addBox(tr("センター"), u"centre"_s);
    m_role = addBox(tr("立場"), u"role"_s);
    m_experience = addBox(tr("経験年数"), u"experience"_s);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"filterText"_s);
    m_text->setAccessibleName(tr("氏名・所属・市町村で絞り込む"));
    m_text->setPlaceholderText(tr("氏名・所属・市町村"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(symbolIcon(Symbol::Search, ColorRole::SecondaryText), QLineEdit::LeadingPosition);
    m_text->setFixedWidth(164);
    m_clear = new QToolButton(this);
    m_clear->setText(tr("絞り込みを解除"));
    makePlain(m_clear);
    for (QWidget *each : {static_cast<QWidget *>(m_area), static_cast<QWidget *>(m_centre),
                          static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_experience),
                          static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_clear)})
        row->addWidget(each);
    connect(m_text, &QLineEdit::textChanged, this, &PeopleFilterBar::update);
    connect(m_clear, &QToolButton::clicked, this, &PeopleFilterBar::clear);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_clear->hide();
}

QComboBox *PeopleFilterBar::addBox(const QString &name, const QString &objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(tr("%1で絞り込む").arg(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    box->setMaxVisibleItems(20);
    box->view()->setMinimumWidth(220);
    connect(box, &QComboBox::currentIndexChanged, this, &PeopleFilterBar::update);
    return box;
}

void PeopleFilterBar::fill(QComboBox *box, const QString &all,
                           const QList<std::pair<QString, QVariant>> &items)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all);
    for (const auto &[text, value] : items)
        box->addItem(text, value);
    const int at = chosen.isValid() ? box->findData(chosen) : 0;
    box->setCurrentIndex(std::max(0, at));
    box->setVisible(!items.isEmpty()); // nothing to choose from
}

void PeopleFilterBar::show(const Registry &registry)
{
    QList<std::pair<QString, QVariant>> areas, centres, roles, bands;
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
    m_clear->setVisible(isFiltering());
}

PeopleFilter PeopleFilterBar::filter() const
{
    PeopleFilter filter;
    filter.area = m_area->currentData().toLongLong();
    filter.centre = m_centre->currentData().toLongLong();
    filter.role = m_role->currentData().toString();
    filter.experienceBand = m_experience->currentData().toString();
    filter.text = m_text->text().trimmed();
    return filter;
}

QString PeopleFilterBar::description() const
{
    QStringList parts;
    for (const QComboBox *box : {m_area, m_centre, m_role, m_experience}) {
        if (box->currentData().isValid())
            parts << box->currentText();
    }
    if (!m_text->text().trimmed().isEmpty())
        parts << tr("「%1」を含む").arg(m_text->text().trimmed());
    return parts.join(u'・');
}

bool PeopleFilterBar::isFiltering() const
{
    return !description().isEmpty();
}

void PeopleFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_area, m_centre, m_role, m_experience})
            box->setCurrentIndex(0);
        m_text->clear();
    }
    update();
}

void PeopleFilterBar::update()
{
    m_clear->setVisible(isFiltering());
    Q_EMIT changed();
}

} // namespace tane
