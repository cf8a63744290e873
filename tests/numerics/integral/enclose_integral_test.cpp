// Integrals that mathematics knows in closed form, to 30 and to 100 digits; what the integrator
// makes of integrands that are not analytic; and one that lies to it.
#include "numerics/integral/enclose_integral.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "numerics/number/numeral.hpp"
#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

struct Known {
  std::string name;
  AnalyticFunction integrand;
  Ball from, to;
  Ball (*integral)();
};

ComplexBall one_over(const ComplexBall& x) {
  return ComplexBall(1) / x;
}

const Rational narrow = power_of_ten(-6);

std::vector<Known> known_integrals() {
  const auto whole = [](int x) { return Ball(x); };
  return {
      {"4/(1+x²)", [](const ComplexBall& x) { return ComplexBall(4) / (x * x + ComplexBall(1)); },
       whole(0), whole(1), [] { return pi(); }},
      {"1/x", one_over, whole(1), whole(7), [] { return log(Ball(7)); }},
      {"e^x", [](const ComplexBall& x) { return exp(x); }, whole(0), whole(1),
       [] { return exp(Ball(1)) - Ball(1); }},
      {"log(1+x)", [](const ComplexBall& x) { return log1p(x); }, whole(0), whole(1),
       [] { return log(Ball(4)) - Ball(1); }},
      // Poles at ±1e-6 i, and at -1e-6 next to the end.
      {"1/(x²+1e-12)",
       [](const ComplexBall& x) { return one_over(x * x + exactly<ComplexBall>(narrow * narrow)); },
       whole(-1), whole(1),
       [] { return 2 * exactly<Ball>(1 / narrow) * atan(exactly<Ball>(1 / narrow)); }},
      {"1/(x+1e-6)",
       [](const ComplexBall& x) { return one_over(x + exactly<ComplexBall>(narrow)); }, whole(0),
       whole(1), [] { return log1p(exactly<Ball>(1 / narrow)); }},
      {"e^(-x²/2)", [](const ComplexBall& x) { return exp(-(x * x) / 2); }, whole(-3), whole(5),
       [] {
         const Ball root = sqrt(Ball(2));
         return sqrt(2 * pi()) * (Ball(2) - erfc(Ball(3) / root) - erfc(Ball(5) / root)) / 2;
       }},
      {"log(1+e^x)", [](const ComplexBall& x) { return soft_plus(x); }, whole(-1), whole(1),
       // Li2(-1/e) - Li2(-e), and Li2(-e) + Li2(-1/e) = -pi²/6 - 1/2 [DLMF 25.12.4]. What the
       // series of Li2(-1/e) leaves out after 2 n terms for n bits is below e^-2n.
       [] {
         const BallPrecision more(BallPrecision::bits() + 32);
         const Ball z = exp(Ball(-1));
         Ball sum(0), term(1);
         for (int n = 1; n <= 2 * BallPrecision::bits(); ++n) {
           term = -(term * z);
           sum = sum + term / (Ball(n) * Ball(n));
         }
         return pi() * pi() / 6 + Ball(1) / 2 + 2 * sum;
       }},
      {"tanh(10 x)", [](const ComplexBall& x) { return tanh(10 * x); }, whole(0), whole(3),
       // (log cosh 30)/10 = (30 - log 2 + log(1 + e^-60))/10.
       [] { return (Ball(30) - log(Ball(2)) + log1p(exp(Ball(-60)))) / 10; }},
  };
}

/// |x|, its continuation from the right and from the left.
ComplexBall exponential_of_size(const ComplexBall& x) {
  return exp(-abs(x)) / 2;
}

/// The same, written as exp(-sqrt(x²)) with the principal values of the root on every ball: true
/// of every point, and analytic nowhere on the imaginary axis.
ComplexBall principal_root_of_square(const ComplexBall& x) {
  if (x.is_real() || x.is_positive() || x.is_negative()) return abs(x);
  return ComplexBall::of_parts(abs(x.real()), abs(x.imaginary()) * Ball::hull(-1.0, 1.0));
}

