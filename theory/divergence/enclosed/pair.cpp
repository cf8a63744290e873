#include "theory/divergence/enclosed/pair.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "theory/divergence/enclosed/digits_sought.hpp"
#include "theory/divergence/law_rules.hpp"

namespace gancheck {
namespace {

/// Everything between 0 and an upper bound.
Ball up_to(const Ball& most) {
  return most * Ball::hull(0.0, 1.0);
}

/// The bound grows with both masses.
Ball share_of(const Ball& p, const Ball& q) {
  const Ball most_p = Ball::at_most(p), most_q = Ball::at_most(q);
  return most_p.is_zero() ? Ball(0) : up_to(most_p * log1p(most_q / most_p));
}
Ball near_share_of(const Ball& p, const Ball& q) {
  return up_to(Ball::at_most(p) * log(Ball(2)) + Ball::at_most(q) / 2);
}

/// A kernel with the named law in the place of P.
template <class Kernel>
auto in_place(Role role, const Kernel& kernel) {
  return [role, kernel]<class T>(const LogPair<T>& x) -> T {
    return kernel(role == Role::data ? x : swapped(x));
  };
}

constexpr auto share_kernel = []<class T>(const LogPair<T>& x) -> T { return kernels::share(x); };
constexpr auto jsd_kernel = []<class T>(const LogPair<T>& x) -> T { return kernels::near_jsd(x); };
constexpr auto near_kernel = []<class T>(const LogPair<T>& x) -> T {
  return kernels::near_mixture(x);
};

const Ball& mass_of(const Beyond& b, Role role) {
  return role == Role::data ? b.data : b.generator;
}
const Ball& most_square(const Beyond& b, Role role) {
  return role == Role::data ? b.most.square_data : b.most.square_generator;
}
const Ball& most_direct(const Beyond& b, Role role) {
  return role == Role::data ? b.most.direct_data : b.most.direct_generator;
}

}  // namespace

// A JSD of 10^-digits still has its digits. Terms of p²/q fall more slowly than those of p.
EnclosedPair::EnclosedPair(const Law& data, const Law& generator, int digits, Loads loads)
    : data_(data),
      generator_(generator),
      loads_(std::move(loads)),
      atoms_(data, generator, (2 * bits_for(digits) + guard_bits) * (loads_.squares ? 3 : 1)) {}

const EnclosedPart& EnclosedPair::part(const Effort& effort) const {
  constexpr long step = 64, least = 128, most = 1L << 20;
  const long needed = std::clamp(8 - effort.log2_tolerance, 1L, most);
  const auto found = parts_.lower_bound(needed);
  if (found != parts_.end()) return *found->second;
  const long bits = std::max(least, (needed + step - 1) / step * step);
  auto made = std::make_unique<EnclosedPart>(data_, generator_, static_cast<int>(bits), loads_,
                                             evaluations_);
  return *parts_.emplace(bits, std::move(made)).first->second;
}

const EnclosedPart& EnclosedPair::any_part() const {
  return parts_.empty() ? part({64, 0}) : *parts_.begin()->second;
}

bool EnclosedPair::misses_pieces() const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [](const auto& part) { return part.second->misses_pieces(); });
}

bool EnclosedPair::may_be_equal() const {
  // Few bits tell most laws apart.
  for (const long bits : {256, 2048}) {
    if (!atoms_.may_be_equal(bits)) return false;
    if (has_density() && !any_part().may_be_equal(bits)) return false;
  }
  return true;
}

bool EnclosedPair::overlap() const {
  return atoms_.overlap() || tails_may_meet(atoms_.densities(), data_, generator_) ||
         (has_density() && any_part().overlap());
}

template <class Kernel>
Ball EnclosedPair::sum(const Kernel& kernel, const Ball& tails, const BoundBeyond& beyond,
                       const Effort& effort) const {
  const Ball atoms = atoms_.joint(kernel, effort) + tails + hidden_tails();
  return has_density() ? atoms + part(effort).joint(kernel, beyond, effort) : atoms;
}

