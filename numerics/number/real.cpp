#include "numerics/number/real.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include "numerics/number/expression.hpp"
#include "numerics/number/float50.hpp"
#include "numerics/number/rounded.hpp"

namespace gancheck {

namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

template <class... Cases>
auto visit(const Real& x, Cases... cases) {
  const Overloaded overloaded{cases...};
  return std::visit(
      [&]<class Kind>(const Kind& kind) {
        if constexpr (std::is_same_v<Kind, std::shared_ptr<const Rational>>) {
          return overloaded(*kind);
        } else {
          return overloaded(kind);
        }
      },
      RealAccess::of(x));
}

/// Ball precisions that are tried one after the other until an enclosure decides.
constexpr long most_bits = 4096;
constexpr double least_double = std::numeric_limits<double>::denorm_min();

const Decimal* decimal(const Real& x) {
  return std::get_if<Decimal>(&RealAccess::of(x));
}
const double* dyadic_double(const Real& x) {
  return std::get_if<double>(&RealAccess::of(x));
}

Ball ball(const Decimal& x) {
  constexpr std::int64_t split = std::int64_t{1} << 32;
  const std::int64_t high = x.mantissa / split, low = x.mantissa % split;
  const Ball mantissa =
      Ball::exact(static_cast<double>(high)) * Ball::exact(static_cast<double>(split)) +
      Ball::exact(static_cast<double>(low));
  const auto size = static_cast<unsigned long>(std::abs(static_cast<long>(x.exponent)));
  if (size == 0) return mantissa;
  return x.exponent < 0 ? mantissa / power(Ball(10), size) : mantissa * power(Ball(10), size);
}

/// Radius at most 2^-60 of the midpoint, or below what doubles resolve.
bool is_sharp(const Ball& x) {
  constexpr double sharp = 0x1p-60;
  return x.is_finite() && x.radius() <= std::max(sharp * std::abs(x.midpoint()), least_double);
}

/// The enclosure by the first precision that is sharp, else by the last.
template <class Enclose>
Ball sharpened(const Enclose& enclose) {
  for (long bits = BallPrecision::standard_bits;; bits = std::min(2 * bits, most_bits)) {
    const BallPrecision precision(bits);
    Ball x = enclose();
    if (is_sharp(x) || bits == most_bits) return x;
  }
}

/// Sixty digits of an enclosure that has them: the text rounds ten digits below Float50. NaN where
/// none has.
Float50 fifty_digits(const Expression& f) {
  constexpr int digits = 60;
  constexpr long relative_bits = 200;
  for (long bits = 256; bits <= most_bits; bits *= 2) {
    const BallPrecision precision(bits);
    const Ball x = f.enclose();
    if (x.relative_bits() >= relative_bits) return Float50(x.lower_text(digits));
  }
  return std::numeric_limits<Float50>::quiet_NaN();
}

Tracked subtract(double x, double y) {
  const double rest = x - y;
  if (!std::isfinite(rest)) return Tracked::within(rest, std::numeric_limits<double>::infinity());
  const double y_part = x - rest;  // Knuth's two-sum: the rounding error of x - y, exactly
  const double rounding = (x - (rest + y_part)) + (y_part - y);
  return Tracked::within(rest, std::abs(rounding));
}

/// -1, 1 where x is an exp, a sigmoid or a tanh and y a number that it does not take: neither
/// 1 - sigmoid(10^9) nor exp of exp of exp of 3 has an enclosure that tells. Else 0.
int order_by_range(const Real& x, const Real& y) {
  const bool is_tanh = argument_of(x, Elementary::tanh) != nullptr;
  const bool is_bounded = is_tanh || argument_of(x, Elementary::sigmoid);
  if (!y.is_rational() || !(is_bounded || argument_of(x, Elementary::exp))) return 0;
  const Rational bound = y.rational();
  if (is_bounded && bound >= 1) return -1;
  return bound <= (is_tanh ? -1 : 0) ? 1 : 0;
}

}  // namespace

Real Real::dyadic(double x) {
  if (!std::isfinite(x))
    throw std::invalid_argument(
        fmt::format("the double {} is no real number: give a finite one", x));
  Real real;
  real.value_ = x;
  return real;
}

bool Real::is_rational() const {
  return !std::holds_alternative<ExpressionPointer>(value_);
}

std::optional<double> Real::as_double() const {
  const double* x = dyadic_double(*this);
  return x ? std::optional(*x) : std::nullopt;
}

std::optional<std::int64_t> Real::as_whole() const {
  const Decimal* x = decimal(*this);
  return x && x->exponent == 0 ? std::optional(x->mantissa) : std::nullopt;
}

Rational Real::rational() const {
  return visit(
      *this, [](double x) { return exact_rational(x); },
      [](const Decimal& x) { return exact_rational(x); }, [](const Rational& x) { return x; },
      [](const ExpressionPointer& x) -> Rational {
        throw std::logic_error(x->text() + " is not known to be rational: enclose it");
      });
}

Ball Real::enclose() const {
  return visit(
      *this, [](double x) { return Ball::exact(x); }, [](const Decimal& x) { return ball(x); },
      [](const Rational& x) { return exactly<Ball>(x); },
      [](const ExpressionPointer& x) { return x->enclose(); });
}

