#include "programme/goalspage.h"

#include "parts/savefield.h"
#include "programme/evaluation.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/savedline.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::array kTerms{Goal::Term::Long, Goal::Term::Middle, Goal::Term::Short};

QString Programme::*labelOf(Goal::Term term)
{
    switch (term) {
    case Goal::Term::Long:
        return &Programme::longLabel;
    case Goal::Term::Middle:
        return &Programme::middleLabel;
    case Goal::Term::Short:
        return &Programme::shortLabel;
    }
    Q_UNREACHABLE();
}

QString termWord(Goal::Term term)
{
    switch (term) {
    case Goal::Term::Long:
        return GoalsPage::tr("長期");
    case Goal::Term::Middle:
        return GoalsPage::tr("中期");
    case Goal::Term::Short:
        return GoalsPage::tr("短期");
    }
    Q_UNREACHABLE();
}

QString placeholderOf(Goal::Term term)
{
    switch (term) {
    case Goal::Term::Long:
        return GoalsPage::tr("どのような姿になっているとよいか");
    case Goal::Term::Middle:
        return GoalsPage::tr("３年ほどでどこまで進みたいか");
    case Goal::Term::Short:
        return GoalsPage::tr("今年度に何を達成したいか");
    }
    Q_UNREACHABLE();
}

// A white cell; the lines of the matrix are what shows between the cells.
class Cell : public QWidget
{
public:
    Cell(bool isHead, QWidget *parent)
        : QWidget(parent)
        , m_isHead(isHead)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Scheme scheme = currentScheme(this);
        QPainter painter(this);
        const QColor card = color(ColorRole::Card, scheme);
        painter.fillRect(rect(), m_isHead ? mixed(color(ColorRole::Window, scheme), card, 0.7) : card);
    }

private:
    bool m_isHead;
};

class Matrix : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), color(ColorRole::Line, currentScheme(this)));
    }
};

} // namespace

GoalRow::GoalRow(GoalsPage *page, const TargetGroup &target, QWidget *parent)
    : QObject(page)
    , group(target.id)
{
    head = new Cell(true, parent);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(metrics::s, metrics::s, metrics::xs, metrics::s);
    layout->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->setSpacing(2);
    name = new SavedLine(
        GoalsPage::tr("対象の名前"),
        [page, this](const QString &text) { return page->renameGroup(group, text); }, head);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum); // the goals need the room
    name->edit()->setProperty("flat", true);
    QFont bold = scaledFont(name->edit(), type::body, true);
    name->edit()->setFont(bold);
    more = new QToolButton(head);
    more->setText(u"⋯"_s);
    makePlain(more);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    up = menu->addAction(GoalsPage::tr("上へ(&U)"));
    down = menu->addAction(GoalsPage::tr("下へ(&D)"));
    environment = menu->addAction(GoalsPage::tr("人ではなく環境の行にする(&E)"));
    environment->setCheckable(true);
    menu->addSeparator();
    remove = menu->addAction(GoalsPage::tr("この対象を削除(&R)…"));
    more->setMenu(menu);
    line->addWidget(name, 1);
    line->addWidget(more, 0, Qt::AlignTop);
    layout->addLayout(line);
    kind = secondaryLabel({}, head);
    kind->setContentsMargins(metrics::s, 0, 0, 0);
    layout->addWidget(kind);
    layout->addStretch(1);
    QObject::connect(up, &QAction::triggered, page, [page, this] { page->moveGroup(group, -1); });
    QObject::connect(down, &QAction::triggered, page, [page, this] { page->moveGroup(group, 1); });
    QObject::connect(environment, &QAction::triggered, page,
                     [page, this](bool on) { page->setEnvironment(group, on); });
    QObject::connect(remove, &QAction::triggered, page, [page, this] { page->removeGroup(group); });
    for (const Goal::Term term : kTerms) {
        const auto index = static_cast<std::size_t>(term);
        frames[index] = new Cell(false, parent);
        auto *inside = new QVBoxLayout(frames[index]);
        inside->setContentsMargins(metrics::xs, metrics::s, metrics::xs, metrics::s);
        cells[index] = page->makeCell(group, term, frames[index]);
        inside->addWidget(cells[index], 1);
    }
}