/// The mass of Laplace(0, 1) on [-1, 2].
Ball laplace_mass() {
  return (Ball(2) - exp(Ball(-1)) - exp(Ball(-2))) / 2;
}

}  // namespace

TEST_CASE("integrals in closed form are enclosed to 30 and to 100 digits") {
  for (const Known& known : known_integrals()) {
    CAPTURE(known.name);
    for (const int digits : {30, 100}) {
      CAPTURE(digits);
      const long bits = static_cast<long>(digits * 3.33) + 60;
      Ball expected;
      {
        const BallPrecision finer(2 * bits);
        expected = known.integral();
      }
      const BallPrecision precision(bits);
      const long tolerance = -static_cast<long>(digits * 3.33) - 20;
      const EnclosedIntegral found =
          enclose_integral(known.integrand, known.from, known.to, tolerance);
      CHECK(found.value.overlaps(expected));
      CHECK(expected.relative_bits() > found.value.relative_bits() + 20);
      // The halves of an interval number at most some 2^10 here: 20 bits are spared for them.
      CHECK(found.value.relative_bits() >= static_cast<long>(digits * 3.3219));
      CHECK(found.evaluations > 0);
      CHECK(found.evaluations < 100000);
    }
  }
}

TEST_CASE("pi, log 2 and e are the numbers of the books") {
  const BallPrecision precision(420);
  const auto integral = [](const AnalyticFunction& f, int from, int to) {
    return enclose_integral(f, Ball(from), Ball(to), -400).value;
  };
  const auto check = [](const Ball& value, const std::string& digits) {
    const Rational x = read_numeral(digits).value().value.rational();
    CHECK(value.overlaps(Ball::hull(x, Rational(x + power_of_ten(-100)))));
    CHECK(value.radius() < 1e-110);
  };
  check(integral([](const ComplexBall& x) { return ComplexBall(4) / (x * x + ComplexBall(1)); }, 0,
                 1),
        "3.14159265358979323846264338327950288419716939937510"
        "58209749445923078164062862089986280348253421170679");
  check(integral(one_over, 1, 2),
        "0.69314718055994530941723212145817656807550013436025"
        "52541206800094933936219696947156058633269964186875");
  check(integral([](const ComplexBall& x) { return exp(x); }, 0, 1),
        "1.71828182845904523536028747135266249775724709369995"
        "95749669676277240766303535475945713821785251664274");
}

TEST_CASE("a kink inside the interval costs halvings, and the enclosure holds") {
  // |x - 1/3| from -1 to 1 is (16/9 + 4/9)/2 = 10/9. Only the interval with the kink is not
  // analytic; it is halved until its own range is below the tolerance.
  const auto integrate = [](long tolerance, long most) {
    return enclose_integral(
        [](const ComplexBall& x) { return abs(x - exactly<ComplexBall>(Rational(1, 3))); },
        Ball(-1), Ball(1), tolerance, most);
  };
  const EnclosedIntegral whole = integrate(-60, 200000), stopped = integrate(-60, 40);
  CHECK(whole.value.contains(Rational(10, 9)));
  CHECK(whole.value.radius() <= 0x1p-54);
  CHECK(stopped.value.contains(Rational(10, 9)));
  CHECK(stopped.value.is_finite());
  CHECK(stopped.value.radius() >= 1e-6);
  CHECK(stopped.evaluations < whole.evaluations);
}

TEST_CASE("a step inside the interval is enclosed between its values") {
  // 1 above 1/3, 0 below: (x + |x|)/(2x), of which nothing is known about 1/3.
  const auto step = [](const ComplexBall& x) {
    const ComplexBall y = x - exactly<ComplexBall>(Rational(1, 3));
    if (y.is_positive()) return ComplexBall(1);
    if (y.is_negative()) return ComplexBall(0);
    return y.is_real() ? ComplexBall(Ball::hull(0.0, 1.0)) : ComplexBall::indeterminate();
  };
  const Ball value = enclose_integral(step, Ball(0), Ball(1), -40).value;
  CHECK(value.contains(Rational(2, 3)));
  CHECK(value.radius() <= 0x1p-38);
}

