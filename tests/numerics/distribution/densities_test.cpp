#include "numerics/distribution/densities/densities.hpp"

#include <doctest/doctest.h>

#include <boost/math/distributions.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "numerics/number/special_functions.hpp"
#include "tests/numerics/distribution/law_checks.hpp"

using namespace gancheck;

namespace {

namespace bm = boost::math;

/// P(X <= x), P(X >= x) and the density in doubles.
struct InDoubles {
  std::function<double(double)> density, below, above;
};

template <class Distribution>
InDoubles by_boost(const Distribution& law) {
  return {[=](double x) { return pdf(law, x); }, [=](double x) { return cdf(law, x); },
          [=](double x) { return cdf(complement(law, x)); }};
}

/// The law of |z| for a normal z: twice the normal law.
InDoubles half_normal_by_boost(double scale) {
  const bm::normal law(0, scale);
  return {[=](double x) { return 2 * pdf(law, x); },
          [=](double x) { return 1 - 2 * cdf(complement(law, x)); },
          [=](double x) { return 2 * cdf(complement(law, x)); }};
}

/// `in_doubles` only where Boost is accurate and the parameters are doubles.
struct Example {
  std::string specification;
  std::optional<InDoubles> in_doubles = std::nullopt;
};

struct Family {
  Form form;
  std::vector<Example> examples;
};

std::vector<Family> families_of_densities() {
  return {
      {normal_form(),
       {{"normal(0,1)", by_boost(bm::normal(0, 1))},
        {"normal(-3,0.5)", by_boost(bm::normal(-3, 0.5))},
        {"normal(1/3,1e-300)"},
        {"normal(1,1e300)"}}},
      {laplace_form(),
       {{"laplace(0,1)", by_boost(bm::laplace(0, 1))},
        {"laplace(-3,0.5)", by_boost(bm::laplace(-3, 0.5))},
        {"laplace(1/3,1e-300)"},
        {"laplace(1,1e300)"}}},
      {cauchy_form(),
       {{"cauchy(0,1)", by_boost(bm::cauchy(0, 1))},
        {"cauchy(-3,0.5)", by_boost(bm::cauchy(-3, 0.5))},
        {"cauchy(1/3,1e-300)"},
        {"cauchy(1,1e300)"}}},
      {student_t_form(),
       {{"student_t(3)", by_boost(bm::students_t(3))},
        {"student_t(0.5)", by_boost(bm::students_t(0.5))},
        {"student_t(1)", by_boost(bm::students_t(1))},
        {"student_t(0.01,1/3,1e-300)"},
        {"student_t(1e6,1,1e300)"},
        {"student_t(1e6)"}}},
      {logistic_form(),
       {{"logistic(0,1)", by_boost(bm::logistic(0, 1))},
        {"logistic(-3,0.5)", by_boost(bm::logistic(-3, 0.5))},
        {"logistic(1/3,1e-300)"},
        {"logistic(1,1e300)"}}},
      {gumbel_form(),
       {{"gumbel(0,1)", by_boost(bm::extreme_value(0, 1))},
        {"gumbel(-3,0.5)", by_boost(bm::extreme_value(-3, 0.5))},
        {"gumbel(1/3,1e-300)"},
        {"gumbel(1,1e300)"}}},
      {lognormal_form(),
       {{"lognormal(0,1)", by_boost(bm::lognormal(0, 1))},
        {"lognormal(-3,0.5)", by_boost(bm::lognormal(-3, 0.5))},
        {"lognormal(1/3,1e-3)"},
        {"lognormal(-2000,10)"},
        {"lognormal(0,1e6)"}}},
      {exponential_form(),
       {{"exponential(1)", by_boost(bm::exponential(1))},
        {"exponential(3)", by_boost(bm::exponential(3))},
        {"exponential(1e-300)"},
        {"exponential(1e300)"}}},
      {gamma_form(),
       {{"gamma(2.5,2)", by_boost(bm::gamma_distribution<>(2.5, 2))},
        {"gamma(0.5,1)", by_boost(bm::gamma_distribution<>(0.5, 1))},
        {"gamma(3,0.25)", by_boost(bm::gamma_distribution<>(3, 0.25))},
        {"gamma(1,2)", by_boost(bm::gamma_distribution<>(1, 2))},
        {"gamma(0.01,1)"},
        {"gamma(1e6,1e-300)"},
        {"gamma(1/3,1e300)"}}},
      {weibull_form(),
       {{"weibull(2,1)", by_boost(bm::weibull(2, 1))},
        {"weibull(0.5,3)", by_boost(bm::weibull(0.5, 3))},
        {"weibull(1,3)", by_boost(bm::weibull(1, 3))},
        {"weibull(0.01,1)"},
        {"weibull(1e6,1e-300)"},
        {"weibull(7/3,1e300)"}}},
      {pareto_form(),
       {{"pareto(1,2)", by_boost(bm::pareto(1, 2))},
        {"pareto(3,0.5)", by_boost(bm::pareto(3, 0.5))},
        {"pareto(1/3,0.01)"},
        {"pareto(1e-300,1e6)"},
        {"pareto(1e300,1)"}}},
      {half_normal_form(),
       {{"half_normal(1)", half_normal_by_boost(1)},
        {"half_normal(3)", half_normal_by_boost(3)},
        {"half_normal(1e-300)"},
        {"half_normal(1e300)"}}},
      {uniform_form(),
       {{"uniform(0,1)", by_boost(bm::uniform(0, 1))},
        {"uniform(-3,0.5)", by_boost(bm::uniform(-3, 0.5))},
        {"uniform(-1e300,1e300)"},
        {"uniform(0,1e-300)"}}},
      {beta_form(),
       {{"beta(2,5)", by_boost(bm::beta_distribution<>(2, 5))},
        {"beta(0.5,3)", by_boost(bm::beta_distribution<>(0.5, 3))},
        {"beta(0.5,0.5)", by_boost(bm::beta_distribution<>(0.5, 0.5))},
        {"beta(1,1)", by_boost(bm::beta_distribution<>(1, 1))},
        {"beta(1,2)", by_boost(bm::beta_distribution<>(1, 2))},
        {"beta(0.01,0.01)"},
        {"beta(0.01,1e6)"},
        {"beta(1e6,1e6)"}}},
      {triangular_form(),
       {{"triangular(0,0.25,1)", by_boost(bm::triangular(0, 0.25, 1))},
        {"triangular(-3,0.5,0.5)", by_boost(bm::triangular(-3, 0.5, 0.5))},
        {"triangular(1,1,4)", by_boost(bm::triangular(1, 1, 4))},
        {"triangular(0,1e-300,1)"},
        {"triangular(-1e300,1/3,1e300)"}}},
      {arcsine_form(),
       {{"arcsine(0,1)", by_boost(bm::arcsine(0, 1))},
        {"arcsine(-3,0.5)", by_boost(bm::arcsine(-3, 0.5))},
        {"arcsine(-1e300,1/3)"},
        {"arcsine(0,1e-300)"}}},
  };
}

Law law_of_text(const std::string& specification) {
  const Call call = parse_call(specification);
  for (const Family& family : families_of_densities()) {
    if (family.form.name != call.name) continue;
    Builder builder;
    return family.form.build(builder, call, {});
  }
  throw std::invalid_argument(specification + " is of no family here");
}

DensityPointer density_of(const std::string& specification) {
  const Law law = law_of_text(specification);
  REQUIRE(law.pieces.size() == 1);
  return law.pieces[0].density;
}

/// Calls check(example, density) for every example of every family.
void for_all(const std::function<void(const Example&, const DensityPointer&)>& check) {
  for (const Family& family : families_of_densities())
    for (const Example& example : family.examples) {
      CAPTURE(example.specification);
      check(example, density_of(example.specification));
    }
}

const Offset<Ball> here = Offset<Ball>::by(Ball(0), 0);

struct Values {
  Ball log_density, below, above;
};

Values values_at(const Density& density, const Real& anchor, const Offset<Ball>& offset = here) {
  const auto local = density.seen_from(anchor);
  return {local->log_density(offset), local->below(offset), local->above(offset)};
}

double relative_radius(const Ball& x) {
  return x.is_zero() ? 0 : (x / x).radius();
}

/// |y - x| <= error, y an enclosure of what x is in doubles.
bool is_near(const Ball& y, double x, double error) {
  return std::isfinite(x) && (y - Ball::exact(x)).magnitude() <= error;
}

Rational number(const std::string& text) {
  return *parse_call("point(" + text + ")").arguments[0].number;
}

}  // namespace

