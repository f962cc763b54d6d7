#include "programme/taskcard.h"

#include "base/fiscalyear.h"
#include "parts/savedspin.h"
#include "parts/savefield.h"
#include "programme/recruiting.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/refused.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Before or after the workshop: the bigger unit decides.
bool isBefore(const Task &task)
{
    return task.offsetMonths != 0 ? task.offsetMonths < 0 : task.offsetDays < 0;
}

} // namespace

TaskCard::TaskCard(Document &document, QWidget *parent)
    : Card(tr("選んだ項目"), parent)
    , m_document(document)
{
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で項目を選ぶと、ここで期限や担当を変えられます。"));
    body()->addWidget(m_prompt);
    m_fields = new QWidget(this);
    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::xs);
    body()->addWidget(m_fields);
    body()->addStretch(1);
    makeFields();
    clear();
}

void TaskCard::addLabelled(const QString &label, QWidget *field)
{
    auto *text = secondaryLabel(label, m_fields);
    text->setBuddy(field);
    m_column->addWidget(text);
    m_column->addWidget(field);
    m_column->addSpacing(metrics::xs);
}

void TaskCard::makeFields()
{
    m_title = new SavedLine(
        tr("すること"),
        [this](const QString &text) {
            return saveField(m_document, task(), &Task::title, text, tr("準備の項目の変更"));
        },
        m_fields);
    m_title->setObjectName(u"taskTitle"_s);
    addLabelled(tr("すること"), m_title);
    makeDay();
    m_owner = new SavedLine(
        tr("担当"),
        [this](const QString &text) {
            return saveField(m_document, task(), &Task::owner, text, tr("準備の担当の変更"));
        },
        m_fields);
    m_owner->setObjectName(u"taskOwner"_s);
    addLabelled(tr("担当"), m_owner);
    m_note = new SavedText(
        tr("メモ"),
        [this](const QString &text) {
            return saveField(m_document, task(), &Task::note, text, tr("準備のメモの変更"));
        },
        m_fields);
    m_note->setObjectName(u"taskNote"_s);
    m_note->edit()->setLeastLines(2);
    addLabelled(tr("メモ"), m_note);
    m_doneOn = new DateField(
        tr("済んだ日"),
        [this](QDate day) -> Result<> {
            if (day.isValid() && m_today.isValid() && day > m_today)
                return fail(ErrorCode::Usage, tr("済んだ日は今日（%1）までの日にしてください。まだ先の日は"
                                                 "「期限」に入れます。")
                                                  .arg(eraDate(m_today)));
            return saveField(m_document, task(), &Task::doneOn, day, tr("準備の済んだ日の変更"));
        },
        m_fields);
    m_doneOn->setObjectName(u"taskDoneOn"_s);
    m_doneOn->setPlaceholder(tr("まだ済んでいません"));
    addLabelled(tr("済んだ日"), m_doneOn);
}

void TaskCard::makeDay()
{
    m_kind = new SegmentedControl(m_fields);
    m_kind->setObjectName(u"taskKind"_s);
    m_kind->setAccessibleName(tr("期限の決め方"));
    m_kind->setItems({tr("研修会から数える"), tr("日を決める")});
    connect(m_kind, &SegmentedControl::currentIndexChanged, this,
            [this](int index) { chooseDay(index == 1); });
    addLabelled(tr("期限"), m_kind);

    m_counted = new QWidget(m_fields);
    auto *row = new QHBoxLayout(m_counted);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::xs);
    m_months = new SavedSpin(tr("月数"), tr(" か月"), 0, 60, m_counted);
    m_months->setObjectName(u"taskMonths"_s);
    m_days = new SavedSpin(tr("日数"), tr(" 日"), -2000, 2000, m_counted);
    m_days->setObjectName(u"taskDays"_s);
    m_side = new QComboBox(m_counted);
    m_side->setObjectName(u"taskSide"_s);
    m_side->setAccessibleName(tr("研修会の前か後か"));
    m_side->addItems({tr("前"), tr("後")});
    row->addWidget(m_months);
    row->addWidget(m_days);
    row->addWidget(m_side);
    row->addStretch(1);
    for (SavedSpin *spin : {m_months, m_days})
        connect(spin, &SavedSpin::saveRequested, this, &TaskCard::saveOffset);
    connect(m_side, &QComboBox::activated, this, &TaskCard::saveOffset);
    m_column->addWidget(m_counted);

    m_dueOn = new DateField(
        tr("期限の日"),
        [this](QDate day) {
            return saveField(m_document, task(), &Task::dueOn, day, tr("準備の期限の変更"));
        },
        m_fields);
    m_dueOn->setObjectName(u"taskDueOn"_s);
    m_column->addWidget(m_dueOn);
    m_due = secondaryLabel({}, m_fields);
    m_due->setObjectName(u"taskDue"_s);
    m_column->addWidget(m_due);
    m_column->addSpacing(metrics::xs);
}

