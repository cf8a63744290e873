// Tables that were damaged at random: each is read or refused, with one line that begins with the
// name of the file; nothing crashes and nothing else is thrown.
//   build/tests/mutated-files                                  10 000 files
//   GANCHECK_MUTATED_FILES=1000000 build/tests/mutated-files   more of them
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/distribution/tables/table.hpp"

using namespace gancheck;

namespace {

constexpr std::size_t longest = 4096;

int number_of_files() {
  constexpr int few = 10000;
  const char* asked = std::getenv("GANCHECK_MUTATED_FILES");
  return asked ? std::atoi(asked) : few;
}

/// The tables that the command is tested with, but for long ones.
std::vector<std::string> sound_files() {
  std::vector<std::string> files{"[[1, 0.25], [2, 0.75]]",
                                 "{\"a\": 0.25, \"b\": 0.75}",
                                 "[{\"k\": \"a\", \"n\": 3}, {\"k\": \"b\", \"n\": 1}]",
                                 "1 250,5\n13 400,5\n",
                                 "k;w\n1;12,5 %\n2;87,5 %\n",
                                 "k,w\n\"a \"\"b\"\"\",1/3\nb,2/3\ntotal,1\n"};
  for (const auto& entry :
       std::filesystem::directory_iterator(GANCHECK_SOURCE_DIR "/tests/app/tables")) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() <= longest) files.push_back(std::move(bytes));
  }
  std::sort(files.begin(), files.end());  // a folder has no order
  return files;
}

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  void mutate(std::string& bytes) {
    const std::size_t at = below(bytes.size() + 1), length = 1 + below(8);
    switch (below(7)) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < bytes.size()) bytes[at] = any();
        break;
      case 2:
        bytes.insert(at, length, any());
        break;
      case 3:
        bytes.erase(std::min(at, bytes.size()), length);
        break;
      case 4:
        bytes.resize(at);
        break;
      case 5:
        if (bytes.size() < longest) bytes.insert(at, bytes.substr(below(bytes.size() + 1), 32));
        break;
      default:
        if (at < bytes.size()) std::swap(bytes[at], bytes[below(bytes.size())]);
    }
  }

  /// Mostly no options; else columns, rows and cells that may not be there.
  TableOptions options() {
    TableOptions options;
    const auto name = [&] { return std::string(names[below(names.size())]); };
    if (below(3) > 0) return options;
    if (below(2) == 0) options.weight = name();
    if (below(4) == 0) options.label = name();
    if (below(4) == 0) options.point = name();
    if (below(4) == 0) options.row = name();
    if (below(8) == 0) options.member = name();
    options.joint = below(4) == 0;
    return options;
  }

 private:
  char any() {
    constexpr std::string_view likely = "0123456789.,;\"\n\r\t %/-+eE'#[]{}:\xFF\x00\x80";
    return below(2) == 0 ? likely[below(likely.size())] : static_cast<char>(below(256));
  }

  static constexpr std::array<std::string_view, 8> names{"1",     "2", "3",  "weight",
                                                         "North", "0", "-1", "after"};
  std::mt19937_64 random_;
};

/// "" for a table that was read, else what it was refused with.
std::string outcome(std::string bytes, const TableOptions& options, bool any_mass) {
  const std::string name = "t";
  try {
    ValueTable table = table_from(unpacked(std::move(bytes), name), name, options, "weight");
    const Law law = law_of(std::move(table), name, "file(t)", any_mass);
    return law.atoms.empty() ? "no atoms" : "";
  } catch (const BadSpecification& refused) {
    return refused.what();
  }
}

}  // namespace

TEST_CASE("damaged tables are read or refused in one line with the file's name") {
  const std::vector<std::string> files = sound_files();
  REQUIRE(files.size() > 40);
  Mutator mutator(20261126U);
  int read = 0, refused = 0;
  for (int i = 0; i < number_of_files(); ++i) {
    std::string bytes = files[mutator.below(files.size())];
    for (std::size_t n = 1 + mutator.below(4); n > 0; --n) mutator.mutate(bytes);
    const TableOptions options = mutator.options();
    const std::string said = outcome(bytes, options, mutator.below(2) == 0);
    ++(said.empty() ? read : refused);
    const bool is_sound = said.empty() || said.starts_with("t:") || said.starts_with("t,");
    const bool is_one_line = said.find('\n') == std::string::npos;
    if (is_sound && is_one_line) continue;
    INFO("file ", i, ": ", bytes);
    FAIL_CHECK(said);
  }
  MESSAGE(read, " read, ", refused, " refused");
  CHECK(read > number_of_files() / 50);
  CHECK(refused > number_of_files() / 50);
}
