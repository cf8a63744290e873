#include "report/figures/named_laws.hpp"

#include <algorithm>
#include <stdexcept>

#include "theory/pairs/suite.hpp"

namespace gancheck {

PairOfLaws named_laws(const std::string& name) {
  const auto& all = named_pairs();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const NamedPair& pair) { return pair.name == name; });
  if (found == all.end()) throw std::out_of_range("no pair " + name);
  return pair_of(read_law(found->data), read_law(found->generator));
}

}  // namespace gancheck
