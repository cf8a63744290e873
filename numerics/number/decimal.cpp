#include "numerics/number/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace gancheck {

namespace {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr double half_unit = 0x1p-53;
constexpr double least_double = std::numeric_limits<double>::denorm_min();
/// A 63-bit mantissa times 10^18 stays below 2^123: two of them add up in 128 bits.
constexpr int widest_gap = 18;

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, widest_gap + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 5^27 is the last power of five that 64 bits hold.
constexpr int last_power_of_five = 27;
constexpr auto powers_of_five = [] {
  std::array<std::uint64_t, last_power_of_five + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 5;
  return powers;
}();

struct WideDecimal {
  Wide mantissa;
  int exponent;
};

std::optional<WideDecimal> sum(const Decimal& x, const Decimal& y, int sign_of_y) {
  const Decimal& finer = x.exponent < y.exponent ? x : y;
  const auto gap = [&](const Decimal& d) {
    return static_cast<std::int64_t>(d.exponent) - finer.exponent;
  };
  if (std::max(gap(x), gap(y)) > widest_gap) return std::nullopt;
  const auto scaled = [&](const Decimal& d) {
    return static_cast<Wide>(d.mantissa) * powers_of_ten[static_cast<std::size_t>(gap(d))];
  };
  return WideDecimal{scaled(x) + sign_of_y * scaled(y), finer.exponent};
}

std::optional<Decimal> narrowed(const Wide& mantissa, std::int64_t exponent) {
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  constexpr int farthest = 100000;
  if (mantissa > most || mantissa < -most || std::abs(exponent) > farthest) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), static_cast<int>(exponent)};
}

std::uint64_t magnitude_of(std::int64_t x) {
  return x < 0 ? -static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
}

int bit_width(UnsignedWide x) {
  const auto high = static_cast<std::uint64_t>(x >> 64);
  const int high_bits = static_cast<int>(std::bit_width(high));
  return high != 0 ? 64 + high_bits
                   : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(x)));
}

/// The double nearest to m/10^k, m > 0: m·2^s/5^k in integers with at least 63 bits of quotient,
/// cut to 62 with the rest in the last one ("sticky"), so that the conversion rounds the exact
/// quotient.
double nearest_quotient(std::uint64_t m, int k) {
  constexpr int numerator_bits = 126, kept_bits = 62;
  const int shift = numerator_bits - bit_width(m);
  const UnsignedWide numerator = static_cast<UnsignedWide>(m) << shift;
  const UnsignedWide divisor = powers_of_five[static_cast<std::size_t>(k)];
  const UnsignedWide quotient = numerator / divisor;
  const int excess = bit_width(quotient) - kept_bits;
  const UnsignedWide kept = quotient >> excess;
  const bool rest = numerator != quotient * divisor || (kept << excess) != quotient;
  const auto sticky = static_cast<std::int64_t>(kept) | static_cast<std::int64_t>(rest);
  return std::ldexp(static_cast<double>(sticky), excess - shift - k);
}

}  // namespace

double nearest_double(const Decimal& x) {
  if (x.mantissa != 0 && x.exponent <= 0 && x.exponent >= -last_power_of_five) {
    const double magnitude = nearest_quotient(magnitude_of(x.mantissa), -x.exponent);
    return x.mantissa < 0 ? -magnitude : magnitude;
  }
  std::array<char, 40> text{};  // 20 characters of the mantissa, "e", 11 of the exponent
  const char* end = fmt::format_to(text.begin(), "{}e{}", x.mantissa, x.exponent);
  double value = 0.0;
  const auto read = std::from_chars(text.begin(), end, value);
  // from_chars rounds correctly, but reports what over- or underflows without saying which.
  return read.ec == std::errc() ? value : nearest_double(exact_rational(x));
}

bool is_double(const Decimal& x) {
  if (x.mantissa == 0) return true;
  // m·10^e = m·5^e·2^e: dyadic only if 5^-e divides m, and 5^27 is the last that an int64 holds.
  constexpr int last_power = 27;
  if (std::abs(x.exponent) > last_power) return false;
  Wide odd = x.mantissa < 0 ? -static_cast<Wide>(x.mantissa) : static_cast<Wide>(x.mantissa);
  for (int i = x.exponent; i < 0; ++i) {
    if (odd % 5 != 0) return false;
    odd /= 5;
  }
  while (odd % 2 == 0) odd /= 2;
  constexpr Wide first_beyond = Wide{1} << std::numeric_limits<double>::digits;
  for (int i = 0; i < x.exponent && odd < first_beyond; ++i) odd *= 5;
  return odd < first_beyond;
}

Rational exact_rational(const Decimal& x) {
  if (x.exponent == 0 || x.mantissa == 0) return Rational(x.mantissa);
  return Rational(x.mantissa) * power_of_ten(x.exponent);
}

Tracked tracked(const Decimal& x) {
  const double value = nearest_double(x);
  if (is_double(x)) return Tracked::exact(value);
  // Half a unit of the last place is at most u|value|, or half the least double where it is
  // subnormal.
  return Tracked::within(value, std::max(std::abs(value) * half_unit, least_double));
}

std::optional<Decimal> add(const Decimal& x, const Decimal& y) {
  const auto total = sum(x, y, 1);
  return total ? narrowed(total->mantissa, total->exponent) : std::nullopt;
}

std::optional<Decimal> multiply(const Decimal& x, const Decimal& y) {
  return narrowed(static_cast<Wide>(x.mantissa) * y.mantissa,
                  static_cast<std::int64_t>(x.exponent) + y.exponent);
}

std::optional<Tracked> subtract(const Decimal& x, const Decimal& y) {
  const auto rest = sum(x, y, -1);
  if (!rest) return std::nullopt;
  if (const auto narrow = narrowed(rest->mantissa, rest->exponent)) return tracked(*narrow);
  // Three roundings of relative error u each: the mantissa, the power of ten, their product. Beyond
  // 63 bits the mantissa exceeds 9e18, so with these exponents nothing over- or underflows.
  constexpr int farthest = 265;
  if (std::abs(rest->exponent) > farthest) return std::nullopt;
  const double power = nearest_double(Decimal{1, std::abs(rest->exponent)});
  const auto mantissa = static_cast<double>(rest->mantissa);
  const double value = rest->exponent < 0 ? mantissa / power : mantissa * power;
  return Tracked::within(value, 4 * half_unit * std::abs(value));
}

std::optional<int> order(const Decimal& x, const Decimal& y) {
  const auto rest = sum(x, y, -1);
  if (!rest) return std::nullopt;
  return rest->mantissa < 0 ? -1 : static_cast<int>(rest->mantissa > 0);
}

}  // namespace gancheck
