#include "survey/questionnaire.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

const Item *Questionnaire::find(const QString &itemCode) const
{
    for (const ItemSet &set : sets)
        for (const Item &item : set.items)
            if (item.code == itemCode)
                return &item;
    return nullptr;
}

QString waveText(Wave wave)
{
    switch (wave) {
    case Wave::Before:
        return QCoreApplication::translate("tane::Questionnaire", "研修前");
    case Wave::After:
        return QCoreApplication::translate("tane::Questionnaire", "研修後");
    case Wave::FollowUp:
        return QCoreApplication::translate("tane::Questionnaire", "2～3か月後");
    }
    return {};
}

bool isAskedOf(const Item &item, const QString &role)
{
    const QString asked = foldText(item.forRole);
    const QString given = foldText(role);
    return asked.isEmpty() || given.isEmpty() || asked == given;
}

Questionnaire askedPart(const Questionnaire &questionnaire, Wave wave, const QString &role)
{
    Questionnaire part = questionnaire;
    for (ItemSet &set : part.sets)
        std::erase_if(set.items,
                      [&](const Item &item) { return !item.isAsked(wave) || !isAskedOf(item, role); });
    std::erase_if(part.sets, [](const ItemSet &set) { return set.items.empty(); });
    return part;
}

QStringList builtInQuestionnaires()
{
    // The one this programme is about comes first: it is offered where nothing was chosen.
    const QString first = QStringLiteral("trial1");
    QStringList ids{first};
    const QDir folder(QStringLiteral(":/tane/questionnaires"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        if (file.completeBaseName() != first)
            ids << file.completeBaseName();
    return ids;
}

} // namespace tane
