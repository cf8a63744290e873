#include "theory/divergence/enclosed/regret.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/line/tail_bound.hpp"
#include "theory/divergence/enclosed/digits_sought.hpp"
#include "theory/divergence/enclosed/pair.hpp"
#include "theory/divergence/enclosed/ranges.hpp"

namespace gancheck {
namespace {

/// a x + b of a logistic D, so that log D = -S(-(a x + b)) and log(1 - D) = -S(a x + b).
struct Logit {
  Rational slope, shift;
  template <class T>
  T operator()(const T& x) const {
    return x * exactly<Ball>(slope) + exactly<Ball>(shift);
  }
};

/// -log D = S(-z) over the data law and -log(1-D) = S(z) over the generator's, z = a x + b: the
/// slope of S lies between 0 and 1.
Loads loads_of(const GivenDiscriminator& d) {
  if (d.slope == 0) return {};
  const Logit logit{d.slope, d.shift};
  const auto load = [](const RayJet& z) { return LoadOnRay{soft_plus(z.value.first), z}; };
  return {[=](const RayJet& x) { return load(-logit(x)); },
          [=](const RayJet& x) { return load(logit(x)); }};
}

/// The integral of -log D over the data law, or of -log(1-D) over the generator's.
class Loss {
 public:
  Loss(const EnclosedPair& pair, const GivenDiscriminator& d, Role role)
      : pair_(pair), d_(d), role_(role) {}

  Ball operator()(const Effort& effort) const {
    const BallPrecision precision(effort.bits);
    const Ball atoms = of_atoms() + of_tails();
    return pair_.has_density() ? atoms + of_densities(effort) : atoms;
  }

 private:
  Ball of_atoms() const {
    const Densities& grid = pair_.atoms().densities();
    const auto& masses = role_ == Role::data ? grid.data : grid.generator;
    Ball total(0);
    for (std::size_t i = 0; i < masses.size(); ++i) {
      if (masses[i].is_zero()) continue;
      const LogChance chance = log_chance_at(d_, grid.grid.points[i]);
      total = total - masses[i].enclose() * (role_ == Role::data ? chance.log_yes : chance.log_no);
    }
    return total;
  }

  Ball of_tails() const {
    const Densities& grid = pair_.atoms().densities();
    double most = 0;
    for (const Tail& tail : role_ == Role::data ? grid.data_tails : grid.generator_tails)
      most += tail_beyond(tail, d_) * (1 + 0x1p-40);
    return std::isfinite(most) ? Ball::hull(0.0, most) : Ball::indeterminate();
  }

  Ball of_densities(const Effort& effort) const {
    if (d_.slope == 0) {
      const LogChance chance = d_.at(Ball(0));
      return -pair_.mass_of_pieces(role_) * (role_ == Role::data ? chance.log_yes : chance.log_no);
    }
    const Logit logit{d_.slope, d_.shift};
    const int sign = role_ == Role::data ? -1 : 1;
    return pair_.part(effort).single(
        role_,
        [&](const ComplexBall& x, const ComplexBall& log_p, const ComplexBall&) -> ComplexBall {
          return exp(log_p) * soft_plus(logit(x) * sign);
        },
        [this](const Beyond& b) -> Ball {
          const Ball& most = role_ == Role::data ? b.most.load_data : b.most.load_generator;
          return most * Ball::hull(0.0, 1.0);
        },
        effort);
  }

  const EnclosedPair& pair_;
  const GivenDiscriminator& d_;
  Role role_;
};

/// Of two enclosures of one number the one that says more.
const Ball& sharper(const Ball& x, const Ball& y) {
  if (!x.is_finite()) return y;
  return !y.is_finite() || x.radius() <= y.radius() ? x : y;
}

}  // namespace

EnclosedRegret enclose_regret(const Law& data, const Law& generator, const GivenDiscriminator& d,
                              int digits) {
  const EnclosedPair pair(data, generator, digits, loads_of(d));
  const Loss of_data(pair, d, Role::data), of_generator(pair, d, Role::generator);
  const long goal = bits_for(digits);
  const auto losses = [&](const Effort& e) -> Ball { return of_data(e) + of_generator(e); };
  const auto optimum = [&](const Effort& e) -> Ball { return pair.both_shares(e); };
  const Ball loss = to_relative(losses, Cancels::no, goal);
  const Ball least = to_relative(optimum, Cancels::no, goal);
  const Ball gap = to_relative([&](const Effort& e) -> Ball { return losses(e) - optimum(e); },
                               Cancels::yes, goal);
  EnclosedRegret found;
  constexpr long farthest = 1L << 20;
  const long lost = gap.is_zero() || !gap.is_finite() ? 0 : -gap.exponent();
  found.bits = 2 * (goal + guard_bits) + std::clamp(lost, 0L, farthest);
  const BallPrecision precision(found.bits);
  // Either follows from the other with V(D*), which may be known better.
  found.regret.value = sharper(gap, loss - least);
  found.value.value = -sharper(loss, least + nonnegative(found.regret.value));
  keep_within(found.regret, {Ball(0), std::nullopt});
  keep_within(found.value, {std::nullopt, Ball(0)});
  if (!pair.finds_masses({goal + guard_bits, -goal - spare_bits, 0}))
    found.value = found.regret = unbounded(wrong_masses);
  if (pair.misses_pieces()) found.value = found.regret = unbounded(beyond_all_exponents);
  for (Enclosed* x : {&found.value, &found.regret})
    if (x->rigorous && says_nothing(x->value)) *x = unbounded(nothing_beyond_cuts);
  return found;
}

}  // namespace gancheck