void GoalRow::show(const TargetGroup &target, bool writable)
{
    name->setValue(target.name);
    name->setReadOnly(!writable);
    name->edit()->setToolTip(target.name);
    more->setAccessibleName(GoalsPage::tr("「%1」の操作").arg(target.name));
    more->setVisible(writable);
    kind->setText(target.isEnvironment ? GoalsPage::tr("環境") : GoalsPage::tr("オブザーバー"));
    const bool saysItself = target.name.simplified() == kind->text(); // "環境" is usually called so
    kind->setVisible((target.isEnvironment || target.isObserver) && !saysItself);
    environment->setChecked(target.isEnvironment);
    for (const Goal::Term term : kTerms) {
        LineList *cell = cells[static_cast<std::size_t>(term)];
        cell->setName(GoalsPage::tr("%1・%2の目標").arg(target.name, termWord(term)));
        cell->setReadOnly(!writable);
    }
}

void GoalRow::take()
{
    for (QWidget *widget : {head, frames[0], frames[1], frames[2]}) {
        widget->hide();
        widget->deleteLater();
    }
    deleteLater();
}

GoalsPage::GoalsPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("目標設定"), About::Programme, pageContext, parent)
{
    header()->setContext(tr("どのようにしたいのか・なにを達成したいのか"));
    addSheetButton({SheetKind::Goals});
    m_matrix = new Matrix(this);
    m_grid = new QGridLayout(m_matrix);
    m_grid->setContentsMargins(1, 1, 1, 1);
    m_grid->setSpacing(1);
    m_grid->setColumnMinimumWidth(0, 170);
    for (int column = 1; column <= 3; ++column)
        m_grid->setColumnStretch(column, 1);
    makeHead();
    body()->addWidget(m_matrix);

    m_addGroup = new QPushButton(symbolIcon(Symbol::Plus), tr("対象を加える"), this);
    m_addEnvironment = new QPushButton(symbolIcon(Symbol::Plus), tr("環境の行を加える"), this);
    m_addEnvironment->setToolTip(tr("人の力だけでは動かない、しくみや資源についての目標を書く行です"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_addGroup);
    buttons->addWidget(m_addEnvironment);
    QLabel *keys = secondaryLabel(
        tr("目標は行頭をつかんで別のますへ動かせます（Alt+←→で時期、Alt+Shift+↑↓で対象を移します）"), this);
    keys->setWordWrap(true);
    buttons->addWidget(keys, 1);
    body()->addLayout(buttons);
    body()->addStretch(1);
    connect(m_addGroup, &QPushButton::clicked, this, [this] { addGroup(false); });
    connect(m_addEnvironment, &QPushButton::clicked, this, [this] { addGroup(true); });
}

GoalsPage::~GoalsPage() = default;

void GoalsPage::makeHead()
{
    auto *corner = new Cell(true, m_matrix);
    auto *cornerLayout = new QVBoxLayout(corner);
    cornerLayout->setContentsMargins(metrics::l, metrics::s, metrics::s, metrics::s);
    cornerLayout->addWidget(secondaryLabel(tr("対象"), corner));
    m_grid->addWidget(corner, 0, 0);
    for (const Goal::Term term : kTerms) {
        auto *cell = new Cell(true, m_matrix);
        auto *layout = new QVBoxLayout(cell);
        layout->setContentsMargins(metrics::s, metrics::xs, metrics::s, metrics::xs);
        auto *label = new SavedLine(
            tr("%1の見出し").arg(termWord(term)),
            [this, term](const QString &text) { return saveLabel(term, text); }, cell);
        label->edit()->setProperty("flat", true);
        label->edit()->setFont(scaledFont(label->edit(), type::body, true));
        label->edit()->setToolTip(tr("見出しは書き換えられます（例：短期（初年度））"));
        layout->addWidget(label);
        m_labels.at(static_cast<std::size_t>(term)) = label;
        m_grid->addWidget(cell, 0, static_cast<int>(term) + 1);
    }
}

LineList *GoalsPage::makeCell(qint64 group, Goal::Term term, QWidget *parent)
{
    Goal prototype;
    prototype.targetGroup = group;
    prototype.term = term;
    LineList::Callbacks callbacks = recordLines(document(), prototype, &Goal::text, tr("目標"));
    callbacks.adopt = [this, group, term](qint64 goal, int position) {
        return adoptGoal(goal, group, term, position);
    };
    auto *list = new LineList({}, std::move(callbacks), parent);
    list->setKind(u"goal"_s);
    list->setAddText(tr("目標を追加"));
    list->setPlaceholder(placeholderOf(term));
    connect(list, &LineList::moveOutRequested, this, &GoalsPage::moveOut);
    return list;
}

void GoalsPage::fill()
{
    const auto programmeRow = RecordTable<Programme>(document()).load(programme());
    const auto groups = RecordTable<TargetGroup>(document()).all(u"programme"_s, programme());
    if (!report(programmeRow) || !report(groups))
        return;
    for (const Goal::Term term : kTerms) {
        SavedLine *label = m_labels.at(static_cast<std::size_t>(term));
        label->setValue((*programmeRow).*labelOf(term));
        label->setReadOnly(!isWritable());
    }
    m_addGroup->setEnabled(isWritable());
    m_addEnvironment->setEnabled(isWritable());
    m_addEnvironment->setVisible(std::ranges::none_of(*groups, &TargetGroup::isEnvironment));
    fillRows(*groups);

    for (const TargetGroup &group : *groups) {
        const auto goals = RecordTable<Goal>(document()).all(u"target_group"_s, group.id);
        if (!report(goals))
            return;
        const QHash<qint64, QString> from = origins(*goals);
        std::array<std::vector<LineList::Line>, 3> lines;
        for (const Goal &goal : *goals)
            lines.at(static_cast<std::size_t>(goal.term))
                .push_back({goal.id, goal.text, from.value(goal.id)});
        for (const Goal::Term term : kTerms)
            cell(group.id, term)->setLines(lines.at(static_cast<std::size_t>(term)));
    }
}

void GoalsPage::fillRows(const std::vector<TargetGroup> &groups)
{
    const bool other = m_rowsOf != programme();
    m_rowsOf = programme();
    m_groups = groups;
    const auto isGone = [&](const GoalRow *row) {
        return other || std::ranges::find(groups, row->group, &TargetGroup::id) == groups.end();
    };
    for (GoalRow *row : m_rows) {
        if (isGone(row))
            row->take();
    }
    std::erase_if(m_rows, isGone);
    std::vector<GoalRow *> ordered;
    for (const TargetGroup &group : groups) {
        GoalRow *known = row(group.id);
        ordered.push_back(known ? known : new GoalRow(this, group, m_matrix));
        ordered.back()->show(group, isWritable());
    }
    const bool same = ordered == m_rows;
    m_rows = std::move(ordered);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->up->setEnabled(i > 0);
        m_rows[i]->down->setEnabled(i + 1 < m_rows.size());
        if (same)
            continue;
        const int at = static_cast<int>(i) + 1;
        m_grid->addWidget(m_rows[i]->head, at, 0);
        for (const Goal::Term term : kTerms)
            m_grid->addWidget(m_rows[i]->frames.at(static_cast<std::size_t>(term)), at,
                              static_cast<int>(term) + 1);
    }
}

