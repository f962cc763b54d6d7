#pragma once

#include "storage/document.h"

#include <QHash>
#include <QWidget>

#include <optional>

namespace tane {

class Settings;

/// Questions to the officer that stop the work. Injected so that tests answer them; the real ones are in
/// shell/dialogs.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    /// A file to read; empty when cancelled. `filter` as in QFileDialog.
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString openFolder(QWidget *parent, const QString &title) = 0;
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                             const QString &filter) = 0;
    /// A yes/no question with the verb on the button ("消す").
    virtual bool confirm(QWidget *parent, const QString &question, const QString &verb) = 0;
    /// One line of text; nothing when cancelled.
    virtual std::optional<QString> askText(QWidget *parent, const QString &title, const QString &label,
                                           const QString &value) = 0;
};

/// What every page is given. Lives as long as the document is open.
struct PageContext
{
    Document &document;
    Settings &settings;
    Dialogs &dialogs;
    qint64 workshop = 0;  ///< the workshop shown; 0 = none yet
    qint64 programme = 0; ///< the programme shown; 0 = none yet
};

/// An inline message above the page's content (no dialog).
struct Notice
{
    enum class Kind { Info, Hint, Error };
    Kind kind = Kind::Info;
    QString text;
};

/// One page of the main window. It is made once per open document; refresh() is called when it is shown and
/// when the document changed while it is visible. A page fills the area beside the navigation: its margins
/// (metrics::xl at the sides) and its scrolling are its own.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(PageContext &context, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
    {
    }
    virtual void refresh() = 0;
    /// Small text at the right of the navigation entry ("78名", "3件"); empty for none.
    [[nodiscard]] virtual QString badge() const { return {}; }
    /// Badges of all pages this page knows, by page id: whatever is shown keeps the navigation true, without
    /// opening the others.
    [[nodiscard]] virtual QHash<QString, QString> badges() const { return {}; }
    /// Actions that the 書き出し menu and the menu bar show while this page is current.
    [[nodiscard]] virtual QList<QAction *> exportActions() const { return {}; }

    /// Brings a row of a table of the file into view, as a search hit names it; row 0 of "programme" begins a
    /// new one. Called after refresh(). False when the page does not show it.
    virtual bool reveal(const QString & /*table*/, qint64 /*row*/) { return false; }

Q_SIGNALS:
    void notice(const tane::Notice &notice);
    /// Asks the window to show another page: "answers", "links", "results".
    void openPage(const QString &pageId);
    /// The same with a row brought into view, as reveal() takes it: ("person", "person", 12).
    void openRow(const QString &pageId, const QString &table, qint64 row);
    /// Back to where openRow() was asked on the way to this page.
    void backRequested();
    /// Asks the window to open the built-in sample, as its menu does.
    void sampleRequested();
    void badgeChanged();
    /// The page made or chose a workshop.
    void workshopChanged(qint64 workshop);
    /// The page made or chose a programme.
    void programmeChanged(qint64 programme);

protected:
    PageContext &context() { return m_context; }

private:
    PageContext &m_context;
};

} // namespace tane
