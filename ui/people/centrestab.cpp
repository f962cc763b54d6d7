#include "people/centrestab.h"

#include "base/textfold.h"
#include "parts/fieldgrid.h"
#include "parts/savefield.h"
#include "people/centredetails.h"
#include "people/registeredit.h"
#include "people/registernumbers.h"
#include "people/registertext.h"
#include "shell/columnscroll.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 820;
constexpr int kOpenOnly = 0, kAllStates = 1;

QStringList servedNames(const Registry &registry, qint64 centre)
{
    QStringList names;
    const auto links = registry.index.servedBy.find(centre);
    if (links == registry.index.servedBy.end())
        return names;
    for (const std::size_t place : links->second) {
        const CentreMunicipality &link = registry.served[place];
        if (const Municipality *one = registry.municipality(link.municipality))
            names << (link.note.isEmpty() ? one->name : CentresTab::tr("%1（%2）").arg(one->name, link.note));
    }
    return names;
}

} // namespace

CentresTab::CentresTab(PageContext &pageContext, QWidget *parent)
    : RegisterTab(pageContext, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_model = new GridModel(this);
    auto *card = new Card({}, this);
    m_table = new GridView(tr("センターの一覧"), m_model, card);
    m_table->setObjectName(u"centres"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    card->body()->addWidget(m_table);
    makeFilters();
    makeColumns();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    m_columns->addWidget(card, 8);
    auto *side = new Card(tr("選んだセンター"), this);
    m_scroll = new ColumnScroll(side);
    m_details = new CentreDetails(document(), nullptr);
    m_scroll->setContent(m_details);
    side->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(side, 6);
    column->addLayout(m_columns, 1);
    m_table->filter()->setCondition([this](int row) { return !at(row).closed; });

    connect(m_model, &GridModel::failed, this, &RegisterTab::failed);
    connect(m_model, &GridModel::saved, this, &RegisterTab::succeeded);
    connect(m_table, &GridView::selectedChanged, this, &CentresTab::showDetails);
    connect(m_table, &GridView::addRequested, this, &CentresTab::add);
    connect(m_table, &GridView::removeRequested, this, &CentresTab::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusName(); });
    connect(m_details, &CentreDetails::failed, this, &RegisterTab::failed);
    connect(m_details, &CentreDetails::succeeded, this, &RegisterTab::succeeded);
    connect(m_details, &CentreDetails::municipalityRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"municipality"_s, u"municipality"_s, id); });
}

