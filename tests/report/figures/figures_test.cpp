#include "report/figures/figures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "theory/derivation.hpp"

using namespace gancheck;
using doctest::Approx;

namespace {

const double log2_ = std::log(2), log4_ = std::log(4);

PairOfLaws pair_of_texts(const char* data, const char* generator) {
  return pair_of(read_law(data), read_law(generator));
}

const Curve& curve_of(const Figure& figure, Curve::Ink ink) {
  const auto found = std::find_if(figure.curves.begin(), figure.curves.end(),
                                  [&](const Curve& c) { return c.ink == ink; });
  REQUIRE(found != figure.curves.end());
  return *found;
}

/// By linear interpolation.
double at(const Curve& curve, double x) {
  const auto next = std::upper_bound(curve.x.begin(), curve.x.end(), x);
  REQUIRE(next != curve.x.begin());
  REQUIRE(next != curve.x.end());
  const auto i = static_cast<std::size_t>(next - curve.x.begin());
  const double share = (x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
  return curve.y[i - 1] + share * (curve.y[i] - curve.y[i - 1]);
}

double slope(const Curve& curve, std::size_t i) {
  return std::log(curve.y[i + 1] / curve.y[i]) / std::log(curve.x[i + 1] / curve.x[i]);
}

double entropy(double y) {
  return -y * std::log(y) - (1 - y) * std::log(1 - y);
}

}  // namespace

TEST_CASE("D* of the densities 2x and 2(1-x) is x, and of two shifted normal laws logistic") {
  const Figure triangles =
      figures::densities(pair_of_texts("triangular(0,1,1)", "triangular(0,0,1)"));
  const Curve& identity = curve_of(triangles, Curve::Ink::optimum);
  int inside = 0;
  for (std::size_t i = 0; i < identity.x.size(); ++i) {
    if (std::isnan(identity.y[i])) continue;
    CHECK(identity.y[i] == Approx(identity.x[i]).epsilon(1e-6));
    ++inside;
  }
  CHECK(inside > 100);
  const Figure normals = figures::densities(pair_of_texts("normal(0,1)", "normal(1,1)"));
  const Curve& logistic = curve_of(normals, Curve::Ink::optimum);
  for (std::size_t i = 0; i < logistic.x.size(); ++i)
    CHECK(logistic.y[i] == Approx(1 / (1 + std::exp(logistic.x[i] - 0.5))).epsilon(1e-5));
  const Curve &p = curve_of(normals, Curve::Ink::data), &m = curve_of(normals, Curve::Ink::mixture),
              &q = curve_of(normals, Curve::Ink::generator);
  for (std::size_t i = 0; i < p.x.size(); ++i)
    CHECK(m.y[i] == Approx((p.y[i] + q.y[i]) / 2).epsilon(1e-5));
  CHECK(at(p, 0) == Approx(0.3989).epsilon(2e-3));
}

TEST_CASE("where neither law lives there is no D*") {
  const Figure figure = figures::densities(pair_of_texts("uniform(0,1)", "uniform(2,3)"));
  const Curve& optimum = curve_of(figure, Curve::Ink::optimum);
  for (std::size_t i = 0; i < optimum.x.size(); ++i) {
    const double x = optimum.x[i];
    if (0 < x && x < 1) CHECK(optimum.y[i] == 1);
    if (2 < x && x < 3) CHECK(optimum.y[i] == 0);
    if (1 < x && x < 2) CHECK(std::isnan(optimum.y[i]));
  }
}

TEST_CASE("atoms stand as bars of their masses with D* above them") {
  const Figure figure = figures::densities(pair_of_texts("discrete(1,0)", "discrete(1/2,1/2)"));
  const Curve &p = curve_of(figure, Curve::Ink::data), &d = curve_of(figure, Curve::Ink::optimum);
  CHECK(p.line == Curve::Line::bars);
  CHECK(p.y == std::vector<double>{1});
  REQUIRE(d.y.size() == 2);
  CHECK(d.y[0] == Approx(2.0 / 3));
  CHECK(d.y[1] == 0);
}

TEST_CASE("a pole of a density does not press all else to the ground") {
  const Figure figure = figures::densities(pair_of_texts("beta(1/2,1/2)", "uniform(0,1)"));
  REQUIRE(figure.y.to);
  CHECK(*figure.y.to < 10);
  CHECK(*figure.y.to > 1);
}

TEST_CASE("no point of a curve lies above its maximum, which lies on the ridge") {
  for (const Figure& figure :
       {figures::landscape(), figures::landscape(pair_of_texts("normal(0,1)", "laplace(1,1)"))}) {
    const Curve &maxima = curve_of(figure, Curve::Ink::optimum),
                &ridge = curve_of(figure, Curve::Ink::reference);
    REQUIRE(maxima.x.size() == 3);
    for (std::size_t k = 0; k < maxima.x.size(); ++k) {
      CHECK(maxima.y[k] == Approx(-entropy(maxima.x[k])).epsilon(1e-5));
      CHECK(at(ridge, maxima.x[k]) == Approx(maxima.y[k]).epsilon(2e-3));
      const Curve& curve = figure.curves[k];
      const auto highest = std::max_element(curve.y.begin(), curve.y.end());
      CHECK(*highest <= maxima.y[k] + 1e-6);
      const double at_highest = curve.x[static_cast<std::size_t>(highest - curve.y.begin())];
      CHECK(std::abs(at_highest - maxima.x[k]) < 0.02);
    }
    CHECK(*std::min_element(ridge.y.begin(), ridge.y.end()) == Approx(-log2_).epsilon(1e-5));
  }
}

TEST_CASE("the maxima of three weights are at a/(a+b)") {
  const Curve maxima = curve_of(figures::landscape(), Curve::Ink::optimum);
  CHECK(std::set<double>(maxima.x.begin(), maxima.x.end()) ==
        std::set<double>{0.8571429, 0.6, 0.125});  // 6/7, 3/5, 1/8
}

TEST_CASE("JSD of laws that move apart rises from t²/8 to log 2, and C with it to 0") {
  const Figure figure = figures::separation();
  const Curve &jsd = curve_of(figure, Curve::Ink::data),
              &value = curve_of(figure, Curve::Ink::generator);
  CHECK(jsd.x.front() == 0);
  CHECK(jsd.y.front() == 0);
  CHECK(value.y.front() == Approx(-log4_).epsilon(1e-6));
  CHECK(jsd.y[1] == Approx(jsd.x[1] * jsd.x[1] / 8).epsilon(0.01));  // Fisher's information is 1
  CHECK(log2_ - jsd.y.back() > 0);
  CHECK(log2_ - jsd.y.back() < 1e-3);
  for (std::size_t i = 0; i < jsd.y.size(); ++i) {
    CHECK(value.y[i] == Approx(2 * jsd.y[i] - log4_).epsilon(1e-6));
    if (i > 0) CHECK(jsd.y[i] > jsd.y[i - 1]);
  }
}

TEST_CASE("of a user's pair JSD is least where the generator's law meets the data") {
  const Figure figure = figures::separation(pair_of_texts("normal(0,1)", "normal(0,1)"));
  const Curve& jsd = curve_of(figure, Curve::Ink::data);
  const auto least = std::min_element(jsd.y.begin(), jsd.y.end());
  CHECK(*least == 0);
  CHECK(jsd.x[static_cast<std::size_t>(least - jsd.y.begin())] == 0);
}

TEST_CASE("the regret is quadratic in the distance, and never below Pinsker's bound") {
  for (const Figure& figure :
       {figures::regret(),
        figures::regret(pair_of_texts("discrete(6/10,3/10,1/10)", "discrete(1/10,2/10,7/10)"))})
    for (const Curve::Ink ink : {Curve::Ink::data, Curve::Ink::generator}) {
      const Curve& curve = curve_of(figure, ink);
      REQUIRE(curve.x.size() > 8);
      for (std::size_t i = 0; i < curve.x.size(); ++i) {
        CHECK(curve.y[i] >= 2 * curve.x[i] * curve.x[i] * (1 - 1e-5));
        if (curve.x[i] < 2e-3) CHECK(slope(curve, i) == Approx(2).epsilon(0.01));
      }
    }
}

TEST_CASE("on equal panels the error falls by the predicted slope") {
  const Figure figure = figures::error();
  const Curve &equal = curve_of(figure, Curve::Ink::data),
              &predicted = curve_of(figure, Curve::Ink::reference),
              &adaptive = curve_of(figure, Curve::Ink::generator),
              &rounding = curve_of(figure, Curve::Ink::other);
  REQUIRE(equal.x.size() == 11);
  for (std::size_t i = 0; i < equal.x.size(); ++i) {
    CHECK(equal.x[i] == 31 * std::pow(2, i));
    CHECK(equal.y[i] == Approx(predicted.y[i]).epsilon(0.05));
    CHECK(rounding.y[i] < 1e-14);
    CHECK(rounding.y[i] > 1e-17);
    if (i > 0) CHECK(slope(predicted, i - 1) == Approx(-2).epsilon(1e-4));
  }
  // Bisection where it errs most needs a hundredth of the nodes.
  const auto arrived = std::find_if(adaptive.y.begin(), adaptive.y.end(),
                                    [&](double y) { return y < equal.y.back(); });
  REQUIRE(arrived != adaptive.y.end());
  CHECK(adaptive.x[static_cast<std::size_t>(arrived - adaptive.y.begin())] < equal.x.back() / 30);
}

TEST_CASE("every route of mirror descent falls at every step") {
  for (const Curve& curve : figures::trajectories().curves) {
    CHECK(curve.x.size() > 20);
    for (std::size_t i = 1; i < curve.y.size(); ++i) CHECK(curve.y[i] < curve.y[i - 1]);
    CHECK(curve.y.back() < 0.02);
  }
}

TEST_CASE("in training V(D, G) stays below C(G), and C above -log 4") {
  const Figure figure = figures::training();
  const Curve &value = curve_of(figure, Curve::Ink::data),
              &optimum = curve_of(figure, Curve::Ink::optimum);
  REQUIRE(value.y.size() == 21);
  for (std::size_t i = 0; i < value.y.size(); ++i) {
    CHECK(value.y[i] <= optimum.y[i]);
    CHECK(optimum.y[i] >= -log4_);
  }
  CHECK(optimum.y.back() < optimum.y.front() - 0.5);
}

TEST_CASE("the supports of intervals say where D* is 1, 0 or between") {
  const Figure figure = figures::supports(
      pair_of_texts("uniform(0,1)", "mixture(1/2*uniform(3/4,7/4),1/2*point(3))"));
  const auto labelled = [&](const std::string& label) {
    std::vector<double> ends;
    for (const Curve& curve : figure.curves)
      if (curve.label.en.starts_with(label))
        for (const double x : curve.x)
          if (!std::isnan(x)) ends.push_back(x);
    return ends;
  };
  CHECK(labelled("only data") == std::vector<double>{0, 0.75});
  CHECK(labelled("only generated") == std::vector<double>{1, 1.75});
  CHECK(labelled("both") == std::vector<double>{0.75, 1});
  const auto mark = std::find_if(figure.curves.begin(), figure.curves.end(),
                                 [](const Curve& c) { return c.line == Curve::Line::points; });
  REQUIRE(mark != figure.curves.end());
  CHECK(mark->x == std::vector<double>{3});
}

TEST_CASE("D* of the ring is symmetric, high at the modes and low in the middle") {
  const Figure figure = figures::ring();
  REQUIRE(figure.field);
  const Field& field = *figure.field;
  const std::size_t n = field.x.size();
  REQUIRE(field.values.size() == n * n);
  const auto value = [&](std::size_t i, std::size_t j) { return field.values[j * n + i]; };
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      CHECK(value(i, j) == Approx(value(j, i)).epsilon(1e-4));
      CHECK(value(i, j) == Approx(value(n - 1 - i, j)).epsilon(1e-4));
    }
  // p = 4/(8·2π) from a mode at its middle alone and q = 4/9·exp(-8/9)/2π: D* > 0.71 there; at 0
  // p = 4e^-8/2π and q = 4/9/2π: D* < 0.004.
  const auto nearest = [&](double x) {
    return static_cast<std::size_t>(
        std::min_element(field.x.begin(), field.x.end(),
                         [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); }) -
        field.x.begin());
  };
  CHECK(value(nearest(2), nearest(0)) > 0.7);
  CHECK(value(nearest(0), nearest(0)) < 0.02);
}

