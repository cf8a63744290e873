// Zip archives by libzip: .npz, NumPy's archives of arrays, and those of any table.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include <algorithm>
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
        fmt::format("{}: no readable zip archive ({}): pack it anew", name, why));
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

/// A file of an archive; an array goes by its name without ".npy".
struct Member {
  std::string name;
  bool is_array = false;
  zip_uint64_t index = 0;
};

/// Without folders, and what macOS puts beside the files.
std::vector<Member> members_of(zip_t* archive) {
  std::vector<Member> members;
  const auto entries = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
  for (zip_uint64_t i = 0; i < entries; ++i) {
    const char* entry = zip_get_name(archive, i, 0);
    const std::string file = entry ? entry : "";
    if (file.ends_with("/") || file.starts_with("__MACOSX/")) continue;
    members.push_back({array_name(file), file.ends_with(".npy"), i});
  }
  return members;
}

}  // namespace

std::string archive_member(const std::string& bytes, const std::string& name,
                           const std::string& member) {
  const Archive archive = opened(bytes, name);
  const std::vector<Member> members = members_of(archive.get());
  std::vector<std::string> shown;
  shown.reserve(members.size());
  for (const Member& m : members) shown.push_back(in_quotes(m.name));
  const bool are_arrays =
      std::all_of(members.begin(), members.end(), [](const Member& m) { return m.is_array; });
  const std::string_view kind = are_arrays ? "array" : "file";
  if (members.empty())
    throw BadSpecification(name + ": an archive in which nothing is: give a table");
  if (member.empty() && members.size() > 1)
    throw BadSpecification(fmt::format("{}: several {}s, {}: name one, as in file({}, member={})",
                                       name, kind, fmt::join(shown, ", "), quoted_if_needed(name),
                                       quoted_if_needed(members[0].name)));
  const auto is_meant = [&](const Member& m) {
    return member.empty() || m.name == array_name(member);
  };
  const auto chosen = std::find_if(members.begin(), members.end(), is_meant);
  if (std::count_if(members.begin(), members.end(), is_meant) > 1)
    throw BadSpecification(
        fmt::format("{}: several files are called {}: give the one that is meant "
                    "another name",
                    name, in_quotes(array_name(member))));
  if (chosen == members.end())
    throw BadSpecification(fmt::format("{}: no {} {}: there are {}", name, kind, in_quotes(member),
                                       fmt::join(shown, ", ")));
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t most_unpacked = zip_uint64_t{1} << 31U;
  const zip_uint64_t index = chosen->index;
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
    throw BadSpecification(fmt::format("{}: the {} {} is damaged: write the archive anew", name,
                                       kind, in_quotes(chosen->name)));
  return content;
}

}  // namespace gancheck
