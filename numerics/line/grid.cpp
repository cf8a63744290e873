#include "numerics/line/grid.hpp"

#include <fmt/format.h>

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/specification.hpp"

namespace gancheck {

namespace {

Densities merged(const Atoms& data, const Atoms& generator) {
  Densities d;
  const std::size_t most = data.size() + generator.size();
  d.grid.points.reserve(most);
  d.data.reserve(most);
  d.generator.reserve(most);
  for_each_atom(data, generator, [&](const Real& point, const Real& p, const Real& q) {
    d.grid.points.push_back(point);
    d.data.push_back(p);
    d.generator.push_back(q);
  });
  d.grid.weights.assign(d.grid.points.size(), Rational(1));
  d.grid.atoms = d.grid.points.size();
  return d;
}

/// Two columns of weights without points are compared line by line.
void check_lengths(const Law& data, const Law& generator) {
  if (!data.table_length || !generator.table_length) return;
  if (*data.table_length == *generator.table_length) return;
  throw BadSpecification(fmt::format(
      "{} has {} weights, {} has {}: give tables of one length, or the points in a first column",
      data.specification, *data.table_length, generator.specification, *generator.table_length));
}

/// Points that stand for labels are no numbers.
void check_labels(const Law& data, const Law& generator) {
  if (data.on_labels == generator.on_labels) return;
  const Law &named = data.on_labels ? data : generator, &other = data.on_labels ? generator : data;
  throw BadSpecification(fmt::format(
      "{} lies on labels, {} on numbers: give both labels (label= takes a column of numbers as "
      "labels too), or neither",
      named.specification, other.specification));
}

}  // namespace

void check_comparable(const Law& data, const Law& generator) {
  check_lengths(data, generator);
  check_labels(data, generator);
}

Densities common_grid(const Law& data, const Law& generator) {
  check_comparable(data, generator);
  Densities d = merged(data.atoms, generator.atoms);
  if (data.tails.empty() && generator.tails.empty()) return d;
  // Where one law has a tail, the other may have atoms: its mass there is listed, not taken for 0.
  Law p = data, q = generator;
  list_tail_atoms(p.atoms, p.tails, d.grid.points);
  list_tail_atoms(q.atoms, q.tails, d.grid.points);
  d = merged(p.atoms, q.atoms);
  d.data_tails = std::move(p.tails);
  d.generator_tails = std::move(q.tails);
  return d;
}

}  // namespace gancheck
