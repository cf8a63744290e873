#include "numerics/plane/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/integral/kronrod.hpp"
#include "numerics/line/panels.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

/// The coordinates of the parts of one law, as one measure on the line: its pieces say where the
/// panels have to lie. A normal coordinate stands there with rounded parameters, for that alone.
struct Marginals {
  std::vector<const Coordinate*> coordinates;
  Law together;
  std::vector<std::size_t> part_of_piece;
  std::vector<Law> laws;  ///< of each part, with its tails listed at the atoms of all
};

namespace {

/// What a law has beyond the panels is far below what doubles add up.
constexpr int cut_bits = 110;
constexpr Eigen::Index in_a_panel = kronrod::points;

/// Doubles hold the squares of what lies between. `k` is the number of the coordinate, 0 or 1.
void check_scale(const NormalLine& line, std::size_t k) {
  static const Rational most = power_of_ten(200), least = power_of_ten(-200);
  const double mean = exactly<double>(line.mean);
  if (line.variance < least || line.variance > most || !(std::abs(mean) < 1e100))
    throw std::domain_error(fmt::format(
        "coordinate {}: normal laws in the plane have stddevs from 1e-100 to 1e100, and "
        "means below 1e100: rescale it in both laws",
        k + 1));
}

Law stand_in(const NormalLine& line, std::size_t k) {
  check_scale(line, k);
  const Rational mean = exact_rational(exactly<double>(line.mean));
  const double stddev = std::sqrt(nearest_double(line.variance));
  return law_of(normal_density(mean, exact_rational(stddev)), {});
}

Marginals marginals(const PlaneLaw& law, std::size_t k) {
  Marginals all;
  for (const PlanePart& part : law.parts) {
    const Coordinate& coordinate = part.coordinates[k];
    const Law* line = std::get_if<Law>(&coordinate);
    const Law shape = line ? *line : stand_in(std::get<NormalLine>(coordinate), k);
    for (const Piece& piece : shape.pieces) {
      all.together.pieces.push_back(piece);
      all.part_of_piece.push_back(all.coordinates.size());
    }
    all.coordinates.push_back(&coordinate);
    all.laws.push_back(line ? shape : Law{});
  }
  return all;
}

bool is_less(const Real& x, const Real& y) {
  return compare(x, y) < 0;
}

std::vector<Real> atoms_of(const Marginals& data, const Marginals& generator) {
  std::vector<Real> points;
  for (const Marginals* m : {&data, &generator})
    for (const Law& law : m->laws)
      for (const Atom& atom : law.atoms) points.push_back(atom.at);
  std::sort(points.begin(), points.end(), is_less);
  const auto same = [](const Real& x, const Real& y) { return compare(x, y) == 0; };
  points.erase(std::unique(points.begin(), points.end(), same), points.end());
  return points;
}

Ball position(const Stretch& stretch, double t) {
  return stretch.anchor.enclose() + stretch.offset(t).value();
}

/// dx/dt, where t is the logarithm of a distance.
Ball speed(const Stretch& stretch, double t) {
  return stretch.side == 0 ? Ball(1) : exp(Ball::exact(t));
}

Ball density(const NormalLine& line, const Stretch& stretch, double t) {
  const Ball variance = exactly<Ball>(line.variance);
  const Ball off = position(stretch, t) - line.mean.enclose();
  return exp(-(off * off) / (variance * 2)) / sqrt(variance * 2 * pi()) * speed(stretch, t);
}

/// The double of a number that `enclose` encloses, to the last bit but one; 0 where it is small.
template <class Enclose>
double rounded_density(const Enclose& enclose) {
  constexpr long most_bits = 1024;
  for (long bits = 128;; bits *= 2) {
    const BallPrecision precision(bits);
    const Ball x = enclose();
    if (x.magnitude() < smallest_on_axis) return 0;
    if (bits >= most_bits || x.radius() <= 0x1p-58 * std::abs(x.midpoint())) return x.midpoint();
  }
}

/// The pieces of one part on the stretch.
std::vector<LocalPiece> own(const Marginals& m, std::span<const LocalPiece> alive,
                            std::size_t part) {
  std::vector<LocalPiece> pieces;
  for (const LocalPiece& local : alive)
    if (m.part_of_piece[static_cast<std::size_t>(local.piece - m.together.pieces.data())] == part)
      pieces.push_back(local);
  return pieces;
}

/// Of a normal law, beyond a cut: far out on its side, or between the cut and a singular end of
/// another law.
Ball mass_beyond(const NormalLine& line, const Stretch& stretch, const Cut& cut) {
  const Ball variance = exactly<Ball>(line.variance);
  if (stretch.side != 0 && cut.direction < 0)
    return exp(Ball::exact(cut.at)) / sqrt(variance * 2 * pi());
  const int towards = stretch.side != 0 ? stretch.side : cut.direction;
  const Ball off = (position(stretch, cut.at) - line.mean.enclose()) / sqrt(variance * 2);
  return erfc(towards < 0 ? -off : off) / 2;
}

std::vector<double> beyond(const Marginals& m, const Panels& panels, bool is_data) {
  const BallPrecision precision(128);
  std::vector<double> masses;
  for (std::size_t part = 0; part < m.coordinates.size(); ++part) {
    const auto* line = std::get_if<NormalLine>(m.coordinates[part]);
    Ball mass(0);
    for (const Tail& tail : m.laws[part].tails) mass = mass + tail.mass.enclose();
    for (const Cut& cut : panels.cuts) {
      const Stretch& stretch = panels.stretches[cut.stretch];
      if (line) {
        mass = mass + mass_beyond(*line, stretch, cut);
      } else {
        const auto pieces = own(m, is_data ? stretch.data : stretch.generator, part);
        mass = mass + mass_beyond(stretch, pieces, cut);
      }
    }
    masses.push_back(mass.upper());
  }
  return masses;
}

/// From left to right; by the logarithm, along it. (A ladder into a tail is made outwards.)
void sort(std::vector<Panel>& panels) {
  std::sort(panels.begin(), panels.end(), [](const Panel& a, const Panel& b) {
    return std::pair(a.stretch, a.from) < std::pair(b.stretch, b.from);
  });
}

/// Whether a panel begins where the one before it ends, in one coordinate.
bool continues(const Panels& panels, const Panel& before, const Panel& panel) {
  if (before.stretch == panel.stretch) return before.to == panel.from;
  return before.stretch + 1 == panel.stretch && panels.stretches[panel.stretch].continues_previous;
}

}  // namespace

