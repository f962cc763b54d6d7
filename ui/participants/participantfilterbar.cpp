#include "participants/participantfilterbar.h"

#include "base/textfold.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ParticipantFilterBar::ParticipantFilterBar(QWidget *parent)
    : FilterBar(parent)
    , m_words(addText(u"participantText"_s, tr("氏名・所属・市町村・番号"), 200))
    , m_state(addBox(u"participantState"_s, tr("状態")))
    , m_role(addBox(u"participantRole"_s, tr("立場")))
    , m_area(addBox(u"participantArea"_s, tr("圏域")))
    , m_part(addBox(u"participantPart"_s, tr("参加区分")))
    , m_answers(addBox(u"participantAnswers"_s, tr("回答と出欠"), 11)) // its choices are the longest
{
    addClearButton();
    fill(m_answers, tr("回答と出欠：すべて"),
         {{tr("研修前が未回答"), static_cast<int>(Answers::NoBefore)},
          {tr("研修後が未回答"), static_cast<int>(Answers::NoAfter)},
          {tr("フォローアップが未回答"), static_cast<int>(Answers::NoFollowUp)},
          {tr("出席（遅刻を含む）"), static_cast<int>(Answers::Came)},
          {tr("欠席"), static_cast<int>(Answers::Absent)}});
}

void ParticipantFilterBar::setPeople(const std::vector<Participant> &people)
{
    Choices states, parts, roles, areas;
    const auto number = [&](auto matches) { return std::ranges::count_if(people, matches); };
    for (int i = 0; i <= static_cast<int>(Participant::State::Cancelled); ++i) {
        const auto state = static_cast<Participant::State>(i);
        if (const auto n = number([&](const Participant &one) { return one.state == state; }); n > 0)
            states << std::pair(tr("%1（%2）").arg(participantStateText(state)).arg(n), QVariant(i));
    }
    for (int i = 0; i <= static_cast<int>(Participant::Part::Audience); ++i) {
        const auto part = static_cast<Participant::Part>(i);
        if (const auto n = number([&](const Participant &one) { return one.part == part; }); n > 0)
            parts << std::pair(tr("%1（%2）").arg(partText(part)).arg(n), QVariant(i));
    }
    const auto offer = [&](QString Participant::*member, Choices &into) {
        QStringList found;
        for (const Participant &one : people)
            if (!(one.*member).isEmpty() && !found.contains(one.*member))
                found << one.*member;
        for (const QString &word : std::as_const(found))
            into << std::pair(word, QVariant(word));
    };
    offer(&Participant::role, roles);
    offer(&Participant::area, areas);
    fill(m_state, tr("状態：すべて"), states);
    fill(m_role, tr("立場：すべて"), roles);
    fill(m_area, tr("圏域：すべて"), areas);
    fill(m_part, tr("参加区分：すべて"), parts.size() > 1 ? parts : Choices());
}

bool ParticipantFilterBar::accepts(const Participant &one, const ChasingState &state) const
{
    const auto differs = [](const QComboBox *box, const QVariant &value) {
        return box->currentData().isValid() && box->currentData() != value;
    };
    if (differs(m_state, static_cast<int>(one.state)) || differs(m_role, one.role) ||
        differs(m_area, one.area) || differs(m_part, static_cast<int>(one.part)))
        return false;
    const auto missing = [&](Wave wave) {
        return state.isAsked(one, wave) && !state.answered.surely.value(one.id).has(wave) &&
               !state.answered.maybe.value(one.id).has(wave);
    };
    using Attendance = Participant::Attendance;
    const bool came = one.attendance == Attendance::Present || one.attendance == Attendance::Late;
    switch (static_cast<Answers>(m_answers->currentData().toInt())) {
    case Answers::NoBefore:
        if (!missing(Wave::Before))
            return false;
        break;
    case Answers::NoAfter:
        if (!missing(Wave::After))
            return false;
        break;
    case Answers::NoFollowUp:
        if (!missing(Wave::FollowUp))
            return false;
        break;
    case Answers::Came:
        if (!came)
            return false;
        break;
    case Answers::Absent:
        if (one.attendance != Attendance::Absent)
            return false;
        break;
    case Answers::Any:
        break;
    }
    const QString wanted = foldName(words());
    if (wanted.isEmpty())
        return true;
    const QStringList words{one.name,         one.kana, one.number, one.affiliation, one.centre,
                            one.municipality, one.area, one.role,   one.email,       one.note};
    return foldName(words.join(u'\n')).contains(wanted);
}

} // namespace tane
