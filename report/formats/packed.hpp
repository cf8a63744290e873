// Text made small enough to travel inside a page.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// gzip in base64: letters, digits, + / =. The same text gives the same letters.
std::string packed(std::string_view text);

}  // namespace gancheck
