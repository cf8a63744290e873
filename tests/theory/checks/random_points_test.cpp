// Each rational identity of the derivation agrees at the random points, and a twin of it with one
// thing wrong is refuted there, with the point named.
#include "theory/checks/random_points.hpp"

#include <doctest/doctest.h>

#include <set>

#include "theory/derivation.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

using Values = std::span<const Rational>;
using Side = Rational (*)(Values);

/// left = right, and what is wrong in the twin of `right`.
struct Row {
  std::string name;
  std::vector<std::string> variables;
  Side left, right, twin;
};

Chance<Rational> y_of(Values x) {
  return rational_chance(x[2], x[3]);
}
Chance<Rational> dstar(Values x) {
  return formulas::optimal_discriminator(x[0], x[1]);
}
Rational area(Values x) {
  return x[0] * x[3] - x[1] * x[2];
}
Rational larger(Values x) {
  return x[0] < x[1] ? x[1] : x[0];
}
Rational smaller(Values x) {
  return x[0] < x[1] ? x[0] : x[1];
}

const std::vector<Row>& rows() {
  static const std::vector<std::string> ab = {"a", "b"}, pq = {"p", "q"},
                                        with_y = {"a", "b", "u", "v"};
  static const std::vector<Row> list = {
      {"5: areas of parallelograms",
       {"a", "b", "c", "d", "w", "h"},
       [](Values x) -> Rational {
         // The images of (w, 0) and (0, h) under the inverse matrix.
         const Rational det = area(x);
         return (x[3] * x[4] / det) * (x[0] * x[5] / det) -
                (-x[2] * x[4] / det) * (-x[1] * x[5] / det);
       },
       [](Values x) -> Rational { return x[4] * x[5] / area(x); },
       [](Values x) -> Rational { return x[4] * x[5] * area(x); }},
      {"24: h' over one denominator", with_y,
       [](Values x) -> Rational { return formulas::slope(x[0], x[1], y_of(x)); },
       [](Values x) -> Rational { return formulas::slope_factored(x[0], x[1], y_of(x)); },
       [](Values x) -> Rational {
         return (x[0] - (x[0] - x[1]) * y_of(x).yes) / (y_of(x).yes * y_of(x).no);
       }},
      {"27: the zero", ab,
       [](Values x) -> Rational { return formulas::slope(x[0], x[1], dstar(x)); },
       [](Values) -> Rational { return 0; },
       [](Values x) -> Rational {
         return formulas::slope(x[0], x[1], Chance<Rational>{dstar(x).no, dstar(x).yes});
       }},
      {"27: the only zero", with_y,
       [](Values x) -> Rational { return formulas::slope(x[0], x[1], y_of(x)); },
       [](Values x) -> Rational {
         return (x[0] + x[1]) * (dstar(x).yes - y_of(x).yes) / (y_of(x).yes * y_of(x).no);
       },
       [](Values x) -> Rational {
         return (x[0] + x[1]) * (dstar(x).no - y_of(x).yes) / (y_of(x).yes * y_of(x).no);
       }},
      {"27: scale",
       {"a", "b", "c"},
       [](Values x) -> Rational {
         return formulas::optimal_discriminator(Rational(x[0] * x[2]), Rational(x[1] * x[2])).yes;
       },
       [](Values x) -> Rational { return dstar(x).yes; },
       [](Values x) -> Rational { return dstar(x).yes * x[2]; }},
      {"28: the slope at an end", with_y,
       [](Values x) -> Rational { return formulas::slope(x[0], Rational(0), y_of(x)); },
       [](Values x) -> Rational { return x[0] / y_of(x).yes; },
       [](Values x) -> Rational { return x[0] / y_of(x).no; }},
      {"30: h'' at the maximum", ab,
       [](Values x) -> Rational { return formulas::curvature(x[0], x[1], dstar(x)); },
       [](Values x) -> Rational { return formulas::curvature_at_maximum(x[0], x[1]); },
       [](Values x) -> Rational { return -formulas::curvature_at_maximum(x[0], x[1]); }},
      {"34: the complement", pq, [](Values x) -> Rational { return 1 - dstar(x).yes; },
       [](Values x) -> Rational { return dstar(x).no; },
       [](Values x) -> Rational { return 1 - x[0] / x[1]; }},
      {"38: the factor 1/2", pq, [](Values x) -> Rational { return dstar(x).yes; },
       [](Values x) -> Rational { return x[0] / formulas::mixture(x[0], x[1]) / 2; },
       [](Values x) -> Rational { return x[0] / formulas::mixture(x[0], x[1]) / 4; }},
      {"42: the mass of the sum", pq, [](Values x) -> Rational { return x[0] + x[1]; },
       [](Values x) -> Rational { return x[1] + x[0]; },
       [](Values x) -> Rational { return (x[1] + x[0]) / 2; }},
      {"43: domination", pq,
       [](Values x) -> Rational { return 2 * formulas::mixture(x[0], x[1]) - x[0]; },
       [](Values x) -> Rational { return x[1]; }, [](Values x) -> Rational { return x[0]; }},
      {"43: dP/dM", pq, [](Values x) -> Rational { return x[0] / formulas::mixture(x[0], x[1]); },
       [](Values x) -> Rational { return 2 * dstar(x).yes; },
       [](Values x) -> Rational { return dstar(x).yes; }},
      {"51: one condition", pq,
       [](Values x) -> Rational { return x[0] - formulas::mixture(x[0], x[1]); },
       [](Values x) -> Rational { return (x[0] - x[1]) / 2; },
       [](Values x) -> Rational { return x[0] - x[1]; }},
      {"55: 1/2",
       {"p"},
       [](Values x) -> Rational { return formulas::optimal_discriminator(x[0], x[0]).yes; },
       [](Values) -> Rational { return Rational(1, 2); },
       [](Values) -> Rational { return 1; }},
      {"55: the converse", pq, [](Values x) -> Rational { return dstar(x).yes - Rational(1, 2); },
       [](Values x) -> Rational { return (x[0] - x[1]) / (2 * (x[0] + x[1])); },
       [](Values x) -> Rational { return (x[0] - x[1]) / (x[0] + x[1]); }},
      {"56: the larger density", pq, larger,
       [](Values x) -> Rational {
         return formulas::mixture(x[0], x[1]) + formulas::tv_density(x[0], x[1]);
       },
       [](Values x) -> Rational {
         return formulas::mixture(x[0], x[1]) + 2 * formulas::tv_density(x[0], x[1]);
       }},
      {"56: the smaller density", pq, smaller,
       [](Values x) -> Rational {
         return formulas::mixture(x[0], x[1]) - formulas::tv_density(x[0], x[1]);
       },
       [](Values x) -> Rational { return formulas::mixture(x[0], x[1]) - x[0]; }}};
  return list;
}

