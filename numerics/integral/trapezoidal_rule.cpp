#include "numerics/integral/trapezoidal_rule.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

/// |x| <= |Re x| + |Im x|; not finite where x is not.
Ball most_of(const ComplexBall& x) {
  return x.is_finite() ? Ball::at_most(abs(x.real()) + abs(x.imaginary())) : Ball::indeterminate();
}

/// What is needed of the integrand over [a, b] x [0, d].
struct Strip {
  double a, b, d;
  Ball size;   ///< of the integral of |f| along the upper side
  Ball sides;  ///< (M_a + M_b) d
};

class Rule {
 public:
  Rule(const AnalyticFunction& f, const Ball& from, const Ball& to, long log2_tolerance,
       long most_nodes, long& evaluations)
      : f_(f),
        from_(from),
        to_(to),
        tolerance_(power(log2_tolerance < 0 ? Ball(1) / 2 : Ball(2),
                         static_cast<unsigned long>(std::abs(log2_tolerance)))),
        log_tolerance_(static_cast<double>(log2_tolerance) * std::numbers::ln2),
        most_nodes_(static_cast<double>(most_nodes)),
        evaluations_(evaluations) {}

  std::optional<Ball> integrate() {
    if (!dies_out(from_) || !dies_out(to_)) return std::nullopt;
    if (!trim()) return left_out_ * Ball::hull(-1.0, 1.0);
    const std::optional<Strip> strip = find_strip();
    if (!strip || nodes(*strip) > most_nodes_) return std::nullopt;
    const Ball found = sum(*strip);
    return found.is_finite() ? std::optional(found) : std::nullopt;
  }

 private:
  ComplexBall at(const ComplexBall& t) {
    ++evaluations_;
    return value_over(f_, t);
  }
  ComplexBall over(double from, double to, double low, double high) {
    return at(ComplexBall::of_parts(Ball::hull(from, to), Ball::hull(low, high)));
  }

  /// Small enough to end there: 2^-8 of the tolerance, which leaves room for some dozens of such
  /// parts beside the rule's own error.
  bool is_small(const Ball& x) const { return (x * 256 - tolerance_).is_negative(); }
  bool dies_out(const Ball& end) { return is_small(most_of(at(end))); }

  /// Drops what is negligible at both ends; false where nothing is left.
  bool trim() {
    a_ = from_.upper();
    b_ = to_.lower();
    left_out_ = (most_of(at(Ball::hull(from_, Ball::exact(a_)))) * (Ball::exact(a_) - from_)) +
                (most_of(at(Ball::hull(Ball::exact(b_), to_))) * (to_ - Ball::exact(b_)));
    if (!is_small(left_out_)) return true;
    // By lengths that halve, as long as they matter to what is left.
    constexpr double fine = 1.0 / 64;
    for (double step = (b_ - a_) / 2; step > fine * (b_ - a_) && is_told(step); step /= 2) {
      while (a_ + step <= b_ && drop(a_, a_ + step)) a_ += step;
      if (!(a_ < b_)) return false;
      while (b_ - step >= a_ && drop(b_ - step, b_)) b_ -= step;
    }
    return a_ < b_;
  }
  /// Lengths of this kind are measured by doubles as far from 0 as the interval lies.
  bool is_told(double length) const {
    return length > 0x1p-40 * std::max(std::abs(a_), std::abs(b_));
  }
  bool drop(double from, double to) {
    const Ball most = most_of(at(Ball::hull(from, to))) * (Ball::exact(to) - Ball::exact(from));
    if (!is_small(most)) return false;
    left_out_ = left_out_ + most;
    return true;
  }

  /// The height of the strip is that of its lowest box; none where many boxes could be much higher:
  /// there a rule that adapts to each of them needs fewer nodes.
  std::optional<Strip> find_strip() {
    constexpr double widest = 1.0 / 6;
    const double length = b_ - a_, middle = a_ + length / 2;
    if (!is_told(length * narrowest)) return std::nullopt;
    Strip strip{a_, b_, widest * length, Ball(0), Ball(0)};
    if (!go(strip, middle, b_, 1) || !go(strip, middle, a_, -1)) return std::nullopt;
    if (nodes(strip) > nodes_of_gauss() || !find_ends(strip)) return std::nullopt;
    // What find_ends has added.
    if (!go(strip, a_, strip.a, -1) || !go(strip, b_, strip.b, 1)) return std::nullopt;
    return strip;
  }

