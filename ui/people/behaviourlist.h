#pragma once

#include "people/ladder.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tane {

/// What can be observed at each step, to be ticked, and the step that follows from it with the reason. The
/// officer decides: it only proposes.
class BehaviourList : public QWidget
{
    Q_OBJECT
public:
    explicit BehaviourList(QWidget *parent = nullptr);
    /// The behaviours of this ladder's steps, with these ticked.
    void show(const Ladder &ladder, const QStringList &observed, const QString &note);
    [[nodiscard]] QStringList observed() const;
    [[nodiscard]] QString proposalText() const;
    [[nodiscard]] QCheckBox *box(const QString &code) const;

Q_SIGNALS:
    void levelTaken(int level);
    void changed();

private:
    void build(const Ladder &ladder);
    void propose();
    [[nodiscard]] QString reason(int level) const;
    [[nodiscard]] std::pair<int, int> seenOf(int step) const; ///< seen, of how many

    Ladder m_ladder;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_rows = nullptr;
    std::vector<std::pair<Behaviour, QCheckBox *>> m_boxes;
    QLabel *m_note = nullptr;
    QLabel *m_proposal = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace tane
