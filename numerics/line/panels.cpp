#include "numerics/line/panels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "numerics/distribution/log_ratio.hpp"
#include "numerics/line/marks.hpp"
#include "numerics/line/tail_bound.hpp"

namespace gancheck {
namespace {

/// Logarithms of distances beyond this are not formed.
constexpr double farthest_logarithm = 0x1p36;

/// Whether the piece is positive between two neighbouring marks; an empty one is infinite.
bool covers(const Piece& piece, const Real* from, const Real* to) {
  const bool from_below = !piece.lower.at || (from && order(*piece.lower.at, *from) <= 0);
  const bool to_above = !piece.upper.at || (to && order(*to, *piece.upper.at) <= 0);
  return from_below && to_above;
}

std::vector<LocalPiece> alive(const Law& law, const Real* from, const Real* to, const Real& anchor,
                              const Offset<Ball>& inside) {
  std::vector<LocalPiece> pieces;
  for (const Piece& piece : law.pieces) {
    if (!covers(piece, from, to)) continue;
    pieces.push_back({std::make_shared<const Constant>(piece.weight),
                      std::make_shared<const Constant>(log_of_weight(piece.weight)),
                      piece.density->seen_from(anchor, inside), &piece});
  }
  return pieces;
}

/// As far as numbers are told apart (numerics/number/real.hpp).
constexpr long bits_of_inside = 4096;

/// Between points that are nearer doubles measure no lengths.
constexpr double nearest_distance = 0x1p-1000;

[[noreturn]] void refuse_too_near(const Mark& a, const Mark& b) {
  throw std::domain_error(fmt::format(
      "a law has mass between {} and {}, which are nearer to each other than doubles measure: "
      "rescale both laws",
      a.at.text(), b.at.text()));
}

class Builder {
 public:
  Builder(const Law& data, const Law& generator, const PanelOptions& options)
      : data_(data),
        generator_(generator),
        options_(options),
        data_bears_logarithm_(log_ratio_is_integrable(data, generator) == true),
        generator_bears_logarithm_(log_ratio_is_integrable(generator, data) == true),
        data_bears_square_(options.loads.squares &&
                           square_ratio_is_integrable(data, generator) == true),
        generator_bears_square_(options.loads.squares &&
                                square_ratio_is_integrable(generator, data) == true),
        has_entropy_(options.loads.entropy && log_is_integrable(data) == true) {}

  Panels build(std::span<const Real> hints) {
    std::vector<Mark> marks = sorted_marks(data_, generator_, hints, options_.for_enclosures);
    if (marks.empty() && data_.pieces.empty() && generator_.pieces.empty()) return {};
    if (marks.empty()) marks.push_back({0, false, false, false});
    std::optional<std::size_t> lower = start_of_tail(marks, -1);
    const std::optional<std::size_t> upper = start_of_tail(marks, 1);
    // Each start is the innermost one for its side. Where the laws are heavy on different sides
    // they may cross; every mark further out serves as well, and nothing is covered twice.
    if (lower && upper && *upper < *lower) lower = upper;
    lower ? tail(marks, *lower, -1) : outer(marks, -1);
    const std::size_t last = upper.value_or(marks.size() - 1);
    for (std::size_t i = lower.value_or(0); i < last; ++i) {
      const bool is_last = i + 1 == last;
      between(marks[i], marks[i + 1],
              is_last ? 0 : exactly<double>(marks[i + 2].at - marks[i + 1].at));
    }
    upper ? tail(marks, *upper, 1) : outer(marks, 1);
    return std::move(panels_);
  }

 private:
  /// The number of a new stretch between two marks, or none where both laws vanish. `inside` is a
  /// point of it, seen from the anchor: exactly, since it says on which side of each kink the
  /// stretch lies.
  std::optional<std::size_t> stretch(const Real* from, const Real* to, const Real& anchor, int side,
                                     const Real& inside) {
    const BallPrecision precision(bits_of_inside);
    const Offset<Ball> point = signed_offset(inside.enclose());
    Stretch s{anchor, side, alive(data_, from, to, anchor, point),
              alive(generator_, from, to, anchor, point)};
    if (s.data.empty() && s.generator.empty()) return std::nullopt;
    panels_.stretches.push_back(std::move(s));
    return panels_.stretches.size() - 1;
  }

