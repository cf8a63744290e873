// Claim 17: for a fixed D the generator may minimise without the term of the data; once D*_G is
// substituted, the dropped term depends on G.
#include "theory/checks/classification.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/pairs_of_one_law.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::kl_density;
using formulas::mixture;
using formulas::value_density;
using functionals::mass_of_data;
using functionals::mass_of_generator;
using spread::data_term;
using spread::generator_term;
using spread::Inside;
using spread::integral;

/// V(D, Q) - V(D, P) and J(D, Q) - J(D, P), J the generator's own objective.
constexpr auto value_of_equals = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
  return value_density(p, p, d);
};
constexpr auto objective_of_equals = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
  return generator_term(p, p, d);
};
Functional rise_of_value() {
  return integral<Inside>(value_density) - integral<Inside>(value_of_equals);
}
Functional rise_of_objective() {
  return integral<Inside>(generator_term) - integral<Inside>(objective_of_equals);
}
Relation same_rise() {
  return equal(rise_of_value(), rise_of_objective());
}

/// V(D, Q) = J(D, Q) + the integral of log D with respect to P, whatever Q is; both terms are
/// integrals of functions <= 0. At the ends the terms that are finite are 0; D = 1 where Q has mass
/// makes J and V -infinity.
Evidence same_rise_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Chance<Symbol> d = free_chance(), yes = {one, none}, no = {none, one};
  const auto both = [](const Symbol& data, const Symbol& law,
                       const Chance<Symbol>& at) -> Identity {
    return {value_density(data, law, at), data_term(data, law, at) + generator_term(data, law, at)};
  };
  return same_forms(
      {both(p, q, d), both(p, none, d), both(none, q, d), both(p, none, yes), both(none, q, no)},
      {"all P, all Q, all D with a finite integral of log D; J_G = V = -∞ if "
       "D = 1 on a set with Q > 0",
       "一切 P，一切 Q，一切使 log D 的积分有限的 D；若在 Q 的正测集上 D = 1，则 "
       "J_G = V = -∞"},
      {lemma::radon_nikodym, lemma::linearity});
}

const Text one_law_alone = {"no other Q for this P, or more than 8 points",
                            "该 P 没有别的 Q，或多于 8 个点"};

/// The Q of the family with the least objective.
const Pair& best_by_objective(const PairsOfOneLaw& family, const Functional& objective) {
  const Pair* best = nullptr;
  double least = 0;
  for (const auto& pair : family) {
    const double here = objective(pair->tracked()).value();
    if (best && !(here < least)) continue;
    best = pair.get();
    least = here;
  }
  return *best;
}

/// For every P: the Q that minimises J minimises V.
void scan_over_generators(const Setting& setting, Take<Tracked>& take) {
  take.over({"every Q of each P in " + setting.scope.en, setting.scope.zh + "中每个 P 的一切 Q"});
  const Functional value = integral<Inside>(value_density);
  const Functional objective = integral<Inside>(generator_term);
  for (const PairsOfOneLaw& family : pairs_of_one_law(setting)) {
    if (family.size() == 1 || !has_few_points(*family.front())) {
      for (std::size_t i = 0; i < family.size(); ++i) take.leave_out(one_law_alone);
      continue;
    }
    const Tracked least = value(best_by_objective(family, objective).tracked());
    for (const auto& pair : family) {
      take.at_most(least, value(pair->tracked()), [&] { return pair->name(); });
    }
  }
}

// After D* is substituted.

constexpr auto data_at_best = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, formulas::optimal_discriminator(p, q).yes);
};
constexpr auto generator_at_best = []<class T>(const T& p, const T& q) -> T {
  return times_log(q, formulas::optimal_discriminator(p, q).no);
};
/// The integrands of KL(P||M) - log 2 and KL(Q||M) - log 2.
constexpr auto data_kl = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, mixture(p, q)) - p * log(T(2));
};
constexpr auto generator_kl = []<class T>(const T& p, const T& q) -> T {
  return kl_density(q, mixture(p, q)) - q * log(T(2));
};
Relation dropped_term() {
  return equal(integral_of(data_at_best), integral_of(data_kl));
}
Relation generator_term_is() {
  return equal(integral_of(generator_at_best), integral_of(generator_kl));
}

