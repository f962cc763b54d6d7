#include "grouping/themeguide.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ThemeGuide)
};

ThemeGuide troubles()
{
    return {
        .heading = Texts::tr("テーマ１"),
        .title = Texts::tr("住民・患者・家族が困っていること・不利益が生じていることを出し合ってみよう"),
        .subtitle = Texts::tr("住民の困りごとをベースとした地域課題のタネ"),
        .aim = Texts::tr("日頃の相談を持ち寄り、困りごとを当事者の側から見直す。"),
        .points = {Texts::tr("困っているのは誰ですか。住民・患者・家族を主語にして書きます"),
                   Texts::tr("付箋は1枚に1件。いつ、どんな場面で起きたかまで書きます"),
                   Texts::tr("まず一人で書き、そのあと順番に1枚ずつ読みながら貼ります"),
                   Texts::tr("似たものを寄せ、大きな付箋で見出しを付けます")},
        .openings = {Texts::tr(
                         "この1年の相談で、いちばん気にかかっている方を思い浮かべてください。何に困っておられ"
                         "ましたか。"),
                     Texts::tr("そのためにあきらめたことや、待つしかなかったことはありませんでしたか。"),
                     Texts::tr("同じことで困っている方は、ほかにもいらっしゃいそうですか。")},
        .stuck = {Texts::tr(
                      "「連携が足りない」のような言い方が出たら、「それで、ご本人には何が起きましたか」と"
                      "たずねます。"),
                  Texts::tr(
                      "手が止まっている方には、「最近受けた電話を一つだけ教えてください」と声をかけます。"),
                  Texts::tr("どの場面に貼るか迷うものは、枠の外に貼って先へ進みます。")},
        .closing = Texts::tr("見出しの中から、この先じっくり考えたいものを1つか2つ、皆さんで選びましょう。")};
}

ThemeGuide issues()
{
    return {
        .heading = Texts::tr("テーマ２"),
        .title = Texts::tr("地域課題のタネから、地域で解決したいこと（地域課題）を出し合ってみよう"),
        .subtitle = {},
        .aim = Texts::tr("選んだ困りごとの背景をたどり、地域として取り組むことを言葉にする。"),
        .points = {Texts::tr("何が起きていますか。誰が読んでも同じ場面が浮かぶように書きます"),
                   Texts::tr("なぜ起きますか。出てきた答えに、もう一度「なぜ」を重ねます"),
                   Texts::tr("いくつもの理由のうち、いちばんの大もとはどれですか"),
                   Texts::tr("どんな手がありますか。できる・できないは後回しにして並べます"),
                   Texts::tr("効き目があり、この地域で無理なく始められるものはどれですか")},
        .openings = {Texts::tr(
                         "テーマ１で選んだものは、どの市町村でも起きていそうですか。自分のところではどうです"
                         "か。"),
                     Texts::tr(
                         "それは、なぜ起きるのでしょう。人、時間、情報、決まりごとのどれが足りませんか。"),
                     Texts::tr("もしそこが変わったら、最初に楽になるのは誰ですか。")},
        .stuck = {Texts::tr(
                      "原因が「人手不足」で止まったら、「人が増えなくても変えられるところは」とたずねます。"),
                  Texts::tr("対策の話が先に進みすぎたら、「それは、どの原因に効きますか」と戻ります。"),
                  Texts::tr("意見が割れたら、両方を残し、確かめるには何を調べればよいかを書いておきます。")},
        .closing = Texts::tr("「この地域では、〇〇のために、△△が起きている」の一文にまとめてみましょう。")};
}

ThemeGuide telling()
{
    return {
        .heading = Texts::tr("テーマ３"),
        .title = Texts::tr("現場で起こっていること・地域課題を市町村にうまく伝えるにはどうしたらよいか考えて"
                           "みよう"),
        .subtitle = {},
        .aim = Texts::tr("受け取る人の立場で、何をどう見せれば一緒に考えてもらえるかを決める。"),
        .points = {Texts::tr("事実と情報：何件、いつから、どこで、どなたに"),
                   Texts::tr("言えること：見立てや仮説を、事実と分けて"),
                   Texts::tr("裏づけになる資料：記録、統計、ほかの地域の例"),
                   Texts::tr("わかってもらう工夫：相手、時期、場、ことば")},
        .openings =
            {Texts::tr("市町村の方に伺います。どんな話なら、持ち帰って上司に説明できますか。"),
             Texts::tr("コーディネーターの方に伺います。これまでに、うまく伝わったのはどんなときでしたか。"),
             Texts::tr("テーマ２の一文を、事情を知らない方に1分で話すとしたら、何から始めますか。")},
        .stuck = {Texts::tr("お願いの形になってきたら、「相手にとって良いことは何ですか」とたずねます。"),
                  Texts::tr("数字がないと言われたら、「来月までに数えられるものは何ですか」と言い換えます。"),
                  Texts::tr("誰に伝えるかが決まらないときは、協議の場の名前を一つ挙げてもらいます。")},
        .closing = Texts::tr("職場に戻って最初に、誰に、いつ、何を話しますか。一人ずつ口に出して終わりましょ"
                             "う。")};
}

