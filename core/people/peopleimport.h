#pragma once

// Private to the lists of registers: people as a list wants them.

#include "people/registerimport.h"

namespace tane::registers {

/// Where somebody works, as far as it decides whether she was transferred.
struct Workplace
{
    qint64 centre = 0;
    qint64 municipality = 0;
    QString organisation;
    [[nodiscard]] bool isEmpty() const { return centre == 0 && municipality == 0 && organisation.isEmpty(); }
};

/// A person with what the list changes.
struct PersonDraft
{
    const PersonRecord *stored = nullptr; ///< null: a new one; valid while the registry is
    Person value;
    QStringList roles, qualifications;
    std::vector<Affiliation> affiliations; ///< id 0: to be added at this place
    std::vector<Affiliation> listed;       ///< of a new one: the rows of the second sheet
    QString fileId;                        ///< what the row has as id
    const RegisterSheet *sheet = nullptr;  ///< of the first row about her; null: none yet
    int row = 0;
    [[nodiscard]] bool changes() const;
};

/// Resolves and compares workplaces.
class Workplaces
{
public:
    explicit Workplaces(ImportContext &context)
        : m_context(context)
    {
    }
    /// What the row says; what is not registered is noted.
    [[nodiscard]] Workplace of(const RegisterSheet &sheet, int row);
    [[nodiscard]] Workplace of(const Affiliation &affiliation) const;
    [[nodiscard]] bool same(const Workplace &a, const Workplace &b) const;
    /// What both say is the same, and there is something that both say.
    [[nodiscard]] bool compatible(const Workplace &a, const Workplace &b) const;
    /// Makes the drafted affiliations say what the row says: in place, or as a transfer.
    void apply(const RegisterSheet &sheet, int row, PersonDraft &draft);
    /// Another workplace beside those the draft has.
    void addBeside(const RegisterSheet &sheet, int row, PersonDraft &draft);
    /// One row of the second sheet.
    void applyHistory(const RegisterSheet &sheet, int row, PersonDraft &draft);

private:
    [[nodiscard]] qint64 centreOf(const RegisterSheet &sheet, int row, QString &organisation);
    [[nodiscard]] qint64 municipalityOf(const RegisterSheet &sheet, int row, qint64 centre);
    [[nodiscard]] bool leavesWorkplace(const RegisterSheet &sheet, int row, const Affiliation &stored,
                                       bool exact) const;
    [[nodiscard]] bool completes(const Workplace &stored, const Workplace &listed) const;
    void setDetails(const RegisterSheet &sheet, int row, const PersonDraft &draft, const Affiliation &stored,
                    Affiliation &value);
    void transfer(const RegisterSheet &sheet, int row, PersonDraft &draft, std::size_t former,
                  const Workplace &to);
    [[nodiscard]] Affiliation made(const Workplace &workplace) const;
    ImportContext &m_context;
};

/// One undo step.
[[nodiscard]] Result<> storePeople(Document &document, const std::vector<PersonDraft> &drafts);

} // namespace tane::registers
