// A figure in report.json.
#pragma once

#include <nlohmann/json.hpp>

#include "report/figures/figure.hpp"

namespace gancheck {

nlohmann::ordered_json json_of(const Figure& figure);

/// Throws as nlohmann::json does, and std::invalid_argument.
Figure figure_of(const nlohmann::ordered_json& json);

}  // namespace gancheck
