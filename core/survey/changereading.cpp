// What a result means in plain words, and why one may say so. Kept apart from the counting.
#include "survey/change.h"
#include "survey/changedetails.h"
#include "survey/disclosureparts.h"
#include "survey/unpaired.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

constexpr double kClear = 0.05;
constexpr double kVeryClear = 0.01;

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Change", text);
}

QString countsSentence(const ChangeRow &row)
{
    const auto part = [&row](int count, Percent percent) {
        return row.n() < kCountsOnlyBelow ? tr("%1 名").arg(count)
                                          : tr("%1 名（%2）").arg(QString::number(count), percent.text());
    };
    if (row.kind == ItemKind::Practice)
        return tr("%1 対のうち、見え方が変わった方は %2 名です（上がった方 %3 名・下がった方 %4 名）。")
            .arg(row.n())
            .arg(row.up + row.down)
            .arg(row.up)
            .arg(row.down);
    return tr("%1 対のうち、上がった方は %2、変わらない方は %3、下がった方は %4です。")
        .arg(QString::number(row.n()), part(row.up, row.upPercent()), part(row.stay, row.stayPercent()),
             part(row.down, row.downPercent()));
}

/// Why the difference is called clear, or is not.
QString reasonSentence(const ChangeRow &row)
{
    const double p = row.statistics ? row.statistics->holmP : 1;
    const QString split = tr("変わった %1 名のうち、上がった方が %2 名、下がった方が %3 名")
                              .arg(row.up + row.down)
                              .arg(row.up)
                              .arg(row.down);
    if (p < kVeryClear)
        return tr("%1で、上がるか下がるかが五分五分だとすると、これほど片寄ることは100回に1回もないためです"
                  "。")
            .arg(split);
    if (p < kClear)
        return tr("%1で、上がるか下がるかが五分五分だとすると、これほど片寄ることは20回に1回もないためです。")
            .arg(split);
    return tr("上がった方 %1 名と下がった方 %2 名の差は、五分五分でも起こる程度です。")
        .arg(row.up)
        .arg(row.down);
}

QString practiceSentence(const ChangeRow &row, bool isClear)
{
    if (isClear && row.down > row.up)
        return tr("下がった方のほうが多く、できていないことへの気づきがあった可能性があります。");
    if (isClear)
        return tr("上がった方のほうが多く、すでに取り組めていたことへの気づきがあった可能性があります。");
    if (row.up > 0 && row.down > 0)
        return tr("上がった方と下がった方の両方がいて、受け止め方が分かれています。");
    return row.up > 0 ? tr("見え方が変わった方は、すべて上がった方です。")
                      : tr("見え方が変わった方は、すべて下がった方です。");
}

QString directionSentence(const ChangeRow &row, bool isHigh)
{
    if (row.up + row.down == 0)
        return row.kind == ItemKind::Practice ? tr("見え方が変わった方はいません。")
                                              : tr("変化した方はいません。");
    const bool isClear = row.statistics && row.statistics->holmP < kClear;
    if (row.kind == ItemKind::Practice)
        return practiceSentence(row, isClear);
    if (isClear && row.up > row.down)
        return row.kind == ItemKind::Explain ? tr("説明できる方向への変化がはっきり表れています。")
                                             : tr("上がる方向への変化がはっきり表れています。");
    if (isClear)
        return row.kind == ItemKind::Explain
                   ? tr("研修前より説明に自信がなくなった方のほうが多くなっています。")
                   : tr("下がる方向への変化がはっきり表れています。");
    if (isHigh) // said by the sentence about room to rise
        return {};
    return row.up > row.down
               ? tr("上がった方のほうが多いものの、この人数でははっきりした差とまでは言えません。")
               : tr("この人数でははっきりした変化は見られません。");
}

/// Already high: who could not rise, and how many of the others did.
QString ceilingSentence(const ChangeRow &row, const ChangeDetails &details)
{
    const int room = details.n - details.atBest;
    if (room == 0)
        return tr("全員が研修前から最も上の選択肢だったため、上がる余地がありませんでした。");
    return tr("研修前から最も上の選択肢だった方が %1 名いて、もともと高い状態です。上がる余地のあった %2 "
              "名のうち、上がった方は %3 名です。")
        .arg(details.atBest)
        .arg(room)
        .arg(row.up);
}

