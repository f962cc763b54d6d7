#pragma once

#include "../gestures.h"
#include "../scripteddialogs.h"

#include "people/registry.h"
#include "shell/settings.h"

#include <QTemporaryDir>

namespace tane::test {

/// A file of 架空県 in a folder of its own, with two care areas, three centres and five coordinators:
///   青木 はる  東部センター（A市）   0     since two years ago
///   江口 結    西部センター（D市）   1-1   moved up from 0 in this fiscal year
///   小森 凛    東部センター（A市）   1-2   since two years ago
///   高瀬 碧    西部センター（D市）   2-2   since two years ago
///   和田 澄    西部センター（D市）   not assessed
class Kakuken
{
public:
    Kakuken();
    /// Without anybody.
    enum class Empty { Yes };
    explicit Kakuken(Empty);

    void reopen(); ///< closes the file and opens it again from disk
    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] PageContext &context() { return *m_context; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] qint64 person(const QString &name);
    [[nodiscard]] PersonRecord record(const QString &name);
    [[nodiscard]] Registry registry();
    qint64 addPerson(const QString &name, const QString &kana, qint64 centre, const QString &role);
    void assess(qint64 person, QDate day, int level);

    qint64 east = 0, west = 0;             ///< care areas
    qint64 eastCentre = 0, westCentre = 0; ///< of A市 and D市
    ScriptedDialogs dialogs{true};

private:
    void open(Result<std::unique_ptr<Document>> document);
    qint64 addCentre(const QString &name, const QString &municipality, qint64 area);

    QTemporaryDir m_folder;
    qint64 m_prefecture = 0;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

} // namespace tane::test