/// The integral of log D*_G with respect to P, against its value for Q = P, which is -P^ log 2.
Relation exceeds_value_at_equals() {
  return less(of_equals(integral_of(data_at_best)), integral_of(data_at_best));
}
/// With the masses kept, KL(P||M) is at least P^ - M^ = (P^ - Q^)/2.
Relation is_least_at_equals() {
  return at_most((mass_of_data - mass_of_generator) / 2 - mass_of_data * log(Functional(2)),
                 integral_of(data_at_best));
}

// Q_t = Q + t(P - Q).

/// The slope of V(D, Q_t) in t with D = D* of (P, Q) frozen: log(1-D*) times the density of P - Q.
constexpr auto frozen_slope = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, q / (p + q)) - times_log(q, q / (p + q));
};
/// The same with D* of (P, Q_t), t = 1/k.
template <int k>
constexpr auto on_the_way =
    []<class T>(const T& p, const T& q) -> T { return (p + (k - 1) * q) / k; };
template <int k>
constexpr auto later_slope = []<class T>(const T& p, const T& q) -> T {
  const T later = on_the_way<k>(p, q), rest = later / (p + later);
  return times_log(p, rest) - times_log(q, rest);
};
template <int k>
Functional rise_of_optimum() {
  return k * (with_generator(functionals::value_at_optimum, on_the_way<k>) -
              functionals::value_at_optimum);
}
template <int k>
Relation not_below() {
  return at_most(integral_of(frozen_slope), rise_of_optimum<k>());
}
template <int k>
Relation not_above() {
  return at_most(rise_of_optimum<k>(), integral_of(later_slope<k>));
}

