#include "app/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/exit_codes.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/nearest_name.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/judge.hpp"

namespace gancheck {
namespace {

/// The ids or, for what begins with a digit, the numbers of all claims.
std::vector<std::string> names_like(const std::string& word) {
  const bool is_number = !word.empty() && word[0] >= '0' && word[0] <= '9';
  std::vector<std::string> names;
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims)
      names.push_back(is_number ? std::to_string(claim.number) : claim.id);
  return names;
}

void add_matching(const std::string& pattern, std::set<std::string>& ids) {
  bool found = false;
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims)
      if (matches(pattern, claim.id) || matches(pattern, std::to_string(claim.number))) {
        ids.insert(claim.id);
        found = true;
      }
  if (!found)
    throw NothingSelected(
        fmt::format("--claim '{}' matches no claim; see 'gancheck list claims'", pattern));
}

}  // namespace

bool matches(const std::string& pattern, const std::string& text) {
  std::size_t p = 0, t = 0, star = std::string::npos, retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (star != std::string::npos) {
      p = star + 1;  // let the last star take one character more
      t = ++retry;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string::npos;
}

const Claim& claim_named(const std::string& id_or_number) {
  if (const Claim* claim = find_claim(id_or_number)) return *claim;
  throw BadUsage(fmt::format("there is no claim '{}'{} (see 'gancheck list claims')", id_or_number,
                             did_you_mean(id_or_number, names_like(id_or_number))));
}

std::set<std::string> select_claims(const std::vector<std::string>& words) {
  std::set<std::string> ids;
  for (const std::string& word : words) {
    if (word.find_first_of("*?") == std::string::npos)
      ids.insert(claim_named(word).id);
    else
      add_matching(word, ids);
  }
  return ids;
}

std::set<Witness> select_witnesses(const std::vector<std::string>& words) {
  const std::vector<Witness> all{Witness::grid, Witness::ball, Witness::symbolic};
  std::set<Witness> chosen(all.begin(), all.end());
  if (!words.empty()) chosen.clear();
  for (const std::string& word : words) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](Witness w) { return name(w) == word; });
    if (found == all.end())
      throw BadUsage(
          fmt::format("--witness: there is no witness '{}'; use grid, ball, symbolic", word));
    chosen.insert(*found);
  }
  return chosen;
}

std::vector<const Format*> select_formats(const std::vector<std::string>& words) {
  const auto is_chosen = [&](const Format& format) {
    return words.empty() ? format.is_standard
                         : std::count(words.begin(), words.end(), format.name) > 0;
  };
  std::vector<std::string> names;
  std::vector<const Format*> chosen;
  for (const Format& format : formats()) {
    names.push_back(format.name);
    if (is_chosen(format)) chosen.push_back(&format);
  }
  for (const std::string& word : words) {
    if (std::count(names.begin(), names.end(), word) > 0) continue;
    throw BadUsage(fmt::format("--format: there is no format '{}'{} (see 'gancheck list formats')",
                               word, did_you_mean(word, names)));
  }
  return chosen;
}

}  // namespace gancheck
