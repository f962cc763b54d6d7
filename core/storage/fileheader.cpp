#include "storage/fileheader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FileHeader)
};

constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kUserVersionAt = 60;
constexpr qsizetype kApplicationIdAt = 68;

quint32 number(const QByteArray &header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.constData() + at);
}

} // namespace

Error newerFileError(qint64 version)
{
    return {
        ErrorCode::Newer,
        Texts::tr(
            "このファイルは、新しい版のタネで作られています。タネを新しい版に更新してから開いてください。"),
        {},
        {},
        {},
        QStringLiteral("schema version %1").arg(version)};
}

Result<int> readFileHeader(const QString &path, int newestVersion)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound,
                    Texts::tr("ファイルが見つかりません。移動または削除されていないか、ご確認ください。"));
    if (!info.isFile())
        return fail(ErrorCode::NotOurs,
                    Texts::tr("フォルダーは開けません。タネのファイル（.tane）を指定してください。"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotRead,
                    Texts::tr("ファイルを読み取れません。アクセス権をご確認ください。"), file.errorString());
    const QByteArray header = file.read(kHeaderSize);
    if (header.isEmpty() && file.error() != QFileDevice::NoError)
        return fail(ErrorCode::CannotRead,
                    Texts::tr("ファイルを読み取れません。ネットワークの接続をご確認ください。"),
                    file.errorString());
    if (header.isEmpty())
        return fail(ErrorCode::NotOurs, Texts::tr("ファイルの中身が空です。タネのファイルではありません。"));
    static constexpr char magic[] = "SQLite format 3"; // 16 bytes with the final zero
    if (header.size() < kHeaderSize || !header.startsWith(QByteArrayView(magic, sizeof magic)))
        return fail(ErrorCode::NotOurs, Texts::tr("タネのファイルではありません。"));
    if (number(header, kApplicationIdAt) != kApplicationId)
        return fail(ErrorCode::NotOurs,
                    Texts::tr("タネのファイルではありません（ほかのソフトのデータベースです）。"));
    const quint32 version = number(header, kUserVersionAt);
    if (version > static_cast<quint32>(newestVersion))
        return std::unexpected(newerFileError(version));
    if (version == 0)
        return fail(ErrorCode::NotOurs, Texts::tr("タネのファイルとして完成していません。"));
    return static_cast<int>(version);
}

} // namespace tane
