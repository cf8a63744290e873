#include "app/laws.hpp"

#include "app/exit_codes.hpp"
#include "numerics/distribution/specification.hpp"

namespace gancheck {

Law law_of(const std::string& option, const std::string& specification) {
  try {
    return parse_law(specification);
  } catch (const BadSpecification& error) {
    throw BadUsage(option + ": " + error.what());
  }
}

}  // namespace gancheck
