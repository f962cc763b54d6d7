#include "people/attendeesfield.h"

#include "people/flowlayout.h"
#include "people/recordpicker.h"
#include "people/registeredit.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

AttendeesField::AttendeesField(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    m_none = secondaryLabel(tr("まだ誰も入っていません"), this);
    m_names = new QWidget(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_names->setSizePolicy(policy);
    m_flow = new FlowLayout(metrics::xs, m_names);
    m_picker = new RecordPicker(tr("参加者を加える"), tr("氏名・ふりがな・所属を入れて加える"), this);
    m_picker->setObjectName(u"addAttendee"_s);
    column->addWidget(m_none);
    column->addWidget(m_names);
    column->addWidget(m_picker);
    connect(m_picker, &RecordPicker::picked, this, [this](qint64 person) {
        report(setAttendee(m_document, m_support, person, true));
        m_picker->setFocus();
    });
}

std::vector<qint64> AttendeesField::people() const
{
    std::vector<qint64> ids;
    for (const Chip &chip : m_chips)
        ids.push_back(chip.person);
    return ids;
}

void AttendeesField::show(const Registry &registry, qint64 support, bool writable)
{
    const QDate today = QDate::currentDate();
    std::vector<const PersonRecord *> people;
    std::vector<RecordPicker::Item> others;
    const auto list = registry.attendees.find(support);
    for (const PersonRecord &person : registry.people) {
        if (list != registry.attendees.end() && std::ranges::count(list->second, person.person.id) > 0)
            people.push_back(&person);
        else if (person.worksOn(today))
            others.push_back({person.person.id,
                              person.person.name + u'　' + registry.workplace(person, today) + u'　' +
                                  registry.municipalityText(person, today),
                              person.person.kana});
    }
    const auto same = [](const Chip &chip, const PersonRecord *person) {
        return chip.person == person->person.id && chip.name == person->person.name;
    };
    if (support != m_support || writable != m_writable || !std::ranges::equal(m_chips, people, same)) {
        for (const Chip &chip : m_chips) {
            chip.frame->hide();
            chip.frame->deleteLater();
        }
        while (QLayoutItem *item = m_flow->takeAt(0))
            delete item;
        m_chips.clear();
        for (const PersonRecord *person : people)
            m_chips.push_back(makeChip(*person, writable));
    }
    m_support = support;
    m_writable = writable;
    m_none->setVisible(people.empty());
    m_names->setVisible(!people.empty());
    m_picker->setItems(others);
    m_picker->setEnabled(writable);
    m_names->updateGeometry();
}

AttendeesField::Chip AttendeesField::makeChip(const PersonRecord &person, bool writable)
{
    const qint64 id = person.person.id;
    Chip chip{id, person.person.name, new QWidget(m_names)};
    auto *line = new QHBoxLayout(chip.frame);
    line->setContentsMargins(0, 0, metrics::xs, 0);
    line->setSpacing(0);
    auto *open = new QPushButton(chip.name, chip.frame);
    makePlain(open);
    open->setToolTip(tr("%1さんのページを開く").arg(chip.name));
    connect(open, &QPushButton::clicked, this, [this, id] { Q_EMIT personRequested(id); });
    auto *remove = new QToolButton(chip.frame);
    remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    remove->setIconSize({10, 10});
    remove->setToolTip(tr("%1さんを参加者から外す").arg(chip.name));
    remove->setAccessibleName(remove->toolTip());
    remove->setEnabled(writable);
    makePlain(remove);
    connect(remove, &QToolButton::clicked, this,
            [this, id] { report(setAttendee(m_document, m_support, id, false)); });
    line->addWidget(open);
    line->addWidget(remove);
    m_flow->addWidget(chip.frame);
    chip.frame->show();
    return chip;
}

void AttendeesField::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
