// Claim 36: against a discriminator that stays as it is the best generator puts all mass where D is
// largest; so the inner maximum cannot be frozen. Mirror descent against it goes there.
#include <fmt/format.h>

#include <optional>

#include "theory/checks/descent.hpp"
#include "theory/checks/frozen.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/mirror_steps.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using frozen::best_for_pair;
using frozen::by_number;
using frozen::infimum_is_below;
using frozen::least_rest;
using frozen::least_value;
using frozen::minus_log4_of_data;
using frozen::value_at_data;
using functionals::mass_of_data;
using functionals::mass_of_generator;
using spread::Ends;
using spread::generator_term;
using spread::Inside;
using spread::InsideToo;
using spread::integral;

double about(const Tracked& x) {
  return x.value();
}
double about(const Ball& x) {
  return x.midpoint();
}

/// V(D, Q) for Q the mass of P on the point where D is `largest`, or where it is least.
template <class D>
Functional value_at_vertex(const D& d, bool largest) {
  return [d, largest]<class T>(const Columns<T>& c) -> T {
    std::optional<std::size_t> vertex;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_exactly_zero(c.weight[i])) continue;
      const bool further = !vertex || (about(d(c, i).no) < about(d(c, *vertex).no)) == largest;
      if (further) vertex = i;
    }
    std::vector<T> law(c.size(), T(0));
    if (vertex) law[*vertex] = mass_of_data(c) / c.weight[*vertex];
    return frozen::value(c, d, law);
  };
}

/// Q^ log(1 - max D), the least integral of log(1-D) over all Q' with the mass of Q.
template <class S>
Functional least_score() {
  return []<class T>(const Columns<T>& c) -> T {
    return mass_of_generator(c) * log(least_rest(c, by_number<S>));
  };
}
template <class S>
Relation infimum() {
  return at_most(least_score<S>(), integral<S>(generator_term));
}
template <class S>
Relation attained() {
  return equal(value_at_vertex(by_number<S>, true), least_value(by_number<S>));
}

/// The integral of (S-D)/(1-D) with respect to Q, S = max D.
template <class S>
Functional distance_from_maximum() {
  return []<class T>(const Columns<T>& c) -> T {
    const T least = least_rest(c, by_number<S>);
    std::vector<T> terms;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const T rest = by_number<S>(c, i).no;
      terms.push_back(T(c.weight[i] * c.q[i] * (rest - least) / rest));
    }
    return sum(std::span<const T>(terms));
  };
}
template <class S>
Relation collapses() {
  return at_most(distance_from_maximum<S>(), integral<S>(generator_term) - least_score<S>());
}

/// With s = 1-D = r + e, r = 1-S and f(t) = t - 1 - log t >= 0: log s - log r = f(r/s) + e/s, and
/// e = S - D >= 0. So the integral of log(1-D) is at least Q^ log r, with equality only for a Q
/// that is concentrated where D = S.
struct Excess {
  Symbol q = Symbol::positive("q"), r = Symbol::positive("r"), e = Symbol::positive("e");
  Symbol s = r + e;

  static Symbol score(const Symbol& mass, const Symbol& rest) {
    return formulas::value_density(Symbol(0), mass, Chance<Symbol>{Symbol(0), rest});
  }
  std::vector<Identity> identities() const {
    std::vector<Identity> proof = tangent_of_logarithm();
    proof.push_back({score(q, s) - score(q, r), q * formulas::tangent_gap(r / s) + q * e / s});
    return proof;
  }
};
const Text all_below_one = {"all Q and all D with sup D < 1", "一切 Q 与一切满足 sup D < 1 的 D"};

Evidence collapse_by_tangent() {
  return same_forms(Excess().identities(), all_below_one,
                    {lemma::convexity, lemma::linearity, lemma::monotonicity, lemma::vanishing});
}
/// And there are points x with e = S - D(x) = 0, or with e as small as one likes: all mass on x has
/// log(r+e), which falls to log r as e falls to 0.
Evidence infimum_by_tangent() {
  const Excess excess;
  const Symbol at_point = Excess::score(Symbol(1), excess.s);
  std::vector<Identity> proof = excess.identities();
  proof.push_back({derivative(at_point, excess.e), Symbol(1) / excess.s});
  proof.push_back({substitute(at_point, excess.e, Symbol(0)), log(excess.r)});
  return same_forms(proof, all_below_one,
                    {lemma::convexity, lemma::increase, lemma::linearity, lemma::monotonicity});
}

