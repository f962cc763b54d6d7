#include "people/municipalitiestab.h"

#include "base/textfold.h"
#include "parts/fieldgrid.h"
#include "parts/savefield.h"
#include "people/registeredit.h"
#include "people/registernumbers.h"
#include "people/registertext.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr qint64 kNoArea = -1;

/// Fills a filter and keeps what was chosen, as far as it is still there.
void refill(QComboBox *box, const std::vector<std::pair<QString, qint64>> &choices)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, id] : choices)
        box->addItem(text, id);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

} // namespace

MunicipalitiesTab::MunicipalitiesTab(PageContext &pageContext, QWidget *parent)
    : RegisterTab(pageContext, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_model = new GridModel(this);
    m_table = new GridView(tr("市町村の一覧"), m_model, this);
    m_table->setObjectName(u"municipalities"_s);
    makeFilters();
    makeColumns();
    auto *card = new Card({}, this);
    card->body()->addWidget(m_table);
    column->addWidget(card, 1);
    makeSelectionBar();
    connect(m_model, &GridModel::failed, this, &RegisterTab::failed);
    connect(m_model, &GridModel::saved, this, &RegisterTab::succeeded);
    connect(m_table, &GridView::selectedChanged, this, &MunicipalitiesTab::showSelection);
    connect(m_table, &GridView::addRequested, this, &MunicipalitiesTab::add);
    connect(m_table, &GridView::removeRequested, this, &MunicipalitiesTab::removeSelected);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRow(u"municipality"_s, u"municipality"_s, index.data(GridModel::idRole).toLongLong());
    });
}

void MunicipalitiesTab::makeFilters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"municipalityFilter"_s);
    m_text->setPlaceholderText(tr("名称・所管課・センターで絞り込む"));
    m_text->setAccessibleName(tr("市町村の絞り込み"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(280);
    m_prefecture = new QComboBox(this);
    m_prefecture->setAccessibleName(tr("都道府県で絞り込む"));
    m_area = new QComboBox(this);
    m_area->setObjectName(u"areaFilter"_s);
    m_area->setAccessibleName(tr("圏域で絞り込む"));
    m_operation = new QComboBox(this);
    m_operation->setAccessibleName(tr("運営で絞り込む"));
    m_operation->addItem(tr("運営：すべて"), -1);
    m_operation->addItem(tr("運営：未入力"), static_cast<int>(Operation::Unknown));
    for (const Operation each :
         {Operation::Direct, Operation::Commissioned, Operation::Both, Operation::None})
        m_operation->addItem(tr("運営：%1").arg(operationText(each)), static_cast<int>(each));
    m_count = secondaryLabel({}, this);
    m_count->setObjectName(u"municipalityCount"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_prefecture);
    row->addWidget(m_area);
    row->addWidget(m_operation);
    row->addStretch(0);
    row->addWidget(m_count);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_text, &QLineEdit::textChanged, this, &MunicipalitiesTab::applyFilter);
    for (QComboBox *box : {m_prefecture, m_area, m_operation})
        connect(box, &QComboBox::currentIndexChanged, this, &MunicipalitiesTab::applyFilter);
}

template<class Member>
Result<> MunicipalitiesTab::save(int row, Member Municipality::*member,
                                 const std::type_identity_t<Member> &value, const QString &label)
{
    return saveField<Municipality>(document(), m_model->idAt(row), member, value,
                                   tr("市町村の%1の変更").arg(label));
}

