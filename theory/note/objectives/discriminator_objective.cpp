// Claim 14: the discriminator maximises V(D, G) = -2 BCE: maximum likelihood for its Bernoulli
// model of a fair mixture of real and generated samples.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::Ends;
using spread::Inside;
using spread::integral;

// The mean loss. A sample X is drawn from M = (P+Q)/2, and Y says whether it is real: with the
// chance p/(p+q).

/// The integrand of BCE = E[-Y log D(X) - (1-Y) log(1-D(X))].
constexpr auto mean_loss = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const Chance<T> real = formulas::optimal_discriminator(p, q);
  const T likelihood = times_log(real.yes, d.yes) + times_log(real.no, d.no);
  return -(formulas::mixture(p, q) * likelihood);
};
constexpr auto minus_two_losses = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return -2 * mean_loss(p, q, d);
};
constexpr auto two_losses = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return 2 * mean_loss(p, q, d);
};
/// p log(1-D) + q log D.
constexpr auto logarithms_swapped = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return value_density(p, q, Chance<T>{d.no, d.yes});
};

/// The integral of `value` is -2 BCE.
template <class D>
Relation is_minus_two_losses(const GameFormula& value) {
  return equal(integral<D>(value), integral<D>(minus_two_losses));
}

/// D in (0, 1); D = 1 where q = 0; D = 0 where p = 0. (For every other D = 0 or 1 both integrands
/// are -infinity: p log 0 or q log 0.)
Evidence loss_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Chance<Symbol> all = {one, none}, nothing = {none, one};
  const Chance<Symbol> d = free_chance();
  return same_forms({{value_density(p, q, d), minus_two_losses(p, q, d)},
                     {value_density(p, none, d), minus_two_losses(p, none, d)},
                     {value_density(none, q, d), minus_two_losses(none, q, d)},
                     {value_density(p, none, all), minus_two_losses(p, none, all)},
                     {value_density(none, q, nothing), minus_two_losses(none, q, nothing)}},
                    {"all P, Q and all D in [0, 1]", "一切 P、Q 与 [0, 1] 中的 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// The weight of log D in V, and twice the chance of the sample being at x and real.
constexpr auto weight_of_real = []<class T>(const T& p, const T&) -> T { return p; };
constexpr auto twice_the_joint_chance = []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::mixture(p, q) * formulas::optimal_discriminator(p, q).yes;
};

void add_loss(Claim& claim) {
  PartOf(claim, "mean-loss")
      .summed(is_minus_two_losses<Inside>(value_density),
              {"V and -2 BCE for a D in (0, 1)", "D 取值于 (0, 1)，比较 V 与 -2 BCE"})
      .summed(is_minus_two_losses<Ends>(value_density),
              {"the same for D = 0, 1/2, 1: infinite on both sides or on neither",
               "D 取 0、1/2、1：两边同为无穷，或都不是"})
      .enclosed(is_minus_two_losses<Inside>(value_density))
      .proved({"the integrands are identical, also where p = 0 or q = 0, and for D = 0 and 1",
               "两个被积函数恒等，p = 0 或 q = 0 处以及 D = 0、1 时亦然"},
              loss_by_algebra)
      .same_at_random_points(weight_of_real, twice_the_joint_chance);
}

// Maximum likelihood.

/// How often each point was drawn among equally many real and generated samples.
struct Sample {
  std::vector<int> real, generated;
};
const std::vector<Sample>& samples() {
  static const std::vector<Sample> list = {
      {{6, 3, 1}, {1, 2, 7}}, {{2, 2, 0}, {0, 1, 3}}, {{0, 0, 5}, {5, 0, 0}}};
  return list;
}

int size_of(const std::vector<int>& counts) {
  int n = 0;
  for (const int k : counts) n += k;
  return n;
}

template <class T>
T power_of(const T& chance, int exponent) {
  T product(1);
  for (int k = 0; k < exponent; ++k) product = product * chance;
  return product;
}

/// The likelihood: the product of D(x) over the real samples and of 1-D(x) over the generated ones.
template <class T, class D>
T likelihood(const Sample& sample) {
  T product(1);
  for (std::size_t i = 0; i < sample.real.size(); ++i) {
    const auto d = spread::chance<T>(D::at(i));
    product = product * power_of<T>(d.yes, sample.real[i]) * power_of<T>(d.no, sample.generated[i]);
  }
  return product;
}

/// V of the empirical laws.
template <class T, class D>
T empirical_value(const Sample& sample) {
  const int n = size_of(sample.real);
  std::vector<T> terms;
  for (std::size_t i = 0; i < sample.real.size(); ++i) {
    const T p = exactly<T>(Rational(sample.real[i], n));
    const T q = exactly<T>(Rational(sample.generated[i], n));
    terms.push_back(value_density(p, q, spread::chance<T>(D::at(i))));
  }
  return sum_of(terms);
}

/// log L = n V.
template <class D, class T>
void compare_likelihood(const Sample& sample, Take<T>& take) {
  take.equal(log(likelihood<T, D>(sample)), size_of(sample.real) * empirical_value<T, D>(sample),
             [&sample] {
               const std::string real = fmt::format("{}", fmt::join(sample.real, ","));
               const std::string generated = fmt::format("{}", fmt::join(sample.generated, ","));
               return Text{fmt::format("real ({}), generated ({})", real, generated),
                           fmt::format("真实样本 ({})，生成样本 ({})", real, generated)};
             });
}
constexpr auto likelihoods = []<class T>(const Setting&, Take<T>& take) {
  take.over({"3 samples from three points, 3 discriminators each",
             "三点空间上的 3 组样本，各取 3 个判别器"});
  for (const Sample& sample : samples()) {
    compare_likelihood<Inside>(sample, take);
    compare_likelihood<spread::InsideToo>(sample, take);
    compare_likelihood<spread::Middle>(sample, take);
  }
};

// The loss of D = 1/2.

constexpr auto sum_of_losses_at_half = []<class T>(const T& p, const T& q) -> T {
  const T half = T(1) / 2;
  return -value_density(p, q, Chance<T>{half, half});
};
constexpr auto mean_loss_at_half = []<class T>(const T& p, const T& q) -> T {
  const T half = T(1) / 2;
  return mean_loss(p, q, Chance<T>{half, half});
};
constexpr auto log_two = []<class T>(const T& p, const T& q) -> T {
  return formulas::mixture(p, q) * log(T(2));
};
constexpr auto log_four = []<class T>(const T& p, const T& q) -> T { return 2 * log_two(p, q); };

Evidence half_by_algebra() {
  std::vector<Identity> proof = same_where_not_null(sum_of_losses_at_half, log_four);
  for (const Identity& i : same_where_not_null(mean_loss_at_half, log_two)) proof.push_back(i);
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

void add_half(Claim& claim) {
  const Relation of_sum = equal(integral_of(sum_of_losses_at_half), -functionals::minus_log4);
  const Relation of_mean = equal(integral_of(mean_loss_at_half), -functionals::minus_log4 / 2);
  PartOf(claim, "half")
      .summed(of_sum, {"the sum of both losses at D = 1/2, against log 4",
                       "D = 1/2 时两项损失之和与 log 4 比较"})
      .summed(of_mean,
              {"the mean loss at D = 1/2, against log 2", "D = 1/2 时的平均损失与 log 2 比较"})
      .enclosed(of_sum)
      .enclosed(of_mean, the_same_enclosed)
      .proved({"both integrands are identical, also where p = 0 or q = 0",
               "两组被积函数都恒等，p = 0 或 q = 0 处亦然"},
              half_by_algebra);
}

// The direction of the problem.

/// V(D) against the largest one.
Relation stays_below(const Functional& largest) {
  return at_most(integral<Inside>(value_density), largest);
}

/// V for the constant D = 10^-exponent, and P^ log D.
template <int exponent>
constexpr auto value_of_constant = []<class T>(const T& p, const T& q) -> T {
  const Rational small = power_of_ten(-exponent);
  return value_density(p, q, Chance<T>{exactly<T>(small), exactly<T>(Rational(1 - small))});
};
template <int exponent>
Relation falls() {
  return at_most(integral_of(value_of_constant<exponent>),
                 functionals::mass_of_data * log(Functional(power_of_ten(-exponent))));
}

/// V(y, G) - p log y = q log(1-y), and log increases to log 1 = 0: so that V(y, G) <= P(X) log y.
/// As log 2 > log 1 = 0, halving y takes the positive number log 2 from log y, as often as one
/// likes: log y has no lower bound.
Evidence falls_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol none(0), one(1);
  const Chance<Symbol> y = free_chance();
  return same_forms({{value_density(p, q, y) - p * log(y.yes), q * log(y.no)},
                     {value_density(p, none, y), p * log(y.yes)},
                     {value_density(none, q, y), q * log(y.no)},
                     {derivative(log(t), t), one / t},
                     {log(one), none},
                     {log(t / 2), log(t) - log(Symbol(2))}},
                    {"all P, Q and all constants y in (0, 1)", "一切 P、Q 与 (0, 1) 中的常数 y"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

void add_direction(Claim& claim) {
  PartOf(claim, "supremum")
      .summed(stays_below(functionals::value_found),
              {"V(D, G) for a D in (0, 1), against the sum of the maxima that bisection finds",
               "D 取值于 (0, 1)，V(D, G) 与二分法逐点求得的最大值之和比较"})
      .enclosed(stays_below(functionals::value_at_optimum))
      .swept({"kl(s‖d) ≥ 0 on the closed square", "kl(s‖d) 在闭正方形上非负"}, binary_kl_is_convex)
      .proved({"V(D*, G) - V(D, G) is at least 2 times the integral of (p+q)(D-D*)²",
               "V(D*, G) - V(D, G) 不小于 (p+q)(D-D*)² 积分的 2 倍"},
              [] { return only_the_optimum_has_no_regret(); });
  PartOf(claim, "no-minimum")
      .summed(falls<9>(), {"V(y, G) ≤ P(X) log y for y = 1e-9", "y = 1e-9 时 V(y, G) ≤ P(X) log y"})
      .summed(falls<100>(), {"the same for y = 1e-100", "同上，y = 1e-100"})
      .enclosed(falls<9>(), the_same_enclosed)
      .swept({"1/d ≥ 1 on (0, 1] and log 1 = 0: log(1-y) ≤ 0",
              "(0, 1] 上 1/d ≥ 1 且 log 1 = 0，故 log(1-y) ≤ 0"},
             [] { return logarithm_increases(); })
      .proved({"V(y, G) - P(X) log y is the integral of q log(1-y) ≤ 0",
               "V(y, G) - P(X) log y 是 q log(1-y) ≤ 0 的积分"},
              falls_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, stays_below(functionals::value_found))
      .on("W1")
      .grid(R"(\min_D V(D,G))",
            {"the largest value taken for the least one", "误作最小化：把最大值当成最小值"},
            at_most(functionals::value_found, integral<Inside>(value_density)));
  Twins(claim, is_minus_two_losses<Inside>(value_density))
      .on("W1")
      .grid(R"(V = +2\,\mathrm{BCE})", {"the loss with the wrong sign", "损失的符号取反"},
            equal(integral<Inside>(value_density), integral<Inside>(two_losses)))
      .grid(R"(\mathrm{E}_P \log(1-D) + \mathrm{E}_Q \log D)",
            {"the two logarithms exchanged: this swaps D* with 1 - D*",
             "两个对数互换：D* 与 1 - D* 随之互换"},
            is_minus_two_losses<Inside>(logarithms_swapped));
}

}  // namespace

void discriminator_objective(Claim& claim) {
  add_loss(claim);
  PartOf(claim, "likelihood")
      .summed(likelihoods, {"the logarithm of the likelihood, multiplied out, against n V",
                            "逐个相乘得到似然，取对数后与 n V 比较"})
      .enclosed(likelihoods, the_same_enclosed);
  add_half(claim);
  add_direction(claim);
  add_twins(claim);
}

}  // namespace gancheck