// "前期の評価「…」から": the goals that a new cycle begins with say which line they were drafted from.
QHash<qint64, QString> GoalsPage::origins(const std::vector<Goal> &goals)
{
    QHash<qint64, QString> found;
    for (const Goal &goal : goals) {
        if (goal.evaluationLine == 0)
            continue;
        const auto line = RecordTable<EvaluationLine>(document()).load(goal.evaluationLine);
        if (!line)
            continue;
        const auto source = RecordTable<Programme>(document()).load(line->programme);
        const QString text = line->text.simplified();
        // The cycles of a programme often bear the same name: the year tells them apart.
        const QString years = source ? programmeYears(*source) : QString();
        const QString from = !source           ? tr("前のサイクルの評価から")
                             : years.isEmpty() ? tr("「%1」の評価から").arg(source->title)
                                               : tr("%1の評価から").arg(years);
        const bool same = source && text == goal.text.simplified();
        found.insert(goal.id, same ? from : tr("%1：%2").arg(from, text));
    }
    return found;
}

GoalRow *GoalsPage::row(qint64 targetGroup) const
{
    const auto found = std::ranges::find(m_rows, targetGroup, &GoalRow::group);
    return found == m_rows.end() ? nullptr : *found;
}

LineList *GoalsPage::cell(qint64 targetGroup, Goal::Term term) const
{
    const GoalRow *found = row(targetGroup);
    return found ? found->cells.at(static_cast<std::size_t>(term)) : nullptr;
}

