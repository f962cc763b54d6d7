#include "issues/scenariopage.h"

#include "base/fiscalyear.h"
#include "issues/card.h"
#include "issues/cardtext.h"
#include "issues/scenarioeditor.h"
#include "issues/showissuesheet.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 820;
}

ScenarioPage::ScenarioPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("課題解決シナリオ"), pageContext, parent)
{
    m_empty = new EmptyState(
        tr("シナリオはまだありません"),
        tr("市町村の担当者とコーディネーターが、地域課題の根本原因と対策、期待することを、5つの"
           "問いに沿って一緒に考えるためのシートです。地域課題のカードからも始められます。"),
        tr("シナリオを書く"), this);
    m_empty->button()->setObjectName(u"addFirstScenario"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { begin({}); });
    QPushButton *toCards = m_empty->addButton(tr("地域課題のカードから始める"));
    toCards->setObjectName(u"toPipeline"_s);
    connect(toCards, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"pipeline"_s); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    makeHeader();
    makeList();
    makeEditor();
}

void ScenarioPage::makeHeader()
{
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeScenario"_s);
    m_print = new QPushButton(symbolIcon(Symbol::Print), tr("印刷・書き出し"), this);
    m_print->setObjectName(u"printScenario"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("シナリオを書く"), this);
    m_add->setObjectName(u"addScenario"_s);
    makePrimary(m_add);
    for (QPushButton *button : {m_remove, m_print, m_add})
        header()->addAction(button);
    connect(m_remove, &QPushButton::clicked, this, &ScenarioPage::remove);
    connect(m_print, &QPushButton::clicked, this, [this] { print(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { begin({}); });
    auto *blank = new QAction(tr("手書き用の白紙（課題解決シナリオ）…"), this);
    connect(blank, &QAction::triggered, this, [this] { print(true); });
    m_exports << blank;
}

void ScenarioPage::makeList()
{
    auto *side = new QVBoxLayout;
    side->setSpacing(metrics::m);
    auto *card = new Card({}, m_content);
    m_model = new GridModel(this);
    m_table = new GridView(tr("シナリオの一覧"), m_model, card);
    m_table->setObjectName(u"scenarios"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto at = [this](int row) -> const Scenario & {
        return m_scenarios[static_cast<std::size_t>(row)];
    };
    std::vector<GridColumn> columns(WrittenOn + 1);
    columns[Theme] = {.title = tr("テーマ"), .text = [at](int row) {
                          return at(row).theme.isEmpty() ? tr("（テーマ未記入）")
                                                         : at(row).theme.section(u'\n', 0, 0);
                      }};
    columns[Place] = {.title = tr("市町村"), .text = [this, at](int row) {
                          const Municipality *place = registry().municipality(at(row).municipality);
                          return place != nullptr ? place->name : QString();
                      }};
    columns[WrittenOn] = {.title = tr("記入日"),
                          .text = [at](int row) { return shortDay(at(row).writtenOn); },
                          .sort = [at](int row) -> QVariant {
                              const QDate day = at(row).writtenOn;
                              return day.isValid() ? QVariant(day) : QVariant();
                          },
                          .spoken = [at](int row) { return eraDate(at(row).writtenOn); }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    m_table->setLetters(Place, 4.5);
    m_table->setLetters(WrittenOn, 5.2);
    m_table->horizontalHeader()->setSectionResizeMode(Theme, QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(62); // three lines of a theme
    card->body()->addWidget(m_table);
    side->addWidget(card, 1);
    m_gapsCard = new Card(tr("このシートの残り"), m_content);
    m_gaps = secondaryLabel({}, m_gapsCard);
    m_gaps->setObjectName(u"gaps"_s);
    m_gaps->setWordWrap(true);
    m_gapsCard->body()->addWidget(m_gaps);
    side->addWidget(m_gapsCard);
    m_columns->addLayout(side, 4);
    connect(m_table, &GridView::selectedChanged, this, &ScenarioPage::showCurrent);
    connect(m_table, &GridView::addRequested, this, [this] { begin({}); });
    connect(m_table, &GridView::removeRequested, this, &ScenarioPage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_editor->focusTheme(); });
}

void ScenarioPage::makeEditor()
{
    auto *card = new Card({}, m_content);
    m_scroll = new ColumnScroll(card);
    m_editor = new ScenarioEditor(document(), nullptr);
    m_scroll->setContent(m_editor);
    card->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(card, 7);
    connect(m_editor, &ScenarioEditor::failed, this, &ScenarioPage::showError);
    connect(m_editor, &ScenarioEditor::succeeded, this, &ScenarioPage::clearError);
    connect(m_editor, &ScenarioEditor::cardRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, id); });
}

void ScenarioPage::fill()
{
    auto all = RecordTable<Scenario>(document()).all();
    if (!report(all))
        return;
    std::ranges::stable_sort(*all, [](const Scenario &a, const Scenario &b) {
        return a.writtenOn != b.writtenOn ? a.writtenOn > b.writtenOn : a.id > b.id;
    });
    const qint64 shown = m_table->currentId();
    m_scenarios = std::move(*all);
    std::vector<qint64> ids;
    for (const Scenario &each : m_scenarios)
        ids.push_back(each.id);
    const bool any = !ids.empty();
    m_model->setRows(std::move(ids));
    if (any && !m_table->select(shown))
        m_table->select(m_scenarios.front().id);
    header()->setContext(any ? tr("%1件").arg(m_scenarios.size()) : QString());
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_content->setVisible(any);
    for (QWidget *widget : {m_remove, m_print, m_add})
        widget->setVisible(any);
    m_add->setEnabled(isWritable());
    showCurrent();
}

const Scenario *ScenarioPage::current() const
{
    const int row = m_model->rowOf(m_table->currentId());
    return row < 0 ? nullptr : &m_scenarios[static_cast<std::size_t>(row)];
}

void ScenarioPage::showCurrent()
{
    const Scenario *scenario = current();
    QString cardTitle;
    if (scenario != nullptr && scenario->card != 0)
        if (const auto card = RecordTable<IssueCard>(document()).load(scenario->card))
            cardTitle = card->title;
    m_editor->showScenario(registry(), scenario, cardTitle, isWritable());
    scenario = current(); // saving what was typed reads the list anew
    showGaps(scenario);
    m_print->setEnabled(scenario != nullptr);
    m_remove->setEnabled(scenario != nullptr && isWritable());
}

void ScenarioPage::showGaps(const Scenario *scenario)
{
    m_gapsCard->setVisible(scenario != nullptr);
    if (scenario == nullptr)
        return;
    const QStringList gaps = scenarioGaps(*scenario);
    constexpr int shown = 5;
    QStringList lines = gaps.mid(0, shown);
    if (gaps.size() > shown)
        lines << tr("ほか %1件").arg(gaps.size() - shown);
    setParagraph(m_gaps, gaps.isEmpty()
                             ? tr("5つの問いがすべて書けました。印刷して、関係者と確かめましょう。")
                             : lines.join(u'\n'));
}

void ScenarioPage::begin(const Scenario &scenario)
{
    if (!isWritable())
        return;
    Scenario begun = scenario;
    if (!begun.writtenOn.isValid())
        begun.writtenOn = QDate::currentDate();
    const auto id = RecordTable<Scenario>(document()).add(begun, tr("シナリオの追加"));
    if (!report(id))
        return;
    refresh();
    if (m_table->select(*id))
        m_editor->focusTheme();
}

bool ScenarioPage::revealCard(qint64 card)
{
    const auto known = std::ranges::find(m_scenarios, card, &Scenario::card);
    if (known != m_scenarios.end()) {
        m_table->select(known->id);
        m_editor->focusTheme();
        return true;
    }
    const auto draft = scenarioFromCard(document(), card, QDate::currentDate());
    if (!report(draft))
        return false;
    begin(*draft);
    return std::ranges::find(m_scenarios, card, &Scenario::card) != m_scenarios.end();
}

bool ScenarioPage::reveal(const QString &table, qint64 row)
{
    if (table == u"issue_card"_s)
        return revealCard(row);
    if (table != u"scenario"_s || !m_table->select(row))
        return false;
    m_table->setFocus();
    return true;
}

void ScenarioPage::remove()
{
    const Scenario *scenario = current();
    if (scenario == nullptr || !isWritable())
        return;
    const QString theme =
        scenario->theme.isEmpty() ? tr("テーマ未記入") : scenario->theme.section(u'\n', 0, 0);
    const bool sure = context().dialogs.confirm(
        this, tr("シナリオ「%1」を削除しますか。すぐあとなら「元に戻す」で戻せます。").arg(theme),
        tr("削除する"));
    if (sure)
        report(RecordTable<Scenario>(document()).remove(scenario->id, tr("シナリオの削除")));
}

void ScenarioPage::print(bool blank)
{
    SavedField::commitAll(this);
    const Scenario *scenario = current();
    if (!blank && scenario == nullptr)
        return;
    report(showIssueSheet(context(), IssueSheetKind::Scenario, blank ? 0 : scenario->id, this));
}

void ScenarioPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->setMinimumHeight(beside ? 0 : 280);
}

} // namespace tane
