#pragma once

#include "participants/participant.h"

#include <QHash>

namespace tane {

/// 事前課題, 事後課題: something the people of a workshop do before or after it and hand in.
struct Homework
{
    enum class Phase { Before, After };
    qint64 id = 0;
    qint64 workshop = 0;
    Phase phase = Phase::Before;
    QString title;
    QString forRole; ///< 立場; empty is everybody who takes part
    QDate dueOn;
    QString note;

    /// Is it to be done by her: a learner who is accepted (or walked in) and has the role?
    [[nodiscard]] bool isFor(const Participant &participant) const;
    friend bool operator==(const Homework &, const Homework &) = default;
};
/// "事前課題", "事後課題".
[[nodiscard]] QString homeworkPhaseText(Homework::Phase phase);

/// What came back from one of them.
struct HomeworkReceipt
{
    qint64 id = 0;
    qint64 homework = 0;
    qint64 participant = 0;
    QDate receivedOn;    ///< invalid: has not come
    bool shared = false; ///< shown to the others
    QString note;
    friend bool operator==(const HomeworkReceipt &, const HomeworkReceipt &) = default;
};

template<>
struct RecordSchema<Homework>
{
    static QString table() { return QStringLiteral("homework"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<Homework>> columns();
};

template<>
struct RecordSchema<HomeworkReceipt>
{
    static QString table() { return QStringLiteral("homework_receipt"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<HomeworkReceipt>> columns();
};

/// Saves what came back of somebody; with nothing left in it (not received, not shared, no note) it is taken
/// away. One undo step.
[[nodiscard]] Result<> saveReceipt(Document &document, const HomeworkReceipt &receipt, const QString &label);

/// How far one homework is, counted over those it is for.
struct HomeworkCount
{
    int expected = 0;
    int received = 0;
    int shared = 0;
};

/// The homework of a workshop and what came back of whom.
struct HomeworkMatrix
{
    std::vector<Homework> homework;
    std::vector<Participant> people; ///< whom some of it is for, in the order they came in
    /// An empty one when nothing came.
    [[nodiscard]] HomeworkReceipt receipt(qint64 of, qint64 participant) const;
    [[nodiscard]] HomeworkCount count(const Homework &homework) const;
    /// Who has not handed it in.
    [[nodiscard]] std::vector<const Participant *> missing(const Homework &homework) const;

    QHash<std::pair<qint64, qint64>, HomeworkReceipt> receipts; ///< by homework and participant
};
[[nodiscard]] Result<HomeworkMatrix> loadHomework(Document &document, qint64 workshop);

} // namespace tane