TEST_CASE("SciPy's sum loses the digits that 2^-53/JSD says, and ours does not") {
  const Figure figure = figures::scipy();
  const Curve &ours = curve_of(figure, Curve::Ink::data),
              &expected = curve_of(figure, Curve::Ink::reference);
  for (const Curve::Ink version : {Curve::Ink::generator, Curve::Ink::mixture}) {
    const Curve& naive = curve_of(figure, version);
    int wrong = 0;
    for (std::size_t i = 0; i < naive.x.size(); ++i) {
      if (naive.x[i] < 1e-8 && naive.y[i] > 0.1) ++wrong;
      CHECK_FALSE(naive.y[i] > 10 * expected.y[i]);
    }
    CHECK(wrong >= 5);
  }
  for (const double bound : ours.y) {
    CHECK(bound < 1e-13);
    CHECK(bound > 0);
  }
}

TEST_CASE("the law of the network has mass one, and G grows") {
  const Figure figure = figures::network();
  const Curve& law = curve_of(figure, Curve::Ink::generator);
  double mass = 0;
  for (std::size_t i = 1; i < law.x.size(); ++i)
    mass += (law.x[i] - law.x[i - 1]) * (law.y[i] + law.y[i - 1]) / 2;
  CHECK(mass == Approx(1).epsilon(0.01));
  const Curve& graph = curve_of(figure, Curve::Ink::other);
  CHECK(std::is_sorted(graph.y.begin(), graph.y.end()));
}

