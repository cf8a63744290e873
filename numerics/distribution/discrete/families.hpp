// The families of discrete laws.
#pragma once

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/language/builder.hpp"

namespace gancheck {

Form point_form();
Form discrete_form();
Form geometric_form();
Form poisson_form();

/// p(1-p)^(k-1) on 1, 2, ..., 0 < p < 1.
std::shared_ptr<const IntegerLaw> geometric_law(const Rational& p);

/// e^-rate·rate^k/k! on 0, 1, ..., rate > 0.
std::shared_ptr<const IntegerLaw> poisson_law(const Rational& rate);

}  // namespace gancheck
