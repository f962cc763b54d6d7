#include "base/sampledata.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tane::sampledata {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Sample)
};

} // namespace

Result<QJsonObject> read(const QString &name)
{
    QFile file(QStringLiteral(":/tane/sample/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return damaged(file.fileName());
    return QJsonDocument::fromJson(file.readAll()).object();
}

std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::Internal,
                Texts::tr("組み込みの見本を読めません。プログラムを入れ直してください。"), detail);
}

QString label()
{
    return Texts::tr("見本の作成");
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QDate day(const QJsonObject &object, const char *key)
{
    return QDate::fromString(text(object, key), Qt::ISODate);
}

std::optional<int> number(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QStringList texts(const QJsonObject &object, const char *key)
{
    QStringList all;
    for (const QJsonValue &value : object.value(QLatin1String(key)).toArray())
        all << value.toString();
    return all;
}

std::vector<QJsonObject> objects(const QJsonObject &object, const char *key)
{
    std::vector<QJsonObject> all;
    for (const QJsonValue &value : object.value(QLatin1String(key)).toArray())
        all.push_back(value.toObject());
    return all;
}

} // namespace tane::sampledata
