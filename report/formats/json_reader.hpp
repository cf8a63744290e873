// report.json, read back.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace gancheck {

/// What is wrong with a report, in one line without the file's name.
class BadReport : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The report that write_json wrote: written again it is the same. Throws BadReport with the place
/// and the member.
Report read_report(std::string_view json);

}  // namespace gancheck
