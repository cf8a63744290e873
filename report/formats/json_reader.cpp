#include "report/formats/json_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "report/conclusions.hpp"
#include "report/formats/json_figure.hpp"
#include "report/formats/json_names.hpp"
#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

using Json = nlohmann::ordered_json;

double number(const Json& x) {
  return number_in(x);
}

/// A whole number that an int holds; nlohmann takes fractions and what is larger in silence.
int whole(const Json& x) {
  const bool is_whole = x.is_number_integer() && x >= std::numeric_limits<int>::min() &&
                        x <= std::numeric_limits<int>::max();
  if (!is_whole) throw BadReport(x.dump() + " is no whole number that fits");
  return x.get<int>();
}
std::vector<int> whole_numbers(const Json& x) {
  std::vector<int> all;
  for (const Json& item : x) all.push_back(whole(item));
  return all;
}
std::size_t count_of(const Json& x) {
  const int n = whole(x);
  if (n < 0) throw BadReport(x.dump() + " is no count");
  return static_cast<std::size_t>(n);
}

template <class T>
std::optional<T> optional(const Json& x) {
  return x.is_null() ? std::nullopt : std::optional(x.get<T>());
}

Text text(const Json& x) {
  return text_in(x);
}
/// What stands in two members, "what" and "what_zh".
Text text(const Json& x, const std::string& member) {
  return {x.at(member).get<std::string>(), x.at(member + "_zh").get<std::string>()};
}

template <class F>
auto list(const Json& items, const F& one) {
  std::vector<decltype(one(items))> all;
  if (!items.is_array()) items.get<std::vector<Json>>();  // says which member is no array
  for (const Json& item : items) all.push_back(one(item));
  return all;
}

std::vector<std::string> strings(const Json& x) {
  return x.get<std::vector<std::string>>();
}

Text text_of(const Json& x) {
  return text(x);
}

std::optional<double> number_of(const Json& x, const char* member) {
  const Json& value = x.at(member);
  if (!value.is_null()) return number(value);
  const std::vector<std::string> nan = strings(x.at("not_numbers"));
  return std::count(nan.begin(), nan.end(), member) > 0 ? std::optional(number(value))
                                                        : std::nullopt;
}

Evidence::Case case_of(const Json& x) {
  return {text(x, "where"), x.at("lower").get<std::string>(), x.at("upper").get<std::string>()};
}

Series series_of(const Json& x) {
  return {text(x.at("name")), strings(x.at("columns")),
          list(x.at("rows"), [](const Json& row) { return list(row, number); })};
}

Evidence evidence_of(const Json& x, const std::string& where) {
  Evidence e;
  e.ground = json_names::ground.named(x.at("ground").get<std::string>());
  e.scope = text(x, "scope");
  e.rests_on = strings(x.at("rests_on"));
  e.attempted = count_of(x.at("attempted"));
  e.decided = count_of(x.at("decided"));
  e.left_out = count_of(x.at("left_out"));
  if (!x.at("left_out_by").is_null()) e.left_out_by = text(x.at("left_out_by"));
  e.residual = number_of(x, "residual");
  e.bound = number_of(x, "bound");
  e.slack = number_of(x, "slack");
  e.strict = x.at("strict").get<bool>();
  if (const Json& both = x.at("enclosure"); !both.is_null()) {
    e.lower = both.at("lower").get<std::string>();
    e.upper = both.at("upper").get<std::string>();
  }
  if (!x.at("cases").is_null()) e.cases = list(x.at("cases"), case_of);
  if (!x.at("found").is_null()) e.found = json_names::found.named(x.at("found").get<std::string>());
  if (!x.at("forms").is_null()) e.forms = strings(x.at("forms"));
  e.same_form = optional<bool>(x.at("same_form")).value_or(false);
  e.example_confirms = optional<bool>(x.at("example_confirms")).value_or(false);
  if (!x.at("series").is_null()) e.series = list(x.at("series"), series_of);
  e.where = text(x, where);
  e.trouble = text(x, "trouble");
  return e;
}

Verdict verdict_of(const Json& x) {
  return json_names::verdict.named(x.at("verdict").get<std::string>());
}
Witness witness_of(const Json& x) {
  return json_names::witness.named(x.at("witness").get<std::string>());
}

