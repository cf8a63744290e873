// Claim 21: V(D, G) as integrals of densities, with respect to any measure that dominates P and
// Q.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::Ends;
using spread::Inside;
using spread::integral;

/// E_P log D + E_Q log(1-D): every point with its masses under both laws.
template <class D>
Functional expectations() {
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
Functional integrals() {
  return integral<D>(spread::data_term) + integral<D>(spread::generator_term);
}
template <class D>
Relation integral_form_holds() {
  return equal(expectations<D>(), integrals<D>());
}

/// A measure mu' = c·mu by its density c > 0 with respect to mu: 1 to 7 in turn, or p + q, which
/// makes mu' = P + Q.
constexpr auto in_turn = []<class T>(const Columns<T>&, std::size_t i) -> T {
  return T(1 + static_cast<int>(i % 7));
};
constexpr auto sum_of_laws = []<class T>(const Columns<T>& c, std::size_t i) -> T {
  return c.p[i] + c.q[i];
};

/// f of the same laws with respect to mu': the densities p/c and q/c.
template <class Measure>
Functional under(const Measure& measure, const Functional& f) {
  return [measure, f]<class T>(const Columns<T>& c) -> T {
    Columns<T> changed = c;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const T factor = measure(c, i);
      changed.weight[i] = c.weight[i] * factor;
      changed.p[i] = c.p[i] / factor;
      changed.q[i] = c.q[i] / factor;
    }
    return f(changed);
  };
}
template <class Measure>
Relation same_under(const Measure& measure, const Functional& f) {
  return equal(f, under(measure, f));
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

/// (p/c) (c dmu) = p dmu, for every density c > 0, under an integrand f(p, q).
template <class F>
Evidence is_homogeneous(const F& f, Text scope) {
  const Symbol c = Symbol::positive("c");
  return same_forms(
      same_where_not_null([&](const Symbol& p, const Symbol& q) { return c * f(p / c, q / c); }, f),
      std::move(scope), {lemma::radon_nikodym, lemma::linearity});
}
Evidence any_measure_by_algebra() {
  const Chance<Symbol> d = free_chance();
  return is_homogeneous([d](const Symbol& p, const Symbol& q) { return value_density(p, q, d); },
                        {"all P, Q, all D, all c > 0", "一切 P、Q，一切 D，一切 c > 0"});
}
Evidence maximum_by_algebra() {
  return is_homogeneous(formulas::value_at_optimum,
                        {"all P, Q, all c > 0", "一切 P、Q，一切 c > 0"});
}

/// f with what is left of mu where the atoms are dropped: the integral "dx".
Functional without_atoms(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T {
    Columns<T> rest = c;
    for (std::size_t i = 0; i < c.atoms; ++i) rest.weight[i] = T(0);
    return f(rest);
  };
}
constexpr auto swapped = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return value_density(q, p, d);
};

void add_twins(Claim& claim) {
  const Functional data = integral<Inside>(spread::data_term);
  Twins(claim, integral_form_holds<Inside>())
      .on("W9")
      .grid(R"(\int p \log D\,dx + \int q \log(1-D)\,dx)",
            {"the Lebesgue part alone: the atom is dropped", "只取 Lebesgue 部分：漏掉原子"},
            equal(expectations<Inside>(), without_atoms(integrals<Inside>())));
  Twins(claim, same_under(in_turn, integrals<Inside>()))
      .on("W7")
      .grid(
          R"(\int p \log D\,d\mu \text{ depends on } \mu)",
          {"a change of μ changes the integral by at least 1/1000", "更换 μ 使积分至少改变 1/1000"},
          at_most(Rational(1, 1000), abs(data - under(in_turn, data))));
  Twins(claim, integral_form_holds<Inside>())
      .on("W7")
      .grid(R"(\int q \log D\,d\mu + \int p \log(1-D)\,d\mu)",
            {"the densities swapped", "两个密度颠倒"},
            equal(expectations<Inside>(), integral<Inside>(swapped)));
}

}  // namespace

void integral_form(Claim& claim) {
  const Text by_turns = {"μ' = c μ with c = 1, ..., 7 in turn", "μ' = cμ，c 依次取 1 至 7"};
  const Text by_sum = {"μ' = P + Q", "μ' = P + Q"};
  const Text by_sum_enclosed = {"both sides enclosed, μ' = P + Q", "两边的包含区间，μ' = P + Q"};
  PartOf(claim, "densities")
      .summed(integral_form_holds<Inside>(),
              {"expectations and integrals for a D in (0, 1)", "D 取值于 (0, 1)，比较期望与积分"})
      .summed(integral_form_holds<Ends>(), {"the same for D = 0, 1/2, 1, also where both are -∞",
                                            "同上，D 取 0、1/2、1，两边同为 -∞ 时亦然"})
      .enclosed(integral_form_holds<Inside>())
      .proved({"(p w) log D = w (p log D), also for D = 0 and 1",
               "(p w) log D = w (p log D)，D = 0、1 时亦然"},
              integral_form_by_algebra);
  const Relation same_value = same_under(sum_of_laws, integrals<Inside>());
  PartOf(claim, "any-measure")
      .summed(same_under(in_turn, integrals<Inside>()), by_turns)
      .summed(same_value, by_sum)
      .summed(same_under(sum_of_laws, integrals<Ends>()),
              {"μ' = P + Q, for D = 0, 1/2, 1", "μ' = P + Q，D 取 0、1/2、1"})
      .enclosed(same_value, by_sum_enclosed)
      .proved({"p dμ = (p/c)(c dμ)", "p dμ = (p/c)(c dμ)"}, any_measure_by_algebra);
  const Relation same_maximum = same_under(sum_of_laws, functionals::value_at_optimum);
  PartOf(claim, "maximum")
      .summed(same_under(in_turn, functionals::value_at_optimum), by_turns)
      .summed(same_maximum, by_sum)
      .enclosed(same_maximum, by_sum_enclosed)
      .proved({"the integrand of V(D*, G) is homogeneous", "V(D*, G) 的被积函数是齐次的"},
              maximum_by_algebra);
  add_twins(claim);
}

}  // namespace gancheck
