#include "issues/controloverview.h"

#include "base/fiscalyear.h"
#include "issues/controlcelldelegate.h"
#include "issues/sheetlist.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kStates = static_cast<int>(ControlState::Assessed) + 1;
constexpr int kRowHeight = 50;

bool hasNoGoal(const ControlRollUp::Row &row)
{
    return row.sheet != 0 && std::ranges::any_of(row.cells, [](const ControlRollUp::Cell &cell) {
               return cell.present && cell.state < ControlState::Targeted;
           });
}

bool isStuck(const ControlRollUp::Row &row)
{
    return std::ranges::any_of(row.cells, &ControlRollUp::Cell::stuck);
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

ControlOverview::ControlOverview(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_sumRow = new QHBoxLayout;
    m_sumRow->setSpacing(metrics::m);
    column->addLayout(m_sumRow);
    auto *card = new Card({}, this);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(metrics::s);
    makeFilters(filters);
    card->body()->addLayout(filters);
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_table = new GridView(tr("市町村ごとの課題管理シート"), m_model, card);
    m_table->setObjectName(u"controlMatrix"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setItemDelegate(
        new ControlCellDelegate([this](const QModelIndex &index) { return lookOf(index); }, m_table));
    card->body()->addWidget(m_table, 1);
    column->addWidget(card, 1);
    connect(m_table, &GridView::selectedChanged, this, &ControlOverview::currentChanged);
    connect(m_table, &QTableView::activated, this, &ControlOverview::opened);
    connect(m_table, &QTableView::doubleClicked, this, &ControlOverview::opened);
}

std::optional<ControlCellLook> ControlOverview::lookOf(const QModelIndex &index) const
{
    const int row = m_model->rowOf(index.data(GridModel::idRole).toLongLong());
    if (index.column() == 0 || row < 0)
        return std::nullopt;
    const auto scene = static_cast<std::size_t>(index.column()) - 1;
    const ControlRollUp::Cell &cell = at(row).cells[scene];
    if (at(row).sheet == 0 || !cell.present)
        return std::nullopt;
    ControlCellLook look{.chip = {}, .first = {}, .second = {}, .warns = true};
    if (m_shows->currentIndex() == static_cast<int>(Shows::Support)) {
        const ControlContent::Scene *content = sceneOf(row, scene);
        if (content != nullptr && !content->scene.supportGiven.isEmpty())
            look.first = tr("支援：%1").arg(oneLine(content->scene.supportGiven));
        if (!cell.wanting.isEmpty())
            look.second = tr("困りごと：%1").arg(oneLine(cell.wanting));
        return look;
    }
    look.state = static_cast<int>(cell.state);
    look.states = kStates;
    look.chip = controlStateText(cell.state);
    if (cell.indicators > 0)
        look.first = tr("指標%1・目標%2").arg(cell.indicators).arg(cell.targets);
    if (cell.stuck)
        look.second =
            cell.wanting.isEmpty() ? tr("今後の改善策がまだ") : tr("困りごと：%1").arg(oneLine(cell.wanting));
    return look;
}

void ControlOverview::makeFilters(QHBoxLayout *row)
{
    m_shows = new SegmentedControl(this);
    m_shows->setObjectName(u"controlShows"_s);
    m_shows->setAccessibleName(tr("表に出す内容"));
    m_shows->setItems({tr("進み具合"), tr("支援と困りごと")});
    m_filter = new QComboBox(this);
    m_filter->setObjectName(u"controlFilter"_s);
    m_filter->setAccessibleName(tr("市町村の絞り込み"));
    m_filter->addItem(tr("すべての市町村"), static_cast<int>(Filter::All));
    m_filter->addItem(tr("止まっている市町村"), static_cast<int>(Filter::Stuck));
    m_filter->addItem(tr("目標がまだの市町村"), static_cast<int>(Filter::NoGoal));
    m_filter->addItem(tr("シートがまだの市町村"), static_cast<int>(Filter::NoSheet));
    m_area = new QComboBox(this);
    m_area->setObjectName(u"controlArea"_s);
    m_area->setAccessibleName(tr("圏域で絞り込む"));
    m_count = secondaryLabel({}, this);
    row->addWidget(m_shows);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_filter);
    row->addWidget(m_area);
    connect(m_shows, &SegmentedControl::currentIndexChanged, this, [this] { m_table->viewport()->update(); });
    for (QComboBox *box : {m_filter, m_area})
        connect(box, &QComboBox::currentIndexChanged, this, &ControlOverview::applyFilter);
}

void ControlOverview::makeColumns()
{
    m_scenes = m_rollUp.scenes;
    std::vector<GridColumn> columns;
    columns.push_back({.title = tr("市町村"), .text = [this](int row) {
                           const Municipality *place = m_registry->municipality(at(row).municipality);
                           return place != nullptr ? place->name : QString();
                       }});
    for (std::size_t scene = 0; scene < static_cast<std::size_t>(m_scenes.size()); ++scene)
        columns.push_back({.title = m_scenes[static_cast<qsizetype>(scene)],
                           .text = [this, scene](int row) { return cellText(row, scene); },
                           .sort = [this, scene](int row) -> QVariant {
                               const ControlRollUp::Cell &cell = at(row).cells[scene];
                               return cell.present ? QVariant(static_cast<int>(cell.state)) : QVariant();
                           },
                           .spoken = [this, scene](int row) { return cellText(row, scene); }});
    const int count = static_cast<int>(columns.size());
    m_model->setRows({});
    m_model->setColumns(std::move(columns));
    m_table->setLetters(0, 6.5);
    for (int column = 1; column < count; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

/// What a screen reader says, and what is copied.
QString ControlOverview::cellText(int row, std::size_t scene) const
{
    const ControlRollUp::Row &shown = at(row);
    const ControlRollUp::Cell &cell = shown.cells[scene];
    if (shown.sheet == 0) {
        if (scene > 0)
            return {};
        return m_earlier.contains(shown.municipality) ? tr("シートがまだありません（昨年度はあります）")
                                                      : tr("シートがまだありません");
    }
    if (!cell.present)
        return u"－"_s;
    QStringList parts{controlStateText(cell.state)};
    if (cell.indicators > 0)
        parts << tr("指標%1・目標%2").arg(cell.indicators).arg(cell.targets);
    if (const ControlContent::Scene *content = sceneOf(row, scene);
        content != nullptr && !content->scene.supportGiven.isEmpty())
        parts << tr("支援した内容：%1").arg(content->scene.supportGiven);
    if (!cell.wanting.isEmpty())
        parts << tr("困っていること：%1").arg(cell.wanting);
    else if (cell.stuck)
        parts << tr("結果はあるが、今後の改善策がまだ");
    return parts.join(u'\n');
}

const ControlContent::Scene *ControlOverview::sceneOf(int row, std::size_t scene) const
{
    const qint64 municipality = at(row).municipality;
    if (!m_places.contains(municipality))
        return nullptr;
    const ControlContent &content = (*m_contents)[m_places.value(municipality)];
    const QString name = m_rollUp.scenes[static_cast<qsizetype>(scene)];
    for (const ControlContent::Scene &each : content.scenes)
        if (each.scene.name == name)
            return &each;
    return nullptr;
}

void ControlOverview::fill(const Registry &registry, const std::vector<ControlContent> &contents, int year,
                           const QSet<qint64> &earlier)
{
    m_registry = &registry;
    m_contents = &contents;
    m_earlier = earlier;
    m_places.clear();
    for (std::size_t i = 0; i < contents.size(); ++i)
        m_places.insert(contents[i].sheet.municipality, i);
    std::vector<qint64> ids;
    for (const Municipality &each : registry.municipalities)
        ids.push_back(each.id);
    const qint64 shown = m_table->currentId();
    m_rollUp = rollUpControlSheets(contents, ids, year);
    if (m_scenes != m_rollUp.scenes)
        makeColumns();
    m_model->setFaded([this](int row) { return at(row).sheet == 0; });
    m_model->setRows(std::move(ids));
    std::vector<std::pair<QString, qint64>> areas{{tr("圏域：すべて"), 0}};
    for (const CareArea &area : registry.areas)
        areas.emplace_back(area.name, area.id);
    refillChoices(m_area, areas);
    m_area->setVisible(areas.size() > 2);
    applyFilter();
    if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
        m_table->setCurrentIndex(m_table->filter()->index(0, 0));
    showSums();
}

void ControlOverview::showSums()
{
    const auto scenes = static_cast<std::size_t>(m_rollUp.scenes.size());
    while (m_sums.size() > scenes) {
        m_sums.back().card->deleteLater();
        m_sums.pop_back();
    }
    while (m_sums.size() < scenes) {
        auto *card = new Card({}, this);
        card->setObjectName(u"sceneSum%1"_s.arg(m_sums.size()));
        card->body()->setSpacing(metrics::xs);
        Sum sum{.card = card,
                .scene = secondaryLabel({}, card),
                .count = new QLabel(card),
                .stuck = secondaryLabel({}, card)};
        sum.count->setFont(scaledFont(sum.count, type::cardTitle, true));
        for (QLabel *label : {sum.scene, sum.count, sum.stuck})
            card->body()->addWidget(label);
        m_sumRow->addWidget(card, 1);
        m_sums.push_back(sum);
    }
    for (std::size_t scene = 0; scene < scenes; ++scene) {
        const int stuck = m_rollUp.stuck(scene);
        m_sums[scene].scene->setText(m_rollUp.scenes[static_cast<qsizetype>(scene)]);
        m_sums[scene].count->setText(
            tr("目標あり %1／%2市町村").arg(m_rollUp.withGoal(scene)).arg(m_rollUp.rows.size()));
        m_sums[scene].stuck->setText(tr("止まっている %1市町村").arg(stuck));
        setLook(m_sums[scene].stuck, "tone", stuck > 0 ? u"error"_s : u"secondary"_s);
    }
}

void ControlOverview::applyFilter()
{
    const auto filter = static_cast<Filter>(m_filter->currentData().toInt());
    const qint64 area = m_area->currentData().toLongLong();
    m_table->filter()->setCondition([this, filter, area](int row) {
        const ControlRollUp::Row &shown = at(row);
        const Municipality *place = m_registry->municipality(shown.municipality);
        if (area != 0 && (place == nullptr || place->careArea != area))
            return false;
        switch (filter) {
        case Filter::Stuck:
            return isStuck(shown);
        case Filter::NoGoal:
            return hasNoGoal(shown);
        case Filter::NoSheet:
            return shown.sheet == 0;
        case Filter::All:
            break;
        }
        return true;
    });
    const int shown = m_table->filter()->rowCount(), all = m_model->rowCount();
    m_count->setText(shown == all ? tr("%1市町村").arg(all) : tr("%2市町村のうち%1").arg(shown).arg(all));
    Q_EMIT currentChanged();
}

void ControlOverview::setFilter(Filter filter)
{
    m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(filter)));
}

bool ControlOverview::select(qint64 municipality)
{
    if (m_model->rowOf(municipality) < 0)
        return false;
    if (!m_table->select(municipality)) { // it is filtered out
        m_filter->setCurrentIndex(0);
        m_area->setCurrentIndex(0);
        m_table->select(municipality);
    }
    return true;
}

qint64 ControlOverview::sheetOf(qint64 municipality) const
{
    return m_places.contains(municipality) ? (*m_contents)[m_places.value(municipality)].sheet.id : 0;
}

QStringList ControlOverview::names() const
{
    QStringList all;
    for (const ControlRollUp::Row &row : m_rollUp.rows) {
        const Municipality *place = m_registry->municipality(row.municipality);
        all << (place != nullptr ? place->name : QString());
    }
    return all;
}

} // namespace tane
