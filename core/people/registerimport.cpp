#include "people/registerimport.h"

#include "base/textfold.h"
#include "people/registervalues.h"
#include "survey/formmark.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

} // namespace

Result<QString> fileMark(Document &document)
{
    return tane::fileMark(document);
}

QString idText(qint64 id, const QString &mark)
{
    return QString::number(id) + u'-' + mark;
}

qint64 idOf(const QString &text, const QString &mark)
{
    const qsizetype dash = text.indexOf(u'-');
    return dash > 0 && text.mid(dash + 1) == mark ? text.left(dash).toLongLong() : 0;
}

RegisterIndex::RegisterIndex(const Registry &registry)
    : m_registry(registry)
{
    for (const Municipality &municipality : registry.municipalities)
        m_municipalities[foldText(municipality.name)].push_back(&municipality);
    for (const Centre &centre : registry.centres)
        m_centres[foldText(centre.name)].push_back(&centre);
    for (const PersonRecord &person : registry.people)
        if (!person.person.anonymous)
            m_people[foldName(person.person.name)].push_back(&person);
}

std::vector<const Municipality *> RegisterIndex::municipalities(const QString &text,
                                                                const QString &prefecture) const
{
    // Six digits, five without the check digit; a workbook drops a leading 0 of what it takes for a number.
    static const QRegularExpression code(QStringLiteral("^\\d{4,6}$"));
    std::vector<const Municipality *> found;
    const QString clean = tidy(text);
    if (code.match(clean).hasMatch()) {
        for (const Municipality &municipality : m_registry.municipalities)
            if (!municipality.code.isEmpty() &&
                (municipality.code == clean || municipality.code == u'0' + clean ||
                 municipality.code.chopped(1) == clean || municipality.code.chopped(1) == u'0' + clean))
                found.push_back(&municipality);
        return found;
    }
    QString wanted = prefecture;
    QString name = foldText(text);
    found = m_municipalities.value(name);
    if (found.empty()) {
        for (const Prefecture &each : m_registry.prefectures) {
            if (const QString folded = foldText(each.name); !folded.isEmpty() && name.startsWith(folded)) {
                name.remove(0, folded.size());
                wanted = each.name;
                break;
            }
        }
        found = m_municipalities.value(name);
    }
    // The district before a town's name; 郡山市 and 郡上市 have been found by now.
    if (const qsizetype district = name.indexOf(u'郡'); found.empty() && district > 0)
        found = m_municipalities.value(name.mid(district + 1));
    if (!wanted.isEmpty() && found.size() > 1) {
        const Prefecture *of = this->prefecture(wanted);
        std::erase_if(found, [of](const Municipality *each) { return of && each->prefecture != of->id; });
    }
    return found;
}

std::vector<const Centre *> RegisterIndex::centres(const QString &name) const
{
    return m_centres.value(foldText(name));
}

std::vector<const PersonRecord *> RegisterIndex::people(const QString &name) const
{
    return m_people.value(foldName(name));
}

const Prefecture *RegisterIndex::prefecture(const QString &name) const
{
    const auto &all = m_registry.prefectures;
    if (name.isEmpty())
        return all.size() == 1 ? &all.front() : nullptr;
    const QString folded = foldText(name);
    for (const Prefecture &prefecture : all) {
        const QString own = foldText(prefecture.name);
        if (own == folded || (own.size() == folded.size() + 1 && own.startsWith(folded)))
            return &prefecture; // "群馬" for 群馬県
    }
    return nullptr;
}

QString foldArea(const QString &name)
{
    QString folded = foldText(name);
    for (const QString &ending : {QStringLiteral("保健医療圏"), QStringLiteral("医療圏"),
                                  QStringLiteral("圏域"), QStringLiteral("圏")}) {
        if (folded.endsWith(ending) && folded != ending) {
            folded.chop(ending.size());
            break;
        }
    }
    return folded;
}

const CareArea *RegisterIndex::area(const QString &name, qint64 prefecture) const
{
    for (const bool exact : {true, false})
        for (const CareArea &area : m_registry.areas)
            if (area.prefecture == prefecture &&
                (exact ? cellForm(area.name) == name : foldArea(area.name) == foldArea(name)))
                return &area;
    return nullptr;
}

void ImportContext::addIgnored(const RegisterSheet &sheet)
{
    for (const QString &head : sheet.ignored())
        if (!import.ignoredColumns.contains(head))
            import.ignoredColumns << head;
}

QString vocabularyWord(const QString &word, const QStringList &words)
{
    const auto found =
        std::ranges::find_if(words, [&](const QString &each) { return foldText(each) == foldText(word); });
    return found == words.end() ? word : *found;
}

QString oneLine(const QString &text)
{
    return text.contains(u'\n') ? text.simplified() : text;
}

void setText(const RegisterSheet &sheet, int row, Column column, const QString &stored, QString &member,
             bool manyLines)
{
    const QString cell = sheet.text(row, column);
    if (!leaves(cell, cellForm(stored)))
        member = manyLines ? cell : oneLine(cell);
}

void setContact(const RegisterSheet &sheet, int row, Column column, const QString &stored, QString &member)
{
    const QString cell = sheet.text(row, column);
    if (!leaves(cell, cellForm(stored)) && !saysNothing(cell))
        member = oneLine(cell);
}

void setDate(ImportContext &context, const RegisterSheet &sheet, int row, Column column, QDate stored,
             QDate &member)
{
    setFrom(context, sheet, row, column, dateText(stored), member, dateOf,
            Texts::tr("日付として読めません。2026/4/1、令和8年4月1日のように書いてください。"));
}

QString servedText(const Municipality &municipality, const QString &note)
{
    return note.isEmpty() ? municipality.name : QStringLiteral("%1（%2）").arg(municipality.name, note);
}

} // namespace tane::registers
