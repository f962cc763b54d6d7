#include "issues/consultationspage.h"

#include "base/fiscalyear.h"
#include "issues/consultationdetails.h"
#include "issues/namehintbar.h"
#include "issues/pastedialog.h"
#include "issues/showissuesheet.h"
#include "issues/topiccard.h"
#include "parts/gridview.h"
#include "shell/columnscroll.h"
#include "shell/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kThreeColumns = 900;
/// Headings are short: what is over belongs to the excerpts.
constexpr int kTopicsWide = 222;
/// Below it the day with its calendar would be cut.
constexpr int kDetailsWide = 376;
/// Rows of the list of topics that are none.
constexpr qint64 kAll = -1, kUnsorted = -2;

} // namespace

ConsultationsPage::ConsultationsPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("相談の抜粋"), pageContext, parent)
{
    m_empty = new EmptyState(
        tr("相談の抜粋はまだありません"),
        tr("市町村やセンターに寄せられた相談から、個人が分からない抜粋だけを集めます。同じことを"
           "たずねる相談を見出しでまとめると、地域課題のタネが見えてきます。"),
        tr("1行ずつ入力する"), this);
    m_empty->setObjectName(u"noConsultations"_s);
    m_empty->setLink(tr("見本を開いて試す"));
    QPushButton *list = m_empty->addButton(tr("一覧を貼り付ける"));
    list->setObjectName(u"pasteFirst"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        m_empty->hide();
        m_content->show();
        m_line->setFocus();
    });
    connect(list, &QPushButton::clicked, this, &ConsultationsPage::paste);
    connect(m_empty, &EmptyState::linkActivated, this, &ConsultationsPage::sampleRequested);
    column()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, metrics::xl, metrics::m);
    m_columns->setSpacing(metrics::m);
    column()->addWidget(m_content, 1);
    scrollArea()->hide();
    makeHeader();
    makeTopics();
    makeList();
    m_details = new ConsultationDetails(context(), nullptr);
    auto *side = new Card({}, m_content);
    side->setMinimumWidth(kDetailsWide);
    auto *scroll = new ColumnScroll(side);
    scroll->setContent(m_details);
    side->body()->addWidget(scroll, 1);
    m_columns->addWidget(side, 9);
    connect(m_details, &ConsultationDetails::failed, this, &ConsultationsPage::showError);
    connect(m_details, &ConsultationDetails::succeeded, this, &ConsultationsPage::clearError);
    connect(m_details, &ConsultationDetails::openRow, this, &ConsultationsPage::openRow);
    connect(m_details, &ConsultationDetails::cardPicked, this, &ConsultationsPage::linkCard);
}

void ConsultationsPage::makeHeader()
{
    m_paste = new QPushButton(tr("一覧を貼り付ける"), this);
    m_paste->setObjectName(u"pasteList"_s);
    m_print = new QPushButton(tr("印刷・書き出し"), this);
    m_print->setObjectName(u"printConsultations"_s);
    auto *menu = new QMenu(m_print);
    const QString year = FiscalYear::of(QDate::currentDate()).text();
    const auto sheet = [&](const QString &text, bool thisYear, bool questions) {
        m_exports << menu->addAction(text, this, [this, thisYear, questions] { print(thisYear, questions); });
    };
    sheet(tr("相談の一覧（すべて）…"), false, false);
    sheet(tr("相談の一覧（%1）…").arg(year), true, false);
    sheet(tr("3つの問いを付けた一覧（すべて）…"), false, true);
    sheet(tr("3つの問いを付けた一覧（%1）…").arg(year), true, true);
    m_print->setMenu(menu);
    header()->addAction(m_paste);
    header()->addAction(m_print);
    connect(m_paste, &QPushButton::clicked, this, &ConsultationsPage::paste);
}

