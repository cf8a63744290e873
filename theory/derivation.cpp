#include "theory/derivation.hpp"

#include "theory/claim_words.hpp"

namespace gancheck {

#define CHAPTER(folder, en, zh)
#define CLAIM(name) void name(Claim&);
#include GANCHECK_CHAPTERS
#undef CHAPTER
#undef CLAIM

namespace {

/// The words of the claim, then what its function adds to them.
Claim made(const std::string& file, void (*add_checks)(Claim&)) {
  static const std::map<std::string, std::string_view> words = embedded_words();
  Claim claim = claim_in_words(file + ".toml", words.at(file));
  add_checks(claim);
  return claim;
}

std::vector<Chapter> made_derivation() {
  std::vector<Chapter> chapters;
#define CHAPTER(folder, en, zh) chapters.push_back({{en, zh}, folder, {}});
#define CLAIM(name) \
  chapters.back().claims.push_back(made(chapters.back().folder + "/" #name, name));
#include GANCHECK_CHAPTERS
#undef CHAPTER
#undef CLAIM
  return chapters;
}

}  // namespace

const std::vector<Chapter>& derivation() {
  static const std::vector<Chapter> chapters = made_derivation();
  return chapters;
}

const Claim* find_claim(const std::string& id_or_number) {
  for (const Chapter& chapter : derivation()) {
    for (const Claim& claim : chapter.claims) {
      if (claim.id == id_or_number || std::to_string(claim.number) == id_or_number) return &claim;
    }
  }
  return nullptr;
}

}  // namespace gancheck