/// A day by hand starts from the counted one, so that changing the mind costs nothing.
void TaskCard::chooseDay(bool fixed)
{
    if (fixed == m_task.task.dueOn.isValid()) {
        m_fixed = fixed;
        return showDay();
    }
    if (!fixed)
        return report(saveField(m_document, task(), &Task::dueOn, QDate(), tr("準備の期限の変更")));
    m_fixed = true;
    if (m_task.due.isValid())
        return report(saveField(m_document, task(), &Task::dueOn, m_task.due, tr("準備の期限の変更")));
    showDay();
    m_dueOn->setFocus();
}

void TaskCard::saveOffset()
{
    RecordTable<Task> table(m_document);
    auto stored = table.load(task());
    if (!stored)
        return Q_EMIT failed(stored.error());
    const int sign = m_side->currentIndex() == 0 ? -1 : 1;
    stored->offsetMonths = sign * m_months->value();
    stored->offsetDays = sign * m_days->value();
    report(table.update(*stored, tr("準備の期限の変更")));
}

void TaskCard::report(const Result<> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

QList<SavedField *> TaskCard::fields() const
{
    return {m_title, m_owner, m_note, m_dueOn, m_doneOn};
}

void TaskCard::commit()
{
    m_months->commit();
    m_days->commit();
    SavedField::commitAll(this);
}

// By value: saving what is being typed makes the page read its list anew.
void TaskCard::show(ScheduledTask shown, const Workshop &workshop, QDate today, bool editable)
{
    const bool other = m_task.task.id != shown.task.id;
    QString refused;
    if (other) {
        commit();
        refused = refusedEntries(this);
        for (SavedField *field : fields())
            field->revert();
    }
    m_today = today;
    // Choosing 日を決める and naming the day are two moves: in between nothing is stored.
    if (other || shown.task.dueOn.isValid() || m_task.task.dueOn.isValid())
        m_fixed = shown.task.dueOn.isValid();
    m_task = std::move(shown);
    m_heldOn = workshop.heldOn;
    m_byDesign = !m_task.task.dueOn.isValid() && recruitingDay(workshop, m_task.task).isValid();
    const Task &task = m_task.task;
    m_prompt->hide();
    m_fields->show();
    m_title->setValue(task.title);
    m_owner->setValue(task.owner);
    m_note->setValue(task.note);
    m_doneOn->setValue(task.doneOn);
    m_dueOn->setValue(task.dueOn);
    m_dueOn->setSuggestion(m_task.due.isValid() ? m_task.due : m_heldOn);
    // Without its year a deadline is the one around the workshop, and a day that is done is the last one.
    m_dueOn->setEarliest(m_heldOn.isValid() ? m_heldOn.addMonths(-8) : today);
    m_doneOn->setEarliest(today.addYears(-1).addDays(1));
    const int sign = isBefore(task) ? -1 : 1;
    m_months->setStored(sign * task.offsetMonths);
    m_days->setStored(sign * task.offsetDays);
    m_side->setCurrentIndex(isBefore(task) ? 0 : 1);
    for (SavedField *field : fields())
        field->setReadOnly(!editable);
    for (QWidget *widget : {static_cast<QWidget *>(m_kind), m_counted})
        widget->setEnabled(editable);
    showDay();
    if (!refused.isEmpty())
        Q_EMIT failed({.code = ErrorCode::Usage, .message = refused});
}

void TaskCard::showDay()
{
    {
        const QSignalBlocker blocker(m_kind);
        m_kind->setCurrentIndex(m_fixed ? 1 : 0);
    }
    m_counted->setVisible(!m_fixed && !m_byDesign);
    m_dueOn->setVisible(m_fixed);
    QString text;
    if (m_task.due.isValid()) {
        text = m_fixed ? m_task.dayNote : tr("%1になります").arg(eraDateWithWeekday(m_task.due));
        if (!m_fixed && !m_task.dayNote.isEmpty())
            text += tr("（%1）").arg(m_task.dayNote);
    } else if (!m_heldOn.isValid() && !m_fixed) {
        text = tr("研修会の日が決まると、期限の日が入ります");
    }
    setParagraph(m_due, text);
    m_due->setVisible(!text.isEmpty());
}

void TaskCard::clear()
{
    m_task = {};
    m_fields->hide();
    m_prompt->show();
}

void TaskCard::focusTitle()
{
    m_title->edit()->setFocus(Qt::OtherFocusReason);
    m_title->edit()->selectAll();
}

} // namespace tane
