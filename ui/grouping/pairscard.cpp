#include "grouping/pairscard.h"

#include "parts/recordpicker.h"
#include "shell/flowlayout.h"
#include "shell/icons.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

PairsCard::PairsCard(QWidget *parent)
    : Card(tr("組み合わせの指定"), parent)
{
    m_kind = new SegmentedControl(this);
    m_kind->setObjectName(u"pairKind"_s);
    m_kind->setAccessibleName(tr("組み合わせの種類"));
    m_kind->setItems({tr("必ず同じ班に"), tr("必ず別の班に")});
    body()->addWidget(m_kind, 0, Qt::AlignLeft);
    m_step = secondaryLabel({}, this);
    body()->addWidget(m_step);
    m_picker = new RecordPicker(tr("組み合わせを指定する方"), tr("氏名かふりがなの一部"), this);
    m_picker->setObjectName(u"pairPicker"_s);
    body()->addWidget(m_picker);
    m_chips = new QWidget(this);
    new FlowLayout(metrics::xs, m_chips);
    body()->addWidget(m_chips);
    connect(m_picker, &RecordPicker::picked, this, &PairsCard::picked);
    askFor(0);
}

void PairsCard::askFor(qint64 first)
{
    m_first = first;
    m_step->setText(first == 0
                        ? tr("1人目を選んでください。")
                        : tr("%1さんと組み合わせる方を選んでください。").arg(nameOf(participantWord(first))));
}

QString PairsCard::nameOf(const QString &word) const
{
    const auto found =
        std::ranges::find_if(m_names, [&](const auto &each) { return participantWord(each.first) == word; });
    return found == m_names.end() ? QString() : found->second;
}

void PairsCard::show(const WorkshopGroups &groups, bool writable)
{
    m_plan = groups.plan;
    m_names.clear();
    std::vector<RecordPicker::Item> items;
    for (const Participant &each : groups.participants) {
        m_names.emplace_back(each.id, each.name);
        if (groups.personOf(each.id) >= 0)
            items.push_back({each.id, QString(each.name + u"　"_s + each.affiliation), each.kana});
    }
    m_picker->setItems(items);
    m_picker->setEnabled(writable);
    m_kind->setEnabled(writable);
    askFor(groups.personOf(m_first) >= 0 ? m_first : 0);
    fillChips(writable);
}

void PairsCard::fillChips(bool writable)
{
    for (QToolButton *chip : std::as_const(m_shown)) {
        m_chips->layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_shown.clear();
    for (const bool together : {true, false}) {
        const std::vector<PlannedPair> &pairs = together ? m_plan.together : m_plan.apart;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const QString first = nameOf(pairs[i].first), second = nameOf(pairs[i].second);
            const bool known = !first.isEmpty() && !second.isEmpty();
            const QString text = !known     ? tr("名簿から消えた方の指定")
                                 : together ? tr("%1＝%2（同じ班）").arg(first, second)
                                            : tr("%1≠%2（別の班）").arg(first, second);
            QToolButton *chip = makeChip(text, together, static_cast<int>(i));
            chip->setEnabled(writable);
            m_shown << chip;
        }
    }
    m_chips->setVisible(!m_shown.isEmpty());
}

QToolButton *PairsCard::makeChip(const QString &text, bool together, int index)
{
    auto *chip = new QToolButton(m_chips);
    chip->setObjectName(u"chip"_s);
    chip->setText(text);
    chip->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    chip->setIconSize({10, 10});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the names
    chip->setAccessibleName(tr("%1の指定を外す").arg(text));
    chip->setToolTip(chip->accessibleName());
    connect(chip, &QToolButton::clicked, this, [this, together, index] {
        GroupPlan plan = m_plan;
        std::vector<PlannedPair> &pairs = together ? plan.together : plan.apart;
        pairs.erase(pairs.begin() + index);
        Q_EMIT planRequested(plan, tr("組み合わせの指定を外す"));
    });
    m_chips->layout()->addWidget(chip);
    chip->show();
    return chip;
}

void PairsCard::picked(qint64 participant)
{
    if (m_first == 0 || m_first == participant)
        return askFor(participant);
    GroupPlan plan = m_plan;
    const PlannedPair pair{participantWord(std::min(m_first, participant)),
                           participantWord(std::max(m_first, participant))};
    const auto same = [&](const PlannedPair &each) {
        return each.first == pair.first && each.second == pair.second;
    };
    std::erase_if(plan.together, same); // what was said before is no longer so
    std::erase_if(plan.apart, same);
    const bool together = m_kind->currentIndex() == 0;
    (together ? plan.together : plan.apart).push_back(pair);
    m_first = 0;
    Q_EMIT planRequested(plan, together ? tr("必ず同じ班にする指定") : tr("必ず別の班にする指定"));
}

} // namespace tane
