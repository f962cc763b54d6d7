#pragma once

#include "programme/cycle.h"
#include "shell/page.h"
#include "shell/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace tane::test {

/// Answers the questions of pages; what was asked is kept.
class StepsDialogs : public Dialogs
{
public:
    bool confirmed = true;
    std::optional<QString> text;
    QStringList asked;

    QString openFile(QWidget *, const QString &, const QString &) override { return {}; }
    QString openFolder(QWidget *, const QString &) override { return {}; }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return {}; }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        asked << question;
        return confirmed;
    }
    std::optional<QString> askText(QWidget *, const QString &title, const QString &, const QString &) override
    {
        asked << title;
        return text;
    }
};

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

    StepsDialogs dialogs;

private:
    void open(Result<std::unique_ptr<Document>> document);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

/// Shows a page as the window does, 1150 × 720, active.
void present(Page &page);
/// What a keyboard with an input method sends: Japanese text goes to the widget that has the focus.
void write(const QString &text);
/// Puts the focus into a field, selects all of it and writes over it.
void overwrite(QWidget *field, const QString &text);
void click(QWidget *widget);
/// The named child; REQUIREs that it is there.
template<class W = QWidget>
W *child(QWidget &root, const QString &name)
{
    W *found = root.findChild<W *>(name);
    INFO(name.toStdString());
    REQUIRE(found != nullptr);
    return found;
}

} // namespace tane::test
