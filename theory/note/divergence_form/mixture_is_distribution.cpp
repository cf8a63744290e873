// Claim 43: M = (P+Q)/2 is a probability measure with P, Q << M and dP/dM = 2 D* <= 2.
#include "theory/checks/everywhere.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

/// The integral of f is 1.
template <class F>
auto has_mass_one(const F& f) {
  return equal(integral_of(f), []<class T>(const Columns<T>&) -> T { return T(1); });
}
const auto mixture_has_mass_one = has_mass_one(formulas::mixture);
/// The same for any masses.
const auto half_the_masses = equal(
    integral_of(formulas::mixture),
    []<class T>(const Columns<T>& c) -> T { return (mass_of_data(c) + mass_of_generator(c)) / 2; });

/// lambda P + (1 - lambda) Q with lambda = tenths/10: whole numbers are exact in every arithmetic.
auto weighted(int tenths) {
  return [tenths]<class T>(const T& p, const T& q) -> T {
    return (p * tenths + q * (10 - tenths)) / 10;
  };
}
auto is_nonnegative(int tenths) {
  return at_most([]<class T>(const T&, const T&) -> T { return T(0); }, weighted(tenths));
}
auto mass_of_weighted(int tenths) {
  return equal(integral_of(weighted(tenths)), [tenths]<class T>(const Columns<T>& c) -> T {
    return weighted(tenths)(mass_of_data(c), mass_of_generator(c));
  });
}

/// The mass for lambda = 0, 1/10, 1, against lambda P^ + (1 - lambda) Q^.
Evidence masses_of_weighted(const Setting& setting) {
  Residuals residuals(
      {setting.scope.en + ", λ = 0, 1/10, 1", setting.scope.zh + "，λ = 0、1/10、1"});
  for (const int tenths : {0, 1, 10}) {
    const auto relation = mass_of_weighted(tenths);
    for (const auto& pair : setting.pairs) compare_on(residuals, relation, *pair);
  }
  return residuals.evidence();
}

/// For lambda = u/(u+v) with u, v > 0, 0 and 1: mass 1, and coefficients lambda, 1 - lambda >= 0,
/// so that the density is nowhere negative.
Evidence weighted_by_algebra() {
  const Chance<Symbol> lambda = free_chance();
  std::vector<Identity> proof = integral_by_masses(
      [&](const Symbol& p, const Symbol& q) -> Symbol { return lambda.yes * p + lambda.no * q; },
      Symbol(1));
  for (const int end : {0, 10}) {
    for (Identity& i : integral_by_masses(weighted(end), Symbol(1))) proof.push_back(std::move(i));
  }
  return same_forms(proof, {"all P, Q and λ in [0, 1]", "一切 P、Q 与 λ ∈ [0, 1]"},
                    {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity});
}

/// dP/dM and dQ/dM.
constexpr auto data_over_mixture = []<class T>(const T& p, const T& q) -> T {
  return p / formulas::mixture(p, q);
};
constexpr auto generator_over_mixture = []<class T>(const T& p, const T& q) -> T {
  return q / formulas::mixture(p, q);
};
const auto data_density = equal(data_over_mixture, []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::optimal_discriminator(p, q).yes;
});
const auto generator_density =
    equal(generator_over_mixture, []<class T>(const T& p, const T& q) -> T {
      return 2 * formulas::optimal_discriminator(p, q).no;
    });

/// p <= 2m, whose room is q.
constexpr auto twice_mixture = []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::mixture(p, q);
};
constexpr auto data = []<class T>(const T& p, const T&) -> T { return p; };
constexpr auto generator = []<class T>(const T&, const T& q) -> T { return q; };
const auto data_is_dominated = at_most(data, twice_mixture);
const auto generator_is_dominated = at_most(generator, twice_mixture);

Evidence domination_by_algebra() {
  const auto room = [](const auto& density) {
    return [density](const Symbol& p, const Symbol& q) -> Symbol {
      return twice_mixture(p, q) - density(p, q);
    };
  };
  std::vector<Identity> proof = same_where_not_null(room(data), generator);
  for (Identity& i : same_where_not_null(room(generator), data)) proof.push_back(std::move(i));
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::monotonicity});
}

/// What is left of 2m when one density is taken away is the other.
Evidence domination_at_random_points() {
  return at_random_points({"p", "q"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    const Rational twice = twice_mixture(x[0], x[1]);
    return {{twice - x[0], x[1]}, {twice - x[1], x[0]}};
  });
}
/// m = p/2 + q/2, and the same for every lambda.
Evidence weights_at_random_points() {
  return at_random_points(
      {"p", "q", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        const Chance<Rational> weight = rational_chance(x[2], x[3]);
        const Rational total = x[0] + x[1], blend = weight.yes * x[0] + weight.no * x[1];
        const Rational exchanged = weight.no * x[0] + weight.yes * x[1];
        return {{weight.yes + weight.no, 1}, {blend + exchanged, total}};
      });
}