  /// Marks the linear stretch as one that goes on from the one before, across a point that is no
  /// mark, or a rung.
  void join(std::size_t s, const Mark* mark) {
    if (s == 0 || (mark && mark->is_hard)) return;
    panels_.stretches[s].continues_previous = panels_.stretches[s - 1].side == 0;
  }

  /// Each panel of a stretch begins or ends where those before it do.
  void panel(std::size_t of, const Real& from, const Real& to) {
    const Panel panel{of, exactly<double>(from), exactly<double>(to)};
    if (!(panel.from < panel.to)) return;
    Stretch& stretch = panels_.stretches[of];
    const double covered_from = exactly<double>(stretch.from);
    const bool is_first = !(covered_from < exactly<double>(stretch.to));
    const bool grows_down = !is_first && panel.to <= covered_from;
    if (is_first || grows_down) stretch.from = from;
    if (is_first || !grows_down) stretch.to = to;
    panels_.panels.push_back(panel);
  }

  /// Linear from mark to mark, seen from the left one; the right half from the right one where what
  /// lies behind that, at `gap`, shows that the laws change there on a much smaller scale. Towards
  /// a singular end the half next to it by the logarithm.
  void between(const Mark& a, const Mark& b, double gap) {
    const bool singular_a = a.singular_above, singular_b = b.singular_below;
    const Real whole = b.at - a.at;
    const double length = exactly<double>(whole);
    if (length < nearest_distance && stretch(&a.at, &b.at, a.at, 0, 0)) refuse_too_near(a, b);
    const Real half = Real::dyadic(length / 2), other_half = whole - half;
    const auto linear = [&](const Mark* mark, const Real& anchor, const Real& from, const Real& to,
                            double inside) {
      if (const auto s = stretch(&a.at, &b.at, anchor, 0, Real::dyadic(inside))) {
        if (!singular_a) join(*s, mark);
        panel(*s, from, to);
      }
    };
    const double near = length * 0.4;
    if (singular_a && singular_b) {
      towards_end(a, b, a.at, 1, half);
      towards_end(a, b, b.at, -1, other_half);
    } else if (singular_a) {
      towards_end(a, b, a.at, 1, half);
      linear(&a, b.at, Real(-1) * other_half, 0, -near);
    } else if (singular_b) {
      linear(&a, a.at, 0, other_half, near);
      towards_end(a, b, b.at, -1, half);
    } else if (gap > 0 && gap < length / 16) {
      linear(&a, a.at, 0, half, near);
      linear(nullptr, b.at, Real(-1) * other_half, 0, -near);
    } else {
      linear(&a, a.at, 0, whole, near);
    }
  }

  /// From a singular end to the given distance, with t the logarithm of the distance.
  void towards_end(const Mark& a, const Mark& b, const Real& end, int side, const Real& distance) {
    const auto s =
        stretch(&a.at, &b.at, end, side, Real::dyadic(side * exactly<double>(distance) * 0.8));
    if (s) descend(*s, log(distance), -1);
  }

