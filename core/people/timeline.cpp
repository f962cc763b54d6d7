// What happened to somebody, and who of a municipality came.
#include "people/peoplelinks.h"
#include "people/storedresponses.h"
#include "programme/workshop.h"
#include "survey/identity.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleLinks)
};

bool holds(const std::vector<qint64> &list, qint64 id)
{
    return std::ranges::find(list, id) != list.end();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'\n');
}

/// An answer of hers and where it was given.
struct OwnAnswer
{
    qint64 response = 0;
    qint64 workshop = 0;
    Wave wave = Wave::Before;
    QDate day; ///< when it was answered, if that is written
};

Result<std::vector<OwnAnswer>> answersOf(Document &document, qint64 person)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT r.id, b.workshop, b.wave, r.answered_at FROM response_person AS p "
                 "JOIN response AS r ON r.id = p.response JOIN import_batch AS b ON b.id = r.import_batch "
                 "WHERE p.person = ? ORDER BY r.id")));
    TANE_CHECK(query.bind(person).run());
    std::vector<OwnAnswer> all;
    while (query.next()) {
        const QString day = query.text(3).section(u' ', 0, 0).section(u'T', 0, 0);
        all.push_back({query.integer(0), query.integer(1), fromStoredWord<Wave>(kWaveWords, query.text(2)),
                       parseDate(day).value_or(QDate())});
    }
    return all;
}

QString answeredText(Wave wave)
{
    switch (wave) {
    case Wave::Before:
        return Texts::tr("研修前アンケート");
    case Wave::After:
        return Texts::tr("研修後アンケート");
    case Wave::FollowUp:
        return Texts::tr("2～3か月後アンケート");
    }
    Q_UNREACHABLE();
}

/// Her rows of before and after that are set against each other: as the results do, or else the only one of
/// each.
std::optional<std::pair<int, int>> ownPair(const SurveyState &state, const std::vector<qint64> &hers)
{
    for (const Link &link : state.linking.links)
        if (link.counts() &&
            (holds(hers, state.before.id(link.before)) || holds(hers, state.after.id(link.after))))
            return std::pair(link.before, link.after);
    const auto only = [&](const AnswerSheet &sheet) {
        int found = -1;
        for (int row = 0; row < sheet.size(); ++row) {
            if (!holds(hers, sheet.id(row)))
                continue;
            if (found >= 0)
                return -1;
            found = row;
        }
        return found;
    };
    const int before = only(state.before), after = only(state.after);
    return before >= 0 && after >= 0 ? std::optional(std::pair(before, after)) : std::nullopt;
}

/// "Ⅰ-1、Ⅱ-2"
QString codesText(const QString &word, const QStringList &codes)
{
    return codes.isEmpty()
               ? QString(word + QStringLiteral(" 0"))
               : QStringLiteral("%1 %2（%3）").arg(word, QString::number(codes.size()), codes.join(u'、'));
}

Result<QString> ownChange(Document &document, qint64 workshop, const std::vector<qint64> &hers)
{
    const auto state = loadSurveyState(document, workshop, GroupBy::None);
    if (!state)
        return state.error().code == ErrorCode::NotFound ? Result<QString>(QString())
                                                         : std::unexpected(state.error());
    const auto pair = ownPair(*state, hers);
    if (!pair)
        return Texts::tr("研修前と研修後の両方の回答がないため、変化は分かりません。");
    QStringList up, down;
    int stay = 0;
    const auto items = state->questionnaire.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].item->isComparable())
            continue;
        const Mark before = state->before.mark(pair->first, static_cast<int>(i));
        const Mark after = state->after.mark(pair->second, static_cast<int>(i));
        if (before < 0 || after < 0)
            continue;
        if (before == after)
            ++stay;
        else
            (after < before ? up : down) << items[i].item->code;
    }
    return QStringLiteral("%1 ・ stay %2 ・ %3")
        .arg(codesText(QStringLiteral("up"), up), QString::number(stay),
             codesText(QStringLiteral("down"), down));
}

