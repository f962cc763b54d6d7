#include "samplereport.h"

#include <QRegularExpression>

#include <thread>

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

TEST_CASE("every note of the posters stands in the table of scenes, under a heading or as one without")
{
    SampleFile file;
    const auto source = file.source();
    int notes = 0;
    for (const BoardContent &board : source->workshops.front().boards)
        notes += static_cast<int>(board.notes.size());
    REQUIRE(notes > 0);
    const ComposedReport composed = compose(*source, standard(file));
    CHECK(wordsOf(composed.document).contains(u"%1枚の付箋"_s.arg(notes)));
    int counted = 0, found = 0;
    static const QRegularExpression numbers(u"(\\d+)）"_s);
    for (const ReportBlock &block : composed.document.blocks) {
        const auto *table = std::get_if<TableBlock>(&block);
        if (table == nullptr || !table->caption.contains(u"場面ごとの付箋"))
            continue;
        ++found;
        for (const QStringList &row : table->rows) {
            int clusters = 0;
            for (auto each = numbers.globalMatch(row.at(2)); each.hasNext();)
                clusters += each.next().captured(1).toInt();
            INFO(row.join(u'|').toStdString());
            CHECK(clusters == row.at(1).toInt());
            counted += row.at(1).toInt();
        }
    }
    CHECK(found == 1);
    CHECK(counted == notes);
}

TEST_CASE("towns stand area by area in the order of the figure above them")
{
    SampleFile file;
    const ComposedReport composed = compose(*file.source(), standard(file));
    QStringList figure, table;
    for (const ReportBlock &block : composed.document.blocks) {
        if (const auto *chart = std::get_if<FigureBlock>(&block);
            chart != nullptr && chart->chart.title.contains(u"市町村担当者の参加")) {
            for (const ChartCategory &bar : chart->chart.categories)
                figure << bar.label;
        }
        if (const auto *towns = std::get_if<TableBlock>(&block);
            towns != nullptr && towns->caption.endsWith(u"市町村ごとの参加")) {
            for (const QStringList &row : towns->rows) {
                if (table.isEmpty() || table.back() != row.at(1))
                    table << row.at(1);
            }
        }
    }
    REQUIRE(figure.size() > 2);
    CHECK(table == figure.mid(1)); // after 全体
}

TEST_CASE("a report says on its first page and at its foot whom it is for")
{
    SampleFile file;
    const auto source = file.source();
    for (const bool external : {false, true}) {
        const ReportDocument document = compose(*source, standard(file, external)).document;
        const QString words = external ? u"外部提供用"_s : u"内部用"_s;
        CHECK(document.subtitle.endsWith(words));
        CHECK(document.footer.contains(words));
    }
}

TEST_CASE("the source of a report is read in a thread beside a document that is open and writes")
{
    SampleFile file;
    const auto here = file.source();
    const QString path = file.document().path();
    Result<std::shared_ptr<const ReportSource>> there = fail(ErrorCode::Internal, u"nothing"_s);
    std::jthread reader([&] { there = readReportSource(path, file.programme(), QDate(2026, 4, 1), {}); });
    RecordTable<Programme> programmes(file.document());
    Programme typed = here->cycle.programme;
    for (int i = 0; i < 20; ++i) { // meanwhile the officer types
        typed.owner = u"担当%1"_s.arg(i);
        REQUIRE(programmes.update(typed, u"変更"_s));
    }
    reader.join();
    REQUIRE(there);
    CHECK((*there)->names == here->names);
    CHECK((*there)->workshops.size() == here->workshops.size());
    CHECK_FALSE(file.document().isReadOnly());
    file.reopen();
    CHECK(file.source()->cycle.programme.owner == u"担当19"_s);
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
