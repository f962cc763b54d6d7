#include "survey/readingcard.h"

#include "shell/textlines.h"

#include <QEvent>
#include <QPushButton>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>

namespace tane {

ReadingCard::ReadingCard(QWidget *parent)
    : Card(tr("読み方（下書き・書き換えられます）"), parent)
{
    m_edit = new QTextEdit(this);
    m_edit->setAccessibleName(tr("結果の読み方"));
    m_edit->setTabChangesFocus(true);
    m_edit->setAcceptRichText(false);
    m_edit->setMinimumHeight(TextLines::pitch(m_edit->font()) * 5 + metrics::xl);
    // It takes the room that is left; its own wish (192 px) would make a page scroll that fits.
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_edit->installEventFilter(this);
    m_state = secondaryLabel({}, this);
    m_restore = new QPushButton(tr("下書きに戻す"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_restore);
    body()->addWidget(m_edit, 1);
    body()->addLayout(row);
    connect(m_edit, &QTextEdit::textChanged, this, &ReadingCard::showState);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        setText(m_draft);
        flush();
    });
}

QString ReadingCard::text() const
{
    return m_edit->toPlainText();
}

// Lines get the room between them that the font lacks, and what is typed later takes it over. It is no step
// for Ctrl+Z.
void ReadingCard::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->document()->setUndoRedoEnabled(false);
    QTextBlockFormat format;
    format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    m_edit->document()->setUndoRedoEnabled(true);
}

void ReadingCard::setEditable(bool editable)
{
    m_edit->setReadOnly(!editable);
    m_restore->setVisible(editable);
}

void ReadingCard::show(const QString &key, const QString &draft, const QString &own)
{
    const bool writing =
        key == m_key && m_edit->hasFocus() && text() != (m_saved.isEmpty() ? m_draft : m_saved);
    if (key != m_key)
        flush();
    m_key = key;
    m_draft = draft;
    m_saved = own;
    const QString shown = own.isEmpty() ? draft : own;
    if (!writing && shown != text())
        setText(shown);
    showState();
}

void ReadingCard::flush()
{
    if (m_key.isEmpty())
        return;
    const QString written = text().trimmed();
    const QString value = written == m_draft.trimmed() ? QString() : written;
    if (value == m_saved)
        return;
    m_saved = value;
    showState();
    Q_EMIT edited(m_key, value);
}

void ReadingCard::showState()
{
    const bool own = text().trimmed() != m_draft.trimmed();
    m_state->setText(own ? tr("書き換えた文です。報告書にはこの文が載ります。")
                         : tr("プログラムの下書きです。"));
    m_restore->setEnabled(own);
}

bool ReadingCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        flush();
    return Card::eventFilter(watched, event);
}

} // namespace tane
