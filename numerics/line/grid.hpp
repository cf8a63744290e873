// The grid is the measure: points with weights. A density is a column of values with respect to it.
#pragma once

#include <string>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "numerics/sum.hpp"

namespace gancheck {

/// The discretised dominating measure. A finite space has weight 1 at every point; a point of
/// weight 0 is a null set.
struct Grid {
  std::vector<Real> points;  ///< of the atoms sorted and different, then those of the densities
  std::vector<Rational> weights;  ///< >= 0, one a point; 1 at an atom
  /// In the plane, where `points` only number them: "(1.5, -0.25)". Else empty.
  std::vector<std::string> names;
  /// The first so many points are atoms; the others are nodes of the continuous part.
  std::size_t atoms = 0;
  std::size_t size() const { return points.size(); }
  std::string name(std::size_t i) const { return names.empty() ? points[i].text() : names[i]; }
};

/// Two densities on one grid, with what lies beyond it.
struct Densities {
  Grid grid;
  std::vector<Real> data, generator;  ///< >= 0, one a point of the grid
  std::vector<Tail> data_tails, generator_tails;
};

/// Throws BadSpecification where two laws do not speak of the same points: tables of weights of
/// different length, labels against numbers.
void check_comparable(const Law& data, const Law& generator);

/// f(point, p, q) for the points of both lists of atoms, in their order, with the masses there.
template <class F>
void for_each_atom(const Atoms& data, const Atoms& generator, const F& f) {
  const Real none(0);
  for (std::size_t i = 0, j = 0; i < data.size() || j < generator.size();) {
    const int order = i == data.size()        ? 1
                      : j == generator.size() ? -1
                                              : compare(data.point(i), generator.point(j));
    f(order <= 0 ? data.point(i) : generator.point(j), order <= 0 ? data.mass(i) : none,
      order >= 0 ? generator.mass(j) : none);
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
}

/// The counting measure on the union of the atoms of both laws. Atoms in the tail of one law that
/// meet an atom of the other are listed, where the tail is located. Throws BadSpecification for two
/// tables of weights of different length, std::domain_error where two points can be neither
/// separated nor identified.
Densities common_grid(const Law& data, const Law& generator);

/// The numbers of both densities in one arithmetic, column by column.
template <class T>
struct Columns {
  std::vector<T> weight, p, q;
  std::size_t atoms = 0;  ///< as in Grid
  std::size_t size() const { return p.size(); }
};

template <class T>
Columns<T> columns(const Densities& densities) {
  Columns<T> c;
  c.atoms = densities.grid.atoms;
  for (std::size_t i = 0; i < densities.grid.size(); ++i) {
    c.weight.push_back(exactly<T>(densities.grid.weights[i]));
    c.p.push_back(exactly<T>(densities.data[i]));
    c.q.push_back(exactly<T>(densities.generator[i]));
  }
  return c;
}

/// Known to be the number 0, without an error.
template <class T>
bool is_exactly_zero(const T& x) {
  return x == 0;
}
inline bool is_exactly_zero(const Tracked& x) {
  return x.value() == 0 && x.error() == 0;
}
inline bool is_exactly_zero(const Ball& x) {
  return x.is_zero();
}

/// A point that is null for both laws: of weight 0, or with p = q = 0.
template <class T>
bool is_null(const Columns<T>& c, std::size_t i) {
  return is_exactly_zero(c.weight[i]) || (is_exactly_zero(c.p[i]) && is_exactly_zero(c.q[i]));
}

/// The integral of f(p, q) over the grid: the weighted sum, without points of weight 0 and without
/// points where p = q = 0, which are null for both laws.
template <class T, class F>
T integrate(const Columns<T>& c, const F& f) {
  std::vector<T> terms;
  terms.reserve(c.size());
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    terms.push_back(T(c.weight[i] * f(c.p[i], c.q[i])));
  }
  return sum(std::span<const T>(terms));
}

}  // namespace gancheck
