#include "issues/pipelinepage.h"

#include "base/fiscalyear.h"
#include "issues/cardpanel.h"
#include "issues/issueboard.h"
#include "issues/issuechartstab.h"
#include "issues/issuefilterbar.h"
#include "issues/recurrencetab.h"
#include "parts/gridview.h"
#include "shell/icons.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Below this width the board makes room for the panel altogether.
constexpr int kBothWidth = 640;
constexpr int kNarrow = 760;

const QStringList &viewKeys()
{
    static const QStringList keys{u"board"_s, u"list"_s, u"recurring"_s, u"charts"_s};
    return keys;
}

QStringList viewNames(bool narrow)
{
    return {PipelinePage::tr("ボード"), PipelinePage::tr("一覧"),
            narrow ? PipelinePage::tr("繰り返し") : PipelinePage::tr("繰り返し挙がること"),
            PipelinePage::tr("図表")};
}

} // namespace

PipelinePage::PipelinePage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("課題の流れ"), pageContext, parent)
{
    makeHeader();
    makeOutput();
    makeContent();
    makeEmptyState();
    const auto last = viewKeys().indexOf(pageContext.settings.choice(u"pipeline"_s, u"view"_s));
    m_tabs->setCurrentIndex(std::max(0, static_cast<int>(last)));
    std::set<int> folded;
    for (const QString &stage :
         pageContext.settings.choice(u"pipeline"_s, u"folded"_s).split(u',', Qt::SkipEmptyParts))
        folded.insert(stage.toInt());
    m_board->setFolded(folded);
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        context().settings.setChoice(u"pipeline"_s, u"view"_s, viewKeys().value(index));
        showCards();
    });
}

PipelinePage::~PipelinePage()
{
    context().settings.saveColumns(u"pipeline"_s, m_table->horizontalHeader());
}

void PipelinePage::makeHeader()
{
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"views"_s);
    m_tabs->setAccessibleName(tr("表示"));
    m_tabs->setItems(viewNames(false));
    m_output = new QPushButton(tr("書き出し"), this);
    m_output->setObjectName(u"output"_s);
    m_review = new QPushButton(tr("研修会で確認"), this);
    m_review->setObjectName(u"reviewCards"_s);
    m_review->setToolTip(tr("その後の研修会で、解決したか、まだ挙がるかをまとめて記録します。"));
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("カードを加える"), this);
    m_add->setObjectName(u"addCard"_s);
    makePrimary(m_add);
    for (QWidget *each : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_output),
                          static_cast<QWidget *>(m_review), static_cast<QWidget *>(m_add)})
        header()->addAction(each);
    connect(m_review, &QPushButton::clicked, this, &PipelinePage::recordReviews);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const IssueCard *now =
            m_pipeline.card(view() == View::List ? m_table->currentId() : m_board->currentId());
        add(now != nullptr ? now->stage : IssueStage::Trouble);
    });
    m_filter = new IssueFilterBar(this);
    connect(m_filter, &IssueFilterBar::changed, this, &PipelinePage::showCards);
    top()->addWidget(m_filter);
}

