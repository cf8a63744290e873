#include "report/formats/csv.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/formats/json_names.hpp"

namespace gancheck {
namespace {

/// In quotes where it holds what separates fields or rows.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

/// Seventeen digits where they are needed; "inf", "nan".
std::string csv_number(std::optional<double> x) {
  return x ? fmt::format("{}", *x) : "";
}

std::string csv_answer(std::optional<bool> answer) {
  return answer ? (*answer ? "true" : "false") : "";
}

void write_row(std::ostream& out, const std::vector<std::string>& fields) {
  std::string_view separator;
  for (const std::string& field : fields) {
    out << separator << csv_field(field);
    separator = ",";
  }
  out << "\r\n";
}

const std::vector<std::string>& csv_columns() {
  static const std::vector<std::string> names{
      "claim",   "id",        "kind",    "part",     "letter",      "what",
      "witness", "ground",    "verdict", "expected", "as_expected", "of_own_pairs",
      "scope",   "attempted", "decided", "left_out", "residual",    "bound",
      "slack",   "margin",    "lower",   "upper",    "where",       "trouble"};
  return names;
}

/// The columns of the evidence, from `scope` on.
void add_evidence_fields(std::vector<std::string>& row, const Evidence& e,
                         std::optional<double> margin) {
  const std::array fields{e.scope.en,
                          std::to_string(e.attempted),
                          std::to_string(e.decided),
                          std::to_string(e.left_out),
                          csv_number(e.residual),
                          csv_number(e.bound),
                          csv_number(e.slack),
                          csv_number(margin),
                          e.lower,
                          e.upper,
                          e.where.en,
                          e.trouble.en};
  row.insert(row.end(), fields.begin(), fields.end());
}

void write_check_row(std::ostream& out, const ClaimWords& claim, const CheckResult& check) {
  std::vector<std::string> row{std::to_string(claim.number),
                               claim.id,
                               "check",
                               check.part,
                               "",
                               check.what.en,
                               std::string(name(check.witness)),
                               json_names::ground.of(check.evidence.ground),
                               std::string(name(check.verdict)),
                               "",
                               "",
                               csv_answer(check.of_own_pairs)};
  add_evidence_fields(row, check.evidence, std::nullopt);
  write_row(out, row);
}

void write_control_row(std::ostream& out, const ClaimWords& claim, const ControlResult& control) {
  std::vector<std::string> row{std::to_string(claim.number),
                               claim.id,
                               "control",
                               "",
                               std::string(1, control.letter),
                               control.what.en,
                               std::string(name(control.witness)),
                               json_names::ground.of(control.evidence.ground),
                               std::string(name(control.verdict)),
                               control.expect == Expect::rejected ? "rejected" : "undecided",
                               csv_answer(control.as_expected),
                               ""};
  add_evidence_fields(row, control.evidence, control.margin);
  write_row(out, row);
}

}  // namespace

void write_csv(std::ostream& out, const Report& report, Language /*language*/) {
  write_row(out, csv_columns());
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) {
      for (const CheckResult& check : claim.checks) write_check_row(out, claim.claim, check);
      for (const ControlResult& control : claim.controls)
        write_control_row(out, claim.claim, control);
    }
}

}  // namespace gancheck
