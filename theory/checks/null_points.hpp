// Points with p = q = 0: what a discriminator does there changes no integral. [claims 28, 29, 55]
#pragma once

#include "theory/claim.hpp"
#include "theory/pairs/setting.hpp"

namespace gancheck {

/// V over every point of the grid, null ones included, with D = D* elsewhere and D = 1/1000, 1/2,
/// 999/1000 at the null points: always C(G). Pairs without a null point are left out.
Evidence freedom_at_null_points(const Setting& setting);

/// A point with p = q = 0 adds 0 to V for every D, the ends 0 and 1 included.
Evidence freedom_by_algebra();

/// Against "D is determined where p = q = 0": a null point of one of the pairs, where D = 0 and D =
/// 1 add exactly the same, 0, to V.
Evidence free_null_point(const Setting& setting);

}  // namespace gancheck
