#include "people/peoplesheetparts.h"

#include "base/fiscalyear.h"
#include "exchange/formrows.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace tane {

namespace {

using peoplesheets::Texts;

struct Entry
{
    PeopleSheetKind kind;
    const char *code;
};
constexpr std::array kEntries{
    Entry{PeopleSheetKind::Person, "person"}, Entry{PeopleSheetKind::Municipality, "municipality"},
    Entry{PeopleSheetKind::Ladder, "ladder"}, Entry{PeopleSheetKind::SelfAssessment, "self-assessment"}};

} // namespace

const std::vector<PeopleSheetKind> &allPeopleSheetKinds()
{
    static const std::vector<PeopleSheetKind> kinds = [] {
        std::vector<PeopleSheetKind> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.kind);
        return all;
    }();
    return kinds;
}

QString peopleSheetCode(PeopleSheetKind kind)
{
    return QString::fromLatin1(std::ranges::find(kEntries, kind, &Entry::kind)->code);
}

QString peopleSheetTitle(PeopleSheetKind kind)
{
    switch (kind) {
    case PeopleSheetKind::Person:
        return Texts::tr("支援訪問票");
    case PeopleSheetKind::Municipality:
        return Texts::tr("市町村票");
    case PeopleSheetKind::Ladder:
        return Texts::tr("人材のレベル一覧");
    case PeopleSheetKind::SelfAssessment:
        return Texts::tr("自己評価シート");
    }
    Q_UNREACHABLE();
}

std::optional<PeopleSheetKind> peopleSheetKindOf(const QString &code)
{
    for (const Entry &entry : kEntries)
        if (code == QLatin1String(entry.code))
            return entry.kind;
    return std::nullopt;
}

QString peopleSheetFileName(PeopleSheetKind kind, const Registry &registry, qint64 id)
{
    if (id == 0)
        return peopleSheetTitle(kind);
    QString number = QStringLiteral("%1").arg(id, 3, 10, QChar(u'0'));
    if (const Municipality *one = registry.municipality(id);
        kind == PeopleSheetKind::Municipality && one && !one->code.isEmpty())
        number = one->code;
    return peopleSheetTitle(kind) + u'-' + number;
}

