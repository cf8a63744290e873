#include "numerics/distribution/maps/image.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "numerics/distribution/ladder.hpp"
#include "numerics/distribution/piece.hpp"

namespace gancheck {
namespace {

/// The end that z >= 0 leaves of a law which reaches below 0.
End end_at_zero() {
  return {Real(0), regular_growth(), true};
}

class Image : public Density, public std::enable_shared_from_this<Image> {
 public:
  Image(MapPointer map, DensityPointer base);

  std::string text() const override;
  End lower() const override { return lower_; }
  End upper() const override { return upper_; }
  std::vector<Real> kinks() const override;
  std::vector<Real> ladder() const override;
  Real tail_centre() const override;
  std::shared_ptr<const LocalDensity> seen_from(
      const Real& anchor, const std::optional<Offset<Ball>>& inside = std::nullopt) const override;
  DensityPointer moved(const Rational& a, const Rational& b) const override;
  /// The base where `map` leads back to all of it, else null.
  DensityPointer undone_by(const MonotoneMap& map) const;

 private:
  class View;
  bool is_cut() const { return cut_mass_ != nullptr; }
  std::vector<Real> images(const std::vector<Real>& points) const;
  bool is_told_from_ends(const Real& x) const;
  std::vector<Real> body_of(std::vector<Real> rungs) const;
  std::vector<Real> own_ladder(const std::vector<Real>& images_of_rungs) const;

  MapPointer map_;
  DensityPointer base_;
  std::unique_ptr<const Constant> cut_mass_;    ///< of z >= 0; null where that is all
  std::unique_ptr<const Constant> below_zero_;  ///< the mass of z <= 0, with it
  End lower_, upper_;
};

Image::Image(MapPointer map, DensityPointer base) : map_(std::move(map)), base_(std::move(base)) {
  End low = base_->lower();
  if (map_->needs_nonnegative() && reaches_below_zero(low)) {
    cut_mass_ = std::make_unique<Constant>(mass_between(base_, Real(0), std::nullopt));
    below_zero_ = std::make_unique<Constant>(mass_between(base_, std::nullopt, Real(0)));
    low = end_at_zero();
  }
  lower_ = map_->apply(low, -1);
  upper_ = map_->apply(base_->upper(), 1);
  if (map_->is_decreasing()) std::swap(lower_, upper_);
}

std::string Image::text() const {
  return "pushforward(" + base_->text() + (is_cut() ? "[0..]," : ",") + map_->text() + ")";
}

std::vector<Real> Image::images(const std::vector<Real>& points) const {
  std::vector<Real> moved;
  moved.reserve(points.size());
  for (const Real& point : points) moved.push_back(map_->apply(point));
  if (map_->is_decreasing()) std::reverse(moved.begin(), moved.end());
  return moved;
}

std::vector<Real> Image::kinks() const {
  std::vector<Real> kinks = base_->kinks();
  if (is_cut()) std::erase_if(kinks, [](const Real& x) { return compare(x, 0) <= 0; });
  return images(kinks);
}

/// tanh(1000) is no point of its own to a quadrature on (-1, 1), nor is exp of exp of exp of 9 one
/// on the line; comparing such points is long, or in vain.
bool Image::is_told_from_ends(const Real& x) const {
  const BallPrecision precision(BallPrecision::standard_bits);
  const auto is_apart = [&](const End& end) {
    return !end.at || !(x.enclose() - end.at->enclose()).contains_zero();
  };
  return x.enclose().is_finite() && is_apart(lower_) && is_apart(upper_);
}

/// Where the logarithm of the distance to an end is the coordinate, it is so from the middle of the
/// law on: a rung with less than 2/5 of the law beyond it may be as near to that end as e^-1000.
/// The rung that is nearest to the middle stays.
std::vector<Real> Image::body_of(std::vector<Real> rungs) const {
  constexpr double least_beyond = 0.4;
  const BallPrecision precision(64);
  const Offset<Ball> here = Offset<Ball>::by(Ball(0), 0);
  std::vector<Real> body;
  double most = -1;
  Real middle;
  for (Real& rung : rungs) {
    const auto local = seen_from(rung);
    const double below = needs_log_distance(lower_) ? local->below(here).midpoint() : 1;
    const double above = needs_log_distance(upper_) ? local->above(here).midpoint() : 1;
    const double beyond = std::min(below, above);
    if (beyond > most) {
      most = beyond;
      middle = rung;
    }
    if (beyond >= least_beyond) body.push_back(std::move(rung));
  }
  if (body.empty() && most >= 0) body.push_back(middle);
  return body;
}

/// The base's rungs end where the logarithm of the distance is the coordinate; where the image does
/// not need it, rungs of its own go on. Which rungs come first is decided by their doubles: exact
/// comparisons of hints are not worth what they cost.
std::vector<Real> Image::ladder() const {
  std::vector<Real> of_base = base_->ladder();
  if (is_cut()) std::erase_if(of_base, [](const Real& x) { return !x.enclose().is_positive(); });
  std::vector<Real> rungs = images(of_base);
  std::erase_if(rungs, [&](const Real& rung) { return !is_told_from_ends(rung); });
  rungs = body_of(std::move(rungs));
  const auto has_tail = [](const End& end) { return !end.at && !needs_log_distance(end); };
  if (!has_tail(lower_) && !has_tail(upper_) && !rungs.empty()) return rungs;
  for (const Real& rung : own_ladder(rungs)) rungs.push_back(rung);
  std::map<double, Real> sorted;
  for (Real& rung : rungs) {
    const double place = exactly<double>(rung);
    if (std::isfinite(place)) sorted.emplace(place, std::move(rung));
  }
  rungs.clear();
  for (auto& [place, rung] : sorted) rungs.push_back(std::move(rung));
  return rungs;
}

/// exp, log and the powers turn distances from 0 into each other, or into sums.
Real Image::tail_centre() const {
  const bool is_affine = dynamic_cast<const AffineMap*>(map_.get()) != nullptr;
  return is_affine ? map_->apply(base_->tail_centre()) : Real(0);
}

/// About the image of the middle rung, on the scale of its neighbours; of a far tail that z >= 0
/// leaves, about the length over which it falls, P(Z >= 0)/p(0).
std::vector<Real> Image::own_ladder(const std::vector<Real>& images_of_rungs) const {
  std::vector<Real> about = images_of_rungs;
  if (about.empty() && is_cut()) {
    const Ball density = exp(base_->seen_from(0)->log_density(Offset<Ball>::by(Ball(0), 0)));
    const double length = (cut_mass_->ball() / density).midpoint();
    if (std::isfinite(length) && length > 0) about.push_back(map_->apply(Real::dyadic(length)));
  }
  if (about.empty()) return {};
  const std::size_t middle = about.size() / 2;
  const double centre = exactly<double>(about[middle]);
  double scale = middle == 0 ? 1 : centre - exactly<double>(about[middle - 1]);
  if (!std::isfinite(centre)) return {};
  if (!std::isfinite(scale) || scale <= 0) scale = 1;
  return ladder_of(*this, exact_rational(centre), exact_rational(scale));
}

DensityPointer Image::moved(const Rational& a, const Rational& b) const {
  const auto* affine = dynamic_cast<const AffineMap*>(map_.get());
  if (!affine) return nullptr;
  const Rational slope = a * affine->a(), shift = a * affine->b() + b;
  if (slope == 1 && shift == 0) return base_;
  return image_density(std::make_shared<AffineMap>(slope, shift), base_);
}

DensityPointer Image::undone_by(const MonotoneMap& map) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> inverses{
      {{"exp()", "log()"}, {"log()", "exp()"}, {"sqrt()", "square()"}, {"square()", "sqrt()"}}};
  for (const auto& [first, second] : inverses)
    if (!is_cut() && map_->text() == first && map.text() == second) return base_;
  return nullptr;
}

/// The image, seen from an anchor: the base, seen from where that comes from.
class Image::View : public LocalDensity {
 public:
  View(std::shared_ptr<const Image> image, const Real& anchor,
       const std::optional<Offset<Ball>>& inside)
      : image_(std::move(image)), inverse_(image_->map_->inverse_near(anchor)) {
    for (const Real& at : inverse_->anchors()) seats_.push_back(std::make_unique<Seat>(at));
    if (image_->is_cut()) seats_.push_back(std::make_unique<Seat>(0));
    if (inside) inside_ = inverse_->of(*inside);
  }

