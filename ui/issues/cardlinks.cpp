#include "issues/cardlinks.h"

#include "issues/cardsources.h"
#include "issues/reviewing.h"
#include "issues/scenario.h"
#include "parts/recordpicker.h"
#include "shell/icons.h"
#include "shell/page.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::size_t kMostSources = 30;

LinkList::Item cardItem(const IssueCard &card, qint64 removes)
{
    return {u"pipeline"_s,
            u"issue_card"_s,
            card.id,
            card.title,
            QString(issueStageText(card.stage) + u'・' + issueStatusText(card.status)),
            removes};
}

} // namespace

CardLinks::CardLinks(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::xs);
    m_origins = addSection(tr("もとになったもの"), u"cardOrigins"_s,
                           tr("付箋、相談、ほかのカードを結ぶと、どこから来た課題かをあとからたどれます。"));
    m_origin = addPicker(u"pickOrigin"_s, tr("もとのカードを探して結ぶ"), true);
    m_results = addSection(tr("このカードから生まれたもの"), u"cardResults"_s, tr("まだありません。"));
    m_result = addPicker(u"pickResult"_s, tr("先の段階のカードを探して結ぶ"), false);
    m_councils = addSection(tr("協議の場"), u"cardCouncils"_s, tr("まだ協議の場に出していません。"));
    auto *present = new QPushButton(tr("協議の場に出す"), this);
    present->setObjectName(u"presentCard"_s);
    m_councilMenu = new QMenu(present);
    present->setMenu(m_councilMenu);
    m_column->addWidget(present, 0, Qt::AlignLeft);
    m_sheets = addSection(tr("伝達メモ・シナリオ"), u"cardSheets"_s, tr("まだ書いていません。"));
    auto *row = new QHBoxLayout;
    auto *message = new QPushButton(tr("伝達メモを書く"), this);
    message->setObjectName(u"writeMessage"_s);
    auto *scenario = new QPushButton(tr("シナリオを作る"), this);
    scenario->setObjectName(u"writeScenario"_s);
    row->addWidget(message);
    row->addWidget(scenario);
    row->addStretch(1);
    m_column->addLayout(row);
    m_buttons = {present, message, scenario};
    connect(message, &QPushButton::clicked, this, &CardLinks::writeMessage);
    connect(scenario, &QPushButton::clicked, this, &CardLinks::writeScenario);
    makeReviews();
}

LinkList *CardLinks::addSection(const QString &title, const QString &name, const QString &empty)
{
    auto *label = new QLabel(title, this);
    label->setFont(scaledFont(label, type::body, true));
    label->setContentsMargins(0, metrics::m, 0, 0);
    m_column->addWidget(label);
    auto *list = new LinkList(title, this);
    list->setObjectName(name);
    list->setEmptyText(empty);
    m_column->addWidget(list);
    connect(list, &LinkList::opened, this, &CardLinks::openRow);
    connect(list, &LinkList::removed, this, &CardLinks::remove);
    return list;
}

RecordPicker *CardLinks::addPicker(const QString &name, const QString &placeholder, bool asOrigin)
{
    auto *picker = new RecordPicker(placeholder, placeholder, this);
    picker->setObjectName(name);
    picker->installEventFilter(this);
    m_column->addWidget(picker);
    connect(picker, &RecordPicker::picked, this, [this, asOrigin](qint64 other) {
        const qint64 origin = asOrigin ? other : m_card.id;
        const qint64 result = asOrigin ? m_card.id : other;
        report(setCardLink(m_context.document, origin, result, true, tr("カードの結びつけ")));
    });
    return picker;
}

/// The cards to choose from are listed when somebody begins to look for one: there may be thousands.
bool CardLinks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_pipeline != nullptr) {
        std::vector<RecordPicker::Item> items;
        for (const IssueCard &card : m_pipeline->cards)
            if (card.id != m_card.id)
                items.push_back(
                    {card.id, tr("%1（%2）").arg(card.title, issueStageText(card.stage)), QString()});
        static_cast<RecordPicker *>(watched)->setItems(items);
    }
    return QWidget::eventFilter(watched, event);
}

