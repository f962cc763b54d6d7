#include "issues/cardpanel.h"

#include "grouping/poster.h"
#include "issues/cardlinks.h"
#include "issues/chainnews.h"
#include "parts/recordpicker.h"
#include "parts/wordchips.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"
#include "shell/page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kWidth = 372;
constexpr int kLabel = 68;

} // namespace

CardPanel::CardPanel(PageContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_form(context.document, tr("カード"), [this](const Result<> &result) { report(result); })
{
    setObjectName(u"cardPanel"_s);
    setAccessibleName(tr("選んだカード"));
    setMinimumWidth(320);
    setMaximumWidth(kWidth);
    auto *card = new Card({}, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    makeHead(card->body());
    auto *scroll = new ColumnScroll(card);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, metrics::s, 0);
    column->setSpacing(metrics::s);
    makeState(column);
    makeFields(column);
    m_links = new CardLinks(context, content);
    column->addWidget(m_links);
    column->addStretch(1);
    scroll->setContent(content);
    card->body()->addWidget(scroll, 1);
    connect(m_links, &CardLinks::failed, this, &CardPanel::failed);
    connect(m_links, &CardLinks::succeeded, this, &CardPanel::succeeded);
    connect(m_links, &CardLinks::openRow, this, &CardPanel::openRow);
    connect(m_links, &CardLinks::notice, this, &CardPanel::notice);
}

CardPanel::~CardPanel() = default;

void CardPanel::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

template<class Member>
Result<> CardPanel::save(Member IssueCard::*member, const std::type_identity_t<Member> &value,
                         const QString &label)
{
    return saveField<IssueCard>(m_context.document, m_form.id(), member, value, label);
}

void CardPanel::makeHead(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    m_stage = new QComboBox(this);
    m_stage->setObjectName(u"cardStage"_s);
    m_stage->setAccessibleName(tr("段階"));
    for (int stage = 0; stage < kIssueStages; ++stage)
        m_stage->addItem(issueStageText(static_cast<IssueStage>(stage)));
    m_since = secondaryLabel({}, this);
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeCard"_s);
    makePlain(m_remove);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeCard"_s);
    close->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    close->setAccessibleName(tr("カードを閉じる"));
    close->setToolTip(tr("閉じる（Esc）"));
    makePlain(close);
    line->addWidget(m_stage);
    line->addWidget(m_since, 1);
    line->addWidget(m_remove);
    line->addWidget(close);
    column->addLayout(line);
    connect(m_stage, &QComboBox::activated, this, [this](int stage) {
        report(moveCard(m_context.document, m_form.id(), static_cast<IssueStage>(stage),
                        std::numeric_limits<int>::max(), QDate::currentDate(), tr("段階の変更")));
    });
    connect(close, &QToolButton::clicked, this, &CardPanel::closed);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_form.id()); });
}

void CardPanel::makeState(QVBoxLayout *column)
{
    QWidget *parent = column->parentWidget();
    m_title = m_form.own(new SavedText(
                             tr("題名"),
                             [this](const QString &text) -> Result<> {
                                 if (text.isEmpty())
                                     return fail(ErrorCode::Usage, tr("題名は空にできません。"));
                                 return save(&IssueCard::title, text, tr("カードの題名の変更"));
                             },
                             parent),
                         [this](const IssueCard &card) { m_title->setValue(card.title); });
    m_title->setObjectName(u"cardTitle"_s);
    m_title->setSavesEmptyWhileTyping(false);
    m_title->edit()->setFont(scaledFont(m_title, type::body, true));
    column->addWidget(m_title);
    m_status = new SegmentedControl(parent);
    m_status->setObjectName(u"cardStatus"_s);
    m_status->setAccessibleName(tr("状態"));
    m_status->setItems({issueStatusText(IssueStatus::Open), issueStatusText(IssueStatus::Doing),
                        issueStatusText(IssueStatus::Solved), issueStatusText(IssueStatus::Dropped)});
    column->addWidget(m_status, 0, Qt::AlignLeft);
    connect(m_status, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        report(setCardStatus(m_context.document, m_form.id(), static_cast<IssueStatus>(index),
                             QDate::currentDate(), tr("状態の変更")));
    });
}

