#include "numerics/line/tail_bound.hpp"

#include <optional>
#include <vector>

namespace gancheck {
namespace {

/// Where a tail is looked at from: the coordinate of a stretch, the cut, a piece and the others.
struct Frame {
  Stretch place;  ///< without pieces
  Cut cut;
  LocalPiece own;
  std::vector<LocalPiece> others;
};

Frame frame_of(const Stretch& stretch, const Cut& cut, const LocalPiece& own,
               std::span<const LocalPiece> others) {
  Frame frame{{stretch.anchor, stretch.side, {}, {}}, cut, own, {others.begin(), others.end()}};
  return frame;
}

/// By the logarithm of the distance from the point on which the piece's tail depends most simply,
/// from the cut or a double before it on.
std::optional<Frame> by_logarithm(const Frame& frame) {
  const Stretch& s = frame.place;
  if (s.side != 0) return std::nullopt;
  const Real centre = frame.own.piece->density->tail_centre();
  const int side = frame.cut.direction;
  const Ball distance = ((s.anchor - centre).enclose() + Ball::exact(frame.cut.at)) * side;
  if (!distance.is_positive()) return std::nullopt;
  const double begin = log(distance).lower();
  const Offset<Ball> inside = Offset<Ball>::at_log_distance(Ball::exact(begin + 1), side);
  const auto seen = [&](LocalPiece piece) {
    piece.density = piece.piece->density->seen_from(centre, inside);
    return piece;
  };
  Frame other{{centre, side, {}, {}}, {frame.cut.stretch, begin, 1}, seen(frame.own), {}};
  for (const LocalPiece& piece : frame.others) other.others.push_back(seen(piece));
  return other;
}

/// How u goes along the coordinate t of a stretch, beyond t_c:
///   plain        t = t_c ± u
///   logarithmic  t = t_c e^u
///   exponential  t = t_c ± log(1 + u)
/// A law whose tail is no lighter than a power of t has no l > 0 along t itself, and a load that
/// grows faster than every e^(r t) needs a coordinate in which it does not.
enum class Along { plain, logarithmic, exponential };

/// The ray beyond a cut: t, x and log|dx/du| as functions of u.
struct Ray {
  RayJet t;
  Offset<RayJet> offset;
  RayJet log_length;
};

/// Empty where no t_c e^u goes beyond the cut.
std::optional<Ray> ray_beyond(const Stretch& place, const Cut& cut, Along along) {
  const RayJet u = RayJet::variable();
  const Ball at = Ball::exact(cut.at), size = at * cut.direction;
  RayJet t = at, log_length = 0;
  if (along == Along::plain) {
    t = at + u * cut.direction;
  } else if (along == Along::logarithmic) {
    if (!size.is_positive()) return std::nullopt;
    t = exp(u) * at;
    log_length = log(size) + u;
  } else {
    t = at + log1p(u) * cut.direction;
    log_length = -log1p(u);
  }
  t = t.as_counted();
  if (place.side == 0) return Ray{t, signed_offset(t), log_length};
  return Ray{t, Offset<RayJet>::at_log_distance(t, place.side), t + log_length};
}

RayJet minus_log_density(const LocalPiece& local, const Ray& ray) {
  return -(local.density->log_density(ray.offset) + ray.log_length);
}

/// A bound b e^(r u) of a slope: by its largest value, or by its value at the cut and its rate.
struct Growing {
  Ball at_cut, rate;
};
std::vector<Growing> bounds_of(const OnRay& slope) {
  std::vector<Growing> bounds;
  const auto &most = slope.value.upper(), &rate = slope.rate.upper();
  if (most) bounds.push_back({max(*most, Ball(0)), Ball(0)});
  if (slope.first.is_finite() && rate) bounds.push_back({max(slope.first, Ball(0)), *rate});
  return bounds;
}

/// The lesser of two bounds; one that is not finite bounds nothing.
Ball lesser(const Ball& x, const Ball& y) {
  return !x.is_finite() ? y : !y.is_finite() ? x : min(x, y);
}

/// One piece, its weight left out, beyond the cut, along a ray on which it falls at least like
/// e^(-least_slope u).
struct FallingTail {
  Ray ray;
  Ball log_at_cut, mass, least_slope;
};

std::optional<FallingTail> falling_tail(const Frame& frame, Along along) {
  const auto ray = ray_beyond(frame.place, frame.cut, along);
  if (!ray) return std::nullopt;
  const RayJet falls = minus_log_density(frame.own, *ray);
  const OnRay slope = falls.slope_with(ray->t);
  if (!slope.value.is_positive() || !falls.value.first.is_finite()) return std::nullopt;
  const Ball least = *slope.value.lower(), log_at_cut = -falls.value.first;
  const Ball by_function =
      enclosed_mass_beyond(frame.place, {&frame.own, 1}, frame.cut) / frame.own.weight->ball();
  return FallingTail{*ray, log_at_cut, lesser(by_function, exp(log_at_cut) / least), least};
}

/// P max(0, h(0)) + p(0) b/(l (l - r)).
Ball bound_of_load(const FallingTail& tail, const LoadOnRay& load) {
  if (!load.first.is_finite()) return load.first;
  const Ball density = exp(tail.log_at_cut);
  Ball growth = Ball::indeterminate();
  for (const Growing& slope : bounds_of(load.rises_like.slope_with(tail.ray.t))) {
    const Ball excess = tail.least_slope - slope.rate;
    if (excess.is_positive())
      growth = lesser(growth, density * slope.at_cut / (tail.least_slope * excess));
  }
  return Ball::at_most(tail.mass) * Ball::at_most(load.first) + growth;
}

/// The first coordinate that bounds it serves. `along` takes a frame and a way to go in it.
template <class Bound>
Ball in_some_coordinate(const Frame& frame, const Bound& along) {
  Ball found = along(frame, Along::plain);
  if (!found.is_finite()) {
    const auto other = by_logarithm(frame);
    found = other ? along(*other, Along::plain) : along(frame, Along::logarithmic);
  }
  if (!found.is_finite()) found = along(frame, Along::exponential);
  return found.is_finite() ? Ball::at_most(found) : found;
}

/// `bound` takes a frame and the tail that falls in it.
template <class Bound>
Ball of_falling_tail(const Frame& frame, const Bound& bound) {
  return in_some_coordinate(frame, [&](const Frame& f, Along how) {
    const auto tail = falling_tail(f, how);
    return tail ? bound(f, *tail) : Ball::indeterminate();
  });
}

/// 2 g - h where g = g(0) > 0 grows at rates of at least a and h at rates of at most b, a >= b: at
/// least (2 g(0) - max(0, h(0))) e^(b u), and so at least its value at 0 for a >= 0.
OnRay twice_less(const OnRay& g, const OnRay& h) {
  OnRay gap = OnRay::unknown();
  const auto &least = g.rate.lower(), &most = h.rate.upper();
  if (!least || !most || !g.first.is_positive() || !h.first.is_finite()) return gap;
  gap.first = g.first * 2 - h.first;
  const Ball lower = g.first * 2 - max(h.first, Ball(0));
  if (!lower.is_positive() || !(*least - max(*most, Ball(0))).is_nonnegative()) return gap;
  gap.value = Range(lower, std::nullopt);
  return gap;
}

}  // namespace

Ball most_load_beyond(const Stretch& stretch, std::span<const LocalPiece> law, const Cut& cut,
                      const Load& load) {
  Ball total(0);
  const auto bound = [&](const Frame& frame, const FallingTail& tail) {
    return bound_of_load(tail, load(frame.place.anchor.enclose() + tail.ray.offset.value()));
  };
  for (const LocalPiece& own : law)
    total = total + own.weight->ball() * of_falling_tail(frame_of(stretch, cut, own, {}), bound);
  return total;
}

Ball most_direct_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                        std::span<const LocalPiece> others, const Cut& cut) {
  if (law.empty() || others.empty()) return Ball(0);
  Ball weight(0), total(0);
  for (const LocalPiece& own : law) weight = weight + own.weight->ball();
  const auto bound = [&](const Frame& frame, const FallingTail& tail) {
    Ball least = Ball::indeterminate();
    for (const LocalPiece& other : frame.others) {
      const RayJet minus_log = minus_log_density(other, tail.ray);
      const Ball ratio = tail.log_at_cut + minus_log.value.first;
      const LoadOnRay load{ratio + log(weight) - other.log_weight->ball(), minus_log};
      least = lesser(least, bound_of_load(tail, load));
    }
    return least;
  };
  for (const LocalPiece& own : law)
    total =
        total + own.weight->ball() * of_falling_tail(frame_of(stretch, cut, own, others), bound);
  return total;
}

