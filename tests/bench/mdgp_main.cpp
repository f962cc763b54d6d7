// ./dev bench mdgp FILE [--seconds S] [--seed N]: prints "objective VALUE" and the group of every element,
// one a line.
// ./dev bench mdgp make geo|ran ELEMENTS GROUPS SMALLEST LARGEST SEED: prints an instance.
#include "mdgp.h"

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>

using namespace tane::bench;

namespace {

int usage()
{
    std::cerr << "usage: tane-bench-mdgp FILE [--seconds S] [--seed N]\n"
                 "       tane-bench-mdgp make geo|ran ELEMENTS GROUPS SMALLEST LARGEST SEED\n";
    return 2;
}

bool readNumber(const char *text, double &value)
{
    char *end = nullptr;
    value = std::strtod(text, &end);
    return end != text && *end == '\0' && value >= 0;
}

int make(const std::vector<std::string> &arguments)
{
    constexpr std::size_t needed = 7;
    double values[5] = {};
    if (arguments.size() != needed || (arguments[1] != "geo" && arguments[1] != "ran"))
        return usage();
    for (std::size_t i = 0; i < 5; ++i) {
        if (!readNumber(arguments[i + 2].c_str(), values[i]))
            return usage();
    }
    const auto whole = [&values](std::size_t i) { return static_cast<int>(values[i]); };
    if (whole(0) < 1 || whole(1) < 1 || whole(3) < whole(2) || whole(1) * whole(2) > whole(0) ||
        whole(1) * whole(3) < whole(0))
        return usage();
    const MdgpInstance instance =
        makeMdgp(arguments[1], whole(0), whole(1), whole(2), whole(3), static_cast<std::uint64_t>(values[4]));
    std::cout << instance.elements << ' ' << instance.groups << ' ' << (whole(2) == whole(3) ? "ss" : "ds");
    for (std::size_t group = 0; group < instance.smallest.size(); ++group)
        std::cout << ' ' << instance.smallest[group] << ' ' << instance.largest[group];
    std::cout << '\n' << std::setprecision(10);
    for (int a = 0; a < instance.elements; ++a) {
        for (int b = a + 1; b < instance.elements; ++b)
            std::cout << a << ' ' << b << ' ' << instance.at(a, b) << '\n';
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments[0] == "make")
        return make(arguments);
    MdgpOptions options;
    std::string file;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool seconds = arguments[i] == "--seconds", seed = arguments[i] == "--seed";
        double value = 0;
        if (seconds || seed) {
            if (++i == arguments.size() || !readNumber(arguments[i].c_str(), value))
                return usage();
            if (seconds)
                options.seconds = value;
            else
                options.seed = static_cast<std::uint64_t>(value);
        } else if (file.empty() && !arguments[i].starts_with("--")) {
            file = arguments[i];
        } else {
            return usage();
        }
    }
    if (file.empty())
        return usage();
    std::ifstream input(file);
    if (!input) {
        std::cerr << file << ": cannot be read\n";
        return 3;
    }
    std::string why;
    const auto instance = readMdgp(input, why);
    if (!instance) {
        std::cerr << file << ": " << why << '\n';
        return 3;
    }
    const MdgpResult result = solveMdgp(*instance, options);
    std::cout << "objective " << std::setprecision(10) << result.objective << '\n';
    for (std::size_t element = 0; element < result.group.size(); ++element)
        std::cout << element << ' ' << result.group[element] << '\n';
    return 0;
}
