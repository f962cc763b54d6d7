#include "exchange/zipwriter.h"

#include <QCoreApplication>

#include <zip.h>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipWriter)
};

std::unexpected<Error> zipFailure(const char *what)
{
    return fail(ErrorCode::Internal, Text::tr("文書ファイルを組み立てられませんでした。"),
                QString::fromUtf8(what));
}

/// Holds one reference to the memory the archive is written into; it outlives the archive.
struct Buffer
{
    zip_source_t *source = nullptr;
    ~Buffer()
    {
        if (source != nullptr)
            zip_source_free(source);
    }
};

Result<QByteArray> readAll(zip_source_t *source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) < 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) < 0)
        return zipFailure(zip_error_strerror(zip_source_error(source)));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(stat.size))
        return zipFailure("short read");
    return bytes;
}

} // namespace

void ZipWriter::add(QString name, QByteArray bytes, Packing packing)
{
    m_parts.push_back({name.toUtf8(), std::move(bytes), packing});
}

Result<QByteArray> ZipWriter::bytes() const
{
    zip_error_t error;
    zip_error_init(&error);
    Buffer buffer{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (buffer.source == nullptr)
        return zipFailure(zip_error_strerror(&error));
    zip_source_keep(buffer.source);
    zip_t *archive = zip_open_from_source(buffer.source, ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        zip_source_free(buffer.source);
        return zipFailure(zip_error_strerror(&error));
    }
    for (const Part &part : m_parts) {
        // The bytes stay ours (freep 0): m_parts outlives the archive.
        zip_source_t *source = zip_source_buffer(archive, part.bytes.constData(),
                                                 static_cast<zip_uint64_t>(part.bytes.size()), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(archive, part.name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            if (source != nullptr)
                zip_source_free(source);
            zip_discard(archive);
            return zipFailure(part.name.constData());
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                 part.packing == Packing::Store ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    if (zip_close(archive) < 0) {
        const QByteArray why = zip_strerror(archive);
        zip_discard(archive);
        return zipFailure(why.constData());
    }
    return readAll(buffer.source);
}

} // namespace tane
