// What the families of densities are made of: kept constants, and rough sizes for hints.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "numerics/distribution/density.hpp"

namespace gancheck {

using Kept = std::shared_ptr<const Constant>;

/// An exact number whose enclosure is kept.
Kept kept(const Real& x);
/// log x of x > 0.
Kept kept_log(const Rational& x);
/// The same from x - 1, which keeps the digits of a small logarithm.
Kept kept_log_near_one(const Rational& x);
/// The number that `enclose` encloses and `text` identifies (as in `named`). Where its terms cancel
/// it is asked at growing precision, up to 64 times the one in force, until its radius is 2^-bits
/// of it (or of 1, if that is more).
Kept kept(std::string text, std::function<Ball()> enclose);

bool is_whole(const Rational& x);

/// Near e^log, at least 2^-16384 and at most 2^16384: for hints.
Rational roughly_exp(double log);

/// The bits of x·log y before the point, for x > 0 and y that a double can hold: what to add to the
/// precision where such terms cancel.
long size_bits(const Rational& x);

}  // namespace gancheck
