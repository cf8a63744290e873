// .npz, NumPy's archives of arrays, by libzip.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include <memory>
#include <vector>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"

namespace gancheck {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Archive opened(const std::string& bytes, const std::string& name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive) {
    const std::string why = zip_error_strerror(&error);
    if (source) zip_source_free(source);
    zip_error_fini(&error);
    throw BadSpecification(
        fmt::format("{}: no readable zip archive ({}): write it with "
                    "numpy.savez",
                    name, why));
  }
  zip_error_fini(&error);
  return archive;
}

/// "weights" for "weights.npy".
std::string array_name(std::string file) {
  constexpr std::string_view ending = ".npy";
  if (file.ends_with(ending)) file.resize(file.size() - ending.size());
  return file;
}

}  // namespace

std::string archive_member(const std::string& bytes, const std::string& name,
                           const std::string& member) {
  const Archive archive = opened(bytes, name);
  std::vector<std::string> names, shown;
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  names.reserve(static_cast<std::size_t>(entries));
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* entry = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
    names.push_back(array_name(entry ? entry : ""));
  }
  shown.reserve(names.size());
  for (const std::string& array : names) shown.push_back(in_quotes(array));
  if (names.empty()) throw BadSpecification(name + ": an archive without arrays: give one");
  if (member.empty() && names.size() > 1)
    throw BadSpecification(
        fmt::format("{}: several arrays, {}: name one, as in "
                    "file({}, member={})",
                    name, fmt::join(shown, ", "), name, shown[0]));
  std::size_t chosen = 0;
  while (!member.empty() && chosen < names.size() && names[chosen] != array_name(member)) ++chosen;
  if (chosen == names.size())
    throw BadSpecification(fmt::format("{}: no array {}: there are {}", name, in_quotes(member),
                                       fmt::join(shown, ", ")));
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t most_unpacked = zip_uint64_t{1} << 31U;
  const auto index = static_cast<zip_uint64_t>(chosen);
  const bool known =
      zip_stat_index(archive.get(), index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
  if (known && stat.size > most_unpacked)
    throw BadSpecification(name + ": larger than 2 GiB: split the table");
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive.get(), index, 0));
  // A size that the archive states is no reason to reserve it: what is read counts.
  std::string content;
  std::string block(std::size_t{1} << 18U, '\0');
  for (zip_int64_t n = 0; file && (n = zip_fread(file.get(), block.data(), block.size())) != 0;) {
    if (n < 0 || content.size() > most_unpacked) {
      content.clear();
      break;
    }
    content.append(block, 0, static_cast<std::size_t>(n));
  }
  if (!known || content.size() != stat.size)
    throw BadSpecification(fmt::format("{}: the array {} is damaged: write the archive anew", name,
                                       in_quotes(names[chosen])));
  return content;
}

}  // namespace gancheck
