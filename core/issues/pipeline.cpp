// What is loaded of the way from trouble to policy, and looking it up.
#include "issues/pipeline.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "issues/controlsheet.h"
#include "issues/scenario.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

template<class Map>
const typename Map::mapped_type *lookUp(const Map &map, qint64 key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Newest first, those without a date last; of one day the one entered last comes first.
template<class T>
void sortNewest(std::vector<T> &all, QDate T::*day)
{
    std::ranges::stable_sort(all, [day](const T &a, const T &b) {
        if ((a.*day).isValid() != (b.*day).isValid())
            return (a.*day).isValid();
        return a.*day != b.*day ? a.*day > b.*day : a.id > b.id;
    });
}

Result<std::vector<CouncilContent>> loadCouncils(Document &document)
{
    TANE_TRY(std::vector<CouncilRecord> records, RecordTable<CouncilRecord>(document).all());
    TANE_TRY(const std::vector<CouncilAction> actions, RecordTable<CouncilAction>(document).all());
    TANE_TRY(const std::vector<CouncilCard> cards, RecordTable<CouncilCard>(document).all());
    sortNewest(records, &CouncilRecord::heldOn);
    std::vector<CouncilContent> all;
    for (CouncilRecord &record : records) {
        CouncilContent one{.record = std::move(record), .actions = {}, .cards = {}};
        for (const CouncilAction &action : actions)
            if (action.council == one.record.id)
                one.actions.push_back(action);
        for (const CouncilCard &card : cards)
            if (card.council == one.record.id)
                one.cards.push_back(card.card);
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

Result<Pipeline> loadPipeline(Document &document)
{
    Pipeline loaded;
    TANE_TRY(loaded.cards, RecordTable<IssueCard>(document).all());
    std::ranges::stable_sort(loaded.cards, {}, &IssueCard::stage);
    TANE_TRY(loaded.links, RecordTable<CardLink>(document).all());
    TANE_TRY(loaded.notes, RecordTable<CardNote>(document).all());
    TANE_TRY(loaded.consultations, RecordTable<CardConsultation>(document).all());
    TANE_TRY(loaded.reviews, RecordTable<IssueReview>(document).all());
    sortNewest(loaded.reviews, &IssueReview::reviewedOn);
    TANE_TRY(loaded.councils, loadCouncils(document));
    TANE_TRY(loaded.themes, RecordTable<IssueTheme>(document).all());
    TANE_TRY(loaded.members, RecordTable<ThemeMember>(document).all());
    loaded.buildIndex();
    return loaded;
}

void Pipeline::buildIndex()
{
    index = {};
    for (std::size_t i = 0; i < cards.size(); ++i)
        index.cards[cards[i].id] = i;
    for (const CardLink &link : links) {
        index.origins[link.result].push_back(link.origin);
        index.results[link.origin].push_back(link.result);
    }
    for (const CardNote &one : notes)
        index.notes[one.card].push_back(one.note);
    for (const CardConsultation &one : consultations)
        index.consultations[one.card].push_back(one.consultation);
    for (std::size_t i = 0; i < reviews.size(); ++i)
        index.reviews[reviews[i].card].push_back(i);
    for (std::size_t i = 0; i < councils.size(); ++i)
        for (const qint64 card : councils[i].cards)
            index.councils[card].push_back(i);
}

const IssueCard *Pipeline::card(qint64 id) const
{
    const std::size_t *place = lookUp(index.cards, id);
    return place ? &cards[*place] : nullptr;
}

std::vector<const IssueCard *> Pipeline::at(IssueStage stage) const
{
    std::vector<const IssueCard *> found;
    for (const IssueCard &one : cards)
        if (one.stage == stage)
            found.push_back(&one);
    return found;
}

std::vector<const IssueCard *> Pipeline::originsOf(qint64 id) const
{
    std::vector<const IssueCard *> found;
    if (const auto *ids = lookUp(index.origins, id))
        for (const qint64 each : *ids)
            found.push_back(card(each));
    return found;
}

std::vector<const IssueCard *> Pipeline::resultsOf(qint64 id) const
{
    std::vector<const IssueCard *> found;
    if (const auto *ids = lookUp(index.results, id))
        for (const qint64 each : *ids)
            found.push_back(card(each));
    return found;
}

std::vector<const IssueReview *> Pipeline::reviewsOf(qint64 id) const
{
    std::vector<const IssueReview *> found;
    if (const auto *places = lookUp(index.reviews, id))
        for (const std::size_t place : *places)
            found.push_back(&reviews[place]);
    return found;
}

std::vector<const CouncilContent *> Pipeline::councilsOf(qint64 id) const
{
    std::vector<const CouncilContent *> found;
    if (const auto *places = lookUp(index.councils, id))
        for (const std::size_t place : *places)
            found.push_back(&councils[place]);
    return found;
}

std::vector<qint64> Pipeline::roots(qint64 id) const
{
    std::vector<qint64> found{id};
    QSet<qint64> seen{id};
    for (std::size_t i = 0; i < found.size(); ++i)
        if (const auto *ids = lookUp(index.origins, found[i]))
            for (const qint64 each : *ids)
                if (!seen.contains(each)) {
                    seen.insert(each);
                    found.push_back(each);
                }
    return found;
}

namespace {

std::vector<qint64> gathered(const std::unordered_map<qint64, std::vector<qint64>> &map,
                             const std::vector<qint64> &cards)
{
    std::vector<qint64> found;
    for (const qint64 card : cards)
        if (const auto *ids = lookUp(map, card))
            for (const qint64 each : *ids)
                if (std::ranges::find(found, each) == found.end())
                    found.push_back(each);
    return found;
}

} // namespace

std::vector<qint64> Pipeline::notesOf(qint64 id, bool all) const
{
    return gathered(index.notes, all ? roots(id) : std::vector<qint64>{id});
}

std::vector<qint64> Pipeline::consultationsOf(qint64 id, bool all) const
{
    return gathered(index.consultations, all ? roots(id) : std::vector<qint64>{id});
}

namespace {

bool holdsAllWords(const IssueCard &card, const QStringList &words)
{
    if (words.isEmpty())
        return true;
    const QString text =
        foldedTexts({card.title, card.detail, card.source, card.sourceNote, card.who, card.owner});
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

bool isFrom(const IssueCard &card, const CardFilter &filter)
{
    if (filter.municipality != 0 && card.municipality != filter.municipality)
        return false;
    if (filter.careArea == 0 || card.careArea == filter.careArea)
        return true;
    return card.municipality != 0 &&
           std::ranges::find(filter.areaMunicipalities, card.municipality) != filter.areaMunicipalities.end();
}

bool isWithin(QDate day, const CardFilter &filter)
{
    if (!filter.from.isValid() && !filter.until.isValid())
        return true;
    return day.isValid() && (!filter.from.isValid() || day >= filter.from) &&
           (!filter.until.isValid() || day <= filter.until);
}

} // namespace

std::vector<const IssueCard *> filterCards(const Pipeline &pipeline, const CardFilter &filter)
{
    QStringList words;
    for (const QString &word : filter.words.simplified().split(u' ', Qt::SkipEmptyParts))
        if (const QString folded = foldName(word); !folded.isEmpty())
            words << folded;
    std::vector<const IssueCard *> kept;
    for (const IssueCard &card : pipeline.cards) {
        const bool staged =
            filter.stages.empty() || std::ranges::find(filter.stages, card.stage) != filter.stages.end();
        if (staged && isFrom(card, filter) && isWithin(card.notedOn, filter) &&
            (filter.scene.isEmpty() || card.scenes.contains(filter.scene)) &&
            (filter.source.isEmpty() || card.source == filter.source) &&
            (!filter.cooperation || card.cooperation == *filter.cooperation) &&
            (!filter.status || card.status == *filter.status) && (!filter.openOnly || card.isOpen()) &&
            holdsAllWords(card, words))
            kept.push_back(&card);
    }
    return kept;
}

namespace {

/// What is said of a card in a list: status, and what the last review says.
QString stateLine(const Pipeline &pipeline, const IssueCard &card)
{
    const auto reviews = pipeline.reviewsOf(card.id);
    return reviews.empty()
               ? issueStatusText(card.status)
               : Texts::tr("%1（研修会での確認：%2）")
                     .arg(issueStatusText(card.status), reviewOutcomeText(reviews.front()->outcome));
}

IssueMention mention(const Pipeline &pipeline, const IssueCard &card)
{
    return {IssueMention::Kind::Card,   card.id,    card.notedOn,
            issueStageText(card.stage), card.title, stateLine(pipeline, card)};
}

void sortMentions(std::vector<IssueMention> &all)
{
    std::ranges::stable_sort(all, [](const IssueMention &a, const IssueMention &b) {
        return a.day.isValid() != b.day.isValid() ? a.day.isValid() : a.day > b.day;
    });
}

Result<> addSheetsOf(Document &document, qint64 municipality, std::vector<IssueMention> &all)
{
    using Kind = IssueMention::Kind;
    const QString column = QStringLiteral("municipality");
    TANE_TRY(const auto consultations, RecordTable<Consultation>(document).all(column, municipality));
    for (const Consultation &one : consultations)
        all.push_back({Kind::Consultation, one.id, one.receivedOn, Texts::tr("相談（抜粋）"),
                       askerPrefix(one) + one.excerpt, QString()});
    TANE_TRY(const auto messages, RecordTable<IssueMessage>(document).all(column, municipality));
    for (const IssueMessage &one : messages)
        all.push_back(
            {Kind::Message, one.id, one.writtenOn, Texts::tr("市町村への伝達メモ"), one.title, QString()});
    TANE_TRY(const auto scenarios, RecordTable<Scenario>(document).all(column, municipality));
    for (const Scenario &one : scenarios)
        all.push_back(
            {Kind::Scenario, one.id, one.writtenOn, Texts::tr("課題解決シナリオ"), one.theme, QString()});
    TANE_TRY(const auto sheets, RecordTable<ControlSheet>(document).all(column, municipality));
    for (const ControlSheet &one : sheets)
        all.push_back({Kind::ControlSheet, one.id, one.filledOn, Texts::tr("課題管理シート"),
                       FiscalYear(one.year).text(), QString()});
    return {};
}

} // namespace

Result<std::vector<IssueMention>> issuesOf(Document &document, qint64 municipality)
{
    std::vector<IssueMention> all;
    TANE_TRY(const Pipeline pipeline, loadPipeline(document));
    for (const IssueCard &card : pipeline.cards)
        if (municipality != 0 && card.municipality == municipality)
            all.push_back(mention(pipeline, card));
    for (const CouncilContent &one : pipeline.councils)
        if (municipality != 0 && one.record.municipality == municipality)
            all.push_back({IssueMention::Kind::Council, one.record.id, one.record.heldOn,
                           Texts::tr("協議の場"), one.record.body, one.record.agreed});
    TANE_CHECK(addSheetsOf(document, municipality, all));
    sortMentions(all);
    return all;
}

Result<std::vector<IssueMention>> raisedBy(Document &document, qint64 person)
{
    std::vector<IssueMention> all;
    TANE_TRY(const Pipeline pipeline, loadPipeline(document));
    for (const IssueCard &card : pipeline.cards)
        if (person != 0 && card.person == person)
            all.push_back(mention(pipeline, card));
    sortMentions(all);
    return all;
}

} // namespace tane
