// Indicators and the roll-up of the control sheets as sheets; and every sheet as it is stored.
#include "issues/issuesheetparts.h"

#include "base/fiscalyear.h"

#include <algorithm>

namespace tane {

using namespace issuesheets;
using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;

namespace {

constexpr std::size_t kYearsShown = 5;

/// The last years that have a value.
std::vector<int> yearsOf(const std::vector<IndicatorContent> &indicators)
{
    std::vector<int> years;
    for (const IndicatorContent &one : indicators)
        for (const auto &[year, value] : one.values)
            if (std::ranges::find(years, year) == years.end())
                years.push_back(year);
    std::ranges::sort(years);
    if (years.size() > kYearsShown)
        years.erase(years.begin(), years.end() - kYearsShown);
    return years;
}

/// A value with its year below it.
FormTableCell withYear(const QString &text, const std::optional<int> &year)
{
    FormTableCell cell = centred(text);
    if (year && !text.isEmpty())
        cell.remark = FiscalYear(*year).text();
    return cell;
}

std::vector<FormTableCell> indicatorRow(const IndicatorContent &one, const std::vector<int> &years)
{
    const Indicator &about = one.indicator;
    FormTableCell name = body(about.name);
    if (!about.source.isEmpty())
        name.remark = Texts::tr("出典：%1").arg(about.source);
    std::vector<FormTableCell> row{std::move(name), centred(indicatorTypeText(about.type)),
                                   centred(indicatorMeasureText(about.qualitative)), centred(about.unit),
                                   withYear(about.baseline, about.baselineYear)};
    QStringList causes;
    for (const int year : years) {
        const auto value = one.values.find(year);
        row.push_back(centred(value == one.values.end() ? QString() : value->second.value));
    }
    for (const auto &[year, value] : one.values)
        if (!value.cause.isEmpty())
            causes << Texts::tr("%1：%2").arg(FiscalYear(year).text(), value.cause);
    row.push_back(withYear(about.target, about.targetYear));
    row.push_back(sheets::points(causes));
    return row;
}

} // namespace

FormSheet makeIndicatorSheet(const std::vector<IndicatorContent> &indicators,
                             const IssueSheetOptions &options)
{
    FormSheet sheet = begun(IssueSheetKind::Indicators, options, {}, FormSheet::Paper::A4, true);
    const std::vector<int> years = yearsOf(indicators);
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    table.widths = {62, 20, 14, 14, 28};
    std::vector<FormTableCell> heads{head(Texts::tr("指標")), head(Texts::tr("種類")),
                                     head(Texts::tr("定量・\n定性")), head(Texts::tr("単位")),
                                     head(Texts::tr("基準値"))};
    for (const int year : years) {
        heads.push_back(head(FiscalYear(year).text()));
        table.widths.push_back(19);
    }
    heads.push_back(head(Texts::tr("目標")));
    heads.push_back(head(Texts::tr("変わった・変わらない理由")));
    table.widths.insert(table.widths.end(), {28, 60});
    const int columns = static_cast<int>(heads.size());
    table.rows.push_back(std::move(heads));
    for (const IndicatorViewpoint &viewpoint : indicatorViewpoints()) {
        table.rows.push_back(
            {sheets::band(QStringLiteral("%1　%2").arg(viewpoint.number).arg(viewpoint.title), columns)});
        bool any = false;
        for (const IndicatorContent &one : indicators)
            if (one.indicator.viewpoint == viewpoint.number) {
                table.rows.push_back(indicatorRow(one, years));
                any = true;
            }
        if (!any) {
            FormTableCell usual =
                body(Texts::tr("例：%1").arg(viewpoint.usual.join(QStringLiteral("、"))), 0, columns);
            usual.style = FormTableCell::Style::Note;
            table.rows.push_back({std::move(usual)});
        }
    }
    sheets::add(sheet, std::move(table));
    sheets::add(
        sheet, FormParagraph::Style::Note,
        Texts::tr("S（構造）・P（活動）・O（成果）をあわせて見ます。値が変わらないときも、その理由を書きま"
                  "す。看取り率には数値の目標を設定しません。"));
    return sheet;
}

namespace {

FormTableCell overviewCell(const ControlRollUp::Cell &cell)
{
    if (!cell.present)
        return centred(QStringLiteral("－"));
    FormTableCell made = centred(controlStateText(cell.state));
    QStringList lines;
    if (cell.indicators > 0)
        lines << Texts::tr("指標%1・目標%2").arg(cell.indicators).arg(cell.targets);
    if (!cell.wanting.isEmpty())
        lines << Texts::tr("困っていること：%1").arg(cell.wanting);
    else if (cell.stuck)
        lines << Texts::tr("結果はあるが、今後の改善策がまだ");
    made.remark = lines.join(u'\n');
    return made;
}

} // namespace

FormSheet makeControlOverview(const ControlRollUp &rollUp, const QStringList &names,
                              const IssueSheetOptions &options)
{
    FormSheet sheet = begun(IssueSheetKind::ControlOverview, options, {FiscalYear(rollUp.year).text()},
                            FormSheet::Paper::A4, true);
    FormTable table;
    table.headRows = 2;
    table.middle = true;
    table.widths = {40};
    std::vector<FormTableCell> heads{head(Texts::tr("市町村"))}, sums{label(Texts::tr("目標設定済み"))};
    for (std::size_t scene = 0; scene < static_cast<std::size_t>(rollUp.scenes.size()); ++scene) {
        table.widths.push_back(57);
        heads.push_back(head(rollUp.scenes[static_cast<qsizetype>(scene)]));
        FormTableCell sum =
            centred(Texts::tr("%1／%2市町村").arg(rollUp.withGoal(scene)).arg(rollUp.rows.size()));
        sum.remark = Texts::tr("止まっている %1市町村").arg(rollUp.stuck(scene));
        sums.push_back(std::move(sum));
    }
    table.rows.push_back(std::move(heads));
    table.rows.push_back(std::move(sums));
    for (std::size_t i = 0; i < rollUp.rows.size(); ++i) {
        const ControlRollUp::Row &row = rollUp.rows[i];
        std::vector<FormTableCell> cells{label(names.value(static_cast<qsizetype>(i)))};
        if (row.sheet == 0) {
            cells.push_back(body(Texts::tr("シートがまだありません"), 0, static_cast<int>(row.cells.size())));
            cells.back().style = FormTableCell::Style::Note;
        } else {
            for (const ControlRollUp::Cell &cell : row.cells)
                cells.push_back(overviewCell(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    sheets::add(sheet, std::move(table));
    sheets::add(
        sheet, FormParagraph::Style::Note,
        Texts::tr("「目標設定済み」は、めざす姿に向けた指標に目標値がある市町村の数です（評価済みを含み"
                  "ます）。「止まっている」は、支援できずに困っていることの記載があるか、結果があって今後"
                  "の改善策がない市町村の数です。"));
    return sheet;
}

namespace {

/// The name of a municipality; empty for none.
Result<QString> placeOf(Document &document, qint64 municipality)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral("SELECT name FROM municipality WHERE id = ?")));
    TANE_CHECK(query.bind(municipality).run());
    return query.next() ? query.text(0) : QString();
}

Result<FormSheet> storedOverview(Document &document, int year, const IssueSheetOptions &options)
{
    TANE_TRY(const std::vector<ControlContent> contents, controlSheetsOf(document, year));
    TANE_TRY(Statement query, document.database().prepare(
                                  QStringLiteral("SELECT id, name FROM municipality ORDER BY code, id")));
    TANE_CHECK(query.run());
    std::vector<qint64> ids;
    QStringList names;
    while (query.next()) {
        ids.push_back(query.integer(0));
        names << query.text(1);
    }
    return makeControlOverview(rollUpControlSheets(contents, ids, year), names, options);
}

template<class T>
Result<T> recordOrBlank(Document &document, qint64 id)
{
    return id == 0 ? Result<T>(T{}) : RecordTable<T>(document).load(id);
}

} // namespace

Result<FormSheet> makeIssueSheet(Document &document, IssueSheetKind kind, qint64 id,
                                 const IssueSheetOptions &options)
{
    IssueSheetOptions about = options;
    switch (kind) {
    case IssueSheetKind::Scenario: {
        TANE_TRY(const Scenario scenario, recordOrBlank<Scenario>(document, id));
        TANE_TRY(about.place, placeOf(document, scenario.municipality));
        return makeScenarioSheet(scenario, about);
    }
    case IssueSheetKind::ControlSheet: {
        TANE_TRY(const ControlContent content, loadControlSheet(document, id));
        TANE_TRY(about.place, placeOf(document, content.sheet.municipality));
        return makeControlSheetForm(content, about);
    }
    case IssueSheetKind::Message: {
        TANE_TRY(const IssueMessage message, recordOrBlank<IssueMessage>(document, id));
        TANE_TRY(about.place, placeOf(document, message.municipality));
        return makeMessageSheet(message, about);
    }
    case IssueSheetKind::Consultations: {
        TANE_TRY(const Consultations consultations, loadConsultations(document));
        return makeConsultationSheet(consultations, {}, about);
    }
    case IssueSheetKind::LogicModel: {
        TANE_TRY(const LogicContent content, loadLogicModel(document, id));
        TANE_TRY(about.place, placeOf(document, content.model.municipality));
        return makeLogicModelSheet(content, about);
    }
    case IssueSheetKind::Indicators: {
        TANE_TRY(const std::vector<IndicatorContent> indicators, indicatorsOf(document, id));
        TANE_TRY(about.place, placeOf(document, id));
        return makeIndicatorSheet(indicators, about);
    }
    case IssueSheetKind::ControlOverview:
        return storedOverview(document, static_cast<int>(id), about);
    case IssueSheetKind::PosterFilled:
        break;
    }
    return fail(ErrorCode::Usage, Texts::tr("記入済みの模造紙は、図として書き出します。"));
}

} // namespace tane
