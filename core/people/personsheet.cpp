// 支援訪問票: one page about one person, with lines to write on at the visit.
#include "base/fiscalyear.h"
#include "people/peoplelinks.h"
#include "people/peoplesheetparts.h"
#include "people/registertext.h"

#include <algorithm>

namespace tane {

namespace {

using namespace peoplesheets;
using sheets::body;
using sheets::head;
using sheets::label;

QString employmentLine(const Person &person)
{
    return joined({employmentText(person.employment), dutyText(person.duty)});
}

/// One page about one person.
class PersonSheet
{
public:
    PersonSheet(const Registry &registry, const PersonRecord &person, const PeopleSheetOptions &options,
                const std::vector<TimelineEntry> &timeline)
        : m_registry(registry)
        , m_person(person)
        , m_options(options)
        , m_timeline(timeline)
        , m_shown(registry, options.masked)
        , m_sheet(begun(PeopleSheetKind::Person, options, {}))
    {
    }

    /// With at most so many rows of each kind.
    FormSheet make(int most)
    {
        m_most = most;
        profile();
        level();
        history();
        workshops();
        supports();
        addIssues(m_sheet, m_options, m_shown, m_most);
        return std::move(m_sheet);
    }

private:
    void profile();
    void level();
    void history();
    void workshops();
    void supports();

    const Registry &m_registry;
    const PersonRecord &m_person;
    const PeopleSheetOptions &m_options;
    const std::vector<TimelineEntry> &m_timeline;
    Shown m_shown;
    FormSheet m_sheet;
    int m_most = 0;
};

void PersonSheet::profile()
{
    const Person &person = m_person.person;
    const QDate today = m_options.today;
    FormTable table;
    table.widths = {22, 69, 22, 69};
    table.middle = true;
    FormTableCell name = body(m_shown.name(m_person));
    name.remark = m_shown.kana(m_person);
    const Affiliation *main = m_person.affiliationOn(today);
    FormTableCell place = body(m_registry.workplace(m_person, today));
    place.remark = joined({m_registry.municipalityText(m_person, today), main ? main->title : QString()});
    table.rows.push_back({label(Texts::tr("氏名")), name, label(Texts::tr("所属")), place});
    table.rows.push_back({label(Texts::tr("立場")), body(m_person.roles.join(u'、')),
                          label(Texts::tr("勤務")), body(employmentLine(person))});
    FormTableCell experience = body(sinceLine(person.since, today));
    if (const auto months = experienceMonths(person, today))
        experience.text = joined({experienceBandOf(*months), experience.text}, QStringLiteral("\u3000"));
    table.rows.push_back({label(Texts::tr("資格")), body(m_person.qualifications.join(u'、')),
                          label(Texts::tr("経験")), experience});
    if (!m_shown.masked())
        table.rows.push_back(
            {label(Texts::tr("電話")), body(person.phone), label(Texts::tr("メール")), body(person.email)});
    sheets::add(m_sheet, std::move(table));
}

void PersonSheet::level()
{
    const Assessment *now = m_person.assessmentOn(m_options.today);
    FormTable table;
    table.caption = Texts::tr("今のレベル");
    table.widths = {22, 69, 22, 69};
    FormTableCell level = body(levelLine(m_registry.ladder, now));
    if (now) {
        const auto step = static_cast<std::size_t>(m_registry.ladder.stepOf(now->level));
        if (step < m_registry.ladder.steps.size())
            level.remark = m_registry.ladder.steps[step].state;
    }
    FormTableCell since =
        body(sinceLine(m_person.atStepSince(m_registry.ladder, m_options.today), m_options.today));
    table.rows.push_back(
        {label(Texts::tr("レベル")), level, label(Texts::tr("このレベルになってから")), since});
    const QStringList seen = now ? observedTexts(*now) : QStringList();
    if (!seen.isEmpty()) {
        QStringList lines;
        for (const QString &text : seen)
            lines << QString(u'・' + text);
        table.rows.push_back({label(Texts::tr("見られた\n行動")), body(lines.join(u'\n'), 8.5, 3)});
    }
    table.rows.push_back({label(Texts::tr("根拠")), body(now ? m_shown.text(now->evidence) : QString(), 9),
                          label(Texts::tr("次に取り組むこと")),
                          body(now ? m_shown.text(now->nextAction) : QString(), 9)});
    sheets::add(m_sheet, std::move(table));
}

void PersonSheet::history()
{
    const auto most = static_cast<std::size_t>(m_most);
    std::vector<const Assessment *> counted = m_person.assessmentsUntil(m_options.today);
    std::ranges::reverse(counted);
    FormTable table;
    table.caption = Texts::tr("レベルの経過");
    if (counted.size() > most)
        table.caption += Texts::tr("（新しい順に%1件。ほかに%2件）").arg(most).arg(counted.size() - most);
    table.widths = {40, 76, 66};
    table.headRows = 1;
    table.rows.push_back(
        {head(Texts::tr("評価日")), head(Texts::tr("レベル")), head(Texts::tr("評価した人"))});
    for (const Assessment *each : std::vector(
             counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(std::min(most, counted.size()))))
        table.rows.push_back({body(eraDate(each->assessedOn)), body(levelLine(m_registry.ladder, each)),
                              body(assessorLine(*each, m_shown))});
    if (counted.empty())
        table.rows.push_back(nothing(Texts::tr("評価の記録はまだありません。"), 3));
    sheets::add(m_sheet, std::move(table));
}

void PersonSheet::workshops()
{
    using Kind = TimelineEntry::Kind;
    FormTable table;
    table.caption = Texts::tr("研修会");
    table.widths = {34, 70, 78};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("開催日")), head(Texts::tr("研修会")),
                          head(Texts::tr("参加と研修前後の変化（ご本人の回答）"))});
    int shown = 0;
    for (const TimelineEntry &entry : m_timeline)
        if (entry.kind == Kind::Workshop && shown++ < m_most)
            table.rows.push_back({body(eraDate(entry.day)), body(m_shown.text(entry.title)),
                                  body(m_shown.text(entry.detail))});
    if (shown == 0)
        table.rows.push_back(nothing(Texts::tr("研修会の回答はまだありません。"), 3));
    if (shown > m_most)
        table.caption += Texts::tr("（新しい順に%1回。ほかに%2回）").arg(m_most).arg(shown - m_most);
    sheets::add(m_sheet, std::move(table));
    if (shown > 0)
        sheets::add(m_sheet, FormParagraph::Style::Note,
                    Texts::tr("up・down は回答が上がった設問・下がった設問、stay "
                              "は同じ設問の数です。取組についての設問（Ⅰ）では、down "
                              "も気づきの表れのことがあります。"));
}

