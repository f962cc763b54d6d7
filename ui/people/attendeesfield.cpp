#include "people/attendeesfield.h"

#include "parts/recordpicker.h"
#include "people/registeredit.h"
#include "shell/flowlayout.h"
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
    for (std::size_t i = 0; i < m_shown; ++i)
        ids.push_back(m_chips[i].person);
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
    while (m_chips.size() < people.size())
        addChip();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool shown = i < people.size();
        if (shown)
            setChip(m_chips[i], *people[i]);
        m_chips[i].remove->setEnabled(writable);
        if (m_chips[i].frame->isHidden() == shown)
            m_chips[i].frame->setVisible(shown);
    }
    m_shown = people.size();
    m_support = support;
    m_writable = writable;
    m_none->setVisible(people.empty());
    m_names->setVisible(!people.empty());
    m_picker->setItems(others);
    m_picker->setEnabled(writable);
    m_names->updateGeometry();
}

void AttendeesField::addChip()
{
    const std::size_t index = m_chips.size();
    Chip chip;
    chip.frame = new QWidget(m_names);
    auto *line = new QHBoxLayout(chip.frame);
    line->setContentsMargins(0, 0, metrics::xs, 0);
    line->setSpacing(0);
    chip.open = new QPushButton(chip.frame);
    makePlain(chip.open);
    connect(chip.open, &QPushButton::clicked, this,
            [this, index] { Q_EMIT personRequested(m_chips[index].person); });
    chip.remove = new QToolButton(chip.frame);
    chip.remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    chip.remove->setIconSize({10, 10});
    makePlain(chip.remove);
    connect(chip.remove, &QToolButton::clicked, this,
            [this, index] { report(setAttendee(m_document, m_support, m_chips[index].person, false)); });
    line->addWidget(chip.open);
    line->addWidget(chip.remove);
    m_flow->addWidget(chip.frame);
    m_chips.push_back(chip);
}

void AttendeesField::setChip(Chip &chip, const PersonRecord &person)
{
    const QString name = person.person.name;
    chip.person = person.person.id;
    if (chip.open->text() == name)
        return;
    chip.open->setText(name);
    chip.open->setToolTip(tr("%1さんのページを開く").arg(name));
    chip.remove->setToolTip(tr("%1さんを参加者から外す").arg(name));
    chip.remove->setAccessibleName(chip.remove->toolTip());
}

void AttendeesField::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
