#include "theory/terms.hpp"

#include "numerics/special.hpp"
#include "theory/formulas.hpp"

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

/// The tracked number that an enclosure stands for.
Tracked tracked(const Ball& x) {
  const double middle = x.midpoint();
  const double above = x.upper() - middle, below = middle - x.lower();
  return Tracked::within(middle, (above > below ? above : below) * (1 + 0x1p-50));
}

}  // namespace

Terms terms_at(const Tracked& p, const Tracked& q, const Tracked& d) {
  const Tracked s = p + q;
  const bool data_is_larger = p.value() >= q.value();
  const Tracked& larger = data_is_larger ? p : q;
  const Tracked& smaller = data_is_larger ? q : p;
  const Tracked rho = d / s;
  const Tracked data_share = p * 2 / s, generator_share = q * 2 / s;
  const Tracked& smaller_share = data_is_larger ? generator_share : data_share;
  return {.jsd = s * kappa(abs(rho), smaller_share) / 4,
          .kl_data_mixture = to_mixture(s, rho, data_share),
          .kl_generator_mixture = to_mixture(s, -rho, generator_share),
          .kl_data_generator = direct(p, q, d),
          .kl_generator_data = direct(q, p, -d),
          .tv = abs(d) / 2,
          .value = value_at(larger, smaller, smaller_share)};
}

Terms terms_enclosed(const Ball& p, const Ball& q) {
  const Ball m = formulas::mixture(p, q);
  const Ball to_data = formulas::kl_density(p, m), to_generator = formulas::kl_density(q, m);
  const Ball d = p - q;
  const auto direct_term = [](const Ball& x, const Ball& y) -> Tracked {
    if (x.is_zero()) return tracked(y);
    if (y.is_zero()) return Tracked(1) / Tracked(0);
    return tracked(formulas::kl_density(x, y) - x + y);
  };
  return {.jsd = tracked((to_data + to_generator) / 2),
          .kl_data_mixture = tracked(to_data - d / 2),
          .kl_generator_mixture = tracked(to_generator + d / 2),
          .kl_data_generator = direct_term(p, q),
          .kl_generator_data = direct_term(q, p),
          .tv = tracked(abs(d) / 2),
          .value = tracked(formulas::value_at_optimum(p, q))};
}

}  // namespace gancheck