void ConsultationsPage::makeTopics()
{
    auto *card = new Card(tr("見出し"), m_content);
    m_topicModel = new GridModel(this);
    m_topics = new GridView(tr("相談の見出し"), m_topicModel, card);
    m_topics->setObjectName(u"topics"_s);
    m_topics->setSelectionMode(QAbstractItemView::SingleSelection);
    std::vector<GridColumn> columns(2);
    columns[0] = {.title = tr("見出し"),
                  .text = [this](int row) { return m_topicRows[static_cast<std::size_t>(row)].first; }};
    const auto count = [this](int row) { return m_topicRows[static_cast<std::size_t>(row)].second; };
    columns[1] = {.title = tr("件数"),
                  .text = [count](int row) { return QString::number(count(row)); },
                  .sort = [count](int row) { return QVariant(count(row)); },
                  .number = true};
    m_topicModel->setColumns(std::move(columns));
    m_topicModel->setEditable(false);
    m_topics->setLetters(1, 2.5);
    m_topics->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    card->body()->addWidget(m_topics, 1);
    m_topicCard = card;
    m_columns->addWidget(card);
    connect(m_topics, &GridView::selectedChanged, this, [this] {
        fillList();
        showTopic();
    });
}

void ConsultationsPage::makeList()
{
    auto *card = new Card({}, m_content);
    m_topic = new TopicCard(context(), card);
    card->body()->addWidget(m_topic);
    m_line = new QLineEdit(card);
    m_line->setObjectName(u"newConsultation"_s);
    m_line->setAccessibleName(tr("相談を1行で加える"));
    m_line->setPlaceholderText(tr("（ケアマネ）往診できる皮膚科はないか　Enterで加えます"));
    m_hint = new NameHintBar(card);
    card->body()->addWidget(m_line);
    card->body()->addWidget(m_hint);
    m_model = new GridModel(this);
    m_table = new GridView(tr("相談の一覧"), m_model, card);
    m_table->setObjectName(u"consultations"_s);
    m_table->verticalHeader()->setDefaultSectionSize(44); // two lines of an excerpt
    makeColumns();
    card->body()->addWidget(m_table, 1);
    auto *tools = new QHBoxLayout;
    m_sort = new QPushButton(tr("見出しに入れる"), card);
    m_sort->setObjectName(u"sortConsultations"_s);
    m_remove = new QPushButton(tr("削除"), card);
    m_remove->setObjectName(u"removeConsultation"_s);
    tools->addWidget(m_sort);
    tools->addWidget(m_remove);
    tools->addStretch(1);
    card->body()->addLayout(tools);
    m_columns->addWidget(card, 14);
    connect(m_line, &QLineEdit::textChanged, m_hint, &NameHintBar::follow);
    connect(m_line, &QLineEdit::returnPressed, this, &ConsultationsPage::addLine);
    connect(m_table, &GridView::selectedChanged, this, &ConsultationsPage::showDetails);
    connect(m_table, &GridView::addRequested, this, [this] { m_line->setFocus(); });
    connect(m_table, &GridView::removeRequested, this, &ConsultationsPage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusExcerpt(); });
    connect(m_sort, &QPushButton::clicked, this, &ConsultationsPage::sortSelected);
    connect(m_remove, &QPushButton::clicked, this, &ConsultationsPage::remove);
    connect(m_topic, &TopicCard::failed, this, &ConsultationsPage::showError);
    connect(m_topic, &TopicCard::succeeded, this, &ConsultationsPage::clearError);
    connect(m_topic, &TopicCard::openRow, this, &ConsultationsPage::openRow);
    connect(m_topic, &TopicCard::cardRequested, this, &ConsultationsPage::makeCard);
}

