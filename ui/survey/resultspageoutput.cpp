// What leaves the results page: figures to the clipboard, files, and where they went.
#include "survey/resultspage.h"

#include "parts/chartcard.h"
#include "shell/widgets.h"
#include "survey/changereport.h"
#include "survey/followupview.h"
#include "survey/grouppicker.h"
#include "survey/readingcard.h"
#include "survey/resultsexport.h"
#include "survey/satisfactionview.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHideEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace tane {

void ResultsPage::makeExportActions()
{
    auto *menu = new QMenu(m_export);
    const std::pair<ResultsFile, QString> kinds[] = {{ResultsFile::Png, tr("図を PNG で…")},
                                                     {ResultsFile::Svg, tr("図を SVG で…")},
                                                     {ResultsFile::Workbook, tr("表とグラフを Excel で…")},
                                                     {ResultsFile::Docx, tr("報告書を Word で…")},
                                                     {ResultsFile::Pdf, tr("報告書を PDF で…")}};
    for (const auto &[kind, text] : kinds) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, k = kind] { exportAs(static_cast<int>(k)); });
        m_exportActions += action;
    }
    m_export->setMenu(menu);
}

ChartSpec ResultsPage::currentChart() const
{
    const int set = currentSet();
    if (set >= 0)
        return changeChart(state()->analysis, state()->questionnaire.sets[static_cast<std::size_t>(set)],
                           m_groups->group());
    if (set == kFollowUp)
        return m_followUp->figure() ? m_followUp->figure()->spec() : ChartSpec();
    const DistributionRow *row = m_satisfaction->current();
    return row ? distributionChart(state()->analysis, *row) : ChartSpec();
}

void ResultsPage::copyFigure()
{
    if (!state())
        return;
    QGuiApplication::clipboard()->setMimeData(figureMimeData(currentChart()));
    Q_EMIT notice({Notice::Kind::Info,
                   tr("図と表をコピーしました。Word では図として、Excel では表として貼り付けられます。")});
}

void ResultsPage::exportAs(int kind)
{
    if (!state())
        return;
    m_reading->flush();
    const auto file = static_cast<ResultsFile>(kind);
    const QString path =
        context().dialogs.saveFile(this, tr("書き出し"), suggestedName(file, figureName()), fileFilter(file));
    if (path.isEmpty())
        return;
    m_exported->hide();
    if (report(writeResults(file, path, currentChart(), context().document, context().workshop, *state())))
        showExported(path);
}

void ResultsPage::showExported(const QString &path)
{
    m_exportedPath = path;
    const QFileInfo file(path);
    m_exported->show({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                              .arg(file.absoluteDir().dirName(), file.fileName())});
    m_exported->setDetail(QDir::toNativeSeparators(path));
    m_exported->setAction(tr("フォルダーを開く"));
}

void ResultsPage::openFolder()
{
    const QString folder = QFileInfo(m_exportedPath).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_exported->show({Notice::Kind::Hint, tr("フォルダーを開けませんでした。書き出した場所は %1 です。")
                                                  .arg(QDir::toNativeSeparators(folder))});
}

// What was written is news only as long as the page is in sight.
void ResultsPage::hideEvent(QHideEvent *event)
{
    SurveyPage::hideEvent(event);
    if (!event->spontaneous())
        m_exported->hide();
}

/// What the figure in sight shows, for its file's name: the set or item and the group; nobody's name.
QString ResultsPage::figureName() const
{
    const QString group = groupLabel(m_groups->group());
    const int set = currentSet();
    if (set >= 0) {
        const ItemSet &shown = state()->questionnaire.sets[static_cast<std::size_t>(set)];
        const QString items = shown.items.size() == 1 ? shown.items.front().code : shown.code;
        return tr("図_%1_変化_%2").arg(items, group);
    }
    if (set == kFollowUp)
        return tr("図_2～3か月後の行動");
    const DistributionRow *row = m_satisfaction->current();
    return row ? tr("図_%1_評価_%2").arg(row->itemCode, group) : QString();
}

} // namespace tane
