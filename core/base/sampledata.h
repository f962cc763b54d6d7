#pragma once

#include "base/error.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

/// Reading the data of the built-in sample, which every folder fills with what is its own.
namespace tane::sampledata {

/// The object of :/tane/sample/NAME.json. Internal: the program is damaged.
[[nodiscard]] Result<QJsonObject> read(const QString &name);
/// The error for data that says something unknown; `detail` is what.
[[nodiscard]] std::unexpected<Error> damaged(const QString &detail);
/// What the one step of undo that makes the sample is called.
[[nodiscard]] QString label();

[[nodiscard]] QString text(const QJsonObject &object, const char *key);
[[nodiscard]] QDate day(const QJsonObject &object, const char *key); ///< "2026-09-10"; invalid without one
[[nodiscard]] std::optional<int> number(const QJsonObject &object, const char *key);
[[nodiscard]] QStringList texts(const QJsonObject &object, const char *key);
[[nodiscard]] std::vector<QJsonObject> objects(const QJsonObject &object, const char *key);

/// The value of an enumeration whose words stand in its order.
template<class Enum, std::size_t n>
[[nodiscard]] Result<Enum> wordIn(const QString &word, const std::array<const char *, n> &words)
{
    for (std::size_t i = 0; i < n; ++i)
        if (word == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    return damaged(word);
}
template<class Enum, std::size_t n>
[[nodiscard]] Result<Enum> wordIn(const QJsonObject &object, const char *key,
                                  const std::array<const char *, n> &words)
{
    const auto found = wordIn<Enum>(text(object, key), words);
    return found ? found : damaged(QLatin1String(key) + u' ' + text(object, key));
}

} // namespace tane::sampledata