/// V(D, Q) is the sum of the V(D, delta_x), weighted by Q: so it is at least the least of them. At
/// the ends the terms that are finite are 0.
Evidence linear_by_algebra() {
  const Chance<Symbol> inside = free_chance(), share = free_chance("i", "j");
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), r = Symbol::positive("r");
  const Symbol none(0), one(1);
  std::vector<Identity> proof;
  const auto affine = [&](const Symbol& data, const Symbol& a, const Symbol& b,
                          const Chance<Symbol>& d) {
    proof.push_back({formulas::value_density(data, share.yes * a + share.no * b, d),
                     share.yes * formulas::value_density(data, a, d) +
                         share.no * formulas::value_density(data, b, d)});
  };
  for (const Symbol& data : {p, none}) {
    for (const auto& [a, b] : {std::pair(q, r), std::pair(q, none), std::pair(none, r)})
      affine(data, a, b, inside);
  }
  affine(p, none, none, inside);
  affine(p, none, none, {one, none});
  for (const auto& [a, b] : {std::pair(q, r), std::pair(q, none), std::pair(none, r)})
    affine(none, a, b, {none, one});
  return same_forms(proof,
                    {"all P, all Q and Q', all D; where p > 0 = D or D = 1 under Q or Q', both "
                     "sides are -∞",
                     "一切 P，一切 Q 与 Q'，一切 D；在 p > 0 = D 处，或在 D = 1 而 Q 或 Q' "
                     "有质量处，两边都是 -∞"},
                    {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity});
}

// D(x) = x/2 + 1/4 on [0, 1]: 1 - D = 1/4 + r/2 with r = 1 - x, and S = 3/4 at x = 1 alone.

constexpr auto rest_at = []<class T>(const T& r) -> T { return T(1) / 4 + r / 2; };
/// Its derivative with respect to r is log(1-D).
constexpr auto primitive = []<class T>(const T& r) -> T {
  const T rest = rest_at(r);
  return 2 * (times_log(rest, rest) - rest);
};

/// Q_k uniform on [1 - 1/k, 1]: the expectation of log(1-D) lies between log 1/4 and log 1/4 +
/// log(1 + 2/k), strictly.
constexpr auto approached = []<class T>(const Setting&, Take<T>& take) {
  take.over({"D = x/2 + 1/4 on [0, 1], k = 1, 10, 100, 1000",
             "[0, 1] 上 D = x/2 + 1/4，k = 1、10、100、1000"});
  for (const int k : {1, 10, 100, 1000}) {
    const T width = T(1) / k;
    const T expectation = (primitive(width) - primitive(T(0))) * k;
    const auto where = [k] { return fmt::format("k = {}", k); };
    take.less(log(T(T(1) / 4)), expectation, where);
    take.less(expectation, log(T(1) / 4) + log(1 + 2 * width), where);
  }
};

Evidence approached_by_algebra() {
  const Symbol r = Symbol::positive("r"), none(0), one(1);
  const Symbol score = log(rest_at(r));
  return same_forms({{derivative(primitive(r), r), score},
                     {derivative(score, r), one / (one / 2 + r)},
                     {substitute(score, r, none), log(one / 4)},
                     {score, log(one / 4) + log(one + 2 * r)}},
                    {"all Q with a density on [0, 1]", "[0, 1] 上一切有密度的 Q"},
                    {lemma::fundamental_theorem, lemma::increase, lemma::linearity,
                     lemma::monotonicity, lemma::vanishing});
}