QString nextStep(const ChangeRow &row)
{
    if (row.kind == ItemKind::Practice)
        return tr("何をもってそう答えたのかを、振り返り会で確かめるとよさそうです。");
    if (row.kind == ItemKind::Explain && row.down > 0)
        return tr("下がった %1 名には、どこで迷ったのかを聞き、次の資料や個別の支援に生かせます。")
            .arg(row.down);
    return {};
}

QString lookBackSentence(const ChangeAnalysis &analysis, const ChangeRow &row)
{
    const auto found = std::ranges::find_if(analysis.lookBacks, [&row](const LookBackRow &one) {
        return one.item == row.item && one.group == row.group;
    });
    if (found == analysis.lookBacks.end() || found->n() == 0)
        return {};
    const auto moves = [](const Moves &m) {
        return tr("上がった方 %1 名・変わらない方 %2 名・下がった方 %3 名").arg(m.up).arg(m.stay).arg(m.down);
    };
    return tr("研修後に振り返って答えた「研修前」と比べると、%1です（3つとも答えた %2 "
              "名）。振り返ると研修前を低く見直した方は %3 "
              "名で、物差しそのものが変わった可能性があります。研修前の回答は置き換えません。")
        .arg(moves(found->afterThen), QString::number(found->n()), QString::number(found->thenBefore.down));
}

} // namespace

QString dropOutSentence(const ChangeAnalysis &analysis, const TransitionTable &table)
{
    const int left = std::accumulate(table.onlyBefore.begin(), table.onlyBefore.end(), 0);
    const UnpairedRow row =
        compareDistributions(table.onlyBefore, table.before(TransitionTable::Whose::Pairs));
    if (left == 0 || !row.isComparable())
        return {};
    const Item &item = *analysis.questionnaire.items()[static_cast<std::size_t>(table.item)].item;
    QStringList wanted;
    for (int option = 0; option <= row.wanted; ++option)
        wanted << item.options[static_cast<std::size_t>(option)].code;
    const auto share = [](int count, int base) {
        return base < kCountsOnlyBelow
                   ? tr("%2 名中 %1 名").arg(count).arg(base)
                   : tr("%2 名中 %1 名（%3）")
                         .arg(QString::number(count), QString::number(base), Percent::of(count, base).text());
    };
    const QString numbers =
        tr("研修前に %1 を選んだ方は、研修前だけ答えた方では %2、両方に答えた方では %3です。")
            .arg(wanted.join(QStringLiteral("・")), share(row.reachedBefore, row.baseBefore()),
                 share(row.reachedAfter, row.baseAfter()));
    return numbers + (row.ranks.p < kClear
                          ? tr("研修前の答え方が違うため、この結果を参加者全体のこととは言えません。")
                          : tr("研修前の答え方に、はっきりした違いは見られません。"));
}

QString readingDraft(const ChangeAnalysis &analysis, const ChangeRow &row)
{
    if (row.n() == 0)
        return tr("研修前と研修後の両方に回答した方がいないため、変化は読み取れません。");
    const TransitionTable *table = analysis.transition(row.item, row.group);
    const ChangeDetails details = table ? changeDetails(*table) : ChangeDetails();
    QStringList sentences{countsSentence(row)};
    if (row.n() < kCountsOnlyBelow) {
        sentences << tr("人数が少ないため、割合ではなく一人ひとりの回答を見てください。");
    } else {
        const bool isHigh = row.kind != ItemKind::Practice && 2 * details.atBest >= row.n();
        sentences << directionSentence(row, isHigh);
        if (row.up + row.down > 0 && !isHigh)
            sentences << reasonSentence(row);
        if (isHigh)
            sentences << ceilingSentence(row, details);
        const UnpairedRow stayed =
            table ? compareDistributions(table->onlyBefore, table->before(TransitionTable::Whose::Pairs))
                  : UnpairedRow();
        if (stayed.isComparable() && stayed.ranks.p < kClear)
            sentences << dropOutSentence(analysis, *table);
    }
    sentences << lookBackSentence(analysis, row) << nextStep(row);
    sentences.removeAll(QString());
    return sentences.join(QString());
}

} // namespace tane
