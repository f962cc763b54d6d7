// 在宅医療・介護連携推進事業実施状況及び課題管理シート (図表-61) as a form that goes out and comes back.
#include "issues/controlsheetlabels.h"
#include "issues/issuesheetparts.h"

#include "base/textfold.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tane {

using namespace issuesheets;
using namespace controlsheet;
using sheets::body;
using sheets::head;
using sheets::label;

namespace controlsheet {

QString markOf(qint64 municipality, int year, const QString &name)
{
    constexpr qsizetype digits = 8;
    const QByteArray check =
        QCryptographicHash::hash(foldName(name).toUtf8(), QCryptographicHash::Sha256).toHex().left(digits);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QLatin1String(kMark), QString::number(municipality), QString::number(year),
             QLatin1String(check));
}

} // namespace controlsheet

namespace {

/// Text that is filled in. It spans two rows of the table, so that it stays in one cell of the workbook
/// however long it is: a row of its own would be continued in the rows below when it is higher than Excel
/// allows.
FormTableCell input(const QString &text, double roomMm, int columnSpan, const QString &hint = {})
{
    FormTableCell cell = body(text, roomMm, columnSpan);
    cell.rowSpan = 2;
    cell.input = true;
    cell.hint = hint.isEmpty() ? Texts::tr("改行は Alt+Enter です。") : hint;
    return cell;
}

class SceneTable
{
public:
    SceneTable(const ControlContent::Scene &scene, const std::vector<int> &years, int year)
        : m_scene(scene)
        , m_years(years)
        , m_dueDates(usualDueDates(year))
        , m_columns(static_cast<int>(kIndicatorColumns.size() + years.size()))
    {
    }

    FormTable make()
    {
        m_table.widths = {31}; // the longest label takes five lines: a scene and the head fit a page
        for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
            if (i == kColumnsBeforeYears)
                m_table.widths.insert(m_table.widths.end(), m_years.size(), 14);
            m_table.widths.push_back(kIndicatorColumns[i].width);
        }
        m_table.widths.push_back(46);
        FormTableCell title = sheets::band(m_scene.scene.name, m_columns + 1);
        m_table.rows.push_back({title, head(centreLabel())});
        for (const SceneField &field : kSceneFields)
            if (!field.afterAssessment)
                addField(field);
        addIndicators();
        for (const SceneField &field : kSceneFields)
            if (field.afterAssessment)
                addField(field);
        addSupport();
        return std::move(m_table);
    }

private:
    void addField(const SceneField &field);
    void addIndicators();
    void addSupport();

    const ControlContent::Scene &m_scene;
    const std::vector<int> &m_years;
    QStringList m_dueDates;
    int m_columns;
    FormTable m_table;
    std::size_t m_assessmentRow = 0;
};

void SceneTable::addField(const SceneField &field)
{
    FormTableCell name = label(QString::fromUtf16(field.label), 2);
    if (field.member == &ControlScene::measures)
        name.remark = QStringLiteral("実施対象及び内容（具体的に）");
    m_table.rows.push_back({name, input(m_scene.scene.*field.member, field.roomMm, m_columns)});
    m_table.rows.emplace_back();
}

