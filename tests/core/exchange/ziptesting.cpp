#include "core/exchange/ziptesting.h"

#include <QFile>
#include <QXmlStreamReader>

#include <memory>
#include <zip.h>

namespace tane::testing {

namespace {

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Archive openZip(const QString &path)
{
    return Archive(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
}

} // namespace

QByteArray zipPart(const QString &path, const QString &name)
{
    const Archive archive = openZip(path);
    zip_stat_t stat;
    if (!archive || zip_stat(archive.get(), name.toUtf8().constData(), 0, &stat) < 0)
        return {};
    zip_file_t *file = zip_fopen_index(archive.get(), stat.index, 0);
    if (file == nullptr)
        return {};
    QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
    const zip_int64_t got = zip_fread(file, bytes.data(), stat.size);
    zip_fclose(file);
    return got == static_cast<zip_int64_t>(stat.size) ? bytes : QByteArray();
}

QStringList zipNames(const QString &path)
{
    QStringList names;
    if (const Archive archive = openZip(path)) {
        for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i)
            names.append(QString::fromUtf8(zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0)));
    }
    return names;
}

QString xmlFault(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

QStringList xmlFaults(const QString &path)
{
    QStringList faults;
    const QStringList names = zipNames(path);
    for (const QString &name : names) {
        if (!name.endsWith(QStringLiteral(".xml")) && !name.endsWith(QStringLiteral(".rels")))
            continue;
        const QString fault = xmlFault(zipPart(path, name));
        if (!fault.isEmpty())
            faults.append(name + QStringLiteral(": ") + fault);
    }
    return faults;
}

} // namespace tane::testing
