// Claim 6: D(x) is the parameter of a Bernoulli law of the label Y; its log-likelihood is
// y log D + (1-y) log(1-D), which is minus the binary cross-entropy.
#include <fmt/format.h>

#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebra.hpp"

namespace gancheck {
namespace {

using spread::chance;

/// Pr(Y = y) for Y ~ Bern(D).
constexpr auto probability = []<class T>(int y, const Chance<T>& d) -> T {
  return y == 1 ? d.yes : d.no;
};
/// y log D + (1-y) log(1-D)
constexpr auto log_likelihood = []<class T>(int y, const Chance<T>& d) -> T {
  return times_log(T(y), d.yes) + times_log(T(1 - y), d.no);
};
constexpr auto of_failure = []<class T>(int y, const Chance<T>& d) -> T {
  return log_likelihood(y, Chance<T>{d.no, d.yes});
};

/// D = k/1000 for k = least, ..., 1000 - least, and each label y: `compare(take, y, D, where)`.
template <class F>
Comparisons for_every_thousandth(int least, const F& compare) {
  return [=]<class T>(const Setting&, Take<T>& take) {
    take.over({fmt::format("D = k/1000, k = {}, ..., {}", least, 1000 - least),
               fmt::format("D = k/1000，k = {}、…、{}", least, 1000 - least)});
    for (int k = least; k <= 1000 - least; ++k) {
      for (const int y : {0, 1}) {
        compare(take, y, chance<T>(k), [=] { return fmt::format("D = {}/1000, y = {}", k, y); });
      }
    }
  };
}

/// D^y (1-D)^(1-y), the exponential of the log-likelihood, is never negative; over both y it adds
/// up to 1.
constexpr auto adds_up_to_one = []<class T>(Take<T>& take, int y, const Chance<T>& d,
                                            const Where& where) {
  const T here = exp(log_likelihood(y, d));
  take.at_most(T(0), here, where);
  take.equal(T(here + exp(log_likelihood(1 - y, d))), T(1), where);
};
/// A formula for log Pr(Y = y).
template <class F>
Comparisons log_of_probability_is(int least, const F& formula) {
  return for_every_thousandth(
      least, [formula]<class T>(Take<T>& take, int y, const Chance<T>& d, const Where& where) {
        take.equal(log(probability(y, d)), formula(y, d), where);
      });
}

/// The output of a network with a sigmoid at its end, from its logit a: 1/(1+e^-a) and 1/(1+e^a).
template <class T>
Chance<T> sigmoid(const T& a) {
  return {1 / (1 + exp(-a)), 1 / (1 + exp(a))};
}
/// Binary cross-entropy as programs compute it: max(a, 0) - a y + log(1 + e^-|a|).
constexpr auto cross_entropy = []<class T>(int y, const T& a) -> T {
  return max(a, T(0)) - a * y + log1p(exp(-abs(a)));
};

/// Logits k/4 up to 30 on either side, whose outputs doubles can tell from 0 and 1.
template <class F>
Comparisons for_every_logit(const F& compare) {
  return [compare]<class T>(const Setting&, Take<T>& take) {
    take.over({"logits from -30 to 30 in steps of 1/4", "logit 从 -30 到 30，步长 1/4"});
    for (int k = -120; k <= 120; ++k) {
      compare(take, T(T(k) / 4), [k] { return fmt::format("logit {}/4", k); });
    }
  };
}
constexpr auto is_inside = []<class T>(Take<T>& take, const T& a, const Where& where) {
  const Chance<T> d = sigmoid(a);
  take.less(T(0), d.yes, where);
  take.less(T(0), d.no, where);
};
constexpr auto complements = []<class T>(Take<T>& take, const T& a, const Where& where) {
  const Chance<T> d = sigmoid(a);
  take.equal(T(d.yes + d.no), T(1), where);
};
constexpr auto is_cross_entropy = []<class T>(Take<T>& take, const T& a, const Where& where) {
  for (const int y : {0, 1}) take.equal(log_likelihood(y, sigmoid(a)), -cross_entropy(y, a), where);
};

/// The expectation of a log-likelihood over Y ~ Bern(s).
template <class F>
auto expected(const F& formula) {
  return [formula]<class T>(const Chance<T>& s, const Chance<T>& d) -> T {
    return s.yes * formula(1, d) + s.no * formula(0, d);
  };
}
/// p + q times that, with s = p/(p+q), the chance of Y = 1 where a sample of P and one of Q are
/// equally likely.
template <class F>
GameFormula expected_at(const F& formula) {
  return [formula]<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
    return (p + q) * expected(formula)(formulas::optimal_discriminator(p, q), d);
  };
}
template <class F>
Comparisons expectation_is(const F& formula) {
  return for_discriminators(equal(expected_at(formula), formulas::value_density),
                            other_discriminators);
}

Evidence probabilities_by_algebra() {
  const Chance<Symbol> d = free_chance();
  const Symbol none(0), one(1);
  std::vector<Identity> proof = {{probability(1, d) + probability(0, d), one}};
  for (const int y : {0, 1}) proof.push_back({log(probability(y, d)), log_likelihood(y, d)});
  // D = 1 and y = 1, D = 0 and y = 0: probability 1. The other label has probability 0, the
  // exponential of -infinity.
  proof.push_back({log_likelihood(1, Chance<Symbol>{one, none}), log(one)});
  proof.push_back({log_likelihood(0, Chance<Symbol>{none, one}), log(one)});
  return same_forms(proof, {"all D in (0, 1), and D = 0, 1", "(0, 1) 中的一切 D，以及 D = 0、1"},
                    {});
}

/// With t = e^a > 0, which takes every positive value: D = t/(1+t) and 1 - D = 1/(1+t), quotients
/// of positive numbers.
Chance<Symbol> sigmoid_of_log(const Symbol& t) {
  return {1 / (1 + 1 / t), 1 / (1 + t)};
}
Evidence inside_by_algebra() {
  const Symbol t = Symbol::positive("t");
  const Chance<Symbol> d = sigmoid_of_log(t);
  return same_forms({{d.yes, t / (1 + t)}, {Symbol(1) - d.yes, 1 / (1 + t)}, {d.no, 1 / (1 + t)}},
                    {"all logits log t", "一切 logit，写作 log t"}, {});
}

/// a >= 0, where max(a, 0) = a and e^-|a| = 1/t, and a <= 0, where these are 0 and t.
Evidence cross_entropy_by_algebra() {
  const Symbol t = Symbol::positive("t"), one(1);
  const Chance<Symbol> d = sigmoid_of_log(t);
  std::vector<Identity> proof;
  for (const int y : {0, 1}) {
    proof.push_back({log_likelihood(y, d), -(log(t) - log(t) * y + log(one + one / t))});
    proof.push_back({log_likelihood(y, d), -(-(log(t) * y) + log(one + t))});
  }
  return same_forms(proof, {"all logits log t", "一切 logit，写作 log t"}, {});
}

/// Any s for D in (0, 1). At D = 1 the label 0 costs infinity, so that both sides are finite for
/// s = 1 alone, where only the label 1 occurs; at D = 0 the mirror image.
Evidence expectation_by_algebra() {
  const Symbol none(0), one(1);
  const Chance<Symbol> s = free_chance("i", "j"), d = free_chance();
  const Chance<Symbol> all = {one, none}, nothing = {none, one};
  const auto claimed = [](const Chance<Symbol>& of_y, const Chance<Symbol>& at) -> Symbol {
    return times_log(of_y.yes, at.yes) + times_log(of_y.no, at.no);
  };
  std::vector<Identity> proof;
  for (const Chance<Symbol>& of_y : {s, all, nothing}) {
    proof.push_back({expected(log_likelihood)(of_y, d), claimed(of_y, d)});
  }
  proof.push_back({log_likelihood(1, all), claimed(all, all)});
  proof.push_back({log_likelihood(0, nothing), claimed(nothing, nothing)});
  return same_forms(proof, {"all s, D in [0, 1]", "一切 s、D ∈ [0, 1]"}, {});
}

/// Against "D is a density": D = 1/2 has the integral n/2 over an interval of length n.
Evidence integral_of_one_half() {
  constexpr int length = 3;
  const Rational integral = Rational(length) * Rational(1, 2);
  return example(
      integral == 1,
      Text{fmt::format("D = 1/2: its integral over [0, {}] alone is {}", length, to_text(integral)),
           fmt::format("D = 1/2：仅在 [0, {}] 上的积分就等于 {}", length, to_text(integral))},
      {"one discriminator", "一个判别器"});
}

/// Against "D may take any real values": D = 3/2 gives Y = 0 a negative probability.
Evidence output_beyond_one() {
  const Rational beyond(3, 2), rest = Rational(1) - beyond;
  return example(rest >= 0,
                 Text{"D = 3/2: Pr(Y = 0) = " + to_text(rest) + ", which has no logarithm either",
                      "D = 3/2：Pr(Y = 0) = " + to_text(rest) + "，其对数也无定义"},
                 {"one value of D", "D 的一个值"});
}

void add_law(Claim& claim) {
  const Comparisons sums = for_every_thousandth(0, adds_up_to_one);
  PartOf(claim, "probabilities")
      .summed(sums, {"D^y (1-D)^(1-y) added over y, for D = 0, 1/1000, ..., 1",
                     "D^y (1-D)^(1-y) 对 y 求和，D = 0、1/1000、…、1"})
      .enclosed(for_every_thousandth(1, adds_up_to_one),
                {"the same enclosed for 0 < D < 1", "同上，0 < D < 1，计算包含区间"})
      .proved({"D + (1-D) = 1 for both labels", "对两个标签有 D + (1-D) = 1"},
              probabilities_by_algebra);
  PartOf(claim, "log-likelihood")
      .summed(log_of_probability_is(0, log_likelihood),
              {"log Pr(Y = y) for D = 0, 1/1000, ..., 1, also as -∞",
               "log Pr(Y = y)，D = 0、1/1000、…、1，可为 -∞"})
      .enclosed(log_of_probability_is(1, log_likelihood),
                {"the same enclosed for 0 < D < 1", "同上，0 < D < 1，计算包含区间"})
      .proved({"both labels by normal forms", "用标准形验证两个标签"}, probabilities_by_algebra);
  PartOf(claim, "expectation")
      .summed(expectation_is(log_likelihood),
              {"for Y ~ Bern(p/(p+q)), integrated against p + q: V(D, G)",
               "取 Y ~ Bern(p/(p+q))，对 p + q 积分：得 V(D, G)"})
      .enclosed(expectation_is(log_likelihood), the_same_enclosed)
      .proved({"the identity by normal forms", "用标准形验证恒等式"}, expectation_by_algebra);
}

void add_networks(Claim& claim) {
  PartOf(claim, "sigmoid")
      .summed(for_every_logit(is_inside), {"0 < D and 0 < 1 - D", "0 < D 且 0 < 1 - D"})
      .summed(for_every_logit(complements),
              {"1/(1+e^-a) and 1/(1+e^a) add up to 1", "1/(1+e^-a) 与 1/(1+e^a) 之和为 1"})
      .enclosed(for_every_logit(is_inside),
                {"0 < D and 0 < 1 - D enclosed", "0 < D 且 0 < 1 - D，计算包含区间"})
      .proved({"D = t/(1+t) and 1 - D = 1/(1+t) with t = e^a > 0",
               "D = t/(1+t)，1 - D = 1/(1+t)，其中 t = e^a > 0"},
              inside_by_algebra);
  PartOf(claim, "cross-entropy")
      .summed(for_every_logit(is_cross_entropy), {"against max(a, 0) - a y + log(1 + e^-|a|)",
                                                  "与 max(a, 0) - a y + log(1 + e^-|a|) 比较"})
      .enclosed(for_every_logit(is_cross_entropy), the_same_enclosed)
      .proved({"both signs of the logit", "分 logit 的正负两种情形"}, cross_entropy_by_algebra);
}

}  // namespace

void discriminator_bernoulli(Claim& claim) {
  add_law(claim);
  add_networks(claim);
  add_twin(claim, Witness::symbolic, R"(\int D(x)\,dx = 1)",
           {"D taken for a density on X", "把 D 当作 X 上的密度"}, {},
           [](const Setting&) { return integral_of_one_half(); });
  Twins(claim, log_of_probability_is(1, log_likelihood))
      .grid(R"(y \log(1-D) + (1-y) \log D)",
            {"1 - D as the parameter: real and generated exchanged", "以 1 - D 为参数：真假颠倒"},
            log_of_probability_is(1, of_failure));
  add_twin(claim, Witness::symbolic,
           R"(\Pr(Y = 0 \mid X = x) = 1 - D(x) \ge 0 \text{ for every } D : X \to \mathbb{R})",
           {"outputs without restriction", "对输出不加限制"}, {},
           [](const Setting&) { return output_beyond_one(); });
}

}  // namespace gancheck
