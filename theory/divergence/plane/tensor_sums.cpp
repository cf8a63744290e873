#include "theory/divergence/plane/tensor_sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <thread>

#include "numerics/integral/kronrod.hpp"
#include "theory/divergence/plane/between_panels.hpp"

namespace gancheck {
namespace {

using Eigen::ArrayXd;
using Eigen::Index;

constexpr double unit_roundoff = 0x1p-53;
constexpr double pi = 3.14159265358979323846;
/// Smaller densities count as 0, on an axis and in the plane; what a logarithm and an area make of
/// them is far below this.
constexpr double smallest = 1e-280, underflow = 1e-250;

/// Densities along a row of the grid, with bounds of their errors; and what each correlated part
/// has there, with its weight.
struct Row {
  ArrayXd value, error;
  std::vector<PartMass> masses;
};

/// What of densities on an axis counts as 0 although it is not.
template <class Densities>
Eigen::MatrixXd lost(const Densities& on_axis) {
  return (on_axis.array() == 0).template cast<double>() * smallest_on_axis;
}

bool is_normal(const PlaneLaw& law) {
  return std::all_of(law.parts.begin(), law.parts.end(), [](const PlanePart& part) {
    return std::holds_alternative<NormalLine>(part.coordinates[0]) &&
           std::holds_alternative<NormalLine>(part.coordinates[1]);
  });
}

/// One law on both axes. A part whose coordinates are correlated has the density of independent
/// ones times exp(-(w² - v²)/2)/sqrt(1 - rho²), w = (v - rho u)/sqrt(1 - rho²).
class LawOnTensor {
 public:
  LawOnTensor(const PlaneLaw& law, const AxisPoints& x, const Eigen::MatrixXd& at_x,
              const AxisPoints& y, const Eigen::MatrixXd& at_y)
      : x_(x), y_(y), at_x_(at_x), at_y_(at_y) {
    std::vector<Index> separable;
    for (std::size_t k = 0; k < law.parts.size(); ++k) {
      const PlanePart& part = law.parts[k];
      const double weight = nearest_double(part.weight);
      weights_.push_back(weight);
      if (part.covariance == 0)
        separable.push_back(static_cast<Index>(k));
      else
        correlated_.push_back(normal(part, static_cast<Index>(k)));
    }
    if (x.is_linear && y.is_linear && is_normal(law))
      for (std::size_t k = 0; k < law.parts.size(); ++k)
        normals_.push_back(normal(law.parts[k], static_cast<Index>(k)));
    const auto rows = static_cast<Index>(separable.size());
    separable_x_.resize(rows, at_x.cols());
    separable_y_.resize(rows, at_y.cols());
    lost_x_.resize(rows, at_x.cols());
    masses_.resize(law.parts.size());
    for (Index r = 0; r < rows; ++r) {
      const Index k = separable[static_cast<std::size_t>(r)];
      const auto part = static_cast<std::size_t>(k);
      separable_x_.row(r) = at_x.row(k) * weights_[part];
      separable_y_.row(r) = at_y.row(k);
      lost_x_.row(r) = weights_[part] * lost(at_x.row(k));
      masses_[part] = mass_of_product(at_x.row(k), at_y.row(k));
    }
    lost_y_ = lost(separable_y_);
    loses_x_ = (at_x.array() == 0).colwise().any();
    loses_y_ = (at_y.array() == 0).colwise().any();
  }

