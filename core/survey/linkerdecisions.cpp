// What the officer decided, and whoever answered a wave more than once: settled before anybody is joined.
#include "survey/linker.h"

#include "base/fiscalyear.h"
#include "survey/peopleby.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Linking", text);
}

/// Something that sorts by time: an ISO date time, or a date in any of the forms parseDate knows.
QString timeKey(const QString &text)
{
    if (const QDateTime time = QDateTime::fromString(text, Qt::ISODate); time.isValid())
        return time.toString(Qt::ISODate);
    for (const QString &format : {QStringLiteral("yyyy/M/d H:mm:ss"), QStringLiteral("yyyy/M/d H:mm")}) {
        if (const QDateTime time = QDateTime::fromString(text, format); time.isValid())
            return time.toString(Qt::ISODate);
    }
    if (const auto date = parseDate(text))
        return date->toString(Qt::ISODate);
    return {};
}

} // namespace

void Linker::applyDecisions()
{
    for (Side *side : {&m_before, &m_after}) {
        side->byHand.resize(side->taken.size());
        for (int person = 0; person < side->sheet.size(); ++person)
            side->byKey.insert(responseKey(side->sheet, person), person);
    }
    for (const LinkDecision &decision : m_options.decisions) {
        const int before = m_before.byKey.value(decision.before, -1);
        const int after = m_after.byKey.value(decision.after, -1);
        if (decision.before.isEmpty() || decision.after.isEmpty()) {
            const QString &key = decision.before.isEmpty() ? decision.after : decision.before;
            const int person = decision.before.isEmpty() ? after : before;
            if (person < 0)
                m_result.unknownDecisions.push_back(key);
            else
                m_twiceDecisions.insert(
                    (decision.before.isEmpty() ? QStringLiteral("a") : QStringLiteral("b")) + key,
                    decision.accept);
            continue;
        }
        if (before < 0 || after < 0) {
            m_result.unknownDecisions.push_back(decision.before + QStringLiteral(" – ") + decision.after);
            continue;
        }
        const auto b = static_cast<std::size_t>(before);
        const auto a = static_cast<std::size_t>(after);
        if (!decision.accept) {
            m_rejected.insert(pairKey(before, after));
            m_result.links.push_back(
                {before, after, LinkMethod::Manual, LinkState::Rejected, LinkReason::OfficerSaysOther});
        } else if (m_before.taken[b] || m_after.taken[a]) {
            m_result.unknownDecisions.push_back(decision.before + QStringLiteral(" – ") + decision.after);
        } else {
            m_before.taken[b] = m_after.taken[a] = 1;
            m_before.byHand[b] = m_after.byHand[a] = 1;
            m_result.links.push_back(
                {before, after, LinkMethod::Manual, LinkState::Accepted, LinkReason::OfficerSaysSame});
        }
    }
}

/// Somebody who answered the wave more than once: the same number, or else the same name and affiliation (or
/// e-mail) where no number, e-mail or reading tells two people apart.
void Linker::findTwice(Side &side, Wave wave)
{
    const AnswerSheet &sheet = side.sheet;
    const Identity &identity = side.identity;
    std::vector<char> grouped(static_cast<std::size_t>(sheet.size()));
    const auto addGroup = [&](std::vector<int> people, const QString &reason) {
        // Whom the officer joined by hand is decided already.
        std::erase_if(people, [&](int person) {
            const auto at = static_cast<std::size_t>(person);
            return grouped[at] || (!side.byHand.empty() && side.byHand[at]);
        });
        if (people.size() < 2)
            return;
        for (const int person : people)
            grouped[static_cast<std::size_t>(person)] = 1;
        AnsweredTwice group{wave, std::move(people), -1, reason, AnsweredTwice::Settled::Not};
        settleTwice(side, group);
        m_result.twice.push_back(std::move(group));
    };

    if (m_options.by != LinkOptions::By::Name && sheet.hasField(Field::Number)) {
        if (side.repeatedNumbers) {
            for (auto &[number, people] :
                 peopleBy(sheet.size(), [&](int p) { return std::string(identity.number(p)); })) {
                if (people.size() < 2)
                    continue;
                const bool sameName = std::all_of(people.begin(), people.end(), [&](int p) {
                    return identity.foldedName(p) == identity.foldedName(people.front());
                });
                addGroup(people, sameName
                                     ? tr("同じ受付番号の回答が%1枚あります").arg(people.size())
                                     : tr("同じ受付番号で氏名の違う回答が%1枚あります").arg(people.size()));
            }
        }
        // With a number for everybody, equal names are namesakes.
        if (side.allNumbered)
            return;
    }
    if (m_options.by == LinkOptions::By::Id || !sheet.hasField(Field::Name))
        return;
    const auto distinct = [](std::string_view a, std::string_view b) {
        return !a.empty() && !b.empty() && a != b;
    };
    for (auto &[name, people] : peopleBy(sheet.size(), [&](int p) { return identity.foldedName(p); })) {
        if (people.size() < 2)
            continue;
        std::vector<char> used(people.size());
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (used[i])
                continue;
            std::vector<int> group = {people[i]};
            for (std::size_t j = i + 1; j < people.size(); ++j) {
                const int a = people[i];
                const int b = people[j];
                const bool apart = distinct(identity.number(a), identity.number(b)) ||
                                   distinct(identity.kana(a), identity.kana(b)) ||
                                   distinct(identity.email(a), identity.email(b)) ||
                                   distinct(identity.affiliation(a), identity.affiliation(b));
                if (!used[j] && !apart) {
                    used[j] = 1;
                    group.push_back(b);
                }
            }
            addGroup(
                std::move(group),
                tr("同じ氏名・所属の回答が複数あります。同じ方の2回目か、同姓同名の方かを確かめてください"));
        }
    }
}

void Linker::settleTwice(Side &side, AnsweredTwice &group)
{
    const QString prefix = group.wave == Wave::Before ? QStringLiteral("b") : QStringLiteral("a");
    std::vector<int> open;
    for (const int person : group.people) {
        const auto decision = m_twiceDecisions.constFind(prefix + responseKey(side.sheet, person));
        if (decision == m_twiceDecisions.constEnd())
            open.push_back(person);
        else if (*decision)
            group.chosen = person;
    }
    if (group.chosen < 0 && open.size() == 1)
        group.chosen = open.front(); // all others were set aside
    if (group.chosen >= 0)
        group.settled = AnsweredTwice::Settled::ByOfficer;
    // Two names under one number are two people, or a slip: no rule may choose between them.
    const bool sameName = std::all_of(group.people.begin(), group.people.end(), [&](int person) {
        return side.identity.foldedName(person) == side.identity.foldedName(group.people.front());
    });
    if (group.chosen < 0 && sameName && m_options.twice == LinkOptions::Twice::Latest) {
        QString latest;
        for (const int person : group.people) {
            const QString time = timeKey(side.sheet.text(Field::AnsweredAt, person));
            if (group.chosen < 0 || time >= latest) {
                group.chosen = person;
                latest = time;
            }
        }
        group.settled = AnsweredTwice::Settled::ByRule;
    }
    for (const int person : group.people)
        side.taken[static_cast<std::size_t>(person)] = person == group.chosen ? 0 : 1;
}

} // namespace tane