/// An atom of a tail that is not located may be any listed one. With a mass T of such a tail an
/// integral of a kernel changes by at most T log(1 + 2/T) + 3 T: p log((p+q)/p) is subadditive in
/// p, with p log((p+q)/p) <= q, and masses are at most 2.
Ball EnclosedPair::hidden_tails() const {
  Ball change(0);
  for (const Role role : {Role::data, Role::generator}) {
    const Ball mass = Ball::at_most(atoms_.tail_mass(role));
    if (atoms_.is_located(role) || mass.is_zero()) continue;
    change = change + mass * (log1p(Ball(2) / mass) + 3);
  }
  return change * Ball::hull(-1.0, 1.0);
}

Ball EnclosedPair::share(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const Role rest = other(role);
  return sum(
      in_place(role, share_kernel), share_of(atoms_.tail_mass(role), atoms_.tail_mass(rest)),
      [&](const Beyond& b) { return share_of(mass_of(b, role), mass_of(b, rest)); }, effort);
}

Ball EnclosedPair::both_shares(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const auto of_masses = [](const Ball& p, const Ball& q) {
    return share_of(p, q) + share_of(q, p);
  };
  return sum([]<class T>(const LogPair<T>& x) -> T { return kernels::value(x); },
             of_masses(atoms_.tail_mass(Role::data), atoms_.tail_mass(Role::generator)),
             [&](const Beyond& b) { return of_masses(b.data, b.generator); }, effort);
}

Ball EnclosedPair::mass_alone(Role role, const Effort& effort) const {
  const Ball atoms = atoms_.mass_alone(role, effort);
  return has_density() ? atoms + part(effort).mass_alone(role, effort) : atoms;
}

Ball EnclosedPair::near_mixture(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const Role rest = other(role);
  // Where one law is alone the kernel is p (log 2 - 1/2), or q/2.
  return sum(
             in_place(role, near_kernel),
             near_share_of(atoms_.tail_mass(role), atoms_.tail_mass(rest)),
             [&](const Beyond& b) { return near_share_of(mass_of(b, role), mass_of(b, rest)); },
             effort) +
         mass_alone(role, effort) * (log(Ball(2)) - Ball(1) / 2) + mass_alone(rest, effort) / 2;
}

Ball EnclosedPair::near_jsd(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const auto of_masses = [](const Ball& p, const Ball& q) {
    return (near_share_of(p, q) + near_share_of(q, p)) / 2;
  };
  const Ball alone = mass_alone(Role::data, effort) + mass_alone(Role::generator, effort);
  return sum(
             jsd_kernel, of_masses(atoms_.tail_mass(Role::data), atoms_.tail_mass(Role::generator)),
             [&](const Beyond& b) { return of_masses(b.data, b.generator); }, effort) +
         alone * log(Ball(2)) / 2;
}

double EnclosedPair::rough_jsd(long log2_tolerance) const {
  const Effort effort{64, log2_tolerance, 64};
  const BallPrecision precision(effort.bits);
  const Ball alone = mass_alone(Role::data, effort) + mass_alone(Role::generator, effort);
  const double atoms = (atoms_.joint(jsd_kernel, effort) + alone * log(Ball(2)) / 2).midpoint();
  return has_density() ? atoms + part(effort).roughly(jsd_kernel) : atoms;
}

template <class Kernel>
Ball EnclosedPair::direct_sum(Role role, const Kernel& kernel, const BoundBeyond& beyond,
                              const Effort& effort) const {
  const double rest = atoms_.rest()[direct_kl(role)];
  return sum(in_place(role, kernel), Ball::hull(-rest, rest), beyond, effort);
}

/// Beyond a cut the integral is at least P log(P/Q) >= -P log((P+Q)/P) (log-sum inequality).
Ball EnclosedPair::direct(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  return direct_sum(
      role, []<class T>(const LogPair<T>& x) -> T { return kernels::direct(x); },
      [role](const Beyond& b) -> Ball {
        return up_to(most_direct(b, role)) - share_of(mass_of(b, role), mass_of(b, other(role)));
      },
      effort);
}

