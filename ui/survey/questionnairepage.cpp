#include "survey/questionnairepage.h"

#include "participants/questionnaireforms.h"
#include "shell/columnscroll.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/icons.h"
#include "shell/widgets.h"
#include "survey/questionnairechanges.h"
#include "survey/questionnairedetails.h"
#include "survey/questionnairelist.h"
#include "survey/questionnairepreview.h"
#include "survey/questionnairetree.h"
#include "survey/surveyrepository.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kListWidth = 208, kLeastHeight = 112, kChangesHeight = 74;

} // namespace

QuestionnairePage::QuestionnairePage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("アンケートの編集"), About::Workshop, pageContext, parent)
{
    makeHeader();
    m_state = new NoticeBar(this);
    m_state->setObjectName(u"questionnaireState"_s);
    m_state->hide();
    connect(m_state, &NoticeBar::actionTriggered, this,
            [this] { m_stored && m_stored->responses > 0 ? addVersion() : addCopy(); });
    top()->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    row->addWidget(makeList());
    row->addWidget(makeEditor(), 11);
    m_preview = new QuestionnairePreview(this);
    row->addWidget(m_preview, 9);
    body()->addLayout(row, 1);
}

void QuestionnairePage::makeHeader()
{
    m_new = new QPushButton(tr("新しく作る"), this);
    m_new->setObjectName(u"newQuestionnaire"_s);
    auto *kinds = new QMenu(m_new);
    kinds->addAction(tr("空の調査票"), this, &QuestionnairePage::addEmpty)->setObjectName(u"addEmpty"_s);
    kinds->addAction(tr("選んだ調査票の写し"), this, &QuestionnairePage::addCopy)
        ->setObjectName(u"addCopy"_s);
    kinds->addAction(tr("ファイルから（JSON）…"), this, &QuestionnairePage::importFile)
        ->setObjectName(u"importQuestionnaire"_s);
    m_new->setMenu(kinds);
    m_output = new QPushButton(tr("用紙・ファイル"), this);
    m_output->setObjectName(u"questionnaireOutput"_s);
    auto *menu = new QMenu(m_output);
    const auto form = [&](const QString &text, const QString &name, auto action) {
        QAction *added = menu->addAction(text, this, action);
        added->setObjectName(name);
        m_formActions << added;
    };
    form(tr("紙の用紙を印刷・PDF…"), u"printForm"_s, [this] { printForm(); });
    form(tr("白紙の回答用紙（Excel）…"), u"saveBlank"_s, [this] { saveBlank(); });
    form(tr("参加者ごとの回答用紙（Excel）…"), u"saveEach"_s, [this] { saveEach(false); });
    form(tr("参加者ごとの回答用紙（ファイル名に氏名も入れる）…"), u"saveEachNamed"_s,
         [this] { saveEach(true); });
    menu->addSeparator();
    m_followUpAction =
        menu->addAction(tr("行動目標から2～3か月後の設問を作る"), this, &QuestionnairePage::addFollowUpItems);
    m_followUpAction->setObjectName(u"addFollowUp"_s);
    menu->addAction(tr("調査票の定義を書き出す（JSON）…"), this, &QuestionnairePage::exportFile)
        ->setObjectName(u"exportQuestionnaire"_s);
    m_removeAction = menu->addAction(tr("この調査票を削除"), this, &QuestionnairePage::removeShown);
    m_removeAction->setObjectName(u"removeQuestionnaire"_s);
    m_output->setMenu(menu);
    m_assign = new QPushButton(tr("この研修会で使う"), this);
    m_assign->setObjectName(u"assignQuestionnaire"_s);
    makePrimary(m_assign);
    connect(m_assign, &QPushButton::clicked, this, &QuestionnairePage::assign);
    for (QPushButton *button : {m_new, m_output, m_assign})
        addHeaderAction(button);
}

QWidget *QuestionnairePage::makeList()
{
    auto *card = new Card(tr("調査票"), this);
    card->setFixedWidth(kListWidth);
    m_list = new QuestionnaireList(card);
    card->body()->addWidget(m_list, 1);
    connect(m_list, &QuestionnaireList::chosen, this, &QuestionnairePage::choose);
    return card;
}

