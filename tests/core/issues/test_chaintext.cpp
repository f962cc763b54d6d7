#include "core/issues/issuesoffice.h"
#include "issues/chaintext.h"

using namespace Qt::StringLiterals;
using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = u"操作"_s;

IssueChain thought()
{
    return {.what = u"退院の連絡が当日になる"_s,
            .why = u"窓口が決まっていない\n病棟ごとに違う"_s,
            .mainCause = u"窓口が決まっていない"_s};
}

} // namespace

// What is expected here is written out by hand.
TEST_CASE("what was thought in five steps is said with their titles, empty steps left out")
{
    CHECK(chainText(thought()) == u"何が起きているか：退院の連絡が当日になる\n"_s
                                  u"なぜ起きているか：窓口が決まっていない\n病棟ごとに違う\n"_s
                                  u"主な原因：窓口が決まっていない"_s);
    CHECK(chainText({}).isEmpty());
}

TEST_CASE("a text begun with a chain takes over what was thought since and keeps what was written beside it")
{
    IssueChain chain = thought();
    const QString before = u"前書き\n"_s + chainText(chain) + u"\n\n自分で書いたこと"_s;
    CHECK(withChainText(before, chain) == before);
    chain.mainCause = u"病棟の窓口が知らされていない"_s;
    chain.best = u"窓口の一覧を作る"_s;
    CHECK(withChainText(before, chain) == u"前書き\n何が起きているか：退院の連絡が当日になる\n"_s
                                          u"なぜ起きているか：窓口が決まっていない\n病棟ごとに違う\n"_s
                                          u"主な原因：病棟の窓口が知らされていない\n"_s
                                          u"効果的で現実的な対応：窓口の一覧を作る\n\n自分で書いたこと"_s);
    chain.why.clear();
    CHECK_FALSE(withChainText(before, chain).contains(u"なぜ起きているか"_s));
}

TEST_CASE("the words seeds had before are known, and a text somebody wrote anew stays as it is")
{
    IssueChain chain = thought();
    chain.measures = u"一覧を作る\n会議で決める"_s;
    chain.best = u"一覧を作る"_s;
    const QString former = u"主な原因：窓口\n考えられる対策：一覧\n効果的で現実的な対策：一覧\nひとこと"_s;
    const QString now = withChainText(former, chain);
    CHECK(now.contains(
        u"考えられる対応：一覧を作る\n会議で決める\n効果的で現実的な対応：一覧を作る\nひとこと"_s));
    CHECK_FALSE(now.contains(u"対策"_s));
    CHECK(withChainText(u"窓口の一覧をお願いします。"_s, chain) == u"窓口の一覧をお願いします。"_s);
}

TEST_CASE("a message begun after its seed says what the chain says by then")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    IssueChain chain = thought();
    chain.board = board;
    chain.id = office.add(chain);
    const qint64 seed = valueOf(seedFromChain(*office.document, chain.id, office.today, kLabel));
    chain.seed = seed;
    chain.best = u"窓口の一覧を作る"_s;
    succeeds(RecordTable<IssueChain>(*office.document).update(chain, kLabel));
    CHECK(valueOf(messageFromCard(*office.document, seed))
              .view.endsWith(u"効果的で現実的な対応：窓口の一覧を作る"_s));
    const auto found = valueOf(chainOfSeed(*office.document, seed));
    REQUIRE(found.has_value());
    CHECK(found->best == chain.best);
    CHECK_FALSE(valueOf(chainOfSeed(*office.document, 0)).has_value());
}
