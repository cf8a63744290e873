#include "numerics/number/jet.hpp"

namespace gancheck {

Jet::Jet(const Ball& constant)
    : value(constant),
      slope(constant.is_finite() ? ComplexBall(0) : ComplexBall::indeterminate()) {}

Jet operator-(const Jet& x) {
  return {-x.value, -x.slope};
}
Jet operator+(const Jet& x, const Jet& y) {
  return {x.value + y.value, x.slope + y.slope};
}
Jet operator-(const Jet& x, const Jet& y) {
  return {x.value - y.value, x.slope - y.slope};
}
Jet operator*(const Jet& x, const Jet& y) {
  if (&x == &y) return {x.value * x.value, x.value * x.slope * 2};
  return {x.value * y.value, x.slope * y.value + x.value * y.slope};
}
Jet operator/(const Jet& x, const Jet& y) {
  const ComplexBall quotient = x.value / y.value;
  return {quotient, (x.slope - quotient * y.slope) / y.value};
}
Jet operator*(const Jet& x, const Ball& y) {
  return {x.value * y, x.slope * y};
}
Jet operator*(const Ball& x, const Jet& y) {
  return y * x;
}
Jet operator/(const Jet& x, const Ball& y) {
  return {x.value / y, x.slope / y};
}
Jet operator*(const Jet& x, int y) {
  return {x.value * y, x.slope * y};
}
Jet operator*(int x, const Jet& y) {
  return y * x;
}
Jet operator/(const Jet& x, int y) {
  return {x.value / y, x.slope / y};
}

Jet log(const Jet& x) {
  return {log(x.value), x.slope / x.value};
}

Jet log1p(const Jet& x) {
  return {log1p(x.value), x.slope / (x.value + 1)};
}

Jet exp(const Jet& x) {
  const ComplexBall value = exp(x.value);
  return {value, value * x.slope};
}

Jet expm1(const Jet& x) {
  return {expm1(x.value), exp(x.value) * x.slope};
}

Jet sqrt(const Jet& x) {
  const ComplexBall value = sqrt(x.value);
  return {value, x.slope / (value * 2)};
}

Jet abs(const Jet& x) {
  if (x.is_positive()) return x;
  if (x.is_negative()) return -x;
  return {abs(x.value), ComplexBall::indeterminate()};
}

Jet max(const Jet& x, const Jet& y) {
  const Jet gap = x - y;
  if (gap.is_positive()) return x;
  if (gap.is_negative()) return y;
  return {max(x.value, y.value), ComplexBall::indeterminate()};
}

Jet min(const Jet& x, const Jet& y) {
  return -max(-x, -y);
}

const ComplexBall& sharper(const ComplexBall& x, const ComplexBall& y) {
  if (!x.is_finite()) return y;
  if (!y.is_finite()) return x;
  const auto width = [](const ComplexBall& z) {
    return z.real().radius() + z.imaginary().radius();
  };
  return width(x) <= width(y) ? x : y;
}

ComplexBall centre_of(const ComplexBall& t) {
  const Ball imaginary = t.imaginary();
  if (imaginary.contains_zero()) return t.real().centre();
  return ComplexBall::of_parts(t.real().centre(), imaginary.centre());
}

ComplexBall by_mean_value(const ComplexBall& at_centre, const ComplexBall& slope,
                          const ComplexBall& t, const ComplexBall& centre) {
  return at_centre + slope * (t - centre);
}

}  // namespace gancheck
