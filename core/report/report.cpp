#include "report/report.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Report)
};

constexpr std::array<const char *, kSectionKinds> kWords{
    "summary",      "programme",  "situation",  "goals",        "plan",      "workshop",
    "participants", "answers",    "changes",    "satisfaction", "free_text", "issues",
    "followup",     "evaluation", "next_goals", "method",       "own"};

} // namespace

const std::vector<SectionKind> &standardSections()
{
    static const std::vector<SectionKind> all = [] {
        std::vector<SectionKind> kinds;
        for (int i = 0; i + 1 < kSectionKinds; ++i)
            kinds.push_back(static_cast<SectionKind>(i));
        return kinds;
    }();
    return all;
}

QString sectionTitle(SectionKind kind)
{
    switch (kind) {
    case SectionKind::Summary:
        return Texts::tr("要約");
    case SectionKind::Programme:
        return Texts::tr("研修プログラムの概要");
    case SectionKind::Situation:
        return Texts::tr("実態と課題");
    case SectionKind::Goals:
        return Texts::tr("目標");
    case SectionKind::Plan:
        return Texts::tr("対象ごとの企画");
    case SectionKind::Workshop:
        return Texts::tr("研修会の内容");
    case SectionKind::Participants:
        return Texts::tr("参加の状況");
    case SectionKind::Answers:
        return Texts::tr("アンケートの回答状況");
    case SectionKind::Changes:
        return Texts::tr("研修前後の変化");
    case SectionKind::Satisfaction:
        return Texts::tr("研修会への評価");
    case SectionKind::FreeText:
        return Texts::tr("自由記述");
    case SectionKind::Issues:
        return Texts::tr("話し合いから挙がった課題");
    case SectionKind::FollowUp:
        return Texts::tr("研修後の行動の状況");
    case SectionKind::Evaluation:
        return Texts::tr("評価と振り返り");
    case SectionKind::NextGoals:
        return Texts::tr("次の目標");
    case SectionKind::Method:
        return Texts::tr("数え方と図表の母数");
    case SectionKind::Own:
        return Texts::tr("自由に書く章");
    }
    Q_UNREACHABLE();
}

QString sectionPurpose(SectionKind kind)
{
    switch (kind) {
    case SectionKind::Summary:
        return Texts::tr("参加者数、対の数、最も変化した設問など、主な結果を初めに示します。");
    case SectionKind::Programme:
        return Texts::tr("名称・年度・担当・目的・対象を表にします。");
    case SectionKind::Situation:
        return Texts::tr("実態確認でわかったことと、対象ごとに抽出した課題です。");
    case SectionKind::Goals:
        return Texts::tr("長期・中期・短期の目標を対象ごとに示します。");
    case SectionKind::Plan:
        return Texts::tr("入口の人物像、研修終了時の状態、行動目標です。");
    case SectionKind::Workshop:
        return Texts::tr("日時・会場・周知などの設計と、当日の時間割です。");
    case SectionKind::Participants:
        return Texts::tr("申込みから出席までの人数、立場・経験・資格、市町村ごとの参加です。");
    case SectionKind::Answers:
        return Texts::tr("回答者の数と、研修前後の回答を何によって対にしたかです。");
    case SectionKind::Changes:
        return Texts::tr("設問群ごとの up・stay・down の表、グラフ、読み方です。");
    case SectionKind::Satisfaction:
        return Texts::tr("研修会そのものへの評価のグラフです。");
    case SectionKind::FreeText:
        return Texts::tr("自由記述の内容ごとの件数と、選んだ抜粋です。");
    case SectionKind::Issues:
        return Texts::tr("グループワークで出た付箋と、そこから生まれた課題です。");
    case SectionKind::FollowUp:
        return Texts::tr("行動目標が2～3か月後にどうなったかです。");
    case SectionKind::Evaluation:
        return Texts::tr("できたこと・できなかったこと・結果の解釈と、取組ごとの振り返りです。");
    case SectionKind::NextGoals:
        return Texts::tr("評価から導いた次の短期目標と、その根拠です。");
    case SectionKind::Method:
        return Texts::tr("対・up・down・割合の数え方と、図表ごとの母数の一覧です。");
    case SectionKind::Own:
        return Texts::tr("決まった内容のない章です。前文と結びに書いた文章だけが出ます。");
    }
    Q_UNREACHABLE();
}