void CardPanel::makeFields(QVBoxLayout *column)
{
    QWidget *parent = column->parentWidget();
    auto *grid = new FieldGrid(kLabel);
    column->addLayout(grid);
    auto *owner = m_form.line(parent, tr("担当"), &IssueCard::owner);
    owner->setObjectName(u"cardOwner"_s);
    owner->setPlaceholder(tr("だれが受け持つか"));
    grid->addField(tr("担当"), {owner});
    auto *detail = m_form.text(parent, tr("内容"), &IssueCard::detail, 3);
    detail->setObjectName(u"cardDetail"_s);
    grid->addField(tr("内容"), {detail});
    m_news = new ChainNews(parent);
    grid->addWidget(m_news, grid->rowCount(), 1);
    connect(m_news, &ChainNews::takeRequested, this, &CardPanel::takeChainText);
    m_scenes = new WordChips(
        tr("場面"),
        [this](const QStringList &words) {
            return save(&IssueCard::scenes, words, tr("カードの場面の変更"));
        },
        [this](const Result<> &result) { report(result); }, parent);
    m_scenes->setObjectName(u"cardScenes"_s);
    m_scenes->setSuggestions(fourScenes() + furtherScenes());
    grid->addField(tr("場面"), {m_scenes});
    makePlaces(grid, parent);
    makeWho(grid, parent);
}

void CardPanel::makePlaces(FieldGrid *grid, QWidget *parent)
{
    auto *municipality = m_form.box<qint64>(parent, tr("市町村"), &IssueCard::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    municipality->setObjectName(u"cardMunicipality"_s);
    municipality->setMaxVisibleItems(20);
    auto *area = m_form.box<qint64>(parent, tr("圏域"), &IssueCard::careArea, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const CareArea &each : m_registry->areas)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    grid->addField(tr("市町村"), {municipality});
    grid->addField(tr("圏域"), {area});
    auto *cooperation = m_form.box<Cooperation>(parent, tr("連携の型"), &IssueCard::cooperation, [] {
        std::vector<std::pair<QString, Cooperation>> choices{{tr("（未定）"), Cooperation::Open}};
        for (const Cooperation kind : {Cooperation::Community, Cooperation::Solving, Cooperation::Watching})
            choices.emplace_back(cooperationText(kind), kind);
        return choices;
    });
    cooperation->setObjectName(u"cardCooperation"_s);
    grid->addField(tr("連携の型"), {cooperation});
}

void CardPanel::makeWho(FieldGrid *grid, QWidget *parent)
{
    auto *day = m_form.date(parent, tr("挙がった日"), &IssueCard::notedOn);
    day->setObjectName(u"cardDay"_s);
    day->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("挙がった日"), {day});
    m_source = new QComboBox(parent);
    m_source->setObjectName(u"cardSource"_s);
    m_source->setAccessibleName(tr("出どころ"));
    m_source->setEditable(true);
    m_source->setInsertPolicy(QComboBox::NoInsert);
    m_source->addItems(issueSources());
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto store = [this] {
        const QString text = m_source->currentText().trimmed();
        const IssueCard *shown = m_pipeline ? m_pipeline->card(m_form.id()) : nullptr;
        if (shown != nullptr && text != shown->source)
            report(save(&IssueCard::source, text, tr("カードの出どころの変更")));
    };
    connect(m_source, &QComboBox::activated, this, store);
    connect(m_source->lineEdit(), &QLineEdit::editingFinished, this, store);
    grid->addField(tr("出どころ"), {m_source});
    auto *note = m_form.line(parent, tr("出どころの補足"), &IssueCard::sourceNote);
    note->setPlaceholder(tr("第2回地域ケア会議 など"));
    grid->addField(tr("その補足"), {note});
    auto *workshop = m_form.box<qint64>(parent, tr("研修会"), &IssueCard::workshop, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const WorkshopChoice &each : *m_workshops)
            choices.emplace_back(each.label(), each.id);
        return choices;
    });
    grid->addField(tr("研修会"), {workshop});
    auto *who = m_form.line(parent, tr("挙げた方"), &IssueCard::who);
    who->setPlaceholder(tr("3班、A市 コーディネーター など"));
    grid->addField(tr("挙げた方"), {who});
    m_person = new QPushButton(parent);
    m_person->setObjectName(u"cardPerson"_s);
    makePlain(m_person);
    m_noPerson = new QToolButton(parent);
    m_noPerson->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    m_noPerson->setAccessibleName(tr("挙げた方（名簿）を外す"));
    makePlain(m_noPerson);
    m_people = new RecordPicker(tr("挙げた方を名簿から選ぶ"), tr("氏名・所属を入れて選ぶ"), parent);
    m_people->setObjectName(u"pickPerson"_s);
    auto *named = new QWidget(parent);
    auto *line = new QHBoxLayout(named);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::xs);
    line->addWidget(m_person);
    line->addWidget(m_noPerson);
    line->addWidget(m_people, 1);
    line->addStretch(0);
    grid->addField(tr("（名簿）"), {named});
    const auto set = [this](qint64 id) {
        report(save(&IssueCard::person, id, tr("カードを挙げた方の変更")));
    };
    connect(m_people, &RecordPicker::picked, this, set);
    connect(m_noPerson, &QToolButton::clicked, this, [set] { set(0); });
    connect(m_person, &QPushButton::clicked, this, [this] {
        if (const IssueCard *shown = m_pipeline->card(m_form.id()))
            Q_EMIT openRow(u"person"_s, u"person"_s, shown->person);
    });
}

