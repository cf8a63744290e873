// What every row of the derivation must have: a new claim is held to it without a new test.
#include "theory/claim.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "numerics/number/symbol.hpp"
#include "tests/sanitized.hpp"
#include "tests/source_file.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

template <class Visit>
void for_each_claim(const Visit& visit) {
  for (const Chapter& chapter : derivation()) {
    for (const Claim& claim : chapter.claims) {
      std::string name = claim.id;
      std::replace(name.begin(), name.end(), '-', '_');
      const std::string file = "theory/" + chapter.folder + "/" + name + ".{cpp,toml}";
      CAPTURE(file);
      visit(claim);
    }
  }
}

/// Chinese, or a formula in both.
bool has_both_languages(const Text& text) {
  static const std::set<std::string> of_formulas = {"log", "dmu",  "max", "min",
                                                    "exp", "sqrt", "sup", "inf"};
  static const std::regex word("[a-z]{3,}");
  if (text.en.empty() || text.zh.empty()) return false;
  // Chinese characters and full-width marks begin with these bytes in UTF-8.
  const auto is_han = [](char c) { return c >= '\xe3' && c <= '\xef'; };
  if (std::any_of(text.zh.begin(), text.zh.end(), is_han)) return true;
  const std::sregex_iterator words(text.en.begin(), text.en.end(), word), end;
  return std::all_of(words, end,
                     [](const std::smatch& found) { return of_formulas.contains(found.str()); });
}

/// What a claim lacks, each with the key of its TOML file or the word of its C++.
std::string faults_of(const Claim& claim) {
  std::string faults;
  const auto expect = [&](bool holds, const std::string& fault) {
    if (!holds) faults += (faults.empty() ? "" : "; ") + fault;
  };
  const auto in_both_languages = [&](const Text& text, const std::string& key) {
    expect(has_both_languages(text), key + ": a language is missing");
  };
  expect(!claim.tex.empty(), "tex: is missing");
  in_both_languages(claim.title, "title");
  in_both_languages(claim.statement, "statement");
  expect(!claim.assumptions.empty(), "assumptions: none is said, not left out");
  for (const Text& text : claim.assumptions) in_both_languages(text, "assumptions");
  if (claim.erratum) in_both_languages(*claim.erratum, "erratum");
  expect(!claim.parts.empty(), "parts: there is none");
  for (const Part& part : claim.parts) {
    in_both_languages(part.statement, "parts." + part.id);
    const auto is_on_grid = [&](const Check& c) {
      return c.part == part.id && c.witness == Witness::grid;
    };
    expect(std::any_of(claim.checks.begin(), claim.checks.end(), is_on_grid),
           "parts." + part.id + ": no check on the grid");
  }
  for (const Check& check : claim.checks) {
    const std::string key = "PartOf " + check.part;
    in_both_languages(check.what, key);
    expect(std::any_of(claim.parts.begin(), claim.parts.end(),
                       [&](const Part& p) { return p.id == check.part; }),
           key + ": no such part");
  }
  expect(claim.controls.size() >= 3, "Twins: fewer than three");
  char letter = 'a';
  for (const Control& control : claim.controls) {
    const std::string key = std::string("twin ") + control.letter;
    expect(control.letter == letter++, key + ": out of order");
    in_both_languages(control.what, key);
    expect(!control.mutant.empty(), key + ": no TeX");
    for (const std::string& name : control.on)
      expect(std::any_of(named_pairs().begin(), named_pairs().end(),
                         [&](const NamedPair& pair) { return pair.name == name; }),
             key + ": no built-in pair is named " + name);
  }
  for (const std::string& id : claim.depends_on)
    expect(find_claim(id) != nullptr, "depends_on: there is no claim " + id);
  for (const std::string& number : claim.errata)
    expect(find_erratum(number) != nullptr, "errata: there is no " + number);
  return faults;
}

}  // namespace

TEST_CASE(
    "every claim has its texts, a check on the grid for every part, and twins on known pairs") {
  for_each_claim([](const Claim& claim) { CHECK(faults_of(claim) == ""); });
}

