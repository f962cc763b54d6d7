#pragma once

#include "people/registry.h"

namespace tane {

/// One thing that is known of somebody: where it stands and what it says.
struct KnownFact
{
    QString where; ///< "名簿", "所属", "評価", "支援", "研修会の回答（研修前）"
    QString what;
    QDate day;
};
/// Everything the file knows of a person: register, affiliations, assessments, supports, answers with their
/// texts, what she wrote as a participant. For her own question what is kept of her.
[[nodiscard]] Result<std::vector<KnownFact>> knownOf(Document &document, qint64 person);

/// Takes name, kana, contact, consent and note from a person, what her affiliations say in words, and name,
/// kana, e-mail and phone from the answers that are hers or are joined to hers; their number becomes one of
/// its own, so that they stay joined; the same from her rows among the participants, with her goals and the
/// notes to her homework; her name also from who raised an issue, takes care of it, or wrote or
/// got a message about it. Level, affiliation kind, marks stay for statistics. Free texts stay,
/// too: the result says how many there are to look through. One undo step, undone until the file is closed.
[[nodiscard]] Result<int> anonymise(Document &document, qint64 person);
/// Deletes a person with affiliations, assessments and her rows among the participants of workshops. Answers
/// and issues stay and belong to nobody; her name goes from the issues as in anonymise(). One undo step.
[[nodiscard]] Result<> removePerson(Document &document, qint64 person);
/// People whose keepUntil has passed on `today`.
[[nodiscard]] std::vector<const PersonRecord *> overdue(const Registry &registry, QDate today);

/// "M01" … in the registry's order instead of names, when an export is masked.
class NameMask
{
public:
    NameMask(const Registry &registry, bool masked);
    [[nodiscard]] QString operator()(const PersonRecord &person) const;

private:
    std::unordered_map<qint64, QString> m_names;
};

} // namespace tane
