#include "issues/consultationdetails.h"

#include "grouping/poster.h"
#include "issues/linklist.h"
#include "issues/namehintbar.h"
#include "parts/recordpicker.h"
#include "parts/wordchips.h"
#include "shell/page.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kLabel = 64;

QLabel *smallTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label, type::body, true));
    label->setContentsMargins(0, metrics::s, 0, 0);
    return label;
}

} // namespace

ConsultationDetails::ConsultationDetails(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(context.document, tr("相談"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, metrics::s, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で相談を選ぶと、3つの問いや結んだ課題をここで編集できます。"));
    m_fields = new QWidget(this);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::s);
    makeAsked(inner);
    makeQuestions(inner);
    makePlaces(inner);
    makeCards(inner);
    inner->addStretch(1);
    column->addWidget(m_prompt);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

void ConsultationDetails::makeAsked(QVBoxLayout *column)
{
    column->addWidget(smallTitle(tr("相談内容（抜粋）"), m_fields));
    m_excerpt = m_form.own(new SavedText(
                               tr("相談内容（抜粋）"),
                               [this](const QString &text) -> Result<> {
                                   if (text.isEmpty())
                                       return fail(ErrorCode::Usage, tr("相談内容は空にできません。"));
                                   return saveField<Consultation>(m_context.document, m_form.id(),
                                                                  &Consultation::excerpt, text,
                                                                  tr("相談の抜粋の変更"));
                               },
                               m_fields),
                           [this](const Consultation &one) { m_excerpt->setValue(one.excerpt); });
    m_excerpt->setObjectName(u"excerpt"_s);
    m_excerpt->setSavesEmptyWhileTyping(false);
    m_excerpt->edit()->setLeastLines(3);
    column->addWidget(m_excerpt);
    m_hint = new NameHintBar(m_fields);
    column->addWidget(m_hint);
    connect(m_excerpt->edit(), &QTextEdit::textChanged, m_hint,
            [this] { m_hint->follow(m_excerpt->edit()->toPlainText()); });
    auto *grid = new FieldGrid(kLabel);
    column->addLayout(grid);
    auto *asker = m_form.box<Asker>(m_fields, tr("相談者"), &Consultation::asker, [] {
        std::vector<std::pair<QString, Asker>> choices{{tr("（不明）"), Asker::Unknown}};
        for (const Asker each : {Asker::Person, Asker::Family, Asker::CareManager, Asker::Medical,
                                 Asker::Pharmacy, Asker::Other})
            choices.emplace_back(askerText(each), each);
        return choices;
    });
    asker->setObjectName(u"asker"_s);
    m_askerNote = m_form.line(m_fields, tr("相談者（その他）"), &Consultation::askerNote);
    m_askerNote->setPlaceholder(tr("その他の相談者"));
    grid->addField(tr("相談者"), {asker});
    column->addWidget(m_askerNote);
}

void ConsultationDetails::makeQuestions(QVBoxLayout *column)
{
    column->addWidget(smallTitle(tr("3つの問い"), m_fields));
    const auto question = [&](const QString &text, const QString &name, QString Consultation::*member) {
        QLabel *label = secondaryLabel(text, m_fields);
        label->setWordWrap(true);
        column->addWidget(label);
        auto *field = m_form.text(m_fields, text, member, 2);
        field->setObjectName(name);
        column->addWidget(field);
    };
    question(tr("①なぜ生じたか"), u"why"_s, &Consultation::why);
    question(tr("②相談室以外に相談できるところはどこか"), u"elsewhere"_s, &Consultation::elsewhere);
    question(tr("③相談せずに済むようにするにはどうしたらよいか"), u"prevention"_s, &Consultation::prevention);
}

void ConsultationDetails::makePlaces(QVBoxLayout *column)
{
    auto *grid = new FieldGrid(kLabel);
    column->addLayout(grid);
    grid->addField(tr("見出し"), {m_form.box<qint64>(m_fields, tr("見出し"), &Consultation::topic, [this] {
                       std::vector<std::pair<QString, qint64>> choices{{tr("（見出しなし）"), 0}};
                       for (const ConsultationTopic &topic : m_all->topics)
                           choices.emplace_back(topic.heading, topic.id);
                       return choices;
                   })});
    auto *day = m_form.date(m_fields, tr("受けた日"), &Consultation::receivedOn);
    day->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("受けた日"), {day});
    auto *municipality = m_form.box<qint64>(m_fields, tr("市町村"), &Consultation::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    municipality->setObjectName(u"consultationPlace"_s);
    municipality->setMaxVisibleItems(20);
    grid->addField(tr("市町村"), {municipality});
    grid->addField(tr("センター"),
                   {m_form.box<qint64>(m_fields, tr("センター"), &Consultation::centre, [this] {
                       std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
                       for (const Centre &each : m_registry->centres)
                           choices.emplace_back(each.name, each.id);
                       return choices;
                   })});
    m_scenes = new WordChips(
        tr("場面"),
        [this](const QStringList &words) {
            return saveField<Consultation>(m_context.document, m_form.id(), &Consultation::scenes, words,
                                           tr("相談の場面の変更"));
        },
        [this](const Result<> &result) { report(result); }, m_fields);
    m_scenes->setSuggestions(fourScenes() + furtherScenes());
    grid->addField(tr("場面"), {m_scenes});
}

void ConsultationDetails::makeCards(QVBoxLayout *column)
{
    column->addWidget(smallTitle(tr("結んだ課題"), m_fields));
    m_cards = new LinkList(tr("結んだ課題"), m_fields);
    m_cards->setObjectName(u"consultationCards"_s);
    m_cards->setEmptyText(tr("いくつかの相談を選んで、1つの課題に結べます。"));
    column->addWidget(m_cards);
    m_picker = new RecordPicker(tr("選んだ相談をカードに結ぶ"), tr("カードを探して結ぶ"), m_fields);
    m_picker->setObjectName(u"consultationPicker"_s);
    m_picker->installEventFilter(this);
    column->addWidget(m_picker);
    connect(m_picker, &RecordPicker::picked, this, &ConsultationDetails::cardPicked);
    connect(m_cards, &LinkList::opened, this, &ConsultationDetails::openRow);
    connect(m_cards, &LinkList::removed, this, [this](const LinkList::Item &item) {
        report(
            setCardConsultation(m_context.document, item.removes, m_form.id(), false, tr("結びつけの解除")));
    });
}

void ConsultationDetails::showConsultation(const Registry &registry, const Consultations &all,
                                           const Pipeline &pipeline, const Consultation *consultation,
                                           bool writable)
{
    m_prompt->setVisible(consultation == nullptr);
    m_fields->setVisible(consultation != nullptr);
    m_registry = &registry;
    m_all = &all;
    if (consultation == nullptr)
        return m_form.leave();
    const Consultation shown = *consultation; // saving what was typed reads the consultations anew
    m_form.show(shown, writable);
    m_pipeline = &pipeline;
    m_askerNote->setVisible(shown.asker == Asker::Other);
    m_scenes->setWords(shown.scenes);
    m_scenes->setReadOnly(!writable);
    m_picker->setEnabled(writable);
    m_hint->follow(m_excerpt->edit()->toPlainText());
    std::vector<LinkList::Item> items;
    for (const CardConsultation &link : pipeline.consultations)
        if (link.consultation == shown.id)
            if (const IssueCard *card = pipeline.card(link.card))
                items.push_back({u"pipeline"_s, u"issue_card"_s, card->id, card->title,
                                 QString(issueStageText(card->stage) + u'・' + issueStatusText(card->status)),
                                 card->id});
    m_cards->setItems(items, writable);
}

bool ConsultationDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_picker && event->type() == QEvent::FocusIn && m_pipeline != nullptr) {
        std::vector<RecordPicker::Item> items;
        for (const IssueCard &card : m_pipeline->cards)
            items.push_back({card.id, tr("%1（%2）").arg(card.title, issueStageText(card.stage)), QString()});
        m_picker->setItems(items);
    }
    return QWidget::eventFilter(watched, event);
}

void ConsultationDetails::focusExcerpt()
{
    m_excerpt->edit()->setFocus();
}

void ConsultationDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
