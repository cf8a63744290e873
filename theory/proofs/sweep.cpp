#include "theory/proofs/sweep.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace gancheck {
namespace {

using Coordinates = std::vector<double>;

/// Every choice of one coordinate from each list.
std::vector<Coordinates> product(const std::vector<Coordinates>& lists) {
  std::vector<Coordinates> points = {{}};
  for (const Coordinates& list : lists) {
    std::vector<Coordinates> longer;
    for (const Coordinates& point : points) {
      for (const double x : list) {
        longer.push_back(point);
        longer.back().push_back(x);
      }
    }
    points = std::move(longer);
  }
  return points;
}

std::vector<Coordinates> candidates(const std::vector<DyadicBox>& box) {
  std::vector<Coordinates> of_box, of_domain;
  for (const DyadicBox& side : box) {
    of_box.push_back({side.lower, (side.lower + side.upper) / 2, side.upper});
    constexpr int steps = 16;
    Coordinates lattice;
    for (int k = 0; k <= steps; ++k) lattice.push_back(static_cast<double>(k) / steps);
    of_domain.push_back(lattice);
  }
  std::vector<Coordinates> points = product(of_box);
  for (Coordinates& point : product(of_domain)) points.push_back(std::move(point));
  return points;
}

Evidence refuted_at(Evidence e, const Coordinates& point, const Ball& value) {
  e.found = Evidence::Found::excludes;
  e.decided = std::max<std::size_t>(e.decided, 1);
  e.attempted = std::max(e.attempted, e.decided);
  e.residual = -value.upper();
  e.bound = value.radius();
  e.lower = value.lower_text(6);
  e.upper = value.upper_text(6);
  e.where = fmt::format("({})", fmt::join(point, ", "));
  e.trouble = {"", ""};
  return e;
}

bool is_proof(const Evidence& e) {
  return e.found == Evidence::Found::agrees && e.trouble.empty();
}

}  // namespace

Evidence from_cover(const Cover& cover, bool contact, const SweptClaim& claim) {
  Evidence e;
  e.ground = Ground::sweep;
  e.scope = claim.scope;
  e.rests_on = claim.rests_on;
  e.attempted = cover.boxes + cover.unresolved;
  e.decided = cover.boxes;
  e.found = cover.complete() && contact ? Evidence::Found::agrees : Evidence::Found::too_wide;
  e.lower = decimal_rounded_down(exact_rational(cover.lowest), 17);
  e.upper = "inf";
  e.where = cover.where;
  if (cover.unresolved == 0 && !cover.complete())
    e.trouble = {fmt::format("the boxes fill {} of the domain", cover.covered),
                 fmt::format("各小区间只覆盖定义域的 {}", cover.covered)};
  if (!contact)
    e.trouble = {"the function does not vanish exactly at its point of contact",
                 "函数在切点处并不恰为零"};
  return e;
}

Evidence or_refuted(Evidence evidence, const Cover& cover, const SweptFunction& function) {
  if (is_proof(evidence) || cover.sides.empty()) return evidence;
  for (const Coordinates& point : candidates(cover.sides)) {
    std::vector<Ball> exact;
    for (const double x : point) exact.push_back(Ball::exact(x));
    const Ball value = function(exact);
    if (value.is_finite() && value.is_negative()) return refuted_at(evidence, point, value);
  }
  return evidence;
}

Evidence both(const Evidence& first, const Evidence& second) {
  for (const Evidence* e : {&first, &second}) {
    if (e->found == Evidence::Found::excludes) return *e;
  }
  for (const Evidence* e : {&first, &second}) {
    if (!is_proof(*e)) return *e;
  }
  Evidence e = first;
  e.attempted += second.attempted;
  e.decided += second.decided;
  for (const std::string& lemma : second.rests_on) {
    if (std::find(e.rests_on.begin(), e.rests_on.end(), lemma) == e.rests_on.end())
      e.rests_on.push_back(lemma);
  }
  return e;
}

Ball inverse_from_below(const DyadicBox& t) {
  return Ball(1) / t.high();
}
Ball inverse_of_rest_from_below(const DyadicBox& t) {
  return Ball(1) / (Ball(1) - t.low());
}
Ball inverse_variance_from_below(const DyadicBox& t) {
  return inverse_from_below(t) * inverse_of_rest_from_below(t);
}
Ball over_squared_tilt(const Rational& rest, const DyadicBox& t) {
  const Ball factor = inverse_variance_from_below(t);
  if (rest == 0) return factor;
  if (rest < 0 && t.lower <= 0.5 && t.upper >= 0.5) return no_bound();
  const Ball at_low = power(Ball(1) - 2 * t.low(), 2), at_high = power(Ball(1) - 2 * t.high(), 2);
  return factor + exactly<Ball>(rest) / (rest > 0 ? max(at_low, at_high) : min(at_low, at_high));
}
Ball least_at_corners(const std::function<Ball(const Ball&, const Ball&)>& function,
                      const DyadicBox& x, const DyadicBox& y) {
  return min(min(function(x.low(), y.low()), function(x.low(), y.high())),
             min(function(x.high(), y.low()), function(x.high(), y.high())));
}
Ball no_bound() {
  return Ball(0) / Ball(0);
}

}  // namespace gancheck
