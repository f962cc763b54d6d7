#pragma once

#include "grouping/groupdraft.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace tane {

class ElidedLabel;

/// The drafts of a workshop: which one is shown, which one is in use, and what can be done with them.
class DraftBar : public QWidget
{
    Q_OBJECT
public:
    explicit DraftBar(QWidget *parent = nullptr);

    void show(const std::vector<GroupDraft> &drafts, qint64 shown, bool writable);
    /// "これより良い班分けはありません": at the right.
    void setVerdict(const QString &text);
    [[nodiscard]] QComboBox *box() const { return m_box; }

Q_SIGNALS:
    void chosen(qint64 draft);
    void useRequested();
    void addRequested();
    void duplicateRequested();
    void renameRequested();
    void removeRequested();
    void compareRequested();
    void reseedRequested();

private:
    QComboBox *m_box = nullptr;
    QLabel *m_inUse = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_compare = nullptr;
    QList<QAction *> m_ofDraft;
    ElidedLabel *m_verdict = nullptr;
};

} // namespace tane
