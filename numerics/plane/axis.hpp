// One axis of a tensor grid in the plane: atoms, and the nodes of a quadrature, with what every
// part of two laws has there.
#pragma once

#include <Eigen/Core>
#include <memory>
#include <vector>

#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// Smaller values count as 0 on an axis.
inline constexpr double smallest_on_axis = 1e-290;

/// The values at the points of an axis. At an atom the measure counts, and a value is a mass; at a
/// node it is length in the coordinate of a stretch, and a value a density with respect to that.
struct AxisPoints {
  /// Of a rule of 31 points a panel (Kronrod), and of the 15 of them that are Gauss's, 0 at the
  /// others; both 1 at an atom.
  Eigen::ArrayXd weight, coarse_weight;
  Eigen::ArrayXd place;  ///< x itself; the nearest double
  /// One row a part, one column a point; each within two roundings of the truth, 0 below
  /// smallest_on_axis.
  Eigen::MatrixXd data, generator;
  bool is_linear = true;   ///< every coordinate is a length itself, and no point is an atom
  Eigen::Index atoms = 0;  ///< the first so many points are atoms
  std::vector<std::size_t> panels;  ///< where each panel's 31 points begin, from left to right
  std::vector<bool> continues;      ///< whether it begins where the one before it ends
};

/// Throws std::domain_error where a normal coordinate is too wide, too narrow or too far out for
/// doubles to hold its squares.
void check_scale(const PlaneLaw& law);

/// The coordinate `k` (0 or 1) of both laws, which must outlive the axis.
class Axis {
 public:
  /// Nothing is evaluated yet. Throws std::domain_error as panels_of and common_grid do, and as
  /// check_scale.
  Axis(const PlaneLaw& data, const PlaneLaw& generator, std::size_t k);
  ~Axis();
  Axis(Axis&&) noexcept;
  Axis& operator=(Axis&&) noexcept;

  /// How many points there are.
  std::size_t size() const;
  /// Evaluates the laws at all of them.
  void evaluate();
  /// Since the last evaluation.
  const AxisPoints& points() const { return points_; }
  /// Halves the panels of these numbers.
  void refine(const std::vector<std::size_t>& panels);
  /// The mass of each part beyond the panels and the listed atoms, bounded.
  const std::vector<double>& data_beyond() const { return data_beyond_; }
  const std::vector<double>& generator_beyond() const { return generator_beyond_; }

 private:
  struct Source;
  void drop_outer_panels(int side);

  std::unique_ptr<Source> source_;
  AxisPoints points_;
  std::vector<double> data_beyond_, generator_beyond_;
};

}  // namespace gancheck
