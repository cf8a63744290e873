// Claim 4: G is deterministic: given z, the law of x = G(z) is the point mass there. Q is sampled
// and need not have a density.
#include <fmt/format.h>

#include <algorithm>

#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

// Finite spaces.

/// z -> (z, G(z)), where (z, x) is point number z·targets + x: its image law is the joint law.
FiniteMap graph_of(const FiniteMap& map) {
  FiniteMap graph{{}, map.image.size() * map.targets};
  for (std::size_t z = 0; z < map.image.size(); ++z)
    graph.image.push_back(z * map.targets + map.image[z]);
  return graph;
}

/// P(X = x | Z = z) for every z of positive mass, from the joint law, against 1{x = G(z)}; and the
/// joint law added up over z against Q.
constexpr auto given_the_noise = []<class T>(const Setting&, Take<T>& take) {
  take.over({"all 81 maps from 4 points to 3, 4 laws of noise",
             "从 4 点到 3 点的全部 81 个映射，4 个噪声分布"});
  for (const NoiseLaw& law : noise_laws()) {
    const auto noise = weights_of<T>(law);
    for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
      const auto joint = image_law(noise, graph_of(map)), image = image_law(noise, map);
      for (std::size_t x = 0; x < noise_targets; ++x) {
        const auto where = [&] { return fmt::format("{}, x = {}", map.text(), x); };
        std::vector<T> column;
        for (std::size_t z = 0; z < noise_points; ++z) {
          const T& mass = joint[z * noise_targets + x];
          column.push_back(mass);
          if (law[z] != 0) take.equal(T(mass / noise[z]), T(map.image[z] == x ? 1 : 0), where);
        }
        take.equal(sum_of(column), image[x], where);
      }
    }
  }
};

// G(z) = z², z ~ U(-1, 1), sampled at the middles of n cells of equal mass.

/// The share of samples with G(z) <= x is within 1/n of Q(G <= x) = sqrt x: the z with z² <= x
/// are an interval of length 2 sqrt x, which has n sqrt x middles, up to one.
constexpr auto samples = []<class T>(const Setting&, Take<T>& take) {
  take.over(
      {"n = 16, 64, 256, 1024, 15 values of x each", "n = 16、64、256、1024，x 各取 15 个值"});
  for (const int n : {16, 64, 256, 1024}) {
    for (int j = 1; j < 16; ++j) {
      const Rational x(j, 16);
      int below = 0;
      for (int k = 0; k < n; ++k) {
        const Rational z = Rational(2 * k + 1, n) - 1;
        below += z * z <= x ? 1 : 0;
      }
      take.at_most(abs(T(T(below) / n - sqrt(exactly<T>(x)))), T(T(1) / n),
                   [=] { return fmt::format("n = {}, x = {}/16", n, j); });
    }
  }
};

// G(z) = (z, z²), z ~ U(0, 1): a curve in the plane.

/// Cell k of n has its image in the box [k/n, (k+1)/n] x [k²/n², (k+1)²/n²], of width 1/n and
/// height (2k+1)/n². All boxes together.
template <class T>
T area_of_cover(int n) {
  std::vector<T> boxes;
  for (int k = 0; k < n; ++k) {
    const T begin = T(k) / n, end = T(k + 1) / n;
    boxes.push_back(T((end - begin) * (end * end - begin * begin)));
  }
  return sum_of(boxes);
}
template <class F>
Comparisons for_every_cover(const F& compare) {
  return [compare]<class T>(const Setting&, Take<T>& take) {
    take.over({"n = 1, 2, 4, ..., 1024 boxes", "n = 1、2、4、…、1024 个矩形"});
    for (int n = 1; n <= 1024; n *= 2) {
      compare(take, n, area_of_cover<T>(n), [n] { return fmt::format("n = {}", n); });
    }
  };
}
constexpr auto area_is_one_nth = []<class T>(Take<T>& take, int n, const T& area,
                                             const Where& where) {
  take.equal(area, T(T(1) / n), where);
};
constexpr auto area_stays = []<class T>(Take<T>& take, int, const T& area, const Where& where) {
  take.at_most(T(T(1) / 10), area, where);
};

