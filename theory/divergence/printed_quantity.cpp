#include "theory/divergence/printed_quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/number/numeral.hpp"
#include "theory/divergence/forms.hpp"
#include "theory/divergence/law_rules.hpp"

namespace gancheck {
namespace {

constexpr int most_exact_digits = 40;
/// Printed bounds have at least two digits more than are claimed, and enough for the midpoint.
constexpr int least_printed_digits = 20;

/// How many digits an interval of this half width certifies, half <= 10^-N |value|; none where not
/// even N = 0 holds.
std::optional<int> digits_of(const Rational& half, const Rational& value) {
  if (half > abs(value) || value == 0) return std::nullopt;
  const Rational relative = half / abs(value);
  int n = 0;
  while (n < 300 && relative * power_of_ten(n + 1) <= 1) ++n;
  return n;
}

/// Fills in lower, upper and digits from bounds that are exact rationals.
void print_bounds(Quantity& q, const Rational& lower, const Rational& upper) {
  const Rational middle = (lower + upper) / 2;
  const Rational half = (upper - lower) / 2;
  const int printed = std::max(least_printed_digits, digits_of(half, middle).value_or(0) + 3);
  q.lower = decimal_rounded_down(lower, printed);
  q.upper = decimal_rounded_up(upper, printed);
  // Printing moves each bound by less than one unit of its last digit.
  const Rational last = power_of_ten(1 - printed) * std::max(abs(lower), abs(upper));
  q.digits = digits_of(half + last, middle);
}

Quantity exact_zero(Quantity q) {
  q.value = 0;
  q.lower = q.upper = "0";
  q.rigorous = true;
  q.method = Method::by_rule;
  return q;
}

/// A value without any error: its decimal, which may be longer than what is printed.
Quantity exact(Quantity q, const Rational& value) {
  q.value = nearest_double(value);
  q.lower = decimal_rounded_down(value, most_exact_digits);
  q.upper = decimal_rounded_up(value, most_exact_digits);
  if (q.lower != q.upper) q.digits = most_exact_digits - 3;
  q.rigorous = true;
  q.method = q.digits ? Method::exact_rounded : Method::exact;
  return q;
}

Quantity infinite(Quantity q, double value) {
  q.value = value;
  q.lower = q.upper = value > 0 ? "inf" : "-inf";
  q.rigorous = true;
  q.method = Method::by_rule;
  return q;
}

/// No bound of an error: everything in the range, or from a proven lower bound upwards, is
/// possible, and no value is given.
Quantity unbounded(Quantity q, double least, const std::optional<Range>& range,
                   double missing_mass) {
  q.value = std::nan("");
  q.lower = decimal_rounded_down(exact_rational(least), least_printed_digits);
  q.upper = "inf";
  if (range) {
    q.lower = range->lower() ? range->lower()->lower_text(least_printed_digits) : "-inf";
    q.upper = range->upper() ? range->upper()->upper_text(least_printed_digits) : "inf";
  }
  q.rigorous = false;
  q.method = Method::not_bounded;
  q.notes = {
      missing_mass > 0
          ? Text{fmt::format("no bound is known for {:.2g} of the mass that the quadrature "
                             "missed",
                             missing_mass),
                 fmt::format("求积遗漏的质量 {:.2g} 无已知的界", missing_mass)}
          : Text{"no bound is known for what lies beyond the grid", "网格之外的部分无已知的界"}};
  return q;
}

Notes notes_of(const Sum& s, double missing_mass) {
  Notes notes{{"floating point", "浮点计算"}};
  if (s.discretisation > 0)
    notes.emplace_back("rounding and truncation are bounded, the discretisation is estimated",
                       "舍入与截断误差有界，离散化误差为估计");
  else if (s.truncation > 0)
    notes.emplace_back("rounding and truncation are bounded, not certified",
                       "舍入与截断误差有界，但未经认证");
  else
    notes.emplace_back("the rounding is bounded, not certified", "舍入误差有界，但未经认证");
  if (s.discretisation > 0 && missing_mass > 0)
    notes.emplace_back(fmt::format("{:.2g} of the mass was missed by the quadrature", missing_mass),
                       fmt::format("求积遗漏了质量 {:.2g}", missing_mass));
  return notes;
}

}  // namespace

Tracked total_of(const Sum& s) {
  return s.value + Tracked::within(0.0, s.truncation) + Tracked::within(0.0, s.discretisation);
}

Sum in_unit(const Sum& s, Unit unit) {
  const bool has_no_unit = s.value.value() == 0 || std::isinf(s.value.value());
  if (unit == Unit::nat || (s.by_rule && has_no_unit)) return s;
  const Tracked log2 = log(Tracked(2));
  const double longer = (1 + 0x1p-50) / log2.lower();
  return {s.value / log2, s.truncation * longer, s.discretisation * longer, s.by_rule,
          (Tracked::exact(s.least) / log2).lower()};
}

Quantity printed(std::string name, Dimension dimension, const Sum& s, double missing_mass,
                 const std::optional<Range>& range) {
  Quantity q{std::move(name), dimension, 0, "", "", std::nullopt, false, {}, {}};
  q.rounding = s.value.error();
  q.truncation = s.truncation;
  q.discretisation = s.discretisation;
  if (s.value.error() == 0 && s.truncation == 0 && s.discretisation == 0) {
    if (s.value.value() == 0) return exact_zero(q);
    return std::isinf(s.value.value()) ? infinite(q, s.value.value())
                                       : exact(q, exact_rational(s.value.value()));
  }
  const Tracked total = total_of(s);
  if (!std::isfinite(total.value()) || !std::isfinite(total.error()))
    return unbounded(q, s.least, range, missing_mass);
  Rational lower = exact_rational(total.lower()), upper = exact_rational(total.upper());
  q.value = total.value();
  if (range && range->lower()) lower = std::max(lower, exact_rational(range->lower()->lower()));
  if (range && range->upper()) upper = std::min(upper, exact_rational(range->upper()->upper()));
  if (lower > upper)
    return unbounded(q, s.least, range, missing_mass);  // an estimate that was too small
  if (range) q.value = nearest_double((lower + upper) / 2);
  if (range && range->upper()) q.value = std::min(q.value, range->upper()->lower());
  print_bounds(q, lower, upper);
  q.rigorous = s.by_rule;
  q.method = s.by_rule ? Method::by_rule : Method::error_bound;
  if (!s.by_rule) q.notes = notes_of(s, missing_mass);
  return q;
}

Quantity printed_exactly(std::string name, Dimension dimension, const Rational& value) {
  return exact(Quantity{std::move(name), dimension, 0, "", "", std::nullopt, true, {}, {}}, value);
}

Quantity printed_between(const Quantity& least, const Quantity& most) {
  const auto lower = read_decimal(least.lower), upper = read_decimal(most.upper);
  Quantity q = least.rigorous ? most : least;
  if (least.lower == most.upper) return q;
  if (!lower || !upper) {  // an infinity
    q.rigorous = least.rigorous && most.rigorous && least.lower == most.lower;
    return q;
  }
  print_bounds(q, *lower, *upper);
  q.value = nearest_double((*lower + *upper) / 2);
  return q;
}

Quantity printed_enclosure(std::string name, Dimension dimension, const Ball& ball) {
  Quantity q{std::move(name), dimension, 0, "", "", std::nullopt, true, {}, Method::enclosed_sum};
  print_bounds(q, exact_rational(ball.lower()), exact_rational(ball.upper()));
  q.value = ball.midpoint();
  return q;
}

namespace {

/// The point that an enclosure without a radius is, where a double holds it.
std::optional<Rational> point_of(const Ball& ball) {
  const double middle = ball.midpoint();
  if (!std::isfinite(middle) || !(ball - Ball::exact(middle)).is_zero()) return std::nullopt;
  return exact_rational(middle);
}

/// Digits that a relative radius leaves; empty for none.
std::optional<int> digits_of(const Ball& value) {
  constexpr double digits_per_bit = 0.30102999566398114;  // log10(2), rounded down
  const double bits = static_cast<double>(value.relative_bits() - 2);
  return bits > 0 ? std::optional(static_cast<int>(bits * digits_per_bit)) : std::nullopt;
}

/// An enclosure as near as was asked for, whose bounds round to two decimals all the same.
bool leaves_last_digit_open(const Quantity& q, int digits) {
  return q.rigorous && q.digits && *q.digits >= digits && !decimal_of(q, digits);
}

}  // namespace

std::optional<std::string> decimal_of(const Quantity& q, int digits) {
  const auto lower = read_decimal(q.lower), upper = read_decimal(q.upper);
  if (!lower || !upper) return std::nullopt;
  const std::string decimal = decimal_rounded(*lower, digits);
  return decimal == decimal_rounded(*upper, digits) ? std::optional(decimal) : std::nullopt;
}

std::vector<Quantity> to_last_digit(int digits,
                                    const std::function<std::vector<Quantity>(int)>& enclosed) {
  constexpr int more = 2;
  std::vector<Quantity> all = enclosed(digits);
  const auto is_open = [&](const Quantity& q) { return leaves_last_digit_open(q, digits); };
  if (std::none_of(all.begin(), all.end(), is_open)) return all;
  const std::vector<Quantity> closer = enclosed(digits + more);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (is_open(all[i]) && closer[i].rigorous) all[i] = closer[i];
  return all;
}

Quantity printed(std::string name, Dimension dimension, const Enclosed& found, Unit unit,
                 int digits, long bits) {
  const BallPrecision precision(bits);
  Quantity q{std::move(name), dimension, 0, "", "", std::nullopt, found.rigorous, {}, {}};
  q.witness = Witness::ball;
  q.notes = found.notes;
  if (found.is_infinite) return infinite(q, std::numeric_limits<double>::infinity());
  if (found.value.is_zero()) return exact_zero(q);
  const Ball log2 = log(Ball(2));
  Ball value = found.value;
  if (unit == Unit::bit && dimension == Dimension::information) value = value / log2;
  if (unit == Unit::bit && dimension == Dimension::root_of_information) value = value / sqrt(log2);
  if (const auto point = point_of(value)) return exact(q, *point);
  constexpr int more = 4;
  q.value = value.midpoint();
  q.lower = value.lower_text(digits + more);
  q.upper = value.upper_text(digits + more);
  q.method = found.by_rule ? Method::by_rule : Method::enclosure;
  if (!value.is_finite()) return q;
  const auto lower = read_decimal(q.lower), upper = read_decimal(q.upper);
  q.digits =
      lower && upper ? digits_of((*upper - *lower) / 2, (*lower + *upper) / 2) : digits_of(value);
  if (q.digits.value_or(0) < digits)
    q.notes.emplace_back(fmt::format("{} digits were asked for and not reached", digits),
                         fmt::format("所要求的 {} 位未能达到", digits));
  return q;
}

std::vector<Quantity> printed_sums(const Sums& sums, const Real& mass_data,
                                   const Real& mass_generator, Unit unit,
                                   const QuantityRows& rows) {
  const MassesOfPair masses =
      masses_of(mass_data, mass_generator, unit == Unit::bit ? Ball(1) : log(Ball(2)));
  std::vector<Quantity> all;
  for (const QuantityRow& row : rows)
    all.push_back(printed(row.name, row.dimension, formed(row, sums, masses, unit),
                          sums.missing_mass, range_of(row, masses)));
  return all;
}

}  // namespace gancheck