void SceneTable::addIndicators()
{
    const auto count = std::max<std::size_t>(m_scene.indicators.size(), kControlIndicatorRows);
    m_assessmentRow = m_table.rows.size();
    std::vector<FormTableCell> heads{label(assessmentLabel(), static_cast<int>(2 * count) + 1)};
    for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
        if (i == kColumnsBeforeYears)
            for (const int year : m_years)
                heads.push_back(head(FiscalYear(year).text()));
        heads.push_back(head(QString::fromUtf16(kIndicatorColumns[i].head)));
    }
    m_table.rows.push_back(std::move(heads));
    static const ControlContent::Indicator blank;
    for (std::size_t row = 0; row < count; ++row) {
        const ControlContent::Indicator &one =
            row < m_scene.indicators.size() ? m_scene.indicators[row] : blank;
        std::vector<FormTableCell> cells;
        for (std::size_t i = 0; i < kIndicatorColumns.size(); ++i) {
            if (i == kColumnsBeforeYears)
                for (const int year : m_years) {
                    const auto value = one.values.find(year);
                    cells.push_back(input(value == one.values.end() ? QString() : value->second, 11, 1));
                }
            cells.push_back(input(one.indicator.*kIndicatorColumns[i].member, 11, 1));
            if (kIndicatorColumns[i].member == &ControlIndicator::target)
                cells.back().hint = Texts::tr("看取り率には数値の目標を設定しません。");
            // What is usual can be chosen; anything else may be written, as in the window.
            if (kIndicatorColumns[i].member == &ControlIndicator::due) {
                cells.back().hint = Texts::tr("一覧から選ぶか、そのまま書いてください。");
                cells.back().choices = m_dueDates;
                cells.back().free = true;
            }
            if (kIndicatorColumns[i].member == &ControlIndicator::assessment) {
                cells.back().hint =
                    Texts::tr("一覧から選ぶか、そのまま書いてください。改行は Alt+Enter です。");
                cells.back().choices = usualAssessments();
                cells.back().free = true;
            }
        }
        m_table.rows.push_back(std::move(cells));
        m_table.rows.emplace_back();
    }
}

/// The column of the centre stands beside all of the scene.
void SceneTable::addSupport()
{
    const int below = static_cast<int>(m_table.rows.size());
    const int half = static_cast<int>(m_assessmentRow);
    const auto put = [&](int row, FormTableCell cell) {
        m_table.rows[static_cast<std::size_t>(row)].push_back(std::move(cell));
    };
    const auto writing = [&](const QString &text, int rows, const QString &hint) {
        FormTableCell cell = input(text, 0, 1, hint);
        cell.rowSpan = rows;
        return cell;
    };
    put(1, label(givenLabel()));
    put(2, writing(m_scene.scene.supportGiven, half - 2, Texts::tr("予定を含めて書いてください。")));
    put(half, label(wantingLabel()));
    put(half + 1, writing(m_scene.scene.supportWanting, below - half - 1,
                          Texts::tr("県の支援を検討するときの資料になります。")));
}

} // namespace

FormSheet makeControlSheetForm(const ControlContent &content, const IssueSheetOptions &options)
{
    FormSheet sheet = begun(IssueSheetKind::ControlSheet, options, {FiscalYear(content.sheet.year).text()},
                            FormSheet::Paper::A4, true);
    sheet.title =
        QStringLiteral("%1 在宅医療・介護連携推進事業実施状況及び課題管理シート").arg(options.place);
    FormTable who;
    who.widths = {31, 55, 18, 40, 18, 56};
    who.middle = true;
    FormTableCell date =
        body(content.sheet.filledOn.isValid() ? content.sheet.filledOn.toString(QStringLiteral("yyyy/MM/dd"))
                                              : QString(),
             8);
    date.input = true;
    date.hint = Texts::tr("記入した日を 2026/4/1 や 令和8年4月1日 のように書いてください。");
    who.rows.push_back({label(municipalityLabel()), body(options.place, 8), label(yearLabel()),
                        body(FiscalYear(content.sheet.year).text()), label(filledLabel()), date});
    who.rows.push_back({label(visionLabel(), 2), input(content.sheet.vision, 12, 5)});
    who.rows.emplace_back();
    sheets::add(sheet, std::move(who));
    const std::vector<int> years = content.years();
    for (const ControlContent::Scene &scene : content.scenes)
        sheets::add(sheet, SceneTable(scene, years, content.sheet.year).make());
    sheet.locked = true;
    sheet.mark = markOf(content.sheet.municipality, content.sheet.year, options.place);
    return sheet;
}

} // namespace tane
