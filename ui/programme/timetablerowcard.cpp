#include "programme/timetablerowcard.h"

#include "parts/savedspin.h"
#include "parts/savefield.h"
#include "programme/blocklook.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// A square in the block's colour, for the list of blocks.
QIcon blockIcon(TimetableRow::Block block, const QWidget *widget)
{
    const double ratio = widget->devicePixelRatioF();
    QPixmap pixmap(QSize(12, 12) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blockColor(block, currentScheme(widget)));
    painter.drawRoundedRect(QRectF(1, 1, 10, 10), 2, 2);
    return pixmap;
}

} // namespace

TimetableRowCard::TimetableRowCard(Document &document, QWidget *parent)
    : Card(tr("選んだ行"), parent)
    , m_document(document)
{
    m_hint = new QLabel(this);
    m_hint->setObjectName(u"rowHint"_s);
    m_hint->hide();
    body()->addWidget(m_hint);
    m_fields = new QWidget(this);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    body()->addWidget(m_fields);
    body()->addStretch(1);
    makeFields();
    clear();
}

void TimetableRowCard::addLabelled(const QString &label, QWidget *field)
{
    auto *text = secondaryLabel(label, m_fields);
    text->setBuddy(field);
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    column->addWidget(text);
    column->addWidget(field);
    column->addSpacing(metrics::xs);
}

SavedText *TimetableRowCard::textField(const QString &label, QString TimetableRow::*member, int lines)
{
    auto *field = new SavedText(
        label,
        [this, member, label](const QString &text) {
            return saveField(m_document, m_row.id, member, text, tr("時間割の%1の変更").arg(label));
        },
        m_fields);
    field->edit()->setLeastLines(lines);
    return field;
}