  /// Adds what |f| is at most on boxes from one point to the other, times their lengths. A box is
  /// about as long as it is high, and as high as f is found to be analytic on it and not far above
  /// its size on the line.
  bool go(Strip& strip, double from, double to, int direction) {
    constexpr double narrower = 0.7, most_size = 0x1p16;
    double d = strip.d;
    const double highest = d;
    for (double x = from; x != to;) {
      const double step = std::min(d, direction * (to - x));
      const double end = step < direction * (to - x) ? x + direction * step : to;
      const Ball covered = Ball::exact(std::max(x, end)) - Ball::exact(std::min(x, end));
      const Ball most = most_over(std::min(x, end), std::max(x, end), d) * covered;
      if (most.is_finite() && most.upper() < most_size) {
        ++boxes_;
        strip.size = strip.size + most;
        strip.d = std::min(strip.d, d);
        x = end;
        d = std::min(highest, d / narrower);
      } else {
        d *= narrower;
        if (d < narrowest * (b_ - a_)) return false;
      }
    }
    return true;
  }

  /// Boxes overlap, so that f on one goes on as f on the next.
  Ball most_over(double from, double to, double d) {
    const double overlap = (to - from) / 64;
    return most_of(over(from - overlap, to + overlap, 0, d));
  }

  /// Where f is small on the short sides too, which it need not be where it is small on the line.
  bool find_ends(Strip& strip) {
    constexpr int most_steps = 16;
    const double step = (b_ - a_) / 16;
    for (const bool is_left : {true, false}) {
      double& end = is_left ? strip.a : strip.b;
      Ball most = side(end, strip.d);
      for (int i = 0; i < most_steps && !is_small(most); ++i) {
        end = is_left ? std::max(end - step, from_.upper()) : std::min(end + step, to_.lower());
        most = side(end, strip.d);
      }
      if (!is_small(most)) return false;
      strip.sides = strip.sides + most;
    }
    return true;
  }
  /// |f| on a short side times more than the step of the rule.
  Ball side(double x, double d) { return most_of(over(x, x, 0, d)) * Ball::exact(d); }

  /// Measured: for a box a Gauss rule that adapts costs as much as 0.6 nodes of this one for every
  /// digit (to the base e) that is asked for.
  double nodes_of_gauss() const { return -log_tolerance_ * 0.6 * boxes_; }

  /// So many that the long sides add less than an eighth of the tolerance.
  double nodes(const Strip& strip) const {
    const double digits = log(strip.size * 16 + tolerance_).upper() - log_tolerance_;
    return std::ceil((strip.b - strip.a) * std::max(digits, 1.0) /
                     (2 * std::numbers::pi * strip.d));
  }

  Ball sum(const Strip& strip) {
    const int n = static_cast<int>(nodes(strip));
    const Ball length = Ball::exact(strip.b) - Ball::exact(strip.a), h = length / n;
    Ball total(0);
    for (int k = 0; k < n; ++k)
      total = total + at(ComplexBall(Ball::exact(strip.a) + h * (2 * k + 1) / 2)).real();
    const Ball e = exp(-2 * pi() * Ball::exact(strip.d) / h);
    const Ball error = strip.size * 2 * e / (Ball(1) - e) +
                       strip.sides / Ball::exact(strip.d) * h * log(Ball(2)) / pi();
    return total * h + (error + left_out_) * Ball::hull(-1.0, 1.0);
  }

  static constexpr double narrowest = 1.0 / 512;  ///< strip, relative to the interval

  const AnalyticFunction& f_;
  Ball from_, to_, tolerance_, left_out_{0};
  double log_tolerance_, most_nodes_, a_ = 0, b_ = 0;
  long& evaluations_;
  double boxes_ = 0;
};

}  // namespace

std::optional<Ball> by_trapezoidal_rule(const AnalyticFunction& f, const Ball& from, const Ball& to,
                                        long log2_tolerance, long most_nodes, long& evaluations) {
  return Rule(f, from, to, log2_tolerance, most_nodes, evaluations).integrate();
}

}  // namespace gancheck
