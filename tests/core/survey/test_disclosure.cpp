#include "survey/disclosure.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace Qt::StringLiterals;

namespace {

/// Groups with so many pairs, "all" first.
ChangeAnalysis groupsOf(const std::vector<int> &pairs)
{
    ChangeAnalysis analysis;
    int all = 0;
    for (const int each : pairs)
        all += each;
    analysis.groups = {u"all"_s};
    analysis.people = {{.group = u"all"_s, .pairs = all}};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const QString name = u"群%1"_s.arg(i + 1);
        analysis.groups << name;
        analysis.people.push_back({.group = name, .pairs = pairs[i]});
    }
    return analysis;
}

} // namespace

// The limits are those of the instructions for this work: under 10 as counts only, under 5 not outside.
TEST_CASE("groups under ten are counts only, and those under five stay inside the office")
{
    CHECK(disclosureOf(10, true) == Disclosure::Full);
    CHECK(disclosureOf(9, true) == Disclosure::CountsOnly);
    CHECK(disclosureOf(9, false) == Disclosure::CountsOnly);
    CHECK(disclosureOf(5, true) == Disclosure::CountsOnly);
    CHECK(disclosureOf(4, true) == Disclosure::Hidden);
    CHECK(disclosureOf(4, false) == Disclosure::CountsOnly);
}

TEST_CASE("a hidden group cannot be told from the sum of the others")
{
    const ChangeAnalysis one = groupsOf({41, 12, 3});
    CHECK(hiddenGroups(one, false).isEmpty());
    CHECK(hiddenGroups(one, true) == QStringList{u"群3"_s, u"群2"_s}); // 41 + 12 of 56 would leave 3
    CHECK(shownGroups(one, true) == QStringList{u"all"_s, u"群1"_s});
    // 3 and 4 together are seven: which of them is whose cannot be told.
    CHECK(hiddenGroups(groupsOf({41, 12, 4, 3}), true) == QStringList{u"群3"_s, u"群4"_s});
    CHECK(hiddenGroups(groupsOf({41, 26}), true).isEmpty());
    CHECK(hiddenGroups(groupsOf({41, 0}), true) == QStringList{u"群2"_s}); // nobody: nothing to tell
}

TEST_CASE("names are taken out of a free text however they are spaced, and a family name before its title")
{
    const QStringList names{u"青木 はる"_s, u"大野　晴"_s, u"林"_s};
    CHECK(maskNames(u"青木はるさんと大野 晴さん、青木さんに聞いた。林道の話"_s, names) ==
          u"〇〇さんと〇〇さん、〇〇さんに聞いた。林道の話"_s);
    CHECK(maskNames(u"青木ヶ原では"_s, names) == u"青木ヶ原では"_s);
}
