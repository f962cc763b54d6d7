#include "participants/goalstab.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "paper/formpaper.h"
#include "participants/attendance.h"
#include "participants/goaleditor.h"
#include "parts/filefilters.h"
#include "parts/recordpicker.h"
#include "printing/previewdialog.h"
#include "programme/workshop.h"
#include "shell/columnscroll.h"
#include "shell/editors/savedfield.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

void openPreview(const FormSheet &sheet, const QString &fileName, Dialogs &dialogs, QWidget *parent)
{
    auto *dialog = new PreviewDialog(
        [sheet](FormSheet::Paper paper) {
            FormSheet other = sheet;
            other.paper = paper;
            return Result<FormSheet>(other);
        },
        sheet, fileName, dialogs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

GoalsTab::GoalsTab(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    auto *card = new Card(tr("参加者"), this);
    row->addWidget(card, 9);
    m_side = new Card({}, this);
    row->addWidget(m_side, 10);
    makeList();
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::s);
    tools->addWidget(m_find, 1);
    tools->addWidget(m_output);
    card->body()->addLayout(tools);
    card->body()->addWidget(m_summary);
    card->body()->addWidget(m_table, 1);
    makeSide();
    for (const int by : {1, -1}) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | (by > 0 ? Qt::Key_Down : Qt::Key_Up)), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, by] { step(by); });
    }
}

