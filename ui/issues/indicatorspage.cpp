#include "issues/indicatorspage.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "issues/indicatordetails.h"
#include "issues/sheetlist.h"
#include "issues/showissuesheet.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 860;

/// "S", "P", "O".
QString shortType(Indicator::Type type)
{
    return indicatorTypeText(type).left(1);
}

/// "64（令和7年度）": the last value there is.
QString latestText(const IndicatorContent &content)
{
    for (auto it = content.values.rbegin(); it != content.values.rend(); ++it)
        if (!it->second.value.isEmpty())
            return u"%1（%2）"_s.arg(it->second.value, FiscalYear(it->first).text());
    return {};
}

} // namespace

IndicatorsPage::IndicatorsPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("指標"), pageContext, parent)
{
    makeHeader();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    body()->addLayout(m_columns, 1);
    makeList();
    auto *side = new Card(tr("選んだ指標"), this);
    m_scroll = new ColumnScroll(side);
    m_details = new IndicatorDetails(context(), nullptr);
    m_scroll->setContent(m_details);
    side->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(side, 6);
    connect(m_details, &IndicatorDetails::failed, this, &IndicatorsPage::showError);
    connect(m_details, &IndicatorDetails::succeeded, this, &IndicatorsPage::clearError);
}

void IndicatorsPage::makeHeader()
{
    m_place = new QComboBox(this);
    m_place->setObjectName(u"indicatorPlace"_s);
    m_place->setAccessibleName(tr("どこの指標か"));
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeIndicator"_s);
    m_print = new QPushButton(symbolIcon(Symbol::Print), tr("印刷・書き出し"), this);
    m_print->setObjectName(u"printIndicators"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("指標を加える"), this);
    m_add->setObjectName(u"addIndicator"_s);
    makePrimary(m_add);
    m_addMenu = new QMenu(m_add);
    makeAddMenu();
    m_add->setMenu(m_addMenu);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_place, m_remove, m_print, m_add})
        header()->addAction(widget);
    connect(m_place, &QComboBox::activated, this, &IndicatorsPage::load);
    connect(m_remove, &QPushButton::clicked, this, &IndicatorsPage::remove);
    connect(m_print, &QPushButton::clicked, this, &IndicatorsPage::print);
}

/// Of each viewpoint what is usually looked at, or one's own.
void IndicatorsPage::makeAddMenu()
{
    for (const IndicatorViewpoint &viewpoint : indicatorViewpoints()) {
        constexpr int shown = 26;
        const QString title =
            viewpoint.title.size() > shown ? QString(viewpoint.title.left(shown) + u'…') : viewpoint.title;
        QMenu *menu = m_addMenu->addMenu(u"%1　%2"_s.arg(viewpoint.number).arg(title));
        menu->setToolTip(viewpoint.title);
        const int number = viewpoint.number;
        for (const QString &name : viewpoint.usual)
            connect(menu->addAction(name), &QAction::triggered, this,
                    [this, number, name] { add(number, name); });
        menu->addSeparator();
        connect(menu->addAction(tr("ほかの指標…")), &QAction::triggered, this,
                [this, number] { askAndAdd(number); });
    }
}

void IndicatorsPage::makeFilters(QHBoxLayout *row)
{
    m_viewpoint = new QComboBox(this);
    m_viewpoint->setObjectName(u"viewpointFilter"_s);
    m_viewpoint->setAccessibleName(tr("視点で絞り込む"));
    m_viewpoint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_viewpoint->setMinimumContentsLength(16);
    row->addWidget(m_viewpoint, 1);
    connect(m_viewpoint, &QComboBox::currentIndexChanged, this, &IndicatorsPage::applyFilter);
}

