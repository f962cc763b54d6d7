#pragma once

// Private to the sample's issues: reading its JSON, and what the parts share.

#include "base/sampledata.h"
#include "issues/pipeline.h"

#include <QJsonArray>

#include <map>

namespace tane::sampleissues {

using namespace sampledata;

/// Rows by the names the sample gives them.
class Ids
{
public:
    void set(const QString &name, qint64 id) { m_ids[name] = id; }
    /// 0 for an empty name.
    [[nodiscard]] Result<qint64> of(const QString &name) const
    {
        if (name.isEmpty())
            return 0;
        const auto found = m_ids.find(name);
        return found == m_ids.end() ? Result<qint64>(damaged(name)) : found->second;
    }

private:
    std::map<QString, qint64> m_ids;
};

/// Places of the registers, and what was stored under a key.
struct Known
{
    Ids municipalities, areas, clusters, topics, cards;
    qint64 workshop = 0;
};

[[nodiscard]] Result<> addBoards(Document &document, const QJsonObject &content, Known &known);
[[nodiscard]] Result<> addConsultations(Document &document, const QJsonObject &content, Known &known);
[[nodiscard]] Result<> addCards(Document &document, const QJsonObject &content, Known &known);
[[nodiscard]] Result<> addCouncils(Document &document, const QJsonObject &content, const Known &known);
[[nodiscard]] Result<> addSheets(Document &document, const QJsonObject &content, const Known &known);

/// For records nobody refers to.
template<class T>
[[nodiscard]] Result<> store(Document &document, const T &record)
{
    const auto added = RecordTable<T>(document).add(record, label());
    return added ? Result<>() : std::unexpected(added.error());
}

} // namespace tane::sampleissues
