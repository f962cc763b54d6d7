#include "issues/chainpanel.h"

#include "issues/chaintext.h"
#include "programme/steppage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMostNotes = 8; ///< shown below the heading

} // namespace

ChainPanel::ChainPanel(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_form(document, tr("深掘り"), [this](const Result<> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, metrics::s, 0);
    column->setSpacing(metrics::s);
    m_title = new QLabel(this);
    m_title->setObjectName(u"chainTitle"_s);
    m_title->setWordWrap(true);
    m_title->setFont(scaledFont(this, type::cardTitle, true));
    column->addWidget(m_title);
    m_notes = secondaryLabel({}, this);
    m_notes->setWordWrap(true);
    column->addWidget(m_notes);
    m_prompt = new QLabel(this);
    m_prompt->setWordWrap(true);
    column->addWidget(m_prompt);
    m_begin = new QPushButton(tr("この見出しを深掘りする"), this);
    m_begin->setObjectName(u"beginChain"_s);
    m_card = new QPushButton(tr("そのまま課題カードにする"), this);
    m_card->setObjectName(u"clusterCard"_s);
    column->addWidget(m_begin);
    column->addWidget(m_card);
    m_list = new QWidget(this);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, metrics::s, 0, 0);
    list->setSpacing(metrics::xs);
    column->addWidget(m_list);
    m_steps = new QWidget(this);
    auto *steps = new QVBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(metrics::xs);
    makeSteps(steps);
    column->addWidget(m_steps);
    column->addStretch(1);
    connect(m_begin, &QPushButton::clicked, this, [this] { Q_EMIT beginRequested(m_cluster); });
    connect(m_card, &QPushButton::clicked, this, [this] { Q_EMIT cardRequested(m_cluster); });
}

void ChainPanel::step(QVBoxLayout *column, const QString &title, const QString &hint,
                      QString IssueChain::*member, int lines)
{
    auto *label = new QLabel(title, m_steps);
    label->setFont(scaledFont(this, type::body, true));
    SavedText *field = m_form.text(m_steps, title, member, lines);
    field->setPlaceholder(hint);
    label->setBuddy(field->edit());
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(metrics::xs);
    if (m_first == nullptr)
        m_first = field;
}

void ChainPanel::makeSteps(QVBoxLayout *column)
{
    const auto title = [](ChainPart part) {
        return tr("%1　%2").arg(static_cast<int>(part) + 1).arg(chainPartTitle(part));
    };
    step(column, title(ChainPart::What), tr("だれが、いつ、どんなふうに困っているか"), &IssueChain::what, 2);
    step(column, title(ChainPart::Why), tr("思いつく原因を、1行に一つ"), &IssueChain::why, 3);
    step(column, title(ChainPart::MainCause), tr("2の中で、いちばん効いているもの"), &IssueChain::mainCause,
         1);
    step(column, title(ChainPart::Measures), tr("できるかどうかは後で。1行に一つ"), &IssueChain::measures, 3);
    step(column, title(ChainPart::Best), tr("4の中から、地域で取り組めるもの"), &IssueChain::best, 1);
    m_makeSeed = new QPushButton(tr("地域課題のタネにする"), m_steps);
    m_makeSeed->setObjectName(u"makeSeed"_s);
    makePrimary(m_makeSeed);
    m_done = new QLabel(tr("✓ 地域課題のタネになりました"), m_steps);
    setLook(m_done, "tone", u"accent"_s);
    m_openSeed = new QPushButton(tr("タネのカードを開く"), m_steps);
    m_openSeed->setObjectName(u"openSeed"_s);
    m_scenario = new QPushButton(tr("課題解決シナリオへ"), m_steps);
    m_scenario->setObjectName(u"toScenario"_s);
    m_message = new QPushButton(tr("市町村への伝達メモ"), m_steps);
    m_message->setObjectName(u"toMessage"_s);
    m_remove = new QPushButton(tr("この深掘りを消す"), m_steps);
    m_remove->setObjectName(u"removeChain"_s);
    makePlain(m_remove);
    for (QWidget *each : {static_cast<QWidget *>(m_makeSeed), static_cast<QWidget *>(m_done),
                          static_cast<QWidget *>(m_openSeed), static_cast<QWidget *>(m_scenario),
                          static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_remove)})
        column->addWidget(each);
    connect(m_makeSeed, &QPushButton::clicked, this, [this] {
        const qint64 id = chain();
        if (SavedField::commitAll(this))
            Q_EMIT seedRequested(id);
    });
    connect(m_openSeed, &QPushButton::clicked, this, [this] { Q_EMIT openCardRequested(m_seed); });
    connect(m_scenario, &QPushButton::clicked, this, [this] { Q_EMIT scenarioRequested(m_seed); });
    connect(m_message, &QPushButton::clicked, this, [this] { Q_EMIT messageRequested(m_seed); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(chain()); });
}