  /// Each product is formed from a weight and two values, of 1, 2 and 2 roundings, by two products;
  /// and the products are added.
  Row row(Index i) const {
    const double roundings = static_cast<double>(separable_x_.rows() + correlated_terms() + 8);
    Row row;
    row.value = (separable_y_.transpose() * separable_x_.col(i)).array();
    row.error = ArrayXd::Zero(row.value.size());
    row.masses.resize(correlated_.size());
    for (std::size_t c = 0; c < correlated_.size(); ++c) add(correlated_[c], i, row, row.masses[c]);
    row.error += roundings * unit_roundoff * row.value;
    if (loses_x_[i])
      row.error += (separable_y_.transpose() * lost_x_.col(i)).array() +
                   (lost_y_.transpose() * lost_x_.col(i)).array();
    if (loses_y_.any()) row.error += (lost_y_.transpose() * separable_x_.col(i)).array();
    const auto is_cut = row.value < smallest;
    row.error += is_cut.select(row.value, 0);
    row.value = is_cut.select(0, row.value).eval();
    return row;
  }

  /// Whether at this point some part has less on an axis than that tells.
  bool loses(Index i, Index j) const { return loses_x_[i] || loses_y_[j]; }

  /// What the grid has of each part alone, without its weight; `correlated` are those with it.
  std::vector<PartMass> masses_with(const std::vector<PartMass>& correlated) const {
    std::vector<PartMass> all = masses_;
    for (std::size_t c = 0; c < correlated_.size(); ++c) {
      const auto part = static_cast<std::size_t>(correlated_[c].part);
      const double depth = static_cast<double>(x_.weight.size() + y_.weight.size());
      all[part].value = correlated[c].value / weights_[part];
      all[part].error =
          correlated[c].error / weights_[part] + (depth + 8) * unit_roundoff * all[part].value;
    }
    return all;
  }

  /// Whether log_density is known: all parts are normal.
  bool knows_logarithm() const { return !normals_.empty(); }

  /// The logarithm of the density, also where that is below the doubles, with a bound of its error:
  /// of the largest part, and of at most log of the number of parts that the others add.
  std::pair<double, double> log_density(Index i, Index j) const {
    double largest = -std::numeric_limits<double>::infinity(), error = 0, sum = 0;
    for (const Normal& n : normals_) {
      const double u = n.u.value[i], v = n.v.value[j], w = (v - n.rho * u) / n.root;
      const double log = n.log_factor - (u * u + w * w) / 2;
      const double du = n.u.error_at(i), dv = n.v.error_at(j);
      const double dw = (dv + du + 6 * (std::abs(v) + std::abs(u)) * unit_roundoff) / n.root * 1.01;
      error = std::max(error, std::abs(u) * du + std::abs(w) * dw +
                                  8 * unit_roundoff * (u * u + w * w + std::abs(n.log_factor) + 8));
      sum = log > largest ? sum * std::exp(largest - log) + 1 : sum + std::exp(log - largest);
      largest = std::max(largest, log);
    }
    return {largest + std::log(sum), error + 16 * unit_roundoff};
  }

 private:
  /// (x - mean)/stddev of a normal coordinate on an axis, with a bound of the error that the
  /// rounding of the place and of the mean makes.
  struct Standardised {
    ArrayXd value;
    double error;
    /// With the rounding of the value itself.
    double error_at(Index i) const { return error + 3 * unit_roundoff * std::abs(value[i]); }
  };
  struct Normal {
    Index part;
    double rho, root;   ///< root = sqrt(1 - rho²)
    double log_factor;  ///< log(weight/(2 pi stddev stddev' root))
    /// Bounds of the density of one coordinate, given the other.
    double largest_given_x, largest_given_y;
    Standardised u, v;
  };

  /// Also of a weight that is no normal double.
  static double log_of(const Rational& weight) {
    const BallPrecision precision(64);
    return log(exactly<Ball>(weight)).midpoint();
  }

  PartMass mass_of_product(const Eigen::RowVectorXd& in_x, const Eigen::RowVectorXd& in_y) const {
    const double mass = in_x.dot(x_.weight.matrix()) * in_y.dot(y_.weight.matrix());
    return {mass, static_cast<double>(in_x.size() + in_y.size() + 16) * unit_roundoff * mass};
  }

  Index correlated_terms() const { return static_cast<Index>(correlated_.size()); }

