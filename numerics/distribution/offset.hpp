// Where a point lies, seen from an anchor: the difference, or the logarithm of the distance.
//
// 4.7e-9 of Beta(1/2, 1/2) lies beyond the last double below 1, and the distances that matter at a
// singular end or in a power tail go far beyond the range of any floating point. So a point near
// one is given by log|x - anchor|, and x itself is never formed.
#pragma once

#include <optional>

#include "numerics/number/ball.hpp"

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
  /// log|x - anchor|; -infinity's ball is not finite: ask only where side() != 0.
  const T& log_distance() const {
    if (!log_) log_ = log(side_ < 0 ? T(-*value_) : *value_);
    return *log_;
  }
  bool knows_value() const { return value_.has_value(); }

 private:
  Offset(std::optional<T> value, std::optional<T> log, int side)
      : value_(std::move(value)), log_(std::move(log)), side_(side) {}

  mutable std::optional<T> value_, log_;
  int side_;
};

}  // namespace gancheck
