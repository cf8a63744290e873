// The set-up (lines 13-38 of the note): the chapter's claims, in reading order.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim pushforward_law();

}  // namespace gancheck
