#include "issues/scenario.h"

#include "issues/issuecolumns.h"
#include "issues/pipeline.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Scenario)
};

template<std::size_t n>
bool anyOf(const std::array<QString, n> &texts)
{
    return std::ranges::any_of(texts, [](const QString &text) { return !text.isEmpty(); });
}

void addElements(std::vector<RecordColumn<Scenario>> &columns)
{
    using S = Scenario;
    constexpr std::array causes{"cause1", "cause2", "cause3", "cause4"};
    for (std::size_t i = 0; i < causes.size(); ++i)
        columns.push_back(elementColumn(causes[i], &S::causes, i));
    constexpr std::array measures{"measure1", "measure2", "measure3"};
    constexpr std::array forWhom{"for_whom1", "for_whom2", "for_whom3"};
    constexpr std::array expected{"expected1", "expected2", "expected3"};
    constexpr std::array gauges{"gauge1", "gauge2", "gauge3"};
    for (std::size_t i = 0; i < measures.size(); ++i) {
        columns.push_back(elementColumn(measures[i], &S::measures, i));
        columns.push_back(elementColumn(forWhom[i], &S::forWhom, i));
        columns.push_back(elementColumn(expected[i], &S::expectations, i));
        columns.push_back(elementColumn(gauges[i], &S::gauges, i));
    }
}

/// Lines of a text, without empty ones.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

} // namespace

std::vector<RecordColumn<Scenario>> RecordSchema<Scenario>::columns()
{
    using S = Scenario;
    std::vector<RecordColumn<Scenario>> columns{
        referenceColumn("card", &S::card),
        referenceColumn("municipality", &S::municipality),
        recordColumn("written_on", &S::writtenOn),
        recordColumn("authors", &S::authors),
        recordColumn("theme", &S::theme),
        recordColumn("vision", &S::vision),
        recordColumn("root_cause", &S::rootCause),
        foldedColumn<S>([](const S &one) {
            QStringList texts{one.theme, one.vision, one.rootCause};
            for (const QString &each : one.causes)
                texts << each;
            for (const auto *list : {&one.measures, &one.forWhom, &one.expectations, &one.gauges})
                for (const QString &each : *list)
                    texts << each;
            return foldedTexts(texts);
        })};
    addElements(columns);
    return columns;
}

QStringList scenarioGaps(const Scenario &scenario)
{
    QStringList gaps;
    if (scenario.theme.isEmpty())
        gaps << Texts::tr("問1 取り組みたいテーマを1つ決めましょう。");
    if (scenario.vision.isEmpty())
        gaps << Texts::tr("問2 目指す姿を書きましょう。");
    if (!anyOf(scenario.causes))
        gaps << Texts::tr("問3 考えられる原因を挙げましょう（4つまで）。");
    if (scenario.rootCause.isEmpty())
        gaps << Texts::tr("問3 根本原因を1つに絞りましょう。");
    if (!anyOf(scenario.measures))
        gaps << Texts::tr("問4 対策を挙げましょう（3つまで）。");
    for (std::size_t i = 0; i < Scenario::kMeasures; ++i) {
        const int number = static_cast<int>(i) + 1;
        if (!scenario.measures[i].isEmpty() && scenario.forWhom[i].isEmpty())
            gaps << Texts::tr("問4 対策%1は誰に対するものかを書きましょう。").arg(number);
        if (!scenario.measures[i].isEmpty() && scenario.expectations[i].isEmpty())
            gaps << Texts::tr("問5 対策%1で何がどうなるかを書きましょう。").arg(number);
        if (!scenario.expectations[i].isEmpty() && scenario.gauges[i].isEmpty())
            gaps << Texts::tr("問5 期待値%1を測る指標を書きましょう。").arg(number);
    }
    return gaps;
}

Result<Scenario> scenarioFromCard(Document &document, qint64 card, QDate today)
{
    TANE_TRY(const Pipeline pipeline, loadPipeline(document));
    const IssueCard *about = pipeline.card(card);
    if (!about)
        return fail(ErrorCode::NotFound, Texts::tr("この課題は、すでに削除されています。"));
    Scenario draft{.card = card, .municipality = about->municipality, .writtenOn = today};
    draft.theme = about->title;
    if (!about->scenes.isEmpty())
        draft.theme.prepend(QStringLiteral("【%1】").arg(joinScenes(about->scenes)));
    const std::vector<qint64> roots = pipeline.roots(card);
    TANE_TRY(const std::vector<IssueChain> chains, RecordTable<IssueChain>(document).all());
    std::size_t cause = 0, measure = 0;
    for (const IssueChain &chain : chains) {
        if (chain.seed == 0 || std::ranges::find(roots, chain.seed) == roots.end())
            continue;
        for (const QString &line : linesOf(chain.why))
            if (cause < draft.causes.size())
                draft.causes[cause++] = line;
        if (draft.rootCause.isEmpty())
            draft.rootCause = chain.mainCause;
        if (!chain.best.isEmpty() && measure < draft.measures.size())
            draft.measures[measure++] = chain.best;
    }
    return draft;
}

} // namespace tane