TEST_CASE("every family in the folder is tested") {
  std::set<std::string> tested{"densities", "ingredients"}, present;
  for (const Family& family : families_of_densities()) {
    tested.insert(std::string(family.form.name));
    CHECK(family.form.description.signature.starts_with(std::string(family.form.name) + "("));
    CHECK(!family.form.description.meaning_en.empty());
    CHECK(!family.form.description.meaning_zh.empty());
  }
  const std::filesystem::path folder =
      std::filesystem::path(GANCHECK_SOURCE_DIR) / "numerics" / "distribution" / "densities";
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".cpp") present.insert(file.path().stem().string());
  CHECK(tested == present);
}

TEST_CASE("densities and distribution functions are those of Boost") {
  for_all([](const Example& example, const DensityPointer& density) {
    if (!example.in_doubles) return;
    for (const Real& rung : density->ladder()) {
      const double x = exactly<double>(rung);
      CAPTURE(x);
      const Values values = values_at(*density, Real::dyadic(x));
      const double p = example.in_doubles->density(x);
      const double below = example.in_doubles->below(x), above = example.in_doubles->above(x);
      if (p < 1e-290 || below < 1e-290 || above < 1e-290) continue;
      // Boost's exponentials err by the rounding of their arguments, |log p| units of 2^-53, its
      // incomplete gamma and beta functions by some hundred units (its documentation shows up to
      // 300), and 1 - cdf of half_normal by one unit of 1.
      const double error = 0x1p-52 * (400 + 8 * std::abs(std::log(p)));
      CHECK(is_near(values.log_density, std::log(p), error));
      CHECK(is_near(values.above / Ball::exact(above), 1, error));
      CHECK(is_near(values.below / Ball::exact(below), 1, error + 0x1p-52 / below));
    }
  });
}

