#include "numerics/line/stretch.hpp"

#include <algorithm>

#include "numerics/line/marks.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {
namespace {

/// Whether all of the law beyond the cut belongs to the piece, so that its distribution function
/// gives the mass there: in a tail, or at a singular end that is the density's own.
bool ends_beyond(const Stretch& stretch, const Piece& piece, int towards, bool is_inner) {
  const End& end = towards < 0 ? piece.lower : piece.upper;
  if (!is_inner) return !end.at;
  const End own = towards < 0 ? piece.density->lower() : piece.density->upper();
  return end.at && own.at && order(*end.at, *own.at) == 0 && order(*end.at, stretch.anchor) == 0;
}

}  // namespace

Real log_of_weight(const Real& weight) {
  if (weight.is_rational()) return log(weight);
  return named("log " + weight.text(), [weight] { return log(weight.enclose()); });
}

Offset<Ball> Stretch::offset(double t) const {
  if (side != 0) return Offset<Ball>::at_log_distance(Ball::exact(t), side);
  return Offset<Ball>::by(Ball::exact(t), t > 0 ? 1 : t < 0 ? -1 : 0);
}

Ball log_density_at(const Stretch& stretch, std::span<const LocalPiece> pieces, double t) {
  const Offset<Ball> x = stretch.offset(t);
  const auto log_of = [&](const LocalPiece& local) {
    const Ball own = local.log_weight->ball() + local.density->log_density(x);
    return stretch.side == 0 ? own : own + Ball::exact(t);
  };
  if (pieces.size() == 1) return log_of(pieces.front());
  std::vector<Ball> logs;
  for (const LocalPiece& local : pieces) logs.push_back(log_of(local));
  const Ball most = *std::max_element(logs.begin(), logs.end(), [](const Ball& a, const Ball& b) {
    return a.midpoint() < b.midpoint();
  });
  Ball sum(0);
  for (const Ball& own : logs) sum = sum + exp(own - most);
  const Ball total = most + log(sum);
  return total.is_finite() ? total : log_of_wide_sum(logs);  // wide far out
}

Ball log_of_wide_sum(std::span<const Ball> logs) {
  Ball largest = logs.front();
  for (const Ball& own : logs) largest = max(largest, own);
  return largest + log(Ball(static_cast<int>(logs.size()))) * Ball::hull(0.0, 1.0);
}

Ball density_at(const Stretch& stretch, std::span<const LocalPiece> pieces, double t) {
  return pieces.empty() ? Ball(0) : exp(log_density_at(stretch, pieces, t));
}

namespace {

/// Adds up what each piece has beyond the cut: by its distribution function where the rest of the
/// law belongs to it, else `regular_mass`.
template <class RegularMass>
Ball add_beyond(const Stretch& stretch, std::span<const LocalPiece> pieces, const Cut& cut,
                const RegularMass& regular_mass) {
  const Offset<Ball> x = stretch.offset(cut.at);
  // t falls towards a singular end, on whichever side of the anchor: outwards is then inwards.
  const bool is_inner = stretch.side != 0 && cut.direction < 0;
  const int towards = is_inner ? -stretch.side : stretch.side != 0 ? stretch.side : cut.direction;
  Ball total(0);
  for (const LocalPiece& local : pieces) {
    if (ends_beyond(stretch, *local.piece, towards, is_inner)) {
      const Ball mass = towards < 0 ? local.density->below(x) : local.density->above(x);
      // What lies beyond all exponents is between nothing and everything.
      total = total + local.weight->ball() * (mass.is_finite() ? mass : Ball::hull(0.0, 1.0));
    } else {
      total = total + regular_mass(local, x);
    }
  }
  return total;
}

}  // namespace

Ball mass_beyond(const Stretch& stretch, std::span<const LocalPiece> pieces, const Cut& cut) {
  return add_beyond(stretch, pieces, cut, [&](const LocalPiece& local, const Offset<Ball>&) {
    return density_at(stretch, {&local, 1}, cut.at) * 2;
  });
}

Ball enclosed_mass_beyond(const Stretch& stretch, std::span<const LocalPiece> pieces,
                          const Cut& cut) {
  return add_beyond(stretch, pieces, cut, [](const LocalPiece& local, const Offset<Ball>& x) {
    const Ball rest = x.value() * Ball::hull(0.0, 1.0);
    const Ball density = exp(local.density->log_density(Offset<Ball>::by(rest, x.side())));
    const Ball most = density.is_finite() ? density * x.size() : Ball(1);
    return local.weight->ball() * most * Ball::hull(0.0, 1.0);
  });
}

}  // namespace gancheck