void CentresTab::makeFilters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"centreFilter"_s);
    m_text->setPlaceholderText(tr("名称・市町村・委託先で絞り込む"));
    m_text->setAccessibleName(tr("センターの絞り込み"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(280);
    m_rank = new QComboBox(this);
    m_rank->setAccessibleName(tr("区分で絞り込む"));
    m_rank->addItem(tr("区分：すべて"), -1);
    for (const Centre::Rank rank : {Centre::Rank::Core, Centre::Rank::Field})
        m_rank->addItem(tr("区分：%1").arg(rankText(rank)), static_cast<int>(rank));
    m_state = new QComboBox(this);
    m_state->setAccessibleName(tr("閉所したセンターの扱い"));
    m_state->addItem(tr("開いているセンター"), kOpenOnly);
    m_state->addItem(tr("閉所したものも"), kAllStates);
    m_count = secondaryLabel({}, this);
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeCentre"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_rank);
    row->addWidget(m_state);
    row->addStretch(0);
    row->addWidget(m_count);
    row->addWidget(m_remove);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_text, &QLineEdit::textChanged, this, &CentresTab::applyFilter);
    for (QComboBox *box : {m_rank, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &CentresTab::applyFilter);
    connect(m_remove, &QPushButton::clicked, this, &CentresTab::remove);
}

template<class Member>
Result<> CentresTab::save(int row, Member Centre::*member, const std::type_identity_t<Member> &value,
                          const QString &label)
{
    return saveField<Centre>(document(), m_model->idAt(row), member, value,
                             tr("センターの%1の変更").arg(label));
}

void CentresTab::makeColumns()
{
    std::vector<GridColumn> columns(Coordinators + 1);
    columns[Name] = {.title = tr("センター"),
                     .text =
                         [this](int row) {
                             const QString &name = at(row).centre->name;
                             return at(row).closed ? tr("%1（閉所）").arg(name) : name;
                         },
                     .sort =
                         [this](int row) {
                             const Centre &centre = *at(row).centre;
                             return QVariant(centre.kana.isEmpty() ? centre.name : centre.kana);
                         },
                     .tip = tr("Enter で、右の欄の編集に移ります")};
    columns[Rank] = {
        .title = tr("区分"),
        .text = [this](int row) { return rankText(at(row).centre->rank); },
        .save = [this](int row, const QVariant &value) -> Result<> {
            return save(row, &Centre::rank, static_cast<Centre::Rank>(value.toInt()), tr("区分"));
        },
        .edited = [this](int row) { return QVariant(static_cast<int>(at(row).centre->rank)); },
        .choices =
            [] {
                return GridColumn::Choices{{tr("（未定）"), 0}, {tr("基幹"), 1}, {tr("現場"), 2}};
            }};
    columns[Hub] = {.title = tr("拠点"),
                    .text = [this](int row) { return answeredText(at(row).centre->hub); },
                    .save = [this](int row, const QVariant &value) -> Result<> {
                        return save(row, &Centre::hub, static_cast<Answered>(value.toInt()), tr("拠点"));
                    },
                    .edited = [this](int row) { return QVariant(static_cast<int>(at(row).centre->hub)); },
                    .choices =
                        [] {
                            return GridColumn::Choices{{tr("（不明）"), 0}, {tr("あり"), 1}, {tr("なし"), 2}};
                        },
                    .tip = tr("在宅医療に必要な連携を担う拠点")};
    columns[OperatedBy] = {.title = tr("委託先"),
                           .text = [this](int row) { return at(row).centre->operatedBy; },
                           .save = [this](int row, const QVariant &value) -> Result<> {
                               return save(row, &Centre::operatedBy, value.toString(), tr("委託先"));
                           },
                           .choices =
                               [this] {
                                   GridColumn::Choices choices;
                                   for (const QString &word : m_operators)
                                       choices.emplace_back(word, word);
                                   return choices;
                               },
                           .free = true};
    columns[Municipalities] = {.title = tr("担当する市町村"),
                               .text = [this](int row) { return at(row).municipalities; }};
    columns[Coordinators] = {
        .title = coordinatorsHead(),
        .text =
            [this](int row) {
                const Row &shown = at(row);
                const QString text = coordinatorsText(shown.coordinators, shown.centre->coordinators);
                return text.isEmpty() ? tr("不明") : text;
            },
        .sort = [this](int row) -> QVariant {
            const Row &shown = at(row);
            if (!shown.centre->coordinators && shown.coordinators == 0)
                return {};
            return shown.centre->coordinators.value_or(shown.coordinators);
        },
        .save = [this](int row, const QVariant &value) -> Result<> {
            TANE_TRY(const std::optional<int> count, parseCount(value.toString()));
            return save(row, &Centre::coordinators, count, tr("コーディネーターの配置数"));
        },
        .edited = [this](int row) { return QVariant(countText(at(row).centre->coordinators)); },
        .number = true,
        .tip = tr("人材の名簿にあるコーディネーターの数。センターの配置数が違うときは\n"
                  "「2（3）」のように、かっこに配置数を並べます。編集するのは配置数です。")};
    m_model->setColumns(std::move(columns));
    m_model->setFaded([this](int row) { return at(row).closed; });
    const double letters[] = {11, 3, 3, 6, 10, 8};
    for (int column = 0; column <= Coordinators; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Municipalities, QHeaderView::Stretch);
}

void CentresTab::fill(const Registry &registry, bool writable)
{
    m_registry = &registry;
    m_writable = writable;
    const auto operators = vocabulary(document(), Vocabulary::Operator);
    if (operators)
        m_operators = *operators;
    const QDate today = QDate::currentDate();
    const CoordinatorCounts counts = countCoordinators(registry, today);
    m_rows.clear();
    std::vector<qint64> ids;
    for (const Centre &centre : registry.centres) {
        Row row{&centre, {}, {}, 0, !isOpenOn(centre, today)};
        const QStringList names = servedNames(registry, centre.id);
        row.municipalities = names.join(u'、');
        row.folded = foldText(
            QString(centre.name + u' ' + centre.kana + u' ' + centre.operatedBy + u' ' + row.municipalities));
        const auto count = counts.byCentre.find(centre.id);
        row.coordinators = count == counts.byCentre.end() ? 0 : count->second;
        m_rows.push_back(std::move(row));
        ids.push_back(centre.id);
    }
    m_model->setEditable(writable);
    const qint64 shown = m_table->currentId();
    m_model->setRows(std::move(ids));
    applyFilter();
    if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
        m_table->selectRow(0);
    showDetails();
}

void CentresTab::applyFilter()
{
    const QString text = foldText(m_text->text());
    const int rank = m_rank->currentData().toInt();
    const bool closedToo = m_state->currentData().toInt() == kAllStates;
    m_table->filter()->setCondition([=, this](int row) {
        const Row &shown = at(row);
        return (closedToo || !shown.closed) && (rank < 0 || static_cast<int>(shown.centre->rank) == rank) &&
               (text.isEmpty() || shown.folded.contains(text));
    });
    const int shown = m_table->filter()->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown == all ? tr("%1センター").arg(all) : tr("%2センターのうち%1").arg(shown).arg(all));
}

void CentresTab::showDetails()
{
    if (m_registry == nullptr)
        return;
    const qint64 id = m_table->currentId();
    const int row = m_model->rowOf(id);
    m_details->show(*m_registry, row < 0 ? nullptr : at(row).centre, m_operators, m_writable);
    m_remove->setEnabled(m_writable && row >= 0);
}

bool CentresTab::reveal(qint64 centre)
{
    if (m_model->rowOf(centre) < 0)
        return false;
    if (!m_table->select(centre)) { // it is filtered out
        m_text->clear();
        m_rank->setCurrentIndex(0);
        m_state->setCurrentIndex(kAllStates);
        m_table->select(centre);
    }
    m_table->setFocus();
    return true;
}

QString CentresTab::addText() const
{
    return tr("センターを加える");
}

void CentresTab::add()
{
    if (!m_writable || m_registry->prefectures.empty())
        return;
    Centre centre;
    centre.prefecture = m_registry->prefectures.front().id;
    centre.name = tr("新しいセンター");
    const auto id = addCentre(document(), centre, {});
    if (report(id) && reveal(*id))
        m_details->focusName();
}

void CentresTab::remove()
{
    const int row = m_model->rowOf(m_table->currentId());
    if (!m_writable || row < 0)
        return;
    const bool sure = context().dialogs.confirm(
        this,
        tr("「%1」を名簿から削除しますか。閉じたセンターは、閉所日を入れて残すこともできます。\n"
           "すぐあとなら「元に戻す」で戻せます。")
            .arg(at(row).centre->name),
        tr("削除する"));
    if (sure)
        report(RecordTable<Centre>(document()).remove(m_model->idAt(row), tr("センターの削除")));
}

void CentresTab::resizeEvent(QResizeEvent *event)
{
    RegisterTab::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->setMinimumHeight(beside ? 0 : 260);
}

} // namespace tane
