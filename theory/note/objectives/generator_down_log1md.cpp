// Claim 16: log(1-t) falls strictly on [0, 1), so that at each single z D(G(z)) rises exactly where
// log(1-D(G(z))) falls. The expectations of D, log(1-D) and log D do not rank generators alike.
#include "theory/checks/two_chances.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

constexpr auto minus_inverse_of_rest = []<class T>(const T&, const T&, const Chance<T>& t) -> T {
  return -(1 / t.no);
};
constexpr auto inverse_of_rest = []<class T>(const T&, const T&, const Chance<T>& t) -> T {
  return 1 / t.no;
};
/// The derivative of -log t.
constexpr auto minus_inverse = []<class T>(const T&, const T&, const Chance<T>& t) -> T {
  return -(1 / t.yes);
};

Evidence derivative_by_algebra() {
  const Symbol t = Symbol::positive("t"), one(1);
  return same_form(derivative(log(one - t), t), -(one / (one - t)), {"0 ≤ t < 1", "0 ≤ t < 1"},
                   {lemma::increase});
}

/// For t < t': log(1-t') < log(1-t).
constexpr auto decreases = []<class T>(const Chance<T>& t, const Chance<T>& other, Take<T>& take,
                                       const Where& where) {
  take.less(log(other.no), log(t.no), where);
};
/// For two values at one z, either of them first: the differences of D(G(z)) and of log(1-D(G(z)))
/// have opposite signs.
constexpr auto opposite_orders = []<class T>(const Chance<T>& t, const Chance<T>& other,
                                             Take<T>& take, const Where& where) {
  take.less(T((log(other.no) - log(t.no)) * (other.yes - t.yes)), 0, where);
  take.less(T((log(t.no) - log(other.no)) * (t.yes - other.yes)), 0, where);
};

/// With c = 1 - D(G(z)), a D(G(z)) that is less by e > 0 has log(c+e) > log c.
Evidence order_by_algebra() {
  return same_forms(logarithm_of_sum_increases(),
                    {"all values of D at two points", "D 在两点处的一切取值"}, {lemma::increase});
}

// Two generators on a noise of two points with the chance 1/2 each: G1 goes to points with D = 1/2,
// G2 to one with 1/10 and one with 17/20.

template <class T>
struct Values {
  T first, second;
};
template <class T>
Values<T> of_first() {
  return {T(1) / 2, T(1) / 2};
}
template <class T>
Values<T> of_second() {
  return {T(1) / 10, T(17) / 20};
}
template <class T>
T mean(const Values<T>& d) {
  return (d.first + d.second) / 2;
}
template <class T>
T mean_of_log_rest(const Values<T>& d) {
  return (log(1 - d.first) + log(1 - d.second)) / 2;
}
template <class T>
T minus_mean_of_log(const Values<T>& d) {
  return -((log(d.first) + log(d.second)) / 2);
}

/// The generator with the smaller value is preferred: -E D and -E log D prefer G1, E log(1-D)
/// prefers G2.
constexpr auto three_criteria = []<class T>(const Setting&, Take<T>& take) {
  take.over(
      {"D(G_1) = 1/2, 1/2 and D(G_2) = 1/10, 17/20", "D(G_1) = 1/2、1/2，D(G_2) = 1/10、17/20"});
  const auto first = of_first<T>(), second = of_second<T>();
  take.less(-mean(first), -mean(second), [] { return "-E D"; });
  take.less(mean_of_log_rest(second), mean_of_log_rest(first), [] { return "E log(1-D)"; });
  take.less(minus_mean_of_log(first), minus_mean_of_log(second), [] { return "-E log D"; });
};

