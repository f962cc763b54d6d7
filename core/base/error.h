#pragma once

#include <QString>

#include <expected>

namespace tane {

/// What went wrong, for callers that branch on it. The command line maps these to exit codes.
enum class ErrorCode {
    Usage,             ///< wrong arguments
    NotFound,          ///< a file or folder is missing
    CannotRead,        ///< it exists but cannot be read
    CannotWrite,       ///< the target cannot be written
    BadFormat,         ///< damaged, or not of the kind it claims to be
    TooLarge,          ///< over a safety limit (decompressed size, rows, cells)
    NothingUnderstood, ///< readable, but holds nothing we can use
    NotOurs,           ///< an SQLite or other file that is not a Tane file
    Newer,             ///< written by a newer Tane
    Locked,            ///< another program holds it
    ReadOnly,          ///< opened read-only, cannot be changed
    Conflict,          ///< contradicts what is already stored
    Cancelled,         ///< the user stopped it
    Internal           ///< a defect of ours
};

/// An error as the officer should read it: what happened and what to do (message), where (file, sheet, cell).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< Japanese, for the user
    QString file;    ///< file name without its folder; may be empty
    QString sheet;   ///< worksheet name; may be empty
    QString cell;    ///< "C12" or "12行目"; may be empty
    QString detail;  ///< for the support person: driver text, line numbers

    /// "file:sheet!cell: message", leaving out the parts that are empty.
    [[nodiscard]] QString toString() const;
};

template<class T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return std::unexpected(Error{code, std::move(message), {}, {}, {}, std::move(detail)});
}

} // namespace tane

#define TANE_CONCAT_(a, b) a##b
#define TANE_CONCAT(a, b) TANE_CONCAT_(a, b)

/// `TANE_TRY(auto value, expression);` returns the error to the caller, or gives the value.
#define TANE_TRY(declaration, expression)                                                                    \
    auto TANE_CONCAT(tryResult_, __LINE__) = (expression);                                                   \
    if (!TANE_CONCAT(tryResult_, __LINE__))                                                                  \
        return std::unexpected(std::move(TANE_CONCAT(tryResult_, __LINE__)).error());                        \
    declaration = std::move(TANE_CONCAT(tryResult_, __LINE__)).value()

/// The same for an expression whose value is not needed.
#define TANE_CHECK(expression)                                                                               \
    do {                                                                                                     \
        if (auto tryResult = (expression); !tryResult)                                                       \
            return std::unexpected(std::move(tryResult).error());                                            \
    } while (false)