void GoalsTab::makeList()
{
    m_find = new RecordPicker(tr("参加者を探す"), tr("氏名・かなの一部と Enter"), this);
    m_find->setObjectName(u"findGoals"_s);
    connect(m_find, &RecordPicker::picked, this, [this](qint64 id) {
        m_table->select(id);
        if (m_editor != nullptr)
            m_editor->begin();
    });
    m_output = new QPushButton(tr("目標シート"), this);
    m_output->setObjectName(u"goalOutput"_s);
    auto *menu = new QMenu(m_output);
    menu->addAction(tr("この方の目標シートを印刷…"), this, &GoalsTab::printOne);
    menu->addAction(tr("全員の目標シートを印刷（1人1ページ）…"), this, &GoalsTab::printAll);
    menu->addAction(tr("全員の目標シートを Excel で（1人1シート）…"), this, &GoalsTab::writeWorkbook);
    menu->addSeparator();
    menu->addAction(tr("目標の一覧を印刷…"), this, &GoalsTab::printList);
    m_output->setMenu(menu);
    m_summary = secondaryLabel({}, this);
    m_summary->setObjectName(u"goalSummary"_s);
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_model->setColumns(
        {{.title = tr("番号"), .text = [this](int row) { return at(row).number; }},
         {.title = tr("氏名"),
          .text = [this](int row) { return at(row).name; },
          .sort = [this](int row) { return QVariant(at(row).kana.isEmpty() ? at(row).name : at(row).kana); }},
         {.title = tr("所属"), .text = [this](int row) { return at(row).affiliation; }},
         {.title = tr("目標"),
          .text =
              [this](int row) {
                  const auto count = goalsOf(at(row).id).size();
                  return count > 0 ? QString::number(count) : u"－"_s;
              },
          .sort = [this](int row) { return QVariant::fromValue(goalsOf(at(row).id).size()); },
          .number = true},
         {.title = tr("その後"),
          .text =
              [this](int row) {
                  const auto &goals = goalsOf(at(row).id);
                  const auto said = std::ranges::count_if(
                      goals, [](const ParticipantGoal &goal) { return !goal.followUp.isEmpty(); });
                  return goals.empty() ? QString() : tr("%1/%2").arg(said).arg(goals.size());
              },
          .number = true}});
    m_table = new GridView(tr("参加者と目標の数"), m_model, this);
    m_table->setObjectName(u"goalPeople"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const double letters[] = {3.5, 8, 8, 3.5, 4};
    for (int column = 0; column <= FollowUpColumn; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(AffiliationColumn, QHeaderView::Stretch);
    connect(m_table, &GridView::selectedChanged, this, &GoalsTab::showPerson);
    connect(m_table, &QTableView::activated, this, [this] {
        if (m_editor != nullptr)
            m_editor->begin();
    });
}

void GoalsTab::makeSide()
{
    m_mode = new SegmentedControl(m_side);
    m_mode->setObjectName(u"goalMode"_s);
    m_mode->setAccessibleName(tr("書くこと"));
    m_mode->setItems({tr("研修会で書いた目標"), tr("その後の様子")});
    connect(m_mode, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        if (m_editor != nullptr)
            m_editor->showFollowUp(index == 1);
    });
    auto *hint = secondaryLabel(tr("Enter で次の目標、Ctrl+↓ で次の方、Ctrl+↑ で前の方に移ります。"), m_side);
    hint->setWordWrap(true);
    m_scroll = new ColumnScroll(m_side);
    m_room = new QWidget;
    auto *room = new QVBoxLayout(m_room);
    room->setContentsMargins(0, 0, metrics::xs, 0);
    m_scroll->setContent(m_room);
    m_side->body()->addWidget(m_mode, 0, Qt::AlignLeft);
    m_side->body()->addWidget(hint);
    m_side->body()->addWidget(m_scroll, 1);
}

Result<> GoalsTab::load(const Workshop &workshop, bool writable)
{
    TANE_TRY(std::vector<Participant> people, participantsOf(m_context.document, workshop.id));
    TANE_TRY(m_goals, goalsOfWorkshop(m_context.document, workshop.id));
    // Who came; whoever wrote a goal is never left out.
    std::erase_if(people, [this](const Participant &one) {
        return !m_goals.contains(one.id) && (one.part != Participant::Part::Learner || !isExpected(one) ||
                                             one.attendance == Participant::Attendance::Absent);
    });
    m_writable = writable;
    m_workshop = workshop.heldOn.isValid() ? tr("%1（%2）").arg(workshop.title, eraDate(workshop.heldOn))
                                           : workshop.title;
    const qint64 shown = m_table->currentId();
    m_people = std::move(people);
    std::vector<qint64> ids;
    std::vector<RecordPicker::Item> items;
    for (const Participant &one : m_people) {
        ids.push_back(one.id);
        items.push_back({one.id, QString(one.name + u'　' + one.affiliation), one.kana});
    }
    m_find->setItems(items);
    m_model->setRows(std::move(ids));
    m_summary->setText(m_people.empty()
                           ? tr("受講決定の方がまだいません。参加者のページで決めると、ここに並びます。")
                           : tr("%1名のうち、目標を書いた方 %2名").arg(m_people.size()).arg(m_goals.size()));
    m_output->setEnabled(!m_goals.empty());
    if (!m_table->select(shown) && !m_people.empty())
        m_table->selectRow(0);
    showPerson();
    return {};
}

const std::vector<ParticipantGoal> &GoalsTab::goalsOf(qint64 participant) const
{
    static const std::vector<ParticipantGoal> none;
    const auto found = m_goals.find(participant);
    return found == m_goals.end() ? none : found->second;
}

void GoalsTab::showPerson()
{
    const qint64 id = m_table->currentId();
    const int row = m_model->rowOf(id);
    if (m_editor != nullptr && m_editor->participant() != id) {
        GoalEditor *old = std::exchange(m_editor, nullptr); // saving what was typed comes back here
        SavedField::commitAll(old);
        old->hide();
        old->deleteLater();
        if (m_table->currentId() != id || m_editor != nullptr)
            return;
    }
    m_side->setTitle(row < 0 ? tr("目標") : at(row).name);
    m_side->setSubtitle(row < 0 ? QString() : at(row).affiliation);
    m_mode->setEnabled(row >= 0);
    if (row < 0)
        return;
    if (m_editor == nullptr) {
        m_editor = new GoalEditor(m_context.document, id, at(row).name, m_room);
        m_editor->showFollowUp(m_mode->currentIndex() == 1);
        m_room->layout()->addWidget(m_editor);
    }
    m_editor->setGoals(goalsOf(id), m_writable);
}

void GoalsTab::step(int by)
{
    const int now = m_table->currentIndex().row();
    const int next = qBound(0, now + by, m_table->filter()->rowCount() - 1);
    if (next == now)
        return;
    m_table->selectRow(next);
    if (m_editor != nullptr)
        m_editor->begin();
}

GoalSheetOptions GoalsTab::options()
{
    GoalSheetOptions options;
    options.workshop = m_workshop;
    if (const auto prefecture = WorkshopRepository(m_context.document).prefecture())
        options.prefecture = *prefecture;
    return options;
}

std::vector<FormSheet> GoalsTab::allSheets()
{
    const GoalSheetOptions wanted = options();
    std::vector<FormSheet> sheets;
    for (int row = 0; row < m_table->filter()->rowCount(); ++row) {
        const Participant &one = at(m_table->filter()->mapToSource(m_table->filter()->index(row, 0)).row());
        if (m_goals.contains(one.id))
            sheets.push_back(makeGoalSheet(one, goalsOf(one.id), wanted));
    }
    return sheets;
}

void GoalsTab::printOne()
{
    SavedField::commitAll(this); // the sheet shows what is stored
    const int row = m_model->rowOf(m_table->currentId());
    if (row < 0)
        return;
    const QString number = at(row).number.isEmpty() ? QString::number(at(row).id) : at(row).number;
    openPreview(makeGoalSheet(at(row), goalsOf(at(row).id), options()), tr("目標シート-%1").arg(number),
                m_context.dialogs, this);
}

void GoalsTab::printList()
{
    SavedField::commitAll(this);
    openPreview(makeGoalList(m_people, m_goals, options()), tr("参加者の目標一覧"), m_context.dialogs, this);
}

void GoalsTab::printAll()
{
    SavedField::commitAll(this);
    const QString name = tr("参加者の目標シート");
    const PreviewSheet sheet{name, std::make_shared<PaperPages>(formsPaper(allSheets(), name)), std::nullopt};
    auto *dialog = new PreviewDialog([sheet](int) { return Result<PreviewSheet>(sheet); }, sheet, {tr("A4")},
                                     0, name, m_context.dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GoalsTab::writeWorkbook()
{
    SavedField::commitAll(this);
    const QString path = m_context.dialogs.saveFile(this, tr("目標シートを書き出す"),
                                                    tr("参加者の目標シート.xlsx"), workbookFilter());
    if (path.isEmpty())
        return;
    WorkbookWriter book;
    book.setTitle(tr("参加者の目標シート"));
    int number = 0;
    for (FormSheet &sheet : allSheets()) {
        sheet.name = tr("目標-%1").arg(++number, 3, 10, QChar(u'0'));
        book.addForm(sheet);
    }
    if (const Result<> done = book.save(path); !done)
        return Q_EMIT failed(done.error());
    Q_EMIT notice({Notice::Kind::Info, tr("%1名分の目標シートを書き出しました。").arg(number)});
}

} // namespace tane
