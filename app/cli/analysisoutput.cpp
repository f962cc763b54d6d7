#include "cli/analysisoutput.h"

#include "base/atomicfile.h"
#include "exchange/docxwriter.h"
#include "paper/chartexport.h"
#include "paper/figures.h"
#include "paper/reportpdf.h"
#include "survey/changefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Analyze", text);
}

Error cannotWrite(const QString &path)
{
    return Error{ErrorCode::CannotWrite, tr("書き出せません。フォルダーに書き込めるか、同じ名前のファイルをほかのプログラムで開いていないかを確かめてください。"),
                 QFileInfo(path).fileName(), {}, {}, path};
}

Result<> writeCharts(const QDir &folder, const ChangeAnalysis &analysis)
{
    if (!folder.mkpath(QStringLiteral("charts")))
        return std::unexpected(cannotWrite(folder.filePath(QStringLiteral("charts"))));
    const auto save = [&folder](const QString &name, const ChartSpec &chart) -> Result<> {
        const ChartPaperOptions options;
        TANE_TRY(const QByteArray svg, chartSvg(chart, options));
        TANE_CHECK(writeFileAtomically(folder.filePath(QStringLiteral("charts/%1.svg").arg(name)), svg));
        TANE_TRY(const QByteArray png, chartPng(chart, options));
        return writeFileAtomically(folder.filePath(QStringLiteral("charts/%1.png").arg(name)), png);
    };
    int set = 0;
    for (const ItemSet &itemSet : analysis.questionnaire.sets) {
        ++set;
        for (qsizetype group = 0; group < analysis.groups.size(); ++group) {
            const ChartSpec chart = changeChart(analysis, itemSet, analysis.groups.at(group));
            if (chart.categories.empty())
                continue;
            // Plain ASCII names, so that the files survive any archive: change-1-all, change-1-group2.
            const QString groupName = group == 0 ? QStringLiteral("all") : QStringLiteral("group%1").arg(group);
            TANE_CHECK(save(QStringLiteral("change-%1-%2").arg(set).arg(groupName), chart));
        }
    }
    // The place of an item in its set names its files: transition-1-3 is Ⅰ-3.
    const auto numberOf = [&analysis](int item) {
        int place = 1;
        for (const ItemSet &itemSet : analysis.questionnaire.sets) {
            if (item < static_cast<int>(itemSet.items.size()))
                break;
            item -= static_cast<int>(itemSet.items.size());
            ++place;
        }
        return QStringLiteral("%1-%2").arg(place).arg(item + 1);
    };
    for (const TransitionTable &table : analysis.transitions) {
        if (table.group == analysis.groups.first())
            TANE_CHECK(save(QStringLiteral("transition-") + numberOf(table.item), transitionChart(analysis, table.item, table.group)));
    }
    for (const DistributionRow &row : analysis.distributions) {
        if (row.group == analysis.groups.first())
            TANE_CHECK(save(QStringLiteral("once-") + numberOf(row.item), distributionChart(analysis, row)));
    }
    return {};
}

Result<> writeAll(const QDir &folder, const AnalysisOutput &output)
{
    TANE_CHECK(writeChangeCsv(folder.filePath(QStringLiteral("change.csv")), output.analysis));
    TANE_CHECK(writeFileAtomically(folder.filePath(QStringLiteral("change.json")), changeToJson(output.analysis)));
    TANE_CHECK(output.links.save(folder.filePath(QStringLiteral("links.csv"))));
    if (output.tablesOnly)
        return {};
    TANE_CHECK(writeProblemsCsv(folder.filePath(QStringLiteral("problems.csv")), output.problems));
    ChangeReportInput input;
    input.problems = output.problems;
    TANE_CHECK(writeChangeWorkbook(folder.filePath(QStringLiteral("change.xlsx")), output.analysis, input));
    TANE_CHECK(writeCharts(folder, output.analysis));
    const ReportDocument document = changeReport(output.analysis, input);
    TANE_CHECK(writeDocx(folder.filePath(QStringLiteral("report.docx")), document, renderFigure));
    return writeReportPdf(folder.filePath(QStringLiteral("report.pdf")), document);
}

/// Puts new files over those of an earlier run, all or none: what is replaced is set aside and comes back when a later step fails.
class Replacement
{
public:
    Replacement(const QDir &fresh, const QDir &aside, const QDir &target) : m_fresh(fresh), m_aside(aside), m_target(target) {}
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;
    ~Replacement()
    {
        for (auto step = m_steps.crbegin(); step != m_steps.crend(); ++step)
            QFile::rename(step->second, step->first);
        for (const QString &folder : m_newFolders)
            m_target.rmdir(folder);
    }

