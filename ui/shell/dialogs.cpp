#include "shell/dialogs.h"

#include "shell/settings.h"
#include "shell/widgets.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RealDialogs", text);
}

/// Qt itself notes the folders of file dialogs, in a store of the user for all programs made with it. A
/// portable copy leaves that store as it was.
class DialogTraces
{
public:
    explicit DialogTraces(const Settings &settings)
        : m_leaveNone(settings.isPortable())
    {
        m_store.beginGroup(u"FileDialog"_s);
        for (const QString &key : m_store.allKeys())
            m_before.insert(key, m_store.value(key));
    }
    ~DialogTraces()
    {
        if (!m_leaveNone)
            return;
        m_store.remove(QString()); // the whole group
        for (const auto &[key, value] : m_before.asKeyValueRange())
            m_store.setValue(key, value);
    }
    DialogTraces(const DialogTraces &) = delete;
    DialogTraces &operator=(const DialogTraces &) = delete;

private:
    QSettings m_store{QSettings::UserScope, u"QtProject"_s};
    QVariantMap m_before;
    bool m_leaveNone;
};

} // namespace

QString RealDialogs::folder() const
{
    for (const QString &folder : {m_settings.text(Setting::LastFolder), m_settings.filesFolder()}) {
        if (QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void RealDialogs::remember(const QString &path)
{
    if (path.isEmpty())
        return;
    const QFileInfo info(path);
    m_settings.set(Setting::LastFolder, info.isDir() ? info.absoluteFilePath() : info.absolutePath());
}

QString RealDialogs::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    const DialogTraces traces(m_settings);
    const QString path = QFileDialog::getOpenFileName(parent, title, folder(), filter);
    remember(path);
    return path;
}

QStringList RealDialogs::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    const DialogTraces traces(m_settings);
    const QStringList paths = QFileDialog::getOpenFileNames(parent, title, folder(), filter);
    remember(paths.value(0));
    return paths;
}

QStringList openFiles(Dialogs &dialogs, QWidget *parent, const QString &title, const QString &filter)
{
    if (auto *real = dynamic_cast<RealDialogs *>(&dialogs))
        return real->openFiles(parent, title, filter);
    const QString path = dialogs.openFile(parent, title, filter);
    return path.isEmpty() ? QStringList() : QStringList{path};
}

QString RealDialogs::openFolder(QWidget *parent, const QString &title)
{
    const DialogTraces traces(m_settings);
    const QString path = QFileDialog::getExistingDirectory(parent, title, folder());
    remember(path);
    return path;
}

QString RealDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                              const QString &filter)
{
    const DialogTraces traces(m_settings);
    const QString suffix = QFileInfo(suggestedName).suffix();
    QFileDialog::Options options;
    if (suffix == "tane"_L1)
        options |= QFileDialog::DontConfirmOverwrite;
    QString path = QFileDialog::getSaveFileName(parent, title, QDir(folder()).filePath(suggestedName), filter,
                                                nullptr, options);
    if (path.isEmpty())
        return {};
    // Not every system dialog adds the ending.
    if (QFileInfo(path).suffix().isEmpty() && !suffix.isEmpty())
        path += u'.' + suffix;
    remember(path);
    return path;
}

bool RealDialogs::isHarmless(const QString &verb)
{
    const std::array verbs{tr("決める"), tr("作る"), tr("この調査票を使う"), tr("印刷済みにする")};
    return std::ranges::find(verbs, verb) != verbs.end();
}

bool RealDialogs::confirm(QWidget *parent, const QString &question, const QString &verb)
{
    QMessageBox box(QMessageBox::Question, tr("タネ"), question, QMessageBox::NoButton, parent);
    QPushButton *yes = box.addButton(verb, QMessageBox::AcceptRole);
    QPushButton *no = box.addButton(tr("やめる"), QMessageBox::RejectRole);
    makePrimary(yes);
    box.setDefaultButton(isHarmless(verb) ? yes : no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

std::optional<QString> RealDialogs::askText(QWidget *parent, const QString &title, const QString &label,
                                            const QString &value)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    layout->setSpacing(metrics::s);
    auto *caption = new QLabel(label, &dialog);
    auto *edit = new QLineEdit(value, &dialog);
    edit->setMinimumWidth(380);
    edit->selectAll();
    caption->setBuddy(edit);
    auto *buttons = new QDialogButtonBox(&dialog);
    QPushButton *ok = buttons->addButton(tr("決定"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    makePrimary(ok);
    ok->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(caption);
    layout->addWidget(edit);
    layout->addSpacing(metrics::s);
    layout->addWidget(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return edit->text().trimmed();
}

} // namespace tane
