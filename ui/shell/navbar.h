#pragma once

#include "programme/programme.h"

#include <QHash>
#include <QPushButton>
#include <QTime>

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QMenu;
class QTimer;
class QVBoxLayout;

namespace tane {

class ColumnScroll;

/// One page as the navigation lists it.
struct NavItem
{
    QString id;
    QString section; ///< "4 実行": the step of the cycle it belongs to; "地域": a heading of its own; empty:
                     ///< above the steps
    QString title;
};

class NavEntry;
class NavHead;
class ProgrammeBox;

/// The left side of the window: which programme, its steps and pages, and whether all is saved. What has
/// several pages (a step, "地域") folds: the part of the page shown is always open, the others stay as the
/// officer left them. The arrow keys move as in a tree.
class NavBar : public QWidget
{
    Q_OBJECT
public:
    explicit NavBar(const QList<NavItem> &items, QWidget *parent = nullptr);

    /// What the box on top says. The menu is shown when it is clicked.
    void setProgramme(const QString &title, const QString &subtitle);
    void setProgrammeMenu(QMenu *menu);
    /// How far the step is.
    void setStepState(Step step, StepState state);

    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const;
    void setBadge(const QString &id, const QString &text);
    /// The entry of a page, for keyboard focus and tests; null when there is none.
    [[nodiscard]] QPushButton *entry(const QString &id) const;
    [[nodiscard]] QPushButton *programmeBox() const;
    /// The head of a part with several pages, by the number of the step ("4") or its title ("地域"); null
    /// when there is none.
    [[nodiscard]] NavHead *head(const QString &part) const;
    /// The parts the officer left open, named as in head(); the one of the page shown is open besides.
    void setOpenParts(const QStringList &parts);
    [[nodiscard]] QStringList openParts() const;

    /// Time of the last change; invalid: nothing was changed since the file was opened.
    void setSaved(QTime time);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void pageChosen(const QString &id);
    /// The officer folded or unfolded a part.
    void openPartsChanged(const QStringList &parts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What stands under one head.
    struct Part
    {
        QString name;
        NavHead *head = nullptr;
        QList<NavEntry *> entries;
        bool open = false; ///< as the officer left it
    };
    void addEntries(const QList<NavItem> &items);
    NavEntry *addEntry(const NavItem &item, std::optional<Step> onlyOf);
    void addPart(const QString &name, NavHead *head, bool open);
    void addRow(QPushButton *row);
    [[nodiscard]] Part *partOf(const QObject *row);
    [[nodiscard]] bool holdsCurrent(const Part &part) const;
    void toggle(Part &part, bool open);
    void fold();
    void sumUp(const Part &part);
    bool pressed(QPushButton *row, int key);
    void goTo(QPushButton *row);
    void showSoon(QPushButton *row);
    void updateState();

    ProgrammeBox *m_box = nullptr;
    QButtonGroup *m_group = nullptr;
    QHash<QString, NavEntry *> m_entries;
    QHash<int, NavEntry *> m_stepEntries; ///< the only page of a step
    std::vector<Part> m_parts;
    QList<QPushButton *> m_rows; ///< heads and entries from top to bottom
    QVBoxLayout *m_list = nullptr;
    ColumnScroll *m_scroll = nullptr;
    QTimer *m_reveal = nullptr;
    QPushButton *m_toReveal = nullptr;
    QPushButton *m_revealFirst = nullptr; ///< must be seen even where the other is not
    QLabel *m_state = nullptr;
    QTime m_saved;
    bool m_readOnly = false;
};

} // namespace tane