/// W7: D* = (6/7, 3/5, 1/8), and V(D*, delta_1) in closed form.
constexpr auto closed_form = []<class T>(const Columns<T>&) -> T {
  return (6 * log(T(6) / 7) + 3 * log(T(3) / 5) + log(T(1) / 8)) / 10 + log(T(1) / 7);
};
/// Its decimals: -2.3996, rounded.
constexpr auto decimals = []<class T>(const Setting&, Take<T>& take) {
  take.over({"one number", "一个数"});
  const T value = closed_form(Columns<T>{});
  take.less(exactly<T>(Rational(-239965, 100000)), value, [] { return "-2.39965"; });
  take.less(value, exactly<T>(Rational(-239955, 100000)), [] { return "-2.39955"; });
};
Comparisons on_w7(const Relation& relation) {
  return on_built_in({"W7"}, relation);
}

// W7 again, from Q_0 with D* of Q_0 kept for all steps. The ratio of 1-D at its least value, at the
// first point, to the next one is (1/7)/(2/5) = 5/14.

Route frozen_route(const Rational& rate, int steps) {
  Route route = descents().front();
  route.rate = rate;
  route.steps = steps;
  route.frozen = best_discriminator(columns_of<Rational>(route.data, route.start));
  return route;
}
const Rational ratio_of_rests(5, 14);

/// η times what V(D, Q) loses in a step, against KL(Q||Q') + KL(Q'||Q).
constexpr auto falls_by = []<class T>(Take<T>& take, const descent::StepOf<T>& step,
                                      const Where& where) {
  take.equal(step.rate * (step.value_of(step.c.q) - step.value_of(step.to.law)),
             step.integral([](const T&, const T& q, const T& r) -> T {
               return formulas::generalised_kl_density(q, r) +
                      formulas::generalised_kl_density(r, q);
             }),
             where);
};
Comparisons falls_along_route() {
  return descent::along({frozen_route(Rational(1, 2), 50)}, falls_by);
}

/// (1/Q_0(x) - 1) (5/14)^(η t) for the first point x.
template <class T>
T bound_of_rest(const Route& route, int step) {
  const T share = exactly<T>(route.start.front());
  return (1 - share) / share * exp(exactly<T>(route.rate) * step * log(exactly<T>(ratio_of_rests)));
}
constexpr auto mass_outside = []<class T>(const Columns<T>& c) -> T { return c.q[1] + c.q[2]; };
constexpr auto distance_to_data = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, formulas::tv_density);
};
/// A number of the laws after t steps against that bound.
template <class Of>
Comparisons vanishes(const Route& route, std::vector<FiniteLaw> laws, const Of& of) {
  return [=]<class T>(const Setting&, Take<T>& take) {
    const std::string rate = route.rate.str();
    take.over({"P = (6,3,1)/10 against D* of Q_0 = (1,2,7)/10, from Q_0 with η = " + rate,
               "P = (6,3,1)/10，面对 Q_0 = (1,2,7)/10 的 D*，由 Q_0 出发，η = " + rate});
    int step = 0;
    for (const FiniteLaw& law : laws) {
      take.at_most(of(columns_of<T>(route.data, law)), bound_of_rest<T>(route, step), [step] {
        return Text{fmt::format("step {}", step), fmt::format("第 {} 步", step)};
      });
      ++step;
    }
  };
}
template <class Of>
Comparisons vanishes_at_half_rate(const Of& of) {
  const Route route = frozen_route(Rational(1, 2), 50);
  return vanishes(route, laws_of(route), of);
}

/// With η = 1 in rational arithmetic: Q_t(x) is Q_0(x)/(1-D(x))^t over the sum of these, and the
/// mass outside the first point at most 9 (5/14)^t.
Evidence collapses_exactly() {
  const Route route = frozen_route(1, 40);
  const Text scope = {"40 steps with η = 1, rational arithmetic", "η = 1，40 步，有理数运算"};
  FiniteLaw expected = route.start;
  Rational bound = 1 / route.start.front() - 1;
  for (const FiniteLaw& law : exact_laws_of(route)) {
    const Rational mass = sum(std::span<const Rational>(expected));
    for (std::size_t x = 0; x < law.size(); ++x) {
      if (law[x] * mass != expected[x]) return no_example(scope);
      expected[x] /= route.frozen[x].no;
    }
    if (bound < law[1] + law[2]) return no_example(scope);
    bound *= ratio_of_rests;
  }
  return example(true,
                 Text{"Q_t ∝ Q_0 (1-D)^-t, and 1 - Q_t({1}) ≤ 9 (5/14)^t",
                      "Q_t ∝ Q_0 (1-D)^-t，且 1 - Q_t({1}) ≤ 9 (5/14)^t"},
                 scope);
}

