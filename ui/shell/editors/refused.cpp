#include "shell/editors/refused.h"

#include "shell/editors/savedfield.h"

#include <QCoreApplication>

namespace tane {

QString refusedEntries(const QWidget *root)
{
    QStringList lines;
    const auto fields = root->findChildren<SavedField *>();
    for (const SavedField *field : fields) {
        if (!field->isDirty() || field->errorText().isEmpty())
            continue;
        const QWidget *editor = field->focusProxy();
        lines << QCoreApplication::translate("tane::SavedField", "%1は保存されていません：%2")
                     .arg(editor ? editor->accessibleName() : field->accessibleName(), field->errorText());
    }
    return lines.join(u'\n');
}

QString unsavedEntries(const QWidget *root)
{
    QStringList lines;
    if (const QString refused = refusedEntries(root); !refused.isEmpty())
        lines << refused;
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *holder = dynamic_cast<const DraftHolder *>(widget);
        if (const QString draft = holder ? holder->unsavedDraft() : QString(); !draft.isEmpty())
            lines << draft;
    }
    return lines.join(u'\n');
}

} // namespace tane
