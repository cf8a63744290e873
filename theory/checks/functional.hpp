// What claims compare: numbers of a pair of laws, and formulas at one of its points.
//
// Each is written once, as a generic callable, and kept as a value that is evaluated in Tracked,
// which derives the bound of its residual, and in Ball, which encloses it. What only Tracked can
// evaluate (a maximum that is searched for) is written for Tracked alone.
#pragma once

#include <concepts>
#include <functional>

#include "numerics/line/grid.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// Callables of the arguments of a formula, with a discriminator's chance, and of a pair's columns.
template <class F>
concept OfPoint = std::invocable<const F&, const Tracked&, const Tracked&>;
template <class F>
concept OfGame = std::invocable < const F&,
        const Tracked&, const Tracked&, const Chance<Tracked>
& > ;
template <class F>
concept OfPair = std::invocable < const F&,
        const Columns<Tracked>
& > ;

/// f(p, q) at one point.
class Formula {
 public:
  template <OfPoint F>
  Formula(const F& f) : tracked_(f) {
    if constexpr (std::invocable<const F&, const Ball&, const Ball&>) ball_ = f;
  }
  Tracked operator()(const Tracked& p, const Tracked& q) const { return tracked_(p, q); }
  Ball operator()(const Ball& p, const Ball& q) const { return ball_(p, q); }

 private:
  std::function<Tracked(const Tracked&, const Tracked&)> tracked_;
  std::function<Ball(const Ball&, const Ball&)> ball_;
};

/// f(p, q, D) at one point, D a discriminator's chance there.
class GameFormula {
 public:
  template <OfGame F>
  GameFormula(const F& f) : tracked_(f) {
    if constexpr (std::invocable<const F&, const Ball&, const Ball&, const Chance<Ball>&>)
      ball_ = f;
  }
  /// The same number everywhere.
  GameFormula(int number)
      : GameFormula(
            [number]<class T>(const T&, const T&, const Chance<T>&) -> T { return T(number); }) {}
  Tracked operator()(const Tracked& p, const Tracked& q, const Chance<Tracked>& d) const {
    return tracked_(p, q, d);
  }
  Ball operator()(const Ball& p, const Ball& q, const Chance<Ball>& d) const {
    return ball_(p, q, d);
  }

 private:
  std::function<Tracked(const Tracked&, const Tracked&, const Chance<Tracked>&)> tracked_;
  std::function<Ball(const Ball&, const Ball&, const Chance<Ball>&)> ball_;
};

/// A number of a pair of laws on its grid.
class Functional {
 public:
  template <OfPair F>
  Functional(const F& f) : tracked_(f) {
    if constexpr (std::invocable<const F&, const Columns<Ball>&>) ball_ = f;
  }
  /// The same number for every pair.
  Functional(const Rational& number);
  Functional(int number) : Functional(Rational(number)) {}

  Tracked operator()(const Columns<Tracked>& c) const { return tracked_(c); }
  Ball operator()(const Columns<Ball>& c) const { return ball_(c); }

 private:
  std::function<Tracked(const Columns<Tracked>&)> tracked_;
  std::function<Ball(const Columns<Ball>&)> ball_;
};

Functional operator+(const Functional& f, const Functional& g);
Functional operator-(const Functional& f, const Functional& g);
Functional operator*(const Functional& f, const Functional& g);
Functional operator/(const Functional& f, const Functional& g);
Functional operator-(const Functional& f);
Functional abs(const Functional& f);
Functional log(const Functional& f);
Functional sqrt(const Functional& f);
Functional exp(const Functional& f);
Functional max(const Functional& f, const Functional& g);

/// The integral of the formula over the grid.
Functional integral_of(const Formula& formula);

/// f of the pair (Q, P).
Functional exchanged(const Functional& f);
/// f of the pair (P, Q'), where `density` is that of Q'.
Functional with_generator(const Functional& f, const Formula& density);
/// f of the pair (P, P).
Functional of_equals(const Functional& f);

}  // namespace gancheck