/// Bounds of what each part has on one side of x (-1: below).
std::vector<double> masses_beside(const Marginals& m, const Real& x, int side) {
  const BallPrecision precision(128);
  std::vector<double> masses;
  for (std::size_t part = 0; part < m.coordinates.size(); ++part) {
    if (const auto* line = std::get_if<NormalLine>(m.coordinates[part])) {
      const Ball off =
          (x.enclose() - line->mean.enclose()) / sqrt(exactly<Ball>(line->variance) * 2);
      masses.push_back((erfc(side < 0 ? -off : off) / 2).upper());
      continue;
    }
    Ball mass(0);
    for (std::size_t i = 0; i < m.together.pieces.size(); ++i) {
      if (m.part_of_piece[i] != part) continue;
      const auto beside = side < 0 ? restricted(m.together.pieces[i], std::nullopt, x)
                                   : restricted(m.together.pieces[i], x, std::nullopt);
      if (beside) mass = mass + beside->mass.enclose();
    }
    masses.push_back(mass.upper());
  }
  return masses;
}

bool is_negligible(const std::vector<double>& masses) {
  return std::all_of(masses.begin(), masses.end(), [](double m) { return m < 0x1p-110; });
}

void add(std::vector<double>& masses, const std::vector<double>& more) {
  for (std::size_t k = 0; k < masses.size(); ++k) masses[k] += more[k];
}

void check_scale(const PlaneLaw& law) {
  for (const PlanePart& part : law.parts)
    for (std::size_t k = 0; k < part.coordinates.size(); ++k)
      if (const auto* line = std::get_if<NormalLine>(&part.coordinates[k])) check_scale(*line, k);
}

struct Axis::Source {
  Marginals data, generator;
  std::vector<Real> atoms;
  Panels panels;
};

Axis::Axis(const PlaneLaw& data, const PlaneLaw& generator, std::size_t k)
    : source_(std::make_unique<Source>()) {
  Source& s = *source_;
  s.data = marginals(data, k);
  s.generator = marginals(generator, k);
  s.atoms = atoms_of(s.data, s.generator);
  for (Marginals* m : {&s.data, &s.generator})
    for (Law& law : m->laws) list_tail_atoms(law.atoms, law.tails, s.atoms);
  try {
    s.panels = panels_of(s.data.together, s.generator.together, {}, {.cut_bits = cut_bits});
  } catch (const std::domain_error& refused) {
    throw std::domain_error(fmt::format("coordinate {}: {}", k + 1, refused.what()));
  }
  sort(s.panels.panels);
  data_beyond_ = beyond(s.data, s.panels, true);
  generator_beyond_ = beyond(s.generator, s.panels, false);
  for (const int side : {-1, 1}) drop_outer_panels(side);
}

std::size_t Axis::size() const {
  return source_->atoms.size() + source_->panels.panels.size() * kronrod::points;
}

