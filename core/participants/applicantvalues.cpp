// What cells of an application say: experience, qualifications, kind of taking part.
#include "participants/applicantfield.h"

#include "base/textfold.h"
#include "people/person.h"
#include "people/registervalues.h"
#include "survey/grouping.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantField)
};

constexpr int kMonthsOfYear = 12;

/// Full months from one day to another; negative when it is earlier.
int monthsBetween(QDate from, QDate to)
{
    int months = kMonthsOfYear * (to.year() - from.year()) + to.month() - from.month();
    if (months > 0 && from.addMonths(months) > to)
        --months;
    return months;
}

/// "2019年4月から", "令和5年4月～": the day it began.
std::optional<QDate> beginOf(const QString &clean)
{
    static const QRegularExpression since(QStringLiteral("^(.+?)(?:から|より|～|~|-|以降)(?:現在)?$"));
    const auto match = since.match(clean);
    return match.hasMatch() ? registers::dateOf(match.captured(1)) : std::nullopt;
}

QString vocabularyWord(const QString &word, const QStringList &words)
{
    for (const QString &each : words)
        if (foldText(each) == foldText(word))
            return each;
    return word;
}

/// Other words for qualifications of the published list.
QString fullQualification(const QString &word)
{
    static const std::vector<std::pair<QString, QStringList>> synonyms = {
        {QStringLiteral("介護支援専門員"),
         {QStringLiteral("ケアマネ"), QStringLiteral("ケアマネジャー"), QStringLiteral("ケアマネージャー"),
          QStringLiteral("主任介護支援専門員"), QStringLiteral("主任ケアマネ"),
          QStringLiteral("主任ケアマネジャー"), QStringLiteral("CM")}},
        {QStringLiteral("医療ソーシャルワーカー"), {QStringLiteral("MSW"), QStringLiteral("医療SW")}},
        {QStringLiteral("精神保健福祉士"), {QStringLiteral("PSW"), QStringLiteral("MHSW")}},
        {QStringLiteral("理学療法士"), {QStringLiteral("PT")}},
        {QStringLiteral("作業療法士"), {QStringLiteral("OT")}},
        {QStringLiteral("言語聴覚士"), {QStringLiteral("ST")}},
        {QStringLiteral("看護師"), {QStringLiteral("正看護師"), QStringLiteral("看護士")}},
        {QStringLiteral("歯科医師"), {QStringLiteral("歯科医")}}};
    const QString folded = foldText(word);
    for (const auto &[full, others] : synonyms)
        if (std::ranges::any_of(others, [&](const QString &other) { return foldText(other) == folded; }))
            return full;
    return word;
}

QString oneLine(const QString &text)
{
    return text.contains(u'\n') ? tidy(QString(text).replace(u'\n', u' ')) : tidy(text);
}

bool setExperience(Participant &participant, const QString &text, QDate on)
{
    const QString clean = oneLine(text);
    if (clean == participant.experience && participant.experienceOn.isValid())
        return true; // counted when it was first said
    participant.experience = clean;
    participant.experienceMonths = experienceInMonths(clean, on);
    participant.experienceOn = on;
    return true;
}

bool setPart(Participant &participant, const QString &text, const ApplicantWords &words)
{
    const auto part = partOfText(text);
    if (part)
        participant.part = *part;
    // Some lists write the role there.
    const QString role = vocabularyWord(tidy(text), words.roles);
    const bool isRole = words.roles.contains(role);
    if (isRole && !part && participant.role.isEmpty())
        participant.role = role;
    if (foldText(text).contains(foldText(QStringLiteral("オンライン"))))
        participant.online = true;
    return part || isRole;
}

std::optional<bool> onlineOf(const QString &text)
{
    const QString folded = foldText(text);
    const auto says = [&](std::initializer_list<const char16_t *> words) {
        return std::ranges::any_of(
            words, [&](const char16_t *word) { return folded.contains(foldText(QString::fromUtf16(word))); });
    };
    if (says({u"オンライン", u"web", u"ウェブ", u"zoom", u"リモート"}))
        return true;
    if (says({u"会場", u"対面", u"来場", u"現地", u"集合"}))
        return false;
    return std::nullopt;
}

} // namespace

