#include "grouping/rulescard.h"

#include "grouping/rulebar.h"
#include "grouping/rulerow.h"
#include "parts/savedspin.h"
#include "shell/editors/linerow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Kind = GroupRule::Kind;

constexpr int kUsualSmallest = 5, kUsualLargest = 6; // 002: groups of five to six
constexpr int kMost = 200;
constexpr int kSizeWidth = 44; ///< of a field for one or two digits

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool keepsTogether(const GroupPlan &plan)
{
    return std::ranges::any_of(
        plan.rules, [](const PlannedRule &rule) { return rule.kind == Kind::Together && !rule.off; });
}

bool sameWish(const PlannedRule &a, const PlannedRule &b)
{
    return a.kind == b.kind && a.column == b.column && a.value == b.value;
}

} // namespace

RulesCard::RulesCard(QWidget *parent)
    : Card({}, parent)
{
    makeHead();
    makeSizes();
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    body()->addLayout(m_list);
    makeFoot();
    body()->addStretch(1);
}

/// The presets beside the title: height is what this panel lacks.
void RulesCard::makeHead()
{
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("条件と評価"), this);
    title->setFont(scaledFont(this, type::cardTitle, true));
    m_preset = new SegmentedControl(this);
    m_preset->setObjectName(u"preset"_s);
    m_preset->setAccessibleName(tr("条件のひな形"));
    m_preset->setItems({tr("混合"), tr("圏域ごと")});
    m_preset->setToolTip(
        tr("混合：県内の方が広く交わるように分けます。\n圏域ごと：同じ圏域の方をなるべく同じ班にします。"));
    row->addWidget(title, 1);
    row->addWidget(m_preset);
    body()->addLayout(row);
    connect(m_preset, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        if (!m_filling)
            choosePreset(index == 0 ? GroupPreset::Mixed : GroupPreset::Area);
    });
}

void RulesCard::makeSizes()
{
    m_by = new SegmentedControl(this);
    m_by->setObjectName(u"sizeBy"_s);
    m_by->setAccessibleName(tr("班の決め方"));
    m_by->setItems({tr("1班の人数"), tr("班の数")});
    m_smallest = new SavedSpin(tr("1班の人数（少なくとも）"), {}, 1, kMost, this);
    m_smallest->setObjectName(u"smallest"_s);
    m_largest = new SavedSpin(tr("1班の人数（多くとも）"), {}, 1, kMost, this);
    m_largest->setObjectName(u"largest"_s);
    m_groups = new SavedSpin(tr("班の数"), tr("班"), 1, kMost, this);
    m_groups->setObjectName(u"groupCount"_s);
    m_bySize = new QWidget(this);
    auto *sizes = new QHBoxLayout(m_bySize);
    sizes->setContentsMargins(0, 0, 0, 0);
    sizes->setSpacing(metrics::xs);
    sizes->addWidget(m_smallest);
    sizes->addWidget(new QLabel(tr("～"), m_bySize));
    sizes->addWidget(m_largest);
    sizes->addWidget(new QLabel(tr("人"), m_bySize));
    for (SavedSpin *spin : {m_smallest, m_largest}) { // turned by keys and wheel
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        spin->setFixedWidth(kSizeWidth);
        spin->setAlignment(Qt::AlignRight);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_by);
    row->addWidget(m_bySize);
    row->addWidget(m_groups);
    row->addStretch(1);
    body()->addLayout(row);
    m_count = secondaryLabel({}, this);
    m_count->setObjectName(u"countNote"_s);
    m_count->setWordWrap(true);
    body()->addWidget(m_count);
    connect(m_by, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        if (m_filling)
            return;
        GroupPlan plan = m_plan;
        plan.groups = index == 0 ? std::nullopt : std::optional(m_groups->value());
        plan.smallest = index == 0 ? std::optional(m_smallest->value()) : std::nullopt;
        plan.largest = index == 0 ? std::optional(m_largest->value()) : std::nullopt;
        request(std::move(plan), tr("班の決め方の変更"));
    });
    connect(m_smallest, &SavedSpin::saveRequested, this, [this](int number) {
        GroupPlan plan = m_plan;
        plan.smallest = number;
        plan.largest = std::max(number, plan.largest.value_or(kUsualLargest));
        request(std::move(plan), tr("1班の人数の変更"));
    });
    connect(m_largest, &SavedSpin::saveRequested, this, [this](int number) {
        GroupPlan plan = m_plan;
        plan.largest = number;
        plan.smallest = std::min(number, plan.smallest.value_or(kUsualSmallest));
        request(std::move(plan), tr("1班の人数の変更"));
    });
    connect(m_groups, &SavedSpin::saveRequested, this, [this](int number) {
        GroupPlan plan = m_plan;
        plan.groups = number;
        request(std::move(plan), tr("班の数の変更"));
    });
}

