// Claim 57: (D, Q) = (1/2, P) is a saddle point of V, so that min max = max min = -log 4 over all
// discriminators and all laws.
#include "theory/checks/descent.hpp"
#include "theory/checks/frozen.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/mirror_steps.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using frozen::best_for_pair;
using frozen::by_number;
using frozen::infimum_is_below;
using frozen::least_value;
using frozen::minus_log4_of_data;
using functionals::minus_log4;
using spread::Ends;
using spread::Inside;
using spread::Middle;

/// V(1/2, Q), and -log 4 spread over the masses.
constexpr auto value_of_half = []<class T>(const T& p, const T& q) -> T {
  const T half = T(1) / 2;
  return value_density(p, q, Chance<T>{half, half});
};
constexpr auto constant = []<class T>(const T& p, const T& q) -> T {
  return -((p + q) * log(T(2)));
};

/// V(D, P) <= -log 4.
template <class D>
Relation answer_to_data() {
  return at_most(frozen::value_at_data(by_number<D>), minus_log4_of_data());
}
/// d(1-d) = 1/4 - (d - 1/2)².
Evidence quarter_at_random_points() {
  return at_random_points({"u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    const Chance<Rational> d = rational_chance(x[0], x[1]);
    const Rational distance = d.yes - Rational(1, 2);
    return {{d.yes * d.no, Rational(1, 4) - distance * distance}};
  });
}