/// Questions that suit any theme, for those a workshop invents itself.
ThemeGuide anyTheme()
{
    return {.points = {Texts::tr("まず一人で考え、付箋に1枚1件で書きます"),
                       Texts::tr("順番に読みながら貼り、似たものを寄せます"),
                       Texts::tr("まとまりに見出しを付け、大切だと思うものを選びます")},
            .openings = {Texts::tr("このテーマを聞いて、最初に思い浮かんだ場面を教えてください。"),
                         Texts::tr("それで困っているのは、どなたですか。"),
                         Texts::tr("ほかの職場や地域では、どうしていますか。")},
            .stuck = {Texts::tr("抽象的な言い方が続いたら、「たとえば」とたずねます。"),
                      Texts::tr("発言が偏ったら、「まだ話していない方から一言ずつ」と回します。")},
            .closing = Texts::tr("班としていちばん伝えたいことを一つ選びましょう。")};
}

bool says(const QString &text, const QString &words)
{
    return foldText(text).contains(foldText(words));
}

/// The theme of the programme that a row is: by its words, or by its number where it has no words of its
/// own. -1: none.
int standardOf(const TimetableRow &row)
{
    constexpr qsizetype telling = 12; // as many letters of a title tell the three apart
    const std::vector<ThemeGuide> &all = standardThemes();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (says(row.content + row.title, all[i].title.first(telling)))
            return static_cast<int>(i);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (row.content.isEmpty() && foldText(row.title) == foldText(all[i].heading))
            return static_cast<int>(i);
    return -1;
}

ThemeGuide guideOf(const Timetable::Row &row)
{
    const int standard = standardOf(row.row);
    ThemeGuide guide = standard < 0 ? anyTheme() : standardThemes()[static_cast<std::size_t>(standard)];
    if (standard < 0) {
        guide.heading = row.row.content.isEmpty() ? Texts::tr("グループワーク") : row.row.title;
        guide.title = row.row.content.isEmpty() ? row.row.title : row.row.content;
    }
    if (!row.row.aim.isEmpty())
        guide.aim = row.row.aim;
    guide.minutes = row.row.minutes;
    guide.start = row.start;
    guide.end = row.end;
    return guide;
}

} // namespace

const std::vector<ThemeGuide> &standardThemes()
{
    static const std::vector<ThemeGuide> themes{troubles(), issues(), telling()};
    return themes;
}

std::vector<ThemeGuide> themesOf(const Timetable &timetable)
{
    std::vector<ThemeGuide> themes;
    for (std::size_t row = 0; row < timetable.rows.size(); ++row)
        if (auto theme = themeOf(timetable, row))
            themes.push_back(std::move(*theme));
    return themes.empty() ? standardThemes() : themes;
}

std::optional<ThemeGuide> themeOf(const Timetable &timetable, std::size_t row)
{
    if (row >= timetable.rows.size() || !timetable.rows[row].row.isTheme)
        return std::nullopt;
    return guideOf(timetable.rows[row]);
}

std::vector<ThemeStep> themeSteps(int minutes)
{
    constexpr int least = 10;
    if (minutes < least)
        return {};
    const std::array texts{Texts::tr("一人で書く"), Texts::tr("読みながら貼る"),
                           Texts::tr("寄せて見出しを付け、話し合う"), Texts::tr("選んで、ことばにする")};
    constexpr std::array twentieths{3, 7, 7, 3}; // of 40 minutes: 6, 14, 14, 6
    std::vector<ThemeStep> steps;
    int left = minutes, shares = std::accumulate(twentieths.begin(), twentieths.end(), 0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const int part = (left * twentieths.at(i) + shares / 2) / shares;
        steps.push_back({texts.at(i), part});
        left -= part;
        shares -= twentieths.at(i);
    }
    return steps;
}

} // namespace tane
