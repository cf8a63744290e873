#include "report/text/blackboard.hpp"

#include "theory/toml_reader.hpp"

namespace gancheck {
namespace {

BoardStep board_step(TomlReader& reader) {
  BoardStep step{reader.text("claim"), reader.both_languages(), std::nullopt};
  if (reader.has("figure")) step.figure = reader.text("figure");
  reader.finish();
  return step;
}

BoardStage board_stage(TomlReader& reader) {
  BoardStage stage{reader.text_in_both_languages("title"), {}};
  for (TomlReader& step : reader.tables("steps")) stage.steps.push_back(board_step(step));
  reader.finish();
  return stage;
}

}  // namespace

Blackboard blackboard_in_words(const std::string& file, std::string_view toml) {
  const toml::table table = parsed_toml(file, toml);
  TomlReader words(file, table);
  Blackboard board;
  for (TomlReader& stage : words.tables("stages")) board.stages.push_back(board_stage(stage));
  for (TomlReader& proof : words.tables("proofs")) {
    board.proofs.push_back({proof.text("claim"), proof.both_languages()});
    proof.finish();
  }
  words.finish();
  return board;
}

const Blackboard& blackboard() {
  static const Blackboard board = blackboard_in_words("blackboard.toml", blackboard_toml());
  return board;
}

const Text* proof_in_words(const std::string& claim) {
  for (const ProofInWords& proof : blackboard().proofs)
    if (proof.claim == claim) return &proof.words;
  return nullptr;
}

}  // namespace gancheck
