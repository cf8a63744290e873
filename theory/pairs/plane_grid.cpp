#include "theory/pairs/plane_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>

#include "numerics/number/expression.hpp"
#include "numerics/plane/plane_density.hpp"

namespace gancheck {
namespace {

constexpr int cells_of_an_axis = 45;
constexpr std::size_t most_atoms_of_an_axis = 100;

/// Where a coordinate lives, roughly.
struct Span {
  double from = std::numeric_limits<double>::infinity(), to = -from;
  void include(double x) {
    from = std::min(from, x);
    to = std::max(to, x);
  }
};

void include(Span& span, const NormalLine& line) {
  constexpr double deviations = 4;
  const double mean = exactly<double>(line.mean);
  const double stddev = std::sqrt(nearest_double(line.variance));
  span.include(mean - deviations * stddev);
  span.include(mean + deviations * stddev);
}

/// From end to end, or over the rungs with a thousandth of the law beyond them.
void include(Span& span, const Piece& piece) {
  constexpr double least_beyond = 1e-3;
  const BallPrecision precision(64);
  const Offset<Ball> here = Offset<Ball>::by(Ball(0), 0);
  for (const End* end : {&piece.lower, &piece.upper})
    if (end->at) span.include(exactly<double>(*end->at));
  for (const Real& rung : piece.density->ladder()) {
    const auto local = piece.density->seen_from(rung);
    if (local->below(here).midpoint() > least_beyond &&
        local->above(here).midpoint() > least_beyond)
      span.include(exactly<double>(rung));
  }
}

struct WeightedPlace {
  AxisPlace place;
  Rational weight;
};

/// The middles of equal cells. A cell begins at no round number, so that no middle is an end or a
/// kink of a law.
std::vector<WeightedPlace> middles(const Span& span) {
  std::vector<WeightedPlace> places;
  if (!(span.from < span.to)) return places;
  places.reserve(cells_of_an_axis);
  const Rational from = exact_rational(span.from), width = exact_rational(span.to - span.from);
  const Rational cell = width / cells_of_an_axis;
  for (int i = 0; i < cells_of_an_axis; ++i)
    places.push_back({{from + cell * (Rational(i) + Rational(499, 997)), false}, cell});
  return places;
}

std::vector<WeightedPlace> places_of(const PlaneLaw& data, const PlaneLaw& generator,
                                     std::size_t axis) {
  Span span;
  std::vector<Rational> atoms;
  for (const PlaneLaw* law : {&data, &generator}) {
    for (const PlanePart& part : law->parts) {
      const Coordinate& coordinate = part.coordinates[axis];
      if (const auto* normal = std::get_if<NormalLine>(&coordinate)) {
        include(span, *normal);
        continue;
      }
      const Law& line = std::get<Law>(coordinate);
      for (const Piece& piece : line.pieces) include(span, piece);
      for (const Atom& atom : line.atoms)
        if (atom.at.is_rational()) atoms.push_back(atom.at.rational());
    }
  }
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  if (atoms.size() > most_atoms_of_an_axis)
    throw std::domain_error(
        fmt::format("a coordinate has {} atoms, and a grid in the plane takes at "
                    "most {}: truncate the law",
                    atoms.size(), most_atoms_of_an_axis));
  std::vector<WeightedPlace> places;
  places.reserve(atoms.size() + cells_of_an_axis);
  for (const Rational& at : atoms) places.push_back({{at, true}, 1});
  for (WeightedPlace& middle : middles(span)) places.push_back(std::move(middle));
  return places;
}

class DensityInPlane : public Expression {
 public:
  DensityInPlane(std::shared_ptr<const PlaneLaw> law, AxisPlace x, AxisPlace y)
      : law_(std::move(law)), x_(std::move(x)), y_(std::move(y)) {}
  Ball enclose() const override { return density_at(*law_, x_, y_); }
  std::string text() const override {
    return fmt::format("density of {} at ({}, {})", law_->specification, to_text(x_.at),
                       to_text(y_.at));
  }

 private:
  std::shared_ptr<const PlaneLaw> law_;
  AxisPlace x_, y_;
};

/// 0 below the normal doubles, as on the line.
Real density(const std::shared_ptr<const PlaneLaw>& law, const AxisPlace& x, const AxisPlace& y) {
  const BallPrecision precision(64);
  const bool is_small = density_at(*law, x, y).midpoint() < std::numeric_limits<double>::min();
  return is_small ? Real(0) : Real(std::make_shared<const DensityInPlane>(law, x, y));
}

}  // namespace

Densities grid_of(const PlaneLaw& data, const PlaneLaw& generator) {
  constexpr double negligible = 0x1p-100;
  const auto p_law = std::make_shared<const PlaneLaw>(data);
  const auto q_law = std::make_shared<const PlaneLaw>(generator);
  Densities d;
  const auto in_x = places_of(data, generator, 0), in_y = places_of(data, generator, 1);
  for (const WeightedPlace& x : in_x) {
    for (const WeightedPlace& y : in_y) {
      Real p = density(p_law, x.place, y.place), q = density(q_law, x.place, y.place);
      const double both = exactly<double>(p) + exactly<double>(q);
      const bool one_is_missing = p.is_zero() || q.is_zero();
      if (both == 0 || (one_is_missing && both < negligible)) continue;
      d.grid.points.emplace_back(static_cast<int>(d.grid.points.size()) + 1);
      d.grid.names.push_back(
          fmt::format("({:.4g}, {:.4g})", nearest_double(x.place.at), nearest_double(y.place.at)));
      d.grid.weights.push_back(x.weight * y.weight);
      d.data.push_back(std::move(p));
      d.generator.push_back(std::move(q));
    }
  }
  return d;
}

}  // namespace gancheck
