// The paths that the rigorous integrator follows, for every family of densities and every map: they
// cover the line where the laws live, and on them the logarithms of densities are the analytic
// continuation of the real ones.
#include "numerics/line/paths.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>

#include "numerics/distribution/language/builder.hpp"
#include "numerics/distribution/maps/map.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

struct PairOfTexts {
  std::string data, generator;
};

/// Every family, every map, and what compositions make of them.
const std::vector<PairOfTexts> pairs{
    {"normal(0,1)", "normal(1,2)"},
    {"laplace(0,1)", "laplace(1,2)"},
    {"laplace(0,1)", "normal(1/3,1)"},
    {"cauchy(0,1)", "normal(0,1)"},
    {"cauchy(0,1)", "cauchy(1/3,2)"},
    {"student_t(3)", "student_t(3,1/2,2)"},
    {"student_t(1/2)", "student_t(5)"},
    {"logistic(0,1)", "logistic(-1/3,2)"},
    {"gumbel(0,1)", "gumbel(1,2)"},
    {"lognormal(0,1)", "lognormal(1/2,4/5)"},
    {"exponential(1)", "exponential(5/2)"},
    {"gamma(5/2,2)", "gamma(1/2,1)"},
    {"weibull(2,1)", "weibull(1/2,3)"},
    {"pareto(1,2)", "pareto(2,3)"},
    {"half_normal(1)", "half_normal(3)"},
    {"uniform(0,1)", "beta(2,5)"},
    {"beta(1/2,1/2)", "uniform(-1,2)"},
    {"beta(3,1/3)", "arcsine(0,1)"},
    {"triangular(0,1/4,1)", "triangular(0,0,1)"},
    {"triangular(-1,1/2,2)", "uniform(0,1)"},
    {"mixture(0.5*normal(-3,0.5),0.5*normal(3,1))", "normal(0,1)"},
    {"mixture(0.9*normal(0,1),0.1*normal(5,1e-3))", "laplace(0,1)"},
    {"truncate(normal(0,1),-1,2)", "normal(0,1)"},
    {"truncate(cauchy(0,1),0,1000)", "exponential(1)"},
    {"mixture(1/2*point(0),1/2*uniform(0,1))", "exponential(1)"},
    {"shift(gamma(3,1),-2)", "normal(0,1)"},
    {"scale(exponential(1),-2)", "normal(0,1)"},
    {"pushforward(beta(2,2),affine(3,-1))", "normal(0,1)"},
    {"pushforward(normal(0,1),exp())", "exponential(1)"},
    {"pushforward(normal(0,1),exp())", "pushforward(normal(1/3,2),exp())"},
    {"pushforward(exponential(1),log())", "gumbel(0,1)"},
    {"pushforward(gamma(3,1),log())", "pushforward(gamma(2,1),log())"},
    {"pushforward(exponential(1),neg_log())", "gumbel(1,1)"},
    {"pushforward(exponential(1),sqrt())", "weibull(2,2)"},
    {"pushforward(normal(0,1),square())", "gamma(1/2,1)"},
    {"pushforward(uniform(1,3),square())", "uniform(0,10)"},
    {"pushforward(normal(1/3,1),abs())", "half_normal(1)"},
    {"pushforward(laplace(1,2),abs())", "exponential(1)"},
    {"pushforward(normal(0,1),sigmoid())", "uniform(0,1)"},
    {"pushforward(laplace(1/2,1),sigmoid())", "beta(2,2)"},
    {"pushforward(normal(0,1),tanh())", "uniform(-1,1)"},
    {"pushforward(logistic(0,1),tanh())", "pushforward(logistic(1,1),tanh())"},
};

/// Calls check(data, generator, panels, paths) for every pair.
template <class Check>
void for_all(const Check& check) {
  for (const PairOfTexts& texts : pairs) {
    CAPTURE(texts.data + " | " + texts.generator);
    const Law data = parse_law(texts.data), generator = parse_law(texts.generator);
    const Panels panels = panels_of(data, generator, {}, {128, true});
    check(data, generator, panels, paths_of(panels));
  }
}

