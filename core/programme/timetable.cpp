#include "programme/timetable.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TimetableRow)
};

constexpr std::array kBlocks{"lecture", "cases", "group_work", "other"};

} // namespace

std::vector<RecordColumn<TimetableRow>> RecordSchema<TimetableRow>::columns()
{
    return {referenceColumn("workshop", &TimetableRow::workshop),
            recordColumn("minutes", &TimetableRow::minutes),
            wordColumn("block", &TimetableRow::block, kBlocks),
            recordColumn("is_theme", &TimetableRow::isTheme),
            recordColumn("title", &TimetableRow::title),
            recordColumn("content", &TimetableRow::content),
            recordColumn("lecturer", &TimetableRow::lecturer),
            recordColumn("aim", &TimetableRow::aim),
            recordColumn("staff_note", &TimetableRow::staffNote)};
}

QString blockTitle(TimetableRow::Block block)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return Texts::tr("Ⅰ 講義・オリエンテーション等");
    case TimetableRow::Block::Cases:
        return Texts::tr("Ⅱ 事例・取組等の紹介");
    case TimetableRow::Block::GroupWork:
        return Texts::tr("Ⅲ グループワーク");
    case TimetableRow::Block::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace tane
