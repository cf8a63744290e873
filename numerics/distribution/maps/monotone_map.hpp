// Maps of the line that are strictly monotone, and the way back from a point to where it came from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "numerics/distribution/density.hpp"

namespace gancheck {

/// Where a point y = anchor + delta comes from: z = anchors()[anchor] + offset, or an infinity.
template <class T>
struct Preimage {
  std::size_t anchor;
  Offset<T> offset;
  int infinite = 0;  ///< -1, 1: z is that infinity, and the offset says nothing
};

/// The inverse of a map, for points that are seen from one anchor. Differences are formed without
/// cancellation: what is known of log|delta| is known of log|offset|.
class Inverse {
 public:
  virtual ~Inverse() = default;
  /// The exact points from which the preimages are seen; not empty.
  virtual std::vector<Real> anchors() const = 0;
  virtual Preimage<Ball> of(const Offset<Ball>& y) const = 0;
  virtual Preimage<ComplexBall> of(const Offset<ComplexBall>& y) const = 0;
  virtual Preimage<Jet> of(const Offset<Jet>& y) const = 0;
  virtual Preimage<RayJet> of(const Offset<RayJet>& y) const = 0;
  /// log|dz/dy|, for a y whose z is finite.
  virtual Ball log_slope(const Offset<Ball>& y) const = 0;
  virtual ComplexBall log_slope(const Offset<ComplexBall>& y) const = 0;
  virtual Jet log_slope(const Offset<Jet>& y) const = 0;
  virtual RayJet log_slope(const Offset<RayJet>& y) const = 0;
};

/// From a class that writes `preimage` and `slope` once, as member templates, to an Inverse.
template <class Written>
class InverseModel : public Inverse {
 public:
  Preimage<Ball> of(const Offset<Ball>& y) const override { return written().preimage(y); }
  Preimage<ComplexBall> of(const Offset<ComplexBall>& y) const override {
    return written().preimage(y);
  }
  Preimage<Jet> of(const Offset<Jet>& y) const override { return written().preimage(y); }
  Preimage<RayJet> of(const Offset<RayJet>& y) const override { return written().preimage(y); }
  Ball log_slope(const Offset<Ball>& y) const override { return written().slope(y); }
  ComplexBall log_slope(const Offset<ComplexBall>& y) const override { return written().slope(y); }
  Jet log_slope(const Offset<Jet>& y) const override { return written().slope(y); }
  RayJet log_slope(const Offset<RayJet>& y) const override { return written().slope(y); }

 private:
  const Written& written() const { return static_cast<const Written&>(*this); }
};

/// A map G that is analytic and strictly monotone on the line, or on the z >= 0 that are its
/// domain.
class MonotoneMap {
 public:
  virtual ~MonotoneMap() = default;
  /// "exp()"; equal texts are equal maps.
  virtual std::string text() const = 0;
  virtual bool needs_nonnegative() const { return false; }
  virtual bool is_decreasing() const { return false; }
  virtual Real apply(const Real& z) const = 0;
  /// The end of an image from the end of a law, which lies at -infinity (side -1) or infinity
  /// (side 1) where it is not a point.
  virtual End apply(const End& end, int side) const = 0;
  /// For y near any point of the line; y itself lies in the closed range of the map.
  virtual std::unique_ptr<const Inverse> inverse_near(const Real& y) const = 0;
};

using MapPointer = std::shared_ptr<const MonotoneMap>;

/// a·z + b, a != 0.
class AffineMap : public MonotoneMap {
 public:
  AffineMap(Rational a, Rational b) : a_(std::move(a)), b_(std::move(b)) {}
  const Rational& a() const { return a_; }
  const Rational& b() const { return b_; }
  std::string text() const override;
  bool is_decreasing() const override { return a_ < 0; }
  Real apply(const Real& z) const override;
  End apply(const End& end, int side) const override;
  std::unique_ptr<const Inverse> inverse_near(const Real& y) const override;

 private:
  Rational a_, b_;
};

const MapPointer& exp_map();
const MapPointer& log_map();
const MapPointer& sqrt_map();
const MapPointer& square_map();  ///< on z >= 0
const MapPointer& sigmoid_map();
const MapPointer& tanh_map();

/// The inverse of `map` near `end`, for points that are seen from `y`, outside the map's range.
std::unique_ptr<const Inverse> seen_from_outside(const MonotoneMap& map, const Real& y,
                                                 const Real& end);

/// What a map that is analytic at a finite end, with a derivative that is not 0, makes of it.
End smooth_image(const MonotoneMap& map, const End& end);

}  // namespace gancheck
