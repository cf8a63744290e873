// From a family, which writes each formula once as a member template, to a Density.
//
// A family F has
//   std::string text() const                    "normal(0,1)", parameters as to_text prints them
//   std::vector<Real> points() const            the points its formulas measure distances from,
//                                               last the one from which a power tail is a power
//   End lower() const, upper() const
//   std::vector<Real> kinks() const
//   Rational centre() const, scale() const      > 0: where it lives, roughly (hints)
//   template <class T> T log_density(const Distances<T>& x) const
//   Ball below(const Distances<Ball>& x) const, above(...)
//   FamilyLogRatio log_ratio_to(const F& other) const
//     (if it has one) log_density less that of `other`, from combined coefficients
//   std::shared_ptr<const Density> moved(const Rational& a, const Rational& b) const
// x.from(i) is x - points()[i], x.size_from(i) its absolute value, x.log_from(i) the logarithm of
// that; T is Ball, ComplexBall, Jet or RayJet. A family with a kink lists it among its points, and
// looks across it by size_from and least_about alone: these go on analytically from the side that
// is looked at.
#pragma once

#include <type_traits>
#include <utility>

#include "numerics/distribution/density.hpp"
#include "numerics/distribution/ladder.hpp"

namespace gancheck {

/// The differences anchor - points[i], exactly; null where the anchor is the point.
class Differences {
 public:
  Differences(const Real& anchor, const std::vector<Real>& points);
  /// Null where the anchor is the point itself.
  const Constant* of(std::size_t i) const { return differences_[i].get(); }

 private:
  std::vector<std::unique_ptr<const Constant>> differences_;
};

/// On which side of each of a family's points a stretch lies: -1, 1, or 0 where it is not known.
using Sides = std::vector<int>;

/// A point as a family sees it: its distances from the family's own points.
template <class T>
class Distances {
 public:
  Distances(const Differences& differences, const Sides& sides, const Offset<T>& offset)
      : differences_(differences), sides_(sides), offset_(offset) {}

  T from(std::size_t i) const {
    const Constant* d = differences_.of(i);
    return d ? T(d->ball() + offset_.value()) : offset_.value();
  }
  /// |x - points[i]|.
  T size_from(std::size_t i) const {
    if (std::is_same_v<T, Ball> || sides_[i] == 0) return abs(from(i));
    return sides_[i] < 0 ? T(-from(i)) : from(i);
  }
  /// The side of points[i] on which the stretch lies; 0 where it is not known.
  int side_of(std::size_t i) const { return sides_[i]; }
  /// log|x - points[i]|: far out log|offset| + log(1 + difference/offset), which keeps the digits
  /// of a distance that is given by its logarithm.
  T log_from(std::size_t i) const {
    const Constant* d = differences_.of(i);
    if (!d) return offset_.log_distance();
    if (is_logarithmic()) {
      const T ratio = d->ball() * inverse_offset();
      const bool is_small = ratio.exponent() <= 0;  // |difference| < |offset|
      if (is_small) return offset_.log_distance() + log1p(ratio);
    }
    return log(abs(from(i)));
  }
  /// 1/(x - points[i]), from the logarithm of the distance, if it is given so, without the distance
  /// itself.
  T inverse_from(std::size_t i) const {
    if (!is_logarithmic()) return T(1) / from(i);
    const T inverse = inverse_offset();
    const Constant* d = differences_.of(i);
    return d ? T(inverse / (d->ball() * inverse + T(1))) : inverse;
  }
  /// The distance from the anchor is given by its logarithm.
  bool is_logarithmic() const { return !offset_.knows_value(); }
  /// The lesser of two functions that cross at points[i], `below` being the lesser one below it.
  T least_about(std::size_t i, const T& below, const T& above) const {
    if (std::is_same_v<T, Ball> || sides_[i] == 0) return min(below, above);
    return sides_[i] < 0 ? below : above;
  }

 private:
  /// 1/(x - anchor) of a logarithmic distance.
  T inverse_offset() const {
    const T inverse = exp(-offset_.log_distance());
    return offset_.side() < 0 ? T(-inverse) : inverse;
  }

  const Differences& differences_;
  const Sides& sides_;
  const Offset<T>& offset_;
};

/// The logarithm of a quotient of two densities of a family, from the distances that each sees.
using FamilyLogRatio =
    std::function<ComplexBall(const Distances<ComplexBall>&, const Distances<ComplexBall>&)>;

/// On which side of the points `inside` lies, which is seen from the anchor of the differences.
Sides sides_of(const std::optional<Offset<Ball>>& inside, const Differences& differences,
               std::size_t points);

template <class Family>
class Model : public Density, public std::enable_shared_from_this<Model<Family>> {
 public:
  explicit Model(Family family) : family_(std::move(family)) {}

  std::string text() const override { return family_.text(); }
  End lower() const override { return family_.lower(); }
  End upper() const override { return family_.upper(); }
  std::vector<Real> kinks() const override { return family_.kinks(); }
  std::vector<Real> ladder() const override {
    return ladder_of(*this, family_.centre(), family_.scale());
  }
  Real tail_centre() const override { return family_.points().back(); }
  DensityPointer moved(const Rational& a, const Rational& b) const override {
    return family_.moved(a, b);
  }
  std::shared_ptr<const LocalDensity> seen_from(
      const Real& anchor, const std::optional<Offset<Ball>>& inside = std::nullopt) const override {
    return std::make_shared<View>(this->shared_from_this(), anchor, inside);
  }

 private:
  class View : public LocalDensity {
   public:
    View(std::shared_ptr<const Model> model, const Real& anchor,
         const std::optional<Offset<Ball>>& inside)
        : model_(std::move(model)),
          differences_(anchor, model_->family_.points()),
          sides_(sides_of(inside, differences_, model_->family_.points().size())) {}
    Ball log_density(const Offset<Ball>& x) const override {
      return model_->family_.log_density(Distances<Ball>(differences_, sides_, x));
    }
    ComplexBall log_density(const Offset<ComplexBall>& x) const override {
      return model_->family_.log_density(Distances<ComplexBall>(differences_, sides_, x));
    }
    Jet log_density(const Offset<Jet>& x) const override {
      return model_->family_.log_density(Distances<Jet>(differences_, sides_, x));
    }
    RayJet log_density(const Offset<RayJet>& x) const override {
      return model_->family_.log_density(Distances<RayJet>(differences_, sides_, x));
    }
    LogRatio log_ratio_to(const LocalDensity& other) const override {
      if constexpr (requires(const Family& f) { f.log_ratio_to(f); }) {
        if (const auto* same = dynamic_cast<const View*>(&other)) {
          const FamilyLogRatio ratio = model_->family_.log_ratio_to(same->model_->family_);
          if (!ratio) return {};
          return [this, same, ratio](const Offset<ComplexBall>& x) -> ComplexBall {
            return ratio(Distances<ComplexBall>(differences_, sides_, x),
                         Distances<ComplexBall>(same->differences_, same->sides_, x));
          };
        }
      }
      return {};
    }
    Ball below(const Offset<Ball>& x) const override {
      return model_->family_.below(Distances<Ball>(differences_, sides_, x));
    }
    Ball above(const Offset<Ball>& x) const override {
      return model_->family_.above(Distances<Ball>(differences_, sides_, x));
    }

   private:
    std::shared_ptr<const Model> model_;
    Differences differences_;
    Sides sides_;
  };

  Family family_;
};

}  // namespace gancheck