char letter_of(const Json& x) {
  const auto letter = x.at("letter").get<std::string>();
  if (letter.size() != 1) throw BadReport("'" + letter + "' is no letter of a control");
  return letter[0];
}

PartResult part_of(const Json& x) {
  return {x.at("id").get<std::string>(), text(x.at("statement")), verdict_of(x)};
}

CheckResult check_of(const Json& x) {
  return {x.at("part").get<std::string>(),
          text(x, "what"),
          witness_of(x),
          verdict_of(x),
          evidence_of(x, "where"),
          optional<bool>(x.at("of_own_pairs"))};
}

ControlResult control_of(const Json& x) {
  return {letter_of(x),
          x.at("mutant").get<std::string>(),
          text(x, "what"),
          witness_of(x),
          verdict_of(x),
          json_names::expect.named(x.at("expect").get<std::string>()),
          x.at("as_expected").get<bool>(),
          number(x.at("margin")),
          evidence_of(x, "worst_at"),
          x.at("where").get<std::string>(),
          optional<bool>(x.at("rejected_on_own_pairs"))};
}

ClaimWords words_of(const Json& x) {
  ClaimWords words{
      .id = x.at("id").get<std::string>(),
      .number = whole(x.at("number")),
      .kind = json_names::kind.named(x.at("kind").get<std::string>()),
      .title = text(x.at("title")),
      .tex = x.at("tex").get<std::string>(),
      .statement = text(x.at("statement")),
      .assumptions = list(x.at("assumptions"), text_of),
      .note_lines = whole_numbers(x.at("note_lines")),
      .note_verdict = json_names::note_verdict.named(x.at("note_verdict").get<std::string>()),
      .erratum = std::nullopt,
      .errata = strings(x.at("errata")),
      .depends_on = strings(x.at("depends_on"))};
  if (!x.at("erratum").is_null()) words.erratum = text(x.at("erratum"));
  return words;
}

ClaimResult claim_of(const Json& x) {
  return {words_of(x),
          verdict_of(x),
          optional<bool>(x.at("foundations_hold")),
          strings(x.at("foundations_not_checked")),
          strings(x.at("foundations_against")),
          list(x.at("parts"), part_of),
          list(x.at("checks"), check_of),
          list(x.at("controls"), control_of)};
}

ChapterResult chapter_of(const Json& x) {
  return {text(x.at("title")), list(x.at("claims"), claim_of)};
}

ReportedErratum erratum_of(const Json& x) {
  const auto severity = [](const Json& name) {
    return json_names::severity.named(name.get<std::string>());
  };
  const auto part = [](const Json& name) {
    return PartName{name.at("claim").get<std::string>(), name.at("part").get<std::string>()};
  };
  return {{x.at("number").get<std::string>(), whole_numbers(x.at("lines")),
           list(x.at("severities"), severity), text(x.at("issue")), text(x.at("repaired")),
           list(x.at("shown_by"), part)},
          strings(x.at("repaired_by"))};
}

ReferenceWords reference_of(const Json& errata, const Json& x) {
  ReferenceWords words;
  words.errata = list(errata, erratum_of);
  words.notation = list(x.at("notation"), [](const Json& n) {
    return Notation{n.at("symbol").get<std::string>(), n.at("tex").get<std::string>(),
                    text(n.at("meaning"))};
  });
  words.lemmas = list(x.at("lemmas"), [](const Json& lemma) {
    return Lemma{lemma.at("id").get<std::string>(), text(lemma.at("statement"))};
  });
  for (const Json& claim : x.at("claim_numbers"))
    words.claim_numbers[claim.at("id").get<std::string>()] = whole(claim.at("number"));
  for (const Json& line : x.at("note"))
    words.note[whole(line.at("line"))] = line.at("text").get<std::string>();
  return words;
}

Summary summary_of(const Json& x) {
  const auto count = [&](const char* name) { return whole(x.at(name)); };
  return {count("claims"),
          count("proved"),
          count("certified"),
          count("supported"),
          count("undecided"),
          count("failed"),
          count("refuted"),
          count("controls"),
          count("controls_rejected"),
          count("controls_undecided")};
}

