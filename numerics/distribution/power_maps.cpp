// sqrt and square on z >= 0, each the inverse of the other.
#include "numerics/distribution/image_growth.hpp"
#include "numerics/distribution/monotone_map.hpp"
#include "numerics/number/formula.hpp"

namespace gancheck {
namespace {

/// y = sqrt z near y = b >= 0: z = b² + delta·(2b + delta).
class SquareNearPoint : public Inverse {
 public:
  explicit SquareNearPoint(const Real& b) : b_(b), anchor_(power(b, 2)) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  Preimage of(const Offset<Ball>& y) const override {
    return {0, Offset<Ball>::by(y.value() * (b_.ball() * 2 + y.value()), y.side())};
  }
  Ball log_slope(const Offset<Ball>& y) const override { return log((b_.ball() + y.value()) * 2); }

 private:
  Constant b_;
  Real anchor_;
};

class SquareNearZero : public Inverse {
 public:
  std::vector<Real> anchors() const override { return {Real(0)}; }
  Preimage of(const Offset<Ball>& y) const override {
    if (y.knows_value()) return {0, Offset<Ball>::by(power(y.value(), 2), y.side())};
    return {0, Offset<Ball>::at_log_distance(y.log_distance() * 2, y.side())};
  }
  Ball log_slope(const Offset<Ball>& y) const override { return log(Ball(2)) + y.log_distance(); }
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
class SqrtNearPoint : public Inverse {
 public:
  explicit SqrtNearPoint(const Real& b) : b_(b), anchor_(sqrt(b)) {}
  std::vector<Real> anchors() const override { return {anchor_.exact()}; }
  Preimage of(const Offset<Ball>& y) const override {
    const Ball sum = sqrt(b_.ball() + y.value()) + anchor_.ball();
    return {0, Offset<Ball>::by(y.value() / sum, y.side())};
  }
  Ball log_slope(const Offset<Ball>& y) const override {
    return -(log(b_.ball() + y.value()) / 2 + log(Ball(2)));
  }

 private:
  Constant b_, anchor_;
};

class SqrtNearZero : public Inverse {
 public:
  std::vector<Real> anchors() const override { return {Real(0)}; }
  Preimage of(const Offset<Ball>& y) const override {
    if (y.knows_value()) return {0, Offset<Ball>::by(sqrt(y.value()), y.side())};
    return {0, Offset<Ball>::at_log_distance(y.log_distance() / 2, y.side())};
  }
  Ball log_slope(const Offset<Ball>& y) const override {
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
