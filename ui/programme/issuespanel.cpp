#include "programme/issuespanel.h"

#include "shell/editors/recordlines.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

IssuesPanel::IssuesPanel(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    auto *card = new Card(tr("抽出した課題"), this);
    card->setSubtitle(tr("対象ごとに、解消すべきこと"));
    m_lists = new QVBoxLayout;
    m_lists->setSpacing(metrics::xs);
    card->body()->addLayout(m_lists);
    column->addWidget(card);

    m_groundsCard = new Card(tr("この課題の根拠"), this);
    m_chosenText = new QLabel(m_groundsCard);
    m_chosenText->setProperty("tone", u"secondary"_s);
    m_chosenText->setWordWrap(true);
    m_grounds = new QListWidget(m_groundsCard);
    m_grounds->setAccessibleName(tr("この課題の根拠にした所見"));
    m_grounds->setWordWrap(true);
    m_grounds->setMinimumHeight(160);
    m_grounds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_groundsCard->body()->addWidget(m_chosenText);
    m_groundsCard->body()->addWidget(m_grounds);
    m_groundsCard->hide();
    column->addWidget(m_groundsCard);
    column->addStretch(1);
    connect(m_grounds, &QListWidget::itemChanged, this, &IssuesPanel::groundChanged);
}

Result<> IssuesPanel::fill(const std::vector<TargetGroup> &groups, const std::vector<Ground> &grounds)
{
    m_all = grounds;
    makeLists(groups);
    m_issueTexts.clear();
    m_drawnFrom.clear();
    for (const TargetGroup &group : groups) {
        TANE_TRY(const std::vector<ReviewIssue> issues,
                 RecordTable<ReviewIssue>(m_document).all(u"target_group"_s, group.id));
        std::vector<LineList::Line> lines;
        for (const ReviewIssue &issue : issues) {
            TANE_TRY(m_drawnFrom[issue.id], findingsOf(m_document, issue.id));
            m_issueTexts[issue.id] = issue.text;
            const std::size_t count = m_drawnFrom[issue.id].size();
            lines.push_back({issue.id, issue.text,
                             count > 0 ? tr("根拠 %1 件").arg(static_cast<int>(count)) : QString()});
        }
        LineList *list = m_byGroup.at(group.id);
        list->setLines(lines);
        list->setName(tr("%1の課題").arg(group.name));
        list->setReadOnly(m_document.isReadOnly());
        m_heads.at(group.id)->setText(group.name);
        if (list->currentLine() != 0)
            m_chosen = list->currentLine();
    }
    showGrounds();
    return {};
}

void IssuesPanel::makeLists(const std::vector<TargetGroup> &groups)
{
    std::vector<qint64> ids;
    std::ranges::transform(groups, std::back_inserter(ids), &TargetGroup::id);
    if (ids == m_groups && (!ids.empty() || m_lists->count() > 0))
        return;
    m_groups = ids;
    while (QLayoutItem *item = m_lists->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_byGroup.clear();
    m_heads.clear();
    if (groups.empty())
        m_lists->addWidget(secondaryLabel(tr("対象は「目標設定」で加えられます。"), this));
    for (const TargetGroup &group : groups) {
        auto *head = new QLabel(this);
        head->setFont(scaledFont(head, type::body, true));
        head->setContentsMargins(0, m_lists->count() > 0 ? metrics::s : 0, 0, 0);
        ReviewIssue prototype;
        prototype.targetGroup = group.id;
        auto *list =
            new LineList({}, recordLines(m_document, prototype, &ReviewIssue::text, tr("課題")), this);
        list->setPlaceholder(tr("解消すべき課題を1行に1つ"));
        list->setAddText(tr("課題を追加"));
        connect(list, &LineList::currentLineChanged, this, &IssuesPanel::choose);
        m_heads[group.id] = head;
        m_byGroup[group.id] = list;
        m_lists->addWidget(head);
        m_lists->addWidget(list);
    }
}

LineList *IssuesPanel::issues(qint64 targetGroup) const
{
    const auto found = m_byGroup.find(targetGroup);
    return found == m_byGroup.end() ? nullptr : found->second;
}

bool IssuesPanel::revealIssue(qint64 issue)
{
    return std::ranges::any_of(m_byGroup,
                               [issue](const auto &list) { return list.second->revealLine(issue); });
}

void IssuesPanel::choose(qint64 issue)
{
    if (issue == 0 || issue == m_chosen)
        return;
    m_chosen = issue;
    showGrounds();
}

void IssuesPanel::showGrounds()
{
    const auto text = m_issueTexts.find(m_chosen);
    const bool visible = text != m_issueTexts.end() && !m_all.empty();
    m_groundsCard->setVisible(visible);
    if (!visible)
        return;
    m_chosenText->setText(text->second);
    const QSignalBlocker blocker(m_grounds);
    const std::vector<qint64> &drawn = m_drawnFrom[m_chosen];
    const int row = m_grounds->currentRow();
    m_grounds->clear();
    for (const Ground &ground : m_all) {
        auto *item = new QListWidgetItem(ground.text, m_grounds);
        item->setData(Qt::UserRole, ground.finding);
        item->setFlags(m_document.isReadOnly()
                           ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isGround = std::ranges::find(drawn, ground.finding) != drawn.end();
        item->setCheckState(isGround ? Qt::Checked : Qt::Unchecked);
    }
    m_grounds->setCurrentRow(qBound(0, row, m_grounds->count() - 1));
}

void IssuesPanel::groundChanged(QListWidgetItem *)
{
    std::vector<qint64> drawn;
    for (int i = 0; i < m_grounds->count(); ++i) {
        if (m_grounds->item(i)->checkState() == Qt::Checked)
            drawn.push_back(m_grounds->item(i)->data(Qt::UserRole).toLongLong());
    }
    // Later: the list is filled anew by it, and it is just speaking.
    QMetaObject::invokeMethod(
        this,
        [this, issue = m_chosen, drawn] {
            if (const auto saved = setFindingsOf(m_document, issue, drawn); !saved)
                Q_EMIT failed(saved.error());
        },
        Qt::QueuedConnection);
}

} // namespace tane
