#include "numerics/distribution/tables/table.hpp"

#include <fmt/format.h>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/distribution/tables/readers.hpp"

namespace gancheck {
namespace {

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

ValueTable table_from(std::string bytes, const std::string& name, const TableOptions& options,
                      std::string_view what) {
  constexpr std::string_view npy_magic = "\x93NUMPY", zip_magic = "PK\x03\x04";
  refuse_foreign(bytes, name);
  const bool is_archive = bytes.starts_with(zip_magic);
  if (is_archive) bytes = unpacked(archive_member(bytes, name, options.member), name);
  if (is_archive) refuse_foreign(bytes, name);
  if (!is_archive && !options.member.empty())
    throw BadSpecification(name + ": member= is for .npz and other zip archives: leave it out");
  if (options.joint && !options.row.empty())
    throw BadSpecification(name + ": joint and row= exclude each other: leave one out");
  if (bytes.starts_with(npy_magic)) return read_array(read_npy(bytes, name), name, options);
  std::string text = as_utf8(std::move(bytes), name);
  if (is_json(text)) return read_sheet(read_json(text, name), options, what);
  return read_sheet(read_csv(std::move(text), name), options, what);
}

ValueTable read_table(const std::string& path, const TableOptions& options, std::string_view what) {
  return table_from(bytes_of(path), printable(path), options, what);
}

TableOptions options_of(const Call& call) {
  TableOptions options;
  for (const auto& [name, value] : call.options) {
    std::string* text = name.text == "weight"   ? &options.weight
                        : name.text == "label"  ? &options.label
                        : name.text == "point"  ? &options.point
                        : name.text == "row"    ? &options.row
                        : name.text == "member" ? &options.member
                                                : nullptr;
    if (name.text == "joint" && value.empty()) {
      options.joint = true;
    } else if (text && !value.empty() && text->empty()) {
      *text = value;
    } else {
      refuse(name.place, fmt::format("{} is no option of a table: there are weight=, label=, "
                                     "point=, row=, member= and joint, each once",
                                     in_quotes(name.text + (value.empty() ? "" : "=" + value))));
    }
  }
  return options;
}

}  // namespace gancheck
