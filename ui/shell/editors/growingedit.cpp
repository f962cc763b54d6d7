#include "shell/editors/growingedit.h"

#include "shell/widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QTextBlock>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kLinePercent = 130;

// A list copied out of Word or Excel brings its bullets along.
QString withoutBullet(QString line)
{
    line.replace(u'\t', u' ');
    line = line.trimmed();
    static const QString bullets = u"・●○■□◆◇•‣▪-－*"_s;
    if (line.size() > 1 && bullets.contains(line[0]))
        line = line.mid(1).trimmed();
    return line;
}

} // namespace

GrowingEdit::GrowingEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(2);
    applyLineHeight();
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &GrowingEdit::fit);
}

void GrowingEdit::applyLineHeight()
{
    QTextBlockFormat format;
    format.setLineHeight(kLinePercent, QTextBlockFormat::ProportionalHeight);
    const QSignalBlocker blocker(this); // the text stays the same
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    document()->clearUndoRedoStacks();
}

void GrowingEdit::replaceText(const QString &text)
{
    const int caret = textCursor().position();
    setPlainText(text);
    applyLineHeight();
    if (hasFocus()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin<int>(caret, document()->characterCount() - 1));
        setTextCursor(cursor);
    }
    fit();
}

void GrowingEdit::setLeastLines(int lines)
{
    m_leastLines = lines;
    fit();
}

void GrowingEdit::setFlat(bool flat)
{
    setLook(this, "flat", flat);
    fit();
}

bool GrowingEdit::caretInFirstLine() const
{
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(QTextCursor::Up);
}

bool GrowingEdit::caretInLastLine() const
{
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(QTextCursor::Down);
}

QSize GrowingEdit::sizeHint() const
{
    return {200, minimumHeight()};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {60, minimumHeight()};
}

void GrowingEdit::fit()
{
    const int frame = height() - viewport()->height();
    const double line = QFontMetricsF(font()).height() * kLinePercent / 100.0;
    const double least = m_leastLines * line + 2 * document()->documentMargin();
    const int wanted = static_cast<int>(std::ceil(qMax(document()->size().height(), least))) + frame;
    if (wanted == minimumHeight() && wanted == maximumHeight())
        return;
    setFixedHeight(wanted);
    updateGeometry();
}

void GrowingEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void GrowingEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void GrowingEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_splitsPastes && source->hasText()) {
        QStringList lines;
        const QStringList pasted = source->text().split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : pasted) {
            if (const QString text = withoutBullet(line); !text.isEmpty())
                lines << text;
        }
        if (lines.size() > 1) {
            Q_EMIT linesPasted(lines);
            return;
        }
        if (lines.size() == 1) {
            insertPlainText(lines.first());
            return;
        }
    }
    QTextEdit::insertFromMimeData(source);
}

void GrowingEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // it is never scrolled itself: the page is
}

} // namespace tane
