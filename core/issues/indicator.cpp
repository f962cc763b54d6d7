#include "issues/indicator.h"

#include "base/textfold.h"
#include "issues/issuecolumns.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Indicator)
};

constexpr std::array kTypes{"S", "P", "O"};

bool holdsFigure(const QString &text)
{
    static const QRegularExpression figure(
        QStringLiteral("[0-9]|[一二三四五六七八九十百千]+[割分％%]|半数|倍"));
    return tidy(text).contains(figure);
}

/// Is it a share of deaths: 看取り率, 在宅での看取り数・率, 看取りの割合, or 看取り in percent?
bool isShareOfDeaths(const QString &name, const QString &unit)
{
    const QString folded = foldText(name);
    const bool deaths = folded.contains(foldText(QStringLiteral("看取"))) ||
                        folded.contains(foldText(QStringLiteral("在宅死亡"))) ||
                        folded.contains(foldText(QStringLiteral("自宅死亡")));
    const QString text = folded + foldText(unit);
    return deaths && (text.contains(QChar(u'率')) || text.contains(QStringLiteral("割合")) ||
                      text.contains(QStringLiteral("比率")) || text.contains(QChar(u'%')));
}

} // namespace

std::vector<RecordColumn<Indicator>> RecordSchema<Indicator>::columns()
{
    using I = Indicator;
    return {recordColumn("viewpoint", &I::viewpoint),
            referenceColumn("municipality", &I::municipality),
            recordColumn("name", &I::name),
            wordColumn("type", &I::type, kTypes),
            recordColumn("qualitative", &I::qualitative),
            recordColumn("unit", &I::unit),
            recordColumn("source", &I::source),
            recordColumn("baseline", &I::baseline),
            recordColumn("baseline_year", &I::baselineYear),
            recordColumn("baseline_fixed", &I::baselineFixed),
            recordColumn("target", &I::target),
            recordColumn("target_year", &I::targetYear),
            recordColumn("note", &I::note)};
}

std::vector<RecordColumn<IndicatorValue>> RecordSchema<IndicatorValue>::columns()
{
    using V = IndicatorValue;
    return {referenceColumn("indicator", &V::indicator), recordColumn("year", &V::year),
            recordColumn("value", &V::value), recordColumn("cause", &V::cause)};
}

QString indicatorTypeText(Indicator::Type type)
{
    switch (type) {
    case Indicator::Type::Structure:
        return Texts::tr("S（構造）");
    case Indicator::Type::Process:
        return Texts::tr("P（活動）");
    case Indicator::Type::Outcome:
        return Texts::tr("O（成果）");
    }
    Q_UNREACHABLE();
}

QString indicatorMeasureText(bool qualitative)
{
    return qualitative ? Texts::tr("定性") : Texts::tr("定量");
}

const std::vector<IndicatorViewpoint> &indicatorViewpoints()
{
    const auto words = [](const char16_t *text) { return QString::fromUtf16(text).split(u'|'); };
    static const std::vector<IndicatorViewpoint> viewpoints{
        {1, QStringLiteral("地域の人口動態や医療・介護需要等の状況（現状及び将来の見通し）"),
         words(u"75歳以上人口|年間死亡者数|要介護認定者数|単独及び夫婦のみの高齢者世帯数|"
               u"地域医療構想における将来の在宅医療の需要")},
        {2, QStringLiteral("在宅医療・介護連携の推進にかかる専門職団体等の姿勢や市町村との連携の状況"),
         words(u"多職種連携研修会の参加者数")},
        {3, QStringLiteral("在宅医療・介護資源が確保されているか"),
         words(u"在宅医療を実施する医師|訪問診療や往診を行う診療所・病院|訪問歯科診療を行う歯科診療所|"
               u"在宅療養（歯科）支援診療所・病院|訪問看護事業所|訪問看護師")},
        {4, QStringLiteral("在宅医療・介護サービスが（実際に）提供されているか"),
         words(u"訪問（歯科）診療の実績回数|訪問薬剤師の実績回数|訪問看護の実績回数")},
        {5, QStringLiteral("在宅医療・介護の各関係主体が連携できているか"),
         words(
             u"退院支援加算|介護支援連携指導料|入院時情報連携加算|退院対処加算|入院時情報提供率|退院調整率")},
        {6, QStringLiteral("在宅での療養について地域住民が正しく理解し、必要に応じて選択することができるか"),
         words(u"在宅での療養を希望する地域住民の割合（アンケート調査等による）|"
               u"地域住民向け普及啓発イベントへの参加者数")},
        {7,
         QStringLiteral("地域住民が在宅で療養することができているか、最期まで住み慣れた地域にいることが"
                        "できているか"),
         words(u"要介護高齢者の在宅療養率|在宅での看取り数・率|地域住民の在宅療養への志向、在宅療養に関する"
               u"知識、安心感")},
        {8, QStringLiteral("質の高いケアが提供されているか"),
         words(u"在宅療養者の生活満足度|在宅医療・介護の従事者の満足度")}};
    return viewpoints;
}