/// For laws with densities q and r, s = p/(p+r), d = p/(p+q) and f(t) = t - 1 - log t >= 0:
/// C(r) - C(q) - (r-q) log(1-d) = p f(d/s) + r f((1-d)/(1-s)) under the integral, also where p or r
/// vanishes. (Where q = 0 < r the term -(r-q) log(1-d) is infinite.) With q, r = Q, Q_t it is the
/// bound from below, with q, r = Q_t, Q that from above. And dC/dq = log(1-d).
Evidence envelope_by_tangent() {
  using formulas::value_at_optimum;
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), r = Symbol::positive("r");
  const Symbol none(0);
  const auto rest = [](const Symbol& data, const Symbol& law) -> Symbol {
    return formulas::optimal_discriminator(data, law).no;
  };
  const auto excess = [&](const Symbol& data, const Symbol& to) -> Symbol {
    return value_at_optimum(data, to) - value_at_optimum(data, q) - (to - q) * log(rest(data, q));
  };
  const Symbol d = formulas::optimal_discriminator(p, q).yes;
  const Symbol s = formulas::optimal_discriminator(p, r).yes;
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({excess(p, r), p * formulas::tangent_gap(d / s) +
                                     r * formulas::tangent_gap(rest(p, q) / rest(p, r))});
  proof.push_back({excess(p, none), p * formulas::tangent_gap(d) + p * rest(p, q)});
  proof.push_back({excess(none, r), none});
  proof.push_back({derivative(value_at_optimum(p, q), q), log(rest(p, q))});
  return same_forms(
      proof, {"all P, Q and Q_t", "一切 P、Q 与 Q_t"},
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

void add_fixed(Claim& claim) {
  PartOf(claim, "same-differences")
      .summed(same_rise(), {"V(D, Q) - V(D, P) against J_G(D, Q) - J_G(D, P)",
                            "V(D, Q) - V(D, P) 与 J_G(D, Q) - J_G(D, P) 比较"})
      .enclosed(same_rise(), the_same_enclosed)
      .proved({"the integrands: V has the term p log D besides that of J_G",
               "比较被积函数：V 比 J_G 多一项 p log D"},
              same_rise_by_algebra);
  PartOf(claim, "same-minimiser")
      .summed(scan_over_generators, {"the Q with the least J_G has the least V, for each P",
                                     "对每个 P，使 J_G 最小的 Q 也使 V 最小"})
      .proved({"V is J_G and a finite number that does not depend on Q",
               "V 等于 J_G 加上一个与 Q 无关的有限数"},
              same_rise_by_algebra);
}

void add_substituted(Claim& claim) {
  PartOf(claim, "dropped-term")
      .summed(dropped_term())
      .enclosed(dropped_term())
      .same_integrands(data_at_best, data_kl);
  PartOf(claim, "remaining-term")
      .summed(generator_term_is())
      .enclosed(generator_term_is())
      .same_integrands(generator_at_best, generator_kl);
  PartOf(claim, "depends-on-generator")
      .summed(is_least_at_equals(), {"the dropped term against -log 2", "被略去的项与 -log 2 比较"})
      .summed(on_built_in({"W1", "W2", "W7"}, exceeds_value_at_equals()),
              {"it is larger than for Q = P", "它大于 Q = P 时的值"})
      .enclosed(for_pairs_where({are_different, {"P = Q", "P = Q"}}, exceeds_value_at_equals()),
                {"the same for every named pair with P ≠ Q, enclosed",
                 "同上，对每个 P ≠ Q 的具名分布对计算包含区间"})
      .swept({"s log 2s ≥ s - 1/2 on [0, 1], with equality only at 1/2",
              "[0, 1] 上 s log 2s ≥ s - 1/2，仅在 1/2 处取等号"},
             gibbs_for_mixture)
      .proved(
          {"KL(P‖M) vanishes only for P = M, which is P = Q", "KL(P‖M) 仅在 P = M 即 P = Q 时为零"},
          [] { return gibbs_by_tangent(); });
}

void add_envelope(Claim& claim) {
  PartOf(claim, "envelope")
      .summed(not_below<10>(), {"the frozen slope against the rise of C, t = 1/10",
                                "固定 D 时的斜率与 C 的增量比较，t = 1/10"})
      .summed(not_above<10>(), {"the rise of C against the slope at Q_t, t = 1/10",
                                "C 的增量与 Q_t 处的斜率比较，t = 1/10"})
      .summed(not_below<1000>(), {"the first for t = 1/1000", "前一个不等式，t = 1/1000"})
      .summed(not_above<1000>(), {"the second for t = 1/1000", "后一个不等式，t = 1/1000"})
      .proved({"both bounds by log t ≤ t - 1, and dC/dq = log(1-D*)",
               "由 log t ≤ t - 1 得两个界，且 dC/dq = log(1-D*)"},
              envelope_by_tangent);
}

void add_twins(Claim& claim) {
  Twins(claim, dropped_term())
      .on("W7")
      .grid(R"(\int \log D^*_G\,dP \text{ does not depend on } G)",
            {"the dropped term is constant also after the substitution",
             "误认为代入后被略去的项仍是常数"},
            equal(integral_of(data_at_best), of_equals(integral_of(data_at_best))));
  Twins(claim, same_rise())
      .on("W7")
      .grid(R"(\mathrm{arg\,min}_G\, V(D, G) = \mathrm{arg\,max}_G\, J_G(D, G))",
            {"the generator maximises: the differences change their sign",
             "误作生成器求最大值：差变号"},
            equal(rise_of_value(), -rise_of_objective()));
  Twins(claim, equal(integral<Inside>(value_density) - integral<Inside>(data_term),
                     integral<Inside>(generator_term)))
      .on("W7")
      .grid(R"(J_G = \mathrm{E}_{x \sim P} \log(1-D(x)))",
            {"the expectation over the data, which G does not change",
             "误对数据分布取期望，而它与 G 无关"},
            equal(integral<Inside>(value_density) - integral<Inside>(data_term),
                  integral<Inside>(objective_of_equals)));
}

}  // namespace

void generator_objective(Claim& claim) {
  add_fixed(claim);
  add_substituted(claim);
  add_envelope(claim);
  add_twins(claim);
}

}  // namespace gancheck
