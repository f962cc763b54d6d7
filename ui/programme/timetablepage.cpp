#include "programme/timetablepage.h"

#include "base/fiscalyear.h"
#include "parts/savefield.h"
#include "programme/blocklook.h"
#include "programme/cycle.h"
#include "programme/timetablemodel.h"
#include "programme/timetablerowcard.h"
#include "programme/timetablestrip.h"
#include "programme/timetableview.h"
#include "shell/editors/timefield.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Below this width the row's fields go under the list.
constexpr int kSideBySide = 860;

int themeMinutes(const Timetable &timetable)
{
    int minutes = 0;
    for (const Timetable::Row &row : timetable.rows)
        minutes += row.row.isTheme ? row.row.minutes : 0;
    return minutes;
}

} // namespace

TimetablePage::TimetablePage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("時間割"), About::Workshop, pageContext, parent)
{
    makeHeader();
    makeEmpty();
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    m_hints = new NoticeBar(m_content);
    m_hints->setObjectName(u"timetableHints"_s);
    connect(m_hints, &NoticeBar::dismissed, this, [this] { m_dismissed = m_hints->text(); });
    column->addWidget(m_hints);
    makeSummary();
    makeRows();
}

void TimetablePage::makeHeader()
{
    m_templates = new QPushButton(tr("ひな形"), this);
    m_templates->setObjectName(u"templates"_s);
    m_templates->setMenu(templateMenu());
    addHeaderAction(m_templates);
    addSheetButton({SheetKind::Timetable, SheetKind::TimetableStaff});
}

QMenu *TimetablePage::templateMenu()
{
    auto *menu = new QMenu(this);
    for (const CycleTemplate &each : CycleRepository::templates()) {
        QAction *action = menu->addAction(each.title);
        action->setObjectName(each.id);
        action->setToolTip(each.description);
        connect(action, &QAction::triggered, this,
                [this, id = each.id, title = each.title] { applyTemplate(id, title); });
    }
    menu->setToolTipsVisible(true);
    return menu;
}

void TimetablePage::makeEmpty()
{
    m_empty =
        new EmptyState(tr("時間割を作ります"),
                       tr("ひな形を選ぶと、開場から閉会までの流れが入ります。時間は上から順に計算されます。"),
                       tr("ひな形から作る"), this);
    m_empty->button()->setObjectName(u"emptyTemplates"_s);
    m_empty->button()->setMenu(templateMenu());
    m_empty->setLink(tr("空の行から作る"));
    connect(m_empty, &EmptyState::linkActivated, this, &TimetablePage::addRow);
    body()->addWidget(m_empty, 1);
}

void TimetablePage::makeSummary()
{
    auto *card = new Card({}, m_content);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_start = new TimeField(
        tr("開始時刻"),
        [this](QTime time) {
            return saveField<Workshop>(document(), workshop(), &Workshop::startsAt, time,
                                       tr("時間割の開始時刻の変更"));
        },
        card);
    m_start->setObjectName(u"startsAt"_s);
    m_start->setFixedWidth(96);
    auto *label = secondaryLabel(tr("開始"), card);
    label->setBuddy(m_start);
    row->addWidget(label, 0, Qt::AlignTop);
    label->setContentsMargins(0, 10, 0, 0);
    row->addWidget(m_start, 0, Qt::AlignTop);
    const char *const names[] = {"sumEnd", "sumTotal", "sumGroupWork"};
    for (int i = 0; i < 3; ++i) {
        m_sums[i] = i < 2 ? new QLabel(card) : new ElidedLabel({}, card);
        m_sums[i]->setObjectName(QString::fromLatin1(names[i]));
        m_sums[i]->setTextFormat(Qt::PlainText);
        m_sums[i]->setContentsMargins(metrics::s, 8, 0, 0);
        row->addWidget(m_sums[i], i < 2 ? 0 : 1, Qt::AlignTop);
    }
    card->body()->addLayout(row);
    m_strip = new TimetableStrip(card);
    card->body()->addWidget(m_strip);
    connect(m_strip, &TimetableStrip::rowChosen, this, &TimetablePage::select);
    m_content->layout()->addWidget(card);
}

