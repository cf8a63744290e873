// sigmoid and tanh: the line onto an interval (low, high), with the inverse
//   z = (log(y - low) - log(high - y))/length,  dz/dy = 1/((y - low)(high - y)),
// length = high - low: 1 for sigmoid, 2 for tanh.
#include "numerics/distribution/maps/image_growth.hpp"
#include "numerics/distribution/maps/monotone_map.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {
namespace {

/// The lengths to both ends are exact numbers, so that an anchor next to an end keeps its digits.
class SquashingNearPoint : public InverseModel<SquashingNearPoint> {
 public:
  SquashingNearPoint(const Real& anchor, int length, const Real& to_low, const Real& to_high)
      : anchor_(anchor), length_(length), to_low_(to_low), to_high_(to_high) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  /// Both logarithms have the sign of delta.
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    const T& delta = y.value();
    const T moved = log1p(delta / to_low_.ball()) - log1p(-delta / to_high_.ball());
    return {0, Offset<T>::by(moved / length_, y.side())};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -log(to_low_.ball() + y.value()) - log(to_high_.ball() - y.value());
  }

 private:
  Real anchor_;
  int length_;
  Constant to_low_, to_high_;
};

/// At an end of the interval, with the distance d from it: z = ±(log d - log(length - d))/length.
class SquashingNearEnd : public InverseModel<SquashingNearEnd> {
 public:
  /// end -1: low, 1: high.
  SquashingNearEnd(int end, int length) : end_(end), length_(length) {}
  std::vector<Real> anchors() const override { return {Real(0)}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    if (y.side() == 0) return {0, y, end_};
    const T z = (log_other(y) - y.log_distance()) / length_;
    return {0, signed_offset(end_ < 0 ? T(-z) : z)};
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return -y.log_distance() - log_other(y);
  }

 private:
  /// log(length - d).
  template <class T>
  T log_other(const Offset<T>& y) const {
    return log(Ball(length_)) + log1p(-y.size() / length_);
  }
  int end_, length_;
};

/// The image is analytic at its end, but within e^-|z| of the map's own singular point: far out
/// that end needs the logarithm of the distance as much as a singular one.
End image_of_finite_end(const MonotoneMap& map, const End& end) {
  constexpr int farthest_smooth = 4;
  End image = smooth_image(map, end);
  image.smooth = image.smooth && compare(abs(*end.at), farthest_smooth) <= 0;
  return image;
}

class SigmoidMap : public MonotoneMap {
 public:
  std::string text() const override { return "sigmoid()"; }
  Real apply(const Real& z) const override { return sigmoid(z); }
  End apply(const End& end, int side) const override {
    if (end.at) return image_of_finite_end(*this, end);
    return {Real(side < 0 ? 0 : 1), through_sigmoid(end.growth), false};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    // 1 - sigmoid z = sigmoid(-z): such a point may lie closer to 1 than any comparison sees.
    if (const Real* z = argument_of(y, Elementary::sigmoid))
      return std::make_unique<SquashingNearPoint>(*z, 1, y, sigmoid(Real(-1) * *z));
    const int from_low = compare(y, 0), from_high = compare(y, 1);
    if (from_low < 0) return seen_from_outside(*this, y, 0);
    if (from_high > 0) return seen_from_outside(*this, y, 1);
    if (from_low == 0) return std::make_unique<SquashingNearEnd>(-1, 1);
    if (from_high == 0) return std::make_unique<SquashingNearEnd>(1, 1);
    return std::make_unique<SquashingNearPoint>(logit(y), 1, y, Real(1) - y);
  }
};

class TanhMap : public MonotoneMap {
 public:
  std::string text() const override { return "tanh()"; }
  Real apply(const Real& z) const override { return tanh(z); }
  End apply(const End& end, int side) const override {
    if (end.at) return image_of_finite_end(*this, end);
    return {Real(side), through_tanh(end.growth), false};
  }
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override {
    // 1 ± tanh z = 2·sigmoid(±2z).
    if (const Real* z = argument_of(y, Elementary::tanh))
      return std::make_unique<SquashingNearPoint>(*z, 2, Real(2) * sigmoid(Real(2) * *z),
                                                  Real(2) * sigmoid(Real(-2) * *z));
    const int from_low = compare(y, -1), from_high = compare(y, 1);
    if (from_low < 0) return seen_from_outside(*this, y, -1);
    if (from_high > 0) return seen_from_outside(*this, y, 1);
    if (from_low == 0) return std::make_unique<SquashingNearEnd>(-1, 2);
    if (from_high == 0) return std::make_unique<SquashingNearEnd>(1, 2);
    return std::make_unique<SquashingNearPoint>(atanh(y), 2, Real(1) + y, Real(1) - y);
  }
};

}  // namespace

const MapPointer& sigmoid_map() {
  static const MapPointer map = std::make_shared<SigmoidMap>();
  return map;
}

const MapPointer& tanh_map() {
  static const MapPointer map = std::make_shared<TanhMap>();
  return map;
}

}  // namespace gancheck
