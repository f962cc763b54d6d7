#include "grouping/poster.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Poster)
};

} // namespace

const QStringList &usualScenes()
{
    static const QStringList scenes{Texts::tr("日常療養"), Texts::tr("入退院支援"), Texts::tr("急変時の対応"),
                                    Texts::tr("看取り")};
    return scenes;
}

const QStringList &furtherScenes()
{
    static const QStringList scenes{Texts::tr("認知症"), Texts::tr("感染症対応"), Texts::tr("災害対応")};
    return scenes;
}

QStringList scenesFrom(const QString &text)
{
    static const QRegularExpression divider(QStringLiteral("[、，,\\n]"));
    QStringList scenes;
    for (const QString &part : text.split(divider))
        if (const QString scene = part.trimmed(); !scene.isEmpty() && scenes.size() < kMostScenes)
            scenes << scene;
    return scenes.isEmpty() ? usualScenes() : scenes;
}

PosterContent blankPoster(const QString &group, const QStringList &scenes)
{
    PosterContent poster;
    poster.group = group;
    for (const QString &scene : scenes)
        poster.scenes.push_back({scene, {}});
    poster.band = Texts::tr("市町村にうまく伝えるには");
    return poster;
}

} // namespace tane
