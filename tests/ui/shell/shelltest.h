#pragma once

#include "../scripteddialogs.h"

#include "shell/pageregistry.h"
#include "shell/settings.h"

#include <QTemporaryDir>

#include <vector>

namespace tane::shelltest {

using test::ScriptedDialogs;

/// A page that counts how often it was made and refreshed.
class CountingPage : public Page
{
    Q_OBJECT
public:
    using Page::Page;
    int refreshed = 0;
    QString shownBadge;
    QList<QAction *> actionsToExport;
    void refresh() override { ++refreshed; }
    [[nodiscard]] QString badge() const override { return shownBadge; }
    [[nodiscard]] QList<QAction *> exportActions() const override { return actionsToExport; }
    void say(const Notice &what) { Q_EMIT notice(what); }
    void ask(const QString &page) { Q_EMIT openPage(page); }
};

/// The three pages of this version with the titles the window shows, but empty.
inline std::vector<PageEntry> countingPages()
{
    const auto make = [](PageContext &context, QWidget *parent) -> Page * {
        return new CountingPage(context, parent);
    };
    return {
        {QStringLiteral("answers"), QStringLiteral("4 実行"), QStringLiteral("アンケートの回答"), make},
        {QStringLiteral("links"), QStringLiteral("5 評価・改善"), QStringLiteral("前後の結びつけ"), make},
        {QStringLiteral("results"), QStringLiteral("5 評価・改善"), QStringLiteral("研修前後の変化"), make}};
}

/// A folder and settings of the test's own.
struct Desk
{
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    ScriptedDialogs dialogs;
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
};

} // namespace tane::shelltest
