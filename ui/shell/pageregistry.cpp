#include "shell/pageregistry.h"

#include "grouping/groupspage.h"
#include "grouping/kitpage.h"
#include "issues/boardpage.h"
#include "issues/consultationspage.h"
#include "issues/controlsheetspage.h"
#include "issues/councilspage.h"
#include "issues/indicatorspage.h"
#include "issues/issuebadges.h"
#include "issues/logicmodelpage.h"
#include "issues/messagepage.h"
#include "issues/pipelinepage.h"
#include "issues/scenariopage.h"
#include "participants/chasingpage.h"
#include "participants/daypage.h"
#include "participants/homeworkpage.h"
#include "participants/letterspage.h"
#include "participants/participantspage.h"
#include "participants/participationpage.h"
#include "people/answerauthors.h"
#include "people/crosstablepage.h"
#include "people/ladderpage.h"
#include "people/municipalitypage.h"
#include "people/personpage.h"
#include "people/registerspage.h"
#include "people/supportspage.h"
#include "programme/checklistpage.h"
#include "programme/evaluationpage.h"
#include "programme/goalspage.h"
#include "programme/homepage.h"
#include "programme/planpage.h"
#include "programme/programmespage.h"
#include "programme/situationpage.h"
#include "programme/threadpage.h"
#include "programme/timetablepage.h"
#include "programme/workshoppage.h"
#include "report/handoverpage.h"
#include "report/reportpage.h"
#include "report/tablecheckpage.h"
#include "survey/answerspage.h"
#include "survey/freetextpage.h"
#include "survey/linkspage.h"
#include "survey/paperentrypage.h"
#include "survey/questionnairepage.h"
#include "survey/resultspage.h"
#include "survey/yearspage.h"

#include <QCoreApplication>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PageRegistry", text);
}

template<class P>
Page *make(PageContext &context, QWidget *parent)
{
    return new P(context, parent);
}

QString peopleBadge(Document &document)
{
    const Result<int> people = countPeople(document);
    return people && *people > 0 ? QString::number(*people) : QString();
}

} // namespace

std::vector<PageEntry> pageRegistry()
{
    const QString above;
    const QString situation = tr("1 実態");
    const QString goals = tr("2 目標");
    const QString plan = tr("3 企画");
    const QString run = tr("4 実行");
    const QString evaluate = tr("5 評価・改善");
    const QString issues = tr("地域の課題");
    const QString region = tr("地域");
    return {
        {QStringLiteral("home"), above, tr("ホーム"), make<HomePage>},
        {QStringLiteral("programmes"), above, tr("プログラムの一覧"), make<ProgrammesPage>},
        {QStringLiteral("situation"), situation, tr("実態確認と課題抽出"), make<SituationPage>},
        {QStringLiteral("goals"), goals, tr("目標設定"), make<GoalsPage>},
        {QStringLiteral("plan"), plan, tr("プログラムの企画"), make<PlanPage>},
        {QStringLiteral("workshop"), plan, tr("研修会の設計"), make<WorkshopPage>},
        {QStringLiteral("timetable"), plan, tr("時間割"), make<TimetablePage>},
        {QStringLiteral("questionnaire"), plan, tr("アンケートの編集"), make<QuestionnairePage>},
        {QStringLiteral("thread"), plan, tr("根拠のつながり"), make<ThreadPage>},
        {QStringLiteral("checklist"), run, tr("チェックリスト"), make<ChecklistPage>},
        {QStringLiteral("letters"), run, tr("案内・通知"), make<LettersPage>},
        {QStringLiteral("participants"), run, tr("参加者"), make<ParticipantsPage>},
        {QStringLiteral("homework"), run, tr("課題・目標・投票"), make<HomeworkPage>},
        {QStringLiteral("groups"), run, tr("班分け"), make<GroupsPage>},
        {QStringLiteral("kit"), run, tr("当日の印刷物"), make<KitPage>},
        {QStringLiteral("day"), run, tr("当日の受付"), make<DayPage>},
        {QStringLiteral("answers"), run, tr("アンケートの回答"), make<AnswersPage>},
        {QStringLiteral("paperentry"),
         run,
         tr("紙の回答の入力"),
         make<PaperEntryPage>,
         {},
         QStringLiteral("answers")},
        {QStringLiteral("chasing"), run, tr("回答状況と督促"), make<ChasingPage>},
        {QStringLiteral("links"), evaluate, tr("前後の結びつけ"), make<LinksPage>},
        {QStringLiteral("results"), evaluate, tr("研修前後の変化"), make<ResultsPage>},
        {QStringLiteral("freetext"), evaluate, tr("自由記述"), make<FreeTextPage>},
        {QStringLiteral("years"), evaluate, tr("年度の比較"), make<YearsPage>},
        {QStringLiteral("evaluation"), evaluate, tr("評価・振り返り"), make<EvaluationPage>},
        {QStringLiteral("report"), evaluate, tr("報告書"), make<ReportPage>},
        {QStringLiteral("tablecheck"), evaluate, tr("表の検算"), make<TableCheckPage>},
        {QStringLiteral("handover"), evaluate, tr("引き継ぎ"), make<HandoverPage>},
        {QStringLiteral("board"), issues, tr("模造紙"), make<BoardPage>},
        {QStringLiteral("consultations"), issues, tr("相談の抜粋"), make<ConsultationsPage>,
         consultationsBadge},
        {QStringLiteral("pipeline"), issues, tr("課題の流れ"), make<PipelinePage>, pipelineBadge},
        {QStringLiteral("councils"), issues, tr("協議の場"), make<CouncilsPage>, councilsBadge},
        {QStringLiteral("message"), issues, tr("市町村への伝達メモ"), make<MessagePage>, messagesBadge},
        {QStringLiteral("scenario"), issues, tr("課題解決シナリオ"), make<ScenarioPage>, scenariosBadge},
        {QStringLiteral("control-sheets"), issues, tr("課題管理シート"), make<ControlSheetsPage>,
         controlSheetsBadge},
        {QStringLiteral("indicators"), issues, tr("指標"), make<IndicatorsPage>},
        {QStringLiteral("logic-model"), issues, tr("施策ロジックモデル"), make<LogicModelPage>},
        {QStringLiteral("people"), region, tr("人材とレベル"), make<LadderPage>, peopleBadge},
        {QStringLiteral("person"), region, tr("人材の記録"), make<PersonPage>, {}, QStringLiteral("people")},
        {QStringLiteral("municipalities"), region, tr("市町村・センター"), make<RegistersPage>,
         municipalitiesBadge},
        {QStringLiteral("municipality"),
         region,
         tr("市町村"),
         make<MunicipalityPage>,
         {},
         QStringLiteral("municipalities")},
        {QStringLiteral("participation"), region, tr("参加の状況"), make<ParticipationPage>},
        {QStringLiteral("supports"), region, tr("支援の記録"), make<SupportsPage>},
        {QStringLiteral("crosstable"), region, tr("クロス集計"), make<CrossTablePage>},
    };
}

} // namespace tane
