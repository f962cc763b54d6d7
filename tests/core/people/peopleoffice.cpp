#include "core/people/peopleoffice.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace peopletest {

const std::vector<ListedCentre> &gunmaCentres()
{
    const auto list = [](const char *names) { return QString::fromUtf8(names).split(u'・'); };
    static const std::vector<ListedCentre> centres = {
        {QStringLiteral("おうちで療養相談センターまえばし"), QStringLiteral("医師会"), 2, list("前橋市")},
        {QStringLiteral("高崎市医療介護連携相談センター南大類"), QStringLiteral("大学"), 4, list("高崎市")},
        {QStringLiteral("高崎市医療介護連携相談センターたかまつ"), QStringLiteral("医師会"), 2,
         list("高崎市")},
        {QStringLiteral("在宅医療介護連携センターきりゅう"), QStringLiteral("医師会"), 3,
         list("桐生市・みどり市")},
        {QStringLiteral("渋川地区在宅医療介護連携支援センター"), QStringLiteral("医師会"), 2,
         list("渋川市・榛東村・吉岡町")},
        {QStringLiteral("在宅医療介護連携相談センターたておう"), QStringLiteral("医師会"), 1,
         list("館林市・板倉町・明和町・千代田町・大泉町・邑楽町")},
        {QStringLiteral("藤岡多野医師会 医療介護連携センターふじおか"), QStringLiteral("医師会"), 2,
         list("藤岡市・高崎市"), QStringLiteral("旧新町、旧吉井町")},
        {QStringLiteral("在宅医療介護連携センターいせさき・たまむら"), QStringLiteral("医師会"), 1,
         list("伊勢崎市・玉村町")},
        {QStringLiteral("医療介護連携室 あんなか"), QStringLiteral("医師会"), 1, list("安中市")},
        {QStringLiteral("かぶら在宅療養ネットワークセンター"), QStringLiteral("医師会"), 2,
         list("富岡市・甘楽町・下仁田町・南牧村")},
        {QStringLiteral("ぬまたとね医療・介護連携相談室"), QStringLiteral("医師会"), 2,
         list("沼田市・片品村・川場村・みなかみ町・昭和村")},
        {QStringLiteral("太田市在宅医療介護連携センター"), QStringLiteral("医師会"), 2, list("太田市")},
        {QStringLiteral("一般社団法人吾妻郡医師会"), QStringLiteral("医師会"), -1,
         list("中之条町・長野原町・嬬恋村・草津町・高山村・東吾妻町")},
        {QStringLiteral("上野村地域包括支援センター"), QStringLiteral("直営"), 1, list("上野村")},
        {QStringLiteral("神流町地域包括支援センター"), QStringLiteral("直営"), 2, list("神流町")},
    };
    return centres;
}

Gunma::Gunma()
{
    prefecture = valueOf(addPrefecture(*document, QStringLiteral("群馬県")));
    const Registry known = registry();
    for (const ListedCentre &listed : gunmaCentres()) {
        Centre one{.prefecture = prefecture, .name = listed.name, .operatedBy = listed.operatedBy};
        if (listed.coordinators >= 0)
            one.coordinators = listed.coordinators;
        const qint64 id = add(one);
        for (const QString &name : listed.municipalities) {
            const auto place = std::ranges::find(known.municipalities, name, &Municipality::name);
            REQUIRE(place != known.municipalities.end());
            add(CentreMunicipality{.centre = id,
                                   .municipality = place->id,
                                   .note = name == listed.municipalities.last() ? listed.note : QString()});
        }
    }
}

qint64 Gunma::municipality(const QString &name)
{
    const Registry all = registry();
    const auto found = std::ranges::find(all.municipalities, name, &Municipality::name);
    REQUIRE(found != all.municipalities.end());
    return found->id;
}

qint64 Gunma::centre(const QString &name)
{
    const Registry all = registry();
    const auto found = std::ranges::find(all.centres, name, &Centre::name);
    REQUIRE(found != all.centres.end());
    return found->id;
}

} // namespace peopletest