Evidence compare(const Row& row, Side left, Side right) {
  return at_random_points(row.variables, [left, right](Values x) -> std::vector<Sides> {
    return {{left(x), right(x)}};
  });
}

}  // namespace

TEST_CASE("every rational identity agrees at the random points, which is support and no proof") {
  for (const Row& row : rows()) {
    CAPTURE(row.name);
    const Evidence e = compare(row, row.left, row.right);
    CAPTURE(e.where.en);
    CHECK(judge(e) == Verdict::supported);
    CHECK(e.attempted == static_cast<std::size_t>(random_points));
    CHECK(e.left_out <= 5);
  }
}

TEST_CASE("a twin of each is refuted, and its point is named") {
  for (const Row& row : rows()) {
    CAPTURE(row.name);
    const Evidence e = compare(row, row.left, row.twin);
    CHECK(judge(e) == Verdict::refuted);
    CHECK(is_rejected(e));
    CHECK(e.where.en.starts_with(row.variables.front() + " = "));
    CHECK(e.where.en.find(" != ") != std::string::npos);
  }
}

TEST_CASE("the points are the same in every run, positive, tiny and huge among them") {
  std::vector<Rational> first, again;
  Rational least(1), largest(1);
  const auto collect = [&](std::vector<Rational>& all) {
    at_random_points({"x"}, [&](Values x) -> std::vector<Sides> {
      all.push_back(x[0]);
      return {{x[0], x[0]}};
    });
  };
  collect(first);
  collect(again);
  CHECK(first == again);
  for (const Rational& x : first) {
    CHECK(x > 0);
    least = std::min(least, x);
    largest = std::max(largest, x);
  }
  CHECK(least < power_of_ten(-30));
  CHECK(largest > power_of_ten(30));
  CHECK(std::set<Rational>(first.begin(), first.end()).size() > 75);
}

TEST_CASE("no identity, or a denominator that always vanishes, decides nothing") {
  const auto none = [](Values) -> std::vector<Sides> { return {}; };
  CHECK(judge(at_random_points({"x"}, none)) == Verdict::undecided);
  const auto over_zero = [](Values x) -> std::vector<Sides> {
    return {{x[0] / (x[0] - x[0]), x[0]}};
  };
  const Evidence e = at_random_points({"x"}, over_zero);
  CHECK(e.left_out == e.attempted);
  CHECK(judge(e) == Verdict::undecided);
}

TEST_CASE("one point that differs is enough, also where one law vanishes") {
  const auto sum = []<class T>(const T& p, const T& q) -> T { return p + q; };
  const auto wrong_at_zero = [](const Rational& p, const Rational& q) -> Rational {
    return q == 0 ? 2 * p : Rational(p + q);
  };
  CHECK(judge(same_at_random_points(sum, sum)) == Verdict::supported);
  CHECK(judge(same_at_random_points(sum, wrong_at_zero)) == Verdict::refuted);
}