/// Exactly: E log is half the logarithm of the product, and the logarithm increases.
Evidence criteria_disagree(bool confirms) {
  const auto first = of_first<Rational>(), second = of_second<Rational>();
  const auto product = [](const Values<Rational>& d) -> Rational { return d.first * d.second; };
  const auto product_of_rests = [](const Values<Rational>& d) -> Rational {
    return (1 - d.first) * (1 - d.second);
  };
  const bool mean_prefers_first = mean(first) > mean(second);
  const bool note_prefers_second = product_of_rests(second) < product_of_rests(first);
  const bool log_prefers_first = product(first) > product(second);
  const Text scope = {"one example", "一个例子"};
  if (!mean_prefers_first || !note_prefers_second || !log_prefers_first) return no_example(scope);
  const auto more = [](const Rational& one, const Rational& other) {
    return to_text(one) + " > " + to_text(other);
  };
  const std::string means = more(mean(first), mean(second));
  const std::string rests = more(product_of_rests(first), product_of_rests(second));
  const std::string products = more(product(first), product(second));
  return example(
      confirms,
      Text{fmt::format("D(G_1) = 1/2, D(G_2) = 1/10 or 17/20: E D is {}, exp(2 E log(1-D)) is {}, "
                       "exp(2 E log D) is {}",
                       means, rests, products),
           fmt::format("D(G_1) = 1/2，D(G_2) = 1/10 或 17/20：G_1 与 G_2 的 E D 满足 {}，"
                       "exp(2 E log(1-D)) 满足 {}，exp(2 E log D) 满足 {}",
                       means, rests, products)},
      scope);
}

void add_twins(Claim& claim) {
  Twins(claim, derivative_is<0, 1>(minus_inverse_of_rest))
      .grid(R"(\frac{d}{dt} \log(1-t) = +\frac{1}{1-t})",
            {"the inner derivative -1 is lost", "漏掉内层导数 -1"},
            derivative_is<0, 1>(inverse_of_rest));
  add_twin(
      claim, Witness::grid,
      R"(\mathrm{E} D(G_1) \ge \mathrm{E} D(G_2) \iff \mathrm{E} \log(1-D(G_1)) \le \mathrm{E} \log(1-D(G_2)))",
      {"the order kept for expectations too", "误认为期望的次序也保持"}, {},
      [](const Setting&) { return criteria_disagree(false); });
  Twins(claim, derivative_is<0, 1>(minus_inverse_of_rest))
      .grid(R"(\log(1-t) = -\log t)",
            {"the complement taken for the inverse, by the derivatives",
             "把补 1-t 当作倒数 1/t；由导数看出"},
            derivative_is<0, 1>(minus_inverse));
}

}  // namespace

void generator_down_log1md(Claim& claim) {
  PartOf(claim, "decreasing")
      .summed(derivative_is<0, 1>(minus_inverse_of_rest),
              {"-1/(1-t) against automatic differentiation", "-1/(1-t) 与自动微分比较"})
      .summed(for_two_chances(decreases),
              {"log(1-t') < log(1-t) for t < t'", "t < t' 时 log(1-t') < log(1-t)"})
      .enclosed(for_two_chances(decreases), the_same_enclosed)
      .swept({"-1/(1-t) ≤ -1 on [0, 1), as 1/s ≥ 1 on (0, 1] for s = 1-t",
              "[0, 1) 上 -1/(1-t) ≤ -1，因 s = 1-t 时 (0, 1] 上 1/s ≥ 1"},
             [] { return logarithm_increases(); })
      .proved({"the symbolic derivative", "符号求导"}, derivative_by_algebra);
  PartOf(claim, "pointwise")
      .summed(for_two_chances(opposite_orders),
              {"the signs of the differences of D and of log(1-D)", "D 与 log(1-D) 的差的符号"})
      .enclosed(for_two_chances(opposite_orders), the_same_enclosed)
      .proved({"log(c+ε) increases in ε", "log(c+ε) 关于 ε 递增"}, order_by_algebra);
  PartOf(claim, "not-in-expectation")
      .summed(three_criteria, {"three criteria for two generators", "用三种准则比较两个生成器"})
      .enclosed(three_criteria, the_same_enclosed)
      .proved({"the same, exactly", "同上，精确计算"}, [] { return criteria_disagree(true); });
  add_twins(claim);
}

}  // namespace gancheck
