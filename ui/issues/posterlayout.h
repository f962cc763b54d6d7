#pragma once

#include "issues/board.h"
#include "shell/textlines.h"

#include <QFont>
#include <QRect>

#include <vector>

namespace tane {

/// A note or a heading by what it is.
struct PosterKey
{
    enum class Kind { Note, Cluster };
    Kind kind = Kind::Note;
    qint64 id = 0; ///< 0: none
    friend auto operator<=>(const PosterKey &, const PosterKey &) = default;
};

/// One paper on the poster.
struct PosterItem
{
    PosterKey key;
    qint64 scene = 0, cluster = 0;
    NoteKind kind = NoteKind::Trouble;
    bool free = false; ///< put by hand, not in order
    QRect box;
    QRect frame; ///< of a heading: all of its cluster
    TextLines lines;
};

/// A field of the poster, the band, or where those lie that are in no field.
struct PosterField
{
    qint64 scene = 0;
    QString title;
    int tint = 0, key = 0, count = 0; ///< key: the digit that stands for it
    bool isBand = false;
    QRect box, content;
    int flowBottom = 0; ///< below the last paper that stands in order
};

/// Where everything is on a board, as the poster of 図表-81 has it: the group's name, fields two by two, the
/// band below. In pixels of a sheet of a given width; as high as it needs. Papers come field by field,
/// clusters first, as they are read.
class PosterLayout
{
public:
    PosterLayout() = default;
    /// `tray`: show the place for what is in no field even when nothing is there.
    PosterLayout(const BoardContent &content, const QFont &body, const QFont &bold, int width,
                 int leastHeight, bool tray);

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] const std::vector<PosterItem> &items() const { return m_items; }
    [[nodiscard]] const std::vector<PosterField> &fields() const { return m_fields; }
    [[nodiscard]] QRect nameBox() const { return m_name; }
    [[nodiscard]] int indexOf(PosterKey key) const; ///< -1: not there
    [[nodiscard]] int itemAt(QPoint point) const;   ///< the topmost; -1: none
    [[nodiscard]] int fieldAt(QPoint point) const;
    /// The heading whose cluster is at a point; -1: none.
    [[nodiscard]] int clusterAt(QPoint point) const;
    [[nodiscard]] int fieldOf(qint64 scene) const; ///< -1: not shown
    /// The item nearest in a direction; -1: none.
    [[nodiscard]] int next(int from, int across, int down) const;
    /// In thousandths of a field's room for papers, of a paper with its corner there.
    [[nodiscard]] QPoint placeIn(int field, QPoint corner, QSize paper) const;

    static constexpr int kNote = 112, kGap = 6, kPadding = 7;

private:
    /// A row of fields beside each other, at least so high.
    struct Row
    {
        std::vector<PosterField> fields;
        int least = 0;
        bool grows = false; ///< takes its share of what is left of the sheet
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const BoardContent &content, bool tray);
    void placeRows(const BoardContent &content, std::vector<Row> &rows, int width);
    static void share(std::vector<Row> &rows, int spare);
    void fillField(const BoardContent &content, PosterField &field);
    int placeCluster(const BoardContent &content, const NoteCluster &cluster, QPoint corner, int columns,
                     int column);
    PosterItem paper(const StickyNote &note, QPoint corner, int width) const;
    [[nodiscard]] int roomForFree(const BoardContent &content, const PosterField &field) const;
    void placeFree(const BoardContent &content, const PosterField &field);

    QFont m_body, m_bold;
    QSize m_size;
    QRect m_name;
    std::vector<PosterItem> m_items;
    std::vector<PosterField> m_fields;
};

} // namespace tane
