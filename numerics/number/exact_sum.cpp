#include "numerics/number/exact_sum.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

struct Fraction {
  Integer numerator, denominator;
};

Fraction operator+(const Fraction& x, const Fraction& y) {
  return {x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator};
}

/// Pairwise, so that the long products are few: the denominators are not reduced on the way.
Fraction pairwise(std::span<const Fraction> terms) {
  if (terms.empty()) return {0, 1};
  if (terms.size() == 1) return terms.front();
  const std::size_t half = terms.size() / 2;
  return pairwise(terms.first(half)) + pairwise(terms.subspan(half));
}

struct Groups {
  std::map<int, Integer> decimal, binary;
  std::map<Integer, Integer> fractions;  ///< numerators by their denominator

  void add(const Real& term) {
    const auto& kinds = RealAccess::of(term);
    if (const auto* d = std::get_if<Decimal>(&kinds)) {
      decimal[d->exponent] += d->mantissa;
    } else if (const auto* x = std::get_if<double>(&kinds)) {
      constexpr int digits = std::numeric_limits<double>::digits;
      int exponent = 0;
      const double fraction = std::frexp(*x, &exponent);
      binary[exponent - digits] += static_cast<std::int64_t>(std::ldexp(fraction, digits));
    } else {
      const Rational r = term.rational();
      fractions[denominator(r)] += numerator(r);
    }
  }
};

/// The sum of count·base^exponent: integers in units of the finest exponent.
Fraction in_units(const std::map<int, Integer>& counts, unsigned base) {
  if (counts.empty()) return {0, 1};
  const auto power = [&](int n) { return pow(Integer(base), static_cast<unsigned long>(n)); };
  const int finest = counts.begin()->first;
  Integer units = 0;
  for (const auto& [exponent, count] : counts) units += count * power(exponent - finest);
  if (finest < 0) return {units, power(-finest)};
  return {units * power(finest), 1};
}

}  // namespace

Rational exact_sum(std::span<const Real> terms) {
  Groups groups;
  for (const Real& term : terms) groups.add(term);
  std::vector<Fraction> fractions{in_units(groups.decimal, 10), in_units(groups.binary, 2)};
  for (const auto& [denominator, numerator] : groups.fractions)
    fractions.push_back({numerator, denominator});
  const Fraction sum = pairwise(fractions);
  return Rational(sum.numerator, sum.denominator);
}

}  // namespace gancheck
