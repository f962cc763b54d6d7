#include "survey/resultspage.h"

#include "charts/chartview.h"
#include "parts/chartcard.h"
#include "shell/floatingbar.h"
#include "shell/settings.h"
#include "shell/widgets.h"
#include "survey/changereport.h"
#include "survey/changetable.h"
#include "survey/changetablemodel.h"
#include "survey/detailscard.h"
#include "survey/followupview.h"
#include "survey/grouppicker.h"
#include "survey/readingcard.h"
#include "survey/resultsfigure.h"
#include "survey/satisfactionview.h"
#include "survey/transitioncard.h"
#include "survey/unpairedcard.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tane {

ResultsPage::ResultsPage(PageContext &pageContext, QWidget *parent)
    : SurveyPage(tr("研修前後の変化"), pageContext, parent)
{
    makeHeader();
    makeBody();
    makeExportActions();
    const QString by = pageContext.settings.choice(u"results"_s, u"groupBy"_s, groupByKey(GroupBy::Role));
    m_groups->setGroupBy(groupByFromKey(by).value_or(GroupBy::Role));
    connect(m_groups, &GroupPicker::groupByChanged, this, [this] {
        context().settings.setChoice(u"results"_s, u"groupBy"_s, groupByKey(m_groups->groupBy()));
        refresh();
    });
    connect(m_groups, &GroupPicker::groupChanged, this, &ResultsPage::showSet);
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, &ResultsPage::showSet);
}

void ResultsPage::makeHeader()
{
    m_copy = new QPushButton(tr("図をコピー"), this);
    m_copy->setObjectName(u"copyFigure"_s);
    m_copy->setToolTip(tr("いま見ている図を、Word や PowerPoint に貼り付けられる形でコピーします。"));
    m_export = new QPushButton(tr("書き出し"), this);
    m_export->setObjectName(u"export"_s);
    header()->addAction(m_copy);
    header()->addAction(m_export);
    connect(m_copy, &QPushButton::clicked, this, &ResultsPage::copyFigure);

    m_exported = new NoticeBar(this);
    m_exported->setObjectName(u"exported"_s);
    connect(m_exported, &NoticeBar::actionTriggered, this, &ResultsPage::openFolder);
    (new FloatingBar(m_exported, this))->setFloating(true);

    m_controls = new QWidget(this);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    m_tabs = new SegmentedControl(m_controls);
    m_tabs->setObjectName(u"sets"_s);
    m_tabs->setAccessibleName(tr("設問群"));
    m_groups = new GroupPicker(m_controls);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_groups);
    top()->addWidget(m_controls);

    m_summary = secondaryLabel({}, this);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_summary, &QLabel::linkActivated, this, [this](const QString &page) { Q_EMIT openPage(page); });
    top()->addWidget(m_summary);
}

void ResultsPage::makeBody()
{
    auto *hint = new NoticeBar(this);
    hint->setObjectName(u"kindHint"_s);
    m_hint = hint;
    body()->addWidget(hint);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);

    m_tableCard = new Card(tr("設問ごとの変化"), m_content);
    m_tableCard->setSubtitle(tr("対＝前後とも回答した人"));
    m_model = new ChangeTableModel(this);
    m_table = new ChangeTable(m_tableCard);
    m_table->setObjectName(u"changeTable"_s);
    m_table->setChangeModel(m_model);
    m_legend = secondaryLabel({}, m_tableCard);
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_legend->setToolTip(tr("up＝上がった、stay＝変わらない、down＝下がった"));
    m_legend->setAccessibleDescription(m_legend->toolTip());
    m_details = new QPushButton(m_tableCard);
    m_details->setObjectName(u"details"_s);
    m_details->setCheckable(true);
    makePlain(m_details);
    m_detailsNote = secondaryLabel({}, m_tableCard);
    setParagraph(m_detailsNote,
                 tr("差は（up − down）÷ 対、95%区間は "
                    "Tango（1998）のスコア法、符号検定は変化した方だけを見る両側の正確検定、Holm は"
                    "同じ設問群の設問を一度に見ることの調整です。人数が少ないときは、p "
                    "の値より人数そのものをご覧ください。"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_details, 0, Qt::AlignTop);
    m_tableCard->body()->addWidget(m_table);
    m_tableCard->body()->addLayout(foot);
    m_tableCard->body()->addWidget(m_detailsNote);
    m_tableCard->body()->addStretch(1);

    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::m);
    m_transition = new TransitionCard(m_content);
    m_reading = new ReadingCard(m_content);
    right->addWidget(m_transition);
    right->addWidget(m_reading, 1);
    m_columns->addWidget(m_tableCard, 7);
    m_columns->addLayout(right, 5);
    m_satisfaction = new SatisfactionView(this);
    m_empty = new EmptyState(tr("前後の変化は、まだ出せません"),
                             tr("研修前と研修後の回答を取り込むと、設問ごとに上がった・変わらない・下がった方"
                                "を数えてここに表示します。"),
                             tr("回答を取り込む"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    body()->addWidget(m_content, 1);
    body()->addWidget(m_satisfaction, 1);
    makeMore();
    body()->addWidget(m_empty, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (m_filling || !now.isValid())
                    return;
                m_item = m_model->changeRow(now.row()).item;
                showItem();
            });
    connect(m_details, &QPushButton::toggled, this, &ResultsPage::showDetails);
    connect(m_reading, &ReadingCard::edited, this, &ResultsPage::saveReading);
    showDetails(false);
}