  Ball log_density(const Offset<Ball>& y) const override { return log_density_of(y); }
  ComplexBall log_density(const Offset<ComplexBall>& y) const override { return log_density_of(y); }
  Jet log_density(const Offset<Jet>& y) const override { return log_density_of(y); }
  RayJet log_density(const Offset<RayJet>& y) const override { return log_density_of(y); }
  /// Under one map the slopes cancel.
  LogRatio log_ratio_to(const LocalDensity& other) const override {
    const auto* image = dynamic_cast<const View*>(&other);
    if (!image || image->image_->map_->text() != image_->map_->text()) return {};
    const std::size_t seats = std::min(seats_.size(), image->seats_.size());
    std::vector<LogRatio> ratios;
    for (std::size_t i = 0; i < seats; ++i) {
      LogRatio ratio = from(i).log_ratio_to(image->from(i));
      if (!ratio)
        ratio = [this, image, i](const Offset<ComplexBall>& z) -> ComplexBall {
          return from(i).log_density(z) - image->from(i).log_density(z);
        };
      ratios.push_back(std::move(ratio));
    }
    return [this, image, ratios](const Offset<ComplexBall>& y) -> ComplexBall {
      const Preimage<ComplexBall> z = inverse_->of(y);
      if (z.infinite != 0 || z.anchor >= ratios.size()) return ComplexBall::indeterminate();
      return ratios[z.anchor](z.offset) - log_cut_mass() + image->log_cut_mass();
    };
  }
  Ball below(const Offset<Ball>& y) const override {
    return image_->map_->is_decreasing() ? mass_above(y) : mass_below(y);
  }
  Ball above(const Offset<Ball>& y) const override {
    return image_->map_->is_decreasing() ? mass_below(y) : mass_above(y);
  }