void add_descent(Claim& claim) {
  PartOf(claim, "descent")
      .summed(falls_along_route(),
              {"what V(D, Q) loses in each of 50 steps", "50 步中每一步 V(D, Q) 的减少量"},
              [] { return std::vector<Series>{series_of(frozen_route(Rational(1, 2), 50))}; })
      .enclosed(falls_along_route(), the_same_enclosed)
      .proved({"η times the loss as two divergences, each p f(q/p) with f(t) = t - 1 - log t ≥ 0",
               "减少量的 η 倍化为两个散度，各形如 p f(q/p)，其中 f(t) = t - 1 - log t ≥ 0"},
              [] { return frozen_mirror_step_falls(); });
  PartOf(claim, "collapse-by-descent")
      .summed(vanishes_at_half_rate(mass_outside),
              {"the mass outside the first point after each of 50 steps",
               "50 步中每一步之后第一点之外的质量"})
      .enclosed(vanishes_at_half_rate(mass_outside), the_same_enclosed);
  const Route exact = frozen_route(1, 40);
  PartOf(claim, "collapse-at-rate-one")
      .summed(vanishes(exact, exact_laws_of(exact), mass_outside),
              {"the mass outside the first point after each of 40 exact steps",
               "40 步精确计算中每一步之后第一点之外的质量"})
      .checked(Witness::symbolic,
               {"the laws and the mass in rational arithmetic", "以有理数精确计算各分布与质量"},
               [](const Setting&) { return collapses_exactly(); });
}

void add_infimum(Claim& claim) {
  PartOf(claim, "infimum")
      .summed(infimum<Inside>(),
              {"log(1 - max D) against the integral for Q", "log(1 - max D) 与关于 Q 的积分比较"})
      .summed(attained<Inside>(), {"V at the vertex where D is largest, against that infimum",
                                   "V 在 D 最大的顶点处的值与该下确界比较"})
      .summed(attained<InsideToo>(), {"the same for another D", "同上，另取一个 D"})
      .enclosed(infimum<Inside>(), the_same_enclosed)
      .enclosed(attained<Inside>(), the_same_enclosed)
      .proved(
          {"log(1-D) - log(1-S) = f((1-S)/(1-D)) + (S-D)/(1-D), S = sup D, f(t) = t - 1 - log t",
           "log(1-D) - log(1-S) = f((1-S)/(1-D)) + (S-D)/(1-D)，S = sup D，f(t) = t - 1 - log t"},
          infimum_by_tangent);
  PartOf(claim, "linear")
      .summed(
          equal(integral<Inside>([]<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
                  return formulas::value_density(p, T((2 * q + p) / 3), d);
                }),
                (2 * integral<Inside>(formulas::value_density) + value_at_data(by_number<Inside>)) /
                    3),
          {"V at (2Q + P)/3", "V 在 (2Q + P)/3 处"})
      .proved({"the integrand is linear in q", "被积函数关于 q 为线性"}, linear_by_algebra);
  PartOf(claim, "collapse")
      .summed(collapses<Inside>(), {"what Q has above the infimum, against the integral of "
                                    "(sup D - D)/(1-D)",
                                    "Q 超出下确界的部分与 (sup D - D)/(1-D) 的积分比较"})
      .enclosed(collapses<Inside>(), the_same_enclosed)
      .proved({"the excess is a sum of two terms ≥ 0; the second vanishes only where D = sup D",
               "超出的部分是两个非负项之和；第二项仅在 D = sup D 处为零"},
              collapse_by_tangent);
  PartOf(claim, "not-attained")
      .summed(approached, {"Q uniform on [1 - 1/k, 1]", "Q 为 [1 - 1/k, 1] 上的均匀分布"})
      .enclosed(approached, the_same_enclosed)
      .proved({"log(1-D) > log(1/4) but for x = 1, and the primitive differentiated",
               "除 x = 1 外 log(1-D) > log(1/4)；并对原函数求导"},
              approached_by_algebra);
}

