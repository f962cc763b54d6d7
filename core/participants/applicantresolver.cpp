#include "participants/applicantresolver.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::applicants {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantImport)
};

bool differ(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

QString foldedNumber(const QString &number)
{
    QString folded = foldText(number);
    while (folded.size() > 1 && folded.front() == u'0')
        folded.remove(0, 1);
    return folded;
}

void copyField(const Participant &from, Participant &to, ApplicantField field)
{
    using F = ApplicantField;
    const std::pair<F, QString Participant::*> texts[] = {{F::Name, &Participant::name},
                                                          {F::Kana, &Participant::kana},
                                                          {F::Number, &Participant::number},
                                                          {F::Email, &Participant::email},
                                                          {F::Phone, &Participant::phone},
                                                          {F::Role, &Participant::role},
                                                          {F::Affiliation, &Participant::affiliation},
                                                          {F::AffiliationType, &Participant::affiliationType},
                                                          {F::Title, &Participant::title},
                                                          {F::Prefecture, &Participant::prefecture},
                                                          {F::Municipality, &Participant::municipality},
                                                          {F::Area, &Participant::area},
                                                          {F::Centre, &Participant::centre},
                                                          {F::Qualifications, &Participant::qualifications},
                                                          {F::Question, &Participant::question},
                                                          {F::Note, &Participant::note}};
    for (const auto &[each, member] : texts)
        if (each == field)
            to.*member = from.*member;
    if (field == F::Part)
        to.part = from.part;
    if (field == F::Online)
        to.online = from.online;
    if (field == F::AppliedOn)
        to.appliedOn = from.appliedOn;
    if (field == F::Experience) {
        to.experience = from.experience;
        to.experienceMonths = from.experienceMonths;
        to.experienceOn = from.experienceOn;
    }
}

QString orNothing(const QString &text)
{
    return text.isEmpty() ? Texts::tr("（なし）") : text;
}

} // namespace

Resolver::Known Resolver::knownOf(const Participant &participant)
{
    Known known;
    known.participant = participant;
    known.name = foldName(participant.name);
    known.writing = foldText(participant.name);
    known.kana = foldText(participant.kana);
    known.email = tidy(participant.email).toLower();
    for (const QString &place : {participant.affiliation, participant.centre, participant.municipality})
        if (known.affiliation.isEmpty())
            known.affiliation = foldText(place);
    return known;
}

Resolver::Resolver(const std::vector<Participant> &stored, const std::vector<ReadRow> &read, qint64 workshop,
                   QDate today)
    : m_workshop(workshop)
    , m_today(today)
{
    const auto note = [this](const Participant &participant) {
        const Known known = knownOf(participant);
        QStringList &names = m_namesOfEmail[known.email];
        if (!known.name.isEmpty() && !names.contains(known.name))
            names << known.name;
    };
    for (const Participant &participant : stored) {
        m_known.push_back(knownOf(participant));
        note(participant);
    }
    for (const ReadRow &row : read)
        note(row.participant);
}

Resolver::Found Resolver::findByName(const Known &row) const
{
    Found found;
    QString hint;
    std::vector<int> same, alone;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const Known &known = m_known[i];
        const int index = static_cast<int>(i);
        if (row.name.isEmpty() || known.name != row.name)
            continue;
        if (differ(known.kana, row.kana)) {
            hint = Texts::tr("同じ氏名で、ふりがなの違う方がいます");
        } else if (!known.affiliation.isEmpty() && known.affiliation == row.affiliation) {
            same.push_back(index);
        } else if (!differ(known.affiliation, row.affiliation) && known.writing == row.writing) {
            alone.push_back(index);
        } else {
            hint = Texts::tr("同じ氏名で、所属の違う方がいます");
        }
    }
    const auto ambiguous = [&found](const QString &why) {
        found.refused = true;
        found.why = why;
    };
    if (same.size() == 1) {
        const Known &known = m_known[static_cast<std::size_t>(same.front())];
        const bool kanaAgree = !known.kana.isEmpty() && known.kana == row.kana;
        if (differ(known.email, row.email) && !kanaAgree)
            ambiguous(Texts::tr(
                "同じ氏名・所属の方がいますが、メールが違い、同じ方か決められないため、取り込みませんで"
                "した。ふりがなを書いて、もう一度取り込んでください"));
        else
            found = {same.front(), known.writing == row.writing
                                       ? Texts::tr("氏名と所属が同じです")
                                       : Texts::tr("氏名（異体字）と所属が同じです")};
        return found;
    }
    if (same.size() > 1) {
        ambiguous(Texts::tr("同じ氏名・所属の方が%1名いて、どの方か決められないため、取り込みませんでした")
                      .arg(same.size()));
        return found;
    }
    if (alone.size() == 1 && hint.isEmpty() &&
        !differ(m_known[static_cast<std::size_t>(alone.front())].email, row.email))
        return {alone.front(), Texts::tr("氏名が同じで、ほかに同じ氏名の方がいません")};
    found.why = !hint.isEmpty() ? hint
                : alone.empty() ? QString()
                                : Texts::tr("同じ氏名の方がほかにもいます");
    return found;
}

