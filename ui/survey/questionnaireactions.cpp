// What the page does to whole questionnaires: new ones, files, forms, and which one a workshop asks.
#include "survey/questionnairepage.h"

#include "base/atomicfile.h"
#include "exchange/formworkbook.h"
#include "participants/questionnaireforms.h"
#include "printing/previewdialog.h"
#include "programme/cycle.h"
#include "survey/followup.h"
#include "survey/questionnairechanges.h"
#include "survey/questionnaireparts.h"
#include "survey/questionnairepreview.h"
#include "survey/roles.h"
#include "survey/surveyrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

void QuestionnairePage::add(const Questionnaire &questionnaire, const QString &label)
{
    const auto id = QuestionnaireLibrary(document()).add(questionnaire, label);
    if (!report(id))
        return;
    choose(*id);
}

void QuestionnairePage::addEmpty()
{
    add(emptyQuestionnaire(tr("新しい調査票")), tr("調査票の作成"));
}

void QuestionnairePage::addCopy()
{
    Questionnaire copy = m_shown;
    copy.title = tr("%1の写し").arg(m_shown.title);
    add(copy, tr("調査票の写しの作成"));
}

void QuestionnairePage::addVersion()
{
    const auto id = QuestionnaireLibrary(document()).addVersion(m_id, tr("調査票の新しい版の作成"));
    if (report(id))
        choose(*id);
}

// The lines of 行動目標（研修後）, word for word, each asked of its target group.
void QuestionnairePage::addFollowUpItems()
{
    const auto cycle = CycleRepository(document()).load(programme());
    if (!report(cycle))
        return;
    int added = 0;
    const Result<> changed = change(tr("2～3か月後の設問の作成"), [&](Questionnaire &questionnaire) {
        QString officers;
        for (const TargetGroup &group : cycle->targetGroups)
            if (officers.isEmpty() && roleKindOf(group.name) == RoleKind::Officer)
                officers = group.name;
        for (const TargetGroup &group : cycle->targetGroups) {
            QStringList actions;
            for (const PlanLine &line : cycle->planLines)
                if (line.targetGroup == group.id && line.field == PlanField::Action)
                    actions << line.text;
            added += addFollowUp(questionnaire, actions, group.name);
            if (!officers.isEmpty() && roleKindOf(group.name) == RoleKind::Coordinator)
                added += addFollowUpViews(questionnaire, actions, group.name, officers);
        }
    });
    if (report(changed))
        Q_EMIT notice({Notice::Kind::Info,
                       added > 0 ? tr("行動目標から、2～3か月後に聞く設問を%1件作りました。").arg(added)
                                 : tr("企画に、まだ設問にしていない行動目標（研修後）はありません。")});
}

void QuestionnairePage::importFile()
{
    const QString path =
        context().dialogs.openFile(this, tr("調査票のファイルを選ぶ"), tr("調査票の定義 (*.json)"));
    if (path.isEmpty())
        return;
    const Result<Questionnaire> own = loadQuestionnaire(path);
    if (report(own))
        add(*own, tr("調査票の読み込み"));
}

void QuestionnairePage::exportFile()
{
    const QString path = context().dialogs.saveFile(this, tr("調査票の定義を書き出す"),
                                                    m_shown.id + u".json"_s, tr("調査票の定義 (*.json)"));
    if (!path.isEmpty() && report(writeFileAtomically(path, questionnaireToJson(m_shown))))
        Q_EMIT notice({Notice::Kind::Info, tr("調査票の定義を書き出しました。")});
}

void QuestionnairePage::removeShown()
{
    if (m_id != 0)
        report(QuestionnaireLibrary(document()).remove(m_id));
}