void MunicipalitiesTab::makeColumns()
{
    const auto number = [this](std::optional<int> Municipality::*member) {
        return [this, member](int row) -> QVariant {
            const std::optional<int> &value = at(row).municipality->*member;
            return value ? QVariant(*value) : QVariant();
        };
    };
    const auto rate = [this, number](const QString &title, std::optional<int> Municipality::*member) {
        GridColumn column{.title = title, .text = [this, member](int row) {
                              return tenthsText(at(row).municipality->*member);
                          }};
        column.number = true;
        column.sort = number(member);
        column.save = [this, member, title](int row, const QVariant &value) -> Result<> {
            TANE_TRY(const std::optional<int> tenths, parseTenths(value.toString()));
            return save(row, member, tenths, title);
        };
        return column;
    };
    std::vector<GridColumn> columns(Coordinators + 1);
    columns[Name] = {.title = tr("市町村"),
                     .text = [this](int row) { return at(row).municipality->name; },
                     .sort = [this](int row) { return QVariant(at(row).municipality->kana); },
                     .tip = tr("Enter で、その市町村のページを開きます")};
    columns[Prefecture] = {.title = tr("都道府県"), .text = [this](int row) { return at(row).prefecture; }};
    columns[Area] = {.title = tr("圏域"),
                     .text = [this](int row) { return at(row).area; },
                     .save = [this](int row, const QVariant &value) -> Result<> {
                         return assignArea(document(), {m_model->idAt(row)}, value.toLongLong());
                     },
                     .edited = [this](int row) { return QVariant(at(row).municipality->careArea); },
                     .choices =
                         [this] {
                             GridColumn::Choices choices{{tr("（なし）"), qint64(0)}};
                             for (const CareArea &area : m_registry->areas)
                                 choices.emplace_back(area.name, area.id);
                             return choices;
                         }};
    columns[Population] = {.title = tr("人口"),
                           .text = [this](int row) { return countText(at(row).municipality->population); },
                           .sort = number(&Municipality::population),
                           .save = [this](int row, const QVariant &value) -> Result<> {
                               TANE_TRY(const std::optional<int> count, parseCount(value.toString()));
                               return save(row, &Municipality::population, count, tr("人口"));
                           },
                           .number = true};
    columns[AgedRate] = rate(tr("高齢化率"), &Municipality::agedRate);
    columns[CertifiedRate] = rate(tr("要介護認定率"), &Municipality::certifiedRate);
    columns[CertifiedRate].title = tr("要介護\n認定率"); // narrow, as its numbers are
    columns[Operated] = {
        .title = tr("運営"),
        .text = [this](int row) { return operationText(at(row).municipality->operation); },
        .save = [this](int row, const QVariant &value) -> Result<> {
            return save(row, &Municipality::operation, static_cast<Operation>(value.toInt()), tr("運営"));
        },
        .edited = [this](int row) { return QVariant(static_cast<int>(at(row).municipality->operation)); },
        .choices =
            [] {
                GridColumn::Choices choices;
                for (int i = 0; i <= static_cast<int>(Operation::None); ++i)
                    choices.emplace_back(operationText(static_cast<Operation>(i)), i);
                choices.front().first = tr("（未入力）");
                return choices;
            }};
    columns[Department] = {.title = tr("所管課"),
                           .text = [this](int row) { return at(row).municipality->department; },
                           .save = [this](int row, const QVariant &value) -> Result<> {
                               return save(row, &Municipality::department, value.toString(), tr("所管課"));
                           }};
    columns[Hub] = {
        .title = tr("拠点"),
        .text = [this](int row) { return answeredText(at(row).municipality->hub); },
        .save = [this](int row, const QVariant &value) -> Result<> {
            return save(row, &Municipality::hub, static_cast<Answered>(value.toInt()), tr("拠点"));
        },
        .edited = [this](int row) { return QVariant(static_cast<int>(at(row).municipality->hub)); },
        .choices =
            [] {
                return GridColumn::Choices{{tr("（未入力）"), 0}, {tr("あり"), 1}, {tr("なし"), 2}};
            },
        .tip = tr("在宅医療に必要な連携を担う拠点")};
    columns[Stage] = {.title = tr("発展\n段階"),
                      .text = [this](int row) { return stageText(at(row).municipality->stage.value_or(0)); },
                      .sort = number(&Municipality::stage),
                      .save = [this](int row, const QVariant &value) -> Result<> {
                          const int stage = value.toInt();
                          return save(row, &Municipality::stage,
                                      stage > 0 ? std::optional(stage) : std::nullopt, tr("発展段階"));
                      },
                      .edited = [this](int row) { return QVariant(at(row).municipality->stage.value_or(0)); },
                      .choices =
                          [] {
                              GridColumn::Choices choices{{tr("（未入力）"), 0}};
                              for (int stage = 1; stage <= 4; ++stage)
                                  choices.emplace_back(stageText(stage), stage);
                              return choices;
                          }};
    columns[Centres] = {.title = tr("センター"),
                        .text =
                            [this](int row) {
                                const QStringList &names = at(row).centres;
                                const QString all = names.join(u'、');
                                return names.size() > 1 ? tr("%1か所：%2").arg(names.size()).arg(all) : all;
                            },
                        .spoken = [this](int row) { return at(row).centres.join(u'\n'); }};
    columns[Coordinators] = {
        .title = coordinatorsHead(),
        .text = [this](int row) { return coordinatorsText(at(row).coordinators, at(row).placed); },
        .sort = [this](int row) { return QVariant(at(row).coordinators); },
        .number = true,
        .tip = tr("人材の名簿にある、この市町村を受け持つコーディネーターの数。\n"
                  "センターの配置数と違うときは「2（3）」のように、かっこに配置数を並べます。\n"
                  "ほかの市町村と共に受け持つセンターの配置数は、市町村ごとには分からないので並べません。")};
    m_model->setColumns(std::move(columns));
    const double letters[] = {6, 5, 5.5, 5.5, 4.5, 4, 5, 7, 3, 3.5, 10, 8};
    for (int column = 0; column <= Coordinators; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Centres, QHeaderView::Stretch);
}