// Below what is looked at every time: what is asked for now and then.
void ResultsPage::makeMore()
{
    m_detailsCard = new DetailsCard(context().settings, this);
    m_lookBack = new LookBackCard(this);
    m_figure = new ResultsFigure(context(), this);
    m_unpaired = new UnpairedCard(context().settings, this);
    m_followUp = new FollowUpView(context(), this);
    body()->addWidget(m_followUp, 1);
    m_followUp->hide();
    connect(m_followUp, &FollowUpView::notice, this, &ResultsPage::notice);
    connect(m_followUp, &FollowUpView::openPage, this, &ResultsPage::openPage);
    for (QWidget *card : std::initializer_list<QWidget *>{m_detailsCard, m_lookBack, m_figure, m_unpaired})
        body()->addWidget(card);
    connect(m_figure, &ResultsFigure::notice, this, &ResultsPage::notice);
    connect(m_satisfaction, &SatisfactionView::chosen, this, &ResultsPage::showSummary);
    connect(m_satisfaction, &SatisfactionView::chosen, this, &ResultsPage::showMore);
    connect(m_detailsCard, &DetailsCard::wantedChanged, this, &ResultsPage::showMore);
}

void ResultsPage::showMore()
{
    const bool ready = state() && !state()->before.isEmpty() && !state()->after.isEmpty();
    const int set = ready ? currentSet() : kSatisfaction;
    const bool item = ready && set >= 0 && m_item >= 0;
    m_detailsCard->setVisible(item && m_detailsShown);
    m_figure->setVisible(ready && set != kFollowUp);
    if (!ready)
        m_followUp->hide();
    m_lookBack->hide();
    m_unpaired->hide();
    if (!ready || set == kFollowUp)
        return;
    const DistributionRow *row = m_satisfaction->current();
    m_figure->show(*state(), set, set >= 0 ? m_item : row ? row->item : -1, m_groups->group());
    if (!item)
        return;
    m_detailsCard->show(*state(), m_item, m_groups->group());
    m_lookBack->show(*state(), m_item, m_groups->group());
    // Where people can be joined, the pairs say more; without them this is all there is.
    if (m_detailsShown || state()->analysis.pairs == 0 || !state()->analysis.ticks.empty())
        m_unpaired->show(*state(), set, m_groups->group());
}

void ResultsPage::refresh()
{
    m_reading->flush();
    if (load(m_groups->groupBy()))
        showAll();
}

void ResultsPage::showAll()
{
    const bool ready = state() && !state()->before.isEmpty() && !state()->after.isEmpty();
    const bool any = state() && !(state()->before.isEmpty() && state()->after.isEmpty());
    m_empty->setVisible(!ready);
    m_content->setVisible(ready);
    m_satisfaction->setVisible(false);
    m_hint->setVisible(ready);
    m_controls->setVisible(ready);
    m_summary->setVisible(any);
    m_copy->setEnabled(ready);
    m_export->setEnabled(ready);
    for (QAction *action : std::as_const(m_exportActions))
        action->setEnabled(ready);
    if (!ready) {
        if (any)
            showSummary();
        header()->setContext({});
        showMore();
        return;
    }
    m_reading->setEditable(!context().document.isReadOnly());
    const QScopedValueRollback filling(m_filling, true);
    showTabs();
    m_groups->setGroups(state()->analysis.groups);
    showSet();
}

