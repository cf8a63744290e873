#include "theory/divergence/sums/terms.hpp"

#include "numerics/number/rounded.hpp"
#include "numerics/special.hpp"
#include "theory/divergence/kernels.hpp"

namespace gancheck {
namespace {

bool vanishes(const Tracked& x) {
  return x.value() == 0 && x.error() == 0;
}

/// (s/2) k(rho), with 1 + rho = 2p/s formed without subtracting.
Tracked to_mixture(const Tracked& s, const Tracked& rho, const Tracked& share) {
  return s * kl_kernel(rho, share) / 2;
}

/// p (tau - log(1+tau)) with 1 + tau = q/p; q where p = 0; +infinity where q = 0 < p.
Tracked direct(const Tracked& p, const Tracked& q, const Tracked& d) {
  if (vanishes(p)) return q;
  return p * log_gap(-d / p, q / p);
}

/// larger·log(larger/s) = larger·log(1 - smaller/s): accurate also where the quotient is nearly 1.
/// `share` is 2·smaller/s.
Tracked value_at(const Tracked& larger, const Tracked& smaller, const Tracked& share) {
  const Tracked half = share / 2;
  return larger * log1p(-half) + times_log(smaller, half);
}

/// q where p = 0; +infinity where q = 0 < p.
Tracked square_over(const Tracked& p, const Tracked& q, const Tracked& d) {
  return vanishes(p) ? q : d * (d / q);
}

}  // namespace

Terms terms_at(const Tracked& p, const Tracked& q, const Tracked& d, const Wanted& wanted) {
  const Tracked s = p + q;
  const bool data_is_larger = p.value() >= q.value();
  const Tracked& larger = data_is_larger ? p : q;
  const Tracked& smaller = data_is_larger ? q : p;
  const Tracked rho = d / s;
  const Tracked data_share = p * 2 / s, generator_share = q * 2 / s;
  const Tracked& smaller_share = data_is_larger ? generator_share : data_share;
  Terms terms{{s * kappa(abs(rho), smaller_share) / 4, to_mixture(s, rho, data_share),
               to_mixture(s, -rho, generator_share), direct(p, q, d), direct(q, p, -d), abs(d) / 2,
               value_at(larger, smaller, smaller_share)}};
  if (wanted[Divergence::chi_square]) terms[Divergence::chi_square] = square_over(p, q, d);
  if (wanted[Divergence::chi_square_neyman])
    terms[Divergence::chi_square_neyman] = square_over(q, p, d);
  return terms;
}

namespace {

/// p·x. Where p is too small for its exponent to be held, e^(log p) has no lower digits, and x may
/// be as large as log p: then |p x| <= 2 p |log p| <= 2 sqrt(p), since t e^-t <= e^(-t/2).
Ball weighted(const LogWeight& p, const Ball& x) {
  constexpr double farthest = -0x1p40;
  const bool is_extreme = p.log.upper() < farthest && (abs(x) + p.log * 2).is_negative();
  return is_extreme ? exp(p.log / 2) * Ball::hull(-2.0, 2.0) : p.value * x;
}

/// p log(p/(p+q)), by l = log(p/q).
Ball value_share(const LogWeight& p, const Ball& l) {
  return -weighted(p, soft_plus(-l));
}

/// p log(p/m): log 2 more a unit of p.
Ball to_mixture(const LogWeight& p, const Ball& l) {
  return weighted(p, log(Ball(2)) - soft_plus(-l));
}

/// p log(p/q) - p + q.
Ball direct(const LogWeight& p, const LogWeight& q, const Ball& l) {
  return weighted(p, l) - p.value + q.value;
}

/// Only one law has the point.
Terms terms_alone(const Ball& p, bool is_data) {
  const Tracked half = rounded(p / 2), to_own = rounded(p * (log(Ball(2)) - Ball(1) / 2));
  const Tracked infinite = Tracked(1) / Tracked(0), other = rounded(p);
  return {{rounded(p * log(Ball(2)) / 2), is_data ? to_own : half, is_data ? half : to_own,
           is_data ? infinite : other, is_data ? other : infinite, half, Tracked(0),
           is_data ? infinite : other, is_data ? other : infinite}};
}

}  // namespace

Terms terms_enclosed(const LogWeight& p, const LogWeight& q, const Wanted& wanted) {
  if (q.value.is_zero()) return terms_alone(p.value, true);
  if (p.value.is_zero()) return terms_alone(q.value, false);
  const Ball l = p.log - q.log, half_gap = (p.value - q.value) / 2;
  const Ball to_data = to_mixture(p, l), to_generator = to_mixture(q, -l);
  Terms terms{{rounded((to_data + to_generator) / 2), rounded(to_data - half_gap),
               rounded(to_generator + half_gap), rounded(direct(p, q, l)),
               rounded(direct(q, p, -l)), rounded(abs(half_gap)),
               rounded(value_share(p, l) + value_share(q, -l))}};
  const LogPair<Ball> pair{p.log, q.log, l};
  if (wanted[Divergence::chi_square])
    terms[Divergence::chi_square] = rounded(kernels::chi_square(pair));
  if (wanted[Divergence::chi_square_neyman])
    terms[Divergence::chi_square_neyman] = rounded(kernels::chi_square(swapped(pair)));
  return terms;
}

Tracked term_enclosed(const BoundedDivergence& d, const LogWeight& p, const LogWeight& q) {
  if (q.value.is_zero()) return rounded(exactly<Ball>(d.alone.data) * p.value);
  if (p.value.is_zero()) return rounded(exactly<Ball>(d.alone.generator) * q.value);
  return rounded(d.at({p.log, q.log, p.log - q.log}));
}

DiscriminatorTerms terms_of_discriminator(const LogWeight& p, const LogWeight& q,
                                          const LogChance& d) {
  if (q.value.is_zero()) {
    const Tracked value = rounded(p.value * d.log_yes);
    return {value, -value};
  }
  if (p.value.is_zero()) {
    const Tracked value = rounded(q.value * d.log_no);
    return {value, -value};
  }
  const Ball l = p.log - q.log;
  const Ball value = weighted(p, d.log_yes) + weighted(q, d.log_no);
  return {rounded(value), rounded(value_share(p, l) + value_share(q, -l) - value)};
}

}  // namespace gancheck
