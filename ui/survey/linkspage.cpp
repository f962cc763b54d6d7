#include "survey/linkspage.h"

#include "shell/widgets.h"
#include "survey/changedrolescard.h"
#include "survey/linkedcard.h"
#include "survey/peoplemodel.h"
#include "survey/twicecard.h"
#include "survey/unlinkedcard.h"
#include "survey/waitingcard.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// The number of the badge, and what it is made of: each part is what one of the cards says.
QString openText(const Linking &linking)
{
    const int waiting = linking.countOf(LinkState::Waiting);
    const int twice = linking.undecidedTwice();
    const QString total = LinksPage::tr("確認待ち %1件").arg(linking.openQuestions());
    if (waiting == 0 || twice == 0)
        return total;
    return total + LinksPage::tr("（同じ方か %1件・2回の回答 %2件）").arg(waiting).arg(twice);
}

} // namespace

LinksPage::LinksPage(PageContext &pageContext, QWidget *parent)
    : SurveyPage(tr("前後の結びつけ"), pageContext, parent)
{
    m_empty = new EmptyState(tr("結びつける回答が、まだそろっていません"),
                             tr("研修前と研修後の回答を取り込むと、受付番号・メール・氏名と所属を手がかりに、"
                                "同じ方の回答を結びつけます。"),
                             tr("回答を取り込む"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_done = new NoticeBar(m_content);
    m_done->show({Notice::Kind::Info, tr("確かめていただくものはありません。")}, false);
    m_waiting = new WaitingCard(m_content);
    m_twice = new TwiceCard(m_content);
    m_roles = new ChangedRolesCard(m_content);
    m_unlinked = new UnlinkedCard(m_content);
    m_linked = new LinkedCard(pageContext.settings, m_content);
    column->addWidget(m_done);
    column->addWidget(m_waiting);
    column->addWidget(m_twice);
    column->addWidget(m_roles);
    column->addWidget(m_unlinked);
    column->addWidget(m_linked);
    column->addStretch(1);
    body()->addWidget(m_content, 1);

    connect(m_waiting, &WaitingCard::decided, this, &LinksPage::decide);
    connect(m_twice, &TwiceCard::chosen, this, &LinksPage::chooseAnswer);
    connect(m_twice, &TwiceCard::ruleChosen, this, [this](LinkOptions::Twice rule) {
        after(SurveyRepository(context().document).setTwiceRule(context().workshop, rule), {});
    });
    connect(m_roles, &ChangedRolesCard::chosen, this, [this](qint64 response, const QString &role) {
        after(decideRole(context().document, response, role), {});
    });
    connect(m_unlinked, &UnlinkedCard::joined, this, &LinksPage::join);
    connect(m_linked, &LinkedCard::undoDecision, this, &LinksPage::undoDecision);
    connect(m_linked, &LinkedCard::separate, this, [this](const Link &link) {
        after(SurveyRepository(context().document)
                  .saveDecision(context().workshop, decisionOf(link.before, link.after, false),
                                tr("別の方として切り離す")),
              tr("別の方として切り離しました。"));
    });
}

void LinksPage::refresh()
{
    if (!load(GroupBy::Role))
        return;
    const bool ready = state() && !state()->before.isEmpty() && !state()->after.isEmpty();
    m_empty->setVisible(!ready);
    m_content->setVisible(ready);
    m_open = ready ? state()->linking.openQuestions() : 0;
    Q_EMIT badgeChanged();
    if (!ready)
        return header()->setContext({});
    const Linking &linking = state()->linking;
    QStringList parts;
    for (const LinkMethod method : {LinkMethod::Number, LinkMethod::Email, LinkMethod::NameAffiliation,
                                    LinkMethod::FoldedName, LinkMethod::Manual}) {
        const auto count =
            std::count_if(linking.links.begin(), linking.links.end(),
                          [method](const Link &link) { return link.method == method && link.counts(); });
        if (count > 0)
            parts += tr("%1 %2").arg(linkMethodName(method)).arg(count);
    }
    const QString pairs = tr("対%1名（%2）").arg(linking.pairs()).arg(parts.join(u"・"_s));
    header()->setContext(m_open > 0 ? openText(linking) + tr("　") + pairs : pairs);
    showCards();
}

// The page must not jump: a button that vanishes with the focus hands it on to the next widget of the window,
// and the page would scroll there. So the focus is taken off before, and put where the work goes on after.
// (This runs inside the decision already, when the document says that it changed.)
void LinksPage::showCards()
{
    const bool waiting = m_waiting->isAncestorOf(focusWidget());
    const bool twice = m_twice->isDeciding();
    QScrollBar *bar = scrollArea()->verticalScrollBar();
    const int scrolled = bar->value();
    if (waiting || twice)
        setFocus();
    const bool editable = !context().document.isReadOnly();
    m_done->setVisible(m_open == 0);
    m_waiting->show(&*state(), editable);
    m_twice->show(&*state(), editable);
    if (const auto roles = changedRoles(context().document, *state()); report(roles))
        m_roles->show(*roles, editable);
    m_unlinked->show(&*state(), editable);
    m_linked->show(&*state(), editable);
    if (waiting || twice)
        focusNext(twice);
    m_content->layout()->activate();
    body()->activate();
    bar->setValue(scrolled);
}

QString LinksPage::badge() const
{
    return m_open > 0 ? tr("%1件").arg(m_open) : QString();
}

LinkDecision LinksPage::decisionOf(int before, int after, bool accept) const
{
    return {responseKey(state()->before, before), responseKey(state()->after, after), accept};
}

// The page is brought up to date at once, so that the keyboard can go on with the next one.
void LinksPage::after(const Result<> &result, const QString &done)
{
    if (!report(result))
        return;
    refresh();
    if (!done.isEmpty())
        Q_EMIT notice({Notice::Kind::Info, done});
}

/// The next decision of the same kind, then of the other kind, then what is left to look at.
void LinksPage::focusNext(bool fromTwice)
{
    const bool twiceOpen = state()->linking.undecidedTwice() > 0;
    if (m_waiting->isVisible() && !(fromTwice && twiceOpen))
        return m_waiting->takeFocus();
    if (m_twice->isVisible() && (fromTwice || twiceOpen))
        return m_twice->takeFocus();
    if (m_unlinked->isVisible())
        return m_unlinked->takeFocus();
    m_linked->takeFocus();
}

void LinksPage::decide(const Link &link, bool same)
{
    after(SurveyRepository(context().document)
              .saveDecision(context().workshop, decisionOf(link.before, link.after, same),
                            same ? tr("同じ方とする") : tr("別の方とする")),
          {});
}

void LinksPage::chooseAnswer(const AnsweredTwice &twice, int person)
{
    const bool before = twice.wave == Wave::Before;
    const QString key = responseKey(before ? state()->before : state()->after, person);
    after(SurveyRepository(context().document)
              .saveDecision(context().workshop, {before ? key : QString(), before ? QString() : key, true},
                            tr("使う回答の選択")),
          {}); // the card says it
}

void LinksPage::join(int beforePerson, int afterPerson)
{
    const QString name = personLabel(state()->before, beforePerson);
    after(SurveyRepository(context().document)
              .saveDecision(context().workshop, decisionOf(beforePerson, afterPerson, true),
                            tr("手で結びつける")),
          tr("「%1」の前後の回答を結びつけました。").arg(name));
}

void LinksPage::undoDecision(const Link &link)
{
    after(SurveyRepository(context().document)
              .removeDecision(context().workshop, decisionOf(link.before, link.after, true),
                              tr("決定の取り消し")),
          tr("決定を取り消しました。"));
}

} // namespace tane