  static Standardised standardised(const NormalLine& line, const ArrayXd& place) {
    const double mean = exactly<double>(line.mean);
    const double stddev = std::sqrt(nearest_double(line.variance));
    return {(place - mean) / stddev,
            unit_roundoff * (place.abs().maxCoeff() + std::abs(mean)) / stddev * 1.01};
  }

  Normal normal(const PlanePart& part, Index k) const {
    const auto& x = std::get<NormalLine>(part.coordinates[0]);
    const auto& y = std::get<NormalLine>(part.coordinates[1]);
    const Rational product = x.variance * y.variance;
    const Rational squared = part.covariance * part.covariance / product;
    const double covariance = nearest_double(part.covariance);
    const double root = std::sqrt(nearest_double(Rational(1 - squared)));
    const double log_norm =
        std::log(2 * pi) +
        (std::log(nearest_double(x.variance)) + std::log(nearest_double(y.variance))) / 2;
    return {k,
            std::copysign(std::sqrt(nearest_double(squared)), covariance),
            root,
            log_of(part.weight) - log_norm - std::log(root),
            0.4 / (std::sqrt(nearest_double(y.variance)) * root),
            0.4 / (std::sqrt(nearest_double(x.variance)) * root),
            standardised(x, x_.place),
            standardised(y, y_.place)};
  }

  /// With du, dv the errors of u and v, of w it is (dv + |rho| du + 6 (|v| + |u|)
  /// unit_roundoff)/root, and of the exponent |w| dw + |v| dv and six roundings of its size. Where
  /// an axis has lost its factor f, the density is at most f times the largest conditional one.
  void add(const Normal& c, Index i, Row& row, PartMass& mass) const {
    const double weight = weights_[static_cast<std::size_t>(c.part)];
    const double u = c.u.value[i], own = at_x_(c.part, i) * weight;
    if (own == 0) {
      row.error += weight * smallest_on_axis * c.largest_given_x;
      return;
    }
    const double du = c.u.error_at(i);
    for (Index j = 0; j < row.value.size(); ++j) {
      const double here = at_y_(c.part, j);
      if (here == 0) {
        row.error[j] += weight * smallest_on_axis * c.largest_given_y;
        continue;
      }
      const double v = c.v.value[j], w = (v - c.rho * u) / c.root;
      const double dv = c.v.error_at(j);
      const double dw =
          (dv + std::abs(c.rho) * du + 6 * (std::abs(v) + std::abs(u)) * unit_roundoff) / c.root *
          1.01;
      const double density = own * here * std::exp((v - w) * (v + w) / 2) / c.root;
      const double error = density * (std::abs(w) * dw + std::abs(v) * dv +
                                      6 * unit_roundoff * (v * v + w * w) + 16 * unit_roundoff);
      row.value[j] += density;
      row.error[j] += error;
      mass.value += y_.weight[j] * density;
      mass.error += y_.weight[j] * error;
    }
  }

