#include "theory/enclosed_regret.hpp"

#include <algorithm>

#include "theory/digits_sought.hpp"
#include "theory/enclosed_pair.hpp"

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
    return Ball::hull(0.0, most);
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
        [&](const ComplexBall& x, const ComplexBall& log_p) -> ComplexBall {
          return exp(log_p) * soft_plus(logit(x) * sign);
        },
        [&](const Beyond& b) -> Ball {
          const bool is_data = role_ == Role::data;
          const Ball mass = Ball::at_most(is_data ? b.data : b.generator);
          const Ball factor = is_data ? b.data_factor_of_x : b.generator_factor_of_x;
          return mass * factor * (Ball(1) + soft_plus(logit(b.at) * sign)) * Ball::hull(0.0, 1.0);
        },
        effort);
  }

  const EnclosedPair& pair_;
  const GivenDiscriminator& d_;
  Role role_;
};

}  // namespace

EnclosedRegret enclose_regret(const Law& data, const Law& generator, const GivenDiscriminator& d,
                              int digits) {
  const EnclosedPair pair(data, generator, digits);
  const Loss of_data(pair, d, Role::data), of_generator(pair, d, Role::generator);
  const long goal = bits_for(digits);
  EnclosedRegret found;
  found.value.value = -to_relative(
      [&](const Effort& e) -> Ball {
        const BallPrecision precision(e.bits);
        return of_data(e) + of_generator(e);
      },
      Cancels::no, goal);
  found.regret.value = to_relative(
      [&](const Effort& e) -> Ball {
        const BallPrecision precision(e.bits);
        return of_data(e) + of_generator(e) - pair.both_shares(e);
      },
      Cancels::yes, goal);
  // A regret is not negative; of D* itself nothing more is known.
  const BallPrecision precision(2 * (goal + guard_bits));
  if (found.regret.value.is_finite() && found.regret.value.contains_zero())
    found.regret.value = Ball::hull(Ball(0), Ball::at_most(found.regret.value));
  if (pair.has_density() && d.slope != 0)
    found.value.note = found.regret.note = direct_tail_obligation;
  if (!found.value.value.is_finite() || !found.regret.value.is_finite())
    found.value.rigorous = found.regret.rigorous = false;
  constexpr long farthest = 1L << 20;
  const long lost = found.regret.value.is_zero() ? 0 : -found.regret.value.exponent();
  found.bits = 2 * (goal + guard_bits) + std::clamp(lost, 0L, farthest);
  return found;
}

}  // namespace gancheck
