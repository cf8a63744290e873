// The families of laws with a density, one file each.
#pragma once

#include "numerics/distribution/density.hpp"
#include "numerics/distribution/language/builder.hpp"

namespace gancheck {

Form normal_form();
Form laplace_form();
Form cauchy_form();
Form student_t_form();
Form logistic_form();
Form gumbel_form();
Form lognormal_form();
Form exponential_form();
Form gamma_form();
Form weibull_form();
Form pareto_form();
Form half_normal_form();
Form uniform_form();
Form beta_form();
Form triangular_form();
Form arcsine_form();

// The parameters lie in the family's domain. A law that a simpler family has too is of that one:
// gamma(1,2) is exponential(1/2).
DensityPointer normal_density(const Rational& mean, const Rational& stddev);
DensityPointer laplace_density(const Rational& location, const Rational& scale);
DensityPointer cauchy_density(const Rational& location, const Rational& scale);
DensityPointer student_t_density(const Rational& dof, const Rational& location,
                                 const Rational& scale);
DensityPointer logistic_density(const Rational& location, const Rational& scale);
DensityPointer gumbel_density(const Rational& location, const Rational& scale);
DensityPointer lognormal_density(const Rational& mu, const Rational& sigma);
DensityPointer exponential_density(const Rational& rate);
DensityPointer gamma_density(const Rational& shape, const Rational& scale);
DensityPointer weibull_density(const Rational& shape, const Rational& scale);
DensityPointer pareto_density(const Rational& scale, const Rational& shape);
DensityPointer half_normal_density(const Rational& scale);
DensityPointer uniform_density(const Rational& a, const Rational& b);
DensityPointer beta_density(const Rational& a, const Rational& b);
DensityPointer triangular_density(const Rational& lower, const Rational& mode,
                                  const Rational& upper);
DensityPointer arcsine_density(const Rational& a, const Rational& b);

/// "normal(0,1)".
std::string call_text(std::string_view name, const std::vector<Rational>& parameters);

/// Refuses the call unless its number `index` (from 0) is above 0: "normal(mean,stddev) takes a
/// stddev above 0, not -1".
void require_positive(const Call& call, std::size_t index, std::string_view signature,
                      std::string_view what);

/// Refuses the call of two numbers unless the first is below the second: "uniform(a,b) takes a < b,
/// not 2 and 1".
void require_order(const Call& call, std::string_view signature);

}  // namespace gancheck
