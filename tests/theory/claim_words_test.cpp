#include "theory/claim_words.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gancheck;

namespace {

const std::string whole = R"(
number = 99
title = { en = "A title", zh = "标题" }
tex = 'x = x'
note_lines = [12, 13]
note_verdict = "TRUE-COND"
errata = ["E1"]
depends_on = ["kl-nonneg"]

[statement]
en = "Statement."
zh = "陈述。"

[[assumptions]]
en = "None."
zh = "无。"

[erratum]
en = "Something is missing."
zh = "缺了一些东西。"

[[parts]]
id = "first"
en = "one"
zh = "一"

[[parts]]
id = "second"
en = "two"
zh = "二"
)";

/// `whole` with one passage exchanged.
std::string with(const std::string& passage, const std::string& other) {
  std::string text = whole;
  const auto at = text.find(passage);
  REQUIRE(at != std::string::npos);
  return text.replace(at, passage.size(), other);
}

std::string message_for(const std::string& toml) {
  try {
    claim_in_words("note/chapter/some_claim.toml", toml);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a claim is what its file states; its id is the name of the file") {
  const Claim claim = claim_in_words("note/chapter/some_claim.toml", whole);
  CHECK(claim.id == "some-claim");
  CHECK(claim.number == 99);
  CHECK(claim.title.zh == "标题");
  CHECK(claim.tex == "x = x");
  CHECK(claim.statement.en == "Statement.");
  REQUIRE(claim.assumptions.size() == 1);
  CHECK(claim.assumptions[0].en == "None.");
  CHECK(claim.note_lines == std::vector{12, 13});
  CHECK(claim.note_verdict == NoteVerdict::true_cond);
  REQUIRE(claim.erratum);
  CHECK(claim.erratum->en == "Something is missing.");
  CHECK(claim.errata == std::vector<std::string>{"E1"});
  CHECK(claim.depends_on == std::vector<std::string>{"kl-nonneg"});
  REQUIRE(claim.parts.size() == 2);
  CHECK(claim.parts[1].id == "second");
  CHECK(claim.parts[1].statement.zh == "二");
  CHECK(claim.checks.empty());
  CHECK(claim.controls.empty());
}

TEST_CASE("an erratum may be left out, and so may the TeX of a claim that prints its own") {
  const std::string toml =
      with("[erratum]\nen = \"Something is missing.\"\nzh = \"缺了一些东西。\"\n", "");
  CHECK(!claim_in_words("x.toml", toml).erratum);
  CHECK(claim_in_words("x.toml", with("tex = 'x = x'\n", "")).tex.empty());
}

TEST_CASE("what is missing, unknown or of another type is named with its file and key") {
  const std::string file = "note/chapter/some_claim.toml: ";
  CHECK(message_for(with("zh = \"陈述。\"\n", "")) == file + "statement.zh is missing");
  CHECK(message_for(with("zh = \"陈述。\"", "zh = \"\"")) ==
        file + "statement.zh is no text, or an empty one");
  CHECK(message_for(with("zh = \"二\"", "")) == file + "parts[2].zh is missing");
  CHECK(message_for(with("\"second\"", "\"first\"")) ==
        file + "parts[2].id is that of another part");
  CHECK(message_for(with("number = 99", "number = 4294967356")) ==
        file + "number is missing, or no whole number from 1");
  CHECK(message_for(with("id = \"first\"\n", "")) == file + "parts[1].id is missing");
  CHECK(message_for(with("en = \"None.\"\n", "")) == file + "assumptions[1].en is missing");
  CHECK(message_for(with("number = 99", "number = \"99\"")) ==
        file + "number is missing, or no whole number from 1");
  CHECK(message_for(with("[12, 13]", "[12, \"13\"]")) ==
        file + "note_lines holds something of another type");
  CHECK(message_for(with("TRUE-COND", "MAYBE")) == file + "note_verdict is no verdict: 'MAYBE'");
  CHECK(message_for(with("[erratum]", "[erratun]")) == file + "erratun is not a key of it");
  CHECK(message_for(with("id = \"first\"\n", "id = \"first\"\nfr = \"un\"\n")) ==
        file + "parts[1].fr is not a key of it");
  CHECK(message_for("number = ").starts_with("note/chapter/some_claim.toml:1:"));
}