  const AxisPoints &x_, &y_;
  const Eigen::MatrixXd &at_x_, &at_y_;
  std::vector<double> weights_;
  Eigen::MatrixXd separable_x_, separable_y_, lost_x_, lost_y_;
  Eigen::Array<bool, 1, Eigen::Dynamic> loses_x_, loses_y_;  ///< some part, at this point
  std::vector<PartMass> masses_;                             ///< of the separable parts
  std::vector<Normal> correlated_;
  std::vector<Normal> normals_;  ///< all parts, where they are normal
};

constexpr Index in_a_panel = kronrod::points;
constexpr std::size_t of_direct_data = number_of(direct_kl(Role::data)),
                      of_direct_generator = number_of(direct_kl(Role::generator));

/// What a panel of rows has along its first three and its last three rows: log(p/q), and both
/// densities next to the panels beside it.
struct Edges {
  std::array<ArrayXd, 6> log_ratio;
  std::array<ArrayXd, 2> data, generator;  ///< of the first row and of the last one
};

/// Sums over some rows.
struct Partial {
  PerQuantity<double> value{}, size{}, moved{};
  PerQuantity<std::vector<double>> difference_x;  ///< one a block of rows
  PerQuantity<std::vector<double>> difference_y;  ///< one a block of columns
  double kinks = 0;
  TensorCorners corners;
  std::vector<Edges> edges;  ///< one a block of rows; empty where that is of atoms
  bool data_is_alone = false, generator_is_alone = false, overlap = false;
  /// Of the correlated parts.
  std::vector<PartMass> data, generator;
};

/// Points in blocks: the atoms by 31, then panel by panel.
std::vector<Index> blocks_of(const AxisPoints& axis) {
  std::vector<Index> begins;
  for (Index i = 0; i < axis.atoms; i += 31) begins.push_back(i);
  for (const std::size_t panel : axis.panels) begins.push_back(static_cast<Index>(panel));
  begins.push_back(axis.weight.size());
  return begins;
}

/// Where the last three points of each panel and the first three of the next one lie, seen from
/// where they meet; not of panels that do not meet the one before.
std::vector<std::optional<SixPoints>> meetings_of(const AxisPoints& axis) {
  std::vector<std::optional<SixPoints>> meetings;
  const auto half_length = [&](std::size_t panel) {
    return axis.weight[static_cast<Index>(axis.panels[panel])] / kronrod::weight(0);
  };
  for (std::size_t k = 0; k < axis.panels.size(); ++k) {
    meetings.emplace_back();
    if (!axis.continues[k]) continue;
    const double before = half_length(k - 1), after = half_length(k);
    SixPoints at;
    for (std::size_t i = 0; i < 3; ++i) {
      at[i] = before * (kronrod::node(-1, 1, kronrod::points - 3 + i) - 1);
      at[i + 3] = after * (kronrod::node(-1, 1, i) + 1);
    }
    meetings.back() = at;
  }
  return meetings;
}

class Tensor {
 public:
  Tensor(const PlaneLaw& data, const PlaneLaw& generator, const AxisPoints& x, const AxisPoints& y)
      : data_(data, x, x.data, y, y.data),
        generator_(generator, x, x.generator, y, y.generator),
        x_(x),
        y_(y),
        x_blocks_(blocks_of(x)),
        y_blocks_(blocks_of(y)),
        x_meetings_(meetings_of(x)),
        y_meetings_(meetings_of(y)) {}

  /// The rows are shared out in the same way whatever the number of threads: so are the bits.
  TensorSums sums() const {
    constexpr std::size_t shares = 16;
    std::vector<Partial> partials(shares);
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    std::vector<std::thread> workers;
    for (std::size_t w = 0; w < threads; ++w)
      workers.emplace_back([&, w] {
        for (std::size_t k = w; k < shares; k += threads) partials[k] = share(k, shares);
      });
    for (std::thread& worker : workers) worker.join();
    return together(partials);
  }

 private:
  /// Where a density, or a part of one, is below what doubles tell, the logarithms of both serve
  /// the direct divergences, if they are known.
  PointTerms point_at(Index i, Index j, const Row& p, const Row& q, Partial& partial) const {
    PointTerms point = terms_at_point(p.value[j], q.value[j], p.error[j], q.error[j]);
    bool in_data = p.value[j] > 0, in_generator = q.value[j] > 0;
    const bool knows_logarithms = data_.knows_logarithm() && generator_.knows_logarithm();
    const auto is_hurt = [&](const LawOnTensor& law, const Row& row) {
      constexpr double noticeable = 1e-12;
      return law.loses(i, j) && row.error[j] > noticeable * row.value[j];
    };
    if (knows_logarithms && (in_data || in_generator) &&
        (in_data != in_generator || is_hurt(data_, p) || is_hurt(generator_, q))) {
      const auto [log_p, error_of_p] = data_.log_density(i, j);
      const auto [log_q, error_of_q] = generator_.log_density(i, j);
      const double log_ratio = log_p - log_q, error = error_of_p + error_of_q;
      set_direct(of_direct_data, p.value[j], p.error[j], log_ratio, error, point);
      set_direct(of_direct_generator, q.value[j], q.error[j], -log_ratio, error, point);
      in_data = in_generator = true;
    }
    note_support(in_data, in_generator, partial);
    return point;
  }