TEST_CASE("each fault is found and named") {
  const Claim& whole = *find_claim("kl-sum-identity");
  const auto faults_with = [&](const auto& spoil) {
    Claim claim = whole;
    spoil(claim);
    return faults_of(claim);
  };
  CHECK(faults_with([](Claim& c) { c.tex = ""; }) == "tex: is missing");
  CHECK(faults_with([](Claim& c) { c.statement.zh = ""; }) == "statement: a language is missing");
  CHECK(faults_with([](Claim& c) { c.title.zh = "not Chinese"; }) ==
        "title: a language is missing");
  CHECK(faults_with([](Claim& c) { c.assumptions.clear(); }) ==
        "assumptions: none is said, not left out");
  CHECK(faults_with([](Claim& c) {
          c.parts.push_back({"more", {"=", "="}});
        }) == "parts.more: no check on the grid");
  CHECK(faults_with([](Claim& c) { c.checks.back().part = "idendity"; }) ==
        "PartOf idendity: no such part");
  CHECK(faults_with([](Claim& c) { c.checks.front().what.zh = ""; }) ==
        "PartOf identity: a language is missing");
  CHECK(faults_with([](Claim& c) { c.controls.front().on = {"W77"}; }) ==
        "twin a: no built-in pair is named W77");
  CHECK(faults_with([](Claim& c) { c.controls[1].letter = 'c'; }) == "twin c: out of order");
  CHECK(faults_with([](Claim& c) { c.depends_on.push_back("kl-nonegg"); }) ==
        "depends_on: there is no claim kl-nonegg");
  CHECK(faults_with([](Claim& c) { c.errata = {"E99"}; }) == "errata: there is no E99");
  CHECK(faults_with([](Claim& c) { c.statement.zh = c.statement.en; }) ==
        "statement: a language is missing");
  CHECK(faults_with([](Claim& c) { c.controls.resize(2, c.controls[0]); }) ==
        "Twins: fewer than three");
}

TEST_CASE("ids and numbers are different, and numbers grow in reading order") {
  std::set<std::string> ids;
  int last = 0;
  for_each_claim([&](const Claim& claim) {
    CHECK(ids.insert(claim.id).second);
    CHECK(claim.number > last);
    last = claim.number;
  });
}

TEST_CASE("a claim rests on no claim that rests on it") {
  for_each_claim([](const Claim& claim) {
    std::set<std::string> below(claim.depends_on.begin(), claim.depends_on.end());
    for (bool grew = true; grew;) {
      grew = false;
      for (const std::string& id : std::set<std::string>(below)) {
        const Claim* found = find_claim(id);
        if (!found) continue;
        for (const std::string& deeper : found->depends_on) grew |= below.insert(deeper).second;
      }
    }
    CHECK(!below.contains(claim.id));
  });
}

TEST_CASE("the list of claims of a chapter is the list of files in its folder, a pair a claim") {
  for (const Chapter& chapter : derivation()) {
    std::set<std::string> files, words, listed;
    const auto folder = std::filesystem::path(GANCHECK_SOURCE_DIR) / "theory" / chapter.folder;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      (entry.path().extension() == ".toml" ? words : files).insert(entry.path().stem().string());
    }
    for (const Claim& claim : chapter.claims) {
      std::string file = claim.id;
      std::replace(file.begin(), file.end(), '-', '_');
      listed.insert(file);
    }
    CHECK(files == listed);
    CHECK(words == listed);
  }
}

TEST_CASE("every lemma is in the trusted base, and the note has the lines that claims quote") {
  const std::string trusted = source_file("docs/trusted-base.md");
  for (const Lemma& lemma : lemmas()) {
    CAPTURE(lemma.id);
    CHECK(trusted.find("`" + lemma.id + "`") != std::string::npos);
  }
  const std::string note = source_file("docs/note/note.md");
  const auto lines = std::count(note.begin(), note.end(), '\n');
  for_each_claim([&](const Claim& claim) {
    for (const int line : claim.note_lines) CHECK((line >= 1 && line <= lines));
  });
}

