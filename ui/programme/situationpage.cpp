#include "programme/situationpage.h"

#include "parts/savefield.h"
#include "programme/findingdetails.h"
#include "programme/issuespanel.h"
#include "shell/columnscroll.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/savedtext.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 880;

QScrollArea *makeColumn(QWidget *content, QWidget *parent)
{
    auto *scroll = new ColumnScroll(parent);
    scroll->setContent(content);
    return scroll;
}

} // namespace

SituationPage::SituationPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("実態確認と課題抽出"), About::Programme, pageContext, parent)
{
    header()->setContext(tr("実態はどうか・解消すべき課題はなにか"));
    m_part = new SegmentedControl(this);
    m_part->setItems({tr("実態"), tr("課題")});
    addHeaderAction(m_part);
    addSheetButton({SheetKind::SituationReview});
    m_columns = new QWidget(this);
    auto *row = new QHBoxLayout(m_columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    auto *left = new QWidget;
    m_blocks = new QVBoxLayout(left);
    m_blocks->setContentsMargins(0, 0, 2, 0);
    m_blocks->setSpacing(metrics::m);
    m_left = makeColumn(left, m_columns);
    m_issues = new IssuesPanel(document(), nullptr);
    m_right = makeColumn(m_issues, m_columns);
    row->addWidget(m_left, 5);
    row->addWidget(m_right, 3);
    body()->addWidget(m_columns, 1);
    m_details = new FindingDetails(context(), this);
    m_details->hide();
    connect(m_part, &SegmentedControl::currentIndexChanged, this, &SituationPage::arrange);
    connect(m_details, &FindingDetails::issueRequested, this, &SituationPage::drawIssue);
    connect(m_details, &FindingDetails::notice, this, &Page::notice);
    connect(m_issues, &IssuesPanel::failed, this,
            [this](const Error &error) { report(Result<>(std::unexpected(error))); });
}

void SituationPage::fill()
{
    const auto viewpoints = RecordTable<Viewpoint>(document()).all(u"programme"_s, programme());
    const auto groups = RecordTable<TargetGroup>(document()).all(u"programme"_s, programme());
    if (!report(viewpoints) || !report(groups))
        return;
    m_groups = *groups;
    makeBoxes(*viewpoints);
    for (const Viewpoint &viewpoint : *viewpoints) {
        const Box &box = m_boxes.at(viewpoint.id);
        if (box.text != nullptr) {
            box.text->setValue(viewpoint.text);
            box.text->setReadOnly(!isWritable());
        }
    }
    for (const auto &[block, button] : m_addButtons)
        button->setEnabled(isWritable());
    fillFindings();
    arrange();
}

void SituationPage::fillFindings()
{
    m_findings.clear();
    std::vector<IssuesPanel::Ground> grounds;
    qint64 current = 0;
    for (const auto &[id, block] : m_shape) {
        const auto findings = RecordTable<Finding>(document()).all(u"viewpoint"_s, id);
        if (!report(findings))
            return;
        std::vector<LineList::Line> lines;
        for (const Finding &finding : *findings) {
            m_findings[finding.id] = finding;
            lines.push_back({finding.id, finding.text, findingSummary(finding)});
            grounds.push_back({finding.id, shortened(finding.text, 60)});
        }
        LineList *list = m_boxes.at(id).list;
        list->setLines(lines);
        list->setReadOnly(!isWritable());
        if (list->currentLine() != 0)
            current = list->currentLine();
    }
    report(m_issues->fill(m_groups, grounds));
    showDetails(current != 0 ? current : m_details->finding());
}

// The boxes stay while the viewpoints do, so that the caret does.
void SituationPage::makeBoxes(const std::vector<Viewpoint> &viewpoints)
{
    std::vector<std::pair<qint64, QString>> shape;
    for (const Viewpoint &viewpoint : viewpoints)
        shape.emplace_back(viewpoint.id, viewpoint.block);
    if (shape == m_shape)
        return;
    m_shape = std::move(shape);
    m_details->hide();
    m_details->setParent(this);
    while (QLayoutItem *item = m_blocks->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_boxes.clear();
    m_addButtons.clear();
    std::map<QString, Card *> cards;
    for (const Viewpoint &viewpoint : viewpoints) {
        Card *&card = cards[viewpoint.block];
        if (card == nullptr) {
            card = new Card(tr("【%1】").arg(viewpoint.block), m_columns);
            card->body()->setSpacing(metrics::m);
            m_blocks->addWidget(card);
        }
        const Box box = makeBox(viewpoint, card);
        card->body()->addWidget(box.frame);
        m_boxes[viewpoint.id] = box;
    }
    for (const auto &[block, card] : cards) {
        auto *add =
            new QPushButton(symbolIcon(Symbol::Plus, ColorRole::Accent), tr("独自の観点を加える"), card);
        add->setIconSize({11, 11});
        add->setAccessibleName(tr("「%1」に独自の観点を加える").arg(block));
        makePlain(add);
        connect(add, &QPushButton::clicked, this, [this, name = block] { addViewpoint(name); });
        card->body()->addWidget(add, 0, Qt::AlignLeft);
        m_addButtons[block] = add;
    }
    m_blocks->addStretch(1);
}

SituationPage::Box SituationPage::makeBox(const Viewpoint &viewpoint, QWidget *parent)
{
    Box box;
    box.block = viewpoint.block;
    box.frame = new QWidget(parent);
    box.layout = new QVBoxLayout(box.frame);
    box.layout->setContentsMargins(0, 0, 0, 0);
    box.layout->setSpacing(2);
    if (!viewpoint.code.isEmpty()) {
        auto *text = new QLabel(box.frame);
        setParagraph(text, viewpoint.text);
        text->setProperty("tone", u"secondary"_s);
        box.layout->addWidget(text);
    } else {
        auto *row = new QHBoxLayout;
        box.text = new SavedText(
            tr("独自の観点"),
            [this, id = viewpoint.id](const QString &text) -> Result<> {
                if (text.isEmpty())
                    return fail(ErrorCode::Usage,
                                tr("観点を書いてください。要らない観点は、右の×で削除できます。"));
                return saveField(document(), id, &Viewpoint::text, text, tr("観点の変更"));
            },
            box.frame);
        box.text->edit()->setFlat(true);
        box.text->setPlaceholder(tr("何を確かめるか"));
        auto *remove = new QToolButton(box.frame);
        remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
        remove->setIconSize({10, 10});
        remove->setToolTip(tr("この観点を、書いた所見ごと削除"));
        remove->setAccessibleName(tr("この観点を削除"));
        remove->setEnabled(isWritable());
        makePlain(remove);
        connect(remove, &QToolButton::clicked, this, [this, id = viewpoint.id] { removeViewpoint(id); });
        row->addWidget(box.text, 1);
        row->addWidget(remove, 0, Qt::AlignTop);
        box.layout->addLayout(row);
    }
    Finding prototype;
    prototype.viewpoint = viewpoint.id;
    box.list = new LineList(tr("「%1」の所見").arg(shortened(viewpoint.text, 20)),
                            recordLines(document(), prototype, &Finding::text, tr("所見")), box.frame);
    box.list->setPlaceholder(tr("分かったことを1行に1つ書きます"));
    box.list->setAddText(tr("所見を追加"));
    connect(box.list, &LineList::currentLineChanged, this, &SituationPage::showDetails);
    box.layout->addWidget(box.list);
    return box;
}

LineList *SituationPage::findings(qint64 viewpoint) const
{
    const auto found = m_boxes.find(viewpoint);
    return found == m_boxes.end() ? nullptr : found->second.list;
}

SavedText *SituationPage::viewpointText(qint64 viewpoint) const
{
    const auto found = m_boxes.find(viewpoint);
    return found == m_boxes.end() ? nullptr : found->second.text;
}

QPushButton *SituationPage::addViewpointButton(const QString &block) const
{
    const auto found = m_addButtons.find(block);
    return found == m_addButtons.end() ? nullptr : found->second;
}

void SituationPage::showDetails(qint64 finding)
{
    const auto found = m_findings.find(finding);
    if (found == m_findings.end()) {
        m_details->hide();
        return;
    }
    const Box &box = m_boxes.at(found->second.viewpoint);
    if (m_details->parentWidget() != box.frame) {
        SavedField::commitAll(m_details);
        box.layout->addWidget(m_details);
    }
    m_details->show(found->second, m_groups);
}

void SituationPage::drawIssue(qint64 finding, qint64 targetGroup)
{
    SavedField::commitAll(this);
    const auto source = RecordTable<Finding>(document()).load(finding);
    if (!report(source))
        return;
    qint64 issue = 0;
    const QString label = tr("課題の取り出し");
    const Result<> drawn = document().perform(label, [&](Database &) -> Result<> {
        ReviewIssue added;
        added.targetGroup = targetGroup;
        added.text = source->text;
        TANE_TRY(issue, RecordTable<ReviewIssue>(document()).add(added, label));
        return setFindingsOf(document(), issue, {finding});
    });
    if (!report(drawn))
        return;
    refresh();
    m_part->setCurrentIndex(1);
    m_issues->revealIssue(issue);
}

void SituationPage::addViewpoint(const QString &block)
{
    // Behind the last one of its block, so that the blocks stay together.
    int position = 0;
    for (std::size_t i = 0; i < m_shape.size(); ++i) {
        if (m_shape[i].second == block)
            position = static_cast<int>(i) + 1;
    }
    Viewpoint added;
    added.programme = programme();
    added.block = block;
    added.text = tr("独自の観点");
    const auto id = RecordTable<Viewpoint>(document()).add(added, tr("観点の追加"), position);
    if (!report(id))
        return;
    refresh();
    if (SavedText *text = viewpointText(*id)) {
        text->edit()->setFocus();
        text->edit()->selectAll();
    }
}

void SituationPage::removeViewpoint(qint64 viewpoint)
{
    report(RecordTable<Viewpoint>(document()).remove(viewpoint, tr("観点の削除")));
    refresh();
}

bool SituationPage::reveal(const QString &table, qint64 row)
{
    if (table == u"review_issue"_s) {
        m_part->setCurrentIndex(1);
        return m_issues->revealIssue(row);
    }
    m_part->setCurrentIndex(0);
    if (table == u"finding"_s) {
        const auto found = m_findings.find(row);
        return found != m_findings.end() && m_boxes.at(found->second.viewpoint).list->revealLine(row);
    }
    if (table != u"viewpoint"_s || !m_boxes.contains(row))
        return false;
    m_left->ensureWidgetVisible(m_boxes.at(row).frame);
    return true;
}

void SituationPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    arrange();
}

void SituationPage::arrange()
{
    const bool both = width() >= kBothColumns;
    m_part->setVisible(!both);
    m_left->setVisible(both || m_part->currentIndex() == 0);
    m_right->setVisible(both || m_part->currentIndex() == 1);
}

} // namespace tane
