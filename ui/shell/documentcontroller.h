#pragma once

#include "programme/programme.h"
#include "programme/workshop.h"
#include "shell/page.h"

#include <functional>
#include <memory>

namespace tane {

/// Makes a file with the built-in sample at a path that does not exist yet.
using SampleMaker = std::function<Result<>(const QString &path)>;

/// Opens, makes and closes files, and keeps which programme and which of its workshops are shown. At most one
/// file is open.
class DocumentController : public QObject
{
    Q_OBJECT
public:
    /// `window`: parent of the dialogs. `sample` may be empty.
    DocumentController(Settings &settings, Dialogs &dialogs, SampleMaker sample, QWidget *window);
    ~DocumentController() override;

    [[nodiscard]] Document *document() const { return m_document.get(); }
    [[nodiscard]] PageContext *context() const { return m_context.get(); }
    [[nodiscard]] bool hasSample() const { return static_cast<bool>(m_sample); }

    void newFile();                     ///< asks where
    void openFile();                    ///< asks which
    void openPath(const QString &path); ///< the file that is open now is closed once the other is open
    void openSample();                  ///< a copy of the sample in the user's folder
    /// False when she stays, because of what no field could save.
    bool closeFile();
    /// What the pages show but could not save; asked before a file is left.
    void setUnsaved(std::function<QString()> unsaved) { m_unsaved = std::move(unsaved); }
    void saveCopy(); ///< asks where
    void undo();
    void redo();

    /// Newest first, archived ones last. Empty without a file.
    [[nodiscard]] std::vector<Programme> programmes() const;
    /// Shows it with its next workshop, or its last one when all were held.
    void showProgramme(qint64 id);
    void showWorkshop(qint64 id); ///< its programme too
    void renameProgramme();       ///< asks for the title
    void namePrefecture();        ///< asks for the prefecture

    /// Two lines for the box on top of the navigation.
    struct Heading
    {
        QString title, subtitle;
    };
    [[nodiscard]] Heading heading() const;

Q_SIGNALS:
    void opened();
    void aboutToClose(); ///< pages must go now: they refer to the document
    void closed();
    /// Something was changed and saved.
    void changed();
    void undoStateChanged();
    /// Undo, closing and the like are about to happen: what is being typed is to be saved first.
    void aboutToAct();
    /// Another programme or workshop is shown.
    void contextChanged();
    /// What was tried ("「研修.tane」を開けませんでした。") and why it failed.
    void failed(const QString &what, const tane::Error &error);
    void notice(const tane::Notice &notice);

private:
    [[nodiscard]] bool mayLeave();
    void load(const QString &path);
    void adopt(std::unique_ptr<Document> document);
    void leave();
    void pick(); ///< when nothing is shown, or what is shown is gone
    [[nodiscard]] std::vector<Workshop> workshopsOf(qint64 programme) const;
    void fileChanged(const QSet<QString> &tables);
    [[nodiscard]] QString askNewPath(const QString &title, const QString &suggestion);

    std::function<QString()> m_unsaved;
    Settings &m_settings;
    Dialogs &m_dialogs;
    SampleMaker m_sample;
    QWidget *m_window;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageContext> m_context;
};

} // namespace tane
