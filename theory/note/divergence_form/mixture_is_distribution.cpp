// Claim 43: M = (P+Q)/2 is a probability measure with P, Q << M and dP/dM = 2 D* <= 2.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using formulas::mixture;
using functionals::mass_of_data;
using functionals::mass_of_generator;

/// The integral of f is 1.
Relation has_mass_one(const Formula& f) {
  return equal(integral_of(f), 1);
}

/// lambda P + (1 - lambda) Q with lambda = tenths/10: whole numbers are exact in every arithmetic.
auto weighted(int tenths) {
  return [tenths]<class T>(const T& p, const T& q) -> T {
    return (p * tenths + q * (10 - tenths)) / 10;
  };
}
Comparisons is_nonnegative(int tenths) {
  return at_every_point(
      at_most([]<class T>(const T&, const T&) -> T { return T(0); }, weighted(tenths)));
}

/// The mass for lambda = 0, 1/10, 1, against lambda P^ + (1 - lambda) Q^.
constexpr auto masses_of_weighted = []<class T>(const Setting& setting, Take<T>& take) {
  const Text pairs = Seen<T>::scope(setting);
  take.over({pairs.en + ", λ = 0, 1/10, 1", pairs.zh + "，λ = 0、1/10、1"});
  for (const int tenths : {0, 1, 10}) {
    const Functional mass = integral_of(weighted(tenths));
    const Functional blend = weighted(tenths)(mass_of_data, mass_of_generator);
    for (const auto& pair : Seen<T>::pairs(setting)) {
      const Columns<T>& c = Seen<T>::columns(*pair);
      take.equal(mass(c), blend(c), [&] { return pair->name(); });
    }
  }
};

std::vector<Identity> both(std::vector<Identity> first, const std::vector<Identity>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// For lambda = u/(u+v) with u, v > 0, 0 and 1: mass 1, and coefficients lambda, 1 - lambda >= 0,
/// so that the density is nowhere negative.
Evidence weighted_by_algebra() {
  const Chance<Symbol> lambda = free_chance();
  std::vector<Identity> proof = integral_by_masses(
      [&](const Symbol& p, const Symbol& q) -> Symbol { return lambda.yes * p + lambda.no * q; },
      Symbol(1));
  for (const int end : {0, 10}) proof = both(proof, integral_by_masses(weighted(end), Symbol(1)));
  return same_forms(proof, {"all P, Q and λ in [0, 1]", "一切 P、Q 与 λ ∈ [0, 1]"},
                    {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity});
}

/// dP/dM and dQ/dM, and what they are.
constexpr auto data_over_mixture = []<class T>(const T& p, const T& q) -> T {
  return p / mixture(p, q);
};
constexpr auto generator_over_mixture = []<class T>(const T& p, const T& q) -> T {
  return q / mixture(p, q);
};
constexpr auto twice_dstar = []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::optimal_discriminator(p, q).yes;
};
constexpr auto twice_the_rest = []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::optimal_discriminator(p, q).no;
};

/// p <= 2m, whose room is q.
constexpr auto data = []<class T>(const T& p, const T&) -> T { return p; };
constexpr auto generator = []<class T>(const T&, const T& q) -> T { return q; };
constexpr auto twice_mixture = []<class T>(const T& p, const T& q) -> T {
  return 2 * mixture(p, q);
};
constexpr auto room_of_data = []<class T>(const T& p, const T& q) -> T {
  return twice_mixture(p, q) - p;
};
constexpr auto room_of_generator = []<class T>(const T& p, const T& q) -> T {
  return twice_mixture(p, q) - q;
};

Evidence domination_by_algebra() {
  return same_forms(both(same_where_not_null(room_of_data, generator),
                         same_where_not_null(room_of_generator, data)),
                    all_pairs_of_laws, {lemma::radon_nikodym, lemma::monotonicity});
}

