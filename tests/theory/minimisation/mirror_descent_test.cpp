#include "theory/minimisation/mirror_descent.hpp"

#include <doctest/doctest.h>

#include <random>

#include "theory/checks/descent.hpp"

using namespace gancheck;

namespace {

using Law3 = std::vector<double>;

/// P = (6,3,1)/10 and Q = (1,2,7)/10.
const FiniteLaw data = {Rational(6, 10), Rational(3, 10), Rational(1, 10)};
const FiniteLaw generator = {Rational(1, 10), Rational(2, 10), Rational(7, 10)};

double total(const Law3& law) {
  double sum = 0;
  for (const double x : law) sum += x;
  return sum;
}
Law3 step_from(const Columns<double>& c, double rate) {
  return mirror_step(c, best_discriminator(c), rate).law;
}
/// What the step makes least: η (the integral of log(1-D*) over r) + KL(r||q).
double objective(const Columns<double>& c, double rate, const Law3& r) {
  double value = 0;
  for (std::size_t i = 0; i < r.size(); ++i)
    value += rate * r[i] * std::log(c.q[i] / (c.p[i] + c.q[i])) + r[i] * std::log(r[i] / c.q[i]);
  return value;
}

}  // namespace

TEST_CASE("a step goes where 40 digits of another formula say") {
  // q sqrt((p+q)/q) over its sum, by mpmath.
  const Law3 law = step_from(columns_of<double>(data, generator), 0.5);
  const Law3 expected = {0.19905822630638868219, 0.23792008700475595729, 0.56302168668885536052};
  for (std::size_t i = 0; i < 3; ++i) CHECK(law[i] == doctest::Approx(expected[i]).epsilon(1e-15));
}

TEST_CASE("no other law has less of what a step makes least") {
  std::mt19937_64 random(5);
  const auto c = columns_of<double>(data, generator);
  for (const double rate : {0.1, 0.5, 1.0, 3.0}) {
    const Law3 law = step_from(c, rate);
    CHECK(total(law) == doctest::Approx(1).epsilon(1e-15));
    for (int i = 0; i < 200; ++i) {
      Law3 other;
      for (int k = 0; k < 3; ++k) other.push_back(static_cast<double>(1 + random() % 1000));
      const double mass = total(other);
      for (double& x : other) x /= mass;
      CHECK(objective(c, rate, law) <= objective(c, rate, other) + 1e-15);
    }
  }
}

TEST_CASE("the step of rate 1 is the mean of both laws, exactly") {
  const auto c = columns_of<Rational>(data, generator);
  const MirrorStep<Rational> step = unit_mirror_step(c, best_discriminator(c));
  CHECK(step.normaliser == 2);
  for (std::size_t i = 0; i < c.size(); ++i) CHECK(step.law[i] == (c.p[i] + c.q[i]) / 2);
}

TEST_CASE("a step keeps the mass, creates none where there is none, and does not move P") {
  const FiniteLaw on_part = {0, Rational(1, 4), Rational(3, 4)};
  auto c = columns_of<Tracked>(data, on_part);
  c.weight = {Tracked(1), Tracked(2), Tracked(0)};
  const MirrorStep<Tracked> step = mirror_step(c, best_discriminator(c), Tracked(1));
  CHECK(is_exactly_zero(step.law[0]));
  CHECK(std::abs((2 * step.law[1] - Tracked(1) / 2).value()) <= 1e-15);
  CHECK(is_exactly_zero(step.law[2]));  // a null set
  const auto at_data = columns_of<Ball>(data, data);
  const MirrorStep<Ball> stays = mirror_step(at_data, best_discriminator(at_data), Ball(1) / 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK((stays.law[i] - at_data.p[i]).contains_zero());
}

TEST_CASE("what C loses in a step is enclosed around the value of another formula") {
  const auto c = columns_of<Ball>(data, generator);
  const descent::StepOf<Ball> step(c, best_discriminator(c), Ball(1) / 2);
  CHECK(step.fall().midpoint() == doctest::Approx(0.17403696248831376621).epsilon(1e-15));
  CHECK((step.value() - step.value_after()).overlaps(step.fall()));
  CHECK(step.fall().radius() < 1e-40);
}
