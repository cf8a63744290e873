// Claim 39: the integrals of p log 1/2 and q log 1/2 add up to -2 log 2 = -log 4.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::total_mass;

/// p log 1/2 + q log 1/2.
constexpr auto logarithms_of_half = []<class T>(const T& p, const T& q) -> T {
  const T half = T(1) / 2;
  return times_log(p, half) + times_log(q, half);
};

/// The integral is this functional.
Relation constant_is(const Functional& functional) {
  return equal(integral_of(logarithms_of_half), functional);
}

Evidence constant_by_algebra() {
  std::vector<Identity> proof = integral_by_masses(logarithms_of_half, -(2 * log(Symbol(2))));
  proof.push_back({-(2 * log(Symbol(2))), -log(Symbol(4))});
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

const Text one_number = {"one number", "一个数"};

Evidence bits_by_algebra() {
  return same_forms({{-log(Symbol(4)), -2 * log(Symbol(2))}}, one_number, {});
}

/// The digits of log 4 that are printed, between which it lies.
const Rational below = Rational(1386294361119890) / Rational(1000000000000000);
const Rational above = Rational(1386294361119891) / Rational(1000000000000000);

void digits_in_doubles(const Setting&, Take<Tracked>& take) {
  take.over(one_number);
  const Tracked log4 = log(Tracked(4));
  take.at_most(exactly<Tracked>(below), log4, [] { return Text{"lower digits", "较小的小数"}; });
  take.at_most(log4, exactly<Tracked>(above), [] { return Text{"upper digits", "较大的小数"}; });
}

/// An enclosure of log 4 strictly between the two decimals decides it.
Evidence digits_enclosed(const Setting&) {
  const Ball log4 = log(Ball(4));
  const bool inside =
      (log4 - exactly<Ball>(below)).is_positive() && (exactly<Ball>(above) - log4).is_positive();
  if (!inside) return no_example(one_number);
  const std::string interval = "[" + log4.lower_text(20) + ", " + log4.upper_text(20) + "]";
  return example(true, Text{"log 4 lies in " + interval, "log 4 位于 " + interval + " 内"},
                 one_number);
}

void add_twins(Claim& claim) {
  Twins(claim, constant_is(minus_log4))
      .on("W7")
      .grid(R"(-\log 2)", {"the factor 1/2 counted once", "因子 1/2 只算了一次"},
            constant_is(Rational(1, 2) * minus_log4))
      .grid(R"(+\log 4)", {"the wrong sign", "符号取反"}, constant_is(-1 * minus_log4))
      .grid("-2", {"the number of bits, with natural logarithms", "取自然对数，却用了比特数"},
            constant_is(-total_mass))
      .grid(R"(-4 \log 2)", {"log 4 counted for each law", "每个分布各算一个 log 4"},
            constant_is(2 * minus_log4))
      .grid(R"(-3 \log 2)", {"three halves", "误作三个因子 1/2"},
            constant_is(Rational(3, 2) * minus_log4));
}

}  // namespace

void log4_constant(Claim& claim) {
  const Relation constant = constant_is(minus_log4);
  const Relation in_bits = equal(minus_log4 / log(Functional(2)), -total_mass);
  PartOf(claim, "constant")
      .summed(constant, {"p log(1/2) + q log(1/2) summed over the grid",
                         "在网格上求和，计算 p log(1/2) + q log(1/2)"})
      .enclosed(constant, the_same_enclosed)
      .proved(
          {"the coefficients of p and q, and log 4 = 2 log 2", "p、q 的系数，以及 log 4 = 2 log 2"},
          constant_by_algebra);
  PartOf(claim, "digits")
      .summed(digits_in_doubles,
              {"log 4 in doubles between the two decimals", "双精度的 log 4 位于两个小数之间"})
      .checked(Witness::ball,
               {"log 4 enclosed between the two decimals", "log 4 的包含区间位于两个小数之间"},
               digits_enclosed);
  PartOf(claim, "bits")
      .summed(in_bits, {"the constant in units of log 2", "以 log 2 为单位的常数"})
      .proved({"log 4 = 2 log 2", "log 4 = 2 log 2"}, bits_by_algebra);
  add_twins(claim);
}

}  // namespace gancheck