TEST_CASE("densities and distribution functions are those of the textbook formulas") {
  std::ifstream table(GANCHECK_REFERENCE_DIR "/densities.tsv");
  REQUIRE(table);
  std::string specification, what, anchor, place, digits;
  std::map<std::string, DensityPointer> densities;
  std::set<std::string> names;
  std::size_t rows = 0;
  for (; table >> specification >> what >> anchor >> place >> digits; ++rows) {
    CAPTURE(specification);
    CAPTURE(what);
    CAPTURE(anchor + " " + place);
    names.insert(specification.substr(0, specification.find('(')));
    DensityPointer& density = densities[specification];
    if (!density) density = density_of(specification);
    const bool by_log = place[0] == 'l';
    const Rational n = number(place.substr(by_log ? 2 : 1));
    const Ball offset = exactly<Ball>(n);
    const int side = by_log ? (place[1] == '-' ? -1 : 1) : (n > 0) - (n < 0);
    const Values values = values_at(
        *density, number(anchor),
        by_log ? Offset<Ball>::at_log_distance(offset, side) : Offset<Ball>::by(offset, side));
    const Ball& value = what == "below"   ? values.below
                        : what == "above" ? values.above
                                          : values.log_density;
    const Ball expected = reference(digits);
    CHECK(value.overlaps(expected));
    const bool is_log = what == "log_density";
    const double size = is_log ? std::max(1.0, expected.magnitude()) : 1;
    const Ball off = is_log ? value - expected : value / expected - Ball(1);
    CHECK(off.magnitude() <= 1e-28 * size);
  }
  CHECK(names.size() == families_of_densities().size());
  CHECK(rows == 342);
}