// What can no longer be compared is said before the workshop goes over to another questionnaire.
void QuestionnairePage::assign()
{
    SurveyRepository survey(document());
    const auto imports = survey.imports(workshop());
    if (!report(imports))
        return;
    if (!imports->empty() && m_assigned != 0) {
        const auto former = survey.questionnaire(m_assigned);
        if (!report(former))
            return;
        QStringList broken;
        for (const QuestionnaireChange &change : questionnaireChanges(*former, m_shown))
            if (change.breaks())
                broken << changeText(change);
        constexpr qsizetype most = 12;
        if (broken.size() > most)
            broken = broken.first(most) << tr("ほか%1件").arg(broken.size() - most);
        const QString question =
            broken.isEmpty()
                ? tr("この研修会には回答があります。調査票を変えても、これまでの回答はすべて比べられます。")
                : tr("この研修会には回答があります。調査票を変えると、次のものは比べられなくなります。\n\n%"
                     "1\n\n回答は"
                     "残り、元の調査票に戻せば、また比べられます。")
                      .arg(broken.join(u'\n'));
        if (!context().dialogs.confirm(this, question, tr("この調査票を使う")))
            return;
    }
    const Questionnaire chosen = m_shown;
    const Result<> assigned = document().perform(tr("調査票の選択"), [&](Database &) -> Result<> {
        qint64 id = m_id;
        if (id == 0) {
            TANE_TRY(id, survey.addQuestionnaire(chosen));
        }
        m_id = id;
        m_builtIn.clear();
        return QuestionnaireLibrary(document()).assign(workshop(), id);
    });
    if (report(assigned))
        Q_EMIT notice(
            {Notice::Kind::Info, tr("この研修会のアンケートを「%1」にしました。").arg(chosen.title)});
}

void QuestionnairePage::printForm()
{
    if (!m_preview->sheet())
        return showError({ErrorCode::NothingUnderstood,
                          tr("この時期に聞く設問はありません。右上で時期を選んでください。"),
                          {},
                          {},
                          {},
                          {}});
    const FormSheet shown = *m_preview->sheet();
    const FormSource source = [shown](FormSheet::Paper paper) -> Result<FormSheet> {
        FormSheet sheet = shown;
        sheet.paper = paper;
        return sheet;
    };
    auto *dialog = new PreviewDialog(source, shown, questionnaireparts::formTitle(m_preview->wave()),
                                     context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void QuestionnairePage::saveBlank()
{
    const Wave wave = m_preview->wave();
    const QString path =
        context().dialogs.saveFile(this, tr("白紙の回答用紙を書き出す"),
                                   questionnaireparts::formTitle(wave) + u".xlsx"_s, tr("Excel (*.xlsx)"));
    if (path.isEmpty())
        return;
    const auto forms = questionnaireFormContext(document(), workshop(), m_shown);
    if (!report(forms))
        return;
    const QString role = m_preview->role();
    const FormPerson somebody{{}, {}, role, {}, {}};
    const FormSheet sheet = makeQuestionnaireForm(*forms, wave, role.isEmpty() ? nullptr : &somebody);
    if (report(writeFormXlsx(path, sheet)))
        Q_EMIT notice({Notice::Kind::Info, tr("白紙の回答用紙を書き出しました。")});
}

void QuestionnairePage::saveEach(bool withNames)
{
    if (m_id == 0 || m_id != m_assigned)
        return showError(
            {ErrorCode::Usage,
             tr("参加者ごとの回答用紙は、この研修会で使っている調査票から作れます。先に「この研修会で使う"
                "」を押してください。"),
             {},
             {},
             {},
             {}});
    const auto everybody = participantsOf(document(), workshop());
    if (!report(everybody))
        return;
    std::vector<qint64> ids;
    for (const Participant &participant : *everybody)
        if (participant.part == Participant::Part::Learner &&
            participant.state != Participant::State::Declined &&
            participant.state != Participant::State::Cancelled)
            ids.push_back(participant.id);
    if (ids.empty())
        return showError({ErrorCode::NothingUnderstood,
                          tr("この研修会には、まだ受講する方がいません。先に申込みを取り込んでください。"),
                          {},
                          {},
                          {},
                          {}});
    const QString folder = context().dialogs.openFolder(this, tr("回答用紙を入れるフォルダーを選ぶ"));
    if (folder.isEmpty())
        return;
    const auto written =
        writeQuestionnaireForms(document(), workshop(), m_preview->wave(), folder, ids, withNames);
    if (report(written))
        Q_EMIT notice({Notice::Kind::Info, tr("回答用紙を%1名分書き出しました。").arg(*written)});
}

} // namespace tane