std::optional<int> experienceInMonths(const QString &text, QDate on)
{
    QString clean = asciiDigits(tidy(text)).remove(u' ');
    clean.replace(QStringLiteral("ヶ月"), QStringLiteral("か月"));
    static const QRegularExpression about(QStringLiteral("^(?:約|およそ|おおよそ|だいたい|満|通算)"));
    clean.remove(about);
    static const QRegularExpression brackets(QStringLiteral("[(（].*[)）]$"));
    clean.remove(brackets);
    if (clean.isEmpty())
        return std::nullopt;
    if (const auto begin = beginOf(clean); begin && on.isValid() && *begin <= on)
        return monthsBetween(*begin, on);
    // "３年目" is in the third year: two are full.
    static const QRegularExpression running(QStringLiteral("^(\\d{1,2})年目$"));
    if (const auto match = running.match(clean); match.hasMatch())
        return std::max(0, match.captured(1).toInt() - 1) * kMonthsOfYear;
    static const QRegularExpression half(QStringLiteral("^(?:(\\d{1,2})年)?半(?:年)?(?:間|程度|ほど)?$"));
    if (const auto match = half.match(clean); match.hasMatch())
        return match.captured(1).toInt() * kMonthsOfYear + kMonthsOfYear / 2;
    static const QRegularExpression ending(QStringLiteral("(?:ほど|くらい|ぐらい)$"));
    clean.remove(ending);
    return registers::monthsOf(clean);
}

QString experienceBandAt(const Participant &participant, QDate heldOn)
{
    if (participant.experienceMonths) {
        const bool later = heldOn.isValid() && participant.experienceOn.isValid();
        const int since = later ? monthsBetween(participant.experienceOn, heldOn) : 0;
        return experienceBandOf(std::max(0, *participant.experienceMonths + since));
    }
    static const QRegularExpression orMore(QStringLiteral("^(\\d{1,2})年以上$"));
    constexpr int longest = 5;
    const QString clean = asciiDigits(tidy(participant.experience)).remove(u' ');
    if (const auto match = orMore.match(clean); match.hasMatch() && match.captured(1).toInt() >= longest)
        return experienceBandOf(longest * kMonthsOfYear);
    const QString band = experienceBand(participant.experience);
    for (const int months : {0, 12, 36, 60})
        if (band == experienceBandOf(months))
            return band;
    return {};
}

QStringList qualificationsIn(const QString &text, const QStringList &vocabulary)
{
    static const QRegularExpression middleDots(QStringLiteral("[・/／]"));
    static const QStringList none{QStringLiteral("なし"), QStringLiteral("特になし"), QStringLiteral("無し"),
                                  QStringLiteral("無"), QStringLiteral("-")};
    QStringList words;
    const auto add = [&](const QString &word) {
        const QString full = vocabularyWord(fullQualification(oneLine(word)), vocabulary);
        const bool says =
            std::ranges::none_of(none, [&](const QString &each) { return foldText(each) == foldText(full); });
        if (!full.isEmpty() && says && !words.contains(full))
            words << full;
    };
    for (const QString &word : registers::splitWords(text)) {
        // "看護師・保健師": divided only where each part is known, as a name may hold a dot itself.
        const QStringList parts = word.split(middleDots, Qt::SkipEmptyParts);
        const bool allKnown =
            parts.size() > 1 && std::ranges::all_of(parts, [&](const QString &part) {
                return vocabulary.contains(vocabularyWord(fullQualification(oneLine(part)), vocabulary));
            });
        if (allKnown)
            std::ranges::for_each(parts, add);
        else
            add(word);
    }
    return words;
}

std::optional<Participant::Part> partOfText(const QString &text)
{
    using Part = Participant::Part;
    static const std::vector<std::pair<Part, QStringList>> words = {
        {Part::Observer, {QStringLiteral("オブザーバ")}},
        {Part::Audience,
         {QStringLiteral("傍聴"), QStringLiteral("見学"), QStringLiteral("聴講"), QStringLiteral("陪席")}},
        {Part::Adviser, {QStringLiteral("アドバイザ"), QStringLiteral("助言者")}},
        {Part::Lecturer,
         {QStringLiteral("講師"), QStringLiteral("話題提供"), QStringLiteral("事例発表"),
          QStringLiteral("登壇"), QStringLiteral("発表者")}},
        {Part::Learner, {QStringLiteral("受講"), QStringLiteral("参加"), QStringLiteral("出席")}}};
    const QString folded = foldText(text);
    for (const auto &[part, names] : words)
        for (const QString &name : names)
            if (folded.contains(foldText(name)))
                return part;
    return std::nullopt;
}

