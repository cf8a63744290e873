// Each kernel against its definition, evaluated at 3000 bits: there nothing of p log(2p/(p+q)) is
// lost, even where p and q agree to 300 digits.
#include "theory/divergence/kernels.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "numerics/number/rational.hpp"

using namespace gancheck;

namespace {

constexpr long fine_bits = 3000;

/// What a kernel is, of p, q and log(p/q), by its definition.
template <class T>
struct Defined {
  T p, q, log_p_over_q;

  Defined(const T& log_p, const T& ratio)
      : p(exp(log_p)), q(exp(T(log_p - ratio))), log_p_over_q(ratio) {}
  /// log((p+q)/p) = log(1 + e^-l), without an overflow of the quotient.
  T log_sum_over_p() const { return log(T((p + q) / p)); }
  T share() const { return p * log_sum_over_p(); }
  T value() const { return share() + q * (log_sum_over_p() + log_p_over_q); }
  T direct() const { return p * log_p_over_q; }
  T near_mixture() const { return p * (T(log(Ball(2))) - log_sum_over_p()) - (p - q) / 2; }
  T near_direct() const { return p * log_p_over_q - p + q; }
};

template <class T>
struct Kernel {
  std::string name;
  T (*kernel)(const LogPair<T>&);
  T (Defined<T>::*defined)() const;
};

template <class T>
std::vector<Kernel<T>> all_kernels() {
  return {{"share", kernels::share<T>, &Defined<T>::share},
          {"value", kernels::value<T>, &Defined<T>::value},
          {"direct", kernels::direct<T>, &Defined<T>::direct},
          {"near_mixture", kernels::near_mixture<T>, &Defined<T>::near_mixture},
          {"near_direct", kernels::near_direct<T>, &Defined<T>::near_direct}};
}

/// log p and log(p/q) as numbers; log q is what both leave.
template <class T>
LogPair<T> pair_of(const T& log_p, const T& ratio) {
  return {log_p, log_p - ratio, ratio};
}

/// From 1e-300 to 1e3, about the threshold of the series (2^-4) too.
std::vector<Rational> sizes() {
  std::vector<Rational> all;
  for (int exponent = -300; exponent <= 0; exponent += exponent < -30 ? 45 : 3)
    all.push_back(power_of_ten(exponent) * Rational(13, 11));
  for (const Rational& x :
       {Rational(1, 17), Rational(1, 16), Rational(624, 10000), Rational(1, 15), Rational(1, 9),
        Rational(1, 2), Rational(7), Rational(50), Rational(700), Rational(1000)})
    all.push_back(x);
  return all;
}

const std::vector<Rational> log_ps{0, Rational(-3, 7), Rational(5, 2), -200};

Ball size_of(const ComplexBall& x) {
  return sqrt(x.real() * x.real() + x.imaginary() * x.imaginary());
}

bool overlap(const ComplexBall& x, const ComplexBall& y) {
  return x.real().overlaps(y.real()) && x.imaginary().overlaps(y.imaginary());
}

ComplexBall complex_number(const Rational& re, const Rational& im) {
  return ComplexBall::of_parts(exactly<Ball>(re), exactly<Ball>(im));
}

}  // namespace

TEST_CASE("a kernel is its definition, to a few units of its last place at every ratio") {
  for (const auto& [name, kernel, defined] : all_kernels<Ball>()) {
    const std::string which(name);
    CAPTURE(which);
    for (const Rational& log_p : log_ps)
      for (const Rational& size : sizes())
        for (const int sign : {-1, 1}) {
          const Rational l = sign * size;
          CAPTURE(to_text(log_p) + ", ratio " + std::to_string(nearest_double(l)));
          Ball expected;
          {
            const BallPrecision fine(fine_bits);
            expected = (Defined<Ball>(exactly<Ball>(log_p), exactly<Ball>(l)).*defined)();
          }
          REQUIRE(expected.relative_bits() > 400);
          for (const long bits : {20L, 128L}) {
            const BallPrecision precision(bits);
            const Ball found = kernel(pair_of(exactly<Ball>(log_p), exactly<Ball>(l)));
            CHECK(found.overlaps(expected));
            // An exponential loses the bits of log p, 8, or of log q, 10; near_mixture as it stands
            // above 2^-4 about 11 more, since it is l²/8 of p.
            CHECK(found.relative_bits() >= bits - 20);
          }
        }
  }
}