Evidence densities_by_algebra() {
  std::vector<Identity> proof = same_where_not_null(data_density.left, data_density.right);
  for (Identity& i : same_where_not_null(generator_density.left, generator_density.right)) {
    proof.push_back(std::move(i));
  }
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym});
}

std::vector<Check> checks() {
  return {
      {"mass",
       {"m summed over the grid against half of both masses",
        "在网格上对 m 求和，与两个总质量之和的一半比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, half_the_masses); }},
      {"mass",
       {"m summed over the grids of mass one each", "对总质量恰为 1 的网格求 m 之和"},
       Witness::grid,
       [](const Setting& s) { return on_probabilities(s, mixture_has_mass_one); }},
      {"mass",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return on_probabilities_in_balls(s, mixture_has_mass_one); }},
      density_check(
          "mass",
          {"M(X) integrated and enclosed for laws with densities",
           "对有密度的分布积分，计算 M(X) 的包含区间"},
          Order::equal,
          [](const EnclosedNumbers& n) -> Ball { return (n.mass_data + n.mass_generator) / 2; },
          [](const EnclosedNumbers&) { return Ball(1); }),
      {"mass",
       {"the coefficients of p and q add up to 1", "p、q 的系数之和为 1"},
       Witness::symbolic,
       [](const Setting&) { return same_by_masses(formulas::mixture, Symbol(1)); }},
      {"weights",
       {"the mass of λ P + (1 - λ) Q", "λ P + (1 - λ) Q 的总质量"},
       Witness::grid,
       masses_of_weighted},
      {"weights",
       {"its density at every point, λ = 1/10", "λ = 1/10 时在每个点的密度"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, is_nonnegative(1)); }},
      {"weights",
       {"the coefficients of p and q are not negative and add up to 1",
        "p、q 的系数非负，其和为 1"},
       Witness::symbolic,
       [](const Setting&) { return weighted_by_algebra(); }},
      random_points_check("weights", weights_at_random_points),
      {"dominated",
       {"p against 2m at every point", "在每个点比较 p 与 2m"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, data_is_dominated); }},
      {"dominated",
       {"q against 2m at every point", "在每个点比较 q 与 2m"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, generator_is_dominated); }},
      {"dominated",
       {"2m - p = q and 2m - q = p", "2m - p = q，2m - q = p"},
       Witness::symbolic,
       [](const Setting&) { return domination_by_algebra(); }},
      {"dominated",
       {"dP/dM = 2s <= 2 and dQ/dM = 2(1-s) <= 2 on [0, 1]",
        "[0, 1] 上 dP/dM = 2s <= 2，dQ/dM = 2(1-s) <= 2"},
       Witness::ball,
       [](const Setting&) { return mixture_dominates(); }},
      random_points_check("dominated", domination_at_random_points),
      {"densities",
       {"p/m against 2D* at every point", "在每个点比较 p/m 与 2D*"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, data_density); }},
      {"densities",
       {"q/m against 2(1 - D*) at every point", "在每个点比较 q/m 与 2(1 - D*)"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, generator_density); }},
      {"densities",
       {"p/m enclosed against 2D*", "p/m 的包含区间与 2D* 比较"},
       Witness::ball,
       [](const Setting& s) { return at_every_point_in_balls(s, data_density); }},
      random_points_check(
          "densities", [] { return same_at_random_points(data_density.left, data_density.right); }),
      random_points_check(
          "densities",
          [] { return same_at_random_points(generator_density.left, generator_density.right); }),
      {"densities",
       {"both identities, also where p = 0 or q = 0", "两个恒等式，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) { return densities_by_algebra(); }}};
}

std::vector<Control> controls() {
  return {grid_twin('a', R"(\int \max(p, q)\, d\mu = 1)",
                    {"the larger density is one of a distribution: its mass is 1 + TV",
                     "误认为较大的密度也是概率密度：其总质量为 1 + TV"},
                    {"W7"},
                    has_mass_one([]<class T>(const T& p, const T& q) -> T { return max(p, q); }),
                    mixture_has_mass_one),
          grid_twin('b', R"(\int \sqrt{pq}\, d\mu = 1)",
                    {"the geometric mean is a density: its mass is 1 - H²",
                     "误认为几何平均也是概率密度：其总质量为 1 - H²"},
                    {"W7"},
                    has_mass_one([]<class T>(const T& p, const T& q) -> T { return sqrt(p * q); }),
                    mixture_has_mass_one),
          point_twin(
              'c', R"(\lambda P + (1 - \lambda) Q \ge 0 \text{ for } \lambda = \tfrac32)",
              {"weights outside [0, 1]: negative where p = 0", "系数超出 [0, 1]：在 p = 0 处为负"},
              {"W2"}, is_nonnegative(15), is_nonnegative(5))};
}

}  // namespace

void mixture_is_distribution(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
