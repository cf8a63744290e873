#include "numerics/sum.hpp"

#include <cmath>

namespace gancheck {
namespace {

/// A sum with its low-order part (Ogita, Rump & Oishi 2005, Algorithm 4.4, "Sum2"). The order of
/// the terms is the order of the grid, so the bits do not depend on anything else.
class Cascade {
 public:
  void add(double x) {
    const double total = high_ + x;
    const double x_part = total - high_;
    const double rounding = (high_ - (total - x_part)) + (x - x_part);
    high_ = total;
    low_ += rounding;
    low_magnitude_ += std::abs(rounding);
    ++terms_;
  }
  double high() const { return high_; }
  double low() const { return low_; }
  /// Bounds |low - sum of the exact roundings|: gamma_(n-1) times the sum of their magnitudes, with
  /// gamma_n <= 2nu, and the magnitudes' own summation covered by the factor 2.
  double error_of_low() const {
    return 2 * static_cast<double>(terms_) * 0x1p-53 * low_magnitude_ * 2;
  }

 private:
  double high_ = 0.0, low_ = 0.0, low_magnitude_ = 0.0;
  std::size_t terms_ = 0;
};

/// An infinite or undefined sum is decided by its terms: the cascade would turn an infinity into
/// NaN.
double plain_sum(std::span<const double> terms) {
  double total = 0.0;
  for (const double x : terms) total += x;
  return total;
}

template <class T>
T straight_sum(std::span<const T> terms) {
  T total(0);
  for (const T& x : terms) total = total + x;
  return total;
}

}  // namespace

double sum(std::span<const double> terms) {
  Cascade cascade;
  for (const double x : terms) cascade.add(x);
  const double total = cascade.high() + cascade.low();
  return std::isfinite(total) ? total : plain_sum(terms);
}

Tracked sum(std::span<const Tracked> terms) {
  Cascade cascade;
  double inherited = 0.0;
  for (const Tracked& x : terms) {
    cascade.add(x.value());
    inherited += x.error();
  }
  const Tracked total = Tracked::exact(cascade.high()) + Tracked::exact(cascade.low());
  if (!std::isfinite(total.value())) {
    Tracked plain(0);
    for (const Tracked& x : terms) plain = plain + x;
    return plain;
  }
  // n roundings in the sum of n errors: (1 + u)^n <= 1 + 2nu, and a few more for the line itself.
  const double inflation = 1 + 2 * (static_cast<double>(terms.size()) + 8) * 0x1p-53;
  const double error = (inherited + total.error() + cascade.error_of_low()) * inflation;
  return Tracked::within(total.value(), error);
}

Ball sum(std::span<const Ball> terms) {
  return straight_sum(terms);
}
Rational sum(std::span<const Rational> terms) {
  return straight_sum(terms);
}

}  // namespace gancheck
