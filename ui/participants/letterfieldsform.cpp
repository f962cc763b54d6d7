#include "participants/letterfieldsform.h"

#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

LetterFieldsForm::LetterFieldsForm(Save save, Reset reset, QWidget *parent)
    : QWidget(parent)
    , m_save(std::move(save))
    , m_reset(std::move(reset))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void LetterFieldsForm::setFields(const QString &name, const std::vector<LetterField> &fields, bool writable)
{
    if (name != m_name || fields.size() != m_rows.size()) {
        m_name = name;
        build(fields);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        m_rows[i].field = fields[i];
        show(m_rows[i], writable);
    }
}

void LetterFieldsForm::build(const std::vector<LetterField> &fields)
{
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_rows.clear();
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    auto *needed = new Card(tr("まだ入れていない欄"), m_content);
    needed->setSubtitle(tr("入れると文書がそろいます"));
    needed->setAccented(true);
    auto *own = new Card(tr("この文書"), m_content);
    auto *shared = new Card(tr("共通"), m_content);
    shared->setSubtitle(tr("どの案内・通知にも入ります"));
    for (const LetterField &field : fields)
        m_rows.push_back({.field = field});
    // Where a field stands is settled when the form opens, so that none moves away while it is written in.
    const auto place = [&](const LetterField &field) {
        return field.isMissing() ? needed : field.shared ? shared : own;
    };
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(place(fields[i])->body(), i);
    for (Card *card : {needed, own, shared})
        card->setVisible(
            std::ranges::any_of(fields, [&](const LetterField &field) { return place(field) == card; }));
    column->addWidget(needed);
    column->addWidget(own);
    column->addWidget(shared);
    column->addStretch(1);
}

/// Label, what is missing and the way back in one line, the field below.
void LetterFieldsForm::addRow(QVBoxLayout *column, std::size_t index)
{
    Row &row = m_rows[index];
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::s);
    QWidget *editor = makeEditor(row, index);
    editor->setObjectName(row.field.key);
    if (row.flag == nullptr) {
        QLabel *label = secondaryLabel(row.field.label, m_content);
        label->setBuddy(editor);
        line->addWidget(label);
    }
    auto *missing = new QLabel(tr("未入力"), m_content);
    missing->setObjectName(row.field.key + u"Missing"_s);
    missing->setProperty("tone", u"accent"_s);
    missing->setFont(scaledFont(this, type::secondary, true));
    row.missing = missing;
    line->addWidget(missing);
    line->addStretch(1);
    row.back = new QPushButton(tr("初めの文に戻す"), m_content);
    row.back->setObjectName(row.field.key + u"Back"_s);
    row.back->setAccessibleName(tr("%1を初めの文に戻す").arg(row.field.label));
    makePlain(row.back);
    row.back->setFont(scaledFont(this, type::secondary));
    connect(row.back, &QPushButton::clicked, this, [this, index] {
        const Result<> done = m_reset(m_rows[index].field);
        if (!done)
            Q_EMIT failed(done.error());
    });
    line->addWidget(row.back);
    auto *block = new QVBoxLayout;
    block->setSpacing(2);
    block->addLayout(line);
    block->addWidget(editor);
    column->addLayout(block);
}

QWidget *LetterFieldsForm::makeEditor(Row &row, std::size_t index)
{
    const QString name = row.field.label;
    const auto save = [this, index](const QString &text) { return store(index, text); };
    switch (row.field.type) {
    case LetterField::Type::Line:
        row.line = new SavedLine(name, save, m_content);
        row.line->setPlaceholder(row.field.hint);
        return row.line;
    case LetterField::Type::Text:
        row.text = new SavedText(name, save, m_content);
        row.text->setPlaceholder(row.field.hint);
        row.text->edit()->setLeastLines(row.field.key == u"body"_s ? 8 : 1);
        return row.text;
    case LetterField::Type::Date:
        row.date = new DateField(
            name, [save](QDate date) { return save(date.toString(Qt::ISODate)); }, m_content);
        return row.date;
    case LetterField::Type::Flag:
        row.flag = new QCheckBox(tr("「（%1）」と入れる").arg(name), m_content);
        connect(row.flag, &QCheckBox::toggled, this, [this, save](bool on) {
            const Result<> done = save(on ? u"1"_s : QString());
            if (!done)
                Q_EMIT failed(done.error());
        });
        return row.flag;
    }
    Q_UNREACHABLE();
}

Result<> LetterFieldsForm::store(std::size_t index, const QString &text)
{
    if (index >= m_rows.size()) // of a form that is just going
        return {};
    const LetterField field = m_rows[index].field; // saving shows the fields anew
    return m_save(field, text);
}

void LetterFieldsForm::show(Row &row, bool writable)
{
    const QString value = row.field.value();
    if (row.line != nullptr) {
        row.line->setReadOnly(!writable);
        row.line->setValue(value);
    } else if (row.text != nullptr) {
        row.text->setReadOnly(!writable);
        row.text->setValue(value);
    } else if (row.date != nullptr) {
        row.date->setReadOnly(!writable);
        row.date->setValue(QDate::fromString(value, Qt::ISODate));
    } else {
        const QSignalBlocker blocker(row.flag);
        row.flag->setEnabled(writable);
        row.flag->setChecked(value == u"1"_s);
    }
    row.missing->setVisible(row.field.isMissing());
    row.back->setVisible(writable && row.field.own && !row.field.proposal.isEmpty());
}

} // namespace tane