Resolver::Found Resolver::find(const Known &row) const
{
    Found found;
    const QString number = foldedNumber(row.participant.number);
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const Known &known = m_known[i];
        if (!row.participant.token.isEmpty() && known.participant.token == row.participant.token) {
            if (!differ(known.name, row.name))
                return {static_cast<int>(i), Texts::tr("この方に送った申込書です")};
            // The form was handed on: the token says nothing.
        }
        if (!number.isEmpty() && foldedNumber(known.participant.number) == number) {
            if (!differ(known.name, row.name))
                return {static_cast<int>(i), Texts::tr("受付番号が同じです")};
            found.refused = true;
            found.why = Texts::tr("受付番号が同じで、氏名の違う方がいるため、取り込みませんでした");
            return found;
        }
    }
    if (!row.email.isEmpty() && m_namesOfEmail.value(row.email).size() <= 1) {
        std::vector<int> same;
        for (std::size_t i = 0; i < m_known.size(); ++i)
            if (m_known[i].email == row.email && !differ(m_known[i].name, row.name))
                same.push_back(static_cast<int>(i));
        if (same.size() == 1)
            return {same.front(), Texts::tr("メールアドレスが同じです")};
    }
    return findByName(row);
}

/// What the row changes of somebody who is known.
ApplicantRow Resolver::merge(const ReadRow &row, Known &known, const QString &why)
{
    const Participant stored = known.participant;
    Participant merged = stored;
    ApplicantRow result;
    for (const ApplicantField field : allApplicantFields()) {
        if (!row.has(field) || field == ApplicantField::Ignored)
            continue;
        // A list from elsewhere may write 斎藤 for 齋藤: not a change of name. Numbers are ours.
        if (field == ApplicantField::Name && foldName(stored.name) == foldName(row.participant.name))
            continue;
        if (field == ApplicantField::Number && !stored.number.isEmpty())
            continue;
        const QString before = applicantText(stored, field);
        if (foldText(before) == foldText(applicantText(row.participant, field)) && !before.isEmpty())
            continue;
        copyField(row.participant, merged, field);
        if (applicantText(merged, field) != before)
            result.changes << QStringLiteral("%1：%2 → %3")
                                  .arg(applicantFieldName(field), orNothing(before),
                                       orNothing(applicantText(merged, field)));
    }
    if (stored.state == Participant::State::Invited) {
        merged.state = Participant::State::Applied;
        if (!merged.appliedOn.isValid())
            merged.appliedOn = m_today;
        result.changes << QStringLiteral("%1 → %2").arg(participantStateText(stored.state),
                                                        participantStateText(merged.state));
    }
    result.place = row.place;
    result.why = why;
    result.participant = merged;
    result.what = merged == stored ? ApplicantRow::What::Same : ApplicantRow::What::Changed;
    if (result.what == ApplicantRow::What::Same)
        result.changes.clear();
    if (!known.place.isEmpty()) { // a second time in this import
        result.why =
            result.what == ApplicantRow::What::Same
                ? Texts::tr("同じ内容の申込みが「%1」にもあります").arg(known.place)
                : Texts::tr("同じ方の申込みが「%1」にもあり、内容が違います（%2）。先のものを取り込みます")
                      .arg(known.place, result.changes.join(u'、'));
        if (result.what == ApplicantRow::What::Changed)
            result.what = ApplicantRow::What::Refused;
        return result;
    }
    const QString place = row.place;
    known = knownOf(merged);
    known.place = place;
    return result;
}

ApplicantRow Resolver::resolve(const ReadRow &row)
{
    ApplicantRow result;
    result.place = row.place;
    result.participant = row.participant;
    const Known self = knownOf(row.participant);
    if (self.name.isEmpty()) {
        result.what = ApplicantRow::What::Refused;
        result.why = Texts::tr("氏名がないため、取り込みませんでした");
        return result;
    }
    const Found found = find(self);
    if (found.refused) {
        result.what = ApplicantRow::What::Refused;
        result.why = found.why;
        return result;
    }
    if (found.known >= 0)
        return merge(row, m_known[static_cast<std::size_t>(found.known)], found.why);
    result.why = found.why;
    result.participant.workshop = m_workshop;
    result.participant.token.clear(); // somebody else's, or none
    if (!result.participant.appliedOn.isValid())
        result.participant.appliedOn = m_today;
    Known added = knownOf(result.participant);
    added.place = row.place;
    m_known.push_back(std::move(added));
    return result;
}

} // namespace tane::applicants