Result<> GoalsPage::adoptGoal(qint64 goal, qint64 group, Goal::Term term, int position)
{
    RecordTable<Goal> table(document());
    TANE_TRY(Goal record, table.load(goal));
    record.targetGroup = group;
    record.term = term;
    return table.relocate(record, position, tr("目標の移動"));
}

void GoalsPage::moveOut(qint64 goal, int columns, int rows)
{
    const auto record = RecordTable<Goal>(document()).load(goal);
    if (!report(record))
        return;
    const auto at = std::ranges::find(m_groups, record->targetGroup, &TargetGroup::id);
    const auto groupIndex = (at - m_groups.begin()) + rows;
    const int column = static_cast<int>(record->term) + columns;
    if (at == m_groups.end() || groupIndex < 0 || groupIndex >= std::ssize(m_groups) || column < 0 ||
        column > 2)
        return;
    const qint64 group = m_groups[static_cast<std::size_t>(groupIndex)].id;
    const auto term = static_cast<Goal::Term>(column);
    if (!report(adoptGoal(goal, group, term, cell(group, term)->count())))
        return;
    refresh();
    cell(group, term)->revealLine(goal);
}

void GoalsPage::addGroup(bool environment)
{
    TargetGroup added;
    added.programme = programme();
    added.name = environment ? tr("環境") : tr("新しい対象");
    added.isEnvironment = environment;
    const auto id = RecordTable<TargetGroup>(document()).add(added, tr("対象の追加"));
    if (!report(id))
        return;
    refresh();
    if (GoalRow *made = row(*id)) {
        bringIntoView(made->head);
        made->name->edit()->setFocus();
        made->name->edit()->selectAll();
    }
}

void GoalsPage::moveGroup(qint64 group, int by)
{
    const auto at = std::ranges::find(m_groups, group, &TargetGroup::id);
    const auto target = (at - m_groups.begin()) + by;
    if (target < 0 || target >= std::ssize(m_groups))
        return;
    report(RecordTable<TargetGroup>(document()).move(group, static_cast<int>(target), tr("対象の並べ替え")));
    refresh();
}

void GoalsPage::removeGroup(qint64 group)
{
    const auto at = std::ranges::find(m_groups, group, &TargetGroup::id);
    if (at == m_groups.end())
        return;
    // Issues, goals and the plan of a group go with it: worth a question, although undo brings them back.
    const bool sure = context().dialogs.confirm(
        this,
        tr("「%1」を、課題・目標・企画に書いたものと一緒に削除しますか。\n「元に戻す」で戻せます。")
            .arg(at->name),
        tr("削除する"));
    if (sure)
        report(RecordTable<TargetGroup>(document()).remove(group, tr("対象の削除")));
    refresh();
}

void GoalsPage::setEnvironment(qint64 group, bool on)
{
    report(saveField(document(), group, &TargetGroup::isEnvironment, on, tr("対象の変更")));
    refresh();
}

Result<> GoalsPage::renameGroup(qint64 group, const QString &name)
{
    if (name.isEmpty())
        return fail(ErrorCode::Usage, tr("対象の名前を書いてください。"));
    return saveField(document(), group, &TargetGroup::name, name, tr("対象の名前の変更"));
}

Result<> GoalsPage::saveLabel(Goal::Term term, const QString &text)
{
    if (text.isEmpty())
        return fail(ErrorCode::Usage, tr("見出しを書いてください。"));
    return saveField(document(), programme(), labelOf(term), text, tr("見出しの変更"));
}

bool GoalsPage::reveal(const QString &table, qint64 wanted)
{
    if (table == u"target_group"_s) {
        GoalRow *found = row(wanted);
        if (found) {
            bringIntoView(found->head);
            found->name->edit()->setFocus();
        }
        return found != nullptr;
    }
    if (table != u"goal"_s)
        return false;
    for (const GoalRow *each : m_rows) {
        for (LineList *list : each->cells) {
            if (list->revealLine(wanted)) {
                bringIntoView(list);
                return true;
            }
        }
    }
    return false;
}

} // namespace tane
