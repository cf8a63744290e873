// Laws made from laws.
#pragma once

#include "numerics/distribution/language/builder.hpp"

namespace gancheck {

Form mixture_form();
Form shift_form();
Form scale_form();
Form truncate_form();
Form pushforward_form();
Form normalise_form();

/// The law of a·z + b for a != 0; the atoms stay sorted.
void apply_affine(Law& law, const Rational& a, const Rational& b);

/// The z with a·z + b in the interval, a != 0.
Interval affine_preimage(const Interval& interval, const Rational& a, const Rational& b);

}  // namespace gancheck
