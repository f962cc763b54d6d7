#pragma once

#include "people/registry.h"
#include "shell/page.h"
#include "shell/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace tane::test {

/// Answers the questions of pages: what the officer would choose is put in beforehand, what was asked is
/// kept.
class PeopleDialogs : public Dialogs
{
public:
    bool confirmed = true;
    QString nextFile, nextSave, nextFolder, suggested;
    std::optional<QString> text;
    QStringList asked;

    QString openFile(QWidget *, const QString &, const QString &) override { return nextFile; }
    QString openFolder(QWidget *, const QString &) override { return nextFolder; }
    QString saveFile(QWidget *, const QString &, const QString &name, const QString &) override
    {
        suggested = name;
        return nextSave;
    }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        asked << question;
        return confirmed;
    }
    std::optional<QString> askText(QWidget *, const QString &, const QString &, const QString &) override
    {
        return text;
    }
};

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
    PeopleDialogs dialogs;

private:
    void open(Result<std::unique_ptr<Document>> document);
    qint64 addCentre(const QString &name, const QString &municipality, qint64 area);

    QTemporaryDir m_folder;
    qint64 m_prefecture = 0;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

/// Shows a page as the window does, 1150 × 720, active.
void present(Page &page);
/// Japanese text to the widget that has the focus, as from an input method.
void write(const QString &text);
/// Selects all of a field and writes over it.
void overwrite(QWidget *field, const QString &text);
void click(QWidget *widget);
/// The named child; REQUIREs that it is there. A shown one comes before one that is about to go.
template<class W = QWidget>
W *child(QWidget &root, const QString &name)
{
    W *found = nullptr;
    for (W *each : root.findChildren<W *>(name)) {
        if (found == nullptr || !found->isVisible())
            found = each;
    }
    INFO(name.toStdString());
    REQUIRE(found != nullptr);
    return found;
}

} // namespace tane::test