void IndicatorsPage::makeList()
{
    auto *card = new Card({}, this);
    auto *filters = new QHBoxLayout;
    makeFilters(filters);
    card->body()->addLayout(filters);
    m_model = new GridModel(this);
    m_table = new GridView(tr("指標の一覧"), m_model, card);
    m_table->setObjectName(u"indicators"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(44);
    makeColumns();
    card->body()->addWidget(m_table, 1);
    m_hint = secondaryLabel({}, card);
    m_hint->setObjectName(u"viewpointHint"_s);
    m_hint->setWordWrap(true);
    card->body()->addWidget(m_hint);
    m_columns->addWidget(card, 7);
    connect(m_table, &GridView::selectedChanged, this, &IndicatorsPage::showDetails);
    connect(m_table, &GridView::addRequested, this,
            [this] { askAndAdd(qMax(1, m_viewpoint->currentData().toInt())); });
    connect(m_table, &GridView::removeRequested, this, &IndicatorsPage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusName(); });
}

void IndicatorsPage::makeColumns()
{
    std::vector<GridColumn> columns(Target + 1);
    columns[Viewpoint] = {.title = tr("視点"),
                          .text = [this](int row) { return QString::number(at(row).indicator.viewpoint); },
                          .sort = [this](int row) { return QVariant(at(row).indicator.viewpoint); },
                          .spoken =
                              [this](int row) {
                                  const auto index =
                                      static_cast<std::size_t>(at(row).indicator.viewpoint) - 1;
                                  return indicatorViewpoints().at(index).title;
                              }};
    columns[Name] = {.title = tr("指標"), .text = [this](int row) { return at(row).indicator.name; }};
    columns[Type] = {.title = tr("種類"),
                     .text = [this](int row) { return shortType(at(row).indicator.type); },
                     .tip = tr("S（構造）・P（活動）・O（成果）"),
                     .spoken = [this](int row) { return indicatorTypeText(at(row).indicator.type); }};
    columns[Baseline] = {.title = tr("基準値"),
                         .text = [this](int row) { return at(row).indicator.baseline; }};
    columns[Latest] = {.title = tr("いちばん新しい値"),
                       .text = [this](int row) { return latestText(at(row)); }};
    columns[Target] = {.title = tr("目標"), .text = [this](int row) { return at(row).indicator.target; }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {2.4, 10, 2.4, 4.8, 8.8, 5};
    for (int column = 0; column <= Target; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
}

void IndicatorsPage::fill()
{
    refillChoices(m_place, municipalityChoices(registry(), tr("県全体")));
    load();
}

void IndicatorsPage::load()
{
    auto found = indicatorsOf(document(), m_place->currentData().toLongLong());
    if (!report(found))
        return;
    const qint64 shown = m_table->currentId();
    m_indicators = std::move(*found);
    std::vector<qint64> ids;
    std::array<int, 9> counts{};
    for (const IndicatorContent &each : m_indicators) {
        ids.push_back(each.indicator.id);
        ++counts.at(static_cast<std::size_t>(each.indicator.viewpoint));
    }
    std::vector<std::pair<QString, qint64>> choices{{tr("8つの視点すべて"), 0}};
    for (const IndicatorViewpoint &each : indicatorViewpoints())
        choices.emplace_back(u"%1　%2（%3）"_s.arg(each.number)
                                 .arg(each.title)
                                 .arg(counts.at(static_cast<std::size_t>(each.number))),
                             each.number);
    refillChoices(m_viewpoint, choices);
    m_model->setRows(std::move(ids));
    applyFilter();
    if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
        m_table->setCurrentIndex(m_table->filter()->index(0, 0));
    m_add->setEnabled(isWritable());
    showDetails();
}

void IndicatorsPage::applyFilter()
{
    const int viewpoint = m_viewpoint->currentData().toInt();
    m_table->filter()->setCondition(
        [this, viewpoint](int row) { return viewpoint == 0 || at(row).indicator.viewpoint == viewpoint; });
    header()->setContext(tr("%1・%2件").arg(m_place->currentText()).arg(m_indicators.size()));
    // What is usually looked at, where nothing is yet.
    QStringList empty;
    for (const IndicatorViewpoint &each : indicatorViewpoints()) {
        const bool any = std::ranges::any_of(m_indicators, [&](const IndicatorContent &one) {
            return one.indicator.viewpoint == each.number;
        });
        if (!any && (viewpoint == 0 || viewpoint == each.number))
            empty << (viewpoint == 0 ? QString::number(each.number) : each.usual.join(u'、'));
    }
    setParagraph(m_hint, empty.isEmpty() ? QString()
                         : viewpoint == 0
                             ? tr("まだ指標のない視点：%1（「指標を加える」に、よく使われる指標があります）")
                                   .arg(empty.join(u'、'))
                             : tr("よく使われる指標：%1").arg(empty.join(u'、')));
    m_hint->setVisible(!empty.isEmpty());
    showDetails();
}

void IndicatorsPage::showDetails()
{
    const int row = m_model->rowOf(m_table->currentId());
    m_details->showIndicator(row < 0 ? nullptr : &at(row), isWritable());
    m_remove->setEnabled(row >= 0 && isWritable());
}

bool IndicatorsPage::reveal(const QString &table, qint64 row)
{
    if (table != u"indicator"_s)
        return false;
    const auto found = RecordTable<Indicator>(document()).load(row);
    if (!found)
        return false;
    m_place->setCurrentIndex(m_place->findData(found->municipality));
    load();
    if (!m_table->select(row)) { // it is filtered out
        m_viewpoint->setCurrentIndex(0);
        m_table->select(row);
    }
    m_table->setFocus();
    return m_table->currentId() == row;
}

void IndicatorsPage::add(int viewpoint, const QString &name)
{
    if (!isWritable())
        return;
    Indicator one{.viewpoint = viewpoint, .municipality = m_place->currentData().toLongLong(), .name = name};
    const auto known = std::ranges::find_if(m_indicators, [&one](const IndicatorContent &each) {
        return each.indicator.municipality == one.municipality &&
               foldText(each.indicator.name) == foldText(one.name);
    });
    if (known != m_indicators.end()) {
        reveal(u"indicator"_s, known->indicator.id);
        Q_EMIT notice(
            {Notice::Kind::Hint, tr("「%1」は、もうこの一覧にあります。その指標を開きました。").arg(name)});
        return;
    }
    // What the usual indicators of a viewpoint mostly are; the officer changes it beside.
    one.type = viewpoint == 1 || viewpoint == 3 ? Indicator::Type::Structure
               : viewpoint >= 7                 ? Indicator::Type::Outcome
                                                : Indicator::Type::Process;
    const auto id = saveIndicator(document(), one, tr("指標の追加"));
    if (!report(id))
        return;
    refresh();
    if (reveal(u"indicator"_s, *id))
        m_details->focusName();
}

void IndicatorsPage::askAndAdd(int viewpoint)
{
    const auto name = context().dialogs.askText(this, tr("指標を加える"), tr("指標の名前"), {});
    if (name && !name->trimmed().isEmpty())
        add(viewpoint, name->trimmed());
}

void IndicatorsPage::remove()
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row < 0 || !isWritable())
        return;
    const bool sure = context().dialogs.confirm(
        this,
        tr("指標「%1」と毎年の値を削除しますか。すぐあとなら「元に戻す」で戻せます。")
            .arg(at(row).indicator.name),
        tr("削除する"));
    if (sure)
        report(RecordTable<Indicator>(document()).remove(m_model->idAt(row), tr("指標の削除")));
}

void IndicatorsPage::print()
{
    SavedField::commitAll(this);
    report(showIssueSheet(context(), IssueSheetKind::Indicators, m_place->currentData().toLongLong(), this));
}

void IndicatorsPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->setMinimumHeight(beside ? 0 : 320);
}

} // namespace tane
