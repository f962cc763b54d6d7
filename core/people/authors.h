#pragma once

// People known by what they wrote about themselves, in answers or applications.

#include "people/peoplelinks.h"
#include "people/storedresponses.h"

namespace tane {

/// Who of the register the authors may be, for those who belong to nobody yet, in their order; by the rules
/// for before and after. Pure.
[[nodiscard]] std::vector<ResponseMatch> matchAuthors(const Registry &registry,
                                                      const StoredResponses &responses);

/// Rows of these answers, by person: joined by the survey, or of the same name and affiliation in another
/// wave. In the order of the answers.
[[nodiscard]] std::vector<std::vector<int>> groupAuthors(const StoredResponses &responses,
                                                         const JoinedResponses &joined,
                                                         const std::vector<qint64> &given);

/// Adds authors to the register.
class AuthorAdder
{
public:
    AuthorAdder(Document &document, Registry registry, const StoredResponses &responses, QString label)
        : m_document(document)
        , m_registry(std::move(registry))
        , m_responses(responses)
        , m_label(std::move(label))
    {
    }
    /// The vocabularies; before the first is added.
    [[nodiscard]] Result<> readWords();
    /// The person of some rows: the first that says something about a field counts. Gives her id.
    [[nodiscard]] Result<qint64> add(const std::vector<int> &rows);
    [[nodiscard]] const QString &label() const { return m_label; }

private:
    [[nodiscard]] QString said(const std::vector<int> &rows, Field field) const;
    template<class T>
    [[nodiscard]] Result<> store(const T &record)
    {
        const auto added = RecordTable<T>(m_document).add(record, m_label);
        return added ? Result<>() : std::unexpected(added.error());
    }

    Document &m_document;
    Registry m_registry;
    const StoredResponses &m_responses;
    QString m_label;
    QStringList m_roles, m_kinds, m_qualifications;
};

} // namespace tane
