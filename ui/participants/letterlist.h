#pragma once

#include <QListWidget>

namespace tane {

/// The kinds of letters and lists in groups, each with how far it is below its name.
class LetterList : public QListWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString code, title;
        QString state;      ///< "未入力 3"
        bool wants = false; ///< the state asks for something
    };
    explicit LetterList(QWidget *parent = nullptr);

    void addGroup(const QString &title);
    void addEntry(const Entry &entry);
    void setState(const QString &code, const QString &state, bool wants);
    [[nodiscard]] QString state(const QString &code) const;
    [[nodiscard]] QString currentCode() const;
    void setCurrentCode(const QString &code);

Q_SIGNALS:
    void codeChanged(const QString &code);

private:
    [[nodiscard]] QListWidgetItem *find(const QString &code) const;
};

} // namespace tane
