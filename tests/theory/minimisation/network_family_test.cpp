#include "theory/minimisation/network_family.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/specification.hpp"
#include "numerics/network/piecewise_affine.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/divergence/enclosed/divergences.hpp"

using namespace gancheck;

namespace {

const TwoModes modes{2};

GrowingNetwork example() {
  return {-2, {Rational(3, 2), Rational(7, 4), 4, 2, Rational(5, 4), Rational(9, 8)}};
}

}  // namespace

TEST_CASE("the identity is one, and has the law of its noise") {
  const auto pieces = affine_pieces(GrowingNetwork::identity().network());
  REQUIRE(pieces.size() == 1);
  CHECK(pieces.front().slope == 1);
  CHECK(pieces.front().shift == 0);
}

TEST_CASE("the network has the slopes between the bends, and the height at the first") {
  const GrowingNetwork g = example();
  const auto pieces = affine_pieces(g.network());
  REQUIRE(pieces.size() == g.slopes.size());
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    CHECK(pieces[k].slope == g.slopes[k]);
    if (k > 0) CHECK(pieces[k].from == GrowingNetwork::bends()[k - 1]);
  }
  CHECK(pieces[1](-1) == -2);
  CHECK(g.network()({0}).front() == -2 + Rational(7, 8) + 2);
}

TEST_CASE("C on the nodes is that of the exact law, and so are the masses") {
  for (const GrowingNetwork& g : {example(), GrowingNetwork::identity()}) {
    const Columns<Tracked> c = on_nodes(modes, g);
    const Ball jsd = enclose_jsd(parse_law(modes.specification()), g.law(), 14).value;
    const double exact = (2 * jsd - log(Ball(4))).midpoint();
    CHECK(std::abs(functionals::value_at_optimum(c).value() - exact) < 1e-13);
    CHECK(std::abs(functionals::mass_of_data(c).value() - 1) < 1e-13);
    CHECK(std::abs(functionals::mass_of_generator(c).value() - 1) < 1e-13);
  }
}

TEST_CASE("every step of the search has less C, and where P is a normal law it stays at G(z) = z") {
  const NetworkFit fit = fit_network(modes);
  REQUIRE(fit.course.rows.size() > 10);
  for (std::size_t i = 1; i < fit.course.rows.size(); ++i)
    CHECK(fit.course.rows[i][1] < fit.course.rows[i - 1][1]);
  CHECK(fit.value == fit.course.rows.back()[1]);
  const NetworkFit one_mode = fit_network({0});
  CHECK(std::abs(one_mode.value + std::log(4)) < 1e-14);
  for (const Rational& slope : one_mode.found.slopes)
    CHECK(std::abs(nearest_double(slope) - 1) < 1e-2);
}
