#include "numerics/number/libraries.hpp"

#include <arb.h>
#include <mpfr.h>

#include <Eigen/Core>
#include <algorithm>
#include <boost/version.hpp>

#include "numerics/number/symbol.hpp"

namespace gancheck {
namespace {

std::string joined_version(int major, int minor, int patch) {
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

}  // namespace

std::vector<std::string> number_libraries() {
  std::vector<std::string> all{std::string("FLINT ") + flint_version};
#if __FLINT_RELEASE < 30000  // since then Arb is a part of it
  all.push_back(std::string("Arb ") + arb_version);
#endif
  all.push_back(std::string("MPFR ") + mpfr_get_version());
  if (Symbol::available()) all.push_back(Symbol::library());
  all.push_back("Boost " + joined_version(BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                                          BOOST_VERSION % 100));
  all.push_back("Eigen " +
                joined_version(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION));
  return all;
}

}  // namespace gancheck
