// Claim 3: P_z is the law of the noise, and the generator's law is its image Q: with the
// generator's parameter Q changes and P_z does not.
#include <fmt/format.h>

#include "theory/checks/finite_game.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

// G(z) = theta z, z ~ U(0, 1). The noise is cut into cells of mass 1/64.

constexpr int cells = 64;
const std::vector<Rational>& parameters() {
  static const std::vector<Rational> all = {Rational(1, 2), 1, Rational(3, 2), 2, 5};
  return all;
}

/// The mass of the cells that the map takes below x: P_z(theta z <= x) for an x at which a cell
/// ends; theta = 1 gives P_z(z <= x).
Rational mass_below(const Rational& theta, const Rational& x) {
  int below = 0;
  for (int k = 1; k <= cells; ++k) below += theta * Rational(k, cells) <= x ? 1 : 0;
  return Rational(below, cells);
}

/// For every theta and every u at which a cell ends: the mass that is taken below x = theta u,
/// against a formula in theta and x for the law of G(z), or in theta and u for that of z.
enum class LawOf { generator, noise };
template <class F>
Comparisons distribution_is(LawOf law, const F& formula) {
  return [=]<class T>(const Setting&, Take<T>& take) {
    take.over({"5 values of θ, 64 values of x each", "θ 取 5 个值，x 各取 64 个值"});
    for (const Rational& theta : parameters()) {
      for (int k = 1; k <= cells; ++k) {
        const Rational u(k, cells), x = theta * u;
        take.equal(exactly<T>(mass_below(theta, x)),
                   formula(exactly<T>(theta), exactly<T>(law == LawOf::generator ? x : u)),
                   [&] { return fmt::format("θ = {}, x = {}", theta.str(), x.str()); });
      }
    }
  };
}
constexpr auto scaled = []<class T>(const T& theta, const T& x) -> T { return x / theta; };
constexpr auto fixed = []<class T>(const T&, const T& x) -> T { return x; };

/// G(x/theta) = x, and 0 <= x/theta <= 1 for 0 <= x <= theta, so that P_z(theta z <= x) =
/// P_z(z <= x/theta) = x/theta: its derivative by x is the density of the noise over G', that by
/// theta is negative.
Evidence generator_by_algebra() {
  const Symbol theta = Symbol::positive("theta"), x = Symbol::positive("x"),
               z = Symbol::positive("z");
  const Symbol map = theta * z, one(1);
  const Symbol preimage = scaled(theta, x);
  return same_forms({{substitute(map, z, preimage), x},
                     {derivative(preimage, x), one / derivative(map, z)},
                     {derivative(preimage, theta), -(x / (theta * theta))}},
                    {"G(z) = θz for all θ > 0, z ~ U(0, 1), 0 ≤ x ≤ θ",
                     "G(z) = θz，一切 θ > 0，z ~ U(0, 1)，0 ≤ x ≤ θ"},
                    {lemma::increase});
}
/// The law of z = x/theta, found again from that of x: Q(x <= theta u) = u for every theta > 0
/// and 0 <= u <= 1.
Evidence noise_by_algebra() {
  const Symbol theta = Symbol::positive("theta"), x = Symbol::positive("x"),
               u = Symbol::positive("u");
  const Symbol recovered = substitute(scaled(theta, x), x, theta * u);
  return same_forms({{recovered, fixed(theta, u)}, {derivative(recovered, theta), Symbol(0)}},
                    {"z ~ U(0, 1), all θ > 0, 0 ≤ u ≤ 1", "z ~ U(0, 1)，一切 θ > 0，0 ≤ u ≤ 1"},
                    {});
}

// "P_z is the generator's distribution."

/// Maps of four points to themselves that leave the law of the noise as it is: all 4! permutations
/// of the uniform law; of different masses only the identity; with one null point, that one goes
/// anywhere; with all mass on one point, the three others do.
struct Preserved {
  const NoiseLaw& noise;
  int maps;
};
std::vector<Preserved> preserved() {
  const std::vector<NoiseLaw>& laws = noise_laws();
  return {{laws[0], 24}, {laws[1], 1}, {laws[2], 4}, {laws[3], 64}};
}
constexpr auto few_maps_keep_the_noise = []<class T>(const Setting&, Take<T>& take) {
  take.over({"all 256 maps of 4 points, 4 laws of noise", "4 点上的全部 256 个映射，4 个噪声分布"});
  for (const Preserved& expected : preserved()) {
    int kept = 0;
    for (const FiniteMap& map : all_maps(noise_points, noise_points))
      kept += image_law(expected.noise, map) == expected.noise ? 1 : 0;
    take.equal(T(kept), T(expected.maps), [&] {
      return Text{fmt::format("{} maps", kept), fmt::format("{} 个映射", kept)};
    });
  }
};
/// theta = 2: Q([0,1]) is the mass below 1.
Evidence another_law(bool confirms) {
  const Rational generated = mass_below(2, 1), noise = mass_below(1, 1);
  const Text scope = {"one generator", "一个生成器"};
  if (generated == noise) return no_example(scope);
  return example(confirms,
                 fmt::format("G(z) = 2z, z ~ U(0, 1): Q([0, 1]) = {}, P_z([0, 1]) = {}",
                             generated.str(), noise.str()),
                 scope);
}