void add_values(Claim& claim) {
  PartOf(claim, "below")
      .summed(infimum_is_below(by_number<Inside>),
              {"inf_Q V(D, Q) for a D in (0, 1)", "D 取值于 (0, 1) 时的 inf_Q V(D, Q)"})
      .summed(infimum_is_below(by_number<Ends>),
              {"the same for D = 0, 1/2, 1: it may be -∞", "同上，D 取 0、1/2、1：可为 -∞"})
      .summed(infimum_is_below(best_for_pair),
              {"the same for D* of every pair", "同上，取每一对的 D*"})
      .enclosed(infimum_is_below(by_number<Inside>), the_same_enclosed)
      .swept({"log y + log(1-y) ≤ -log 4 - 3(y - 1/2)² on [0, 1]",
              "[0, 1] 上 log y + log(1-y) ≤ -log 4 - 3(y - 1/2)²"},
             [] { return half_is_best_constant(); })
      .proved({"V(D, P) ≤ -log 4, as d(1-d) ≤ 1/4", "因 d(1-d) ≤ 1/4，故 V(D, P) ≤ -log 4"},
              frozen::bounded_at_data_by_algebra);
  const Comparisons value = on_w7(equal(least_value(best_for_pair), closed_form));
  const Comparisons at_vertex = on_w7(equal(value_at_vertex(best_for_pair, true), closed_form));
  const Comparisons below_data = on_w7(less(closed_form, value_at_data(best_for_pair)));
  PartOf(claim, "frozen-optimum")
      .summed(value, {"the least value over all Q, against its closed form",
                      "关于一切 Q 的最小值与其闭式比较"})
      .summed(at_vertex,
              {"V at the first vertex, against the closed form", "第一个顶点处的 V 与闭式比较"})
      .summed(below_data, {"it is below V(D*, P)", "它小于 V(D*, P)"})
      .summed(decimals,
              {"it lies between -2.39965 and -2.39955", "它介于 -2.39965 与 -2.39955 之间"})
      .enclosed(decimals, the_same_enclosed)
      .enclosed(value, the_same_enclosed)
      .enclosed(at_vertex, the_same_enclosed)
      .enclosed(below_data, {"it is below V(D*, P), enclosed", "它小于 V(D*, P)，计算包含区间"});
}

void add_twins(Claim& claim) {
  Twins(claim, at_most(least_value(best_for_pair), value_at_data(best_for_pair)))
      .on("W7")
      .grid(R"(\mathrm{arg\,min}_Q\, V(D^*_{Q_0}, Q) = P)",
            {"against the frozen D* the generator's best law is P",
             "误认为面对固定的 D*，最优的是 P"},
            at_most(value_at_data(best_for_pair), least_value(best_for_pair)));
  Twins(claim, infimum_is_below(best_for_pair))
      .on("W7")
      .grid(R"(\inf_Q V(D, Q) \ge -\log 4)",
            {"the bound of C(G) taken for one of every D", "把 C(G) 的下界当作每个 D 的下界"},
            at_most(minus_log4_of_data(), least_value(best_for_pair)));
  Twins(claim, attained<Inside>())
      .on("W7")
      .grid(R"(\inf_Q V(D, Q) = V(D, \delta_x) \text{ with } D(x) = \min D)",
            {"the mass goes where D is least", "误认为质量集中在 D 最小处"},
            equal(value_at_vertex(by_number<Inside>, false), least_value(by_number<Inside>)));
  Twins(claim, vanishes_at_half_rate(mass_outside))
      .grid(R"(\mathrm{TV}(Q_t, P) \le 9\,(5/14)^{t/2})",
            {"descent against a frozen D leads to P", "误认为面对固定的 D 下降会到达 P"},
            vanishes_at_half_rate(distance_to_data));
}

}  // namespace

void frozen_d_collapse(Claim& claim) {
  add_infimum(claim);
  add_values(claim);
  add_descent(claim);
  add_twins(claim);
}

}  // namespace gancheck
