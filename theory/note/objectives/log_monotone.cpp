// Claim 11: log increases strictly on (0, 1], so that at each single x the order of D is that of
// log D, and the order of 1-D that of log(1-D); not so for expectations.
#include <cmath>

#include "theory/checks/two_chances.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

constexpr auto inverse = []<class T>(const T&, const T&, const Chance<T>& y) -> T {
  return 1 / y.yes;
};

Evidence derivative_by_algebra() {
  const Symbol t = Symbol::positive("t");
  return same_form(derivative(log(t), t), Symbol(1) / t, all_positive("t"), {lemma::increase});
}

/// For d < d': log d < log d', the contrary, and the same for logarithms to another base.
constexpr auto increases = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                       const Where& where) {
  take.less(log(d.yes), log(other.yes), where);
};
constexpr auto decreases = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                       const Where& where) {
  take.less(log(other.yes), log(d.yes), where);
};
template <int inverse_of_base>
constexpr auto increases_to_base =
    []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take, const Where& where) {
      const T log_of_base = -log(T(inverse_of_base));
      take.less(log(d.yes) / log_of_base, log(other.yes) / log_of_base, where);
    };

/// Two discriminators at one x, either of them the larger one: log D - log D' has the sign of
/// D - D', and log(1-D) - log(1-D') that of D' - D.
template <class T>
void ordered_alike(const Chance<T>& d, const Chance<T>& other, Take<T>& take, const Where& where) {
  const T rise = d.yes - other.yes;
  take.less(0, T((log(d.yes) - log(other.yes)) * rise), where);
  take.less(T((log(d.no) - log(other.no)) * rise), 0, where);
}
constexpr auto orders_agree = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                          const Where& where) {
  ordered_alike(d, other, take, where);
  ordered_alike(other, d, take, where);
};

/// log(c+e) > log c for e > 0: with c = D' and c + e = D, and with c = 1-D and c + e = 1-D'.
Evidence order_by_algebra() {
  return same_forms(logarithm_of_sum_increases(),
                    {"all values D > D' at a point", "一点处的一切值 D > D'"}, {lemma::increase});
}

/// log 10^-k = -k log 10, below -2k.
constexpr auto unbounded = []<class T>(const Setting&, Take<T>& take) {
  take.over({"10^-k for k = 1, 2, ..., 300", "10^-k，k = 1, 2, …, 300"});
  for (int k = 1; k <= 300; ++k) {
    const T value = log(exactly<T>(power_of_ten(-k)));
    const auto where = [k] { return fmt::format("1e-{}", k); };
    take.equal(value, -k * log(T(10)), where);
    take.at_most(value, T(-2 * k), where);
  }
};
/// The logarithm increases from log 1 = 0, so that log 2 > 0; and halving t takes log 2 from log t,
/// as often as one likes.
Evidence unbounded_by_algebra() {
  const Symbol t = Symbol::positive("t"), one(1), two(2);
  return same_forms(
      {{derivative(log(t), t), one / t}, {log(one), Symbol(0)}, {log(t / two), log(t) - log(two)}},
      all_positive("t"), {lemma::increase});
}
/// log 0 = -infinity, less than all the others.
constexpr auto at_zero = [](const Setting&, Take<Tracked>& take) {
  take.over({"log 0", "log 0"});
  const Tracked value = log(Tracked(0));
  take.equal(value, Tracked::exact(-HUGE_VAL), [] { return "log 0"; });
  take.at_most(value, log(exactly<Tracked>(power_of_ten(-300))),
               [] { return "log 0, log 1e-300"; });
};