void ResultsPage::showTabs()
{
    m_sets.clear();
    QStringList labels;
    const std::vector<ItemSet> &sets = state()->questionnaire.sets;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto comparable = [](const Item &item) { return item.isComparable(); };
        if (std::any_of(sets[i].items.begin(), sets[i].items.end(), comparable)) {
            m_sets.push_back(static_cast<int>(i));
            labels += sets[i].kind == ItemKind::Practice  ? tr("%1 日々の取組").arg(sets[i].code)
                      : sets[i].kind == ItemKind::Explain ? tr("%1 説明できるか").arg(sets[i].code)
                                                          : sets[i].code;
        }
    }
    if (!state()->analysis.distributions.empty()) {
        m_sets.push_back(kSatisfaction);
        labels += tr("満足度");
    }
    if (asksLater(state()->questionnaire)) {
        m_sets.push_back(kFollowUp);
        labels += tr("2～3か月後");
    }
    if (labels != m_labels) { // new buttons would take the keyboard focus away
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setItems(labels);
        m_labels = labels;
    }
}

int ResultsPage::currentSet() const
{
    const int tab = std::max(0, m_tabs->currentIndex());
    return tab < static_cast<int>(m_sets.size()) ? m_sets[static_cast<std::size_t>(tab)] : kSatisfaction;
}

/// What each of the numbers of people counts: they differ, and nobody should have to guess why.
QString ResultsPage::basesText(const GroupPeople &people, const DistributionRow *once) const
{
    const QString pairs = tr("対は、前と後の回答が同じ方のものと分かった方です。");
    if (once == nullptr)
        return tr("後%1名は研修後に回答した方すべて（2回回答した方も1名）、").arg(people.after) + pairs;
    const int counted = once->n() + once->unanswered;
    QString text = tr("後%1名は研修後に回答した方すべて（2回回答した方も1名）、"
                      "満足度の n はそのうちこの設問に答えた方%2名です。")
                       .arg(people.after)
                       .arg(once->n());
    if (counted < people.after)
        text += tr("どちらの回答を使うか決まっていない方など%1名は、まだ数えていません。")
                    .arg(people.after - counted);
    return text;
}

// Everything that does not count is said before anything that does: of the group whose numbers stand below.
void ResultsPage::showSummary()
{
    const ChangeAnalysis &a = state()->analysis;
    const GroupPeople &people = a.peopleOf(m_groups->group());
    const QString ink = color(ColorRole::Accent, currentScheme(this)).name();
    const auto link = [&ink](const QString &page, const QString &text) {
        return u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(page, ink, text);
    };
    QStringList parts = {tr("<b>%1</b>の回答者 前%2名・後%3名")
                             .arg(groupLabel(people.group).toHtmlEscaped())
                             .arg(people.before)
                             .arg(people.after),
                         tr("対%1名").arg(people.pairs)};
    if (people.waiting > 0)
        parts += link(u"links"_s, tr("結びつけの確認待ち %1件").arg(people.waiting));
    if (people.twiceOpen > 0)
        parts += link(u"links"_s, tr("2回回答した方 %1名（未決定）").arg(people.twiceOpen));
    else if (people.twice > 0)
        parts += link(u"links"_s, tr("2回回答した方 %1名（%2）")
                                      .arg(people.twice)
                                      .arg(a.latestRule ? tr("新しい方を使用") : tr("決定済み")));
    if (people.notUnderstood > 0)
        parts += link(u"answers"_s, tr("読み取れない回答 %1件").arg(people.notUnderstood));
    if (people.changedGroup > 0)
        parts += tr("前後で%1が変わった方 %2名（研修前の区分で数えます）")
                     .arg(groupByName(a.groupBy))
                     .arg(people.changedGroup);
    QString text = parts.join(u"　／　"_s);
    const DistributionRow *once = currentSet() == kSatisfaction ? m_satisfaction->current() : nullptr;
    if (once != nullptr || people.after != people.pairs)
        text += u"<br>"_s + basesText(people, once);
    m_summary->setText(paragraphHtml(text));
}

