#include "survey/grouping.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cstring>

namespace tane {

QString experienceBand(const QString &text)
{
    static const QStringList bands = {QStringLiteral("1年未満"), QStringLiteral("1～3年未満"),
                                      QStringLiteral("3～5年未満"), QStringLiteral("5年以上")};
    const QString folded = foldText(text);
    for (const QString &band : bands) {
        if (folded == foldText(band))
            return band;
    }
    static const QRegularExpression pattern(
        QStringLiteral("^(?:約)?(?:(\\d+(?:\\.\\d+)?)年?(?:間|目)?)?(?:(\\d+)(?:か|ヶ|ケ|ヵ|カ|箇)?月)?$"));
    const auto match = pattern.match(folded);
    if (folded.isEmpty() || !match.hasMatch())
        return tidy(text);
    const double years = match.captured(1).toDouble() + match.captured(2).toDouble() / 12;
    return bands.at(years < 1 ? 0 : years < 3 ? 1 : years < 5 ? 2 : 3);
}

std::string_view GroupIndex::raw(const AnswerSheet &sheet, int person) const
{
    switch (m_by) {
    case GroupBy::None:
        return {};
    case GroupBy::Role:
        return sheet.field(Field::Role, person);
    case GroupBy::Affiliation:
        return sheet.hasField(Field::AffiliationType) ? sheet.field(Field::AffiliationType, person)
                                                      : sheet.field(Field::Affiliation, person);
    case GroupBy::Experience:
        return sheet.field(Field::Experience, person);
    case GroupBy::Area:
        return sheet.field(Field::Area, person);
    }
    return {};
}

int GroupIndex::indexOf(std::string_view text)
{
    for (const auto &[spelling, index] : m_recent) {
        if (spelling.size() == text.size() && std::memcmp(spelling.data(), text.data(), text.size()) == 0)
            return index;
    }
    const auto view = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    if (const auto it = m_byRaw.constFind(view); it != m_byRaw.constEnd())
        return *it;
    QString label = tidy(QString::fromUtf8(view));
    if (m_by == GroupBy::Experience)
        label = experienceBand(label);
    const QString folded = foldText(label);
    int index = m_byFolded.value(folded, -1);
    if (index < 0) {
        index = static_cast<int>(m_labels.size());
        m_labels << label;
        m_byFolded.insert(folded, index);
    }
    constexpr std::size_t fewEnough = 8;
    if (m_recent.size() < fewEnough)
        m_recent.emplace_back(text, index);
    m_byRaw.insert(QByteArray(text.data(), static_cast<qsizetype>(text.size())), index);
    return index;
}

std::vector<int> GroupIndex::ofAll(const AnswerSheet &sheet)
{
    std::vector<int> groups(static_cast<std::size_t>(sheet.size()));
    for (int person = 0; person < sheet.size(); ++person)
        groups[static_cast<std::size_t>(person)] = of(sheet, person);
    return groups;
}

int GroupIndex::of(const AnswerSheet &sheet, int person)
{
    const std::string_view text = raw(sheet, person);
    return text.empty() ? -1 : indexOf(text);
}

} // namespace tane
