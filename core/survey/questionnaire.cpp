#include "survey/questionnaire.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace tane {

std::vector<Questionnaire::ItemRef> Questionnaire::items() const
{
    std::vector<ItemRef> result;
    for (const ItemSet &set : sets) {
        for (const Item &item : set.items)
            result.push_back({&set, &item});
    }
    return result;
}

int Questionnaire::indexOf(const QString &itemCode) const
{
    int index = 0;
    for (const ItemSet &set : sets) {
        for (const Item &item : set.items) {
            if (item.code == itemCode)
                return index;
            ++index;
        }
    }
    return -1;
}

QStringList builtInQuestionnaires()
{
    QStringList ids;
    const QDir folder(QStringLiteral(":/tane/questionnaires"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        ids << file.completeBaseName();
    return ids;
}

} // namespace tane
