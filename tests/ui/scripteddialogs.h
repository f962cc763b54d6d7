#pragma once

#include "shell/page.h"

#include <QStringList>

namespace tane::test {

/// Answers instead of a person: what she would choose is put in beforehand, what was asked is kept.
class ScriptedDialogs : public Dialogs
{
public:
    explicit ScriptedDialogs(bool confirms = false)
        : confirmed(confirms)
    {
    }

    QString fileToOpen, folderToOpen, fileToSave;
    QString suggested; ///< the last file name offered to her
    bool confirmed = false;
    std::optional<QString> text;
    QStringList asked; ///< titles and questions, in their order

    QString openFile(QWidget *, const QString &title, const QString &) override
    {
        asked << title;
        return fileToOpen;
    }
    QString openFolder(QWidget *, const QString &title) override
    {
        asked << title;
        return folderToOpen;
    }
    QString saveFile(QWidget *, const QString &title, const QString &name, const QString &) override
    {
        asked << title;
        suggested = name;
        return fileToSave;
    }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        asked << question;
        return confirmed;
    }
    std::optional<QString> askText(QWidget *, const QString &title, const QString &, const QString &) override
    {
        asked << title;
        return text;
    }
};

} // namespace tane::test