/// V(1/2, Q) = -log 4 for every Q, and V(D, P) <= -log 4 for every D. So -log 4 <= sup_D V(D, Q)
/// for every Q, with equality at Q = P; and inf_Q V(D, Q) <= -log 4 for every D, with equality at
/// D = 1/2.
Evidence both_orders_by_algebra() {
  std::vector<Identity> proof = same_where_not_null(value_of_half, constant);
  for (Identity& i : frozen::value_at_data_is_bounded()) proof.push_back(std::move(i));
  return same_forms(proof,
                    {"all P, all Q and all D; where D is 0 or 1 the integrand of V(D, P) is -∞",
                     "一切 P，一切 Q 与一切 D；D 取 0 或 1 处 V(D, P) 的被积函数为 -∞"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

void add_saddle(Claim& claim) {
  const Relation indifferent = equal(integral_of(value_of_half), minus_log4);
  PartOf(claim, "generator-cannot-gain")
      .summed(indifferent)
      .enclosed(indifferent)
      .same_integrands(value_of_half, constant);
  PartOf(claim, "discriminator-cannot-gain")
      .summed(answer_to_data<Inside>(),
              {"V(D, P) for a D in (0, 1)", "D 取值于 (0, 1) 时的 V(D, P)"})
      .summed(answer_to_data<Ends>(),
              {"the same for D = 0, 1/2, 1: V may be -∞", "D 取 0、1/2、1：V 可为 -∞"})
      .enclosed(answer_to_data<Inside>(), the_same_enclosed)
      .swept({"log y + log(1-y) ≤ -log 4 - 3(y - 1/2)² on [0, 1]",
              "[0, 1] 上 log y + log(1-y) ≤ -log 4 - 3(y - 1/2)²"},
             [] { return half_is_best_constant(); })
      .proved({"d(1-d) = 1/4 - (d - 1/2)², and the logarithm increases",
               "d(1-d) = 1/4 - (d - 1/2)²，且对数函数递增"},
              frozen::bounded_at_data_by_algebra)
      .at_random_points(quarter_at_random_points);
}

void add_values(Claim& claim) {
  const Text both = {"V(1/2, Q) = -log 4 for every Q, and V(D, P) ≤ -log 4 for every D",
                     "对一切 Q，V(1/2, Q) = -log 4；对一切 D，V(D, P) ≤ -log 4"};
  PartOf(claim, "min-max")
      .summed(at_most(minus_log4, functionals::value_found),
              {"the maximum over D, found point by point, for every Q",
               "对每个 Q，逐点求得的关于 D 的最大值"})
      .summed(equal(of_equals(functionals::value_found), minus_log4_of_data()),
              {"the same for Q = P", "同上，取 Q = P"})
      .enclosed(at_most(minus_log4, functionals::value_at_optimum),
                {"V(D*, G) enclosed", "V(D*, G) 的包含区间"})
      .proved(both, both_orders_by_algebra);
  PartOf(claim, "max-min")
      .summed(infimum_is_below(by_number<Inside>), {"the least V(D, Q) of all Q, for a D in (0, 1)",
                                                    "D 取值于 (0, 1)：V(D, Q) 关于 Q 的最小值"})
      .summed(infimum_is_below(by_number<Middle>),
              {"the same for a D in [1/10, 9/10]", "同上，D 取值于 [1/10, 9/10]"})
      .summed(infimum_is_below(best_for_pair),
              {"the same for D* of every pair", "同上，取每一对的 D*"})
      .enclosed(infimum_is_below(by_number<Inside>), the_same_enclosed)
      .proved(both, both_orders_by_algebra);
}

const Rational half_rate(1, 2);
const PairRule dominated = {is_dominated, {"p > 0 = q at some point", "某点处 p > 0 = q"}};

/// On both sides of -log 4: V(D*, P) <= -log 4 <= V(D*, Q).
constexpr auto encloses_the_value = []<class T>(Take<T>& take, const descent::StepOf<T>& step,
                                                const Where& where) {
  const T value = -2 * log(T(2));
  take.at_most(step.value_of(step.c.p), value, where);
  take.at_most(value, step.value_of(step.c.q), where);
};

/// The sum over the steps of a route of V(D_t, Q_t) - V(D_t, P), against KL(P||Q_0)/η + C(Q_0) +
/// log 4.
constexpr auto gaps_add_up = []<class T>(const Setting&, Take<T>& take) {
  take.over({fmt::format("all steps of {} routes", descents().size()),
             fmt::format("{} 条路径的全部各步", descents().size())});
  for (const Route& route : descents()) {
    std::vector<T> gaps;
    for (const FiniteLaw& law : laws_of(route)) {
      const auto c = columns_of<T>(route.data, law);
      const descent::StepOf<T> step(c, best_discriminator(c), exactly<T>(route.rate));
      gaps.push_back(T(step.value_of(c.q) - step.value_of(c.p)));
    }
    const auto start = columns_of<T>(route.data, route.start);
    const T bound = integrate(start, formulas::kl_density) / exactly<T>(route.rate) +
                    integrate(start, formulas::value_at_optimum) + 2 * log(T(2));
    take.at_most(sum(std::span<const T>(gaps)), bound, [&] { return route.name; });
  }
};

/// η (V(D*, Q) - V(D*, P)) without the divergence of the step.
constexpr auto without_the_step = []<class T>(Take<T>& take, const descent::StepOf<T>& step,
                                              const Where& where) {
  take.equal(step.rate * (step.value_of(step.c.q) - step.value_of(step.c.p)),
             step.integral(mirror::approach), where);
};

/// The law after the step against the mixture of equal masses.
constexpr auto averages = []<class T>(Take<T>& take, const descent::StepOf<T>& step,
                                      const Where& where) {
  std::vector<T> distances;
  for (std::size_t i = 0; i < step.c.size(); ++i) {
    if (is_null(step.c, i)) continue;
    const T m = formulas::mixture(step.c.p[i], step.c.q[i]);
    distances.push_back(T(step.c.weight[i] * abs(step.to.law[i] - m)));
  }
  take.equal(sum(std::span<const T>(distances)), T(0), where);
};
std::vector<Route> at_rate_one() {
  std::vector<Route> routes = descents();
  for (Route& route : routes) route.rate = 1;
  return routes;
}
/// From (1,2,7)/10 to (6,3,1)/10.
Comparisons averages_at_rate(const Rational& rate) {
  Route route = descents().front();
  route.rate = rate;
  route.steps = 0;
  return descent::along({route}, averages);
}

/// Q_k - P = (Q_0 - P)/2^k for k <= 30, in rational arithmetic, from the starts of the routes.
Evidence averages_exactly() {
  constexpr int steps = 30;
  const std::size_t starts = descents().size();
  const Text scope = {fmt::format("{} starts, {} steps, rational arithmetic", starts, steps),
                      fmt::format("{} 个起点，{} 步，有理数运算", starts, steps)};
  for (Route route : at_rate_one()) {
    route.steps = steps;
    Rational share = 1;
    for (const FiniteLaw& law : exact_laws_of(route)) {
      for (std::size_t x = 0; x < law.size(); ++x) {
        const Rational expected = share * (route.start[x] - route.data[x]);
        if (law[x] - route.data[x] != expected) return no_example(scope);
      }
      share /= 2;
    }
  }
  return example(true, "Q_k - P = (Q_0 - P)/2^k", scope);
}

void add_routes(Claim& claim) {
  const Comparisons gap = descent::of_pairs(half_rate, dominated, descent::closes_the_gap);
  PartOf(claim, "routes")
      .summed(descent::along(descents(), encloses_the_value),
              {"V(D*, P) and V(D*, Q) against -log 4, along routes of mirror descent",
               "沿镜像下降的路径，V(D*, P) 与 V(D*, Q) 同 -log 4 比较"})
      .summed(gap, {"their distance against KL(P‖Q) - KL(P‖Q') + KL(Q‖Q'), in a step from the Q of "
                    "each pair with η = 1/2",
                    "从每一对的 Q 出发、η = 1/2 的一步中，两者之差与 KL(P‖Q) - KL(P‖Q') + KL(Q‖Q') "
                    "比较"})
      .summed(gaps_add_up,
              {"the distances of all steps of a route, added up", "一条路径上各步之差的总和"})
      .enclosed(gap, {"the distance, enclosed", "两者之差，计算包含区间"})
      .proved(
          {"the distance as divergences, one identity a step", "两者之差化为散度，每步一个恒等式"},
          [] { return mirror_step_closes_the_gap(); });
  PartOf(claim, "averaging")
      .summed(descent::along(at_rate_one(), averages),
              {"the law after a step with η = 1 against (P+Q)/2, along routes",
               "沿路径，η = 1 的一步之后的分布与 (P+Q)/2 比较"})
      .enclosed(averages_at_rate(1), the_same_enclosed)
      .checked(Witness::symbolic, {"thirty steps in rational arithmetic", "以有理数精确计算三十步"},
               [](const Setting&) { return averages_exactly(); })
      .proved({"q/(1-D*) = p+q, whose integral is 2", "q/(1-D*) = p+q，其积分为 2"},
              [] { return mirror_step_of_rate_one(); });
}

/// Against "V(1/2, Q) > -log 4 for Q != P": it is -log 4 for every Q.
Evidence indifferent_for_different_laws(const Setting& setting) {
  if (!same_integrals(value_of_half, constant).same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair) || !are_probabilities(*pair)) continue;
    return example(false,
                   Text{pair->name() + ", D = 1/2: V = -log 4 exactly, Q ≠ P",
                        pair->name() + "，D = 1/2：V 恰为 -log 4，而 Q ≠ P"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

/// Against "max min < min max": max min >= inf_Q V(1/2, Q) = -log 4 >= sup_D V(D, P) >= min max.
Evidence orders_agree(const Setting&) {
  const Evidence both = both_orders_by_algebra();
  if (!both.same_form) return no_example(both.scope);
  return example(false, "inf_Q V(1/2, Q) = -log 4 = sup_D V(D, P)", both.scope);
}

void add_twins(Claim& claim) {
  add_twin(claim, Witness::symbolic, R"(V(\tfrac12, Q) > -\log 4 \text{ for } Q \ne P)",
           {"the generator loses by leaving P", "误认为生成器一离开 P 就有损失"}, {"W7"},
           indifferent_for_different_laws);
  add_twin(claim, Witness::symbolic, R"(\sup_D \inf_Q V < \inf_Q \sup_D V)",
           {"the order of the players matters here", "误认为此处两个算子的次序有影响"}, {},
           orders_agree);
  Twins(claim, infimum_is_below(best_for_pair))
      .on("W7")
      .grid(R"((D^*_Q, Q) \text{ is a saddle point for every } Q)",
            {"no other law gains against D* of Q", "误认为面对 Q 的 D*，换别的分布没有好处"},
            at_most(functionals::value_at_optimum, least_value(best_for_pair)));
  Twins(claim, descent::along({descents().front()}, descent::closes_the_gap))
      .grid(R"(\eta\,(V(D^*, Q) - V(D^*, P)) = \mathrm{KL}(P\|Q) - \mathrm{KL}(P\|Q'))",
            {"the divergence of the step left out", "漏掉一步本身的散度"},
            descent::along({descents().front()}, without_the_step));
  Twins(claim, averages_at_rate(1))
      .grid(R"(Q' = \tfrac12 (P + Q) \text{ for } \eta = 2)",
            {"a step of any length averages", "误认为不论步长多大一步都取平均"},
            averages_at_rate(2));
}

}  // namespace

void saddle_point(Claim& claim) {
  add_saddle(claim);
  add_values(claim);
  add_routes(claim);
  add_twins(claim);
}

}  // namespace gancheck
