// The last touch on a figure.
#pragma once

#include "report/figures/figure.hpp"

namespace gancheck {

/// Every number to seven significant digits, which is more than a picture shows: a report carries
/// them, and its tables print them.
Figure finished(Figure figure);

}  // namespace gancheck
