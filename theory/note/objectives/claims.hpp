// The objectives of both players (lines 40-72 of the note): the chapter's claims, in reading order.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim value_well_defined();

}  // namespace gancheck
