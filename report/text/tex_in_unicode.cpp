#include "report/text/tex_in_unicode.hpp"

namespace gancheck {

std::string tex_in_unicode(std::string_view tex) {
  return std::string(tex);
}

}  // namespace gancheck
