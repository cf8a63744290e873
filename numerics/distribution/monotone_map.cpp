#include "numerics/distribution/monotone_map.hpp"

#include "numerics/distribution/image_growth.hpp"

namespace gancheck {
namespace {

/// a·z + b: z = (y - b)/a, and the differences are divided by a.
class AffineInverse : public Inverse {
 public:
  AffineInverse(const AffineMap& map, const Real& y)
      : anchor_((y - Real(map.b())) / Real(map.a())),
        a_(Real(map.a())),
        log_size_(log(Real(abs(map.a())))),
        sign_(map.is_decreasing() ? -1 : 1) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  Preimage of(const Offset<Ball>& y) const override {
    const int side = sign_ * y.side();
    if (y.knows_value()) return {0, Offset<Ball>::by(y.value() / a_.ball(), side)};
    return {0, Offset<Ball>::at_log_distance(y.log_distance() - log_size_.ball(), side)};
  }
  Ball log_slope(const Offset<Ball>&) const override { return -log_size_.ball(); }

 private:
  Real anchor_;
  Constant a_, log_size_;
  int sign_;
};

/// y + delta = end + (delta + (y - end)).
class InverseFromOutside : public Inverse {
 public:
  InverseFromOutside(const MonotoneMap& map, const Real& y, const Real& end)
      : near_(map.inverse_near(end)), shift_(y - end) {}
  std::vector<Real> anchors() const override { return near_->anchors(); }
  Preimage of(const Offset<Ball>& y) const override { return near_->of(from_end(y)); }
  Ball log_slope(const Offset<Ball>& y) const override { return near_->log_slope(from_end(y)); }

 private:
  Offset<Ball> from_end(const Offset<Ball>& y) const {
    return signed_offset(shift_.ball() + y.value());
  }
  std::unique_ptr<const Inverse> near_;
  Constant shift_;
};

}  // namespace

std::string AffineMap::text() const {
  return "affine(" + to_text(a_) + "," + to_text(b_) + ")";
}

Real AffineMap::apply(const Real& z) const {
  return Real(a_) * z + Real(b_);
}

End AffineMap::apply(const End& end, int) const {
  const Growth growth = through_affine(end.growth, a_, b_, end.at.has_value());
  if (!end.at) return {std::nullopt, growth, false};
  return {apply(*end.at), growth, end.smooth};
}

std::unique_ptr<const Inverse> AffineMap::inverse_near(const Real& y) const {
  return std::make_unique<AffineInverse>(*this, y);
}

Offset<Ball> signed_offset(Ball value) {
  const int side = value.is_zero() ? 0 : value.is_negative() ? -1 : 1;
  return Offset<Ball>::by(std::move(value), side);
}

std::unique_ptr<const Inverse> seen_from_outside(const MonotoneMap& map, const Real& y,
                                                 const Real& end) {
  return std::make_unique<InverseFromOutside>(map, y, end);
}

End smooth_image(const MonotoneMap& map, const End& end) {
  return {map.apply(*end.at), through_smooth_map(end.growth), end.smooth};
}

}  // namespace gancheck