bool isAboutWorkshop(SectionKind kind)
{
    switch (kind) {
    case SectionKind::Summary:
    case SectionKind::Workshop:
    case SectionKind::Participants:
    case SectionKind::Answers:
    case SectionKind::Changes:
    case SectionKind::Satisfaction:
    case SectionKind::FreeText:
    case SectionKind::Issues:
    case SectionKind::FollowUp:
    case SectionKind::Method:
        return true;
    case SectionKind::Programme:
    case SectionKind::Situation:
    case SectionKind::Goals:
    case SectionKind::Plan:
    case SectionKind::Evaluation:
    case SectionKind::NextGoals:
    case SectionKind::Own:
        return false;
    }
    Q_UNREACHABLE();
}

QString titleOf(const ReportSection &section)
{
    return section.title.isEmpty() ? sectionTitle(section.kind) : section.title;
}

ReportDraft standardReport(qint64 programme, const QString &programmeTitle, QDate today)
{
    ReportDraft draft;
    draft.report.programme = programme;
    draft.report.title = Texts::tr("%1 報告書").arg(programmeTitle);
    draft.report.datedOn = today;
    for (const SectionKind kind : standardSections()) {
        ReportSection section;
        section.id = static_cast<qint64>(draft.sections.size()) + 1;
        section.kind = kind;
        draft.sections.push_back(section);
    }
    return draft;
}

Result<qint64> addReport(Document &document, qint64 programme, const QString &title, QDate today)
{
    const QString label = Texts::tr("報告書の追加");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        ReportDraft draft = standardReport(programme, {}, today);
        draft.report.title = title;
        TANE_TRY(id, RecordTable<Report>(document).add(draft.report, label));
        for (ReportSection &section : draft.sections) {
            section.id = 0;
            section.report = id;
            TANE_CHECK(RecordTable<ReportSection>(document).add(section, label));
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<qint64> copyReport(Document &document, qint64 report, const QString &title)
{
    const QString label = Texts::tr("報告書の複製");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(Report copy, RecordTable<Report>(document).load(report));
        TANE_TRY(const std::vector<ReportSection> sections, sectionsOf(document, report));
        copy.id = 0;
        copy.title = title;
        TANE_TRY(id, RecordTable<Report>(document).add(copy, label));
        for (ReportSection section : sections) {
            section.id = 0;
            section.report = id;
            TANE_CHECK(RecordTable<ReportSection>(document).add(section, label));
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<std::vector<Report>> reportsOf(Document &document, qint64 programme)
{
    return RecordTable<Report>(document).all(QStringLiteral("programme"), programme);
}

Result<std::vector<ReportSection>> sectionsOf(Document &document, qint64 report)
{
    return RecordTable<ReportSection>(document).all(QStringLiteral("report"), report);
}

Result<ReportDraft> firstReport(Document &document, qint64 programme, const QString &programmeTitle,
                                QDate today)
{
    TANE_TRY(const std::vector<Report> reports, reportsOf(document, programme));
    if (reports.empty())
        return standardReport(programme, programmeTitle, today);
    TANE_TRY(std::vector<ReportSection> sections, sectionsOf(document, reports.front().id));
    return ReportDraft{reports.front(), std::move(sections)};
}

std::vector<RecordColumn<Report>> RecordSchema<Report>::columns()
{
    return {referenceColumn("programme", &Report::programme), recordColumn("title", &Report::title),
            recordColumn("subtitle", &Report::subtitle),      recordColumn("author", &Report::author),
            recordColumn("dated_on", &Report::datedOn),       recordColumn("external", &Report::external)};
}

std::vector<RecordColumn<ReportSection>> RecordSchema<ReportSection>::columns()
{
    using S = ReportSection;
    return {referenceColumn("report", &S::report),
            wordColumn("kind", &S::kind, kWords),
            recordColumn("title", &S::title),
            recordColumn("shown", &S::shown),
            referenceColumn("workshop", &S::workshop),
            recordColumn("item_set", &S::itemSet),
            recordColumn("lead", &S::lead),
            recordColumn("closing", &S::closing)};
}

} // namespace tane
