// exp and log, each the inverse of the other.
#include <type_traits>

#include "numerics/distribution/maps/image_growth.hpp"
#include "numerics/distribution/maps/monotone_map.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

/// y = e^z near y = b > 0: z = log b + log(1 + delta/b).
class LogNearPoint : public InverseModel<LogNearPoint> {
 public:
  explicit LogNearPoint(const Real& b) : anchor_(log(b)), b_(b) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    return {0, Offset<T>::by(log1p(y.value() / b_.ball()), y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -log(b_.ball() + y.value());
  }

 private:
  Real anchor_;
  Constant b_;
};

/// y = e^z near y = 0: z is the logarithm of the distance.
class LogNearZero : public InverseModel<LogNearZero> {
 public:
  std::vector<Real> anchors() const override { return {Real(0)}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    if (y.side() == 0) return {0, y, -1};
    return {0, signed_offset(T(y.log_distance()))};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -y.log_distance();
  }
};

class ExpMap : public MonotoneMap {
 public:
  std::string text() const override { return "exp()"; }
  Real apply(const Real& z) const override { return exp(z); }
  End apply(const End& end, int side) const override {
    if (end.at) return smooth_image(*this, end);
    if (side < 0) return {Real(0), through_exp(end.growth), false};
    return {std::nullopt, through_exp(end.growth), false};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    const int sign = compare(y, 0);
    if (sign < 0) return seen_from_outside(*this, y, 0);
    if (sign == 0) return std::make_unique<LogNearZero>();
    return std::make_unique<LogNearPoint>(y);
  }
};

/// y = log z near y = b: z = e^b + e^b·(e^delta - 1). Far below b that cancels, and z is seen from
/// 0, at the distance e^(b + delta); on a ray too, where that tells more of its growth.
class ExpNearPoint : public InverseModel<ExpNearPoint> {
 public:
  explicit ExpNearPoint(const Real& b) : b_(b), anchor_(exp(b)) {}
  std::vector<Real> anchors() const override { return {anchor_.exact(), Real(0)}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    const bool is_far_below = y.side() < 0 && (y.value() + T(1)).is_negative();
    if (std::is_same_v<T, RayJet> || is_far_below)
      return {1, Offset<T>::at_log_distance(T(b_.ball() + y.value()), 1)};
    return {0, Offset<T>::by(anchor_.ball() * expm1(y.value()), y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return b_.ball() + y.value();
  }

 private:
  Constant b_, anchor_;
};

class LogMap : public MonotoneMap {
 public:
  std::string text() const override { return "log()"; }
  bool needs_nonnegative() const override { return true; }
  Real apply(const Real& z) const override { return log(z); }
  End apply(const End& end, int) const override {
    if (end.at && compare(*end.at, 0) > 0) return smooth_image(*this, end);
    return {std::nullopt, through_log(end.growth), false};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    return std::make_unique<ExpNearPoint>(y);
  }
};

}  // namespace

const MapPointer& exp_map() {
  static const MapPointer map = std::make_shared<ExpMap>();
  return map;
}

const MapPointer& log_map() {
  static const MapPointer map = std::make_shared<LogMap>();
  return map;
}

}  // namespace gancheck