void MunicipalitiesTab::makeSelectionBar()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_selected = secondaryLabel({}, this);
    m_selected->setObjectName(u"selectedMunicipalities"_s);
    m_open = new QPushButton(tr("開く"), this);
    m_open->setObjectName(u"openMunicipality"_s);
    m_assign = new QPushButton(tr("圏域に入れる"), this);
    m_assign->setObjectName(u"assignArea"_s);
    m_assign->setMenu(new QMenu(m_assign));
    m_remove = new QPushButton(tr("削除"), this);
    row->addWidget(m_selected);
    row->addStretch(1);
    row->addWidget(m_assign);
    row->addWidget(m_remove);
    row->addWidget(m_open);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT openRow(u"municipality"_s, u"municipality"_s, m_table->currentId()); });
    connect(m_remove, &QPushButton::clicked, this, &MunicipalitiesTab::removeSelected);
}

void MunicipalitiesTab::fill(const Registry &registry, bool writable)
{
    m_registry = &registry;
    m_writable = writable;
    const QDate today = QDate::currentDate();
    const CoordinatorCounts counts = countCoordinators(registry, today);
    m_rows.clear();
    m_rows.reserve(registry.municipalities.size());
    std::vector<qint64> ids;
    for (const Municipality &municipality : registry.municipalities) {
        const CareArea *area = registry.area(municipality.careArea);
        const tane::Prefecture *prefecture = registry.prefecture(municipality.prefecture);
        Row row;
        row.municipality = &municipality;
        row.area = area != nullptr ? area->name : QString();
        row.prefecture = prefecture != nullptr ? prefecture->name : QString();
        for (const Centre *centre : registry.centresOf(municipality.id))
            row.centres << centre->name;
        row.placed = placedCoordinators(registry, municipality.id, today);
        const auto count = counts.byMunicipality.find(municipality.id);
        row.coordinators = count == counts.byMunicipality.end() ? 0 : count->second;
        row.folded = foldText(QString(municipality.name + u' ' + municipality.kana + u' ' +
                                      municipality.department + u' ' + row.centres.join(u' ')));
        m_rows.push_back(std::move(row));
        ids.push_back(municipality.id);
    }
    m_model->setEditable(writable);
    m_model->setRows(std::move(ids));
    m_table->setColumnHidden(Prefecture, registry.prefectures.size() < 2);
    fillFilters();
    applyFilter();
    fillAreaMenu();
    showSelection();
}

void MunicipalitiesTab::fillFilters()
{
    std::vector<std::pair<QString, qint64>> prefectures{{tr("都道府県：すべて"), 0}};
    for (const tane::Prefecture &prefecture : m_registry->prefectures)
        prefectures.emplace_back(prefecture.name, prefecture.id);
    refill(m_prefecture, prefectures);
    m_prefecture->setVisible(prefectures.size() > 2);
    std::vector<std::pair<QString, qint64>> areas{{tr("圏域：すべて"), 0}, {tr("圏域：なし"), kNoArea}};
    for (const CareArea &area : m_registry->areas)
        areas.emplace_back(area.name, area.id);
    refill(m_area, areas);
    m_area->setVisible(areas.size() > 2);
}

void MunicipalitiesTab::applyFilter()
{
    const QString text = foldText(m_text->text());
    const qint64 prefecture = m_prefecture->currentData().toLongLong();
    const qint64 area = m_area->currentData().toLongLong();
    const int operation = m_operation->currentData().toInt();
    m_table->filter()->setCondition([=, this](int row) {
        const Municipality &municipality = *at(row).municipality;
        return (prefecture == 0 || municipality.prefecture == prefecture) &&
               (area == 0 || municipality.careArea == (area == kNoArea ? 0 : area)) &&
               (operation < 0 || static_cast<int>(municipality.operation) == operation) &&
               (text.isEmpty() || at(row).folded.contains(text));
    });
    const int shown = m_table->filter()->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown == all ? tr("%1市町村").arg(all) : tr("%2市町村のうち%1").arg(shown).arg(all));
    showSelection();
}