TEST_CASE("what the nearness of p and q leaves of a kernel is l²/8 and l²/2 of p, to first order") {
  // p log(2p/(p+q)) - (p-q)/2 = p (l²/8 + O(l³)), p log(p/q) - p + q = p (l²/2 + O(l³)).
  const Ball l = exactly<Ball>(power_of_ten(-100));
  const LogPair<Ball> x = pair_of(Ball(0), l);
  const auto is_one = [](const Ball& quotient) {
    return (quotient - Ball(1)).magnitude() <= 1e-45;  // 160 bits
  };
  CHECK(is_one(kernels::near_mixture(x) / (l * l / 8)));
  CHECK(is_one(kernels::near_direct(x) / (l * l / 2)));
  // Equal densities cost nothing, exactly.
  const LogPair<Ball> equal = pair_of(Ball(-1), Ball(0));
  CHECK(kernels::near_mixture(equal).is_zero());
  CHECK(kernels::near_direct(equal).is_zero());
  CHECK(kernels::direct(equal).is_zero());
  CHECK(kernels::value(equal).overlaps(exp(Ball(-1)) * log(Ball(4))));
}

TEST_CASE("a kernel of complex numbers is its definition") {
  for (const auto& [name, kernel, defined] : all_kernels<ComplexBall>()) {
    const std::string which(name);
    CAPTURE(which);
    for (const Rational& size : sizes())
      for (const auto& [re, im] : {std::pair{3, 1}, {-3, 2}, {1, -3}, {0, 1}, {-2, -2}, {1, 0}}) {
        // Beyond |Im l| = pi a sheet begins that is another one on either side of Re l = 0.
        if (re == 0 && size > 3) continue;
        if (size > 1 && abs(Rational(im, 3) * size) >= Rational(3)) continue;
        const Rational a = Rational(re, 3) * size, b = Rational(im, 3) * size;
        CAPTURE(std::to_string(nearest_double(a)) + "+" + std::to_string(nearest_double(b)) + "i");
        const auto arguments = [&] {
          return std::pair{complex_number(Rational(-2, 5), Rational(1, 3)), complex_number(a, b)};
        };
        ComplexBall expected;
        {
          const BallPrecision fine(fine_bits);
          const auto [log_p, ratio] = arguments();
          expected = (Defined<ComplexBall>(log_p, ratio).*defined)();
        }
        for (const long bits : {20L, 128L}) {
          const BallPrecision precision(bits);
          const auto [log_p, ratio] = arguments();
          const ComplexBall found = kernel(pair_of(log_p, ratio));
          CHECK(overlap(found, expected));
          const BallPrecision fine(fine_bits);
          const ComplexBall off = (found - expected) / size_of(expected);
          const double most = std::ldexp(1, 20 - static_cast<int>(bits));
          CHECK(off.real().magnitude() <= most);
          CHECK(off.imaginary().magnitude() <= most);
        }
      }
  }
}