  static void set_direct(std::size_t k, double p, double error, double log_ratio,
                         double error_of_ratio, PointTerms& point) {
    point.term[k] = p * log_ratio;
    point.size[k] = std::abs(point.term[k]);
    point.moved[k] = error * (std::abs(log_ratio) + 1) + p * error_of_ratio;
  }

  static void note_support(bool in_data, bool in_generator, Partial& s) {
    s.data_is_alone |= in_data && !in_generator;
    s.generator_is_alone |= in_generator && !in_data;
    s.overlap |= in_data && in_generator;
  }

  Partial share(std::size_t k, std::size_t shares) const {
    Partial partial;
    for (auto& differences : partial.difference_y) differences.assign(y_blocks_.size() - 1, 0);
    const std::size_t blocks = x_blocks_.size() - 1;
    for (std::size_t b = blocks * k / shares; b < blocks * (k + 1) / shares; ++b)
      add_block(b, partial);
    return partial;
  }

  /// A bound of the length between point i - 1 and point i of an axis.
  static double length_before(const AxisPoints& axis, Index i, bool between_panels) {
    const double x = axis.weight[i - 1], y = axis.weight[i];
    return between_panels ? x + y : std::max(x, y);
  }
  static bool begins_panel(const AxisPoints& axis, Index i) {
    return (i - axis.atoms) % in_a_panel == 0;
  }

  /// Along the row, and to it from the row before. Rows are i - 2, ..., i + 1; the outer ones
  /// matter at the first row of a panel alone.
  double kinks_at(Index i, const std::array<ArrayXd, 4>& rows) const {
    const ArrayXd& here = rows[2];
    const Index end = here.size();
    double sum = 0;
    for (Index j = y_.atoms + 1; j < end; ++j) {
      const bool between_panels = begins_panel(y_, j);
      sum += x_.weight[i] * kink(here[std::max(y_.atoms, j - 2)], here[j - 1], here[j],
                                 here[std::min(end - 1, j + 1)],
                                 length_before(y_, j, between_panels), between_panels);
    }
    if (i <= x_.atoms) return sum;
    const bool between_panels = begins_panel(x_, i);
    const double length = length_before(x_, i, between_panels);
    for (Index j = 0; j < end; ++j)
      sum +=
          y_.weight[j] * kink(rows[0][j], rows[1][j], here[j], rows[3][j], length, between_panels);
    return sum;
  }

  /// log(p/q), as the direct divergences have it; not a number where they have none.
  static double log_ratio(const PointTerms& point, double p, double q) {
    return p > 0 ? point.term[of_direct_data] / p : -point.term[of_direct_generator] / q;
  }

  /// What corners of log(p/q) between the panels of a row cost both direct divergences.
  void add_corners(double weight, const ArrayXd& log_ratio, const Row& p, const Row& q,
                   Partial& partial) const {
    for (std::size_t k = 0; k < y_meetings_.size(); ++k) {
      if (!y_meetings_[k]) continue;
      const auto first = static_cast<Index>(y_.panels[k]);
      SixPoints r;
      for (Index i = 0; i < 6; ++i) r[static_cast<std::size_t>(i)] = log_ratio[first - 3 + i];
      const double cost = weight * corner(*y_meetings_[k], r);
      partial.corners.add(cost, std::max(p.value[first - 1], p.value[first]),
                          std::max(q.value[first - 1], q.value[first]));
    }
  }

