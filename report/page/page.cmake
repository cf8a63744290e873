# What report.html carries with it: its style sheet and script, and KaTeX with the fonts that formulas use, as
# Debian's libjs-katex and fonts-katex have them. Without KaTeX the page shows formulas in plain symbols.
set(page ${CMAKE_CURRENT_SOURCE_DIR}/page)
find_path(GANCHECK_KATEX katex.min.js PATHS /usr/share/javascript/katex NO_DEFAULT_PATH)
find_path(GANCHECK_KATEX_FONTS KaTeX_Main-Regular.woff2
  PATHS /usr/share/fonts/truetype/katex NO_DEFAULT_PATH)
find_program(GANCHECK_BASE64 base64)

# KATEX_STYLE with the fonts as data instead of files. Faces that no formula of ours uses are left out: a browser
# would look for their files.
function(gancheck_katex_style out)
  file(READ ${GANCHECK_KATEX}/katex.min.css style)
  string(REGEX MATCHALL "@font-face{[^}]*}" faces "${style}")
  string(REGEX REPLACE "@font-face{[^}]*}" "" style "${style}")
  foreach(font AMS-Regular Caligraphic-Regular Main-Regular Math-Italic Size1-Regular
      Size2-Regular Size3-Regular Size4-Regular)
    execute_process(COMMAND ${GANCHECK_BASE64} -w0 ${GANCHECK_KATEX_FONTS}/KaTeX_${font}.woff2
      OUTPUT_VARIABLE data COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCH "^([A-Za-z0-9]+)-([A-Za-z]+)$" match ${font})
    set(family ${CMAKE_MATCH_1})
    set(weight 400)
    set(slant normal)
    if(CMAKE_MATCH_2 STREQUAL "Bold")
      set(weight 700)
    elseif(CMAKE_MATCH_2 STREQUAL "Italic")
      set(slant italic)
    endif()
    string(APPEND style "@font-face{font-family:KaTeX_${family};font-weight:${weight};font-style:${slant};"
      "src:url(data:font/woff2;base64,${data}) format('woff2')}")
  endforeach()
  set(${out} "${style}" PARENT_SCOPE)
endfunction()

set(GANCHECK_KATEX_SCRIPT "")
set(GANCHECK_KATEX_STYLE "")
if(GANCHECK_KATEX AND GANCHECK_KATEX_FONTS AND GANCHECK_BASE64)
  file(READ ${GANCHECK_KATEX}/katex.min.js GANCHECK_KATEX_SCRIPT)
  gancheck_katex_style(GANCHECK_KATEX_STYLE)
else()
  message(STATUS "KaTeX is not there (Debian: libjs-katex fonts-katex): report.html shows formulas in plain symbols")
endif()
file(READ ${page}/style.css GANCHECK_PAGE_STYLE)
file(READ ${page}/script.js GANCHECK_PAGE_SCRIPT)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page}/style.css ${page}/script.js)
configure_file(${page}/assets.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/page/assets.cpp @ONLY)
# Long literals of foreign text: compilers warn of their length and of the characters in them.
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/page/assets.cpp PROPERTIES
  COMPILE_OPTIONS -w SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)

# What is said at the blackboard.
set(board ${CMAKE_CURRENT_SOURCE_DIR}/text/blackboard.toml)
file(READ ${board} GANCHECK_BLACKBOARD)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${board})
configure_file(text/blackboard_words.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/text/blackboard_words.cpp @ONLY)
