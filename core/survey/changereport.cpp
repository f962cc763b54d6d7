#include "survey/changereport.h"

#include "base/fiscalyear.h"

#include <QCoreApplication>

#include <utility>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ChangeReport", text);
}

QString countAndPercent(int count, Percent percent)
{
    return percent.isDefined() ? QStringLiteral("%1 (%2)").arg(QString::number(count), percent.text())
                               : QString::number(count);
}

/// Writes the report block by block and numbers tables and figures in one row.
class Composer
{
public:
    Composer(const ChangeAnalysis &analysis, const ChangeReportInput &input)
        : m_analysis(analysis)
        , m_input(input)
    {
    }

    ReportDocument compose()
    {
        m_document.title = tr("研修前後アンケートの結果");
        QStringList subtitle;
        for (const QString &part : {m_input.prefecture, m_input.workshop})
            if (!part.isEmpty())
                subtitle << part;
        if (m_input.heldOn.isValid())
            subtitle << tr("開催日 %1").arg(eraDate(m_input.heldOn));
        m_document.subtitle = subtitle.join(QStringLiteral(" ／ "));
        m_document.footer = m_document.title;
        answers();
        int section = 2;
        for (const ItemSet &set : m_analysis.questionnaire.sets) {
            const bool comparable = std::any_of(set.items.begin(), set.items.end(),
                                                [](const Item &item) { return item.isComparable(); });
            if (comparable)
                changes(set, section++);
        }
        if (!m_analysis.distributions.empty())
            satisfaction(section++);
        method(section);
        return std::move(m_document);
    }

private:
    void heading(int level, const QString &text) { m_document.blocks.push_back(HeadingBlock{level, text}); }
    void paragraph(const QString &text, ParagraphBlock::Style style = ParagraphBlock::Style::Body)
    {
        m_document.blocks.push_back(ParagraphBlock{text, style});
    }
    QString nextFigure() { return tr("図表-%1").arg(++m_figure); }

    void answers()
    {
        heading(1, tr("1 回答の状況"));
        m_document.blocks.push_back(answersTable());
        if (m_analysis.waitingLinks > 0) {
            paragraph(tr("同じ方か確かでない組が %1 組あります。確認が済むまでは対に数えていません。")
                          .arg(m_analysis.waitingLinks),
                      ParagraphBlock::Style::Hint);
        }
        if (m_analysis.changedGroup > 0) {
            paragraph(tr("研修前と研修後で%1の異なる方が %2 名います。研修前の回答で分けています。")
                          .arg(groupByName(m_analysis.groupBy), QString::number(m_analysis.changedGroup)));
        }
    }

    /// Who answered, what the pairs rest on, how double answers were settled, and who stayed without a pair.
    /// A way that joined nobody gets no line; what is open always does, as "0" is what the reader looks for.
    TableBlock answersTable()
    {
        TableBlock table;
        table.caption = nextFigure() + QLatin1Char(' ') + tr("回答者の数と前後の結びつけ");
        table.head = {tr("区分"), tr("内容"), tr("数")};
        table.widths = {1.6, 4, 0.8};
        table.align = {TextAlign::Left, TextAlign::Left, TextAlign::Right};
        QString part;
        const auto begin = [&part](const QString &name) { part = name; };
        const auto row = [&table, &part](const QString &name, const QString &count) {
            table.rows.push_back({std::exchange(part, QString()), name, count});
        };
        const LinkSummary &links = m_analysis.links;
        begin(tr("回答した方"));
        row(tr("研修前"), tr("%1 名").arg(m_analysis.peopleBefore));
        row(tr("研修後"), tr("%1 名").arg(m_analysis.peopleAfter));
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
        row(tr("研修前だけの方"), tr("%1 名").arg(m_analysis.onlyBefore));
        row(tr("研修後だけの方"), tr("%1 名").arg(m_analysis.onlyAfter));
        row(tr("同じ方か確認待ちの組（上の「だけの方」に含む）"), tr("%1 組").arg(m_analysis.waitingLinks));
        if (m_analysis.rejectedLinks > 0)
            row(tr("担当者が別の方と確認した組"), tr("%1 組").arg(m_analysis.rejectedLinks));
        if (m_analysis.notUnderstood > 0) {
            begin(tr("読み取り"));
            row(tr("読み取れず無回答とした欄"), tr("%1 件").arg(m_analysis.notUnderstood));
        }
        return table;
    }

    void changes(const ItemSet &set, int section)
    {
        heading(1, QStringLiteral("%1 %2 %3").arg(QString::number(section), set.code, set.title));
        paragraph(kindHint(set.kind), ParagraphBlock::Style::Hint);
        for (const QString &group : m_analysis.groups) {
            const ChartSpec chart = changeChart(m_analysis, set, group);
            if (chart.categories.empty())
                continue;
            heading(2, groupLabel(group));
            m_document.blocks.push_back(changeTable(set, group));
            FigureBlock figure{chart};
            figure.chart.figure = nextFigure();
            // The heading of the section has the long title.
            figure.chart.title = tr("研修前後の変化（%1・%2）").arg(set.code, groupLabel(group));
            if (group != m_analysis.groups.first()) { // what holds for all stands under the first figure
                figure.chart.reading.clear();
                figure.chart.note =
                    tr("n は対、割合は n に対する値です。") + leftOutNote(m_analysis, set, group);
            }
            m_document.blocks.push_back(std::move(figure));
            readings(set, group);
        }
    }

