// What report.html carries with it, embedded when the program is built.
#pragma once

#include <string_view>

namespace gancheck::page {

std::string_view style();
std::string_view script();
/// KaTeX with its fonts as data; "" where the build did not find it.
std::string_view katex_style();
std::string_view katex_script();

}  // namespace gancheck::page
