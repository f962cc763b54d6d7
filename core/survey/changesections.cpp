#include "survey/changesections.h"

#include "survey/changereport.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ChangeReport", text);
}

QString linkingNote(const ChangeAnalysis &analysis)
{
    switch (analysis.linkedBy) {
    case LinkOptions::By::Id:
        return tr("結びつけ：受付番号だけを照らし合わせ、氏名の食い違わないものを対にしています。");
    case LinkOptions::By::Name:
        return tr("結びつけ：氏名と所属、氏名の順に照らし合わせ、確かなものだけを対にしています。字体（斎"
                  "・齋など）や空白の違いは同じとみなします。");
    case LinkOptions::By::Auto:
        break;
    }
    return tr("結びつけ：受付番号、メールアドレス、氏名と所属、氏名の順に照らし合わせ、確かなものだけを対"
              "にしています。字体（斎・齋など）や空白の違いは同じとみなします。");
}

} // namespace

bool isComparable(const ItemSet &set)
{
    return std::ranges::any_of(set.items, &Item::isComparable);
}

void ChangeSections::answers(ReportBuilder &report) const
{
    report.table(answersTable(), tr("回答者の数と前後の結びつけ"));
    if (analysis.waitingLinks > 0) {
        report.paragraph(tr("同じ方か確かでない組が %1 組あります。確認が済むまでは対に数えていません。")
                             .arg(analysis.waitingLinks),
                         ParagraphBlock::Style::Hint);
    }
    if (analysis.changedGroup > 0) {
        report.paragraph(tr("研修前と研修後で%1の異なる方が %2 名います。研修前の回答で分けています。")
                             .arg(groupByName(analysis.groupBy), QString::number(analysis.changedGroup)));
    }
}

/// A way that joined nobody gets no line; what is open always does, as "0" is what the reader looks for.
TableBlock ChangeSections::answersTable() const
{
    TableBlock table;
    table.head = {tr("区分"), tr("内容"), tr("数")};
    table.widths = {1.6, 4, 0.8};
    table.align = {TextAlign::Left, TextAlign::Left, TextAlign::Right};
    QString part;
    const auto begin = [&part](const QString &name) { part = name; };
    const auto row = [&table, &part](const QString &name, const QString &count) {
        table.rows.push_back({std::exchange(part, QString()), name, count});
    };
    const LinkSummary &links = analysis.links;
    begin(tr("回答した方"));
    row(tr("研修前"), tr("%1 名").arg(analysis.peopleBefore));
    row(tr("研修後"), tr("%1 名").arg(analysis.peopleAfter));
    begin(tr("対にした根拠"));
    const std::pair<QString, int> ways[] = {{tr("受付番号"), links.number},
                                            {tr("メールアドレス"), links.email},
                                            {tr("氏名と所属"), links.nameAffiliation},
                                            {tr("氏名の表記ゆれ（斎・齋など）と所属"), links.variantName},
                                            {tr("氏名（ほかに同じ氏名の方がいない）"), links.name},
                                            {tr("担当者の判断（同じ方と確認）"), links.officer}};
    for (const auto &[name, count] : ways) {
        if (count > 0)
            row(name, tr("%1 組").arg(count));
    }
    row(tr("合計（研修前と研修後を結びつけた対）"), tr("%1 組").arg(links.pairs()));
    begin(tr("2回以上回答した方"));
    if (links.twiceByRule > 0)
        row(tr("決まりにより新しい回答を使用"), tr("%1 名").arg(links.twiceByRule));
    if (links.twiceByOfficer > 0)
        row(tr("担当者が使う回答を選択"), tr("%1 名").arg(links.twiceByOfficer));
    row(links.twice() > 0 ? tr("使う回答が未決定（集計に含まない）") : tr("該当する方"),
        tr("%1 名").arg(links.twiceOpen));
    begin(tr("対にしていない"));
    row(tr("研修前だけの方"), tr("%1 名").arg(analysis.onlyBefore));
    row(tr("研修後だけの方"), tr("%1 名").arg(analysis.onlyAfter));
    row(tr("同じ方か確認待ちの組（上の「だけの方」に含む）"), tr("%1 組").arg(analysis.waitingLinks));
    if (analysis.rejectedLinks > 0)
        row(tr("担当者が別の方と確認した組"), tr("%1 組").arg(analysis.rejectedLinks));
    if (analysis.notUnderstood > 0) {
        begin(tr("読み取り"));
        row(tr("読み取れず無回答とした欄"), tr("%1 件").arg(analysis.notUnderstood));
    }
    return table;
}

