// Bounds of what lies beyond a cut, held against integrals over tails by an independent program
// (tests/reference/tails.py), far inside the law, where a wrong constant shows.
#include "numerics/line/tail_bound.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/numeral.hpp"
#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

struct TailCase {
  std::string data, generator, coordinate;
  int side;
  std::string part;
  double cut;
  Ball truth;  ///< what -log q adds beyond its value at the cut
};

std::vector<TailCase> read_tails() {
  std::ifstream table(GANCHECK_REFERENCE_DIR "/tails.tsv");
  REQUIRE(table);
  std::vector<TailCase> tails;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream row(line);
    TailCase t;
    std::string anchor, side, cut, truth;
    for (std::string* cell :
         {&t.data, &t.generator, &t.coordinate, &anchor, &side, &t.part, &cut, &truth})
      std::getline(row, *cell, '\t');
    REQUIRE(anchor == "0");
    t.side = std::stoi(side);
    t.cut = std::stod(cut);
    t.truth = exactly<Ball>(*read_decimal(truth));
    tails.push_back(t);
  }
  return tails;
}

Stretch stretch_of(const TailCase& t) {
  return {Real(0), t.coordinate == "line" ? 0 : t.side, {}, {}};
}
Cut cut_of(const TailCase& t) {
  if (t.coordinate == "end") return {0, -t.cut, -1};
  return {0, t.coordinate == "line" ? t.side * t.cut : t.cut, t.coordinate == "line" ? t.side : 1};
}

LocalPiece local(const Law& law, const Stretch& s, const Cut& cut, double log_weight = 0) {
  const Piece& piece = law.pieces.at(0);
  const Real log = Real::dyadic(log_weight);
  return {std::make_shared<const Constant>(log_weight == 0 ? Real(1) : exp(log)),
          std::make_shared<const Constant>(log),
          piece.density->seen_from(s.anchor, s.offset(cut.at)), &piece};
}

/// The bound for a q whose weight makes p = q at the cut, so that only what the load adds counts;
/// `data` and `generator` may be other laws than the case's.
Ball bound(const TailCase& t, const std::string& data, const std::string& generator) {
  const Law p = parse_law(data), q = parse_law(generator);
  const Stretch s = stretch_of(t);
  const Cut cut = cut_of(t);
  const LocalPiece own = local(p, s, cut), other = local(q, s, cut);
  const Ball ratio = log_density_at(s, {&own, 1}, cut.at) - log_density_at(s, {&other, 1}, cut.at);
  const LocalPiece weighted = local(q, s, cut, ratio.midpoint());
  return most_direct_beyond(s, {&own, 1}, {&weighted, 1}, cut);
}
Ball bound(const TailCase& t) {
  return bound(t, t.data, t.generator);
}

/// Weights that are equal to a double leave less than this at the cut.
const Ball rounding = Ball::exact(0x1p-50);

bool is_broken(const Ball& bound, const TailCase& t) {
  return (t.truth - bound - rounding).is_positive();
}

}  // namespace

TEST_CASE("no tail holds more than its bound, which is at most four times as much") {
  int bounded = 0;
  for (const TailCase& t : read_tails()) {
    INFO(t.data, " ", t.generator, " ", t.coordinate, " beyond ", t.cut, ", part ", t.part);
    const Ball found = bound(t);
    // Further in a cut may be refused, or hardly be accepted, where the load rises nearly as fast
    // as the law falls.
    const bool is_far_out = t.part == "1/1048576";
    if (is_far_out) CHECK(found.is_finite());
    if (!found.is_finite()) continue;
    ++bounded;
    CHECK_FALSE(is_broken(found, t));
    if (is_far_out) CHECK((found / t.truth).upper() <= 4);
  }
  CHECK(bounded >= 110);
}

TEST_CASE("a load that is still flat at the cut is bounded only where it rises more slowly") {
  const auto at = [](double cut) {
    return bound({"lognormal(0,1)", "weibull(30,2000000)", "log", 1, "", cut, Ball(0)});
  };
  for (const double flat : {14.5, 20.0, 29.9}) CHECK_FALSE(at(flat).is_finite());
  std::vector<double> ratios;
  for (const TailCase& t : read_tails())
    if (t.part == "0") ratios.push_back((at(t.cut) / t.truth).upper());
  REQUIRE(ratios.size() == 2);
  CHECK(ratios[0] < 1.56);
  CHECK(ratios[1] < 1.12);
}