void ConsultationsPage::makeColumns()
{
    std::vector<GridColumn> columns(Questions + 1);
    columns[Received] = {.title = tr("時期"),
                         .text = [this](int row) { return shortMonth(at(row).receivedOn); },
                         .sort =
                             [this](int row) {
                                 return at(row).receivedOn.isValid() ? QVariant(at(row).receivedOn)
                                                                     : QVariant();
                             }};
    columns[Who] = {.title = tr("相談者"), .text = [this](int row) {
                        const Consultation &one = at(row);
                        return one.asker == Asker::Other && !one.askerNote.isEmpty() ? one.askerNote
                                                                                     : askerText(one.asker);
                    }};
    columns[Excerpt] = {.title = tr("相談内容（抜粋）"),
                        .text = [this](int row) { return at(row).excerpt.simplified(); }};
    columns[Place] = {.title = tr("市町村"), .text = [this](int row) {
                          const Municipality *place = registry().municipality(at(row).municipality);
                          return place != nullptr ? place->name : QString();
                      }};
    columns[Questions] = {.title = tr("問い"), .text = [this](int row) {
                              const Consultation &one = at(row);
                              const int answered = (one.why.isEmpty() ? 0 : 1) +
                                                   (one.elsewhere.isEmpty() ? 0 : 1) +
                                                   (one.prevention.isEmpty() ? 0 : 1);
                              return answered == 3 ? tr("済み") : tr("%1／3").arg(answered);
                          }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {3.6, 4.4, 12, 4.2, 2.8};
    for (int column = 0; column <= Questions; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Excerpt, QHeaderView::Stretch);
}

void ConsultationsPage::fill()
{
    auto all = loadConsultations(document());
    auto pipeline = loadPipeline(document());
    if (!report(all) || !report(pipeline))
        return;
    m_rows.clear();
    m_all = std::move(*all);
    m_pipeline = std::move(*pipeline);
    const bool any = !m_all.all.empty() || !m_all.topics.empty();
    if (any || !m_line->hasFocus()) { // who has just begun to type stays
        m_empty->setVisible(!any);
        m_content->setVisible(any);
    }
    m_paste->setVisible(any);
    m_print->setVisible(any);
    for (QWidget *each : {static_cast<QWidget *>(m_paste), static_cast<QWidget *>(m_line),
                          static_cast<QWidget *>(m_sort), static_cast<QWidget *>(m_remove)})
        each->setEnabled(isWritable());
    const auto thought = std::ranges::count_if(m_all.all, &Consultation::isThoughtThrough);
    header()->setContext(any ? tr("%1件・見出し %2・3つの問いまで考えたもの %3件")
                                   .arg(m_all.all.size())
                                   .arg(m_all.topics.size())
                                   .arg(thought)
                             : QString());
    fillTopics();
    fillList();
    showTopic();
}

void ConsultationsPage::fillTopics()
{
    const qint64 shown = m_topics->currentId();
    const QSignalBlocker quiet(m_topics);
    QHash<qint64, int> counts;
    for (const Consultation &one : m_all.all)
        ++counts[one.topic];
    m_topicRows.clear();
    std::vector<qint64> ids{kAll};
    m_topicRows.emplace_back(tr("すべて"), static_cast<int>(m_all.all.size()));
    if (counts.value(0) > 0) {
        ids.push_back(kUnsorted);
        m_topicRows.emplace_back(tr("（見出しなし）"), counts.value(0));
    }
    for (const ConsultationTopic &topic : m_all.topics) {
        ids.push_back(topic.id);
        m_topicRows.emplace_back(topic.heading, counts.value(topic.id));
    }
    m_topicModel->setRows(std::move(ids));
    if (shown == 0 || !m_topics->select(shown))
        m_topics->select(kAll);
    m_topics->viewport()->update();
}

qint64 ConsultationsPage::chosenTopic() const
{
    return std::max<qint64>(0, m_topics->currentId());
}

void ConsultationsPage::fillList()
{
    const qint64 topic = m_topics->currentId();
    const qint64 shown = m_table->currentId();
    m_rows.clear();
    for (const Consultation &one : m_all.all)
        if (topic == kAll || topic == 0 || one.topic == (topic == kUnsorted ? 0 : topic))
            m_rows.push_back(&one);
    std::vector<qint64> ids;
    for (const Consultation *one : m_rows)
        ids.push_back(one->id);
    {
        const QSignalBlocker quiet(m_table);
        m_model->setRows(std::move(ids));
        if ((shown == 0 || !m_table->select(shown)) && !m_rows.empty())
            m_table->selectRow(0);
        m_table->viewport()->update();
    }
    showDetails();
}

void ConsultationsPage::showTopic()
{
    m_topic->showTopic(m_all.topic(chosenTopic()), m_all, m_pipeline, isWritable());
}

void ConsultationsPage::showDetails()
{
    const int row = m_model->rowOf(m_table->currentId());
    const bool one = row >= 0 && row < std::ssize(m_rows);
    m_details->showConsultation(registry(), m_all, m_pipeline, one ? &at(row) : nullptr, isWritable());
    m_sort->setEnabled(one && isWritable());
    m_remove->setEnabled(one && isWritable());
}

bool ConsultationsPage::reveal(const QString &table, qint64 row)
{
    if (table == "consultation_topic"_L1)
        return m_topics->select(row);
    if (table != "consultation"_L1)
        return false;
    if (m_model->rowOf(row) < 0)
        m_topics->select(kAll);
    const bool shown = m_table->select(row);
    if (shown)
        m_table->setFocus();
    return shown;
}

void ConsultationsPage::addLine()
{
    if (m_line->text().trimmed().isEmpty() || !isWritable())
        return;
    Consultation made = consultationFromLine(m_line->text());
    if (made.excerpt.isEmpty())
        return;
    made.topic = chosenTopic();
    made.receivedOn = QDate::currentDate();
    const auto id = RecordTable<Consultation>(document()).add(made, tr("相談の追加"));
    if (!report(id))
        return;
    m_line->clear();
    m_table->select(*id);
    m_line->setFocus();
}

void ConsultationsPage::paste()
{
    auto *dialog = new PasteDialog(context(), m_all.topics, chosenTopic(), registry(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasteDialog::added, this, [this](int count) {
        Q_EMIT notice({Notice::Kind::Info, tr("相談を%1件加えました。「元に戻す」で戻せます。").arg(count)});
    });
    dialog->open();
}

void ConsultationsPage::remove()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    if (ids.empty() || !isWritable())
        return;
    report(document().perform(tr("相談の削除"), [&](Database &) -> Result<> {
        for (const qint64 id : ids)
            TANE_CHECK(RecordTable<Consultation>(document()).remove(id, {}));
        return {};
    }));
}

void ConsultationsPage::sortSelected()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    if (ids.empty())
        return;
    const ConsultationTopic *topic = m_all.topic(chosenTopic());
    const auto heading = context().dialogs.askText(
        this, tr("見出しに入れる"), tr("選んだ%1件の見出し（空にすると外します）").arg(ids.size()),
        topic != nullptr ? topic->heading : QString());
    if (heading)
        report(sortConsultations(document(), ids, *heading, tr("相談の見出しの変更")));
}

