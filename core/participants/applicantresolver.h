#pragma once

// Private to the import: who somebody is that a file names.

#include "participants/applicantimport.h"
#include "participants/applicantlist.h"

#include <QHash>

namespace tane::applicants {

/// Tells the people of an import from each other and from those who are there already.
class Resolver
{
public:
    /// `read`: everybody the import names, to know which addresses are shared.
    Resolver(const std::vector<Participant> &stored, const std::vector<ReadRow> &read, qint64 workshop,
             QDate today);
    [[nodiscard]] ApplicantRow resolve(const ReadRow &row);

private:
    /// Somebody stored or found earlier in this import.
    struct Known
    {
        Participant participant;
        QString place;                                   ///< where this import named her; empty: not yet
        QString name, writing, kana, email, affiliation; ///< folded
    };
    struct Found
    {
        int known = -1; ///< -1: nobody
        QString why;
        bool refused = false;
    };
    [[nodiscard]] static Known knownOf(const Participant &participant);
    [[nodiscard]] Found find(const Known &row) const;
    [[nodiscard]] Found findByName(const Known &row) const;
    [[nodiscard]] ApplicantRow merge(const ReadRow &row, Known &known, const QString &why);
    void add(Known known);

    std::vector<Known> m_known;
    QHash<QString, QStringList> m_namesOfEmail; ///< folded names by address, stored and read
    qint64 m_workshop;
    QDate m_today;
};

} // namespace tane::applicants
