// What the roundings of printed numbers do to their sum.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gancheck {

/// Numbers that were rounded to half a unit of their last digit each, independently of each other.
class Roundings {
 public:
  /// `count` numbers whose last digit stands at 10^exponent.
  void add(long exponent, double count) {
    const double half = std::pow(10.0, static_cast<double>(exponent)) / 2;
    all_ += count * half;
    squares_ += count * half * half;
  }
  void add(const Roundings& others) {
    all_ += others.all_;
    squares_ += others.squares_;
  }
  /// What their sum hardly misses by more: four standard deviations, of half/sqrt(3) a number, and
  /// never more than all halves together.
  double likely() const {
    constexpr double deviations = 4;
    return std::min(all_, deviations * std::sqrt(squares_ / 3));
  }

 private:
  double all_ = 0, squares_ = 0;
};

}  // namespace gancheck