void CardLinks::makeReviews()
{
    m_reviews = addSection(tr("その後の研修会での確認"), u"cardReviews"_s,
                           tr("次の研修会で、解決したか、まだ挙がるかを確かめて記録します。"));
    m_workshop = new QComboBox(this);
    m_workshop->setObjectName(u"reviewWorkshop"_s);
    m_workshop->setAccessibleName(tr("確認した研修会"));
    m_workshop->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_column->addWidget(m_workshop);
    auto *row = new QHBoxLayout;
    for (const auto outcome : {IssueReview::Outcome::Remains, IssueReview::Outcome::Solved}) {
        auto *button = new QPushButton(reviewOutcomeText(outcome), this);
        button->setObjectName(outcome == IssueReview::Outcome::Solved ? u"reviewSolved"_s
                                                                      : u"reviewRemains"_s);
        button->setAccessibleName(tr("選んだ研修会で「%1」と記録する").arg(reviewOutcomeText(outcome)));
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, outcome] { review(static_cast<int>(outcome)); });
    }
    row->addStretch(1);
    m_column->addLayout(row);
}

void CardLinks::show(const Registry &registry, const Pipeline &pipeline,
                     const std::vector<WorkshopChoice> &workshops, const IssueCard &card, bool writable)
{
    m_registry = &registry;
    m_pipeline = &pipeline;
    m_workshops = &workshops;
    m_card = card;
    m_writable = writable;
    showOrigins(pipeline);
    showResults(pipeline);
    showCouncils(pipeline);
    showSheets();
    showReviews(pipeline);
    m_origin->setEnabled(writable);
    m_result->setEnabled(writable);
    for (QPushButton *button : m_buttons)
        button->setEnabled(writable);
}

void CardLinks::showOrigins(const Pipeline &pipeline)
{
    std::vector<LinkList::Item> items;
    for (const IssueCard *origin : pipeline.originsOf(m_card.id))
        items.push_back(cardItem(*origin, origin->id));
    const auto sources = cardSources(m_context.document, pipeline, m_card.id);
    if (!sources) {
        report(sources);
        return;
    }
    for (const CardSource &source : *sources) {
        if (items.size() >= kMostSources) {
            items.push_back(
                {QString(), QString(), 0,
                 tr("ほかに%1件").arg(sources->size() + pipeline.originsOf(m_card.id).size() - items.size()),
                 QString(), 0});
            break;
        }
        const bool note = source.kind == CardSource::Kind::Note;
        QString where = source.where;
        if (source.card != m_card.id)
            if (const IssueCard *of = pipeline.card(source.card))
                where += tr("（「%1」から）").arg(of->title);
        items.push_back({note ? u"board"_s : u"consultations"_s, note ? u"sticky_note"_s : u"consultation"_s,
                         source.id, source.text, where, source.card == m_card.id ? source.id : 0});
    }
    m_origins->setItems(items, m_writable);
}

void CardLinks::showResults(const Pipeline &pipeline)
{
    std::vector<LinkList::Item> items;
    for (const IssueCard *result : pipeline.resultsOf(m_card.id))
        items.push_back(cardItem(*result, result->id));
    m_results->setItems(items, m_writable);
}

void CardLinks::showCouncils(const Pipeline &pipeline)
{
    std::vector<LinkList::Item> items;
    const auto title = [](const CouncilRecord &record) {
        return record.body.isEmpty() ? tr("（会議の名前がありません）") : record.body;
    };
    QSet<qint64> there;
    for (const CouncilContent *one : pipeline.councilsOf(m_card.id)) {
        there.insert(one->record.id);
        const auto open = std::ranges::count(one->actions, false, &CouncilAction::done);
        QString note = dayText(one->record.heldOn);
        if (open > 0)
            note += tr("・これからの取組 %1件").arg(open);
        items.push_back(
            {u"councils"_s, u"council_record"_s, one->record.id, title(one->record), note, one->record.id});
    }
    m_councils->setItems(items, m_writable);
    m_councilMenu->clear();
    for (const CouncilContent &one : pipeline.councils) {
        if (there.contains(one.record.id))
            continue;
        m_councilMenu->addAction(tr("%1　%2").arg(dayText(one.record.heldOn), title(one.record)), this,
                                 [this, id = one.record.id] { presentAt(id); });
        if (m_councilMenu->actions().size() == 12)
            break;
    }
    if (!m_councilMenu->isEmpty())
        m_councilMenu->addSeparator();
    m_councilMenu->addAction(tr("新しい協議の場を記録して出す"), this, [this] { presentAt(0); });
}

void CardLinks::showSheets()
{
    std::vector<LinkList::Item> items;
    const auto messages = RecordTable<IssueMessage>(m_context.document).all(u"card"_s, m_card.id);
    if (report(messages))
        for (const IssueMessage &one : *messages)
            items.push_back({u"message"_s, u"issue_message"_s, one.id,
                             one.title.isEmpty() ? tr("（題名なし）") : one.title,
                             tr("市町村への伝達メモ・%1").arg(dayText(one.writtenOn)), 0});
    const auto scenarios = RecordTable<Scenario>(m_context.document).all(u"card"_s, m_card.id);
    if (report(scenarios))
        for (const Scenario &one : *scenarios)
            items.push_back({u"scenario"_s, u"scenario"_s, one.id,
                             one.theme.isEmpty() ? tr("（テーマ未記入）") : one.theme,
                             tr("課題解決シナリオ・%1").arg(dayText(one.writtenOn)), 0});
    m_sheets->setItems(items, m_writable);
}

