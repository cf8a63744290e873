// The derivation as a lecturer writes it on the board: which claims, in which order, and the words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

struct BoardStep {
  std::string claim;                  ///< id: the formula and its verdict are the claim's
  Text said;                          ///< while it is written
  std::optional<std::string> figure;  ///< name of the picture that shows it
};

struct BoardStage {
  Text title;
  std::vector<BoardStep> steps;
};

/// Why a claim is true, in a few lines to be said.
struct ProofInWords {
  std::string claim;  ///< id
  Text words;
};

struct Blackboard {
  std::vector<BoardStage> stages;
  std::vector<ProofInWords> proofs;
};

/// The board of the note; lives as long as the program.
const Blackboard& blackboard();

/// The board as a file states it. `file` stands in messages. Throws std::invalid_argument with the
/// file and the key for what is missing, unknown or of another type.
Blackboard blackboard_in_words(const std::string& file, std::string_view toml);

/// The proof of this claim in words, or null where nobody has written one.
const Text* proof_in_words(const std::string& claim);

/// report/text/blackboard.toml, embedded when building.
std::string_view blackboard_toml();

}  // namespace gancheck
