// A claim of the derivation: its words, from the TOML file beside its C++, and what checks it.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/evidence.hpp"
#include "theory/evidence/text.hpp"

namespace gancheck {

/// The claims' own vocabulary for what the note says (not for what we found).
enum class NoteVerdict { true_, true_cond, ill_typed, false_as_written, modelling, implicit };
inline constexpr std::array all_note_verdicts = {
    NoteVerdict::true_,     NoteVerdict::true_cond,
    NoteVerdict::ill_typed, NoteVerdict::false_as_written,
    NoteVerdict::modelling, NoteVerdict::implicit};
std::string_view name(NoteVerdict verdict);  ///< "TRUE-COND"

struct Setting;     // theory/pairs/setting.hpp
class Comparisons;  // theory/checks/comparisons.hpp

struct Check {
  std::string part;  ///< the id of one of the claim's parts
  Text what;
  Witness witness;
  std::function<Evidence(const Setting&)> run;
};

enum class Expect { rejected, undecided };

/// A false twin. `run` gives the twin's evidence, with the bound that the true claim met in the
/// same setting. `where` names built-in pairs (W1, W7), or says what it runs on instead
/// ("pointwise").
struct Control {
  char letter;
  std::string mutant;  ///< the false formula or statement, TeX
  Text what;
  Witness witness;
  Expect expect = Expect::rejected;
  std::vector<std::string> on;  ///< names of built-in pairs; empty: does not depend on pairs
  std::function<Evidence(const Setting&)> run;
  /// What the twin compares, and the truth's; null where it brings evidence of another kind.
  std::shared_ptr<const Comparisons> comparisons = nullptr, truth = nullptr;
};

struct Part {
  std::string id;
  Text statement;
};

/// What a claim is. A definition, or a fact of measure theory that the note takes from outside, is
/// checked on examples and never counts as proved.
enum class Kind { theorem, definition };

/// What a claim says, as a report keeps it.
struct ClaimWords {
  std::string id;
  int number;
  Kind kind = Kind::theorem;
  Text title;
  /// The statement as display TeX, without the dollar signs.
  std::string tex;
  Text statement;
  std::vector<Text> assumptions;  ///< at least one: "none" is said, not left out
  std::vector<int> note_lines;
  NoteVerdict note_verdict;
  std::optional<Text> erratum;          ///< what is wrong in, or missing from, the note
  std::vector<std::string> errata;      ///< numbers E1...E25
  std::vector<std::string> depends_on;  ///< ids; some may not be there yet
};

struct Claim : ClaimWords {
  std::vector<Part> parts;
  std::vector<Check> checks;
  std::vector<Control> controls;
};

}  // namespace gancheck