TEST_CASE("both sides of a point carry all of the law, and each is known to its digits") {
  // The argument is off by 2^-bits of itself; x·p(x)/P stays below 2^16 where 2^-900 is left of a
  // law, and for shapes of 1e6: 2^-(bits-20) leaves 2^4.
  for (const long bits : {64L, 160L}) {
    const BallPrecision precision(bits);
    const double tight = std::ldexp(1.0, static_cast<int>(20 - bits));
    for_all([&](const Example&, const DensityPointer& density) {
      std::optional<Values> last;
      for (const Real& rung : density->ladder()) {
        CAPTURE(rung.text());
        const Values values = values_at(*density, rung);
        const Ball all = values.below + values.above - Ball(1);
        CHECK(all.contains_zero());
        CHECK(all.radius() <= tight);
        CHECK(relative_radius(values.below) <= tight);
        CHECK(relative_radius(values.above) <= tight);
        CHECK(values.log_density.radius() <= tight * std::max(1.0, values.log_density.magnitude()));
        if (last) {
          CHECK(((values.below - last->below).is_positive() ||
                 (last->above - values.above).is_positive()));
        }
        last = values;
      }
      CHECK(last.has_value());
    });
  }
}

TEST_CASE("the density is the derivative of the distribution function") {
  for_all([](const Example&, const DensityPointer& density) {
    const BallPrecision precision(96);
    std::vector<Real> points = density->ladder();
    for (const Real& kink : density->kinks()) points.push_back(kink);
    std::sort(points.begin(), points.end(),
              [](const Real& a, const Real& b) { return compare(a, b) < 0; });
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (compare(points[i - 1], points[i]) == 0) continue;
      CAPTURE(points[i - 1].text());
      const auto local = density->seen_from(points[i - 1]);
      const Ball length = (points[i] - points[i - 1]).enclose();
      const Ball by_length = log(length);
      const auto integrand = [&](double t) {
        const Ball at = length * Ball::exact(t);
        return exp(local->log_density(Offset<Ball>::by(at, 1)) + by_length).midpoint();
      };
      double error = 0;
      const double integral = bm::quadrature::gauss_kronrod<double, 31>::integrate(
          integrand, 0.0, 1.0, 6, 1e-13, &error);
      const Ball below = local->below(Offset<Ball>::by(length, 1)) - local->below(here);
      const Ball above = local->above(here) - local->above(Offset<Ball>::by(length, 1));
      const Ball mass = below.radius() < above.radius() ? below : above;
      // The quadrature's own estimate, and the rounding of 31 terms.
      CHECK(is_near(mass, integral, error + 64 * 0x1p-53 * integral + 2 * mass.radius()));
    }
  });
}

TEST_CASE("over a wide ball every value in it is enclosed") {
  for_all([](const Example&, const DensityPointer& density) {
    const std::vector<Real> rungs = density->ladder();
    for (std::size_t i = 1; i + 1 < rungs.size(); ++i) {
      CAPTURE(rungs[i].text());
      const Rational back = (rungs[i - 1] - rungs[i]).rational();
      const Rational on = (rungs[i + 1] - rungs[i]).rational();
      const Values wide = values_at(*density, rungs[i], Offset<Ball>::by(Ball::hull(back, on), 0));
      for (const Rational& offset : {back, Rational(back / 3), Rational(0), Rational(on / 3), on}) {
        const Values at = values_at(*density, rungs[i] + Real(offset));
        const auto holds = [](const Ball& all, const Ball& one) {
          return !all.is_finite() || all.overlaps(one);
        };
        CHECK(holds(wide.log_density, at.log_density));
        CHECK(holds(wide.below, at.below));
        CHECK(holds(wide.above, at.above));
      }
      CHECK(wide.below.is_finite());
      CHECK(wide.above.is_finite());
    }
  });
}

