#pragma once

#include "../gestures.h"
#include "../scripteddialogs.h"

#include "programme/cycle.h"
#include "shell/settings.h"

#include <QTemporaryDir>

namespace tane::test {

/// A file with one programme, in a folder of its own, and what pages need beside it.
class Bureau
{
public:
    /// `templateId` as CycleRepository::create takes it; empty: target groups, but no workshop.
    explicit Bureau(const QString &templateId = {});

    void reopen(); ///< closes the file and opens it again from disk
    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] PageContext &context() { return *m_context; }
    [[nodiscard]] qint64 programme() const { return m_context->programme; }
    [[nodiscard]] qint64 workshop() const { return m_context->workshop; }
    [[nodiscard]] std::vector<TargetGroup> groups();
    /// Adds a goal and gives its id.
    qint64 addGoal(qint64 group, Goal::Term term, const QString &text);

    template<class T>
    [[nodiscard]] std::vector<T> all(const QString &column = {}, qint64 value = 0)
    {
        auto records = RecordTable<T>(*m_document).all(column, value);
        REQUIRE(records.has_value());
        return std::move(*records);
    }

    ScriptedDialogs dialogs{true};

private:
    void open(Result<std::unique_ptr<Document>> document);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

} // namespace tane::test
