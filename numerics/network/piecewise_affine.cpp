#include "numerics/network/piecewise_affine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace gancheck {
namespace {

/// slope·z + shift.
struct Affine {
  Rational slope, shift;
  friend bool operator==(const Affine&, const Affine&) = default;
};

/// All units of a layer on one segment of the line.
struct Segment {
  std::optional<Rational> from;
  std::vector<Affine> units;
};

std::vector<Affine> image(const Layer& layer, const std::vector<Affine>& units) {
  std::vector<Affine> images;
  for (std::size_t i = 0; i < layer.outputs(); ++i) {
    Affine sum{0, layer.bias[i]};
    for (std::size_t j = 0; j < layer.inputs; ++j) {
      const Rational& weight = layer.weight_at(i, j);
      if (weight == 0) continue;
      sum.slope += weight * units[j].slope;
      sum.shift += weight * units[j].shift;
    }
    images.push_back(std::move(sum));
  }
  return images;
}

/// Where a unit changes its sign strictly inside the segment, from the left.
std::vector<Rational> sign_changes(const Segment& segment, const std::optional<Rational>& to) {
  std::vector<Rational> zeros;
  for (const Affine& unit : segment.units) {
    if (unit.slope == 0) continue;
    Rational zero = -unit.shift / unit.slope;
    if ((!segment.from || *segment.from < zero) && (!to || zero < *to))
      zeros.push_back(std::move(zero));
  }
  std::sort(zeros.begin(), zeros.end());
  zeros.erase(std::unique(zeros.begin(), zeros.end()), zeros.end());
  return zeros;
}

/// A point strictly between both, of which an empty one is infinite.
Rational inside(const std::optional<Rational>& from, const std::optional<Rational>& to) {
  if (from && to) return (*from + *to) / 2;
  if (from) return *from + 1;
  return to ? *to - 1 : Rational(0);
}

/// The greater of each unit and 0, on a segment where none changes its sign.
Segment rectified(const Segment& segment, const std::optional<Rational>& from,
                  const std::optional<Rational>& to) {
  const Rational z = inside(from, to);
  Segment part{from, segment.units};
  for (Affine& unit : part.units)
    if (unit.slope * z + unit.shift < 0) unit = {0, 0};
  return part;
}

[[noreturn]] void refuse(const std::string& what, std::size_t most) {
  throw std::domain_error(
      fmt::format("the network has too many {}: at most {} are taken apart exactly; give a network "
                  "with fewer or narrower layers",
                  what, most));
}

std::vector<Segment> rectified(const std::vector<Segment>& segments) {
  std::vector<Segment> parts;
  for (std::size_t k = 0; k < segments.size(); ++k) {
    const std::optional<Rational> to =
        k + 1 < segments.size() ? segments[k + 1].from : std::nullopt;
    std::optional<Rational> from = segments[k].from;
    for (const Rational& zero : sign_changes(segments[k], to)) {
      parts.push_back(rectified(segments[k], from, zero));
      from = zero;
    }
    parts.push_back(rectified(segments[k], from, to));
    if (parts.size() > most_pieces) refuse("pieces", most_pieces);
  }
  return parts;
}

/// Neighbours on which all units are the same are one segment.
void join(std::vector<Segment>& segments) {
  const auto same = [](const Segment& x, const Segment& y) { return x.units == y.units; };
  segments.erase(std::unique(segments.begin(), segments.end(), same), segments.end());
}

}  // namespace

std::vector<AffinePiece> affine_pieces(const Network& network) {
  if (network.inputs() != 1 || network.outputs() != 1)
    throw std::domain_error(
        fmt::format("the network takes {} numbers to {}, and a law on the line needs 1 to 1",
                    network.inputs(), network.outputs()));
  std::vector<Segment> segments{{std::nullopt, {{1, 0}}}};
  std::size_t products = 0;
  for (const Layer& layer : network.layers()) {
    products += 2 * segments.size() * layer.weight.size();
    if (products > most_products) refuse("weights and pieces: products of them", most_products);
    for (Segment& segment : segments) segment.units = image(layer, segment.units);
    if (layer.is_rectified) segments = rectified(segments);
    join(segments);
  }
  std::vector<AffinePiece> pieces;
  pieces.reserve(segments.size());
  for (Segment& segment : segments)
    pieces.push_back({std::move(segment.from), segment.units[0].slope, segment.units[0].shift});
  return pieces;
}

}  // namespace gancheck
