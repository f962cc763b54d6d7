#include "shell/editors/timefield.h"

#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tane {

std::optional<QTime> parseTime(QStringView text)
{
    const QString folded =
        text.toString().normalized(QString::NormalizationForm_KC).simplified().remove(u' ');
    static const QRegularExpression pattern(
        u"^(午前|午後)?(?:(\\d{1,2})[:.時](?:(\\d{1,2})分?|(半))?|(\\d{1,2})(\\d{2}))$"_s);
    const QRegularExpressionMatch match = pattern.match(folded);
    if (!match.hasMatch())
        return std::nullopt;
    const bool joined = match.hasCaptured(5);
    int hour = match.captured(joined ? 5 : 2).toInt();
    const int minute = match.hasCaptured(4) ? 30 : match.captured(joined ? 6 : 3).toInt();
    // "9:" is half-typed; only the character 時 makes an hour alone a time.
    if (!joined && !match.hasCaptured(3) && !match.hasCaptured(4) && !folded.endsWith(u'時'))
        return std::nullopt;
    if (match.hasCaptured(1)) {
        if (hour > 12)
            return std::nullopt;
        hour = hour % 12 + (match.captured(1) == u"午後"_s ? 12 : 0);
    }
    const QTime time(hour, minute);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

TimeField::TimeField(const QString &name, Save save, QWidget *parent)
    : SavedField(parent)
    , m_edit(new QLineEdit(this))
    , m_save(std::move(save))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(u"9:30"_s);
    m_edit->setFixedWidth(m_edit->fontMetrics().horizontalAdvance(u"00:00"_s) + 30);
    adopt(m_edit);
    setSavesWhileTyping(false);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_edit, &QLineEdit::returnPressed, this, &SavedField::commit);
}

void TimeField::setValue(QTime time)
{
    m_value = time;
    setStored(time.toString(u"H:mm"_s));
}

void TimeField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

QString TimeField::shownText() const
{
    return m_edit->text();
}

void TimeField::showText(const QString &text)
{
    m_edit->setText(text);
}

Result<> TimeField::store(const QString &text)
{
    QTime time;
    if (!text.trimmed().isEmpty()) {
        const std::optional<QTime> read = parseTime(text);
        if (!read)
            return fail(ErrorCode::Usage,
                        tr("「%1」は時刻として読めません。「9:30」か「930」のように書いてください。")
                            .arg(text.trimmed()));
        time = *read;
    }
    if (time != m_value)
        TANE_CHECK(m_save(time));
    m_value = time;
    const QString shown = time.toString(u"H:mm"_s);
    setStored(shown);
    showText(shown);
    return {};
}

} // namespace tane