void RulesCard::makeFoot()
{
    m_add = new QPushButton(tr("条件を加える"), this);
    m_add->setObjectName(u"addRule"_s);
    m_menu = new QMenu(m_add);
    m_add->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &RulesCard::fillMenu);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    m_earlierRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_earlierRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    m_earlier = new QComboBox(m_earlierRow);
    m_earlier->setObjectName(u"earlier"_s);
    m_earlier->setAccessibleName(tr("前回の班とみる研修会"));
    m_earlier->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_earlier->setMinimumContentsLength(10);
    auto *label = secondaryLabel(tr("前回の班"), m_earlierRow);
    label->setBuddy(m_earlier);
    row->addWidget(label);
    row->addWidget(m_earlier, 1);
    body()->addWidget(m_earlierRow);
    connect(m_earlier, &QComboBox::activated, this,
            [this](int index) { Q_EMIT earlierRequested(m_earlier->itemData(index).toLongLong()); });
}

void RulesCard::show(const WorkshopGroups &groups, const JudgedGroups &judged, const Count &count,
                     bool writable)
{
    m_plan = groups.plan;
    m_people = groups.people;
    m_filling = true;
    m_preset->setCurrentIndex(keepsTogether(m_plan) ? 1 : 0);
    m_preset->setEnabled(writable);
    fillSizes(writable);
    m_count->setText(count.text);
    m_count->setToolTip(count.why);
    setLook(m_count, "tone", count.isError ? u"error"_s : u"secondary"_s);
    m_count->setVisible(!count.text.isEmpty());
    fillRows(judged, count, writable);
    m_add->setEnabled(writable);
    m_earlier->setEnabled(writable);
    m_filling = false;
}

void RulesCard::fillSizes(bool writable)
{
    const bool byCount = m_plan.groups.has_value();
    m_by->setCurrentIndex(byCount ? 1 : 0);
    m_by->setEnabled(writable);
    m_bySize->setVisible(!byCount);
    m_groups->setVisible(byCount);
    m_smallest->setStored(m_plan.smallest.value_or(kUsualSmallest));
    m_largest->setStored(m_plan.largest.value_or(kUsualLargest));
    // What is likely when she turns to the number of groups.
    const int likely = std::max<int>(1, static_cast<int>(m_people.people.size()) / kUsualLargest);
    m_groups->setStored(m_plan.groups.value_or(likely));
    for (SavedSpin *spin : {m_smallest, m_largest, m_groups})
        spin->setEnabled(writable);
}

void RulesCard::fillRows(const JudgedGroups &judged, const Count &count, bool writable)
{
    while (m_rows.size() > m_plan.rules.size()) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < m_plan.rules.size())
        m_rows.push_back(makeRow(static_cast<int>(m_rows.size())));
    m_planned = judged.planned;
    int rank = 0;
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        const PlannedRule &rule = m_plan.rules[at(i)];
        const bool usable = !count.usable || std::ranges::find(*count.usable, i) != count.usable->end();
        const QString why = rule.off || usable            ? QString()
                            : rule.kind == Kind::NotAgain ? tr("前回の班が選ばれていません")
                                                          : tr("名簿に記入がありません");
        rank += rule.off || !why.isEmpty() || rule.rank == 0 ? 0 : 1;
        m_rows[at(i)]->show(rule, rank, why, writable);
        const auto measured = std::ranges::find(judged.planned, i);
        if (why.isEmpty() && measured != judged.planned.end() && !judged.qualities.empty())
            m_rows[at(i)]->bar()->show(
                judged.qualities[at(static_cast<int>(measured - judged.planned.begin()))], rule.kind);
        else
            m_rows[at(i)]->bar()->showNothing(rule.off ? tr("使っていません") : why);
    }
}

RuleRow *RulesCard::makeRow(int index)
{
    auto *row = new RuleRow(this);
    row->setObjectName(u"rule%1"_s.arg(index));
    m_list->addWidget(row);
    connect(row, &RuleRow::useToggled, this, [this, index](bool used) {
        GroupPlan plan = m_plan;
        plan.rules[at(index)].off = !used;
        rankInOrder(plan.rules);
        request(std::move(plan), used ? tr("班分けの条件を使う") : tr("班分けの条件を使わない"));
    });
    connect(row, &RuleRow::mustToggled, this, [this, index](bool must) {
        GroupPlan plan = m_plan;
        plan.rules[at(index)].rank = must ? 0 : 1;
        rankInOrder(plan.rules);
        request(std::move(plan), must ? tr("条件を「必ず」にする") : tr("条件を「できるだけ」にする"));
    });
    connect(row, &RuleRow::removeRequested, this, [this, index] {
        GroupPlan plan = m_plan;
        plan.rules.erase(plan.rules.begin() + index);
        request(std::move(plan), tr("班分けの条件の削除"));
    });
    connect(row, &RuleRow::moveRequested, this, [this, index](int by) { moveRule(index, index + by); });
    connect(row->handle(), &LineHandle::dropped, this, [this, index](QPoint pos) { dropRule(index, pos); });
    return row;
}