void PipelinePage::makeContent()
{
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, metrics::xl, metrics::m);
    row->setSpacing(metrics::m);
    auto *left = new QWidget(m_content);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_views = new QStackedWidget(left);
    m_views->addWidget(makeBoardView());
    m_views->addWidget(makeListView());
    column->addWidget(m_views, 1);
    m_tools = new QWidget(left);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(metrics::s);
    m_selection = new ElidedLabel({}, m_tools);
    m_selection->setProperty("tone", u"secondary"_s);
    m_join = new QPushButton(tr("まとめて次の段階へ"), m_tools);
    m_join->setObjectName(u"joinCards"_s);
    m_join->setToolTip(tr("選んだカードから、次の段階の新しいカードを1枚作って結びます。"));
    m_state = new QPushButton(tr("状態"), m_tools);
    m_state->setObjectName(u"statusOfCards"_s);
    auto *states = new QMenu(m_state);
    for (const IssueStatus status :
         {IssueStatus::Open, IssueStatus::Doing, IssueStatus::Solved, IssueStatus::Dropped})
        states->addAction(issueStatusText(status), this, [this, status] { setStatus(status); });
    m_state->setMenu(states);
    m_delete = new QPushButton(tr("削除"), m_tools);
    m_delete->setObjectName(u"deleteCards"_s);
    tools->addWidget(m_selection, 1);
    tools->addWidget(m_join);
    tools->addWidget(m_state);
    tools->addWidget(m_delete);
    column->addWidget(m_tools);
    row->addWidget(left, 1);
    m_panel = new CardPanel(context(), m_content);
    m_panel->hide();
    row->addWidget(m_panel);
    this->column()->addWidget(m_content, 1);
    connect(m_join, &QPushButton::clicked, this, &PipelinePage::join);
    connect(m_delete, &QPushButton::clicked, this, [this] { remove(selected()); });
    connect(m_panel, &CardPanel::failed, this, &PipelinePage::showError);
    connect(m_panel, &CardPanel::succeeded, this, &PipelinePage::clearError);
    connect(m_panel, &CardPanel::closed, this, &PipelinePage::closePanel);
    connect(m_panel, &CardPanel::removeRequested, this, [this](qint64 card) { remove({card}); });
    connect(m_panel, &CardPanel::notice, this, &PipelinePage::notice);
    connect(m_panel, &CardPanel::openRow, this, [this](const QString &page, const QString &table, qint64 id) {
        if (page == "pipeline"_L1)
            reveal(table, id);
        else
            Q_EMIT openRow(page, table, id);
    });

    m_recurring = new RecurrenceTab(context(), this);
    this->column()->addWidget(m_recurring, 1);
    m_recurring->hide();
    connect(m_recurring, &RecurrenceTab::failed, this, &PipelinePage::showError);
    connect(m_recurring, &RecurrenceTab::succeeded, this, &PipelinePage::clearError);
    connect(m_recurring, &RecurrenceTab::notice, this, &PipelinePage::notice);
    connect(m_recurring, &RecurrenceTab::openRow, this,
            [this](const QString &page, const QString &table, qint64 id) {
                if (page == "pipeline"_L1)
                    reveal(table, id);
                else
                    Q_EMIT openRow(page, table, id);
            });
    m_charts = new IssueChartsTab(context(), this);
    connect(m_charts, &IssueChartsTab::notice, this, &PipelinePage::notice);
    body()->addWidget(m_charts);
    body()->addStretch(1);
}

QWidget *PipelinePage::makeBoardView()
{
    m_board = new IssueBoard(this);
    m_board->setObjectName(u"issueBoard"_s);
    connect(m_board, &IssueBoard::moveRequested, this, &PipelinePage::move);
    connect(m_board, &IssueBoard::openRequested, this, [this](qint64 card) {
        if (openCard(card))
            m_panel->focusTitle();
    });
    connect(m_board, &IssueBoard::addRequested, this, &PipelinePage::add);
    connect(m_board, &IssueBoard::removeRequested, this, [this] { remove(selected()); });
    connect(m_board, &IssueBoard::menuRequested, this, [this](qint64, QPoint at) { showMenu(at); });
    connect(m_board, &IssueBoard::selectionChanged, this, &PipelinePage::showSelection);
    connect(m_board, &IssueBoard::foldedChanged, this, [this] {
        QStringList stages;
        for (const int stage : m_board->folded())
            stages << QString::number(stage);
        context().settings.setChoice(u"pipeline"_s, u"folded"_s, stages.join(u','));
    });
    return m_board;
}

QWidget *PipelinePage::makeListView()
{
    auto *card = new Card({}, this);
    m_model = new GridModel(this);
    m_table = new GridView(tr("課題のカードの一覧"), m_model, card);
    m_table->setObjectName(u"issues"_s);
    makeColumns();
    card->body()->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, [this] {
        if (openCard(m_table->currentId()))
            m_panel->focusTitle();
    });
    connect(m_table, &QTableView::clicked, this, [this] {
        if (m_panel->isVisible() && m_table->selectedIds().size() == 1)
            openCard(m_table->currentId());
    });
    connect(m_table, &GridView::selectedChanged, this, &PipelinePage::showSelection);
    connect(m_table, &GridView::addRequested, this, [this] { add(IssueStage::Trouble); });
    connect(m_table, &GridView::removeRequested, this, [this] { remove(selected()); });
    connect(m_model, &GridModel::failed, this, &PipelinePage::showError);
    return card;
}