 private:
  /// An anchor of the base. Its view is made when it is first asked for: nested logarithms have
  /// two anchors each, of which an evaluation needs one.
  struct Seat {
    explicit Seat(const Real& where) : at(where) {}
    Real at;
    std::once_flag made;
    std::shared_ptr<const LocalDensity> local;
  };

  const LocalDensity& from(std::size_t anchor) const {
    Seat& seat = *seats_[anchor];
    std::call_once(seat.made,
                   [&] { seat.local = image_->base_->seen_from(seat.at, inside_from(anchor)); });
    return *seat.local;
  }

  /// Where the point inside the stretch comes from, seen from the given seat.
  std::optional<Offset<Ball>> inside_from(std::size_t anchor) const {
    if (!inside_ || inside_->infinite != 0) return std::nullopt;
    if (inside_->anchor == anchor) return inside_->offset;
    return signed_offset(Ball((seats_[inside_->anchor]->at - seats_[anchor]->at).enclose() +
                              inside_->offset.value()));
  }

  template <class T>
  T log_density_of(const Offset<T>& y) const {
    const Preimage<T> z = inverse_->of(y);
    if (z.infinite != 0) return log(Ball(0));
    const T of_base = from(z.anchor).log_density(z.offset) + inverse_->log_slope(y);
    return image_->is_cut() ? T(of_base - log_cut_mass()) : of_base;
  }
  Ball log_cut_mass() const { return image_->is_cut() ? log(image_->cut_mass_->ball()) : Ball(0); }

  /// P(Z <= z), under the conditional law where z >= 0 is needed.
  Ball mass_below(const Offset<Ball>& y) const {
    const Preimage<Ball> z = inverse_->of(y);
    if (z.infinite != 0) return Ball(z.infinite < 0 ? 0 : 1);
    if (!image_->is_cut()) return from(z.anchor).below(z.offset);
    return mass_from_zero(z) / image_->cut_mass_->ball();
  }
  Ball mass_above(const Offset<Ball>& y) const {
    const Preimage<Ball> z = inverse_->of(y);
    if (z.infinite != 0) return Ball(z.infinite < 0 ? 1 : 0);
    const Ball mass = from(z.anchor).above(z.offset);
    return image_->is_cut() ? mass / image_->cut_mass_->ball() : mass;
  }

  /// P(0 <= Z <= z) is a difference of what lies below, as long as that keeps its digits. Near 0 it
  /// does not: then at twice the precision, and next to 0 as z times a value of the density
  /// between.
  Ball mass_from_zero(const Preimage<Ball>& z) const {
    const LocalDensity& here = from(z.anchor);
    const Ball plain = here.below(z.offset) - image_->below_zero_->ball();
    constexpr long bits_to_lose = 32, most_bits = 4096;
    const long bits = BallPrecision::bits();
    if (plain.is_positive() && plain.relative_bits() >= bits - bits_to_lose) return plain;
    const BallPrecision more(std::min(2 * bits, most_bits));
    const Ball distance = seats_[z.anchor]->at.enclose() + z.offset.value();
    if (distance.is_zero()) return Ball(0);
    const Offset<Ball> between = Offset<Ball>::by(distance * Ball::hull(0.0, 1.0), 1);
    return sharpest({here.below(z.offset) - image_->below_zero_->ball(),
                     image_->cut_mass_->ball() - here.above(z.offset),
                     distance * exp(from(seats_.size() - 1).log_density(between))});
  }

  /// Infinite where the ball holds a number that is not positive.
  static double relative_radius(const Ball& x) {
    return x.is_positive() ? log(x).radius() : std::numeric_limits<double>::infinity();
  }
  /// Of enclosures of one positive number.
  static Ball sharpest(const std::vector<Ball>& enclosures) {
    const auto is_sharper = [](const Ball& x, const Ball& y) {
      return relative_radius(x) < relative_radius(y);
    };
    return *std::min_element(enclosures.begin(), enclosures.end(), is_sharper);
  }

  std::shared_ptr<const Image> image_;
  std::unique_ptr<const Inverse> inverse_;
  std::optional<Preimage<Ball>> inside_;
  std::vector<std::unique_ptr<Seat>> seats_;
};

std::shared_ptr<const LocalDensity> Image::seen_from(
    const Real& anchor, const std::optional<Offset<Ball>>& inside) const {
  return std::make_shared<View>(shared_from_this(), anchor, inside);
}

}  // namespace

bool reaches_below_zero(const End& lower) {
  return !lower.at || compare(*lower.at, 0) < 0;
}

DensityPointer image_density(const MapPointer& map, const DensityPointer& base) {
  if (const auto* image = dynamic_cast<const Image*>(base.get()))
    if (const DensityPointer undone = image->undone_by(*map)) return undone;
  return std::make_shared<Image>(map, base);
}

}  // namespace gancheck
