#include "chart/levelramp.h"

#include <catch2/catch.hpp>

using namespace tane;

namespace {

int grey(std::uint32_t color)
{
    return static_cast<int>((((color >> 16) & 0xff) * 11 + ((color >> 8) & 0xff) * 16 + (color & 0xff) * 5) /
                            32);
}

} // namespace

TEST_CASE("five steps have the five colours of the design, and other ladders lie between them")
{
    const std::uint32_t design[] = {0xe8ecea, 0xcfe3dc, 0x9fcabc, 0x5aa38f, 0x17695a};
    for (int step = 0; step < 5; ++step)
        CHECK(levelColor(LevelRamp::Light, step, 5) == design[step]);
    CHECK(levelColor(LevelRamp::Light, 0, 9) == design[0]);
    CHECK(levelColor(LevelRamp::Light, 2, 9) == design[1]);
    CHECK(levelColor(LevelRamp::Light, 8, 9) == design[4]);
    // Halfway from e8ecea to cfe3dc by hand: (232+207)/2, (236+227)/2, (234+220)/2.
    CHECK(levelColor(LevelRamp::Light, 1, 9) == 0xdce8e3);
    CHECK(levelColor(LevelRamp::Light, 7, 5) == design[4]);
}

TEST_CASE("the steps stay apart in black and white: each is much darker than the one below")
{
    for (int step = 1; step < 5; ++step)
        CHECK(grey(levelColor(LevelRamp::Grey, step - 1, 5)) - grey(levelColor(LevelRamp::Grey, step, 5)) >=
              30);
}

TEST_CASE("the deepest step takes white text, the light ones dark")
{
    CHECK(onLevelColor(LevelRamp::Light, 4, 5) == 0xffffff);
    for (int step = 0; step < 4; ++step)
        CHECK(onLevelColor(LevelRamp::Light, step, 5) == 0x1d2522);
    CHECK(onLevelColor(LevelRamp::Grey, 4, 5) == 0xffffff);
}