TEST_CASE("every content line of the note is quoted by a claim") {
  // Its front matter ends at line 11. These are headings, rules, single dollar signs, and the
  // remark that typing formulas is exhausting.
  const std::set<int> without_content = {13, 14, 74, 93, 95, 132, 142, 144};
  std::set<int> quoted;
  for_each_claim(
      [&](const Claim& claim) { quoted.insert(claim.note_lines.begin(), claim.note_lines.end()); });
  std::istringstream note(source_file("docs/note/note.md"));
  int number = 0;
  for (std::string line; std::getline(note, line);) {
    ++number;
    CAPTURE(number);
    CAPTURE(line);
    const bool is_blank = line.find_first_not_of(" \t") == std::string::npos;
    if (number > 11 && !is_blank && !without_content.contains(number))
      CHECK(quoted.contains(number));
    else
      CHECK(!quoted.contains(number));
  }
}

TEST_CASE("a proof rests on lemmas of the list, and on nothing else") {
  const Setting no_pairs = own_suite({});
  for_each_claim([&](const Claim& claim) {
    for (const Check& check : claim.checks) {
      if (check.witness == Witness::grid) continue;
      if (check.witness == Witness::symbolic && !Symbol::available()) continue;
      for (const std::string& id : check.run(no_pairs).rests_on) {
        CAPTURE(id);
        CHECK(std::any_of(lemmas().begin(), lemmas().end(),
                          [&](const Lemma& lemma) { return lemma.id == id; }));
      }
    }
  });
}

TEST_CASE("find_claim knows ids and numbers") {
  REQUIRE(find_claim("29"));
  CHECK(find_claim("29")->id == "optimal-discriminator");
  CHECK(find_claim("optimal-discriminator") == find_claim("29"));
  CHECK(find_claim("no-such-claim") == nullptr);
}

namespace {

/// Weights from 1 down to the subnormals, zeros among them, as an NPY table would hold them.
std::shared_ptr<const Pair> extreme_pair(std::mt19937_64& random, int number) {
  Densities d;
  for (int i = 1; i <= 4; ++i) {
    const auto weight = [&]() -> Real {
      const int kind = static_cast<int>(random() % 4);
      if (kind == 0 && i > 1) return Real(0);
      const int exponent = kind == 1 ? -static_cast<int>(random() % 1074) : -1;
      return Real::dyadic(std::ldexp(1.0 + static_cast<double>(random() % 997) / 997, exponent));
    };
    d.grid.points.emplace_back(i);
    d.grid.weights.emplace_back(1);
    d.data.push_back(weight());
    d.generator.push_back(weight());
  }
  return std::make_shared<Pair>("extreme " + std::to_string(number), "", "", std::move(d));
}

/// Whatever the pairs, the claims are theorems.
void expect_nothing_against(const Setting& setting) {
  for_each_claim([&](const Claim& claim) {
    for (const Check& check : claim.checks) {
      if (check.witness == Witness::symbolic) continue;
      const Evidence e = check.run(setting);
      CAPTURE(check.what.en);
      CAPTURE(e.where.en);
      CHECK(!is_against(judge(e)));
    }
  });
}

}  // namespace

TEST_CASE("no check decides against a theorem, however far apart the scales of two laws are") {
  for (const auto& [data, generator] :
       std::map<std::string, std::string>{{"normal(0,1e-160)", "normal(0,1e-150)"},
                                          {"cauchy(0,1e-200)", "cauchy(0,1e200)"},
                                          {"exponential(1e200)", "exponential(1e-200)"},
                                          {"uniform(0,1e-20)", "normal(37.5,1)"},
                                          {"mixture(1/2*point(0),1/2*uniform(0,1e-20))",
                                           "mixture(1/2*poisson(3),1/2*normal(37.5,1))"}}) {
    const Setting setting =
        own_suite({std::make_shared<Pair>(make_pair(data + " | " + generator, data, generator))});
    expect_nothing_against(setting);
  }
}

TEST_CASE("no check decides against a theorem, whatever the weights") {
  std::mt19937_64 random(11);
  const int pairs = are_sanitized() ? 6 : 60;
  for (int i = 0; i < pairs; ++i) {
    const Setting setting = own_suite({extreme_pair(random, i)});
    expect_nothing_against(setting);
  }
}