Disclosure ChangeSections::disclosureIn(const QString &group) const
{
    if (isAll(group))
        return external && analysis.pairs < kHiddenBelow ? Disclosure::CountsOnly : Disclosure::Full;
    return disclosureOf(analysis.peopleOf(group).pairs, external);
}

QString ChangeSections::basesOf(const ItemSet &set, const QString &group) const
{
    int low = 0, high = 0;
    bool any = false;
    for (const Item &item : set.items) {
        const ChangeRow *row = analysis.row(analysis.questionnaire.indexOf(item.code), group);
        if (row == nullptr || !item.isComparable())
            continue;
        low = any ? std::min(low, row->n()) : row->n();
        high = any ? std::max(high, row->n()) : row->n();
        any = true;
    }
    if (!any)
        return {};
    return low == high ? tr("対 %1組").arg(low) : tr("対 %1～%2組").arg(low).arg(high);
}

void ChangeSections::changes(ReportBuilder &report, const ItemSet &set, int level) const
{
    report.paragraph(kindHint(set.kind), ParagraphBlock::Style::Hint);
    for (const QString &group : shownGroups(analysis, external)) {
        TableBlock table = changeTable(set, group);
        if (table.rows.empty())
            continue;
        report.heading(level, groupLabel(group));
        report.table(std::move(table),
                     tr("up・stay・down の人数と割合（%1・%2）").arg(set.code, groupLabel(group)),
                     basesOf(set, group));
        if (disclosureIn(group) == Disclosure::Full)
            figure(report, set, group);
        readingsOf(report, set, group, level + 1);
    }
    const QStringList hidden = hiddenGroups(analysis, external);
    if (!hidden.isEmpty())
        report.paragraph(tr("%1の結果は、人数が少なく個人が分かるおそれがあるため載せていません（%2 "
                            "の値には含んでいます）。")
                             .arg(hidden.join(u'、'), groupLabel(analysis.groups.first())),
                         ParagraphBlock::Style::Note);
}

void ChangeSections::figure(ReportBuilder &report, const ItemSet &set, const QString &group) const
{
    ChartSpec chart = changeChart(analysis, set, group);
    // The heading of the section has the long title.
    chart.title = tr("研修前後の変化（%1・%2）").arg(set.code, groupLabel(group));
    if (!isAll(group)) { // what holds for all stands under the first figure
        chart.reading.clear();
        chart.note = tr("n は対、割合は n に対する値です。") + leftOutNote(analysis, set, group);
    }
    report.figure(std::move(chart), basesOf(set, group));
}

/// "24 (35.8%)", or the count alone when the percentage would say more than it can.
QString ChangeSections::cell(const ChangeRow &row, int count, Percent percent) const
{
    const Disclosure own = isAll(row.group) && !external ? Disclosure::Full : disclosureOf(row, external);
    if (own == Disclosure::Hidden && !isAll(row.group))
        return tr("－");
    const bool counts = own != Disclosure::Full || disclosureIn(row.group) != Disclosure::Full;
    return counts || !percent.isDefined()
               ? QString::number(count)
               : QStringLiteral("%1 (%2)").arg(QString::number(count), percent.text());
}

