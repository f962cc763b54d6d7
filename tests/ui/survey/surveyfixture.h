#pragma once

#include "../gestures.h"
#include "../scripteddialogs.h"

#include "shell/settings.h"
#include "survey/surveyrepository.h"

#include "programme/workshop.h"

#include <QTemporaryDir>

namespace tane::test {

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

    ScriptedDialogs dialogs{true};

private:
    void open(Result<std::unique_ptr<Document>> document);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

/// Up, stay, down of an item in a group.
struct Counts
{
    int up, stay, down;
    friend bool operator==(const Counts &, const Counts &) = default;
};

} // namespace tane::test