    /// The whole wording of the items stands in the first table of a set; the groups after it use the short
    /// one, so that table and figure come to stand on one page.
    TableBlock changeTable(const ItemSet &set, const QString &group)
    {
        const bool whole = group == m_analysis.groups.first();
        TableBlock table;
        table.caption = nextFigure() + QLatin1Char(' ') +
                        tr("up・stay・down の人数と割合（%1・%2）").arg(set.code, groupLabel(group));
        table.head = {tr("設問"), QStringLiteral("up"), QStringLiteral("stay"), QStringLiteral("down"),
                      tr("対")};
        table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right,
                       TextAlign::Right};
        table.widths = {5.1, 1.45, 1.45, 1.45, 0.65};
        for (const Item &item : set.items) {
            const ChangeRow *row = m_analysis.row(m_analysis.questionnaire.indexOf(item.code), group);
            if (!row)
                continue;
            table.rows.push_back({item.code + QLatin1Char(' ') + (whole ? item.text : item.label()),
                                  countAndPercent(row->up, row->upPercent()),
                                  countAndPercent(row->stay, row->stayPercent()),
                                  countAndPercent(row->down, row->downPercent()), QString::number(row->n())});
        }
        if (whole)
            table.note =
                tr("割合は対（研修前・研修後とも回答した方）に対する値です。四捨五入のため合計が100.0%"
                   "にならないことがあります。");
        return table;
    }

    /// Everybody's changes always get a reading; a group's only where the officer wrote one.
    void readings(const ItemSet &set, const QString &group)
    {
        const bool drafts = group == m_analysis.groups.first();
        bool headed = false;
        for (const Item &item : set.items) {
            const ChangeRow *row = m_analysis.row(m_analysis.questionnaire.indexOf(item.code), group);
            const QString own = m_input.readings.value({item.code, group});
            if (!row || (own.isEmpty() && !drafts))
                continue;
            if (!headed)
                heading(3, tr("読み方"));
            headed = true;
            paragraph(QStringLiteral("%1 %2：%3")
                          .arg(item.code, item.label(), own.isEmpty() ? readingDraft(m_analysis, *row) : own),
                      ParagraphBlock::Style::Bullet);
        }
    }

    void satisfaction(int section)
    {
        heading(1, tr("%1 研修会への評価").arg(section));
        paragraph(kindHint(ItemKind::Satisfaction), ParagraphBlock::Style::Hint);
        for (const DistributionRow &row : m_analysis.distributions) {
            if (row.group != m_analysis.groups.first())
                continue;
            FigureBlock figure{distributionChart(m_analysis, row)};
            figure.chart.figure = nextFigure();
            m_document.blocks.push_back(std::move(figure));
        }
    }

    [[nodiscard]] QString linkingNote() const
    {
        switch (m_analysis.linkedBy) {
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

    void method(int section)
    {
        heading(1, tr("%1 数え方").arg(section));
        const auto bullet = [this](const QString &text) { paragraph(text, ParagraphBlock::Style::Bullet); };
        bullet(tr("対：研修前と研修後の回答が同じ方のものと確かめられ、その設問に両方で回答した方。設問ごとに"
                  "数えるため、対の数は設問によって異なります。"));
        bullet(tr("up：研修後の回答が研修前より上の選択肢になった方。stay：変わらない方。down：下の選択肢にな"
                  "った方。"));
        bullet(linkingNote());
        bullet(m_analysis.latestRule ? tr("2回以上回答した方：新しい回答を使っています。同じ受付番号で氏名の"
                                          "違うものは、決まるまで集計に含めません。")
                                     : tr("2回以上回答した方：どの回答を使うか決まるまで集計に含めません。"));
        bullet(m_input.problems.empty() ? tr("読み取れない欄：ありませんでした。")
                                        : tr("読み取れない欄：無回答として数えました。場所は Excel "
                                             "の「読み取れない欄」の表にあります。"));
        bullet(tr("割合：人数を対の数で割り、小数第2位を四捨五入しています。"));
        bullet(tr("はっきりした変化かどうか：変化した方だけの正確な両側符号検定を、同じ設問群の中で Holm "
                  "の方法により補正し、0.05 を下回るものを「はっきり」と書いています。検定と、差（up−down）"
                  "÷対の95%信頼区間（Tango 1998 のスコア法）は、Excel と CSV の表にあります。"));
    }

    const ChangeAnalysis &m_analysis;
    const ChangeReportInput &m_input;
    ReportDocument m_document;
    int m_figure = 0;
};

} // namespace

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

ReportDocument changeReport(const ChangeAnalysis &analysis, const ChangeReportInput &input)
{
    return Composer(analysis, input).compose();
}

} // namespace tane