std::string Real::text() const {
  if (const ExpressionPointer formula = RealAccess::formula(*this)) return formula->text();
  if (const Decimal* d = decimal(*this); d && d->exponent == 0) return std::to_string(d->mantissa);
  return to_text(rational());
}

bool Real::is_zero() const {
  return visit(
      *this, [](double x) { return x == 0; }, [](const Decimal& x) { return x.mantissa == 0; },
      [](const Rational& x) { return x == 0; }, [](const ExpressionPointer&) { return false; });
}

Real operator+(const Real& x, const Real& y) {
  if (x.is_zero()) return y;
  if (y.is_zero()) return x;
  if (decimal(x) && decimal(y))
    if (const auto sum = add(*decimal(x), *decimal(y))) return *sum;
  if (x.is_rational() && y.is_rational()) return Rational(x.rational() + y.rational());
  return formula_sum(x, y);
}

Real operator-(const Real& x, const Real& y) {
  return x + Real(-1) * y;
}

Real operator*(const Real& x, const Real& y) {
  if (x.is_zero() || y.is_zero()) return 0;
  if (decimal(x) && decimal(y))
    if (const auto product = multiply(*decimal(x), *decimal(y))) return *product;
  if (x.is_rational() && y.is_rational()) return Rational(x.rational() * y.rational());
  return formula_product(x, y);
}

Real operator/(const Real& x, const Real& y) {
  if (y.is_zero()) throw std::domain_error(x.text() + " divided by 0");
  if (x.is_zero()) return 0;
  if (x.is_rational() && y.is_rational()) return Rational(x.rational() / y.rational());
  return formula_quotient(x, y);
}

Tracked difference(const Real& x, const Real& y) {
  if (dyadic_double(x) && dyadic_double(y)) return subtract(*dyadic_double(x), *dyadic_double(y));
  if (decimal(x) && decimal(y))
    if (const auto rest = subtract(*decimal(x), *decimal(y))) return *rest;
  if (x.is_rational() && y.is_rational())
    return exactly<Tracked>(Rational(x.rational() - y.rational()));
  const Real rest = x - y;
  return exactly<Tracked>(rest);
}

template <>
double exactly<double>(const Real& x) {
  return visit(
      x, [](double v) { return v; }, [](const Decimal& v) { return nearest_double(v); },
      [](const Rational& v) { return nearest_double(v); },
      [](const ExpressionPointer& f) {
        return sharpened([&] { return f->enclose(); }).midpoint();
      });
}

template <>
Tracked exactly<Tracked>(const Real& x) {
  return visit(
      x, [](double v) { return Tracked::exact(v); },
      [](const Decimal& v) { return gancheck::tracked(v); },
      [](const Rational& v) { return exactly<Tracked>(v); },
      [](const ExpressionPointer& f) { return rounded(sharpened([&] { return f->enclose(); })); });
}

template <>
Float50 exactly<Float50>(const Real& x) {
  return visit(
      x, [](double v) { return Float50(v); },
      [](const Decimal& v) {
        // 5^72 is the last power that 168 bits hold: one rounding.
        constexpr int last_exact = 72;
        if (std::abs(v.exponent) > last_exact) return exactly<Float50>(exact_rational(v));
        const Float50 power = pow(Float50(10), std::abs(v.exponent));
        return Float50(v.exponent < 0 ? v.mantissa / power : v.mantissa * power);
      },
      [](const Rational& v) { return exactly<Float50>(v); },
      [](const ExpressionPointer& f) { return fifty_digits(*f); });
}

template <>
Ball exactly<Ball>(const Real& x) {
  return x.enclose();
}

template <>
Rational exactly<Rational>(const Real& x) {
  return x.rational();
}

int compare(const Real& x, const Real& y) {
  if (decimal(x) && decimal(y))
    if (const auto sign = order(*decimal(x), *decimal(y))) return *sign;
  if (dyadic_double(x) && dyadic_double(y)) {
    const double a = *dyadic_double(x), b = *dyadic_double(y);
    return a < b ? -1 : static_cast<int>(b < a);
  }
  if (x.is_rational() && y.is_rational()) {
    const Rational a = x.rational(), b = y.rational();
    return a < b ? -1 : static_cast<int>(b < a);
  }
  // Every elementary function here is strictly increasing.
  for (const auto f :
       {Elementary::exp, Elementary::log, Elementary::sqrt, Elementary::sigmoid, Elementary::tanh})
    if (argument_of(x, f) && argument_of(y, f))
      return compare(*argument_of(x, f), *argument_of(y, f));
  if (const int sign = order_by_range(x, y)) return sign;
  if (const int sign = order_by_range(y, x)) return -sign;
  const Real rest = x - y;
  if (rest.is_rational()) return compare(rest, 0);
  for (long bits = BallPrecision::standard_bits; bits <= most_bits; bits *= 2) {
    const BallPrecision precision(bits);
    const Ball gap = rest.enclose();
    if (gap.is_positive()) return 1;
    if (gap.is_negative()) return -1;
  }
  throw std::domain_error(
      fmt::format("{} and {} can be neither identified nor told apart with {} bits: give "
                  "the points as numbers",
                  x.text(), y.text(), most_bits));
}

}  // namespace gancheck
