#include "mdgp.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <future>
#include <numeric>

namespace tane::bench {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// A grouping with what every element would add to every group.
class Search
{
public:
    /// `gentle`: shaken by few swaps that cost little, which suits distances of a geometry; else by many of
    /// any kind.
    Search(const MdgpInstance &instance, const MdgpOptions &options, bool gentle)
        : m_instance(instance)
        , m_gentle(gentle)
        , m_random(options.seed)
        , m_end(Clock::now() +
                std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds)))
        , m_most(options.rounds)
        , m_group(at(instance.elements))
        , m_size(at(instance.groups))
        , m_gain(at(instance.elements) * at(instance.groups))
        , m_moveGain(at(instance.groups))
        , m_order(at(instance.elements))
    {
        std::iota(m_order.begin(), m_order.end(), 0);
    }

    MdgpResult run()
    {
        begin();
        climb();
        m_best = m_group;
        m_bestValue = m_value;
        while (!isOver()) {
            shakeWeakly();
            if (!isOver())
                shakeStrongly();
        }
        return {m_best, objective(m_instance, m_best), m_rounds};
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr double kTiny = 1e-9; ///< rounding is no gain

    [[nodiscard]] bool isOver() const { return (m_most >= 0 && m_rounds >= m_most) || Clock::now() >= m_end; }
    [[nodiscard]] double &gain(int element, int group)
    {
        return m_gain[at(group) * at(m_instance.elements) + at(element)];
    }

    void begin()
    {
        m_random.shuffle(m_order);
        std::size_t next = 0;
        for (int group = 0; group < m_instance.groups; ++group) {
            for (int i = 0; i < m_instance.smallest[at(group)]; ++i)
                m_group[at(m_order[next++])] = group;
            m_size[at(group)] = m_instance.smallest[at(group)];
        }
        while (next < m_order.size()) {
            const int group = static_cast<int>(m_random.below(at(m_instance.groups)));
            if (m_size[at(group)] < m_instance.largest[at(group)]) {
                m_group[at(m_order[next++])] = group;
                ++m_size[at(group)];
            }
        }
        recount();
    }

    void recount()
    {
        std::ranges::fill(m_gain, 0.0);
        std::ranges::fill(m_size, 0);
        for (int a = 0; a < m_instance.elements; ++a) {
            ++m_size[at(m_group[at(a)])];
            for (int b = 0; b < m_instance.elements; ++b)
                gain(a, m_group[at(b)]) += m_instance.at(a, b);
        }
        m_value = objective(m_instance, m_group);
    }

    [[nodiscard]] double moveGain(int element, int to)
    {
        return gain(element, to) - gain(element, m_group[at(element)]);
    }
    [[nodiscard]] double swapGain(int a, int b)
    {
        return moveGain(a, m_group[at(b)]) + moveGain(b, m_group[at(a)]) - 2 * m_instance.at(a, b);
    }
    [[nodiscard]] bool mayMove(int element, int to) const
    {
        const int from = m_group[at(element)];
        return from != to && m_size[at(from)] > m_instance.smallest[at(from)] &&
               m_size[at(to)] < m_instance.largest[at(to)];
    }

    void put(int element, int to)
    {
        const int from = m_group[at(element)];
        m_value += moveGain(element, to);
        const std::size_t side = at(m_instance.elements);
        const double *distance = m_instance.distance.data() + at(element) * side;
        double *lost = m_gain.data() + at(from) * side, *won = m_gain.data() + at(to) * side;
        for (std::size_t other = 0; other < side; ++other) {
            lost[other] -= distance[other];
            won[other] += distance[other];
        }
        m_group[at(element)] = to;
        --m_size[at(from)];
        ++m_size[at(to)];
    }

    void swap(int a, int b)
    {
        const int g = m_group[at(a)], h = m_group[at(b)];
        put(a, h);
        put(b, g);
    }

    /// With whom a swap gains most; -1: with nobody. The inner loop of everything: arrays side by side, no
    /// branches but one.
    [[nodiscard]] int bestPartner(int a)
    {
        const std::size_t side = at(m_instance.elements);
        const int own = m_group[at(a)];
        for (int group = 0; group < m_instance.groups; ++group)
            m_moveGain[at(group)] = moveGain(a, group);
        const double *distance = m_instance.distance.data() + at(a) * side,
                     *here = m_gain.data() + at(own) * side;
        double best = kTiny;
        int partner = -1;
        for (std::size_t b = 0; b < side; ++b) {
            const int group = m_group[b];
            const double gained =
                m_moveGain[at(group)] + here[b] - m_gain[at(group) * side + b] - 2 * distance[b];
            if (gained > best && group != own) {
                best = gained;
                partner = static_cast<int>(b);
            }
        }
        return partner;
    }

    /// To a local maximum, elements in an order by chance.
    void climb()
    {
        m_random.shuffle(m_order);
        for (bool better = true; better;) {
            better = false;
            for (const int a : m_order) {
                for (int group = 0; group < m_instance.groups; ++group) {
                    if (mayMove(a, group) && moveGain(a, group) > kTiny) {
                        put(a, group);
                        better = true;
                    }
                }
                if (const int b = bestPartner(a); b >= 0) {
                    swap(a, b);
                    better = true;
                }
            }
        }
        ++m_rounds;
        if (m_value > m_bestValue + kTiny) {
            m_best = m_group;
            m_bestValue = m_value;
        }
    }

    /// A few swaps, each the best of several by chance; back to the best of this stretch when that brought
    /// nothing.
    void shakeWeakly()
    {
        constexpr int patience = 30;
        const int swaps = m_gentle ? 4 : std::max(2, m_instance.elements / 10);
        std::vector<int> local = m_group;
        double localValue = m_value;
        for (int without = 0; without < patience && !isOver();) {
            for (int i = 0; i < swaps; ++i)
                m_gentle ? swapBestOfSome() : swapAny();
            climb();
            if (m_value > localValue + kTiny) {
                local = m_group;
                localValue = m_value;
                without = 0;
            } else {
                ++without;
                if (m_value < localValue - kTiny) {
                    m_group = local;
                    recount();
                }
            }
        }
    }

    void swapAny()
    {
        const int a = static_cast<int>(m_random.below(at(m_instance.elements)));
        const int b = static_cast<int>(m_random.below(at(m_instance.elements)));
        if (m_group[at(a)] != m_group[at(b)])
            swap(a, b);
    }

    void swapBestOfSome()
    {
        int bestA = -1, bestB = -1;
        double best = 0;
        for (int i = 0; i < m_instance.elements; ++i) {
            const int a = static_cast<int>(m_random.below(at(m_instance.elements)));
            const int b = static_cast<int>(m_random.below(at(m_instance.elements)));
            if (m_group[at(a)] == m_group[at(b)])
                continue;
            if (const double gained = swapGain(a, b); bestA < 0 || gained > best) {
                bestA = a;
                bestB = b;
                best = gained;
            }
        }
        if (bestA >= 0)
            swap(bestA, bestB);
    }

    /// Begins a new stretch, mostly near the best so far, and else where the last one ended.
    void shakeStrongly()
    {
        if (m_random.below(4) > 0) {
            m_group = m_best;
            recount();
        }
        const int swaps = std::max(2, m_instance.elements / m_instance.groups);
        for (int i = 0; i < swaps; ++i)
            swapAny();
        climb();
    }

    const MdgpInstance &m_instance;
    const bool m_gentle;
    Random m_random;
    const Clock::time_point m_end;
    const std::int64_t m_most;
    std::vector<int> m_group, m_size;
    std::vector<double> m_gain;     ///< group × element
    std::vector<double> m_moveGain; ///< by group
    std::vector<int> m_order;
    double m_value = 0;
    std::vector<int> m_best;
    double m_bestValue = -1;
    std::int64_t m_rounds = 0;
};

} // namespace

