// Claim 13: V(D, G) exists in [-oo, 0] for every D: X -> [0,1]; when it is finite, its bounds,
// concave in D and affine in Q.
#include <cmath>

#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::chance;
using spread::Ends;
using spread::Inside;
using spread::InsideToo;
using spread::integral;
using spread::Middle;

/// The larger of both integrals: neither is positive.
template <class D>
Relation nonpositive() {
  return at_most(max(integral<D>(spread::data_term), integral<D>(spread::generator_term)), 0);
}

/// log d has the derivative 1/d > 0 and is 0 at d = 1, so that it is <= 0 on (0, 1]; and p log 1 =
/// 0. Where D = 0 the term is -infinity for p > 0, and 0 for p = 0.
Evidence nonpositive_by_algebra() {
  const Symbol d = Symbol::positive("d"), p = Symbol::positive("p"), q = Symbol::positive("q");
  const Symbol none(0), one(1);
  return same_forms({{derivative(log(d), d), one / d},
                     {log(one), none},
                     {value_density(p, none, Chance<Symbol>{one, none}), none},
                     {value_density(none, q, Chance<Symbol>{none, one}), none}},
                    {"all P, Q and all D", "一切 P、Q 与一切 D"},
                    {lemma::radon_nikodym, lemma::increase, lemma::monotonicity});
}

void add_nonpositive(Claim& claim) {
  PartOf(claim, "nonpositive")
      .summed(nonpositive<Inside>(), {"the larger of both integrals for a D in (0, 1)",
                                      "取值于 (0, 1) 的 D：两个积分中较大者"})
      .summed(nonpositive<Ends>(), {"the same for a D with values 0, 1/2, 1: -∞, never NaN",
                                    "D 取 0、1/2、1：可为 -∞，绝不为 NaN"})
      .enclosed(nonpositive<Inside>(), {"both integrals enclosed", "两个积分的包含区间"})
      .swept({"1/d ≥ 1 on (0, 1] and log 1 = 0: log d ≤ d - 1 ≤ 0",
              "(0, 1] 上 1/d ≥ 1 且 log 1 = 0，故 log d ≤ d - 1 ≤ 0"},
             [] { return logarithm_increases(); })
      .proved({"log d ≤ 0 on (0, 1]", "(0, 1] 上 log d ≤ 0"}, nonpositive_by_algebra);
}

/// Some point has p > 0 and D = 0, or q > 0 and D = 1: decided by the exact densities.
template <class D>
bool has_infinite_term(const Densities& d) {
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] == 0) continue;
    if (D::at(i) == 0 && !d.data[i].is_zero()) return true;
    if (D::at(i) == 1000 && !d.generator[i].is_zero()) return true;
  }
  return false;
}

/// V is -infinity where a term is, and a finite number where none is. 1 stands for infinite, 0 for
/// finite; points that underflow have left the columns and are left out.
constexpr auto infinite_where_a_term_is = [](const Setting& setting, Take<Tracked>& take) {
  take.over(
      {"D = 0, 1/2, 1 in turn on " + setting.scope.en, setting.scope.zh + "，D 依次取 0、1/2、1"});
  const Functional value_at_ends = integral<Ends>(value_density);
  for (const auto& pair : setting.pairs) {
    if (pair->underflowing_points() > 0) {
      take.leave_out({"weights below the normal doubles", "权重小于正规双精度数"});
      continue;
    }
    const Tracked value = value_at_ends(pair->tracked());
    const bool undefined = std::isnan(value.value()), infinite = std::isinf(value.value());
    take.equal(undefined ? value : Tracked(infinite),
               Tracked(has_infinite_term<Ends>(pair->densities())), [&] { return pair->name(); });
  }
};

template <class D>
void take_finite(Evidence& evidence, const Pair& pair) {
  ++evidence.attempted;
  if (has_infinite_term<D>(pair.densities())) {
    ++evidence.left_out;
    return;
  }
  const Ball value = integral<D>(value_density)(Seen<Ball>::columns(pair));
  if (value.is_finite()) ++evidence.decided;
  if (evidence.bound && !(value.radius() > *evidence.bound)) return;
  evidence.residual = 0.0;
  evidence.bound = value.radius();
  evidence.lower = value.lower_text(6);
  evidence.upper = value.upper_text(6);
  evidence.where = pair.name();
}