void ChainPanel::setContent(const BoardContent &content, qint64 cluster, bool writable)
{
    // The chain shown stays while nothing else is chosen.
    const auto shown = std::ranges::find(content.chains, chain(), &IssueChain::id);
    if (cluster == 0 && shown != content.chains.end())
        return showForm(content, *shown, writable);
    m_cluster = content.cluster(cluster) ? cluster : 0;
    const auto own = std::ranges::find(content.chains, m_cluster, &IssueChain::cluster);
    if (m_cluster != 0 && own != content.chains.end())
        return showForm(content, *own, writable);
    m_form.leave();
    m_steps->hide();
    const NoteCluster *found = content.cluster(m_cluster);
    m_title->setText(found ? found->heading : tr("深掘り"));
    QStringList notes;
    if (found)
        for (const StickyNote *note : content.notesOf(found->id))
            notes << u"・"_s + note->text;
    setParagraph(m_notes, notes.mid(0, kMostNotes).join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    setParagraph(m_prompt,
                 found ? tr("困りごとを「何が」「なぜ」「どうする」の順に掘り下げ、地域課題のタネにします。")
                       : tr("見出しを選ぶと、困りごとから地域課題のタネまでを、順に書き出せます。"
                            "見出しは、付箋を選んで Ctrl+G で付けられます。"));
    m_prompt->show();
    m_begin->setVisible(found != nullptr);
    m_card->setVisible(found != nullptr);
    m_begin->setEnabled(writable);
    m_card->setEnabled(writable);
    showList(content);
}

/// The chains there are, while none of them is shown.
void ChainPanel::showList(const BoardContent &content)
{
    const QList<QWidget *> old = m_list->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *each : old)
        each->deleteLater();
    m_list->setVisible(!content.chains.empty() && m_cluster == 0);
    if (m_cluster != 0)
        return;
    auto *label = secondaryLabel(tr("この模造紙の深掘り"), m_list);
    m_list->layout()->addWidget(label);
    for (const IssueChain &chain : content.chains) {
        const NoteCluster *of = content.cluster(chain.cluster);
        const QString name = of ? of->heading : chain.what.section(u'\n', 0, 0);
        auto *button =
            new QPushButton(name.isEmpty() ? tr("（まだ書いていません）") : shortened(name, 24), m_list);
        button->setToolTip(name);
        makePlain(button);
        static_cast<QVBoxLayout *>(m_list->layout())->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, id = chain.id] { Q_EMIT chainChosen(id); });
    }
}

bool ChainPanel::showChain(const BoardContent &content, qint64 id, bool writable)
{
    const auto found = std::ranges::find(content.chains, id, &IssueChain::id);
    if (found == content.chains.end())
        return false;
    showForm(content, *found, writable);
    return true;
}

void ChainPanel::showForm(const BoardContent &content, const IssueChain &chain, bool writable)
{
    const NoteCluster *of = content.cluster(chain.cluster);
    m_cluster = of ? of->id : 0;
    m_seed = chain.seed;
    m_title->setText(of ? of->heading : tr("深掘り"));
    QStringList notes;
    if (of)
        for (const StickyNote *note : content.notesOf(of->id))
            notes << u"・"_s + note->text;
    if (notes.size() > kMostNotes)
        notes = notes.mid(0, kMostNotes) << tr("　ほか%1枚").arg(notes.size() - kMostNotes);
    setParagraph(m_notes, notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    for (QWidget *each : {static_cast<QWidget *>(m_prompt), static_cast<QWidget *>(m_begin),
                          static_cast<QWidget *>(m_card), m_list})
        each->hide();
    const bool seeded = chain.seed != 0;
    const bool goOn =
        seeded && m_makeSeed->hasFocus(); // a button that goes hands the focus to what comes next
    m_makeSeed->setVisible(!seeded);
    m_makeSeed->setEnabled(writable);
    for (QWidget *each : {static_cast<QWidget *>(m_done), static_cast<QWidget *>(m_openSeed),
                          static_cast<QWidget *>(m_scenario), static_cast<QWidget *>(m_message)})
        each->setVisible(seeded);
    m_remove->setEnabled(writable);
    m_form.show(chain, writable);
    m_steps->show();
    if (goOn)
        m_openSeed->setFocus(Qt::OtherFocusReason);
}

void ChainPanel::begin()
{
    m_first->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace tane
