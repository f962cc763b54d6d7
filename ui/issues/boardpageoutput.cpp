// What BoardPage prints and writes.
#include "issues/boardpage.h"

#include "grouping/showkit.h"
#include "issues/boardworkbook.h"
#include "issues/issuesheets.h"
#include "paper/kitpaper.h"
#include "paper/pagessvg.h"
#include "parts/filefilters.h"
#include "printing/previewdialog.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kPictureDpi = 60; ///< of 四六判: 1,861 by 2,577 pixels

PaperPages pagesOf(const std::vector<BoardContent> &boards, PosterPaper paper)
{
    std::vector<PosterContent> posters;
    for (const BoardContent &content : boards)
        posters.push_back(posterOf(content));
    return posterPages(posters, paper, false);
}

} // namespace

void BoardPage::makeOutput(QMenu *menu)
{
    const auto add = [&](const QString &text, const QString &name, auto work) {
        QAction *action = menu->addAction(text, this, work);
        action->setObjectName(name);
        m_exportActions << action;
    };
    add(tr("この模造紙を印刷…"), u"printBoard"_s, [this] { preview(false); });
    add(tr("すべての模造紙を印刷…"), u"printBoards"_s, [this] { preview(true); });
    menu->addSeparator();
    add(tr("すべての付箋を Excel で…"), u"boardsWorkbook"_s, [this] {
        save(tr("付箋を Excel に書き出す"), u".xlsx"_s, workbookFilter(),
             [this](const QString &path) { return writeWorkbook(path); });
    });
    add(tr("この模造紙を PNG 画像で…"), u"boardPng"_s, [this] {
        save(tr("模造紙を画像に書き出す"), u".png"_s, tr("PNG 画像 (*.png)"),
             [this](const QString &path) { return writePng(path); });
    });
    add(tr("この模造紙を SVG 画像で…"), u"boardSvg"_s, [this] {
        save(tr("模造紙を画像に書き出す"), u".svg"_s, tr("SVG 画像 (*.svg)"),
             [this](const QString &path) { return writeSvg(path); });
    });
}

Result<std::vector<BoardContent>> BoardPage::contents(bool all)
{
    if (!all)
        return std::vector<BoardContent>{m_poster->content()};
    std::vector<BoardContent> contents;
    for (const BoardSummary &one : m_boards) {
        TANE_TRY(BoardContent content, loadBoard(document(), one.board.id));
        contents.push_back(std::move(content));
    }
    return contents;
}

/// As the posters of the kit: the papers are the same, A3 first, as that is what an office has.
void BoardPage::preview(bool all)
{
    auto boards = contents(all);
    if (!report(boards))
        return;
    const auto shared = std::make_shared<const std::vector<BoardContent>>(std::move(*boards));
    const PreviewSource source = [shared](int index) -> Result<PreviewSheet> {
        return PreviewSheet{
            tr("模造紙"),
            std::make_shared<const PaperPages>(pagesOf(*shared, static_cast<PosterPaper>(index))),
            {}};
    };
    const auto paper = static_cast<int>(PosterPaper::A3);
    const auto first = source(paper);
    if (!report(first))
        return;
    auto *dialog =
        new PreviewDialog(source, *first, posterPaperNames(), paper, fileName(), context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Without names of people or municipalities: the number of the group, or the whole.
QString BoardPage::fileName()
{
    const std::optional<int> number = m_poster->content().board.number;
    return number ? tr("模造紙_%1班").arg(*number) : tr("模造紙");
}

void BoardPage::save(const QString &title, const QString &ending, const QString &filter,
                     const std::function<Result<>(const QString &)> &write)
{
    const QString name = ending == ".xlsx"_L1 ? tr("模造紙の付箋") : fileName();
    const QString path = context().dialogs.saveFile(this, title, name + ending, filter);
    if (path.isEmpty() || !report(write(path)))
        return;
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」に保存しました。").arg(QFileInfo(path).fileName())});
}

Result<> BoardPage::writeWorkbook(const QString &path)
{
    TANE_TRY(const std::vector<BoardContent> boards, contents(true));
    const auto shown = std::ranges::find(m_workshops, workshop(), &Workshop::id);
    return writeBoardWorkbook(path, boards, shown == m_workshops.end() ? QString() : shown->title);
}

Result<> BoardPage::writePng(const QString &path)
{
    const PaperPages pages = pagesOf({m_poster->content()}, PosterPaper::Shiroku);
    TANE_CHECK(writePagesPng(path, pages, kPictureDpi));
    return {};
}

Result<> BoardPage::writeSvg(const QString &path)
{
    TANE_CHECK(writePagesSvg(path, pagesOf({m_poster->content()}, PosterPaper::Shiroku)));
    return {};
}

} // namespace tane