std::optional<MdgpInstance> readMdgp(std::istream &input, std::string &why)
{
    MdgpInstance instance;
    std::string type;
    constexpr int most = 10'000;
    if (!(input >> instance.elements >> instance.groups >> type) || instance.elements < 1 ||
        instance.groups < 1 || instance.elements > most || instance.groups > instance.elements) {
        why = "the first line does not begin with elements, groups and type";
        return {};
    }
    int least = 0, room = 0;
    for (int group = 0; group < instance.groups; ++group) {
        int low = 0, high = 0;
        if (!(input >> low >> high) || low < 0 || high < low) {
            why = "no sizes for group " + std::to_string(group);
            return {};
        }
        instance.smallest.push_back(low);
        instance.largest.push_back(high);
        least += low;
        room += std::min(high, instance.elements);
    }
    if (least > instance.elements || room < instance.elements) {
        why = "the sizes of the groups do not fit the number of elements";
        return {};
    }
    const std::size_t side = at(instance.elements);
    instance.distance.assign(side * side, 0.0);
    int a = 0, b = 0;
    while (input >> a >> b) {
        double distance = 0;
        if (!(input >> distance) || a < 0 || b < 0 || a >= instance.elements || b >= instance.elements ||
            a == b) {
            why = "a line is no pair of elements with its distance";
            return {};
        }
        instance.distance[at(a) * side + at(b)] = instance.distance[at(b) * side + at(a)] = distance;
    }
    if (!input.eof()) {
        why = "a line is no pair of elements with its distance";
        return {};
    }
    return instance;
}