QWidget *QuestionnairePage::makeEditor()
{
    auto *card = new Card({}, this);
    auto *column = card->body();
    m_title = new SavedLine(
        tr("調査票の名前"),
        [this](const QString &text) {
            return change(tr("調査票の名前の変更"), [&](Questionnaire &q) { q.title = text; });
        },
        card);
    m_title->setObjectName(u"questionnaireTitle"_s);
    m_title->setSavesWhileTyping(false);
    m_lead = new SavedText(
        tr("はじめの文"),
        [this](const QString &text) {
            return change(tr("はじめの文の変更"), [&](Questionnaire &q) { q.lead = text; });
        },
        card);
    m_lead->setObjectName(u"questionnaireLead"_s);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    m_tree = new QuestionnaireTree(card);
    m_tree->setMinimumHeight(kLeastHeight);
    column->addWidget(m_tree, 5);
    makeItemButtons(column);
    m_details = new QuestionnaireDetails(
        [this](const QString &label, const auto &work) { return change(label, work); });
    auto *scroll = new ColumnScroll(card);
    scroll->setMinimumHeight(kLeastHeight);
    scroll->setContent(m_details);
    column->addWidget(scroll, 6);
    m_changes = new Card(tr("これまでの回答との関係"), card);
    m_changes->setObjectName(u"questionnaireChanges"_s);
    m_changeList = new QLabel(m_changes);
    m_changeList->setObjectName(u"changeList"_s);
    m_changeList->setWordWrap(true);
    m_changeList->setAlignment(Qt::AlignTop);
    m_changeArea = new QScrollArea(m_changes);
    m_changeArea->setWidgetResizable(true);
    m_changeArea->setFrameShape(QFrame::NoFrame);
    m_changeArea->viewport()->setAutoFillBackground(false);
    m_changeArea->setAccessibleName(tr("これまでの回答との関係"));
    m_changeArea->setWidget(m_changeList);
    m_changeList->setAutoFillBackground(false);
    m_changes->body()->addWidget(m_changeArea);
    column->addWidget(m_changes);
    connect(m_tree, &QuestionnaireTree::chosenChanged, this, &QuestionnairePage::choosePlace);
    connect(m_tree, &QTreeWidget::itemActivated, m_details, &QuestionnaireDetails::focusText);
    connect(m_details, &QuestionnaireDetails::failed, this, &QuestionnairePage::showError);
    connect(m_details, &QuestionnaireDetails::succeeded, this, &QuestionnairePage::clearError);
    return card;
}

void QuestionnairePage::makeItemButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto button = [&](const QString &text, const QString &name, auto action) {
        auto *added = new QPushButton(text, this);
        added->setObjectName(name);
        row->addWidget(added);
        m_itemButtons << added;
        connect(added, &QPushButton::clicked, this, action);
        return added;
    };
    const auto addItemHere = [this] {
        changePlace(tr("設問の追加"), [this](Questionnaire &q) { return addItem(q, m_place, former()); });
        m_details->focusText();
    };
    const auto addSetHere = [this] {
        changePlace(tr("組の追加"), [this](Questionnaire &q) { return addSet(q, m_place, former()); });
        m_details->focusText();
    };
    const auto removeHere = [this] {
        changePlace(m_place.isItem() ? tr("設問の削除") : tr("組の削除"),
                    [this](Questionnaire &q) { return removeAt(q, m_place); });
        m_tree->setFocus();
    };
    const auto move = [this](int by) {
        changePlace(m_place.isItem() ? tr("設問の移動") : tr("組の移動"),
                    [this, by](Questionnaire &q) { return moveBy(q, m_place, by); });
    };
    button(tr("設問を加える"), u"addItem"_s, addItemHere);
    button(tr("組を加える"), u"addSet"_s, addSetHere);
    row->addStretch(1);
    const auto renumber = [this] {
        changePlace(tr("設問の番号の振り直し"), [this](Questionnaire &q) {
            renumberItems(q);
            return m_place;
        });
        m_tree->setFocus();
    };
    m_renumber = button(tr("番号を直す"), u"renumberItems"_s, renumber);
    m_renumber->setToolTip(tr("設問の番号を、いまの順に振り直します。"));
    button(tr("↑"), u"itemUp"_s, [move] { move(-1); })->setAccessibleName(tr("上へ"));
    button(tr("↓"), u"itemDown"_s, [move] { move(1); })->setAccessibleName(tr("下へ"));
    button(tr("削除"), u"removeItem"_s, removeHere);
    for (QPushButton *each : std::as_const(m_itemButtons))
        makePlain(each);
    column->addLayout(row);
    connect(m_tree, &QuestionnaireTree::addRequested, this, addItemHere);
    connect(m_tree, &QuestionnaireTree::removeRequested, this, removeHere);
    connect(m_tree, &QuestionnaireTree::moveRequested, this, move);
    connect(m_tree, &QuestionnaireTree::arranged, this, [this](const auto &codes) {
        bool fits = true;
        const QString chosen = m_place.isItem() ? itemAt(m_shown, m_place)->code : QString();
        changePlace(tr("設問の移動"), [&](Questionnaire &q) {
            fits = arrange(q, codes);
            return chosen.isEmpty() ? m_place : placeOf(q, chosen);
        });
        if (!fits) // an item dropped outside every set: back to what it was
            m_tree->showQuestionnaire(m_shown, m_place, m_editable);
    });
}

