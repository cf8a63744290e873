// The whole result as one JSON document (report/schema/verify.schema.json).
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// One document, indented, with a final newline. An infinite number is the string "inf" or "-inf",
/// NaN is null, as is every member that does not apply. It holds both languages, so `language` has
/// no effect.
void write_json(std::ostream& out, const Report& report, Language language);

}  // namespace gancheck