bool isFromOutside(const Participant &participant, const QString &homePrefecture)
{
    const QString own = foldText(participant.prefecture), home = foldText(homePrefecture);
    return !own.isEmpty() && !home.isEmpty() && own != home && own + home.right(1) != home;
}

bool setApplicantField(Participant &participant, ApplicantField field, const QString &text,
                       const ApplicantWords &words, QDate on)
{
    Participant &p = participant;
    const QString line = oneLine(text);
    const auto set = [&line](QString &member) {
        member = line;
        return true;
    };
    switch (field) {
    case ApplicantField::Ignored:
        return true;
    case ApplicantField::Number:
        return set(p.number);
    case ApplicantField::Name:
        return set(p.name);
    case ApplicantField::Kana:
        return set(p.kana);
    case ApplicantField::Email:
        if (!registers::saysNothing(line))
            p.email = QString(line).remove(u' ');
        return true;
    case ApplicantField::Phone:
        return registers::saysNothing(line) || set(p.phone);
    case ApplicantField::Role:
        p.role = vocabularyWord(line, words.roles);
        return true;
    case ApplicantField::Affiliation:
        return set(p.affiliation);
    case ApplicantField::AffiliationType:
        p.affiliationType = vocabularyWord(line, words.organisations);
        return true;
    case ApplicantField::Title:
        return registers::saysNothing(line) || set(p.title);
    case ApplicantField::Prefecture:
        return set(p.prefecture);
    case ApplicantField::Municipality:
        return set(p.municipality);
    case ApplicantField::Area:
        return set(p.area);
    case ApplicantField::Centre:
        return registers::saysNothing(line) || set(p.centre);
    case ApplicantField::Experience:
        return setExperience(p, text, on);
    case ApplicantField::Qualifications:
        p.qualifications = registers::joinWords(qualificationsIn(text, words.qualifications));
        return true;
    case ApplicantField::Question:
        p.question = text.trimmed();
        return true;
    case ApplicantField::Note:
        p.note = text.trimmed();
        return true;
    case ApplicantField::Part:
        return setPart(p, text, words);
    case ApplicantField::Online:
        if (const auto online = onlineOf(text))
            p.online = *online;
        return onlineOf(text).has_value();
    case ApplicantField::AppliedOn:
        if (const auto day = registers::dateOf(line.section(u' ', 0, 0)))
            p.appliedOn = *day;
        return registers::dateOf(line.section(u' ', 0, 0)).has_value();
    }
    Q_UNREACHABLE();
}

QString applicantText(const Participant &participant, ApplicantField field)
{
    const Participant &p = participant;
    switch (field) {
    case ApplicantField::Ignored:
        return {};
    case ApplicantField::Number:
        return p.number;
    case ApplicantField::Name:
        return p.name;
    case ApplicantField::Kana:
        return p.kana;
    case ApplicantField::Email:
        return p.email;
    case ApplicantField::Phone:
        return p.phone;
    case ApplicantField::Role:
        return p.role;
    case ApplicantField::Affiliation:
        return p.affiliation;
    case ApplicantField::AffiliationType:
        return p.affiliationType;
    case ApplicantField::Title:
        return p.title;
    case ApplicantField::Prefecture:
        return p.prefecture;
    case ApplicantField::Municipality:
        return p.municipality;
    case ApplicantField::Area:
        return p.area;
    case ApplicantField::Centre:
        return p.centre;
    case ApplicantField::Experience:
        return p.experience;
    case ApplicantField::Qualifications:
        return p.qualifications;
    case ApplicantField::Question:
        return p.question;
    case ApplicantField::Part:
        return partText(p.part);
    case ApplicantField::Online:
        return p.online ? Texts::tr("オンライン") : Texts::tr("会場");
    case ApplicantField::AppliedOn:
        return registers::dateText(p.appliedOn);
    case ApplicantField::Note:
        return p.note;
    }
    Q_UNREACHABLE();
}

} // namespace tane
