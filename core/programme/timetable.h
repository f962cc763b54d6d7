#pragma once

#include "programme/workshop.h"

namespace tane {

/// One row of a workshop's timetable. A row starts where the one above ends.
struct TimetableRow
{
    /// Ⅰ講義・オリエンテーション等 / Ⅱ事例・取組等の紹介 / Ⅲグループワーク / other (開場, 休憩 …).
    enum class Block { Lecture, Cases, GroupWork, Other };
    qint64 id = 0;
    qint64 workshop = 0;
    int minutes = 0; ///< 0 to 1440
    Block block = Block::Other;
    bool isTheme = false; ///< a theme of the group work, which wants about 40 minutes
    QString title;        ///< 項目
    QString content;      ///< 内容
    QString lecturer;     ///< 講師
    QString aim;          ///< ねらい（ここで期待したいこと）
    QString staffNote;    ///< for the staff's running order only
    friend bool operator==(const TimetableRow &, const TimetableRow &) = default;
};
/// "Ⅰ 講義・オリエンテーション等"; empty for Other.
[[nodiscard]] QString blockTitle(TimetableRow::Block block);

/// The rows with their times, and what is to be pointed out.
struct Timetable
{
    struct Row
    {
        TimetableRow row;
        QTime start; ///< invalid while the timetable has no start
        QTime end;
        QString hint; ///< "テーマの時間が40分より短くなっています…"; empty when all is well
    };
    std::vector<Row> rows;
    int totalMinutes = 0;
    int groupWorkMinutes = 0;
    QTime start;
    QTime end; ///< wraps after midnight
    QStringList
        hints; ///< about the whole: starts or ends outside office hours (8:30–17:15), runs past midnight
};

/// Chains the times. The first row starts at `startsAt`.
[[nodiscard]] Timetable chainTimes(QTime startsAt, const std::vector<TimetableRow> &rows);
/// The timetable of a stored workshop.
[[nodiscard]] Result<Timetable> timetableOf(Document &document, qint64 workshop);

template<>
struct RecordSchema<TimetableRow>
{
    static QString table() { return QStringLiteral("timetable_row"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<TimetableRow>> columns();
};

} // namespace tane
