// Claim 15: for a fixed D a generator whose D(G(z)) is larger for almost every z has the smaller
// J_G(D, G) = E log(1-D(G(z))). Most pairs of generators cannot be compared so.
#include <fmt/format.h>

#include <optional>

#include "theory/checks/noise.hpp"
#include "theory/checks/two_chances.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

/// D on the three targets, in thousandths.
using Table = std::vector<int>;
const std::vector<Table> inner_tables = {{250, 500, 750}, {900, 100, 333}};
const std::vector<Table> all_tables = {{250, 500, 750}, {900, 100, 333}, {0, 500, 1000}};

/// J_G(D, G): the sum of P_z(z) log(1-D(G(z))).
template <class T>
T generator_loss(const std::vector<T>& noise, const FiniteMap& map, const Table& d) {
  std::vector<T> terms;
  for (std::size_t z = 0; z < noise.size(); ++z) {
    terms.push_back(times_log(noise[z], spread::chance<T>(d[map.image[z]]).no));
  }
  return sum_of(terms);
}

/// The first z of positive mass with D(G1(z)) < D(G2(z)).
std::optional<std::size_t> where_below(const FiniteMap& first, const FiniteMap& second,
                                       const Table& d, const NoiseLaw& law) {
  for (std::size_t z = 0; z < law.size(); ++z) {
    if (law[z] != 0 && d[first.image[z]] < d[second.image[z]]) return z;
  }
  return std::nullopt;
}
/// D(G1(z)) >= D(G2(z)) for almost every z.
bool dominates(const FiniteMap& first, const FiniteMap& second, const Table& d,
               const NoiseLaw& law) {
  return !where_below(first, second, d, law);
}
/// The maps differ at exactly one z.
bool are_neighbours(const FiniteMap& first, const FiniteMap& second) {
  int different = 0;
  for (std::size_t z = 0; z < first.image.size(); ++z) {
    different += first.image[z] != second.image[z] ? 1 : 0;
  }
  return different == 1;
}

/// What an arithmetic compares: in Tracked every two maps, with D = 0 and D = 1 among the values;
/// in Ball, for one law, every two that differ at one z.
template <class T>
struct Compared;
template <>
struct Compared<Tracked> {
  static Text scope() {
    return {"every two of 81 maps from 4 points to 3 that D orders, 4 laws of noise, 3 D",
            "从 4 点到 3 点的 81 个映射中可由 D 排序的任意两个，4 个噪声分布，3 个 D"};
  }
  static const std::vector<Table>& tables() { return all_tables; }
  static std::vector<NoiseLaw> laws() { return noise_laws(); }
  static bool takes(const FiniteMap&, const FiniteMap&) { return true; }
};
template <>
struct Compared<Ball> {
  static Text scope() {
    return {"every two of 81 maps from 4 points to 3 that differ at one z, 2 D",
            "从 4 点到 3 点的 81 个映射中仅在一个 z 处不同的任意两个，2 个 D"};
  }
  static const std::vector<Table>& tables() { return inner_tables; }
  static std::vector<NoiseLaw> laws() { return {noise_laws()[1]}; }
  static bool takes(const FiniteMap& first, const FiniteMap& second) {
    return are_neighbours(first, second);
  }
};

enum class Preferred { larger_d, smaller_d };

/// The losses of every two maps of which the first dominates the second, for one law and one D.
template <class T>
void compare_maps(const NoiseLaw& law, const Table& d, Preferred preferred, Take<T>& take) {
  static const std::vector<FiniteMap> maps = all_maps(noise_points, noise_targets);
  const auto noise = weights_of<T>(law);
  std::vector<T> losses;
  losses.reserve(maps.size());
  for (const FiniteMap& map : maps) losses.push_back(generator_loss(noise, map, d));
  for (std::size_t i = 0; i < maps.size(); ++i) {
    for (std::size_t j = 0; j < maps.size(); ++j) {
      if (!Compared<T>::takes(maps[i], maps[j]) || !dominates(maps[i], maps[j], d, law)) continue;
      const bool larger = preferred == Preferred::larger_d;
      take.at_most(larger ? losses[i] : losses[j], larger ? losses[j] : losses[i], [&] {
        const std::string one = maps[i].text(), other = maps[j].text();
        return Text{fmt::format("{} above {}, D = ({})/1000", one, other, fmt::join(d, ",")),
                    fmt::format("{} 优于 {}，D = ({})/1000", one, other, fmt::join(d, ","))};
      });
    }
  }
}
Comparisons dominating_maps_have_less(Preferred preferred) {
  return [preferred]<class T>(const Setting&, Take<T>& take) {
    take.over(Compared<T>::scope());
    for (const NoiseLaw& law : Compared<T>::laws()) {
      for (const Table& d : Compared<T>::tables()) compare_maps<T>(law, d, preferred, take);
    }
  };
}

/// With c = 1 - D(G1(z)) and e = D(G1(z)) - D(G2(z)) > 0, the loss of G2 at z is log(c+e) > log c.
Evidence order_by_algebra() {
  return same_forms(logarithm_of_sum_increases(),
                    {"all P_z, D and G_1, G_2 with D(G_1(z)) ≥ D(G_2(z)) almost surely",
                     "一切 P_z、D 以及几乎处处满足 D(G_1(z)) ≥ D(G_2(z)) 的 G_1、G_2"},
                    {lemma::increase, lemma::monotonicity});
}

// Two generators of which neither dominates the other, found among all maps.