TEST_CASE("where an integrand is not known the integral is not finite, never a number") {
  const auto hole = [](const ComplexBall& x) {
    return (x - exactly<ComplexBall>(Rational(1, 3))).is_negative() ? ComplexBall(1)
                                                                    : ComplexBall::indeterminate();
  };
  CHECK_FALSE(enclose_integral(hole, Ball(0), Ball(1), -40, 2000).value.is_finite());
  CHECK_FALSE(enclose_integral(one_over, Ball(0), Ball(1), -40, 2000).value.is_finite());
  CHECK_FALSE(enclose_integral(one_over, Ball(-1), Ball(1), -40, 2000).value.is_finite());
}

TEST_CASE("a singular end takes the logarithm of the distance as its coordinate") {
  // A ball about [0, h] holds numbers below 0, of which no root is known.
  const auto root = [](const ComplexBall& x) { return sqrt(x); };
  CHECK_FALSE(enclose_integral(root, Ball(0), Ball(1), -40, 2000).value.is_finite());
  // x = e^s from e^-100 to 1: the integral of e^(3s/2).
  const auto by_logarithm = [](const ComplexBall& s) { return exp(s * 3 / 2); };
  const Ball value = enclose_integral(by_logarithm, Ball(-100), Ball(0), -150).value;
  CHECK(value.overlaps(Ball(2) / 3 * (Ball(1) - exp(Ball(-150)))));
  CHECK(value.radius() < 1e-40);
}

TEST_CASE("evaluations end at their limit, give or take one rule") {
  const auto rough = [](const ComplexBall& x) { return abs(sqrt(abs(x)) - ComplexBall(1)); };
  for (const long most : {20L, 200L, 2000L}) {
    const EnclosedIntegral found = enclose_integral(rough, Ball(-2), Ball(3), -120, most);
    CAPTURE(most);
    CHECK(found.evaluations >= most / 2);
    // A rule has at most half as many nodes as there are bits, and 60 more. What is left is then
    // evaluated once a part: at most one more for each that there is.
    CHECK(found.evaluations <= 2 * most + BallPrecision::bits() / 2 + 60);
    // Twice the integral of |sqrt t - 1| from 0 to 1 (1/3), and from 1 to 2 and 3:
    // 2/3·2^(3/2) - 2/3 - 1 and 2/3·3^(3/2) - 2/3 - 2.
    const Ball expected =
        Ball(2) / 3 + Ball(4) / 3 * sqrt(Ball(2)) + 2 * sqrt(Ball(3)) - Ball(4) / 3 - Ball(3);
    CHECK(found.value.overlaps(expected));
  }
}

TEST_CASE("an integral between uncertain ends holds that of every pair of ends") {
  const Ball from = Ball::hull(Rational(1), Rational(11, 10));
  const Ball to = Ball::hull(Rational(2), Rational(21, 10));
  const Ball value = enclose_integral(one_over, from, to, -100).value;
  for (const auto& [a, b] : {std::pair{10, 20}, {11, 20}, {10, 21}, {11, 21}})
    CHECK(value.overlaps(log(Ball(b) / Ball(a))));
  CHECK(value.is_finite());
  CHECK(enclose_integral(one_over, Ball(3), Ball(3), -100).value.contains(Rational(0)));
}

TEST_CASE("what an integrand throws passes through, and the next integral is as good as any") {
  const auto thrown = [](const ComplexBall& x) -> ComplexBall {
    if ((x - ComplexBall(1)).is_positive()) throw std::domain_error("no density above 1");
    return exp(x);
  };
  CHECK_THROWS_WITH_AS(enclose_integral(thrown, Ball(0), Ball(2), -60), "no density above 1",
                       std::domain_error);
  CHECK(enclose_integral(thrown, Ball(-2), Ball(0), -60).value.overlaps(Ball(1) - exp(Ball(-2))));
}

