#include "theory/divergence/enclosed/part.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <list>
#include <memory>
#include <vector>

#include "numerics/line/marks.hpp"
#include "theory/divergence/enclosed/joint_logs.hpp"

namespace gancheck {
namespace {

/// Of the densities, by all integrals of a pair together: some seconds. What is asked for then
/// is left wide.
constexpr long most_evaluations = 200000, least_evaluations = 1000;

bool are_joint(const Stretch& s) {
  return !s.data.empty() && !s.generator.empty();
}

/// The lesser of two bounds; one that is not finite bounds nothing.
Ball lesser(const Ball& x, const Ball& y) {
  return !x.is_finite() ? y : !y.is_finite() ? x : min(x, y);
}

Beyond beyond(const Stretch& s, const Cut& cut) {
  return {enclosed_mass_beyond(s, s.data, cut), enclosed_mass_beyond(s, s.generator, cut),
          cut.beyond};
}

/// The mass of the pieces between two points of a stretch: the difference of distribution functions
/// that loses less.
Ball mass_between(const Stretch& s, std::span<const LocalPiece> pieces, const Ball& from,
                  const Ball& to) {
  const auto offset = [&](const Ball& t) {
    return s.side == 0 ? signed_offset(t) : Offset<Ball>::at_log_distance(t, s.side);
  };
  // With a coordinate that falls along the line the lower point is that of the larger t.
  const Offset<Ball> low = offset(s.side < 0 ? to : from), high = offset(s.side < 0 ? from : to);
  Ball total(0);
  for (const LocalPiece& local : pieces) {
    const Ball by_lower = local.density->below(high) - local.density->below(low);
    const Ball by_upper = local.density->above(low) - local.density->above(high);
    total = total +
            local.weight->ball() * (by_lower.radius() <= by_upper.radius() ? by_lower : by_upper);
  }
  return total;
}

/// What |p - q| adds up to on one path.
class Variation {
 public:
  /// `intervals` counts those of all paths.
  Variation(const Path& path, const Effort& effort, long& intervals)
      : intervals_(intervals),
        stretch_(path.stretch),
        logs_(path.stretch, effort.ratio_bits),
        tolerance_(power(Ball(1) / 2, static_cast<unsigned long>(-effort.log2_tolerance))) {}

  Ball over(const Ball& from, const Ball& to) {
    explore(from, to);
    close();
    return total_;
  }

 private:
  static constexpr long most_intervals = 5000;

  struct Interval {
    Ball from, to;
    int sign = 0;         ///< of log(p/q), where it is certified
    bool is_open = true;  ///< to be halved
    Ball most{0};         ///< of the integral of |p - q|, where no sign is
  };

  /// Round by round every open interval is halved, so that all of the path is seen before the
  /// number of intervals ends it.
  void explore(const Ball& from, const Ball& to) {
    std::list<Interval> intervals(1);
    intervals.front().from = from;
    intervals.front().to = to;
    using Place = std::list<Interval>::iterator;
    for (std::vector<Place> open{intervals.begin()}; !open.empty();) {
      std::vector<Place> halves;
      for (const Place here : open) {
        look_at(*here);
        if (!here->is_open) continue;
        const Place right = intervals.insert(std::next(here), *here);
        here->to = right->from = ((here->from + here->to) / 2).centre();
        halves.push_back(here);
        halves.push_back(right);
      }
      open = std::move(halves);
    }
    for (const Interval& here : intervals) {
      if (here.sign != 0) {
        go_on(here.sign, here.from, here.to);
      } else {
        close();
        total_ = total_ + here.most * Ball::hull(0.0, 1.0);
      }
    }
  }

  void look_at(Interval& here) {
    const LogPair<ComplexBall> logs = logs_.over(Ball::hull(here.from, here.to));
    const Ball l = logs.ratio.real();
    here.sign = l.is_positive() ? 1 : l.is_negative() ? -1 : 0;
    if (here.sign != 0) {
      here.is_open = false;
      return;
    }
    // |p - q| = p (1 - e^-l) <= p min(1, l) where l > 0, and likewise where l < 0.
    const Ball share = l.is_finite() ? min(Ball(1), abs(l)) : Ball(1);
    here.most = max(exp(logs.log_p.real()), exp(logs.log_q.real())) * share * (here.to - here.from);
    const bool is_small = (here.most - tolerance_).is_negative();
    here.is_open = !is_small && ++intervals_ <= most_intervals;
    if (is_small || here.is_open) return;
    here.most =
        lesser(here.most, mass_between(stretch_, stretch_.data, here.from, here.to) +
                              mass_between(stretch_, stretch_.generator, here.from, here.to));
  }

  /// Neighbouring intervals of one sign become one, so that distribution functions are evaluated
  /// at sign changes alone.
  void go_on(int sign, const Ball& from, const Ball& to) {
    if (sign != sign_) {
      close();
      sign_ = sign;
      first_ = from;
    }
    last_ = to;
  }

  void close() {
    if (sign_ == 0) return;
    const Ball p = mass_between(stretch_, stretch_.data, first_, last_);
    const Ball q = mass_between(stretch_, stretch_.generator, first_, last_);
    total_ = total_ + (p - q) * sign_;
    sign_ = 0;
  }

