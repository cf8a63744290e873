#include "theory/discriminators.hpp"

#include <array>
#include <functional>
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

}  // namespace

Discriminator one_half(const Pair& pair) {
  return {std::vector<int>(pair.densities().grid.size(), 500), "D = 1/2"};
}

std::vector<Discriminator> other_discriminators(const Pair& pair) {
  std::vector<Discriminator> all = {one_half(pair)};
  std::mt19937_64 random(seed_of(pair.name()));
  for (int number = 1; number <= 2; ++number) {
    Discriminator d{{}, "random D " + std::to_string(number)};
    for (std::size_t i = 0; i < pair.densities().grid.size(); ++i) {
      d.thousandths.push_back(1 + static_cast<int>(random() % 999));
    }
    all.push_back(std::move(d));
  }
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