TEST_CASE("distances beyond every double keep their digits") {
  const double tight = std::ldexp(1.0, 20 - static_cast<int>(BallPrecision::bits()));
  const auto check = [&](const Density& density, const Rational& anchor, int log, int side) {
    CAPTURE(density.text());
    CAPTURE(log);
    const Values values =
        values_at(density, anchor, Offset<Ball>::at_log_distance(Ball(log), side));
    // e^log is off by |log|·2^-bits, and its power by the shape times that.
    const double lost = std::max(1.0, std::abs(log) / 2000.0);
    CHECK(relative_radius(values.below) <= tight * lost);
    CHECK(relative_radius(values.above) <= tight * lost);
    CHECK(values.log_density.radius() <= tight * values.log_density.magnitude());
    CHECK(values.log_density.is_finite());
    CHECK((values.below + values.above - Ball(1)).contains_zero());
  };
  for (const int log : {2000, 1000000}) {
    for (const char* text : {"beta(0.5,0.5)", "beta(0.01,1e6)", "beta(3,0.01)", "beta(2,5)"}) {
      check(*density_of(text), 0, -log, 1);
      check(*density_of(text), 1, -log, -1);
    }
    check(*density_of("arcsine(-1,1/3)"), -1, -log, 1);
    check(*density_of("arcsine(-1,1/3)"), Rational(1, 3), -log, -1);
    for (const char* text : {"gamma(0.01,1)", "gamma(7/3,1e300)", "weibull(0.01,1)",
                             "exponential(3)", "half_normal(2)", "lognormal(1/3,1000)"})
      check(*density_of(text), 0, -log, 1);
    for (const char* text : {"cauchy(1,2)", "student_t(0.5)", "student_t(0.01,1,1e-300)"})
      for (const int side : {-1, 1}) check(*density_of(text), 0, log, side);
    check(*density_of("pareto(3,0.5)"), 0, log, 1);
    check(*density_of("pareto(3,0.5)"), 3, log, 1);
    check(*density_of("pareto(3,0.5)"), 3, -log, 1);
    check(*density_of("lognormal(1/3,1000)"), 0, log, 1);
  }
}

namespace {

/// -log P(beyond x) at L_level(X) = size, X as in growth.hpp, at the lower or the upper end.
Ball minus_log_tail(const Density& density, bool upper, int level, const Ball& size) {
  const End end = upper ? density.upper() : density.lower();
  const Ball log_distance = level == 1 ? (end.at ? -size : size) : log(size);
  const int side = upper != end.at.has_value() ? 1 : -1;
  const auto local = density.seen_from(end.at ? *end.at : Real(0));
  const Offset<Ball> at = Offset<Ball>::at_log_distance(log_distance, side);
  return -log(upper ? local->above(at) : local->below(at));
}

}  // namespace

namespace {

/// L_level(X) far beyond the law's own place and scale, where what growth leaves out is small.
Ball far_out(const Density& density, const Growth& growth) {
  const Ball one_over_power = Ball(1) / exactly<Ball>(*growth.power);
  Ball own(0);
  for (const Real& rung : density.ladder()) {
    const Ball size = abs(rung.enclose());
    if (growth.level == 0) own = max(own, size);
    if (growth.level == 1 && !size.is_zero()) own = max(own, abs(log(size)) + Ball(1));
  }
  if (growth.level == 0) return own * exp(14 * min(one_over_power, Ball(1)));
  if (growth.coefficient)
    own = max(own, power(exactly<Ball>(1 / *growth.coefficient), one_over_power));
  return own * exp(Ball(14));
}

}  // namespace