void CardPanel::showPerson(const IssueCard &card)
{
    const PersonRecord *person = m_registry->person(card.person);
    m_person->setVisible(person != nullptr);
    m_noPerson->setVisible(person != nullptr && m_writable);
    m_people->setVisible(person == nullptr);
    m_people->setEnabled(m_writable);
    if (person != nullptr) {
        m_person->setText(person->person.name);
        m_person->setAccessibleName(tr("挙げた方 %1の記録を開く").arg(person->person.name));
        return;
    }
    const QDate today = QDate::currentDate();
    std::vector<RecordPicker::Item> items;
    for (const PersonRecord &each : m_registry->people)
        items.push_back({each.person.id,
                         QString(each.person.name + u"　"_s + m_registry->workplace(each, today)),
                         each.person.kana});
    m_people->setItems(items);
}

void CardPanel::showChoices(const IssueCard &card)
{
    const QSignalBlocker quietStage(m_stage), quietStatus(m_status), quietSource(m_source);
    m_stage->setCurrentIndex(static_cast<int>(card.stage));
    m_status->setCurrentIndex(static_cast<int>(card.status));
    m_since->setText(card.stageOn.isValid() ? tr("%1から").arg(dayText(card.stageOn)) : QString());
    if (!m_source->lineEdit()->hasFocus() || m_form.id() != card.id)
        m_source->setEditText(card.source);
    m_scenes->setWords(card.scenes);
    m_scenes->setReadOnly(!m_writable);
    for (QWidget *each : {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_status),
                          static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_remove)})
        each->setEnabled(m_writable);
}

void CardPanel::showCard(const Registry &registry, const Pipeline &pipeline,
                         const std::vector<WorkshopChoice> &workshops, const IssueCard &card, bool writable)
{
    const IssueCard shown = card; // saving what was typed reads the cards anew
    if (m_form.id() != 0 && m_form.id() != shown.id && m_source->lineEdit()->hasFocus())
        m_source->lineEdit()->clearFocus(); // what was typed belongs to the card before
    m_registry = &registry;
    m_workshops = &workshops;
    m_writable = writable;
    showChoices(shown);
    m_pipeline = &pipeline;
    m_form.show(shown, writable);
    showPerson(shown);
    if (const auto chain = chainOfSeed(m_context.document, shown.id))
        m_news->compare(shown.detail, *chain, writable);
    else
        report(std::unexpected(chain.error()));
    m_links->show(registry, pipeline, workshops, shown, writable);
}

void CardPanel::takeChainText()
{
    SavedField::commitAll(this);
    const auto card = RecordTable<IssueCard>(m_context.document).load(m_form.id());
    const auto chain = chainOfSeed(m_context.document, m_form.id());
    if (!card)
        return report(std::unexpected(card.error()));
    if (!chain)
        return report(std::unexpected(chain.error()));
    if (*chain)
        report(save(&IssueCard::detail, withChainText(card->detail, **chain), tr("深掘りの文の取り込み")));
}

void CardPanel::leave()
{
    if (m_source->lineEdit()->hasFocus())
        m_source->lineEdit()->clearFocus();
    m_form.leave();
}

void CardPanel::focusTitle()
{
    m_title->edit()->setFocus();
    m_title->edit()->selectAll();
}

void CardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    QFrame::keyPressEvent(event);
}

} // namespace tane
