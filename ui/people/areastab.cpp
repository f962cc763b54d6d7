#include "people/areastab.h"

#include "people/registeredit.h"
#include "shell/editors/recordlines.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QListWidget>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 760;
}

AreasTab::AreasTab(PageContext &pageContext, QWidget *parent)
    : RegisterTab(pageContext, parent)
    , m_form(document(), tr("都道府県"), [this](const Result<> &result) { report(result); })
    , m_areaForm(document(), tr("圏域"), [this](const Result<> &result) { report(result); })
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    m_columns->addLayout(left, 6);
    makePrefecture();
    makeAreas();
    left->addWidget(m_prefectureCard);
    left->addWidget(m_areasCard);
    left->addStretch(1);
    makeMembers();
    m_columns->addWidget(m_membersCard, 5);
}

void AreasTab::makePrefecture()
{
    m_prefectureCard = new Card(tr("都道府県"), this);
    m_prefectures = new QComboBox(m_prefectureCard);
    m_prefectures->setAccessibleName(tr("都道府県を選ぶ"));
    m_prefectureCard->body()->addWidget(m_prefectures, 0, Qt::AlignLeft);
    connect(m_prefectures, &QComboBox::activated, this, [this] {
        m_prefecture = m_prefectures->currentData().toLongLong();
        m_area = 0;
        fill(*m_registry, m_writable);
    });
    auto *grid = new FieldGrid(104);
    m_prefectureCard->body()->addLayout(grid);
    auto *department = m_form.line(m_prefectureCard, tr("担当部局"), &Prefecture::department);
    department->setObjectName(u"department"_s);
    department->setPlaceholder(tr("在宅医療・介護連携推進事業の担当"));
    grid->addField(tr("担当部局"), {department});
    auto *second = m_form.line(m_prefectureCard, tr("別の担当部局"), &Prefecture::secondDepartment);
    second->setPlaceholder(tr("在宅医療の担当が別の部局のとき"));
    grid->addField(tr("別の担当部局"), {second});
    auto *areas = m_form.count(m_prefectureCard, tr("二次医療圏の数"), &Prefecture::medicalAreas);
    areas->setObjectName(u"medicalAreas"_s);
    areas->setFixedWidth(88);
    auto *centres = m_form.count(m_prefectureCard, tr("保健所の数"), &Prefecture::healthCentres);
    centres->setFixedWidth(88);
    auto *label = secondaryLabel(tr("保健所の数"), m_prefectureCard);
    label->setContentsMargins(metrics::m, 8, 0, 0);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *rest = new QWidget(m_prefectureCard);
    grid->addField(tr("二次医療圏の数"), {areas, label, centres, rest});
    grid->addField(tr("備考"), {m_form.text(m_prefectureCard, tr("備考"), &Prefecture::note)});
}

// The list is asked for another prefecture only while its lines are saved: the prototype is looked up then.
LineList::Callbacks AreasTab::areaLines()
{
    LineList::Callbacks lines = recordLines(document(), CareArea{}, &CareArea::name, tr("圏域"));
    lines.add = [this](const QStringList &texts, int position) {
        CareArea prototype;
        prototype.prefecture = m_prefecture;
        return recordLines(document(), prototype, &CareArea::name, tr("圏域")).add(texts, position);
    };
    return lines;
}

void AreasTab::makeAreas()
{
    m_areasCard = new Card(tr("圏域"), this);
    m_areasCard->setSubtitle(tr("行を選ぶと、右で市町村を入れられます"));
    m_areas = new LineList(tr("圏域の一覧"), areaLines(), m_areasCard);
    m_areas->setPlaceholder(tr("圏域の名前（1行に1つ）"));
    m_areas->setAddText(tr("圏域を追加"));
    connect(m_areas, &LineList::currentLineChanged, this, [this](qint64 id) {
        if (id == 0 || id == m_area)
            return;
        m_area = id;
        fillMembers();
    });
    m_areasCard->body()->addWidget(m_areas);
}

void AreasTab::makeMembers()
{
    m_membersCard = new Card({}, this);
    m_note = m_areaForm.text(m_membersCard, tr("備考"), &CareArea::note);
    m_note->setObjectName(u"areaNote"_s);
    m_note->setPlaceholder(tr("備考（在宅医療圏との違い、事務局 など）"));
    m_membersCard->body()->addWidget(m_note);
    m_members = new QListWidget(m_membersCard);
    m_members->setObjectName(u"members"_s);
    m_members->setMinimumHeight(300);
    m_membersCard->body()->addWidget(m_members, 1);
    connect(m_members, &QListWidget::itemChanged, this, &AreasTab::memberChanged);
}

