// Claim 57: (D, Q) = (1/2, P) is a saddle point of V, so that min max = max min = -log 4 over all
// discriminators and all laws.
#include "theory/checks/frozen.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/certificates.hpp"

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

/// Against "V(1/2, Q) > -log 4 for Q != P": it is -log 4 for every Q.
Evidence indifferent_for_different_laws(const Setting& setting) {
  if (!same_integrals(value_of_half, constant).same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair) || !are_probabilities(*pair)) continue;
    return example(false, pair->name() + ", D = 1/2: V = -log 4 exactly, Q ≠ P", setting.scope);
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
}

}  // namespace

void saddle_point(Claim& claim) {
  add_saddle(claim);
  add_values(claim);
  add_twins(claim);
}

}  // namespace gancheck
