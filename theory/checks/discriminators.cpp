#include "theory/checks/discriminators.hpp"

#include <array>
#include <cstdint>
#include <random>

namespace gancheck {
namespace {

/// A generator whose seed depends on the pair's name (by FNV-1a) and `salt` alone, on every
/// platform. One word of state: there are tens of thousands of pairs, of a few points each.
std::minstd_rand generator_for(const Pair& pair, std::uint32_t salt) {
  std::uint32_t hash = 2166136261U ^ salt;
  for (const char c : pair.name()) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return std::minstd_rand(hash);
}

template <class Draw>
Discriminator drawn(const Pair& pair, std::string name, const Draw& draw) {
  Discriminator d{{}, std::move(name)};
  for (std::size_t i = 0; i < pair.densities().grid.size(); ++i) d.thousandths.push_back(draw());
  return d;
}

}  // namespace

std::vector<Discriminator> other_discriminators(const Pair& pair) {
  std::minstd_rand random = generator_for(pair, 0);
  const auto inside = [&random] { return 1 + static_cast<int>(random() % 999); };
  std::vector<Discriminator> all = {drawn(pair, "D = 1/2", [] { return 500; })};
  all.push_back(drawn(pair, "random D 1", inside));
  all.push_back(drawn(pair, "random D 2", inside));
  return all;
}

std::vector<Discriminator> all_discriminators(const Pair& pair) {
  std::vector<Discriminator> all = other_discriminators(pair);
  std::minstd_rand random = generator_for(pair, 1);
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
