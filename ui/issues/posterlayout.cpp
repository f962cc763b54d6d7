#include "issues/posterlayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PosterLayout)
};

constexpr int kMargin = 10;      ///< round the sheet
constexpr int kInside = 8;       ///< from a field's edge to its papers
constexpr int kFrame = 5;        ///< from a cluster's edge to its papers
constexpr int kWidest = 150;     ///< of a paper
constexpr int kMostLines = 7;    ///< on a paper
constexpr int kLeastField = 128; ///< height
constexpr int kLeastBand = 96;
constexpr int kWhole = 1000;

/// How many fields stand beside each other, as on the printed sheet.
int across(int fields)
{
    return fields <= 1 ? 1 : fields == 3 || fields > 4 ? 3 : 2;
}

} // namespace

PosterLayout::PosterLayout(const BoardContent &content, const QFont &body, const QFont &bold, int width,
                           int leastHeight, bool tray)
    : m_body(body)
    , m_bold(bold)
{
    m_name = QRect(kMargin, kMargin, width - 2 * kMargin, 34);
    std::vector<Row> rows = rowsOf(content, tray);
    placeRows(content, rows, width);
    // What is left of the view goes to the fields, the lowest first.
    if (const int spare = leastHeight - m_size.height(); spare > 0) {
        share(rows, spare);
        placeRows(content, rows, width);
    }
    for (const PosterField &field : m_fields)
        placeFree(content, field);
}

/// As on the printed sheet; what is in no field comes above, the band below.
std::vector<PosterLayout::Row> PosterLayout::rowsOf(const BoardContent &content, bool tray)
{
    std::vector<PosterField> middle, bands;
    int number = 0;
    for (const BoardScene &scene : content.scenes) {
        PosterField field{.scene = scene.id, .title = scene.name, .tint = scene.tint, .isBand = scene.isBand};
        field.count = content.count(scene.id);
        if (!scene.isBand) {
            field.key = ++number;
            field.title = posterScene(scene.name);
        }
        (scene.isBand ? bands : middle).push_back(field);
    }
    for (PosterField &band : bands)
        band.key = std::max(5, number + 1);
    std::vector<Row> rows;
    const int outside = content.count(0);
    if (tray || outside > 0 || middle.empty())
        rows.push_back({{{.title = Texts::tr("場面を決めていない付箋"), .tint = -1, .count = outside}},
                        middle.empty() ? kLeastField : kLeastBand,
                        middle.empty()});
    const auto columns = static_cast<std::size_t>(across(static_cast<int>(middle.size())));
    for (std::size_t first = 0; first < middle.size(); first += columns) {
        const std::size_t last = std::min(first + columns, middle.size());
        const auto at = [&](std::size_t i) { return middle.begin() + static_cast<std::ptrdiff_t>(i); };
        rows.push_back({{at(first), at(last)}, kLeastField, true});
    }
    if (!bands.empty())
        rows.push_back({std::move(bands), kLeastBand, false});
    return rows;
}

/// Rows learn how high they became.
void PosterLayout::placeRows(const BoardContent &content, std::vector<Row> &rows, int width)
{
    m_items.clear();
    m_fields.clear();
    const int head = TextLines::pitch(m_bold) + 12;
    int top = m_name.bottom() + 1;
    for (Row &row : rows) {
        const int each = (width - 2 * kMargin) / static_cast<int>(row.fields.size());
        const std::size_t from = m_fields.size();
        int left = kMargin;
        for (PosterField &field : row.fields) {
            field.box = QRect(left, top, each, row.least);
            field.content = field.box.adjusted(kInside, head, -kInside, -kInside);
            fillField(content, field);
            const int below = roomForFree(content, field);
            row.least = std::max(row.least, field.flowBottom + below + kInside - top);
            m_fields.push_back(field);
            left += each;
        }
        for (std::size_t i = from; i < m_fields.size(); ++i) {
            m_fields[i].box.setHeight(row.least);
            m_fields[i].content.setBottom(top + row.least - 1 - kInside);
        }
        top += row.least;
    }
    m_size = QSize(width, top + kMargin);
}

