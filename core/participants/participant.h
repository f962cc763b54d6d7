#pragma once

#include "storage/recordtable.h"

namespace tane {

/// Somebody who was invited to a workshop or applied for it. Personal data: never in logs or file names.
struct Participant
{
    /// 受講, 講師, アドバイザー, オブザーバー, 傍聴: only learners sit in groups and count for the capacity.
    enum class Part { Learner, Lecturer, Adviser, Observer, Audience };
    /// 案内済み, 申込み, 受講決定, キャンセル待ち, お断り, 取りやめ.
    enum class State { Invited, Applied, Accepted, Waiting, Declined, Cancelled };
    enum class Attendance { Open, Present, Late, Absent }; ///< 未確認, 出席, 遅刻, 欠席

    qint64 id = 0;
    qint64 workshop = 0;
    QString number; ///< 受付番号
    QString name;
    QString kana;
    QString email;
    QString phone;
    QString role; ///< 立場
    QString affiliation;
    QString affiliationType; ///< 所属種別
    QString title;           ///< 役職
    QString prefecture;
    QString municipality;
    QString area;
    QString centre;
    QString experience;                  ///< as written
    std::optional<int> experienceMonths; ///< full months on `experienceOn`, where the text says it
    QDate experienceOn;
    QString qualifications; ///< divided by "、"
    QString question;       ///< その他（知りたいこと・質問）
    Part part = Part::Learner;
    bool online = false;
    State state = State::Applied;
    QDate appliedOn;
    Attendance attendance = Attendance::Open;
    bool walkIn = false; ///< came without having applied
    qint64 person = 0;   ///< of the registers; 0 = nobody
    QString token;       ///< what her application form carries hidden
    QString note;

    /// Does she take a place at a table: a learner who is accepted or walked in, in person, and not absent?
    [[nodiscard]] bool sitsInGroup() const
    {
        return part == Part::Learner && !online && attendance != Attendance::Absent &&
               (state == State::Accepted || walkIn);
    }
    friend bool operator==(const Participant &, const Participant &) = default;
};

/// "受講", "講師", "アドバイザー", "オブザーバー", "傍聴".
[[nodiscard]] QString partText(Participant::Part part);
/// "案内済み", "申込み", "受講決定", "キャンセル待ち", "お断り", "取りやめ".
[[nodiscard]] QString participantStateText(Participant::State state);
/// "", "出席", "遅刻", "欠席".
[[nodiscard]] QString attendanceText(Participant::Attendance attendance);

template<>
struct RecordSchema<Participant>
{
    static QString table() { return QStringLiteral("participant"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<Participant>> columns();
};

/// Everybody of a workshop in the order they came in.
[[nodiscard]] Result<std::vector<Participant>> participantsOf(Document &document, qint64 workshop);

} // namespace tane