namespace peoplesheets {

Shown::Shown(const Registry &registry, bool masked)
    : m_mask(registry, masked)
    , m_masked(masked)
{
    if (!masked)
        return;
    QHash<QString, QString> families; // "青木" -> her number, or 〇〇 for several
    for (const PersonRecord &person : registry.people) {
        const QString name = person.person.name, shown = m_mask(person);
        const QString close = QString(name).remove(u' ').remove(u'\u3000');
        if (close.size() < 2 || person.person.anonymous)
            continue;
        const QString spaced = name.simplified();
        for (const QString &written : {name, spaced, QString(spaced).replace(u' ', u'\u3000'), close})
            m_names.emplace_back(written, shown);
        if (const QString family = spaced.section(u' ', 0, 0); family != close)
            families[family] = families.contains(family) ? QStringLiteral("〇〇") : shown;
    }
    for (auto each = families.cbegin(); each != families.cend(); ++each)
        for (const QString &address : {Texts::tr("さん"), Texts::tr("様"), Texts::tr("氏")})
            m_names.emplace_back(each.key() + address, each.value() + address);
    std::ranges::stable_sort(m_names, std::ranges::greater(),
                             [](const auto &each) { return each.first.size(); });
}

QString Shown::text(QString text) const
{
    for (const auto &[name, shown] : m_names)
        text.replace(name, shown);
    return text;
}

FormSheet begun(PeopleSheetKind kind, const PeopleSheetOptions &options, const QString &subject)
{
    FormSheet sheet;
    sheet.name = sheet.title = peopleSheetTitle(kind);
    sheet.subtitle =
        joined({options.prefecture, subject,
                options.today.isValid() ? Texts::tr("%1現在").arg(eraDate(options.today)) : QString()},
               QStringLiteral("\u3000"));
    sheet.footer = joined({sheet.name, options.prefecture, eraDate(options.today)}, QStringLiteral("\u3000"));
    sheet.paper =
        options.paper.value_or(kind == PeopleSheetKind::Ladder ? FormSheet::Paper::A3 : FormSheet::Paper::A4);
    sheet.landscape = kind == PeopleSheetKind::Ladder;
    return sheet;
}

QString levelLine(const Ladder &ladder, const Assessment *assessment)
{
    if (!assessment)
        return Texts::tr("未評価");
    const int step = ladder.stepOf(assessment->level);
    const QString title = step >= 0 && step < static_cast<int>(ladder.steps.size())
                              ? ladder.steps[static_cast<std::size_t>(step)].title
                              : QString();
    return joined({ladder.levelText(assessment->level), title}, QStringLiteral("\u3000"));
}

QString assessorLine(const Assessment &assessment, const Shown &shown)
{
    const QString who = assessorText(assessment.assessor);
    return assessment.assessorName.isEmpty() || shown.masked()
               ? who
               : QStringLiteral("%1（%2）").arg(who, assessment.assessorName);
}

QString sinceLine(QDate since, QDate today)
{
    if (!since.isValid())
        return {};
    constexpr int yearMonths = 12;
    int months = (today.year() - since.year()) * yearMonths + today.month() - since.month();
    months -= today.day() < since.day() ? 1 : 0;
    QString text = eraDate(since);
    text = Texts::tr("%1から").arg(text.left(text.indexOf(u'月') + 1));
    if (months < 0)
        return text;
    const QString years = months >= yearMonths ? Texts::tr("%1年").arg(months / yearMonths) : QString();
    const QString rest = months % yearMonths != 0 || years.isEmpty()
                             ? Texts::tr("%1か月").arg(months % yearMonths)
                             : QString();
    return Texts::tr("%1（%2）").arg(text, QString(years + rest));
}

QString joined(QStringList parts, const QString &by)
{
    parts.removeAll(QString());
    return parts.join(by);
}

QString placeLine(const Registry &registry, const PersonRecord &person, QDate on)
{
    const QString place = registry.workplace(person, on),
                  municipality = registry.municipalityText(person, on);
    return joined({place, place.contains(municipality) ? QString() : municipality});
}

double heightLeft(const FormSheet &sheet)
{
    constexpr double pointsPerMm = 72 / 25.4, title = 17, gap = 5, caption = 6, paragraph = 6;
    const FormMetrics metrics = formMetrics(sheet);
    double used = title;
    for (const FormSheet::Part &part : sheet.parts) {
        if (!part.table) {
            used += paragraph;
            continue;
        }
        used += gap + (part.table->caption.isEmpty() ? 0 : caption);
        const FormGrid grid(*part.table);
        for (const xlsx::SheetRows &row : xlsx::sheetRows(grid, xlsx::measuredAll(grid, metrics), 0))
            used += row.height() / pointsPerMm;
    }
    return metrics.height() - used;
}

std::vector<FormTableCell> nothing(const QString &text, int columns)
{
    FormTableCell cell = sheets::body(text, 0, columns);
    cell.style = FormTableCell::Style::Note;
    return {cell};
}

void addIssues(FormSheet &sheet, const PeopleSheetOptions &options, const Shown &shown, int most)
{
    using sheets::body;
    using sheets::head;
    if (options.issues.empty())
        return; // the room is for what there is
    const auto limit = static_cast<std::size_t>(most);
    FormTable table;
    table.caption = Texts::tr("関わる地域課題");
    table.widths = {34, 34, 84, 30};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("時期")), head(Texts::tr("段階・種類")), head(Texts::tr("内容")),
                          head(Texts::tr("状態"))});
    for (const SheetMention &one : options.issues) {
        if (table.rows.size() > limit)
            break;
        table.rows.push_back({body(eraDate(one.day)), body(one.what), body(shown.text(one.text)),
                              body(shown.text(one.state))});
    }
    if (options.issues.size() > limit)
        table.caption +=
            Texts::tr("（新しい順に%1件。ほかに%2件）").arg(limit).arg(options.issues.size() - limit);
    sheets::add(sheet, std::move(table));
}

const Support *lastSupport(const Registry &registry, const PersonRecord &person, QDate today)
{
    for (const qint64 id : person.supports) // newest first
        if (const Support *support = registry.support(id);
            support && (!support->heldOn.isValid() || support->heldOn <= today))
            return support;
    return nullptr;
}

} // namespace peoplesheets

} // namespace tane
