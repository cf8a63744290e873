// Claim 39: the integrals of p log 1/2 and q log 1/2 add up to -2 log 2 = -log 4.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;

/// p log 1/2 + q log 1/2.
constexpr auto logarithms_of_half = []<class T>(const T& p, const T& q) -> T {
  const T half = T(1) / 2;
  return times_log(p, half) + times_log(q, half);
};

/// The integral is this functional.
template <class Functional>
auto constant_is(const Functional& functional) {
  return equal(integral_of(logarithms_of_half), functional);
}

/// k times -(P^ + Q^) log 2.
constexpr auto times = [](const Rational& k) {
  return [k]<class T>(const Columns<T>& c) -> T { return exactly<T>(k) * minus_log4(c); };
};
constexpr auto minus_mass = []<class T>(const Columns<T>& c) -> T { return -total_mass(c); };

/// In units of log 2.
const auto in_bits =
    equal([]<class T>(const Columns<T>& c) -> T { return minus_log4(c) / log(T(2)); }, minus_mass);

Evidence constant_by_algebra() {
  std::vector<Identity> proof = integral_by_masses(logarithms_of_half, -(2 * log(Symbol(2))));
  proof.push_back({-(2 * log(Symbol(2))), -log(Symbol(4))});
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

Evidence bits_by_algebra() {
  return same_forms({{-log(Symbol(4)), -2 * log(Symbol(2))}}, {"one number", "一个数"}, {});
}

/// The digits of log 4 that are printed, between which it lies.
const Rational below = Rational(1386294361119890) / Rational(1000000000000000);
const Rational above = Rational(1386294361119891) / Rational(1000000000000000);
const Text one_number = {"one number", "一个数"};

Evidence digits_in_doubles() {
  Residuals residuals(one_number);
  const Tracked log4 = log(Tracked(4));
  residuals.at_most(exactly<Tracked>(below), log4, [] { return "lower digits"; });
  residuals.at_most(log4, exactly<Tracked>(above), [] { return "upper digits"; });
  return residuals.evidence();
}

/// An enclosure of log 4 strictly between the two decimals decides it.
Evidence digits_enclosed() {
  const Ball log4 = log(Ball(4));
  const bool inside =
      (log4 - exactly<Ball>(below)).is_positive() && (exactly<Ball>(above) - log4).is_positive();
  if (!inside) return no_example(one_number);
  return example(true, "log 4 lies in [" + log4.lower_text(20) + ", " + log4.upper_text(20) + "]",
                 one_number);
}

template <class Functional>
Control constant_twin(char letter, std::string mutant, Text what, const Functional& functional) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"}, constant_is(functional),
                   constant_is(minus_log4));
}

std::vector<Check> checks() {
  return {
      {"constant",
       {"p log 1/2 + q log 1/2 summed over the grid", "在网格上求和，计算 p log 1/2 + q log 1/2"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, constant_is(minus_log4)); }},
      {"constant",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, constant_is(minus_log4)); }},
      {"constant",
       {"the coefficients of p and q, and log 4 = 2 log 2", "p、q 的系数，以及 log 4 = 2 log 2"},
       Witness::symbolic,
       [](const Setting&) { return constant_by_algebra(); }},
      {"digits",
       {"log 4 in doubles between the two decimals", "双精度的 log 4 位于两个小数之间"},
       Witness::grid,
       [](const Setting&) { return digits_in_doubles(); }},
      {"digits",
       {"log 4 enclosed between the two decimals", "log 4 的包含区间位于两个小数之间"},
       Witness::ball,
       [](const Setting&) { return digits_enclosed(); }},
      {"bits",
       {"the constant in units of log 2", "以 log 2 为单位的常数"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, in_bits); }},
      {"bits", {"log 4 = 2 log 2", "log 4 = 2 log 2"}, Witness::symbolic, [](const Setting&) {
         return bits_by_algebra();
       }}};
}

}  // namespace

void log4_constant(Claim& claim) {
  claim.checks = checks();
  claim.controls = {
      constant_twin('a', R"(-\log 2)", {"the factor 1/2 counted once", "因子 1/2 只算了一次"},
                    times(Rational(1, 2))),
      constant_twin('b', R"(+\log 4)", {"the wrong sign", "符号取反"}, times(-1)),
      constant_twin('c', "-2",
                    {"the number of bits, with natural logarithms", "取自然对数，却用了比特数"},
                    minus_mass),
      constant_twin('d', R"(-4 \log 2)", {"log 4 counted for each law", "每个分布各算一个 log 4"},
                    times(2)),
      constant_twin('e', R"(-3 \log 2)", {"three halves", "误作三个因子 1/2"},
                    times(Rational(3, 2)))};
}

}  // namespace gancheck
