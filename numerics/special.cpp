#include "numerics/special.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

constexpr double unit_roundoff = 0x1p-53;

/// Coefficients of a series c_1 x + c_2 x² + ..., all positive.
template <std::size_t N>
double horner(const std::array<double, N>& coefficients, double x) {
  double value = 0.0;
  for (std::size_t i = N; i-- > 0;) value = value * x + coefficients[i];
  return value;
}

/// 1/(2k+1), k = 1..16: at z² <= 1/9 the rest is (1/9)^16/35·(9/8) < u/6, half a u of 1/3.
constexpr auto atanh_coefficients = [] {
  std::array<double, 16> c{};
  for (std::size_t k = 0; k < c.size(); ++k) c[k] = 1.0 / static_cast<double>(2 * k + 3);
  return c;
}();

/// 1/(k(2k-1)), k = 1..24: at r² <= 1/4 the rest is (1/4)^24/1225·(4/3) < u/20.
constexpr auto kappa_coefficients = [] {
  std::array<double, 24> c{};
  for (std::size_t i = 0; i < c.size(); ++i) {
    const auto k = static_cast<double>(i + 1);
    c[i] = 1.0 / (k * (2 * k - 1));
  }
  return c;
}();

/// The rounding of such a Horner sum: each step rounds twice, weighted by the share that the
/// remaining terms have of the sum (1, then at most 0.07), together 1.2u; u for the coefficients; u
/// for the square and u for each factor outside, at most 3u; the truncation, u/2. Below 7u; charged
/// with 8u.
constexpr double series_error = 8 * unit_roundoff;

/// Inflates a bound for the few roundings that formed it; what cannot be bounded has an infinite
/// one.
double rounded_up(double error) {
  if (!(error >= 0)) return infinity;
  return error * (1 + 16 * unit_roundoff) + std::numeric_limits<double>::denorm_min();
}

}  // namespace

Tracked atanh_rest(const Tracked& z) {
  const double square = z.value() * z.value();
  const double value = z.value() * square * horner(atanh_coefficients, square);
  if (value == 0 && z.error() == 0 && z.value() == 0) return Tracked(0);
  const double far = std::abs(z.value()) + z.error();
  const double slope = far < 1 ? far * far / (1 - far * far) : infinity;
  return Tracked::within(value, rounded_up(series_error * std::abs(value) + slope * z.error()));
}

Tracked kappa(const Tracked& r, const Tracked& u) {
  if (r.value() > 0.5) {
    const Tracked total = times_log(Tracked(1) + r, Tracked(1) + r) + times_log(u, u);
    const double most = 2 * std::log(2.0);
    return Tracked::within(std::min(total.value(), most), total.error());
  }
  if (r.value() == 0 && r.error() == 0) return Tracked(0);
  const double square = r.value() * r.value();
  const double value = square * horner(kappa_coefficients, square);
  // kappa'(r) = 2 atanh r <= 2r/(1-r²)
  const double far = r.value() + r.error();
  const double slope = far < 1 ? 2 * far / (1 - far * far) : infinity;
  return Tracked::within(value, rounded_up(series_error * value + slope * r.error()));
}

Tracked kl_kernel(const Tracked& x, const Tracked& w) {
  if (x.value() < -0.5) return times_log(w, w) - x;
  // With z = x/(2+x), log(1+x) = 2 atanh z: (1+x) log(1+x) - x = x z + 2 (1+x)(atanh z - z).
  const Tracked z = x / (Tracked(2) + x);
  return x * z + w * atanh_rest(z) * 2;
}

Tracked log_gap(const Tracked& x, const Tracked& w) {
  if (x.value() < -0.5 || x.value() > 1) return x - log(w);
  // With z = x/(2+x): x - 2z = x z, so x - log(1+x) = x z - 2 (atanh z - z).
  const Tracked z = x / (Tracked(2) + x);
  return x * z - atanh_rest(z) * 2;
}

}  // namespace gancheck
