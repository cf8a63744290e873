// Formulas for places without typesetting: a terminal, a page without script.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// "\log\frac{p}{2}" as "log(p/2)": plain symbols on one line.
std::string tex_in_unicode(std::string_view tex);

}  // namespace gancheck