void TimetableRowCard::makeFields()
{
    m_title = new SavedLine(
        tr("項目"),
        [this](const QString &text) {
            return saveField(m_document, m_row.id, &TimetableRow::title, text, tr("時間割の項目の変更"));
        },
        m_fields);
    m_title->setObjectName(u"rowTitle"_s);
    addLabelled(tr("項目"), m_title);

    m_minutes = new SavedSpin(tr("時間（分）"), tr(" 分"), 0, 1440, m_fields);
    m_minutes->setObjectName(u"rowMinutes"_s);
    m_minutes->setSingleStep(5);
    m_block = new QComboBox(m_fields);
    m_block->setObjectName(u"rowBlock"_s);
    m_block->setAccessibleName(tr("区分"));
    for (const TimetableRow::Block block : allBlocks()) {
        const QString title = blockTitle(block);
        m_block->addItem(blockIcon(block, this), title.isEmpty() ? blockShortTitle(block) : title);
    }
    m_theme = new QCheckBox(tr("グループワークのテーマ"), m_fields);
    m_theme->setObjectName(u"rowTheme"_s);
    m_theme->setToolTip(tr("テーマ一つには40分ほどを見込みます。"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_minutes);
    row->addWidget(m_block, 1);
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    column->addWidget(secondaryLabel(tr("時間と区分"), m_fields));
    column->addLayout(row);
    column->addWidget(m_theme);
    column->addSpacing(metrics::xs);

    m_content = textField(tr("内容"), &TimetableRow::content, 2);
    m_content->setObjectName(u"rowContent"_s);
    addLabelled(tr("内容"), m_content);
    m_lecturer = new SavedLine(
        tr("講師"),
        [this](const QString &text) {
            return saveField(m_document, m_row.id, &TimetableRow::lecturer, text, tr("時間割の講師の変更"));
        },
        m_fields);
    m_lecturer->setObjectName(u"rowLecturer"_s);
    addLabelled(tr("講師"), m_lecturer);
    m_aim = textField(tr("ねらい（ここで期待したいこと）"), &TimetableRow::aim, 2);
    m_aim->setObjectName(u"rowAim"_s);
    addLabelled(tr("ねらい（ここで期待したいこと）"), m_aim);
    m_staffNote = textField(tr("職員用のメモ（進行表だけに載ります）"), &TimetableRow::staffNote, 1);
    m_staffNote->setObjectName(u"rowStaffNote"_s);
    addLabelled(tr("職員用のメモ（進行表だけに載ります）"), m_staffNote);

    connectFields();
}

void TimetableRowCard::connectFields()
{
    connect(m_minutes, &QSpinBox::valueChanged, this, &TimetableRowCard::minutesPreviewed);
    connect(m_minutes, &SavedSpin::saveRequested, this, [this](int minutes) {
        TimetableRow changed = m_row;
        changed.minutes = minutes;
        save(changed, tr("時間割の時間の変更"));
    });
    connect(m_block, &QComboBox::activated, this, [this](int index) {
        TimetableRow changed = m_row;
        changed.block = allBlocks().at(static_cast<std::size_t>(index));
        changed.isTheme = changed.isTheme && changed.block == TimetableRow::Block::GroupWork;
        save(changed, tr("時間割の区分の変更"));
    });
    connect(m_theme, &QCheckBox::clicked, this, [this](bool on) {
        TimetableRow changed = m_row;
        changed.isTheme = on;
        save(changed, on ? tr("テーマの印を付ける") : tr("テーマの印を外す"));
    });
}

/// Minutes, block and theme of the row; its texts are what their own fields stored.
void TimetableRowCard::save(const TimetableRow &row, const QString &label)
{
    RecordTable<TimetableRow> table(m_document);
    auto stored = table.load(row.id);
    if (!stored)
        return Q_EMIT failed(stored.error());
    stored->minutes = row.minutes;
    stored->block = row.block;
    stored->isTheme = row.isTheme;
    if (const auto done = table.update(*stored, label); !done)
        Q_EMIT failed(done.error());
}

void TimetableRowCard::commit()
{
    m_minutes->commit();
    SavedField::commitAll(this);
}

// By value: saving what is being typed makes the page read its rows anew.
void TimetableRowCard::show(Timetable::Row row, bool editable)
{
    const QList<SavedField *> fields{m_title, m_lecturer, m_content, m_aim, m_staffNote};
    if (m_row.id != row.row.id) {
        commit();
        for (SavedField *field : fields)
            field->revert(); // refused: it belonged to the other row
    }
    m_row = row.row;
    m_fields->show();
    setSubtitle(row.start.isValid()
                    ? tr("%1–%2").arg(row.start.toString(u"H:mm"_s), row.end.toString(u"H:mm"_s))
                    : QString());
    m_title->setValue(m_row.title);
    m_lecturer->setValue(m_row.lecturer);
    m_content->setValue(m_row.content);
    m_aim->setValue(m_row.aim);
    m_staffNote->setValue(m_row.staffNote);
    m_minutes->setStored(m_row.minutes);
    const auto &blocks = allBlocks();
    m_block->setCurrentIndex(static_cast<int>(std::ranges::find(blocks, m_row.block) - blocks.begin()));
    m_theme->setChecked(m_row.isTheme);
    m_theme->setVisible(m_row.block == TimetableRow::Block::GroupWork);
    for (SavedField *field : fields)
        field->setReadOnly(!editable);
    m_minutes->setEnabled(editable);
    m_block->setEnabled(editable);
    m_theme->setEnabled(editable);
    setHint(row.hint);
}

void TimetableRowCard::setHint(const QString &hint)
{
    m_hint->setVisible(!hint.isEmpty());
    setParagraph(m_hint, hint);
    setLook(m_hint, "tone", u"secondary"_s);
}

void TimetableRowCard::clear()
{
    m_row = {};
    setSubtitle({});
    m_fields->hide();
    m_hint->setVisible(true);
    setParagraph(m_hint, tr("左の表で行を選ぶと、ここで内容や講師、ねらいを書けます。"));
}

void TimetableRowCard::focusTitle()
{
    m_title->edit()->setFocus(Qt::OtherFocusReason);
    m_title->edit()->selectAll();
}

} // namespace tane