Result<> addWorkshops(Document &document, qint64 person, std::vector<TimelineEntry> &entries)
{
    TANE_TRY(const std::vector<OwnAnswer> answers, answersOf(document, person));
    TANE_TRY(const std::vector<Workshop> workshops, WorkshopRepository(document).all());
    for (const Workshop &workshop : workshops) {
        std::vector<qint64> hers;
        for (const OwnAnswer &answer : answers) {
            if (answer.workshop != workshop.id)
                continue;
            hers.push_back(answer.response);
            entries.push_back({TimelineEntry::Kind::Answer, answer.day, answeredText(answer.wave),
                               workshop.title, workshop.id});
        }
        if (hers.empty())
            continue;
        TANE_TRY(const QString change, ownChange(document, workshop.id, hers));
        entries.push_back(
            {TimelineEntry::Kind::Workshop, workshop.heldOn, workshop.title, change, workshop.id});
    }
    return {};
}

void addAssessments(const Registry &registry, const PersonRecord &record, std::vector<TimelineEntry> &entries)
{
    for (const Assessment &one : record.assessments) {
        const QString who = one.assessorName.isEmpty()
                                ? assessorText(one.assessor)
                                : Texts::tr("%1（%2）").arg(assessorText(one.assessor), one.assessorName);
        const QString level = registry.ladder.levelText(one.level);
        const auto line = [](const QString &head, const QString &text) {
            return text.isEmpty() ? QString() : QString(head + u'：' + text);
        };
        entries.push_back({TimelineEntry::Kind::Assessment, one.assessedOn,
                           Texts::tr("レベル %1 と評価").arg(level),
                           joined({line(Texts::tr("評価した人"), who),
                                   line(Texts::tr("見られた行動"), observedTexts(one).join(u'、')),
                                   line(Texts::tr("根拠"), one.evidence),
                                   line(Texts::tr("次に取り組むこと"), one.nextAction)}),
                           one.id});
    }
}

void addAffiliations(const Registry &registry, const PersonRecord &record,
                     std::vector<TimelineEntry> &entries)
{
    for (const Affiliation &one : record.affiliations) {
        const Centre *centre = registry.centre(one.centre);
        const Municipality *municipality = registry.municipality(one.municipality);
        QStringList place{municipality ? municipality->name : QString(), centre ? centre->name : QString(),
                          one.organisation, one.title};
        place.removeAll(QString());
        place.removeDuplicates();
        const QString until =
            one.untilOn.isValid() ? Texts::tr("%1まで").arg(eraDate(one.untilOn)) : QString();
        entries.push_back({TimelineEntry::Kind::Affiliation, one.fromOn,
                           Texts::tr("所属：%1").arg(place.join(u' ')), joined({until, one.note}), one.id});
    }
}

bool isNewer(const TimelineEntry &a, const TimelineEntry &b)
{
    return a.day.isValid() != b.day.isValid() ? a.day.isValid() : a.day > b.day;
}

} // namespace

QStringList observedTexts(const Assessment &assessment)
{
    const QStringList codes = assessment.observed.split(u',', Qt::SkipEmptyParts);
    QStringList texts;
    for (const Behaviour &behaviour : behaviours())
        if (codes.contains(behaviour.code))
            texts << behaviour.text;
    return texts;
}

Result<std::vector<TimelineEntry>> timelineOf(Document &document, const Registry &registry, qint64 person)
{
    const PersonRecord *record = registry.person(person);
    if (!record)
        return fail(ErrorCode::NotFound, Texts::tr("この方は名簿にありません。"));
    std::vector<TimelineEntry> entries;
    TANE_CHECK(addWorkshops(document, person, entries));
    addAssessments(registry, *record, entries);
    for (const qint64 id : record->supports)
        if (const Support *support = registry.support(id))
            entries.push_back(
                {TimelineEntry::Kind::Support, support->heldOn,
                 QStringLiteral("%1：%2").arg(supportKindShortText(support->kind), support->title),
                 support->outcome, id});
    addAffiliations(registry, *record, entries);
    std::ranges::stable_sort(entries, isNewer);
    return entries;
}

} // namespace tane
