// Accuracies and areas that can be counted by hand.
#include "theory/checks/classification.hpp"

#include <doctest/doctest.h>

#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

Columns<Ball> of(const std::string& name) {
  return columns<Ball>(only({name}).pairs.at(0)->densities());
}

/// The area as P (x) Q says it, with exact quotients: p_i q_j where D*_i > D*_j, half of it where
/// both are equal.
Rational area_by_definition(const std::string& name) {
  const Densities& d = only({name}).pairs.at(0)->densities();
  Rational area = 0;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    for (std::size_t j = 0; j < d.grid.size(); ++j) {
      const Rational pi = exactly<Rational>(d.data[i]), qi = exactly<Rational>(d.generator[i]);
      const Rational pj = exactly<Rational>(d.data[j]), qj = exactly<Rational>(d.generator[j]);
      if (pi + qi == 0 || pj + qj == 0) continue;
      const Rational si = pi / (pi + qi), sj = pj / (pj + qj);
      area += si > sj ? Rational(pi * qj) : si == sj ? Rational(pi * qj / 2) : Rational(0);
    }
  }
  return area;
}

}  // namespace

TEST_CASE("the best accuracy of W7 is 4/5, by search, by formula and by D*") {
  CHECK(classification::best_by_search(of("W7")).contains(Rational(4, 5)));
  CHECK(classification::best_by_formula(of("W7")).contains(Rational(4, 5)));
  CHECK(classification::of_dstar(of("W7")).contains(Rational(4, 5)));
  CHECK(classification::error_of_dstar(of("W7")).contains(Rational(1, 5)));
}

TEST_CASE("equal laws are guessed, disjoint ones told apart") {
  CHECK(classification::best_by_search(of("W0")).contains(Rational(1, 2)));
  CHECK(classification::of_dstar(of("W0")).contains(Rational(1, 2)));
  CHECK(classification::auc(of("W0")).contains(Rational(1, 2)));
  CHECK(classification::best_by_search(of("W10")).contains(Rational(1)));
  CHECK(classification::error_of_dstar(of("W10")).contains(Rational(0)));
  CHECK(classification::auc(of("W10")).contains(Rational(1)));
}

TEST_CASE("the area under the ROC curve is that of its definition; 0.845 for W7") {
  CHECK(area_by_definition("W7") == Rational(845, 1000));
  for (const char* name : {"W0", "W1", "W2", "W3", "W7", "W10", "near", "truncated"}) {
    CAPTURE(name);
    const Ball area = classification::auc(of(name));
    CHECK(area.radius() < 1e-30);
    CHECK(area.contains(area_by_definition(name)));
  }
}

TEST_CASE("doubles cover the areas and accuracies of the enclosures") {
  for (const char* name : {"W1", "W3", "W7", "very-near", "extreme"}) {
    CAPTURE(name);
    const Columns<Tracked>& c = only({name}).pairs.at(0)->tracked();
    const auto covers = [](const Tracked& x, const Ball& truth) {
      return x.lower() <= truth.lower() && truth.upper() <= x.upper() && x.error() < 1e-14;
    };
    CHECK(covers(classification::auc(c), classification::auc(of(name))));
    CHECK(covers(classification::of_dstar(c), classification::of_dstar(of(name))));
    CHECK(covers(classification::best_by_search(c), classification::best_by_search(of(name))));
    CHECK(covers(classification::normalised_tv(c), classification::normalised_tv(of(name))));
  }
}

TEST_CASE("sorting finds the same areas, with ties and null points, and for long grids") {
  for (const char* name : {"W0", "W1", "W2", "W3", "W7", "W10", "truncated", "very-near"}) {
    CAPTURE(name);
    const Tracked area = classification::auc_by_sorting(only({name}).pairs.at(0)->tracked());
    CHECK(area.error() < 1e-14);
    const Rational truth = area_by_definition(name);
    CHECK(exact_rational(area.lower()) <= truth);
    CHECK(truth <= exact_rational(area.upper()));
  }
  for (const char* name : {"W12", "poisson", "mixture", "moved"}) {
    CAPTURE(name);
    const Columns<Tracked>& c = only({name}).pairs.at(0)->tracked();
    const Tracked sorted = classification::auc_by_sorting(c), all = classification::auc(c);
    CHECK(sorted.error() < 1e-12);
    CHECK(sorted.lower() <= all.upper());
    CHECK(all.lower() <= sorted.upper());
  }
}

TEST_CASE("values of D* that cannot be told apart cost an error, never a wrong area") {
  Columns<Tracked> c;
  for (int i = 0; i < 3; ++i) {
    c.weight.emplace_back(1);
    c.p.push_back(Tracked::within(0.3 + 0.1 * i, 0.15));
    c.q.push_back(Tracked::within(0.5 - 0.1 * i, 0.15));
  }
  const Tracked area = classification::auc_by_sorting(c);
  CHECK(area.lower() <= 0.3 * 0.4 + 0.4 * 0.5 + 0.3 * 0.5);
  CHECK(area.upper() >= 0.5 * 0.5 + 0.5 * 0.4 + 0.4 * 0.4);
  CHECK(area.error() > 0.1);
}

TEST_CASE("scores that cannot be told apart count as the larger product") {
  const Tracked low = Tracked::within(0.5, 0.1), high = Tracked::within(0.55, 0.1);
  CHECK(!surely_less(low, high));
  CHECK(surely_less(low, Tracked::within(0.8, 0.1)));
  CHECK(!surely_less(Ball(1), Ball(1)));
  CHECK(surely_less(Ball(0), Ball(1)));
}

TEST_CASE("few points are at most eight") {
  CHECK(has_few_points(*only({"W7"}).pairs.at(0)));
  CHECK(!has_few_points(*only({"poisson"}).pairs.at(0)));
}
