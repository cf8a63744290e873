#include "numerics/distribution/maps/image_growth.hpp"

namespace gancheck {
namespace {

/// base^exponent where the exponent is whole or half of a whole and the power rational; the digits
/// of what is left out are of no use to a comparison.
std::optional<Rational> rational_power(Rational base, Rational exponent) {
  constexpr int most = 4096;
  if (base == 1) return base;
  if (exponent < 0) {
    base = 1 / base;
    exponent = -exponent;
  }
  if (exponent > most) return std::nullopt;
  if (denominator(exponent) == 2) {
    const Integer n = sqrt(numerator(base)), d = sqrt(denominator(base));
    if (n * n != numerator(base) || d * d != denominator(base)) return std::nullopt;
    base = Rational(n, d);
    exponent *= 2;
  }
  if (denominator(exponent) != 1) return std::nullopt;
  const auto n = static_cast<unsigned>(numerator(exponent));
  return Rational(pow(numerator(base), n), pow(denominator(base), n));
}

/// coefficient·base^exponent, where all of it is known.
std::optional<Rational> times_power(const std::optional<Rational>& coefficient,
                                    const Rational& base, const std::optional<Rational>& exponent) {
  if (!coefficient || !exponent) return std::nullopt;
  const auto factor = rational_power(base, *exponent);
  if (!factor) return std::nullopt;
  return Rational(*coefficient * *factor);
}

std::optional<Rational> times(const std::optional<Rational>& power, const Rational& factor) {
  if (!power) return std::nullopt;
  return Rational(*power * factor);
}

/// The growth at X = factor·Y + o(1); `exact` where X = factor·Y.
Growth stretched(const Growth& law, const Rational& factor, bool exact) {
  if (law.level >= 1 || (exact && factor == 1)) return law;
  if (law.level == 0) return {0, law.power, times_power(law.coefficient, factor, law.power)};
  // e^(power·X): what is added to X multiplies the coefficient.
  if (law.level == -1)
    return {-1, times(law.power, factor), exact ? law.coefficient : std::nullopt};
  return {law.level, std::nullopt, std::nullopt};
}

}  // namespace

Growth through_exp(const Growth& law) {
  return {law.level + 1, law.power, law.coefficient};
}

Growth through_log(const Growth& law) {
  return {law.level - 1, law.power, law.coefficient};
}

Growth through_power(const Growth& law, const Rational& exponent) {
  if (law.level >= 2) return law;
  // L_1(X) = exponent·L_1(Y).
  if (law.level == 1) return {1, law.power, times_power(law.coefficient, exponent, law.power)};
  if (law.level == 0) return {0, times(law.power, exponent), law.coefficient};
  return {law.level, std::nullopt, std::nullopt};
}

Growth through_sigmoid(const Growth& law) {
  // Level -2: e^(power·(Y - 1)). Below it the difference goes into the power.
  if (law.level <= -3) return {law.level + 1, std::nullopt, std::nullopt};
  if (law.level == -2) return {-1, law.power, std::nullopt};
  return through_exp(law);
}

Growth through_tanh(const Growth& law) {
  if (law.level >= 1) return through_exp(law);
  if (law.level == 0)
    return {1, law.power, times_power(law.coefficient, Rational(1, 2), law.power)};
  // e^(power·X) = (2Y - 1)^(power/2).
  const auto half = times(law.power, Rational(1, 2));
  if (law.level == -1) return {0, half, times_power(law.coefficient, 2, half)};
  return {law.level + 1, std::nullopt, std::nullopt};
}

Growth through_affine(const Growth& law, const Rational& a, const Rational& b, bool finite_end) {
  const Rational size = abs(a);
  if (finite_end) return stretched(law, size, true);
  return stretched(law, 1 / size, b == 0);
}

Growth through_smooth_map(const Growth& law) {
  if (law.level >= 1) return law;
  if (law.level == 0) return {0, law.power, std::nullopt};
  return {law.level, std::nullopt, std::nullopt};
}

}  // namespace gancheck
