#pragma once

#include "exchange/reportdocument.h"
#include "report/reportsource.h"

namespace tane {

/// What the next officer must know and no other page says.
struct HandoverNote
{
    enum class Kind { Done, Worked, Open, Contact };
    qint64 id = 0;
    qint64 programme = 0;
    Kind kind = Kind::Done;
    QString text;
    QString who;
    QDate dueOn;
    friend bool operator==(const HandoverNote &, const HandoverNote &) = default;
};
inline constexpr std::array kHandoverKinds{HandoverNote::Kind::Done, HandoverNote::Kind::Worked,
                                           HandoverNote::Kind::Open, HandoverNote::Kind::Contact};
/// "したことと理由", "うまくいったこと", "決まっていないこと", "相談する相手".
[[nodiscard]] QString handoverKindTitle(HandoverNote::Kind kind);

template<>
struct RecordSchema<HandoverNote>
{
    static QString table() { return QStringLiteral("handover_note"); }
    static QStringList siblings() { return {QStringLiteral("programme"), QStringLiteral("kind")}; }
    static std::vector<RecordColumn<HandoverNote>> columns();
};

/// Something the file shows to be undecided, and the page where it is settled.
struct OpenPoint
{
    QString what;   ///< "確かでない結びつけ"
    QString detail; ///< "5組が確認待ちです（コーディネーター研修）。"
    QString page;   ///< "links"
};
/// A day of the coming year, counted back from the likely workshop.
struct CalendarDay
{
    QDate day;
    QString what;
    QString note;
};

/// What follows from the file itself.
struct HandoverFacts
{
    QStringList done;                  ///< step by step, what was done
    QStringList worked;                ///< changes that are clear, with their numbers
    std::vector<OpenPoint> open;       ///< most pressing first
    std::vector<QStringList> contacts; ///< 相手, 窓口・担当課, 連絡先
    QDate nextWorkshop;                ///< the day that is fixed, or the likely one
    bool nextIsFixed = false;
    QString nextTitle;  ///< of the workshop whose day is fixed
    QDate lastWorkshop; ///< the likely day is counted from it; invalid when the day is fixed
    std::vector<CalendarDay> calendar;
};
[[nodiscard]] HandoverFacts handoverFacts(const ReportSource &source);
/// From which day the calendar is counted and why, in one sentence.
[[nodiscard]] QString calendarReason(const HandoverFacts &facts);
/// Whether a card wants somebody who takes care of it and has nobody: open, and a seed or further.
[[nodiscard]] bool lacksOwner(const IssueCard &card);
/// The same weekday a year later, as near as can be, on an office day; invalid for an invalid day.
[[nodiscard]] QDate likelyNextDay(QDate heldOn);

struct HandoverOptions
{
    bool masked = true; ///< M01 … instead of names, small groups and free texts as for the outside
};
/// One file of the pack: its name without ending, what it is for, the endings it is written with.
struct HandoverFile
{
    QString name;
    QString purpose;
    QStringList suffixes;
    ReportDocument document;
};
/// All files, the index first. Names say kinds, never people.
[[nodiscard]] Result<std::vector<HandoverFile>> handoverFiles(const ReportSource &source,
                                                              const std::vector<HandoverNote> &notes,
                                                              const ReportDraft &report,
                                                              const HandoverOptions &options);

/// Draws a document into a file by its ending; ui/paper gives it.
using ReportFileWriter = std::function<Result<>(const QString &path, const ReportDocument &document)>;
/// Writes all files into `folder`, which is made when it is missing: all or none; files of the same names are
/// replaced. Gives their names. Errors: those of the writer, CannotWrite, Cancelled.
[[nodiscard]] Result<QStringList> writeHandover(const QString &folder, const std::vector<HandoverFile> &files,
                                                const ReportFileWriter &writer,
                                                const Progress &progress = {});

} // namespace tane
