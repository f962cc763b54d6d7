#pragma once

#include "programme/sheets.h"
#include "programme/workshop.h"
#include "shell/scrollpage.h"

#include <vector>

class QComboBox;

namespace tane {

class EmptyState;

/// What the pages of the steps 3 to 5 have in common beside the column: what is shown instead while there is
/// nothing to work on. Those about one workshop also have the choice of the workshop.
class StepPage : public ScrollPage
{
    Q_OBJECT
public:
    enum class About { Programme, Workshop };
    StepPage(const QString &title, About about, PageContext &context, QWidget *parent);
    ~StepPage() override;

    /// Finds programme and workshop, then calls fill() or shows what to do first. The page follows the file
    /// by itself while it is visible: a call that finds nothing new costs nothing.
    void refresh() final;

    [[nodiscard]] QComboBox *workshopPicker() const { return m_picker; }

protected:
    /// Fills the page from the file. Called when there is a programme (and a workshop, when it is about one).
    virtual void fill() = 0;
    void hideEvent(QHideEvent *event) override;

    [[nodiscard]] qint64 programme() { return context().programme; }
    [[nodiscard]] qint64 workshop() { return context().workshop; }
    [[nodiscard]] Document &document() { return context().document; }
    [[nodiscard]] bool isWritable() { return !context().document.isReadOnly(); }

    /// Adds a workshop to the programme and shows it.
    void addWorkshop();
    void chooseWorkshop(qint64 id);
    /// The workshops of the programme as last loaded.
    [[nodiscard]] const std::vector<Workshop> &workshops() const { return m_workshops; }

    /// A button of the header; not shown while there is nothing to work on.
    void addHeaderAction(QWidget *widget);
    /// 印刷・書き出し in the header: opens the preview of the page's sheet, or asks which one.
    void addSheetButton(const std::vector<SheetKind> &kinds);
    /// Scrolls so that the widget can be seen.
    void bringIntoView(QWidget *widget);

private:
    void makeEmptyStates();
    void makePicker();
    void load();
    bool findWorkshop();
    void fillPicker();
    /// Nothing: the page's own content.
    void showInstead(EmptyState *state);
    void openSheet(SheetKind kind);

    About m_about;
    QComboBox *m_picker = nullptr;
    QList<QWidget *> m_headerActions;
    QMetaObject::Connection m_follow; ///< of the document's changes
    bool m_stale = true;
    qint64 m_shownProgramme = 0;
    qint64 m_shownWorkshop = 0;
    EmptyState *m_noProgramme = nullptr;
    EmptyState *m_noWorkshop = nullptr;
    std::vector<Workshop> m_workshops;
};

/// The text in one line of at most so many letters, with "…" when there are more: names in titles and
/// sentences.
[[nodiscard]] QString shortened(const QString &text, int letters = 26);
/// A workshop as lists name it: "第1回研修会（11月19日）".
[[nodiscard]] QString workshopName(const Workshop &workshop);

} // namespace tane
