#include "samplereport.h"

using namespace tane;
using tane::test::SampleFile;
using tane::test::wordsOf;
using namespace Qt::StringLiterals;

namespace {

ComposedReport compose(const ReportSource &source, const ReportDraft &draft)
{
    const auto composed = composeReport(source, draft.report, draft.sections);
    REQUIRE(composed);
    return *composed;
}

ReportDraft standard(SampleFile &file, bool external = false)
{
    ReportDraft draft = standardReport(file.programme(), u"見本"_s, QDate(2026, 3, 20));
    draft.report.external = external;
    return draft;
}

/// "図表-N" of each caption and figure, in their order.
QStringList numbersOf(const ReportDocument &document)
{
    QStringList numbers;
    for (const ReportBlock &block : document.blocks) {
        QString number;
        if (const auto *table = std::get_if<TableBlock>(&block))
            number = table->caption.section(u'　', 0, 0);
        if (const auto *figure = std::get_if<FigureBlock>(&block))
            number = figure->chart.figure;
        if (number.startsWith(u"図表-"))
            numbers << number;
    }
    return numbers;
}

} // namespace

TEST_CASE("tables and figures of a report are numbered in one row, and sections too")
{
    SampleFile file;
    const ComposedReport composed = compose(*file.source(), standard(file));
    const QStringList numbers = numbersOf(composed.document);
    REQUIRE(numbers.size() > 20);
    for (qsizetype i = 0; i < numbers.size(); ++i)
        CHECK(numbers.at(i) == u"図表-%1"_s.arg(i + 1));
    int section = 0;
    for (const ReportBlock &block : composed.document.blocks) {
        const auto *heading = std::get_if<HeadingBlock>(&block);
        if (heading != nullptr && heading->level == 1)
            CHECK(heading->text.startsWith(u"%1　"_s.arg(++section)));
    }
    CHECK(static_cast<std::size_t>(section) == composed.headings.size());
    CHECK(composed.unknown.empty());
}

TEST_CASE("the report of the sample says the published numbers with their base")
{
    SampleFile file;
    const QString words = wordsOf(compose(*file.source(), standard(file)).document);
    // 002:2779-2926, Ⅱ-3 of all and of officers.
    CHECK(words.contains(u"24 (35.8%)|33 (49.3%)|10 (14.9%)|67"_s));
    CHECK(words.contains(u"11 (42.3%)|11 (42.3%)|4 (15.4%)|26"_s));
    CHECK(words.contains(u"研修前は78名、研修後は75名"_s));
    CHECK(words.contains(u"\n対 65～67組|図表-"_s)); // in the list of bases
    CHECK_FALSE(words.contains(u"practice"_s));
}

TEST_CASE("typed text stands where the draft stood, its numbers follow the data, and an unknown one is named")
{
    SampleFile file;
    ReportDraft draft = standard(file);
    for (ReportSection &section : draft.sections) {
        section.shown = section.kind == SectionKind::Answers;
        if (section.shown) {
            section.lead = u"回答は{回答者数:研修前}名でした。\n・対は{対}組\n{知らない}"_s;
            section.closing = u"以上です。"_s;
        }
    }
    const auto source = file.source();
    const ComposedReport composed = compose(*source, draft);
    const QString words = wordsOf(composed.document);
    CHECK(words.startsWith(u"1　アンケートの回答状況\n回答は78名でした。\n対は"_s));
    CHECK(words.contains(u"{知らない}"_s));
    CHECK(words.endsWith(u"以上です。"_s));
    CHECK_FALSE(words.contains(u"同じ方の回答と確かめられた"_s)); // the draft
    REQUIRE(composed.unknown.size() == 1);
    CHECK(composed.unknown.front().field == u"知らない"_s);
    CHECK(composed.unknown.front().toString().contains(u"「アンケートの回答状況」の前文"_s));

    // One answer fewer, and the sentence says so.
    auto fewer = *source;
    fewer.workshops.front().survey->analysis.peopleBefore = 77;
    fewer.workshops.front().survey->analysis.people.front().before = 77;
    CHECK(wordsOf(compose(fewer, draft).document).contains(u"回答は77名でした。"_s));
}

TEST_CASE("a section without anything to say is left out and named, and one without a draft can be emptied")
{
    SampleFile file;
    ReportDraft draft = standard(file);
    auto source = *file.source();
    source.cycle.goals.clear();
    source.cycle.purposes.clear();
    for (ReportSection &section : draft.sections) {
        section.shown = section.kind == SectionKind::Goals || section.kind == SectionKind::Answers;
        if (section.kind == SectionKind::Answers)
            section.lead = u"{空}"_s;
    }
    const ComposedReport composed = compose(source, draft);
    CHECK(composed.empty.size() == 1);
    CHECK(wordsOf(composed.document).startsWith(u"1　アンケートの回答状況\n図表-1"_s));
}

TEST_CASE("what goes outside names no participant and shows no small group")
{
    SampleFile file;
    auto source = *file.source();
    ReportDraft draft = standard(file, true);
    REQUIRE(source.names.size() > 50);
    const QString somebody = source.names.front();
    for (ReportSection &section : draft.sections) {
        if (section.kind == SectionKind::Evaluation)
            source.cycle.evaluation.front().text += u" "_s + somebody + u"さんの発表"_s;
    }
    // Officers of 26 pairs become a group of three; 41 of 44 coordinators would tell them.
    auto &analysis = source.workshops.front().survey->analysis;
    for (GroupPeople &people : analysis.people) {
        if (people.group == u"市町村担当者"_s)
            people.pairs = 3;
    }
    const ComposedReport composed = compose(source, draft);
    const QString words = wordsOf(composed.document);
    for (const QString &name : std::as_const(source.names))
        CHECK_FALSE(words.contains(name));
    CHECK(words.contains(u"〇〇さんの発表"_s));
    CHECK_FALSE(words.contains(u"11 (42.3%)|11 (42.3%)|4 (15.4%)|26"_s));
    CHECK_FALSE(words.contains(u"13 (31.7%)|22 (53.7%)|6 (14.6%)|41"_s));
    CHECK(words.contains(u"24 (35.8%)|33 (49.3%)|10 (14.9%)|67"_s));
    CHECK(words.contains(u"人数が少なく個人が分かるおそれがあるため"_s));
    CHECK_FALSE(words.contains(u"市町村ごとの参加"_s));
}

TEST_CASE("composing stops when it is asked to")
{
    SampleFile file;
    const auto source = file.source();
    const ReportDraft draft = standard(file);
    const auto composed = composeReport(*source, draft.report, draft.sections,
                                        [](long long done, long long) { return done < 3; });
    REQUIRE_FALSE(composed);
    CHECK(composed.error().code == ErrorCode::Cancelled);
}
