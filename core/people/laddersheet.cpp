// 人材のレベル一覧: the board on paper.
#include "base/fiscalyear.h"
#include "people/peoplesheetparts.h"

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

using namespace peoplesheets;
using sheets::body;
using sheets::head;

using People = std::vector<const PersonRecord *>;

/// "東部圏域・コーディネーター・5年以上": what the board was restricted to.
QString filterLine(const Registry &registry, const PeopleFilter &filter)
{
    const CareArea *area = registry.area(filter.area);
    const Municipality *municipality = registry.municipality(filter.municipality);
    const Centre *centre = registry.centre(filter.centre);
    return joined({area ? area->name : QString(), municipality ? municipality->name : QString(),
                   centre ? centre->name : QString(), filter.role, filter.experienceBand,
                   filter.text.isEmpty() ? QString() : Texts::tr("「%1」を含む").arg(filter.text)});
}

/// How many people stand side by side at each step, so that the board gets few pages: every step has a lane,
/// the fuller ones more.
std::vector<int> lanesOf(const std::vector<People> &steps, int rowsOfPage)
{
    constexpr int mostLanes = 9;
    std::vector<int> lanes(steps.size(), 1);
    const auto rows = [&](std::size_t step) {
        return (static_cast<int>(steps[step].size()) + lanes[step] - 1) / lanes[step];
    };
    for (int all = static_cast<int>(steps.size()); all < mostLanes; ++all) {
        std::size_t fullest = 0;
        for (std::size_t step = 1; step < steps.size(); ++step)
            if (rows(step) > rows(fullest))
                fullest = step;
        if (steps.empty() || rows(fullest) <= rowsOfPage)
            break;
        ++lanes[fullest];
    }
    return lanes;
}

class LadderSheet
{
public:
    LadderSheet(const Registry &registry, const PeopleFilter &filter, QDate since,
                const PeopleSheetOptions &options)
        : m_registry(registry)
        , m_on(filter.on)
        , m_since(since)
        , m_shown(registry, options.masked)
        , m_sheet(begun(PeopleSheetKind::Ladder, options, filterLine(registry, filter)))
        , m_steps(registry.ladder.steps.size())
    {
        for (const PersonRecord *person : filterPeople(registry, filter)) {
            const auto step = stepOn(registry.ladder, *person, m_on);
            if (step && *step >= 0 && *step < static_cast<int>(m_steps.size()))
                m_steps[static_cast<std::size_t>(*step)].push_back(person);
            else
                m_notAssessed.push_back(person);
        }
    }

    FormSheet make()
    {
        board();
        notAssessed();
        return std::move(m_sheet);
    }

private:
    void board();
    void notAssessed();
    [[nodiscard]] FormTableCell card(const PersonRecord &person) const;
    [[nodiscard]] QString arrow(const PersonRecord &person) const;

    const Registry &m_registry;
    QDate m_on, m_since;
    Shown m_shown;
    FormSheet m_sheet;
    std::vector<People> m_steps;
    People m_notAssessed;
};

QString LadderSheet::arrow(const PersonRecord &person) const
{
    if (!m_since.isValid())
        return {};
    switch (movementSince(m_registry.ladder, person, m_since.addDays(-1), m_on)) {
    case Movement::Up:
        return QStringLiteral(" ↑");
    case Movement::Down:
        return QStringLiteral(" ↓");
    case Movement::New:
        return QStringLiteral(" ○");
    case Movement::None:
        break;
    }
    return {};
}

FormTableCell LadderSheet::card(const PersonRecord &person) const
{
    QString from = eraDate(person.atStepSince(m_registry.ladder, m_on));
    from = from.isEmpty() ? QString() : Texts::tr("（%1から）").arg(from.left(from.indexOf(u'月') + 1));
    FormTableCell cell = body(QString(m_shown.name(person) + arrow(person) + from));
    cell.remark = placeLine(m_registry, person, m_on);
    return cell;
}

void LadderSheet::board()
{
    const int rowsOfPage = m_sheet.paper == FormSheet::Paper::A3 ? 17 : 14;
    const std::vector<int> lanes = lanesOf(m_steps, rowsOfPage);
    FormTable table;
    table.headRows = 1;
    std::vector<FormTableCell> heads;
    int rows = 1;
    std::size_t all = m_notAssessed.size();
    for (std::size_t step = 0; step < m_steps.size(); ++step) {
        const LadderStep &one = m_registry.ladder.steps[step];
        FormTableCell cell = head(Texts::tr("%1（%2名）").arg(one.name).arg(m_steps[step].size()));
        cell.columnSpan = lanes[step];
        cell.remark = one.title;
        heads.push_back(cell);
        table.widths.insert(table.widths.end(), static_cast<std::size_t>(lanes[step]), 1.0);
        rows = std::max(rows, (static_cast<int>(m_steps[step].size()) + lanes[step] - 1) / lanes[step]);
        all += m_steps[step].size();
    }
    table.rows.push_back(heads);
    for (int row = 0; row < rows; ++row) {
        std::vector<FormTableCell> cells;
        for (std::size_t step = 0; step < m_steps.size(); ++step)
            for (int lane = 0; lane < lanes[step]; ++lane) {
                const auto at = static_cast<std::size_t>(row * lanes[step] + lane);
                cells.push_back(at < m_steps[step].size() ? card(*m_steps[step][at]) : body({}));
            }
        table.rows.push_back(std::move(cells));
    }
    sheets::add(m_sheet, std::move(table));
    QString note = Texts::tr("計%1名。レベルの間にいる方は、下のレベルの列に入っています。").arg(all);
    if (m_since.isValid())
        note += Texts::tr("↑ %1以降に上がった方\u3000↓ 下がった方\u3000○ はじめて評価した方")
                    .arg(eraDate(m_since));
    sheets::add(m_sheet, FormParagraph::Style::Note, note);
}

void LadderSheet::notAssessed()
{
    if (m_notAssessed.empty())
        return;
    constexpr std::size_t columns = 6;
    FormTable table;
    table.caption = Texts::tr("まだ評価を記録していない方（%1名）").arg(m_notAssessed.size());
    table.widths.assign(columns, 1.0);
    for (std::size_t i = 0; i < m_notAssessed.size(); ++i) {
        if (i % columns == 0)
            table.rows.emplace_back();
        FormTableCell cell = body(m_shown.name(*m_notAssessed[i]));
        cell.remark = placeLine(m_registry, *m_notAssessed[i], m_on);
        table.rows.back().push_back(cell);
    }
    sheets::add(m_sheet, std::move(table));
}

} // namespace

FormSheet makeLadderSheet(const Registry &registry, const PeopleFilter &filter, QDate since,
                          const PeopleSheetOptions &options)
{
    PeopleFilter printed = filter;
    printed.unmovedSince = {}; // for planning support on the screen only
    return LadderSheet(registry, printed, since, options).make();
}

} // namespace tane
