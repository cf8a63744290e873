#include "theory/pairs/suite.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <random>
#include <stdexcept>

namespace gancheck {
namespace {

using PairPointer = std::shared_ptr<const Pair>;
using Weights = std::vector<int>;

std::string specification_of(const Weights& weights, int n) {
  std::string text;
  for (const int k : weights) text += fmt::format("{}{}/{}", text.empty() ? "" : ",", k, n);
  return "discrete(" + text + ")";
}

/// Counting measure on 1, 2, ..., with every point kept, also where both weights are 0.
Densities densities_of(const std::vector<Rational>& p, const std::vector<Rational>& q) {
  Densities d;
  for (std::size_t i = 0; i < p.size(); ++i) {
    d.grid.points.emplace_back(static_cast<int>(i) + 1);
    d.grid.weights.emplace_back(1);
    d.data.emplace_back(p[i]);
    d.generator.emplace_back(q[i]);
  }
  d.grid.atoms = p.size();
  return d;
}

std::vector<Rational> quotients(const Weights& weights, int n) {
  std::vector<Rational> x;
  for (const int k : weights) x.emplace_back(k, n);
  return x;
}

PairPointer simplex_pair(const Weights& p, const Weights& q, int n) {
  return std::make_shared<Pair>(
      fmt::format("({})/{} | ({})/{}", fmt::join(p, ","), n, fmt::join(q, ","), n),
      specification_of(p, n), specification_of(q, n),
      densities_of(quotients(p, n), quotients(q, n)));
}

/// All weight vectors of `size` entries that sum to n.
void compositions(int size, int n, Weights& head, std::vector<Weights>& out) {
  if (size == 1) {
    head.push_back(n);
    out.push_back(head);
    head.pop_back();
    return;
  }
  for (int k = 0; k <= n; ++k) {
    head.push_back(k);
    compositions(size - 1, n - k, head, out);
    head.pop_back();
  }
}

struct SimplexGrid {
  int points, denominator;
};
/// Technique T1: small enough to be exhaustive, and every pattern of zeros and ties occurs.
constexpr SimplexGrid exhaustive[] = {{2, 1},  {2, 2},  {2, 3},  {2, 4}, {2, 5},
                                      {2, 6},  {2, 7},  {2, 8},  {2, 9}, {2, 10},
                                      {2, 11}, {2, 12}, {3, 15}, {4, 6}, {5, 4}};
constexpr int random_pairs = 2000;
constexpr int random_points = 8;

void add_exhaustive(const SimplexGrid& grid, std::vector<PairPointer>& pairs) {
  std::vector<Weights> all;
  Weights head;
  compositions(grid.points, grid.denominator, head, all);
  for (const Weights& p : all) {
    for (const Weights& q : all) pairs.push_back(simplex_pair(p, q, grid.denominator));
  }
}

/// Seeded weights on eight points: cut points of 0..n, so zeros occur.
Weights random_weights(std::mt19937_64& random, int n) {
  std::vector<int> cuts = {0, n};
  for (int i = 1; i < random_points; ++i) {
    cuts.push_back(static_cast<int>(random() % static_cast<unsigned>(n + 1)));
  }
  std::sort(cuts.begin(), cuts.end());
  Weights weights;
  for (std::size_t i = 1; i < cuts.size(); ++i) weights.push_back(cuts[i] - cuts[i - 1]);
  return weights;
}

void add_random(std::vector<PairPointer>& pairs) {
  std::mt19937_64 random(20200324);
  for (int i = 0; i < random_pairs; ++i) {
    const int n = 8 + static_cast<int>(random() % 997);
    const Weights p = random_weights(random, n), q = random_weights(random, n);
    pairs.push_back(simplex_pair(p, q, n));
  }
}

/// W3 keeps its fourth point, which is null for both laws: what a discriminator does there matters
/// to no integral, and claims 28, 29 and 55 need it. A law of its own would not list the point.
PairPointer build(const NamedPair& named) {
  if (named.name == "W3") {
    const Rational half(1, 2);
    return std::make_shared<Pair>(named.name, named.data, named.generator,
                                  densities_of({half, half, 0, 0}, {0, half, half, 0}));
  }
  return std::make_shared<Pair>(make_pair(named.name, named.data, named.generator));
}

std::size_t number_of_compositions(const SimplexGrid& grid) {
  std::vector<Weights> all;
  Weights head;
  compositions(grid.points, grid.denominator, head, all);
  return all.size();
}

Text count(std::size_t n) {
  return {fmt::format("{} {}", n, n == 1 ? "pair" : "pairs"), fmt::format("{} 个分布对", n)};
}

/// Built when it is first asked for: a run on one's own pairs needs few of them.
const PairPointer& named_pair(std::size_t i) {
  struct Seat {
    std::once_flag built;
    PairPointer pair;
  };
  static std::vector<Seat> seats(named_pairs().size());
  std::call_once(seats[i].built, [i] { seats[i].pair = build(named_pairs()[i]); });
  return seats[i].pair;
}

std::vector<PairPointer> all_named() {
  std::vector<PairPointer> all;
  for (std::size_t i = 0; i < named_pairs().size(); ++i) all.push_back(named_pair(i));
  return all;
}

/// Fills in which of the listed pairs have a density.
void sort_out_densities(Setting& setting) {
  for (const PairPointer& pair : setting.listed) {
    const Grid& grid = pair->densities().grid;
    if (grid.atoms == grid.size())
      setting.named.push_back(pair);
    else if (pair->can_be_enclosed())
      setting.dense.push_back(pair);
  }
}

}  // namespace

std::vector<Text> simplex_grids() {
  std::vector<Text> lines;
  for (const SimplexGrid& grid : exhaustive) {
    const std::size_t laws = number_of_compositions(grid);
    const Text pairs = count(laws * laws);
    lines.push_back(
        {fmt::format("n = {}, entries k/{}: {}", grid.points, grid.denominator, pairs.en),
         fmt::format("n = {}，权重 k/{}：{}", grid.points, grid.denominator, pairs.zh)});
  }
  const Text pairs = count(random_pairs);
  lines.push_back({fmt::format("n = {}, seeded rational entries: {}", random_points, pairs.en),
                   fmt::format("n = {}，固定种子的随机有理权重：{}", random_points, pairs.zh)});
  return lines;
}

const Setting& built_in_suite() {
  static const Setting suite = [] {
    Setting s;
    s.listed = all_named();
    sort_out_densities(s);
    s.pairs = s.listed;
    for (const SimplexGrid& grid : exhaustive) add_exhaustive(grid, s.pairs);
    add_random(s.pairs);
    s.scope = count(s.pairs.size());
    s.pointwise_box = true;
    return s;
  }();
  return suite;
}

Setting only(const std::vector<std::string>& names) {
  std::vector<PairPointer> chosen;
  for (const std::string& name : names) {
    const auto& all = named_pairs();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const NamedPair& p) { return p.name == name; });
    if (found == all.end()) throw std::out_of_range("no built-in pair is named " + name);
    chosen.push_back(named_pair(static_cast<std::size_t>(found - all.begin())));
  }
  return own_suite(std::move(chosen));
}

Setting own_suite(std::vector<PairPointer> pairs) {
  Setting s;
  s.scope = count(pairs.size());
  s.listed = pairs;
  sort_out_densities(s);
  s.pairs = std::move(pairs);
  return s;
}

Setting those(const Setting& setting, const std::function<bool(const Pair&)>& holds,
              const Text& rule) {
  Setting s;
  for (const auto& pair : setting.pairs) {
    if (holds(*pair)) s.pairs.push_back(pair);
  }
  for (const auto& pair : setting.named) {
    if (holds(*pair)) s.named.push_back(pair);
  }
  for (const auto& pair : setting.dense) {
    if (holds(*pair)) s.dense.push_back(pair);
  }
  for (const auto& pair : setting.listed) {
    if (holds(*pair)) s.listed.push_back(pair);
  }
  const Text pairs = count(s.pairs.size());
  s.scope = {pairs.en + ", " + rule.en, pairs.zh + "，" + rule.zh};
  s.pointwise_box = setting.pointwise_box;
  return s;
}

}  // namespace gancheck
