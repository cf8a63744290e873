#include "numerics/distribution/densities/densities.hpp"

#include <fmt/format.h>

namespace gancheck {

std::string call_text(std::string_view name, const std::vector<Rational>& parameters) {
  std::string list;
  for (const Rational& parameter : parameters)
    list += (list.empty() ? "" : ",") + to_text(parameter);
  return std::string(name) + "(" + list + ")";
}

void require_positive(const Call& call, std::size_t index, std::string_view signature,
                      std::string_view what) {
  const Argument& argument = call.arguments.at(index);
  if (*argument.number <= 0)
    refuse(argument.place,
           fmt::format("{} takes {} above 0, not {}", signature, what, shown(*argument.number)));
}

void require_order(const Call& call, std::string_view signature) {
  const Rational &a = *call.arguments.at(0).number, &b = *call.arguments.at(1).number;
  if (a >= b)
    refuse(call.arguments[1].place,
           fmt::format("{} takes a < b, not {} and {}", signature, shown(a), shown(b)));
}

}  // namespace gancheck
