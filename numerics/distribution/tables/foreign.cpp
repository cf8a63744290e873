// Files that hold no table in a form that is read, known by their first bytes.
#include <fmt/format.h>

#include <array>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"

namespace gancheck {
namespace {

using std::string_view_literals::operator""sv;

/// Letters that may begin a text as well are not enough: `sign` stands behind them.
struct ForeignFormat {
  std::string_view magic, sign, what, remedy;
};

constexpr std::string_view as_csv = "save the table as CSV", unpack = "unpack it, or pack by gzip";

constexpr std::array<ForeignFormat, 13> formats{{
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "", "an old Excel workbook (xls)", as_csv},
    {"PAR1"sv, "PAR1", "a Parquet file", as_csv},
    {"ARROW1"sv, "ARROW1", "an Arrow (Feather) file", as_csv},
    {"FEA1"sv, "FEA1", "a Feather file", as_csv},
    {"\x89HDF"sv, "", "an HDF5 file", as_csv},
    {"SQLite format 3\x00"sv, "", "an SQLite database", as_csv},
    {"%PDF-"sv, "", "a PDF", as_csv},
    {"\x80\x04"sv, "", "a Python pickle", as_csv},
    {"\x80\x05"sv, "", "a Python pickle", as_csv},
    {"BZh"sv, "1AY&SY", "packed by bzip2", unpack},
    {"\xFD\x37zXZ\x00"sv, "", "packed by xz", unpack},
    {"\x28\xB5\x2F\xFD"sv, "", "packed by zstd", unpack},
    {"7z\xBC\xAF"sv, "", "packed by 7-Zip", unpack},
}};

/// Workbooks are zip archives too: of Excel and of OpenDocument.
void refuse_workbook(std::string_view bytes, const std::string& name) {
  constexpr std::size_t name_at = 30, longest = 200;  // of the first file in an archive
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_at) return;
  const std::string_view first = bytes.substr(name_at, longest);
  const bool is_open_document =
      first.starts_with("mimetype") && first.find("opendocument") != std::string_view::npos;
  const bool is_excel = bytes.find("[Content_Types].xml") != std::string_view::npos;
  if (is_excel || is_open_document)
    throw BadSpecification(fmt::format("{}: {} workbook: save the sheet as CSV", name,
                                       is_excel ? "an Excel" : "an OpenDocument"));
}

}  // namespace

void refuse_foreign(std::string_view bytes, const std::string& name) {
  refuse_workbook(bytes, name);
  for (const ForeignFormat& format : formats)
    if (bytes.starts_with(format.magic) &&
        bytes.find(format.sign, format.magic.size()) != std::string_view::npos)
      throw BadSpecification(fmt::format("{}: {}: {}", name, format.what, format.remedy));
}

}  // namespace gancheck
