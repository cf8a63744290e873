// The errata of the note, and that they and the claims say the same of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "theory/derivation.hpp"

using namespace gancheck;

namespace {

bool has(const Erratum& e, Severity severity) {
  return std::count(e.severities.begin(), e.severities.end(), severity) > 0;
}

template <class Holds>
bool any_claim(const Erratum& e, const Holds& holds) {
  const std::vector<const Claim*> claims = claims_that_repair(e);
  return std::any_of(claims.begin(), claims.end(), [&](const Claim* c) { return holds(*c); });
}

template <class Visit>
void for_each_claim(const Visit& visit) {
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims) {
      CAPTURE(claim.id);
      visit(claim);
    }
}

}  // namespace

TEST_CASE("the errata are E1 to E25; claims repair each, and quote a line of it") {
  REQUIRE(errata().size() == 25);
  for (std::size_t i = 0; i < errata().size(); ++i) {
    const Erratum& e = errata()[i];
    CAPTURE(e.number);
    CHECK(e.number == "E" + std::to_string(i + 1));
    CHECK(find_erratum(e.number) == &e);
    for (const int line : e.lines) CHECK(std::count(e.lines.begin(), e.lines.end(), line) == 1);
    CHECK(any_claim(e, [&](const Claim& claim) {
      return std::any_of(e.lines.begin(), e.lines.end(), [&](int line) {
        return std::count(claim.note_lines.begin(), claim.note_lines.end(), line) > 0;
      });
    }));
  }
  CHECK(!find_erratum("E26"));
  CHECK(!find_erratum("E0"));
}

TEST_CASE("a part of a claim shows each erratum, but for those of the writing alone") {
  std::set<std::string> without;
  for (const Erratum& e : errata()) {
    CAPTURE(e.number);
    if (e.shown_by.empty()) without.insert(e.number);
    for (const PartName& name : e.shown_by) {
      CAPTURE(name.part);
      const Claim* claim = find_claim(name.claim);
      REQUIRE(claim);
      const auto is_it = [&](const auto& thing) { return thing == name.part; };
      CHECK(std::any_of(claim->parts.begin(), claim->parts.end(),
                        [&](const Part& p) { return is_it(p.id); }));
      CHECK(std::any_of(claim->checks.begin(), claim->checks.end(),
                        [&](const Check& c) { return is_it(c.part); }));
    }
    if (e.shown_by.empty()) CHECK(e.severities == std::vector{Severity::notation});
  }
  CHECK(without == std::set<std::string>{"E1", "E12", "E17"});
}

TEST_CASE(
    "the note is wrong, and not merely incomplete, in exactly five places, once by too much") {
  std::set<std::string> wrong, overstated;
  for (const Erratum& e : errata()) {
    if (has(e, Severity::wrong)) wrong.insert(e.number);
    if (has(e, Severity::overstated)) overstated.insert(e.number);
  }
  CHECK(wrong == std::set<std::string>{"E2", "E7", "E14", "E16"});
  CHECK(overstated == std::set<std::string>{"E24"});
}

TEST_CASE("the verdicts on the note's sentences and its errata agree") {
  for (const Erratum& e : errata()) {
    CAPTURE(e.number);
    if (has(e, Severity::wrong))
      CHECK(any_claim(e, [](const Claim& c) {
        return c.note_verdict == NoteVerdict::false_as_written ||
               c.note_verdict == NoteVerdict::ill_typed;
      }));
    if (has(e, Severity::overstated))
      CHECK(any_claim(e, [](const Claim& c) { return c.note_verdict == NoteVerdict::true_cond; }));
    if (has(e, Severity::ill_typed))
      CHECK(any_claim(e, [](const Claim& c) { return c.note_verdict == NoteVerdict::ill_typed; }));
  }
  for_each_claim([](const Claim& claim) {
    bool any_wrong = false;
    for (const std::string& number : claim.errata) {
      const Erratum* e = find_erratum(number);
      REQUIRE(e);
      any_wrong |= has(*e, Severity::wrong);
      // A sentence that is true as it stands has nothing to mend but its spelling.
      if (claim.note_verdict == NoteVerdict::true_)
        CHECK(e->severities == std::vector{Severity::notation});
    }
    if (claim.note_verdict == NoteVerdict::false_as_written) CHECK(any_wrong);
    if (claim.note_verdict == NoteVerdict::true_cond ||
        claim.note_verdict == NoteVerdict::ill_typed)
      CHECK(claim.erratum);
  });
}
