#include "report/figures/law_on_line.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace gancheck {
namespace {

constexpr double beyond_all = INFINITY;

double position(const End& end, double where_infinite) {
  return end.at ? exactly<double>(*end.at) : where_infinite;
}

/// A rung of the ladder in the middle, or an end: the scale of a view.
Real anchor_of(const Law& law) {
  if (law.pieces.empty()) return Real(0);
  const std::vector<Real> rungs = law.pieces.front().density->ladder();
  return rungs.empty() ? Real(0) : rungs[rungs.size() / 2];
}

}  // namespace

LawOnLine::LawOnLine(const Law& law) : law_(law), anchor_(anchor_of(law)) {
  for (const Piece& piece : law.pieces) {
    DrawnPiece drawn{&piece,
                     piece.density->seen_from(anchor_),
                     position(piece.lower, -beyond_all),
                     position(piece.upper, beyond_all),
                     exactly<double>(piece.weight),
                     0};
    const End whole = piece.density->lower();
    const bool starts_later =
        piece.lower.at && !(whole.at && compare(*whole.at, *piece.lower.at) == 0);
    if (starts_later)
      drawn.below_lower =
          drawn.view->below(signed_offset((*piece.lower.at - anchor_).enclose())).midpoint();
    pieces_.push_back(std::move(drawn));
  }
  atoms_.reserve(law.atoms.size());
  for (const Atom& atom : law.atoms)
    atoms_.push_back({exactly<double>(atom.at), exactly<double>(atom.mass)});
}

Ball LawOnLine::distance(double x) const {
  return Ball::exact(x) - anchor_.enclose();
}

double LawOnLine::density(double x) const {
  double sum = 0;
  for (const DrawnPiece& piece : pieces_) {
    if (x <= piece.lower || x >= piece.upper) continue;
    const Ball log_density = piece.view->log_density(signed_offset(distance(x)));
    sum += log_density.is_finite() ? piece.weight * std::exp(log_density.midpoint()) : NAN;
  }
  return sum;
}

double LawOnLine::mass_below(double x) const {
  double sum = 0;
  for (const DrawnAtom& atom : atoms_) {
    if (atom.at > x) break;
    sum += atom.mass;
  }
  for (const DrawnPiece& piece : pieces_) {
    if (x <= piece.lower) continue;
    sum += x >= piece.upper
               ? exactly<double>(piece.piece->mass)
               : piece.weight *
                     (piece.view->below(signed_offset(distance(x))).midpoint() - piece.below_lower);
  }
  return sum;
}

double LawOnLine::quantile(double share) const {
  const double wanted = share * exactly<double>(law_.mass);
  const auto centre = exactly<double>(anchor_);
  const auto place = [&](double t) { return centre + std::sinh(t); };
  constexpr double farthest = 650;  // sinh of it is still a double
  constexpr int halvings = 48;
  double below = -farthest, above = farthest;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (below + above) / 2;
    (mass_below(place(middle)) < wanted ? below : above) = middle;
  }
  return place(above);
}

Window LawOnLine::window() const {
  const double middle = quantile(0.5);
  const auto reach = [&](double few, double rare) {
    return std::min(2.1 * std::abs(quantile(few) - middle),
                    1.3 * std::abs(quantile(rare) - middle));
  };
  const double low = middle - reach(0.05, 0.005), high = middle + reach(0.95, 0.995);
  double first = beyond_all, last = -beyond_all;
  for (const DrawnPiece& piece : pieces_)
    first = std::min(first, piece.lower), last = std::max(last, piece.upper);
  if (!atoms_.empty())
    first = std::min(first, atoms_.front().at), last = std::max(last, atoms_.back().at);
  return {std::max(first, low), std::min(last, high)};
}

std::vector<double> LawOnLine::corners() const {
  std::vector<double> all;
  for (const DrawnPiece& piece : pieces_) {
    for (const double end : {piece.lower, piece.upper})
      if (std::isfinite(end)) all.push_back(end);
    for (const Real& kink : piece.piece->density->kinks()) all.push_back(exactly<double>(kink));
  }
  return all;
}

std::vector<Window> LawOnLine::intervals() const {
  std::vector<Window> all;
  all.reserve(pieces_.size());
  for (const DrawnPiece& piece : pieces_) all.push_back({piece.lower, piece.upper});
  std::sort(all.begin(), all.end(),
            [](const Window& x, const Window& y) { return x.from < y.from; });
  return all;
}

Window window_of(const LawOnLine& data, const LawOnLine& generator) {
  const Window p = data.window(), q = generator.window();
  const double from = std::min(p.from, q.from), to = std::max(p.to, q.to);
  const double room = from < to ? 0.04 * (to - from) : 1;
  return {from - room, to + room};
}

std::vector<double> points_in(const Window& window, const LawOnLine& data,
                              const LawOnLine& generator) {
  std::vector<double> points;
  std::set<double> corners;
  const auto spread = [&](const Window& w, int parts) {
    for (int i = 0; i <= parts; ++i) points.push_back(w.from + i * (w.to - w.from) / parts);
  };
  constexpr int everywhere = 160, of_one_law = 80;
  spread(window, everywhere);
  for (const LawOnLine* law : {&data, &generator}) {
    const Window own = law->window();
    const bool is_smaller = own.to - own.from < (window.to - window.from) / 2;
    if (law->has_density() && is_smaller) spread(own, of_one_law);
    constexpr double hair = 1e-9;
    const double side = hair * (window.to - window.from);
    for (const double corner : law->corners()) {
      corners.insert(corner);
      for (const double x : {corner - side, corner + side}) points.push_back(x);
    }
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  // At a corner itself a density has two values, or none.
  std::erase_if(points,
                [&](double x) { return x < window.from || x > window.to || corners.contains(x); });
  return points;
}

}  // namespace gancheck
