// How numbers and texts stand in every JSON document that the program writes.
#pragma once

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "theory/evidence/text.hpp"

namespace gancheck {

/// JSON has neither infinities nor NaN: "inf", "-inf", null.
inline nlohmann::ordered_json json_number(double x) {
  if (std::isnan(x)) return nullptr;
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  return x;
}
inline nlohmann::ordered_json json_number(const std::optional<double>& x) {
  return x ? json_number(*x) : nullptr;
}

/// Such a number read back.
inline double number_in(const nlohmann::ordered_json& x) {
  if (x.is_null()) return std::numeric_limits<double>::quiet_NaN();
  if (x == "inf") return std::numeric_limits<double>::infinity();
  if (x == "-inf") return -std::numeric_limits<double>::infinity();
  return x.get<double>();
}

inline nlohmann::ordered_json json_text(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

inline Text text_in(const nlohmann::ordered_json& x) {
  return {x.at("en").get<std::string>(), x.at("zh").get<std::string>()};
}

inline nlohmann::ordered_json json_notes(const Notes& notes, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Text& note : notes) list.push_back(note.in(language));
  return list;
}

/// With two spaces a level and a final newline. Bytes that are no UTF-8 (in the name of a file) are
/// replaced, since a document must be valid.
inline std::string json_document(const nlohmann::ordered_json& value) {
  return value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace gancheck
