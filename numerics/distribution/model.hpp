// From a family, which writes each formula once as a member template, to a Density.
//
// A family F has
//   std::string text() const                    "normal(0,1)", parameters as to_text prints them
//   std::vector<Real> points() const            the points its formulas measure distances from
//   End lower() const, upper() const
//   std::vector<Real> kinks() const
//   Rational centre() const, scale() const      > 0: where it lives, roughly (hints)
//   template <class T> T log_density(const Distances<T>& x) const
//   Ball below(const Distances<Ball>& x) const, above(...)
//   std::shared_ptr<const Density> moved(const Rational& a, const Rational& b) const
// x.from(i) is x - points()[i], x.log_from(i) is log|x - points()[i]|.
#pragma once

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

/// A point as a family sees it: its distances from the family's own points.
template <class T>
class Distances {
 public:
  Distances(const Differences& differences, const Offset<T>& offset)
      : differences_(differences), offset_(offset) {}

  T from(std::size_t i) const {
    const Constant* d = differences_.of(i);
    return d ? T(d->ball() + offset_.value()) : offset_.value();
  }
  /// log|x - points[i]|.
  T log_from(std::size_t i) const {
    return differences_.of(i) ? T(log(abs(from(i)))) : offset_.log_distance();
  }

 private:
  const Differences& differences_;
  const Offset<T>& offset_;
};

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
  DensityPointer moved(const Rational& a, const Rational& b) const override {
    return family_.moved(a, b);
  }
  std::shared_ptr<const LocalDensity> seen_from(const Real& anchor) const override {
    return std::make_shared<View>(this->shared_from_this(), anchor);
  }

 private:
  class View : public LocalDensity {
   public:
    View(std::shared_ptr<const Model> model, const Real& anchor)
        : model_(std::move(model)), differences_(anchor, model_->family_.points()) {}
    Ball log_density(const Offset<Ball>& x) const override {
      return model_->family_.log_density(Distances<Ball>(differences_, x));
    }
    Ball below(const Offset<Ball>& x) const override {
      return model_->family_.below(Distances<Ball>(differences_, x));
    }
    Ball above(const Offset<Ball>& x) const override {
      return model_->family_.above(Distances<Ball>(differences_, x));
    }

   private:
    std::shared_ptr<const Model> model_;
    Differences differences_;
  };

  Family family_;
};

}  // namespace gancheck