/// What is left of 2m when one density is taken away is the other.
Evidence domination_at_random_points() {
  return at_random_points({"p", "q"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    return {{room_of_data(x[0], x[1]), x[1]}, {room_of_generator(x[0], x[1]), x[0]}};
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
  return same_forms(both(same_where_not_null(data_over_mixture, twice_dstar),
                         same_where_not_null(generator_over_mixture, twice_the_rest)),
                    all_pairs_of_laws, {lemma::radon_nikodym});
}

void add_mass(Claim& claim) {
  const Relation half_the_masses =
      equal(integral_of(mixture), mixture(mass_of_data, mass_of_generator));
  const Comparisons is_one = on_probabilities(has_mass_one(mixture));
  PartOf(claim, "mass")
      .summed(half_the_masses, {"m summed over the grid against half of both masses",
                                "在网格上对 m 求和，与两个总质量之和的一半比较"})
      .summed(is_one,
              {"m summed over the grids of mass one each", "对总质量恰为 1 的网格求 m 之和"})
      .enclosed(is_one, the_same_enclosed)
      .integrated(
          {"M(X) integrated and enclosed for laws with densities",
           "对有密度的分布积分，计算 M(X) 的包含区间"},
          Order::equal,
          [](const EnclosedNumbers& n) -> Ball { return (n.mass_data + n.mass_generator) / 2; },
          [](const EnclosedNumbers&) { return Ball(1); })
      .proved({"the coefficients of p and q add up to 1", "p、q 的系数之和为 1"},
              [] { return same_by_masses(mixture, Symbol(1)); });
}

void add_weights(Claim& claim) {
  PartOf(claim, "weights")
      .summed(masses_of_weighted, {"the mass of λ P + (1 - λ) Q", "λ P + (1 - λ) Q 的总质量"})
      .summed(is_nonnegative(1),
              {"its density at every point, λ = 1/10", "λ = 1/10 时在每个点的密度"})
      .proved({"the coefficients of p and q are not negative and add up to 1",
               "p、q 的系数非负，其和为 1"},
              weighted_by_algebra)
      .at_random_points(weights_at_random_points);
}

void add_dominated(Claim& claim) {
  PartOf(claim, "dominated")
      .summed(at_every_point(at_most(data, twice_mixture)),
              {"p against 2m at every point", "在每个点比较 p 与 2m"})
      .summed(at_every_point(at_most(generator, twice_mixture)),
              {"q against 2m at every point", "在每个点比较 q 与 2m"})
      .proved({"2m - p = q and 2m - q = p", "2m - p = q，2m - q = p"}, domination_by_algebra)
      .swept({"dP/dM = 2s ≤ 2 and dQ/dM = 2(1-s) ≤ 2 on [0, 1]",
              "[0, 1] 上 dP/dM = 2s ≤ 2，dQ/dM = 2(1-s) ≤ 2"},
             [] { return mixture_dominates(); })
      .at_random_points(domination_at_random_points);
}

void add_densities(Claim& claim) {
  const Comparisons of_data = at_every_point(equal(data_over_mixture, twice_dstar));
  PartOf(claim, "densities")
      .summed(of_data, {"p/m against 2D* at every point", "在每个点比较 p/m 与 2D*"})
      .summed(at_every_point(equal(generator_over_mixture, twice_the_rest)),
              {"q/m against 2(1 - D*) at every point", "在每个点比较 q/m 与 2(1 - D*)"})
      .enclosed(of_data, {"p/m enclosed against 2D*", "p/m 的包含区间与 2D* 比较"})
      .same_at_random_points(data_over_mixture, twice_dstar)
      .same_at_random_points(generator_over_mixture, twice_the_rest)
      .proved({"both identities, also where p = 0 or q = 0", "两个恒等式，p = 0 或 q = 0 处亦然"},
              densities_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, has_mass_one(mixture))
      .on("W7")
      .grid(R"(\int \max(p, q)\,d\mu = 1)",
            {"the larger density is one of a distribution: its mass is 1 + TV",
             "误认为较大的密度也是概率密度：其总质量为 1 + TV"},
            has_mass_one([]<class T>(const T& p, const T& q) -> T { return max(p, q); }))
      .grid(R"(\int \sqrt{pq}\,d\mu = 1)",
            {"the geometric mean is a density: its mass is 1 - H², H the Hellinger distance",
             "误认为几何平均也是概率密度：其总质量为 1 - H²，H 为 Hellinger 距离"},
            has_mass_one([]<class T>(const T& p, const T& q) -> T { return sqrt(p * q); }));
  Twins(claim, is_nonnegative(5))
      .on("W2")
      .grid(R"(\lambda P + (1 - \lambda) Q \ge 0 \text{ for } \lambda = \tfrac32)",
            {"weights outside [0, 1]: negative where p = 0", "系数超出 [0, 1]：在 p = 0 处为负"},
            is_nonnegative(15));
}

}  // namespace

void mixture_is_distribution(Claim& claim) {
  add_mass(claim);
  add_weights(claim);
  add_dominated(claim);
  add_densities(claim);
  add_twins(claim);
}

}  // namespace gancheck