void AreasTab::fill(const Registry &registry, bool writable)
{
    m_registry = &registry;
    m_writable = writable;
    if (registry.prefecture(m_prefecture) == nullptr)
        m_prefecture = registry.prefectures.empty() ? 0 : registry.prefectures.front().id;
    const CareArea *area = registry.area(m_area);
    if (area == nullptr || area->prefecture != m_prefecture) {
        const auto first = std::ranges::find(registry.areas, m_prefecture, &CareArea::prefecture);
        m_area = first == registry.areas.end() ? 0 : first->id;
    }
    fillPrefecture();
    fillAreas();
    fillMembers();
}

void AreasTab::fillPrefecture()
{
    const Prefecture *prefecture = m_registry->prefecture(m_prefecture);
    if (prefecture == nullptr)
        return m_form.leave();
    const QSignalBlocker quiet(m_prefectures);
    m_prefectures->clear();
    for (const Prefecture &each : m_registry->prefectures)
        m_prefectures->addItem(each.name, each.id);
    m_prefectures->setCurrentIndex(m_prefectures->findData(m_prefecture));
    m_prefectures->setVisible(m_prefectures->count() > 1);
    const auto count =
        std::ranges::count(m_registry->municipalities, m_prefecture, &Municipality::prefecture);
    m_prefectureCard->setTitle(prefecture->name);
    m_prefectureCard->setSubtitle(tr("%1市町村").arg(count));
    m_form.show(*prefecture, m_writable);
}

void AreasTab::fillAreas()
{
    std::unordered_map<qint64, std::pair<int, qint64>> sizes; // municipalities and their people
    std::unordered_map<qint64, bool> whole;
    for (const Municipality &each : m_registry->municipalities) {
        auto &[count, people] = sizes[each.careArea];
        ++count;
        people += each.population.value_or(0);
        whole.try_emplace(each.careArea, true).first->second &= each.population.has_value();
    }
    std::vector<LineList::Line> lines;
    for (const CareArea &area : m_registry->areas) {
        if (area.prefecture != m_prefecture)
            continue;
        const auto [count, people] = sizes[area.id];
        QString note = count == 0 ? tr("市町村がまだ入っていません") : tr("%1市町村").arg(count);
        if (count > 0 && whole[area.id])
            note += tr("・人口 %1").arg(countText(static_cast<int>(people)));
        lines.push_back({area.id, area.name, note});
    }
    m_areas->setLines(lines);
    m_areas->setReadOnly(!m_writable);
}

void AreasTab::fillMembers()
{
    const CareArea *area = m_registry->area(m_area);
    m_membersCard->setVisible(area != nullptr);
    if (area == nullptr)
        return m_areaForm.leave();
    m_areaForm.show(*area, m_writable);
    m_membersCard->setTitle(tr("%1の市町村").arg(area->name));
    m_membersCard->setSubtitle(tr("印を付けると入ります"));
    m_members->setAccessibleName(tr("%1に入る市町村").arg(area->name));
    const QSignalBlocker quiet(m_members);
    std::vector<const Municipality *> all;
    for (const Municipality &each : m_registry->municipalities)
        if (each.prefecture == m_prefecture)
            all.push_back(&each);
    // The rows stay while they are the same, so that the keyboard stays where it is.
    while (m_members->count() > static_cast<int>(all.size()))
        delete m_members->takeItem(m_members->count() - 1);
    while (m_members->count() < static_cast<int>(all.size()))
        new QListWidgetItem(m_members);
    for (std::size_t i = 0; i < all.size(); ++i) {
        QListWidgetItem *item = m_members->item(static_cast<int>(i));
        const bool inside = all[i]->careArea == m_area;
        const CareArea *other = inside ? nullptr : m_registry->area(all[i]->careArea);
        item->setText(other != nullptr ? tr("%1　（いまは%2）").arg(all[i]->name, other->name)
                                       : all[i]->name);
        item->setData(Qt::UserRole, all[i]->id);
        item->setFlags(m_writable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                  : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(inside ? Qt::Checked : Qt::Unchecked);
    }
}

void AreasTab::memberChanged(const QListWidgetItem *item)
{
    report(assignArea(document(), {item->data(Qt::UserRole).toLongLong()},
                      item->checkState() == Qt::Checked ? m_area : 0));
}

QString AreasTab::addText() const
{
    return tr("圏域を加える");
}

void AreasTab::add()
{
    if (m_writable)
        m_areas->beginLine();
}

bool AreasTab::reveal(qint64 area)
{
    const CareArea *found = m_registry->area(area);
    if (found == nullptr)
        return false;
    m_prefecture = found->prefecture;
    m_area = area;
    fill(*m_registry, m_writable);
    return m_areas->revealLine(area);
}

void AreasTab::resizeEvent(QResizeEvent *event)
{
    RegisterTab::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