/// Raises the lowest of the rows that grow until nothing is left.
void PosterLayout::share(std::vector<Row> &rows, int spare)
{
    std::vector<Row *> growing;
    for (Row &row : rows)
        if (row.grows)
            growing.push_back(&row);
    std::ranges::sort(growing, {}, [](const Row *row) { return row->least; });
    for (std::size_t i = 1; i <= growing.size() && spare > 0; ++i) {
        const int count = static_cast<int>(i);
        const int low = growing[i - 1]->least;
        const int step = i < growing.size() ? growing[i]->least - low : spare;
        const int raise = std::min(step, spare / count);
        for (std::size_t j = 0; j < i; ++j)
            growing[j]->least += raise;
        spare -= raise * count;
        if (raise < step)
            return;
    }
}

/// Clusters beside each other, then single notes, in rows from the top left.
void PosterLayout::fillField(const BoardContent &content, PosterField &field)
{
    const QRect room = field.content;
    const int columns = std::max(1, (room.width() + kGap) / (kNote + kGap));
    const int column = std::min(kWidest, (room.width() - (columns - 1) * kGap) / columns);
    int used = 0, top = room.top(), high = 0;
    const auto take = [&](int span) { // the corner of the next place so many columns wide
        if (used > 0 && used + span > columns) {
            top += high + kGap;
            used = high = 0;
        }
        const QPoint corner(room.left() + used * (column + kGap), top);
        used += span;
        return corner;
    };
    for (const NoteCluster *cluster : content.clustersOf(field.scene)) {
        const auto count = static_cast<int>(content.notesOf(cluster->id).size());
        const int span = std::clamp(count, std::min(2, columns), columns);
        const QPoint corner = take(span);
        high = std::max(high, placeCluster(content, *cluster, corner, span, column));
    }
    if (used > 0) {
        top += high + kGap;
        used = high = 0;
    }
    for (const StickyNote *note : content.loose(field.scene)) {
        if (note->x && note->y)
            continue;
        const QPoint corner = take(1);
        m_items.push_back(paper(*note, corner, column));
        high = std::max(high, m_items.back().box.height());
    }
    field.flowBottom = std::max(room.top(), top + high);
}

/// Gives its height.
int PosterLayout::placeCluster(const BoardContent &content, const NoteCluster &cluster, QPoint corner,
                               int columns, int column)
{
    const int width = columns * column + (columns - 1) * kGap;
    const int inner = width - 2 * kFrame;
    const QString heading = cluster.heading.isEmpty() ? Texts::tr("（見出しなし）") : cluster.heading;
    TextLines lines(heading, m_bold, inner - 2 * kPadding, 3);
    const QRect head(corner + QPoint(kFrame, kFrame), QSize(inner, lines.height() + 2 * kPadding));
    const std::size_t own = m_items.size();
    m_items.push_back({.key = {PosterKey::Kind::Cluster, cluster.id},
                       .scene = cluster.scene,
                       .box = head,
                       .lines = std::move(lines)});
    const int each = (inner - (columns - 1) * kGap) / columns;
    int used = 0, top = head.bottom() + 1 + kGap, high = 0;
    for (const StickyNote *note : content.notesOf(cluster.id)) {
        if (used == columns) {
            top += high + kGap;
            used = high = 0;
        }
        PosterItem item = paper(*note, {corner.x() + kFrame + used * (each + kGap), top}, each);
        item.cluster = cluster.id;
        high = std::max(high, item.box.height());
        m_items.push_back(std::move(item));
        ++used;
    }
    const int bottom = used > 0 ? top + high : head.bottom() + 1;
    m_items[own].frame = QRect(corner, QSize(width, bottom + kFrame - corner.y()));
    return m_items[own].frame.height();
}

PosterItem PosterLayout::paper(const StickyNote &note, QPoint corner, int width) const
{
    TextLines lines(note.text, m_body, width - 2 * kPadding, kMostLines);
    const int least = TextLines::pitch(m_body) * 2 + 2 * kPadding + 4;
    const QSize size(width, std::max(least, lines.height() + 2 * kPadding + 4));
    return {.key = {PosterKey::Kind::Note, note.id},
            .scene = note.scene,
            .kind = note.kind,
            .box = QRect(corner, size),
            .frame = {},
            .lines = std::move(lines)};
}