TEST_CASE("tails die out as their growth says") {
  std::map<std::string, int> decided;
  for_all([&](const Example&, const DensityPointer& density) {
    const BallPrecision precision(256);
    for (const bool upper : {false, true}) {
      CAPTURE(upper);
      const Growth growth = (upper ? density->upper() : density->lower()).growth;
      REQUIRE(growth.power);
      if (growth.level < 0) continue;
      const Ball far = far_out(*density, growth);
      const Ball exponent = exactly<Ball>(*growth.power);
      const Ball next = far * exp(min(Ball(1) / exponent, Ball(1)));
      const Ball tail = minus_log_tail(*density, upper, growth.level, far);
      const Ball next_tail = minus_log_tail(*density, upper, growth.level, next);
      // Below e^-2^40 exp says no more than that: laws much narrower than their distance from 0.
      if (!tail.is_finite() || !next_tail.is_finite()) continue;
      ++decided[density->text().substr(0, density->text().find('('))];
      const Ball slope = log(next_tail / tail) / log(next / far);
      CHECK(is_near(slope / exponent, 1, 1e-2));
      if (!growth.coefficient) continue;
      const Ball expected = exactly<Ball>(*growth.coefficient) * power(far, exponent);
      CHECK(is_near(tail / expected, 1, 1e-2));
    }
  });
  for (const Family& family : families_of_densities()) {
    const std::string name(family.form.name);
    CHECK_MESSAGE(decided[name] >= (name == "gumbel" ? 2 : 3), name);
  }
}

TEST_CASE("gumbel's lower tail dies out like an exponential of an exponential") {
  // log(-log P(X <= -|x|)) = (|x| + location)/scale.
  const auto density = density_of("gumbel(-3,0.5)");
  const End lower = density->lower();
  CHECK(lower.growth.level == -1);
  const auto log_of_log = [&](int x) {
    return log(-log(density->seen_from(0)->below(Offset<Ball>::by(Ball(x), -1))));
  };
  CHECK(is_near(log_of_log(-15), 24, 1e-15));
  const Ball slope = (log_of_log(-15) - log_of_log(-13)) / 2;
  CHECK(is_near(slope / exactly<Ball>(*lower.growth.power), 1, 1e-15));
}

TEST_CASE("ends are where they should be, smooth where a polynomial describes them") {
  struct Expected {
    const char* text;
    bool lower_smooth, upper_smooth;
  };
  for (const Expected& expected :
       std::initializer_list<Expected>{{"normal(0,1)", false, false},
                                       {"uniform(0,1)", true, true},
                                       {"exponential(1)", true, false},
                                       {"half_normal(1)", true, false},
                                       {"gamma(3,1)", true, false},
                                       {"gamma(2.5,1)", false, false},
                                       {"weibull(2,1)", true, false},
                                       {"weibull(0.5,1)", false, false},
                                       {"pareto(1,0.5)", true, false},
                                       {"beta(2,5)", true, true},
                                       {"beta(2,0.5)", true, false},
                                       {"beta(0.01,7)", false, true},
                                       {"triangular(0,0,1)", true, true},
                                       {"arcsine(0,1)", false, false},
                                       {"lognormal(0,1)", false, false}}) {
    CAPTURE(expected.text);
    const auto density = density_of(expected.text);
    CHECK(density->lower().smooth == expected.lower_smooth);
    CHECK(density->upper().smooth == expected.upper_smooth);
  }
  CHECK(density_of("laplace(1/3,1)")->kinks().at(0).text() == "1/3");
  CHECK(density_of("triangular(0,0.25,1)")->kinks().at(0).text() == "0.25");
  CHECK(density_of("triangular(0,0,1)")->kinks().empty());
  CHECK(density_of("triangular(0,1,1)")->kinks().empty());
  for_all([](const Example&, const DensityPointer& density) {
    for (const bool upper : {false, true}) {
      const End end = upper ? density->upper() : density->lower();
      if (!end.at) continue;
      const auto local = density->seen_from(*end.at);
      CHECK((upper ? local->above(here) : local->below(here)).is_zero());
      const Ball all = upper ? local->below(here) : local->above(here);
      CHECK((all - Ball(1)).magnitude() < 1e-40);
    }
  });
}

