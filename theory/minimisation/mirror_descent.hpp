// One step of mirror descent, for a law of the generator as a column.
#pragma once

#include <vector>

#include "numerics/line/grid.hpp"
#include "theory/minimisation/mirror_formulas.hpp"

namespace gancheck {

/// The law after a step, and the number Z that it was divided by.
template <class T>
struct MirrorStep {
  std::vector<T> law;
  T normaliser;
};

/// D* = p/(p+q) of the columns; 0 where p = q = 0, so that no law gains by going there.
template <class T>
std::vector<Chance<T>> best_discriminator(const Columns<T>& c) {
  std::vector<Chance<T>> d;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const bool null = is_exactly_zero(c.p[i]) && is_exactly_zero(c.q[i]);
    d.push_back(null ? Chance<T>{T(0), T(1)} : formulas::optimal_discriminator(c.p[i], c.q[i]));
  }
  return d;
}

/// The law `weight`(q, D) brought to the mass of q. Where q = 0 it stays 0: no step creates mass.
template <class T, class Weight>
MirrorStep<T> step_by(const Columns<T>& c, const std::vector<Chance<T>>& d, const Weight& weight) {
  MirrorStep<T> step{std::vector<T>(c.size(), T(0)), T(0)};
  std::vector<T> masses, before;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_exactly_zero(c.weight[i]) || is_exactly_zero(c.q[i])) continue;
    step.law[i] = weight(c.q[i], d[i]);
    masses.push_back(T(c.weight[i] * step.law[i]));
    before.push_back(T(c.weight[i] * c.q[i]));
  }
  step.normaliser = sum(std::span<const T>(masses)) / sum(std::span<const T>(before));
  for (T& density : step.law) {
    if (!is_exactly_zero(density)) density = density / step.normaliser;
  }
  return step;
}

/// The step of this rate against D, from the law c.q.
template <class T>
MirrorStep<T> mirror_step(const Columns<T>& c, const std::vector<Chance<T>>& d, const T& rate) {
  return step_by(c, d, [&rate](const T& q, const Chance<T>& chance) -> T {
    return mirror::weight(q, chance, rate);
  });
}

/// The step of rate 1, exact in rational arithmetic.
template <class T>
MirrorStep<T> unit_mirror_step(const Columns<T>& c, const std::vector<Chance<T>>& d) {
  return step_by(c, d, mirror::weight_of_rate_one);
}

}  // namespace gancheck
