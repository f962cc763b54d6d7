#include "programme/sheetparts.h"

#include <algorithm>

namespace tane::sheets {

namespace {

constexpr double kFindingRoom = 17, kIssueRoom = 14;
constexpr int kColumns = 5;

/// The viewpoints of one block, each with its number on the sheet: "2-1".
struct Block
{
    QString title;
    std::vector<std::pair<QString, Viewpoint>> viewpoints;
};

std::vector<Block> blocksOf(const Cycle &cycle)
{
    std::vector<Block> blocks;
    for (const Viewpoint &viewpoint : cycle.viewpoints.empty() ? guidedViewpoints() : cycle.viewpoints) {
        auto block = std::ranges::find(blocks, viewpoint.block, &Block::title);
        if (block == blocks.end())
            block = blocks.insert(blocks.end(), {viewpoint.block, {}});
        const auto first = block - blocks.begin() + 1;
        const QString number = QStringLiteral("%1-%2").arg(first).arg(block->viewpoints.size() + 1);
        block->viewpoints.emplace_back(number, viewpoint);
    }
    return blocks;
}

/// What the sheet says about a finding in other places than its own row.
struct FindingNote
{
    QString number; ///< of its viewpoint
    QString table;  ///< "表1" when it has one
};

class SituationSheet
{
public:
    SituationSheet(FormSheet &sheet, const Cycle &cycle)
        : m_sheet(sheet)
        , m_cycle(cycle)
        , m_blocks(blocksOf(cycle))
    {
        int tables = 0;
        for (const Block &block : m_blocks) {
            for (const auto &[number, viewpoint] : block.viewpoints) {
                for (const Finding &finding : findingsOf(viewpoint))
                    m_notes[finding.id] = {
                        number, finding.tableCells.isEmpty() ? QString() : Texts::tr("表%1").arg(++tables)};
            }
        }
    }

    void fill()
    {
        addViewpoints();
        addIssues();
        addAttachedTables();
    }

private:
    const std::vector<Finding> &findingsOf(const Viewpoint &viewpoint) const
    {
        static const std::vector<Finding> none;
        const auto found = m_cycle.findings.find(viewpoint.id);
        return viewpoint.id == 0 || found == m_cycle.findings.end() ? none : found->second;
    }

    void addViewpoints()
    {
        FormTable table;
        table.widths = {60, 90, 15, 42, 62};
        table.headRows = 1;
        table.rows.push_back({head(Texts::tr("確認・検討の観点")), head(Texts::tr("所見（実態）")),
                              head(Texts::tr("定量\n定性")), head(Texts::tr("出典・時点")),
                              head(Texts::tr("抽出した課題【対象】"))});
        for (const Block &block : m_blocks) {
            if (!block.title.isEmpty())
                table.rows.push_back({band(QStringLiteral("【%1】").arg(block.title), kColumns)});
            for (const auto &[number, viewpoint] : block.viewpoints)
                addViewpoint(table, number, viewpoint);
        }
        add(m_sheet, std::move(table));
    }

    void addViewpoint(FormTable &table, const QString &number, const Viewpoint &viewpoint)
    {
        const std::vector<Finding> &findings = findingsOf(viewpoint);
        const auto count = std::max<int>(static_cast<int>(findings.size()), 1);
        FormTableCell title = label(number + u' ' + viewpoint.text, count);
        if (findings.empty()) {
            FormTableCell choice = centred(Texts::tr("定量\n定性"));
            choice.style = FormTableCell::Style::Note;
            table.rows.push_back({title, body({}, kFindingRoom), choice, body({}), body({})});
            return;
        }
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Finding &finding = findings[i];
            std::vector<FormTableCell> row;
            if (i == 0)
                row.push_back(title);
            FormTableCell text = body(finding.text);
            const QString attached = m_notes.at(finding.id).table;
            if (!attached.isEmpty())
                text.remark = Texts::tr("%1 を参照").arg(attached);
            FormTableCell source = body(finding.source);
            source.remark = eraDate(finding.foundOn);
            row.push_back(std::move(text));
            row.push_back(centred(findingKindText(finding.kind)));
            row.push_back(std::move(source));
            row.push_back(points(issuesFrom(finding.id)));
            table.rows.push_back(std::move(row));
        }
    }