  /// Beyond the outermost mark: nothing for bounded supports; a light tail ends with its ladder;
  /// a heavy one goes on by the logarithm of the distance from the mark inside the outermost one.
  void outer(const std::vector<Mark>& marks, int direction) {
    const bool below = direction < 0;
    const Mark& last = below ? marks.front() : marks.back();
    const Mark* inner = marks.size() < 2 ? nullptr : below ? &marks[1] : &marks[marks.size() - 2];
    const Real* from = below ? nullptr : &last.at;
    const Real* to = below ? &last.at : nullptr;
    const double gap = inner ? std::abs(exactly<double>(last.at - inner->at)) : 1;
    const std::vector<Real> heavy = tail_centres(below);
    if (heavy.empty()) {
      const auto s = stretch(from, to, last.at, 0, Real::dyadic(direction * gap));
      if (!s) return;
      if (!below) join(*s, &last);
      follow(*s, gap, direction);
      return;
    }
    const Real anchor = anchor_inside(heavy.front(), last.at, inner, direction);
    const auto s =
        stretch(from, to, anchor, direction, last.at - anchor + Real::dyadic(direction * gap));
    const Real distance = below ? anchor - last.at : last.at - anchor;
    if (s) descend(*s, log(distance), 1);
  }

  /// The innermost mark from which on the logarithm of the distance from a heavy tail's centre
  /// serves as the one coordinate: no other law's heavy tail has its centre beyond, no end or kink
  /// lies there, and no law changes on a scale far below the distance. It may be the centre itself,
  /// if that is a singular end.
  std::optional<std::size_t> start_of_tail(const std::vector<Mark>& marks, int direction) const {
    const bool below = direction < 0;
    const std::vector<Real> centres = tail_centres(below);
    if (centres.empty() || !options_.for_enclosures) return std::nullopt;
    constexpr double least_scale = 0x1p-10;
    std::optional<std::size_t> start;
    for (std::size_t n = 0; n < marks.size(); ++n) {
      const std::size_t i = below ? n : marks.size() - 1 - n;
      const auto is_beyond = [&](const Real& centre) {
        return order(marks[i].at, centre) * direction > 0;
      };
      const bool is_singular = below ? marks[i].singular_below : marks[i].singular_above;
      if (is_singular) return start && is_centre(centres, marks[i].at) ? i : start;
      if (!std::all_of(centres.begin(), centres.end(), is_beyond)) break;
      if (start) {
        const double gap = std::abs(exactly<double>(marks[*start].at - marks[i].at));
        if (gap < least_scale * std::abs(exactly<double>(marks[*start].at - centres.front())))
          break;
      }
      start = i;
      if (marks[i].is_hard) break;
    }
    return start;
  }

  /// The one centre of all tails.
  static bool is_centre(const std::vector<Real>& centres, const Real& x) {
    return std::all_of(centres.begin(), centres.end(),
                       [&](const Real& centre) { return order(centre, x) == 0; });
  }

  /// From the mark `start` to infinity by the logarithm of the distance from the tail's centre; if
  /// that is a singular end, both ways from a rung.
  void tail(const std::vector<Mark>& marks, std::size_t start, int direction) {
    const bool below = direction < 0;
    const Real centre = tail_centres(below).front();
    const Real& begin = marks[start].at;
    const bool is_at_centre = order(begin, centre) == 0;
    const std::size_t middle = below ? start / 2 : (start + marks.size()) / 2;
    const Real& rung = marks[is_at_centre ? middle : start].at;
    const Real distance = below ? centre - rung : rung - centre;
    const auto s = stretch(below ? nullptr : &begin, below ? &begin : nullptr, centre, direction,
                           Real::dyadic(direction * 2 * exactly<double>(distance)));
    if (!s) return;
    if (is_at_centre) descend(*s, log(distance), -1);
    descend(*s, log(distance), 1);
  }

  /// Of the pieces whose tail at the end of the line needs the logarithm of the distance.
  std::vector<Real> tail_centres(bool below) const {
    std::vector<Real> centres;
    for (const Law* law : {&data_, &generator_})
      for (const Piece& piece : law->pieces) {
        const End& end = below ? piece.lower : piece.upper;
        if (!end.at && needs_log_distance(end)) centres.push_back(piece.density->tail_centre());
      }
    return centres;
  }

  /// The centre of a tail; another point inside the outermost mark where that is not inside.
  static Real anchor_inside(const Real& centre, const Real& last, const Mark* inner,
                            int direction) {
    if (is_in_reach(centre) && order(last, centre) * direction > 0) return centre;
    return inner ? inner->at : last - Real(direction);
  }

