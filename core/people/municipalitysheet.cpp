// 市町村票: one page about one municipality.
#include "base/fiscalyear.h"
#include "people/peoplelinks.h"
#include "people/peoplesheetparts.h"
#include "people/personroles.h"
#include "people/registertext.h"

#include <algorithm>
#include <map>

namespace tane {

namespace {

using namespace peoplesheets;
using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;

class MunicipalitySheet
{
public:
    MunicipalitySheet(const Registry &registry, const Municipality &municipality,
                      const PeopleSheetOptions &options, const std::vector<Participation> &participation)
        : m_registry(registry)
        , m_municipality(municipality)
        , m_options(options)
        , m_participation(participation)
        , m_shown(registry, options.masked)
        , m_sheet(begun(PeopleSheetKind::Municipality, options, municipality.name))
    {
    }

    /// With at most so many workshops and supports.
    FormSheet make(int most)
    {
        m_most = most;
        profile();
        centres();
        people();
        years();
        supports();
        addIssues(m_sheet, m_options, m_shown, m_most);
        return std::move(m_sheet);
    }

private:
    void profile();
    void centres();
    void people();
    void years();
    void supports();

    const Registry &m_registry;
    const Municipality &m_municipality;
    const PeopleSheetOptions &m_options;
    const std::vector<Participation> &m_participation;
    Shown m_shown;
    FormSheet m_sheet;
    int m_most = 0;
};

void MunicipalitySheet::profile()
{
    const Municipality &one = m_municipality;
    const CareArea *area = m_registry.area(one.careArea);
    FormTable table;
    table.widths = {24, 36, 26, 36, 26, 34};
    table.middle = true;
    table.rows.push_back({label(Texts::tr("市町村")), body(one.name), label(Texts::tr("圏域")),
                          body(area ? area->name : QString()), label(Texts::tr("所管課")),
                          body(one.department)});
    table.rows.push_back({label(Texts::tr("人口")),
                          body(one.population ? Texts::tr("%L1人").arg(*one.population) : QString()),
                          label(Texts::tr("高齢化率")), body(tenthsText(one.agedRate)),
                          label(Texts::tr("要介護認定率")), body(tenthsText(one.certifiedRate))});
    table.rows.push_back({label(Texts::tr("運営")), body(operationText(one.operation)),
                          label(Texts::tr("拠点")), body(answeredText(one.hub)), label(Texts::tr("発展段階")),
                          body(stageText(one.stage.value_or(0)))});
    if (!one.note.isEmpty())
        table.rows.push_back({label(Texts::tr("備考")), body(m_shown.text(one.note), 0, 5)});
    sheets::add(m_sheet, std::move(table));
}

void MunicipalitySheet::centres()
{
    FormTable table;
    table.caption = Texts::tr("センター");
    table.widths = {60, 20, 14, 34, 31, 23};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back({head(Texts::tr("名称（担当する範囲）")), head(Texts::tr("基幹・現場")),
                          head(Texts::tr("拠点")), head(Texts::tr("委託先")),
                          head(Texts::tr("コーディネーターの配置数")), head(Texts::tr("ほかの担当"))});
    for (const Centre *centre : m_registry.centresOf(m_municipality.id)) {
        if (!isOpenOn(*centre, m_options.today))
            continue;
        FormTableCell name = body(centre->name);
        for (const CentreMunicipality &link : m_registry.served)
            if (link.centre == centre->id && link.municipality == m_municipality.id)
                name.remark = link.note;
        const auto others = static_cast<int>(m_registry.municipalitiesOf(centre->id).size()) - 1;
        table.rows.push_back(
            {name, centred(rankText(centre->rank)), centred(answeredText(centre->hub)),
             body(centre->operatedBy),
             centred(centre->coordinators ? Texts::tr("%1名").arg(*centre->coordinators) : Texts::tr("不明")),
             centred(others > 0 ? Texts::tr("%1市町村").arg(others) : QString())});
    }
    if (table.rows.size() == 1)
        table.rows.push_back(nothing(Texts::tr("センターは登録されていません。"), 6));
    sheets::add(m_sheet, std::move(table));
}

void MunicipalitySheet::people()
{
    const QDate today = m_options.today;
    FormTable table;
    table.caption = Texts::tr("担当者とコーディネーター（人材の名簿にある方）");
    table.widths = {24, 30, 60, 14, 27, 27};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back({head(Texts::tr("氏名")), head(Texts::tr("立場")), head(Texts::tr("所属")),
                          head(Texts::tr("レベル")), head(Texts::tr("いつから")),
                          head(Texts::tr("最近の支援"))});
    const auto people = m_registry.peopleOfMunicipality(m_municipality.id, today);
    for (const PersonRecord *person : people) {
        const Assessment *now = person->assessmentOn(today);
        QString since = eraDate(person->atStepSince(m_registry.ladder, today));
        since = since.left(since.indexOf(u'月') + 1);
        const Support *support = lastSupport(m_registry, *person, today);
        table.rows.push_back(
            {body(m_shown.name(*person)), body(person->roles.join(u'、')),
             body(m_registry.workplace(*person, today)),
             centred(now ? m_registry.ladder.levelText(now->level) : Texts::tr("未評価")), body(since),
             body(support ? eraDate(support->heldOn).section(u'月', 0, 0, QString::SectionIncludeTrailingSep)
                          : QString())});
    }
    if (people.empty())
        table.rows.push_back(nothing(Texts::tr("名簿に、この市町村の方はまだいません。"), 6));
    sheets::add(m_sheet, std::move(table));
    if (people.empty())
        return;
    const LadderCounts counts = countSteps(m_registry, people, today);
    QStringList steps;
    for (std::size_t i = 0; i < counts.steps.size(); ++i)
        steps << Texts::tr("%1 %2名").arg(m_registry.ladder.steps[i].name).arg(counts.steps[i]);
    if (counts.notAssessed > 0)
        steps << Texts::tr("未評価 %1名").arg(counts.notAssessed);
    sheets::add(m_sheet, FormParagraph::Style::Note,
                Texts::tr("レベルごとの人数（名簿の計%1名）：%2").arg(people.size()).arg(steps.join(u'、')));
}

void MunicipalitySheet::years()
{
    const auto most = static_cast<std::size_t>(m_most);
    std::vector<Participation> held = m_participation;
    std::ranges::stable_sort(held, std::ranges::greater(), &Participation::heldOn);
    FormTable table;
    table.caption = Texts::tr("研修会への参加（アンケートに答えた受講者の人数）");
    table.widths = {26, 68, 32, 32, 24};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back({head(Texts::tr("年度")), head(Texts::tr("研修会")),
                          head(Texts::tr("コーディネーター")), head(Texts::tr("市町村担当者")),
                          head(Texts::tr("その他"))});
    for (const Participation &each : held) {
        if (table.rows.size() > most)
            break;
        table.rows.push_back({body(each.heldOn.isValid() ? FiscalYear::of(each.heldOn).text() : QString()),
                              body(each.title), centred(QString::number(each.coordinators)),
                              centred(QString::number(each.officers)),
                              centred(QString::number(each.others))});
    }
    if (held.empty())
        table.rows.push_back(nothing(Texts::tr("研修会の回答はまだありません。"), 5));
    if (held.size() > most)
        table.caption += Texts::tr("：新しい順に%1回。ほかに%2回").arg(most).arg(held.size() - most);
    sheets::add(m_sheet, std::move(table));
}

void MunicipalitySheet::supports()
{
    const int most = m_most;
    const auto people = m_registry.peopleOfMunicipality(m_municipality.id, m_options.today);
    const auto concerns = [&](const Support &support) {
        return support.municipality == m_municipality.id ||
               std::ranges::any_of(people, [&](const PersonRecord *person) {
                   return std::ranges::find(person->supports, support.id) != person->supports.end();
               });
    };
    FormTable table;
    table.caption = Texts::tr("支援");
    table.widths = {34, 28, 52, 68};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("時期")), head(Texts::tr("区分")), head(Texts::tr("内容")),
                          head(Texts::tr("得られたこと・変化"))});
    int shown = 0;
    for (const Support &support : m_registry.supports) {
        if (!concerns(support) || shown++ >= most)
            continue;
        const QString came = support.outcome.isEmpty() ? support.change : support.outcome;
        table.rows.push_back({body(eraDate(support.heldOn)), body(supportKindShortText(support.kind)),
                              body(m_shown.text(support.title)), body(m_shown.text(came))});
    }
    if (shown == 0)
        table.rows.push_back(nothing(Texts::tr("支援の記録はまだありません。"), 4));
    if (shown > most)
        table.caption += Texts::tr("（新しい順に%1件。ほかに%2件）").arg(most).arg(shown - most);
    sheets::add(m_sheet, std::move(table));
}

constexpr double kLeastRoomMm = 12, kMostRoomMm = 60;

/// Room to write by hand in what is left of the page.
void addNotes(FormSheet &sheet)
{
    FormTable table;
    table.widths = {34, 148};
    table.rows.push_back(
        {label(Texts::tr("メモ")), body({}, std::clamp(heightLeft(sheet) - 8, kLeastRoomMm, kMostRoomMm))});
    sheets::add(sheet, std::move(table));
}

} // namespace

Result<FormSheet> makeMunicipalitySheet(Document &document, const Registry &registry, qint64 municipality,
                                        const PeopleSheetOptions &options)
{
    const Municipality *one = registry.municipality(municipality);
    if (!one)
        return fail(ErrorCode::NotFound, Texts::tr("その市町村は登録されていません。"));
    TANE_TRY(const std::vector<Participation> participation,
             participationOf(document, registry, municipality));
    // One page, as far as its people fit.
    constexpr int least = 2;
    FormSheet sheet;
    for (int most = 6; most >= least; --most) {
        sheet = MunicipalitySheet(registry, *one, options, participation).make(most);
        if (heightLeft(sheet) >= kLeastRoomMm + 8)
            break;
    }
    addNotes(sheet);
    return sheet;
}

} // namespace tane