double objective(const MdgpInstance &instance, const std::vector<int> &group)
{
    double sum = 0;
    for (int a = 0; a < instance.elements; ++a) {
        for (int b = a + 1; b < instance.elements; ++b) {
            if (group[at(a)] == group[at(b)])
                sum += instance.at(a, b);
        }
    }
    return sum;
}

MdgpResult solveMdgp(const MdgpInstance &instance, const MdgpOptions &options)
{
    // Two searches at once, each with its own lot and way of shaking: there are two cores nearly everywhere.
    MdgpOptions other = options;
    constexpr std::uint64_t apart = 0x9E3779B97F4A7C15ULL;
    other.seed = options.seed ^ apart;
    auto second =
        std::async(std::launch::async, [&instance, &other] { return Search(instance, other, true).run(); });
    MdgpResult first = Search(instance, options, false).run();
    MdgpResult result = second.get();
    const std::int64_t rounds = first.rounds + result.rounds;
    if (first.objective >= result.objective)
        result = std::move(first);
    result.rounds = rounds;
    return result;
}

MdgpInstance makeMdgp(const std::string &type, int elements, int groups, int smallest, int largest,
                      std::uint64_t seed)
{
    Random random(seed);
    const auto draw = [&random](double high) { return high * double(random.next() >> 11) * 0x1p-53; };
    MdgpInstance instance;
    instance.elements = elements;
    instance.groups = groups;
    instance.smallest.assign(at(groups), smallest);
    instance.largest.assign(at(groups), largest);
    const std::size_t side = at(elements);
    instance.distance.assign(side * side, 0.0);
    std::vector<std::vector<double>> points(side);
    const std::size_t coordinates = 2 + random.below(20);
    for (std::vector<double> &point : points) {
        for (std::size_t i = 0; i < coordinates; ++i)
            point.push_back(draw(10));
    }
    for (std::size_t a = 0; a < side; ++a) {
        for (std::size_t b = a + 1; b < side; ++b) {
            double distance = 0;
            if (type == "geo") {
                for (std::size_t i = 0; i < coordinates; ++i)
                    distance += (points[a][i] - points[b][i]) * (points[a][i] - points[b][i]);
                distance = std::sqrt(distance);
            } else {
                distance = draw(100);
            }
            instance.distance[a * side + b] = instance.distance[b * side + a] = distance;
        }
    }
    return instance;
}

} // namespace tane::bench
