#pragma once

// Private to the sample's issues: reading its JSON, and what the parts share.

#include "issues/pipeline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace tane::sampleissues {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Sample)
};

[[nodiscard]] inline QString label()
{
    return Texts::tr("見本の作成");
}

[[nodiscard]] inline std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::Internal,
                Texts::tr("組み込みの見本を読めません。プログラムを入れ直してください。"), detail);
}

[[nodiscard]] inline QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}
[[nodiscard]] inline QDate day(const QJsonObject &object, const char *key)
{
    return QDate::fromString(text(object, key), Qt::ISODate);
}
[[nodiscard]] inline std::optional<int> number(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}
[[nodiscard]] QStringList texts(const QJsonObject &object, const char *key);
[[nodiscard]] std::vector<QJsonObject> objects(const QJsonObject &object, const char *key);

template<class Enum, std::size_t n>
[[nodiscard]] Result<Enum> wordIn(const QJsonObject &object, const char *key,
                                  const std::array<const char *, n> &words)
{
    const QString word = text(object, key);
    for (std::size_t i = 0; i < n; ++i)
        if (word == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    return damaged(QLatin1String(key) + u' ' + word);
}

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
