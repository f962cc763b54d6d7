#include "people/registerdiff.h"

#include "base/fiscalyear.h"
#include "people/registertext.h"

#include <QCoreApplication>
#include <QLocale>

#include <functional>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterDifference)
};

/// One thing to compare: its name, and what it says of a record in a registry.
template<class T>
struct Aspect
{
    QString name;
    std::function<QString(const Registry &, const T &)> text;
};

QString numberText(const std::optional<int> &number)
{
    return number ? QLocale(QLocale::Japanese).toString(*number) : QString();
}

template<class T, class Member>
Aspect<T> plain(const QString &name, Member T::*member)
{
    return {name, [member](const Registry &, const T &record) -> QString {
                if constexpr (std::same_as<Member, QString>)
                    return record.*member;
                else if constexpr (std::same_as<Member, QDate>)
                    return eraDate(record.*member);
                else
                    return numberText(record.*member);
            }};
}

std::vector<Aspect<Prefecture>> prefectureAspects()
{
    return {
        plain(Texts::tr("名称"), &Prefecture::name),
        plain(Texts::tr("都道府県コード"), &Prefecture::code),
        plain(Texts::tr("担当部局"), &Prefecture::department),
        plain(Texts::tr("別の担当部局"), &Prefecture::secondDepartment),
        plain(Texts::tr("二次医療圏の数"), &Prefecture::medicalAreas),
        plain(Texts::tr("保健所の数"), &Prefecture::healthCentres),
        plain(Texts::tr("備考"), &Prefecture::note),
    };
}

std::vector<Aspect<CareArea>> areaAspects()
{
    return {plain(Texts::tr("名称"), &CareArea::name), plain(Texts::tr("備考"), &CareArea::note)};
}

std::vector<Aspect<Municipality>> municipalityAspects()
{
    return {
        plain(Texts::tr("名称"), &Municipality::name),
        plain(Texts::tr("市町村コード"), &Municipality::code),
        plain(Texts::tr("ふりがな"), &Municipality::kana),
        {Texts::tr("圏域"),
         [](const Registry &registry, const Municipality &record) {
             const CareArea *area = registry.area(record.careArea);
             return area != nullptr ? area->name : QString();
         }},
        plain(Texts::tr("人口"), &Municipality::population),
        {Texts::tr("高齢化率"),
         [](const Registry &, const Municipality &record) { return tenthsText(record.agedRate); }},
        {Texts::tr("要介護認定率"),
         [](const Registry &, const Municipality &record) { return tenthsText(record.certifiedRate); }},
        {Texts::tr("運営"),
         [](const Registry &, const Municipality &record) { return operationText(record.operation); }},
        plain(Texts::tr("所管課"), &Municipality::department),
        {Texts::tr("拠点"),
         [](const Registry &, const Municipality &record) { return answeredText(record.hub); }},
        {Texts::tr("発展段階"),
         [](const Registry &, const Municipality &record) { return stageText(record.stage.value_or(0)); }},
        plain(Texts::tr("備考"), &Municipality::note),
    };
}

QString servedText(const Registry &registry, const Centre &centre)
{
    QStringList parts;
    for (const CentreMunicipality &link : registry.served) {
        const Municipality *municipality =
            link.centre == centre.id ? registry.municipality(link.municipality) : nullptr;
        if (municipality != nullptr)
            parts << (link.note.isEmpty() ? municipality->name
                                          : QString(municipality->name + u'（' + link.note + u'）'));
    }
    return parts.join(QStringLiteral("、"));
}

std::vector<Aspect<Centre>> centreAspects()
{
    return {
        plain(Texts::tr("名称"), &Centre::name),
        plain(Texts::tr("ふりがな"), &Centre::kana),
        {Texts::tr("担当市町村"), servedText},
        {Texts::tr("区分"), [](const Registry &, const Centre &record) { return rankText(record.rank); }},
        {Texts::tr("拠点"), [](const Registry &, const Centre &record) { return answeredText(record.hub); }},
        plain(Texts::tr("委託先"), &Centre::operatedBy),
        plain(Texts::tr("コーディネーターの人数"), &Centre::coordinators),
        plain(Texts::tr("電話"), &Centre::phone),
        plain(Texts::tr("メール"), &Centre::email),
        plain(Texts::tr("閉所日"), &Centre::closedOn),
        plain(Texts::tr("備考"), &Centre::note),
    };
}

