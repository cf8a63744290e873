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

/// The growth where a constant is added to L_level, or what tends to a constant: it multiplies
/// e^(c·L^power) by a bounded factor for power <= 1, and by e^(±L^(power-1)) beyond.
Growth with_constant_added(Growth law) {
  if (!law.power || *law.power > 1) law.sharp = law.pure = false;
  return law;
}

/// The growth at X = factor·Y + b, b = 0 where it is `exact`.
Growth stretched(const Growth& law, const Rational& factor, bool exact) {
  if (exact && factor == 1) return law;
  // log(factor·Y + b) = log Y + log factor + o(1/Y), log log Y + o(1), ...
  if (law.level >= 2) return law;
  if (law.level == 1) return factor == 1 ? law : with_constant_added(law);
  if (law.level == 0) {
    const Growth scaled{0, law.power, times_power(law.coefficient, factor, law.power), law.sharp};
    return exact ? scaled : with_constant_added(scaled);
  }
  // e^(power·X): what is added to X multiplies the coefficient.
  if (law.level == -1)
    return {-1, times(law.power, factor), exact ? law.coefficient : std::nullopt, false};
  return {law.level, std::nullopt, std::nullopt, false};
}

}  // namespace

Growth through_exp(const Growth& law) {
  return {law.level + 1, law.power, law.coefficient, law.sharp, law.pure};
}

Growth through_log(const Growth& law) {
  return {law.level - 1, law.power, law.coefficient, law.sharp, law.pure};
}

Growth through_power(const Growth& law, const Rational& exponent) {
  if (law.level >= 3) return law;
  // L_2(X) = L_2(Y) + log(exponent), L_1(X) = exponent·L_1(Y).
  if (law.level == 2) return with_constant_added(law);
  if (law.level == 1)
    return {1, law.power, times_power(law.coefficient, exponent, law.power), law.sharp};
  if (law.level == 0) return {0, times(law.power, exponent), law.coefficient, law.sharp};
  return {law.level, std::nullopt, std::nullopt, false};
}

Growth through_sigmoid(const Growth& law) {
  // Level -2: e^(power·(Y - 1)). Below it the difference goes into the power.
  if (law.level <= -3) return {law.level + 1, std::nullopt, std::nullopt, false};
  if (law.level == -2) return {-1, law.power, std::nullopt, false};
  // Level -1: (Y - 1)^power.
  return law.level == -1 ? with_constant_added(through_exp(law)) : through_exp(law);
}

Growth through_tanh(const Growth& law) {
  // L_0(X) = (L_1(Y) + log 2)/2 + o(1), L_1(X) = L_2(Y) - log 2 + o(1).
  if (law.level >= 2) return through_exp(law);
  if (law.level == 1) return with_constant_added(through_exp(law));
  if (law.level == 0)
    return with_constant_added(
        {1, law.power, times_power(law.coefficient, Rational(1, 2), law.power), law.sharp});
  // e^(power·X) = (2Y - 1)^(power/2).
  const auto half = times(law.power, Rational(1, 2));
  if (law.level == -1)
    return with_constant_added({0, half, times_power(law.coefficient, 2, half), law.sharp});
  return {law.level + 1, std::nullopt, std::nullopt, false};
}

Growth through_affine(const Growth& law, const Rational& a, const Rational& b, bool finite_end) {
  const Rational size = abs(a);
  if (finite_end) return stretched(law, size, true);
  return stretched(law, 1 / size, b == 0);
}

Growth through_smooth_map(const Growth& law) {
  if (law.level >= 2) return law;
  if (law.level == 1) return with_constant_added(law);
  if (law.level == 0) return {0, law.power, std::nullopt, false};
  return {law.level, std::nullopt, std::nullopt, false};
}

}  // namespace gancheck
