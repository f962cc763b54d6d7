#pragma once

#include <QStringList>

#include <vector>

namespace tane {

/// What stands on a poster sheet (図表-81). The notes of a group come from its talk; without them the sheet
/// is to be written on.
struct PosterNote
{
    QString text;
    bool heading = false; ///< on the larger, other-coloured note that names a cluster
    bool below = false;   ///< belongs to the heading before it
    int kind = 0;         ///< which paper: 困りごと, 解決したいこと, 伝え方, メモ
};

struct PosterScene
{
    QString title; ///< 入退院支援
    std::vector<PosterNote> notes;
};

struct PosterContent
{
    QString group;                   ///< after グループ名; empty: a line to write on
    std::vector<PosterScene> scenes; ///< one to six
    QString band;                    ///< 市町村にうまく伝えるには
    std::vector<PosterNote> bandNotes;
};

inline constexpr int kMostScenes = 6;

/// 日常療養, 入退院支援, 急変時の対応, 看取り.
[[nodiscard]] const QStringList &usualScenes();
/// Others that were seen: 認知症, 感染症対応, 災害対応.
[[nodiscard]] const QStringList &furtherScenes();
/// Names from one line, divided by "、", commas or line feeds; at most six, the usual four when there are
/// none.
[[nodiscard]] QStringList scenesFrom(const QString &text);
/// A sheet to write on.
[[nodiscard]] PosterContent blankPoster(const QString &group, const QStringList &scenes);

} // namespace tane
