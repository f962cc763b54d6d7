// The sample's councils, messages, scenario, control sheets, logic model and indicators.
#include "issues/controlsheet.h"
#include "issues/indicator.h"
#include "issues/logicmodel.h"
#include "issues/sampleparts.h"
#include "issues/scenario.h"

namespace tane::sampleissues {

namespace {

Result<> addCouncil(Document &document, const QJsonObject &object, const Known &known)
{
    CouncilRecord record{.heldOn = day(object, "on"),
                         .body = text(object, "body"),
                         .presented = text(object, "presented"),
                         .agreed = text(object, "agreed")};
    TANE_TRY(record.municipality, known.municipalities.of(text(object, "municipality")));
    TANE_TRY(record.careArea, known.areas.of(text(object, "area")));
    TANE_TRY(const qint64 id, RecordTable<CouncilRecord>(document).add(record, label()));
    for (const QString &name : texts(object, "cards")) {
        TANE_TRY(const qint64 card, known.cards.of(name));
        TANE_CHECK(setCouncilCard(document, id, card, true, label()));
    }
    for (const QJsonObject &action : objects(object, "actions"))
        TANE_CHECK(store(document, CouncilAction{.council = id,
                                                 .what = text(action, "what"),
                                                 .who = text(action, "who"),
                                                 .dueOn = day(action, "due"),
                                                 .done = action.value(QLatin1String("done")).toBool()}));
    return {};
}

template<std::size_t n>
void fill(std::array<QString, n> &into, const QStringList &from)
{
    for (std::size_t i = 0; i < n; ++i)
        into[i] = from.value(static_cast<qsizetype>(i));
}

Result<> addScenario(Document &document, const QJsonObject &object, const Known &known)
{
    Scenario scenario{.writtenOn = day(object, "on"),
                      .authors = text(object, "authors"),
                      .theme = text(object, "theme"),
                      .vision = text(object, "vision"),
                      .rootCause = text(object, "rootCause")};
    TANE_TRY(scenario.card, known.cards.of(text(object, "card")));
    TANE_TRY(scenario.municipality, known.municipalities.of(text(object, "municipality")));
    fill(scenario.causes, texts(object, "causes"));
    fill(scenario.measures, texts(object, "measures"));
    fill(scenario.forWhom, texts(object, "forWhom"));
    fill(scenario.expectations, texts(object, "expectations"));
    fill(scenario.gauges, texts(object, "gauges"));
    return store(document, scenario);
}

ControlContent::Scene sceneOf(const QJsonObject &object)
{
    ControlContent::Scene scene{.scene = {.name = text(object, "name"),
                                          .aim = text(object, "aim"),
                                          .present = text(object, "present"),
                                          .issue = text(object, "issue"),
                                          .measures = text(object, "measures"),
                                          .improvement = text(object, "improvement"),
                                          .supportGiven = text(object, "supportGiven"),
                                          .supportWanting = text(object, "supportWanting")},
                                .indicators = {}};
    for (const QJsonObject &one : objects(object, "indicators")) {
        ControlContent::Indicator indicator{.indicator = {.name = text(one, "name"),
                                                          .due = text(one, "due"),
                                                          .baseline = text(one, "baseline"),
                                                          .target = text(one, "target"),
                                                          .result = text(one, "result"),
                                                          .assessment = text(one, "assessment")},
                                            .values = {}};
        const QJsonObject values = one.value(QLatin1String("values")).toObject();
        for (const QString &year : values.keys())
            indicator.values[year.toInt()] = values.value(year).toString();
        scene.indicators.push_back(std::move(indicator));
    }
    return scene;
}

Result<> addControlSheet(Document &document, const QJsonObject &object, const Known &known)
{
    ControlContent content;
    TANE_TRY(content.sheet.municipality, known.municipalities.of(text(object, "municipality")));
    content.sheet.year = number(object, "year").value_or(0);
    content.sheet.filledOn = day(object, "on");
    content.sheet.vision = text(object, "vision");
    for (const QJsonObject &scene : objects(object, "scenes"))
        content.scenes.push_back(sceneOf(scene));
    TANE_CHECK(storeControlSheet(document, content, label()));
    return {};
}

class LogicFiller
{
public:
    LogicFiller(Document &document, const QJsonObject &object)
        : m_document(document)
        , m_object(object)
    {
    }
    Result<> fill(const Known &known)
    {
        LogicModel model{.title = text(m_object, "title"), .year = number(m_object, "year")};
        TANE_TRY(model.municipality, known.municipalities.of(text(m_object, "municipality")));
        TANE_TRY(m_model, RecordTable<LogicModel>(m_document).add(model, label()));
        TANE_TRY(const auto measures, add("measures", LogicNode::Kind::Measure));
        TANE_TRY(const auto indicators, add("indicators", LogicNode::Kind::Indicator));
        TANE_TRY(const auto outcomes, add("outcomes", LogicNode::Kind::Outcome));
        TANE_TRY(const auto goals, add("goals", LogicNode::Kind::Goal));
        TANE_CHECK(link("measureToIndicator", measures, indicators));
        TANE_CHECK(link("measureToOutcome", measures, outcomes));
        TANE_CHECK(link("indicatorOf", indicators, outcomes));
        return link("outcomeToGoal", outcomes, goals);
    }

private:
    Result<std::vector<qint64>> add(const char *key, LogicNode::Kind kind)
    {
        std::vector<qint64> ids;
        for (const QJsonValue &value : m_object.value(QLatin1String(key)).toArray()) {
            LogicNode node{.model = m_model, .kind = kind};
            node.text = value.isArray() ? value.toArray().at(0).toString() : value.toString();
            node.note = value.isArray() ? value.toArray().at(1).toString() : QString();
            TANE_TRY(const qint64 id, RecordTable<LogicNode>(m_document).add(node, label()));
            ids.push_back(id);
        }
        return ids;
    }
    Result<> link(const char *key, const std::vector<qint64> &from, const std::vector<qint64> &to)
    {
        for (const QJsonValue &value : m_object.value(QLatin1String(key)).toArray()) {
            const auto one = static_cast<std::size_t>(value.toArray().at(0).toInt());
            const auto other = static_cast<std::size_t>(value.toArray().at(1).toInt());
            if (one >= from.size() || other >= to.size())
                return damaged(QLatin1String(key));
            TANE_CHECK(setLogicLink(m_document, from[one], to[other], true, label()));
        }
        return {};
    }

