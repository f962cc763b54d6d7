#pragma once

#include "../cycle/cyclefixture.h"

#include "grouping/groupdraft.h"
#include "participants/participant.h"
#include "parts/gridview.h"
#include "survey/questionnaire.h"

namespace tane::participantstest {

/// The real window over a file with one workshop and these people, all invented, expected unless said
/// otherwise:
///   001 青木 はる   あおき はる   コーディネーター   東部センター   A市
///   002 江口 結     えぐち ゆい   コーディネーター   西部センター   D市
///   003 大野 晴     おおの はれ   市町村担当者       A市役所        A市
///   004 齋藤 花     さいとう はな コーディネーター   東部センター   A市
///   005 和田 澄     わだ すみ     コーディネーター   西部センター   D市   キャンセル待ち
///   006 講師 一     こうし はじめ その他             架空大学              講師
class Reception : public cycletest::Office
{
public:
    Reception();
    /// A workshop with nobody in it.
    enum class Empty { Yes };
    explicit Reception(Empty);

    [[nodiscard]] Participant participant(const QString &name);
    [[nodiscard]] std::vector<Participant> everybody();
    qint64 join(Participant participant);
    /// A draft of groups that is in use, with these people at these tables.
    void seat(const std::vector<std::pair<QString, int>> &seats);
    /// Takes in answers of one wave from a list with these lines below the head
    /// 受付番号,氏名,メール,所属,Ⅰ-1.
    void answer(Wave wave, const QString &lines);
    /// Undo, as the menu does it.
    void undo();
    void redo();

    qint64 workshop = 0;
};

/// The text of a cell of the row with that id, as the table shows it.
[[nodiscard]] QString shown(GridView *table, qint64 id, int column);
/// The names in the order shown.
[[nodiscard]] QStringList names(GridView *table, int column);
/// Replaces the text of a line and presses Enter.
void typeLine(QWidget *line, const QString &text);

} // namespace tane::participantstest