PipelinePage::View PipelinePage::view() const
{
    return static_cast<View>(std::max(0, m_tabs->currentIndex()));
}

void PipelinePage::showView(View view)
{
    m_tabs->setCurrentIndex(static_cast<int>(view));
}

void PipelinePage::fill()
{
    auto loaded = loadPipeline(document());
    auto workshops = workshopChoices(document());
    if (!report(loaded) || !report(workshops))
        return;
    m_pipeline = std::move(*loaded);
    m_workshops = std::move(*workshops);
    m_board->setWritable(isWritable());
    m_model->setEditable(isWritable());
    m_add->setEnabled(isWritable());
    m_review->setEnabled(isWritable() && !m_pipeline.cards.empty());
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->show(registry(), m_pipeline, m_workshops);
    }
    m_recurring->setStale();
    if (!m_panel->isHidden() && m_pipeline.card(m_panel->card()) == nullptr)
        closePanel(); // undone, or deleted elsewhere
    showCards();
    if (!m_panel->isHidden())
        if (const IssueCard *shown = m_pipeline.card(m_panel->card()))
            m_panel->showCard(registry(), m_pipeline, m_workshops, *shown, isWritable());
}

/// Shows what the filters leave, in the view chosen; the others are filled when they are.
void PipelinePage::showCards()
{
    const bool any = !m_pipeline.cards.empty();
    const bool recurring = view() == View::Recurring;
    const bool charts = any && view() == View::Charts;
    m_empty->setVisible(!any && !recurring);
    m_recurring->setVisible(recurring);
    m_content->setVisible(any && (view() == View::Board || view() == View::List));
    m_filter->setVisible(any && !recurring);
    scrollArea()->setVisible(charts);
    m_add->setVisible(any);
    m_review->setVisible(any);
    m_output->setVisible(any);
    if (recurring) {
        header()->setContext(tr("同じ見出し、または同じテーマとして結んだこと"));
        m_recurring->show(registry(), m_pipeline, isWritable());
        return;
    }
    if (!any)
        return header()->setContext({});
    std::vector<const IssueCard *> cards = m_filter->apply(registry(), m_pipeline);
    const auto open = std::ranges::count_if(cards, [](const IssueCard *card) { return card->isOpen(); });
    header()->setContext(m_filter->isFiltering()
                             ? tr("%1件（全%2件のうち）").arg(cards.size()).arg(m_pipeline.cards.size())
                             : tr("%1件・終わっていないもの %2件").arg(cards.size()).arg(open));
    if (charts)
        return m_charts->show(registry(), m_pipeline, cards, m_filter->description());
    m_views->setCurrentIndex(view() == View::List ? 1 : 0);
    if (view() == View::List)
        showList(std::move(cards));
    else
        showBoard(cards);
    showSelection();
    arrange();
}

void PipelinePage::showBoard(const std::vector<const IssueCard *> &cards)
{
    IssueBoard::Columns columns;
    for (const IssueCard *card : cards)
        columns[static_cast<std::size_t>(card->stage)].push_back(card->id);
    m_board->setColumns(std::move(columns), [this, today = QDate::currentDate()](qint64 id) {
        IssueBoard::Card shown;
        shown.id = id;
        const IssueCard *card = m_pipeline.card(id);
        if (card == nullptr)
            return shown;
        shown.title = card->title;
        shown.scenes = card->scenes;
        QStringList about{cardPlace(registry(), *card), shortMonth(card->notedOn), card->source};
        about.removeAll(QString());
        shown.about = about.join(u'・');
        shown.evidence = cardEvidence(m_pipeline, id);
        shown.state = issueStatusText(card->status);
        shown.age = cardAge(*card, today);
        const auto reviews = m_pipeline.reviewsOf(id);
        shown.review = lastReview(m_pipeline, id);
        shown.remains = !reviews.empty() && reviews.front()->outcome == IssueReview::Outcome::Remains;
        shown.closed = !card->isOpen();
        QStringList place{cardPlace(registry(), *card), eraDate(card->notedOn), card->source};
        place.removeAll(QString());
        QStringList spoken{shown.title,
                           issueStageText(card->stage),
                           card->scenes.join(u'・'),
                           place.join(u'・'),
                           cooperationText(card->cooperation),
                           shown.state,
                           shown.age.isEmpty() ? QString() : tr("挙がってから%1").arg(shown.age),
                           shown.review,
                           card->owner.isEmpty() ? QString() : tr("担当 %1").arg(card->owner),
                           shown.evidence};
        spoken.removeAll(QString());
        shown.spoken = spoken.join(u'、');
        return shown;
    });
}