void ConsultationsPage::makeCard()
{
    const auto id = cardFromTopic(document(), chosenTopic(), IssueStage::Individual, QDate::currentDate(),
                                  tr("相談からのカードの作成"));
    if (report(id))
        Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, *id);
}

/// All that are chosen stand behind the card.
void ConsultationsPage::linkCard(qint64 card)
{
    const std::vector<qint64> ids = m_table->selectedIds();
    report(document().perform(tr("相談とカードの結びつけ"), [&](Database &) -> Result<> {
        for (const qint64 id : ids)
            TANE_CHECK(setCardConsultation(document(), card, id, true, {}));
        return {};
    }));
}

void ConsultationsPage::print(bool thisYear, bool questions)
{
    SavedField::commitAll(this); // the sheet shows what is stored
    ConsultationSheetOptions which;
    which.questions = questions;
    if (thisYear) {
        const FiscalYear year = FiscalYear::of(QDate::currentDate());
        which.from = year.firstDay();
        which.until = year.lastDay();
    }
    const IssueSheetSource make = [&document = document(),
                                   which](const IssueSheetOptions &options) -> Result<FormSheet> {
        TANE_TRY(const Consultations all, loadConsultations(document));
        return makeConsultationSheet(all, which, options);
    };
    report(showIssueForm(context(), make, issueSheetFileName(IssueSheetKind::Consultations, 0), this));
}

void ConsultationsPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kThreeColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_topicCard->setMinimumWidth(beside ? kTopicsWide : 0);
    m_topicCard->setMaximumWidth(beside ? kTopicsWide : QWIDGETSIZE_MAX);
}

} // namespace tane
