// What free answers are about, in numbers, and as a file.
#include "exchange/workbookwriter.h"
#include "survey/disclosureparts.h"
#include "survey/freetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FreeText)
};

QString questionText(const FreeTexts &texts, const QString &question)
{
    const auto found = std::ranges::find(texts.questions, question, &TextQuestion::code);
    return found == texts.questions.end() ? Texts::tr("すべての自由記述")
                                          : QString(found->code + QLatin1Char(' ') + found->text);
}

CellValue shownCount(int count, Disclosure disclosure)
{
    if (disclosure == Disclosure::Hidden)
        return Texts::tr("非表示");
    return static_cast<std::int64_t>(count);
}

void writeCounts(SheetWriter &sheet, const FreeTexts &texts, const QString &question, bool external)
{
    const TextCodeCounts counts = countTextCodes(texts, question);
    const std::vector<int> parts(counts.base.begin() + 1, counts.base.end());
    std::vector<Disclosure> shown{Disclosure::Full};
    for (const Disclosure part : disclosureOfParts(parts, external))
        shown.push_back(part);
    sheet.writeSubtitle(questionText(texts, question));
    QStringList head{Texts::tr("コード")};
    for (const QString &role : counts.roles)
        head << (role == QLatin1String("all") ? Texts::tr("全体") : role);
    sheet.writeHead(head << Texts::tr("全体（%）"));
    for (const TextCodeCounts::Row &row : counts.rows) {
        std::vector<CellValue> cells{row.name};
        for (std::size_t role = 0; role < row.counts.size(); ++role)
            cells.push_back(shownCount(row.counts[role], shown[role]));
        cells.emplace_back(Percent::of(row.counts.front(), counts.base.front()));
        sheet.writeRow(cells);
    }
    std::vector<CellValue> total{Texts::tr("記述のあった回答")};
    for (std::size_t role = 0; role < counts.base.size(); ++role)
        total.push_back(shownCount(counts.base[role], shown[role]));
    sheet.writeTotalRow(total);
    sheet.writeNote(Texts::tr("1つの回答に複数のコードを付けられるため、合計は回答の数と一致しません。"));
    sheet.addChart(textCodeChart(texts, question, QStringLiteral("all")));
    sheet.skipRows();
}

/// A role that few have would tell who said it.
QString roleFor(const FreeTexts &texts, const QString &role, bool external)
{
    const auto people =
        std::ranges::count_if(texts.answers, [&role](const FreeAnswer &one) { return one.role == role; });
    return disclosureOf(static_cast<int>(people), external) == Disclosure::Hidden ? QString() : role;
}

void writeExcerpts(SheetWriter &sheet, const FreeTexts &texts, bool external)
{
    sheet.writeTitle(Texts::tr("報告書に引用する自由記述"));
    sheet.writeHead({Texts::tr("設問"), Texts::tr("立場"), Texts::tr("引用する文")});
    for (const TextExcerpt &excerpt : texts.excerpts) {
        const auto answer = std::ranges::find_if(texts.answers, [&excerpt](const FreeAnswer &one) {
            return one.response == excerpt.response && one.item == excerpt.item;
        });
        if (answer != texts.answers.end())
            sheet.writeRow({answer->question, roleFor(texts, answer->role, external), excerpt.text});
    }
    sheet.setColumnWidths({14, 24, 90});
}

void writeAnswers(SheetWriter &sheet, const FreeTexts &texts)
{
    sheet.setLandscape(true);
    sheet.writeTitle(Texts::tr("自由記述の一覧（内部用）"));
    sheet.writeHead({Texts::tr("設問"), Texts::tr("時期"), Texts::tr("立場"), Texts::tr("記述"), Texts::tr("コード")});
    for (const FreeAnswer &answer : texts.answers) {
        QStringList names;
        for (const TextCode &code : texts.codes)
            if (std::ranges::find(answer.codes, code.id) != answer.codes.end())
                names << code.name;
        sheet.writeRow({answer.question, waveText(answer.wave), answer.role, answer.text,
                        names.join(QStringLiteral("、"))});
    }
    sheet.addFilter();
    sheet.setColumnWidths({12, 12, 22, 80, 30});
}

} // namespace

TextCodeCounts countTextCodes(const FreeTexts &texts, const QString &question)
{
    TextCodeCounts counts;
    counts.roles << QStringLiteral("all") << texts.roles;
    const auto roles = static_cast<std::size_t>(counts.roles.size());
    counts.base.resize(roles);
    for (const TextCode &code : texts.codesFor(question))
        counts.rows.push_back({code.id, code.name, std::vector<int>(roles)});
    TextCodeCounts::Row none{0, Texts::tr("（コードなし）"), std::vector<int>(roles)};
    for (const FreeAnswer &answer : texts.answers) {
        if (!question.isEmpty() && answer.question != question)
            continue;
        const auto role = static_cast<std::size_t>(texts.roles.indexOf(answer.role) + 1);
        const auto add = [role](std::vector<int> &row) {
            ++row[0];
            ++row[role];
        };
        add(counts.base);
        if (answer.codes.empty())
            add(none.counts);
        for (TextCodeCounts::Row &row : counts.rows)
            if (std::ranges::find(answer.codes, row.code) != answer.codes.end())
                add(row.counts);
    }
    if (none.counts.front() > 0)
        counts.rows.push_back(std::move(none));
    return counts;
}

ChartSpec textCodeChart(const FreeTexts &texts, const QString &question, const QString &role)
{
    const TextCodeCounts counts = countTextCodes(texts, question);
    ChartSpec chart;
    const qsizetype at = counts.roles.indexOf(role);
    if (at < 0 || counts.rows.empty())
        return chart;
    const auto column = static_cast<std::size_t>(at);
    chart.type = ChartSpec::Type::Bars;
    chart.title = Texts::tr("自由記述の内容（%1・%2）")
                      .arg(questionText(texts, question), column == 0 ? Texts::tr("全体") : role);
    chart.unit = Texts::tr("件");
    chart.series = {{Texts::tr("件数（割合）"), SeriesRole::Plain, {}}};
    std::vector<std::size_t> order(counts.rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool last = counts.rows[a].code == 0, otherLast = counts.rows[b].code == 0;
        return last != otherLast ? otherLast : counts.rows[a].counts[column] > counts.rows[b].counts[column];
    });
    const int base = counts.base[column];
    for (const std::size_t row : order) {
        ChartCategory category{{}, counts.rows[row].name, base};
        category.countsOnly = disclosureOf(base, false) != Disclosure::Full;
        chart.categories.push_back(category);
        chart.series.front().values.push_back(counts.rows[row].counts[column]);
    }
    chart.note = Texts::tr("n は記述のあった回答の数です。1つの回答に複数のコードを付けられるため、合計は100%になりません。");
    return chart;
}

Result<> writeFreeTexts(const QString &path, const FreeTexts &texts, bool external)
{
    WorkbookWriter workbook;
    workbook.setTitle(Texts::tr("自由記述の集計"));
    SheetWriter &counts = workbook.addSheet(Texts::tr("集計"));
    counts.writeTitle(external ? Texts::tr("自由記述の集計（外部用）") : Texts::tr("自由記述の集計"));
    writeCounts(counts, texts, {}, external);
    for (const TextQuestion &question : texts.questions)
        writeCounts(counts, texts, question.code, external);
    writeExcerpts(workbook.addSheet(Texts::tr("引用")), texts, external);
    if (!external)
        writeAnswers(workbook.addSheet(Texts::tr("一覧（内部用）")), texts);
    return workbook.save(path);
}

} // namespace tane
