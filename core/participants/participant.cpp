#include "participants/participant.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Participant)
};

constexpr std::array kParts{"learner", "lecturer", "adviser", "observer", "audience"};
constexpr std::array kStates{"invited", "applied", "accepted", "waiting", "declined", "cancelled"};
constexpr std::array kAttendances{"", "present", "late", "absent"};

} // namespace

QString partText(Participant::Part part)
{
    switch (part) {
    case Participant::Part::Learner:
        return Texts::tr("受講");
    case Participant::Part::Lecturer:
        return Texts::tr("講師");
    case Participant::Part::Adviser:
        return Texts::tr("アドバイザー");
    case Participant::Part::Observer:
        return Texts::tr("オブザーバー");
    case Participant::Part::Audience:
        return Texts::tr("傍聴");
    }
    Q_UNREACHABLE();
}

QString participantStateText(Participant::State state)
{
    switch (state) {
    case Participant::State::Invited:
        return Texts::tr("案内済み");
    case Participant::State::Applied:
        return Texts::tr("申込み");
    case Participant::State::Accepted:
        return Texts::tr("受講決定");
    case Participant::State::Waiting:
        return Texts::tr("キャンセル待ち");
    case Participant::State::Declined:
        return Texts::tr("お断り");
    case Participant::State::Cancelled:
        return Texts::tr("取りやめ");
    }
    Q_UNREACHABLE();
}

QString attendanceText(Participant::Attendance attendance)
{
    switch (attendance) {
    case Participant::Attendance::Open:
        return {};
    case Participant::Attendance::Present:
        return Texts::tr("出席");
    case Participant::Attendance::Late:
        return Texts::tr("遅刻");
    case Participant::Attendance::Absent:
        return Texts::tr("欠席");
    }
    Q_UNREACHABLE();
}

std::vector<RecordColumn<Participant>> RecordSchema<Participant>::columns()
{
    using P = Participant;
    return {referenceColumn("workshop", &P::workshop),
            recordColumn("number", &P::number),
            recordColumn("name", &P::name),
            recordColumn("kana", &P::kana),
            recordColumn("email", &P::email),
            recordColumn("phone", &P::phone),
            recordColumn("role", &P::role),
            recordColumn("affiliation", &P::affiliation),
            recordColumn("affiliation_type", &P::affiliationType),
            recordColumn("title", &P::title),
            recordColumn("prefecture", &P::prefecture),
            recordColumn("municipality", &P::municipality),
            recordColumn("area", &P::area),
            recordColumn("centre", &P::centre),
            recordColumn("experience", &P::experience),
            recordColumn("experience_months", &P::experienceMonths),
            recordColumn("experience_on", &P::experienceOn),
            recordColumn("qualifications", &P::qualifications),
            recordColumn("question", &P::question),
            wordColumn("part", &P::part, kParts),
            recordColumn("online", &P::online),
            wordColumn("state", &P::state, kStates),
            recordColumn("applied_on", &P::appliedOn),
            wordColumn("attendance", &P::attendance, kAttendances),
            recordColumn("walk_in", &P::walkIn),
            referenceColumn("person", &P::person),
            recordColumn("token", &P::token),
            recordColumn("note", &P::note)};
}

Result<std::vector<Participant>> participantsOf(Document &document, qint64 workshop)
{
    return RecordTable<Participant>(document).all(QStringLiteral("workshop"), workshop);
}

} // namespace tane
