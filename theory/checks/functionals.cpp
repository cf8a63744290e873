#include "theory/checks/functionals.hpp"

#include "theory/checks/maximum.hpp"

namespace gancheck::functionals {

const Functional mass_of_data = integral_of([]<class T>(const T& p, const T&) -> T { return p; });
const Functional mass_of_generator =
    integral_of([]<class T>(const T&, const T& q) -> T { return q; });
const Functional total_mass =
    integral_of([]<class T>(const T& p, const T& q) -> T { return p + q; });
const Functional value_at_optimum = integral_of(formulas::value_at_optimum);
const Functional minus_log4 =
    -(total_mass * Functional([]<class T>(const Columns<T>&) -> T { return log(T(2)); }));
const Functional kl = integral_of(formulas::kl_density);
const Functional kl_to_mixture = integral_of([]<class T>(const T& p, const T& q) -> T {
  return formulas::kl_density(p, formulas::mixture(p, q));
});
const Functional jsd = integral_of(jsd_density);
const Functional total_variation = integral_of(formulas::tv_density);
const Functional value_found = [](const Columns<Tracked>& c) -> Tracked {
  return gancheck::value_found(c);
};

}  // namespace gancheck::functionals
