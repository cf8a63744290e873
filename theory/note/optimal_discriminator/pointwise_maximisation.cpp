// Claim 26: to maximise an integral over all functions D is to maximise the integrand at every
// point.
#include <optional>

#include "theory/checks/functionals.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using functionals::loss_density;
using functionals::value_at_optimum;
using functionals::value_found;
using spread::Ends;
using spread::Inside;
using spread::integral;

Relation attained() {
  return equal(value_found, value_at_optimum);
}

/// D takes one of these values at every point: 0, 1/4, 1/2, 3/4, 1.
constexpr int lattice[] = {0, 250, 500, 750, 1000};
/// 5^n functions D on n points.
constexpr std::size_t most_points = 3;

/// What each value of the lattice contributes at each point that is not null.
template <class T>
using Contributions = std::vector<std::vector<T>>;
template <class T>
Contributions<T> contributions(const Columns<T>& c) {
  Contributions<T> all;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    all.emplace_back();
    for (const int value : lattice) {
      all.back().push_back(c.weight[i] * value_density(c.p[i], c.q[i], spread::chance<T>(value)));
    }
  }
  return all;
}

/// The largest sum over all D with values in the lattice, from a point on: every D is tried.
template <class T>
T largest_from(const Contributions<T>& all, std::size_t point, const T& so_far) {
  if (point == all.size()) return so_far;
  std::optional<T> largest;
  for (const T& term : all[point]) {
    const T found = largest_from(all, point + 1, T(so_far + term));
    largest = largest ? max(*largest, found) : found;
  }
  return *largest;
}
/// Undefined for more points than can be tried.
constexpr auto joint_maximum = []<class T>(const Columns<T>& c) -> T {
  if (c.size() > most_points) return T(0) / T(0);
  return largest_from(contributions(c), 0, T(0));
};

/// The sum over the points of the largest contribution of each.
constexpr auto sum_of_maxima = []<class T>(const Columns<T>& c) -> T {
  T total(0);
  for (const std::vector<T>& terms : contributions(c)) {
    T largest = terms.front();
    for (const T& term : terms) largest = max(largest, term);
    total = total + largest;
  }
  return total;
};

Relation separates() {
  return equal(joint_maximum, sum_of_maxima);
}

void joint_against_pointwise(const Setting& setting, Take<Tracked>& take) {
  take.over(
      {"all D with values k/4 on " + setting.scope.en, setting.scope.zh + "，取值为 k/4 的一切 D"});
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    if (c.size() > most_points) {
      take.leave_out({"more than 3 points", "多于 3 个点"});
    } else {
      take.equal(joint_maximum(c), sum_of_maxima(c), [&] { return pair->name(); });
    }
  }
}

/// With s = D* and f(t) = t - 1 - log t >= 0, max h - h(d) = p f(d/s) + q f((1-d)/(1-s)); where q
/// = 0 it is p f(d) + p (1-d), and where p = 0 q f(1-d) + q d. At the ends d = 0 and 1 the value
/// -infinity or 0 is below the maximum too.
Evidence maxima_are_above() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Chance<Symbol> d = free_chance(), s = formulas::optimal_discriminator(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({loss_density(p, q, d), p * formulas::tangent_gap(d.yes / s.yes) +
                                              q * formulas::tangent_gap(d.no / s.no)});
  proof.push_back({loss_density(p, none, d), p * formulas::tangent_gap(d.yes) + p * d.no});
  proof.push_back({loss_density(none, q, d), q * formulas::tangent_gap(d.no) + q * d.yes});
  return same_forms(proof, {"all P, Q and all D", "一切 P、Q 与一切 D"},
                    {lemma::radon_nikodym, lemma::convexity, lemma::monotonicity});
}

/// The largest V over the constants D = y is that of the integrand of (P^, Q^), the masses: by its
/// formula, and with the y that bisection finds.
constexpr auto best_constant = []<class T>(const Columns<T>& c) -> T {
  return formulas::value_at_optimum(functionals::mass_of_data(c),
                                    functionals::mass_of_generator(c));
};
constexpr auto best_constant_found = [](const Columns<Tracked>& c) -> Tracked {
  const Tracked p = functionals::mass_of_data(c), q = functionals::mass_of_generator(c);
  const Chance<Tracked> y = as_chance(maximise_pointwise(p.value(), q.value()), p, q);
  return integrate(c, [y](const Tracked& a, const Tracked& b) { return value_density(a, b, y); });
};
Relation constants_stay_below() {
  return at_most(best_constant, value_at_optimum);
}