    QStringList issuesFrom(qint64 finding) const
    {
        QStringList lines;
        for (const auto &[group, issues] : m_cycle.reviewIssues) {
            for (const ReviewIssue &issue : issues) {
                const auto sources = m_cycle.issueFindings.find(issue.id);
                if (sources != m_cycle.issueFindings.end() &&
                    std::ranges::find(sources->second, finding) != sources->second.end())
                    lines << point(withGroup(m_cycle, group, issue.text));
            }
        }
        return lines;
    }

    void addIssues()
    {
        FormTable table;
        table.caption = Texts::tr("対象ごとの抽出した課題");
        table.widths = {45, 144, 80};
        table.headRows = 1;
        table.rows.push_back(
            {head(Texts::tr("対象")), head(Texts::tr("抽出した課題")), head(Texts::tr("もとになった所見"))});
        for (const TargetGroup &group : m_cycle.targetGroups) {
            const auto found = m_cycle.reviewIssues.find(group.id);
            if (found == m_cycle.reviewIssues.end() || found->second.empty()) {
                if (!group.isEnvironment)
                    table.rows.push_back({groupCell(group), body({}, kIssueRoom), body({})});
                continue;
            }
            for (const ReviewIssue &issue : found->second) {
                std::vector<FormTableCell> row;
                if (&issue == &found->second.front())
                    row.push_back(groupCell(group, static_cast<int>(found->second.size())));
                row.push_back(body(issue.text));
                row.push_back(body(sourcesOf(issue.id)));
                table.rows.push_back(std::move(row));
            }
        }
        if (m_cycle.targetGroups.empty())
            for (int i = 0; i < 3; ++i)
                table.rows.push_back({label({}), body({}, kIssueRoom), body({})});
        add(m_sheet, std::move(table));
    }

    /// The findings an issue was drawn from, by number and in full: nothing is cut on paper.
    QString sourcesOf(qint64 issue) const
    {
        const auto sources = m_cycle.issueFindings.find(issue);
        QStringList lines;
        for (const Block &block : m_blocks) {
            for (const auto &[number, viewpoint] : block.viewpoints) {
                for (const Finding &finding : findingsOf(viewpoint)) {
                    if (sources == m_cycle.issueFindings.end() ||
                        std::ranges::find(sources->second, finding.id) == sources->second.end())
                        continue;
                    lines << number + u' ' + finding.text.simplified();
                }
            }
        }
        return lines.join(u'\n');
    }

    void addAttachedTables()
    {
        for (const Block &block : m_blocks) {
            for (const auto &[number, viewpoint] : block.viewpoints) {
                for (const Finding &finding : findingsOf(viewpoint))
                    if (!finding.tableCells.isEmpty())
                        addAttachedTable(finding);
            }
        }
    }

    void addAttachedTable(const Finding &finding)
    {
        const FindingNote &note = m_notes.at(finding.id);
        FormTable table;
        table.caption = Texts::tr("%1　%2（観点 %3）").arg(note.table, finding.tableTitle, note.number);
        table.headRows = 1;
        table.middle = true;
        for (const QString &line : finding.tableCells.split(u'\n')) {
            const QStringList cells = line.split(u'\t');
            std::vector<FormTableCell> row;
            for (qsizetype i = 0; i < cells.size(); ++i) {
                const bool isHead = table.rows.empty();
                FormTableCell cell = isHead ? head(cells.at(i)) : body(cells.at(i));
                if (!isHead && i == 0)
                    cell.style = FormTableCell::Style::Label;
                else if (!isHead && isNumber(cells.at(i)))
                    cell.align = FormTableCell::Align::Right;
                row.push_back(std::move(cell));
            }
            table.widths.resize(std::max(table.widths.size(), row.size()), 2);
            table.rows.push_back(std::move(row));
        }
        table.widths.front() = 3; // the names of the rows
        add(m_sheet, std::move(table));
    }

    /// "1,741", "56.6%", "－3".
    static bool isNumber(const QString &text)
    {
        return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
            return c.isDigit() || QStringLiteral(".,+-%－．，％△ 人件").contains(c);
        });
    }

    FormSheet &m_sheet;
    const Cycle &m_cycle;
    std::vector<Block> m_blocks;
    std::map<qint64, FindingNote> m_notes;
};

} // namespace

void fillSituation(FormSheet &sheet, const Cycle &cycle)
{
    SituationSheet(sheet, cycle).fill();
}

} // namespace tane::sheets