  long& intervals_;
  const Stretch& stretch_;
  JointLogs logs_;
  Ball tolerance_, total_{0}, first_{0}, last_{0};
  int sign_ = 0;
};

}  // namespace

EnclosedPart::EnclosedPart(const Law& data, const Law& generator, int cut_bits, const Loads& loads,
                           long& evaluations)
    : panels_(panels_of(data, generator, {}, {cut_bits, true, loads})),
      paths_(paths_of(panels_)),
      evaluations_(evaluations) {}

Ball EnclosedPart::integrate(const Path& path, const AnalyticFunction& f,
                             const Effort& effort) const {
  const long share = static_cast<long>(std::bit_width(paths_.size())) + 1;
  const EnclosedIntegral integral =
      enclose_integral(f, path.from.enclose(), path.to.enclose(), effort.log2_tolerance - share,
                       std::max(least_evaluations, most_evaluations - evaluations_));
  evaluations_ += integral.evaluations;
  return integral.value;
}

Ball EnclosedPart::joint(const JointIntegrand& f, const BoundBeyond& bound,
                         const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (const Path& path : paths_) {
    const Stretch& s = path.stretch;
    if (!are_joint(s)) continue;
    const JointLogs logs(s, effort.ratio_bits);
    total = total + integrate(
                        path, [&](const ComplexBall& t) { return f(logs(t)); }, effort);
  }
  for (const Cut& cut : panels_.cuts)
    total = total + bound(beyond(panels_.stretches[cut.stretch], cut));
  return total;
}

double EnclosedPart::roughly(const JointIntegrand& f) const {
  const BallPrecision precision(64);
  double total = 0;
  for (const Panel& panel : panels_.panels) {
    const Stretch& s = panels_.stretches[panel.stretch];
    if (!are_joint(s)) continue;
    const Ball middle = Ball::exact(panel.from + (panel.to - panel.from) / 2);
    total += f(JointLogs(s, 64)(middle)).real().midpoint() * (panel.to - panel.from);
  }
  return total;
}

double EnclosedPart::largest_log_affinity() const {
  const BallPrecision precision(64);
  double largest = -std::numeric_limits<double>::infinity();
  for (const Panel& panel : panels_.panels) {
    const Stretch& s = panels_.stretches[panel.stretch];
    if (!are_joint(s)) continue;
    const double middle = panel.from + (panel.to - panel.from) / 2;
    const Ball log =
        (log_density_at(s, s.data, middle) + log_density_at(s, s.generator, middle)) / 2;
    if (log.is_finite()) largest = std::max(largest, log.midpoint());
  }
  return largest;
}

namespace {

std::span<const LocalPiece> pieces_of(const Stretch& s, Role role) {
  return role == Role::data ? s.data : s.generator;
}

}  // namespace

Ball EnclosedPart::single(Role role, const SingleIntegrand& f, const BoundBeyond& bound,
                          const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (const Path& path : paths_) {
    const Stretch& s = path.stretch;
    const std::span<const LocalPiece> pieces = pieces_of(s, role);
    if (pieces.empty()) continue;
    const Ball anchor = s.anchor.enclose();
    const AnalyticFunction integrand = [&](const ComplexBall& t) {
      return f(
          anchor + offset_at(s, t).value(),
          kernels::is_narrow(t) ? log_density_at(s, pieces, t) : log_density_over(s, pieces, t),
          s.side == 0 ? ComplexBall(0) : t);
    };
    total = total + integrate(path, integrand, effort);
  }
  for (const Cut& cut : panels_.cuts) {
    const Stretch& s = panels_.stretches[cut.stretch];
    if (!pieces_of(s, role).empty()) total = total + bound(beyond(s, cut));
  }
  return total;
}

Ball EnclosedPart::mass(Role role, const Effort& effort) const {
  return single(
      role,
      [](const ComplexBall&, const ComplexBall& log_p, const ComplexBall&) { return exp(log_p); },
      [role](const Beyond& b) { return role == Role::data ? b.data : b.generator; }, effort);
}

Ball EnclosedPart::mass_alone(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (const Path& path : paths_) {
    const Stretch& s = path.stretch;
    if (are_joint(s)) continue;
    total = total + mass_between(s, pieces_of(s, role), path.from.enclose(), path.to.enclose());
  }
  return total;
}

Ball EnclosedPart::total_variation(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball twice = mass_alone(Role::data, effort) + mass_alone(Role::generator, effort);
  long intervals = 0;
  for (const Path& path : paths_)
    if (are_joint(path.stretch) && !are_equal(path.stretch))
      twice =
          twice + Variation(path, effort, intervals).over(path.from.enclose(), path.to.enclose());
  for (const Cut& cut : panels_.cuts) {
    const Beyond rest = beyond(panels_.stretches[cut.stretch], cut);
    const Ball most = rest.data + rest.generator;
    twice = twice + most * Ball::hull(0.0, 1.0);
  }
  return twice / 2;
}

bool EnclosedPart::may_be_equal(long bits) const {
  if (is_alone(Role::data) || is_alone(Role::generator)) return false;
  const BallPrecision precision(bits);
  for (const Path& path : paths_) {
    if (!are_joint(path.stretch)) continue;
    const JointLogs logs(path.stretch, 0);
    const Ball from = path.from.enclose(), length = path.to.enclose() - from;
    for (const int part : {2, 5, 7}) {
      const ComplexBall t = (from + length * part / 10).centre();
      if (!logs(t).ratio.real().contains_zero()) return false;
    }
  }
  return true;
}

bool EnclosedPart::overlap() const {
  return std::any_of(panels_.stretches.begin(), panels_.stretches.end(), are_joint);
}

bool EnclosedPart::misses_pieces() const {
  return std::any_of(panels_.stretches.begin(), panels_.stretches.end(),
                     [](const Stretch& s) { return s.misses_pieces; });
}

bool EnclosedPart::is_alone(Role role) const {
  return std::any_of(panels_.stretches.begin(), panels_.stretches.end(), [&](const Stretch& s) {
    const auto& own = role == Role::data ? s.data : s.generator;
    return !s.misses_pieces && !own.empty() && !are_joint(s);
  });
}

}  // namespace gancheck
