#include "report/build.hpp"

#include <fmt/format.h>

#include "numerics/number/libraries.hpp"

namespace gancheck {
namespace {

std::string compiler() {
#ifdef __clang__
  return fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

}  // namespace

std::vector<std::string> made_with() {
  std::vector<std::string> all = number_libraries();
  all.push_back(compiler());
  return all;
}

}  // namespace gancheck
