#pragma once

#include "grouping/groupplan.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;

namespace tane {

class LineHandle;
class RuleBar;

/// One rule: used or not, its title, whether it must hold, and how well it is kept. Dragged by its handle, or
/// moved by Alt+↑ and Alt+↓.
class RuleRow : public QWidget
{
    Q_OBJECT
public:
    explicit RuleRow(QWidget *parent = nullptr);

    /// `why`: why the rule cannot be used although it is wanted; empty when it can.
    void show(const PlannedRule &rule, int rank, const QString &why, bool writable);
    [[nodiscard]] RuleBar *bar() const { return m_bar; }
    [[nodiscard]] LineHandle *handle() const { return m_handle; }
    [[nodiscard]] QCheckBox *box() const { return m_use; }
    [[nodiscard]] QToolButton *mustButton() const { return m_must; }
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void useToggled(bool used);
    void mustToggled(bool must);
    void removeRequested();
    void moveRequested(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_plain;
    LineHandle *m_handle = nullptr;
    QCheckBox *m_use = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_must = nullptr;
    QToolButton *m_remove = nullptr;
    RuleBar *m_bar = nullptr;
};

} // namespace tane
