// From a sum with its errors to what is printed of it.
#pragma once

#include <functional>
#include <vector>

#include "numerics/number/range.hpp"
#include "theory/divergence/enclosed/divergences.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/divergence/sums/sums.hpp"

namespace gancheck {

/// Divided by log 2 for bits; 0 and infinity have no unit.
Sum in_unit(const Sum& s, Unit unit);

/// The value with all its errors.
Tracked total_of(const Sum& s);

/// The quantity with its bounds: rounding, truncation and the estimated discretisation together,
/// cut to the range, if there is one. The value is at most the largest double that the range
/// allows. What has no finite bound has no value, and the range for its bounds.
Quantity printed(std::string name, Dimension dimension, const Sum& s, double missing_mass = 0,
                 const std::optional<Range>& range = std::nullopt);

/// These quantities of two laws of these masses.
std::vector<Quantity> printed_sums(const Sums& sums, const Real& mass_data,
                                   const Real& mass_generator, Unit unit,
                                   const QuantityRows& rows = standard_quantities());

/// A value without any error: its decimal, which may be longer than what is printed.
Quantity printed_exactly(std::string name, Dimension dimension, const Rational& value);

/// Enclosed quantities to so many digits, by `enclosed(n)`, which seeks n of them. Where bounds as
/// near as that leave the last digit open, since the number lies next to the middle between two
/// decimals, it is sought again with two more, which hardly ever do.
std::vector<Quantity> to_last_digit(int digits,
                                    const std::function<std::vector<Quantity>(int)>& enclosed);

/// What the ball witness found, in nats or without a unit, when `digits` were asked for.
Quantity printed(std::string name, Dimension dimension, const Enclosed& found, Unit unit,
                 int digits, long bits);

/// A number that lies between two others: certified where both of them are, else as little as the
/// one that is not.
Quantity printed_between(const Quantity& least, const Quantity& most);

/// A number that an enclosure holds.
Quantity printed_enclosure(std::string name, Dimension dimension, const Ball& ball);

}  // namespace gancheck
