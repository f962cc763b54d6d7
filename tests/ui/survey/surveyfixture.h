#pragma once

#include "shell/settings.h"
#include "survey/surveyrepository.h"

#include "programme/workshop.h"
#include "shell/page.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace tane::test {

/// Answers the questions of pages: what the officer would choose is put in beforehand.
class FakeDialogs : public Dialogs
{
public:
    QString nextFile, nextFolder, nextSave, suggested;
    QString openFile(QWidget *, const QString &, const QString &) override { return nextFile; }
    QString openFolder(QWidget *, const QString &) override { return nextFolder; }
    QString saveFile(QWidget *, const QString &, const QString &name, const QString &) override
    {
        suggested = name;
        return nextSave;
    }
    bool confirm(QWidget *, const QString &, const QString &) override { return true; }
    std::optional<QString> askText(QWidget *, const QString &, const QString &, const QString &value) override
    {
        return value;
    }
};

/// A document in a folder of its own, and what pages need beside it.
class Office
{
public:
    /// A new empty document.
    Office();
    /// The built-in sample.
    [[nodiscard]] static std::unique_ptr<Office> withSample();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const;
    /// Closes the document and opens it again from disk.
    void reopen();
    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] PageContext &context() { return *m_context; }

    FakeDialogs dialogs;

private:
    void open(Result<std::unique_ptr<Document>> document);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

/// Shows a page as the window would, 1150 × 720, active.
void present(Page &page);
/// Waits until the condition holds, with a running event loop; REQUIREs that it did.
void waitUntil(const std::function<bool()> &condition);
void click(QWidget *widget);
/// Presses Tab until the widget has the focus; REQUIREs that it is reached.
void tabTo(QWidget *widget);

/// Up, stay, down of an item in a group.
struct Counts
{
    int up, stay, down;
    friend bool operator==(const Counts &, const Counts &) = default;
};

} // namespace tane::test
