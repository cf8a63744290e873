// The report that people open: one page for a browser, with everything that it needs in it.
#pragma once

#include <ostream>

#include "report/formats/templates.hpp"
#include "report/report.hpp"

namespace gancheck {

/// Both languages stand in it, `language` first; a switch changes everything. It asks for no other
/// file and no network.
void write_html(std::ostream& out, const Report& report, Language language,
                const Templates& templates);

}  // namespace gancheck