TEST_CASE("over a wide ball a kernel holds all of its values, also across p = q") {
  struct Range {
    Rational from, to;
  };
  for (const Range& range : {Range{Rational(-1, 20), Rational(1, 20)},
                             {Rational(-1, 2), 2},
                             {Rational(1, 30), Rational(1, 16)},
                             {-3, -1},
                             {0, Rational(1, 17)},
                             {Rational(-1, 100), power_of_ten(-9)}}) {
    CAPTURE(to_text(range.from) + " to " + to_text(range.to));
    for (const auto& [name, kernel, defined] : all_kernels<Ball>()) {
      const std::string which(name);
      CAPTURE(which);
      for (const long bits : {16L, 128L}) {
        Ball all;
        {
          const BallPrecision precision(bits);
          all = kernel(pair_of(Ball(0), Ball::hull(range.from, range.to)));
        }
        REQUIRE(all.is_finite());
        for (int i = 0; i <= 8; ++i) {
          const Rational l = range.from + (range.to - range.from) * i / 8;
          const BallPrecision fine(fine_bits);
          CHECK(all.overlaps((Defined<Ball>(Ball(0), exactly<Ball>(l)).*defined)()));
        }
      }
    }
    for (const auto& [name, kernel, defined] : all_kernels<ComplexBall>()) {
      const std::string which(name);
      CAPTURE(which);
      const Ball side = Ball::hull(-0.5, 0.5);
      const ComplexBall all = kernel(
          pair_of(ComplexBall(0), ComplexBall::of_parts(Ball::hull(range.from, range.to), side)));
      REQUIRE(all.is_finite());
      const BallPrecision fine(400);
      for (int i = 0; i <= 4; ++i)
        for (int k = -2; k <= 2; ++k) {
          const Rational l = range.from + (range.to - range.from) * i / 4;
          const Defined<ComplexBall> at(ComplexBall(0), complex_number(l, Rational(k, 4)));
          CHECK(overlap(all, (at.*defined)()));
        }
    }
  }
}

TEST_CASE("the series of few terms say what they leave out") {
  // At 2 to 12 bits the series have two to five terms; what they leave is in their radius, in the
  // plane in both parts, about real numbers in the real one alone.
  for (const long bits : {2L, 4L, 8L, 12L})
    for (const int sign : {-1, 1})
      for (const Rational& l : {Rational(1, 17), Rational(1, 32), Rational(1, 1000)}) {
        CAPTURE(bits);
        CAPTURE(to_text(sign * l));
        Ball mixture, direct;
        ComplexBall real_mixture, plane_mixture, plane_direct;
        {
          const BallPrecision low(bits);
          const Ball x = Ball::exact(nearest_double(sign * l));
          const ComplexBall z = ComplexBall::of_parts(x, x);
          mixture = kernels::near_mixture(pair_of(Ball(0), x));
          direct = kernels::near_direct(pair_of(Ball(0), x));
          real_mixture = kernels::near_mixture(pair_of(ComplexBall(0), ComplexBall(x)));
          plane_mixture = kernels::near_mixture(pair_of(ComplexBall(0), z));
          plane_direct = kernels::near_direct(pair_of(ComplexBall(0), z));
        }
        const BallPrecision fine(fine_bits);
        const Ball x = Ball::exact(nearest_double(sign * l));
        const Defined<Ball> at(Ball(0), x);
        const Defined<ComplexBall> in_plane(ComplexBall(0), ComplexBall::of_parts(x, x));
        CHECK(mixture.overlaps(at.near_mixture()));
        CHECK(direct.overlaps(at.near_direct()));
        CHECK(real_mixture.is_real());
        CHECK(real_mixture.real().overlaps(at.near_mixture()));
        CHECK(overlap(plane_mixture, in_plane.near_mixture()));
        CHECK(overlap(plane_direct, in_plane.near_direct()));
      }
}

TEST_CASE("with the laws in each other's place a kernel changes as its definition does") {
  const BallPrecision precision(128);
  for (const Rational& l : {Rational(1, 20), Rational(3, 2), Rational(-40), power_of_ten(-60)}) {
    const LogPair<Ball> x = pair_of(exactly<Ball>(Rational(-1, 3)), exactly<Ball>(l));
    const LogPair<Ball> y = swapped(x);
    CHECK((y.ratio + x.ratio).contains_zero());
    CHECK(kernels::value(x).overlaps(kernels::value(y)));
    CHECK((kernels::share(x) + kernels::share(y)).overlaps(kernels::value(x)));
    // KL(P||M) + KL(Q||M) = (p + q) log 2 - value, the defects cancel.
    const Ball both = kernels::near_mixture(x) + kernels::near_mixture(y);
    CHECK(both.overlaps((exp(x.log_p) + exp(x.log_q)) * log(Ball(2)) - kernels::value(x)));
    CHECK((kernels::near_direct(x) + kernels::near_direct(y))
              .overlaps(kernels::direct(x) + kernels::direct(y)));
  }
}
