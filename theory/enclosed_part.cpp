#include "theory/enclosed_part.hpp"

#include <algorithm>
#include <bit>
#include <list>
#include <memory>
#include <vector>

#include "numerics/marks.hpp"
#include "theory/joint_logs.hpp"

namespace gancheck {
namespace {

/// Of the densities, by all integrals of a pair together: some seconds. What is asked for then
/// is left wide.
constexpr long most_evaluations = 200000, least_evaluations = 1000;

bool are_joint(const Stretch& s) {
  return !s.data.empty() && !s.generator.empty();
}

/// 1/(1-t) of Beyond. With P(beyond x) ~ X^-c and |log q| ~ X^b, b < c, any t above b/c serves:
/// the middle of b/c and 1. Otherwise the mass dies out faster than any power of the load, and 1/2
/// serves.
Ball factor_of(const Growth& law, const std::optional<Growth>& load) {
  const bool meets = load && law.level == load->level + 1 && law.power && *law.power == 1;
  if (!meets) return Ball(2);
  if (!law.coefficient || !load->power || *load->power >= *law.coefficient)
    return Ball::indeterminate();
  return Ball(2) / exactly<Ball>(Rational(1 - *load->power / *law.coefficient));
}

/// How the piece dies out beyond the cut; one that goes on through a singular end of another is
/// positive there.
struct Ending {
  Growth growth;
  bool is_finite;
};
Ending ending_of(const LocalPiece& local, const Stretch& s, const Cut& cut) {
  const bool is_inner = s.side != 0 && cut.direction < 0;
  const int towards = is_inner ? -s.side : s.side != 0 ? s.side : cut.direction;
  const End& end = towards < 0 ? local.piece->lower : local.piece->upper;
  if (!is_inner) return {end.growth, end.at.has_value()};
  const bool is_own = end.at && order(*end.at, s.anchor) == 0;
  return {is_own ? end.growth : regular_growth(), true};
}

/// A piece has less than 2^-64 of itself beyond the cut: so far out the argument for tails holds
/// (docs/trusted-base.md).
bool is_far_out(const LocalPiece& piece, const Ball& mass_beyond) {
  constexpr double little = 0x1p-64;
  return (mass_beyond / piece.weight->ball()).upper() < little;
}

/// The lesser of two bounds; one that is not finite bounds nothing.
Ball lesser(const Ball& x, const Ball& y) {
  return !x.is_finite() ? y : !y.is_finite() ? x : min(x, y);
}

/// Bounds |integral of p log(p/q)| beyond a cut, not finite where nothing bounds it. From above by
/// convexity, with p = sum of w_i p_i, W = sum of w_i and q >= v_j q_j for any j:
///   p log(p/q) <= sum of w_i p_i log(W p_i/(v_j q_j)),
/// each by the mass of p_i and the logarithm at the cut; from below by the log-sum inequality,
/// P log(P/Q) >= P log P for masses Q <= 1.
Ball direct_beyond(const Stretch& s, const Cut& cut, std::span<const LocalPiece> law,
                   std::span<const LocalPiece> others) {
  if (law.empty() || others.empty()) return Ball(0);
  Ball weight(0), total(0), mass(0);
  for (const LocalPiece& own : law) weight = weight + own.weight->ball();
  for (const LocalPiece& own : law) {
    const Ball own_mass = enclosed_mass_beyond(s, {&own, 1}, cut);
    if (!is_far_out(own, own_mass)) return Ball::indeterminate();
    const Ball log_own =
        log_density_at(s, {&own, 1}, cut.at) - log(own.weight->ball()) + log(weight);
    const Ending ending = ending_of(own, s, cut);
    Ball least = Ball::indeterminate();
    for (const LocalPiece& other : others) {
      const Ending rest = ending_of(other, s, cut);
      const auto load = growth_of_minus_log_density(rest.growth, rest.is_finite);
      const Ball gap = abs(log_own - log_density_at(s, {&other, 1}, cut.at));
      least = lesser(least, factor_of(ending.growth, load) * (Ball(1) + gap));
    }
    total = total + Ball::at_most(own_mass) * least;
    mass = mass + Ball::at_most(own_mass);
  }
  if (mass.is_zero()) return total;
  return total + mass * (Ball(1) - log(mass));
}

/// For a load that grows like |x|, which stays bounded at a finite end. Not finite where a piece
/// has more beyond the cut than the argument for its tail allows.
Ball factor_of_x(const Stretch& s, const Cut& cut, std::span<const LocalPiece> law) {
  Ball factor(2);
  for (const LocalPiece& own : law) {
    const Ending ending = ending_of(own, s, cut);
    if (ending.is_finite) continue;
    if (!is_far_out(own, enclosed_mass_beyond(s, {&own, 1}, cut))) return Ball::indeterminate();
    factor = max(factor, factor_of(ending.growth, Growth{0, Rational(1), std::nullopt}));
  }
  return factor;
}

Beyond beyond(const Stretch& s, const Cut& cut) {
  return {enclosed_mass_beyond(s, s.data, cut),
          enclosed_mass_beyond(s, s.generator, cut),
          direct_beyond(s, cut, s.data, s.generator),
          direct_beyond(s, cut, s.generator, s.data),
          s.anchor.enclose() + s.offset(cut.at).value(),
          factor_of_x(s, cut, s.data),
          factor_of_x(s, cut, s.generator)};
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

EnclosedPart::EnclosedPart(const Law& data, const Law& generator, int cut_bits, long& evaluations)
    : panels_(panels_of(data, generator, {}, {cut_bits, true})),
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

namespace {

std::span<const LocalPiece> pieces_of(const Stretch& s, Role role) {
  return role == Role::data ? s.data : s.generator;
}

}  // namespace

Ball EnclosedPart::single(
    Role role, const std::function<ComplexBall(const ComplexBall&, const ComplexBall&)>& f,
    const BoundBeyond& bound, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (const Path& path : paths_) {
    const Stretch& s = path.stretch;
    const std::span<const LocalPiece> pieces = pieces_of(s, role);
    if (pieces.empty()) continue;
    const Ball anchor = s.anchor.enclose();
    const AnalyticFunction integrand = [&](const ComplexBall& t) {
      return f(anchor + offset_at(s, t).value(), log_density_at(s, pieces, t));
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
      role, [](const ComplexBall&, const ComplexBall& log_p) { return exp(log_p); },
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