void ResultsPage::showSet()
{
    if (!state())
        return;
    showSummary();
    const int set = currentSet();
    const bool satisfaction = set < 0;
    m_followUp->setVisible(set == kFollowUp);
    m_copy->setEnabled(set != kFollowUp); // its figures have menus of their own
    m_content->setVisible(!satisfaction);
    m_hint->setVisible(!satisfaction);
    m_satisfaction->setVisible(set == kSatisfaction);
    if (set == kFollowUp)
        return showFollowUp();
    if (satisfaction) {
        header()->setContext(tr("研修後にお聞きした評価（選んだ設問の図をコピー・書き出しできます）"));
        m_satisfaction->show(*state(), m_groups->group());
        showSummary(); // it names the base of the question that is chosen
        showMore();
        return;
    }
    const ItemSet &items = state()->questionnaire.sets[static_cast<std::size_t>(set)];
    header()->setContext(items.code + u'　' + items.title);
    static_cast<NoticeBar *>(m_hint)->show({Notice::Kind::Hint, kindHint(items.kind)}, false);
    const QScopedValueRollback filling(m_filling, true);
    m_model->setAnalysis(state()->analysis, set, m_groups->group());
    m_table->setChart(currentChart());
    showLegend();
    int row = m_model->rowOfItem(m_item);
    if (row < 0)
        row = 0;
    if (m_model->rowCount() > 0) {
        m_table->selectRow(row);
        m_item = m_model->changeRow(row).item;
    } else {
        m_item = -1;
    }
    showItem();
    arrange();
}

void ResultsPage::showFollowUp()
{
    header()->setContext(tr("企画の行動目標が、研修会の2～3か月後に実行されているか"));
    report(m_followUp->show(*state()));
    showMore();
}

// Rich text keeps the colours it was made with, so it is made anew when light becomes dark.
void ResultsPage::showLegend()
{
    const Scheme scheme = currentScheme(this);
    QString legend;
    for (const ChartSeries &series : m_table->chart()->spec().series)
        legend += u"<span style=\"color:%1\">■</span> %2&nbsp;&nbsp; "_s.arg(
            seriesColor(series.role, scheme).name(), series.name);
    m_legend->setText(paragraphHtml(
        legend + u"<br>"_s +
        tr("割合は対に対する値です（四捨五入のため、合計が100.0%にならないことがあります）。")));
}

void ResultsPage::changeEvent(QEvent *event)
{
    SurveyPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && state() && m_content->isVisible()) {
        showSummary();
        showLegend();
    }
}

void ResultsPage::showItem()
{
    const QString group = m_groups->group();
    m_transition->show(&*state(), m_item, group);
    const ChangeRow *row = m_item < 0 ? nullptr : state()->analysis.row(m_item, group);
    m_reading->setVisible(row != nullptr);
    showMore();
    if (!row)
        return;
    SurveyRepository repository(context().document);
    const Result<QString> own = repository.reading(context().workshop, row->itemCode, group);
    if (!own)
        showError(own.error());
    m_reading->show(row->itemCode + u'\n' + group, readingDraft(state()->analysis, *row),
                    own ? *own : QString());
}

void ResultsPage::saveReading(const QString &key, const QString &text)
{
    SurveyRepository repository(context().document);
    report(repository.saveReading(context().workshop, key.section(u'\n', 0, 0), key.section(u'\n', 1), text));
}

void ResultsPage::showDetails(bool shown)
{
    m_detailsShown = shown;
    m_details->setText(shown ? tr("▾ 詳しい統計") : tr("▸ 詳しい統計"));
    m_detailsNote->setVisible(shown);
    m_table->setDetailsShown(shown);
    if (m_detailsCard)
        showMore();
    arrange();
}

// Beside each other when both fit, else below each other: at 150 % on a small screen there is room for one
// column.
void ResultsPage::arrange()
{
    const int needed = m_table->comfortableWidth() + 2 * metrics::cardPadding + metrics::m +
                       m_transition->minimumSizeHint().width();
    m_groups->setCompact(m_tabs->sizeHint().width() + metrics::m + m_groups->wideWidth() >
                         width() - 2 * metrics::xl);
    const bool beside = width() - 2 * metrics::xl >= needed;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ResultsPage::resizeEvent(QResizeEvent *event)
{
    SurveyPage::resizeEvent(event);
    arrange();
}

} // namespace tane