void MunicipalitiesTab::showArea(qint64 area)
{
    m_area->setCurrentIndex(qMax(0, m_area->findData(area)));
}

bool MunicipalitiesTab::reveal(qint64 municipality)
{
    if (m_model->rowOf(municipality) < 0)
        return false;
    if (!m_table->select(municipality)) { // it is filtered out
        m_text->clear();
        for (QComboBox *box : {m_prefecture, m_area, m_operation})
            box->setCurrentIndex(0);
        m_table->select(municipality);
    }
    m_table->setFocus();
    return true;
}

void MunicipalitiesTab::showSelection()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    const int row = ids.empty() ? -1 : m_model->rowOf(ids.front());
    const QString first = row < 0 ? QString() : at(row).municipality->name;
    m_selected->setText(row < 0 ? tr("行を選ぶと、まとめて圏域に入れられます（Shift・Ctrl で複数）")
                        : ids.size() == 1 ? tr("%1を選択中").arg(first)
                                          : tr("%1ほか、%2市町村を選択中").arg(first).arg(ids.size()));
    m_assign->setEnabled(m_writable && row >= 0);
    m_remove->setEnabled(m_writable && row >= 0);
    m_open->setEnabled(ids.size() == 1);
}

void MunicipalitiesTab::fillAreaMenu()
{
    QMenu *menu = m_assign->menu();
    menu->clear();
    for (const CareArea &area : m_registry->areas)
        connect(menu->addAction(area.name), &QAction::triggered, this, [this, id = area.id] { assign(id); });
    if (!m_registry->areas.empty())
        menu->addSeparator();
    connect(menu->addAction(tr("新しい圏域…")), &QAction::triggered, this, &MunicipalitiesTab::assignNewArea);
    connect(menu->addAction(tr("圏域から外す")), &QAction::triggered, this, [this] { assign(0); });
}

void MunicipalitiesTab::assign(qint64 area)
{
    report(assignArea(document(), m_table->selectedIds(), area));
}

void MunicipalitiesTab::assignNewArea()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    const auto name = context().dialogs.askText(this, tr("新しい圏域"), tr("圏域の名前"), {});
    if (!name || name->trimmed().isEmpty() || ids.empty())
        return;
    CareArea area;
    area.prefecture = at(m_model->rowOf(ids.front())).municipality->prefecture;
    area.name = name->trimmed();
    const QString label = tr("新しい圏域への割り当て");
    report(document().perform(label, [&](Database &) -> Result<> {
        TANE_TRY(const qint64 id, RecordTable<CareArea>(document()).add(area, label));
        return assignArea(document(), ids, id);
    }));
}

QString MunicipalitiesTab::addText() const
{
    return tr("市町村を加える");
}

void MunicipalitiesTab::add()
{
    if (!m_writable || m_registry->prefectures.empty())
        return;
    const auto name = context().dialogs.askText(this, tr("市町村を加える"), tr("市町村の名前"), {});
    if (!name || name->trimmed().isEmpty())
        return;
    Municipality municipality;
    const qint64 chosen = m_prefecture->currentData().toLongLong();
    municipality.prefecture = chosen != 0 ? chosen : m_registry->prefectures.front().id;
    municipality.name = name->trimmed();
    const auto id = RecordTable<Municipality>(document()).add(municipality, tr("市町村の追加"));
    if (report(id))
        reveal(*id);
}

void MunicipalitiesTab::removeSelected()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    if (!m_writable || ids.empty())
        return;
    const QString question =
        ids.size() == 1 ? tr("「%"
                             "1」を名簿から削除しますか。センターとの結びつきも外れます。\nすぐあとなら「元に"
                             "戻す」で戻せます。")
                              .arg(at(m_model->rowOf(ids.front())).municipality->name)
                        : tr("選んだ%1市町村を名簿から削除しますか。センターとの結びつきも外れます。\n"
                             "すぐあとなら「元に戻す」で戻せます。")
                              .arg(ids.size());
    if (!context().dialogs.confirm(this, question, tr("削除する")))
        return;
    const QString label = tr("市町村の削除");
    report(document().perform(label, [&](Database &) -> Result<> {
        for (const qint64 id : ids)
            TANE_CHECK(RecordTable<Municipality>(document()).remove(id, label));
        return {};
    }));
}

} // namespace tane
