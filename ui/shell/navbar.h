#pragma once

#include "programme/programme.h"

#include <QHash>
#include <QPushButton>
#include <QTime>

class QButtonGroup;
class QLabel;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace tane {

/// One page as the navigation lists it.
struct NavItem
{
    QString id;
    QString section; ///< "4 実行": the step of the cycle it belongs to; "地域": a heading of its own; empty:
                     ///< above the steps
    QString title;
};

class NavEntry;
class NavStep;
class ProgrammeBox;

/// The left side of the window: which programme, its steps and pages, and whether all is saved.
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

    /// Time of the last change; invalid: nothing was changed since the file was opened.
    void setSaved(QTime time);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addEntries(const QList<NavItem> &items, QVBoxLayout *layout);
    void updateState();

    ProgrammeBox *m_box = nullptr;
    QButtonGroup *m_group = nullptr;
    QHash<QString, NavEntry *> m_entries;
    QHash<int, NavStep *> m_steps;        ///< headings, by the step's number
    QHash<int, NavEntry *> m_stepEntries; ///< the only page of a step
    QScrollArea *m_scroll = nullptr;
    QLabel *m_state = nullptr;
    QTime m_saved;
    bool m_readOnly = false;
};

} // namespace tane
