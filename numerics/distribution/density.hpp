// A law with a density: what quadrature, truncation and the rules for 0 and infinity ask of it.
#pragma once

#include <forward_list>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "numerics/distribution/growth.hpp"
#include "numerics/distribution/offset.hpp"
#include "numerics/number/real.hpp"

namespace gancheck {

/// An exact number that formulas use often: its enclosures are kept, one a precision, for any
/// thread.
class Constant {
 public:
  explicit Constant(Real exact) : exact_(std::move(exact)) {}
  const Real& exact() const { return exact_; }
  /// At the precision in force. The reference lives as long as the constant.
  const Ball& ball() const;

 private:
  Real exact_;
  mutable std::mutex kept_;
  mutable std::forward_list<std::pair<long, Ball>> enclosures_;
};

/// An end of a support.
struct End {
  std::optional<Real> at;  ///< empty: infinite
  Growth growth;
  /// The density is analytic up to the end and beyond (a jump or a zero of whole order): a
  /// polynomial describes it there. False at a singular end, and at an infinite one.
  bool smooth = false;
};

using LogRatio = std::function<ComplexBall(const Offset<ComplexBall>&)>;

/// A density seen from an anchor: the differences between the anchor and the density's own points
/// are exact, so that a point near one of these keeps all digits of its distance.
class LocalDensity {
 public:
  virtual ~LocalDensity() = default;
  /// log of the density with respect to length, at a point inside the support. Encloses it at the
  /// precision of the BallPrecision in force.
  virtual Ball log_density(const Offset<Ball>& x) const = 0;
  /// The same as an analytic function about the stretch of the line on which the view looks:
  /// between two ends or kinks of the law, continued from there beyond them. Indeterminate where
  /// that is not known to be analytic on all of a ball.
  virtual ComplexBall log_density(const Offset<ComplexBall>& x) const = 0;
  virtual Jet log_density(const Offset<Jet>& x) const = 0;
  /// The same on a ray, for what lies beyond a cut.
  virtual RayJet log_density(const Offset<RayJet>& x) const = 0;
  /// log of this density less that of `other`, seen from the same anchor: where both are of one
  /// family, from coefficients that are combined first, so that nearly equal laws cancel exactly
  /// and a wide ball stays narrow; else empty. Refers to both views.
  virtual LogRatio log_ratio_to(const LocalDensity& other) const = 0;
  /// P(X <= x) and P(X >= x), each of small relative radius also where it is tiny. x lies in the
  /// closed support.
  virtual Ball below(const Offset<Ball>& x) const = 0;
  virtual Ball above(const Offset<Ball>& x) const = 0;
};

class Density {
 public:
  virtual ~Density() = default;
  /// Identifies the law: equal texts are equal laws.
  virtual std::string text() const = 0;
  virtual End lower() const = 0;
  virtual End upper() const = 0;
  /// Points inside the support where the density is not analytic, sorted.
  virtual std::vector<Real> kinks() const = 0;
  /// Points inside the support between which the law changes on its own scale, sorted: a ladder
  /// about its centre, out to where less than 2^-tail_cut_bits of it is left, or to where the
  /// logarithm of the distance takes over as the coordinate (power tails, singular ends). Hints
  /// for quadrature: nothing rests on them.
  virtual std::vector<Real> ladder() const = 0;
  /// The point from which a tail that needs the logarithm of the distance depends on the distance
  /// most simply. A hint, as the ladder.
  virtual Real tail_centre() const = 0;
  /// `inside` is a point of the stretch that is looked at, needed only where the view is asked for
  /// complex numbers near a kink.
  virtual std::shared_ptr<const LocalDensity> seen_from(
      const Real& anchor, const std::optional<Offset<Ball>>& inside = std::nullopt) const = 0;
  /// The law of a·z + b where it is one of the same family, else null; a != 0.
  virtual std::shared_ptr<const Density> moved(const Rational& a, const Rational& b) const = 0;
};

using DensityPointer = std::shared_ptr<const Density>;

/// The law is followed to where less than 2^-tail_cut_bits of it is left.
inline constexpr int tail_cut_bits = 900;

/// Whether quadrature takes log|x - end| as its coordinate at this end: a singular finite end, a
/// tail that dies out like a power or more slowly, or like exp(-x^power) with a power below 1/2.
bool needs_log_distance(const End& end);

}  // namespace gancheck