void PersonSheet::supports()
{
    FormTable table;
    table.caption = Texts::tr("これまでの支援");
    table.widths = {34, 28, 54, 66};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("時期")), head(Texts::tr("区分")), head(Texts::tr("内容")),
                          head(Texts::tr("得られたこと"))});
    int shown = 0;
    for (const qint64 id : m_person.supports) {
        const Support *support = m_registry.support(id);
        if (!support || shown++ >= m_most)
            continue;
        table.rows.push_back({body(eraDate(support->heldOn)), body(supportKindShortText(support->kind)),
                              body(m_shown.text(support->title)), body(m_shown.text(support->outcome))});
    }
    if (shown == 0)
        table.rows.push_back(nothing(Texts::tr("支援の記録はまだありません。"), 4));
    if (shown > m_most)
        table.caption += Texts::tr("（新しい順に%1件。ほかに%2件）").arg(m_most).arg(shown - m_most);
    sheets::add(m_sheet, std::move(table));
}

constexpr double kLineMm = 8, kLeastRoomMm = 10, kMostRoomMm = 26;
constexpr int kVisitFields = 3;

/// Room to write by hand in what is left of the page.
void addVisit(FormSheet &sheet)
{
    const double left = heightLeft(sheet) - 2 * kLineMm - 8;
    const double room = std::clamp(left / kVisitFields, kLeastRoomMm, kMostRoomMm);
    FormTable table;
    table.caption = Texts::tr("訪問の記録");
    table.widths = {34, 57, 22, 69};
    table.rows.push_back(
        {label(Texts::tr("訪問日")), body({}, kLineMm), label(Texts::tr("同席者")), body({}, kLineMm)});
    for (const QString &field :
         {Texts::tr("今の取組と困りごと"), Texts::tr("話し合ったこと・助言"), Texts::tr("次の訪問までに")})
        table.rows.push_back({label(field), body({}, room, 3)});
    sheets::add(sheet, std::move(table));
}

} // namespace

Result<FormSheet> makePersonSheet(Document &document, const Registry &registry, qint64 person,
                                  const PeopleSheetOptions &options)
{
    const PersonRecord *record = registry.person(person);
    if (!record)
        return fail(ErrorCode::NotFound, Texts::tr("その番号の方は、名簿にありません。"));
    TANE_TRY(const std::vector<TimelineEntry> timeline, timelineOf(document, registry, person));
    // One page: of long stories the newest part.
    constexpr double visit = 3 * kLineMm + kVisitFields * kLeastRoomMm;
    constexpr int least = 2;
    FormSheet sheet;
    for (int most = 6; most >= least; --most) {
        sheet = PersonSheet(registry, *record, options, timeline).make(most);
        if (heightLeft(sheet) >= visit)
            break;
    }
    addVisit(sheet);
    return sheet;
}

} // namespace tane