void TimetablePage::makeRows()
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    m_list = new Card({}, m_content);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::xs);
    const auto tool = [&](const QString &text, const QString &tip, const char *name, auto action) {
        auto *button = new QToolButton(m_list);
        button->setText(text);
        button->setToolTip(tip);
        button->setObjectName(QString::fromLatin1(name));
        tools->addWidget(button);
        connect(button, &QToolButton::clicked, this, action);
        m_rowButtons << button;
    };
    tool(tr("行を追加"), tr("選んだ行の下に加えます（Insert）"), "addRow", [this] { addRow(); });
    tool(tr("複製"), tr("選んだ行を写します（Ctrl+D）"), "duplicateRow", [this] { duplicateRow(); });
    tool(tr("削除"), tr("選んだ行を消します（Delete）"), "removeRow", [this] { removeRow(); });
    tool(tr("上へ"), tr("Alt+↑"), "moveUp", [this] {
        const int row = m_view->currentIndex().row();
        moveRow(row, row - 1);
    });
    tool(tr("下へ"), tr("Alt+↓"), "moveDown", [this] {
        const int row = m_view->currentIndex().row();
        moveRow(row, row + 1);
    });
    tools->addStretch(1);
    m_list->body()->addLayout(tools);
    m_model = new TimetableModel(this);
    m_view = new TimetableView(m_list);
    m_view->setObjectName(u"timetableRows"_s);
    m_view->setModel(m_model);
    m_list->body()->addWidget(m_view, 1);
    m_card = new TimetableRowCard(document(), m_content);
    m_columns->addWidget(m_list, 13);
    m_columns->addWidget(m_card, 8);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(m_columns, 1);

    connect(m_view, &TimetableView::addRequested, this, &TimetablePage::addRow);
    connect(m_view, &TimetableView::duplicateRequested, this, &TimetablePage::duplicateRow);
    connect(m_view, &TimetableView::removeRequested, this, &TimetablePage::removeRow);
    connect(m_view, &TimetableView::moveRequested, this, &TimetablePage::moveRow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TimetablePage::showCurrent);
    connect(m_model, &TimetableModel::edited, this, &TimetablePage::saveRow);
    connect(m_card, &TimetableRowCard::minutesPreviewed, this, &TimetablePage::preview);
    connect(m_card, &TimetableRowCard::failed, this,
            [this](const Error &error) { report(Result<>(std::unexpected(error))); });
}

void TimetablePage::fill()
{
    const auto timetable = timetableOf(document(), workshop());
    if (!report(timetable))
        return;
    const auto shown = RecordTable<Workshop>(document()).load(workshop());
    if (!report(shown))
        return;
    header()->setContext(shown->heldOn.isValid() ? shown->title + u"　"_s + eraDateWithWeekday(shown->heldOn)
                                                 : shown->title);
    const bool writable = isWritable();
    const bool any = !timetable->rows.empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(writable);
    m_content->setVisible(any);
    m_templates->setVisible(any);
    m_templates->setEnabled(writable);
    m_start->setValue(shown->startsAt);
    m_start->setReadOnly(!writable);
    m_model->setEditable(writable);
    m_view->setEditable(writable);

    const int row = m_view->currentIndex().row();
    const qint64 kept = m_card->row();
    m_model->setTimetable(*timetable);
    if (!any) {
        m_card->clear();
        return;
    }
    // The row that was current; or, when it was taken away, what has its place now.
    const int now =
        m_model->rowOf(kept) >= 0 ? m_model->rowOf(kept) : qBound(0, row, m_model->rowCount() - 1);
    if (m_view->currentIndex().row() != now)
        m_view->setCurrentIndex(m_model->index(now, TimetableModel::Title));
    fillSummary(*timetable);
    showHints(timetable->hints);
    showCurrent();
}

void TimetablePage::fillSummary(const Timetable &timetable)
{
    m_sums[0]->setText(
        tr("終了 %1").arg(timetable.end.isValid() ? timetable.end.toString(u"H:mm"_s) : u"--:--"_s));
    m_sums[1]->setText(tr("合計 %1").arg(durationText(timetable.totalMinutes)));
    m_sums[2]->setText(
        tr("グループワーク %1（テーマ %2）")
            .arg(durationText(timetable.groupWorkMinutes), durationText(themeMinutes(timetable))));
    m_strip->setTimetable(timetable, m_card->row());
}

void TimetablePage::showHints(const QStringList &hints)
{
    const QString text = hints.join(u'\n');
    if (text != m_dismissed)
        m_dismissed.clear();
    if (text.isEmpty() || text == m_dismissed)
        m_hints->hide();
    else
        m_hints->show({Notice::Kind::Hint, text});
}