EntropyBeyond entropy_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                             const Cut& cut) {
  EntropyBeyond found{Ball(0), Ball(0)};
  const Ball pieces(static_cast<int>(law.size()));
  const auto most = [&](const FallingTail& tail, const LocalPiece& other) {
    const RayJet minus_log = -other.density->log_density(tail.ray.offset);
    return bound_of_load(tail, {minus_log.value.first - other.log_weight->ball(), minus_log});
  };
  const auto least = [&](const FallingTail& tail, const LocalPiece& other) {
    const RayJet log_density = other.density->log_density(tail.ray.offset);
    return bound_of_load(
        tail, {log_density.value.first + other.log_weight->ball() + log(pieces), log_density});
  };
  for (const LocalPiece& own : law) {
    const Frame frame = frame_of(stretch, cut, own, law);
    found.most = found.most + own.weight->ball() *
                                  of_falling_tail(frame, [&](const Frame& f, const FallingTail& t) {
                                    return most(t, f.own);
                                  });
    found.least =
        found.least +
        own.weight->ball() * of_falling_tail(frame, [&](const Frame& f, const FallingTail& t) {
          Ball sum(0);
          for (const LocalPiece& other : f.others) sum = sum + least(t, other);
          return sum;
        });
  }
  return found;
}

Ball most_square_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                        std::span<const LocalPiece> others, const Cut& cut) {
  if (law.empty()) return Ball(0);
  Ball weight(0), total(0);
  for (const LocalPiece& own : law) weight = weight + own.weight->ball();
  const auto along = [&](const Frame& frame, Along how) {
    Ball least = Ball::indeterminate();
    const auto ray = ray_beyond(frame.place, frame.cut, how);
    if (!ray) return least;
    const RayJet own = minus_log_density(frame.own, *ray);
    for (const LocalPiece& other : frame.others) {
      const RayJet subtracted = minus_log_density(other, *ray);
      RayJet falls = own * 2 - subtracted;
      falls.rest = both(falls.rest, twice_less(own.rest, subtracted.rest));
      const OnRay slope = falls.slope_with(ray->t);
      if (!slope.value.is_positive() || !falls.value.first.is_finite()) continue;
      const Ball bound = exp(-falls.value.first - other.log_weight->ball()) / *slope.value.lower();
      least = lesser(least, bound);
    }
    return least;
  };
  for (const LocalPiece& own : law)
    total = total + own.weight->ball() * weight *
                        in_some_coordinate(frame_of(stretch, cut, own, others), along);
  return total;
}

}  // namespace gancheck