  /// Panels of growing length beyond the ladder of a light tail, until both laws are used up: where
  /// log p - log q grows as fast as the law dies out, the ladder ends too soon.
  void follow(std::size_t s, double length, int direction) {
    constexpr int most = 64;
    double t = 0;
    const auto go_on = [&] {
      const double next = t + direction * length;
      panel(s, Real::dyadic(std::min(t, next)), Real::dyadic(std::max(t, next)));
      t = next;
      length *= 2;
    };
    int steps = 0;
    while (steps < most && !is_used_up({s, t, direction})) go_on(), ++steps;
    const Cut cut = bounded_cut({s, t, direction}, length, most - steps);
    while (t != cut.at) go_on();
    panels_.cuts.push_back(cut);
  }

  /// The same in a logarithmic coordinate.
  void descend(std::size_t s, const Real& from, int direction) {
    double length = 1;
    Real begin = from;
    double t = exactly<double>(from);
    const auto go_on = [&] {
      const double next = t + direction * length;
      const Real end = Real::dyadic(next);
      panel(s, direction < 0 ? end : begin, direction < 0 ? begin : end);
      t = next;
      begin = end;
      length *= 2;
    };
    do {
      if (const auto rest = without_unknown(s, t, t + direction * length, direction)) s = *rest;
      const Stretch& stretch = panels_.stretches[s];
      if (stretch.data.empty() && stretch.generator.empty()) return;
      go_on();
    } while (std::abs(t) <= farthest_logarithm && !is_used_up({s, t, direction}));
    const Cut cut = bounded_cut({s, t, direction}, length, steps_to(farthest_logarithm, t, length));
    while (t != cut.at) go_on();
    panels_.cuts.push_back(cut);
  }

  static int steps_to(double farthest, double t, double length) {
    int steps = 0;
    for (double reach = std::abs(t); reach <= farthest; reach += length, length *= 2) ++steps;
    return steps;
  }

  /// The cut, or the first one further out, by steps of doubling length, beyond which all is
  /// bounded that has to be; the cut itself where there is none.
  Cut bounded_cut(Cut cut, double length, int most_steps) const {
    if (!options_.for_enclosures) return cut;
    const BallPrecision precision(128);
    cut.beyond = beyond(cut);
    Cut further = cut;
    for (int step = 0; !is_bounded(further.beyond) && step < most_steps; ++step, length *= 2) {
      further.at += further.direction * length;
      if (!is_known(further)) return cut;
      further.beyond = beyond(further);
    }
    return is_bounded(further.beyond) ? further : cut;
  }

  BeyondCut beyond(const Cut& cut) const {
    const Stretch& s = panels_.stretches[cut.stretch];
    const auto direct = [&](bool is_finite, const auto& law, const auto& others) {
      return is_finite ? most_direct_beyond(s, law, others, cut) : Ball::indeterminate();
    };
    const auto square = [&](bool is_finite, const auto& law, const auto& others) {
      return is_finite ? most_square_beyond(s, law, others, cut) : Ball::indeterminate();
    };
    const auto load = [&](const Load& h, const auto& law) {
      return h ? most_load_beyond(s, law, cut, h) : Ball::indeterminate();
    };
    return {direct(data_bears_logarithm_, s.data, s.generator),
            direct(generator_bears_logarithm_, s.generator, s.data),
            load(options_.loads.data, s.data),
            load(options_.loads.generator, s.generator),
            square(data_bears_square_, s.data, s.generator),
            square(generator_bears_square_, s.generator, s.data),
            has_entropy_ ? entropy_beyond(s, s.data, cut) : EntropyBeyond{}};
  }