Offset<Ball> offset_at_real(const Stretch& s, const Ball& t) {
  return s.side == 0 ? signed_offset(t) : Offset<Ball>::at_log_distance(t, s.side);
}

/// The point at the coordinate t, exactly.
Real point_at(const Stretch& s, const Real& t) {
  if (s.side == 0) return s.anchor + t;
  const Real distance = exp(t);
  return s.side > 0 ? s.anchor + distance : s.anchor - distance;
}

/// Where a path begins and ends on the line.
struct Span {
  Real lower, upper;
  const Path* path;
};

Span span_of(const Path& path) {
  const Real a = point_at(path.stretch, path.from), b = point_at(path.stretch, path.to);
  return path.stretch.side < 0 ? Span{b, a, &path} : Span{a, b, &path};
}

/// a < b for certain.
bool is_below(const Real& a, const Real& b) {
  return (b.enclose() - a.enclose()).is_positive();
}

/// Sums the masses of one law over the paths, and beyond the cuts.
Ball mass_over(const std::vector<Path>& paths, const Panels& panels,
               std::vector<LocalPiece> Stretch::*side) {
  Ball total(0);
  for (const Path& path : paths) {
    const Stretch& s = path.stretch;
    const Ball from = path.from.enclose(), to = path.to.enclose();
    const Offset<Ball> low = offset_at_real(s, s.side < 0 ? to : from);
    const Offset<Ball> high = offset_at_real(s, s.side < 0 ? from : to);
    for (const LocalPiece& local : s.*side) {
      const Ball lower = local.density->below(high) - local.density->below(low);
      const Ball upper = local.density->above(low) - local.density->above(high);
      total = total + local.weight->ball() * (lower.radius() < upper.radius() ? lower : upper);
    }
  }
  for (const Cut& cut : panels.cuts) {
    const Stretch& s = panels.stretches[cut.stretch];
    total = total + enclosed_mass_beyond(s, s.*side, cut);
  }
  return total;
}

Ball mass_of_pieces(const Law& law) {
  Ball total(0);
  for (const Piece& piece : law.pieces) total = total + piece.mass.enclose();
  return total;
}

/// Coordinates inside a path, from the generator of numbers: some even, some next to the ends.
std::vector<Rational> places_on(const Path& path, std::mt19937_64& random, int count) {
  const Rational from = exact_rational(exactly<double>(path.from));
  const Rational length = exact_rational(exactly<double>(path.to)) - from;
  std::vector<Rational> places;
  for (int i = 0; i < count; ++i) {
    Rational share(Integer(random() >> 11) + 1, (Integer(1) << 53) + 2);
    if (i % 4 == 1) share = share / 1000;
    if (i % 4 == 3) share = 1 - share / 1000;
    places.push_back(from + share * length);
  }
  return places;
}

ComplexBall complex_point(const Rational& re, const Rational& im) {
  return ComplexBall::of_parts(exactly<Ball>(re), exactly<Ball>(im));
}

bool overlap(const ComplexBall& x, const ComplexBall& y) {
  return x.real().overlaps(y.real()) && x.imaginary().overlaps(y.imaginary());
}

/// Whether `all` holds a value of the logarithm, or holds it on another sheet: a point off the real
/// line does not tell from which side a sum of densities wound about 0.
bool overlap_on_a_sheet(const ComplexBall& all, const ComplexBall& one, bool is_sum) {
  if (!is_sum) return overlap(all, one);
  const Ball turn = 2 * pi(), gap = all.imaginary() - one.imaginary();
  const Ball turns = exactly<Ball>(exact_rational(std::round((gap / turn).midpoint())));
  return all.real().overlaps(one.real()) && (gap - turns * turn).contains_zero();
}