/// The whole wording of the items stands in the first table of a set; the groups after it use the short one,
/// so that table and figure come to stand on one page.
TableBlock ChangeSections::changeTable(const ItemSet &set, const QString &group) const
{
    const bool whole = isAll(group);
    TableBlock table;
    table.head = {tr("設問"), QStringLiteral("up"), QStringLiteral("stay"), QStringLiteral("down"), tr("対")};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right, TextAlign::Right};
    table.widths = {5.1, 1.45, 1.45, 1.45, 0.65};
    for (const Item &item : set.items) {
        const ChangeRow *row =
            item.isComparable() ? analysis.row(analysis.questionnaire.indexOf(item.code), group) : nullptr;
        if (!row)
            continue;
        table.rows.push_back({item.code + QLatin1Char(' ') + (whole ? item.text : item.label()),
                              cell(*row, row->up, row->upPercent()),
                              cell(*row, row->stay, row->stayPercent()),
                              cell(*row, row->down, row->downPercent()), QString::number(row->n())});
    }
    if (whole)
        table.note = tr("割合は対（研修前・研修後とも回答した方）に対する値です。四捨五入のため合計が100.0%"
                        "にならないことがあります。");
    if (disclosureIn(group) == Disclosure::CountsOnly)
        table.note = tr("人数が少ないため、割合とグラフは示していません。");
    return table;
}

/// Everybody's changes always get a reading; a group's only where the officer wrote one.
void ChangeSections::readingsOf(ReportBuilder &report, const ItemSet &set, const QString &group,
                                int level) const
{
    bool headed = false;
    for (const Item &item : set.items) {
        const ChangeRow *row =
            item.isComparable() ? analysis.row(analysis.questionnaire.indexOf(item.code), group) : nullptr;
        const QString own = readings.value({item.code, group});
        if (!row || (own.isEmpty() && !isAll(group)))
            continue;
        if (!headed)
            report.heading(level, tr("読み方"));
        headed = true;
        report.bullet(QStringLiteral("%1 %2：%3")
                          .arg(item.code, item.label(), own.isEmpty() ? readingDraft(analysis, *row) : own));
    }
}

void ChangeSections::distributions(ReportBuilder &report) const
{
    report.paragraph(kindHint(ItemKind::Satisfaction), ParagraphBlock::Style::Hint);
    for (const DistributionRow &row : analysis.distributions) {
        if (isAll(row.group))
            report.figure(distributionChart(analysis, row), tr("回答者 %1名").arg(row.n()));
    }
}

void ChangeSections::method(ReportBuilder &report, bool hasProblems) const
{
    const auto bullet = [&report](const QString &text) { report.bullet(text); };
    bullet(tr("対：研修前と研修後の回答が同じ方のものと確かめられ、その設問に両方で回答した方。設問ごとに"
              "数えるため、対の数は設問によって異なります。"));
    bullet(tr("up：研修後の回答が研修前より上の選択肢になった方。stay：変わらない方。down：下の選択肢にな"
              "った方。"));
    bullet(linkingNote(analysis));
    bullet(analysis.latestRule ? tr("2回以上回答した方：新しい回答を使っています。同じ受付番号で氏名の"
                                    "違うものは、決まるまで集計に含めません。")
                               : tr("2回以上回答した方：どの回答を使うか決まるまで集計に含めません。"));
    bullet(!hasProblems ? tr("読み取れない欄：ありませんでした。")
                        : tr("読み取れない欄：無回答として数えました。場所は Excel "
                             "の「読み取れない欄」の表にあります。"));
    bullet(tr("割合：人数を対の数で割り、小数第2位を四捨五入しています。"));
    bullet(tr("はっきりした変化かどうか：変化した方だけの正確な両側符号検定を、同じ設問群の中で Holm "
              "の方法により補正し、0.05 を下回るものを「はっきり」と書いています。検定と、差（up−down）"
              "÷対の95%信頼区間（Tango 1998 のスコア法）は、Excel と CSV の表にあります。"));
}

ChartSpec distributionChart(const ChangeAnalysis &analysis, const DistributionRow &row)
{
    const auto refs = analysis.questionnaire.items();
    const Item &item = *refs[static_cast<std::size_t>(row.item)].item;
    ChartSpec chart;
    chart.type = ChartSpec::Type::Bars;
    chart.title = QStringLiteral("%1（%2）").arg(item.text, groupLabel(row.group));
    chart.series = {{tr("人数"), SeriesRole::Plain, row.counts}};
    for (const Option &option : item.options)
        chart.categories.push_back({{}, option.text, row.n()});
    chart.note = tr("n=%1。割合は回答した方に対する値です。無回答 %2 名は含みません。")
                     .arg(row.n())
                     .arg(row.unanswered);
    return chart;
}

} // namespace tane
