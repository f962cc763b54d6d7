// Everything the file knows of one person, for her own question what is kept of her.
#include "people/privacy.h"

#include "people/issuementions.h"
#include "people/participantrecords.h"
#include "people/peoplelinks.h"
#include "people/registertext.h"
#include "programme/search.h"
#include "survey/answersheet.h"
#include "survey/storedwords.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Privacy)
};

class Collector
{
public:
    Collector(Document &document, const Registry &registry, const PersonRecord &record)
        : m_document(document)
        , m_registry(registry)
        , m_record(record)
    {
    }
    Result<std::vector<KnownFact>> collect();

private:
    void add(const QString &where, const QString &head, const QString &text, QDate day = {})
    {
        if (!text.isEmpty())
            m_facts.push_back({where, head.isEmpty() ? text : QString(head + u'：' + text), day});
    }
    void addRegister();
    void addAffiliations();
    void addAssessments();
    void addSupports();
    Result<> addAnswers();
    Result<> addMarks(qint64 response, const QString &where, QDate day);
    Result<> addIssues();
    Result<> addMentions();

    Document &m_document;
    const Registry &m_registry;
    const PersonRecord &m_record;
    std::vector<KnownFact> m_facts;
};

Result<std::vector<KnownFact>> Collector::collect()
{
    addRegister();
    addAffiliations();
    addAssessments();
    addSupports();
    TANE_CHECK(addAnswers());
    TANE_TRY(std::vector<KnownFact> participant, participantFacts(m_document, m_record.person.id));
    std::ranges::move(participant, std::back_inserter(m_facts));
    TANE_CHECK(addIssues());
    TANE_CHECK(addMentions());
    return std::move(m_facts);
}

void Collector::addRegister()
{
    const Person &person = m_record.person;
    const QString where = Texts::tr("名簿");
    add(where, Texts::tr("氏名"), person.name);
    add(where, Texts::tr("ふりがな"), person.kana);
    add(where, Texts::tr("メール"), person.email);
    add(where, Texts::tr("電話"), person.phone);
    add(where, Texts::tr("立場"), m_record.roles.join(u'、'));
    add(where, Texts::tr("資格"), m_record.qualifications.join(u'、'));
    if (person.employment != Employment::Unknown)
        add(where, {}, employmentText(person.employment));
    if (person.duty != Duty::Unknown)
        add(where, {}, dutyText(person.duty));
    add(where, Texts::tr("携わり始めた時期"), eraDate(person.since));
    add(where, Texts::tr("同意"), person.consent);
    add(where, Texts::tr("保存期限"), eraDate(person.keepUntil));
    add(where, Texts::tr("離任"), eraDate(person.leftOn));
    add(where, Texts::tr("備考"), person.note);
}

void Collector::addAffiliations()
{
    for (const Affiliation &one : m_record.affiliations) {
        const Centre *centre = m_registry.centre(one.centre);
        const Municipality *municipality = m_registry.municipality(one.municipality);
        QStringList parts{municipality ? municipality->name : QString(),
                          centre ? centre->name : QString(),
                          one.organisation,
                          one.kind,
                          one.title,
                          one.untilOn.isValid() ? Texts::tr("%1まで").arg(eraDate(one.untilOn)) : QString(),
                          one.note};
        parts.removeAll(QString());
        add(Texts::tr("所属"), {}, parts.join(u'、'), one.fromOn);
    }
}

void Collector::addAssessments()
{
    const QString where = Texts::tr("評価");
    for (const Assessment &one : m_record.assessments) {
        add(where, Texts::tr("レベル"), m_registry.ladder.levelText(one.level), one.assessedOn);
        QStringList who{assessorText(one.assessor), one.assessorName};
        who.removeAll(QString());
        add(where, Texts::tr("評価した人"), who.join(u'、'), one.assessedOn);
        add(where, Texts::tr("根拠"), one.evidence, one.assessedOn);
        add(where, Texts::tr("次に取り組むこと"), one.nextAction, one.assessedOn);
        add(where, Texts::tr("見られた行動"), observedTexts(one).join(u'、'), one.assessedOn);
    }
}

void Collector::addSupports()
{
    for (const qint64 id : m_record.supports)
        if (const Support *support = m_registry.support(id))
            add(Texts::tr("支援"), supportKindShortText(support->kind), support->title, support->heldOn);
}