    Result<> run(bool replacesCharts)
    {
        // Charts of an earlier run with other groups would look as if they belonged to this one.
        if (replacesCharts) {
            const QDir charts(m_target.filePath(QStringLiteral("charts")));
            for (const QString &name : charts.entryList({QStringLiteral("change-*"), QStringLiteral("transition-*"), QStringLiteral("once-*")},
                                                        QDir::Files))
                TANE_CHECK(setAside(QStringLiteral("charts/") + name));
        }
        TANE_CHECK(moveIn({}));
        m_steps.clear();
        m_newFolders.clear();
        return {};
    }

private:
    Result<> move(const QString &from, const QString &to, const QString &name)
    {
        if (!QFile::rename(from, to))
            return std::unexpected(cannotWrite(m_target.filePath(name)));
        m_steps.emplace_back(from, to);
        return {};
    }
    Result<> setAside(const QString &name)
    {
        const QString aside = m_aside.filePath(name);
        if (!QDir().mkpath(QFileInfo(aside).path()))
            return std::unexpected(cannotWrite(m_target.filePath(name)));
        return move(m_target.filePath(name), aside, name);
    }
    Result<> moveIn(const QString &folder)
    {
        const QDir from(m_fresh.filePath(folder));
        for (const QFileInfo &entry : from.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
            const QString name = folder.isEmpty() ? entry.fileName() : QString(folder + QLatin1Char('/') + entry.fileName());
            if (entry.isDir()) {
                if (!m_target.exists(name))
                    m_newFolders << name;
                if (!m_target.mkpath(name))
                    return std::unexpected(cannotWrite(m_target.filePath(name)));
                TANE_CHECK(moveIn(name));
                continue;
            }
            const QFileInfo old(m_target.filePath(name));
            if (old.isDir())
                return std::unexpected(cannotWrite(old.filePath()));
            if (old.exists() || old.isSymLink())
                TANE_CHECK(setAside(name));
            TANE_CHECK(move(entry.filePath(), m_target.filePath(name), name));
        }
        return {};
    }

    QDir m_fresh, m_aside, m_target;
    std::vector<std::pair<QString, QString>> m_steps; ///< from, to
    QStringList m_newFolders;
};

/// Makes the folder and gives the topmost one that was missing.
Result<QString> makeFolder(const QString &path)
{
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString missing;
    for (QString at = whole; !QFileInfo::exists(at) && at != QFileInfo(at).path(); at = QFileInfo(at).path())
        missing = at;
    if (QFileInfo(whole).exists() && !QFileInfo(whole).isDir()) {
        return std::unexpected(Error{ErrorCode::CannotWrite, tr("書き出し先に同じ名前のファイルがあります。--out にはフォルダーを指定してください。"),
                                     QFileInfo(whole).fileName(), {}, {}, whole});
    }
    if (!missing.isEmpty() && !QDir().mkpath(whole)) {
        return std::unexpected(Error{ErrorCode::CannotWrite, tr("書き出し先のフォルダーを作れません。書き込める場所を --out に指定してください。"),
                                     QFileInfo(whole).fileName(), {}, {}, whole});
    }
    return missing;
}

/// Takes away the empty folders that makeFolder made.
void removeFolder(const QString &path, const QString &topmost)
{
    QString at = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!topmost.isEmpty() && at.startsWith(topmost) && QDir().rmdir(at))
        at = QFileInfo(at).path();
}

} // namespace

Result<> writeAnalysis(const AnalysisOutput &output)
{
    TANE_TRY(const QString made, makeFolder(output.folder));
    const QDir target(output.folder);
    Result<> result = [&]() -> Result<> {
        const QTemporaryDir work(target.filePath(QStringLiteral(".tane-XXXXXX")));
        const QDir fresh(work.filePath(QStringLiteral("new")));
        if (!work.isValid() || !fresh.mkpath(QStringLiteral(".")))
            return std::unexpected(cannotWrite(output.folder));
        TANE_CHECK(writeAll(fresh, output));
        return Replacement(fresh, QDir(work.filePath(QStringLiteral("old"))), target).run(!output.tablesOnly);
    }();
    if (!result)
        removeFolder(output.folder, made);
    return result;
}

} // namespace tane::cli
