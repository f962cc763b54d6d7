#include "base/atomicfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

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

AtomicFile::AtomicFile(const QString &path)
    : m_file(path)
{
    // Never fall back to writing in place: half a file is worse than none.
    m_file.setDirectWriteFallback(false);
}

Result<> AtomicFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return failHere();
    return {};
}

Result<> AtomicFile::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return failHere();
    m_written += bytes.size();
    return {};
}

Result<> AtomicFile::commit()
{
    if (!m_file.commit())
        return failHere();
    // Network shares have been seen to accept a rename and lose the file: look before saying it is saved.
    const QFileInfo written(m_file.fileName());
    if (!written.isFile() || written.size() != m_written)
        return failHere();
    return {};
}

std::unexpected<Error> AtomicFile::failHere()
{
    const QFileInfo target(m_file.fileName());
    const QString detail = m_file.errorString();
    m_file.cancelWriting();
    return std::unexpected(
        Error{ErrorCode::CannotWrite, reasonFor(target), target.fileName(), {}, {}, detail});
}

Result<> writeFileAtomically(const QString &path, QByteArrayView bytes)
{
    AtomicFile file(path);
    TANE_CHECK(file.open());
    TANE_CHECK(file.write(bytes));
    return file.commit();
}

} // namespace tane
