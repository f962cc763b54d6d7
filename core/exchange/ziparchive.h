#pragma once

#include "base/error.h"
#include "base/mappedfile.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct zip;
struct zip_file;

namespace tane {

/// A zip container opened for reading, with one budget of unpacked bytes over all parts: what is really
/// inflated counts, not what the headers claim.
class ZipArchive
{
public:
    /// Errors: BadFormat (no directory, truncated).
    [[nodiscard]] static Result<ZipArchive> open(std::shared_ptr<const MappedFile> file,
                                                 std::uint64_t unpackedBytes);

    /// Index of a part. Names are compared as Office does: without case, with either slash, without a leading
    /// one.
    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view part) const;
    /// What the directory claims of a part; only for progress and for refusing early.
    [[nodiscard]] std::uint64_t claimedSize(std::uint64_t index) const;
    [[nodiscard]] std::uint64_t bytesRead() const { return m_read; }
    [[nodiscard]] const QString &fileName() const { return m_file->name(); }

private:
    friend class ZipPart;
    struct Closer
    {
        void operator()(zip *archive) const;
    };

    explicit ZipArchive(std::shared_ptr<const MappedFile> file)
        : m_file(std::move(file))
    {
    }

    std::shared_ptr<const MappedFile> m_file; // outlives the archive, which reads from its bytes
    std::unique_ptr<zip, Closer> m_zip;
    std::unordered_map<std::string, std::uint64_t> m_index;
    std::uint64_t m_limit = 0;
    std::uint64_t m_read = 0;
};

/// One part while it is unpacked.
class ZipPart
{
public:
    /// Errors: BadFormat (damaged, unknown compression, or locked by a password), TooLarge (claims more than
    /// is allowed).
    [[nodiscard]] static Result<ZipPart> open(ZipArchive &archive, std::uint64_t index);

    /// The next bytes, up to `size`; 0 at the end, which is reached only when length and checksum are right.
    /// Errors: BadFormat, TooLarge.
    [[nodiscard]] Result<std::size_t> read(char *to, std::size_t size);

private:
    struct Closer
    {
        void operator()(zip_file *file) const;
    };

    explicit ZipPart(ZipArchive &archive)
        : m_archive(&archive)
    {
    }

    ZipArchive *m_archive;
    std::unique_ptr<zip_file, Closer> m_file;
};

} // namespace tane
