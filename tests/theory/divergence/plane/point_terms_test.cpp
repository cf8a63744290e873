#include "theory/divergence/plane/point_terms.hpp"

#include <doctest/doctest.h>

#include "numerics/number/tracked.hpp"
#include "theory/divergence/sums/terms.hpp"

using namespace gancheck;

namespace {

const double densities[] = {1e-250, 1e-30, 1e-3, 0.3, 0.30000001, 1, 7, 1e20};

}  // namespace

TEST_CASE("what errors of both densities move a term by, to first order, covers what they do") {
  constexpr double relative = 0x1p-20;
  for (const double p : densities) {
    for (const double q : densities) {
      const double dp = p * relative, dq = q * relative;
      const PointTerms at = terms_at_point(p, q, dp, dq);
      for (const int up_p : {-1, 1}) {
        for (const int up_q : {-1, 1}) {
          const PointTerms moved = terms_at_point(p + up_p * dp, q + up_q * dq, 0, 0);
          for (std::size_t k = 0; k < tensor_quantities; ++k) {
            CAPTURE(p);
            CAPTURE(q);
            CAPTURE(k);
            // Second order, most for p log(p/q): dp²/2p + dp dq/q + p dq²/2q² = 2 p (dp/p)², and
            // less than a thousandth of that beyond; and rounding.
            const double rest = 2.002 * (p + q) * relative * relative + 0x1p-45 * at.size[k];
            CHECK(std::abs(moved.term[k] - at.term[k]) <= at.moved[k] + rest);
          }
        }
      }
    }
  }
}

TEST_CASE(
    "no term is moved by far less than it is said to be, for errors in the worst directions") {
  constexpr double relative = 0x1p-20;
  for (const double p : {0.3, 1.0, 7.0}) {
    for (const double q : {0.2, 2.0}) {
      const PointTerms at = terms_at_point(p, q, p * relative, q * relative);
      for (std::size_t k = 0; k < tensor_quantities; ++k) {
        double most = 0;
        for (const int up_p : {-1, 1})
          for (const int up_q : {-1, 1})
            most = std::max(most, std::abs(terms_at_point(p * (1 + up_p * relative),
                                                          q * (1 + up_q * relative), 0, 0)
                                               .term[k] -
                                           at.term[k]));
        CAPTURE(k);
        CHECK(at.moved[k] <= 8 * most);
      }
    }
  }
}

TEST_CASE("the terms are those of the line, which are found by another formula") {
  // On the line the terms of the KLs are without their defects, (p-q)/2 and p-q.
  for (const double p : densities) {
    for (const double q : densities) {
      const PointTerms here = terms_at_point(p, q, 0, 0);
      const Terms line =
          terms_at(Tracked::exact(p), Tracked::exact(q), Tracked::exact(p) - Tracked::exact(q));
      const auto check = [&](std::size_t k, const Tracked& other) {
        CAPTURE(p);
        CAPTURE(q);
        CAPTURE(k);
        const double bound = 0x1p-48 * (here.size[k] + p + q) + other.error();
        CHECK(std::abs(here.term[k] - other.value()) <= bound);
      };
      const Tracked defect = Tracked::exact(p) - Tracked::exact(q);
      check(number_of(Divergence::jsd), line[Divergence::jsd]);
      check(number_of(Divergence::kl_data_mixture), line[Divergence::kl_data_mixture] + defect / 2);
      check(number_of(Divergence::kl_generator_mixture),
            line[Divergence::kl_generator_mixture] - defect / 2);
      check(number_of(Divergence::kl_data_generator), line[Divergence::kl_data_generator] + defect);
      check(number_of(Divergence::kl_generator_data), line[Divergence::kl_generator_data] - defect);
      check(number_of(Divergence::tv), line[Divergence::tv]);
      check(number_of(Divergence::value), line[Divergence::value]);
    }
  }
}

TEST_CASE("where one law is alone, its terms are log 2 of it") {
  const PointTerms data = terms_at_point(3, 0, 0, 0), generator = terms_at_point(0, 3, 0, 0);
  CHECK(data.term[0] == 1.5 * log_two);
  CHECK(data.term[1] == 3 * log_two);
  CHECK(data.term[2] == 0);
  CHECK(generator.term[2] == 3 * log_two);
  CHECK(generator.term[5] == 1.5);
  CHECK(data.term[6] == 0);
  CHECK(terms_at_point(0, 0, 0, 0).term[0] == 0);
}
