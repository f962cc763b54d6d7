#include "issues/messageeditor.h"

#include "issues/chainnews.h"
#include "programme/steppage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kPromptWidth = 232;

} // namespace

MessageEditor::MessageEditor(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_form(document, tr("伝達メモ"), [this](const Result<> &result) {
        if (result)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(result.error());
    })
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で伝達メモを選ぶと、ここで書けます。"));
    m_fields = new QWidget(this);
    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::s);
    makeHead();
    addPart(MessagePart::Facts, &IssueMessage::facts, tr("起きていることを、1行に一つ"));
    addPart(MessagePart::View, &IssueMessage::view, tr("事実から言えること、このままだとどうなるか"));
    m_news = new ChainNews(m_fields);
    m_column->addWidget(m_news);
    connect(m_news, &ChainNews::takeRequested, this, &MessageEditor::chainTextRequested);
    addPart(MessagePart::Material, &IssueMessage::material, tr("件数、事例の要約、ほかの地域の様子など"));
    addPart(MessagePart::Request, &IssueMessage::request, tr("いつまでに、何をお願いしたいか"));
    m_column->addStretch(1);
    outer->addWidget(m_prompt);
    outer->addWidget(m_fields, 1);
    outer->addStretch(0);
}

void MessageEditor::makeHead()
{
    auto *grid = new FieldGrid(76);
    m_column->addLayout(grid);
    m_title = m_form.line(m_fields, tr("件名"), &IssueMessage::title);
    m_title->setObjectName(u"messageTitle"_s);
    m_title->setPlaceholder(tr("例：退院の連絡が直前になることについて"));
    grid->addField(tr("件名"), {m_title});
    auto *place = m_form.box<qint64>(m_fields, tr("宛先の市町村"), &IssueMessage::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（市町村を選ぶ）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    place->setObjectName(u"messageMunicipality"_s);
    auto *recipient = m_form.line(m_fields, tr("宛先の部署"), &IssueMessage::recipient);
    recipient->setObjectName(u"messageRecipient"_s);
    recipient->setPlaceholder(tr("例：長寿社会課 御中"));
    grid->addField(tr("宛先"), {place, recipient});
    auto *sender = m_form.line(m_fields, tr("差出人"), &IssueMessage::sender);
    sender->setObjectName(u"messageSender"_s);
    sender->setPlaceholder(tr("例：東部在宅医療・介護連携センター"));
    auto *day = m_form.date(m_fields, tr("記入日"), &IssueMessage::writtenOn);
    grid->addField(tr("差出人"), {sender});
    day->setFixedWidth(260);
    grid->addField(tr("記入日"), {day});
    const auto link = [this](const QString &name, const QString &tip) {
        auto *button = new QPushButton(m_fields);
        button->setObjectName(name);
        button->setToolTip(tip);
        makePlain(button);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        return button;
    };
    m_cardLink = link(u"messageCard"_s, tr("課題のカードを開きます。"));
    m_boardLink = link(u"messageBoard"_s, tr("模造紙を開きます。"));
    m_noSource = secondaryLabel(tr("（カードや模造紙によらない）"), m_fields);
    auto *sources = new QWidget(m_fields);
    auto *row = new QHBoxLayout(sources);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each : {static_cast<QWidget *>(m_cardLink), static_cast<QWidget *>(m_boardLink),
                          static_cast<QWidget *>(m_noSource)})
        row->addWidget(each);
    row->addStretch(1);
    grid->addField(tr("もとの課題"), {sources});
    connect(m_cardLink, &QPushButton::clicked, this, [this] { Q_EMIT cardRequested(m_card); });
    connect(m_boardLink, &QPushButton::clicked, this, [this] { Q_EMIT boardRequested(m_board); });
}

/// The field at the left, the questions beside it.
void MessageEditor::addPart(MessagePart part, QString IssueMessage::*member, const QString &hint)
{
    const QString title = messagePartTitle(part);
    auto *label = new QLabel(title, m_fields);
    label->setFont(scaledFont(label, type::body, true));
    label->setContentsMargins(0, metrics::s, 0, 0);
    m_column->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    SavedText *field = m_form.text(m_fields, title, member, part == MessagePart::Facts ? 5 : 4);
    field->setObjectName(u"part%1"_s.arg(static_cast<int>(part)));
    field->setPlaceholder(hint);
    label->setBuddy(field->edit());
    row->addWidget(field, 1);
    auto *prompts = new QLabel(m_fields);
    prompts->setObjectName(u"prompts%1"_s.arg(static_cast<int>(part)));
    prompts->setWordWrap(true);
    prompts->setFixedWidth(kPromptWidth);
    prompts->setAlignment(Qt::AlignTop);
    prompts->setFont(scaledFont(prompts, type::secondary));
    setLook(prompts, "tone", u"secondary"_s);
    QStringList lines;
    for (const QString &prompt : messagePrompts(part))
        lines << u"・"_s + prompt;
    setParagraph(prompts, tr("よく聞かれること\n%1").arg(lines.join(u'\n')));
    row->addWidget(prompts, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

void MessageEditor::showMessage(const Registry &registry, const IssueMessage *message, const About &about,
                                bool writable)
{
    m_registry = &registry;
    m_prompt->setVisible(message == nullptr);
    m_fields->setVisible(message != nullptr);
    if (message == nullptr)
        return m_form.leave();
    const IssueMessage shown = *message; // saving what was typed may read the list anew
    m_form.show(shown, writable);
    m_card = shown.card;
    m_board = shown.board;
    m_cardLink->setText(tr("カード「%1」").arg(shortened(about.cardTitle, 24)));
    m_boardLink->setText(tr("模造紙「%1」").arg(shortened(about.boardName, 14)));
    m_cardLink->setVisible(m_card != 0);
    m_boardLink->setVisible(m_board != 0);
    m_noSource->setVisible(m_card == 0 && m_board == 0);
    m_news->compare(shown.view, about.chain, writable);
}

void MessageEditor::focusTitle()
{
    m_title->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace tane
