#pragma once

#include "programme/programme.h"
#include "programme/situation.h"
#include "programme/steppage.h"

#include <map>

class QPushButton;
class QScrollArea;

namespace tane {

class FindingDetails;
class IssuesPanel;
class LineList;
class SavedText;
class SegmentedControl;

/// Step 1: the guided sheet of ten viewpoints (and own ones) with what was found, and beside it the issues
/// drawn from that for each target group.
class SituationPage : public StepPage
{
    Q_OBJECT
public:
    SituationPage(PageContext &context, QWidget *parent);
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] LineList *findings(qint64 viewpoint) const;
    [[nodiscard]] FindingDetails *details() const { return m_details; }
    [[nodiscard]] IssuesPanel *issues() const { return m_issues; }
    /// The editable text of an own viewpoint; null for the guided ones.
    [[nodiscard]] SavedText *viewpointText(qint64 viewpoint) const;
    [[nodiscard]] QPushButton *addViewpointButton(const QString &block) const;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Box ///< one viewpoint on the page
    {
        QWidget *frame = nullptr;
        QVBoxLayout *layout = nullptr;
        SavedText *text = nullptr; ///< own ones only
        LineList *list = nullptr;
        QString block;
    };
    void makeBoxes(const std::vector<Viewpoint> &viewpoints);
    [[nodiscard]] Box makeBox(const Viewpoint &viewpoint, QWidget *parent);
    void fillFindings();
    void showDetails(qint64 finding);
    void drawIssue(qint64 finding, qint64 targetGroup);
    void addViewpoint(const QString &block);
    void removeViewpoint(qint64 viewpoint);
    void arrange();

    QWidget *m_columns = nullptr;
    QScrollArea *m_left = nullptr;
    QScrollArea *m_right = nullptr;
    QVBoxLayout *m_blocks = nullptr;
    SegmentedControl *m_part = nullptr; ///< findings or issues, when there is no room for both
    FindingDetails *m_details = nullptr;
    IssuesPanel *m_issues = nullptr;
    std::map<qint64, Box> m_boxes;
    std::map<QString, QPushButton *> m_addButtons;
    std::vector<std::pair<qint64, QString>> m_shape; ///< viewpoints and blocks that the boxes were made for
    std::map<qint64, Finding> m_findings;
    std::vector<TargetGroup> m_groups;
};

} // namespace tane
