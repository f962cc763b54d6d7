#include "programme/blocklook.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::BlockLook)
};

} // namespace

const std::vector<TimetableRow::Block> &allBlocks()
{
    using Block = TimetableRow::Block;
    static const std::vector<Block> all{Block::Lecture, Block::Cases, Block::GroupWork, Block::Other};
    return all;
}

QString blockShortTitle(TimetableRow::Block block)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return Texts::tr("Ⅰ 講義等");
    case TimetableRow::Block::Cases:
        return Texts::tr("Ⅱ 事例等");
    case TimetableRow::Block::GroupWork:
        return Texts::tr("Ⅲ グループワーク");
    case TimetableRow::Block::Other:
        return Texts::tr("その他");
    }
    Q_UNREACHABLE();
}

// Blue, orange and the green of the program differ for colour-blind people, too: they are those of the
// charts.
QColor blockColor(TimetableRow::Block block, Scheme scheme)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return color(ColorRole::Up, scheme);
    case TimetableRow::Block::Cases:
        return color(ColorRole::Down, scheme);
    case TimetableRow::Block::GroupWork:
        return color(ColorRole::Accent, scheme);
    case TimetableRow::Block::Other:
        return color(ColorRole::Stay, scheme);
    }
    Q_UNREACHABLE();
}

QColor blockBackground(TimetableRow::Block block, Scheme scheme)
{
    const double amount = block == TimetableRow::Block::Other ? 0.3 : 0.16;
    return mixed(blockColor(block, scheme), color(ColorRole::Card, scheme), amount);
}

QString durationText(int minutes)
{
    if (minutes < 60)
        return Texts::tr("%1分").arg(minutes);
    return minutes % 60 == 0 ? Texts::tr("%1時間").arg(minutes / 60)
                             : Texts::tr("%1時間%2分").arg(minutes / 60).arg(minutes % 60);
}

} // namespace tane