TEST_CASE("an integrand that hides where it is not analytic gets a confident wrong number") {
  // Seeded: the true values of exp(-sqrt(x²))/2 at every point of every ball, without a word about
  // the kink at 0. The integrator takes it for analytic, and a rule of a few nodes for exact.
  const BallPrecision precision(160);
  const auto dishonest = [](const ComplexBall& x) { return exp(-principal_root_of_square(x)) / 2; };
  const EnclosedIntegral wrong = enclose_integral(dishonest, Ball(-1), Ball(2), -150);
  CHECK(wrong.value.radius() < 1e-40);
  CHECK_FALSE(wrong.value.overlaps(laplace_mass()));
  CHECK(std::abs(wrong.value.midpoint() - laplace_mass().midpoint()) > 0.1);
  // The project's |x| says that it does not know, and the enclosure holds.
  const EnclosedIntegral right = enclose_integral(exponential_of_size, Ball(-1), Ball(2), -150);
  CHECK(right.value.overlaps(laplace_mass()));
  CHECK(right.value.radius() < 1e-40);
  CHECK(right.evaluations > 100 * wrong.evaluations);
  // So does its root of the square, whose cut the ball meets.
  const EnclosedIntegral root = enclose_integral(
      [](const ComplexBall& x) { return exp(-sqrt(x * x)) / 2; }, Ball(-1), Ball(2), -60);
  CHECK(root.value.overlaps(laplace_mass()));
  CHECK(root.value.radius() < 1e-15);
  // Told where the kink is, both pieces are cheap.
  const auto piece = [](int from, int to) {
    return enclose_integral(exponential_of_size, Ball(from), Ball(to), -150);
  };
  const EnclosedIntegral left = piece(-1, 0), rest = piece(0, 2);
  CHECK((left.value + rest.value).overlaps(laplace_mass()));
  CHECK((left.value + rest.value).radius() < 1e-40);
}

TEST_CASE("a scope of 30 bits about an integral, or a constant from one, shows in the radius") {
  // Seeded: the enclosure of the integral of e^-x² holds at any precision in force, and says by its
  // radius how little it knows; so does one that is made from a constant of 30 bits.
  const auto bell = [](const ComplexBall& x) { return exp(-(x * x)); };
  const Ball expected = sqrt(pi()) * (Ball(2) - 2 * erfc(Ball(4))) / 2;
  const auto check = [&](const Ball& value, double least, double most) {
    CHECK(value.overlaps(expected));
    CHECK(value.radius() >= least);
    CHECK(value.radius() <= most);
  };
  check(enclose_integral(bell, Ball(-4), Ball(4), -130).value, 0, 1e-37);
  {
    const BallPrecision low(30);
    check(enclose_integral(bell, Ball(-4), Ball(4), -130).value, 1e-10, 1e-5);
  }
  Ball rough_root;
  {
    const BallPrecision low(30);
    rough_root = sqrt(pi());
  }
  const auto scaled = [&](const ComplexBall& x) { return rough_root * exp(-(x * x)) / rough_root; };
  check(enclose_integral(scaled, Ball(-4), Ball(4), -130).value, 1e-10, 1e-5);
}

TEST_CASE("an integral does not depend on the precision of the one before") {
  // Near poles, where rules of many degrees are used.
  const auto peak = [](const ComplexBall& x) {
    return one_over(x * x + exactly<ComplexBall>(Rational(1, 7)));
  };
  const auto at = [&](long bits) {
    const BallPrecision precision(bits);
    return enclose_integral(peak, Ball(-1), Ball(3), -bits).value;
  };
  const Ball before = at(127);
  for (const long bits : {131L, 158L, 197L}) {
    at(bits);
    const Ball after = at(127);
    CHECK(before.lower_text(60) == after.lower_text(60));
    CHECK(before.upper_text(60) == after.upper_text(60));
  }
}