/// How far a ball about t may reach so that it stays on the path: to the nearer end, at most 1.
Rational reach_on(const Path& path, const Rational& t) {
  const Rational below = t - exact_rational(exactly<double>(path.from));
  const Rational above = exact_rational(exactly<double>(path.to)) - t;
  return std::min(Rational(1), std::min(below, above));
}

template <class F>
void for_both_laws(const Stretch& s, const F& f) {
  if (!s.data.empty()) f(s.data);
  if (!s.generator.empty()) f(s.generator);
}

}  // namespace

TEST_CASE("the pairs of this file use every family of densities and every map") {
  std::string all;
  for (const PairOfTexts& texts : pairs) all += texts.data + " " + texts.generator + " ";
  const std::set<std::string_view> without_density{"discrete", "geometric", "poisson", "file",
                                                   "normalise"};
  for (const Form& form : forms())
    if (!without_density.contains(form.name))
      CHECK_MESSAGE(all.find(std::string(form.name) + "(") != std::string::npos, form.name);
  for (const Map& map : maps())
    CHECK_MESSAGE(all.find("," + std::string(map.name) + "())") != std::string::npos, map.name);
}

TEST_CASE("the paths carry all of both laws: nothing is left out, nothing counted twice") {
  for_all([](const Law& data, const Law& generator, const Panels& panels,
             const std::vector<Path>& paths) {
    const auto check = [&](const Law& law, std::vector<LocalPiece> Stretch::*side) {
      const Ball gap = mass_over(paths, panels, side) - mass_of_pieces(law);
      CHECK(gap.contains_zero());
      // 2^-128 is left beyond each cut (3e-39); distribution functions have 160 bits.
      CHECK(gap.radius() <= 1e-37);
    };
    check(data, &Stretch::data);
    check(generator, &Stretch::generator);
  });
}

TEST_CASE(
    "paths follow each other from the one exact end to the next, with no end inside another") {
  const BallPrecision precision(1024);
  for_all([](const Law& data, const Law& generator, const Panels& panels,
             const std::vector<Path>& paths) {
    std::vector<Span> spans;
    for (const Path& path : paths) spans.push_back(span_of(path));
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span& x, const Span& y) { return is_below(x.lower, y.lower); });
    std::size_t gaps = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      CHECK(is_below(spans[i].lower, spans[i].upper));
      if (i == 0) continue;
      const Ball gap = spans[i].lower.enclose() - spans[i - 1].upper.enclose();
      // Ends that meet are one number, up to the last of 1024 bits.
      if (gap.contains_zero())
        CHECK(gap.radius() <= 0x1p-900 * (1 + spans[i].lower.enclose().magnitude()));
      else
        ++gaps;
      CHECK_FALSE(gap.is_negative());
    }
    // Gaps are next to the cuts of singular ends, or where no law lives, between pieces.
    CHECK(gaps <= panels.cuts.size() + data.pieces.size() + generator.pieces.size());
    // What lies strictly inside a path: points where both laws are analytic.
    for (const Law* law : {&data, &generator})
      for (const Piece& piece : law->pieces) {
        std::vector<Real> hard = piece.density->kinks();
        for (const End& end : {piece.lower, piece.upper})
          if (end.at) hard.push_back(*end.at);
        for (const Real& x : hard)
          for (const Span& span : spans)
            CHECK_FALSE((is_below(span.lower, x) && is_below(x, span.upper) &&
                         !(x.enclose() - span.upper.enclose()).contains_zero()));
      }
  });
}

