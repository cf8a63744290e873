#include "numerics/integral/integrate.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace gancheck;

namespace {

/// One integrand as a function of t; `kink` changes its sign where it has one.
template <class F, class Kink>
Quadrature integrate(const std::vector<Panel>& panels, const F& f, const Kink& kink) {
  return integrate_adaptively(panels, 1, [&](std::size_t, double t, std::span<Tracked> values) {
    values[0] = Tracked::within(f(t), 1e-16 * std::abs(f(t)));
    return kink(t);
  });
}
constexpr auto smooth = [](double) { return 0.0; };

}  // namespace

TEST_CASE("the estimate covers what the sum misses, and both are small") {
  struct Case {
    double (*f)(double);
    double from, to, value;
  };
  const Case cases[] = {
      {[](double t) { return std::exp(t); }, 0, 1, std::exp(1.0) - 1},
      {[](double t) { return std::exp(-t * t); }, -6, 6, 1.7724538509055158},
      {[](double t) { return 1 / (1 + 1e4 * t * t); }, -1, 1, 2 * std::atan(100.0) / 100},
      {[](double t) { return std::sqrt(t); }, 0, 1, 2.0 / 3},
      {[](double t) { return std::pow(t, 29); }, 0, 1, 1.0 / 30},
  };
  for (const Case& c : cases) {
    const Integral i = integrate({{0, c.from, c.to}}, c.f, smooth).integrals[0];
    const double miss = std::abs(i.value.value() - c.value);
    CHECK(miss <= i.value.error() + i.discretisation + 2e-16 * c.value);
    CHECK(i.discretisation <= 8e-15 * c.value);
  }
}

TEST_CASE("a kink is found by the sign that changes there, also next to an end of a panel") {
  for (const double at : {1.0 / 3, 1e-4, 1 - 1e-5}) {
    const auto f = [&](double t) { return std::abs(t - at); };
    const double value = (at * at + (1 - at) * (1 - at)) / 2;
    const Quadrature q = integrate({{0, 0, 1}}, f, [&](double t) { return t - at; });
    CHECK(std::abs(q.integrals[0].value.value() - value) <= 1e-15);
    CHECK(q.nodes.size() == 62);
  }
}

TEST_CASE("nodes lie in their panels, and their weights add up to the lengths") {
  const Quadrature q = integrate(
      {{0, -3, 1}, {1, 5, 6}}, [](double t) { return std::cosh(t); }, smooth);
  double lengths[2] = {0, 0};
  for (const QuadratureNode& node : q.nodes) {
    CHECK(node.weight > 0);
    CHECK((node.stretch == 0 ? -3 < node.at && node.at < 1 : 5 < node.at && node.at < 6));
    lengths[node.stretch] += node.weight;
  }
  CHECK(lengths[0] == doctest::Approx(4).epsilon(1e-14));
  CHECK(lengths[1] == doctest::Approx(1).epsilon(1e-14));
}

TEST_CASE("an integrand that is infinite somewhere does not steer the others") {
  const std::vector<Panel> panels = {{0, 0, 1}};
  const Quadrature q =
      integrate_adaptively(panels, 2, [](std::size_t, double t, std::span<Tracked> values) {
        values[0] = Tracked::exact(std::sqrt(t));
        values[1] = Tracked::exact(t < 0.5 ? INFINITY : 1.0);
        return 0.0;
      });
  CHECK(q.integrals[0].value.value() == doctest::Approx(2.0 / 3).epsilon(1e-14));
  CHECK(std::isinf(q.integrals[1].value.value()));
}

TEST_CASE("the rounding of the values is in the bound") {
  const std::vector<Panel> panels = {{0, 0, 1}};
  const Quadrature q =
      integrate_adaptively(panels, 1, [](std::size_t, double, std::span<Tracked> values) {
        values[0] = Tracked::within(1.0, 1e-6);
        return 0.0;
      });
  CHECK(q.integrals[0].value.error() >= 1e-6);
  CHECK(q.integrals[0].value.error() <= 1.1e-6);
}