  /// Likewise between the rows of two panels, on every column.
  void add_corners(const SixPoints& at, const Edges& before, const Edges& after,
                   TensorCorners& sum) const {
    for (Index j = 0; j < y_.weight.size(); ++j) {
      SixPoints r;
      for (std::size_t i = 0; i < 3; ++i) {
        r[i] = before.log_ratio[i + 3][j];
        r[i + 3] = after.log_ratio[i][j];
      }
      const double cost = y_.weight[j] * corner(at, r);
      sum.add(cost, std::max(before.data[1][j], after.data[0][j]),
              std::max(before.generator[1][j], after.generator[0][j]));
    }
  }

  /// Keeps what the rows next to other panels have.
  void keep_edges(Index row, const ArrayXd& log_ratio, const Row& p, const Row& q,
                  Edges& edges) const {
    constexpr Index last = in_a_panel - 1;
    if (row < 3) edges.log_ratio[static_cast<std::size_t>(row)] = log_ratio;
    if (row > last - 3) edges.log_ratio[static_cast<std::size_t>(row - last + 5)] = log_ratio;
    if (row != 0 && row != last) return;
    edges.data[row == 0 ? 0 : 1] = p.value;
    edges.generator[row == 0 ? 0 : 1] = q.value;
  }

  /// p - q along the row; along the nearest one where there is none.
  ArrayXd differences(Index i) const {
    const Index row = std::clamp<Index>(i, x_.atoms, x_.weight.size() - 1);
    return data_.row(row).value - generator_.row(row).value;
  }

  /// Both rules differ row by row within a block of columns, and column by column within this block
  /// of rows: what they differ by is added up without its sign, since kinks along curves make
  /// differences of either.
  void add_block(std::size_t b, Partial& partial) const {
    PerQuantity<double> value{};
    PerQuantity<ArrayXd> by_column;
    for (ArrayXd& column : by_column) column = ArrayXd::Zero(y_.weight.size());
    ArrayXd log_ratios = ArrayXd::Zero(y_.weight.size());
    partial.edges.emplace_back();
    std::array<ArrayXd, 4> rows;
    for (Index i = x_blocks_[b]; i < x_blocks_[b + 1]; ++i) {
      const Row p = data_.row(i), q = generator_.row(i);
      add(x_.weight[i], p.masses, partial.data);
      add(x_.weight[i], q.masses, partial.generator);
      const bool is_first = i == x_blocks_[b];
      rows[1] = is_first ? differences(i - 1) : std::move(rows[2]);
      rows[2] = p.value - q.value;
      if (is_first) rows[0] = differences(i - 2), rows[3] = differences(i + 1);
      partial.kinks += kinks_at(i, rows);
      const double weight = x_.weight[i], excess = weight - x_.coarse_weight[i];
      PerQuantity<double> row{};
      for (std::size_t c = 0; c + 1 < y_blocks_.size(); ++c) {
        PerQuantity<double> sum{}, difference{};
        for (Index j = y_blocks_[c]; j < y_blocks_[c + 1]; ++j) {
          const PointTerms point = point_at(i, j, p, q, partial);
          log_ratios[j] = log_ratio(point, p.value[j], q.value[j]);
          const double fine = y_.weight[j], both = weight * fine;
          const double excess_here = fine - y_.coarse_weight[j];
          for (std::size_t k = 0; k < tensor_quantities; ++k) {
            sum[k] += fine * point.term[k];
            difference[k] += excess_here * point.term[k];
            by_column[k][j] += excess * point.term[k];
            partial.size[k] += both * point.size[k];
            partial.moved[k] += both * point.moved[k];
          }
        }
        for (std::size_t k = 0; k < tensor_quantities; ++k) {
          row[k] += sum[k];
          partial.difference_y[k][c] += weight * std::abs(difference[k]);
        }
      }
      add_corners(weight, log_ratios, p, q, partial);
      if (i >= x_.atoms) keep_edges(i - x_blocks_[b], log_ratios, p, q, partial.edges.back());
      for (std::size_t k = 0; k < tensor_quantities; ++k) value[k] += weight * row[k];
    }
    for (std::size_t k = 0; k < tensor_quantities; ++k) {
      partial.value[k] += value[k];
      partial.difference_x[k].push_back((y_.weight * by_column[k].abs()).sum());
    }
  }