// ---- showing ----

void QuestionnairePage::fill()
{
    QuestionnaireLibrary library(document());
    auto all = library.all();
    if (!report(all))
        return;
    m_all = std::move(*all);
    const auto held = WorkshopRepository(document()).load(workshop());
    m_assigned = held ? held->questionnaire : 0;
    const bool gone = m_id != 0 && std::ranges::find(m_all, m_id, &StoredQuestionnaire::id) == m_all.end();
    if (gone || (m_id == 0 && m_builtIn.isEmpty())) {
        m_id = m_assigned;
        m_builtIn = m_id == 0 ? builtInQuestionnaires().value(0) : QString();
        m_place = {};
    }
    // A built-in one that a workshop asks already is in the file.
    const auto kept = std::ranges::find_if(m_all, [this](const StoredQuestionnaire &each) {
        return m_id == 0 && each.builtIn && each.code == m_builtIn;
    });
    if (kept != m_all.end()) {
        m_id = kept->id;
        m_builtIn.clear();
    }
    m_list->show(m_all, m_assigned, m_id, m_builtIn);
    showChosen();
}

void QuestionnairePage::showChosen()
{
    m_stored.reset();
    m_former.reset();
    SurveyRepository survey(document());
    auto loaded = m_id != 0 ? survey.questionnaire(m_id) : loadQuestionnaire(m_builtIn);
    if (!report(loaded))
        return;
    m_shown = std::move(*loaded);
    if (const auto found = std::ranges::find(m_all, m_id, &StoredQuestionnaire::id); found != m_all.end())
        m_stored = *found;
    m_editable = isWritable() && m_stored && m_stored->isEditable();
    if (m_stored && m_stored->replaces != 0)
        if (auto former = survey.questionnaire(m_stored->replaces))
            m_former = std::move(*former);
    if (m_place.isItem() && !itemAt(m_shown, m_place))
        m_place = {};
    if (m_place.set < 0 || m_place.set >= static_cast<int>(m_shown.sets.size()))
        m_place = {0, m_shown.sets.empty() ? -1 : 0};
    m_title->setValue(m_shown.title);
    m_lead->setValue(m_shown.lead);
    m_title->setReadOnly(!m_editable);
    m_lead->setReadOnly(!m_editable);
    m_lead->setPlaceholder(m_editable ? tr("はじめの文（お願いや、回答の使い道など）") : QString());
    m_lead->setVisible(m_editable || !m_shown.lead.isEmpty());
    m_tree->showQuestionnaire(m_shown, m_place, m_editable);
    for (QPushButton *button : std::as_const(m_itemButtons))
        button->setVisible(m_editable);
    // Numbers that were answered mean something: they stay in a new version.
    Questionnaire inOrder = m_shown;
    m_renumber->setVisible(m_editable && !m_former && renumberItems(inOrder) > 0);
    if (const auto forms = questionnaireFormContext(document(), workshop(), m_shown); report(forms)) {
        m_details->show(m_shown, m_place, forms->roles, m_editable);
        m_preview->show(*forms);
    }
    showState();
    showChanges();
}