TEST_CASE("stretches are put together across rungs alone, and by the exact distance of anchors") {
  // One normal law beside another: all marks are rungs, and one path takes the linear part.
  const Law p = parse_law("normal(0,1)"), q = parse_law("normal(1/3,2)");
  const Panels panels = panels_of(p, q, {}, {128, true});
  const std::vector<Path> paths = paths_of(panels);
  CHECK(panels.stretches.size() > 10);
  CHECK(paths.size() == 1);
  // A kink, an end, or a scale that is 2^-20 of the other ends a path.
  const auto count = [](const char* data, const char* generator) {
    const Law a = parse_law(data), b = parse_law(generator);
    return paths_of(panels_of(a, b, {}, {128, true})).size();
  };
  CHECK(count("laplace(1/3,1)", "normal(0,1)") == 2);
  CHECK(count("laplace(1/3,1)", "laplace(0,1)") == 3);
  CHECK(count("uniform(0,1)", "uniform(1/3,2)") == 3);
  CHECK(count("uniform(0,1)", "uniform(2,3)") == 2);
  CHECK(count("normal(0,1)", "normal(0,1e-9)") >= 2);
  // A heavy tail is one path from the last end on, or from where it is a power of the distance.
  CHECK(count("pareto(1,2)", "pareto(1,3)") == 1);
  CHECK(count("lognormal(0,1)", "lognormal(1/2,4/5)") == 1);
  CHECK(count("cauchy(0,1)", "cauchy(0,2)") == 3);
  CHECK(count("cauchy(0,1)", "cauchy(1/3,2)") == 3);
  // Every path of panels in order; a path never takes in a stretch with other pieces than its own.
  for_all([](const Law&, const Law&, const Panels& all, const std::vector<Path>& found) {
    CHECK(found.size() <= all.stretches.size());
    for (const Path& path : found) {
      const Ball from = point_at(path.stretch, path.from).enclose();
      const Ball to = point_at(path.stretch, path.to).enclose();
      const Ball low = path.stretch.side < 0 ? to : from, high = path.stretch.side < 0 ? from : to;
      for (const Stretch& s : all.stretches) {
        if (s.side != 0 || path.stretch.side != 0 || s.misses_pieces) continue;
        const Ball middle = ((point_at(s, s.from) + point_at(s, s.to)) / Real(2)).enclose();
        if (!(middle - low).is_positive() || !(high - middle).is_positive()) continue;
        CHECK(s.data.size() == path.stretch.data.size());
        CHECK(s.generator.size() == path.stretch.generator.size());
      }
    }
  });
}

TEST_CASE("at a real point the complex logarithm of a density is the real one") {
  std::mt19937_64 random(20140610);
  for_all([&](const Law&, const Law&, const Panels&, const std::vector<Path>& paths) {
    for (const Path& path : paths)
      for (const Rational& place : places_on(path, random, 8)) {
        const double t = nearest_double(place);
        CAPTURE(t);
        for_both_laws(path.stretch, [&](const std::vector<LocalPiece>& pieces) {
          const Ball real = log_density_at(path.stretch, pieces, t);
          const ComplexBall same =
              log_density_at(path.stretch, pieces, ComplexBall(Ball::exact(t)));
          CHECK(same.is_real());
          REQUIRE(same.is_finite());
          CHECK(same.real().overlaps(real));
          // A path may lose 16 bits, and an exponent or a square the bits of its size.
          const double size = std::max(1.0, real.magnitude());
          CHECK(same.real().radius() <= 0x1p-110 * size);
        });
      }
  });
}

TEST_CASE("over a complex ball the logarithm of a density encloses its values at the points") {
  // As the integrator asks: every ball holds real points, of which the logarithm is the real one.
  std::mt19937_64 random(19);
  int known = 0, unknown = 0;
  for_all([&](const Law&, const Law&, const Panels&, const std::vector<Path>& paths) {
    for (const Path& path : paths)
      for (const Rational& t : places_on(path, random, 6)) {
        const Rational radius = reach_on(path, t) / (Integer(1) << (random() % 12));
        const Rational up = radius * Rational(Integer(random() % 3), 2);
        const Ball side = Ball::hull(Rational(-radius), radius);
        const ComplexBall ball =
            ComplexBall::of_parts(exactly<Ball>(t) + side, exactly<Ball>(up) + side);
        CAPTURE(to_text(t) + " + i " + to_text(up) + " +- " + to_text(radius));
        for_both_laws(path.stretch, [&](const std::vector<LocalPiece>& pieces) {
          const ComplexBall all = log_density_at(path.stretch, pieces, ball);
          ++(all.is_finite() ? known : unknown);
          if (!all.is_finite()) return;
          const BallPrecision fine(512);
          for (const auto& [u, v] : {std::pair{-1, -1}, {1, 1}, {0, 1}, {1, -1}, {0, 0}}) {
            const ComplexBall point =
                complex_point(Rational(t + u * radius), Rational(up + v * radius));
            const ComplexBall value = log_density_at(path.stretch, pieces, point);
            CHECK(overlap_on_a_sheet(all, value, pieces.size() > 1));
          }
        });
      }
  });
  CHECK(known > 1000);
  CHECK(unknown < known / 3);
}

