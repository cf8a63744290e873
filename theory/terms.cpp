#include "theory/terms.hpp"

#include "numerics/special.hpp"
#include "theory/formulas.hpp"

namespace gancheck {
namespace {

bool vanishes(const Tracked& x) {
  return x.value() == 0 && x.error() == 0;
}

/// (s/2) k((p-q)/s), with 1 + rho = 2p/s formed without subtracting.
Tracked to_mixture(const Tracked& p, const Tracked& d, const Tracked& s) {
  return s * kl_kernel(d / s, p * 2 / s) / 2;
}

/// p (tau - log(1+tau)) with 1 + tau = q/p; q where p = 0; +infinity where q = 0 < p.
Tracked direct(const Tracked& p, const Tracked& q, const Tracked& d) {
  if (vanishes(p)) return q;
  return p * log_gap(-d / p, q / p);
}

/// larger·log(larger/s) = larger·log(1 - smaller/s): accurate also where the quotient is nearly 1.
Tracked value_at(const Tracked& larger, const Tracked& smaller, const Tracked& s) {
  return larger * log1p(-smaller / s) + times_log(smaller, smaller / s);
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
  return {.jsd = s * kappa(abs(d) / s, smaller * 2 / s) / 4,
          .kl_data_mixture = to_mixture(p, d, s),
          .kl_generator_mixture = to_mixture(q, -d, s),
          .kl_data_generator = direct(p, q, d),
          .kl_generator_data = direct(q, p, -d),
          .tv = abs(d) / 2,
          .value = value_at(larger, smaller, s)};
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
