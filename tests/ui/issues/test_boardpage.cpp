// 模造紙: what groups wrote on their posters, typed in and worked on.
#include "../cycle/cyclefixture.h"

#include "issues/boardpage.h"

using namespace tane;
using namespace tane::cycletest;
using namespace Qt::StringLiterals;

TEST_CASE("the page of the posters opens in a file without a workshop")
{
    Office office;
    office.beginEmpty();
    CHECK(office.show<BoardPage>(u"board"_s)->isVisible());
}
