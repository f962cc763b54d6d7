#include "printing/formmenu.h"

#include <array>
#include <utility>

namespace tane {

std::optional<SheetKind> sheetOfPage(const QString &pageId)
{
    constexpr std::array pages{
        std::pair{"situation", SheetKind::SituationReview}, std::pair{"goals", SheetKind::Goals},
        std::pair{"plan", SheetKind::ProgrammePlan},        std::pair{"workshop", SheetKind::WorkshopDesign},
        std::pair{"timetable", SheetKind::Timetable},       std::pair{"checklist", SheetKind::Checklist},
        std::pair{"evaluation", SheetKind::Evaluation}};
    for (const auto &[page, kind] : pages)
        if (pageId == QLatin1String(page))
            return kind;
    return std::nullopt;
}

FormMenu::FormMenu(QWidget *parent)
    : QMenu(tr("様式の印刷(&P)"), parent)
{
    m_current = addAction(QString());
    m_current->setShortcut(QKeySequence::Print);
    connect(m_current, &QAction::triggered, this, [this] {
        if (m_kind)
            Q_EMIT chosen(*m_kind);
    });
    addSeparator();
    for (const SheetKind kind : allSheetKinds()) {
        QAction *action = addAction(tr("%1…").arg(sheetTitle(kind)));
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT chosen(kind); });
    }
    setCurrentPage({});
}

void FormMenu::setCurrentPage(const QString &pageId)
{
    m_kind = sheetOfPage(pageId);
    m_current->setText(m_kind ? tr("この画面の様式：%1(&P)…").arg(sheetTitle(*m_kind))
                              : tr("この画面の様式(&P)…"));
    m_current->setEnabled(m_kind.has_value());
}

} // namespace tane