TEST_CASE("every figure has its words in both languages, a name of its own, and claims there are") {
  std::set<std::string> names, claims;
  for (const FigureRow& row : figure_rows()) {
    CHECK(names.insert(row.name).second);
    CHECK_FALSE(row.meaning.en.empty());
    CHECK_FALSE(row.meaning.zh.empty());
    CHECK_FALSE(row.claims.empty());
    for (const std::string& id : row.claims) {
      CAPTURE(id);
      CHECK(find_claim(id) != nullptr);
      claims.insert(id);
    }
  }
  const MadeFigures made = figures_of_suite(claims, 2);
  CHECK(made.notes.empty());
  const std::vector<Figure>& all = made.figures;
  REQUIRE(all.size() == figure_rows().size());
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Figure& figure = all[k];
    CAPTURE(figure.name);
    CHECK(figure.name == figure_rows()[k].name);
    CHECK(figure.claims == figure_rows()[k].claims);
    for (const Text* text : {&figure.title, &figure.alternative, &figure.x.label}) {
      CHECK_FALSE(text->en.empty());
      CHECK_FALSE(text->zh.empty());
    }
    for (const Curve& curve : figure.curves) CHECK(curve.x.size() == curve.y.size());
  }
  CHECK(figures_of_suite({"log-monotone"}, 1).figures.empty());
}

TEST_CASE("a report on laws in the plane has D* as a field, one on the line has none") {
  const auto names = [](const MadeFigures& made) {
    CHECK(made.notes.empty());
    std::set<std::string> all;
    for (const Figure& figure : made.figures) all.insert(figure.name);
    return all;
  };
  using Names = std::set<std::string>;
  CHECK(names(figures_of_pair(pair_of_texts("normal2(0,0,1,1,0)", "normal2(1,0,1,1,1/2)"))) ==
        Names{"ring", "regret"});
  CHECK(names(figures_of_pair(pair_of_texts("normal(0,1)", "cauchy(0,1)"))) ==
        Names{"densities", "landscape", "supports", "regret"});
  CHECK(names(figures_of_pair(pair_of_texts("uniform(0,1)", "uniform(2,3)"))) ==
        Names{"densities", "landscape", "supports"});
}