TEST_CASE("the square of one density over another is bounded beyond a cut, closely") {
  struct Case {
    const char *data, *generator;
    int side;  ///< 0: along x itself
    double cut;
    Ball truth;
  };
  const auto above = [](double x) { return erfc(Ball::exact(x) / sqrt(Ball(2))) / 2; };
  // N(0,1)²/N(1,1) = e N(-1,1); with half the weight of q twice that. Exponential: e^(-x/10)/1.9.
  // In log x lognormal laws are normal ones. Cauchy (at twice the scale): (4 + x²)/(2 pi (1+x²)²).
  const Ball arc = atan(Ball(1) / 10);
  for (const Case& c :
       {Case{"normal(0,1)", "normal(1,1)", 0, 1, exp(Ball(1)) * above(2)},
        Case{"normal(0,1)", "normal(1,1)", 0, 12, exp(Ball(1)) * above(13)},
        Case{"exponential(1)", "exponential(1.9)", 0, 3, exp(Ball(-3) / 10) / Ball(19) * 100},
        Case{"lognormal(0,1)", "lognormal(1,1)", 1, 2, exp(Ball(1)) * above(3)},
        Case{"cauchy(0,1)", "cauchy(0,2)", 1, std::log(10.0),
             (arc * 5 / 2 + Ball(3) / 2 * Ball(-10) / 101) / (pi() * 2)}}) {
    CAPTURE(c.data);
    CAPTURE(c.cut);
    const Law p = parse_law(c.data), q = parse_law(c.generator);
    const Stretch s{Real(0), c.side, {}, {}};
    const Cut cut{0, c.cut, 1};
    const LocalPiece own = local(p, s, cut), other = local(q, s, cut);
    const Ball found = most_square_beyond(s, {&own, 1}, {&other, 1}, cut);
    REQUIRE(found.is_finite());
    CHECK_FALSE((c.truth - found - rounding).is_positive());
    CHECK((found / c.truth).upper() <= 4);
    // Two halves of p, and of q, are p and q.
    const LocalPiece half = local(p, s, cut, std::log(0.5)), rest = local(q, s, cut, std::log(0.5));
    const std::vector<LocalPiece> halves = {half, half}, rests = {rest, rest};
    const Ball of_halves = most_square_beyond(s, halves, rests, cut);
    CHECK_FALSE((c.truth - of_halves - rounding).is_positive());
    CHECK((of_halves / found).upper() <= 2.001);
  }
  // No bound where p²/q grows: N(0,1) over N(0,1/2), and from the left to the right.
  const Law p = parse_law("normal(0,1)"), q = parse_law("normal(0,1/2)");
  const Stretch s{Real(0), 0, {}, {}};
  const Cut cut{0, 5, 1};
  const LocalPiece own = local(p, s, cut), other = local(q, s, cut);
  CHECK_FALSE(most_square_beyond(s, {&own, 1}, {&other, 1}, cut).is_finite());
}

TEST_CASE("faults are noticed: half a constant, a flat load, a scale that is forgotten") {
  int half = 0, flat = 0, scale = 0;
  for (const TailCase& t : read_tails()) {
    const Ball found = bound(t);
    if (found.is_finite()) half += is_broken(found / 2, t);
    // Mass times load at the cut, twice over: the load adds nothing there.
    const Law p = parse_law(t.data);
    const Stretch s = stretch_of(t);
    const LocalPiece own = local(p, s, cut_of(t));
    flat += is_broken(enclosed_mass_beyond(s, {&own, 1}, cut_of(t)) * 2, t);
    if (t.data == "scale(lognormal(0,1),3)") {
      const Ball without = bound(t, "lognormal(0,1)", "weibull(2,1)");
      scale += !without.is_finite() || is_broken(without, t);
    }
  }
  CHECK(half >= 10);
  CHECK(flat >= 10);
  CHECK(scale >= 1);
}
