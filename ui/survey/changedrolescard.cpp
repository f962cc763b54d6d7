#include "survey/changedrolescard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tane {

ChangedRolesCard::ChangedRolesCard(QWidget *parent)
    : Card(tr("立場が変わった方"), parent)
{
    setObjectName(QStringLiteral("changedRoles"));
    auto *note = secondaryLabel({}, this);
    setParagraph(note, tr("立場ごとの集計で、どちらの立場として数えるかを選べます。選ばないときは、研修前の立"
                          "場で数えます。"));
    body()->addWidget(note);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(metrics::xs);
    body()->addLayout(m_rows);
}

void ChangedRolesCard::show(const std::vector<ChangedRole> &people, bool editable)
{
    setVisible(!people.empty());
    if (people == m_shown && editable == m_editable)
        return; // the keyboard stays where it is
    bool sameRows = people.size() == m_shown.size() && editable == m_editable;
    for (std::size_t i = 0; sameRows && i < people.size(); ++i)
        sameRows = people[i].response == m_shown[i].response && people[i].before == m_shown[i].before &&
                   people[i].after == m_shown[i].after;
    m_shown = people;
    m_editable = editable;
    setSubtitle(tr("%1名").arg(people.size()));
    if (sameRows) {
        for (std::size_t i = 0; i < people.size(); ++i)
            if (auto *choice =
                    m_rows->itemAt(static_cast<int>(i))->widget()->findChild<SegmentedControl *>()) {
                const QSignalBlocker quiet(choice);
                choice->setCurrentIndex(people[i].counted == people[i].after ? 1 : 0);
            }
        return;
    }
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // its own button may be what brought us here
        delete item;
    }
    for (const ChangedRole &person : people)
        m_rows->addWidget(makeRow(person, editable));
}

QWidget *ChangedRolesCard::makeRow(const ChangedRole &person, bool editable)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::m);
    auto *text = new ElidedLabel(tr("%1　%2 → %3").arg(person.name, person.before, person.after), row);
    auto *choice = new SegmentedControl(row);
    choice->setObjectName(QStringLiteral("roleOf%1").arg(person.response));
    choice->setAccessibleName(tr("%1 さんを数える立場").arg(person.name));
    choice->setItems({tr("研修前の立場"), tr("研修後の立場")});
    choice->setCurrentIndex(person.counted == person.after ? 1 : 0);
    choice->setEnabled(editable);
    layout->addWidget(text, 1);
    layout->addWidget(choice);
    connect(choice, &SegmentedControl::currentIndexChanged, this, [this, person](int index) {
        Q_EMIT chosen(person.response, index == 1 ? person.after : QString());
    });
    return row;
}

} // namespace tane
