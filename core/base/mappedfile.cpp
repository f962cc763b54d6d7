#include "base/mappedfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::MappedFile)
};

constexpr qint64 copyBelow = 1 << 20;

std::unexpected<Error> failAt(ErrorCode code, const QString &name, const QString &message,
                              const QString &detail = {})
{
    return std::unexpected(Error{code, message, name, {}, {}, detail});
}

} // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const QString &path, std::uint64_t maxBytes)
{
    const QFileInfo info(path);
    std::shared_ptr<MappedFile> self(new MappedFile);
    self->m_name = info.fileName().isEmpty() ? path : info.fileName();
    if (!info.exists())
        return failAt(ErrorCode::NotFound, self->m_name,
                      Text::tr("ファイルが見つかりません。場所と名前をお確かめください。"), path);
    // Pipes and devices have no end we could trust, so only plain files are read.
    if (!info.isFile())
        return failAt(ErrorCode::CannotRead, self->m_name,
                      Text::tr("ファイルではないため読めません。ファイルを指定してください。"), path);
    self->m_file.setFileName(path);
    if (!self->m_file.open(QIODevice::ReadOnly))
        return failAt(
            ErrorCode::CannotRead, self->m_name,
            Text::tr(
                "ファイルを開けません。ほかのソフトで開いていれば閉じ、読み取りの権限をお確かめください。"),
            self->m_file.errorString());
    const qint64 size = self->m_file.size();
    if (size < 0 || static_cast<std::uint64_t>(size) > maxBytes)
        return failAt(ErrorCode::TooLarge, self->m_name,
                      Text::tr("ファイルが大きすぎます。必要な部分だけを別のファイルに保存してください。"));
    if (size >= copyBelow) {
        if (const uchar *data = self->m_file.map(0, size)) {
            self->m_bytes = {reinterpret_cast<const char *>(data), static_cast<std::size_t>(size)};
            return self;
        }
    }
    self->m_copy = self->m_file.readAll();
    if (self->m_copy.size() < size)
        return failAt(
            ErrorCode::CannotRead, self->m_name,
            Text::tr("ファイルを最後まで読めません。手元のパソコンに写してから、もう一度お試しください。"),
            self->m_file.errorString());
    self->m_file.close();
    self->m_bytes = {self->m_copy.constData(), static_cast<std::size_t>(self->m_copy.size())};
    return self;
}

} // namespace tane