    Document &m_document;
    const QJsonObject &m_object;
    qint64 m_model = 0;
};

Result<> addIndicator(Document &document, const QJsonObject &object)
{
    constexpr std::array types{"S", "P", "O"};
    Indicator one{.viewpoint = number(object, "viewpoint").value_or(1),
                  .name = text(object, "name"),
                  .qualitative = object.value(QLatin1String("qualitative")).toBool(),
                  .unit = text(object, "unit"),
                  .source = text(object, "source"),
                  .baseline = text(object, "baseline"),
                  .baselineYear = number(object, "baselineYear"),
                  .target = text(object, "target"),
                  .targetYear = number(object, "targetYear")};
    TANE_TRY(one.type, wordIn<Indicator::Type>(object, "type", types));
    one.baselineFixed = !one.baseline.isEmpty();
    TANE_TRY(const qint64 id, saveIndicator(document, one, label()));
    const QJsonObject values = object.value(QLatin1String("values")).toObject();
    for (const QString &year : values.keys()) {
        const QJsonArray said = values.value(year).toArray();
        TANE_CHECK(setIndicatorValue(document, id, year.toInt(), said.at(0).toString(), said.at(1).toString(),
                                     label()));
    }
    return {};
}

Result<> addMessage(Document &document, const QJsonObject &object, const Known &known)
{
    IssueMessage message{.recipient = text(object, "recipient"),
                         .sender = text(object, "sender"),
                         .writtenOn = day(object, "on"),
                         .title = text(object, "title"),
                         .facts = text(object, "facts"),
                         .view = text(object, "view"),
                         .material = text(object, "material"),
                         .request = text(object, "request")};
    TANE_TRY(message.card, known.cards.of(text(object, "card")));
    TANE_TRY(message.municipality, known.municipalities.of(text(object, "municipality")));
    return store(document, message);
}

} // namespace

Result<> addCouncils(Document &document, const QJsonObject &content, const Known &known)
{
    for (const QJsonObject &object : objects(content, "councils"))
        TANE_CHECK(addCouncil(document, object, known));
    constexpr std::array outcomes{"solved", "remains"};
    for (const QJsonObject &object : objects(content, "reviews")) {
        IssueReview review{.reviewedOn = day(object, "on"), .note = text(object, "note")};
        TANE_TRY(review.card, known.cards.of(text(object, "card")));
        TANE_TRY(review.outcome, wordIn<IssueReview::Outcome>(object, "outcome", outcomes));
        TANE_CHECK(store(document, review));
    }
    return {};
}

Result<> addSheets(Document &document, const QJsonObject &content, const Known &known)
{
    for (const QJsonObject &object : objects(content, "messages"))
        TANE_CHECK(addMessage(document, object, known));
    for (const QJsonObject &object : objects(content, "scenarios"))
        TANE_CHECK(addScenario(document, object, known));
    for (const QJsonObject &object : objects(content, "controlSheets"))
        TANE_CHECK(addControlSheet(document, object, known));
    for (const QJsonObject &object : objects(content, "logicModels"))
        TANE_CHECK(LogicFiller(document, object).fill(known));
    for (const QJsonObject &object : objects(content, "indicators"))
        TANE_CHECK(addIndicator(document, object));
    return {};
}

} // namespace tane::sampleissues
