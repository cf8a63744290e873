// Where a point lies, seen from an anchor: the difference, or the logarithm of the distance.
//
// 4.7e-9 of Beta(1/2, 1/2) lies beyond the last double below 1, and the distances that matter at a
// singular end or in a power tail go far beyond the range of any floating point. So a point near
// one is given by log|x - anchor|, and x itself is never formed.
#pragma once

#include <optional>

#include "numerics/number/jet.hpp"
#include "numerics/number/ray_jet.hpp"

namespace gancheck {

template <class T>
class Offset {
 public:
  /// x = anchor + value. `side` is the sign of the value, 0 where it is 0.
  static Offset by(T value, int side) { return Offset(std::move(value), std::nullopt, side); }
  /// x = anchor + side·e^log, side -1 or 1.
  static Offset at_log_distance(T log, int side) {
    return Offset(std::nullopt, std::move(log), side);
  }
  int side() const { return side_; }
  /// x - anchor.
  const T& value() const {
    if (!value_) value_ = side_ < 0 ? T(-exp(*log_)) : T(exp(*log_));
    return *value_;
  }
  /// |x - anchor|.
  T size() const { return side_ < 0 ? T(-value()) : value(); }
  /// log|x - anchor|; -infinity's ball is not finite: ask only where side() != 0.
  const T& log_distance() const {
    if (!log_) log_ = log(size());
    return *log_;
  }
  /// Given by its value, not by the logarithm of the distance.
  bool knows_value() const { return knows_value_; }

 private:
  Offset(std::optional<T> value, std::optional<T> log, int side)
      : value_(std::move(value)),
        log_(std::move(log)),
        side_(side),
        knows_value_(value_.has_value()) {}

  mutable std::optional<T> value_, log_;
  int side_;
  bool knows_value_;
};

/// An offset whose value is known, with the sign of the value; 1 where the ball does not tell.
template <class T>
Offset<T> signed_offset(T value) {
  const int side = value.is_zero() ? 0 : value.is_negative() ? -1 : 1;
  return Offset<T>::by(std::move(value), side);
}

}  // namespace gancheck
