// A function of u on the whole ray u >= 0: what a tail is. One evaluation of a formula in this
// arithmetic bounds it, its slope and the growth of its slope on all of the ray, however far out.
//
// Of a function g, and of its derivative, three things are known:
//   first: g(0);
//   value: the range of g on the ray;
//   rate:  a range of numbers r(u) with g' = r g, so that g(u) lies between g(0) e^(a u) and
//          g(0) e^(b u) for the ends a, b of the range, and has the sign of g(0) [Gronwall].
// Rates are what survives where values have no bound: those of e^(3u) and of 7 e^(3u) + 2 lie in
// [0, 3], and the rate of their quotient in [0, 3] too. With g' = r g and h' = s h,
//   (g h)' = (r + s) g h,   (1/g)' = -r (1/g),   (e^g)' = g' e^g,   (log g)' = r,
//   (g + h)' = t (g + h)  with t between r and s where g and h have one sign, and else
//                         t = r + (s - r) h/(g + h).
#pragma once

#include "numerics/number/range.hpp"

namespace gancheck {

/// A whole line as the rate says nothing, also not that there is a rate (a zero has none).
struct OnRay {
  Ball first;
  Range value, rate;

  static OnRay constant(const Ball& c);
  static OnRay unknown();
  /// By range, or by the sign at 0, which a function with a rate keeps.
  bool is_positive() const;
  bool is_negative() const;

  friend OnRay operator-(const OnRay& g);
  friend OnRay operator+(const OnRay& g, const OnRay& h);
  friend OnRay operator*(const OnRay& g, const OnRay& h);
  friend OnRay operator/(const OnRay& g, const OnRay& h);
  /// Of two statements about one function what both say.
  friend OnRay both(const OnRay& g, const OnRay& h);
};

/// The arithmetic of formulas: a function f and its derivative. In a sum terms c·t may cancel that
/// have no bound each (the logarithm t of a distance, whose slope is a power of e^u along log t),
/// and terms c·t² (normal laws). So the derivative is also kept as (c + d (t - t(0))) t' + rest,
/// for the one function t of the ray that is declared so.
struct RayJet {
  RayJet(int whole) : RayJet(Ball(whole)) {}  // NOLINT: constants in formulas convert
  RayJet(const Ball& constant);               // NOLINT: as above
  RayJet(const OnRay& values, const OnRay& change);
  /// u itself.
  static RayJet variable();
  /// The same function as the t of the ray.
  RayJet as_counted() const;
  /// The derivative, by (c + d (t - t(0))) t' + rest too.
  OnRay slope_with(const RayJet& t) const;

  bool is_zero() const { return value.value.is_zero() && slope.value.is_zero(); }
  bool is_positive() const { return value.is_positive(); }  ///< on all of the ray
  bool is_negative() const { return value.is_negative(); }
  long exponent() const { return value.value.exponent(); }  ///< as that of a Range

  OnRay value, slope;
  Ball count, bend;  ///< c and d
  OnRay rest;

  friend RayJet operator-(const RayJet& f);
  friend RayJet operator+(const RayJet& f, const RayJet& g);
  friend RayJet operator-(const RayJet& f, const RayJet& g);
  friend RayJet operator*(const RayJet& f, const RayJet& g);
  friend RayJet operator/(const RayJet& f, const RayJet& g);
  friend RayJet operator*(const RayJet& f, const Ball& c);
  friend RayJet operator*(const Ball& c, const RayJet& f);
  friend RayJet operator/(const RayJet& f, const Ball& c);
  friend RayJet operator*(const RayJet& f, int c);
  friend RayJet operator*(int c, const RayJet& f);
  friend RayJet operator/(const RayJet& f, int c);
  friend RayJet log(const RayJet& f);
  friend RayJet log1p(const RayJet& f);
  friend RayJet exp(const RayJet& f);
  friend RayJet expm1(const RayJet& f);
  friend RayJet sqrt(const RayJet& f);
  friend RayJet abs(const RayJet& f);
  friend RayJet max(const RayJet& f, const RayJet& g);
  friend RayJet min(const RayJet& f, const RayJet& g);
};

}  // namespace gancheck
