#include "theory/pairs/plane_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>

#include "numerics/number/expression.hpp"
#include "numerics/plane/axis.hpp"
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
  double length() const { return to - from; }
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
void add_middles(const Span& span, int cells, std::vector<WeightedPlace>& places) {
  const Rational from = exact_rational(span.from), width = exact_rational(span.to - span.from);
  const Rational cell = width / cells;
  for (int i = 0; i < cells; ++i)
    places.push_back({{from + cell * (Rational(i) + Rational(499, 997)), false}, cell});
}

/// Equal cells over all spans; where some span would have few of them, equal cells over each
/// stretch between ends of spans.
void add_middles(const std::vector<Span>& spans, std::vector<WeightedPlace>& places) {
  if (spans.empty()) return;
  constexpr int least_cells_of_a_span = 8;
  Span all;
  double shortest = std::numeric_limits<double>::infinity();
  std::vector<double> ends;
  for (const Span& span : spans) {
    for (const double end : {span.from, span.to}) {
      all.include(end);
      ends.push_back(end);
    }
    shortest = std::min(shortest, span.length());
  }
  if (shortest * cells_of_an_axis >= least_cells_of_a_span * all.length())
    return add_middles(all, cells_of_an_axis, places);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  const auto stretches = static_cast<int>(ends.size()) - 1;
  const int cells = std::max(least_cells_of_a_span / 2, cells_of_an_axis / stretches);
  if (cells * stretches > 2 * cells_of_an_axis)
    throw std::domain_error(fmt::format(
        "a coordinate has parts of {} different widths and places, and a grid in the plane has "
        "{} cells an axis: give laws with fewer parts, or of like width",
        spans.size(), cells_of_an_axis));
  for (int k = 0; k < stretches; ++k) {
    Span stretch;
    stretch.from = ends[static_cast<std::size_t>(k)];
    stretch.to = ends[static_cast<std::size_t>(k) + 1];
    add_middles(stretch, cells, places);
  }
}

std::vector<WeightedPlace> places_of(const PlaneLaw& data, const PlaneLaw& generator,
                                     std::size_t axis) {
  std::vector<Span> spans;
  std::vector<Rational> atoms;
  for (const PlaneLaw* law : {&data, &generator}) {
    for (const PlanePart& part : law->parts) {
      const Coordinate& coordinate = part.coordinates[axis];
      Span span;
      if (const auto* normal = std::get_if<NormalLine>(&coordinate)) {
        include(span, *normal);
        spans.push_back(span);
        continue;
      }
      const Law& line = std::get<Law>(coordinate);
      for (const Piece& piece : line.pieces) include(span, piece);
      if (span.from < span.to) spans.push_back(span);
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
  places.reserve(atoms.size() + 2 * cells_of_an_axis);
  for (const Rational& at : atoms) places.push_back({{at, true}, 1});
  add_middles(spans, places);
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

std::string name_of(const Rational& x, const Rational& y, const std::optional<PlaneMap>& turn) {
  const auto& [a, b, c, d, e, f] = turn.value_or(PlaneMap{});
  return fmt::format("({:.4g}, {:.4g})", nearest_double(a * x + b * y + e),
                     nearest_double(c * x + d * y + f));
}

/// The claims need no mass of one on the grid, but laws that it shows.
void refuse_if_unseen(const PlaneLaw& law, const std::vector<Rational>& weights,
                      const std::vector<Real>& densities) {
  constexpr double least = 0.5, most = 2;
  double mass = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    mass += nearest_double(weights[i]) * exactly<double>(densities[i]);
  if (mass >= least && mass <= most) return;
  throw std::domain_error(fmt::format(
      "the cells of a grid in the plane are too wide for {}, of which they show {:.2g}: give laws "
      "of like width, less correlated",
      law.specification, mass));
}

}  // namespace

Densities grid_of(const PlanePair& pair) {
  constexpr double too_little = 0x1p-100;
  const PlaneLaw &data = pair.data, &generator = pair.generator;
  check_scale(data);
  check_scale(generator);
  const auto p_law = std::make_shared<const PlaneLaw>(data);
  const auto q_law = std::make_shared<const PlaneLaw>(generator);
  Densities d;
  const auto in_x = places_of(data, generator, 0), in_y = places_of(data, generator, 1);
  for (const WeightedPlace& x : in_x) {
    for (const WeightedPlace& y : in_y) {
      Real p = density(p_law, x.place, y.place), q = density(q_law, x.place, y.place);
      const double both = exactly<double>(p) + exactly<double>(q);
      const bool one_is_missing = p.is_zero() || q.is_zero();
      if (both == 0 || (one_is_missing && both < too_little)) continue;
      d.grid.points.emplace_back(static_cast<int>(d.grid.points.size()) + 1);
      d.grid.names.push_back(name_of(x.place.at, y.place.at, pair.turn));
      d.grid.weights.push_back(x.weight * y.weight);
      d.data.push_back(std::move(p));
      d.generator.push_back(std::move(q));
    }
  }
  refuse_if_unseen(data, d.grid.weights, d.data);
  refuse_if_unseen(generator, d.grid.weights, d.generator);
  return d;
}

}  // namespace gancheck
