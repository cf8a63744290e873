// What the numbers of a pair can be, whatever was enclosed for them.
#pragma once

#include "theory/divergence/enclosed/divergences.hpp"

namespace gancheck {

/// What is said where an enclosed mass excludes that of its law.
inline const Text wrong_masses{
    "not enclosed: the masses come out wrong, an error of gancheck (please report it)",
    "未得包含区间：算得的总质量有误，属 gancheck 的错误（请报告）"};

/// Cuts an enclosure to a range; one that lies beyond it altogether certifies nothing.
void keep_within(Enclosed& x, const Range& range);

/// Cuts enclosures to the ranges of their numbers: no kernel of JSD, TV and -V is negative, nor is
/// a KL of laws of mass one, and p log(2p/(p+q)) <= p log 2. What lies beyond its range altogether
/// is wrong, and no cut makes it right: it is no longer certified. Nor is anything where an
/// enclosed mass excludes that of its law, since all numbers are integrals over the same stretches,
/// or where two numbers contradict each other. What has no bound says so.
void keep_what_can_be(const Law& data, const Law& generator, EnclosedDivergences& all);

}  // namespace gancheck