struct Crossing {
  FiniteMap first, second;
  std::size_t below, above;  ///< where D(G_1(z)) is the smaller, and the larger one
};
/// The first two maps that cross, for one law and one D.
std::optional<Crossing> first_crossing(const Table& d, const NoiseLaw& law) {
  const std::vector<FiniteMap> maps = all_maps(noise_points, noise_targets);
  for (const FiniteMap& first : maps) {
    for (const FiniteMap& second : maps) {
      const auto below = where_below(first, second, d, law);
      const auto above = where_below(second, first, d, law);
      if (below && above) return Crossing{first, second, *below, *above};
    }
  }
  return std::nullopt;
}
/// For each law without all mass on one point (there D orders every two maps), and each D.
constexpr auto crossing = []<class T>(const Setting&, Take<T>& take) {
  take.over({"the first two of 81 maps from 4 points to 3 that cross, 3 laws of noise, 2 D",
             "从 4 点到 3 点的 81 个映射中第一对互有优劣者，3 个噪声分布，2 个 D"});
  for (const NoiseLaw& law : noise_laws()) {
    for (const Table& d : inner_tables) {
      const auto found = first_crossing(d, law);
      if (!found) continue;
      const auto where = [&] {
        const std::string one = found->first.text(), other = found->second.text();
        return Text{fmt::format("{} and {}", one, other), fmt::format("{} 与 {}", one, other)};
      };
      const auto chance = [&](const FiniteMap& map, std::size_t z) -> T {
        return spread::chance<T>(d[map.image[z]]).yes;
      };
      take.less(chance(found->first, found->below), chance(found->second, found->below), where);
      take.less(chance(found->second, found->above), chance(found->first, found->above), where);
    }
  }
};
/// In whole numbers, for the uniform law.
Evidence not_comparable(bool confirms) {
  const Table& d = inner_tables.front();
  const Text scope = {"all maps from 4 points to 3", "从 4 点到 3 点的全部映射"};
  const auto found = first_crossing(d, noise_laws().front());
  if (!found) return no_example(scope);
  const std::string one = found->first.text(), other = found->second.text();
  return example(
      confirms,
      Text{fmt::format("D = ({})/1000, {} and {}: the first is below at z = {}, above at "
                       "z = {}",
                       fmt::join(d, ","), one, other, found->below, found->above),
           fmt::format("D = ({})/1000，{} 与 {}：z = {} 处前者的 D(G(z)) 较小，z = {} 处前者的较大",
                       fmt::join(d, ","), one, other, found->below, found->above)},
      scope);
}

// G1 goes to points with D = 1/2, G2 to one with D = 1/10 and one with D = 17/20.
struct Converse {
  Rational steady{1, 2}, low{1, 10}, high{17, 20};
};

/// Against the converse: J_G is half the logarithm of the product of both 1 - D(G(z)), and that of
/// G2 is the smaller one, though D(G2(z)) < D(G1(z)) at the first z.
Evidence converse_fails(const Setting&) {
  const Converse d;
  const Rational of_first = (1 - d.steady) * (1 - d.steady), of_second = (1 - d.low) * (1 - d.high);
  const Text scope = {"one example", "一个例子"};
  if (!(of_second < of_first) || !(d.low < d.steady)) return no_example(scope);
  return example(
      false,
      Text{fmt::format("D(G_1) = 1/2, D(G_2) = 1/10 or 17/20: exp(2 J_G) is {} for G_2 and {} "
                       "for G_1",
                       to_text(of_second), to_text(of_first)),
           fmt::format("D(G_1) = 1/2，D(G_2) = 1/10 或 17/20：G_2 的 exp(2 J_G) 为 {}，G_1 的为 {}",
                       to_text(of_second), to_text(of_first))},
      scope);
}

void add_twins(Claim& claim) {
  Twins(claim, dominating_maps_have_less(Preferred::larger_d))
      .grid(R"(D(G_1(z)) \ge D(G_2(z)) \implies J_G(D,G_1) \ge J_G(D,G_2))",
            {"the generator prefers the smaller D(G(z))", "误认为生成器偏好较小的 D(G(z))"},
            dominating_maps_have_less(Preferred::smaller_d));
  add_twin(claim, Witness::grid,
           R"(D(G_1(z)) \ge D(G_2(z)) \;\forall z \text{ or } D(G_1(z)) \le D(G_2(z)) \;\forall z)",
           {"every two generators can be compared", "误认为任意两个生成器都可比较"}, {},
           [](const Setting&) { return not_comparable(false); });
  add_twin(claim, Witness::grid,
           R"(J_G(D,G_1) \le J_G(D,G_2) \implies D(G_1(z)) \ge D(G_2(z)) \;\forall z)",
           {"the converse: the smaller loss read as a preference at every z",
            "逆命题：由损失较小推出逐个 z 的偏好"},
           {}, converse_fails);
}

}  // namespace

void generator_up_d(Claim& claim) {
  const Comparisons ordered = dominating_maps_have_less(Preferred::larger_d);
  PartOf(claim, "dominated")
      .summed(ordered,
              {"the losses of every two maps that D orders", "可由 D 排序的任意两个映射的损失"})
      .enclosed(ordered, the_same_enclosed)
      .swept({"1/s ≥ 1 on (0, 1]: log(1-t) decreases in t",
              "(0, 1] 上 1/s ≥ 1，故 log(1-t) 关于 t 递减"},
             [] { return logarithm_increases(); })
      .proved({"log(c+ε) increases in ε", "log(c+ε) 关于 ε 递增"}, order_by_algebra);
  PartOf(claim, "not-all-comparable")
      .summed(crossing, {"two generators whose D(G(z)) cross, found among all maps",
                         "在全部映射中找到 D(G(z)) 互有大小的两个生成器"})
      .enclosed(crossing, the_same_enclosed)
      .proved({"the same, exactly", "同上，精确计算"}, [] { return not_comparable(true); });
  add_twins(claim);
}

}  // namespace gancheck
