#include "theory/checks/discriminators.hpp"

#include <array>
#include <cstdint>
#include <random>

namespace gancheck {
namespace {

/// FNV-1a: a seed that depends on the pair's name alone, on every platform.
std::uint64_t seed_of(const std::string& name) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash;
}

template <class Draw>
Discriminator drawn(const Pair& pair, std::string name, const Draw& draw) {
  Discriminator d{{}, std::move(name)};
  for (std::size_t i = 0; i < pair.densities().grid.size(); ++i) d.thousandths.push_back(draw());
  return d;
}

}  // namespace

std::vector<Discriminator> other_discriminators(const Pair& pair) {
  std::mt19937_64 random(seed_of(pair.name()));
  const auto inside = [&random] { return 1 + static_cast<int>(random() % 999); };
  std::vector<Discriminator> all = {drawn(pair, "D = 1/2", [] { return 500; })};
  all.push_back(drawn(pair, "random D 1", inside));
  all.push_back(drawn(pair, "random D 2", inside));
  return all;
}

std::vector<Discriminator> all_discriminators(const Pair& pair) {
  std::vector<Discriminator> all = other_discriminators(pair);
  std::mt19937_64 random(~seed_of(pair.name()));
  all.push_back(drawn(pair, "random D in {0, 1/2, 1}",
                      [&random] { return 500 * static_cast<int>(random() % 3); }));
  return all;
}

template <>
Chance<Tracked> chance_of<Tracked>(int thousandths) {
  static const auto table = [] {
    std::array<Tracked, 1001> quotients;
    for (int k = 0; k <= 1000; ++k) {
      quotients[static_cast<std::size_t>(k)] = exactly<Tracked>(Rational(k, 1000));
    }
    return quotients;
  }();
  return {table[static_cast<std::size_t>(thousandths)],
          table[static_cast<std::size_t>(1000 - thousandths)]};
}

}  // namespace gancheck
