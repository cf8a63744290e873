#include "theory/pairs/density_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "numerics/number/expression.hpp"
#include "theory/divergence/sums/continuous_part.hpp"

namespace gancheck {
namespace {

/// Both laws with what was found of them: the densities at the nodes refer to it.
struct Source {
  Source(const Law& p, const Law& q) : data(p), generator(q), part(data, generator) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  Law data, generator;
  ContinuousPart part;
};
using SourcePointer = std::shared_ptr<const Source>;

double nearest_point(const Stretch& stretch, double t) {
  const BallPrecision precision(64);
  const double x = (stretch.anchor.enclose() + stretch.offset(t).value()).midpoint();
  constexpr double most = std::numeric_limits<double>::max();
  return std::clamp(x, -most, most);
}

class DensityAtNode : public Expression {
 public:
  DensityAtNode(SourcePointer source, bool of_data, const QuadratureNode& node)
      : source_(std::move(source)), of_data_(of_data), node_(node) {}

  Ball enclose() const override {
    const Stretch& stretch = source_->part.panels().stretches[node_.stretch];
    return density_at(stretch, of_data_ ? stretch.data : stretch.generator, node_.at);
  }
  std::string text() const override {
    // Equal texts are equal numbers: a node is one of the pair.
    return fmt::format("density of {} at node {}:{} of {} | {}",
                       of_data_ ? source_->data.specification : source_->generator.specification,
                       node_.stretch, node_.at, source_->data.specification,
                       source_->generator.specification);
  }

 private:
  SourcePointer source_;
  bool of_data_;
  QuadratureNode node_;
};

constexpr double negligible = 0x1p-100;

/// The density as the grid has it: 0 below the normal doubles.
Real density(const SourcePointer& source, bool of_data, const QuadratureNode& node, double value) {
  if (value < std::numeric_limits<double>::min()) return Rational(0);
  return Real(std::make_shared<const DensityAtNode>(source, of_data, node));
}

void append(const SourcePointer& source, const QuadratureNode& node, Densities& d) {
  const Stretch& stretch = source->part.panels().stretches[node.stretch];
  const BallPrecision precision(64);
  const double p = density_at(stretch, stretch.data, node.at).midpoint();
  const double q = density_at(stretch, stretch.generator, node.at).midpoint();
  const double smaller = std::min(p, q), larger = std::max(p, q);
  const bool underflows = smaller < std::numeric_limits<double>::min();
  const bool is_alone = stretch.data.empty() || stretch.generator.empty();
  if (underflows && !is_alone && larger * node.weight < negligible) return;
  if (larger < std::numeric_limits<double>::min()) return;
  d.grid.points.push_back(Real::dyadic(nearest_point(stretch, node.at)));
  d.grid.weights.push_back(exact_rational(node.weight));
  d.data.push_back(density(source, true, node, p));
  d.generator.push_back(density(source, false, node, q));
}

}  // namespace

Densities grid_of(const Law& data, const Law& generator) {
  Densities d = common_grid(data, generator);
  if (data.pieces.empty() && generator.pieces.empty()) return d;
  const auto source = std::make_shared<const Source>(data, generator);
  for (const QuadratureNode& node : source->part.nodes()) append(source, node, d);
  return d;
}

}  // namespace gancheck
