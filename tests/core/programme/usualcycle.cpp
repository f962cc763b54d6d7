// A programme as an officer would have entered it, for looking at the sheets. People and places are invented.
#include "core/programme/sheetcycles.h"

namespace tane::testing {

namespace {

QString words(const char16_t *text)
{
    return QString::fromUtf16(text);
}

void addSituation(Cycle &cycle)
{
    qint64 id = 10;
    cycle.viewpoints = guidedViewpoints();
    for (Viewpoint &viewpoint : cycle.viewpoints)
        viewpoint.id = ++id;
    const auto finding = [&](std::size_t viewpoint, const char16_t *text, Finding::Kind kind,
                             const char16_t *source, QDate day) {
        const qint64 of = cycle.viewpoints[viewpoint].id;
        cycle.findings[of].push_back({++id, of, words(text), kind, words(source), day, {}, {}});
        return id;
    };
    using Kind = Finding::Kind;
    const qint64 windows =
        finding(0,
                u"25市町村のうち21市町村が委託、4市町村が直営。相談件数はセンターにより年間40件から600件まで"
                u"開きがある。",
                Kind::Quantitative, u"実施状況調査", QDate(2026, 5, 20));
    auto &withTable = cycle.findings[cycle.viewpoints[0].id].back();
    withTable.tableTitle = words(u"相談窓口の運営方法と配置人員");
    withTable.tableCells =
        words(u"圏域\t市町村数\t委託\t直営\t配置人員\n北部\t8\t7\t1\t11\n中央\t9\t7\t2\t16\n"
              u"南部\t8\t7\t1\t9");
    const qint64 loop = finding(1, u"個別相談の記録は残るが、地域課題として整理する場がない市町村が多い。",
                                Kind::Qualitative, u"市町村ヒアリング", QDate(2026, 6, 12));
    finding(2,
            u"月1回以上の定例会を持つのは9市町村。委託先との打合せは契約更新の時期だけという市町村もある。",
            Kind::Quantitative, u"実施状況調査", QDate(2026, 5, 20));
    const qint64 lonely =
        finding(6,
                u"一人配置が多く、日々の相談対応で手いっぱい。ほかのセンターの進め方を知りた"
                u"いという声が多い。",
                Kind::Qualitative, u"コーディネーター連絡会", QDate(2026, 6, 24));
    finding(6, u"「地域課題」という言葉の受け止めが人により違う。", Kind::Qualitative,
            u"コーディネーター連絡会", QDate(2026, 6, 24));
    const auto issue = [&](qint64 group, const char16_t *text, std::vector<qint64> from) {
        cycle.reviewIssues[group].push_back({++id, group, words(text)});
        cycle.issueFindings[id] = std::move(from);
    };
    issue(2, u"個別課題から地域課題のタネを見つける視点と手順が共有されていない", {loop, lonely});
    issue(2, u"センターを越えて相談し合う関係がない", {lonely});
    issue(3, u"コーディネーターの役割が市町村の中で十分に知られていない", {windows, loop});
}

void addPlan(Cycle &cycle)
{
    qint64 id = 100;
    const auto goal = [&](qint64 group, Goal::Term term, const char16_t *text, qint64 from = 0) {
        cycle.goals.push_back({++id, group, term, words(text), from});
    };
    using Term = Goal::Term;
    goal(2, Term::Long, u"地域課題の解決に向けて、関係者に自ら働きかけることができる");
    goal(2, Term::Middle, u"地域課題のタネと真因等の仮説を整理し、協議の場に示すことができる");
    goal(2, Term::Short, u"自分の役割を自分の言葉で説明できる", 9);
    goal(2, Term::Short, u"日々の相談から地域課題のタネを見つけ、市町村担当者と共有できる");
    goal(3, Term::Long,
         u"コーディネーターと連携して地域の課題をつかみ、解決に向けた取り組みを企画・実行できる");
    goal(3, Term::Middle, u"コーディネーターと目指す姿を共有し、目線を合わせて事業に取り組む");
    goal(3, Term::Short, u"コーディネーターと定例で話し合う場を持つ");
    goal(4, Term::Long, u"課題の解決に向けた取組が仕組みとして行われる");
    goal(4, Term::Middle, u"関係者の間で課題が共有される");
    cycle.purposes = {{41, 1, words(u"コーディネーターが、地域課題に取り組む役割と進め方を確認できる")},
                      {42, 1, words(u"市町村担当者が、コーディネーターと同じ考え方のもとで話し合える")}};
    const auto plan = [&](qint64 group, PlanField field, const char16_t *text) {
        cycle.planLines.push_back({++id, group, field, words(text)});
    };
    plan(2, PlanField::Entry, u"センターで在宅医療・介護連携の支援に携わる者");
    plan(2, PlanField::Entry, u"初任者または就任後3年未満の者を中心とする");
    plan(2, PlanField::Outcome, u"コーディネーターの役割と基本的な業務への理解が深まる");
    plan(2, PlanField::Outcome, u"地域課題のタネを見つける手順が分かる");
    plan(2, PlanField::Action, u"意識して課題の把握・整理に取り組んでいる");
    plan(2, PlanField::Action, u"把握した地域課題を定例会議で市町村に報告している");
    plan(3, PlanField::Entry, u"在宅医療・介護連携推進事業の担当者");
    plan(3, PlanField::Outcome, u"事業に市町村が関わることの必要性への理解が深まる");
    plan(3, PlanField::Action, u"打合せで地域課題を共有しようとする姿勢が見られる");
    cycle.planLevels[{2, PlanField::Entry}] = {.highest = 2, .text = words(u"level 0～1")};
    cycle.planLevels[{2, PlanField::Outcome}] = {5, 5, words(u"level1.5程度")};
}

void addTimetable(Cycle &cycle)
{
    using Block = TimetableRow::Block;
    qint64 id = 300;
    const auto row = [&](int minutes, Block block, const char16_t *title, const char16_t *content,
                         const char16_t *lecturer, const char16_t *aim, const char16_t *note) {
        TimetableRow made{
            ++id,       5,          minutes, block, false, words(title), words(content), words(lecturer),
            words(aim), words(note)};
        made.isTheme = made.title.startsWith(words(u"テーマ"));
        cycle.timetables[5].push_back(made);
    };
    row(30, Block::Other, u"開場", u"", u"", u"", u"受付2名。名札とグループ表を渡す");
    row(10, Block::Other, u"開会・挨拶", u"", u"架空県 在宅医療推進課長", u"", u"司会：県");
    row(25, Block::Lecture, u"講義", u"在宅医療・介護連携推進事業におけるコーディネーターの可能性",
        u"架空大学 教授 山野 みどり", u"役割を知り、取り組む意識を揃える", u"スライド投影");
    row(20, Block::Cases, u"事例①", u"地域課題のタネ、どう見つけている？どう伝えている？",
        u"北部センター 海野 渚", u"同じ立場の人の工夫を知る", u"質問は後でまとめて");
    row(20, Block::Cases, u"事例②", u"地域課題のタネ、コーディネーター間でどう育てている？",
        u"中央センター 森 樹", u"", u"");
    row(55, Block::Other, u"休憩", u"", u"", u"", u"机をグループの形にする");
    row(15, Block::Lecture, u"オリエンテーション", u"これからの取組のヒントを得る", u"事務局",
        u"進め方が分かる", u"模造紙・付箋を配る");
    row(40, Block::GroupWork, u"テーマ１",
        u"住民・患者・家族が困っていること・不利益が生じていることを出し合ってみよう", u"",
        u"困りごとから地域課題のタネが見える", u"進行は市町村担当者");
    row(40, Block::GroupWork, u"テーマ２",
        u"地域課題のタネから、地域で解決したいこと（地域課題）を出し合ってみよう", u"", u"真因を考える", u"");
    row(40, Block::GroupWork, u"テーマ３",
        u"現場で起こっていること・地域課題を市町村にうまく伝えるにはどうしたらよいか考えてみよう", u"", u"",
        u"");
    row(45, Block::GroupWork, u"全体共有", u"", u"", u"ほかのグループの考えを知る", u"1グループ4分");
    row(10, Block::Other, u"閉会・事務連絡", u"", u"", u"", u"アンケートの案内");
}

void addWorkshop(Cycle &cycle)
{
    Workshop workshop;
    workshop.id = 5;
    workshop.programme = 1;
    workshop.title = words(u"令和8年度 在宅医療・介護連携コーディネーター研修会");
    workshop.heldOn = QDate(2026, 11, 19);
    workshop.startsAt = QTime(10, 0);
    workshop.method = Workshop::Method::InPerson;
    workshop.place = words(u"架空県合同庁舎 大会議室");
    workshop.participants = words(u"コーディネーター、市町村担当者（できる限り同じ市町村から一緒に参加）\n"
                                  u"保健所の担当者は傍聴");
    workshop.capacity = 90;
    workshop.recruitFrom = QDate(2026, 9, 1);
    workshop.recruitUntil = QDate(2026, 10, 16);
    workshop.publicity = words(u"市町村の担当課あてに通知し、コーディネーターへの出席依頼も市町村から行う");
    workshop.beforeEvent = words(u"開催前アンケート（申込と同時）\n事前課題：困りごとを3つ書き出す");
    workshop.atEvent = words(u"講義、事例紹介、グループワーク（3テーマ）\n詳しくはタイムテーブルのとおり");
    workshop.afterEvent = words(u"数日後に開催後アンケート\n2～3か月後に行動目標を確かめる");
    workshop.assessment = words(u"前後のアンケートを個人ごとに突き合わせ、協議会に報告する");
    cycle.workshops = {workshop};
    addTimetable(cycle);
    const auto task = [&](qint64 id, const char16_t *title, int months, int days, const char16_t *owner) {
        cycle.tasks[5].push_back({id, 5, {}, words(title), months, days, {}, words(owner), {}, {}});
    };
    task(61, u"会場の予約", -4, 0, u"小堀");
    task(62, u"講師への依頼と打合せ", -3, 0, u"佐野");
    task(63, u"市町村あての開催通知", -2, 0, u"佐野");
    task(64, u"募集の締切・名簿の作成", -1, 0, u"佐野");
    task(65, u"グループ分け", 0, -14, u"小堀");
    task(66, u"受付・会場設営", 0, 0, u"全員");
    task(67, u"開催後アンケートの送付", 0, 5, u"佐野");
    task(68, u"行動目標の確認", 2, 15, u"小堀");
    cycle.tasks[5][0].doneOn = QDate(2026, 7, 14);
    cycle.tasks[5][1].doneOn = QDate(2026, 8, 18);
    cycle.tasks[5][1].note = words(u"事例の発表者にもねらいを伝える");
}

void addEvaluation(Cycle &cycle)
{
    using Kind = EvaluationLine::Kind;
    qint64 id = 200;
    const auto line = [&](Kind kind, const char16_t *text, qint64 group = 0) {
        cycle.evaluation.push_back({++id, 1, kind, words(text), group});
    };
    line(Kind::Achieved, u"役割を説明できるという人が増えた（Ⅱ-2 up 24人、67対中）", 2);
    line(Kind::Achieved, u"14市町村でコーディネーターと担当者が一緒に参加した");
    line(Kind::NotAchieved, u"担当者だけが参加した市町村が6つあった", 3);
    line(Kind::Reading, u"共有の項目で stay が多いのは、場がない市町村が多いためと考えられる");
    line(Kind::NextGoal, u"定例の打合せで地域課題のタネを一つ以上共有できる", 2);
    line(Kind::Council, u"架空県在宅医療推進協議会（令和9年2月）");
    Initiative initiative{71, 1, words(u"コーディネーター研修会"), {}};
    initiative.answers[0] = words(u"予定通り、終日の日程で実施した。");
    initiative.answers[1] = words(u"役割の理解は深まったが、共有の仕組みづくりは市町村により差がある。");
    initiative.answers[3] = words(u"同じ立場の人どうしで話し合う時間を長くとったこと。");
    initiative.answers[5] = words(u"続ける。");
    cycle.initiatives = {initiative};
    cycle.meetings = {{81, 1, QDate(2026, 12, 18), words(u"オンライン"),
                       words(u"コーディネーター有志5名、県、アドバイザー"),
                       words(u"研修後に変わったこと、続けて支援してほしいことを話し合った。")}};
}

} // namespace

Cycle usualCycle()
{
    Cycle cycle;
    cycle.programme = {.id = 1,
                       .title = words(u"コーディネーター研修プログラム"),
                       .firstYear = 2026,
                       .lastYear = 2026,
                       .owner = words(u"在宅医療推進課 佐野・小堀")};
    cycle.targetGroups = {{2, 1, words(u"コーディネーター"), false, false},
                          {3, 1, words(u"市町村担当者"), false, false},
                          {6, 1, words(u"保健所"), false, true},
                          {4, 1, words(u"環境"), true, false}};
    addSituation(cycle);
    addPlan(cycle);
    addWorkshop(cycle);
    addEvaluation(cycle);
    return cycle;
}

} // namespace tane::testing