  bool is_bounded(const BeyondCut& beyond) const {
    const auto is_less = [&](bool is_needed, const Ball& most) {
      return !is_needed || (most.is_finite() && is_little(most));
    };
    return is_less(data_bears_logarithm_, beyond.direct_data) &&
           is_less(generator_bears_logarithm_, beyond.direct_generator) &&
           is_less(has_entropy_, beyond.entropy_data.least + beyond.entropy_data.most) &&
           is_less(data_bears_square_, beyond.square_data) &&
           is_less(generator_bears_square_, beyond.square_generator) &&
           is_less(static_cast<bool>(options_.loads.data), beyond.load_data) &&
           is_less(static_cast<bool>(options_.loads.generator), beyond.load_generator);
  }

  /// Every density can be enclosed at the cut.
  bool is_known(const Cut& cut) const {
    const Stretch& s = panels_.stretches[cut.stretch];
    const auto known = [&](const LocalPiece& piece) {
      return density_at(s, {&piece, 1}, cut.at).is_finite();
    };
    return std::all_of(s.data.begin(), s.data.end(), known) &&
           std::all_of(s.generator.begin(), s.generator.end(), known);
  }

  /// The pieces whose density at `next` lies beyond all exponents (an image of an image of a light
  /// tail) end at t: a stretch of their own holds the cut, another one what goes on.
  std::optional<std::size_t> without_unknown(std::size_t s, double t, double next, int direction) {
    const BallPrecision precision(64);
    Stretch rest = panels_.stretches[s];
    rest.from = rest.to = 0;  // no panel of theirs yet
    Stretch ended = rest;
    const auto is_known = [&](const LocalPiece& piece) {
      return density_at(rest, {&piece, 1}, next).is_finite();
    };
    for (auto side : {&Stretch::data, &Stretch::generator}) {
      std::erase_if(rest.*side, [&](const LocalPiece& piece) { return !is_known(piece); });
      std::erase_if(ended.*side, is_known);
    }
    if (ended.data.empty() && ended.generator.empty()) return std::nullopt;
    rest.misses_pieces = ended.misses_pieces = true;
    panels_.stretches.push_back(std::move(ended));
    panels_.cuts.push_back({panels_.stretches.size() - 1, t, direction});
    panels_.stretches.push_back(std::move(rest));
    return panels_.stretches.size() - 1;
  }

  Ball rest_of(const Stretch& s, std::span<const LocalPiece> pieces, const Cut& cut) const {
    if (!options_.for_enclosures) return mass_beyond(s, pieces, cut);
    Ball rest(0);
    for (const LocalPiece& piece : pieces)
      rest = rest + mass_beyond(s, {&piece, 1}, cut) / piece.weight->ball();
    return rest;
  }

  /// Less than 2^-cut_bits of both laws is left, times 1 + |log p - log q| for a law whose
  /// integral of that is finite.
  bool is_used_up(const Cut& cut) const {
    const BallPrecision precision(64);
    const Stretch& s = panels_.stretches[cut.stretch];
    Ball p = rest_of(s, s.data, cut), q = rest_of(s, s.generator, cut);
    if (!s.data.empty() && !s.generator.empty()) {
      const Ball load =
          Ball(1) + abs(log_density_at(s, s.data, cut.at) - log_density_at(s, s.generator, cut.at));
      if (data_bears_logarithm_ && load.is_finite()) p = p * load;
      if (generator_bears_logarithm_ && load.is_finite()) q = q * load;
    }
    return is_little(p + q);
  }

  bool is_little(const Ball& rest) const {
    return rest.is_zero() || (log(rest) + Ball(options_.cut_bits) * log(Ball(2))).is_negative();
  }

  const Law &data_, &generator_;
  PanelOptions options_;
  bool data_bears_logarithm_, generator_bears_logarithm_;
  bool data_bears_square_, generator_bears_square_;
  bool has_entropy_;
  Panels panels_;
};

}  // namespace

Panels panels_of(const Law& data, const Law& generator, std::span<const Real> hints,
                 const PanelOptions& options) {
  return Builder(data, generator, options).build(hints);
}

}  // namespace gancheck
