#include "numerics/distribution/maps/monotone_map.hpp"

#include "numerics/distribution/maps/image_growth.hpp"

namespace gancheck {
namespace {

/// a·z + b: z = (y - b)/a, and the differences are divided by a.
class AffineInverse : public InverseModel<AffineInverse> {
 public:
  AffineInverse(const AffineMap& map, const Real& y)
      : anchor_((y - Real(map.b())) / Real(map.a())),
        a_(Real(map.a())),
        log_size_(log(Real(abs(map.a())))),
        sign_(map.is_decreasing() ? -1 : 1) {}
  std::vector<Real> anchors() const override { return {anchor_}; }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    const int side = sign_ * y.side();
    if (y.knows_value()) return {0, Offset<T>::by(y.value() / a_.ball(), side)};
    return {0, Offset<T>::at_log_distance(y.log_distance() - log_size_.ball(), side)};
  }
  template <class T>
  T slope(const Offset<T>&) const {
    return -log_size_.ball();
  }

 private:
  Real anchor_;
  Constant a_, log_size_;
  int sign_;
};

/// y + delta = end + (delta + (y - end)).
class InverseFromOutside : public InverseModel<InverseFromOutside> {
 public:
  InverseFromOutside(const MonotoneMap& map, const Real& y, const Real& end)
      : near_(map.inverse_near(end)), shift_(y - end) {}
  std::vector<Real> anchors() const override { return near_->anchors(); }
  template <class T>
  Preimage<T> preimage(const Offset<T>& y) const {
    return near_->of(from_end(y));
  }
  template <class T>
  T slope(const Offset<T>& y) const {
    return near_->log_slope(from_end(y));
  }

 private:
  template <class T>
  Offset<T> from_end(const Offset<T>& y) const {
    return signed_offset(T(shift_.ball() + y.value()));
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

std::unique_ptr<const Inverse> seen_from_outside(const MonotoneMap& map, const Real& y,
                                                 const Real& end) {
  return std::make_unique<InverseFromOutside>(map, y, end);
}

End smooth_image(const MonotoneMap& map, const End& end) {
  return {map.apply(*end.at), through_smooth_map(end.growth), end.smooth};
}

}  // namespace gancheck
