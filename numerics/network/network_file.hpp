// Networks in JSON:
//   {"layers": [{"weight": [[1], ["-1/3"]], "bias": [0, 0.5], "activation": "relu"},
//               {"weight": [[2, 1]], "bias": [0], "activation": "linear"}]}
// A weight is a row for every unit of its layer, as PyTorch has it. Numbers are exact: decimals as
// they are written, or quotients in quotes.
#pragma once

#include <string>
#include <string_view>

#include "numerics/network/network.hpp"

namespace gancheck {

/// `name` is the file's, for messages. Throws std::invalid_argument with one line that says what is
/// wrong, where, and what to write.
Network read_network(std::string_view json, const std::string& name);

/// The same network, for read_network; numbers that no decimal ends are quotients in quotes.
std::string to_json(const Network& network);

}  // namespace gancheck