void TimetablePage::showCurrent()
{
    const QModelIndex now = m_view->currentIndex();
    const bool writable = isWritable();
    for (QToolButton *button : std::as_const(m_rowButtons))
        button->setEnabled(writable && now.isValid());
    if (!now.isValid())
        return;
    m_rowButtons[3]->setEnabled(writable && now.row() > 0);
    m_rowButtons[4]->setEnabled(writable && now.row() + 1 < m_model->rowCount());
    m_card->show(m_model->at(now.row()), writable);
    m_strip->setTimetable(m_model->timetable(), m_card->row());
}

/// The times follow the spin box at once; what is stored comes later.
void TimetablePage::preview(int minutes)
{
    std::vector<TimetableRow> rows;
    for (const Timetable::Row &row : m_model->timetable().rows) {
        rows.push_back(row.row);
        if (row.row.id == m_card->row())
            rows.back().minutes = minutes;
    }
    const Timetable chained = chainTimes(m_model->timetable().start, rows);
    m_model->setTimetable(chained);
    fillSummary(chained);
    showHints(chained.hints);
    if (const int row = m_model->rowOf(m_card->row()); row >= 0)
        m_card->setHint(m_model->at(row).hint);
}

void TimetablePage::select(qint64 id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, TimetableModel::Title));
}

void TimetablePage::addRow()
{
    const QModelIndex now = m_view->currentIndex();
    TimetableRow row;
    row.workshop = workshop();
    row.minutes = 10;
    if (now.isValid())
        row.block = m_model->at(now.row()).row.block;
    const auto id = RecordTable<TimetableRow>(document())
                        .add(row, tr("時間割の行の追加"), now.isValid() ? now.row() + 1 : 0);
    if (!report(id))
        return;
    select(*id);
    m_view->setFocus();
    m_view->edit(m_view->currentIndex());
}

void TimetablePage::duplicateRow()
{
    const QModelIndex now = m_view->currentIndex();
    if (!now.isValid())
        return;
    m_card->commit();
    TimetableRow row = m_model->at(now.row()).row;
    row.id = 0;
    const auto id = RecordTable<TimetableRow>(document()).add(row, tr("時間割の行の複製"), now.row() + 1);
    if (report(id))
        select(*id);
}

void TimetablePage::removeRow()
{
    const QModelIndex now = m_view->currentIndex();
    if (!now.isValid())
        return;
    const TimetableRow row = m_model->at(now.row()).row;
    if (report(RecordTable<TimetableRow>(document()).remove(row.id, tr("時間割の行の削除"))))
        m_view->setFocus();
}

void TimetablePage::moveRow(int from, int to)
{
    if (from < 0 || to < 0 || to >= m_model->rowCount())
        return;
    const qint64 id = m_model->at(from).row.id;
    if (report(RecordTable<TimetableRow>(document()).move(id, to, tr("時間割の並べ替え"))))
        select(id);
}

void TimetablePage::saveRow(const TimetableRow &row)
{
    report(RecordTable<TimetableRow>(document()).update(row, tr("時間割の変更")));
}

void TimetablePage::applyTemplate(const QString &id, const QString &title)
{
    const int rows = m_model->rowCount();
    if (rows > 0 && !context().dialogs.confirm(this,
                                               tr("いまの時間割（%1行）を「%2」のひな形に置き換えます。\n"
                                                  "置き換えたあとも「元に戻す」で戻せます。")
                                                   .arg(rows)
                                                   .arg(title),
                                               tr("置き換える")))
        return;
    report(CycleRepository(document()).applyTimetable(workshop(), id));
}

bool TimetablePage::reveal(const QString &table, qint64 row)
{
    if (table != "timetable_row"_L1)
        return false;
    const auto found = RecordTable<TimetableRow>(document()).load(row);
    if (!found)
        return false;
    if (found->workshop != workshop())
        chooseWorkshop(found->workshop);
    select(row);
    m_view->setFocus();
    return m_card->row() == row;
}

void TimetablePage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const bool wide = event->size().width() >= kSideBySide;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_view->setMinimumHeight(wide ? 260 : 300);
    m_view->setColumnHidden(TimetableModel::Lecturer, event->size().width() < 1300);
}

} // namespace tane
