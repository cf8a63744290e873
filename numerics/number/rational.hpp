// Exact rational numbers: parameters, weights and the points of a grid.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <string_view>

namespace gancheck {

using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;
using Rational = boost::multiprecision::number<
    boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
    boost::multiprecision::et_off>;

/// The double nearest to `x` (ties to even); overflows to an infinity, underflows gradually.
double nearest_double(const Rational& x);

/// 10^exponent, exactly; the exponent may be negative.
Rational power_of_ten(int exponent);

/// The exact value of a finite double. Throws std::invalid_argument for an infinity or a NaN.
Rational exact_rational(double x);

/// "3", "0.25" where the decimal ends within 20 digits, else "1/3".
std::string to_text(const Rational& x);

/// `x` in decimal, `digits` significant digits, rounded down (towards minus infinity) or up;
/// an exact value that needs fewer digits is printed exactly ("0.5", "1e-300").
std::string decimal_rounded_down(const Rational& x, int digits);
std::string decimal_rounded_up(const Rational& x, int digits);
/// To nearest (ties away from 0), with all the digits: zeros at the end say that they are right.
std::string decimal_rounded(const Rational& x, int digits);

}  // namespace gancheck