QString affiliationText(const Registry &registry, const PersonRecord &record)
{
    QStringList parts;
    for (const Affiliation &each : record.affiliations) {
        const Centre *centre = registry.centre(each.centre);
        const Municipality *municipality = registry.municipality(each.municipality);
        QStringList words;
        if (centre != nullptr)
            words << centre->name;
        else if (!each.organisation.isEmpty())
            words << each.organisation;
        if (municipality != nullptr)
            words << municipality->name;
        words << each.kind << each.title;
        words.removeAll(QString());
        if (each.fromOn.isValid() || each.untilOn.isValid())
            words << QString(eraDate(each.fromOn) + u'～' + eraDate(each.untilOn));
        if (!each.note.isEmpty())
            words << QString(u'（' + each.note + u'）');
        parts << words.join(u' ');
    }
    return parts.join(QStringLiteral(" ／ "));
}

template<class Member>
Aspect<PersonRecord> ofPerson(const QString &name, Member Person::*member)
{
    return {name, [inner = plain(name, member)](const Registry &registry, const PersonRecord &record) {
                return inner.text(registry, record.person);
            }};
}

std::vector<Aspect<PersonRecord>> personAspects()
{
    return {
        ofPerson(Texts::tr("氏名"), &Person::name),
        ofPerson(Texts::tr("ふりがな"), &Person::kana),
        {Texts::tr("立場"),
         [](const Registry &, const PersonRecord &record) {
             return record.roles.join(QStringLiteral("、"));
         }},
        {Texts::tr("所属"), affiliationText},
        {Texts::tr("資格"),
         [](const Registry &, const PersonRecord &record) {
             return record.qualifications.join(QStringLiteral("、"));
         }},
        ofPerson(Texts::tr("メール"), &Person::email),
        ofPerson(Texts::tr("電話"), &Person::phone),
        {Texts::tr("常勤・非常勤"),
         [](const Registry &, const PersonRecord &record) {
             return employmentText(record.person.employment);
         }},
        {Texts::tr("専従・兼務"),
         [](const Registry &, const PersonRecord &record) { return dutyText(record.person.duty); }},
        ofPerson(Texts::tr("従事開始"), &Person::since),
        ofPerson(Texts::tr("同意"), &Person::consent),
        ofPerson(Texts::tr("保管期限"), &Person::keepUntil),
        ofPerson(Texts::tr("離任日"), &Person::leftOn),
        {Texts::tr("匿名化"),
         [](const Registry &, const PersonRecord &record) {
             return record.person.anonymous ? Texts::tr("済") : QString();
         }},
        ofPerson(Texts::tr("備考"), &Person::note),
    };
}

qint64 idOf(const PersonRecord &record)
{
    return record.person.id;
}
QString nameOf(const PersonRecord &record)
{
    return record.person.name;
}
template<class T>
qint64 idOf(const T &record)
{
    return record.id;
}
template<class T>
QString nameOf(const T &record)
{
    return record.name;
}

/// What an added record says, so that it can be judged: "人口 12,000、運営 委託".
template<class T>
QString summary(const Registry &registry, const T &record, const std::vector<Aspect<T>> &aspects)
{
    QStringList parts;
    for (std::size_t i = 1; i < aspects.size(); ++i) {
        const QString text = aspects[i].text(registry, record);
        if (!text.isEmpty())
            parts << QString(aspects[i].name + u' ' + text);
    }
    return parts.join(QStringLiteral("、"));
}

template<class T>
void compare(const Registry &before, const Registry &after, const std::vector<T> &old,
             const std::vector<T> &now, const std::vector<Aspect<T>> &aspects,
             std::vector<RegisterDifference> &found)
{
    using enum RegisterDifference::Kind;
    std::unordered_map<qint64, const T *> known;
    for (const T &record : old)
        known.emplace(idOf(record), &record);
    for (const T &record : now) {
        const auto there = known.find(idOf(record));
        if (there == known.end()) {
            found.push_back({Added, nameOf(record), {}, {}, summary(after, record, aspects)});
            continue;
        }
        for (const Aspect<T> &aspect : aspects) {
            const QString was = aspect.text(before, *there->second);
            const QString is = aspect.text(after, record);
            if (was != is)
                found.push_back({Changed, nameOf(record), aspect.name, was, is});
        }
        known.erase(there);
    }
    for (const T &record : old)
        if (known.contains(idOf(record)))
            found.push_back({Removed, nameOf(record), {}, summary(before, record, aspects), {}});
}

} // namespace

std::vector<RegisterDifference> registerDifferences(const Registry &before, const Registry &after)
{
    std::vector<RegisterDifference> found;
    compare(before, after, before.prefectures, after.prefectures, prefectureAspects(), found);
    compare(before, after, before.areas, after.areas, areaAspects(), found);
    compare(before, after, before.municipalities, after.municipalities, municipalityAspects(), found);
    compare(before, after, before.centres, after.centres, centreAspects(), found);
    compare(before, after, before.people, after.people, personAspects(), found);
    return found;
}

} // namespace tane
