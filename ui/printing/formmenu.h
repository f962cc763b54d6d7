#pragma once

#include "programme/sheets.h"

#include <QMenu>

namespace tane {

/// The sheet that a page of the window is about; nothing for the others.
[[nodiscard]] std::optional<SheetKind> sheetOfPage(const QString &pageId);

/// The menu of the sheets: the one of the page shown first (Ctrl+P), then all.
class FormMenu : public QMenu
{
    Q_OBJECT
public:
    explicit FormMenu(QWidget *parent = nullptr);
    [[nodiscard]] QAction *current() const { return m_current; }
    void setCurrentPage(const QString &pageId);

Q_SIGNALS:
    void chosen(tane::SheetKind kind);

private:
    QAction *m_current = nullptr;
    std::optional<SheetKind> m_kind;
};

} // namespace tane