void RulesCard::dropRule(int index, QPoint globalPos)
{
    int to = 0;
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        const QWidget *row = m_rows[at(i)];
        if (i != index && row->mapFromGlobal(globalPos).y() > row->height() / 2)
            ++to;
    }
    moveRule(index, to);
}

void RulesCard::moveRule(int from, int to)
{
    if (to < 0 || to >= static_cast<int>(m_plan.rules.size()) || to == from)
        return;
    GroupPlan plan = m_plan;
    const auto first = plan.rules.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    rankInOrder(plan.rules);
    request(std::move(plan), tr("条件の順番の変更"));
    m_rows[at(to)]->box()->setFocus();
}

void RulesCard::choosePreset(GroupPreset preset)
{
    GroupPlan plan = m_plan;
    plan.rules = presetPlan(preset).rules;
    request(std::move(plan),
            preset == GroupPreset::Mixed ? tr("条件のひな形「混合」") : tr("条件のひな形「圏域ごと」"));
}

void RulesCard::request(GroupPlan plan, const QString &label)
{
    Q_EMIT planRequested(plan, label);
}

void RulesCard::fillMenu()
{
    m_menu->clear();
    const QString role = fieldName(Field::Role), area = fieldName(Field::Area),
                  centre = fieldName(Field::Centre), town = fieldName(Field::Municipality),
                  work = fieldName(Field::Affiliation);
    addColumns(m_menu->addMenu(tr("各班に偏りなく")), Kind::Spread,
               {role, area, centre, town, fieldName(Field::AffiliationType), work,
                fieldName(Field::Experience), fieldName(Field::Qualifications)});
    addColumns(m_menu->addMenu(tr("同じ方を同じ班に")), Kind::Together, {area, centre, town, work});
    addColumns(m_menu->addMenu(tr("同じ方を別の班に")), Kind::Apart, {work, centre, town, area});
    addValues(m_menu->addMenu(tr("どの班にも1人以上")));
}

void RulesCard::addColumns(QMenu *menu, GroupRule::Kind kind, const QStringList &columns)
{
    for (const QString &column : columns) {
        PlannedRule rule;
        rule.kind = kind;
        rule.column = column;
        QAction *action = menu->addAction(plannedTitle(rule));
        action->setEnabled(std::ranges::none_of(
            m_plan.rules, [&](const PlannedRule &each) { return sameWish(each, rule); }));
        connect(action, &QAction::triggered, this, [this, rule] { addRule(rule); });
    }
}

/// What the people of this workshop have, so that nothing need be typed.
void RulesCard::addValues(QMenu *menu)
{
    for (const Field field : {Field::Qualifications, Field::Role, Field::AffiliationType}) {
        GroupProblem problem;
        const int index = addAttribute(problem, m_people, m_people.column(fieldName(field)));
        const QStringList values = problem.attributes[at(index)].values;
        QMenu *of = values.isEmpty() ? nullptr : menu->addMenu(fieldName(field));
        for (const QString &value : values) {
            PlannedRule rule;
            rule.kind = Kind::AtLeast;
            rule.column = fieldName(field);
            rule.value = value;
            const QAction *action = of->addAction(plannedTitle(rule));
            connect(action, &QAction::triggered, this, [this, rule] { addRule(rule); });
        }
    }
}

/// A new wish comes first: it is what she thinks of now.
void RulesCard::addRule(const PlannedRule &rule)
{
    GroupPlan plan = m_plan;
    plan.rules.push_back(rule);
    std::rotate(plan.rules.begin(), plan.rules.end() - 1, plan.rules.end());
    rankInOrder(plan.rules);
    request(std::move(plan), tr("班分けの条件の追加"));
}

void RulesCard::setEarlier(const std::vector<Earlier> &workshops, qint64 chosen)
{
    const QSignalBlocker blocker(m_earlier);
    m_earlier->clear();
    m_earlier->addItem(tr("なし"), qint64(0));
    for (const Earlier &each : workshops)
        m_earlier->addItem(each.title, each.workshop);
    m_earlier->setCurrentIndex(std::max(0, m_earlier->findData(chosen)));
    m_earlierRow->setVisible(!workshops.empty());
}

void RulesCard::preview(const std::vector<RuleQuality> &after)
{
    for (RuleRow *row : m_rows)
        row->bar()->clearPreview();
    for (std::size_t rule = 0; rule < after.size() && rule < m_planned.size(); ++rule)
        m_rows[at(m_planned[rule])]->bar()->showPreview(after[rule]);
}

} // namespace tane