void CardLinks::showReviews(const Pipeline &pipeline)
{
    std::vector<LinkList::Item> items;
    for (const IssueReview *one : pipeline.reviewsOf(m_card.id)) {
        QString where = dayText(one->reviewedOn);
        for (const WorkshopChoice &each : *m_workshops)
            if (each.id == one->workshop)
                where += QString(u'・' + each.name);
        if (!one->note.isEmpty())
            where += QString(u'・' + one->note);
        items.push_back({QString(), QString(), one->id, reviewOutcomeText(one->outcome), where, one->id});
    }
    m_reviews->setItems(items, m_writable);
    const QSignalBlocker quiet(m_workshop);
    const QVariant chosen = m_workshop->currentData();
    m_workshop->clear();
    for (const WorkshopChoice &each : *m_workshops)
        m_workshop->addItem(each.label(), each.id);
    m_workshop->addItem(tr("研修会のほかで確認"), 0);
    const QVariant wanted = chosen.isValid() ? chosen : lastHeld(*m_workshops, QDate::currentDate());
    const int known = m_workshop->findData(wanted);
    m_workshop->setCurrentIndex(std::max(0, known));
    m_workshop->setEnabled(m_writable);
}

void CardLinks::remove(const LinkList::Item &item)
{
    Document &document = m_context.document;
    const QString label = tr("結びつけの解除");
    const QObject *list = sender();
    if (list == m_reviews)
        report(RecordTable<IssueReview>(document).remove(item.removes, tr("確認の記録の削除")));
    else if (list == m_councils)
        report(setCouncilCard(document, item.removes, m_card.id, false, label));
    else if (list == m_results)
        report(setCardLink(document, m_card.id, item.removes, false, label));
    else if (item.table == "issue_card"_L1)
        report(setCardLink(document, item.removes, m_card.id, false, label));
    else if (item.table == "sticky_note"_L1)
        report(setCardNote(document, m_card.id, item.removes, false, label));
    else
        report(setCardConsultation(document, m_card.id, item.removes, false, label));
}

void CardLinks::presentAt(qint64 council)
{
    qint64 id = council;
    const qint64 card = m_card.id;
    const IssueCard about = m_card;
    Document &document = m_context.document;
    const auto done = document.perform(tr("協議の場への提出"), [&](Database &) -> Result<> {
        if (id == 0) {
            CouncilRecord record;
            record.heldOn = QDate::currentDate();
            record.municipality = about.municipality;
            record.careArea = about.careArea;
            record.presented = about.title;
            TANE_TRY(id, RecordTable<CouncilRecord>(document).add(record, {}));
        }
        return setCouncilCard(document, id, card, true, {});
    });
    if (report(done) && council == 0)
        Q_EMIT openRow(u"councils"_s, u"council_record"_s, id);
}

void CardLinks::writeMessage()
{
    Document &document = m_context.document;
    auto draft = messageFromCard(document, m_card.id);
    if (!report(draft))
        return;
    draft->writtenOn = QDate::currentDate();
    const auto id = RecordTable<IssueMessage>(document).add(*draft, tr("伝達メモの追加"));
    if (report(id))
        Q_EMIT openRow(u"message"_s, u"issue_message"_s, *id);
}

void CardLinks::writeScenario()
{
    Document &document = m_context.document;
    const auto draft = scenarioFromCard(document, m_card.id, QDate::currentDate());
    if (!report(draft))
        return;
    const auto id = RecordTable<Scenario>(document).add(*draft, tr("シナリオの追加"));
    if (report(id))
        Q_EMIT openRow(u"scenario"_s, u"scenario"_s, *id);
}

void CardLinks::review(int outcome)
{
    IssueReview made;
    made.card = m_card.id;
    made.workshop = m_workshop->currentData().toLongLong();
    made.outcome = static_cast<IssueReview::Outcome>(outcome);
    for (const WorkshopChoice &each : *m_workshops)
        if (each.id == made.workshop && each.heldOn.isValid() && each.heldOn <= QDate::currentDate())
            made.reviewedOn = each.heldOn;
    report(recordReviews(m_context.document, {made}, QDate::currentDate(),
                         tr("「%1」の記録").arg(reviewOutcomeText(made.outcome))));
}

bool CardLinks::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
    return result.has_value();
}

} // namespace tane
