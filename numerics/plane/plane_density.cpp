#include "numerics/plane/plane_density.hpp"

#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

Ball density(const NormalLine& line, const AxisPlace& x) {
  if (x.is_atom) return Ball(0);
  const Ball variance = exactly<Ball>(line.variance);
  const Ball off = exactly<Ball>(x.at) - line.mean.enclose();
  return exp(-(off * off) / (variance * 2)) / sqrt(variance * 2 * pi());
}

bool covers(const Piece& piece, const Rational& x) {
  return (!piece.lower.at || compare(*piece.lower.at, x) < 0) &&
         (!piece.upper.at || compare(*piece.upper.at, x) > 0);
}

Ball density(const Law& law, const AxisPlace& x) {
  Ball sum(0);
  if (x.is_atom) {
    for (const Atom& atom : law.atoms)
      if (compare(atom.at, x.at) == 0) sum = sum + atom.mass.enclose();
    return sum;
  }
  const Offset<Ball> here = Offset<Ball>::by(Ball(0), 0);
  for (const Piece& piece : law.pieces)
    if (covers(piece, x.at))
      sum = sum +
            piece.weight.enclose() * exp(piece.density->seen_from(Real(x.at))->log_density(here));
  return sum;
}

Ball density(const Coordinate& coordinate, const AxisPlace& x) {
  return std::visit([&](const auto& line) { return density(line, x); }, coordinate);
}

/// exp(-(u² - 2 rho u v + v²)/(2 (1 - rho²)))/(2 pi stddev stddev' sqrt(1 - rho²)), by covariances:
/// the form is (t d² - 2 c d e + s e²)/(s t - c²).
Ball joint_density(const PlanePart& part, const AxisPlace& x, const AxisPlace& y) {
  if (x.is_atom || y.is_atom) return Ball(0);
  const auto& u = std::get<NormalLine>(part.coordinates[0]);
  const auto& v = std::get<NormalLine>(part.coordinates[1]);
  const Ball d = exactly<Ball>(x.at) - u.mean.enclose(), e = exactly<Ball>(y.at) - v.mean.enclose();
  const auto determinant =
      exactly<Ball>(Rational(u.variance * v.variance - part.covariance * part.covariance));
  const Ball form = exactly<Ball>(v.variance) * d * d - exactly<Ball>(part.covariance) * d * e * 2 +
                    exactly<Ball>(u.variance) * e * e;
  return exp(-form / (determinant * 2)) / (pi() * 2 * sqrt(determinant));
}

}  // namespace

Ball density_at(const PlaneLaw& law, const AxisPlace& x, const AxisPlace& y) {
  Ball sum(0);
  for (const PlanePart& part : law.parts) {
    const Ball own = part.covariance != 0
                         ? joint_density(part, x, y)
                         : density(part.coordinates[0], x) * density(part.coordinates[1], y);
    sum = sum + exactly<Ball>(part.weight) * own;
  }
  return sum;
}

}  // namespace gancheck