/// Q against a law on the same points, for every map of four points to themselves, at every
/// point.
template <class LawOfX>
Comparisons every_map(const LawOfX& law_of_x) {
  return [law_of_x]<class T>(const Setting&, Take<T>& take) {
    take.over(
        {"all 256 maps of 4 points, 4 laws of noise", "4 点上的全部 256 个映射，4 个噪声分布"});
    for (const NoiseLaw& law : noise_laws()) {
      const auto noise = weights_of<T>(law);
      for (const FiniteMap& map : all_maps(noise_points, noise_points)) {
        const auto image = image_law(noise, map);
        for (std::size_t x = 0; x < noise_points; ++x) {
          take.equal(image[x], law_of_x(noise, map, x),
                     [&] { return fmt::format("{}, x = {}", map.text(), x); });
        }
      }
    }
  };
}
constexpr auto of_preimage = []<class T>(const std::vector<T>& noise, const FiniteMap& map,
                                         std::size_t x) -> T {
  return mass_of_preimage(noise, map, PointSet{1} << x);
};
constexpr auto of_noise = []<class T>(const std::vector<T>& noise, const FiniteMap&,
                                      std::size_t x) -> T { return noise[x]; };

// The game.

/// V(D, G) less V at the first generator, against the same of J_G, for every generator. `data_of`
/// gives the law of the data.
template <class DataOf>
Comparisons value_changes_with_cost(const DataOf& data_of) {
  return [data_of]<class T>(const Setting&, Take<T>& take) {
    take.over({"all 81 generators from 4 points to 3, 4 laws of noise",
               "从 4 点到 3 点的全部 81 个生成器，4 个噪声分布"});
    const auto data = weights_of<T>(finite_game::data());
    for (const NoiseLaw& law : noise_laws()) {
      const auto noise = weights_of<T>(law);
      const std::vector<FiniteMap> maps = all_maps(noise_points, noise_targets);
      const auto first = image_law(noise, maps.front());
      for (const FiniteMap& map : maps) {
        const auto image = image_law(noise, map);
        take.equal(T(finite_game::value(data_of(data, image), image) -
                     finite_game::value(data_of(data, first), first)),
                   T(finite_game::cost(image) - finite_game::cost(first)),
                   [&] { return map.text(); });
      }
    }
  };
}
constexpr auto the_same_data = []<class T>(const std::vector<T>& data,
                                           const std::vector<T>&) -> std::vector<T> {
  return data;
};
constexpr auto data_that_move = []<class T>(const std::vector<T>&,
                                            const std::vector<T>& image) -> std::vector<T> {
  return image;
};

void add_laws(Claim& claim) {
  const Comparisons generator = distribution_is(LawOf::generator, scaled),
                    noise = distribution_is(LawOf::noise, fixed);
  PartOf(claim, "generator")
      .summed(generator,
              {"P_z(θz ≤ x), cell by cell, against x/θ", "逐个小区间计算 P_z(θz ≤ x)，与 x/θ 比较"})
      .summed(every_map(of_preimage), {"the image of the noise for every map of four points",
                                       "对 4 点的每个映射计算噪声的像"})
      .enclosed(generator, the_same_enclosed)
      .proved({"the distribution function of θz and its derivatives", "θz 的分布函数及其导数"},
              generator_by_algebra);
  PartOf(claim, "noise")
      .summed(noise, {"Q(x ≤ θu), cell by cell, against u for every θ",
                      "对每个 θ 逐个小区间计算 Q(x ≤ θu)，与 u 比较"})
      .enclosed(noise, the_same_enclosed)
      .proved({"Q(x ≤ θu) = u, whose derivative by θ is 0", "Q(x ≤ θu) = u，对 θ 的导数为 0"},
              noise_by_algebra);
}

void add_sentence_and_game(Claim& claim) {
  PartOf(claim, "not-the-noise")
      .summed(few_maps_keep_the_noise,
              {"the maps of four points with Q = P_z counted", "数出 4 点上使 Q = P_z 的映射"})
      .proved({"G(z) = 2z, exactly", "G(z) = 2z，精确计算"}, [] { return another_law(true); });
  const Comparisons game = value_changes_with_cost(the_same_data);
  PartOf(claim, "data-stay")
      .summed(game, {"V and J_G change alike from generator to generator",
                     "更换生成器时 V 与 J_G 的改变量相同"})
      .enclosed(game, the_same_enclosed);
}

}  // namespace

void noise_prior(Claim& claim) {
  add_laws(claim);
  add_sentence_and_game(claim);
  Twins(claim, every_map(of_preimage))
      .grid(R"(Q = P_z \text{ for every } G)",
            {"the law of the noise taken for the generator's", "把噪声分布当作生成器的分布"},
            every_map(of_noise));
  Twins(claim, distribution_is(LawOf::noise, fixed))
      .grid(R"(\frac{\partial P_z}{\partial \theta_g} \ne 0)",
            {"a noise that moves with the generator", "噪声分布随生成器而变"},
            distribution_is(LawOf::noise, scaled));
  Twins(claim, value_changes_with_cost(the_same_data))
      .grid(R"(V \text{ depends on } \theta_g \text{ through } P)",
            {"data that move with the generator", "数据分布随生成器而变"},
            value_changes_with_cost(data_that_move));
}

}  // namespace gancheck
