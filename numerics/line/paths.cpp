#include "numerics/line/paths.hpp"

#include <algorithm>
#include <vector>

namespace gancheck {
namespace {

constexpr double widest_scale = 0x1p30;

/// The length of a stretch's smallest panel, 0 without one.
std::vector<double> smallest_panels(const Panels& panels) {
  std::vector<double> smallest(panels.stretches.size(), 0);
  for (const Panel& panel : panels.panels) {
    double& least = smallest[panel.stretch];
    const double length = panel.to - panel.from;
    least = least == 0 ? length : std::min(least, length);
  }
  return smallest;
}

}  // namespace

std::vector<Path> paths_of(const Panels& panels) {
  const std::vector<double> smallest = smallest_panels(panels);
  std::vector<Path> paths;
  double least = 0, whole = 0;  // of the path that is being put together: panel and length
  for (std::size_t i = 0; i < smallest.size(); ++i) {
    const Stretch& stretch = panels.stretches[i];
    if (smallest[i] == 0) continue;
    const double length = exactly<double>(stretch.to) - exactly<double>(stretch.from);
    const bool goes_on = stretch.continues_previous && !paths.empty() && smallest[i - 1] != 0 &&
                         whole + length < widest_scale * std::min(least, smallest[i]);
    if (goes_on) {
      Path& path = paths.back();
      path.to = (stretch.anchor - path.stretch.anchor) + stretch.to;
      least = std::min(least, smallest[i]);
      whole += length;
    } else {
      paths.push_back({stretch, stretch.from, stretch.to});
      least = smallest[i];
      whole = length;
    }
  }
  return paths;
}

namespace {

Ball largest_centre(const std::vector<ComplexBall>& logs) {
  Ball largest = logs.front().real().centre();
  for (const ComplexBall& x : logs) {
    const Ball other = x.real().centre();
    if ((other - largest).is_positive()) largest = other;
  }
  return largest;
}

/// log of the sum of e^x: about the largest midpoint c, c + log of the sum of e^(x-c), in which
/// each x stands once. Where that is not known to be analytic, term by term by log(e^a + e^b) = a +
/// log(1 + e^(b-a)), which is so where imaginary parts differ by less than pi.
ComplexBall log_of_sum(const std::vector<ComplexBall>& logs) {
  const Ball centre = largest_centre(logs);
  ComplexBall sum(0);
  for (const ComplexBall& x : logs) sum = sum + exp(x - centre);
  const ComplexBall result = log(sum) + centre;
  if (result.is_finite()) return result;
  const auto is_real = [](const ComplexBall& x) { return x.is_real(); };
  if (std::all_of(logs.begin(), logs.end(), is_real)) {
    std::vector<Ball> reals;
    reals.reserve(logs.size());
    for (const ComplexBall& x : logs) reals.push_back(x.real());
    return log_of_wide_sum(reals);
  }
  ComplexBall total = logs.front();
  for (std::size_t i = 1; i < logs.size(); ++i) total = total + soft_plus(logs[i] - total);
  return total;
}

/// Of one piece.
ComplexBall log_density_of(const LocalPiece& local, const Stretch& stretch, const ComplexBall& t) {
  ComplexBall own = local.density->log_density(offset_at(stretch, t));
  if (!local.log_weight->exact().is_zero()) own = own + local.log_weight->ball();
  return stretch.side == 0 ? own : own + t;
}

/// Of one piece; dx = e^t dt adds 1.
ComplexBall log_slope_of(const LocalPiece& local, const Stretch& stretch, const ComplexBall& t) {
  const ComplexBall own = local.density->log_density(offset_at(stretch, Jet::variable(t))).slope;
  return stretch.side == 0 ? own : own + 1;
}

}  // namespace

ComplexBall log_density_at(const Stretch& stretch, std::span<const LocalPiece> pieces,
                           const ComplexBall& t) {
  if (pieces.size() == 1) return log_density_of(pieces.front(), stretch, t);
  std::vector<ComplexBall> logs;
  logs.reserve(pieces.size());
  for (const LocalPiece& local : pieces) logs.push_back(log_density_of(local, stretch, t));
  return log_of_sum(logs);
}

ComplexBall log_density_over(const Stretch& stretch, std::span<const LocalPiece> pieces,
                             const ComplexBall& t) {
  const ComplexBall centre = centre_of(t);
  const ComplexBall there = log_density_at(stretch, pieces, centre);
  const ComplexBall slope = log_slope_at(stretch, pieces, t);
  return sharper(log_density_at(stretch, pieces, t), by_mean_value(there, slope, t, centre));
}

/// (sum of w_i p_i)'/(sum of w_i p_i) is the mean of the slopes, weighted by the pieces.
ComplexBall log_slope_at(const Stretch& stretch, std::span<const LocalPiece> pieces,
                         const ComplexBall& t) {
  if (pieces.size() == 1) return log_slope_of(pieces.front(), stretch, t);
  const ComplexBall centre = centre_of(t);
  std::vector<ComplexBall> logs, slopes;
  for (const LocalPiece& local : pieces) {
    slopes.push_back(log_slope_of(local, stretch, t));
    logs.push_back(by_mean_value(log_density_of(local, stretch, centre), slopes.back(), t, centre));
  }
  const Ball largest = largest_centre(logs);
  ComplexBall sum(0), change(0);
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const ComplexBall density = exp(logs[i] - largest);
    sum = sum + density;
    change = change + density * slopes[i];
  }
  return change / sum;
}

}  // namespace gancheck
