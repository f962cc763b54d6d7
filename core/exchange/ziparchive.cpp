#include "exchange/ziparchive.h"

#include <QCoreApplication>

#include <zip.h>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::ZipArchive)
};

std::unexpected<Error> damaged(const QString &file, const char *detail)
{
    return std::unexpected(
        Error{ErrorCode::BadFormat,
              Text::tr("ファイルが壊れているため読めません。元のファイルを受け取り直すか、Excel "
                       "で開いて保存し直してください。"),
              file,
              {},
              {},
              QString::fromUtf8(detail)});
}

std::unexpected<Error> tooLarge(const QString &file)
{
    return std::unexpected(Error{
        ErrorCode::TooLarge,
        Text::tr(
            "展開すると大きくなりすぎるため、安全のため読み込みを中止しました。必要なシートだけを別のブックに"
            "保存してください。"),
        file,
        {},
        {},
        {}});
}

std::string normalised(std::string_view part)
{
    while (!part.empty() && (part.front() == '/' || part.front() == '\\'))
        part.remove_prefix(1);
    std::string name(part);
    for (char &c : name) {
        if (c == '\\')
            c = '/';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

} // namespace

void ZipArchive::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

void ZipPart::Closer::operator()(zip_file *file) const
{
    zip_fclose(file);
}

Result<ZipArchive> ZipArchive::open(std::shared_ptr<const MappedFile> file, std::uint64_t unpackedBytes)
{
    ZipArchive self(std::move(file));
    self.m_limit = unpackedBytes;
    const std::string_view bytes = self.m_file->bytes();
    // From memory, not by name: libzip opens names in the code page of the system on Windows.
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source)
        self.m_zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!self.m_zip) {
        auto failure = damaged(self.fileName(), zip_error_strerror(&error));
        if (source)
            zip_source_free(source);
        zip_error_fini(&error);
        return failure;
    }
    zip_error_fini(&error);
    const zip_int64_t count = zip_get_num_entries(self.m_zip.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char *name = zip_get_name(self.m_zip.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS))
            self.m_index.emplace(normalised(name), static_cast<std::uint64_t>(i));
    return self;
}

std::optional<std::uint64_t> ZipArchive::find(std::string_view part) const
{
    const auto found = m_index.find(normalised(part));
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t ZipArchive::claimedSize(std::uint64_t index) const
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip.get(), index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
        return 0;
    return stat.size;
}

Result<ZipPart> ZipPart::open(ZipArchive &archive, std::uint64_t index)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive.m_zip.get(), index, 0, &stat) != 0)
        return damaged(archive.fileName(), zip_strerror(archive.m_zip.get()));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return std::unexpected(Error{
            ErrorCode::BadFormat,
            Text::tr("パスワードで保護されているため読めません。パスワードを外して保存し直してください。"),
            archive.fileName(),
            {},
            {},
            {}});
    if (stat.valid & ZIP_STAT_SIZE && stat.size > archive.m_limit - archive.m_read)
        return tooLarge(archive.fileName());
    ZipPart part(archive);
    part.m_file.reset(zip_fopen_index(archive.m_zip.get(), index, 0));
    if (!part.m_file)
        return damaged(archive.fileName(), zip_strerror(archive.m_zip.get()));
    return part;
}

Result<std::size_t> ZipPart::read(char *to, std::size_t size)
{
    const zip_int64_t got = zip_fread(m_file.get(), to, size);
    if (got < 0)
        return damaged(m_archive->fileName(), zip_file_strerror(m_file.get()));
    const auto count = static_cast<std::uint64_t>(got);
    if (count > m_archive->m_limit - m_archive->m_read)
        return tooLarge(m_archive->fileName());
    m_archive->m_read += count;
    return static_cast<std::size_t>(count);
}

} // namespace tane