QString indicatorTargetProblem(const QString &name, const QString &unit, const QString &target)
{
    if (!isShareOfDeaths(name, unit) || !holdsFigure(target))
        return {};
    return Texts::tr(
               "「%1」に数値の目標は設定できません。どこで最期を迎えるかは本人と家族が選ぶことで、率の上"
               "げ下げを目標にすると、その選択をゆがめるおそれがあるためです。毎年の値を記録し、変わった"
               "（変わらない）理由を話し合うために使ってください。")
        .arg(name);
}

Result<qint64> saveIndicator(Document &document, const Indicator &indicator, const QString &label)
{
    if (const QString problem = indicatorTargetProblem(indicator.name, indicator.unit, indicator.target);
        !problem.isEmpty())
        return fail(ErrorCode::Conflict, problem);
    if (indicator.baselineFixed && indicator.baseline.isEmpty())
        return fail(ErrorCode::Conflict,
                    Texts::tr("基準値がまだないため、固定できません。先に基準値を入れてください。"));
    RecordTable<Indicator> table(document);
    if (indicator.id == 0)
        return table.add(indicator, label);
    TANE_TRY(const Indicator stored, table.load(indicator.id));
    const bool moved = stored.baseline != indicator.baseline || stored.baselineYear != indicator.baselineYear;
    if (stored.baselineFixed && indicator.baselineFixed && moved)
        return fail(
            ErrorCode::Conflict,
            Texts::tr("基準値は計画を立てたときの値として固定されています。後から変えると毎年の値と比べ"
                      "られなくなります。誤りを直すときは、先に固定を外してください。"));
    if (stored.viewpoint == indicator.viewpoint)
        TANE_CHECK(table.update(indicator, label));
    else
        TANE_CHECK(table.relocate(indicator, std::numeric_limits<int>::max(), label));
    return indicator.id;
}

Result<> setIndicatorValue(Document &document, qint64 indicator, int year, const QString &value,
                           const QString &cause, const QString &label)
{
    RecordTable<IndicatorValue> table(document);
    TANE_TRY(const std::vector<IndicatorValue> all, table.all(QStringLiteral("indicator"), indicator));
    const auto found = std::ranges::find(all, year, &IndicatorValue::year);
    const bool nothing = value.isEmpty() && cause.isEmpty();
    if (found == all.end()) {
        if (nothing)
            return {};
        const auto added =
            table.add({.indicator = indicator, .year = year, .value = value, .cause = cause}, label);
        return added ? Result<>() : std::unexpected(added.error());
    }
    if (nothing)
        return table.remove(found->id, label);
    IndicatorValue changed = *found;
    changed.value = value;
    changed.cause = cause;
    return table.update(changed, label);
}

Result<std::vector<IndicatorContent>> indicatorsOf(Document &document, qint64 municipality)
{
    TANE_TRY(std::vector<Indicator> all, RecordTable<Indicator>(document).all());
    std::erase_if(all, [&](const Indicator &one) { return one.municipality != municipality; });
    std::ranges::stable_sort(all, {}, &Indicator::viewpoint);
    RecordTable<IndicatorValue> values(document);
    std::vector<IndicatorContent> contents;
    for (Indicator &one : all) {
        IndicatorContent content{.indicator = std::move(one), .values = {}};
        TANE_TRY(const std::vector<IndicatorValue> yearly,
                 values.all(QStringLiteral("indicator"), content.indicator.id));
        for (const IndicatorValue &value : yearly)
            content.values[value.year] = value;
        contents.push_back(std::move(content));
    }
    return contents;
}

std::optional<double> figureOf(const QString &value)
{
    static const QRegularExpression number(QStringLiteral("-?[0-9]+(?:\\.[0-9]+)?"));
    QString text = tidy(value);
    static const QRegularExpression thousands(QStringLiteral("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"));
    text.remove(thousands);
    auto found = number.globalMatch(text);
    if (!found.hasNext())
        return std::nullopt;
    const double figure = found.next().captured().toDouble();
    return found.hasNext() ? std::nullopt : std::optional(figure);
}

} // namespace tane
