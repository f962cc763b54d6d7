#include "programme/searchfolder.h"

#include "base/textfold.h"

namespace tane {

namespace {

// Values of the table beside characters; no text folds to these.
constexpr char16_t kUnknown = 0xffff; ///< not looked up yet
constexpr char16_t kDropped = 0;
constexpr char16_t kNotAlone = 0xfffe; ///< depends on its neighbours, or becomes several characters

bool joinsNeighbours(QChar c)
{
    const char16_t unit = c.unicode();
    return c.isSurrogate() || c.isMark() || unit == 0x309b || unit == 0x309c ||
           (unit >= 0xff61 && unit <= 0xff9f) || (unit >= 0x1100 && unit <= 0x11ff);
}

} // namespace

SearchFolder::SearchFolder()
    : m_table(0x10000, kUnknown)
{
}

char16_t SearchFolder::lookUp(char16_t c)
{
    if (joinsNeighbours(QChar(c)))
        return m_table[c] = kNotAlone;
    const QString folded = foldName(QString(QChar(c)));
    if (folded.isEmpty())
        return m_table[c] = kDropped;
    return m_table[c] = folded.size() == 1 ? folded.front().unicode() : kNotAlone;
}

QStringView SearchFolder::fold(const QString &text)
{
    m_folded.resize(text.size());
    QChar *const out = m_folded.data();
    qsizetype length = 0;
    for (const QChar c : text) {
        char16_t folded = m_table[c.unicode()];
        if (folded == kUnknown)
            folded = lookUp(c.unicode());
        if (folded == kNotAlone) {
            m_folded = foldName(text);
            return m_folded;
        }
        if (folded != kDropped)
            out[length++] = QChar(folded);
    }
    return QStringView(m_folded).first(length);
}

} // namespace tane
