#include "programme/situation.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Viewpoint)
};

constexpr std::array kFindingKinds{"", "quantitative", "qualitative"};

} // namespace

std::vector<RecordColumn<Viewpoint>> RecordSchema<Viewpoint>::columns()
{
    return {referenceColumn("programme", &Viewpoint::programme), recordColumn("code", &Viewpoint::code),
            recordColumn("block", &Viewpoint::block), recordColumn("text", &Viewpoint::text)};
}

std::vector<RecordColumn<Finding>> RecordSchema<Finding>::columns()
{
    return {
        referenceColumn("viewpoint", &Finding::viewpoint), recordColumn("text", &Finding::text),
        wordColumn("kind", &Finding::kind, kFindingKinds), recordColumn("source", &Finding::source),
        recordColumn("found_on", &Finding::foundOn),       recordColumn("table_title", &Finding::tableTitle),
        recordColumn("table_cells", &Finding::tableCells)};
}

std::vector<RecordColumn<ReviewIssue>> RecordSchema<ReviewIssue>::columns()
{
    return {referenceColumn("target_group", &ReviewIssue::targetGroup),
            recordColumn("text", &ReviewIssue::text)};
}

QString findingKindText(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::None:
        return {};
    case Finding::Kind::Quantitative:
        return Texts::tr("定量");
    case Finding::Kind::Qualitative:
        return Texts::tr("定性");
    }
    Q_UNREACHABLE();
}

std::vector<Viewpoint> guidedViewpoints()
{
    const QString municipalities = Texts::tr("管内市町村の状況");
    const QString coordinators = Texts::tr("コーディネーターについて");
    const QString prefecture = Texts::tr("都道府県の状況");
    const auto viewpoint = [](const char *code, const QString &block, const QString &text) {
        return Viewpoint{0, 0, QString::fromLatin1(code), block, text};
    };
    return {
        viewpoint("1-1", municipalities, Texts::tr("在宅医療・介護連携推進事業の相談窓口の運用状況はどうか")),
        viewpoint(
            "1-2", municipalities,
            Texts::tr("地域の困りごととして持ち込まれた個別相談が地域課題として反映される仕組みがあるか")),
        viewpoint(
            "1-3", municipalities,
            Texts::tr(
                "市町村担当者とコーディネーターとの連携状況、特に業務委託の場合において状況等の共有をする"
                "ような機会・関係性がつくられているか")),
        viewpoint("1-4", municipalities, Texts::tr("在宅医療・介護連携推進事業の推進状況")),
        viewpoint("2-1", coordinators,
                  Texts::tr("各市町村における配置状況（共同配置の確認含む）、配置人員、配置先")),
        viewpoint("2-2", coordinators, Texts::tr("コーディネーター間のネットワークや連携体制の有無")),
        viewpoint("2-3", coordinators, Texts::tr("現状の業務の中での課題認識、困っていること")),
        viewpoint("2-4", coordinators,
                  Texts::tr("研修を実施している場合の実施効果（評価、更に学びたいこと等の意向）")),
        viewpoint(
            "3-1", prefecture,
            Texts::tr("都道府県としてコーディネーター支援の実績はあるか・ある場合はその内容と評価はどうか")),
        viewpoint("3-2", prefecture,
                  Texts::tr("都道府県の地域医療構想、医療計画等と市町村の在宅医療・介護連携推進事業の関係、今"
                            "後の方向性等")),
    };
}

Result<std::vector<qint64>> findingsOf(Document &document, qint64 reviewIssue)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT finding FROM review_issue_finding WHERE review_issue = ? ORDER BY finding")));
    TANE_CHECK(query.bind(reviewIssue).run());
    std::vector<qint64> findings;
    while (query.next())
        findings.push_back(query.integer(0));
    return findings;
}

Result<> setFindingsOf(Document &document, qint64 reviewIssue, const std::vector<qint64> &findings)
{
    TANE_TRY(const std::vector<qint64> before, findingsOf(document, reviewIssue));
    return document.perform(Texts::tr("課題のもとになった所見の変更"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement remove,
                 database.prepare(QStringLiteral(
                     "DELETE FROM review_issue_finding WHERE review_issue = ? AND finding = ?")));
        for (const qint64 finding : before)
            if (std::ranges::find(findings, finding) == findings.end())
                TANE_CHECK(remove.bind(reviewIssue).bind(finding).run());
        TANE_TRY(Statement insert, database.prepare(QStringLiteral(
                                       "INSERT OR IGNORE INTO review_issue_finding VALUES (?, ?)")));
        for (const qint64 finding : findings)
            TANE_CHECK(insert.bind(reviewIssue).bind(finding).run());
        return {};
    });
}

} // namespace tane
