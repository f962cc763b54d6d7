#include "issues/boardworkbook.h"

#include "exchange/workbookwriter.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::BoardWorkbook)
};

QString fieldName(const BoardContent &content, qint64 scene)
{
    const BoardScene *found = content.scene(scene);
    return found ? found->name : Texts::tr("（場面なし）");
}

void writeNotes(SheetWriter &sheet, const std::vector<BoardContent> &boards)
{
    sheet.writeHead(
        {Texts::tr("班"), Texts::tr("場面"), Texts::tr("見出し"), Texts::tr("付箋"), Texts::tr("種類")});
    const auto row = [&](const BoardContent &content, const QString &heading, const StickyNote *note) {
        sheet.writeRow({boardTitle(content.board), fieldName(content, note->scene), heading, note->text,
                        noteKindText(note->kind)});
    };
    const auto field = [&](const BoardContent &content, qint64 scene) {
        for (const NoteCluster *cluster : content.clustersOf(scene))
            for (const StickyNote *note : content.notesOf(cluster->id))
                row(content, cluster->heading, note);
        for (const StickyNote *note : content.loose(scene))
            row(content, {}, note);
    };
    for (const BoardContent &content : boards) {
        for (const BoardScene &scene : content.scenes)
            field(content, scene.id);
        field(content, 0);
    }
    sheet.addFilter();
    sheet.setColumnWidths({14, 22, 26, 60, 14});
    sheet.setLandscape(true);
}

/// A row a board, a column a scene, in the order scenes first appear.
void writeCounts(SheetWriter &sheet, const std::vector<BoardContent> &boards)
{
    QStringList scenes;
    for (const BoardContent &content : boards)
        for (const BoardScene &scene : content.scenes)
            if (!scenes.contains(scene.name))
                scenes << scene.name;
    scenes << Texts::tr("（場面なし）");
    sheet.writeHead(QStringList{Texts::tr("班")} + scenes + QStringList{Texts::tr("合計")});
    std::vector<std::int64_t> sums(static_cast<std::size_t>(scenes.size()) + 1);
    for (const BoardContent &content : boards) {
        std::vector<std::int64_t> counts(sums.size());
        for (const StickyNote &note : content.notes) {
            ++counts[static_cast<std::size_t>(scenes.indexOf(fieldName(content, note.scene)))];
            ++counts.back();
        }
        std::vector<CellValue> cells{boardTitle(content.board)};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            cells.emplace_back(counts[i]);
            sums[i] += counts[i];
        }
        sheet.writeRow(cells);
    }
    std::vector<CellValue> total{Texts::tr("合計")};
    for (const std::int64_t sum : sums)
        total.emplace_back(sum);
    sheet.writeTotalRow(total);
}

} // namespace

Result<> writeBoardWorkbook(const QString &path, const std::vector<BoardContent> &boards,
                            const QString &title)
{
    WorkbookWriter book;
    book.setTitle(Texts::tr("模造紙"));
    std::size_t notes = 0;
    for (const BoardContent &content : boards)
        notes += content.notes.size();
    const QString about = Texts::tr("模造紙%1枚・付箋%2枚").arg(boards.size()).arg(notes);
    SheetWriter &list = book.addSheet(Texts::tr("付箋の一覧"));
    list.writeTitle(Texts::tr("模造紙の付箋"));
    list.writeNote(title.isEmpty() ? about : QString(title + QStringLiteral("　") + about));
    writeNotes(list, boards);
    SheetWriter &counts = book.addSheet(Texts::tr("班と場面"));
    counts.writeTitle(Texts::tr("班と場面ごとの付箋の数"));
    writeCounts(counts, boards);
    return book.save(path);
}

} // namespace tane