QString waveOf(const QString &word)
{
    switch (fromStoredWord<Wave>(kWaveWords, word)) {
    case Wave::Before:
        return Texts::tr("研修会の回答（研修前）");
    case Wave::After:
        return Texts::tr("研修会の回答（研修後）");
    case Wave::FollowUp:
        return Texts::tr("研修会の回答（2～3か月後）");
    }
    Q_UNREACHABLE();
}

Result<> Collector::addAnswers()
{
    QStringList columns;
    for (int i = 0; i < kFieldCount; ++i)
        columns << QString(QStringLiteral("r.") + fieldKey(static_cast<Field>(i)));
    TANE_TRY(Statement query,
             m_document.database().prepare(
                 QStringLiteral("SELECT b.wave, w.title, w.held_on, r.id, %1 FROM response_person AS p "
                                "JOIN response AS r ON r.id = p.response "
                                "JOIN import_batch AS b ON b.id = r.import_batch "
                                "JOIN workshop AS w ON w.id = b.workshop WHERE p.person = ? ORDER BY r.id")
                     .arg(columns.join(QStringLiteral(", ")))));
    TANE_CHECK(query.bind(m_record.person.id).run());
    while (query.next()) {
        const QString where = waveOf(query.text(0));
        const QDate day = QDate::fromString(query.text(2), Qt::ISODate);
        add(where, Texts::tr("研修会"), query.text(1), day);
        for (int i = 0; i < kFieldCount; ++i)
            add(where, fieldName(static_cast<Field>(i)), query.text(4 + i), day);
        TANE_CHECK(addMarks(query.integer(3), where, day));
    }
    return {};
}

Result<> Collector::addMarks(qint64 response, const QString &where, QDate day)
{
    TANE_TRY(Statement query, m_document.database().prepare(QStringLiteral(
                                  "SELECT i.code, i.text, ifnull(o.text, ''), a.free_text FROM answer AS a "
                                  "JOIN item AS i ON i.id = a.item "
                                  "LEFT JOIN item_option AS o ON o.item = i.id AND o.position = a.mark "
                                  "WHERE a.response = ? ORDER BY i.item_set, i.position")));
    TANE_CHECK(query.bind(response).run());
    while (query.next()) {
        QStringList said{query.text(2), query.text(3)};
        said.removeAll(QString());
        add(where, QString(query.text(0) + u' ' + query.text(1)), said.join(u'、'), day);
    }
    return {};
}

/// What she raised. Where else the issues name her stands among the mentions.
Result<> Collector::addIssues()
{
    TANE_TRY(const std::vector<RaisedCard> cards, raisedCards(m_document, m_record.person.id));
    const QString where = Texts::tr("地域課題に挙げたこと");
    for (const RaisedCard &card : cards) {
        add(where, {}, card.title, card.day);
        add(where, Texts::tr("内容"), card.detail, card.day);
        add(where, Texts::tr("挙げた人"), card.who, card.day);
    }
    return {};
}

/// Her name in what the officer wrote elsewhere. Rows that are hers are told above.
Result<> Collector::addMentions()
{
    constexpr int most = 1000;
    // One word, so that family and given name are not found apart; spaces do not matter to the search.
    const QString name = tidy(m_record.person.name).remove(u' ');
    if (m_record.person.anonymous || name.size() < 2)
        return {};
    TANE_TRY(const std::vector<SearchHit> hits, searchFile(m_document, name, most));
    const QSet<QString> own{QStringLiteral("person"), QStringLiteral("response")};
    TANE_TRY(const std::vector<qint64> rows, participantRows(m_document, m_record.person.id));
    const auto isHers = [&](const SearchHit &hit) {
        return own.contains(hit.table) ||
               (hit.table == QStringLiteral("participant") && std::ranges::find(rows, hit.row) != rows.end());
    };
    for (const SearchHit &hit : hits)
        if (!isHers(hit))
            add(Texts::tr("ほかの記載（%1）").arg(hit.place), {}, hit.text);
    return {};
}

} // namespace

Result<std::vector<KnownFact>> knownOf(Document &document, qint64 person)
{
    TANE_TRY(const Registry registry, loadRegistry(document));
    const PersonRecord *record = registry.person(person);
    if (!record)
        return fail(ErrorCode::NotFound, Texts::tr("この方は名簿にありません。"));
    return Collector(document, registry, *record).collect();
}

} // namespace tane