/// z² increases, so that the image of a cell is in its box, of area (2k+1)/n³. The numbers 2k+1 add
/// up to n²: 0 for n = 0, and (n+1)² = n² + (2n+1). So the boxes have the area n²/n³ = 1/n for
/// every n, and the mass 1: the curve has the area 0.
Evidence curve_by_algebra() {
  const Symbol z = Symbol::positive("z"), k = Symbol::positive("k"), n = Symbol::positive("n");
  const Symbol one(1), begin = k / n, end = (k + one) / n;
  return same_forms({{derivative(z * z, z), 2 * z},
                     {(end - begin) * (end * end - begin * begin), (2 * k + one) / (n * n * n)},
                     {(n + one) * (n + one), n * n + (2 * n + one)},
                     {n * n / (n * n * n), one / n}},
                    {"G(z) = (z, z²), z ~ U(0, 1)", "G(z) = (z, z²)，z ~ U(0, 1)"},
                    {lemma::increase, lemma::monotonicity});
}

// Exact examples.

const Text one_map = {"one map", "一个映射"};

/// Against "deterministic, so a point mass": the largest mass of Q for G(z) = z.
Evidence identity_spreads() {
  const FiniteMap identity{{0, 1, 2, 3}, noise_points};
  const NoiseLaw image = image_law(noise_laws().front(), identity);
  const Rational largest = *std::max_element(image.begin(), image.end());
  return example(
      largest == 1,
      Text{"G(z) = z on four points of mass 1/4: no point has more than " + largest.str(),
           "在质量各为 1/4 的四点上 G(z) = z：没有一点的质量超过 " + largest.str()},
      one_map);
}
/// Against "a density of P_z gives one of Q": cells of (0, 1) of mass 1/4 each, all taken to 0.
Evidence constant_is_a_point_mass() {
  const FiniteMap constant{{0, 0, 0, 0}, 1};
  const Rational mass = mass_of_preimage(noise_laws().front(), constant, PointSet{1});
  return example(mass == 0,
                 Text{"G = 0, z ~ U(0, 1): Q({0}) = " + mass.str() + ", and {0} has length 0",
                      "G = 0，z ~ U(0, 1)：Q({0}) = " + mass.str() + "，而 {0} 的长度为 0"},
                 one_map);
}

}  // namespace

void generator_deterministic(Claim& claim) {
  const Comparisons curve = for_every_cover(area_is_one_nth);
  PartOf(claim, "given-z")
      .summed(given_the_noise, {"the law of x given z, from the joint law, for every map",
                                "对每个映射由联合分布求给定 z 时 x 的条件分布"})
      .enclosed(given_the_noise, the_same_enclosed);
  PartOf(claim, "samples")
      .summed(samples, {"the share of samples below x against P_z(G ≤ x)",
                        "样本中不超过 x 的比例与 P_z(G ≤ x) 比较"})
      .enclosed(samples, the_same_enclosed);
  PartOf(claim, "no-density")
      .summed(curve, {"the area of n boxes that cover the curve (z, z²)",
                      "覆盖曲线 (z, z²) 的 n 个矩形的面积"})
      .enclosed(curve, the_same_enclosed)
      .proved({"n boxes of the whole mass have the area 1/n", "n 个矩形含全部质量，面积为 1/n"},
              curve_by_algebra);
  add_twin(claim, Witness::symbolic,
           R"(G \text{ deterministic} \implies Q \text{ is a point mass})",
           {"no randomness left, although z is random", "误认为毫无随机性：z 仍是随机的"}, {},
           [](const Setting&) { return identity_spreads(); });
  add_twin(claim, Witness::symbolic,
           R"(P_z \text{ has a density} \implies Q \text{ has a density})",
           {"a density of Q for every G", "误认为对每个 G，Q 都有密度"}, {},
           [](const Setting&) { return constant_is_a_point_mass(); });
  Twins(claim, curve)
      .grid(R"(\text{a smooth } G : \mathbb{R} \to \mathbb{R}^2 \text{ fills an area})",
            {"the curve (z, z²) needs an area of at least 1/10",
             "误认为曲线 (z, z²) 至少占有面积 1/10"},
            for_every_cover(area_stays));
}

}  // namespace gancheck