TEST_CASE("constants whose terms cancel are known to their digits") {
  // student_t of so many degrees is normal up to 1e-300; its log Gamma are of the order 1e302.
  const Ball peak = values_at(*density_of("student_t(1e300)"), 0).log_density;
  CHECK((peak + log(2 * pi()) / 2).magnitude() < 1e-45);
  // beta(1e300,1) has the density 1e300·x^(1e300-1).
  const Ball half = values_at(*density_of("beta(1e300,1)"), Rational(1, 2)).log_density;
  const Ball power_of_half = exactly<Ball>(1 - power_of_ten(300)) * log(Ball(2));
  CHECK((half / power_of_half - Ball(1)).magnitude() < 1e-45);
}

TEST_CASE("a moved law is the law of the moved variable") {
  const std::set<std::string> both_signs{"normal",   "laplace", "cauchy",     "student_t",
                                         "logistic", "uniform", "triangular", "arcsine"};
  const std::set<std::string> scaled{"exponential", "half_normal", "gamma", "weibull", "pareto"};
  const auto check = [](const Density& from, const DensityPointer& to, const Rational& a,
                        const Rational& b) {
    REQUIRE(to);
    for (const Real& rung : from.ladder()) {
      const Values x = values_at(from, rung), y = values_at(*to, Real(a) * rung + Real(b));
      CHECK(x.log_density.overlaps(y.log_density + log(abs(exactly<Ball>(a)))));
      CHECK(x.below.overlaps(a > 0 ? y.below : y.above));
      CHECK(x.above.overlaps(a > 0 ? y.above : y.below));
    }
  };
  for_all([&](const Example&, const DensityPointer& density) {
    const std::string text = density->text(), name = text.substr(0, text.find('('));
    const auto moved = [&](const Rational& a, const Rational& b) { return density->moved(a, b); };
    REQUIRE(moved(1, 0));
    CHECK(moved(1, 0)->text() == text);
    for (const auto& [a, b] : {std::pair<Rational, Rational>{Rational(-2, 3), 5}, {3, -1}, {-1, 0}})
      if (both_signs.contains(name)) {
        check(*density, moved(a, b), a, b);
        CHECK(moved(a, b)->moved(1 / a, -b / a)->text() == text);
      }
    if (scaled.contains(name)) {
      check(*density, moved(Rational(7, 3), 0), Rational(7, 3), 0);
      CHECK_FALSE(moved(-1, 0));
      CHECK_FALSE(moved(1, 1));
    }
  });
  const auto gumbel = density_of("gumbel(-3,0.5)");
  check(*gumbel, gumbel->moved(3, 5), 3, 5);
  CHECK_FALSE(gumbel->moved(-3, 5));
  const auto beta = density_of("beta(2,5)");
  check(*beta, beta->moved(-1, 1), -1, 1);
  CHECK_FALSE(beta->moved(2, 0));
  CHECK_FALSE(density_of("lognormal(0,1)")->moved(2, 0));
}

TEST_CASE("equal laws have equal texts") {
  const std::vector<std::vector<std::string>> equal{
      {"student_t(3)", "student_t(3,0,1)", "student_t(6/2,0.0,1e0)"},
      {"student_t(1,2,3)", "cauchy(2,3)"},
      {"exponential(1/2)", "gamma(1,2)", "weibull(1,2)", "exponential(0.5)"},
      {"beta(1,1)", "uniform(0,1)"},
      {"beta(1/2,0.5)", "arcsine(0,1)"},
      {"beta(1,2)", "triangular(0,0,1)"},
      {"beta(2,1)", "triangular(0,1,1)"},
  };
  for (const auto& texts : equal)
    for (const std::string& text : texts)
      CHECK(density_of(text)->text() == density_of(texts[0])->text());
  std::set<std::string> different;
  std::size_t count = 0;
  for (const auto& texts : equal) count += different.insert(density_of(texts[0])->text()).second;
  CHECK(count == equal.size());
}

