# Writes OUT, which names this build: the release, its commit, and where files differ from that, a hash of how.
# Run at every build; the file changes only where what it says does.
set(identity ${VERSION})
find_program(GIT git)
if(GIT)
  execute_process(COMMAND ${GIT} rev-parse --short HEAD WORKING_DIRECTORY ${SOURCE}
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(COMMAND ${GIT} diff HEAD WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE difference ERROR_QUIET)
  if(commit)
    string(APPEND identity "+${commit}")
    if(difference)
      string(SHA1 hash "${difference}")
      string(SUBSTRING ${hash} 0 7 hash)
      string(APPEND identity ".${hash}")
    endif()
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT [[// Made at every build by cmake/identity.cmake.
#include "report/build.hpp"

namespace gancheck {

std::string version_of_build() { return "@identity@"; }

}  // namespace gancheck
]] @ONLY)
