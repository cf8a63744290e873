// Routes of mirror descent on finite spaces: from a start, step by step, to where C is least.
//
// A route is a proposal. It is found in doubles, and every law of it is then a law with rational
// weights: what is said of it afterwards is evaluated at that law, with bounds of its own, whatever
// the iteration did.
#pragma once

#include <string>
#include <vector>

#include "theory/evidence/evidence.hpp"
#include "theory/minimisation/mirror_descent.hpp"

namespace gancheck {

/// Probabilities of the points 0, 1, ....
using FiniteLaw = std::vector<Rational>;

struct Route {
  std::string name;
  FiniteLaw data, start;
  Rational rate;
  int steps = 0;
  /// The discriminator that every step meets; empty: each law meets its own D*.
  std::vector<Chance<Rational>> frozen;
};

/// Against D* of the law at hand, with rates from 1/10 to 1; among the data one point without mass.
const std::vector<Route>& descents();

/// The laws found, from the start on, steps + 1 of them. But for the start each has weights that
/// are whole multiples of 2^-50, which a double holds, and sums to 1.
std::vector<FiniteLaw> laws_of(const Route& route);

/// The laws of a route of rate 1 as they are, in rational arithmetic. Throws std::invalid_argument
/// for another rate.
std::vector<FiniteLaw> exact_laws_of(const Route& route);

/// Both laws in the arithmetic T, on points of weight 1.
template <class T>
Columns<T> columns_of(const FiniteLaw& data, const FiniteLaw& generator) {
  Columns<T> c;
  for (std::size_t i = 0; i < data.size(); ++i) {
    c.weight.push_back(T(1));
    c.p.push_back(exactly<T>(data[i]));
    c.q.push_back(exactly<T>(generator[i]));
  }
  c.atoms = data.size();
  return c;
}

/// The discriminator that a step from c.q meets.
template <class T>
std::vector<Chance<T>> discriminator_of(const Route& route, const Columns<T>& c) {
  if (route.frozen.empty()) return best_discriminator(c);
  std::vector<Chance<T>> d;
  for (const Chance<Rational>& chance : route.frozen)
    d.push_back({exactly<T>(chance.yes), exactly<T>(chance.no)});
  return d;
}

/// V(D, Q) of every step with the D that it meets, and JSD, TV and the largest |D* - 1/2| of the
/// law there.
Series series_of(const Route& route);

}  // namespace gancheck