/// D = 2/5 everywhere against D' = 1/10 and 17/20, with the chance 1/2 each: E D < E D', but 2/5
/// squared is more than 1/10 times 17/20, so that E log D > E log D'.
Evidence expectations_disagree(bool confirms) {
  const Rational constant(2, 5), low(1, 10), high(17, 20);
  const bool less = constant<(low + high) / 2, log_more = constant * constant> low * high;
  const Text scope = {"one example", "一个例子"};
  if (!less || !log_more) return no_example(scope);
  return example(
      confirms,
      Text{"D = 2/5, D' = 1/10 or 17/20: E D = 2/5 < 19/40 = E D', and exp(2 E log D) = 4/25 "
           "> 17/200 = exp(2 E log D')",
           "D = 2/5，D' = 1/10 或 17/20：E D = 2/5 < 19/40 = E D'，而 exp(2 E log D) = 4/25 > "
           "17/200 = exp(2 E log D')"},
      scope);
}
/// The same numbers.
constexpr auto expectations = []<class T>(const Setting&, Take<T>& take) {
  take.over({"D = 2/5 against D' = 1/10 or 17/20", "D = 2/5 与 D' = 1/10 或 17/20"});
  const T constant = T(2) / 5, low = T(1) / 10, high = T(17) / 20;
  take.less(constant, (low + high) / 2, [] { return "E D, E D'"; });
  take.less((log(low) + log(high)) / 2, log(constant), [] { return "E log D', E log D"; });
};

void add_twins(Claim& claim) {
  Twins(claim, for_two_chances(increases))
      .grid(R"(d < d' \implies \log d > \log d')", {"the order reversed", "次序颠倒"},
            for_two_chances(decreases))
      .grid(R"(\log_b \text{ increases also for } b < 1)",
            {"the base 1/2, whose logarithm decreases", "底取 1/2，此时对数递减"},
            for_two_chances(increases_to_base<2>));
  add_twin(claim, Witness::grid,
           R"(\mathrm{E} D \le \mathrm{E} D' \implies \mathrm{E} \log D \le \mathrm{E} \log D')",
           {"the order kept for expectations too", "误认为期望的次序也保持不变"}, {},
           [](const Setting&) { return expectations_disagree(false); });
}

}  // namespace

void log_monotone(Claim& claim) {
  PartOf(claim, "increasing")
      .summed(derivative_is<1, 0>(inverse),
              {"1/t against automatic differentiation", "1/t 与自动微分比较"})
      .summed(for_two_chances(increases), {"log d < log d'", "log d < log d'"})
      .enclosed(for_two_chances(increases), the_same_enclosed)
      .swept({"1/t ≥ 1 on (0, 1]", "(0, 1] 上 1/t ≥ 1"}, [] { return logarithm_increases(); })
      .proved({"the symbolic derivative", "符号求导"}, derivative_by_algebra);
  PartOf(claim, "same-order")
      .summed(for_two_chances(orders_agree), {"the signs of the differences of D and of log D, and "
                                              "of D and of log(1-D)",
                                              "D 与 log D、D 与 log(1-D) 的差的符号"})
      .enclosed(for_two_chances(orders_agree), the_same_enclosed)
      .proved({"log(c+ε) increases in ε", "log(c+ε) 关于 ε 递增"}, order_by_algebra);
  PartOf(claim, "unbounded")
      .summed(at_zero, {"log 0 = -∞, below all the others", "log 0 = -∞，小于其余各值"})
      .summed(unbounded, {"log 10^-k = -k log 10 ≤ -2k", "log 10^-k = -k log 10 ≤ -2k"})
      .enclosed(unbounded, the_same_enclosed)
      .proved(
          {"log(t/2) = log t - log 2 with log 2 > 0", "log(t/2) = log t - log 2，其中 log 2 > 0"},
          unbounded_by_algebra);
  PartOf(claim, "not-for-expectations")
      .summed(expectations, {"both expectations of two discriminators", "两个判别器的两种期望"})
      .enclosed(expectations, the_same_enclosed)
      .proved({"the same, exactly", "同上，精确计算"}, [] { return expectations_disagree(true); });
  add_twins(claim);
}

}  // namespace gancheck
