// The options of an item: written line by line, for one item or for all that share them.
#include "survey/questionnairedetails.h"

#include "parts/fieldgrid.h"
#include "shell/editors/linelist.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

bool allShare(const ItemSet &set, const Item &item)
{
    return set.items.size() > 1 && std::ranges::all_of(set.items, [&](const Item &each) {
               return !each.hasOptions() || each.options == item.options;
           });
}

} // namespace

void QuestionnaireDetails::makeOptions(FieldGrid *form)
{
    LineList::Callbacks callbacks;
    callbacks.add = [this](const QStringList &texts, int position) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids = m_optionIds, fresh;
        for (qsizetype i = 0; i < texts.size(); ++i)
            fresh.push_back(m_nextOptionId++);
        ids.insert(ids.begin() + position, fresh.begin(), fresh.end());
        const std::vector<qint64> former = std::exchange(m_optionIds, ids);
        const auto changed = changeOptions(tr("選択肢の追加"), [&](std::vector<Option> &options) {
            for (qsizetype i = texts.size(); i-- > 0;)
                options.insert(options.begin() + position, Option{{}, texts[i], {}});
        });
        if (!changed) {
            m_optionIds = former;
            return std::unexpected(changed.error());
        }
        return fresh;
    };
    callbacks.update = [this](qint64 id, const QString &text) {
        const int at = optionAt(id);
        return changeOptions(tr("選択肢の変更"), [&](std::vector<Option> &options) {
            if (at >= 0 && at < static_cast<int>(options.size()))
                options[static_cast<std::size_t>(at)].text = text;
        });
    };
    callbacks.remove = [this](qint64 id) -> Result<> {
        const int at = optionAt(id);
        const std::vector<qint64> former = m_optionIds;
        if (at >= 0)
            m_optionIds.erase(m_optionIds.begin() + at);
        const auto changed = changeOptions(tr("選択肢の削除"), [&](std::vector<Option> &options) {
            if (at >= 0 && at < static_cast<int>(options.size()))
                options.erase(options.begin() + at);
        });
        if (!changed)
            m_optionIds = former;
        return changed;
    };
    callbacks.move = [this](qint64 id, int position) -> Result<> {
        const int at = optionAt(id);
        const std::vector<qint64> former = m_optionIds;
        const auto move = [at, position](auto &list) {
            if (at < 0 || position < 0 || at >= static_cast<int>(list.size()) ||
                position >= static_cast<int>(list.size()))
                return;
            auto moved = std::move(list[static_cast<std::size_t>(at)]);
            list.erase(list.begin() + at);
            list.insert(list.begin() + position, std::move(moved));
        };
        move(m_optionIds);
        const auto changed = changeOptions(tr("選択肢の順の変更"), move);
        if (!changed)
            m_optionIds = former;
        return changed;
    };
    m_options = new LineList(tr("選択肢"), std::move(callbacks), this);
    m_options->setObjectName(u"itemOptions"_s);
    m_options->setAddText(tr("選択肢を加える"));
    m_options->setMarks([this](int index) {
        const auto i = static_cast<std::size_t>(index);
        return i < m_optionsShown.size() ? m_optionsShown[i].code : QString();
    });
    m_together = new QCheckBox(tr("この組の同じ選択肢の設問も、一緒に変える"), this);
    m_together->setObjectName(u"optionsTogether"_s);
    m_together->setChecked(true);
    m_ordered = new QCheckBox(tr("よい順に並んでいる（前後の変化を数える）"), this);
    m_ordered->setObjectName(u"optionsOrdered"_s);
    connect(m_ordered, &QCheckBox::clicked, this, [this](bool on) {
        report(changeItem(tr("選択肢の並びの変更"), [on](Item &item) { item.ordered = on; }));
    });
    m_common = new QPushButton(this);
    m_common->setObjectName(u"optionsOfSet"_s);
    m_common->setToolTip(tr("この組のほかの設問と同じ選択肢で聞きます。"));
    makePlain(m_common);
    connect(m_common, &QPushButton::clicked, this, &QuestionnaireDetails::takeCommonOptions);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(m_options);
    column->addWidget(m_common, 0, Qt::AlignLeft);
    column->addWidget(m_ordered);
    column->addWidget(m_together);
    m_optionsLabel = form->addField(tr("選択肢"), {box});
}

Result<> QuestionnaireDetails::changeOptions(const QString &label,
                                             const std::function<void(std::vector<Option> &)> &change)
{
    const bool together = m_together->isVisibleTo(this) && m_together->isChecked();
    return m_change(label, [&](Questionnaire &questionnaire) {
        const ItemPlace place = placeOf(questionnaire, m_code);
        const Item *item = itemAt(questionnaire, place);
        if (!item)
            return;
        const std::vector<Option> former = item->options;
        std::vector<Option> options = former;
        change(options);
        renumberOptions(options);
        for (Item &each : questionnaire.sets[static_cast<std::size_t>(place.set)].items)
            if (each.code == m_code || each.looksBack == m_code ||
                (together && each.hasOptions() && each.options == former))
                each.options = options;
    });
}

int QuestionnaireDetails::optionAt(qint64 id) const
{
    const auto found = std::ranges::find(m_optionIds, id);
    return found == m_optionIds.end() ? -1 : static_cast<int>(found - m_optionIds.begin());
}

/// The scale of the other items of the set, so that they are asked, printed and counted alike.
void QuestionnaireDetails::takeCommonOptions()
{
    m_optionIds.clear();
    report(m_change(tr("選択肢をそろえる"), [this](Questionnaire &questionnaire) {
        const ItemPlace place = placeOf(questionnaire, m_code);
        Item *item = itemAt(questionnaire, place);
        if (!item)
            return;
        const Item *common = sharedScale(questionnaire.sets[static_cast<std::size_t>(place.set)], *item);
        if (!common)
            return;
        item->options = common->options;
        item->ordered = common->ordered;
        for (Item &each : questionnaire.sets[static_cast<std::size_t>(place.set)].items)
            if (each.looksBack == m_code) {
                each.options = item->options;
                each.ordered = item->ordered;
            }
    }));
}

void QuestionnaireDetails::showOptions(const Item &item, const ItemSet &set)
{
    m_optionsShown = item.options;
    // After undo, or when another item is shown, they are others.
    if (m_optionIds.size() != item.options.size()) {
        m_optionIds.clear();
        for (std::size_t i = 0; i < item.options.size(); ++i)
            m_optionIds.push_back(m_nextOptionId++);
    }
    std::vector<LineList::Line> lines;
    for (std::size_t i = 0; i < item.options.size(); ++i)
        lines.push_back({m_optionIds[i], item.options[i].text, {}});
    m_options->setLines(lines);
    m_options->parentWidget()->setVisible(item.hasOptions());
    m_optionsLabel->setVisible(item.hasOptions());
    m_together->setVisible(allShare(set, item));
    m_ordered->setVisible(item.type == AnswerType::Single);
    m_ordered->setChecked(item.ordered);
    const Item *common = item.type == AnswerType::Single ? sharedScale(set, item) : nullptr;
    m_common->setEnabled(common && common->options != item.options);
    if (common)
        m_common->setText(tr("%1と同じ選択肢にする").arg(common->code));
}

} // namespace tane