TEST_CASE("the logarithm of a density is analytic wherever it is known") {
  // The mean over n points on a circle of half the radius is the value at the centre, but for the
  // coefficients of degree n, 2n, ... of the power series: at most M (2^-n + 2^-2n + ...) for |f|
  // at most M over the whole disc. A function that is not analytic (|Re x| in the place of |x|, the
  // wrong branch of a logarithm) misses that. Of sums the density itself, which has one sheet.
  constexpr int n = 24;
  std::mt19937_64 random(17);
  int checked = 0;
  std::vector<std::pair<Rational, Rational>> circle;
  for (int k = 0; k < n; ++k) {
    // The directions to 53 bits each: they are off by 2^-53, and so is f by M·2^-52 at most.
    const double angle = 2 * 3.14159265358979323846 * k / n;
    circle.emplace_back(exact_rational(std::cos(angle) / 2), exact_rational(std::sin(angle) / 2));
  }
  for_all([&](const Law&, const Law&, const Panels&, const std::vector<Path>& paths) {
    for (const Path& path : paths)
      for (const Rational& t : places_on(path, random, 3)) {
        const Rational radius = reach_on(path, t) / (Integer(1) << (random() % 6));
        const Ball side = Ball::hull(Rational(-radius), radius);
        const ComplexBall disc = ComplexBall::of_parts(exactly<Ball>(t) + side, side);
        CAPTURE(to_text(t) + " +- " + to_text(radius));
        for_both_laws(path.stretch, [&](const std::vector<LocalPiece>& pieces) {
          const ComplexBall log_centre =
              log_density_at(path.stretch, pieces, complex_point(t, Rational(0)));
          // The density is measured by that at the centre.
          const auto f = [&](const ComplexBall& at) -> ComplexBall {
            const ComplexBall y = log_density_at(path.stretch, pieces, at) - log_centre;
            return pieces.size() > 1 ? exp(y) - ComplexBall(1) : y;
          };
          const ComplexBall all = f(disc);
          if (!all.is_finite()) return;
          ComplexBall sum(0);
          for (const auto& [c, s] : circle)
            sum = sum + f(complex_point(Rational(t + c * radius), Rational(s * radius)));
          const ComplexBall off = sum / n;
          const double error =
              (all.real().magnitude() + all.imaginary().magnitude()) * 0x1p-23 + 0x1p-100;
          CHECK((off.real() + Ball::hull(-error, error)).contains_zero());
          CHECK((off.imaginary() + Ball::hull(-error, error)).contains_zero());
          ++checked;
        });
      }
  });
  CHECK(checked > 300);
}

