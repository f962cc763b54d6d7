#include "grouping/groupcomparedialog.h"

#include "grouping/groupcompare.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kColumnWidth = 130;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QTableWidget *table(const QString &name, const QStringList &heads, QWidget *parent)
{
    auto *made = new QTableWidget(0, static_cast<int>(heads.size()), parent);
    made->setAccessibleName(name);
    made->setHorizontalHeaderLabels(heads);
    made->verticalHeader()->hide();
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setShowGrid(false);
    made->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    made->horizontalHeader()->setDefaultSectionSize(kColumnWidth);
    made->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    made->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return made;
}

void addRow(QTableWidget *table, const QStringList &texts, int bold = -1)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < texts.size(); ++column) {
        auto *item = new QTableWidgetItem(texts.at(column));
        if (column == bold)
            item->setFont(scaledFont(table, type::body, true));
        table->setItem(row, column, item);
    }
}

QString amount(const RuleQuality *quality)
{
    return quality == nullptr
               ? GroupCompareDialog::tr("使っていない")
               : QStringLiteral("%1/%2%3").arg(quality->met).arg(quality->total).arg(quality->unit);
}

const RuleQuality *titled(const JudgedGroups &groups, const QString &title)
{
    const auto found = std::ranges::find(groups.qualities, title, &RuleQuality::title);
    return found == groups.qualities.end() ? nullptr : &*found;
}

} // namespace

GroupCompareDialog::GroupCompareDialog(Document &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
{
    setWindowTitle(tr("案を比べる"));
    setObjectName(u"compareDialog"_s);
    resize(720, 600);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *row = new QHBoxLayout;
    for (int i = 0; i < 2; ++i) {
        m_boxes[i] = new QComboBox(this);
        m_boxes[i]->setObjectName(u"draft%1"_s.arg(i));
        m_boxes[i]->setAccessibleName(i == 0 ? tr("比べる案（左）") : tr("比べる案（右）"));
        m_boxes[i]->setMinimumContentsLength(10);
        row->addWidget(m_boxes[i]);
        if (i == 0)
            row->addWidget(new QLabel(tr("と"), this));
        connect(m_boxes[i], &QComboBox::activated, this, &GroupCompareDialog::compare);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"compareSummary"_s);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_rules = table(tr("条件ごとの比較"), {tr("条件"), {}, {}}, this);
    m_rules->setObjectName(u"compareRules"_s);
    column->addWidget(m_rules, 4);
    m_people = table(tr("違う班になる方"), {tr("違う班になる方"), {}, {}}, this);
    m_people->setObjectName(u"comparePeople"_s);
    column->addWidget(m_people, 3);
    auto *note = secondaryLabel(
        tr("班は、顔ぶれのいちばん重なるもの同士を同じ班とみます。番号だけの違いは数えません。"), this);
    note->setWordWrap(true);
    column->addWidget(note);
    auto *buttons = new QDialogButtonBox(this);
    connect(buttons->addButton(tr("閉じる"), QDialogButtonBox::RejectRole), &QPushButton::clicked, this,
            &QDialog::reject);
    column->addWidget(buttons);
    connect(&document, &Document::changed, this, [this] {
        if (isVisible())
            compare();
    });
}

QString GroupCompareDialog::summary() const
{
    return m_summary->text();
}

void GroupCompareDialog::show(const std::vector<GroupDraft> &drafts, qint64 first, qint64 second)
{
    const qint64 chosen[] = {first, second};
    for (int i = 0; i < 2; ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        m_boxes[i]->clear();
        for (const GroupDraft &each : drafts)
            m_boxes[i]->addItem(each.title, each.id);
        m_boxes[i]->setCurrentIndex(m_boxes[i]->findData(chosen[i]));
    }
    compare();
    QDialog::show();
    raise();
    activateWindow();
}

void GroupCompareDialog::compare()
{
    m_rules->setRowCount(0);
    m_people->setRowCount(0);
    const auto first = loadWorkshopGroups(m_document, m_boxes[0]->currentData().toLongLong());
    const auto second = loadWorkshopGroups(m_document, m_boxes[1]->currentData().toLongLong());
    if (!first || !second)
        return reject(); // one of them was removed
    const auto judgedFirst = judgeGroups(*first), judgedSecond = judgeGroups(*second);
    if (!judgedFirst || !judgedSecond) {
        m_summary->setText((judgedFirst ? judgedSecond : judgedFirst).error().message);
        return;
    }
    for (QTableWidget *each : {m_rules, m_people}) {
        for (int i = 0; i < 2; ++i)
            each->setHorizontalHeaderItem(i + 1, new QTableWidgetItem(m_boxes[i]->currentText()));
    }
    fillRules(*judgedFirst, *judgedSecond);
    const int rows = m_rules->verticalHeader()->length() + m_rules->horizontalHeader()->height();
    m_rules->setMaximumHeight(rows + 2 * m_rules->frameWidth() + metrics::xs);
    fillPeople(*first, *second);
}

/// The better one of each rule is bold.
void GroupCompareDialog::fillRules(const JudgedGroups &first, const JudgedGroups &second)
{
    const auto add = [&](const QString &title) {
        const RuleQuality *one = titled(first, title), *other = titled(second, title);
        const int better = one == nullptr || other == nullptr || one->missed == other->missed ? -1
                           : one->missed < other->missed                                      ? 1
                                                                                              : 2;
        addRow(m_rules, {title, amount(one), amount(other)}, better);
    };
    for (const RuleQuality &each : first.qualities)
        add(each.title);
    for (const RuleQuality &each : second.qualities) {
        if (titled(first, each.title) == nullptr)
            add(each.title);
    }
}

void GroupCompareDialog::fillPeople(const WorkshopGroups &first, const WorkshopGroups &second)
{
    const GroupComparison comparison = compareSeatings(first.group, second.group);
    const auto where = [](const WorkshopGroups &groups, int person) {
        const int group = groups.group[at(person)];
        return group < 0 ? tr("席が未定") : groups.seating.groupTitle(group + 1);
    };
    for (const int person : comparison.elsewhere)
        addRow(m_people, {first.people.people[at(person)].name, where(first, person), where(second, person)});
    m_summary->setText(comparison.elsewhere.empty()
                           ? tr("顔ぶれは同じです（%1人）。").arg(first.people.people.size())
                           : tr("%1人のうち%2人が違う班になります。")
                                 .arg(first.people.people.size())
                                 .arg(comparison.elsewhere.size()));
}

} // namespace tane
