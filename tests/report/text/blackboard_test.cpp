#include "report/text/blackboard.hpp"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>

#include "theory/derivation.hpp"

using namespace gancheck;

TEST_CASE("every step and every proof is of a claim, and none comes twice") {
  std::set<std::string> steps, proofs;
  for (const BoardStage& stage : blackboard().stages)
    for (const BoardStep& step : stage.steps) {
      CHECK_MESSAGE(find_claim(step.claim), step.claim);
      CHECK_MESSAGE(steps.insert(step.claim).second, step.claim);
    }
  for (const ProofInWords& proof : blackboard().proofs) {
    CHECK_MESSAGE(find_claim(proof.claim), proof.claim);
    CHECK_MESSAGE(proofs.insert(proof.claim).second, proof.claim);
  }
  for (const std::string& step : steps) CHECK_MESSAGE(proof_in_words(step), step);
  CHECK(proof_in_words("no-such-claim") == nullptr);
}

TEST_CASE("the stages follow the lines of the note") {
  int last = 0;
  for (const BoardStage& stage : blackboard().stages) {
    const int line = find_claim(stage.steps.front().claim)->note_lines.back();
    CHECK_MESSAGE(line > last, stage.title.en);
    last = line;
  }
}

TEST_CASE("a board with a misspelt key is refused with its place") {
  CHECK_THROWS_WITH_AS(blackboard_in_words("board.toml", "[[stages]]\ntitel = 1\n"),
                       doctest::Contains("board.toml"), std::invalid_argument);
}
