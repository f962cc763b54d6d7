#include "programme/workshopadvice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::WorkshopAdvice)
};

using Field = WorkshopAdvice::Field;

/// Shorter than this leaves little time for centres that work alone to arrange their day.
constexpr int kRecruitingDays = 21;

void adviseDate(const Workshop &workshop, std::vector<WorkshopAdvice> &advice)
{
    if (!workshop.heldOn.isValid())
        return;
    const int month = workshop.heldOn.month();
    if (month >= 10 || month <= 3)
        advice.push_back({u"late-in-year"_s, Field::Date,
                          Texts::tr("年度の前半に開くと、学んだことをその年度のうちに試し、"
                                    "評価して次につなげやすくなります。")});
    // Ordinary sessions of prefectural assemblies: around February and March, June, September, December.
    constexpr std::array kSessions{2, 3, 6, 9, 12};
    if (std::ranges::find(kSessions, month) != kSessions.end())
        advice.push_back({u"assembly"_s, Field::Date,
                          Texts::tr("議会の会期や繁忙期に重なりやすい月です。市町村担当者が来られる日か、"
                                    "早めに確かめておくと安心です。")});
}

void adviseRecruiting(const Workshop &workshop, std::vector<WorkshopAdvice> &advice)
{
    if (workshop.capacity)
        advice.push_back({u"capacity"_s, Field::Capacity,
                          Texts::tr("コーディネーターと市町村担当者が組で申し込めるよう、"
                                    "定員には余裕を見ておくと安心です。")});
    const QDate from = workshop.recruitFrom;
    const QDate until = workshop.recruitUntil;
    if (from.isValid() && until.isValid() && from.daysTo(until) + 1 < kRecruitingDays)
        advice.push_back({u"short-recruiting"_s, Field::Recruiting,
                          Texts::tr("募集期間が3週間より短くなっています。一人で窓口を担う方も多いため、"
                                    "予定を調整できる長さを見込みましょう。")});
}

void advisePublicity(const Workshop &workshop, std::vector<WorkshopAdvice> &advice)
{
    if (!workshop.publicity.contains(u"市町村"_s))
        advice.push_back({u"through-municipality"_s, Field::Publicity,
                          Texts::tr("コーディネーターへは市町村を通じて知らせ、市町村担当者にも一緒の参加を"
                                    "お願いすると、研修後の連携につながります。")});
    const QStringList employers{u"所属"_s, u"委託先"_s, u"勤務先"_s, u"医師会"_s, u"法人"_s};
    const bool written = std::ranges::any_of(
        employers, [&](const QString &word) { return workshop.publicity.contains(word); });
    if (!written)
        advice.push_back(
            {u"employer"_s, Field::Publicity,
             Texts::tr("所属先の長あての依頼文も送ると、コーディネーターが参加しやすくなります。")});
}

} // namespace

std::vector<WorkshopAdvice> adviceFor(const Workshop &workshop)
{
    std::vector<WorkshopAdvice> advice;
    adviseDate(workshop, advice);
    if (workshop.method == Workshop::Method::Online || workshop.method == Workshop::Method::Hybrid)
        advice.push_back({u"in-person"_s, Field::Method,
                          Texts::tr("グループワークは顔を合わせるほうが進みます。オンラインは、講師や"
                                    "オブザーバーに限る方法もあります。")});
    adviseRecruiting(workshop, advice);
    advisePublicity(workshop, advice);
    return advice;
}

} // namespace tane
