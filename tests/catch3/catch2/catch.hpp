// Catch2 3 under the name that version 2, which Debian 12 has, gives its one header.
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
