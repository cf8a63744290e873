// triangular(lower, mode, upper): p = 2/(upper-lower)·min((x-lower)/(mode-lower),
// (upper-x)/(upper-mode)); a side of length 0 is left out of the minimum.
#include "numerics/distribution/densities/densities.hpp"

#include <fmt/format.h>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Triangular {
 public:
  Triangular(const Rational& lower, const Rational& mode, const Rational& upper)
      : lower_(lower),
        mode_(mode),
        upper_(upper),
        left_(kept(Rational(mode - lower))),
        right_(kept(Rational(upper - mode))),
        length_(kept(Rational(upper - lower))),
        log_peak_(kept_log(Rational(2 / (upper - lower)))),
        log_left_(mode == lower ? nullptr : kept_log(Rational(mode - lower))),
        log_right_(mode == upper ? nullptr : kept_log(Rational(upper - mode))) {}

  std::string text() const { return call_text("triangular", {lower_, mode_, upper_}); }
  std::vector<Real> points() const { return {lower_, mode_, upper_}; }
  End lower() const { return {Real(lower_), growth(mode_ == lower_), true}; }
  End upper() const { return {Real(upper_), growth(mode_ == upper_), true}; }
  std::vector<Real> kinks() const {
    if (mode_ == lower_ || mode_ == upper_) return {};
    return {mode_};
  }
  Rational centre() const { return (lower_ + mode_ + upper_) / 3; }
  Rational scale() const { return (upper_ - lower_) / 4; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    if (!log_left_) return log_peak_->ball() + x.log_from(2) - log_right_->ball();
    const T rise = x.log_from(0) - log_left_->ball();
    if (!log_right_) return log_peak_->ball() + rise;
    const T fall = x.log_from(2) - log_right_->ball();
    return log_peak_->ball() + x.least_about(1, rise, fall);
  }
  Ball below(const Distances<Ball>& x) const {
    return mass_up_to(x.from(0), *left_, x.from(1), *right_);
  }
  Ball above(const Distances<Ball>& x) const {
    return mass_up_to(-x.from(2), *right_, -x.from(1), *left_);
  }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    const Rational first = a * lower_ + b, middle = a * mode_ + b, last = a * upper_ + b;
    return a > 0 ? triangular_density(first, middle, last)
                 : triangular_density(last, middle, first);
  }

 private:
  /// The mass on the side of an end, from which x is `near` away, the mode `side`: a triangle, and
  /// beyond the mode by `past` a trapezium.
  Ball mass_up_to(const Ball& near, const Constant& side, const Ball& past,
                  const Constant& other) const {
    Ball mass;
    if (!side.exact().is_zero()) {
      const Ball base = min(near, side.ball());
      mass = base * base / side.ball();
    }
    if (!other.exact().is_zero()) {
      const Ball base = max(past, Ball(0));
      mass = mass + base * (2 * other.ball() - base) / other.ball();
    }
    return mass / length_->ball();
  }
  static Growth growth(bool is_peak) {
    return is_peak ? regular_growth() : Growth{1, Rational(1), Rational(2), true, true};
  }

  Rational lower_, mode_, upper_;
  Kept left_, right_, length_, log_peak_, log_left_, log_right_;
};

constexpr std::string_view signature = "triangular(lower,mode,upper)";

Law build(Builder&, const Call& call, const Request& request) {
  const auto n = numbers_of(call, 3, signature);
  if (n[0] >= n[2])
    refuse(call.arguments[2].place, fmt::format("{} takes lower < upper, not {} and {}", signature,
                                                shown(n[0]), shown(n[2])));
  if (n[1] < n[0] || n[1] > n[2])
    refuse(call.arguments[1].place, fmt::format("{} takes a mode from {} to {}, not {}", signature,
                                                shown(n[0]), shown(n[2]), shown(n[1])));
  return law_of(triangular_density(n[0], n[1], n[2]), request.on);
}

}  // namespace

DensityPointer triangular_density(const Rational& lower, const Rational& mode,
                                  const Rational& upper) {
  return std::make_shared<Model<Triangular>>(Triangular(lower, mode, upper));
}

Form triangular_form() {
  return {"triangular",
          {std::string(signature),
           "density that rises linearly from lower to mode and falls to upper; lower <= mode <= "
           "upper, lower < upper",
           "自 lower 至 mode 线性上升、再降至 upper 的密度；lower <= mode <= upper，lower < upper"},
          build};
}

}  // namespace gancheck
