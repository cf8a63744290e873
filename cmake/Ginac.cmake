# GiNaC is GPL. It is used by one translation unit, behind numerics/number/symbol.hpp.
if(GANCHECK_WITH_GINAC)
  find_path(GINAC_INCLUDE_DIR ginac/ginac.h REQUIRED)
  # The static libraries where there are any: they halve the start of the program.
  find_library(GINAC_LIBRARY NAMES libginac.a ginac REQUIRED)
  find_library(CLN_LIBRARY NAMES libcln.a cln REQUIRED)
  add_library(ginac INTERFACE)
  target_include_directories(ginac SYSTEM INTERFACE ${GINAC_INCLUDE_DIR})
  target_link_libraries(ginac INTERFACE ${GINAC_LIBRARY} ${CLN_LIBRARY} ${CMAKE_DL_LIBS})
endif()
