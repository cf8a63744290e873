// sqrt and square on z >= 0, each the inverse of the other.
#include "numerics/distribution/maps/image_growth.hpp"
#include "numerics/distribution/maps/monotone_map.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {
namespace {

/// y = sqrt z near y = b >= 0: z = b² + delta·(2b + delta).
class SquareNearPoint : public InverseModel<SquareNearPoint> {
 public:
  explicit SquareNearPoint(const Real& b) : b_(b), anchor_(power(b, 2)) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    return {0, Offset<T>::by(y.value() * (b_.ball() * 2 + y.value()), y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return log((b_.ball() + y.value()) * 2);
  }

 private:
  Constant b_;
  Real anchor_;
};

class SquareNearZero : public InverseModel<SquareNearZero> {
 public:
  std::vector<Real> anchors() const override { return {Real(0)}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    if (y.knows_value()) return {0, Offset<T>::by(T(y.value() * y.value()), y.side())};
    return {0, Offset<T>::at_log_distance(y.log_distance() * 2, y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return log(Ball(2)) + y.log_distance();
  }
};

class SqrtMap : public MonotoneMap {
 public:
  std::string text() const override { return "sqrt()"; }
  bool needs_nonnegative() const override { return true; }
  Real apply(const Real& z) const override { return sqrt(z); }
  /// Analytic at 0 where the law is: the density is 2y·p(y²).
  End apply(const End& end, int) const override {
    if (end.at && !end.at->is_zero()) return smooth_image(*this, end);
    return {end.at, through_power(end.growth, 2), end.smooth};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    const int sign = compare(y, 0);
    if (sign < 0) return seen_from_outside(*this, y, 0);
    if (sign == 0) return std::make_unique<SquareNearZero>();
    return std::make_unique<SquareNearPoint>(y);
  }
};

/// y = z² near y = b > 0: z = sqrt b + delta/(sqrt(b + delta) + sqrt b).
class SqrtNearPoint : public InverseModel<SqrtNearPoint> {
 public:
  explicit SqrtNearPoint(const Real& b) : b_(b), anchor_(sqrt(b)) {}
  std::vector<Real> anchors() const override { return {anchor_.exact()}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    const T sum = sqrt(b_.ball() + y.value()) + anchor_.ball();
    return {0, Offset<T>::by(y.value() / sum, y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -(log(b_.ball() + y.value()) / 2 + log(Ball(2)));
  }

 private:
  Constant b_, anchor_;
};

class SqrtNearZero : public InverseModel<SqrtNearZero> {
 public:
  std::vector<Real> anchors() const override { return {Real(0)}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    if (y.knows_value()) return {0, Offset<T>::by(sqrt(y.value()), y.side())};
    return {0, Offset<T>::at_log_distance(y.log_distance() / 2, y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -(y.log_distance() / 2 + log(Ball(2)));
  }
};

class SquareMap : public MonotoneMap {
 public:
  std::string text() const override { return "square()"; }
  bool needs_nonnegative() const override { return true; }
  Real apply(const Real& z) const override { return power(z, 2); }
  End apply(const End& end, int) const override {
    if (end.at && !end.at->is_zero()) return smooth_image(*this, end);
    return {end.at, through_power(end.growth, Rational(1, 2)), false};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    const int sign = compare(y, 0);
    if (sign < 0) return seen_from_outside(*this, y, 0);
    if (sign == 0) return std::make_unique<SqrtNearZero>();
    return std::make_unique<SqrtNearPoint>(y);
  }
};

}  // namespace

const MapPointer& sqrt_map() {
  static const MapPointer map = std::make_shared<SqrtMap>();
  return map;
}

const MapPointer& square_map() {
  static const MapPointer map = std::make_shared<SquareMap>();
  return map;
}

}  // namespace gancheck