TEST_CASE("the combined logarithm of a quotient is that of one density less that of the other") {
  std::mt19937_64 random(23);
  std::set<std::string> combined;
  for_all([&](const Law& data, const Law&, const Panels&, const std::vector<Path>& paths) {
    for (const Path& path : paths) {
      const Stretch& s = path.stretch;
      if (s.data.size() != 1 || s.generator.size() != 1) continue;
      const LocalDensity &p = *s.data[0].density, &q = *s.generator[0].density;
      const LogRatio ratio = p.log_ratio_to(q);
      if (!ratio) continue;
      combined.insert(data.specification);
      for (const Rational& t : places_on(path, random, 6)) {
        const Rational radius = reach_on(path, t) / (Integer(1) << (2 + random() % 10));
        const Ball side = Ball::hull(Rational(-radius), radius);
        const ComplexBall point = complex_point(t, Rational(0));
        const ComplexBall disc = ComplexBall::of_parts(exactly<Ball>(t) + side, side);
        CAPTURE(to_text(t) + " +- " + to_text(radius));
        const ComplexBall at_point = ratio(offset_at(s, point)), all = ratio(offset_at(s, disc));
        CHECK(at_point.is_finite());
        const BallPrecision fine(512);
        const auto difference = [&](const ComplexBall& at) {
          const Offset<ComplexBall> x = offset_at(s, at);
          return p.log_density(x) - q.log_density(x);
        };
        CHECK(overlap(at_point, difference(point)));
        if (!all.is_finite()) continue;
        for (const auto& [u, v] : {std::pair{-1, -1}, {1, 1}, {0, 1}, {1, -1}})
          CHECK(overlap(all,
                        difference(complex_point(Rational(t + u * radius), Rational(v * radius)))));
      }
    }
  });
  for (const char* data : {"normal(0,1)", "laplace(0,1)", "cauchy(0,1)", "student_t(3)",
                           "logistic(0,1)", "gumbel(0,1)", "exponential(1)", "half_normal(1)",
                           "pushforward(normal(0,1),exp())", "pushforward(logistic(0,1),tanh())"})
    CHECK_MESSAGE(combined.contains(data), data);
}

TEST_CASE("of nearly equal laws the combined logarithm keeps the digits that a difference loses") {
  // Parameters that differ by h = 1e-30: log p - log q is about h, the difference of two numbers
  // of the size of 1 with an error of 1e-47 knows 17 digits of it, the combined formula all 47.
  // Over a wide disc it stays of the size of h, where the difference is as wide as the disc.
  // At a point only shifts do: log(scale'/scale) is enclosed with an error of 1e-49 as well.
  struct Near {
    std::string data, generator;
    bool is_shift;
  };
  const std::string one = "1.000000000000000000000000000001";
  const std::vector<Near> near{
      {"normal(0,1)", "normal(1e-30,1)", true},
      {"normal(0,1)", "normal(0," + one + ")", false},
      {"laplace(0,1)", "laplace(1e-30,1)", true},
      {"laplace(0,1)", "laplace(0," + one + ")", false},
      {"cauchy(0,1)", "cauchy(1e-30,1)", true},
      {"cauchy(0,1)", "cauchy(0," + one + ")", false},
      {"student_t(3)", "student_t(3,1e-30,1)", true},
      {"logistic(0,1)", "logistic(1e-30,1)", true},
      {"gumbel(0,1)", "gumbel(1e-30,1)", true},
      {"gumbel(0,1)", "gumbel(0," + one + ")", false},
      {"exponential(1)", "exponential(" + one + ")", false},
      {"half_normal(1)", "half_normal(" + one + ")", false},
      {"pushforward(normal(0,1),exp())", "pushforward(normal(1e-30,1),exp())", true},
      {"pushforward(exponential(1),log())", "pushforward(exponential(" + one + "),log())", false},
  };
  std::mt19937_64 random(29);
  for (const Near& texts : near) {
    CAPTURE(texts.data + " | " + texts.generator);
    const Law data = parse_law(texts.data), generator = parse_law(texts.generator);
    const Panels panels = panels_of(data, generator, {}, {128, true});
    int checked = 0;
    for (const Path& path : paths_of(panels)) {
      const Stretch& s = path.stretch;
      REQUIRE(s.data.size() == 1);
      REQUIRE(s.generator.size() == 1);
      const LogRatio ratio = s.data[0].density->log_ratio_to(*s.generator[0].density);
      REQUIRE(ratio);
      for (const Rational& t : places_on(path, random, 6)) {
        const Rational radius = reach_on(path, t) / 8;
        if (radius < power_of_ten(-6)) continue;
        const Ball side = Ball::hull(Rational(-radius), radius);
        const ComplexBall disc = ComplexBall::of_parts(exactly<Ball>(t) + side, side);
        const Offset<ComplexBall> x = offset_at(s, ComplexBall(exactly<Ball>(t)));
        CAPTURE(to_text(t));
        const Ball at_point = ratio(x).real();
        const Ball difference =
            (s.data[0].density->log_density(x) - s.generator[0].density->log_density(x)).real();
        CHECK(at_point.overlaps(difference));
        if (texts.is_shift) CHECK(at_point.radius() <= 1e-9 * difference.radius());
        const ComplexBall wide = ratio(offset_at(s, disc));
        const Offset<ComplexBall> in_disc = offset_at(s, disc);
        const ComplexBall plain =
            s.data[0].density->log_density(in_disc) - s.generator[0].density->log_density(in_disc);
        if (!plain.is_finite()) continue;
        REQUIRE(wide.is_finite());
        if (plain.real().radius() > 1e-6) {
          CHECK(wide.real().radius() <= 1e-12 * plain.real().radius());
          ++checked;
        }
      }
    }
    CHECK(checked > 0);
  }
}

