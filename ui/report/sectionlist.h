#pragma once

#include "report/report.h"

#include <QListWidget>

#include <set>

namespace tane {

/// The sections of a report in their order: Space ticks one, Alt+↑ and Alt+↓ or dragging move it, Delete
/// takes one of the officer's own away.
class SectionList : public QListWidget
{
    Q_OBJECT
public:
    explicit SectionList(QWidget *parent = nullptr);

    /// What is stored now; the current section stays. `empty`: those that have nothing to say.
    void setSections(const std::vector<ReportSection> &sections, const std::set<qint64> &empty);
    void setWritable(bool writable);
    [[nodiscard]] qint64 currentSection() const; ///< 0: none
    bool select(qint64 section);
    /// Moves the current one by so many places; nothing happens at the ends.
    void moveCurrent(int by);

Q_SIGNALS:
    void sectionChosen(qint64 section);
    void shownChanged(qint64 section, bool shown);
    void moved(qint64 section, int position);
    void removeRequested(qint64 section);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeights();
    bool m_filling = false;
    bool m_writable = true;
};

} // namespace tane
