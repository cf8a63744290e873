// What was read of the tables of a law, as a document's member.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "numerics/distribution/tables/reading.hpp"

namespace gancheck {

/// Null for a law without tables; of several the list.
nlohmann::ordered_json json_reading(const std::vector<TableReading>& tables);

}  // namespace gancheck