/// The kernel p log(p/q) - p + q is not negative.
Ball EnclosedPair::near_direct(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  return direct_sum(
             role, []<class T>(const LogPair<T>& x) -> T { return kernels::near_direct(x); },
             [role](const Beyond& b) -> Ball {
               return up_to(most_direct(b, role) + Ball::at_most(mass_of(b, other(role))));
             },
             effort) +
         mass_alone(other(role), effort);
}

/// Where P has nothing the integrand is q; beyond a cut (p-q)²/q <= p²/q + q.
Ball EnclosedPair::chi_square(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const double rest = atoms_.rest()[chi_square_of(role)];
  return sum(
             in_place(role,
                      []<class T>(const LogPair<T>& x) -> T { return kernels::chi_square(x); }),
             Ball::hull(0.0, rest),
             [role](const Beyond& b) -> Ball {
               return up_to(most_square(b, role) + Ball::at_most(mass_of(b, other(role))));
             },
             effort) +
         mass_alone(other(role), effort);
}

Ball EnclosedPair::total_variation(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const Ball atoms = atoms_.total_variation(effort);
  return has_density() ? atoms + part(effort).total_variation(effort) : atoms;
}

/// What atoms change of which it is not known where they lie: any listed one may be one of them.
Ball EnclosedPair::hidden_tails(const BoundedDivergence& d) const {
  Ball change(0);
  for (const Role role : both_roles) {
    const Ball mass = Ball::at_most(atoms_.tail_mass(role));
    if (!atoms_.is_located(role) && !mass.is_zero()) change = change + d.moved_by(mass);
  }
  return change * Ball::hull(-1.0, 1.0);
}

Ball EnclosedPair::bounded(const BoundedDivergence& d, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const auto combined = [](const Two<Rational>& factor, const Ball& p, const Ball& q) -> Ball {
    return exactly<Ball>(factor.data) * p + exactly<Ball>(factor.generator) * q;
  };
  const auto rest = [&](const Ball& p, const Ball& q) {
    return up_to(combined(d.at_most, Ball::at_most(p), Ball::at_most(q)));
  };
  const Ball atoms =
      atoms_.joint(d.at, effort) + hidden_tails(d) +
      rest(atoms_.tail_mass(Role::data), atoms_.tail_mass(Role::generator)) +
      combined(d.alone, mass_alone(Role::data, effort), mass_alone(Role::generator, effort));
  if (!has_density()) return atoms;
  return atoms + part(effort).joint(
                     d.along, [&](const Beyond& b) { return rest(b.data, b.generator); }, effort);
}

double EnclosedPair::rough_exponent_of_affinity() const {
  const Effort effort{64, 0, 0};
  double largest =
      has_density() ? any_part().largest_log_affinity() : -std::numeric_limits<double>::infinity();
  atoms_.joint(
      [&](const LogPair<Ball>& x) {
        largest = std::max(largest, ((x.log_p + x.log_q) / 2).midpoint());
        return Ball(0);
      },
      effort);
  return largest / std::log(2.0);
}

Ball EnclosedPair::mass(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const Ball atoms = atoms_.mass(role);
  return has_density() ? atoms + part(effort).mass(role, effort) : atoms;
}

Ball EnclosedPair::entropy_of_data(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  if (data_.pieces.empty()) return atoms_.entropy(Role::data);
  return part(effort).single(
      Role::data,
      [](const ComplexBall&, const ComplexBall& log_p, const ComplexBall& log_length) {
        return exp(log_p) * (log_length - log_p);
      },
      [](const Beyond& b) -> Ball {
        return up_to(b.most.entropy_data.most) - up_to(b.most.entropy_data.least);
      },
      effort);
}

bool EnclosedPair::finds_masses(const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  return mass(Role::data, effort).overlaps(data_.mass.enclose()) &&
         mass(Role::generator, effort).overlaps(generator_.mass.enclose());
}

Ball EnclosedPair::mass_of_pieces(Role role) const {
  Ball total(0);
  for (const Piece& piece : law(role).pieces) total = total + piece.mass.enclose();
  return total;
}

}  // namespace gancheck
