#include "survey/grouppicker.h"

#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace tane {

namespace {

constexpr qsizetype kMostSegments = 4;

} // namespace

GroupPicker::GroupPicker(QWidget *parent)
    : QWidget(parent)
    , m_by(new QComboBox(this))
    , m_segments(new SegmentedControl(this))
    , m_list(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    row->addWidget(m_by);
    row->addWidget(m_segments);
    row->addWidget(m_list);
    for (const GroupBy by : {GroupBy::Role, GroupBy::Affiliation, GroupBy::Experience, GroupBy::Area})
        m_by->addItem(tr("分け方：%1").arg(groupByName(by)), static_cast<int>(by));
    m_by->setAccessibleName(tr("回答の分け方"));
    m_by->setObjectName(QStringLiteral("groupBy"));
    m_segments->setAccessibleName(tr("表示する区分"));
    m_segments->setObjectName(QStringLiteral("groupSegments"));
    m_list->setAccessibleName(tr("表示する区分"));
    m_list->setObjectName(QStringLiteral("groupList"));
    m_list->setMaximumWidth(260);
    m_list->hide();
    const auto choose = [this](int index) {
        const QString group = m_groups.value(index);
        if (index >= 0 && group != m_group) {
            m_group = group;
            Q_EMIT groupChanged();
        }
    };
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT groupByChanged(); });
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, choose);
    connect(m_list, &QComboBox::currentIndexChanged, this, choose);
}

GroupBy GroupPicker::groupBy() const
{
    return static_cast<GroupBy>(m_by->currentData().toInt());
}

void GroupPicker::setGroupBy(GroupBy by)
{
    m_by->setCurrentIndex(m_by->findData(static_cast<int>(by)));
}

void GroupPicker::setGroups(const QStringList &groups)
{
    const QSignalBlocker quietSegments(m_segments), quietList(m_list);
    if (groups != m_groups) {
        m_groups = groups;
        QStringList labels;
        for (const QString &group : groups)
            labels += groupLabel(group);
        m_segments->setItems(few() ? labels : QStringList());
        m_list->clear();
        m_list->addItems(labels);
        showKind();
    }
    if (!m_groups.contains(m_group))
        m_group = m_groups.value(0);
    setGroup(m_group);
}

bool GroupPicker::few() const
{
    return m_groups.size() <= kMostSegments;
}

void GroupPicker::showKind()
{
    m_segments->setVisible(few() && !m_compact);
    m_list->setVisible(!few() || m_compact);
}

void GroupPicker::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    showKind();
}

int GroupPicker::wideWidth() const
{
    return m_by->sizeHint().width() + metrics::s +
           (few() ? m_segments : static_cast<QWidget *>(m_list))->sizeHint().width();
}

QString GroupPicker::group() const
{
    return m_group;
}

void GroupPicker::setGroup(const QString &group)
{
    const int index = static_cast<int>(m_groups.indexOf(group));
    if (index < 0)
        return;
    if (few())
        m_segments->setCurrentIndex(index);
    m_list->setCurrentIndex(index);
    m_group = group;
}

} // namespace tane
