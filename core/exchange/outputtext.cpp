#include "exchange/outputtext.h"

#include <QChar>

#include <algorithm>

namespace tane {

namespace {

bool isAllowed(char16_t unit)
{
    return unit == u'\t' || unit == u'\n' || (unit >= 0x20 && (unit < 0x7f || unit >= 0xa0) && unit < 0xfffe);
}

void cutTo(QString &text, qsizetype maxUnits)
{
    if (maxUnits < 1 || text.size() <= maxUnits)
        return;
    text.truncate(maxUnits - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    text.append(u'…');
}

bool isWide(char16_t unit)
{
    return unit >= 0x1100 && !(unit >= 0xff61 && unit <= 0xffdc); // half-width katakana are narrow
}

} // namespace

QString xmlText(QStringView text, qsizetype maxUnits)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out.append(c);
            out.append(text[++i]);
        } else if (c.isSurrogate()) {
            out.append(QChar::ReplacementCharacter);
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                out.append(u'\n');
        } else if (isAllowed(c.unicode())) {
            out.append(c);
        }
    }
    cutTo(out, maxUnits);
    return out;
}

int displayWidth(QStringView text)
{
    int widest = 0;
    int width = 0;
    for (const QChar c : text) {
        if (c == u'\n') {
            widest = std::max(widest, width);
            width = 0;
        } else if (!c.isLowSurrogate()) {
            // Marks and Greek letters below U+1100 are drawn narrow enough by proportional Japanese fonts.
            width += isWide(c.unicode()) ? 2 : 1;
        }
    }
    return std::max(widest, width);
}

} // namespace tane
