// student_t(dof, location, scale): log p = -(dof+1)/2·log(1 + y²/dof) - log norm,
// y = (x - location)/scale, norm = scale sqrt(pi dof) Gamma(dof/2)/Gamma((dof+1)/2).
#include "numerics/distribution/densities/densities.hpp"

#include <fmt/format.h>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class StudentT {
 public:
  StudentT(const Rational& dof, const Rational& location, const Rational& scale)
      : dof_(dof),
        location_(location),
        scale_(scale),
        dof_ball_(kept(dof)),
        half_dof_(kept(Rational(dof / 2))),
        power_(kept(Rational((dof + 1) / 2))),
        width_(kept(scale)),
        per_width_(kept(Rational(1 / scale))),
        log_width_(kept("log(" + to_text(scale) + " sqrt " + to_text(dof) + ")",
                        [=] { return log(exactly<Ball>(scale)) + log(exactly<Ball>(dof)) / 2; })),
        log_norm_(kept("log norm " + text(), [=] {
          const Ball half = exactly<Ball>(Rational(dof / 2));
          return log(exactly<Ball>(scale)) + log(pi() * exactly<Ball>(dof)) / 2 + log_gamma(half) -
                 log_gamma(half + Ball(1) / 2);
        })) {}

  std::string text() const { return call_text("student_t", {dof_, location_, scale_}); }
  std::vector<Real> points() const { return {location_}; }
  End lower() const { return {std::nullopt, growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return location_; }
  Rational scale() const { return scale_; }

  /// With z = y²/dof; far out log(1 + z) = log z + log(1 + 1/z), by the logarithm of the distance.
  template <class T>
  T log_density(const Distances<T>& x) const {
    const auto near = [&](const T& z) -> T {
      return -power_->ball() * log1p(z) - log_norm_->ball();
    };
    if (!x.is_logarithmic()) {
      const T z = standard_square(x);
      if (!(z - T(1)).is_positive()) return near(z);
    }
    const T log_z = 2 * (x.log_from(0) - log_width_->ball());
    if (!log_z.is_positive()) return near(standard_square(x));
    return -power_->ball() * (log_z + log1p(exp(-log_z))) - log_norm_->ball();
  }
  /// As for the Cauchy law, which has the power 1 and dof 1.
  FamilyLogRatio log_ratio_to(const StudentT& other) const {
    if (other.dof_ != dof_) return {};
    const StandardGap gap(location_, scale_, other.location_, other.scale_);
    return
        [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) -> ComplexBall {
          const ComplexBall dof = dof_ball_->ball();
          const ComplexBall quotient =
              relative_gap_of_squares(x, width_->ball(), per_width_->ball(), gap, dof);
          return gap.log_scales->ball() - power_->ball() * log1p(quotient);
        };
  }
  Ball below(const Distances<Ball>& x) const { return mass_up_to(standard(x)); }
  Ball above(const Distances<Ball>& x) const { return mass_up_to(-standard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return student_t_density(dof_, a * location_ + b, abs(a) * scale_);
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }
  template <class T>
  T standard_square(const Distances<T>& x) const {
    const T y = standard(x);
    return y * y / dof_ball_->ball();
  }
  /// With z = y²/dof, below 0 the tail I_(1/(1+z))(dof/2, 1/2)/2; else 1/2 and what lies between 0
  /// and y, I_(z/(1+z))(1/2, dof/2)/2 [DLMF 8.17].
  Ball mass_up_to(const Ball& y) const {
    const Ball half = Ball(1) / 2;
    if (!y.is_negative())
      return half + mass_from_zero(max(y, Ball(0))) - mass_from_zero(max(-y, Ball(0)));
    const Ball z = y * y / dof_ball_->ball(), rest = Ball(1) / (Ball(1) + z);
    return beta_lower(half_dof_->ball(), half, rest, z * rest) / 2;
  }
  Ball mass_from_zero(const Ball& y) const {
    if (y.is_zero()) return y;
    const Ball z = y * y / dof_ball_->ball(), rest = Ball(1) / (Ball(1) + z);
    return beta_lower(Ball(1) / 2, half_dof_->ball(), z * rest, rest) / 2;
  }
  Growth growth() const { return {1, Rational(1), dof_, true, true}; }

  Rational dof_, location_, scale_;
  Kept dof_ball_, half_dof_, power_, width_, per_width_, log_width_, log_norm_;
};

constexpr std::string_view signature = "student_t(dof,location,scale)";

Law build(Builder&, const Call& call, const Request& request) {
  if (call.arguments.size() == 1) {
    const auto n = numbers_of(call, 1, "student_t(dof)");
    require_positive(call, 0, "student_t(dof)", "a dof");
    return law_of(student_t_density(n[0], 0, 1), request.on);
  }
  if (call.arguments.size() != 3)
    refuse(call.place,
           fmt::format("student_t takes a dof, or a dof, a location and a scale, not {} "
                       "numbers: write student_t(dof) or {}",
                       call.arguments.size(), signature));
  const auto n = numbers_of(call, 3, signature);
  require_positive(call, 0, signature, "a dof");
  require_positive(call, 2, signature, "a scale");
  return law_of(student_t_density(n[0], n[1], n[2]), request.on);
}

}  // namespace

DensityPointer student_t_density(const Rational& dof, const Rational& location,
                                 const Rational& scale) {
  if (dof == 1) return cauchy_density(location, scale);
  return std::make_shared<Model<StudentT>>(StudentT(dof, location, scale));
}

Form student_t_form() {
  return {"student_t",
          {std::string(signature),
           "density proportional to (1+y²/dof)^(-(dof+1)/2), y = (x-location)/scale; dof, scale > "
           "0; student_t(dof) has location 0 and scale 1",
           "密度正比于 (1+y²/dof)^(-(dof+1)/2)，y = (x-location)/scale；dof、scale > 0；"
           "student_t(dof) 的 location 为 0，scale 为 1"},
          build};
}

}  // namespace gancheck