TEST_CASE("a restriction reaches the density") {
  const Call call = parse_call("normal(0,1)");
  Builder builder;
  const Law law = normal_form().build(builder, call, {{Rational(30), std::nullopt}});
  REQUIRE(law.pieces.size() == 1);
  CHECK(relative_radius(law.mass.enclose()) < 1e-40);
  CHECK(law.mass.enclose().upper() < 1e-190);
}

TEST_CASE("parameters out of their domain are refused at their place") {
  const std::vector<std::pair<std::string, std::string>> refusals{
      {"normal(0,0)", "character 10: normal(mean,stddev) takes a stddev above 0, not 0"},
      {"laplace(0,-1)", "character 11: laplace(location,scale) takes a scale above 0, not -1"},
      {"cauchy(0,0)", "character 10: cauchy(location,scale) takes a scale above 0, not 0"},
      {"student_t(0)", "character 11: student_t(dof) takes a dof above 0, not 0"},
      {"student_t(-1,0,1)",
       "character 11: student_t(dof,location,scale) takes a dof above 0, not -1"},
      {"student_t(3,0,0)",
       "character 15: student_t(dof,location,scale) takes a scale above 0, not 0"},
      {"student_t(3,0)",
       "character 1: student_t takes a dof, or a dof, a location and a scale, not 2 numbers: write "
       "student_t(dof) or student_t(dof,location,scale)"},
      {"logistic(0,0)", "character 12: logistic(location,scale) takes a scale above 0, not 0"},
      {"gumbel(0,0)", "character 10: gumbel(location,scale) takes a scale above 0, not 0"},
      {"lognormal(0,0)", "character 13: lognormal(mu,sigma) takes a sigma above 0, not 0"},
      {"exponential(0)", "character 13: exponential(rate) takes a rate above 0, not 0"},
      {"gamma(0,1)", "character 7: gamma(shape,scale) takes a shape above 0, not 0"},
      {"gamma(1,-1/3)", "character 9: gamma(shape,scale) takes a scale above 0, not -1/3"},
      {"weibull(0,1)", "character 9: weibull(shape,scale) takes a shape above 0, not 0"},
      {"weibull(1,0)", "character 11: weibull(shape,scale) takes a scale above 0, not 0"},
      {"pareto(0,1)", "character 8: pareto(scale,shape) takes a scale above 0, not 0"},
      {"pareto(1,0)", "character 10: pareto(scale,shape) takes a shape above 0, not 0"},
      {"half_normal(0)", "character 13: half_normal(scale) takes a scale above 0, not 0"},
      {"uniform(1,1)", "character 11: uniform(a,b) takes a < b, not 1 and 1"},
      {"uniform(2,1)", "character 11: uniform(a,b) takes a < b, not 2 and 1"},
      {"arcsine(2,1)", "character 11: arcsine(a,b) takes a < b, not 2 and 1"},
      {"beta(0,1)", "character 6: beta(a,b) takes an a above 0, not 0"},
      {"beta(1,-2)", "character 8: beta(a,b) takes a b above 0, not -2"},
      {"triangular(1,1,1)",
       "character 16: triangular(lower,mode,upper) takes lower < upper, not 1 and 1"},
      {"triangular(0,2,1)",
       "character 14: triangular(lower,mode,upper) takes a mode from 0 to 1, not 2"},
      {"triangular(0,-1,1)",
       "character 14: triangular(lower,mode,upper) takes a mode from 0 to 1, not -1"},
  };
  for (const auto& [text, message] : refusals)
    CHECK_THROWS_WITH_AS(law_of_text(text), message.c_str(), BadSpecification);
  for (const Family& family : families_of_densities()) {
    const std::string name(family.form.name);
    CHECK_THROWS_WITH_AS(law_of_text(name + "(1,2,3,4)"), doctest::Contains(", not 4"),
                         BadSpecification);
  }
}
