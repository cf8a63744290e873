// Text as XML 1.0 allows it.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// For the content of an element or a quoted attribute: the marks of XML as entities, line breaks
/// as references, which attributes keep; what is no character of XML, or no UTF-8, as U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace gancheck