  static void add(double weight, const std::vector<PartMass>& row, std::vector<PartMass>& all) {
    all.resize(std::max(all.size(), row.size()));  // a share may have no rows
    for (std::size_t c = 0; c < row.size(); ++c) {
      all[c].value += weight * row[c].value;
      all[c].error += weight * row[c].error;
    }
  }

  TensorSums together(std::vector<Partial>& partials) const {
    TensorSums sums;
    std::vector<PartMass> of_data, of_generator;
    std::vector<Edges> edges;
    PerQuantity<double> size{}, moved{};
    for (auto& differences : sums.difference_y) differences.assign(y_blocks_.size() - 1, 0);
    for (Partial& p : partials) {
      sums.data_is_alone |= p.data_is_alone;
      sums.generator_is_alone |= p.generator_is_alone;
      sums.overlap |= p.overlap;
      sums.kinks += p.kinks;
      sums.corners.data += p.corners.data;
      sums.corners.generator += p.corners.generator;
      sums.corners.roots += p.corners.roots;
      std::move(p.edges.begin(), p.edges.end(), std::back_inserter(edges));
      add(1, p.data, of_data);
      add(1, p.generator, of_generator);
      for (std::size_t k = 0; k < tensor_quantities; ++k) {
        sums.value[k] += p.value[k];
        size[k] += p.size[k];
        moved[k] += p.moved[k];
        auto &by_x = sums.difference_x[k], &by_y = sums.difference_y[k];
        by_x.insert(by_x.end(), p.difference_x[k].begin(), p.difference_x[k].end());
        for (std::size_t c = 0; c < by_y.size(); ++c) by_y[c] += p.difference_y[k][c];
      }
    }
    const std::size_t of_atoms = edges.size() - x_meetings_.size();
    for (std::size_t k = 0; k < x_meetings_.size(); ++k)
      if (x_meetings_[k])
        add_corners(*x_meetings_[k], edges[of_atoms + k - 1], edges[of_atoms + k], sums.corners);
    const auto depth = static_cast<double>(2 * 31 + x_blocks_.size() + y_blocks_.size() + 16);
    for (std::size_t k = 0; k < tensor_quantities; ++k) {
      sums.rounding[k] =
          (moved[k] + (depth + 40) * unit_roundoff * size[k]) * (1 + 0x1p-20) + underflow;
      drop_atoms(x_blocks_, x_, sums.difference_x[k]);
      drop_atoms(y_blocks_, y_, sums.difference_y[k]);
    }
    sums.data_masses = data_.masses_with(of_data);
    sums.generator_masses = generator_.masses_with(of_generator);
    return sums;
  }

  /// At atoms both rules agree.
  static void drop_atoms(const std::vector<Index>& blocks, const AxisPoints& axis,
                         std::vector<double>& differences) {
    const std::size_t of_atoms = blocks.size() - 1 - axis.panels.size();
    differences.erase(differences.begin(),
                      differences.begin() + static_cast<std::ptrdiff_t>(of_atoms));
  }

  LawOnTensor data_, generator_;
  const AxisPoints &x_, &y_;
  std::vector<Index> x_blocks_, y_blocks_;
  std::vector<std::optional<SixPoints>> x_meetings_, y_meetings_;  ///< a panel each
};

}  // namespace

TensorSums sum_over_tensor(const PlaneLaw& data, const PlaneLaw& generator, const Axis& x,
                           const Axis& y) {
  return Tensor(data, generator, x.points(), y.points()).sums();
}

}  // namespace gancheck
