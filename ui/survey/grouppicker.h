#pragma once

#include "survey/change.h"

#include <QWidget>

class QComboBox;

namespace tane {

class SegmentedControl;

/// By what the answers are divided (立場, 所属 …) and which of the groups is shown. Few groups are segments,
/// many a list.
class GroupPicker : public QWidget
{
    Q_OBJECT
public:
    explicit GroupPicker(QWidget *parent = nullptr);

    [[nodiscard]] GroupBy groupBy() const;
    void setGroupBy(GroupBy by);
    /// Keeps the chosen group when it still exists, else chooses the first.
    void setGroups(const QStringList &groups);
    /// A list instead of segments, for narrow windows.
    void setCompact(bool compact);
    [[nodiscard]] int wideWidth() const; ///< what it needs when it is not compact
    [[nodiscard]] QString group() const;
    void setGroup(const QString &group);

Q_SIGNALS:
    void groupByChanged();
    void groupChanged();

private:
    void showKind();
    [[nodiscard]] bool few() const;

    QComboBox *m_by = nullptr;
    SegmentedControl *m_segments = nullptr;
    QComboBox *m_list = nullptr;
    QStringList m_groups;
    QString m_group;
    bool m_compact = false;
};

} // namespace tane