/// Where no term is infinite, V is enclosed by finite bounds; where one is, V = -infinity, as all
/// the others are <= 0.
Evidence finite_in_balls(const Setting& setting) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = Seen<Ball>::scope(setting);
  evidence.left_out_by = {"a point with p > 0 = D or q > 0 = 1 - D, where V is -∞",
                          "某点 p > 0 = D 或 q > 0 = 1 - D，此时 V = -∞"};
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.named) {
    take_finite<Inside>(evidence, *pair);
    take_finite<Ends>(evidence, *pair);
  }
  if (evidence.decided + evidence.left_out == evidence.attempted)
    evidence.found = Evidence::Found::agrees;
  return evidence;
}

/// How far V lies outside of [(P^ + Q^) log e, (P^ + Q^) log(1-e)], e = 1/10: not at all.
Relation bounded() {
  const Functional mass = functionals::total_mass, value = integral<Middle>(value_density);
  const Functional tenth = Functional(1) / 10, rest = Functional(9) / 10;
  return at_most(max(mass * log(tenth) - value, value - mass * log(rest)), 0);
}

/// log increases, so that e <= d gives log e <= log d, and p log e + q log e is (p+q) log e.
Evidence bounds_by_algebra() {
  const Symbol e = Symbol::positive("e"), t = Symbol::positive("t");
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  return same_forms({{derivative(log(e + t), t), Symbol(1) / (e + t)},
                     {substitute(log(e + t), t, Symbol(0)), log(e)},
                     {p * log(e) + q * log(e), (p + q) * log(e)}},
                    {"all P, Q, all ε and D in [ε, 1-ε]", "一切 P、Q，一切 ε 与 [ε, 1-ε] 中的 D"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

void add_finite_and_bounds(Claim& claim) {
  PartOf(claim, "finite-iff")
      .summed(infinite_where_a_term_is,
              {"V is infinite exactly where a term is", "V 为无穷当且仅当某一项为无穷"})
      .checked(Witness::ball,
               {"V has finite bounds where no term is infinite", "各项有限时，V 的包含区间有限"},
               finite_in_balls);
  PartOf(claim, "bounds")
      .summed(bounded(),
              {"both bounds for a D in [1/10, 9/10]", "D 取值于 [1/10, 9/10]，检验上下界"})
      .enclosed(bounded(), the_same_enclosed)
      .swept({"1/d ≥ 1 on (0, 1]: the logarithm increases", "(0, 1] 上 1/d ≥ 1：对数函数递增"},
             [] { return logarithm_increases(); })
      .proved({"the logarithm increases", "对数函数递增"}, bounds_by_algebra);
}

/// V at D/4 + 3D'/4.
template <class D, class Other>
Functional value_between() {
  return []<class T>(const Columns<T>& c) -> T {
    std::vector<T> terms;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const auto d = chance<T>(D::at(i)), other = chance<T>(Other::at(i));
      const Chance<T> between = {(d.yes + 3 * other.yes) / 4, (d.no + 3 * other.no) / 4};
      terms.push_back(T(c.weight[i] * value_density(c.p[i], c.q[i], between)));
    }
    return sum(std::span<const T>(terms));
  };
}
template <class D, class Other>
Functional mean_of_values() {
  return (integral<D>(value_density) + 3 * integral<Other>(value_density)) / 4;
}
template <class D, class Other>
Relation concave() {
  return at_most(mean_of_values<D, Other>(), value_between<D, Other>());
}

/// With f(x) = x - 1 - log x >= 0 and m = tx + (1-t)y for x, y > 0: log m - t log x - (1-t) log y
/// is t f(x/m) + (1-t) f(y/m), so that it is never negative. It serves both terms of the integrand:
/// the first with x, y = D, D', the second with 1-D, 1-D', whose blend is 1 - m.
Evidence concave_by_tangent() {
  const Symbol x = Symbol::positive("x"), y = Symbol::positive("y");
  const Chance<Symbol> d = free_chance("u", "v"), other = free_chance("r", "s");
  const Chance<Symbol> share = free_chance("i", "j");
  const auto blend = [&share](const Symbol& a, const Symbol& b) -> Symbol {
    return share.yes * a + share.no * b;
  };
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Symbol m = blend(x, y);
  const auto data = [&](const Symbol& at) { return value_density(p, none, {at, one}); };
  const auto generator = [&](const Symbol& at) { return value_density(none, q, {one, at}); };
  const Symbol gaps = blend(formulas::tangent_gap(x / m), formulas::tangent_gap(y / m));
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({value_density(p, q, d), data(d.yes) + generator(d.no)});
  proof.push_back({blend(d.no, other.no), one - blend(d.yes, other.yes)});
  proof.push_back({data(m) - blend(data(x), data(y)), p * gaps});
  proof.push_back({generator(m) - blend(generator(x), generator(y)), q * gaps});
  return same_forms(
      proof, {"all P, Q, all D and D'", "一切 P、Q，一切 D 与 D'"},
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

void add_concave(Claim& claim) {
  PartOf(claim, "concave")
      .summed(concave<Inside, InsideToo>(),
              {"V at D/4 + 3D'/4 for D, D' in (0, 1)", "D、D' 取值于 (0, 1)，V 在 D/4 + 3D'/4 处"})
      .summed(concave<Inside, Ends>(), {"the same with D' = 0, 1/2, 1", "同上，D' 取 0、1/2、1"})
      .enclosed(concave<Inside, InsideToo>(), the_same_enclosed)
      .swept({"v'' ≤ -0.999 (p+q) on the closed square of (D*, D)",
              "在 (D*, D) 的闭正方形上 v'' ≤ -0.999 (p+q)"},
             binary_kl_is_convex)
      .proved({"from log t ≤ t - 1", "由 log t ≤ t - 1 得出"}, concave_by_tangent);
}

/// V at the law (Q + 2P)/3 against (V at Q + 2 V at P)/3.
constexpr auto value_at_blend = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return value_density(p, T((q + 2 * p) / 3), d);
};
constexpr auto value_at_data = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
  return value_density(p, p, d);
};
template <class D>
Relation affine() {
  return equal(integral<D>(value_at_blend),
               (integral<D>(value_density) + 2 * integral<D>(value_at_data)) / 3);
}

Evidence affine_by_algebra() {
  const Chance<Symbol> d = free_chance(), share = free_chance("i", "j");
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), r = Symbol::positive("r");
  return same_forms({{value_density(p, share.yes * q + share.no * r, d),
                      share.yes * value_density(p, q, d) + share.no * value_density(p, r, d)}},
                    {"all P, all Q and Q', all D", "一切 P，一切 Q 与 Q'，一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

void add_affine(Claim& claim) {
  PartOf(claim, "affine")
      .summed(affine<Inside>(),
              {"V at (Q + 2P)/3, for a D in (0, 1)", "V 在 (Q + 2P)/3 处，D 取值于 (0, 1)"})
      .summed(affine<Ends>(), {"the same for D = 0, 1/2, 1", "同上，D 取 0、1/2、1"})
      .enclosed(affine<Inside>(), the_same_enclosed)
      .proved({"the integrand is linear in q", "被积函数关于 q 为线性"}, affine_by_algebra);
}

/// D = q/(p+q), the optimal discriminator of the exchanged laws.
constexpr auto value_at_swapped = []<class T>(const T& p, const T& q) -> T {
  return value_density(p, q, Chance<T>{q / (p + q), p / (p + q)});
};

/// Against "V is finite for all D": a point of positive mass under P, where D = 0 makes V = -oo.
Evidence infinite_value(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const Densities& d = pair->densities();
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      if (d.grid.weights[i] == 0 || d.data[i].is_zero()) continue;
      return example(false,
                     Text{name_of_point(*pair, i) + ": p > 0 and D = 0 there, so that V = -∞",
                          name_of_point(*pair, i) + "：该点 p > 0 而 D = 0，故 V = -∞"},
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

void add_twins(Claim& claim) {
  const Functional swapped = integral_of(value_at_swapped);
  const Functional& best = functionals::value_at_optimum;
  Twins(claim, at_most(swapped, 0))
      .on("W1")
      .grid(R"(V(D,G) \ge -\log 4 \text{ for all } D)",
            {"the least value of V(D*, G) taken for one of V", "把 V(D*, G) 的下界当作 V 的下界"},
            at_most(functionals::minus_log4, swapped));
  Twins(claim, at_most(best, 0))
      .on("W1", "W7")
      .grid(R"(V(D,G) > 0 \text{ for some } D)",
            {"the largest value V(D*, G) is positive", "误认为最大值 V(D*, G) 为正"},
            less(0, best));
  add_twin(claim, Witness::grid, R"(V(D,G) > -\infty \text{ for all } D)",
           {"V is finite for every D", "误认为 V 对每个 D 都有限"}, {"W1"}, infinite_value);
  Twins(claim, concave<Inside, InsideToo>())
      .on("W1")
      .grid(R"(V(\cdot, G) \text{ is convex})",
            {"convex in D instead of concave", "把关于 D 的凹性误作凸性"},
            at_most(value_between<Inside, InsideToo>(), mean_of_values<Inside, InsideToo>()));
}

}  // namespace

void value_well_defined(Claim& claim) {
  add_nonpositive(claim);
  add_finite_and_bounds(claim);
  add_concave(claim);
  add_affine(claim);
  add_twins(claim);
}

}  // namespace gancheck
