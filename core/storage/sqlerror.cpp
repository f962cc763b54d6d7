#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SqlError)
};

/// SQLite's primary result codes (https://www.sqlite.org/rescode.html); the plugin's headers do not give them
/// to us.
enum PrimaryCode {
    Permission = 3,
    Busy = 5,
    TableLocked = 6,
    NoMemory = 7,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    TooBig = 18,
    Constraint = 19,
    NotADatabase = 26
};

Error describe(int primary)
{
    const auto error = [](ErrorCode code, QString message) {
        return Error{code, std::move(message), {}, {}, {}, {}};
    };
    switch (primary) {
    case Busy:
    case TableLocked:
        return error(
            ErrorCode::Locked,
            Texts::tr("ほかの画面またはパソコンがこのファイルに書き込んでいるため、処理できませんでした。"
                      "しばらく待ってから、もう一度お試しください。"));
    case Permission:
    case ReadOnlyFile:
        return error(ErrorCode::ReadOnly,
                     Texts::tr("このファイルには書き込めません。ファイルまたはフォルダーが"
                               "読み取り専用になっていないか、ご確認ください。"));
    case Full:
        return error(ErrorCode::CannotWrite,
                     Texts::tr("ディスクの空き容量が足りないため、保存できませんでした。"
                               "不要なファイルを整理してから、もう一度お試しください。"));
    case InputOutput:
        return error(ErrorCode::CannotWrite,
                     Texts::tr("ディスクの読み書きに失敗しました。ネットワークの接続やディスクの空き容量を"
                               "ご確認のうえ、もう一度お試しください。"));
    case CannotOpen:
        return error(ErrorCode::CannotRead, Texts::tr("ファイルを開けませんでした。ファイルとフォルダーの"
                                                      "アクセス権をご確認ください。"));
    case Corrupt:
        return error(ErrorCode::BadFormat, Texts::tr("ファイルの内容が壊れています。控え（バックアップ）の"
                                                     "ファイルをお使いください。"));
    case NotADatabase:
        return error(ErrorCode::NotOurs, Texts::tr("タネのファイルではないか、内容が壊れています。"));
    case NoMemory:
    case TooBig:
        return error(ErrorCode::TooLarge, Texts::tr("データが大きすぎるため、処理できませんでした。"));
    case Constraint:
        return error(ErrorCode::Conflict,
                     Texts::tr("すでに登録されている内容と矛盾するため、保存できませんでした。"));
    default:
        return error(ErrorCode::Internal, Texts::tr("データの処理中に、プログラムの誤りが見つかりました。"));
    }
}

} // namespace

Error sqlError(const QSqlError &error)
{
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric);
    // The low byte is the primary code; Qt asks SQLite for extended ones (776 = READONLY_ROLLBACK).
    Error result = describe(numeric ? code & 0xff : 0);
    result.detail = QStringLiteral("SQLite %1: %2").arg(error.nativeErrorCode(), error.databaseText());
    return result;
}

} // namespace tane