/// Where papers stand in order, those put by hand keep a strip below them: none lies over another's words.
int PosterLayout::roomForFree(const BoardContent &content, const PosterField &field) const
{
    int high = 0;
    if (field.flowBottom > field.content.top())
        for (const StickyNote *note : content.loose(field.scene))
            if (note->x && note->y)
                high = std::max(high,
                                paper(*note, {}, std::min(kNote, field.content.width())).box.height() + kGap);
    return high;
}

/// Notes put by hand lie wherever they were put, but never over those that stand in order.
void PosterLayout::placeFree(const BoardContent &content, const PosterField &field)
{
    for (const StickyNote *note : content.loose(field.scene)) {
        if (!note->x || !note->y)
            continue;
        PosterItem item = paper(*note, {}, std::min(kNote, field.content.width()));
        const QSize spare = field.content.size() - item.box.size();
        item.box.moveTopLeft(field.content.topLeft() +
                             QPoint(std::max(0, spare.width()) * *note->x / kWhole,
                                    std::max(0, spare.height()) * *note->y / kWhole));
        const bool over = std::ranges::any_of(m_items, [&](const PosterItem &other) {
            return !other.free && other.scene == field.scene &&
                   (other.box.intersects(item.box) || other.frame.intersects(item.box));
        });
        if (over)
            item.box.moveTop(field.flowBottom + kGap);
        item.free = true;
        m_items.push_back(std::move(item));
    }
}

int PosterLayout::indexOf(PosterKey key) const
{
    const auto found = std::ranges::find(m_items, key, &PosterItem::key);
    return key.id == 0 || found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int PosterLayout::itemAt(QPoint point) const
{
    for (int i = static_cast<int>(m_items.size()) - 1; i >= 0; --i)
        if (m_items[static_cast<std::size_t>(i)].box.contains(point))
            return i;
    return -1;
}

int PosterLayout::clusterAt(QPoint point) const
{
    const auto found =
        std::ranges::find_if(m_items, [&](const PosterItem &item) { return item.frame.contains(point); });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int PosterLayout::fieldAt(QPoint point) const
{
    const auto found =
        std::ranges::find_if(m_fields, [&](const PosterField &field) { return field.box.contains(point); });
    return found == m_fields.end() ? -1 : static_cast<int>(found - m_fields.begin());
}

int PosterLayout::fieldOf(qint64 scene) const
{
    const auto found = std::ranges::find(m_fields, scene, &PosterField::scene);
    return found == m_fields.end() ? -1 : static_cast<int>(found - m_fields.begin());
}

/// Straight ahead counts more than aside.
int PosterLayout::next(int from, int acrossBy, int down) const
{
    if (from < 0 || from >= static_cast<int>(m_items.size()))
        return m_items.empty() ? -1 : 0;
    const QPoint here = m_items[static_cast<std::size_t>(from)].box.center();
    int best = -1;
    double least = 0;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const QPoint way = m_items[static_cast<std::size_t>(i)].box.center() - here;
        const int ahead = way.x() * acrossBy + way.y() * down;
        const int aside = std::abs(acrossBy != 0 ? way.y() : way.x());
        if (i == from || ahead <= 2)
            continue;
        const double cost = ahead + 2.0 * aside;
        if (best < 0 || cost < least) {
            best = i;
            least = cost;
        }
    }
    return best;
}

QPoint PosterLayout::placeIn(int index, QPoint corner, QSize paperSize) const
{
    const PosterField &field = m_fields[static_cast<std::size_t>(index)];
    const QSize spare = field.content.size() - paperSize;
    const auto share = [](int at, int room) {
        return room <= 0 ? 0 : std::clamp(at * kWhole / room, 0, kWhole);
    };
    const QPoint at = corner - field.content.topLeft();
    return {share(at.x(), spare.width()), share(at.y(), spare.height())};
}

} // namespace tane
