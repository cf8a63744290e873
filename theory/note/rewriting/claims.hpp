// From expectations to one integral (lines 74-89 of the note): the chapter's claims, in reading
// order.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim lotus_change_of_variables();
Claim integral_form();
Claim merge_integrals();

}  // namespace gancheck
