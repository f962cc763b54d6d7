#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace tane {

/// People by a folded key.
using People = std::unordered_map<std::string, std::vector<int>>;

template<class KeyOf>
People peopleBy(int size, const KeyOf &keyOf)
{
    People people;
    for (int person = 0; person < size; ++person) {
        std::string key = keyOf(person);
        if (!key.empty())
            people[std::move(key)].push_back(person);
    }
    return people;
}

} // namespace tane
