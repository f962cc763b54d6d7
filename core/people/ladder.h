#pragma once

#include "programme/plan.h"
#include "storage/recordtable.h"

namespace tane {

/// One step of the skill ladder.
struct LadderStep
{
    qint64 id = 0;     ///< 0: built in
    qint64 ladder = 1; ///< there is one
    QString name;      ///< "1-1"
    QString title;     ///< a few words, for narrow heads
    QString state;     ///< what somebody at this step does
    friend bool operator==(const LadderStep &, const LadderStep &) = default;
};

/// The steps, lowest first. A level counts in half steps, as LevelRange does: step i is 2·i, an odd number
/// lies between two.
struct Ladder
{
    std::vector<LadderStep> steps;
    [[nodiscard]] int highest() const { return 2 * (static_cast<int>(steps.size()) - 1); }
    /// The step a level belongs to: itself, or the lower of the two it lies between.
    [[nodiscard]] int stepOf(int level) const { return level / 2; }
    /// "1-1", or "1-1と1-2の間".
    [[nodiscard]] QString levelText(int level) const;
};
/// The five steps as published, with their states.
[[nodiscard]] Ladder builtInLadder();
/// The officer's ladder, or else the built-in one.
[[nodiscard]] Result<Ladder> loadLadder(Document &document);
/// One undo step. Fails (Conflict) when a step would go on which somebody was assessed.
[[nodiscard]] Result<> saveLadder(Document &document, const Ladder &ladder);

/// Somebody was seen at a level on a day.
struct Assessment
{
    enum class Assessor { Self, Municipality, Prefecture, Other };
    qint64 id = 0;
    qint64 person = 0;
    QDate assessedOn;
    int level = 0; ///< half steps
    Assessor assessor = Assessor::Prefecture;
    QString assessorName;
    QString evidence;
    QString nextAction;
    QString observed; ///< codes of behaviours that were seen: "1-1.a,1-1.b"
    friend bool operator==(const Assessment &, const Assessment &) = default;
};
/// "本人", "市町村担当者", "都道府県", "その他".
[[nodiscard]] QString assessorText(Assessment::Assessor assessor);

/// What can be observed of somebody at a step: own wording, resources/ladder/behaviours.json.
struct Behaviour
{
    QString code; ///< "1-1.a"
    int step = 0;
    QString text;
};
[[nodiscard]] const std::vector<Behaviour> &behaviours();
/// The highest step all of whose behaviours and those of the steps below were seen; half a step more when at
/// least half of the next step's were. The officer decides; this only proposes. Nothing when none was seen.
[[nodiscard]] std::optional<int> proposedLevel(const QStringList &observed);

template<>
struct RecordSchema<LadderStep>
{
    static QString table() { return QStringLiteral("ladder_step"); }
    static QStringList siblings() { return {QStringLiteral("ladder")}; }
    static std::vector<RecordColumn<LadderStep>> columns();
};

template<>
struct RecordSchema<Assessment>
{
    static QString table() { return QStringLiteral("assessment"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Assessment>> columns();
};

} // namespace tane
