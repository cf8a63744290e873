#include "theory/derivation.hpp"

#include <algorithm>

#include "theory/claim_words.hpp"

namespace gancheck {

#define CHAPTER(folder, en, zh)
#define CLAIM(name) void name(Claim&);
#include GANCHECK_CHAPTERS
#undef CHAPTER
#undef CLAIM

namespace {

const std::map<std::string, std::string_view>& words() {
  static const std::map<std::string, std::string_view> all = embedded_words();
  return all;
}

/// The words of the claim, then what its function adds to them.
Claim made(const std::string& file, void (*add_checks)(Claim&)) {
  Claim claim = claim_in_words(file + ".toml", words().at(file));
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

const std::vector<Erratum>& errata() {
  static const std::vector<Erratum> list = errata_in_words("errata.toml", words().at("errata"));
  return list;
}

const Erratum* find_erratum(const std::string& number) {
  const auto found = std::find_if(errata().begin(), errata().end(),
                                  [&](const Erratum& e) { return e.number == number; });
  return found == errata().end() ? nullptr : &*found;
}

const std::vector<Notation>& notation() {
  static const std::vector<Notation> list =
      notation_in_words("notation.toml", words().at("notation"));
  return list;
}

std::vector<const Claim*> claims_that_repair(const Erratum& erratum) {
  std::vector<const Claim*> claims;
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims)
      if (std::count(claim.errata.begin(), claim.errata.end(), erratum.number) > 0)
        claims.push_back(&claim);
  return claims;
}

}  // namespace gancheck
