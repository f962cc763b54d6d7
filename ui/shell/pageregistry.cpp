#include "shell/pageregistry.h"

#include "grouping/groupspage.h"
#include "grouping/kitpage.h"
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
#include "survey/answerspage.h"
#include "survey/linkspage.h"
#include "survey/resultspage.h"

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
    const QString region = tr("地域");
    return {
        {QStringLiteral("home"), above, tr("ホーム"), make<HomePage>},
        {QStringLiteral("programmes"), above, tr("プログラムの一覧"), make<ProgrammesPage>},
        {QStringLiteral("situation"), situation, tr("実態確認と課題抽出"), make<SituationPage>},
        {QStringLiteral("goals"), goals, tr("目標設定"), make<GoalsPage>},
        {QStringLiteral("plan"), plan, tr("プログラムの企画"), make<PlanPage>},
        {QStringLiteral("workshop"), plan, tr("研修会の設計"), make<WorkshopPage>},
        {QStringLiteral("timetable"), plan, tr("時間割"), make<TimetablePage>},
        {QStringLiteral("thread"), plan, tr("根拠のつながり"), make<ThreadPage>},
        {QStringLiteral("checklist"), run, tr("チェックリスト"), make<ChecklistPage>},
        {QStringLiteral("groups"), run, tr("班分け"), make<GroupsPage>},
        {QStringLiteral("kit"), run, tr("当日の印刷物"), make<KitPage>},
        {QStringLiteral("answers"), run, tr("アンケートの回答"), make<AnswersPage>},
        {QStringLiteral("links"), evaluate, tr("前後の結びつけ"), make<LinksPage>},
        {QStringLiteral("results"), evaluate, tr("研修前後の変化"), make<ResultsPage>},
        {QStringLiteral("evaluation"), evaluate, tr("評価・振り返り"), make<EvaluationPage>},
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
        {QStringLiteral("supports"), region, tr("支援の記録"), make<SupportsPage>},
        {QStringLiteral("crosstable"), region, tr("クロス集計"), make<CrossTablePage>},
    };
}

} // namespace tane