/// Panels are made to follow each law alone to 2^-900: outer ones on which no part has more than
/// 2^-110 are left out, as long as the coordinate is the length.
void Axis::drop_outer_panels(int side) {
  const Source& s = *source_;
  std::vector<Panel>& panels = source_->panels.panels;
  const auto is_further = [&](const Panel& a, const Panel& b) {
    const auto place = [&](const Panel& p) {
      return position(s.panels.stretches[p.stretch], p.from + (p.to - p.from) / 2).midpoint();
    };
    return side < 0 ? place(a) < place(b) : place(a) > place(b);
  };
  std::vector<double> of_data(s.data.laws.size(), 0), of_generator(s.generator.laws.size(), 0);
  while (panels.size() > 1) {
    const auto outer = std::min_element(panels.begin(), panels.end(), is_further);
    const Stretch& stretch = s.panels.stretches[outer->stretch];
    if (stretch.side != 0) break;
    const Real inner = stretch.anchor + Real::dyadic(side < 0 ? outer->to : outer->from);
    std::vector<double> data = masses_beside(s.data, inner, side);
    std::vector<double> generator = masses_beside(s.generator, inner, side);
    if (!is_negligible(data) || !is_negligible(generator)) break;
    of_data = std::move(data);
    of_generator = std::move(generator);
    panels.erase(outer);
  }
  add(data_beyond_, of_data);
  add(generator_beyond_, of_generator);
}

Axis::~Axis() = default;
Axis::Axis(Axis&&) noexcept = default;
Axis& Axis::operator=(Axis&&) noexcept = default;

void Axis::refine(const std::vector<std::size_t>& panels) {
  std::vector<Panel> halved;
  const std::vector<Panel>& all = source_->panels.panels;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double middle = all[i].from + (all[i].to - all[i].from) / 2;
    const bool is_wanted = std::find(panels.begin(), panels.end(), i) != panels.end();
    if (!is_wanted || !(all[i].from < middle && middle < all[i].to)) {
      halved.push_back(all[i]);
      continue;
    }
    halved.push_back({all[i].stretch, all[i].from, middle});
    halved.push_back({all[i].stretch, middle, all[i].to});
  }
  source_->panels.panels = std::move(halved);
  evaluate();
}

namespace {

/// One law's values at the atoms.
void fill_atoms(const Marginals& m, const std::vector<Real>& points, Eigen::MatrixXd& values) {
  for (std::size_t part = 0; part < m.laws.size(); ++part) {
    const Atoms& atoms = m.laws[part].atoms;
    std::size_t i = 0;
    for (const Atom& atom : atoms) {
      while (compare(points[i], atom.at) != 0) ++i;
      values(static_cast<Eigen::Index>(part), static_cast<Eigen::Index>(i)) =
          exactly<double>(atom.mass);
    }
  }
}

/// One law's values at the nodes of a panel, which begin in column `begin`.
void fill_panel(const Marginals& m, std::span<const LocalPiece> alive, const Stretch& stretch,
                const Panel& panel, Eigen::Index begin, Eigen::MatrixXd& values) {
  for (std::size_t part = 0; part < m.coordinates.size(); ++part) {
    const auto* line = std::get_if<NormalLine>(m.coordinates[part]);
    const std::vector<LocalPiece> pieces = line ? std::vector<LocalPiece>() : own(m, alive, part);
    for (Eigen::Index i = 0; i < in_a_panel; ++i) {
      const double t = kronrod::node(panel.from, panel.to, static_cast<std::size_t>(i));
      values(static_cast<Eigen::Index>(part), begin + i) = rounded_density(
          [&] { return line ? density(*line, stretch, t) : density_at(stretch, pieces, t); });
    }
  }
}

}  // namespace

void Axis::evaluate() {
  const Source& s = *source_;
  const std::vector<Panel>& panels = s.panels.panels;
  const auto atoms = static_cast<Eigen::Index>(s.atoms.size());
  const Eigen::Index size = atoms + static_cast<Eigen::Index>(panels.size()) * in_a_panel;
  AxisPoints p;
  p.atoms = atoms;
  p.is_linear = atoms == 0;
  p.weight = p.coarse_weight = p.place = Eigen::ArrayXd::Ones(size);
  p.data = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(s.data.laws.size()), size);
  p.generator = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(s.generator.laws.size()), size);
  fill_atoms(s.data, s.atoms, p.data);
  fill_atoms(s.generator, s.atoms, p.generator);
  for (Eigen::Index i = 0; i < atoms; ++i)
    p.place[i] = exactly<double>(s.atoms[static_cast<std::size_t>(i)]);
  Eigen::Index begin = atoms;
  for (std::size_t k = 0; k < panels.size(); ++k) {
    const Panel& panel = panels[k];
    const Stretch& stretch = s.panels.stretches[panel.stretch];
    p.continues.push_back(k > 0 && continues(s.panels, panels[k - 1], panel));
    p.is_linear = p.is_linear && stretch.side == 0;
    fill_panel(s.data, stretch.data, stretch, panel, begin, p.data);
    fill_panel(s.generator, stretch.generator, stretch, panel, begin, p.generator);
    const double half = (panel.to - panel.from) / 2;
    for (Eigen::Index i = 0; i < in_a_panel; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const BallPrecision precision(64);
      p.place[begin + i] = position(stretch, kronrod::node(panel.from, panel.to, at)).midpoint();
      p.weight[begin + i] = half * kronrod::weight(at);
      p.coarse_weight[begin + i] = half * kronrod::gauss_weight(at);
    }
    p.panels.push_back(static_cast<std::size_t>(begin));
    begin += in_a_panel;
  }
  points_ = std::move(p);
}

}  // namespace gancheck
