// The grid of a pair in the plane: it shows both laws, or there is none.
#include "theory/pairs/plane_grid.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace gancheck;

namespace {

double mass(const Densities& d, const std::vector<Real>& density) {
  double sum = 0;
  for (std::size_t i = 0; i < density.size(); ++i)
    sum += nearest_double(d.grid.weights[i]) * exactly<double>(density[i]);
  return sum;
}

Densities grid(const std::string& data, const std::string& generator) {
  return grid_of(in_common_axes(read_plane_law(data), read_plane_law(generator)));
}

}  // namespace

TEST_CASE("a grid in the plane has about the mass of both laws, also of narrow parts far apart") {
  for (const auto& laws : std::vector<std::pair<std::string, std::string>>{
           {"ring(8,2,1/10)", "normal2(0,0,3/2,3/2,0)"},
           {"ring(5,1000,1)", "normal2(0,0,1,1,0)"},
           {"normal2(0,0,1,1,0)", "normal2(1000000,1/3,1,1,1/2)"},
           {"product(uniform(0,1),uniform(0,1))", "product(uniform(1000,1001),uniform(1000,1001))"},
           {"product(uniform(0,1),poisson(2))", "product(uniform(0,1),poisson(3))"}}) {
    const Densities d = grid(laws.first, laws.second);
    INFO(laws.first, ", ", laws.second);
    CHECK(mass(d, d.data) == doctest::Approx(1).epsilon(0.02));
    CHECK(mass(d, d.generator) == doctest::Approx(1).epsilon(0.02));
  }
}

TEST_CASE("what a grid in the plane does not show is refused") {
  // A strip of width 1e-7 between the points; scales beyond the squares that doubles hold.
  for (const char* law :
       {"normal2(0,0,1,1,0.99999999999999)", "normal2(0,0,1e-200,1,0)", "normal2(1e250,0,1,1,0)"}) {
    INFO(law);
    CHECK_THROWS_AS(grid(law, "normal2(0,1/3,1,1,1/2)"), std::domain_error);
  }
}
