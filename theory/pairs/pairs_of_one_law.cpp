#include "theory/pairs/pairs_of_one_law.hpp"

#include <unordered_map>

#include "theory/pairs/pair_rules.hpp"

namespace gancheck {

std::vector<PairsOfOneLaw> pairs_of_one_law(const Setting& setting) {
  std::vector<PairsOfOneLaw> all;
  std::unordered_map<std::string, std::size_t> number;
  for (const auto& pair : setting.pairs) {
    const std::string key = pair->data() + "@" + std::to_string(pair->densities().grid.size());
    const auto [found, is_new] = number.try_emplace(key, all.size());
    if (is_new) all.emplace_back();
    all[found->second].push_back(pair);
  }
  return all;
}

const Pair* pair_of_equals(const PairsOfOneLaw& family) {
  for (const auto& pair : family) {
    if (!are_different(*pair)) return pair.get();
  }
  return nullptr;
}

}  // namespace gancheck