void PipelinePage::showList(std::vector<const IssueCard *> cards)
{
    m_rows = std::move(cards);
    std::vector<qint64> ids;
    for (const IssueCard *card : m_rows)
        ids.push_back(card->id);
    m_model->setRows(std::move(ids));
    if (m_table->currentId() == 0 && m_model->rowCount() > 0)
        m_table->selectRow(0);
}

std::vector<qint64> PipelinePage::selected() const
{
    return view() == View::List ? m_table->selectedIds() : m_board->selectedIds();
}

void PipelinePage::showSelection()
{
    const std::vector<qint64> cards = selected();
    sayHowToChoose();
    m_join->setEnabled(isWritable() && !cards.empty());
    m_join->setText(cards.size() > 1 ? tr("まとめて次の段階へ") : tr("次の段階のカードを作る"));
    m_state->setEnabled(isWritable() && !cards.empty());
    m_delete->setEnabled(isWritable() && !cards.empty());
    // With the panel open, it shows the card that is chosen.
    if (m_panel->isVisible() && cards.size() == 1 && view() == View::Board &&
        cards.front() != m_panel->card())
        openCard(cards.front());
}

/// What is chosen, or how to choose, in as many words as there is room for.
void PipelinePage::sayHowToChoose()
{
    const auto chosen = selected().size();
    QString text;
    if (chosen > 1)
        text = tr("%1件を選択").arg(chosen);
    else if (!m_panel->isHidden())
        text = tr("Ctrl＋クリックで、いくつか選べます");
    else if (width() >= kNarrow)
        text = tr("ドラッグか Ctrl＋→ で次の段階へ動かせます。Ctrl＋クリックでいくつか選べます。");
    m_selection->setText(text);
}

bool PipelinePage::openCard(qint64 card)
{
    const IssueCard *shown = m_pipeline.card(card);
    if (shown == nullptr)
        return false;
    m_panel->showCard(registry(), m_pipeline, m_workshops, *shown, isWritable());
    m_panel->show();
    arrange();
    return true;
}

void PipelinePage::closePanel()
{
    m_panel->leave();
    m_panel->hide();
    arrange();
    if (view() == View::List)
        m_table->setFocus();
    else
        m_board->setFocus();
}

bool PipelinePage::reveal(const QString &table, qint64 row)
{
    if (table == "issue_theme"_L1) {
        showView(View::Recurring);
        return m_recurring->showTheme(row);
    }
    if (table != "issue_card"_L1 || m_pipeline.card(row) == nullptr)
        return false;
    if (view() != View::Board && view() != View::List)
        showView(View::Board);
    const auto shown = [&] { return view() == View::List ? m_table->select(row) : m_board->showCard(row); };
    if (!shown()) { // it is filtered out
        m_filter->clear();
        if (!shown())
            return false;
    }
    openCard(row);
    if (view() == View::List)
        m_table->setFocus();
    else
        m_board->setFocus();
    return true;
}

void PipelinePage::arrange()
{
    if (m_panel == nullptr)
        return; // still being made
    const bool both = width() - 2 * metrics::xl >= kBothWidth;
    m_views->parentWidget()->setVisible(both || m_panel->isHidden());
    m_panel->setMaximumWidth(both ? 372 : QWIDGETSIZE_MAX);
    sayHowToChoose();
    const bool narrow = width() < kNarrow;
    m_review->setText(narrow ? tr("確認") : tr("研修会で確認"));
    m_add->setText(narrow ? tr("加える") : tr("カードを加える"));
    if (m_tabs->property("narrow").toBool() != narrow) {
        m_tabs->setProperty("narrow", narrow);
        m_tabs->setItems(viewNames(narrow));
    }
}

void PipelinePage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    arrange();
}

} // namespace tane
