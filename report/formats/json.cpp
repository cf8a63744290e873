#include "report/formats/json.hpp"

#include <array>

#include "report/formats/json_value.hpp"
#include "theory/derivation.hpp"

namespace gancheck {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& x) {
  return x ? Json(*x) : Json(nullptr);
}

Json name_of(Ground ground) {
  constexpr std::array<const char*, 5> names{"rounding", "enclosure", "sweep", "normal_form",
                                             "counterexample"};
  return names.at(static_cast<std::size_t>(ground));
}

/// What enclosures found; null for evidence of another kind.
Json name_of_found(const Evidence& e) {
  constexpr std::array<const char*, 3> names{"agrees", "excludes", "too_wide"};
  if (e.ground != Ground::enclosure && e.ground != Ground::sweep) return nullptr;
  return names.at(static_cast<std::size_t>(e.found));
}

/// What was enclosed on each pair; null for evidence of another kind.
Json cases(const Evidence& e) {
  if (e.ground != Ground::enclosure) return nullptr;
  Json list = Json::array();
  for (const Evidence::Case& c : e.cases)
    list.push_back({{"where", c.where}, {"lower", c.lower}, {"upper", c.upper}});
  return list;
}

Json enclosure(const Evidence& e) {
  if (e.lower.empty() && e.upper.empty()) return nullptr;
  return {{"lower", e.lower}, {"upper", e.upper}};
}

Json row(const std::vector<double>& numbers) {
  Json all = Json::array();
  for (const double x : numbers) all.push_back(json_number(x));
  return all;
}

/// The courses that belong to the check; null where there are none.
Json series(const Evidence& e) {
  if (e.series.empty()) return nullptr;
  Json list = Json::array();
  for (const Series& s : e.series) {
    Json rows = Json::array();
    for (const auto& numbers : s.rows) rows.push_back(row(numbers));
    list.push_back({{"name", json_text(s.name)}, {"columns", s.columns}, {"rows", rows}});
  }
  return list;
}

Json check(const CheckResult& c) {
  const Evidence& e = c.evidence;
  return {{"part", c.part},
          {"what", c.what.en},
          {"what_zh", c.what.zh},
          {"witness", name(c.witness)},
          {"verdict", name(c.verdict)},
          {"ground", name_of(e.ground)},
          {"scope", e.scope.en},
          {"scope_zh", e.scope.zh},
          {"rests_on", e.rests_on},
          {"attempted", e.attempted},
          {"decided", e.decided},
          {"left_out", e.left_out},
          {"left_out_by", e.left_out == 0 ? Json(nullptr) : json_text(e.left_out_by)},
          {"residual", json_number(e.residual)},
          {"bound", json_number(e.bound)},
          {"slack", json_number(e.slack)},
          {"strict", e.strict},
          {"enclosure", enclosure(e)},
          {"cases", cases(e)},
          {"found", name_of_found(e)},
          {"forms", e.forms.empty() ? Json(nullptr) : Json(e.forms)},
          {"same_form", e.ground == Ground::normal_form ? Json(e.same_form) : Json(nullptr)},
          {"example_confirms",
           e.ground == Ground::counterexample ? Json(e.example_confirms) : Json(nullptr)},
          {"series", series(e)},
          {"where", e.where},
          {"trouble", e.trouble}};
}

Json control(const ControlResult& c) {
  return {{"letter", std::string(1, c.letter)},
          {"mutant", c.mutant},
          {"what", c.what.en},
          {"what_zh", c.what.zh},
          {"witness", name(c.witness)},
          {"verdict", name(c.verdict)},
          {"expect", c.expect == Expect::rejected ? "rejected" : "undecided"},
          {"as_expected", c.as_expected},
          {"margin", json_number(c.margin)},
          {"residual", json_number(c.evidence.residual)},
          {"bound", json_number(c.evidence.bound)},
          {"where", c.where},
          {"trouble", c.evidence.trouble},
          {"rejected_on_own_pairs", or_null(c.rejected_on_own_pairs)}};
}

template <class T, class F>
Json list(const std::vector<T>& items, const F& one) {
  Json all = Json::array();
  for (const T& item : items) all.push_back(one(item));
  return all;
}

