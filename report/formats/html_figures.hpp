// Pictures in report.html.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck::html {

/// The picture of this name once more, drawn from its first copy; "" where the report has none.
std::string figure_again(const Report& report, const std::string& name);

}  // namespace gancheck::html
