#include "survey/identity.h"

#include "base/textfold.h"

#include <algorithm>

namespace tane {

namespace {

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    });
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

bool Identity::plainNumber(int person, std::string_view &number) const
{
    const std::string_view raw = m_sheet->field(Field::Number, person);
    if (!isPlain(raw) || (raw.size() > 1 && raw.front() == '0'))
        return false;
    number = raw;
    return true;
}

std::string Identity::number(int person) const
{
    const std::string_view raw = m_sheet->field(Field::Number, person);
    if (raw.empty())
        return {};
    std::string folded = isPlain(raw) ? std::string(raw) : foldText(toText(raw)).toStdString();
    if (allDigits(folded))
        folded.erase(0, std::min(folded.find_first_not_of('0'), folded.size() - 1));
    return folded;
}

std::string Identity::email(int person) const
{
    const std::string_view raw = m_sheet->field(Field::Email, person);
    return raw.empty() ? std::string() : tidy(toText(raw)).toLower().toStdString();
}

std::string Identity::kana(int person) const
{
    const std::string_view raw = m_sheet->field(Field::Kana, person);
    return raw.empty() ? std::string() : foldText(toText(raw)).toStdString();
}

const Identity::Folded &Identity::folded(int person) const
{
    if (m_folded.empty())
        m_folded.resize(static_cast<std::size_t>(m_sheet->size()));
    Folded &entry = m_folded[static_cast<std::size_t>(person)];
    if (!entry.done) {
        entry.done = true;
        const QString raw = m_sheet->text(Field::Name, person);
        entry.name = foldText(raw).toStdString();
        entry.foldedName = foldName(raw).toStdString();
        for (const Field field : {Field::Affiliation, Field::Centre, Field::Municipality}) {
            entry.affiliation = foldText(m_sheet->text(field, person)).toStdString();
            if (!entry.affiliation.empty())
                break;
        }
    }
    return entry;
}

const std::string &Identity::name(int person) const
{
    return folded(person).name;
}

const std::string &Identity::foldedName(int person) const
{
    return folded(person).foldedName;
}

const std::string &Identity::affiliation(int person) const
{
    return folded(person).affiliation;
}

} // namespace tane