Json part(const PartResult& p) {
  return {{"id", p.id}, {"statement", json_text(p.statement)}, {"verdict", name(p.verdict)}};
}

Json claim(const ClaimResult& c) {
  const Claim& row = *c.claim;
  return {{"id", row.id},
          {"number", row.number},
          {"kind", row.kind == Kind::definition ? "definition" : "theorem"},
          {"title", json_text(row.title)},
          {"tex", row.tex},
          {"statement", json_text(row.statement)},
          {"assumptions", list(row.assumptions, json_text)},
          {"note_lines", row.note_lines},
          {"note_verdict", name(row.note_verdict)},
          {"erratum", row.erratum ? json_text(*row.erratum) : Json(nullptr)},
          {"errata", row.errata},
          {"verdict", name(c.verdict)},
          {"foundations_hold", or_null(c.foundations_hold)},
          {"foundations_not_checked", c.foundations_not_checked},
          {"foundations_against", c.foundations_against},
          {"depends_on", row.depends_on},
          {"parts", list(c.parts, part)},
          {"checks", list(c.checks, check)},
          {"controls", list(c.controls, control)}};
}

Json erratum(const Erratum* e) {
  std::vector<std::string> severities, repaired_by;
  for (const Severity severity : e->severities) severities.push_back(in_words(severity).en);
  for (const Claim* claim : claims_that_repair(*e)) repaired_by.push_back(claim->id);
  return {{"number", e->number},
          {"lines", e->lines},
          {"severities", severities},
          {"issue", json_text(e->issue)},
          {"repaired", json_text(e->repaired)},
          {"shown_by", list(e->shown_by,
                            [](const PartName& name) {
                              return Json{{"claim", name.claim}, {"part", name.part}};
                            })},
          {"repaired_by", repaired_by}};
}

Json chapter(const ChapterResult& c) {
  return {{"title", json_text(c.title)}, {"claims", list(c.claims, claim)}};
}

Json summary(const Summary& s) {
  return {{"claims", s.claims},
          {"proved", s.proved},
          {"certified", s.certified},
          {"supported", s.supported},
          {"undecided", s.undecided},
          {"failed", s.failed},
          {"refuted", s.refuted},
          {"controls", s.controls},
          {"controls_rejected", s.controls_rejected},
          {"controls_undecided", s.controls_undecided}};
}

std::string_view name(Kill kill) {
  static constexpr std::array<std::string_view, 4> names{"rejected", "weak", "blind", "undecided"};
  return names.at(static_cast<std::size_t>(kill));
}

Json kill_matrix(const KillMatrix& matrix) {
  const auto row = [](const KillMatrix::Row& r) {
    return Json{{"claim", r.claim->id},
                {"letter", std::string(1, r.letter)},
                {"on", list(r.on, [](const KilledOn& k) {
                   return Json{{"outcome", name(k.kill)}, {"margin", json_number(k.margin)}};
                 })}};
  };
  return {{"pairs", matrix.pairs},
          {"twins", list(matrix.rows, row)},
          {"twins_without_pairs", matrix.twins_without_pairs}};
}

Json own_pairs(const OwnPairsSummary& s) {
  return {{"decided", s.decided},
          {"undecided", s.undecided},
          {"without_case", s.without_case},
          {"unchecked", s.unchecked}};
}

}  // namespace

void write_json(std::ostream& out, const Report& report, Language) {
  out << json_document(
      {{"schema", 1},
       {"run",
        {{"version", report.version},
         {"suite", report.suite},
         {"threads", report.threads},
         {"seconds", json_number(report.seconds)},
         {"complete", report.complete},
         {"pairs", list(report.pairs, json_text)},
         {"notes", list(report.notes, json_text)}}},
       {"chapters", list(report.chapters, chapter)},
       {"errata", list(errata_of(report), erratum)},
       {"kill_matrix", report.kill_matrix ? kill_matrix(*report.kill_matrix) : Json(nullptr)},
       {"own_pairs", report.own_pairs ? own_pairs(*report.own_pairs) : Json(nullptr)},
       {"summary", summary(report.summary)}});
}

}  // namespace gancheck