/// Why it cannot be changed, with the way to what can.
void QuestionnairePage::showState()
{
    const bool writable = isWritable();
    const bool isAssigned = m_id != 0 && m_id == m_assigned;
    m_assign->setEnabled(writable && !isAssigned);
    m_assign->setText(isAssigned ? tr("この研修会で使用中") : tr("この研修会で使う"));
    m_new->setEnabled(writable);
    m_followUpAction->setEnabled(m_editable);
    m_removeAction->setEnabled(m_editable && m_stored->workshops.empty());
    m_state->hide();
    if (m_editable || !writable)
        return;
    if (m_stored && m_stored->responses > 0) {
        m_state->show(
            {Notice::Kind::Hint,
             tr("回答が%1件あるため、この版は変えられません。新しい版を作って変えると、集まった回答はその"
                "まま残ります。")
                 .arg(m_stored->responses)},
            false);
        m_state->setAction(tr("新しい版を作る"));
    } else {
        m_state->show({Notice::Kind::Info, tr("組み込みの調査票です。変えるときは、写しを作ってください。")},
                      false);
        m_state->setAction(tr("写しを作る"));
    }
}

/// What can no longer be compared with the answers of the former version, before it is used.
void QuestionnairePage::showChanges()
{
    m_changes->setVisible(m_former.has_value());
    if (!m_former)
        return;
    std::vector<QuestionnaireChange> changes = questionnaireChanges(*m_former, m_shown);
    std::ranges::stable_partition(changes, &QuestionnaireChange::breaks);
    QString html;
    for (const QuestionnaireChange &change : changes) {
        const QString text = changeText(change).toHtmlEscaped();
        html += change.breaks() ? QString(u"<b>"_s + text + u"</b><br>"_s) : QString(text + u"<br>"_s);
    }
    // As high as a few lines, no higher than they are: the fields above need the room.
    const auto lines = static_cast<int>(std::max<std::size_t>(1, changes.size()));
    m_changeArea->setFixedHeight(
        std::min(kChangesHeight, lines * m_changeList->fontMetrics().lineSpacing() * 3 / 2 + metrics::xs));
    m_changeList->setText(html.isEmpty() ? paragraphHtml(tr("前の版と同じです。すべての設問を比べられます。"))
                                         : paragraphHtml(html.chopped(4)));
}

void QuestionnairePage::choose(qint64 id, const QString &builtIn)
{
    if (id == m_id && builtIn == m_builtIn)
        return;
    m_details->leave();
    m_title->commit();
    m_lead->commit();
    m_id = id;
    m_builtIn = builtIn;
    m_place = {};
    m_title->revert();
    m_lead->revert();
    showChosen();
    // The list is filled anew when something was saved on the way.
    m_list->show(m_all, m_assigned, m_id, m_builtIn);
}

void QuestionnairePage::choosePlace(ItemPlace place)
{
    m_place = place;
    m_details->show(m_shown, m_place, {}, m_editable);
}

bool QuestionnairePage::reveal(const QString &table, qint64 row)
{
    if (table != "questionnaire"_L1 || std::ranges::find(m_all, row, &StoredQuestionnaire::id) == m_all.end())
        return false;
    choose(row);
    return true;
}

// ---- changing ----

Result<> QuestionnairePage::change(const QString &label, const std::function<void(Questionnaire &)> &work)
{
    if (m_id == 0)
        return fail(ErrorCode::ReadOnly, tr("組み込みの調査票は変えられません。写しを作ってください。"));
    TANE_TRY(Questionnaire changed, SurveyRepository(document()).questionnaire(m_id));
    const Questionnaire before = changed;
    work(changed);
    TANE_CHECK(checkQuestionnaire(changed));
    if (m_former)
        keepFormerWordings(*m_former, changed);
    if (changed == before)
        return {};
    return QuestionnaireLibrary(document()).save(m_id, changed, label);
}

void QuestionnairePage::changePlace(const QString &label,
                                    const std::function<ItemPlace(Questionnaire &)> &work)
{
    if (!m_editable)
        return;
    m_details->leave();
    const ItemPlace before = m_place;
    const Result<> changed = change(label, [&](Questionnaire &questionnaire) {
        // Set at once: the page is filled while the change is stored.
        m_place = work(questionnaire);
    });
    if (!changed)
        m_place = before;
    report(changed);
}

} // namespace tane