TEST_CASE("across a kink of either law nothing is known, on its own side everything") {
  // A view knows the side on which it looks: about 1 it takes -|x| for -x, also over a ball that
  // reaches across 0, where that is the continuation and not the density.
  const Law law = parse_law("laplace(0,1)");
  const Density& density = *law.pieces[0].density;
  const ComplexBall about_zero =
      ComplexBall::of_parts(Ball::hull(-1.0, 2.0), Ball::hull(-1.0, 1.0));
  const Offset<ComplexBall> everywhere = signed_offset(about_zero);
  CHECK_FALSE(density.seen_from(0)->log_density(everywhere).is_finite());
  const auto on_side = [&](int side) {
    return density.seen_from(0, Offset<Ball>::by(Ball(side), side))->log_density(everywhere);
  };
  CHECK(overlap(on_side(1), -about_zero - log(Ball(2))));
  CHECK(overlap(on_side(-1), about_zero - log(Ball(2))));
  CHECK(on_side(1).real().radius() <= 1.500001);
}

TEST_CASE("the side of a kink on which a stretch lies is chosen exactly") {
  // The heavy tail of a logarithm, whose centre is 0, and a kink of the mixture within 1e-15 of -1:
  // seen from -100, no double tells both sides of it.
  const Law data = parse_law("student_t(40,-100.0000000000000005,1)");
  const Law generator = parse_law(
      "mixture(1/2*pushforward(scale(pushforward(pareto(1,60),exp()),1e-30),log()),"
      "1/2*shift(scale(pushforward(laplace(0,1/60),exp()),1e-15),-1))");
  const Panels panels = panels_of(data, generator, {}, {.for_enclosures = true});
  const BallPrecision precision(512);
  int compared = 0;
  for (const Panel& panel : panels.panels) {
    const Stretch& s = panels.stretches[panel.stretch];
    for (const auto& pieces : {s.data, s.generator}) {
      if (pieces.empty()) continue;
      for (const double part : {0.25, 0.75}) {
        const double t = panel.from + part * (panel.to - panel.from);
        const Ball real = log_density_at(s, pieces, t);
        const ComplexBall continued = log_density_at(s, pieces, ComplexBall(Ball::exact(t)));
        if (!real.is_finite() || !continued.is_finite()) continue;
        CHECK(continued.real().overlaps(real));
        ++compared;
      }
    }
  }
  CHECK(compared > 50);
}

TEST_CASE("an end beyond the doubles is refused") {
  const Law far = parse_law("pushforward(truncate(normal(0,1/2),1/10,1000),exp())");
  CHECK_THROWS_WITH_AS(panels_of(far, parse_law("normal(0,1)")),
                       doctest::Contains("where doubles measure no distances"), std::domain_error);
}