/// -log 4 less (log y + log(1-y)) is f(2y) + f(2(1-y)) with f as above, and 0 at y = 1/2.
Evidence best_constant_by_tangent() {
  const Chance<Symbol> y = free_chance();
  const Symbol one(1), half = one / 2, minus_log4 = -2 * log(Symbol(2));
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({minus_log4 - value_density(one, one, y),
                   formulas::tangent_gap(2 * y.yes) + formulas::tangent_gap(2 * y.no)});
  proof.push_back({value_density(one, one, Chance<Symbol>{half, half}), minus_log4});
  return same_forms(proof, all_pairs_of_laws, {lemma::convexity, lemma::linearity});
}

/// The maximum of each integral by itself: p log 1 + q log 1.
constexpr auto each_by_itself = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, T(1)) + times_log(q, T(1));
};

void add_maximum(Claim& claim) {
  PartOf(claim, "upper-bound")
      .summed(at_most(integral<Inside>(value_density), value_found),
              {"V(D, G) against the sum of the maxima found, for a D in (0, 1)",
               "D 取值于 (0, 1)，V(D, G) 与逐点求得的最大值之和比较"})
      .summed(at_most(integral<Ends>(value_density), value_found),
              {"the same for D = 0, 1/2, 1", "同上，D 取 0、1/2、1"})
      .summed(joint_against_pointwise,
              {"the largest V over all functions D with values k/4, against the sum of the largest "
               "contributions",
               "在取值为 k/4 的一切函数 D 上 V 的最大值，与各点最大贡献之和比较"})
      .enclosed(at_most(integral<Inside>(value_density), value_at_optimum),
                {"V(D, G) and V(D*, G) enclosed", "V(D, G) 与 V(D*, G) 的包含区间"})
      .swept({"kl(s‖d) ≥ 0 on the closed square", "kl(s‖d) 在闭正方形上非负"}, binary_kl_is_convex)
      .proved({"from log t ≤ t - 1", "由 log t ≤ t - 1 得出"}, maxima_are_above);
  PartOf(claim, "attained")
      .summed(attained(), {"the sum of the maxima found, against V(D*, G)",
                           "逐点求得的最大值之和与 V(D*, G) 比较"})
      .proved({"D* put into the integrand", "将 D* 代入被积函数"},
              [] { return same_integrals(functionals::substituted, formulas::value_at_optimum); });
}

void add_constants(Claim& claim) {
  PartOf(claim, "best-constant")
      .summed(equal(best_constant_found, best_constant),
              {"the best constant found, against its formula", "求得的最优常数与公式比较"})
      .swept({"log y + log(1-y) ≤ -log 4 - 3(y-1/2)² on (0, 1)",
              "(0, 1) 上 log y + log(1-y) ≤ -log 4 - 3(y-1/2)²"},
             [] { return half_is_best_constant(); })
      .proved({"from log t ≤ t - 1", "由 log t ≤ t - 1 得出"}, best_constant_by_tangent);
  PartOf(claim, "constants-below")
      .summed(constants_stay_below(),
              {"the best constant against V(D*, G)", "最优常数的值与 V(D*, G) 比较"})
      .enclosed(constants_stay_below())
      .swept({"h(t) ≤ log 2 - (t - 1/2)² on [0, 1]: -log 4 ≤ V(D*, G)",
              "[0, 1] 上 h(t) ≤ log 2 - (t - 1/2)²，故 -log 4 ≤ V(D*, G)"},
             entropy_is_at_most_log2)
      .proved({"-log 4 ≤ V(D*, G), from log t ≤ t - 1", "-log 4 ≤ V(D*, G)，由 log t ≤ t - 1 得出"},
              [] { return log4_bound_by_tangent(); });
}

void add_twins(Claim& claim) {
  Twins(claim, constants_stay_below())
      .on("W7")
      .grid(R"(\max_{y} V(y, G) = \int \max_y v_{p,q}(y)\,d\mu)",
            {"the same for every class: the constants", "误认为对每个函数类都成立：常数类"},
            equal(best_constant, value_at_optimum));
  Twins(claim, separates())
      .on("W7")
      .grid(R"(\int \max_y v_{p,q}(y)\,d\mu < \sup_D \int v_{p,q}(D)\,d\mu)",
            {"some D with values k/4 exceeds the sum of the largest contributions, by 1/1000",
             "有取值为 k/4 的 D 比各点最大贡献之和还大 1/1000"},
            at_most(Functional(sum_of_maxima) + Rational(1, 1000), joint_maximum));
  Twins(claim, attained())
      .on("W7")
      .grid(R"(\max_D \int p \log D\,d\mu + \max_D \int q \log(1-D)\,d\mu)",
            {"both integrals maximised separately, by two different D",
             "分别求两个积分的最大值，用了两个不同的 D"},
            equal(value_found, integral_of(each_by_itself)));
}

}  // namespace

void pointwise_maximisation(Claim& claim) {
  add_maximum(claim);
  add_constants(claim);
  add_twins(claim);
}

}  // namespace gancheck
