// Claim 21: V(D, G) as integrals of densities, with respect to any measure that dominates P and
// P_g.
#include "theory/checks/functionals.hpp"
#include "theory/checks/spread.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::data_term;
using spread::Ends;
using spread::generator_term;
using spread::Inside;
using spread::integral;

/// E_P log D + E_(P_g) log(1-D): every point with its masses under both laws.
template <class D>
auto expectations() {
  return []<class T>(const Columns<T>& c) -> T {
    std::vector<T> data, generator;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const Chance<T> d = spread::chance<T>(D::at(i));
      data.push_back(times_log(T(c.p[i] * c.weight[i]), d.yes));
      generator.push_back(times_log(T(c.q[i] * c.weight[i]), d.no));
    }
    return sum(std::span<const T>(data)) + sum(std::span<const T>(generator));
  };
}

/// The integral of p log D plus that of q log(1-D).
template <class D>
auto integrals() {
  return []<class T>(const Columns<T>& c) -> T {
    return integral<D>(data_term)(c) + integral<D>(generator_term)(c);
  };
}

/// A measure mu' = c·mu by its density c > 0 with respect to mu: 1 to 7 in turn, or p + q, which
/// makes mu' = P + P_g.
struct InTurn {
  template <class T>
  static T at(const Columns<T>&, std::size_t i) {
    return T(1 + static_cast<int>(i % 7));
  }
};
struct SumOfLaws {
  template <class T>
  static T at(const Columns<T>& c, std::size_t i) {
    return c.p[i] + c.q[i];
  }
};

/// The same laws with respect to mu': the densities p/c and q/c.
template <class Measure, class T>
Columns<T> with_respect_to(const Columns<T>& c) {
  Columns<T> changed = c;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    const T factor = Measure::template at<T>(c, i);
    changed.weight[i] = c.weight[i] * factor;
    changed.p[i] = c.p[i] / factor;
    changed.q[i] = c.q[i] / factor;
  }
  return changed;
}
template <class Measure, class Functional>
auto under(const Functional& functional) {
  return [functional]<class T>(const Columns<T>& c) -> T {
    return functional(with_respect_to<Measure>(c));
  };
}

template <class D>
auto integral_form_holds() {
  return equal(expectations<D>(), integrals<D>());
}
template <class Measure, class D>
auto independent_of_measure() {
  return equal(integrals<D>(), under<Measure>(integrals<D>()));
}
template <class Measure>
auto maximum_independent_of_measure() {
  return equal(functionals::value_at_optimum, under<Measure>(functionals::value_at_optimum));
}

