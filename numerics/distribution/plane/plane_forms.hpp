// The laws in the plane as rows of the language.
#pragma once

#include <string_view>
#include <vector>

#include "numerics/distribution/specification.hpp"

namespace gancheck {

inline constexpr std::string_view product_signature = "product(SPEC,SPEC)";
inline constexpr std::string_view normal2_signature = "normal2(mx,my,sx,sy,rho)";
inline constexpr std::string_view ring_signature = "ring(modes,radius,stddev)";

/// Whether it names a law in the plane, of which no law on the line can be made.
bool is_plane_form(std::string_view name);

/// In the order of the documentation, for `gancheck list`.
const std::vector<FamilyDescription>& plane_families();

}  // namespace gancheck
