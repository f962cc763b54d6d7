#pragma once

#include "grouping/kitsheets.h"
#include "shell/widgets.h"

class QCheckBox;
class QPushButton;

namespace tane {

class FlowLayout;

/// One sheet of the kit: what it is for, what can be chosen, what is missing, and its buttons.
class KitCard : public Card
{
    Q_OBJECT
public:
    explicit KitCard(KitSheet sheet, QWidget *parent = nullptr);

    [[nodiscard]] KitSheet sheet() const { return m_sheet; }
    /// Where its choices go.
    [[nodiscard]] FlowLayout *options() const { return m_options; }
    QCheckBox *addOption(const QString &text, const QString &tip = {});
    void setPaper(const QString &paper); ///< "A4", beside the title
    void setGap(const QString &text);    ///< what is missing; empty: nothing
    void setPrintable(bool on);
    [[nodiscard]] bool isChosen() const; ///< goes into the folder
    void setChosen(bool on);

Q_SIGNALS:
    void previewRequested(tane::KitSheet sheet);
    void pdfRequested(tane::KitSheet sheet);
    void chosenChanged();

private:
    KitSheet m_sheet;
    FlowLayout *m_options = nullptr;
    QLabel *m_gap = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_pdf = nullptr;
    QCheckBox *m_chosen = nullptr;
};

} // namespace tane