/// Chances that are free in (0, 1), 0 and 1 with the densities that may meet them.
Evidence integral_form_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), w = Symbol::positive("w");
  const Symbol none(0), one(1);
  const Chance<Symbol> d = free_chance(), at_one{one, none}, at_zero{none, one};
  return same_forms({{times_log(p * w, d.yes) + times_log(q * w, d.no), w * value_density(p, q, d)},
                     {times_log(p * w, at_one.yes) + times_log(none * w, at_one.no),
                      w * value_density(p, none, at_one)},
                     {times_log(none * w, at_zero.yes) + times_log(q * w, at_zero.no),
                      w * value_density(none, q, at_zero)}},
                    {"all P, Q and all D", "一切 P、Q 与一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// (p/c) (c dmu) = p dmu, for every density c > 0: under the value's integrand and under its
/// maximum's.
template <class Formula>
std::vector<Identity> homogeneous(const Formula& formula) {
  const Symbol c = Symbol::positive("c");
  return same_where_not_null(
      [&](const Symbol& p, const Symbol& q) { return c * formula(p / c, q / c); }, formula);
}
Evidence any_measure_by_algebra() {
  const Chance<Symbol> d = free_chance();
  return same_forms(
      homogeneous([d](const Symbol& p, const Symbol& q) { return value_density(p, q, d); }),
      {"all P, Q, all D, all c > 0", "一切 P、Q，一切 D，一切 c > 0"},
      {lemma::radon_nikodym, lemma::linearity});
}
Evidence maximum_by_algebra() {
  return same_forms(homogeneous([](const Symbol& p, const Symbol& q) {
                      return formulas::value_at_optimum(p, q);
                    }),
                    {"all P, Q, all c > 0", "一切 P、Q，一切 c > 0"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// What is left of mu where the atoms are dropped: the integral "dx".
constexpr auto without_atoms = []<class T>(const Columns<T>& c) -> T {
  Columns<T> rest = c;
  for (std::size_t i = 0; i < c.atoms; ++i) rest.weight[i] = T(0);
  return integrals<Inside>()(rest);
};
constexpr auto swapped = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return value_density(q, p, d);
};
constexpr auto thousandth = []<class T>(const Columns<T>&) -> T { return T(1) / 1000; };
constexpr auto change_of_value = []<class T>(const Columns<T>& c) -> T {
  const auto data = integral<Inside>(data_term);
  return abs(data(c) - under<InTurn>(data)(c));
};

template <class L, class R>
Check grid_check(const char* part, Text what, const Relation<L, R>& relation) {
  return {part, std::move(what), Witness::grid,
          [relation](const Setting& s) { return on_grid(s, relation); }};
}
template <class L, class R>
Check ball_check(const char* part, Text what, const Relation<L, R>& relation) {
  return {part, std::move(what), Witness::ball,
          [relation](const Setting& s) { return in_balls(s, relation); }};
}

std::vector<Check> checks() {
  const Text in_turn = {"mu' = c mu with c = 1, ..., 7 in turn", "μ' = cμ，c 依次取 1 至 7"};
  const Text sum_of_laws = {"mu' = P + P_g", "μ' = P + P_g"};
  const Text both_enclosed = {"both sides enclosed, mu' = P + P_g", "两边的包含区间，μ' = P + P_g"};
  return {grid_check(
              "densities",
              {"expectations and integrals for a D in (0, 1)", "D 取值于 (0, 1)，比较期望与积分"},
              integral_form_holds<Inside>()),
          grid_check("densities",
                     {"the same for D = 0, 1/2, 1, also where both are -infinity",
                      "同上，D 取 0、1/2、1，两边同为 -∞ 时亦然"},
                     integral_form_holds<Ends>()),
          ball_check("densities", {"both sides enclosed", "两边的包含区间"},
                     integral_form_holds<Inside>()),
          {"densities",
           {"(p w) log D = w (p log D), also for D = 0 and 1",
            "(p w) log D = w (p log D)，D = 0、1 时亦然"},
           Witness::symbolic,
           [](const Setting&) { return integral_form_by_algebra(); }},
          grid_check("any-measure", in_turn, independent_of_measure<InTurn, Inside>()),
          grid_check("any-measure", sum_of_laws, independent_of_measure<SumOfLaws, Inside>()),
          grid_check("any-measure",
                     {"mu' = P + P_g, for D = 0, 1/2, 1", "μ' = P + P_g，D 取 0、1/2、1"},
                     independent_of_measure<SumOfLaws, Ends>()),
          ball_check("any-measure", both_enclosed, independent_of_measure<SumOfLaws, Inside>()),
          {"any-measure",
           {"p dmu = (p/c)(c dmu)", "p dμ = (p/c)(c dμ)"},
           Witness::symbolic,
           [](const Setting&) { return any_measure_by_algebra(); }},
          grid_check("maximum", in_turn, maximum_independent_of_measure<InTurn>()),
          grid_check("maximum", sum_of_laws, maximum_independent_of_measure<SumOfLaws>()),
          ball_check("maximum", both_enclosed, maximum_independent_of_measure<SumOfLaws>()),
          {"maximum",
           {"the integrand of V(D*) is homogeneous", "V(D*) 的被积函数是齐次的"},
           Witness::symbolic,
           [](const Setting&) { return maximum_by_algebra(); }}};
}

}  // namespace

void integral_form(Claim& claim) {
  claim.checks = checks();
  claim.controls = {
      grid_twin('a', R"(\int p \log D\,dx + \int q \log(1-D)\,dx)",
                {"the Lebesgue part alone: the atom is dropped", "只取 Lebesgue 部分：漏掉原子"},
                {"W9"}, equal(expectations<Inside>(), without_atoms),
                integral_form_holds<Inside>()),
      grid_twin('b', R"(\int p \log D\,d\mu \text{ depends on } \mu)",
                {"a change of mu changes the integral by at least 1/1000",
                 "更换 μ 使积分至少改变 1/1000"},
                {"W7"}, at_most(thousandth, change_of_value),
                independent_of_measure<InTurn, Inside>()),
      grid_twin('c', R"(\int q \log D\,d\mu + \int p \log(1-D)\,d\mu)",
                {"the densities swapped", "两个密度颠倒"}, {"W7"},
                equal(expectations<Inside>(), integral<Inside>(swapped)),
                integral_form_holds<Inside>())};
}

}  // namespace gancheck