OwnPairsSummary own_pairs_of(const Json& x) {
  return {whole(x.at("decided")), whole(x.at("undecided")), whole(x.at("without_case")),
          strings(x.at("unchecked"))};
}

KillMatrix kill_matrix_of(const Json& x) {
  KillMatrix matrix;
  matrix.pairs = strings(x.at("pairs"));
  matrix.rows = list(x.at("twins"), [](const Json& row) {
    return KillMatrix::Row{row.at("claim").get<std::string>(), whole(row.at("number")),
                           letter_of(row), list(row.at("on"), [](const Json& kill) {
                             return KilledOn{
                                 json_names::kill.named(kill.at("outcome").get<std::string>()),
                                 number(kill.at("margin"))};
                           })};
  });
  for (const KillMatrix::Row& row : matrix.rows)
    if (row.on.size() != matrix.pairs.size())
      throw BadReport(fmt::format("twin {} of claim {} has {} outcomes for {} pairs", row.letter,
                                  row.number, row.on.size(), matrix.pairs.size()));
  matrix.twins_without_pairs = whole(x.at("twins_without_pairs"));
  return matrix;
}

/// A figure is written to a file of its name.
void refuse_path(const std::string& name) {
  if (name.empty() ||
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    throw BadReport(fmt::format(
        "a figure is called '{}': names have the letters a to z, digits and '-'", name));
}

/// The verdicts say the same as the summary that was drawn from them.
void refuse_contradiction(const Report& report) {
  Report again = report;
  conclude(again, report.own_pairs.has_value());
  const Summary &x = report.summary, &y = again.summary;
  if (x.claims != y.claims || x.proved != y.proved || x.certified != y.certified ||
      x.supported != y.supported || x.undecided != y.undecided || x.failed != y.failed ||
      x.refuted != y.refuted || x.controls != y.controls ||
      x.controls_rejected != y.controls_rejected)
    throw BadReport("its summary does not count the verdicts of its claims: was it edited?");
}

Report report_of(const Json& x) {
  if (x.at("schema") != 1)
    throw BadReport("its schema is " + x.at("schema").dump() +
                    ", and this version of gancheck reads 1: render it with the version that "
                    "wrote it");
  const Json& run = x.at("run");
  Report r;
  r.version = run.at("version").get<std::string>();
  r.date = run.value("date", "");
  r.made_with = run.value("made_with", std::vector<std::string>{});
  r.suite = run.at("suite").get<std::string>();
  r.pairs = list(run.at("pairs"), text_of);
  r.pairs_fingerprint = run.at("pairs_fingerprint").get<std::string>();
  r.threads = whole(run.at("threads"));
  r.seconds = number(run.at("seconds"));
  r.complete = run.at("complete").get<bool>();
  r.notes = list(run.at("notes"), text_of);
  r.chapters = list(x.at("chapters"), chapter_of);
  r.summary = summary_of(x.at("summary"));
  r.figures = list(x.at("figures"), figure_of);
  for (const Figure& figure : r.figures) refuse_path(figure.name);
  if (!x.at("own_pairs").is_null()) r.own_pairs = own_pairs_of(x.at("own_pairs"));
  if (!x.at("kill_matrix").is_null()) r.kill_matrix = kill_matrix_of(x.at("kill_matrix"));
  r.words = reference_of(x.at("errata"), x.at("reference"));
  refuse_contradiction(r);
  return r;
}

/// "[json.exception.type_error.302] (/run/suite) type must be string" without the first word.
std::string without_its_name(std::string message) {
  const std::size_t end = message.find("] ");
  return message.starts_with("[json") && end != std::string::npos ? message.substr(end + 2)
                                                                  : message;
}

}  // namespace

Report read_report(std::string_view json) {
  try {
    return report_of(Json::parse(json));
  } catch (const Json::exception& error) {
    throw BadReport(without_its_name(error.what()) + "; name a report.json that verify wrote");
  } catch (const std::invalid_argument& error) {
    throw BadReport(std::string(error.what()) + "; name a report.json that verify wrote");
  }
}

}  // namespace gancheck
