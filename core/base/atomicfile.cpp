#include "base/atomicfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

Error cannotWrite(const QFileInfo &target, QString message, QString detail)
{
    return {ErrorCode::CannotWrite, std::move(message), target.fileName(), {}, {}, std::move(detail)};
}

QString reasonFor(const QFileInfo &target)
{
    const QFileInfo folder(target.absolutePath());
    if (!folder.exists())
        return Text::tr("保存先のフォルダーがありません（%1）。").arg(folder.absoluteFilePath());
    if (!folder.isDir())
        return Text::tr("保存先がフォルダーではありません（%1）。").arg(folder.absoluteFilePath());
    if (target.isDir())
        return Text::tr("同じ名前のフォルダーがあるため保存できません。別の名前にしてください。");
    return Text::tr(
        "ファイルを保存できません。Excel や Word "
        "で開いている場合は閉じてください。保存先の空き容量と、書き込みの権限も確認してください。");
}

} // namespace

Result<> writeFileAtomically(const QString &path, QByteArrayView bytes)
{
    const QFileInfo target(path);
    QSaveFile file(path);
    // Never fall back to writing in place: half a file is worse than none.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(cannotWrite(target, reasonFor(target), file.errorString()));
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.commit()) {
        const QString detail = file.errorString();
        file.cancelWriting();
        return std::unexpected(cannotWrite(target, reasonFor(target), detail));
    }
    // Network shares have been seen to accept a rename and lose the file: look before saying it is saved.
    const QFileInfo written(path);
    if (!written.isFile() || written.size() != bytes.size())
        return std::unexpected(
            cannotWrite(target, reasonFor(target), QStringLiteral("missing after rename")));
    return {};
}

} // namespace tane
